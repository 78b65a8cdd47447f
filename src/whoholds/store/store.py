"""The record on disk: `Store` adds to it and reads it as of a moment."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from pathlib import Path

import apsw

from whoholds.model import Claim, Extraction, Judgement, Place, Report
from whoholds.picture import Judged, Record, Recorded
from whoholds.store import fits_and_grades, reading, upkeep, versions
from whoholds.store import write_judgements as analyst
from whoholds.store.batches import batched
from whoholds.store.beside import Beside, look_beside
from whoholds.store.ledger import micros
from whoholds.store.opened import Opened
from whoholds.store.side import forget_report
from whoholds.store.trouble import clear_errors
from whoholds.store.write_extractions import add_extraction
from whoholds.store.write_reports import Added, add_report
from whoholds.trust import Fit, Fitted, Grade, Graded, newest_fit


class Store(Opened):
    """One file of records. Open it with `Store.open`, and close it, or use it in a `with` block.

    One process writes at a time; readers are never blocked and never block. What a method has acknowledged
    by returning (or yielding) is on disk. Methods that add return something true only where there was
    something new; the same again leaves no trace. Raises StoreError, in one sentence, whenever the file
    cannot be opened, written or trusted.
    """

    # Adding

    def add_report(self, report: Report) -> Added:
        """Record a report. One known already adds only its date, where that is another than the newest."""
        with self.writing("reports") as batch:
            return add_report(batch, report)

    def add_reports(self, reports: Iterable[Report]) -> Iterator[Added]:
        """Record many, in batches of about 100 reports or one second; each is yielded once it is on disk."""
        for batch_of_reports in batched(reports):
            with self.writing("reports"):
                added = [self.add_report(report) for report in batch_of_reports]
            yield from added

    def add_extraction(self, extraction: Extraction) -> bool:
        """Record what one version of one extractor read in one report: each version once."""
        with self.writing("extraction") as batch:
            return add_extraction(
                batch, extraction, lambda number: self._reader.extraction(number, extraction.report)
            )

    def add_judgement(self, judgement: Judgement) -> bool:
        """Record a verdict on a claim; `reset` takes back what was judged before, which stays on record."""
        with self.writing("judgement") as batch:
            return analyst.add_judgement(batch, judgement)

    def add_places(
        self, places: Iterable[Place], spellings: Mapping[str, Iterable[str]] | None = None
    ) -> int:
        """Record places of the user's own, with further spellings by place id; returns how many were new."""
        more = spellings or {}
        with self.writing("places") as batch:
            return sum(analyst.add_place(batch, place, more.get(place.id, ())) for place in places)

    def merge_places(self, place: str, into: str) -> bool:
        """Record that a place of the user's own is the same as another place."""
        with self.writing("places") as batch:
            return analyst.merge_place(batch, place, into)

    def pin(self, extractor: str | None) -> bool:
        """Let this extractor count before newer ones (but not before people); None takes it back."""
        with self.writing("pin") as batch:
            return analyst.add_pin(batch, extractor)

    def add_fit(self, fit: Fit) -> bool:
        """Record what was learnt of claimers from what had been published by the fit's cut-off."""
        with self.writing("fit") as batch:
            return fits_and_grades.add_fit(batch, fit)

    def add_grade(self, grade: Grade) -> bool:
        """Record an analyst's letter for a claimer; "undo" takes back the last, which stays on record."""
        with self.writing("grade") as batch:
            return fits_and_grades.add_grade(batch, grade)

    def purge(self, key: str, reason: str) -> upkeep.Purged:
        """Blank a report's text and quotations, on the record; its claims no longer count."""
        with self.writing("purge") as batch:
            purged = upkeep.purge(batch, key, reason)
            number = int(self._connection.execute("SELECT id FROM report WHERE key = ?", (key,)).get)
        self._reader.forget()
        if self.path is not None:
            forget_report(self.path, number)
        with clear_errors(self.path):
            self._connection.wal_checkpoint(mode=apsw.SQLITE_CHECKPOINT_TRUNCATE)
        return purged

    # Reading

    @property
    def seq(self) -> int:
        """The newest ledger sequence; 0 for an empty record."""
        with self._reading(None) as newest:
            return newest

    @property
    def claims_read(self) -> int:
        """How many claims were ever read, whichever of them stand; told in some microseconds."""
        with self._reading(None):
            return int(self._connection.execute("SELECT coalesce(max(id), 0) FROM claim").get)

    def checked(self, seq: int) -> int:
        """A ledger sequence that there is. Raises NotFoundError for one that there is not."""
        with self._reading(seq) as found:
            return found

    def sequence_at(self, moment: datetime) -> int:
        """The greatest ledger sequence recorded by a moment (with a time zone); 0 before the first."""
        with self._reading(None):
            sql = "SELECT coalesce(max(seq), 0) FROM batch WHERE recorded_at <= ?"
            return int(self._connection.execute(sql, (micros(moment),)).get)

    def record(self, *, as_of: datetime | None = None, recorded: int | None = None) -> Record:
        """All that was published by `as_of`, as this installation had recorded it at sequence `recorded`.

        Reports stand in the order in which they became known. Judgements, grades and places count by
        `recorded` only; of what was learnt, the fit with the newest cut-off by `as_of`.
        Raises InputError for a moment without a time zone, NotFoundError for a sequence not reached yet.
        """
        until = micros(as_of) if as_of is not None else reading.FOREVER
        with self._reading(recorded) as seq:
            return Record(
                self._reader.whole(reading.View(seq, until=until)),
                reading.read_judgements(self._connection, seq),
                tuple(place for place, _ in reading.read_places(self._connection, seq).values()),
                as_of,
                seq,
                fits_and_grades.read_grades(self._connection, seq),
                newest_fit(fits_and_grades.read_fits(self._connection, seq), as_of),
            )

    def beside(self, report: Report) -> Beside:
        """What is recorded already that an adding of the report, which has a date, must look at.

        Raises InputError for words that cannot be written as UTF-8.
        """
        with self._reading(None) as seq:
            return look_beside(self._connection, self._reader, report, seq)

    def reports_between(
        self, since: datetime, until: datetime, *, recorded: int | None = None
    ) -> tuple[Recorded, ...]:
        """The reports that became known after one moment and by another."""
        with self._reading(recorded) as seq:
            view = reading.View(seq, micros(since), micros(until))
            return tuple(self._reader.reports(view))

    def report(self, key: str, *, recorded: int | None = None) -> Recorded:
        """One report by its key; raises NotFoundError."""
        with self._reading(recorded) as seq:
            return self._reader.report(key, seq)

    def reports_named(self, name: str, *, recorded: int | None = None) -> tuple[Recorded, ...]:
        """The reports that the user calls so (a file name, the id of a line)."""
        with self._reading(recorded) as seq:
            return self._reader.named(name, seq)

    def reports_not_read_by(self, extractor: str) -> Iterator[Recorded]:
        """The reports that this version of an extractor has not read yet, and people have not coded."""
        with self._reading(None) as seq:
            sql = (
                "SELECT key FROM report r WHERE kind = 'report' AND NOT EXISTS "
                "(SELECT 1 FROM extraction e WHERE e.report = r.id AND e.extractor = ?) "
                "AND NOT EXISTS (SELECT 1 FROM tombstone t WHERE t.report = r.id) ORDER BY id"
            )
            keys = [key for (key,) in self._connection.execute(sql, (extractor,))]
        for key in keys:
            yield self.report(key, recorded=seq)

    def has_read(self, key: str) -> bool:
        """True when a report needs no reading: an extraction of it is recorded, or it was purged."""
        sql = (
            "SELECT EXISTS (SELECT 1 FROM report r WHERE r.key = ? AND ("
            "EXISTS (SELECT 1 FROM extraction WHERE report = r.id) "
            "OR EXISTS (SELECT 1 FROM tombstone WHERE report = r.id)))"
        )
        with self._turn, clear_errors(self.path):
            return bool(self._connection.execute(sql, (key,)).get)

    def claims_of(self, key: str, *, recorded: int | None = None) -> tuple[Claim, ...]:
        """The claims of one report, from the extraction of it that counts."""
        extraction = self.report(key, recorded=recorded).extraction
        return extraction.claims if extraction is not None else ()

    def judgements(self, claim: str | None = None, *, recorded: int | None = None) -> tuple[Judged, ...]:
        """What was judged, oldest first, of one claim or of all."""
        with self._reading(recorded) as seq:
            return reading.read_judgements(self._connection, seq, claim)

    def fits(self, *, recorded: int | None = None) -> tuple[Fitted, ...]:
        """All that was learnt of claimers, oldest first."""
        with self._reading(recorded) as seq:
            return fits_and_grades.read_fits(self._connection, seq)

    def grades(self, *, recorded: int | None = None) -> tuple[Graded, ...]:
        """The letters that analysts gave claimers, oldest first."""
        with self._reading(recorded) as seq:
            return fits_and_grades.read_grades(self._connection, seq)

    def places_changed(self, *, recorded: int | None = None) -> int:
        """The ledger sequence at which the user's own places last changed; 0 where there are none."""
        newest = "coalesce((SELECT seq FROM {} WHERE seq <= :seq ORDER BY id DESC LIMIT 1), 0)"
        sql = f"SELECT max({newest.format('place')}, {newest.format('place_merge')})"
        with self._reading(recorded) as seq:
            return int(self._connection.execute(sql, {"seq": seq}).get)

    def purged(self) -> int:
        """The ledger sequence of the last purge; 0 where nothing was purged."""
        with self._reading(None):
            return int(self._connection.execute("SELECT coalesce(max(seq), 0) FROM tombstone").get)

    def merges(self, *, recorded: int | None = None) -> dict[str, str]:
        """Which place of the user's own is the same as which other place, by their ids."""
        with self._reading(recorded) as seq:
            return reading.read_merges(self._connection, seq)

    def places(self, *, recorded: int | None = None) -> tuple[Place, ...]:
        """The user's own places, without those that were merged into another one."""
        with self._reading(recorded) as seq:
            return tuple(place for place, _ in reading.read_places(self._connection, seq).values())

    def spellings(self, *, recorded: int | None = None) -> dict[str, frozenset[str]]:
        """The further spellings of the user's own places, by place id."""
        with self._reading(recorded) as seq:
            return {key: names for key, (_, names) in reading.read_places(self._connection, seq).items()}

    def touched(self, marks: versions.Marks, until: int) -> versions.Touched:
        """The reports that something was recorded of after the marks and up to a ledger sequence."""
        with self._reading(until):
            return versions.touched(self._connection, marks, until)

    def version(self, number: int, recorded: int) -> versions.Version | None:
        """How a report, by its number, counted at a sequence; None before that, and once purged."""
        with self._reading(recorded):
            return reading.Reader(self._connection).version(number, recorded)  # keeps nothing in memory

    def stamp(self, seq: int) -> str:
        """What tells this record from another one at a sequence; the same for a copy of it."""
        with self._turn, clear_errors(self.path):
            return versions.stamp(self._connection, seq)

    def search(self, words: str, *, limit: int = 50) -> tuple[str, ...]:
        """Keys of the reports whose text has all the words (in a row: "…"), newest recorded first."""
        asked = " ".join('"' + term.strip('"') + '"' for term in re.findall(r'"[^"]+"|[^\s"]+', words))
        if not asked:
            return ()
        sql = (
            "SELECT r.key FROM (SELECT rowid AS text FROM report_words WHERE report_words MATCH ? "
            "ORDER BY rowid DESC LIMIT ?) w JOIN report r ON r.text = w.text "
            "WHERE r.id NOT IN (SELECT report FROM tombstone) ORDER BY r.id DESC LIMIT ?"
        )
        with self._reading(None):
            return tuple(key for (key,) in self._connection.execute(sql, (asked, limit, limit)))

    # Care

    def backup(self, to: Path | str, *, replace: bool = False) -> upkeep.Copied:
        """Copy the whole record into another file, verified, while it may be in use.

        Parties of your own that lie beside it go with it.
        """
        with self._turn, clear_errors(self.path):
            return upkeep.copy(self._connection, self.path, Path(to), replace=replace)

    def health(self) -> upkeep.Health:
        """Sizes, counts, versions and an integrity check (which reads the whole file)."""
        with self._turn, clear_errors(self.path):
            return upkeep.health(self._connection, self.path)
