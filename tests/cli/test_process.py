"""The command as a process of its own: signals, pipes, terminals, exit codes."""

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
from running import rows, run_command

from whoholds.errors import StoreError
from whoholds.store import Store

POSIX = pytest.mark.skipif(os.name != "posix", reason="signals and pseudo-terminals of POSIX")
COMMAND = (sys.executable, "-m", "whoholds.cli")
TEXT = "Taliban fighters captured the city of Kunduz on Sunday, residents said."


def started(*words: object, **more: object) -> subprocess.Popen[bytes]:
    """A command as a process, with pipes."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("WHOHOLDS")}
    given: dict[str, object] = {
        "stdout": subprocess.PIPE,
        "stderr": subprocess.PIPE,
        "env": environment,
        **more,
    }
    return subprocess.Popen([*COMMAND, *map(str, words)], **given)  # type: ignore[call-overload, no-any-return]


def ended(*words: object, given: bytes | None = None) -> tuple[int, str, str]:
    """Exit code, standard output, standard error."""
    process = started(*words, stdin=subprocess.PIPE)
    out, told = process.communicate(given, timeout=60)
    return process.returncode, out.decode("utf-8"), told.decode("utf-8")


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


def test_standard_input(tmp_path: Path) -> None:
    """Bytes of a pipe, in UTF-8."""
    code, out, told = ended("claims", "-", "--published", "2021-08-09", "--json", given=TEXT.encode())
    assert (code, told) == (0, "")
    assert json.loads(out)["place"] == "Kunduz"


FILES = {
    "empty.txt": (b"", "is empty"),
    "binary.txt": (b"\x7fELF\x00\x01\x02", "not text"),
    "nul.txt": (b"abc\x00def", "not text"),
    "picture.png": (b"\x89PNG\r\n\x1a\n", "not text"),
    "wrong.txt": ("Ще не вмерла".encode("utf-16-le")[1:], "wrong.txt"),
    "table.csv": (b"a,b\n1,2\n", "is a table"),
}


@pytest.mark.parametrize("name", FILES)
def test_what_cannot_be_read(tmp_path: Path, name: str) -> None:
    """Exit code 3 for `claims` and for `add`, with one sentence that names the file."""
    content, words = FILES[name]
    path = tmp_path / name
    path.write_bytes(content)
    ran = run_command("claims", path)
    assert (ran.exit_code, ran.stderr.count("\n")) == (3, 1 if ran.stdout == "" else 2)
    assert words in ran.stderr
    assert name in ran.stderr
    added = run_command("add", path, "--db", tmp_path / "a.db")
    assert added.exit_code == 3
    assert words in added.stderr


def test_a_text_of_100_mb_is_refused_at_once(tmp_path: Path) -> None:
    """It is no report; it is not read into memory to find that out."""
    path = tmp_path / "large.txt"
    with path.open("wb") as file:
        file.truncate(100 * 2**20)
    code, out, told = ended("add", path, "--db", tmp_path / "a.db")
    assert code == 3
    assert "larger than 20 MB" in told
    assert "Traceback" not in told + out


def test_exit_codes_of_a_process(tmp_path: Path) -> None:
    """The codes reach the shell; there is never a traceback."""
    for words, expected in (
        (("claims", tmp_path / "missing.txt"), 3),
        (("control", "--db", tmp_path / "none.db"), 4),
        (("no-such-command",), 2),
        (("version",), 0),
    ):
        code, _, told = ended(*words)
        assert code == expected
        assert "Traceback" not in told


def test_a_file_that_may_not_be_read(tmp_path: Path) -> None:
    """Exit code 3 and what to do."""
    path = tmp_path / "secret.txt"
    path.write_text(TEXT, encoding="utf-8")
    path.chmod(0)
    if os.access(path, os.R_OK):
        pytest.skip("this user may read every file")
    ran = run_command("claims", path)
    assert ran.exit_code == 3
    assert "may not be read" in ran.stderr


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full")
def test_a_full_disk_behind_standard_output(record: Path) -> None:
    """One sentence, exit code 1."""
    with Path("/dev/full").open("wb") as full:
        process = started("claims", "--json", "--db", record, stdout=full)
        _, told = process.communicate(timeout=60)
    assert process.returncode == 1
    assert told.count(b"\n") == 1
    assert b"Traceback" not in told


@POSIX
def test_a_disk_that_takes_no_more(tmp_path: Path) -> None:
    """Exit code 4 and one sentence; what was recorded before can still be asked."""
    import resource

    lines, path = tmp_path / "many.jsonl", tmp_path / "a.db"
    run_command("add", "-", "--db", path, given=TEXT)
    many = [json.dumps({"text": f"{TEXT} It was report {n}."}) for n in range(300)]
    lines.write_text("\n".join(many), encoding="utf-8")
    limit = path.stat().st_size + 30_000
    process = started(
        "add",
        lines,
        "--db",
        path,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit)),
    )
    _, told = process.communicate(timeout=60)
    assert process.returncode == 4, told
    assert b"Traceback" not in told
    assert rows(run_command("claims", "--json", "--db", path))


def test_a_record_that_another_one_writes(tmp_path: Path) -> None:
    """Exit code 4 and who it is."""
    path = tmp_path / "a.db"
    with Store.open(path, write=True):
        code, _, told = ended("add", "-", "--db", path, given=TEXT.encode())
    assert code == 4
    assert f"is being written by another process (number {os.getpid()})" in told


def test_the_record_is_named_by_the_environment(record: Path) -> None:
    """WHOHOLDS_DB stands in for --db."""
    environment = {**os.environ, "WHOHOLDS_DB": str(record)}
    process = started("control", "Kunduz", "--on", "2021-08-09", "--json", env=environment)
    out, _ = process.communicate(timeout=60)
    assert json.loads(out)["place"] == "Kunduz"


@POSIX
def test_words_are_completed() -> None:
    """What the shell's completion asks is answered."""
    environment = {
        **os.environ,
        "_WHOHOLDS_COMPLETE": "complete_bash",
        "COMP_WORDS": "whoholds tim",
        "COMP_CWORD": "1",
    }
    process = started(env=environment)
    out, _ = process.communicate(timeout=60)
    assert out.decode().split() == ["timeline"]


def test_a_fault_inside_is_one_sentence(tmp_path: Path) -> None:
    """Were whoholds itself wrong, the user is told so, without a traceback; exit code 1."""
    program = (
        "import sys, whoholds.cli.keeping as k; k.installed = None\n"
        "from whoholds.cli.run import run\n"
        "sys.exit(run(['version']))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, timeout=60, check=False
    )
    assert done.returncode == 1
    assert done.stderr.startswith("A fault inside whoholds (TypeError")
    assert "Traceback" not in done.stderr


def test_help_loads_nothing_heavy() -> None:
    """What takes long to load is loaded by the commands that need it."""
    program = (
        "import sys\n"
        "from whoholds.cli.run import run\n"
        "code = run(['--help'])\n"
        "heavy = {'spacy', 'numpy', 'apsw', 'whoholds.database', 'whoholds.gazetteer'} & set(sys.modules)\n"
        "sys.exit(str(heavy) if heavy else code)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, timeout=60, check=False
    )
    assert done.returncode == 0, done.stderr
    assert "Who controls which place" in done.stdout


def test_both_batch_and_record_answer_alike(record: Path, sample: Path) -> None:
    """What a batch reads in a report is what the record holds of it, but for what more reports tell."""
    kept: dict[str, set[str]] = {}
    for row in rows(run_command("claims", "--json", "--db", record)):
        kept.setdefault(row["report"], set()).add(row["quote"])
    for row in rows(run_command("claims", "--batch", sample)):
        assert {one["quote"] for one in row["claims"]} == kept.get(row["id"], set())


@pytest.mark.parametrize("module", ["whoholds", "whoholds.cli"])
def test_the_module_ends_as_the_command_does(module: str, tmp_path: Path) -> None:
    """Its exit code is that of the command, so that a script sees what went wrong."""
    command = [sys.executable, "-m", module, "add", "missing.txt", "--db", "a.db"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert (done.returncode, "missing.txt" in done.stderr) == (3, True)
