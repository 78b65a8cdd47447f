"""The whole way: `ingest` takes reports in, `picture` makes of the record what it adds up to.

Start reading here.
"""

from __future__ import annotations

from collections import OrderedDict, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from whoholds.control.echoes import mark_echoes
from whoholds.control.records import mark_graded
from whoholds.editions import ORIGIN, as_edition, date_ahead
from whoholds.errors import InputError
from whoholds.events import EventBook, place_key
from whoholds.gazetteer import Gazetteer, load_gazetteer
from whoholds.method import method_name
from whoholds.model import Extraction, Judgement, Report, Span
from whoholds.picture import Picture, Record, Recorded, ResolvedClaim
from whoholds.reports.found import Found, Rejected, Skipped
from whoholds.resolve import Told, resolve_report
from whoholds.retractions import TakenBack, coded_retractions, mark_retracted, read_retractions
from whoholds.silences import ResolvedSilence, resolve_silences
from whoholds.store import Store
from whoholds.store.batches import batched
from whoholds.stories import Stories, mark_credited, mark_followed
from whoholds.trust import grades_in_force
from whoholds.verdicts import latest
from whoholds.written import known_from_its_day, written_after

Extractor = Callable[[Report], Extraction]
OWN = "user:"  # how the ids of places begin that users wrote down
KEPT = 20_000  # reports whose resolved claims are kept for the next question, or all of the newest record


@dataclass(frozen=True, slots=True)
class Ingested:
    """A report that is on disk with what was read in it.

    `new`: it was not recorded before; `dated`: a date of it was recorded now. `extraction` is what was read
    now; None where it was read before, or where the report is not taken in again because it was purged.
    `undated`: no date of it is on the record, neither from before nor from now.
    `edition`: it was recorded now as a later edition of an article, known from its recording on. `problem`: a
    sentence on a date that was not taken.
    """

    report: Report
    key: str
    new: bool
    dated: bool
    extraction: Extraction | None
    purged: bool = False
    edition: bool = False
    problem: str | None = None
    undated: bool = False


def ingest(
    reports: Iterable[Found], store: Store, *, extractor: Extractor
) -> Iterator[Ingested | Rejected | Skipped]:
    """Record reports and what the extractor reads in them; yields each once it is on disk.

    A report that is known and was read is not read again, so the same again changes nothing; one that was
    recorded without being read (the process was killed between) is read now. What could not be read as a
    report is passed on in its place. Raises StoreError; what was yielded before stays.
    """
    readings = (_read(item, store, extractor) for item in reports)
    for batch in batched(readings):
        with store.writing("reports"):
            done = [_record(item, extraction, store) for item, extraction in batch]
        yield from done


def ingest_coded(
    coded: Iterable[tuple[Report, Extraction]], store: Store
) -> Iterator[Ingested | Rejected | Skipped]:
    """Record reports with what people coded in them, as `ingest` does."""
    for batch in batched(coded):
        with store.writing("coded"):
            done = [_record(report, extraction, store) for report, extraction in batch]
        yield from done


def _read(item: Found, store: Store, extractor: Extractor) -> tuple[Found, Extraction | None]:
    if isinstance(item, Rejected | Skipped) or store.has_read(item.key):
        return item, None
    return item, extractor(item)


def _record(item: Found, extraction: Extraction | None, store: Store) -> Ingested | Rejected | Skipped:
    if isinstance(item, Rejected | Skipped):
        return item
    problem = date_ahead(item, store.now())
    report = replace(item, published=None) if problem else item
    try:
        given = _as_recorded(report, store)
        added = store.add_report(given)
    except InputError as error:
        return Rejected(item.name or item.key, str(error))
    read = extraction is not None and not added.purged and store.add_extraction(extraction)
    edition = added.dated and given.published is not None and given.published.origin == ORIGIN
    told = extraction if read else None
    undated = report.published is None and (added.new or not (added.purged or _has_date(added.key, store)))
    return Ingested(report, added.key, added.new, added.dated, told, added.purged, edition, problem, undated)


def _has_date(key: str, store: Store) -> bool:
    """True for a recorded report of which a date is known."""
    return store.report(key).report.published is not None


def _as_recorded(report: Report, store: Store) -> Report:
    if report.published is None or report.kind == "baseline":
        return report
    beside = store.beside(report)
    if beside.kept:
        return replace(report, published=None)
    return as_edition(report, beside.before, beside.since or store.now(), stream=beside.stream)


@dataclass(frozen=True, slots=True)
class Read:
    """A report resolved: its claims, who is silent, what it takes back."""

    claims: tuple[ResolvedClaim, ...]
    silences: tuple[ResolvedSilence, ...]
    retractions: tuple[TakenBack, ...]


Reads = Callable[[str], Read | None]
"""What is known of what a report (by its key) told, without resolving it; None where nothing is."""


def nothing_read(report: str) -> None:
    """Knows of no report what it told."""


class Resolver:
    """Resolves reports under one gazetteer, and keeps what it has resolved: forgetting changes no answer."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self.gazetteer = gazetteer
        self.stories = Stories()
        self._kept: OrderedDict[tuple[object, ...], tuple[Extraction, Read]] = OrderedDict()
        self._most = KEPT

    def read_all(self, record: Record, reads: Reads = nothing_read) -> list[Read]:
        """What each of all reports of a record tells; `reads` knows it as this record has it. Of a large
        record all is kept, for with any less the next question, which reads them in the same order, would
        find none of it."""
        self._most = max(KEPT, len(record.reports))
        judgements = latest(judged.judgement for judged in record.judgements)
        return [self.read(one, judgements, reads) for one in record.reports]

    def read(
        self, recorded: Recorded, judgements: Mapping[str, Judgement], reads: Reads = nothing_read
    ) -> Read:
        """All that a report tells, with the verdicts that count for its claims; `reads`: see `read_all`."""
        extraction = recorded.extraction
        if extraction is None:
            return Read((), (), ())
        verdicts = tuple(judgements[c.key] for c in extraction.claims if judgements and c.key in judgements)
        key = (id(extraction), recorded.report.published, recorded.known_from, verdicts)
        if key not in self._kept:
            told = Told(recorded.report, extraction, recorded.known_from)
            known = reads(extraction.report)
            read = known or _read_all(told, self.gazetteer, {one.claim: one for one in verdicts})
            self._kept[key] = (extraction, read)
            while len(self._kept) > self._most:
                self._kept.popitem(last=False)
        return self._kept[key][1]


def _read_all(told: Told, gazetteer: Gazetteer, verdicts: Mapping[str, Judgement]) -> Read:
    claims = resolve_report(told, gazetteer, verdicts)
    if told.report.kind == "baseline":
        claims = tuple(map(known_from_its_day, claims))
    elif told.report.published is not None:
        claims = written_after(claims, told.report.published)
    claims = mark_echoes(claims)
    silences, back = resolve_silences(told, gazetteer, claims), read_retractions(told, gazetteer)
    return Read(claims, silences, (*back, *coded_retractions(claims)))


@dataclass(frozen=True, slots=True, weakref_slot=True)
class Resolved:
    """The record with all that its reports tell, resolved: claims in order, silences."""

    record: Record
    claims: tuple[ResolvedClaim, ...]
    silences: tuple[ResolvedSilence, ...]


def resolve_record(
    store: Store,
    resolver: Resolver,
    *,
    as_of: datetime | None = None,
    recorded: int | None = None,
    reads: Reads = nothing_read,
) -> Resolved:
    """What was known at `as_of`, as recorded at `recorded`, resolved; in whatever order it was added.

    Claims stand in the order in which they became known, then by report and position. Rejected claims and
    those that their outlet took back are kept, and marked. `reads` knows what reports told, as recorded then.
    """
    return resolve(store.record(as_of=as_of, recorded=recorded), resolver, reads)


def without_hindsight(record: Record) -> Record:
    """A record as known at a moment, in which judgements and grades given later do not count."""
    as_of = record.as_of
    if as_of is None:
        return record
    return replace(
        record,
        judgements=tuple(one for one in record.judgements if one.at <= as_of),
        grades=tuple(one for one in record.grades if one.at <= as_of),
    )


def resolve(record: Record, resolver: Resolver, reads: Reads = nothing_read) -> Resolved:
    """`resolve_record` of what was read out of the store."""
    as_of, read = record.as_of, resolver.read_all(record, reads)
    claims = [c for one in read for c in one.claims if as_of is None or c.known_from <= as_of]
    back = [one for told in read for one in told.retractions if as_of is None or one.known_from <= as_of]
    stories = resolver.stories.of(record.reports)
    marked = mark_followed(mark_retracted(mark_credited(claims, stories), back), stories)
    ordered = sorted(
        mark_graded(marked, grades_in_force(one.grade for one in record.grades)),
        key=in_order,
    )
    return Resolved(record, tuple(ordered), tuple(silence for one in read for silence in one.silences))


def in_order(claim: ResolvedClaim) -> tuple[datetime, str, Span, str]:
    """The order in which claims stand: that in which they became known, then by report and position."""
    return (claim.known_from, claim.claim.report, claim.claim.quote, claim.id)


def picture(
    store: Store,
    resolver: Resolver | None = None,
    *,
    as_of: datetime | None = None,
    recorded: int | None = None,
) -> Picture:
    """What the record adds up to, as known at `as_of` (None: now) and as recorded at a ledger sequence.

    Without a resolver, under the product's gazetteer with the user's own places. Raises NotFoundError for a
    sequence not reached yet.
    """
    under = resolver or Resolver(own_gazetteer(store, recorded=recorded))
    return picture_of(resolve_record(store, under, as_of=as_of, recorded=recorded), under.gazetteer)


def picture_of(resolved: Resolved, gazetteer: Gazetteer, book: EventBook | None = None) -> Picture:
    """The picture of a resolved record: its claims by id and place, and the events that they add up to.

    `book` keeps the events of the blocks of claims that were fused before.
    """
    claims = {claim.id: claim for claim in resolved.claims}
    return Picture(
        record=resolved.record,
        method=method_name(gazetteer, resolved.record.fit),
        claims=claims,
        events=(book or EventBook()).events(resolved.claims),
        by_place=ids_by_place(claims.values()),
        places={claim.place.id: claim.place for claim in claims.values() if claim.place is not None},
    )


def ids_by_place(claims: Iterable[ResolvedClaim]) -> Mapping[str, tuple[str, ...]]:
    """The ids of the claims at each place: by its id, or "name:<words>" where no gazetteer knows it."""
    found: dict[str, list[str]] = defaultdict(list)
    for claim in claims:
        if claim.place is not None or claim.place_name:
            found[place_key(claim)].append(claim.id)
    return {place: tuple(ids) for place, ids in found.items()}


def own_gazetteer(store: Store, *, recorded: int | None = None) -> Gazetteer:
    """The product's gazetteer with the places of the user's own laid over it, as recorded at a sequence.

    A place that was merged into another one is gone, and lends it its names. Names that users wrote down
    (not those of a GeoNames country file) are read as places even where they are ordinary words.
    """
    places = sorted(store.places(recorded=recorded), key=lambda place: place.id)
    spellings = {name: sorted(found) for name, found in sorted(store.spellings(recorded=recorded).items())}
    meant = [name for key, names in spellings.items() if key.startswith(OWN) for name in names]
    meant += [place.name for place in places if place.id.startswith(OWN)]
    for merged, into in sorted(store.merges(recorded=recorded).items()):
        name = merged.removeprefix(OWN)
        spellings[into] = [*spellings.get(into, ()), name]
        meant.append(name)
    if not places and not spellings:
        return load_gazetteer()
    return load_gazetteer().with_places(places, spellings, meant=meant)
