"""What is done to random records: reports, copies, codings, verdicts, grades, fits, purges."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from functools import cache
from pathlib import Path

from hypothesis import strategies as st

from whoholds.claims.rules import extract
from whoholds.database import Database
from whoholds.errors import InputError, NotFoundError
from whoholds.gazetteer import load_gazetteer
from whoholds.model import (
    Claim,
    Coded,
    EventType,
    Extraction,
    Factuality,
    Judgement,
    Place,
    Published,
    Report,
    Span,
    Verdict,
)
from whoholds.pipeline import ingest, ingest_coded
from whoholds.store.side import index_of
from whoholds.trust import Cell, Fit, Grade

FIRST = date(2021, 8, 5)
NAMES = ("Kunduz", "Zaranj", "Old Mill", "Nowhere", "Kunduzz", "Kunduz airport", "the prison in Zaranj")
TEXTS = (
    "Taliban fighters captured Kunduz on Sunday, residents said. The army did not comment.",
    "KABUL, Aug 9 (AFP) - The Taliban have taken Zaranj, a spokesman for the group said.",
    "AFP has withdrawn its report that Zaranj had fallen to the Taliban.",
    "Correction: our report that Kunduz was captured was wrong. The Daily Wire regrets the error.",
    "The army said it had retaken Kunduz. Clashes went on in Zaranj. Old Mill was shelled.",
    "Government troops hold Zaranj, an army spokesman said. The Taliban could not be reached about Zaranj.",
    "Army soldiers still hold the airport in Kunduz. Taliban fighters captured the prison in Zaranj.",
    "Kunduz airport fell to the Taliban on Sunday, residents said. The army kept the base in Kunduz.",
    "Two men died, a doctor said. The Taliban did not comment. The army could not be reached about Kunduz.",
)
OUTLETS = ("AFP", "Daily Wire")
STREET = (
    "The market was shut and the shops sold out before noon, and along the river people carried blankets to "
    "the school, where three teachers wrote down the names of all who had come in from the western villages."
)
COUNT = (
    "A doctor at the hospital counted nineteen wounded, two of them children, and asked for blood of every "
    "group; the road to the airport stayed closed for lorries and the power was off until late at night."
)
HANDS = "Zaranj is in the hands of the army, a witness said."
TALE = f"Taliban fighters captured Kunduz on Sunday, a resident said. {STREET}"
STORIES = (  # copies, each like the one before it, the last unlike the first; a credit; one cut short
    TALE,
    f"Taliban fighters captured Kunduz on Sunday, a resident said. {STREET} {HANDS} {COUNT}",
    f"{HANDS} {COUNT} {STREET.partition(', and')[0]}.",
    f"KUNDUZ, Aug 9 (Reuters) - {TALE}",
    f"Government troops recaptured Kunduz, a man said. {STREET}",
)
CLAIMERS = ("Taliban", "residents", "AFP", "Daily Wire")
MILL = Place("user:old-mill", "Old Mill", "settlement", 36.7, 68.9, "AF")
Act = Callable[[Database, Path], object]


@cache
def read(report: Report) -> Extraction:
    return extract(replace(report, published=None), load_gazetteer())


def a_report(number: int, outlet: int | None, day: int | None) -> Report:
    published = Published(FIRST + timedelta(days=day)) if day is not None else None
    name = OUTLETS[outlet] if outlet is not None else None
    return Report((TEXTS + STORIES)[number], outlet=name, published=published)


def added(number: int, outlet: int | None, day: int | None) -> Act:
    report = a_report(number, outlet, day)
    return lambda database, _: list(ingest([report], database.store, extractor=read))


def chained(outlet: int | None, first: int, second: int, third: int) -> Act:
    """Three stories of which each is like the one before it."""
    told = enumerate((first, second, third), len(TEXTS))
    acts = [added(number, outlet, day) for number, day in told]
    return lambda database, path: [act(database, path) for act in acts]


def coded(number: int, place: int, day: int, kind: EventType, version: int) -> Act:
    report = Report(f"Line {number}.", outlet=OUTLETS[number % 2], name=f"line {number}", kind="coded",
                    published=Published(FIRST + timedelta(days=day)))  # fmt: skip
    said = Coded(place=NAMES[place], actor="Taliban", end=FIRST + timedelta(days=day))
    claim = Claim(report.key, kind, Span(0, 4), coded=said)
    if version:
        claim = replace(claim, factuality=Factuality.PROBABLE)
    extraction = Extraction(report.key, "coded:people", (claim,))
    return lambda database, _: list(ingest_coded([(report, extraction)], database.store))


def read_again(number: int, outlet: int) -> Act:
    """Another version of the reader, which reads only the first claim."""

    def act(database: Database, _: Path) -> None:
        report = a_report(number, outlet, None)
        one = read(report)
        if database.store.has_read(report.key):
            database.store.add_extraction(replace(one, extractor="rules/other", claims=one.claims[:1]))

    return act


def judged(number: int, verdict: Verdict, place: int) -> Act:
    def act(database: Database, _: Path) -> None:
        reports = database.store.record().reports
        claims = [claim for one in reports if one.extraction for claim in one.extraction.claims]
        if claims:
            amended = Coded(place=NAMES[place]) if verdict is Verdict.AMEND else None
            judgement = Judgement(claims[number % len(claims)].key, verdict, "seen", None, amended)
            with suppress(InputError):  # nothing to undo
                database.store.add_judgement(judgement)

    return act


def purged(number: int) -> Act:
    def act(database: Database, _: Path) -> None:
        reports = database.store.record().reports
        if reports:
            database.purge(reports[number % len(reports)].report.key, reason="asked for")

    return act


def graded(claimer: int, letter: str) -> Act:
    def act(database: Database, _: Path) -> None:
        with suppress(InputError):  # nothing to undo
            database.store.add_grade(Grade(CLAIMERS[claimer], letter, "seen"))

    return act


def fitted(day: int, kind: str, ratio: float) -> Act:
    until = datetime(2021, 8, 5, 12, tzinfo=UTC) + timedelta(days=day)
    interests = ("own", "against", "neutral")
    cells = tuple(Cell(kind, one, act, 5.0, 1.0, 6, ratio) for one in interests for act in ("takes", "holds"))
    return lambda database, _: database.store.add_fit(Fit(until, cells))


def asked(place: int) -> Act:
    def act(database: Database, _: Path) -> None:
        with suppress(NotFoundError):
            database.control(NAMES[place])

    return act


def forget(database: Database) -> None:
    """As if the record had been closed and opened again."""
    database._index.close()
    database.__dict__.pop("_index")
    database._answers.clear()


def spoilt(database: Database, path: Path) -> None:
    forget(database)
    for file in path.parent.glob(f"{index_of(path).name}*"):
        file.write_bytes(b"not an index" * 500)


def deleted(database: Database, path: Path) -> None:
    forget(database)
    for file in path.parent.glob(f"{index_of(path).name}*"):
        file.unlink()


days = st.integers(0, 9)
letters = st.sampled_from(["A", "E", "F", "undo"])
kinds_of_claimers = st.sampled_from(["own_gain", "resident", "media"])
stories = st.integers(len(TEXTS), len(TEXTS + STORIES) - 1)
texts, outlets, names = st.integers(0, len(TEXTS) - 1), st.integers(0, 1), st.integers(0, len(NAMES) - 1)
verdicts = st.sampled_from(list(Verdict))
kinds = st.sampled_from([EventType.CAPTURE, EventType.HOLD, EventType.WITHDRAWAL, EventType.CLASH])
pins = st.sampled_from(["rules/other", None])
acts = st.one_of(
    st.builds(added, texts, outlets, st.none() | days),
    st.builds(added, texts, outlets, days),
    st.builds(added, stories, st.none() | outlets, days),
    st.builds(added, stories, st.none() | outlets, st.none() | days),
    st.builds(chained, st.none() | outlets, days, days, days),
    st.builds(graded, st.integers(0, len(CLAIMERS) - 1), letters),
    st.builds(fitted, days, kinds_of_claimers, st.sampled_from([1.5, 9.0])),
    st.builds(coded, st.integers(0, 4), names, days, kinds, st.integers(0, 1)),
    st.builds(judged, st.integers(0, 9), verdicts, names),
    st.builds(read_again, texts, outlets),
    st.builds(asked, names),
    st.builds(lambda pin: lambda database, _: database.store.pin(pin), pins),
    st.builds(purged, st.integers(0, 9)),
    st.sampled_from([spoilt, deleted]),
    st.just(lambda database, _: database.store.add_places([MILL], {})),
)
