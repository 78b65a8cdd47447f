"""The description of the server holds: answers, errors, refusals are as OpenAPI says, whatever is asked."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from serving import PERMITTED, Served

CONFIG = Path(__file__).with_name("schemathesis.toml")
# A second each; their parameters are as those of the others.
SLOW = ("/api/page.json", "/map.html", "/api/map.png", "/api/map.webp")
COMMAND = (sys.executable, "-m", "schemathesis.cli", "--config-file", str(CONFIG), "run")


def test_all_that_is_described_holds(writable: Served, tmp_path: Path) -> None:
    """All checks of schemathesis: statuses, media types, forms of answers, refusal of what may not be."""
    without = [word for path in SLOW for word in ("--exclude-path", path)]
    permitted = ["--header", f"Authorization: {PERMITTED['Authorization']}"]
    url = f"{writable.address}/openapi.json"
    done = subprocess.run(
        [*COMMAND, url, *permitted, *without, "--seed", "1", "--continue-on-failure", "--no-color"],
        capture_output=True, text=True, timeout=300, check=False, cwd=tmp_path,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout[-20_000:] + done.stderr
    paths = writable.client.get("/openapi.json").json()["paths"]
    described = [path for path, operations in paths.items() for _ in operations]
    tested = [path for path in described if path not in SLOW]
    assert len(described) - len(tested) == len(SLOW)
    assert f"Tested: {len(tested)}\n" in done.stdout, done.stdout[-3000:]
