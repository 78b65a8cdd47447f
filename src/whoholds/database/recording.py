"""Adding to the record: reports, coded claims, baselines, places, verdicts."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cached_property, partial
from pathlib import Path
from types import TracebackType
from typing import Self

from whoholds.claims.reading import Progress, untold
from whoholds.claims.rules import EXTRACTOR, extract
from whoholds.database.added import Added, Outcome
from whoholds.database.own_parties import Checked, add_parties
from whoholds.database.reading import When, published_of
from whoholds.errors import InputError
from whoholds.gazetteer import Gazetteer, load_gazetteer
from whoholds.gazetteer.user import read_places
from whoholds.index import Index, ReadsInIndex
from whoholds.model import Extraction, Judgement, Published, Report, Verdict, content_key
from whoholds.party_list import own_text
from whoholds.pipeline import Ingested, Reads, Resolver, ingest, ingest_coded, nothing_read, own_gazetteer
from whoholds.reports import (
    Given,
    read_baseline,
    read_codings,
    read_reports,
    read_text_report,
)
from whoholds.reports.found import Found
from whoholds.resolve import named_place
from whoholds.store import Copied, Health, Purged, Store


class Recording:
    """What `Database` adds to the record. One process may write at a time; what was yielded is on disk."""

    def __init__(self, store: Store) -> None:
        self.store = store
        # by the sequence at which the user's places last changed, and the parties of their own
        self._resolvers: dict[tuple[int, str | None], Resolver] = {}

    @cached_property
    def _index(self) -> Index:
        return Index(self.store)

    def close(self) -> None:
        """Close the file, and the index beside it."""
        if "_index" in self.__dict__:
            self._index.close()
        self.store.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def add(
        self, *given: Path | str | Report, outlet: str | None = None, published: When | None = None
    ) -> Added:
        """Take in files, folders (all files in them) or reports; returns the numbers and what came of each.

        `outlet` and `published` stand where a report does not say them itself. The same again changes
        nothing. What cannot be read is among the returned `problems`, and the rest is recorded. Raises
        InputError when a path itself is missing or cannot be read; what was given before it stays.
        """
        return Added.of(self.adding(*given, outlet=outlet, published=published))

    def adding(
        self,
        *given: Path | str | Report,
        outlet: str | None = None,
        published: When | None = None,
        progress: Progress = untold,
    ) -> Iterator[Outcome]:
        """The same bit by bit, to show progress: **nothing is recorded but by going through the iterator**.

        Each report is on disk when it is yielded; nothing is kept in memory. `progress` is told the share of
        the report at hand that is read, from 0 to 1, after each sentence.
        """
        date_of = published_of(published)
        found = (one for each in given for one in _found(each, outlet, date_of))
        return self._indexing(ingest(found, self.store, extractor=partial(self._read, progress=progress)))

    def _indexing(self, outcomes: Iterator[Outcome]) -> Iterator[Outcome]:
        """The same outcomes; what they add is in the index of a record on disk when the last one is told."""
        new = False
        for outcome in outcomes:
            new = new or (isinstance(outcome, Ingested) and outcome.new)
            yield outcome
        if new and self.store.path is not None:
            self._catch_up()

    def _catch_up(self) -> bool:
        """Bring the index up to date; False where there is none."""
        changed = self.store.places_changed()
        return self._index.catch_up(self._resolver(changed), changed)

    def _reads(self, recorded: int) -> Reads:
        """Knows what reports told, as recorded at a ledger sequence, where that is in the index of a file."""
        if self.store.path is None or recorded < self.store.places_changed() or not self._catch_up():
            return nothing_read
        return ReadsInIndex(self._index, recorded).read

    def add_text(
        self,
        text: str | bytes,
        *,
        outlet: str | None = None,
        published: When | None = None,
        name: str | None = None,
    ) -> Ingested:
        """Take in one report from its words. Raises InputError when they are no text."""
        report = read_text_report(text, Given(outlet, published_of(published), name))
        (done,) = self._indexing(ingest([report], self.store, extractor=self._read))
        if not isinstance(done, Ingested):
            raise InputError(done.why)
        return done

    def import_claims(self, path: Path | str) -> Added:
        """Take in claims that people or other tools coded (JSON Lines in the codebook's names).

        What was rejected or taken back where the file comes from is recorded, and rejected here.
        Raises InputError naming the mistakes; the file is taken whole, or not at all.
        """
        codings = read_codings(path)
        pairs = [(report, extraction) for report, extraction, _ in codings]
        added = Added.of(self._indexing(ingest_coded(pairs, self.store)))
        rejected = {key: why for coding in codings for key, why in coding.out_of_force.items()}
        new = {key: why for key, why in rejected.items() if not self.store.judgements(key)}
        if new:
            with self.store.writing("judgement"):
                for key, why in new.items():
                    self.store.add_judgement(Judgement(key, Verdict.REJECT, why))
        return added

    def baseline(self, path: Path | str) -> Added:
        """Take in a table (CSV) of who held which places on which day.

        Raises InputError naming the rows that are wrong; the table is taken whole, or not at all.
        """
        return Added.of(self._indexing(ingest_coded([read_baseline(path)], self.store)))

    def unknown_places(self, path: Path | str) -> tuple[str, ...]:
        """A sentence for each row of a baseline whose place no gazetteer knows and that gives no position."""
        report, extraction = read_baseline(path)
        found = []
        for claim in extraction.claims:
            coded = claim.coded
            if coded is None or coded.lat is not None or not coded.place:
                continue
            if named_place(coded, self.gazetteer).id.startswith("name:"):
                line = report.text.count("\n", 0, claim.quote.start) + 1
                found.append(
                    f"{report.name}, line {line}: no place called {coded.place!r} is known, so it is on "
                    "no map. Check the spelling, give lat and lon, or add the place as your own."
                )
        return tuple(found)

    def add_places(self, path: Path | str) -> int:
        """Take in places of your own (CSV, GeoJSON, GeoNames); returns how many were new.

        Reports that name one of them are read again with it. Raises InputError naming the rows that are
        wrong; the file is taken whole, or not at all.
        """
        places, names = read_places(Path(path))
        new = self.store.add_places(places, names)
        if new:
            spellings = {place.name for place in places}.union(*names.values())
            self._read_again(lambda report: any(name in report.text for name in spellings))
        return new

    def add_parties(self, path: Path | str) -> Checked:
        """Take in parties of your own (TOML), kept in a file beside the record; returns what was added.

        Reports that name one of them are read again with it. The name of the method changes with the file.
        Raises InputError when an entry is not as it must be: the file is taken whole, or not at all.
        """
        if self.store.path is None:
            raise InputError("A record in memory keeps no parties. Name a file of them in WHOHOLDS_PARTIES.")
        before = own_text()
        checked = add_parties(self.store.path, path)
        if own_text() != before:
            self._forget()
            self._read_again(lambda report: any(word in report.text for word in checked.words))
        return checked

    def merge_places(self, place: str, into: str) -> bool:
        """Record that a place of your own (its id) is the same as another place, to which its names go."""
        return self.store.merge_places(place, into)

    def reread(self) -> int:
        """Read again all reports that this version has not read, as after an upgrade; returns how many."""
        return self._read_again(lambda report: True)

    def pin(self, extractor: str | None) -> bool:
        """Let one extractor's readings count before newer ones; None takes it back."""
        return self.store.pin(extractor)

    def purge(self, report: str, *, reason: str) -> Purged:
        """Blank a report (by key, or the name it was added under), leaving a tombstone with the reason."""
        named = self.store.reports_named(report)
        if len(named) > 1:
            raise InputError(f"{len(named)} reports are called {report}. Give the key of one of them.")
        self._forget()
        return self.store.purge(named[0].report.key if named else report, reason)

    def _forget(self) -> None:
        """Drop what is kept of the record in memory."""
        self._resolvers.clear()
        if "_index" in self.__dict__:
            self._index.forget()

    def backup(self, to: Path | str, *, replace: bool = False) -> Copied:
        """Copy the record into another file, verified."""
        return self.store.backup(to, replace=replace)

    def health(self) -> Health:
        """Sizes, counts, versions and an integrity check (which reads the whole file)."""
        return self.store.health()

    @property
    def gazetteer(self) -> Gazetteer:
        """The product's gazetteer with the places of your own."""
        return self._resolver().gazetteer

    def _resolver(self, recorded: int | None = None) -> Resolver:
        changed = self.store.places_changed(recorded=recorded)
        key = (changed, own_text())
        if key not in self._resolvers:
            self._resolvers[key] = Resolver(own_gazetteer(self.store, recorded=changed))
        return self._resolvers[key]

    @property
    def extractor(self) -> str:
        """The name under which reports are read now: the rules, with places and parties of your own."""
        version, own = self.gazetteer.version, own_text()
        places = "" if version == load_gazetteer().version else f"+{version[:8]}"
        return f"{EXTRACTOR}{places}" + (f"+{content_key('parties', own)[:8]}" if own is not None else "")

    def _read(self, report: Report, progress: Progress = untold) -> Extraction:
        return replace(extract(report, self.gazetteer, progress=progress), extractor=self.extractor)

    def _read_again(self, wanted: Callable[[Report], bool]) -> int:
        again = [one.report for one in self.store.reports_not_read_by(self.extractor) if wanted(one.report)]
        return sum(self.store.add_extraction(self._read(report)) for report in again)


def _found(given: Path | str | Report, outlet: str | None, published: Published | None) -> Iterator[Found]:
    if isinstance(given, Report):
        yield replace(given, outlet=given.outlet or outlet, published=given.published or published)
    else:
        yield from read_reports(given, outlet=outlet, published=published)
