"""Claimers' records, fits and grades through the database: what they change, and what they never do."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from told import Telling, taken

from whoholds.database import Database, in_memory
from whoholds.errors import InputError, NotFoundError
from whoholds.model import Claim as Said
from whoholds.model import Coded, EventType, Extraction, Factuality, Published, Report, Span
from whoholds.pipeline import ingest_coded

SPOKESMAN = {"claimer": "a Taliban spokesman", "side": "Taliban"}
MINISTRY = {"claimer": "the defence ministry", "side": "Afghan government"}


@pytest.fixture
def settled(tell: Telling) -> None:
    """A spokesman borne out at Kunduz by three papers, a ministry refuted; Aybak is the government's."""
    tell(taken(**SPOKESMAN), outlet="Wire", published="2021-08-08")
    tell(taken(**MINISTRY, factuality="denied"), outlet="Wire", published="2021-08-08")
    for outlet in ("Paper A", "Paper B", "Paper C"):
        tell(taken(), outlet=outlet, published="2021-08-09")
        tell(taken(place="Aybak", type="hold", actor="Afghan government", recipient=None), outlet=outlet)
    tell(taken(place="Taloqan", start="2021-09-20", end="2021-09-20", **SPOKESMAN), published="2021-09-20")


def test_records_by_claimer_and_kind(database: Database, settled: None) -> None:
    found = {(one.claimer, one.kind): one for one in database.claimers(as_of="2021-09-30")}
    spokesman, ministry = found["Taliban spokesman", "own gain"], found["defence ministry", "denial"]
    assert (spokesman.borne_out, spokesman.refuted, spokesman.open) == (1, 0, 1)
    assert (ministry.borne_out, ministry.refuted, ministry.open) == (0, 1, 0)
    assert (spokesman.prior, ministry.prior) == ("D", "D")
    here = {one.claimer for one in database.claimers(place="Taloqan", as_of="2021-09-30")}
    assert here == {"Taliban spokesman"}
    assert all(one.settled == 0 for one in database.claimers(as_of="2021-08-15"))


def test_a_fit_counts_as_of_its_cut_off_and_later(database: Database, settled: None) -> None:
    def asked(as_of: str) -> Any:
        return database.control("Taloqan", on="2021-09-20", as_of=as_of).state

    before = {as_of: asked(as_of) for as_of in ("2021-09-20", "2021-09-30")}
    fitted = database.fit("2021-09-25")
    assert fitted is not None
    assert {cell.key for cell in fitted.fit.cells} >= {"own_gain/own/takes", "denied_loss/own/denies"}
    assert asked("2021-09-20").holders == before["2021-09-20"].holders
    assert asked("2021-09-20").method == before["2021-09-20"].method
    assert asked("2021-09-30").holders["Taliban"] > before["2021-09-30"].holders["Taliban"]
    assert asked("2021-09-30").method != before["2021-09-30"].method
    told = str(database.control("Taloqan", on="2021-09-20", as_of="2021-09-30").why())
    assert "learnt from claims settled by 2021-09-25" in told
    old = database.control("Taloqan", on="2021-09-20", as_of="2021-09-30", recorded=fitted.seq - 1).state
    assert old == before["2021-09-30"]


def test_the_same_fit_again_leaves_no_trace(database: Database, settled: None) -> None:
    one = database.fit("2021-09-25")
    sequence = database.sequence()
    assert database.fit("2021-09-25") == one
    assert database.sequence() == sequence
    assert database.fits() == (one,)


def test_a_cut_off_that_has_not_come_is_refused(database: Database) -> None:
    with pytest.raises(InputError, match="has not come"):
        database.fit(date.today() + timedelta(days=2))
    assert database.fits() == ()


def test_where_there_is_nothing_to_learn_from_nothing_is_recorded(database: Database) -> None:
    method, sequence = database.view().method, database.sequence()
    assert database.fit("2021-09-25") is None
    assert (database.fits(), database.view().method, database.sequence()) == ((), method, sequence)


def test_verdicts_after_the_cut_off_teach_nothing(database: Database, settled: None) -> None:
    one = database.fit("2021-09-25")
    for claim in database.claims(place="Kunduz"):
        database.judge(claim.id, "reject", reason="seen later to be wrong")
    assert database.fit("2021-09-25") == one


def test_a_pinned_letter_counts_is_said_and_is_undone(database: Database, settled: None) -> None:
    def asked() -> Any:
        return database.control("Taloqan", on="2021-09-20")

    before = asked().state
    assert database.grade("taliban spokesman", "b", reason="knows the ground", by="analyst")
    assert not database.grade("Taliban spokesman", "B", reason="knows the ground")
    after = asked()
    assert after.state.holders["Taliban"] > before.holders["Taliban"]
    assert "graded B by an analyst (ratio 12)" in str(after.why())
    (claim,) = database.claims(place="Taloqan")
    assert claim.grade == "B"
    (record,) = database.claimers(place="Taloqan")
    assert record.pinned == "B"
    assert database.control("Taloqan", on="2021-09-20", recorded=before.recorded).state == before
    assert database.grade("Taliban spokesman", "undo", reason="only a test")
    assert asked().state.holders == before.holders
    assert [one.grade.letter for one in database.grades()] == ["B", "undo"]


def test_a_side_is_graded_as_a_whole(database: Database, settled: None) -> None:
    database.grade("Taliban", "E", reason="all they say")
    (claim,) = database.claims(place="Taloqan")
    assert claim.grade == "E"
    assert database.control("Taloqan", on="2021-09-20").state.status == "unknown"


@pytest.mark.parametrize(
    ("name", "letter", "reason", "error", "says"),
    [
        ("Taliban spokesmen", "B", "why", NotFoundError, "Did you mean Taliban spokesman"),
        ("Nobody at all", "B", "why", NotFoundError, "whoholds claimers"),
        ("Taliban spokesman", "G", "why", InputError, "no grade 'G'"),
        ("Taliban spokesman", "B", " ", InputError, "reason is blank"),
        (" ", "B", "why", InputError, "claimer is blank"),
        ("Taliban spokesman", "undo", "why", InputError, "left to undo"),
    ],
)
def test_what_cannot_be_graded(
    database: Database, settled: None, name: str, letter: str, reason: str, error: type[Exception], says: str
) -> None:
    with pytest.raises(error, match=says):
        database.grade(name, letter, reason=reason)
    assert database.grades() == ()


Row = tuple[int, int, str, str, dict[str, Any]]
rows = st.lists(
    st.tuples(
        st.integers(0, 60), st.integers(0, 5), st.sampled_from(["Kunduz", "Taloqan"]),
        st.sampled_from("ABCD"),
        st.sampled_from([{}, SPOKESMAN, MINISTRY, {"claimer": "residents"}]),
    ),
    min_size=1, max_size=9,
)  # fmt: skip
FIRST = date(2021, 6, 1)


def coded(number: int, row: Row) -> tuple[Report, Extraction]:
    published, late, place, outlet, who = row
    day = FIRST + timedelta(days=max(0, published - late))
    text = f"Report {number} tells of it."
    report = Report(text, outlet, published=Published(FIRST + timedelta(days=published)), kind="coded")
    actor = "Afghan government" if who is MINISTRY else "Taliban"
    kind = EventType.HOLD if who is MINISTRY else EventType.CAPTURE
    values = Coded(place=place, actor=actor, start=day, end=day, factuality=Factuality.CERTAIN, **who)
    return report, Extraction(
        report.key, "coded:x", (Said(report.key, kind, Span(0, len(text)), coded=values),)
    )


def filled(reports: Iterable[tuple[Report, Extraction]], database: Database) -> None:
    for _ in ingest_coded(reports, database.store):
        pass


def answers(database: Database, moment: date) -> list[tuple[Any, ...]]:
    found = (one.state for one in database.controls(on=moment, as_of=moment))
    return [(one.place.id, one.status, one.holders, one.method) for one in found]


slow = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@slow
@given(rows, st.integers(0, 60))
def test_what_is_published_later_changes_no_record_and_no_fit(given_rows: list[Row], cut: int) -> None:
    """A record that knows the later reports answers as of the earlier day as one that never got them."""
    until = FIRST + timedelta(days=cut)
    reports = [coded(number, row) for number, row in enumerate(given_rows)]
    known = [one for one, row in zip(reports, given_rows, strict=True) if row[0] <= cut]
    with in_memory() as whole, in_memory() as early:
        filled(reports, whole)
        filled(known, early)
        assert whole.claimers(as_of=until) == early.claimers(as_of=until)
        learnt = [one.fit(until) for one in (whole, early)]
        assert len({one and one.fit for one in learnt}) == 1


@slow
@given(rows, st.integers(0, 60), st.integers(1, 30))
def test_a_fit_with_a_later_cut_off_changes_nothing_as_of_earlier(
    given_rows: list[Row], as_of: int, later: int
) -> None:
    moment = FIRST + timedelta(days=as_of)
    with in_memory() as database:
        filled((coded(number, row) for number, row in enumerate(given_rows)), database)
        before = answers(database, moment)
        database.fit(moment + timedelta(days=later))
        assert answers(database, moment) == before
        learnt = database.fit(moment - timedelta(days=1))
        newest = database.view(as_of=moment).resolved.record.fit
        assert newest == (learnt and learnt.fit)
        assert newest is None or newest.until < datetime(moment.year, moment.month, moment.day, tzinfo=UTC)
