"""The routes of what is taken away: the page and its data, the brief, the feeds."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Annotated, Any

from fastapi import FastAPI, Query, Request
from starlette.responses import Response

from whoholds.database import Database
from whoholds.exports.page_data import PageFrame, PagePlace
from whoholds.server import replies
from whoholds.server.claims import wanted_of
from whoholds.server.desk import Desk
from whoholds.server.differences import turns
from whoholds.server.feeds import Feed, atom, feed_title, json_feed
from whoholds.server.params import FeedAsked, Filters, FrameAsked, PageAsked, PageDays, PartAsked
from whoholds.server.replies import about, as_json, as_text, kept_name, seq_of
from whoholds.server.shapes.lists import JsonFeed

Fed = Annotated[FeedAsked, Query()]
Paged = Annotated[PageAsked, Query()]
FrameOfPage = Annotated[FrameAsked, Query()]
PartOfPage = Annotated[PartAsked, Query()]


def taken_routes(api: FastAPI, desk: Desk) -> None:
    """The page."""

    @api.get("/api/page.json", response_model=dict[str, Any])
    def page_frame(request: Request, asked: FrameOfPage) -> Response:
        """The frame of the page (`web/src/types.ts`): all places over all days and moments of knowledge.

        With filters: the places that wanted claims are about, and the columns of these claims.
        """
        if (kept := _kept_frame(desk, request, asked)) is not None:
            return as_json(kept)
        if asked.first:
            with desk.reading() as database:
                if database.is_large:
                    known = _checked(database, request, asked)
                    return as_json(database.page_frame(**_covered(asked), **known, newest=True))
        with desk.long_reading() as database:
            known = _checked(database, request, asked)
            frame = database.page_frame(**_covered(asked), **known)
            keep = database.is_large and database.keeps(**_days(asked), **known)
        if keep:
            desk.keep_page()
        return as_json(frame)

    @api.get("/api/page/places/{name}.json", response_model=dict[str, Any])
    def page_place(name: str, request: Request, asked: PartOfPage) -> Response:
        """The part of the page for one place, by its id: its claims with their words, silences, reasons.

        It belongs to the frame that was asked for with the same words.
        """
        if not asked.newest and (kept := _kept_place(desk, request, asked, name)) is not None:
            return as_json(kept)
        with desk.reading() if asked.newest else desk.long_reading() as database:
            known = _checked(database, request, asked)
            part = database.page_place(name, **_days(asked), **known, newest=asked.newest)
        return as_json(part)

    _file_route(api, desk)


def _file_route(api: FastAPI, desk: Desk) -> None:
    @api.get("/map.html", response_class=replies.Html)
    def page(request: Request, asked: Paged) -> Response:
        """The map as one file that opens from a disk."""
        with desk.long_reading() as database:
            known = _checked(database, request, asked)
            words = database.page(**_covered(asked), **known)
            sequence = database.sequence(known["recorded"])
        return as_text(words, "text/html; charset=utf-8", f"map_ledger-{sequence}.html")


def brief_routes(api: FastAPI, desk: Desk) -> None:
    """The situation brief."""

    @api.get("/api/brief.md", response_class=replies.Markdown)
    def brief(request: Request, asked: Annotated[Filters, Query()]) -> Response:
        """A situation brief of what wanted claims are about; every sentence names the claims behind it."""
        with desk.reading() as database:
            clocks = asked.clocks(seq_of(request))
            database.check_words(asked.filter(), recorded=clocks["recorded"])
            words = database.brief(**clocks, filter=asked.filter())
            name = kept_name("brief", about(desk.sight(database, **clocks)))
        return as_text(words, "text/markdown; charset=utf-8", f"{name}.md")


def feed_routes(api: FastAPI, desk: Desk) -> None:
    """Feeds."""

    @api.get("/feeds/changes.atom", response_class=replies.Atom)
    def changes_atom(request: Request, asked: Fed) -> Response:
        """Changes of control of the places that wanted claims are about, as Atom."""
        return replies.Atom(atom(_feed(desk, request, asked)))

    @api.get("/feeds/changes.json", response_class=replies.JsonFeed, response_model=JsonFeed)
    def changes_json(request: Request, asked: Fed) -> Response:
        """The same as JSON Feed."""
        return Response(replies.as_bytes(json_feed(_feed(desk, request, asked))), media_type=replies.FEED)


def _kept_frame(desk: Desk, request: Request, asked: FrameAsked) -> PageFrame | None:
    """The frame as it was kept for this start, where that one is asked for."""
    with desk.kept_reading() as database:
        known = asked.known(seq_of(request))
        return database.kept_frame(**_covered(asked), **known, newest=asked.first)


def _kept_place(desk: Desk, request: Request, asked: PartAsked, name: str) -> PagePlace | None:
    """The part of a place as it was kept for this start, where that one is asked for."""
    with desk.kept_reading() as database:
        return database.kept_place(name, **_days(asked), **asked.known(seq_of(request)))


def _checked(database: Database, request: Request, asked: PageDays) -> dict[str, Any]:
    """The clocks of knowledge. Raises NotFoundError for a word of a filter that no claim has."""
    known = asked.known(seq_of(request))
    database.check_words(asked.filter(), recorded=known["recorded"])
    return known


def _days(asked: PageDays) -> dict[str, Any]:
    given = {"since": asked.since, "until": asked.until}
    days = {name: date.fromisoformat(one) if one is not None else None for name, one in given.items()}
    return {**days, "filter": asked.filter()}


def _covered(asked: PageAsked) -> dict[str, Any]:
    opens = date.fromisoformat(asked.on) if asked.on is not None else None
    return {"title": asked.title, "opens": opens, **_days(asked)}


def _feed(desk: Desk, request: Request, asked: FeedAsked) -> Feed:
    with desk.reading() as database:
        sight = desk.sight(database, **asked.clocks(seq_of(request)))
        wanted = wanted_of(asked, sight)
        days = replace(wanted, since=None, until=None)
        found = turns(sight, days, asked.limit, since=wanted.since, until=wanted.until)
    home = str(request.base_url)
    return Feed(feed_title(wanted.asked), home, str(request.url), found)
