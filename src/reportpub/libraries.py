"""The system libraries that WeasyPrint loads: whether they are here, and the packages that bring them.

`setup/environment.sh` asks this module, so that the names of packages are written once.
"""

from __future__ import annotations

import ctypes
import ctypes.util
import platform
import re
import sys
from dataclasses import dataclass
from enum import StrEnum
from typing import assert_never

from reportpub.programs import Advice
from reportpub.sentences import NOTHING, Sentence, as_it_is, say

OLDEST_PANGO = (1, 44)
"""WeasyPrint 70, First steps: "Pango ≥ 1.44.0"."""


class System(StrEnum):
    """The families of systems that differ in how a package is installed."""

    DEBIAN = "debian"
    FEDORA = "fedora"
    MACOS = "macos"
    WINDOWS = "windows"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class Library:
    """A system library: its files on Linux, macOS and Windows, its packages, and how it tells its version."""

    name: str
    files: tuple[str, ...]
    packages: Advice
    version: str = ""
    oldest: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A library as it was met on this machine; `seen` is its version where it tells one."""

    library: Library
    fit: bool
    seen: Sentence


def look() -> tuple[Found, ...]:
    """Return how each library was met, in the order of the table."""
    return tuple(_look(library) for library in LIBRARIES)


def missing_packages(on: System) -> tuple[str, ...]:
    """Return the packages that bring what is absent or too old, once each, as the system names them."""
    return tuple(dict.fromkeys(package(f.library.packages, on) for f in look() if not f.fit))


def advice(on: System) -> Sentence:
    """Return the one command that installs what is missing, or an empty string when nothing is."""
    packages = " ".join(missing_packages(on))
    return command(packages, on, say("in an MSYS2 shell: pacman -S")) if packages else NOTHING


def system() -> System:
    """Return the family of the system this runs on."""
    if sys.platform == "darwin":
        return System.MACOS
    if sys.platform == "win32":
        return System.WINDOWS
    try:
        release = platform.freedesktop_os_release()
    except OSError:
        return System.OTHER
    families = {release.get("ID", ""), *release.get("ID_LIKE", "").split()}
    if families & {"debian", "ubuntu"}:
        return System.DEBIAN
    return System.FEDORA if families & {"fedora", "rhel"} else System.OTHER


def package(packages: Advice, on: System) -> str:
    """Return a package as the system names it; an unknown system is told Debian's name."""
    match on:
        case System.DEBIAN | System.OTHER:
            return packages.debian
        case System.FEDORA:
            return packages.fedora
        case System.MACOS:
            return packages.macos
        case System.WINDOWS:
            return packages.windows
        case _:
            assert_never(on)


def command(packages: str, on: System, on_windows: str = "winget install") -> Sentence:
    """Return the command line that installs packages."""
    match on:
        case System.DEBIAN:
            return as_it_is(f"sudo apt-get install {packages}")
        case System.FEDORA:
            return as_it_is(f"sudo dnf install {packages}")
        case System.MACOS:
            return as_it_is(f"brew install {packages}")
        case System.WINDOWS:
            return say("{how} {packages}", how=on_windows, packages=packages)
        case System.OTHER:
            return say("install what Debian calls {packages}", packages=packages)
        case _:
            assert_never(on)


def _look(library: Library) -> Found:
    loaded = _load(library.files)
    version = _version(loaded, library.version) if loaded and library.version else ""
    numbers = tuple(int(n) for n in re.findall(r"\d+", version))
    fit = loaded is not None and (not library.oldest or numbers >= library.oldest)
    return Found(
        library=library,
        fit=fit,
        seen=as_it_is(version) if version else say("present") if loaded else say("absent"),
    )


def _load(files: tuple[str, ...]) -> ctypes.CDLL | None:
    for file in files:
        # Homebrew's folder is known to `find_library` and not to the loader.
        path = ctypes.util.find_library(file.partition(".dylib")[0][3:]) if file.endswith(".dylib") else file
        try:
            return ctypes.CDLL(path or file)
        except OSError:
            continue
    return None


def _version(loaded: ctypes.CDLL, function: str) -> str:
    tell = loaded[function]
    tell.restype = ctypes.c_char_p
    return bytes(tell()).decode("ascii")


_PANGO = "mingw-w64-ucrt-x86_64-pango"
_HARFBUZZ = "mingw-w64-ucrt-x86_64-harfbuzz"

# The files are those WeasyPrint 70 tries (weasyprint/text/ffi.py), each after those it stands on. On Debian
# PangoFT2 brings them all; their own packages are named differently from release to release.
LIBRARIES = (
    Library(
        name="GObject",
        files=("libgobject-2.0.so.0", "libgobject-2.0.0.dylib", "libgobject-2.0-0.dll"),
        packages=Advice(debian="libpangoft2-1.0-0", fedora="glib2", macos="glib", windows=_PANGO),
    ),
    Library(
        name="Fontconfig",
        files=("libfontconfig.so.1", "libfontconfig.1.dylib", "libfontconfig-1.dll"),
        packages=Advice(debian="libpangoft2-1.0-0", fedora="fontconfig", macos="fontconfig", windows=_PANGO),
    ),
    Library(
        name="HarfBuzz",
        files=("libharfbuzz.so.0", "libharfbuzz.0.dylib", "libharfbuzz-0.dll"),
        packages=Advice(debian="libpangoft2-1.0-0", fedora="harfbuzz", macos="harfbuzz", windows=_HARFBUZZ),
        version="hb_version_string",
    ),
    Library(
        name="HarfBuzz-Subset",
        files=("libharfbuzz-subset.so.0", "libharfbuzz-subset.0.dylib", "libharfbuzz-subset-0.dll"),
        packages=Advice(debian="libharfbuzz-subset0", fedora="harfbuzz", macos="harfbuzz", windows=_HARFBUZZ),
    ),
    Library(
        name="Pango",
        files=("libpango-1.0.so.0", "libpango-1.0.dylib", "libpango-1.0-0.dll"),
        packages=Advice(debian="libpango-1.0-0", fedora="pango", macos="pango", windows=_PANGO),
        version="pango_version_string",
        oldest=OLDEST_PANGO,
    ),
    Library(
        name="PangoFT2",
        files=("libpangoft2-1.0.so.0", "libpangoft2-1.0.dylib", "libpangoft2-1.0-0.dll"),
        packages=Advice(debian="libpangoft2-1.0-0", fedora="pango", macos="pango", windows=_PANGO),
    ),
)
