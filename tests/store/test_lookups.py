"""Single things looked up, places, search; and what does not fit is refused."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from nouns import kunduz, read_in

from whoholds.errors import InputError, NotFoundError
from whoholds.model import Extraction, Judgement, Place, Published, Span, Verdict
from whoholds.store import Store, text_hash


def at(day: int, hour: int = 12) -> datetime:
    return datetime(2021, 8, day, hour, tzinfo=UTC)


@pytest.mark.parametrize(
    "bad",
    [
        lambda report: replace(read_in(report), report="0" * 16),
        lambda report: Extraction(report.key, "x", (replace(read_in(report).claims[0], quote=Span(0, 999)),)),
        lambda report: Extraction(report.key, "x", (replace(read_in(report).claims[0], report="0" * 16),)),
    ],
)
def test_an_extraction_that_does_not_fit_its_report_is_refused(bad: object) -> None:
    with Store.in_memory() as store:
        report = kunduz()
        store.add_report(report)
        assert callable(bad)
        with pytest.raises((InputError, NotFoundError)):
            store.add_extraction(bad(report))
        assert store.health().rows["extraction"] == 0


def test_a_judgement_on_nothing_and_an_amendment_of_nothing_are_refused() -> None:
    with Store.in_memory() as store:
        report = kunduz()
        store.add_report(report)
        read = read_in(report)
        store.add_extraction(read)
        with pytest.raises(NotFoundError, match="No claim"):
            store.add_judgement(Judgement("0" * 16, Verdict.ACCEPT, ""))
        with pytest.raises(InputError, match="amendment"):
            store.add_judgement(Judgement(read.claims[0].key, Verdict.AMEND, ""))


def test_half_a_character_is_refused_before_anything_is_written() -> None:
    with Store.in_memory() as store:
        with pytest.raises(InputError, match="U\\+D83D"):
            store.add_report(kunduz("A word \ud83d broken"))
        assert store.seq == 0


def test_looking_up_single_things() -> None:
    with Store.in_memory() as store:
        report = kunduz(name="kunduz.txt")
        store.add_report(report)
        assert store.report(report.key).report == report
        assert [found.report for found in store.reports_named("kunduz.txt")] == [report]
        assert store.claims_of(report.key) == ()
        assert not store.has_read(report.key)
        assert [found.report for found in store.reports_not_read_by("rules/1")] == [report]
        store.add_extraction(read_in(report))
        assert store.has_read(report.key)
        assert list(store.reports_not_read_by("rules/1")) == []
        assert len(list(store.reports_not_read_by("rules/2"))) == 1
        with pytest.raises(NotFoundError):
            store.report("0" * 16)


def test_reports_between_two_moments() -> None:
    with Store.in_memory() as store:
        for day in (7, 8, 9):
            store.add_report(kunduz(outlet=str(day), published=Published(date(2021, 8, day), at(day))))
        found = store.reports_between(at(7), at(9))
        assert [recorded.report.outlet for recorded in found] == ["8", "9"]


def test_places_their_spellings_and_merges() -> None:
    base = Place("user:base", "Camp Antonik", "facility", 31.5, 64.3)
    with Store.in_memory() as store:
        assert store.add_places([base], {base.id: ["Antonik"]}) == 1
        assert store.add_places([base], {base.id: ["Antonik"]}) == 0
        moved = replace(base, lat=31.6)
        assert store.add_places([moved, replace(base, id="user:camp", name="The Camp")]) == 2
        assert store.record(recorded=1).places == (base,)
        assert store.merge_places("user:camp", "user:base")
        assert not store.merge_places("user:camp", "user:base")
        assert store.record().places == (moved,)
        assert store.spellings() == {"user:base": {"The Camp"}}
        assert len(store.record(recorded=2).places) == 2
        with pytest.raises(NotFoundError):
            store.merge_places("user:none", "user:base")


def test_search_is_newest_first_and_takes_any_words() -> None:
    with Store.in_memory() as store:
        keys = [store.add_report(kunduz(f"{name} fell to the Taliban")).key for name in ("Kunduz", "Taloqan")]
        assert store.search("TALIBAN fell") == tuple(reversed(keys))
        assert store.search('"to the taliban"', limit=1) == (keys[1],)
        assert store.search('"taliban the to"') == ()
        assert store.search('kunduz* ( " -') == (keys[0],)
        assert store.search("kunduz OR taloqan") == ()  # no operators: "or" is a word
        assert store.search("  ") == ()


def test_the_hash_is_that_of_the_file() -> None:
    assert text_hash("abc").hex().startswith("ba7816bf8f01cfea")
