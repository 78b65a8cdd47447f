"""A made-up war of any size, in the form in which a server gives the page its data."""

from __future__ import annotations

import random
from collections.abc import Sequence

from whoholds.exports.page_data import SCHEMA, Cell, ColumnRow, Facets, Meta, PageFrame, PagePlace

FIRST = 18_000  # the first day: 14 April 2019
PARTIES = ("Blue", "Rose", "Sky", "Green")
PALETTE = ("#332288", "#CC6677", "#88CCEE", "#117733")


def made_cells(dice: random.Random) -> list[Cell]:
    """States of all kinds, some 400 of them."""
    cells: list[Cell] = [("unknown", None, None, 0.0, "none", 0, None, [])]
    for number in range(400):
        status = ("held", "held", "leaning", "contested", "unknown")[number % 5]
        holder, other = dice.sample(range(len(PARTIES)), 2)
        known = status != "unknown"
        share = round(dice.uniform(0.5, 0.99), 2)
        challenger = other if status in ("leaning", "contested") else None
        claimed = other if number % 7 == 0 else None
        reason = None if known else ("weak", "stale")[number % 2]
        cells.append(
            (status, holder if known else None, challenger, share, reason, number % 9 == 0, claimed, [])
        )
    return cells


def made_changes(dice: random.Random, places: Sequence[int], days: int, cells: int) -> list[list[list[int]]]:
    """Each claim changes the history of its place: it ends the last segment, and its own ageing follows."""
    changes: list[list[list[int]]] = [[] for _ in range(days)]
    held: dict[int, int] = {}
    for moment, place in zip(sorted(dice.randrange(days) for _ in places), places, strict=True):
        if changes[moment] and any(change[0] == place for change in changes[moment]):
            continue
        keep = max(0, held.get(place, 0) - 2)
        day = FIRST + moment
        tail = [
            day,
            dice.randrange(1, cells),
            day + 20,
            dice.randrange(1, cells),
            day + 90,
            dice.randrange(1, cells),
        ]
        changes[moment].append([place, keep, *tail])
        held[place] = keep + 3
    return changes


def column(dice: random.Random, count: int, words: str, kinds: int) -> ColumnRow:
    """A property that has so many values."""
    return {
        "values": [f"{words} {number}" for number in range(kinds)],
        "at": dice.choices(range(kinds), k=count),
    }


def made_frame(places: int, claims: int, days: int) -> PageFrame:
    """The frame of a war in a square of ten degrees."""
    dice = random.Random(7)
    at = [dice.randrange(places) for _ in range(claims)]
    known = sorted((FIRST + dice.randrange(days) for _ in range(claims)), reverse=True)
    cells = made_cells(dice)
    return {
        "schema": SCHEMA,
        "meta": made_meta(claims, days),
        "parties": [
            {"name": name, "colour": colour} for name, colour in zip(PARTIES, PALETTE, strict=True)
        ],
        "places": [
            {
                "id": f"gn:{number}", "name": f"Town {number}", "lat": round(dice.uniform(30, 40), 4),
                "lon": round(dice.uniform(60, 70), 4), "kind": "settlement",
                "province": f"Province {number % 34}", "country": "Land",
                "population": 2_000_000 // (number + 1),
            }
            for number in range(places)
        ],
        "cells": cells,
        "moments": [FIRST + day for day in range(days)],
        "changes": made_changes(dice, at, days, len(cells)),
        "reports": [(FIRST + day, dice.randrange(1, 60)) for day in range(days)],
        "facets": made_facets(dice, at, known),
        "outlines": [],
    }  # fmt: skip


def made_meta(claims: int, days: int) -> Meta:
    """What the frame tells of the whole."""
    return {
        "title": "A war made up", "generated_at": "2026-01-01T00:00:00+00:00", "first": FIRST,
        "last": FIRST + days - 1, "opens": FIRST + days // 2, "recorded": claims, "method": "m",
        "banner": "Made up.", "credits": [], "version": "0", "unplaced": 0, "colour_findings": [],
        "data_sha256": "0" * 64,
    }  # fmt: skip


def made_facets(dice: random.Random, at: list[int], known: list[int]) -> Facets:
    """The columns of the claims: the number of the place of each, the day on which it became known."""
    claims, numbers = len(at), range(len(at))
    return {
        "place": at, "known": known, "published": known, "day": known, "back": [-1] * claims,
        "party": dice.choices(range(len(PARTIES)), k=claims), "origin": [one // 2 for one in numbers],
        "printed": [one // 3 for one in numbers], "change": [0] * claims, "voice": [0] * claims,
        "act": column(dice, claims, "act", 5), "actor": column(dice, claims, "party", 8),
        "recipient": column(dice, claims, "party", 8), "claimer": column(dice, claims, "claimer", 900),
        "side": column(dice, claims, "side", 5), "outlet": column(dice, claims, "outlet", 120),
        "type": column(dice, claims, "type", 30), "factuality": column(dice, claims, "f", 4),
        "precision": column(dice, claims, "p", 4), "judged": column(dice, claims, "j", 3),
    }  # fmt: skip


def made_parts(frame: PageFrame) -> list[PagePlace]:
    """The parts of all places."""
    claims: list[list[int]] = [[] for _ in frame["places"]]
    for number, at in enumerate(frame["facets"]["place"]):
        claims[at].append(number)
    return [_made_part(frame, place, told) for place, told in enumerate(claims)]


def _made_part(frame: PageFrame, place: int, claims: Sequence[int]) -> PagePlace:
    """The part of a place, with its claims in words."""
    facets = frame["facets"]
    return {
        "schema": SCHEMA, "recorded": frame["meta"]["recorded"], "method": "m", "place": place,
        "id": frame["places"][place]["id"], "silences": [], "labels": [], "explanations": [], "again": [],
        "profile": None, "tolls": [], "left_out": 0,
        "claims": [
            {
                "id": f"c{number}", "place": place, "type": "capture", "label": "captured",
                "quote": f"Fighters took town {place}, residents said, on day {number}.",
                "factuality": "certain", "precision": "exact", "known": facets["known"][number],
                "published": facets["known"][number],
                "origin": f"o{number // 2}", "printed": number // 3, "claimer": "residents",
                "says": {"act": "holds", "party": number % 4, "change": True},
            }
            for number in claims
        ],
    }  # fmt: skip
