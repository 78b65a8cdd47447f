"""The map page of a record: one file, or its halves as a server gives them."""

from __future__ import annotations

from collections import OrderedDict
from datetime import date, datetime

from whoholds.database.asking import Asking
from whoholds.database.collecting import at_rest
from whoholds.database.map_page import Made, Span, make_page
from whoholds.database.moments import Day, Moment, day_of, moment_of
from whoholds.errors import NotFoundError
from whoholds.exports import Filter
from whoholds.exports.filters import in_order
from whoholds.exports.html import write_page
from whoholds.exports.page_data import PageFrame, PagePlace, day_number
from whoholds.exports.page_words import LONGEST_NAME, within
from whoholds.ontology import parties_held
from whoholds.store import Store
from whoholds.trust import newest_fit

PAGES = 4  # pages kept, each with all its histories

_Key = tuple[datetime | None, int, date | None, date | None, bool, Filter]


class Paging(Asking):
    """The page that `Database` draws. `since` and `until` are the first and last day of "true on".

    With a filter, wanted claims and the places they are about stand on it alone, each with its whole state.
    Raises InputError where `since` lies after `until`.
    """

    def __init__(self, store: Store) -> None:
        super().__init__(store)
        self._pages: OrderedDict[_Key, Made] = OrderedDict()

    def _forget(self) -> None:
        super()._forget()
        self._pages.clear()

    def page(  # noqa: PLR0913 - what names an answer, and what is drawn of it
        self,
        *,
        title: str | None = None,
        opens: Day | None = None,
        since: Day | None = None,
        until: Day | None = None,
        as_of: Moment | None = None,
        recorded: int | Moment | None = None,
        filter: Filter | None = None,
    ) -> str:
        """The map as one HTML file, with both clocks; private names withheld."""
        data = self._made((since, until), as_of, recorded, filter or Filter()).whole()
        data["frame"] = titled(data["frame"], title, day_of(opens))
        return write_page(data)

    def page_frame(  # noqa: PLR0913 - as `page`
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
    ) -> PageFrame:
        """What the page shows before a place is opened, as its JSON has it; kept, as its parts are.

        `newest`: only with the states of knowledge since the day that it opens on, which is much sooner made.
        """
        frame = self._made((since, until), as_of, recorded, filter or Filter(), newest).page.frame
        return within(titled(frame, title, day_of(opens)), LONGEST_NAME)

    def page_place(  # noqa: PLR0913 - what names the page, and what stands on it
        self,
        place: str | int,
        *,
        since: Day | None = None,
        until: Day | None = None,
        as_of: Moment | None = None,
        recorded: int | Moment | None = None,
        filter: Filter | None = None,
        newest: bool = False,
    ) -> PagePlace:
        """The part of one place, by its id or its number in the frame that was asked for with the same words.

        Raises NotFoundError for a place that is not on the page.
        """
        page = self._made((since, until), as_of, recorded, filter or Filter(), newest).page
        rows = page.frame["places"]
        if isinstance(place, int) and 0 <= place < len(rows):
            place = rows[place]["id"]
        if isinstance(place, int) or place not in page.numbers:
            raise NotFoundError(f"There is no place {place!r} on this page.")
        return within(page.part(place))

    def _made(
        self,
        days: tuple[Day | None, Day | None],
        as_of: Moment | None,
        recorded: int | Moment | None,
        wanted: Filter,
        newest: bool = False,
    ) -> Made:
        view = self.view(as_of=as_of, recorded=recorded)
        wanted = wanted.meant(lambda name: self._place(name, view).id)
        sequence = view.resolved.record.recorded
        key = (moment_of(as_of), sequence, day_of(days[0]), day_of(days[1]), newest, wanted)
        in_order(key[2], key[3], "since", "until")
        if key not in self._pages:
            order = self.party_order(recorded=sequence)
            span = Span(None, key[2], key[3], wanted=wanted, order=order, newest=newest)
            fits = self.store.fits(recorded=sequence)
            before = None if newest else self._before(key)
            with at_rest(), parties_held():
                self._pages[key] = make_page(view, lambda moment: newest_fit(fits, moment), span, before)
            if len(self._pages) > PAGES:
                self._pages.popitem(last=False)
        self._pages.move_to_end(key)
        return self._pages[key]

    def _before(self, key: _Key) -> Made | None:
        """The page made last of the same days and moment, whatever was recorded then or wanted."""
        made = (
            one for name, one in reversed(self._pages.items()) if (name[0], *name[2:5]) == (key[0], *key[2:5])
        )
        return next(made, None)


def titled(frame: PageFrame, title: str | None, opens: date | None) -> PageFrame:
    """The frame with a title and the day that it opens on, within its days, where they are given."""
    meta = frame["meta"]
    if title is not None:
        meta = {**meta, "title": title}
    if opens is not None:
        meta = {**meta, "opens": min(max(day_number(opens), meta["first"]), meta["last"])}
    return {**frame, "meta": meta}
