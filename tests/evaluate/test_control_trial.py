"""A truth file beside coded claims: read, matched by place, refused where it is wrong."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from whoholds.errors import InputError
from whoholds.evaluate import (
    control_tables,
    control_values,
    evaluate_trials,
    read_trial,
    trial_of,
    write_plots,
)
from whoholds.simulate import Simulation, simulate, war_numbers, write


@pytest.fixture(scope="module")
def war() -> Simulation:
    """Eight places, forty days."""
    numbers = war_numbers()
    ground = replace(numbers.ground, days=40, places=8, quiet=0.3, apart_km=20.0)
    return simulate(12, replace(numbers, ground=ground))


def test_files_and_objects_give_the_same_trial_and_scores(war: Simulation, tmp_path: Path) -> None:
    claims, truth, baseline = write(war, tmp_path)
    read, direct = read_trial(claims, truth, baseline), trial_of(war)
    assert read.held == direct.held
    assert read.first == direct.first
    assert {place: len(rows) for place, rows in read.claims.items()} == {
        place: len(rows) for place, rows in direct.claims.items()
    }
    first, second = (control_values(evaluate_trials([one])) for one in (read, direct))
    assert first["nowcast"]["whoholds"] == second["nowcast"]["whoholds"]
    assert first["retrospective"] == second["retrospective"]


def test_tables_have_every_rule_and_plots_are_written(war: Simulation, tmp_path: Path) -> None:
    report = evaluate_trials([trial_of(war)], variants=["nowcast"])
    assert len(control_tables(report)) == 14
    names = [row[0] for row in control_tables(report)[0].rows]
    assert names[:3] == ["whoholds", "without redundancy", "without own interest"]
    assert {"first holder", "last claim", "best single claimer", "majority of 30 days"} <= set(names)
    assert all(path.stat().st_size > 500 for path in write_plots(report, tmp_path / "new"))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("place,from,to\nX,2011-03-01,2011-03-02\n", "no column holder"),
        ("place,from,to,holder\n", "no rows"),
        ("place,from,to,holder\nX,2011-03-05,2011-03-02,A\n", "line 2: it begins on 2011-03-05 after"),
        ("place,from,to,holder\nX,March,2011-03-02,A\n", "line 2: The date 'March' is not clear"),
        ("place,from,to,holder\n,2011-03-01,2011-03-02,A\n", "line 2: it has no place"),
        ("place,from,to,holder\nX,1950-01-01,2150-03-02,A\n", "spans"),
        ("place,from,to,holder\nNowhere,2011-03-01,2011-03-02,A\n", "No dated claim"),
    ],
)
def test_a_truth_that_is_wrong_is_refused(war: Simulation, tmp_path: Path, text: str, said: str) -> None:
    claims, truth, _ = write(war, tmp_path)
    truth.write_text(text, encoding="utf-8")
    with pytest.raises(InputError, match=said):
        read_trial(claims, truth)


def test_a_government_that_nothing_names_is_refused(war: Simulation, tmp_path: Path) -> None:
    claims, truth, baseline = write(war, tmp_path)
    party = next(holder for held in war.war.held for holder in held if holder and holder != "contested")
    assert read_trial(claims, truth, baseline, party).government == party
    with pytest.raises(InputError, match=f"No party 'Zork' is in the claims.*{party}"):
        read_trial(claims, truth, baseline, "Zork")
