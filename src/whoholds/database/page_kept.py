"""The page of all that is recorded, kept in the index for the next start: the map of a large record at once.

What is kept is named by all that the page hangs on: the record and its ledger sequence, the method, the code
that draws it, and the day where the last day known of is today for want of a later one. Under another name it
is as if it was never kept.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime
from functools import cache, cached_property
from itertools import islice
from pathlib import Path
from typing import cast

from whoholds.database.moments import Day, Moment, day_of
from whoholds.database.paging import Paging, titled
from whoholds.exports import Filter
from whoholds.exports.page_data import PageFrame, PagePlace
from whoholds.exports.page_words import LONGEST_NAME, within
from whoholds.index.pages import KeptPages
from whoholds.method import method_name
from whoholds.model import content_key
from whoholds.store.opened import code_version

WORTH = 3_000  # claims; with more the whole page takes longer than anybody waits for the first map
STEP = 8  # places whose parts are kept at once
WHOLE, NEWEST, ALL = "frame", "newest", "all"  # what is kept: the two frames; that nothing is lacking
PLACE = "place "  # followed by an id: the part of a place
_ROOT = Path(__file__).resolve().parent.parent
_DRAWING = ("*.py", "data/*.toml", "data/*.json", "data/ontology/**/*.toml", "data/lexicon/**/*.toml")


class PageKeeping(Paging):
    """What `Database` keeps of its page, and gives again. A record in memory keeps none."""

    @property
    def is_large(self) -> bool:
        """True where the page is worth keeping, and is first given with its newest states of knowledge."""
        return self.store.claims_read > WORTH

    @cached_property
    def _kept_pages(self) -> KeptPages:
        return KeptPages(self.store)

    def kept_frame(  # noqa: PLR0913 - as `page_frame`
        self,
        *,
        title: str | None = None,
        opens: Day | None = None,
        since: Day | None = None,
        until: Day | None = None,
        as_of: Moment | None = None,
        recorded: int | Moment | None = None,
        filter: Filter | None = None,
        newest: bool = False,
    ) -> PageFrame | None:
        """What `page_frame` gives, as JSON has it, at once; None where it is not kept.

        Kept is the page of all that is recorded, with neither clock, filter nor days. `newest`: the frame
        with the newest states of knowledge will do.
        """
        if not self.keeps(since=since, until=until, as_of=as_of, recorded=recorded, filter=filter):
            return None
        names = self._page_names()
        found = self._kept_pages.part(names, WHOLE)
        if found is None and newest:
            found = self._kept_pages.part(names, NEWEST)
        if found is None:
            return None
        return within(titled(cast(PageFrame, found), title, day_of(opens)), LONGEST_NAME)

    def kept_place(  # noqa: PLR0913 - as `page_place`
        self,
        place: str,
        *,
        since: Day | None = None,
        until: Day | None = None,
        as_of: Moment | None = None,
        recorded: int | Moment | None = None,
        filter: Filter | None = None,
    ) -> PagePlace | None:
        """What `page_place` gives of a place, by its id, as JSON has it; None where it is not kept."""
        if not self.keeps(since=since, until=until, as_of=as_of, recorded=recorded, filter=filter):
            return None
        return cast("PagePlace | None", self._kept_pages.part(self._page_names(), f"{PLACE}{place}"))

    def how_kept(self) -> frozenset[str]:
        """What is kept: `WHOLE` and `NEWEST` are the frames, `ALL` stands for the parts of all places."""
        names = self._page_names() if self.is_large else ()
        return self._kept_pages.parts(names) & {WHOLE, NEWEST, ALL}

    def keep_newest(self) -> None:
        """Keep the frame with the newest states of knowledge, until the whole page is kept."""
        frame = self._made((None, None), None, None, Filter(), newest=True).page.frame
        name = self._name_of(frame)
        if WHOLE not in self._kept_pages.parts([name]):
            self._kept_pages.keep(name, frame["meta"]["recorded"], {NEWEST: frame})

    def keeping_page(self) -> Iterator[None]:
        """Keep the whole page bit by bit: the frame, then the parts of its places that are not kept yet.

        **Nothing is kept but by going through the iterator**, which ends where nothing more can be kept: more
        was recorded since, there is no right to write, no room.
        """
        page = self._made((None, None), None, None, Filter()).page
        name, seq = self._name_of(page.frame), page.frame["meta"]["recorded"]
        kept = self._kept_pages.parts([name])
        missing = iter([place for place in page.numbers if f"{PLACE}{place}" not in kept])
        told: dict[str, object] = {WHOLE: page.frame}
        while told and self._kept_pages.keep(name, seq, told):
            yield
            told = {f"{PLACE}{place}": within(page.part(place)) for place in islice(missing, STEP)}
            if not told and ALL not in kept:
                told, kept = {ALL: True}, kept | {ALL}

    def keeps(
        self,
        *,
        since: Day | None = None,
        until: Day | None = None,
        as_of: Moment | None = None,
        recorded: int | Moment | None = None,
        filter: Filter | None = None,
    ) -> bool:
        """True where the page that is kept is asked for: that of all that is recorded, of a large record."""
        if not self.is_large or (filter is not None and filter.asked):
            return False
        if any(one is not None for one in (since, until, as_of)):
            return False
        return self.sequence(recorded) == self.store.seq

    def _page_names(self) -> tuple[str, str]:
        """The name of the page that holds on any day, and of the one that holds today."""
        seq = self.store.seq
        return self._page_name(seq, None), self._page_name(seq, datetime.now(UTC).date())

    def _name_of(self, frame: PageFrame) -> str:
        """The name of a page: it holds on any later day where its last day is that of a publication."""
        seq = frame["meta"]["recorded"]
        view = self.view(recorded=seq)
        return self._page_name(seq, None if view.last_day == view.known.last_published() else view.last_day)

    def _page_name(self, seq: int, today: date | None) -> str:
        method = method_name(self._resolver(self.store.places_changed(recorded=seq)).gazetteer)
        return content_key("page", seq, self.store.stamp(seq), method, code_version(), _drawing(), today)


@cache
def _drawing() -> str:
    """A hash over all code, words and numbers of whoholds: whatever a page may hang on beside the record."""
    files = sorted({path for one in _DRAWING for path in _ROOT.rglob(one)})
    return content_key(*(path.read_text(encoding="utf-8") for path in files))
