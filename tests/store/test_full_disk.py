"""A disk that is really full: what cannot be written is said in one sentence, and exit code 4."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

TEXT = "Taliban fighters captured the city of Kunduz on Sunday, residents said. It was report {}."
SMALL = 'mount -t tmpfs -o size={size} none "$1" && shift && exec "$@"'
FULL = """
import json, os, sys
from pathlib import Path
from whoholds.cli.run import run as ended
from whoholds.database import in_memory

folder = Path(sys.argv[1])
record = folder / "a.db"
with in_memory() as all_loaded:  # once, for the processes that come of this one
    all_loaded.add_text(sys.argv[2])

def told(*words, given=""):
    (stdin, give), *outs = (os.pipe() for _ in range(3))
    os.write(give, given.encode())
    os.close(give)
    child = os.fork()
    if child == 0:
        for number, end in enumerate((stdin, outs[0][1], outs[1][1])):
            os.dup2(end, number)
        os.closerange(3, 256)
        code = ended([*words, "--db", str(record)])
        sys.stdout.flush(), sys.stderr.flush()
        os._exit(code)
    for end in (stdin, outs[0][1], outs[1][1]):
        os.close(end)
    out, error = (open(end).read() for end, _ in outs)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), out, error

def run(*words, given=""):
    code, _, error = told(*words, given=given)
    return code, error

assert run("add", "-", "--published", "2021-08-09", given=sys.argv[2])[0] == 0
claim = json.loads(told("claims", "--json")[1].splitlines()[0])["id"]
filler = os.open(folder / "filler", os.O_WRONLY | os.O_CREAT)
try:
    while True:
        os.write(filler, bytes(4096))
except OSError:
    os.close(filler)
for command in (
    ("judge", claim, "accept", "--reason", "seen"),
    ("add", "-"),
    ("purge", claim, "--reason", "x"),
    ("backup", str(folder / "b.db")),
    ("restore", sys.argv[3], str(folder / "c.db")),
):
    print(json.dumps((command[0], *run(*command, given=sys.argv[2] + " More."))))
print(json.dumps(sorted(one.name for one in folder.iterdir())))
os.unlink(folder / "filler")
print(json.dumps(run("judge", claim, "accept", "--reason", "seen")))
print(json.dumps(run("doctor")))
"""


def on_a_small_disk(tmp_path: Path, size: str, *words: str) -> subprocess.CompletedProcess[str]:
    """A program on a disk of this size, seen by this program only (a private mount namespace)."""
    unshare = shutil.which("unshare")
    if unshare is None or subprocess.run([unshare, "--mount", "true"], check=False).returncode:
        pytest.skip("a small disk can be made by root on Linux only")
    disk = tmp_path / "disk"
    disk.mkdir()
    command = [unshare, "--mount", "sh", "-c", SMALL.format(size=size), "sh", str(disk), *words]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=200)
    if "mount:" in done.stderr:
        pytest.skip("a small disk may not be mounted here")
    return done


def test_every_command_that_writes(tmp_path: Path) -> None:
    """Exit code 4 and one sentence; with room again, it goes on, and the record is sound."""
    other = tmp_path / "other.db"
    whoholds = [sys.executable, "-m", "whoholds.cli"]
    subprocess.run(
        [*whoholds, "add", "-", "--db", str(other)], input=TEXT.format(0), text=True, check=True,
        capture_output=True,
    )  # fmt: skip
    disk = str(tmp_path / "disk")
    done = on_a_small_disk(tmp_path, "2m", sys.executable, "-c", FULL, disk, TEXT.format(1), str(other))
    lines = [json.loads(line) for line in done.stdout.splitlines()]
    assert len(lines) == 8, done.stderr
    for name, code, told in lines[:5]:
        assert code == 4, (name, told)
        assert told.startswith("No room left to write to "), (name, told)
        assert told.count("\n") == 1, (name, told)
    assert not {"b.db", "c.db", "b.db.part", "c.db.part", "a.db.lock"}.intersection(lines[5])
    assert lines[6][0] == 0, lines[6]
    assert lines[7][0] == 0, lines[7]


def test_how_many_are_in_is_said(tmp_path: Path) -> None:
    """The count in the sentence is what the record holds."""
    lines = tmp_path / "many.jsonl"
    many = [json.dumps({"text": TEXT.format(n) + " " + os.urandom(6000).hex()}) for n in range(900)]
    lines.write_text("\n".join(many), encoding="utf-8")
    record = str(tmp_path / "disk" / "a.db")
    command = (
        f"{sys.executable} -m whoholds.cli add {lines} --db {record}; echo $?; "
        f"{sys.executable} -m whoholds.cli doctor --json --db {record}"
    )
    done = on_a_small_disk(tmp_path, "6m", "sh", "-c", command)
    code, doctor = done.stdout.splitlines()
    assert code == "4", done.stderr
    told = done.stderr.splitlines()
    (sentence,) = [line for line in told if "No room left" in line]
    recorded = json.loads(doctor)["record_rows"]["report"]
    assert recorded > 0
    assert f"Recorded before: {recorded} reports" in sentence
