"""settings.xml: how Word sets Chinese, turns pages and numbers notes; nothing that asks on opening.

Source: ECMA-376 part 1, 17.15; the characters that may not begin or end a line are those Word itself
lists for Simplified Chinese.
"""

from __future__ import annotations

from typing import Final

from reportpub.render.docx.oxml import NAMESPACES, PROLOGUE, escaped

NOT_AT_END: Final = "$(£¥·‘“〈《「『【〔〖〝﹙﹛﹝＄（．［｛￡￥[{"
NOT_AT_START: Final = (
    "!%),.:;>?]}¢¨°·ˇˉ―‖’”…‰′″›℃∶、。〃〉》」』】〕〗〞︶︺︾﹀﹄﹚﹜﹞！＂％＇），．：；？］｀｜｝～￠"
)

COMPATIBILITY: Final = (
    "spaceForUL",
    "balanceSingleByteDoubleByteWidth",
    "doNotLeaveBackslashAlone",
    "ulTrailSpace",
    "doNotExpandShiftReturn",
    "adjustLineHeightInTable",
    "useFELayout",
)
"""What a Chinese Word switches on in a new file."""

MODERN: Final = (
    ("compatibilityMode", 15),
    ("overrideTableStyleFontSizeAndJustification", 1),
    ("enableOpenTypeFeatures", 1),
    ("doNotFlipMirrorIndents", 1),
    ("differentiateMultirowTableHeaders", 1),
    ("useWord2013TrackBottomHyphenation", 0),
)

_ROLES: Final = (
    'w:bg1="light1" w:t1="dark1" w:bg2="light2" w:t2="dark2" w:accent1="accent1" w:accent2="accent2"'
    ' w:accent3="accent3" w:accent4="accent4" w:accent5="accent5" w:accent6="accent6" w:hyperlink="hyperlink"'
    ' w:followedHyperlink="followedHyperlink"'
)


def settings_xml(*, tracked: bool = False) -> str:
    """Return the part; when `tracked`, changes are tracked from the first one on."""
    office = "http://schemas.microsoft.com/office/word"
    modern = "".join(
        f'<w:compatSetting w:name="{name}" w:uri="{office}" w:val="{value}"/>' for name, value in MODERN
    )
    content = (
        '<w:zoom w:percent="100"/><w:mirrorMargins/>'
        "<w:bordersDoNotSurroundHeader/><w:bordersDoNotSurroundFooter/>"
        f"{'<w:trackRevisions/>' if tracked else ''}"
        '<w:defaultTabStop w:val="420"/><w:evenAndOddHeaders/>'
        '<w:drawingGridVerticalSpacing w:val="156"/><w:displayHorizontalDrawingGridEvery w:val="0"/>'
        '<w:displayVerticalDrawingGridEvery w:val="2"/>'
        '<w:characterSpacingControl w:val="compressPunctuation"/>'
        f'<w:noLineBreaksAfter w:lang="zh-CN" w:val="{escaped(NOT_AT_END)}"/>'
        f'<w:noLineBreaksBefore w:lang="zh-CN" w:val="{escaped(NOT_AT_START)}"/>'
        '<w:footnotePr><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr>'
        f"<w:compat>{''.join(f'<w:{name}/>' for name in COMPATIBILITY)}{modern}</w:compat>"
        f'<w:themeFontLang w:val="en-US" w:eastAsia="zh-CN"/><w:clrSchemeMapping {_ROLES}/>'
        '<w:decimalSymbol w:val="."/><w:listSeparator w:val=","/>'
    )
    return f"{PROLOGUE}<w:settings {NAMESPACES}>{content}</w:settings>"
