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


def test_a_new_paragraph_becomes_a_block_with_an_id_and_waits_for_its_english(book: Path) -> None:
    before = typed(book)
    page = Page(book)
    page.new("兴修水利", "新修的*水渠*共有两处。各处都很坚固。")
    said = receive(book, page)
    assert said.code == 0, said.out + said.err
    new = (
        "  - id: crafts-water-2\n    status: missing\n    paragraph:\n      zh: >-\n"
        "        新修的\\*水渠\\*共有两处。\n        各处都很坚固。\n"
    )
    at = before.index("  - id: crafts-trees")
    assert typed(book) == before[:at] + new + before[at:]
    assert "becomes the block crafts-water-2" in said.out
    assert proved(book) == []
    assert "already in" in receive(book, page).out


def test_paragraphs_that_are_new_in_both_languages_are_one_block(book: Path) -> None:
    page = Page(book)
    page.new("兴修水利", "又修水渠。")
    page.new("Water. The", "More canals. And more.")
    said = receive(book, page)
    assert said.code == 0, said.out + said.err
    assert "- id: crafts-water-2\n    paragraph:\n      zh: >-\n        又修水渠。\n" in typed(book)
    assert "      en: >-\n        More canals.\n        And more.\n  - id: crafts-trees" in typed(book)
    assert proved(book) == []


def test_a_paragraph_goes_only_where_both_languages_lost_it_or_somebody_says_so(book: Path) -> None:
    before = typed(book)
    page = Page(book)
    page.drop("植树造林")
    said = receive(book, page)
    assert "this was done in the Chinese alone" in said.out
    assert "see source/chapters/03-crafts.yaml:" in said.out
    assert typed(book) == before
    assert receive(book, page, "--whole", "crafts-trees").code == 0
    start, end = before.index("  - id: crafts-trees"), before.index("  - id: crafts-paper")
    assert typed(book) == before[:start] + before[end:]
    assert proved(book) == []


def test_a_paragraph_lost_in_both_languages_goes_but_not_under_the_hand_of_another(book: Path) -> None:
    page = Page(book)
    page.drop("植树造林")
    page.drop("Trees. The")
    page.drop("造纸印书")
    page.drop("Paper. The")
    change(book, "chapters/03-crafts.yaml", "手艺人依靠书坊为生", "手艺人靠书坊为生")
    said = receive(book, page)
    assert said.code == 1
    assert "the YAML has changed here since the file went out" in said.out
    assert "crafts-trees" not in typed(book)
    assert "crafts-paper" in typed(book)


def test_a_paragraph_parted_in_both_languages_is_two_blocks(book: Path) -> None:
    page = Page(book)
    page.part("种茶制茶", "辗转各处。")
    page.part("Tea. The", "by their tea gardens.")
    said = receive(book, page)
    assert said.code == 0, said.out + said.err
    told = typed(book)
    assert "        各地的茶园逐年增多，手艺人依靠茶园为生，学徒们跟随师傅辗转各处。\n      en: >-\n" in told
    assert (
        "by their tea gardens.\n  - id: crafts-tea-2\n    paragraph:\n      zh: >-\n        到了冬天" in told
    )
    assert "      en: >-\n        In winter, when the tea gardens have less work" in told
    assert proved(book) == []


def test_paragraphs_joined_in_both_languages_are_one_block(book: Path) -> None:
    page = Page(book)
    page.join("造船行舟", "")
    page.join("Boats. The", " ")
    said = receive(book, page)
    assert said.code == 0, said.out + said.err
    told = typed(book)
    assert "crafts-bells" not in told
    assert "修补工具。铸钟制器。各地的铜坊" in told.replace("\n        ", "")
    assert "mend their tools. Bells. The foundries" in told.replace("\n        ", " ")
    assert proved(book) == []


def test_a_block_moved_in_both_languages_is_moved_with_its_lines(book: Path) -> None:
    before = typed(book)
    page = Page(book)
    page.move("植树造林", "造船行舟")
    page.move("Trees. The", "Boats. The")
    said = receive(book, page)
    assert said.code == 0, said.out + said.err
    start, end = before.index("  - id: crafts-trees"), before.index("  - id: crafts-paper")
    bells = before.index("  - id: crafts-bells")
    assert typed(book) == before[:start] + before[end:bells] + before[start:end] + before[bells:]
    assert proved(book) == []
    assert "already in" in receive(book, page).out


def test_items_come_and_go(book: Path) -> None:
    before = typed(book)
    page = Page(book)
    page.new("织工和染工", "瓦工")
    page.new("Weavers and", "Tilers")
    page.drop("木工和石工")
    page.drop("Joiners and")
    said = receive(book, page)
    assert said.code == 0, said.out + said.err
    new = "        - zh: >-\n            瓦工\n          en: >-\n            Tilers\n"
    gone = "        - {zh: 木工和石工, en: Joiners and masons}\n"
    last = "        - {zh: 织工和染工, en: Weavers and dyers}\n"
    assert typed(book) == before.replace(gone, "").replace(last, last + new)
    assert proved(book) == []


def test_bold_and_italic_become_marks_where_they_can_be_read(book: Path) -> None:
    page = Page(book)
    page.embolden("养蚕缫丝", "逐年增多")
    page.embolden("Silk. The", "every year", "i")
    said = receive(book, page)
    assert said.code == 0, said.out + said.err
    assert "各地的桑园**逐年增多**，手艺人" in typed(book)
    assert "grow in number *every year*, and" in typed(book)
    assert proved(book) == []
