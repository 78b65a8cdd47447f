"""`whoholds serve` as a process: it says where, answers, and ends as documented."""

from __future__ import annotations

import json
import re
import signal
import socket
import subprocess
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from processes import POSIX, ended, started
from running import run_command

ADDRESS = re.compile(r"http://\S+/")


@contextmanager
def serving(*words: object) -> Iterator[tuple[subprocess.Popen[bytes], str, str]]:
    """The process, its address, and the line that it said."""
    process = started(*words, "serve", "--port", "0")
    try:
        assert process.stderr is not None
        said = process.stderr.readline().decode("utf-8")
        found = ADDRESS.search(said)
        assert found is not None, said
        yield process, found.group(), said
    finally:
        process.kill()
        process.communicate()


@POSIX
def test_it_answers_and_stops_with_ctrl_c(record: Path) -> None:
    with serving("--db", record) as (process, address, said):
        assert "reading only" in said
        assert address.startswith("http://127.0.0.1:")
        with urllib.request.urlopen(f"{address}api/control?on=2021-08-09") as answer:
            assert json.load(answer)["places"]
        process.send_signal(signal.SIGINT)
        out, told = process.communicate(timeout=60)
        assert process.returncode == 130
        assert out == b""
        assert b"Traceback" not in told
        assert told.decode("utf-8").splitlines()[-1] == "Stopped."


def test_a_busy_port_is_one_sentence(record: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        code, out, told = ended("--db", record, "serve", "--port", port)
    assert (code, out) == (1, "")
    assert told.startswith(f"Cannot serve at 127.0.0.1:{port} (")
    assert len(told.splitlines()) == 1


def test_a_host_that_is_none_is_one_sentence(record: Path) -> None:
    ran = run_command("serve", "--host", "no such host", "--db", record)
    assert (ran.exit_code, len(ran.stderr.splitlines())) == (1, 1)


def test_without_a_record_there_is_nothing_to_serve(tmp_path: Path) -> None:
    ran = run_command("serve", "--port", 0, "--db", tmp_path / "none.db")
    assert ran.exit_code == 4
    assert "--write-token-file" in ran.stderr


def test_with_a_token_a_new_record_is_made(tmp_path: Path) -> None:
    token = tmp_path / "token"
    token.write_text("a long random word\n", encoding="utf-8")
    process = started("--db", tmp_path / "new.db", "serve", "--port", 0, "--write-token-file", token)
    try:
        assert process.stderr is not None
        said = process.stderr.readline().decode("utf-8")
        assert "reading and writing" in said
        address = ADDRESS.search(said)
        assert address is not None
        with urllib.request.urlopen(f"{address.group()}api/health") as answer:
            assert json.load(answer)["writing"] is True
    finally:
        process.kill()
        process.communicate()


def test_a_token_file_that_holds_none(tmp_path: Path, record: Path) -> None:
    (tmp_path / "empty").write_text(" \n", encoding="utf-8")
    for name, word in (("empty", "is empty"), ("missing", "could not be read")):
        ran = run_command("serve", "--write-token-file", tmp_path / name, "--db", record)
        assert ran.exit_code == 3
        assert word in ran.stderr
