"""Leaving towns out: what is counted, on a table made up."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[1] / "scripts"))

from eval_areas import TIMES, count, main, read_towns

TABLE = """known_at,name,lat,lon,held_by
2022-03-01T00:00Z,North,50.00,36.00,Ukraine
2022-03-01T00:00Z,Middle,49.96,36.00,Ukraine
2022-03-01T00:00Z,South,49.92,36.00,Ukraine
2022-03-01T00:00Z,Far,40.00,36.00,Russia
2022-03-01T00:00Z,Nowhere,,,Russia
2022-03-01T00:00Z,Heading,Lat,Lon,Russia
2022-09-01T00:00Z,South,,,Russia
2023-01-01T00:00Z,North,50.00,36.00,(absent)
"""


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "changes.csv"
    path.write_text(TABLE, encoding="utf-8")
    return path


def test_what_a_town_says_on_a_day(table: Path) -> None:
    towns = {town.name: town for town in read_towns(table)}
    assert list(towns) == ["Far", "Middle", "North", "South"]
    south = towns["South"].at(date(2022, 9, 20))
    assert south is not None
    assert (south.holder, south.stirred) == ("Russia", True)
    calm = towns["South"].at(date(2022, 8, 20))
    assert calm is not None
    assert (calm.holder, calm.stirred) == ("Ukraine", False)
    assert towns["North"].at(date(2023, 2, 1)) is None
    assert towns["North"].at(date(2022, 2, 1)) is None


def test_counts_add_up(table: Path) -> None:
    found = count(list(read_towns(table)))
    for where in ("elsewhere", "near a front"):
        parts = [one["n"] for (at, band), one in found.items() if at == where and band]
        assert sum(parts) == found[where, 0.0]["n"]
    for one in found.values():
        assert one["right"] <= one["said"] <= one["n"]
        assert one["solid_right"] <= one["solid"]
    towns = sum(one["n"] for (_, band), one in found.items() if band == 0.0)
    assert 2 * TIMES <= towns < 3 * TIMES  # one town is far from all others, one leaves the table


def test_the_table(table: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr("sys.argv", ["eval_areas.py", str(table)])
    main()
    assert "| elsewhere | all |" in capsys.readouterr().out
