"""How long one question takes in a large record, and what adding one report costs there and in an empty one.

    python benchmarks/bench_index.py [CLAIMS] [FOLDER]

Reports of one coded sentence for each of twenty claims, about places of one country drawn so that some are
told of a hundred times as often as others, over 1,000 days. To make the record, its claims go into the index
as they were coded, without looking for names in the texts: it is asking and adding that is measured. A record
of 1,000,000 claims takes some minutes to make.
"""

from __future__ import annotations

import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import whoholds
from whoholds.database import Database
from whoholds.gazetteer import load_gazetteer
from whoholds.model import (
    Claim,
    Coded,
    Days,
    EventType,
    Extraction,
    Judgement,
    Place,
    Precision,
    Published,
    Report,
    Span,
)
from whoholds.party_list import own_text
from whoholds.picture import Recorded, ResolvedClaim
from whoholds.pipeline import Read, Reads, Resolver, ingest_coded, nothing_read

FIRST = date(2022, 3, 1)
DAYS = 1000
EACH = 20  # claims a report
KINDS = (EventType.CAPTURE, EventType.HOLD, EventType.CLASH, EventType.SHELLING, EventType.WITHDRAWAL)
PARTIES = ("Russian forces", "Ukrainian government")
TRIES = 200


def made_reports(count: int, places: Sequence[Place]) -> Iterator[tuple[Report, Extraction]]:
    """Reports with their coded claims, in order of publication."""
    dice = random.Random(count)
    weights = [1.0 / (rank + 100) for rank in range(len(places))]
    for number in range(count):
        day = FIRST + timedelta(days=number * DAYS // count)
        moment = datetime(day.year, day.month, day.day, dice.randrange(24), dice.randrange(60), tzinfo=UTC)
        told = dice.choices(places, weights, k=EACH)
        lines = [f"Line {number} of {at}." for at, place in enumerate(told)]
        report = Report(
            "\n".join(lines), f"Outlet {dice.randrange(40)}", name=f"made {number}", kind="coded",
            published=Published(day, moment),
        )  # fmt: skip
        yield report, Extraction(report.key, "coded:made", tuple(_claims(report, lines, told, dice)))


def _claims(
    report: Report, lines: Sequence[str], told: Sequence[Place], dice: random.Random
) -> Iterator[Claim]:
    key, at = report.key, 0
    for line, place in zip(lines, told, strict=True):
        coded = Coded(place_id=place.id, actor=dice.choice(PARTIES), recipient=dice.choice((None, *PARTIES)))
        yield Claim(key, dice.choice(KINDS), Span(at, at + len(line)), coded=coded)
        at += len(line) + 1


def timed(what: str, ask: Callable[..., object], tries: Iterable[tuple[object, ...]]) -> float:
    """Prints the median, the 95th and the 99th of a hundred, in milliseconds of processor time, which other
    programs on the machine disturb less than the clock, and the median by the clock; returns the first."""
    took, used = [], []
    for given in tries:
        began, spent = time.perf_counter(), time.process_time()
        ask(*given)
        took.append((time.perf_counter() - began) * 1e3)
        used.append((time.process_time() - spent) * 1e3)
    used.sort()
    median, late, last = statistics.median(used), used[len(used) * 95 // 100], used[len(used) * 99 // 100]
    clock = statistics.median(took)
    print(f"{what:<44} median {median:7.2f} ms  95 %: {late:7.2f}  99 %: {last:7.2f}  clock {clock:7.2f}")
    return median


class Ready(Resolver):
    """Resolves coded claims by their ids of places alone."""

    def read(
        self, recorded: Recorded, judgements: Mapping[str, Judgement], reads: Reads = nothing_read
    ) -> Read:
        """The claims of a report, as they were coded."""
        report, extraction = recorded.report, recorded.extraction
        assert extraction is not None
        assert report.published is not None
        day = report.published.day
        return Read(tuple(self._resolved(claim, recorded, day) for claim in extraction.claims), (), ())

    def _resolved(self, claim: Claim, recorded: Recorded, day: date) -> ResolvedClaim:
        assert claim.coded is not None
        place = self.gazetteer.get(claim.coded.place_id or "")
        return ResolvedClaim(
            claim.key, claim, "coded:made", recorded.report.outlet, day, recorded.known_from,
            claim.quote.of(recorded.report.text), None, claim.coded.actor, claim.coded.recipient, place,
            place.name if place else None, place.part_of if place else None, Precision.EXACT, Days(None, day),
            dated=False, claimer=None, relayed_by=None, side=None, report_name=recorded.report.name,
        )  # fmt: skip


def fill(path: Path, count: int, places: Sequence[Place]) -> None:
    """Makes the record with its index."""
    with whoholds.open(path) as database:
        database._resolvers[0, own_text()] = Ready(database.gazetteer)
        began = time.perf_counter()
        for _ in database._indexing(ingest_coded(made_reports(count, places), database.store)):
            pass
        took = time.perf_counter() - began
    size, index = path.stat().st_size, path.with_name(path.name + ".index").stat().st_size
    print(
        f"{count * EACH:,} claims taken in and indexed: {took:.0f} s ({count / took:,.0f} reports/s), ",
        end="",
    )
    print(f"record {size / 2**20:,.0f} MiB, index {index / 2**20:,.0f} MiB")


def ask(path: Path, places: Sequence[Place]) -> None:
    """The questions, each place and moment asked for once, so that nothing is kept from before."""
    dice = random.Random(3)
    moments = [
        datetime(2022, 6, 1, 12, tzinfo=UTC) + timedelta(minutes=dice.randrange(900 * 1440))
        for _ in range(TRIES)
    ]
    days = [(moment - timedelta(days=dice.randrange(60))).date() for moment in moments]
    drawn, hot = dice.choices(places[200:], k=TRIES), list(places[:20])
    began = time.perf_counter()
    with whoholds.open(path, write=False) as database:
        database.control(places[-1].id)
        print(
            f"{'opened and asked for the first time':<44} clock {(time.perf_counter() - began) * 1e3:9.2f} ms"
        )

        def then(place: Place, day: date, moment: datetime) -> object:
            return database.control(place.id, on=day, as_of=moment)

        timed("one place, a day, as of a moment", then, zip(drawn, days, moments, strict=True))
        timed("one place, now", lambda place: database.control(place.id), [(place,) for place in drawn])
        timed("a place most told of, as of a moment", then, zip(hot, days, moments, strict=False))
        timed("the same, as of other moments", then, zip(list(hot) * 9, days[20:], moments[20:], strict=True))
        timed("one place by name", lambda place: _by_name(database, place), [(place,) for place in drawn])
        told = [len(database.claims(place=place.id)) for place in (*hot, *drawn)]
        print(f"claims at those twenty: {min(told[:20])} to {max(told[:20])}; ", end="")
        print(f"at the others {statistics.median(told[20:]):.0f} in the middle")


def _by_name(database: Database, place: Place) -> object:
    try:
        return database.control(f"{place.name}, Ukraine")
    except whoholds.NotFoundError:  # several are called so
        return None


def add(path: Path, what: str) -> float:
    """Adding single reports of a sentence that is read, durable and indexed."""
    texts = [f"Russian forces captured Bakhmut on day {n}, residents said." for n in range(TRIES)]
    with whoholds.open(path) as database:
        database.add_text("Russian forces captured Soledar, residents said.", published="2023-01-12")
        return timed(
            what, lambda text: database.add_text(text, published="2023-05-20"), [(t,) for t in texts]
        )


def main() -> None:
    count = (int(sys.argv[1]) if len(sys.argv) > 1 else 100_000) // EACH
    with tempfile.TemporaryDirectory(dir=sys.argv[2] if len(sys.argv) > 2 else None) as made:
        folder = Path(made)
        gazetteer = load_gazetteer()
        near = gazetteer.near(49.0, 32.0, 800.0)
        places = [place for place, _ in near if place.country == "UA" and place.kind == "settlement"]
        random.Random(1).shuffle(places)
        fill(folder / "large.whoholds", count, places)
        ask(folder / "large.whoholds", places)
        large = add(folder / "large.whoholds", "adding one report to it")
        empty = add(folder / "empty.whoholds", "adding one report to an empty record")
        print(f"{large / empty:.2f} times as long")


if __name__ == "__main__":
    main()
