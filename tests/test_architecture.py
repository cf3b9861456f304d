"""The shape of the code: small files with plain names, sentences at their head, and layers that hold."""

import ast
import re
import statistics
from collections.abc import Iterator
from pathlib import Path

import pytest
from importlinter.cli import lint_imports

ROOT = Path(__file__).parents[1]
SRC = ROOT / "src"
MODULES = sorted(SRC.rglob("*.py"))

LONGEST = 300
MEDIAN = 120
VAGUE = {
    "base",
    "common",
    "core",
    "handler",
    "helpers",
    "manager",
    "misc",
    "processor",
    "service",
    "utils",
}


def name(module: Path) -> str:
    """Return the path of a module as the tests print it."""
    return module.relative_to(SRC).as_posix()


def tree(module: Path) -> ast.Module:
    """Return a module as a syntax tree."""
    return ast.parse(module.read_text(encoding="utf-8"), filename=str(module))


def lines(module: Path) -> int:
    """Return the number of lines of a module."""
    return len(module.read_text(encoding="utf-8").splitlines())


def public(
    node: ast.Module | ast.ClassDef,
) -> Iterator[ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef]:
    """Yield the public classes and functions of a module or a class, and those inside the classes."""
    for child in node.body:
        if isinstance(
            child, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef
        ) and not child.name.startswith("_"):
            yield child
            if isinstance(child, ast.ClassDef):
                yield from public(child)


def is_one_sentence(docstring: str | None) -> bool:
    """Tell whether the first paragraph is one sentence, which ends with a full stop or, in a check, asks."""
    first = " ".join((docstring or "").strip().split("\n\n")[0].split())
    # A stop in a file name, a number or a list mark (I. A. 1.) does not end a sentence.
    return first.endswith((".", "?")) and not re.search(r"[a-z)`]{2}[.?!] [A-Z]", first)


@pytest.mark.parametrize("module", MODULES, ids=name)
def test_a_module_begins_with_one_sentence(module: Path) -> None:
    assert is_one_sentence(ast.get_docstring(tree(module)))


@pytest.mark.parametrize("module", MODULES, ids=name)
def test_every_public_class_and_function_says_what_it_is_in_one_sentence(module: Path) -> None:
    silent = [node.name for node in public(tree(module)) if not is_one_sentence(ast.get_docstring(node))]
    assert silent == []


@pytest.mark.parametrize("module", MODULES, ids=name)
def test_a_module_is_short_and_its_name_says_what_it_holds(module: Path) -> None:
    assert lines(module) <= LONGEST
    assert not VAGUE & {module.stem, *module.relative_to(SRC).parent.parts}


def test_half_of_the_modules_are_shorter_than_two_screens() -> None:
    assert statistics.median(lines(module) for module in MODULES if module.name != "__init__.py") < MEDIAN


@pytest.mark.parametrize("module", [m for m in MODULES if m.name == "__init__.py"], ids=name)
def test_a_package_opens_with_a_sentence_and_no_code(module: Path) -> None:
    code = [ast.unparse(node) for node in tree(module).body[1:]]
    if module.parent == SRC / "reportpub":
        assert len(code) == 1
        assert code[0].startswith("__version__ = ")
    else:
        assert code == []


def test_the_architecture_page_names_every_module() -> None:
    page = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    modules = (m for m in MODULES if not m.name.startswith("__"))
    missing = [name(m) for m in modules if not re.search(rf"\b{m.stem}(\.py)?\b", page)]
    assert missing == []


def test_imports_keep_to_the_layers_and_to_the_owners(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(ROOT)
    code = lint_imports(no_cache=True, no_logo=True)
    assert code == 0, capsys.readouterr().out
