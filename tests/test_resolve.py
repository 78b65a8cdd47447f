"""Claims as said → places, parties and days; amendments; places that people name."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from readings import DAY, in_report, read, report

from whoholds.claims.rules import extract
from whoholds.gazetteer import load_gazetteer
from whoholds.model import Claim, Coded, EventType, Extraction, Judgement, Precision, Span, Verdict
from whoholds.resolve import Told, cached_words, named_place, resolve_report

KNOWN = datetime(2026, 1, 1, tzinfo=UTC)
TEXT = in_report("The Taliban captured Kunduz on Saturday, residents said.")


def told() -> Told:
    printed = report(TEXT)
    return Told(printed, extract(printed, load_gazetteer()), KNOWN)


def test_a_claim_is_resolved_to_place_parties_and_days() -> None:
    (claim,) = resolve_report(told(), load_gazetteer())
    assert claim.place is not None
    assert (claim.place.name, claim.container) == ("Kunduz", "ne:AF-KDZ")
    assert (claim.actor, claim.recipient) == ("Taliban", "Afghan government")
    assert (claim.days.start, claim.days.end, claim.dated) == (date(2021, 8, 7), date(2021, 8, 7), True)
    assert (claim.claimer, claim.side, claim.quote) == ("residents", None, TEXT[: claim.claim.quote.end])


@pytest.mark.parametrize(
    ("said", "dated"),
    [("The Taliban now hold Kunduz.", True), ("The Taliban currently control Kunduz.", True),
     ("The Taliban hold Kunduz.", False), ("The Taliban recently held Kunduz.", False)],
)  # fmt: skip
def test_what_is_said_of_now_is_of_the_reports_day(said: str, *, dated: bool) -> None:
    printed = report(said)
    known = Told(printed, extract(printed, load_gazetteer()), KNOWN)
    assert [claim.dated for claim in resolve_report(known, load_gazetteer())] == [dated]


def test_nothing_claimed_is_nothing_resolved() -> None:
    printed = report("Nothing.")
    assert resolve_report(Told(printed, Extraction(printed.key, "rules/1"), KNOWN), load_gazetteer()) == ()


def test_the_finders_run_once_for_extracting_and_resolving() -> None:
    one, other = report(TEXT), report(TEXT)
    assert cached_words(one, load_gazetteer()) is cached_words(other, load_gazetteer())


AMENDED = [
    (Coded(place="Taloqan, Takhar"), "place_name", "Taloqan"),
    (Coded(place_id="ne:AF-KDZ"), "precision", Precision.PROVINCE),
    (Coded(actor="Islamic State"), "actor", "Islamic State"),
    (Coded(claimer="an elder"), "claimer", "an elder"),
    (Coded(claimer="\u202ban\u202c eld\u200eer"), "claimer", "an elder"),  # nobody sees the difference
    (Coded(start=date(2021, 8, 1), end=date(2021, 8, 2)), "dated", True),
]


@pytest.mark.parametrize(("amended", "field", "expected"), AMENDED)
def test_an_amendment_stands_over_the_words(amended: Coded, field: str, expected: object) -> None:
    printed = told()
    key = printed.extraction.claims[0].key
    judgement = Judgement(key, Verdict.AMEND, "checked", amended=amended)
    (claim,) = resolve_report(printed, load_gazetteer(), {key: judgement})
    assert getattr(claim, field) == expected
    assert claim.judged == "amend"


PLACES = [
    (Coded(place="Kunduz"), "Kunduz"),
    (Coded(place="Kunduz, Afghanistan"), "Kunduz"),
    (Coded(place_id="iso:AF"), "Afghanistan"),
    (Coded(place="Zorbastan", lat=36.7, lon=68.8), "Zorbastan"),
    (Coded(place="Zorbastan"), "Zorbastan"),
]


@pytest.mark.parametrize(("coded", "name"), PLACES)
def test_places_that_people_name(coded: Coded, name: str) -> None:
    assert named_place(coded, load_gazetteer()).name == name


def test_a_named_place_that_is_unknown_keeps_the_given_position_and_gets_no_other() -> None:
    here = named_place(Coded(place="Zorbastan", lat=36.7, lon=68.8), load_gazetteer())
    nowhere = named_place(Coded(place="Zorbastan, Kunduz"), load_gazetteer())
    assert (here.lat, here.lon, here.province) == (36.7, 68.8, "ne:AF-KDZ")
    assert (nowhere.lat, nowhere.lon) == (None, None)


UNKNOWN = [
    (Coded(place="Zorbastan", place_id="name:zorbastan@iso:AF"), "name:zorbastan@iso:AF", "AF"),
    (Coded(place_id="name:zorbastan@iso:AF"), "name:zorbastan@iso:AF", "AF"),
    (Coded(place="Zorbastan", place_id="name:zorbastan@ne:AF-KDZ"), "name:zorbastan@ne:AF-KDZ", "AF"),
    (
        Coded(place="Kunduz palace", place_id="name:kunduz palace@gn:1135689"),
        "name:kunduz palace@gn:1135689",
        "AF",
    ),
    (Coded(place="Donetsk", place_id="name:donetsk@iso:AF"), "name:donetsk@iso:AF", "AF"),
    (Coded(place="Kunduz", place_id="name:kunduz@iso:AF"), "gn:1135689", "AF"),  # which is known by now
    (Coded(place="Zorbastan", place_id="name:zorbastan@"), "name:zorbastan@", None),
    (Coded(place="Zorbastan, Afghanistan", place_id="name:zorbastan@iso:XX"), "name:zorbastan@iso:AF", "AF"),
]


@pytest.mark.parametrize(("coded", "place_id", "country"), UNKNOWN)
def test_the_id_of_a_place_that_no_gazetteer_knows_keeps_what_it_lies_in(
    coded: Coded, place_id: str, country: str | None
) -> None:
    found = named_place(coded, load_gazetteer())
    assert (found.id, found.country) == (place_id, country)


@pytest.mark.parametrize("on", [DAY, None])
def test_a_coded_claim_without_days_ends_by_publication_only(on: date | None) -> None:
    printed = report("Coded.", on)
    claim = Claim(printed.key, EventType.HOLD, Span(0, 6), ongoing=True, coded=Coded(place="Kunduz"))
    (found,) = resolve_report(
        Told(printed, Extraction(printed.key, "coded", (claim,)), KNOWN), load_gazetteer()
    )
    assert (found.days.start, found.days.end) == (on, on)


def test_in_a_war_of_two_states_the_teller_of_a_liberation_takes() -> None:
    text = (
        "Azerbaijan and Armenia fought again. Azerbaijan said that Shusha had been liberated. "
        "Azerbaijan and Armenia accuse each other, and Armenia calls for talks with Azerbaijan."
    )
    claims = [c for c in read(in_report(text)) if c.claim.type is EventType.CAPTURE]
    assert [(c.actor, c.own_interest) for c in claims] == [("Azerbaijan", True)]
