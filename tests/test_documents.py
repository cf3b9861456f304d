"""What the documents say of the program: every code, command and target, every link, every picture."""

from __future__ import annotations

import ast
import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from tests.messages.templates import entries, fields, spoken

from reportpub.cli import parser

ROOT = Path(__file__).parents[1]
SRC = ROOT / "src" / "reportpub"
DOCUMENTS = (ROOT / "README.md", ROOT / "CHANGELOG.md", *sorted((ROOT / "docs").glob("*.md")))
GUIDES = tuple(page for page in DOCUMENTS if page.name != "CHANGELOG.md")
LINK = re.compile(r"\]\((?!https?:|mailto:|#)([^)#\s]+)(#[^)\s]*)?\)")
LARGEST_PICTURE = 400 * 1024

# Written in pieces, so that this file does not name what it forbids.
FORBIDDEN = ("/home" + "/", "/root" + "/", "/tm" + "p/", "/work" + "/")


def texts() -> str:
    """Return the words of all guides."""
    return "\n".join(page.read_text(encoding="utf-8") for page in GUIDES)


# --- the codes of findings, read from the source ---

SAYS = ("error", "warning", "fault", "doubt")
"""The functions that are handed a code."""

Function = ast.FunctionDef | ast.AsyncFunctionDef


def called(node: ast.AST) -> str:
    """Return the name of the function that a call calls."""
    match node:
        case ast.Call(func=ast.Name(id=name)) | ast.Call(func=ast.Attribute(attr=name)):
            return name
        case _:
            return ""


def constants(node: ast.AST) -> set[str]:
    """Return the string constants below a node."""
    return {n.value for n in ast.walk(node) if isinstance(n, ast.Constant) and isinstance(n.value, str)}


def calls(tree: ast.AST, *names: str) -> Iterator[ast.Call]:
    """Yield the calls of functions by their names."""
    yield from (n for n in ast.walk(tree) if isinstance(n, ast.Call) and called(n) in names)


def codes_in(tree: ast.Module) -> set[str]:
    """Return the codes of a module, those included that a helper of the module is handed or puts together."""
    found: set[str] = set()
    for function in (n for n in ast.walk(tree) if isinstance(n, ast.FunctionDef | ast.AsyncFunctionDef)):
        for call in calls(function, *SAYS):
            found |= said(call.args[0], function, tree)
    return found


def said(code: ast.expr, function: Function, tree: ast.Module) -> set[str]:
    """Return the codes that the first argument of a finding may be."""
    match code:
        case ast.Constant(value=str(value)):
            return {value}
        case ast.JoinedStr(values=[ast.Constant(value=str(head)), ast.FormattedValue(value=rest)]):
            return {f"{head}{tail}" for tail in said(rest, function, tree)}
        case ast.Subscript(value=ast.Name(id=table)):
            tables = (
                n for n in tree.body if isinstance(n, ast.Assign) and table in map(ast.unparse, n.targets)
            )
            return {value for one in tables for value in constants(one.value)}
        case ast.Name(id=name):
            return local(name, function) or handed(name, function, tree)
        case _:
            raise AssertionError(ast.unparse(code))


def local(name: str, function: Function) -> set[str]:
    """Return the codes that a function gives to a name of its own."""
    made = (
        n.value for n in ast.walk(function) if isinstance(n, ast.Assign) and name == ast.unparse(n.targets[0])
    )
    branches = (b for v in made for b in ((v.body, v.orelse) if isinstance(v, ast.IfExp) else (v,)))
    return {value for branch in branches for value in constants(branch)}


def handed(name: str, function: Function, tree: ast.Module) -> set[str]:
    """Return the codes that a function is handed under the name of one of its parameters."""
    names = [a.arg for a in function.args.args if a.arg != "self"]
    at = names.index(name)
    return {
        value
        for call in calls(tree, function.name)
        for argument in (*call.args[at : at + 1], *(k.value for k in call.keywords if k.arg == name))
        for value in constants(argument)
    }


@cache
def codes() -> set[str]:
    """Return every code that the program can say."""
    modules = (m for m in SRC.rglob("*.py") if m.name != "findings.py")
    return {code for m in modules for code in codes_in(ast.parse(m.read_text(encoding="utf-8")))}


def test_every_code_is_explained_once_and_no_other() -> None:
    page = (ROOT / "docs" / "checks.md").read_text(encoding="utf-8")
    explained = Counter(re.findall(r"^\| `([a-z-]+/[a-z0-9-]+)` \|", page, re.MULTILINE))
    assert sorted(codes() - explained.keys()) == [], "say in docs/checks.md what these mean and what to do"
    assert sorted(explained.keys() - codes()) == [], "no line of the program says these any more"
    assert [code for code, times in explained.items() if times > 1] == []


def test_a_code_is_two_words_with_a_stroke_between() -> None:
    assert [code for code in codes() if not re.fullmatch(r"[a-z]+/[a-z0-9]+(-[a-z0-9]+)*", code)] == []


# --- commands and targets ---


def verbs() -> list[str]:
    """Return the commands of the command line."""
    return re.findall(r"^    ([a-z]+)\s", parser().format_help(), re.MULTILINE)


def targets() -> list[str]:
    """Return the targets that `make help` lists."""
    return re.findall(r"^([a-z-]+):.*## ", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)


def test_the_lists_are_not_empty() -> None:
    assert {"build", "check", "new"} <= set(verbs())
    assert {"pdf", "docx", "test"} <= set(targets())


@pytest.mark.parametrize("verb", verbs())
def test_a_command_is_documented(verb: str) -> None:
    assert f"reportpub {verb}" in texts()


@pytest.mark.parametrize("target", targets())
def test_a_target_of_make_is_documented(target: str) -> None:
    assert f"make {target}" in texts()


def test_no_command_is_documented_that_is_not_there() -> None:
    named = set(re.findall(r"(?:`|bin/)reportpub ([a-z]+)", texts()))
    assert sorted(named - set(verbs())) == []
    made = set(re.findall(r"`make ([a-z-]+)", texts()))
    assert sorted(made - set(targets())) == []


# --- links, pictures, names ---


@pytest.mark.parametrize("page", DOCUMENTS, ids=lambda page: page.name)
def test_what_a_page_links_to_is_there(page: Path) -> None:
    linked = [found[1] for found in LINK.finditer(page.read_text(encoding="utf-8"))]
    assert [name for name in linked if not (page.parent / name).exists()] == []


@pytest.mark.parametrize("page", DOCUMENTS, ids=lambda page: page.name)
def test_a_page_names_no_machine(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    assert [name for name in FORBIDDEN if name in text] == []


def test_pictures_are_small() -> None:
    pictures = sorted((ROOT / "docs" / "images").glob("*"))
    assert [p.name for p in pictures if p.stat().st_size > LARGEST_PICTURE] == []


def test_the_map_of_the_code_names_no_module_that_is_gone() -> None:
    page = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    mapped = re.findall(r"^- `([a-z_/]+\.py)`:", page, re.MULTILINE)
    assert [name for name in mapped if not (SRC / name).is_file()] == []


# --- what is said, in both languages ---

MEND = "write the Chinese into src/reportpub/messages/zh.po; `python -m tests.messages` adds and drops lines"


def test_every_sentence_has_chinese_and_no_chinese_is_left_over() -> None:
    said, there = set(spoken()), {entry.msgid for entry in entries() if entry.translated()}
    assert sorted(said - there) == [], MEND
    assert sorted(there - said) == [], MEND


def test_both_languages_take_the_same_arguments() -> None:
    assert [e.msgid for e in entries() if fields(e.msgid) != fields(e.msgstr)] == []
