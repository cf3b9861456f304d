"""The preview as the office uses it: see, edit, click, jump, in a real Chromium without a window."""

from __future__ import annotations

import json
import os
import signal
import subprocess  # noqa: TID251  a program that runs on while it is asked and watched
import sys
import time
from collections.abc import Callable, Iterator
from http.client import HTTPConnection
from pathlib import Path
from typing import NamedTuple, TypeVar

import pytest
from selenium import webdriver
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.by import By
from selenium.webdriver.support.select import Select
from tests.small_report import change, copied

from reportpub.programs import MissingProgram, find

T = TypeVar("T")
PATIENCE = 90
"""s; a loaded machine sets even a small report slowly."""
COURTS = "chapters/01-courts.yaml"
SWITCHES = ("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage")


class Running(NamedTuple):
    """A preview that runs: its project, its address, and the file in which its editor notes what it hears."""

    project: Path
    address: str
    heard: Path

    def ask(self, path: str, said: object = None, **headers: str) -> tuple[int, bytes]:
        """Return the status and the body of an answer; something said is sent as JSON."""
        connection = HTTPConnection(self.address.split("/")[2], timeout=PATIENCE)
        body = None if said is None else json.dumps(said)
        connection.request("GET" if body is None else "POST", f"/{path}", body, headers)
        answer = connection.getresponse()
        found = answer.status, answer.read()
        connection.close()
        return found

    def state(self) -> dict[str, object]:
        """Return what the page is told."""
        found = json.loads(self.ask("state")[1])
        assert isinstance(found, dict)
        return found

    def settled(self) -> dict[str, object]:
        """Return the state once nothing is being done any more."""
        return until(lambda: next((s for s in [self.state()] if not s["busy"] and s["leaves"]), None))


def until(look: Callable[[], T | None]) -> T:
    patience = time.monotonic() + PATIENCE
    while time.monotonic() < patience:
        found = look()
        if found:
            return found
        time.sleep(0.05)
    raise AssertionError("it did not come")


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    folder = tmp_path_factory.mktemp("sitting").resolve()
    project, heard = copied(folder / "book"), folder / "heard"
    editor = folder / "editor"
    editor.write_text(f'#!/bin/sh\necho "$@" >{heard}.part && mv {heard}.part {heard}\n')
    editor.chmod(0o755)
    command = [sys.executable, "-I", "-m", "reportpub", "preview", "zh", "--no-browser", "--port", "0"]
    command += ["--project", str(project), "--editor", f"{editor} {{file}}:{{line}}"]
    with subprocess.Popen(  # noqa: S603  our own command
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout
        assert process.stderr
        said = process.stdout.readline()
        assert said.startswith("preview: http://127.0.0.1:")
        yield Running(project, said.split()[1], heard)
        process.send_signal(signal.SIGINT)
        left = process.communicate(timeout=PATIENCE)
        assert (process.returncode, left) == (0, ("", ""))


@pytest.fixture(scope="module")
def browser(running: Running) -> Iterator[webdriver.Chrome]:
    try:
        chromium, driver = find("chromium"), find("chromedriver")
    except MissingProgram as missing:
        pytest.skip(f"needs a browser: {missing}")
    # The engine of the tests knows our faces only; the browser needs those of the system.
    desk = {name: value for name, value in os.environ.items() if name != "FONTCONFIG_FILE"}  # noqa: TID251
    options = webdriver.ChromeOptions()
    options.binary_location = str(chromium)
    for switch in (*SWITCHES, "--window-size=1400,900"):
        options.add_argument(switch)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    chrome = webdriver.Chrome(options=options, service=Service(str(driver), env=desk))
    running.settled()
    chrome.get(running.address)
    until(lambda: chrome.find_elements(By.CSS_SELECTOR, ".spot"))
    yield chrome
    assert chrome.get_log("browser") == []  # type: ignore[no-untyped-call]
    asked = chrome.execute_script("return performance.getEntriesByType('resource').map(e => e.name)")
    assert all(str(name).startswith(running.address) for name in asked)
    chrome.quit()


def test_pages_come_as_pictures_of_the_trimmed_page(running: Running) -> None:
    state = running.settled()
    leaves = state["leaves"]
    assert isinstance(leaves, list)
    assert len(leaves) > 4
    status, picture = running.ask(f"leaf/{leaves[0]['document']}/0.png?width=420")
    assert status == 200
    assert picture[:8] == b"\x89PNG\r\n\x1a\n"
    assert int.from_bytes(picture[16:20]) == 420
    assert int.from_bytes(picture[20:24]) == pytest.approx(594, abs=1), "A4, without the bleed"


@pytest.mark.parametrize("path", ["leaf/none/0.png", "leaf/none/0.png?width=x", "block/none", "none"])
def test_what_is_not_there_is_said(running: Running, path: str) -> None:
    assert running.ask(path)[0] == 404


def test_a_name_that_is_not_ours_is_refused(running: Running) -> None:
    assert running.ask("state", Host="example.org")[0] == 400


@pytest.mark.parametrize("path", ["open", "here"])
def test_no_other_page_can_tell_the_preview_what_to_do(running: Running, path: str) -> None:
    said = {"file": f"source/{COURTS}", "line": 1, "column": 1}
    assert running.ask(path, said, **{"X-Reportpub": "guessed"})[0] == 403
    assert not running.heard.exists()


def test_a_change_is_seen_and_the_place_kept(running: Running, browser: webdriver.Chrome) -> None:
    show = "document.querySelector('.spot[data-block=outlook-quote]').scrollIntoView()"
    browser.execute_script(show)
    where = "const p = place(); return [p.block, p.leaf, Math.round(p.offset)]"
    before = browser.execute_script(where)
    pictures = "return [...document.querySelectorAll('.leaf')].map(leaf => leaf.dataset.name)"
    old = browser.execute_script(pictures)
    change(
        running.project,
        "chapters/02-outlook.yaml",
        "保护知识产权就是保护创新。",
        "保护知识产权，就是保护创新。",
    )
    new = until(lambda: next((p for p in [browser.execute_script(pictures)] if p != old), None))
    assert any(one != other for one, other in zip(old, new, strict=True))
    running.settled()
    assert browser.execute_script(where) == before


def test_a_click_leads_to_the_lines_and_to_both_languages(
    running: Running, browser: webdriver.Chrome
) -> None:
    running.heard.unlink(missing_ok=True)
    browser.execute_script("document.querySelector('.spot[data-block=outlook-quote]').click()")
    until(lambda: browser.find_element(By.ID, "block").is_displayed())
    said = browser.find_elements(By.CSS_SELECTOR, "#said button")
    assert [one.get_attribute("lang") for one in said] == ["zh-Hans", "en"]
    assert said[1].text.startswith("To protect intellectual property")
    assert "- id: outlook-quote" in browser.find_element(By.ID, "lines").text
    said[1].click()
    until(running.heard.exists)
    file, line = running.heard.read_text().strip().rsplit(":", 1)
    assert file == str(running.project / "source/chapters/02-outlook.yaml")
    written = (running.project / "source/chapters/02-outlook.yaml").read_text("utf-8").splitlines()
    assert "To protect intellectual property" in written[int(line) - 1]


def test_a_fault_stands_beside_the_page_it_is_on_and_goes_when_it_is_mended(
    running: Running, browser: webdriver.Chrome
) -> None:
    change(running.project, COURTS, "{cases.received}", "{cases.recieved}")
    # One question each, since news may redraw the page between two.
    mark = until(lambda: browser.execute_script("return document.querySelector('.mark.error')?.title"))
    assert "cases.recieved" in mark
    told = "return document.querySelector('#findings li.error')?.textContent"
    assert "01-courts.yaml:15" in until(lambda: browser.execute_script(told))
    state = "return document.getElementById('state').className"
    assert browser.execute_script(state) == "refused"
    assert len(browser.find_elements(By.CSS_SELECTOR, ".leaf")) > 4, "the last good pages stay"
    change(running.project, COURTS, "{cases.recieved}", "{cases.received}")
    until(lambda: not browser.find_elements(By.CSS_SELECTOR, ".mark.error"))
    until(lambda: browser.execute_script(state) == "fresh")


def test_another_edition_opens_at_the_same_block_and_turns_to_the_other_language(
    running: Running, browser: webdriver.Chrome
) -> None:
    browser.execute_script("document.querySelector('.spot[data-block=outlook-quote]').scrollIntoView()")
    Select(browser.find_element(By.ID, "edition")).select_by_value("sequential")
    until(lambda: browser.execute_script("return shown.edition === 'sequential' && shown.leaves.length > 0"))
    running.settled()
    assert browser.execute_script("const p = place(); return [p.block, p.lang]") == ["outlook-quote", "zh"]
    # The buttons are made anew with every piece of news, so the page itself finds the one that is pressed.
    browser.execute_script("document.querySelector('#languages [data-lang=en]').click()")
    # The foot of the last page may stop it from coming to the very top.
    spot = "document.querySelector('.spot[data-block=outlook-quote][data-lang=en]').getBoundingClientRect()"
    assert browser.execute_script(f"const box = {spot}; return box.top >= 0 && box.bottom <= innerHeight")


def test_the_page_speaks_chinese_and_english(browser: webdriver.Chrome) -> None:
    words = set()
    for _ in range(2):
        words.add(browser.find_element(By.CSS_SELECTOR, "#findings h2").text)
        browser.find_element(By.ID, "tongue").click()
    assert words == {"问题", "Findings"}
