"""Commands as processes of their own."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

POSIX = pytest.mark.skipif(os.name != "posix", reason="signals and pseudo-terminals of POSIX")
COMMAND = (sys.executable, "-m", "whoholds.cli")


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
