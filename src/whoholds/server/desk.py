"""The record that a server answers from: one connection, one question at a time; writers come and go."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path
from time import perf_counter

from whoholds.control.profiles import profile_named
from whoholds.database import Database, open_database
from whoholds.database.asking import VIEWS, day_in
from whoholds.database.moments import Day, Moment
from whoholds.database.page_kept import ALL, WHOLE
from whoholds.database.resolving import Resolving
from whoholds.database.view import View
from whoholds.errors import WhoholdsError
from whoholds.exports import Filter
from whoholds.exports.withheld import Withheld
from whoholds.gazetteer import load_gazetteer
from whoholds.method import method_name
from whoholds.server.ledger import Ledger, Now
from whoholds.server.settings import Settings

LATER = 5.0  # seconds in which a page that is kept is asked for: what else is worked out may wait so long
PAUSE = 0.1  # seconds between two steps of keeping a page, in which others get their turn
CLOSING = 1.0  # seconds for which a question at work is waited for


@dataclass(frozen=True, slots=True)
class Stamp:
    """By what an answer given now is named: the newest ledger sequence, what reads it, today."""

    seq: int
    basis: str
    today: date


@dataclass(frozen=True, slots=True)
class _Opened:
    """One opening of the file: which file it is, and the last purge that its connection knows of."""

    database: Database
    file: int
    purged: int


@dataclass(frozen=True, slots=True)
class Sight:
    """One state of knowledge on one day, its claims fit to be published, and what checks a filter's words."""

    view: View
    hidden: Withheld
    day: date
    check: Callable[[Filter], None]  # as `Database.check_words`


class _Reading:
    """A record for one thread at a time; opened anew after a purge, or once another file is in its place.

    `shared`: what other readings of the same file since the same purge have resolved.
    """

    def __init__(self, path: Path, shared: dict[tuple[int, int], Resolving]) -> None:
        self._path = path
        self._shared = shared
        self._turn = threading.Lock()
        self._opened: _Opened | None = None

    @contextmanager
    def taken(self, now: Now) -> Iterator[Database]:
        """The record, in the state of `now` or a later one."""
        with self._turn:
            opened = self._opened
            if opened is None or (opened.file, opened.purged) != (now.file, now.purged):
                self._close()
                opened = self._opened = _Opened(open_database(self._path, write=False), now.file, now.purged)
                opened.database.share(self._shared.setdefault((now.file, now.purged), Resolving()))
            yield opened.database

    def close(self) -> None:
        """Close it; what a question still at work reads stays open until the process ends."""
        if self._turn.acquire(timeout=CLOSING):
            self._close()
            self._turn.release()

    def _close(self) -> None:
        if self._opened is not None:
            self._opened.database.close()
            self._opened = None


class Desk:
    """Answers from a record; another process may add to the record meanwhile.

    Questions come from many threads and are taken one by one. Raises StoreError where the record cannot be
    opened.
    """

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        shared: dict[tuple[int, int], Resolving] = {}
        self._short, self._long, self._kept = (_Reading(settings.record, shared) for _ in range(3))
        self._keeping = threading.Lock()
        self._closed = threading.Event()
        self._writing = threading.Lock()
        self._ledger = Ledger(settings.record)
        self._hidden: OrderedDict[tuple[datetime | None, int], tuple[View, Withheld]] = OrderedDict()
        with self.reading():  # says so now where it cannot be opened
            pass

    def close(self) -> None:
        """Close the record."""
        self._closed.set()
        self._short.close()
        self._long.close()
        self._kept.close()
        self._ledger.close()

    def warm(self) -> None:
        """Work out the picture of now, so that the first question need not: that of a page, and any other."""
        with self.kept_reading() as database:
            kept, large = database.how_kept(), database.is_large
        if large and WHOLE not in kept:
            with self.reading() as database:
                database.keep_newest()
        if WHOLE in kept and self._closed.wait(LATER):
            return
        with self.reading() as database:
            sight = self.sight(database)
            sight.view.answers(sight.day)
        if WHOLE in kept and ALL not in kept:
            self.keep_page()

    def keep_page(self) -> None:
        """Keep the whole page of a large record for the next start, bit by bit, in the background."""
        threading.Thread(target=self._keep_page, daemon=True).start()

    def _keep_page(self) -> None:
        if not self._keeping.acquire(blocking=False):
            return  # it is being done
        try:
            with suppress(WhoholdsError):  # such as that it is closed, or purged meanwhile
                with self.long_reading() as database:
                    steps = database.keeping_page() if database.is_large else iter(())
                took = 0.0
                while not self._closed.wait(max(PAUSE, took)):  # at most half of the time
                    began = perf_counter()
                    with self.long_reading():
                        if next(steps, self) is self:
                            return
                    took = perf_counter() - began
        finally:
            self._keeping.release()

    def stamp(self) -> Stamp:
        """What an answer given now is named by; costs some microseconds."""
        now = self._ledger.now()
        basis = f"{method_name(load_gazetteer())} {now.record}"
        return Stamp(now.seq, basis, datetime.now(UTC).date())

    @contextmanager
    def reading(self) -> Iterator[Database]:
        """The record, for one thread at a time."""
        with self._short.taken(self._ledger.now()) as database:
            yield database

    @contextmanager
    def long_reading(self) -> Iterator[Database]:
        """The same record for what takes seconds, so that nothing else waits for it."""
        with self._long.taken(self._ledger.now()) as database:
            yield database

    @contextmanager
    def kept_reading(self) -> Iterator[Database]:
        """The same record for what is kept beside it, which is there at once: it waits for no question."""
        with self._kept.taken(self._ledger.now()) as database:
            yield database

    @contextmanager
    def writing(self) -> Iterator[Database]:
        """The record, for writing. Raises StoreError while another process writes."""
        with self._writing, open_database(self.settings.record) as database:
            yield database

    def sight(
        self,
        database: Database,
        *,
        on: Day | None = None,
        as_of: Moment | None = None,
        recorded: int | Moment | None = None,
        profile: str | None = None,
    ) -> Sight:
        """A state of knowledge; only inside `reading`."""
        first = database.view(as_of=as_of, recorded=recorded)
        view = first.under(profile_named(profile))
        check = partial(database.check_words, recorded=recorded)
        return Sight(view, self._withheld(first), day_in(on, view), check)

    def _withheld(self, view: View) -> Withheld:
        key = (view.known.as_of, view.known.recorded)
        found = self._hidden.get(key)
        if found is None or found[0] is not view:
            found = self._hidden[key] = (view, Withheld(view.by_id))
            if len(self._hidden) > VIEWS:
                self._hidden.popitem(last=False)
        self._hidden.move_to_end(key)
        return found[1]
