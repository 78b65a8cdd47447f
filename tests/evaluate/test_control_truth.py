"""Truth files: stretches of days or windows of change; what is wrong in one is said in one sentence."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from whoholds.errors import InputError
from whoholds.evaluate import evaluate_trials, read_trial
from whoholds.evaluate.control_truth import AROUND, read_truth
from whoholds.gazetteer import load_gazetteer

WINDOWS = "place,lat,lon,before,holder,lo,hi\n"
KUNDUZ = "Kunduz,36.728,68.868,Afghan government,Taliban"
TEXT = "Taliban fighters captured Kunduz on Sunday, residents said."


def held(tmp_path: Path, *lines: str, heading: str = WINDOWS) -> dict[date, str | None]:
    file = tmp_path / "truth.csv"
    file.write_text(heading + "".join(f"{line}\n" for line in lines), encoding="utf-8")
    truth = read_truth(file, load_gazetteer())
    (days,) = truth.held.values()
    return {date.fromordinal(truth.first.toordinal() + n): holder for n, holder in enumerate(days)}


def test_within_a_window_it_is_not_known(tmp_path: Path) -> None:
    days = held(tmp_path, f"{KUNDUZ},2021-08-07,2021-08-09")
    assert min(days) == date(2021, 8, 7) - AROUND
    assert max(days) == date(2021, 8, 9) + AROUND
    assert days[date(2021, 8, 6)] == "Afghan government"
    assert [days[date(2021, 8, day)] for day in (7, 8, 9)] == [None, None, "Taliban"]


def test_a_window_of_one_day_is_a_day(tmp_path: Path) -> None:
    days = held(tmp_path, f"{KUNDUZ},2021-08-08,2021-08-08")
    assert None not in days.values()
    assert days[date(2021, 8, 7)] != days[date(2021, 8, 8)]


def test_windows_follow_each_other(tmp_path: Path) -> None:
    back = "Kunduz,36.728,68.868,Taliban,Afghan government"
    days = held(tmp_path, f"{KUNDUZ},2015-09-28,2015-09-28", f"{back},2015-10-01,2015-10-03")
    assert [days[date(2015, 9, 28)], days[date(2015, 9, 30)]] == ["Taliban", "Taliban"]
    assert days[date(2015, 10, 2)] is None
    assert days[date(2015, 10, 3)] == "Afghan government"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "is empty"),
        ("no table at all\n", "no column place, from, to, holder"),
        ("place,holder,lo,hi\nX,A,2011-03-01,2011-03-02\n", "no column before"),
        ("place,lo,to,holder\nX,2011-03-01,2011-03-02,A\n", "no column from"),
        (f"{WINDOWS}X,,,,A,2011-03-01,2011-03-02\n", "line 2: it does not say who held it before"),
        (f"{WINDOWS}X,,,A,A,2011-03-01,2011-03-02\n", "line 2: A holds it before and after"),
        (f"{WINDOWS}X,,,A,B,2011-03-05,2011-03-02\n", "line 2: it begins on 2011-03-05 after"),
        (f"{WINDOWS}X,,,A,B,2011-03-05,\n", "line 2: The date ''"),
        (f"{WINDOWS}X,99,1,A,B,2011-03-05,2011-03-06\n", "line 2"),
        (f"{WINDOWS}X,,,A,B,2011-03-01,2011-03-02\nX,,,C,A,2011-04-01,2011-04-02\n",
         "line 3: C cannot hold it before 2011-04-01, for by line 2 B came by 2011-03-02"),
        (f"{WINDOWS}X,,,A,B,2011-03-01,2011-03-09\nX,,,B,A,2011-03-05,2011-03-12\n",
         "line 3: B cannot hold it"),
        ("place,from,to,holder\nX,2011-03-01,2011-03-09,A\nX,2011-03-05,2011-03-12,B\n",
         "line 3: its days from 2011-03-05 on stand in line 2 too"),
    ],
)  # fmt: skip
def test_a_truth_that_cannot_be_is_refused_in_one_sentence(tmp_path: Path, text: str, said: str) -> None:
    file = tmp_path / "truth.csv"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(InputError, match=said) as caught:
        read_truth(file, load_gazetteer())
    assert "\n" not in str(caught.value)


def test_a_truth_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"none\.csv"):
        read_truth(tmp_path / "none.csv", load_gazetteer())


def test_spaces_in_the_heading_are_no_names(tmp_path: Path) -> None:
    days = held(tmp_path, "Kunduz,2021-08-01,2021-08-02,Taliban", heading="place, from, to, holder\n")
    assert set(days.values()) == {"Taliban"}


def _claims(tmp_path: Path, place: str, lat: float) -> Path:
    claim = {"quote": TEXT, "type": "capture", "place": place, "lat": lat, "lon": 68.868, "actor": "Taliban",
             "claimer": "residents", "start": "2021-08-08", "end": "2021-08-08"}  # fmt: skip
    row = {"id": "r", "published": "2021-08-09", "text": TEXT, "claims": [claim]}
    file = tmp_path / "claims.jsonl"
    file.write_text(json.dumps(row) + "\n", encoding="utf-8")
    return file


@pytest.mark.parametrize(("lat", "expected"), [(36.728, True), (36.9, False)])
def test_a_town_of_another_name_at_the_same_place_is_the_same(
    tmp_path: Path, lat: float, expected: bool
) -> None:
    truth = tmp_path / "truth.csv"
    row = "Town of the bridge,36.72,68.86,Afghan government,Taliban,2021-08-07,2021-08-09"
    truth.write_text(f"{WINDOWS}{row}\n", encoding="utf-8")
    claims = _claims(tmp_path, "Kunduz" if expected else "Elsewhere", lat)
    if not expected:
        with pytest.raises(InputError, match="No dated claim"):
            read_trial(claims, truth)
        return
    report = evaluate_trials([read_trial(claims, truth, government="Afghan government")])
    changes = report.scores["nowcast"]["whoholds"].flips
    assert (changes.true, changes.errors) == (1, (0,))
