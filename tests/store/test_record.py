"""What was known when: `as_of` by publication, `recorded` by ledger sequence."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from nouns import FIRST, Clock, kunduz, read_in

from whoholds.errors import InputError, NotFoundError
from whoholds.model import EventType, Judgement, Published, Verdict
from whoholds.picture import Record
from whoholds.store import Store


def texts(record: Record) -> list[str]:
    return [recorded.report.text for recorded in record.reports]


def at(day: int, hour: int = 12) -> datetime:
    return datetime(2021, 8, day, hour, tzinfo=UTC)


@pytest.mark.parametrize(
    ("published", "as_of", "known"),
    [
        (Published(date(2021, 8, 8)), at(8, 23), False),  # a day only: known from its end
        (Published(date(2021, 8, 8)), datetime(2021, 8, 8, 23, 59, 59, 999999, tzinfo=UTC), True),
        (Published(date(2021, 8, 8)), at(9, 0), True),
        (Published(date(2021, 8, 8), at(8, 10)), at(8, 9), False),
        (Published(date(2021, 8, 8), at(8, 10)), at(8, 10), True),
        (None, FIRST - timedelta(seconds=1), False),  # no date: known from the moment of recording
        (None, FIRST, True),
    ],
)
def test_a_report_is_known_from_its_publication(
    published: Published | None, as_of: datetime, known: bool
) -> None:
    with Store.in_memory(clock=Clock(FIRST)) as store:
        store.add_report(kunduz(published=published))
        assert bool(store.record(as_of=as_of).reports) is known


def test_the_moment_may_be_given_in_any_zone() -> None:
    with Store.in_memory() as store:
        moment = datetime.fromisoformat("2021-08-08T23:30:00+04:30")
        store.add_report(kunduz(published=Published(date(2021, 8, 8), moment)))
        (recorded,) = store.record().reports
        assert recorded.known_from == datetime(2021, 8, 8, 19, 0, tzinfo=UTC)
        assert store.record(as_of=datetime.fromisoformat("2021-08-08T15:00:00-04:00")).reports


def test_a_date_given_later_leaves_the_earlier_view_as_it_was() -> None:
    clock = Clock(datetime(2026, 1, 1, tzinfo=UTC))
    undated = kunduz(published=None)
    with Store.in_memory(clock=clock) as store:
        store.add_report(undated)
        before = store.record()
        assert not store.record(as_of=at(9)).reports
        added = store.add_report(replace(undated, published=Published(date(2021, 8, 8))))
        assert (added.new, added.dated, bool(added)) == (False, True, True)
        assert texts(store.record(as_of=at(9))) == [undated.text]
        assert store.record(recorded=1) == before
        assert not store.record(as_of=at(9), recorded=1).reports


def test_the_newest_date_counts_and_a_missing_one_takes_nothing_back() -> None:
    with Store.in_memory() as store:
        for day in (8, 9, 8):
            assert store.add_report(kunduz(published=Published(date(2021, 8, day))))
        assert not store.add_report(kunduz(published=None))
        assert store.seq == 3
        shown = [store.record(recorded=seq).reports[0].report.published for seq in (1, 2, 3)]
        assert [given.day.day for given in shown if given is not None] == [8, 9, 8]


def test_the_same_text_of_another_outlet_is_another_report() -> None:
    with Store.in_memory() as store:
        assert store.add_report(kunduz(outlet="A")).new
        assert store.add_report(kunduz(outlet="B")).new
        assert store.add_report(kunduz(outlet="B", address="https://example.org/1")).new
        assert len(store.record().reports) == 3
        assert store.health().rows["text"] == 1


def test_judgements_count_by_what_was_recorded_not_by_publication() -> None:
    with Store.in_memory(clock=Clock(datetime(2026, 1, 1, tzinfo=UTC))) as store:
        report = kunduz()
        store.add_report(report)
        read = read_in(report)
        store.add_extraction(read)
        verdict = Judgement(read.claims[0].key, Verdict.REJECT, "an old story", "K.")
        assert store.add_judgement(verdict)
        assert not store.add_judgement(verdict)
        assert store.record(recorded=2).judgements == ()
        (judged,) = store.record(as_of=at(9)).judgements
        assert (judged.judgement, judged.seq) == (verdict, 3)
        assert judged.at == datetime(2026, 1, 1, 0, 2, tzinfo=UTC)


def test_a_reset_is_one_more_judgement() -> None:
    with Store.in_memory() as store:
        report = kunduz()
        store.add_report(report)
        read = read_in(report)
        store.add_extraction(read)
        key = read.claims[0].key
        for verdict in (Verdict.ACCEPT, Verdict.RESET, Verdict.ACCEPT):
            assert store.add_judgement(Judgement(key, verdict, "checked"))
        assert [row.judgement.verdict for row in store.judgements(key)] == ["accept", "reset", "accept"]
        assert [row.judgement.verdict for row in store.judgements(key, recorded=4)] == ["accept", "reset"]


def test_a_judgement_outlives_the_extraction_it_was_made_on() -> None:
    with Store.in_memory() as store:
        report = kunduz()
        store.add_report(report)
        store.add_extraction(read_in(report, "rules/1"))
        key = read_in(report, "rules/1").claims[0].key
        store.add_judgement(Judgement(key, Verdict.REJECT, "wrong city"))
        store.add_extraction(read_in(report, "rules/2", EventType.CAPTURE, EventType.CLASH))
        record = store.record()
        assert record.reports[0].extraction == read_in(report, "rules/2", EventType.CAPTURE, EventType.CLASH)
        assert record.judgements[0].judgement.claim in {claim.key for claim in store.claims_of(report.key)}


@pytest.mark.parametrize(
    ("extractors", "pin", "counts"),
    [
        (["rules/1", "rules/2"], None, "rules/2"),
        (["rules/2", "rules/1"], None, "rules/1"),
        (["rules/1", "rules/2"], "rules/1", "rules/1"),
        (["rules/1", "rules/2"], "rules/9", "rules/2"),
        (["coded:a", "rules/2"], None, "coded:a"),
        (["rules/1", "coded:a", "rules/2"], "rules/1", "coded:a"),
        (["coded:a", "coded:b"], None, "coded:b"),
        (["coded:a", "coded:b"], "coded:a", "coded:a"),
    ],
)
def test_which_extraction_counts(extractors: list[str], pin: str | None, counts: str) -> None:
    with Store.in_memory() as store:
        report = kunduz()
        store.add_report(report)
        for extractor in extractors:
            assert store.add_extraction(read_in(report, extractor))
        if pin is not None:
            assert store.pin(pin)
            assert not store.pin(pin)
        read = store.record().reports[0].extraction
        assert read is not None
        assert read.extractor == counts


def test_a_pin_counts_from_when_it_was_recorded_until_taken_back() -> None:
    with Store.in_memory() as store:
        report = kunduz()
        store.add_report(report)
        store.add_extraction(read_in(report, "rules/1"))
        store.add_extraction(read_in(report, "rules/2"))
        store.pin("rules/1")
        store.pin(None)
        read = [store.record(recorded=seq).reports[0].extraction for seq in range(1, 6)]
        assert [found and found.extractor for found in read] == [
            None,
            "rules/1",
            "rules/2",
            "rules/1",
            "rules/2",
        ]


def test_one_extraction_a_version_but_people_may_code_again() -> None:
    with Store.in_memory() as store:
        report = kunduz()
        store.add_report(report)
        for extractor, again in (("rules/1", False), ("coded:a", True)):
            assert store.add_extraction(read_in(report, extractor, EventType.CAPTURE))
            assert store.add_extraction(read_in(report, extractor, EventType.CLASH)) is again
            assert not store.add_extraction(read_in(report, extractor, EventType.CLASH))
        assert [claim.type for claim in store.claims_of(report.key)] == [EventType.CLASH]


def test_two_readings_of_one_claim_are_both_kept() -> None:
    with Store.in_memory() as store:
        report = kunduz()
        store.add_report(report)
        first = read_in(report, "rules/1")
        second = replace(first, extractor="rules/2", claims=(replace(first.claims[0], unverified=True),))
        assert first.claims[0].key == second.claims[0].key
        store.add_extraction(first)
        store.add_extraction(second)
        assert store.record(recorded=2).reports[0].extraction == first
        assert store.record(recorded=3).reports[0].extraction == second


def test_sequence_at_a_moment() -> None:
    with Store.in_memory(clock=Clock(FIRST)) as store:
        assert store.seq == 0
        store.add_report(kunduz(outlet="A"))
        store.add_report(kunduz(outlet="B"))
        moments = (-1, 0, 59, 60, 9999)
        assert [store.sequence_at(FIRST + timedelta(seconds=s)) for s in moments] == [0, 1, 1, 2, 2]


def test_a_clock_set_back_does_not_reorder_the_ledger() -> None:
    clock = Clock(FIRST)
    with Store.in_memory(clock=clock) as store:
        store.add_report(kunduz(outlet="A"))
        clock.moment = FIRST - timedelta(days=1)
        store.add_report(kunduz(outlet="B"))
        assert store.sequence_at(FIRST) == 2
        assert len(store.record(recorded=1).reports) == 1


@pytest.mark.parametrize("recorded", [-1, 2, 10**6])
def test_a_sequence_not_reached_is_refused(recorded: int) -> None:
    with Store.in_memory() as store:
        store.add_report(kunduz())
        with pytest.raises(NotFoundError, match="the newest is 1"):
            store.record(recorded=recorded)


def test_a_moment_without_a_zone_is_refused() -> None:
    with Store.in_memory() as store:
        with pytest.raises(InputError, match="no time zone"):
            store.record(as_of=datetime(2021, 8, 8))
        with pytest.raises(InputError, match="no time zone"):
            store.add_report(kunduz(published=Published(date(2021, 8, 8), datetime(2021, 8, 8, 12))))
        assert store.seq == 0
