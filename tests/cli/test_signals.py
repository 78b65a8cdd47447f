"""The command among signals, pipes and terminals: Ctrl-C, `| head -1`, colours."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

import pytest
from processes import POSIX, ended, started

import whoholds
from whoholds.cli.stopping import interrupted
from whoholds.errors import StoreError
from whoholds.store import Store

TEXT = "Taliban fighters captured the city of Kunduz on Sunday, residents said."
AT_ONCE = """
import sys
from whoholds.cli import main
print("begun", flush=True)
sys.exit(main())
"""


@POSIX
def test_control_c_keeps_what_was_recorded(tmp_path: Path) -> None:
    """Exit code 130 and the count; nothing is half recorded; the same command goes on from there."""
    lines, path = tmp_path / "many.jsonl", tmp_path / "a.db"
    many = [
        json.dumps({"text": f"{TEXT} It was report {n}.", "published": "2021-08-09"}) for n in range(1500)
    ]
    lines.write_text("\n".join(many), encoding="utf-8")
    process = started("add", lines, "--db", path)
    wait_until_something_is_recorded(path)
    process.send_signal(signal.SIGINT)
    out, told = (text.decode("utf-8") for text in process.communicate(timeout=60))
    assert process.returncode == 130
    assert out == ""
    assert told.startswith("Stopped. ")
    with Store.open(path) as store:
        kept = store.record().reports
        assert store.health().integrity == "ok"
    assert 0 < len(kept) < len(many)
    assert int(told.split()[1].replace(",", "")) == len(kept)
    assert all(one.extraction is not None for one in kept)


def wait_until_something_is_recorded(path: Path) -> None:
    """At most half a minute."""
    until = time.monotonic() + 30
    while time.monotonic() < until:
        if path.exists() and path.stat().st_size > 0:
            with suppress(StoreError), Store.open(path) as store:  # the file is there before its tables
                if store.seq > 0:
                    return
        time.sleep(0.05)
    pytest.fail("nothing was recorded in 30 seconds")


@POSIX
def test_a_reader_that_stops_reading(tmp_path: Path) -> None:
    """`| head -1`: no complaint."""
    lines = tmp_path / "in.jsonl"
    lines.write_text("\n".join(json.dumps({"id": n, "text": TEXT}) for n in range(300)), encoding="utf-8")
    process = started("claims", "--batch", lines)
    assert process.stdout is not None
    assert process.stderr is not None
    assert process.stdout.readline().startswith(b'{"id"')
    process.stdout.close()
    assert process.wait(60) == 0
    assert process.stderr.read() == b""
    process.stderr.close()


@POSIX
@pytest.mark.parametrize(("no_color", "coloured"), [("", True), ("1", False)])
def test_colours_on_a_terminal_unless_told(record: Path, no_color: str, coloured: bool) -> None:
    """NO_COLOR takes the colours away; in a pipe there are none anyway."""
    import pty

    ours, theirs = pty.openpty()
    environment = {**os.environ, "TERM": "xterm-256color", "COLUMNS": "200", "NO_COLOR": no_color}
    environment.pop("WHOHOLDS_DB", None)
    process = started("why", "Kunduz", "--on", "2021-08-09", "--db", record, stdout=theirs, env=environment)
    os.close(theirs)
    shown = read_all(ours)
    process.communicate(timeout=60)
    assert process.returncode == 0
    assert ("\x1b[33m" in shown) is coloured
    assert "Kunduz" in shown


def read_all(terminal: int) -> str:
    """All that is written to a pseudo-terminal until its other end is closed."""
    parts = []
    while True:
        try:
            part = os.read(terminal, 65536)
        except OSError:
            break
        if not part:
            break
        parts.append(part)
    os.close(terminal)
    return b"".join(parts).decode("utf-8")


def test_a_pipe_has_no_colours(record: Path) -> None:
    """And wide lines, so that tables can be searched."""
    code, out, told = ended("control", "--on", "2021-08-09", "--db", record)
    assert (code, "\x1b" in out + told) == (0, False)


@POSIX
@pytest.mark.parametrize("after", [n / 100 for n in range(1, 16)])
def test_control_c_at_once(record: Path, after: float) -> None:
    """While the command is still loading what it needs: the same exit code, at most one sentence."""
    words = (sys.executable, "-c", AT_ONCE, "control", "--db", str(record))
    process = subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert process.stdout is not None
    assert process.stdout.readline() == b"begun\n"
    time.sleep(after)
    process.send_signal(signal.SIGINT)
    _, told = process.communicate(timeout=60)
    assert process.returncode == 130, told
    assert told in (b"", b"Stopped.\n")


def test_what_is_loaded_before_control_c_is_understood() -> None:
    """Next to nothing: neither typing nor anything that waits for a disk."""
    program = "import sys; import whoholds.cli; print(*sys.modules)"
    words = (sys.executable, "-S", "-c", program)
    found = {**os.environ, "PYTHONPATH": str(Path(whoholds.__file__).parents[1])}
    done = subprocess.run(words, capture_output=True, text=True, timeout=60, check=True, env=found)
    assert not {"typing", "dataclasses", "importlib.metadata", "typer"}.intersection(done.stdout.split())


@POSIX
@pytest.mark.parametrize("words", [("--help",), ("judge", "--help"), ()])
def test_help_of_which_only_the_beginning_is_read(words: tuple[str, ...]) -> None:
    """`whoholds --help | head -1`: no complaint, exit code 0."""
    read, write = os.pipe()
    os.close(read)
    process = started(*words, stdout=write)
    os.close(write)
    _, told = process.communicate(timeout=60)
    assert (process.returncode, told) == (0, b"")


@pytest.mark.parametrize("wrapping", ["cause", "context"])
def test_control_c_is_known_in_what_python_makes_of_it(wrapping: str) -> None:
    """Inside the making of a class Python 3.11 turns it into a RuntimeError."""
    error = RuntimeError("Error calling __set_name__")
    setattr(error, f"__{wrapping}__", KeyboardInterrupt())
    assert interrupted(error)
    assert not interrupted(RuntimeError("another fault"))
