"""What an export says of a claim stays so where it is taken in again."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

import whoholds
from whoholds import Database

ON = date(2021, 8, 9)
TOLD = "The Taliban captured Kunduz on Sunday, residents said."
OTHER = "Kunduz fell to the Taliban on Sunday, aid workers said."
WITHDRAWN = "Correction: the Daily Wire has withdrawn its report that the Taliban captured Kunduz."


def made(tmp_path: Path, *texts: tuple[str, str]) -> Database:
    database = whoholds.open(tmp_path / "first.db")
    for number, (text, outlet) in enumerate(texts):
        database.add_text(text, outlet=outlet, published=date(2021, 8, 8 + min(number, 1)))
    return database


def again(tmp_path: Path, database: Database) -> Database:
    exported = tmp_path / "claims.jsonl"
    exported.write_text(
        "".join(json.dumps(whoholds.claim_dict(claim)) + "\n" for claim in database.claims()),
        encoding="utf-8",
    )
    second = whoholds.open(tmp_path / "second.db")
    for _ in range(2):
        second.import_claims(exported)
    return second


def test_what_was_rejected_stays_rejected(tmp_path: Path) -> None:
    with made(tmp_path, (TOLD, "Daily Wire"), (OTHER, "Hill Post")) as first:
        rejected, kept = sorted(first.claims(place="Kunduz"), key=lambda claim: claim.quote, reverse=True)
        first.judge(rejected.id, "reject", reason="Wrong town.")
        with again(tmp_path, first) as second:
            found = {claim.quote: claim.judged for claim in second.claims(place="Kunduz")}
            assert found == {rejected.quote: "reject", kept.quote: None}
            before, after = first.control("Kunduz", on=ON).state, second.control("Kunduz", on=ON).state
            assert (after.status, after.origins) == (before.status, before.origins)
            assert len(second.store.judgements()) == 1


def test_what_an_outlet_took_back_stays_taken_back(tmp_path: Path) -> None:
    with made(tmp_path, (TOLD, "Daily Wire"), (WITHDRAWN, "Daily Wire")) as first:
        assert any(claim.retracted for claim in first.claims(place="Kunduz"))
        with again(tmp_path, first) as second:
            assert second.control("Kunduz", on=ON).state.status == "unknown"
            for asked in (first, second):
                (told,) = (claim for claim in asked.claims(place="Kunduz") if claim.quote == TOLD)
                assert (told.retracted, told.judged, told.counts) == (key_of(first, WITHDRAWN), None, False)


@pytest.mark.parametrize(("as_of", "counts"), [("2021-08-08", True), ("2021-08-09", False)])
def test_what_was_taken_back_counts_until_then_as_before(tmp_path: Path, as_of: str, counts: bool) -> None:
    texts = ((TOLD, "Daily Wire"), (WITHDRAWN, "Daily Wire"))
    with made(tmp_path, *texts) as first, again(tmp_path, first) as second:
        for asked in (first, second):
            told = [one for one in asked.claims(place="Kunduz", as_of=as_of) if one.quote == TOLD]
            whole = [one for one in asked.view(as_of=as_of).resolved.claims if one.quote == TOLD]
            assert [one.counts for one in (*told, *whole)] == [counts, counts]
        states = [asked.control("Kunduz", on=ON, as_of=as_of).state for asked in (first, second)]
        assert states[0].status == states[1].status
        assert states[0].probability == pytest.approx(states[1].probability)


def test_of_an_older_export_what_was_taken_back_is_rejected(tmp_path: Path) -> None:
    with made(tmp_path, (TOLD, "Daily Wire"), (WITHDRAWN, "Daily Wire")) as first:
        rows = [whoholds.claim_dict(claim) for claim in first.claims()]
    exported = tmp_path / "older.jsonl"
    exported.write_text(
        "".join(json.dumps(row | {"retracted_from": None}) + "\n" for row in rows), encoding="utf-8"
    )
    with whoholds.open(tmp_path / "second.db") as second:
        second.import_claims(exported)
        assert [one.judged for one in second.claims(place="Kunduz") if one.quote == TOLD] == ["reject"]


def key_of(database: Database, text: str) -> str:
    return next(one.report.key for one in database.view().resolved.record.reports if one.report.text == text)


@pytest.mark.parametrize("quote", ["They took the town.", "They took Kunduz."])
@pytest.mark.parametrize("factuality", ["certain", "denied"])
def test_an_inferred_place_stays_inferred_and_moves_no_control(
    tmp_path: Path, quote: str, factuality: str
) -> None:
    coded: list[dict[str, Any]] = [
        {"id": f"r{number}", "outlet": f"Outlet {number}", "published": "2021-08-08", "text": quote,
         "claims": [{"quote": quote, "type": "capture", "place": "Kunduz", "actor": "Taliban",
                     "inferred": True, "factuality": factuality}]}
        for number in range(4)
    ]  # fmt: skip
    path = tmp_path / "coded.jsonl"
    path.write_text("".join(json.dumps(line) + "\n" for line in coded), encoding="utf-8")
    with whoholds.open(tmp_path / "first.db") as first:
        first.import_claims(path)
        assert all(claim.inferred for claim in first.claims(place="Kunduz"))
        state = first.control("Kunduz", on=ON).state
        assert (state.status, state.evidence) == ("unknown", ())
        with again(tmp_path, first) as second:
            assert len(second.claims(place="Kunduz")) == 4
            assert all(claim.inferred for claim in second.claims(place="Kunduz"))


def test_a_day_that_was_worked_out_and_a_feeds_own_gain_stay_so(tmp_path: Path) -> None:
    held, praised = "The Taliban control Kunduz.", "The heroic forces liberated Kunduz on Sunday."
    with made(tmp_path, (held, "Hill Post"), (praised, "Front Feed")) as first:
        before = {claim.quote: (claim.dated, claim.own_interest) for claim in first.claims()}
        assert before == {held: (False, False), praised: (True, True)}
        with again(tmp_path, first) as second:
            assert {claim.quote: (claim.dated, claim.own_interest) for claim in second.claims()} == before
            states = [one.control("Kunduz", on=ON).state for one in (first, second)]
            assert states[0].holders == pytest.approx(states[1].holders)


def test_a_place_that_no_gazetteer_knows_stays_in_its_country(tmp_path: Path) -> None:
    told = "Taliban fighters captured the village of Zorbastan in Afghanistan on Sunday, residents said."
    with made(tmp_path, (told, "Daily Wire")) as first, again(tmp_path, first) as second:
        places = [{claim.place.id for claim in asked.claims() if claim.place} for asked in (first, second)]
        assert places == [{"name:zorbastan@iso:AF"}] * 2
