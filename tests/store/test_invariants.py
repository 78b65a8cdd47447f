"""What holds whatever is recorded: order, repetition, past answers, one filter."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from nouns import judgements, places, read_reports, reports

from whoholds.model import Extraction, Published, Report
from whoholds.picture import Record
from whoholds.store import Store

few = settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@few
@given(st.lists(read_reports, max_size=5), st.randoms(use_true_random=False))
def test_order_and_repetition_make_no_difference(
    read: list[tuple[Report, Extraction]], chance: object
) -> None:
    """Reports that have dates; an undated one is known from when it was recorded, so its order may matter."""
    dated = {
        report.key: (replace(report, published=report.published or Published(date(2021, 8, 8))), extraction)
        for report, extraction in read
    }
    once = list(dated.values())
    again = once + once
    assert hasattr(chance, "shuffle")
    chance.shuffle(again)
    with Store.in_memory() as store, Store.in_memory() as other:
        fill(store, once)
        fill(other, again)
        assert contents(store.record()) == contents(other.record())


def fill(store: Store, read: list[tuple[Report, Extraction]]) -> None:
    for report, extraction in read:
        store.add_report(report)
        store.add_extraction(extraction)


def contents(record: Record) -> list[tuple[object, ...]]:
    """All of a record but its ledger sequences."""
    return [(found.report, found.extraction, found.known_from) for found in record.reports]


@few
@given(st.lists(read_reports, max_size=5))
def test_the_same_again_changes_nothing(read: list[tuple[Report, Extraction]]) -> None:
    once = list({report.key: (report, extraction) for report, extraction in read}.values())
    with Store.in_memory() as store:
        fill(store, once)
        before = store.record(), store.health().rows
        fill(store, once)
        assert (store.record(), store.health().rows) == before


@few
@given(st.lists(read_reports, max_size=3), st.data())
def test_every_noun_comes_back_from_a_file_and_every_past_answer_stays(
    read: list[tuple[Report, Extraction]], data: st.DataObject
) -> None:
    with Store.in_memory() as store:
        answers = [store.record()]
        for report, extraction in {report.key: (report, extraction) for report, extraction in read}.values():
            store.add_report(report)
            answers.append(store.record())
            if store.add_extraction(extraction):
                answers.append(store.record())
            recorded = store.report(report.key)
            assert (recorded.report, recorded.extraction) == (report, extraction)
            for claim in extraction.claims[:1]:
                judgement = data.draw(judgements(claim.key))
                assert store.add_judgement(judgement)
                assert store.judgements(claim.key)[-1].judgement == judgement
                answers.append(store.record())
        place = data.draw(places)
        store.add_places([place])
        assert store.record().places == (place,)
        assert [store.record(recorded=seq) for seq in range(store.seq)] == answers


@few
@given(st.lists(reports, max_size=6), st.datetimes(datetime(1950, 1, 1), datetime(2150, 1, 1)))
def test_as_of_is_one_filter(given_reports: list[Report], moment: datetime) -> None:
    as_of = moment.replace(tzinfo=UTC)
    with Store.in_memory() as store:
        for report in given_reports:
            store.add_report(report)
        everything = store.record().reports
        expected = [found for found in everything if found.known_from <= as_of]
        assert list(store.record(as_of=as_of).reports) == expected
