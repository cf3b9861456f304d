"""The job ticket: what the printer gets, how it is to be printed, what was checked, what to sign."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reportpub.layout.conditions import Condition
from reportpub.layout.spread import spread
from reportpub.model.facts import Words
from reportpub.model.job import Binding, Bleed, Job, Mark, Standard
from reportpub.model.report import Target

CLEAN: Words = ("无误", "clean")
OPEN: Words = ("", "")
"""To be filled in by hand."""

STANDARDS = {
    Standard.X4: ("PDF/X-4（ISO 15930-7）", "PDF/X-4 (ISO 15930-7)"),
    Standard.X1A: ("PDF/X-1a:2003（ISO 15930-4）", "PDF/X-1a:2003 (ISO 15930-4)"),
}
BINDINGS = {
    Binding.PERFECT: ("胶装", "perfect bound"),
    Binding.SADDLE: ("骑马订", "saddle stitched"),
}
MARKS = {
    Mark.CROP: ("裁切线", "crop marks"),
    Mark.SLUG: ("信息行", "slug line"),
    Mark.BARS: ("色标", "colour bars"),
}
BLACK: Words = (
    "文字与线条为单色黑；12点以下的字、2点以下的线叠印",
    "text and rules are black alone; below 12 pt and 2 pt they overprint",
)
SIDES = {True: (("订口", "spine"), ("切口", "fore edge")), False: (("左", "left"), ("右", "right"))}
"""What the third and the fourth side of a bleed are called, when left-hand pages mirror it and when not."""
USES = {
    Target.PRINT: ("内文，付印", "body, to be printed"),
    Target.COVER: ("封面，付印", "cover, to be printed"),
    Target.SCREEN: ("屏幕阅读，不付印", "for screens, not for the press"),
    Target.DOCX: ("审读，不付印", "for reviewers, not for the press"),
}
TO_SIGN: tuple[Words, ...] = (
    ("书脊宽度以装订厂的假书为准，封面与之相符", "The spine of the binder's dummy agrees with the cover"),
    ("纸样上的红、蓝两色与打样一致", "Red and navy on the paper of the run match the proof"),
    ("成品尺寸、出血与印刷厂的要求一致", "Trim and bleed are those the printer asks for"),
    ("页序、左右页和空白页位置无误", "The order of pages, left and right, and the blanks are right"),
    ("小于12点的黑字与细线叠印，反白字清晰", "Small black text and rules overprint; white text is clean"),
    ("用纸、装订方式和印数无误", "Paper, binding and print run are right"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """A file as the ticket lists it; `size` is the trimmed page in mm, `blanks` its intended blanks."""

    edition: str
    target: Target
    name: str
    sha256: str
    pages: int
    size: tuple[float, float] | None = None
    blanks: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Checked:
    """A check that was made, and what came of it."""

    what: Words
    result: Words = CLEAN


@dataclass(frozen=True, slots=True, kw_only=True)
class Ticket:
    """Everything the ticket says; `draft` counts the blocks whose English is not finished."""

    title: Words
    issuer: Words
    date: str
    job: Job
    condition: Condition
    files: tuple[Listed, ...]
    checks: tuple[Checked, ...]
    draft: int = 0

    def bodies(self) -> tuple[Listed, ...]:
        """Return the press files of bodies, one for each edition."""
        return tuple(one for one in self.files if one.target is Target.PRINT)


def specification(ticket: Ticket) -> Iterator[tuple[Words, Sequence[Words]]]:
    """Yield what the printer has to know: a name and its values, each in both languages."""
    job = ticket.job
    width, height = job.trim
    yield ("成品尺寸", "Trimmed size"), [(f"{width:g} × {height:g} 毫米", f"{width:g} × {height:g} mm")]
    yield ("出血", "Bleed"), [_bleed(job.bleed)]
    yield ("文件标准", "Standard"), [STANDARDS[job.standard]]
    yield ("印刷条件", "Printing condition"), [*_condition(ticket.condition)]
    inks = "四色（CMYK），无专色", "four process inks (CMYK), no spot colour"
    yield ("颜色", "Colours"), [inks]
    if any(one.target is Target.COVER for one in ticket.files):
        sides = "内文四色双面，封面四色单面", "body 4/4, cover 4/0"
        yield ("印面", "Sides"), [sides]
    yield ("黑色", "Black"), [BLACK]
    yield ("标记", "Marks"), [_marks(job.marks)]
    yield ("内文用纸", "Paper of the body"), [job.stock]
    yield ("封面用纸", "Paper of the cover"), [job.cover_stock]
    yield ("装订", "Binding"), [BINDINGS[job.binding]]
    if job.binding is Binding.PERFECT:
        yield ("书脊", "Spine"), [*_spines(ticket)] or [OPEN]
    if job.flaps_mm:
        yield ("勒口", "Flaps"), [(f"左右各{job.flaps_mm:g} 毫米", f"{job.flaps_mm:g} mm on either side")]
    yield ("印数", "Print run"), [(f"{job.copies} 册", f"{job.copies} copies") if job.copies else OPEN]
    yield ("联系人", "Contact"), [(job.contact, job.contact)]


def _bleed(bleed: Bleed) -> Words:
    if bleed.even:
        return f"四边各{bleed.top:g} 毫米", f"{bleed.top:g} mm on four sides"
    left, right = SIDES[bleed.mirrored]
    return (
        f"上{bleed.top:g}、下{bleed.bottom:g}、{left[0]}{bleed.left:g}、{right[0]}{bleed.right:g} 毫米",
        f"head {bleed.top:g}, foot {bleed.bottom:g}, {left[1]} {bleed.left:g}, {right[1]} {bleed.right:g} mm",
    )


def _condition(condition: Condition) -> Iterator[Words]:
    how = ("文件内嵌特性文件", "profile embedded") if condition.profile else ("只写名称", "by its name alone")
    yield f"{condition.name}，{how[0]}", f"{condition.name}, {how[1]}"
    if condition.description != condition.name:
        yield "", condition.description


def _marks(marks: Sequence[Mark]) -> Words:
    if not marks:
        return "无，由印刷厂拼版时加", "none; added by the printer's imposition"
    zh, en = ([MARKS[mark][at] for mark in marks] for at in (0, 1))
    return f"{'、'.join(zh)}，在出血之外", f"{', '.join(en)}, outside the bleed"


def _spines(ticket: Ticket) -> Iterator[Words]:
    """Yield the spine of each body, and how it follows from pages and paper."""
    job = ticket.job
    for one in ticket.bodies() if job.caliper_mm else ():
        wide = spread(job, one.pages).spine
        sum_zh = f"{one.pages} 页 ÷ 2 × {job.caliper_mm:g} 毫米 ＝ {wide:g} 毫米"
        yield f"{one.edition}：{sum_zh}", f"{one.pages} pages / 2 × {job.caliper_mm:g} mm = {wide:g} mm"
