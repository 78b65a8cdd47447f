"""`demo`: the whole way on the packaged sample, run twice."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from running import rows, run_command

from whoholds.cli import demo


def test_the_demonstration(tmp_path: Path) -> None:
    """What it found and what it missed, a record that can be asked, a map; again it makes the same."""
    folder = tmp_path / "demo"
    ran = run_command("demo", "--folder", folder, "--no-open")
    if ran.exit_code == 6:
        pytest.skip("the page is not built in this checkout: " + ran.stderr)
    assert ran.exit_code == 0, ran.stderr
    for words in (
        "105 reports recorded",
        "capture",
        "by all reports",
        "What was missed:",
        "not read: ",
        "nats",
    ):
        assert words in ran.stdout
    assert "Kunduz:" in ran.stdout
    assert (folder / "map.html").stat().st_size > 10_000
    address = re.search(r"file://\S+", ran.stderr)
    assert address
    assert address[0] == f"{(folder / 'map.html').as_uri()}#on=2021-08-16&known=then"
    assert len(rows(run_command("claims", "--json", "--db", folder / "whoholds-demo.db"))) > 100
    again = run_command("demo", "--folder", folder, "--no-open", "--missed")
    assert again.exit_code == 0
    assert "105 reports recorded" in again.stdout
    assert len(again.stdout.splitlines()) > len(ran.stdout.splitlines())


def test_a_folder_of_somebody_elses_is_left_alone(tmp_path: Path) -> None:
    """Exit code 3, and nothing in it is touched."""
    mine = tmp_path / "mine.txt"
    mine.write_text("mine", encoding="utf-8")
    ran = run_command("demo", "--folder", tmp_path, "--no-open")
    assert ran.exit_code == 3
    assert [one.name for one in tmp_path.iterdir()] == ["mine.txt"]


@pytest.mark.parametrize(("display", "shown"), [("", False), (":0", True)])
def test_a_browser_is_opened_only_where_there_is_a_display(
    monkeypatch: pytest.MonkeyPatch, display: str, shown: bool
) -> None:
    """By what the system says of its screen."""
    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.setenv("DISPLAY", display)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    assert demo.has_display() is shown
