"""What the documents point to is there: links, pictures, tests, and what the tutorial's commands print."""

from __future__ import annotations

import contextlib
import importlib.util
import re
import shlex
import sys
import tomllib
from pathlib import Path
from types import ModuleType

import pytest
from typer.core import TyperGroup
from typer.main import get_command
from typer.testing import CliRunner

from whoholds.cli.app import app

ROOT = Path(__file__).parents[1]


def load_script(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(name, ROOT / "scripts" / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    sys.modules[name] = script = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(script)
    return script


SCRIPT = load_script("transcripts")
PAGES = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md")])
LINK = re.compile(r"\]\(([^)\s]+)\)|src=\"([^\"]+)\"")
NAMED = re.compile(r"`(tests/[\w/]+\.py)`|`(test_\w+)`")
BLOCK = re.compile(r"```(?:console)?\n(.*?)```", re.DOTALL)
COMMAND = re.compile(r"^(?:\$ )?whoholds (.+)$", re.MULTILINE)
WORK_PATH = re.compile(r"(?<![\w.])/(?:work|tmp|home)/")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_what_a_page_links_to_is_there(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    for target in (one or other for one, other in LINK.findall(text)):
        if not target.startswith(("http://", "https://", "#")):
            assert (page.parent / target.partition("#")[0]).exists(), target
    assert WORK_PATH.search(text) is None


def test_every_page_stands_in_the_contents() -> None:
    contents = (ROOT / "docs" / "index.md").read_text(encoding="utf-8")
    for page in ROOT.glob("docs/**/*.md"):
        name = page.relative_to(ROOT / "docs").as_posix()
        assert name == "index.md" or f"({name})" in contents, name


def test_every_test_that_proves_a_promise_is_there() -> None:
    file, proved = Path(), 0
    for path, name in NAMED.findall((ROOT / "docs" / "promises.md").read_text(encoding="utf-8")):
        if path:
            file = ROOT / path
            assert file.is_file(), path
        else:
            assert re.search(rf"def {name}\(", file.read_text(encoding="utf-8")), f"{file.name}: {name}"
            proved += 1
    assert proved >= 7


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_command_of_a_page_is_one(page: Path) -> None:
    """With its arguments and options, as the command line itself takes them apart; nothing is run."""
    shown = "\n".join(BLOCK.findall(page.read_text(encoding="utf-8")))
    for line in COMMAND.findall(shown):
        words = shlex.split(line.split(" > ")[0], comments=True)
        if not {"…", "COMMAND"} & set(words):
            group = get_command(app)
            assert isinstance(group, TyperGroup)
            with group.make_context("whoholds", words) as outer:
                name, command, rest = group.resolve_command(outer, [*outer._protected_args, *outer.args])
                assert command is not None
                command.make_context(name, rest, parent=outer).close()


def test_commands_are_found_in_pages() -> None:
    assert len(COMMAND.findall("\n".join(BLOCK.findall((ROOT / "README.md").read_text("utf-8"))))) >= 8


def test_the_layers_shown_are_those_that_are_checked() -> None:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    (contract,) = settings["tool"]["importlinter"]["contracts"]
    page = (ROOT / "ARCHITECTURE.md").read_text("utf-8")
    assert "\n".join(("```", *contract["layers"][1:], "```")) in page


def printed_here(command: str, folder: Path) -> list[str]:
    """What the script finds printed, without a process for each command, which takes far longer."""
    environment = {"COLUMNS": SCRIPT.COLUMNS, "NO_COLOR": "1", "WHOHOLDS_DB": SCRIPT.RECORD}
    with contextlib.chdir(folder):
        done = CliRunner().invoke(app, shlex.split(command, comments=True)[1:], env=environment)
    assert done.exit_code == 0, done.output
    return [line.rstrip() for line in (done.stdout + done.stderr).splitlines()]


def test_the_tutorial_shows_what_is_printed() -> None:
    """Words as they are printed; figures and ids are brought up to date by scripts/transcripts.py --write."""
    compared = SCRIPT.compare(SCRIPT.PAGE.read_text(encoding="utf-8"), printed_here)
    assert len(compared) >= 8
    gone = {shown.command: SCRIPT.missing(shown, found) for shown, found in compared}
    assert {command: lines for command, lines in gone.items() if lines} == {}


def test_words_are_compared_and_figures_are_not() -> None:
    (shown,) = SCRIPT.transcripts(
        "```console\n$ whoholds control\n…\n Goma   held   0.79   e279a10e\nno such\n```"
    )
    assert shown == SCRIPT.Shown("whoholds control", ("…", " Goma   held   0.79   e279a10e", "no such"))
    assert SCRIPT.now_printed(shown, ["Goma held 0.81 0279a10f", "else"]) == [
        "…",
        "Goma held 0.81 0279a10f",
        None,
    ]


RUN = re.compile(r"```python\n(.*?)```\n\n```\n(.*?)```", re.DOTALL)
PARTS = (ROOT / "docs" / "how-to" / "use-the-parts.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(("code", "printed"), RUN.findall(PARTS))
def test_what_the_page_on_the_parts_prints_is_printed(
    code: str, printed: str, capsys: pytest.CaptureFixture[str]
) -> None:
    exec(code, {})  # the page's own code, as its reader would run it
    assert capsys.readouterr().out == printed
