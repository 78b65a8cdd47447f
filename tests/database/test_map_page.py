"""The map page shows what the questions answer, on every day and at every moment of knowledge."""

from __future__ import annotations

import json
import math
import re
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from whoholds.database import Database, in_memory
from whoholds.database.map_turns import AHEAD
from whoholds.exports.page_data import day_number
from whoholds.exports.page_states import standing_of


def data_of(page: str) -> dict[str, Any]:
    """The frame, and the parts by the ids of their places."""
    found = dict(re.findall(r'type="application/json" id="([\w-]+)">(.*?)</script>', page, re.DOTALL))
    read: dict[str, Any] = json.loads(found["picture"])
    parts = [json.loads(found[f"part-{number}"]) for number in range(len(read["places"]))]
    return {**read, "parts": {part["id"]: part for part in parts}}


@pytest.fixture(scope="module")
def page(sample: Database) -> dict[str, Any]:
    return data_of(sample.page(since="2021-07-25", until="2021-08-20", title="August"))


def segments_at(page: dict[str, Any], place: str, *, on: date, as_of: date) -> list[tuple[int, int]]:
    """The segments up to a day: they are kept from the moment before as the changes say."""
    number = next(at for at, row in enumerate(page["places"]) if row["id"] == place)
    segments: list[tuple[int, int]] = []
    for moment, changes in zip(page["moments"], page["changes"], strict=True):
        if moment > day_number(as_of):
            break
        for at, keep, *rest in changes:
            if at == number:
                segments = segments[:keep] + list(zip(rest[::2], rest[1::2], strict=True))
    return [(start, cell) for start, cell in segments if start <= day_number(on)]


def cell_at(page: dict[str, Any], place: str, *, on: date, as_of: date) -> list[Any]:
    """The cell that the page shows."""
    shown = segments_at(page, place, on=on, as_of=as_of)
    cell: list[Any] = page["cells"][shown[-1][1] if shown else 0]
    return cell


@pytest.mark.parametrize(
    "name", ["Kunduz", "Zaranj", "Lashkar Gah", "Herat", "Ghazni", "Aybak", "Spin Boldak", "Kandahar"]
)
@pytest.mark.parametrize("moment", [date(2021, 8, 5), date(2021, 8, 9), date(2021, 8, 13)])
def test_the_page_and_the_question_agree(
    sample: Database, page: dict[str, Any], name: str, moment: date
) -> None:
    for back in (0, 1, 4, 8):
        on = moment - timedelta(days=back)
        answer = sample.control(name, on=on, as_of=moment)
        shown = standing_of(answer.state, answer.claims, None)
        status, holder, _, probability, reason, besieged, claimed, _ = cell_at(
            page, answer.state.place.id, on=on, as_of=moment
        )
        party = page["parties"][holder]["name"] if holder is not None else None
        if status != "contested":
            assert (on, party) == (on, shown.holder)
        assert (on, status, reason, bool(besieged)) == (on, shown.status, shown.reason, shown.besieged)
        assert probability == pytest.approx(shown.probability, abs=0.011)
        named = page["parties"][claimed]["name"] if claimed is not None else None
        assert (on, named) == (on, shown.claimed_for)


@pytest.fixture(scope="module")
def late(sample: Database) -> dict[str, Any]:
    """A page with days long after the last report."""
    return data_of(sample.page(since="2021-08-01", until="2021-10-20"))


@pytest.mark.parametrize("moment", [date(2021, 8, day) for day in (6, 9, 14, 19)])
def test_what_was_known_grows_old_as_the_question_says(
    sample: Database, late: dict[str, Any], moment: date
) -> None:
    """Also on days on which more had become known of a place, and on all that the page says it worked out."""
    assert (late["meta"]["ahead"], late["meta"]["settled"]) == (AHEAD, late["moments"][-1])
    assert late["cells"][1] == ["unknown", None, None, 0.0, "ahead", 0, None, []]
    for place in (one for one in late["places"] if one["id"].startswith("gn:")):
        for on in (moment + timedelta(days=days) for days in (1, 9, AHEAD - 3, AHEAD)):
            answer = sample.control(place["id"], on=on, as_of=moment)
            shown = standing_of(answer.state, answer.claims, None)
            status, holder, _, probability, reason, besieged, *_ = cell_at(
                late, place["id"], on=on, as_of=moment
            )
            party = late["parties"][holder]["name"] if holder is not None and status != "contested" else None
            assert (place["name"], on, status, party) == (
                place["name"],
                on,
                shown.status,
                answer.state.holder,
            )
            assert (reason, besieged) == (shown.reason, shown.besieged)
            assert probability == pytest.approx(
                shown.probability if reason != "none" else probability, abs=0.011
            )


def reasons_at(page: dict[str, Any], place: str, *, on: date, as_of: date) -> tuple[str, list[float]]:
    """What the page explains, and its terms: those with which the segment shown begins, newest known."""
    part = page["parts"][place]
    start = segments_at(page, place, as_of=as_of, on=on)[-1][0]
    rows = [
        (row["as_of"], row["explains"], [nats for _, nats, _ in row["terms"]])
        for row in part["explanations"]
        if row["on"] == start
    ]
    for base, day, known, *last in part["again"]:
        row = part["explanations"][base]
        if day == start:
            rows.append((known, row["explains"], [*(nats for _, nats, _ in row["terms"][:-2]), *last]))
    _, explains, terms = max(row for row in rows if row[0] <= day_number(as_of))
    return explains, terms


@pytest.mark.parametrize("name", ["Kunduz", "Zaranj", "Ghazni", "Aybak"])
@pytest.mark.parametrize("on", [date(2021, 8, 3), date(2021, 8, 8), date(2021, 8, 16), date(2021, 8, 19)])
def test_reasons_are_those_of_the_state_shown(
    sample: Database, page: dict[str, Any], name: str, on: date
) -> None:
    for as_of in (on, date(2021, 10, 5)):
        state = sample.control(name, on=on, as_of=as_of).state
        explains, terms = reasons_at(page, state.place.id, on=on, as_of=as_of)
        assert explains == state.explains
        assert len(terms) == len(state.terms)
        shown = cell_at(page, state.place.id, on=on, as_of=as_of)[3]
        assert 1 / (1 + math.exp(-sum(terms))) == pytest.approx(shown, abs=0.006)


def test_what_was_reported_of_late_is_counted_back_from_the_day_shown(
    sample: Database, late: dict[str, Any]
) -> None:
    """Weeks after the last report of a place, no claim of "the last 72 hours" stands beside it."""
    day = date(2021, 9, 28)
    answer = sample.control("Zaranj", on=day, as_of=day)
    assert answer.state.reported == ()
    assert cell_at(late, answer.state.place.id, on=day, as_of=day)[6] is None


def test_a_day_that_is_told_of_later_has_its_reasons_too() -> None:
    with in_memory() as database:
        database.add_text("Taliban fighters captured Kunduz on Sunday.", published="2021-08-09")
        page = data_of(database.page())
    (part,) = page["parts"].values()
    told = {(row["on"], row["as_of"]) for row in part["explanations"]}
    told |= {(on, as_of) for _, on, as_of, *_ in part["again"]}
    sunday, monday = (day_number(date(2021, 8, day)) for day in (8, 9))
    assert (sunday, monday) in told
    assert page["meta"]["first"] == sunday


def test_it_opens_on_the_day_of_the_last_evidence(sample: Database, page: dict[str, Any]) -> None:
    whole = data_of(sample.page())["meta"]
    assert whole["opens"] == day_number(date(2021, 9, 24))
    assert whole["last"] == day_number(date(2021, 9, 28)) + 7
    assert page["meta"]["opens"] == page["meta"]["last"] == day_number(date(2021, 8, 20))


@pytest.mark.parametrize(
    ("later", "opens"),
    [
        ("Prices of bread doubled within a week.", date(2021, 8, 9)),
        ("Residents of Kunduz went to the polls in June.", date(2021, 8, 9)),
        ("The Taliban captured Kunduz on 8 August 2021.", date(2021, 8, 9)),  # long ago when it was told
        ("The Taliban captured Aybak on Sunday.", date(2022, 3, 1)),
    ],
)
def test_a_late_report_without_evidence_of_its_days_opens_no_page(later: str, opens: date) -> None:
    with in_memory() as database:
        database.add_text("Taliban fighters captured Kunduz on Sunday.", published="2021-08-09")
        database.add_text(later, published="2022-03-01")
        meta = data_of(database.page())["meta"]
        chosen = data_of(database.page(opens=date(2022, 2, 1)))["meta"]
    assert meta["opens"] == day_number(opens)
    assert meta["last"] == day_number(date(2022, 3, 8))
    assert chosen["opens"] == day_number(date(2022, 2, 1))


def test_an_empty_record_shows_no_day_that_is_yet_to_come() -> None:
    with in_memory() as database:
        meta = database.page_frame()["meta"]
        pinned = database.page_frame(until=date(2021, 8, 9))["meta"]
    today = day_number(datetime.now(UTC).date())
    assert [meta["first"], meta["opens"], meta["last"]] in ([today] * 3, [today - 1] * 3)
    assert pinned["last"] == day_number(date(2021, 8, 9))


def test_what_was_taken_back_or_rejected_says_so_with_the_reason() -> None:
    with in_memory() as database:
        database.add_text(
            "Taliban fighters captured Kunduz on Sunday. The Taliban captured Aybak on Sunday, "
            "Abdul Karim said.",
            outlet="Daily Wire",
            published="2021-08-08",
        )
        database.add_text(
            "Correction: Kunduz did not fall on Sunday, as we reported. Abdul Karim regrets it. "
            "Taliban fighters attacked Herat on Tuesday, Abdul Karim said.",
            outlet="Daily Wire",
            published="2021-08-10",
        )
        aybak = next(one for one in database.claims() if one.place and one.place.name == "Aībak")
        database.judge(aybak.id, "reject", reason="Abdul Karim was elsewhere")
        page = data_of(database.page())
    claims = [row for part in page["parts"].values() for row in part["claims"]]
    rows = {(page["places"][row["place"]]["name"], row["type"]): row for row in claims}
    back = rows["Kunduz", "capture"]["retracted"]
    assert (back["known"], back["published"]) == (day_number(date(2021, 8, 10)),) * 2
    assert back["quote"].startswith("Correction: Kunduz did not fall")
    judged = rows["Aībak", "capture"]["judgement"]
    assert (judged["verdict"], judged["reason"]) == ("reject", "█████ █████ was elsewhere")
    assert "retracted" not in rows["Aībak", "capture"]


def test_private_names_are_nowhere_on_it() -> None:
    with in_memory() as database:
        database.add_text(
            "Taliban fighters captured Kunduz on Sunday, Abdul Karim said. The town was quiet, he said.",
            published="2021-08-09",
        )
        assert any("Karim" in (claim.claimer or "") for claim in database.claims())
        assert "Karim" not in database.page()


def test_a_profile_tells_from_when_its_words_are_known_and_withholds_names() -> None:
    with in_memory() as database:
        database.add_text("Taliban fighters captured Kunduz on Sunday.", published="2021-08-09")
        database.add_text(
            "Abdul Karim called Kunduz a strategic city. "
            "Taliban fighters captured Kunduz on Sunday, Abdul Karim said.",
            outlet="Daily Wire",
            published="2021-08-12",
        )
        page = data_of(database.page())
    (part,) = (one for one in page["parts"].values() if len(one["claims"]) > 1)
    profile = part["profile"]
    assert "Kunduz" in profile["seat_of"]
    assert profile["borders"][0]["name"] == "Tajikistan"
    (matter,) = profile["matters"]
    assert matter["quote"] == "█████ █████ called Kunduz a strategic city."
    assert matter["quote"][slice(*matter["cue"])].startswith("strategic")
    day = day_number(date(2021, 8, 12))
    assert (matter["known"], matter["published"], matter["outlet"]) == (day, day, "Daily Wire")


def test_an_empty_record_has_an_empty_page() -> None:
    with in_memory() as database:
        page = data_of(database.page())
        assert (page["places"], page["parts"], page["moments"]) == ([], {}, [])


def test_that_a_place_is_contested_is_no_party_of_the_palette() -> None:
    """It is told more often than any party here, and yet comes after them."""
    with in_memory() as database:
        for outlet in ("A Post", "B Post", "C Post"):
            database.add_text("Control of Gao is contested.", outlet=outlet, published="2013-01-20")
        database.add_text("Malian troops captured Kidal on Monday.", outlet="A Post", published="2013-01-22")
        names = [party["name"] for party in database.page_frame()["parties"]]
    assert names[-1] == "contested"
    assert len(names) > 1


def test_every_country_that_is_told_of_has_its_coast_while_points_last() -> None:
    towns = ("Goma", "Kharkiv", "Nyala", "Djibo", "Kidal")
    with in_memory() as database:
        for town in towns:
            database.add_text(
                f"Rebels captured {town} on Sunday.", outlet="Herald", published=date(2024, 3, 3)
            )
        read = data_of(database.page())
    told = {place["country"] for place in read["places"]}
    assert len(told) > 3
    assert len({outline["country"] for outline in read["outlines"]}) == len(told)


def test_a_page_says_by_when_all_on_it_had_been_published(sample: Database) -> None:
    assert "known" not in data_of(sample.page())["meta"]
    known = data_of(sample.page(as_of=date(2021, 8, 9)))["meta"]["known"]
    assert known == day_number(date(2021, 8, 9))
