"""Parts of places as places of their own: an airport, a base, the centre of a town, by a claim's words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from whoholds.control.part_words import Kind, Quoted, Stretch, kind_of_name, kinds, parts_named, share_named
from whoholds.model import Place, Precision
from whoholds.picture import ControlState, ResolvedClaim

MARK = "#"  # between the id of the whole and the kind, in the id of a part
FACILITY = "facility"
HOW = {"in": Precision.EXACT, "near": Precision.NEAR, "piece": Precision.PART}


@dataclass(frozen=True, slots=True)
class PartHeld:
    """A part of a place with its state, and the first day of the stretch that the state belongs to.

    `kind` is a kind of part, or "facility" for one with a name of its own.
    """

    kind: str
    state: ControlState
    since: date | None = None


def part_place(whole: Place, kind: Kind) -> Place:
    """The part of a place that no gazetteer knows: it lies in the whole, without a position of its own."""
    return Place(
        f"{whole.id}{MARK}{kind.name}", f"{whole.name} {kind.label}", FACILITY, None, None, whole.country,
        whole.province, whole.id,
    )  # fmt: skip


def is_part(place: Place) -> bool:
    """True for a part that has no entry of its own in a gazetteer."""
    return MARK in place.id


def kind_called(place: Place, whole: Place) -> str | None:
    """The kind of part that a facility is called by after the name of the whole; None for other names."""
    told = kind_of_name(place.name)
    return told[1] if told is not None and told[0].casefold() == whole.name.casefold() else None


def kinds_told(claim: ResolvedClaim) -> tuple[str, ...]:
    """The kinds of parts of its place that a claim is about, in the order of its words.

    Empty for a claim about the whole, and where the words leave open which part is meant.
    """
    return tuple(named.kind for named in parts_named(quoted(claim)))


def is_guessed(claim: ResolvedClaim) -> bool:
    """True where the place was carried over from the context, and the words do not name it with the part."""
    return claim.inferred and not any(named.tied for named in parts_named(quoted(claim)))


def is_of_parts(claim: ResolvedClaim) -> bool:
    """True for a claim whose words the reader took to tell of a part of its place, or of what lies near."""
    settled = claim.place is not None and claim.place.kind in ("settlement", "district")
    return settled and claim.precision in (Precision.PART, Precision.NEAR)


def of_part(claim: ResolvedClaim, kind: str, place: Place) -> ResolvedClaim | None:
    """A claim at the whole as one of its part; None where it does not tell of that part.

    What is told near the part, or of a piece of it, is so of the part. That the place was carried over from
    the context counts no more where the words name it with the part ("the airport in Kunduz").
    """
    if not is_of_parts(claim):
        return None
    named = next((one for one in parts_named(quoted(claim)) if one.kind == kind), None)
    if named is None:
        return None
    whole = claim.place.id if claim.place is not None else None
    return replace(
        claim, place=place, place_name=place.name, container=whole, precision=HOW[named.how],
        inferred=claim.inferred and not named.tied,
    )  # fmt: skip


def at_facility(claim: ResolvedClaim, place: Place) -> ResolvedClaim:
    """A claim at a facility under another of its names, as one at the part."""
    same = claim.place is not None and claim.place.id == place.id
    return claim if same else replace(claim, place=place, place_name=place.name)


def kinds_in(claims: Iterable[ResolvedClaim]) -> tuple[str, ...]:
    """The kinds of parts that claims at one place tell of, in the order of the word list."""
    told = {kind for claim in claims if is_of_parts(claim) for kind in kinds_told(claim)}
    return tuple(name for name in kinds() if name in told)


def share_told(claim: ResolvedClaim) -> str | None:
    """How much of its place a claim is about: "most", "share" (more than half), "small"; None: not said."""
    return share_named(quoted(claim))


def quoted(claim: ResolvedClaim) -> Quoted:
    """The quotation of a claim with where it names the place."""
    said = claim.claim
    start, end = said.quote.start, said.quote.end

    def inside(first: int, last: int) -> Stretch | None:
        return Stretch(first - start, last - start) if start <= first and last <= end else None

    trigger = inside(said.trigger.start, said.trigger.end) if said.trigger is not None else None
    if said.place is None:
        return Quoted(claim.quote, _by_name(claim), None, trigger)
    span, pointing = said.place.span, said.place.said
    points = inside(pointing.start, pointing.end) if pointing is not None else None
    return Quoted(claim.quote, inside(span.start, span.end), points, trigger)


def _by_name(claim: ResolvedClaim) -> Stretch | None:
    """Where the quotation of a coded claim has the name of its place."""
    name = claim.place_name or ""
    at = claim.quote.casefold().find(name.casefold()) if name else -1
    return Stretch(at, at + len(name)) if at >= 0 else None
