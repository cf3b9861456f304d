"""Paragraphs put in, taken out, parted, joined and moved go into the YAML where both languages agree."""

import io
import shutil
import zipfile
from copy import deepcopy
from pathlib import Path

import pytest
from lxml import etree
from tests.exchange.longer import longer
from tests.exchange.reports import out, rewritten
from tests.small_report import Said, ask, change

from reportpub.exchange.edits.ooxml import w
from reportpub.exchange.rounds.kept import opened, recorded
from reportpub.exchange.rounds.verifying import accepted, verified

CHAPTER = "source/chapters/03-crafts.yaml"


class Page:
    """A file that went out, edited by somebody who tracks nothing; paragraphs are named by how they begin."""

    def __init__(self, project: Path) -> None:
        """Open the file of the first round."""
        self._data = (project / "reviews/one/book-sequential-one.docx").read_bytes()
        with zipfile.ZipFile(io.BytesIO(self._data)) as package:
            self._root = etree.fromstring(package.read("word/document.xml"))

    def saved(self) -> bytes:
        """Return the file as it is now."""

        def told(name: str, data: bytes) -> bytes:
            return bytes(etree.tostring(self._root)) if name == "word/document.xml" else data

        return rewritten(self._data, told)

    def find(self, begins: str) -> etree._Element:
        """Return the one paragraph of the text that begins so."""
        (found,) = [
            p
            for p in self._root.iter(w("p"))
            if "".join(t.text or "" for t in p.iter(w("t"))).startswith(begins)
            and p.getparent().tag == w("body")
        ]
        return found

    def new(self, behind: str, words: str) -> None:
        """Put a new paragraph behind one."""
        paragraph = self.find(behind)
        made = etree.Element(w("p"))
        made.append(deepcopy(paragraph.find(w("pPr"))))
        made.append(_run(words))
        paragraph.addnext(made)

    def drop(self, begins: str) -> None:
        """Take a paragraph out."""
        paragraph = self.find(begins)
        paragraph.getparent().remove(paragraph)

    def drop_row(self, cell: str) -> None:
        """Take out the row of a table that has a cell."""
        (row,) = [one for one in self._root.iter(w("tr")) if any(t.text == cell for t in one.iter(w("t")))]
        row.getparent().remove(row)

    def part(self, begins: str, stop: str) -> None:
        """Make two paragraphs of one, behind some words."""
        paragraph = self.find(begins)
        run = next(r for r in paragraph.iter(w("r")) if stop in "".join(t.text or "" for t in r.iter(w("t"))))
        text = run.find(w("t"))
        head, _, tail = text.text.partition(stop)
        text.text = head + stop
        made = etree.Element(w("p"))
        made.append(deepcopy(paragraph.find(w("pPr"))))
        made.append(_run(tail.lstrip()))
        for after in list(run.itersiblings()):
            made.append(after)
        paragraph.addnext(made)

    def join(self, begins: str, gap: str) -> None:
        """Join the next paragraph to one, with a gap between them."""
        paragraph = self.find(begins)
        after = paragraph.getnext()
        if gap:
            paragraph.append(_run(gap))
        for child in list(after)[1:]:
            paragraph.append(child)
        after.getparent().remove(after)

    def move(self, begins: str, behind: str) -> None:
        """Cut a paragraph and paste it behind another."""
        self.find(behind).addnext(self.find(begins))

    def embolden(self, begins: str, words: str, how: str = "b") -> None:
        """Make words of a paragraph bold, or otherwise."""
        paragraph = self.find(begins)
        run = next(
            r for r in paragraph.iter(w("r")) if words in "".join(t.text or "" for t in r.iter(w("t")))
        )
        head, _, tail = run.find(w("t")).text.partition(words)
        for text in (tail, words):
            made = _run(text)
            if text is words:
                properties = etree.Element(w("rPr"))
                etree.SubElement(properties, w(how))
                made.insert(0, properties)
            run.addnext(made)
        run.find(w("t")).text = head


def _run(words: str) -> etree._Element:
    run = etree.Element(w("r"))
    text = etree.SubElement(run, w("t"))
    text.text = words
    text.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    return run


@pytest.fixture(scope="module", name="sent_once")
def _sent_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    project = longer(tmp_path_factory.mktemp("structure") / "book")
    assert ask("review", "send", "one", "--edition", "sequential", "--project", project).code == 0
    return project


@pytest.fixture
def book(sent_once: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(sent_once, tmp_path / "book"))


def receive(project: Path, page: Page, *more: str) -> Said:
    path = project.parent / "reader.docx"
    path.write_bytes(page.saved())
    return ask("review", "receive", path, "--apply", *more, "--project", project)


def proved(project: Path) -> list[str]:
    """Return what the next build says otherwise than the round asks for."""
    began, now = opened("one", project), out(project, "sequential")
    wanted = accepted(recorded(began.folder))
    told = verified(began, wanted, now.sent.written, now.edition, dict(now.report.facts.facts))
    return [str(one) for one in told]


def typed(project: Path) -> str:
    return (project / CHAPTER).read_text("utf-8")


def test_what_is_new_becomes_blocks_items_and_marks(book: Path) -> None:
    before = typed(book)
    page = Page(book)
    page.new("兴修水利", "新修的*水渠*共有两处。各处都很坚固。")
    page.new("造纸印书", "又修水渠。")
    page.new("Paper. The", "More canals. And more.")
    page.new("织工和染工", "瓦工")
    page.new("Weavers and", "Tilers")
    page.drop("木工和石工")
    page.drop("Joiners and")
    page.embolden("养蚕缫丝", "逐年增多")
    page.embolden("Silk. The", "every year", "i")
    said = receive(book, page)
    assert said.code == 0, said.out + said.err
    assert "becomes the block crafts-water-2" in said.out
    wanted = before.replace("        - {zh: 木工和石工, en: Joiners and masons}\n", "")
    weavers = "        - {zh: 织工和染工, en: Weavers and dyers}\n"
    wanted = wanted.replace(
        weavers, f"{weavers}        - zh: >-\n            瓦工\n          en: >-\n            Tilers\n"
    )
    water = (
        "  - id: crafts-water-2\n    status: missing\n    paragraph:\n      zh: >-\n"
        "        新修的\\*水渠\\*共有两处。\n        各处都很坚固。\n"
    )
    wanted = wanted.replace("  - id: crafts-trees", water + "  - id: crafts-trees")
    paper = (
        "  - id: crafts-paper-2\n    paragraph:\n      zh: >-\n        又修水渠。\n"
        "      en: >-\n        More canals.\n        And more.\n"
    )
    wanted = wanted.replace("  - id: crafts-tea", paper + "  - id: crafts-tea")
    wanted = wanted.replace("桑园逐年增多，手艺人", "桑园**逐年增多**，手艺人")
    assert typed(book) == wanted.replace(
        "The mulberry groves of the country grow in number every year, and",
        "The mulberry groves of the country grow in number *every year*, and",
    )
    assert proved(book) == []


def test_what_both_languages_part_join_and_move_is_done_with_its_lines(book: Path) -> None:
    before = typed(book)
    page = Page(book)
    page.part("兴修水利", "辗转各处。")
    page.part("Water. The", "by their canals.")
    page.move("植树造林", "种茶制茶")
    page.move("Trees. The", "Tea. The")
    page.join("造船行舟", "")
    page.join("Boats. The", " ")
    page.drop_row("新收")
    page.drop_row("Received")
    said = receive(book, page)
    assert said.code == 0, said.out + said.err
    told = typed(book)
    assert "        各地的水渠逐年增多，手艺人依靠水渠为生，学徒们跟随师傅辗转各处。\n      en: >-\n" in told
    assert "by their canals.\n  - id: crafts-water-2\n    paragraph:\n      zh: >-\n        到了冬天" in told
    assert "      en: >-\n        In winter, when the canals have less work" in told
    trees = before[before.index("  - id: crafts-trees") : before.index("  - id: crafts-paper")]
    tea = before[before.index("  - id: crafts-tea") : before.index("  - id: crafts-boats")]
    assert tea + trees + "  - id: crafts-boats" in told
    assert "crafts-bells" not in told
    table = (book / "source/chapters/01-courts.yaml").read_text("utf-8")
    assert "{zh: 新收, en: Received}" not in table
    assert "        - ['{cases.concluded:label}', '{cases.concluded:n}']\n" in table
    assert "修补工具。铸钟制器。各地的铜坊" in told.replace("\n        ", "")
    assert "mend their tools. Bells. The foundries" in told.replace("\n        ", " ")
    assert proved(book) == []
    again = receive(book, page)
    assert again.out.count("already in") >= 4, again.out


def test_a_paragraph_goes_only_where_both_languages_lost_it_or_somebody_says_so(book: Path) -> None:
    before = typed(book)
    page = Page(book)
    page.drop("植树造林")
    page.drop("造纸印书")
    page.drop("Paper. The")
    page.drop("种茶制茶")
    page.drop("Tea. The")
    change(book, "chapters/03-crafts.yaml", "手艺人依靠书坊为生", "手艺人靠书坊为生")
    said = receive(book, page)
    assert said.code == 1
    assert "this was done in the Chinese alone" in said.out
    assert "see source/chapters/03-crafts.yaml:" in said.out
    assert "the YAML has changed here since the file went out" in said.out
    start, end = before.index("  - id: crafts-tea"), before.index("  - id: crafts-boats")
    left = (before[:start] + before[end:]).replace("手艺人依靠书坊为生", "手艺人靠书坊为生")
    assert typed(book) == left
    receive(book, page, "--whole", "crafts-trees")
    start, end = left.index("  - id: crafts-trees"), left.index("  - id: crafts-paper")
    assert typed(book) == left[:start] + left[end:]
