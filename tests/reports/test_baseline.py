"""Who held what when the reports begin, from a table."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from whoholds.errors import InputError
from whoholds.model import Coded, EventType, Published
from whoholds.reports import read_baseline

TABLE = """place,holder,from,province,lat,lon,note
Kunduz,Afghan government,2021-05-01,,,,capital
Imam Sahib,Taliban,2021-04-20,Kunduz,37.19,68.93,"a note
over two lines"

"Zaranj",Afghan government,2021-05-01,Nimroz,,,
"""


def written(tmp_path: Path, table: str) -> Path:
    path = tmp_path / "baseline.csv"
    path.write_bytes(table.encode())
    return path


@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_every_row_is_a_claim_whose_quote_is_the_row(tmp_path: Path, line_end: str) -> None:
    table = TABLE.replace("\n", line_end)
    report, read = read_baseline(written(tmp_path, table))
    assert (report.kind, report.text, report.name) == ("baseline", table, "baseline.csv")
    assert report.published == Published(date(2021, 4, 20))
    assert (read.extractor, read.report) == ("baseline", report.key)
    assert {claim.type for claim in read.claims} == {EventType.HOLD}
    quotes = [claim.quote.of(table) for claim in read.claims]
    assert quotes[0] == "Kunduz,Afghan government,2021-05-01,,,,capital"
    assert quotes[1].endswith(f'"a note{line_end}over two lines"')
    assert quotes[2] == '"Zaranj",Afghan government,2021-05-01,Nimroz,,,'
    first, second, third = (claim.coded for claim in read.claims)
    may, april = date(2021, 5, 1), date(2021, 4, 20)
    assert first == Coded(place="Kunduz", actor="Afghan government", start=may, end=may)
    assert second == Coded(
        place="Imam Sahib, Kunduz", lat=37.19, lon=68.93, actor="Taliban", start=april, end=april
    )
    assert third is not None
    assert third.place == "Zaranj, Nimroz"
    assert [claim.place and claim.place.span.of(table) for claim in read.claims] == [
        "Kunduz",
        "Imam Sahib",
        "Zaranj",
    ]


def test_semicolons_and_capitals_in_the_heading(tmp_path: Path) -> None:
    _, read = read_baseline(written(tmp_path, "Place;Holder;From;Country\nGao;Mali;2012-01-01;Mali\n"))
    coded = read.claims[0].coded
    assert coded is not None
    assert (coded.place, coded.actor) == ("Gao, Mali", "Mali")


@pytest.mark.parametrize(
    ("table", "why"),
    [
        ("place,holder\nGao,Mali\n", "no column from"),
        ("place,holder,from\n", "no rows"),
        ("place,holder,from\nGao,Mali,May 2012\n", "line 2: The date"),
        ("place,holder,from\nGao,,2012-01-01\n", "line 2 has no holder"),
        ("place,holder,from\nGao\n", "line 2 has no holder"),
        ("place,holder,from,lat,lon\nGao,Mali,2012-01-01,16,\n", "line 2: lat"),
        ('place,holder,from\n"Gao,Mali,2012-01-01\n', "not CSV"),
        ("", "empty"),
    ],
)
def test_a_table_that_cannot_be_read(tmp_path: Path, table: str, why: str) -> None:
    path = written(tmp_path, table)
    with pytest.raises(InputError, match=why) as refused:
        read_baseline(path)
    assert str(path) in str(refused.value)


def test_all_rows_that_are_wrong_are_told(tmp_path: Path) -> None:
    rows = ["Gao,Mali,May 2012", "Gao,Mali,2012-01-01", "Kidal,,2012-01-01"]
    with pytest.raises(InputError) as refused:
        read_baseline(written(tmp_path, "\n".join(("place,holder,from", *rows))))
    first, second, last = str(refused.value).split("\n")
    assert "line 2: The date 'May 2012'" in first
    assert "line 4 has no holder" in second
    assert last.startswith("Nothing was taken")
