"""Counts of people that several claims of one event give, in the page's form."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from whoholds.events.corrections import GENERIC, whom
from whoholds.exports.page_data import day_number
from whoholds.exports.page_place_data import CountRow, TollRow
from whoholds.picture import Event, EventFigure, Picture


def toll_rows(picture: Picture, places: Collection[str]) -> dict[str, list[TollRow]]:
    """By the ids of these places: the counts of each event that more than one claim gives."""
    found: dict[str, list[TollRow]] = {}
    for event in picture.events:
        if event.place in places:
            rows = [_row(event, one, picture) for one in event.figures if len(one.told) > 1]
            if rows:
                found.setdefault(event.place, []).extend(rows)
    return found


def _row(event: Event, figure: EventFigure, picture: Picture) -> TollRow:
    row: TollRow = {
        "kind": figure.kind,
        "who": figure.who,
        "event": event.group,
        "told": list(_told(figure, picture)),
    }
    if event.days.start is not None:
        row["start"] = day_number(event.days.start)
    if event.days.end is not None:
        row["end"] = day_number(event.days.end)
    return row


def _told(figure: EventFigure, picture: Picture) -> Iterator[CountRow]:
    corrected = figure.corrected_by or (None,) * len(figure.told)
    for (claim, estimate), by in zip(figure.told, corrected, strict=True):
        row: CountRow = {
            "claim": claim,
            "low": estimate.low,
            "best": estimate.best,
            "high": estimate.high,
            "text": next(
                one.text
                for one in picture.claims[claim].claim.figures
                if one.kind == figure.kind and one.estimate == estimate and _same(whom(one), figure.who)
            ),
        }
        if by is not None:
            row["corrected"] = by
        yield row


def _same(who: str | None, named: str | None) -> bool:
    """True for people of one name; those of whom no more is said have none, or are "people"."""
    return who == named or (who is None and named is not None and named.casefold() == GENERIC)
