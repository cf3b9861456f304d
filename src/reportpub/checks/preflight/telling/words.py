"""The words of a preflight report, in Chinese and in English."""

from __future__ import annotations

from collections.abc import Mapping

from reportpub.checks.preflight.examine import Verdict
from reportpub.checks.preflight.rulebook import Words
from reportpub.findings import Severity

VERDICTS: Mapping[Verdict, Words] = {
    Verdict.PASS: ("合格", "Pass"),
    Verdict.ERRORS: ("不合格", "Errors"),
    Verdict.UNCHECKED: ("未能全部检查", "Not checked"),
}
SENTENCES: Mapping[Verdict, Words] = {
    Verdict.PASS: (
        "没有错误，可以交付印刷。警告请逐条看过。",
        "No errors: the file can go to the printer. Please look at the warnings one by one.",
    ),
    Verdict.ERRORS: (
        "有错误，请先改正再交付。每条错误下面写明怎样改。",
        "There are errors to mend before the file goes to the printer. What to do stands below each.",
    ),
    Verdict.UNCHECKED: (
        "没有发现错误，但有几项没有查成，不能算合格。",
        "No error was found, but some things could not be checked, and so this is no pass.",
    ),
}
CLEAN: Words = (
    "没有错误，也没有警告，可以交付印刷。",
    "No errors and no warnings: the file can go to the printer.",
)
"""A pass with nothing to look at."""
SEVERITIES: Mapping[Severity, Words] = {
    Severity.ERROR: ("错误", "Error"),
    Severity.WARNING: ("警告", "Warning"),
    Severity.NOTE: ("提示", "Note"),
}
BEYOND: tuple[Words, ...] = (
    ("颜色在所选纸张上好不好看", "How the colours look on the paper that is chosen"),
    ("文字内容、数字和译文", "The text, its figures and its translation"),
    ("陷印、拼大版与折手", "Trapping, imposition and folding"),
    ("字体许可是否允许嵌入", "Whether the licences of the fonts allow embedding"),
    (
        "图片是否清晰、有无瑕疵（只量了像素）",
        "Whether pictures are sharp and clean: only their pixels were counted",
    ),
    (
        "他人文件的 JPEG 中个别字节是否被换（JPEG 没有校验和；我们的印刷文件有）",
        "Single bytes exchanged in the JPEG of others, which has no checksum; our press files have one",
    ),
    ("专色油墨的总墨量（只量 CMYK）", "The amount of spot inks: only CMYK was measured"),
)
"""What no rule looks at."""

SIGNED: tuple[Words, ...] = (
    ("逐页看过，页序、页码、目录无误", "Every page was looked at; order, folios and contents are right"),
    (
        "成品尺寸、出血、装订边与印刷厂说定的一致",
        "Trim, bleed and binding edge are as agreed with the printer",
    ),
    ("页数与装订方式相合，留白页位置已定", "The number of pages fits the binding, and blanks are placed"),
    ("品牌色、照片在打样上看过", "Brand colours and photographs were seen on a proof"),
    ("图片授权与署名齐全", "Pictures are licensed and credited"),
    ("放行的错误（如有）经印刷厂同意", "The printer agrees to whatever was waived"),
    ("交付的文件与本报告的 SHA-256 一致", "The file handed over has the SHA-256 of this report"),
)
"""What only a person can judge; each is ticked and the whole is signed."""

NOT_A_CERTIFICATE: Words = (
    "这些是依照 PDF/X 与 GWG 2022 自定的规则，不是认证；没有免费的 PDF/X 认证工具。印刷厂仍应自行预检。",
    """These are rules of our own after PDF/X and GWG 2022, and no certificate: there is no free validator for
PDF/X. The printer should run a preflight as well.""",
)
