"""Taking in: recorded once, read once, whatever comes between."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest

from whoholds.claims.rules import extract
from whoholds.errors import InputError, StoreError
from whoholds.gazetteer import load_gazetteer
from whoholds.model import Claim, EventType, Extraction, Published, Report, Span
from whoholds.picture import ResolvedClaim
from whoholds.pipeline import Ingested, Resolver, ingest, ingest_coded, picture, resolve_record
from whoholds.reports import Found, Rejected, Skipped
from whoholds.resolve import resolve_report
from whoholds.store import Store

REPORTS = [Report(f"Report {number}: the town fell.", outlet="Wire") for number in range(5)]


class FellExtractor:
    """Finds "fell", and remembers which reports it was asked to read."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def __call__(self, report: Report) -> Extraction:
        self.asked.append(report.text)
        at = report.text.find("fell")
        claims = (Claim(report.key, EventType.CAPTURE, Span(at, at + 4)),) if at >= 0 else ()
        return Extraction(report.key, "fell/1", claims)


@pytest.fixture
def store() -> Iterator[Store]:
    with Store.in_memory() as opened:
        yield opened


def taken(store: Store, *reports: Report, extractor: FellExtractor | None = None) -> list[Ingested]:
    done = ingest(reports, store, extractor=extractor or FellExtractor())
    return [item for item in done if isinstance(item, Ingested)]


def test_reports_are_recorded_with_what_was_read(store: Store) -> None:
    done = taken(store, *REPORTS)
    assert [item.key for item in done] == [report.key for report in REPORTS]
    assert all(item.new and item.extraction for item in done)
    assert [found.extraction for found in store.record().reports] == [
        FellExtractor()(found.report) for found in store.record().reports
    ]
    assert store.seq == 1


def test_the_same_again_is_not_read_again_and_leaves_no_trace(store: Store) -> None:
    taken(store, *REPORTS)
    before, extractor = store.record(), FellExtractor()
    again = taken(store, *REPORTS, *REPORTS, extractor=extractor)
    assert extractor.asked == []
    assert all(not item.new and item.extraction is None for item in again)
    assert store.record() == before


def test_a_report_recorded_without_being_read_is_read_now(store: Store) -> None:
    """As after a kill between the two."""
    store.add_report(REPORTS[0])
    (done,) = taken(store, REPORTS[0])
    assert (done.new, done.extraction) == (False, FellExtractor()(REPORTS[0]))
    assert store.record().reports[0].extraction == done.extraction


def test_a_date_given_later_needs_no_second_reading(store: Store) -> None:
    taken(store, REPORTS[0])
    extractor = FellExtractor()
    (done,) = taken(store, replace(REPORTS[0], published=Published(date(2021, 8, 9))), extractor=extractor)
    assert (done.new, done.dated, extractor.asked) == (False, True, [])
    found = store.record().reports[0]
    assert found.report.published == Published(date(2021, 8, 9))
    assert found.extraction is not None


def test_what_could_not_be_read_is_passed_on_in_its_place(store: Store) -> None:
    rejected, skipped = Rejected("a.jsonl, line 2", "not JSON"), Skipped("b.jpg", "a picture")
    items: list[Found] = [REPORTS[0], rejected, Report("half \ud83d fell"), skipped, REPORTS[1]]
    first, second, third, fourth, fifth = ingest(items, store, extractor=FellExtractor())
    assert isinstance(first, Ingested)
    assert isinstance(fifth, Ingested)
    assert (second, fourth) == (rejected, skipped)
    assert isinstance(third, Rejected)
    assert len(store.record().reports) == 2


def test_what_stops_the_reading_keeps_what_was_yielded(store: Store) -> None:
    def torn() -> Iterator[Report]:
        yield from (Report(f"Report {number}") for number in range(150))
        raise InputError("The file ended in the middle.")

    done: list[object] = []
    with pytest.raises(InputError):
        done.extend(ingest(torn(), store, extractor=FellExtractor()))
    assert len(store.record().reports) >= 100


def test_a_purged_report_stays_away(store: Store) -> None:
    taken(store, REPORTS[0])
    store.purge(REPORTS[0].key, "asked")
    (known, other) = taken(store, REPORTS[0], replace(REPORTS[0], outlet="Another"))
    assert (known.purged, other.purged) == (True, True)
    assert store.record().reports == ()


def test_coded_reports_count_before_what_was_read(store: Store) -> None:
    taken(store, REPORTS[0])
    coded = replace(FellExtractor()(REPORTS[0]), extractor="coded:anna")
    for expected in (coded, None):
        (done,) = ingest_coded([(REPORTS[0], coded)], store)
        assert isinstance(done, Ingested)
        assert (done.new, done.extraction) == (False, expected)
    assert store.record().reports[0].extraction == coded
    extractor = FellExtractor()
    taken(store, REPORTS[0], extractor=extractor)
    assert extractor.asked == []


def test_a_store_open_for_reading_is_refused(tmp_path: object) -> None:
    path = f"{tmp_path}/record.whoholds"
    Store.open(path, write=True).close()
    with Store.open(path) as reader, pytest.raises(StoreError, match="reading only"):
        list(ingest(REPORTS, reader, extractor=FellExtractor()))


def test_a_picture_holds_the_claims_and_what_they_add_up_to(store: Store) -> None:
    text = "Taliban fighters captured Kunduz on Sunday, residents said."
    report = Report(text, "Wire", published=Published(date(2021, 8, 9)))
    done = list(ingest([report], store, extractor=extract))
    assert len(done) == 1
    found = picture(store)
    (claim,) = found.claims.values()
    assert claim.place is not None
    assert found.by_place == {claim.place.id: (claim.id,)}
    assert [event.claims for event in found.events] == [(claim.id,)]
    assert found.places == {claim.place.id: claim.place}
    assert found.record == store.record()
    assert picture(store, as_of=datetime(2021, 8, 9, tzinfo=UTC)).claims == {}


def test_of_a_record_resolved_whole_the_new_reports_alone_are_resolved(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    """However many there are."""
    monkeypatch.setattr("whoholds.pipeline.KEPT", 2)
    monkeypatch.setattr("whoholds.store.reading.KEPT", 2)
    told: list[Report] = []

    def resolved(*given: Any) -> tuple[ResolvedClaim, ...]:
        told.append(given[0].report)
        return resolve_report(*given)

    monkeypatch.setattr("whoholds.pipeline.resolve_report", resolved)
    resolver = Resolver(load_gazetteer())
    taken(store, *REPORTS)
    assert len(resolve_record(store, resolver).claims) == len(told) == len(REPORTS)
    new = Report("The town fell again.", outlet="Wire")
    taken(store, new)
    assert len(resolve_record(store, resolver).claims) == len(REPORTS) + 1
    assert told[len(REPORTS) :] == [new]
