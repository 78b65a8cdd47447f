"""A report of 9 August 2021, read whole: what must be known from it, and what must not."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from whoholds.database import Database, in_memory
from whoholds.picture import ResolvedClaim

REPORT = Path(__file__).parents[2] / "shared" / "gold" / "seed-kunduz-2021" / "report.txt"
TALIBAN, GOVERNMENT = "Taliban", "Afghan government"
TAKING = ("capture", "handover")


@pytest.fixture(scope="module")
def seed() -> Iterator[Database]:
    if not REPORT.exists():
        pytest.skip(f"the annotated report is not at {REPORT}")
    with in_memory() as database:
        database.add(REPORT, published="2021-08-09")
        yield database


def taken(database: Database, place: str) -> list[ResolvedClaim]:
    """The claims that the Taliban took a place in August 2021."""
    return [
        claim
        for claim in database.claims(place=place)
        if claim.claim.type in TAKING
        and claim.actor == TALIBAN
        and claim.days.end is not None
        and claim.days.end.year == 2021
    ]


def test_kunduz_has_three_positions(seed: Database) -> None:
    stances = seed.control("Kunduz").why().stances
    reported = [one for one in stances if one.words == "Taliban holds it" and not one.unverified]
    fighting = [one for one in stances if one.words == "there is fighting inside it" and not one.unverified]
    filmed = [one for one in stances if one.unverified and any("ideos" in v.quote for v in one.voices)]
    assert len(reported) == len(fighting) == len(filmed) == 1
    assert any("reported to have conquered" in voice.quote for voice in reported[0].voices)
    assert any(
        "Afghan government" in voice.says and "special forces were still fighting" in voice.quote
        for voice in fighting[0].voices
    )
    assert any("not verified" in voice.marks for voice in filmed[0].voices)


def test_aybak_was_handed_over_says_an_official_of_the_losing_side(seed: Database) -> None:
    answer = seed.control("Aybak")
    handovers = [claim for claim in answer.claims.values() if claim.claim.type == "handover"]
    official = next(claim for claim in handovers if "Samangani" in (claim.claimer or ""))
    assert (official.actor, official.recipient, official.side) == (TALIBAN, GOVERNMENT, GOVERNMENT)
    assert official.against_interest
    assert official.relayed_by == "AFP"
    assert answer.state.holder == TALIBAN


def test_the_army_is_silent_at_aybak(seed: Database) -> None:
    (silence,) = seed.control("Aybak").silences
    assert (silence.party, silence.words) == (GOVERNMENT, "the army")
    assert seed.control("Kunduz").silences == ()


@pytest.mark.parametrize("place", ["Taloqan", "Sar-e Pul", "Kunduz"])
def test_what_is_reported_taken(seed: Database, place: str) -> None:
    assert taken(seed, place)


def test_mazar_fights_and_the_army_says_it_pushed_them_back(seed: Database) -> None:
    claims = seed.claims(place="Mazar-e Sharif")
    assert any(claim.claim.type == "clash" for claim in claims)
    repel = next(claim for claim in claims if claim.claim.type == "repel")
    assert (repel.actor, repel.recipient, repel.side) == (GOVERNMENT, TALIBAN, GOVERNMENT)
    assert repel.claimer == "Army commanders"
    assert not taken(seed, "Mazar-e Sharif")


def test_lashkar_gah_has_its_explosion_and_its_dead(seed: Database) -> None:
    claims = seed.claims(place="Lashkar Gah")
    explosion = next(claim for claim in claims if claim.claim.type == "explosion")
    assert explosion.days.start == explosion.days.end == date(2021, 8, 9)
    told = [claim for claim in claims if claim.claimer == "Residents"]
    figures = [figure for claim in told for figure in claim.claim.figures]
    assert ("killed", "civilians", 20) in {(one.kind, one.who, one.estimate.best) for one in figures}


def test_pul_e_khumri_is_not_claimed_taken(seed: Database) -> None:
    assert not taken(seed, "Pul-e Khumri")
    assert seed.control("Pul-e Khumri").state.status == "unknown"


def test_history_is_dated_to_its_years(seed: Database) -> None:
    earlier = seed.control("Kunduz").why().earlier
    assert {voice.when for voice in earlier} == {"2015", "2016"}


def test_nothing_of_it_is_known_a_week_before(seed: Database) -> None:
    assert seed.claims(as_of="2021-08-01") == ()
    state = seed.control("Kunduz", as_of="2021-08-01").state
    assert (state.status, state.unknown_reason, state.evidence) == ("unknown", "none", ())
