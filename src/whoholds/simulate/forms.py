"""A simulated war in the forms that are read elsewhere: resolved claims, coded claims, truth, baseline."""

from __future__ import annotations

import csv
import itertools
import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from whoholds.interests import interest
from whoholds.model import (
    Attribution,
    Claim,
    Days,
    EventType,
    Factuality,
    Precision,
    Span,
    content_key,
    end_of_day,
)
from whoholds.picture import ResolvedClaim
from whoholds.simulate.ground import Ground
from whoholds.simulate.printing import Printed, day_of
from whoholds.simulate.telling import ONGOING
from whoholds.simulate.war import War

CODER = "coded:simulated"
UNNAMED = "unnamed"
Row = tuple[str, date, date, str]


def resolved(printed: Printed, ground: Ground) -> ResolvedClaim:
    """The claim as it is after reading, without the way through a file."""
    said, key = printed.said, f"s{printed.number}"
    words, place = said.voice.words, ground.sites[said.site].place
    claim = Claim(
        report=content_key("simulated", key, printed.quote),
        type=said.type,
        quote=Span(0, len(printed.quote)),
        attribution=Attribution(unnamed=words == UNNAMED, relayed_by=printed.relayed_by),
        factuality=said.factuality,
        unverified=said.unverified,
        ongoing=_ongoing(printed),
        precision=said.precision,
    )
    gain = interest(said.type, said.factuality, said.voice.side, actor=said.actor, recipient=said.recipient)
    return ResolvedClaim(
        id=key,
        claim=claim,
        extractor=CODER,
        outlet=printed.outlet,
        published=printed.published.date(),
        known_from=printed.published,
        quote=printed.quote,
        trigger=None,
        actor=said.actor,
        recipient=said.recipient,
        place=place,
        place_name=place.name,
        container=None,
        precision=said.precision,
        days=_days(printed),
        dated=said.day is not None,
        claimer=words,
        relayed_by=printed.relayed_by,
        side=said.voice.side,
        against_interest=gain == "against",
        own_interest=gain == "own",
        report_name=key,
    )


def _ongoing(printed: Printed) -> bool:
    said = printed.said
    return said.type in ONGOING and said.day is None and said.factuality is not Factuality.FUTURE


def _days(printed: Printed) -> Days:
    """As people's claims are resolved: without a day the publication bounds it, and is that of a state."""
    if printed.days is not None:
        return Days(*printed.days)
    if printed.said.factuality is Factuality.FUTURE:
        return Days()
    known = printed.published.date()
    state = printed.said.type in (EventType.HOLD, EventType.SIEGE) and _ongoing(printed)
    return Days(known if state else None, known)


def coded_line(printed: Printed, ground: Ground) -> dict[str, Any]:
    """A report with one claim, in the names of the codebook (docs/how-to/import-coded-claims.md)."""
    said, place = printed.said, ground.sites[printed.said.site].place
    claim = {
        "quote": printed.quote,
        "type": said.type.value,
        "place": place.name,
        "lat": place.lat,
        "lon": place.lon,
        "precision": said.precision.value,
        "actor": said.actor,
        "recipient": said.recipient,
        "claimer": said.voice.words,
        "side": said.voice.side,
        "relayed_by": printed.relayed_by,
        "factuality": said.factuality.value,
        "unverified": said.unverified or None,
        "ongoing": _ongoing(printed) or None,
        "start": printed.days[0].isoformat() if printed.days else None,
        "end": printed.days[1].isoformat() if printed.days else None,
    }
    if said.precision is Precision.EXACT:
        del claim["precision"]
    return {
        "id": f"s{printed.number}",
        "outlet": printed.outlet,
        "published": printed.published.strftime("%Y-%m-%dT%H:%M:%SZ"),
        "text": printed.quote,
        "extractor": CODER,
        "claims": [{name: value for name, value in claim.items() if value is not None}],
    }


def baseline_claims(ground: Ground) -> list[ResolvedClaim]:
    """Who held what on the first day, as an analyst's baseline states it."""
    day, found = day_of(0), []
    for site, holder in zip(ground.sites, ground.first, strict=True):
        claim = Claim(
            report=content_key("simulated baseline"),
            type=EventType.HOLD,
            quote=Span(site.number, site.number + 1),
        )
        found.append(
            ResolvedClaim(
                id=f"b{site.number}", claim=claim, extractor="baseline", outlet=None, published=day,
                known_from=end_of_day(day), quote=site.place.name, trigger=None, actor=holder, recipient=None,
                place=site.place, place_name=site.place.name, container=None, precision=Precision.EXACT,
                days=Days(day, day), dated=True, claimer=None, relayed_by=None, side=None,
            )
        )  # fmt: skip
    return found


def truth_rows(war: War) -> Iterator[Row]:
    """Place, first day, last day, holder (or "contested"): every stretch of every place."""
    for site, held in zip(war.ground.sites, war.held, strict=True):
        day = 0
        for holder, stretch in itertools.groupby(held):
            length = len(list(stretch))
            yield site.place.name, day_of(day), day_of(day + length - 1), holder
            day += length


def write_truth(path: Path, war: War) -> None:
    """The truth as a table: place, lat, lon, from, to, holder."""
    where = {site.place.name: (site.place.lat, site.place.lon) for site in war.ground.sites}
    rows = [(name, *where[name], first, last, holder) for name, first, last, holder in truth_rows(war)]
    _write(path, ("place", "lat", "lon", "from", "to", "holder"), rows)


def write_baseline(path: Path, ground: Ground) -> None:
    """Who held what on the first day, as `whoholds baseline` reads it."""
    rows = [(site.place.name, site.place.lat, site.place.lon, holder, day_of(0))
            for site, holder in zip(ground.sites, ground.first, strict=True)]  # fmt: skip
    _write(path, ("place", "lat", "lon", "holder", "from"), rows)


def write_coded(path: Path, printed: list[Printed], ground: Ground) -> None:
    """The claims as `whoholds claims import` reads them, a report a line."""
    lines = (json.dumps(coded_line(one, ground), ensure_ascii=False) + "\n" for one in printed)
    path.write_text("".join(lines), encoding="utf-8")


def _write(path: Path, heading: tuple[str, ...], rows: list[tuple[Any, ...]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows([heading, *rows])
