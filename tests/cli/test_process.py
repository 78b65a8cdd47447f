"""The command as a process of its own: what it is given, exit codes."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest
from processes import POSIX, ended, started
from running import rows, run_command

from whoholds.store import Store

TEXT = "Taliban fighters captured the city of Kunduz on Sunday, residents said."


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
    many = [json.dumps({"text": f"{TEXT} This was report {n} of that day."}) for n in range(300)]
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


def test_the_version_as_a_command_and_as_an_option() -> None:
    """Both say the same, without a record."""
    asked = run_command("--version")
    assert (asked.exit_code, asked.stderr) == (0, "")
    assert asked.stdout == run_command("version").stdout


def test_the_package_run_as_a_module_has_exit_codes(tmp_path: Path) -> None:
    """`python -m whoholds` is the command."""
    words = [sys.executable, "-m", "whoholds", "control", "--db", str(tmp_path / "none.db")]
    assert subprocess.run(words, capture_output=True, timeout=60, check=False).returncode == 4


@pytest.mark.parametrize("words", [("add", "-"), ("claims", "-")])
@pytest.mark.parametrize("given", [b"", b"\x00\x01", b'{"id": 1}\n'])
def test_standard_input_is_called_so(tmp_path: Path, words: tuple[str, ...], given: bytes) -> None:
    """Not by the name of a copy that the user never made."""
    code, _, told = ended(*words, "--db", tmp_path / "a.db", given=given)
    assert code == 3
    assert "standard input" in told
    assert tempfile.gettempdir() not in told.replace(str(tmp_path), "")
