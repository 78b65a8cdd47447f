"""What may be judged: amendments add up in any order, and what cannot be is refused and not recorded."""

from __future__ import annotations

from datetime import date
from itertools import permutations
from pathlib import Path

import pytest

from whoholds.database import Database
from whoholds.errors import InputError, NotFoundError
from whoholds.model import Coded, Factuality, Precision
from whoholds.picture import ResolvedClaim

TEXT = "Taliban fighters captured the city of Kunduz on Sunday, residents said."


@pytest.fixture
def claim(database: Database) -> ResolvedClaim:
    """A claim that Kunduz fell on 8 August 2021, published a day later."""
    database.add_text(TEXT, outlet="Daily Wire", published="2021-08-09")
    (found,) = database.claims()
    assert (found.days.start, found.days.end) == (date(2021, 8, 8), date(2021, 8, 8))
    return found


def amend(database: Database, claim: ResolvedClaim, **values: object) -> ResolvedClaim:
    """The claim after this amendment."""
    assert database.judge(claim.id, "amend", reason="checked", amended=Coded(**values))  # type: ignore[arg-type]
    return database.claim(claim.id)


VALUES: tuple[dict[str, object], ...] = (
    {"place": "Aybak"},
    {"actor": "Northern militia"},
    {"start": date(2021, 8, 6)},
    {"end": date(2021, 8, 9)},
)


@pytest.mark.parametrize("order", list(permutations(VALUES)))
def test_amendments_add_up_in_any_order(
    database: Database, claim: ResolvedClaim, order: tuple[dict[str, object], ...]
) -> None:
    for values in order:
        now = amend(database, claim, **values)
    assert now.place is not None
    assert (now.place.id, now.actor) == ("gn:1127768", "Northern militia")
    assert (now.days.start, now.days.end) == (date(2021, 8, 6), date(2021, 8, 9))
    before = [database.claim(claim.id)]
    database.judge(claim.id, "accept", reason="two people saw it")
    accepted = database.claim(claim.id)
    assert (accepted.judged, accepted.place, accepted.days) == ("accept", now.place, now.days)
    assert accepted.amended
    database.judge(claim.id, "undo", reason="not two people")
    assert [database.claim(claim.id)] == before
    for _ in order:
        database.judge(claim.id, "undo", reason="not so")
    assert database.claims() == (claim,)
    with pytest.raises(InputError, match="left to undo"):
        database.judge(claim.id, "undo", reason="not so")


def test_a_reset_can_be_undone(database: Database, claim: ResolvedClaim) -> None:
    now = amend(database, claim, place="Aybak")
    database.judge(claim.id, "reset", reason="no")
    assert database.claims() == (claim,)
    database.judge(claim.id, "undo", reason="yes")
    assert database.claim(claim.id) == now


def test_the_past_has_the_amendments_of_then(database: Database, claim: ResolvedClaim) -> None:
    amend(database, claim, place="Aybak")
    seq = database.sequence()
    amend(database, claim, actor="Northern militia")
    (then,) = database.claims(recorded=seq)
    assert (then.place_name, then.actor) == ("Aībak", "Taliban")


REFUSED: tuple[tuple[dict[str, object], type[Exception], str], ...] = (
    ({"start": date(2021, 8, 9), "end": date(2021, 8, 7)}, InputError, "Give them in order"),
    ({"start": date(2021, 8, 9)}, InputError, "Give the last day as well"),
    ({"end": date(2021, 8, 7)}, InputError, "Give the first day as well"),
    ({"start": date(2021, 9, 1), "end": date(2021, 9, 1)}, InputError, "when the report was published"),
    ({"end": date(2021, 8, 10)}, InputError, "when the report was published"),
    ({"place": "Kundoz City"}, NotFoundError, "Kundoz City"),
    ({"place": "Kunduzz"}, NotFoundError, "Did you mean Kunduz"),
    ({"place": "Kunduz, Balkh"}, NotFoundError, "Kunduz, Balkh"),
    ({"place_id": "gn:0"}, NotFoundError, "gn:0"),
    ({"place": " "}, InputError, "place is blank"),
    ({"claimer": ""}, InputError, "claimer is blank"),
    ({"place": "Hill 402", "lat": 36.0}, InputError, "latitude and a longitude"),
    ({"place": "Hill 402", "lat": 96.0, "lon": 68.0}, InputError, "not on earth"),
    ({"place": "Kunduz", "precision": Precision.COUNTRY}, NotFoundError, "No country called 'Kunduz'"),
    ({}, InputError, "at least one"),
)


@pytest.mark.parametrize(("values", "error", "words"), REFUSED)
def test_what_cannot_be_is_not_recorded(
    database: Database, claim: ResolvedClaim, values: dict[str, object], error: type[Exception], words: str
) -> None:
    with pytest.raises(error, match=words):
        database.judge(claim.id, "amend", reason="checked", amended=Coded(**values))  # type: ignore[arg-type]
    assert database.claims() == (claim,)
    assert database.judgements() == ()


@pytest.mark.parametrize("reason", ["", " ", "\n\t"])
def test_a_judgement_needs_a_reason(database: Database, claim: ResolvedClaim, reason: str) -> None:
    with pytest.raises(InputError, match="reason is blank"):
        database.judge(claim.id, "reject", reason=reason)
    assert database.judgements() == ()


def test_a_plan_may_be_of_a_later_day(database: Database, claim: ResolvedClaim) -> None:
    later = date(2021, 9, 1)
    now = amend(database, claim, start=later, end=later, factuality=Factuality.FUTURE)
    assert now.days.start == later
    with pytest.raises(InputError, match="when the report was published"):
        database.judge(claim.id, "amend", reason="it was", amended=Coded(factuality=Factuality.CERTAIN))


@pytest.mark.parametrize(
    ("values", "place_id"),
    [
        ({"place": "Kunduz", "precision": Precision.PROVINCE}, "ne:AF-KDZ"),
        ({"place_id": "ne:AF-KDZ"}, "ne:AF-KDZ"),
        ({"place": "Taloqan, Takhar"}, "gn:1123004"),
    ],
)
def test_a_place_is_found_in_the_gazetteer(
    database: Database, claim: ResolvedClaim, values: dict[str, object], place_id: str
) -> None:
    now = amend(database, claim, **values)
    assert now.place is not None
    assert now.place.id == place_id
    (judged,) = database.judgements()
    assert judged.judgement.amended is not None
    assert judged.judgement.amended.place_id == place_id


def test_a_place_of_your_own_can_be_named(database: Database, claim: ResolvedClaim, tmp_path: Path) -> None:
    with pytest.raises(NotFoundError):
        database.judge(claim.id, "amend", reason="checked", amended=Coded(place="Checkpoint Nine"))
    table = tmp_path / "own.csv"
    table.write_text("name,lat,lon\nCheckpoint Nine,36.70,68.80\n", encoding="utf-8")
    database.add_places(table)
    now = amend(database, claim, place="checkpoint nine")
    assert now.place is not None
    assert now.place.name == "Checkpoint Nine"


def test_a_position_makes_a_place_of_its_own(database: Database, claim: ResolvedClaim) -> None:
    now = amend(database, claim, place="Hill 402", lat=36.7, lon=68.8)
    assert now.place is not None
    assert (now.place.name, now.place.lat) == ("Hill 402", 36.7)
    assert amend(database, claim, actor="Northern militia").place == now.place
