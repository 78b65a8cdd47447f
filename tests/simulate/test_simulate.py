"""Simulated wars: the same seed gives the same, truth is whole, and the files say what the objects say."""

from __future__ import annotations

import csv
from collections import Counter
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from whoholds.control.positions import position_of
from whoholds.errors import DataError, WhoholdsError
from whoholds.gazetteer import load_gazetteer
from whoholds.model import Factuality, content_key
from whoholds.reports import read_coded
from whoholds.resolve import Told, resolve_report
from whoholds.simulate import CONTESTED, Numbers, numbers_of, simulate, truth_rows, war_numbers, write

FROZEN = "d9725228e4097b25"
"""What the generator gave before any method was measured on it. It is not tuned after."""
COMPARED = (
    "actor", "recipient", "days", "known_from", "claimer", "relayed_by", "side", "outlet", "own_interest",
    "against_interest", "precision", "dated", "published",
)  # fmt: skip


def small() -> Numbers:
    """A short war with few places."""
    numbers = war_numbers()
    return replace(numbers, ground=replace(numbers.ground, days=60, places=12, quiet=0.0))


def test_the_same_seed_gives_the_same_war_and_another_another() -> None:
    assert simulate(3, small()) == simulate(3, small())
    assert simulate(3, small()).war.held != simulate(4, small()).war.held


def test_the_truth_has_every_place_on_every_day_once() -> None:
    war = simulate(5, small()).war
    days: dict[str, int] = Counter()
    last: dict[str, date] = {}
    for place, first, end, holder in truth_rows(war):
        assert holder in (*war.ground.sides, CONTESTED)
        assert place not in last or first == last[place] + timedelta(days=1)
        last[place] = end
        days[place] += (end - first).days + 1
    assert set(days.values()) == {60}
    assert len(days) == 12


def test_nobody_tells_of_what_has_not_been_announced_or_begun() -> None:
    for one in simulate(6).printed:
        if one.days is not None:
            assert one.days[1] <= one.published.date()


def test_wars_have_falls_recaptures_sieges_raids_denials_and_quiet_places() -> None:
    wars = [simulate(seed) for seed in range(300, 304)]
    kinds = Counter(one.kind for each in wars for one in each.war.happenings)
    assert all(kinds[kind] for kind in ("taken", "left", "handed over", "besieged", "repelled"))
    assert any(one.again for each in wars for one in each.war.happenings)
    assert all(any(site.quiet for site in each.war.ground.sites) for each in wars)
    said = Counter(one.said.factuality for each in wars for one in each.printed)
    assert said[Factuality.DENIED]
    assert said[Factuality.FUTURE]


def test_what_one_agency_tells_is_printed_by_several_papers() -> None:
    copies = Counter(one.quote for one in simulate(301).printed if one.relayed_by)
    assert max(copies.values()) > 1


def test_the_files_say_what_the_objects_say(tmp_path: Path) -> None:
    made = simulate(7, small())
    claims, truth, baseline = write(made, tmp_path)
    direct = {claim.id: claim for claim in made.claims()}
    gazetteer = load_gazetteer()
    read = read_coded(claims)
    assert len(read) == len(made.printed)
    for report, extraction in read:
        assert report.published is not None
        told = Told(report, extraction, report.published.known_from)
        for claim in resolve_report(told, gazetteer):
            wanted = direct[str(report.name)]
            assert claim.place == wanted.place
            assert position_of(claim) == position_of(wanted)
            for name in COMPARED:
                assert (name, getattr(claim, name)) == (name, getattr(wanted, name))
    assert len(list(csv.DictReader(truth.open(encoding="utf-8")))) == len(list(truth_rows(made.war)))
    assert len(list(csv.DictReader(baseline.open(encoding="utf-8")))) == 12


def test_the_generator_is_as_it_was_when_the_figures_of_the_method_were_measured() -> None:
    told = ((one.published, one.quote, one.outlet) for seed in (0, 19, 100) for one in simulate(seed).printed)
    assert content_key(*told) == FROZEN


@pytest.mark.parametrize("text", ["[ground]\ndays = 3", "not toml", "[ground]\nunknown = 1"])
def test_numbers_that_are_not_as_they_must_be_are_refused(text: str) -> None:
    with pytest.raises(DataError, match=r"war\.toml"):
        numbers_of(text)


def test_files_that_are_there_are_not_written_over(tmp_path: Path) -> None:
    made = simulate(3)
    (tmp_path / "truth.csv").write_text("mine", encoding="utf-8")
    with pytest.raises(WhoholdsError, match=r"truth\.csv already") as refused:
        write(made, tmp_path)
    assert refused.value.exit_code == 1  # nothing given was unreadable
    assert (tmp_path / "truth.csv").read_text(encoding="utf-8") == "mine"
    write(made, tmp_path, replace=True)
    with pytest.raises(WhoholdsError, match="is a file"):
        write(made, tmp_path / "truth.csv")
