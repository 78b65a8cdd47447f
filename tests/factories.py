"""Things to test with: each function makes one, with defaults for all that a test does not care about."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time
from typing import Any

from whoholds.model import (
    Attribution,
    Claim,
    Days,
    Estimate,
    EventType,
    Factuality,
    Figure,
    Place,
    Precision,
    Published,
    Report,
    Span,
)
from whoholds.picture import ResolvedClaim

TALIBAN, GOVERNMENT = "Taliban", "Afghan government"
KUNDUZ = Place("gn:1135689", "Kunduz", "settlement", 36.729, 68.857, "AF", "ne:AF-KDZ", "ne:AF-KDZ", 161902)
KUNDUZ_AIRPORT = Place(
    "user:kunduz-airport", "Kunduz Airport", "facility", 36.665, 68.911, "AF", None, KUNDUZ.id
)
KUNDUZ_PROVINCE = Place("ne:AF-KDZ", "Kunduz", "province", 36.8, 68.8, "AF", None, "iso:AF")
AYBAK = Place("gn:1148106", "Aybak", "settlement", 36.265, 68.016, "AF", "ne:AF-SAM", "ne:AF-SAM", 47823)
MAZAR = Place(
    "gn:1133616", "Mazar-e Sharif", "settlement", 36.709, 67.111, "AF", "ne:AF-BAL", "ne:AF-BAL", 303282
)

RESOLVED = {field for field in ResolvedClaim.__slots__ if field not in ("claim", "days")}


def make_report(text: str = "Fighters entered the town on Sunday.", **given: Any) -> Report:
    """A report published on 9 August 2021 by the Daily Wire, unless told otherwise."""
    given.setdefault("outlet", "Daily Wire")
    given.setdefault("published", Published(date(2021, 8, 9)))
    return Report(text, **given)


def make_claim(kind: EventType | str = EventType.CAPTURE, **given: Any) -> Claim:
    """A claim as said, with spans that lie in a text of at least 40 characters."""
    given.setdefault("report", "r1")
    given.setdefault("quote", Span(0, 40))
    return Claim(type=EventType(kind), **given)


def make_resolved(kind: EventType | str = EventType.CAPTURE, **given: Any) -> ResolvedClaim:
    """A resolved claim: the Taliban took Kunduz, told by the Daily Wire in its own voice on 9 August 2021.

    `day` sets first and last day, `start` and `end` one of them; `published` also sets from when it is known.
    `factuality`, `unverified`, `figures`, `ongoing`, `stage` and `unnamed` go to the claim as said.
    """
    published = given.pop("published", date(2021, 8, 9))
    day = given.pop("day", None)
    start, end = given.pop("start", day), given.pop("end", day or published)
    said = {name: given.pop(name) for name in list(given) if name not in RESOLVED and name != "claim_id"}
    if said.pop("unnamed", False):
        said["attribution"] = Attribution(unnamed=True)
    report = f"{given.get('outlet', 'Daily Wire')} {published}"
    claim = make_claim(kind, **{"report": report, **said})
    place = given.pop("place", KUNDUZ)
    values: dict[str, Any] = {
        "extractor": "rules/1",
        "outlet": "Daily Wire",
        "published": published,
        "known_from": datetime.combine(published, time(18), tzinfo=UTC),
        "trigger": None,
        "actor": TALIBAN,
        "recipient": None,
        "place_name": place.name if place else None,
        "container": None,
        "precision": Precision.EXACT,
        "dated": start is not None,
        "claimer": None,
        "relayed_by": None,
        "side": None,
        **given,
    }
    values.setdefault("quote", f"{kind} ({values['outlet']}).")
    named = (kind, values["place_name"], values["actor"], values["claimer"], values["outlet"], published)
    values.setdefault("id", " ".join(map(str, (*named, start, end))))
    return ResolvedClaim(claim=claim, place=place, days=Days(start, end), **values)


def make_figure(
    best: int | None, *, low: int | None = None, high: int | None = None, who: str | None = None
) -> Figure:
    """A count of people killed."""
    return Figure(
        "killed",
        who,
        Estimate(low if low is not None else best, best, high if high is not None else best),
        str(best),
    )


def of_government(**given: Any) -> dict[str, Any]:
    """What makes a claim one of the government's spokesman."""
    return {"claimer": "an army spokesman", "side": GOVERNMENT, **given}


def of_taliban(**given: Any) -> dict[str, Any]:
    """What makes a claim one of the Taliban's spokesman."""
    return {"claimer": "a Taliban spokesman", "side": TALIBAN, **given}


def again(claim: ResolvedClaim, **given: Any) -> ResolvedClaim:
    """The same resolved claim with other values."""
    return replace(claim, **given)


def known(day: date, hour: int = 18) -> datetime:
    """A moment of a day, UTC."""
    return datetime.combine(day, time(hour), tzinfo=UTC)


def made_factuality(value: str) -> Factuality:
    """A factuality by its word."""
    return Factuality(value)
