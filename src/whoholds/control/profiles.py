"""What "controls" means, chosen by name: which parts of a place, and how much of it, speak for the whole."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from typing import Any

from whoholds.control.evidence import Row
from whoholds.control.part_words import kinds
from whoholds.control.parts import is_guessed, is_of_parts, kind_called, kinds_told, share_told
from whoholds.errors import DataError, InputError
from whoholds.lexicon import read_ontology
from whoholds.model import EventType, Factuality, Place, Precision, content_key
from whoholds.picture import ResolvedClaim

DISTRICT = "district"
TAKEN = frozenset({EventType.HOLD, EventType.CAPTURE, EventType.HANDOVER, EventType.ENTRY})
SHARES = ("share", "most", "small")


@dataclass(frozen=True, slots=True)
class Profile:
    """One meaning of "controls".

    `parts` and `shares` map kinds of parts, and words for how much of a place, to the power (0 to 1) with
    which who holds them speaks for the whole; a share that is not among them is taken as the reader takes it.
    `seat`: what is told of the town of a district is told of the district. `inside`: who is said to hold a
    part of a place, or not all of it, is inside it.
    """

    name: str
    meaning: str
    parts: Mapping[str, float] = field(default_factory=dict)
    shares: Mapping[str, float] = field(default_factory=dict)
    seat: bool = False
    inside: bool = False

    @property
    def is_default(self) -> bool:
        """True for the profile that counts where none is chosen."""
        return self.name == default_name()

    @property
    def words(self) -> str:
        """ "“controls” means its centre: …"."""
        return f"“controls” means {self.meaning} (profile {self.name})"

    @property
    def parts_words(self) -> str:
        """The parts that speak for the whole, each with its power where that is not full."""
        labels = kinds()
        told = {labels[kind].label: power for kind, power in self.parts.items()}
        return ", ".join(name if power == 1 else f"{name} ({power:g})" for name, power in told.items())

    def to_dict(self) -> dict[str, Any]:
        """The profile in plain values, as `whoholds profiles --json` gives it."""
        return {
            "profile": self.name,
            "meaning": self.meaning,
            "default": self.is_default,
            "parts": dict(self.parts),
            "shares": dict(self.shares),
            "seat": self.seat,
            "inside": self.inside,
        }


@cache
def profiles() -> Mapping[str, Profile]:
    """All profiles by name, the default first. Raises DataError for a kind of part that there is not."""
    return {name: _read(name, table) for name, table in read_ontology("profiles").items()}


def _read(name: str, table: Mapping[str, Any]) -> Profile:
    parts = dict(table.get("parts", {}))
    if unknown := set(parts) - set(kinds()):
        raise DataError(
            f"profiles.toml: {name} names parts that there are not: {', '.join(sorted(unknown))}."
        )
    shares = {one: float(table[one]) for one in SHARES if one in table}
    return Profile(name, table["meaning"], parts, shares, bool(table.get("seat")), bool(table.get("inside")))


def default_name() -> str:
    """The name of the profile that counts where none is chosen."""
    return next(iter(read_ontology("profiles")))


def profile_named(name: str | None) -> Profile:
    """The profile with a name; None takes the default. Raises InputError naming those that there are."""
    found = profiles().get(name if name is not None else default_name())
    if found is None:
        raise InputError(f"There is no profile {name!r}. Give one of: {', '.join(profiles())}.")
    return found


def method_under(method: str, profile: Profile) -> str:
    """The name of a method with a profile as a part of it; the default changes nothing."""
    return method if profile.is_default else content_key("profile", method, profile.name)


def speaking(claims: Iterable[ResolvedClaim], whole: Place, profile: Profile) -> tuple[ResolvedClaim, ...]:
    """The claims as a profile takes them: those of parts that speak for the whole as claims of the whole.

    A claim at another place stays as it is, unless that is a part or the seat of the whole by the profile.
    Asked of its own result it changes nothing.
    """
    if not (profile.parts or profile.shares or profile.seat or profile.inside):
        return tuple(claims)
    return tuple(_speaking(claim, whole, profile) for claim in claims)


def _speaking(claim: ResolvedClaim, whole: Place, profile: Profile) -> ResolvedClaim:
    place = claim.place
    if place is None:
        return claim
    if place.id != whole.id and not speaks_for(place, whole, profile):
        return claim
    if profile.inside:
        return _inside(claim, whole, profile)
    if place.id != whole.id:
        return _as_whole(claim, whole)
    if is_of_parts(claim) and _power_of_parts(claim, profile):
        return _as_whole(claim, whole)
    return _of_share(claim, profile)


def _of_share(claim: ResolvedClaim, profile: Profile) -> ResolvedClaim:
    """A claim about the place itself, or about a part of it, by how much of it the words mean."""
    power = profile.shares.get(share_told(claim) or "")
    if power is None or claim.precision not in (Precision.EXACT, Precision.PART):
        return claim
    return replace(claim, precision=Precision.EXACT if power else Precision.PART)


def _inside(claim: ResolvedClaim, whole: Place, profile: Profile) -> ResolvedClaim:
    """A claim as one of who is inside the place, where it tells who holds or took less than all of it."""
    at_part = claim.place is not None and claim.place.id != whole.id
    if at_part and claim.claim.type not in TAKEN:
        return claim
    told = replace(claim, place=whole, place_name=whole.name, precision=Precision.PART) if at_part else claim
    told = _of_share(told, profile)
    held = told.claim.type is EventType.HOLD and told.precision is Precision.PART
    if not held or told.claim.factuality is Factuality.DENIED:
        return told
    guessed = is_guessed(told) if is_of_parts(told) else told.inferred
    return replace(told, claim=replace(told.claim, type=EventType.ENTRY), inferred=guessed)


def speaks_for(place: Place, whole: Place, profile: Profile) -> bool:
    """True for a facility that is a part, or a town that is the seat, which speaks for the whole."""
    if place.kind == "facility" and place.part_of == whole.id:
        kind = kind_called(place, whole)
        return kind in profile.parts or (profile.inside and kind is not None)
    return profile.seat and is_seat(place, whole)


def is_seat(place: Place, area: Place) -> bool:
    """True for the town that has the name of a district, in it or in the same province."""
    if area.kind != DISTRICT or place.kind != "settlement" or place.country != area.country:
        return False
    inside = place.part_of == area.id or (area.province is not None and place.province == area.province)
    return inside and place.name.casefold() == area.name.casefold()


def _as_whole(claim: ResolvedClaim, whole: Place) -> ResolvedClaim:
    precision = Precision.DISTRICT if whole.kind == DISTRICT else Precision.EXACT
    guessed = is_guessed(claim) if is_of_parts(claim) else claim.inferred
    return replace(claim, place=whole, place_name=whole.name, precision=precision, inferred=guessed)


def _power_of_parts(claim: ResolvedClaim, profile: Profile) -> float:
    return max((profile.parts.get(kind, 0.0) for kind in kinds_told(claim)), default=0.0)


def weighed(row: Row, profile: Profile) -> Row:
    """A row of evidence with the power of the profile, where it speaks for less than the whole."""
    told = _power(row.claim, profile)
    if told is None:
        return row
    power, words = told
    said = f"{words} speaks for the whole (profile {profile.name}, power {power:g})"
    evidence = replace(
        row.evidence,
        weights={state: nats * power for state, nats in row.evidence.weights.items()},
        reason=f"{row.evidence.reason}; {said}",
        features=(*row.evidence.features, ("profile", power)),
    )
    return replace(row, evidence=evidence, nats=row.nats * power, flow=row.flow * power)


def _power(claim: ResolvedClaim, profile: Profile) -> tuple[float, str] | None:
    if profile.parts and (power := _power_of_parts(claim, profile)):
        kind = max(kinds_told(claim), key=lambda kind: profile.parts.get(kind, 0.0))
        return power, f"its {kinds()[kind].label}"
    share = share_told(claim) if profile.shares else None
    if share is not None and (power := profile.shares.get(share, 1.0)) not in (0.0, 1.0):
        return power, "more than half of it"
    return None
