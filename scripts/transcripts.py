"""What the tutorial shows of the command line, compared with what the commands print.

    python scripts/transcripts.py          compare; tells each line that is not printed any more
    python scripts/transcripts.py --write  write the figures and ids that are printed now into the page

In a block marked `console` a line that begins with "$ " is a command; the lines below it stand in its
output in this order, and "…" stands for lines left out. Figures and ids may differ, words may not.
"""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

PAGE = Path(__file__).parent.parent / "docs" / "tutorial.md"
COLUMNS = "96"
DEMO = ("demo", "--no-open")
RECORD = "whoholds-demo/whoholds-demo.db"
LEFT_OUT = "…"
_BLOCK = re.compile(r"```console\n(.*?)```", re.DOTALL)
_VARIES = re.compile(r"\b(?=[0-9a-f]*\d)[0-9a-f]{8,16}\b|[-+]?\d+(?:\.\d+)?|[─ ]+")


@dataclass(frozen=True, slots=True)
class Shown:
    """A command as a page shows it, with the lines below it."""

    command: str
    lines: tuple[str, ...]


def transcripts(page: str) -> Iterator[Shown]:
    """Every command of the page's `console` blocks, in order."""
    for block in _BLOCK.findall(page):
        for told in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
            command, *lines = told.rstrip("\n").split("\n")
            yield Shown(command, tuple(lines))


def printed(command: str, folder: Path) -> list[str]:
    """The lines that a `whoholds` command prints in a folder; messages come after the answer."""
    program, *words = shlex.split(command, comments=True)
    if program != "whoholds":
        raise ValueError(f"`{command}` is no command of whoholds.")
    around = {**os.environ, "COLUMNS": COLUMNS, "NO_COLOR": "1", "WHOHOLDS_DB": RECORD}
    done = subprocess.run(
        [sys.executable, "-m", "whoholds.cli", *words],
        cwd=folder, capture_output=True, text=True, env=around, check=True,
    )  # fmt: skip
    return [line.rstrip() for line in (done.stdout + done.stderr).splitlines()]


def now_printed(shown: Shown, lines: Sequence[str]) -> list[str | None]:
    """For each shown line the printed one with the same words, below the one before; None: there is none."""
    found: list[str | None] = []
    after = 0
    for line in shown.lines:
        if line.strip() in ("", LEFT_OUT):
            found.append(line)
            continue
        at = next((at for at in range(after, len(lines)) if _alike(lines[at]) == _alike(line)), None)
        found.append(None if at is None else lines[at])
        after = after if at is None else at + 1
    return found


def _alike(line: str) -> str:
    return _VARIES.sub(" # ", line).strip(" #")


Compared = list[tuple[Shown, list[str | None]]]
Run = Callable[[str, Path], list[str]]


def compare(page: str, run: Run = printed) -> Compared:
    """The page's commands, run on a new demonstration, each with what is printed now."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        run(shlex.join(("whoholds", *DEMO)), folder)
        return [(one, now_printed(one, run(one.command, folder))) for one in transcripts(page)]


def missing(shown: Shown, found: Sequence[str | None]) -> list[str]:
    """The shown lines that are not printed."""
    return [line for line, now in zip(shown.lines, found, strict=True) if now is None]


def written(page: str, compared: Compared) -> str:
    """The page with the figures and ids that are printed now; lines that are not printed stay."""
    for shown, found in compared:
        kept = [line if now is None else now for line, now in zip(shown.lines, found, strict=True)]
        before, after = ("\n".join((f"$ {shown.command}", *lines)) for lines in (shown.lines, kept))
        page = page.replace(before, after, 1)
    return page


def main() -> int:
    """Run the demonstration, then every command of the page; 1 where a line is not printed any more."""
    page = PAGE.read_text(encoding="utf-8")
    compared = compare(page)
    wrong = 0
    for shown, found in compared:
        for line in missing(shown, found):
            wrong += 1
            print(f"$ {shown.command}\n  does not print: {line}")
    if "--write" in sys.argv[1:]:
        PAGE.write_text(written(page, compared), encoding="utf-8")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
