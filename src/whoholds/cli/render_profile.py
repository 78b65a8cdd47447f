"""The profile of a place as people read it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from whoholds.cli.render import quoted

if TYPE_CHECKING:
    from whoholds.importance import Matters
    from whoholds.model import Place
    from whoholds.profile import Profile, Rank, Turn

SHOWN = 6  # quotations


def profile_lines(profile: Profile) -> Iterator[str]:
    """What it is and lies in; what is near; how often it changed hands; what reports say of it, quoted."""
    yield _kind_words(profile)
    if profile.near:
        yield f"Near: {_far(profile.near)}"
    if profile.facilities:
        yield f"Facilities within 50 km: {_far(profile.facilities)}"
    if profile.borders:
        yield f"Borders (simplified outlines): {_far(profile.borders)}"
    if changes := profile.hands.changes:
        told = "; ".join(map(_turn_words, changes))
        yield f"Changed hands {len(changes)} time{'s' if len(changes) > 1 else ''}, as known: {told}"
    if profile.matters:
        yield "What reports say of why it matters:"
        yield from (f"  {_matter_words(one)}" for one in profile.matters[:SHOWN])
    if len(profile.matters) > SHOWN:
        yield f"  … and {len(profile.matters) - SHOWN} more (--json)"


def _kind_words(profile: Profile) -> str:
    """ "settlement, 161,902 people, most populous of the 5 within 50 km …, in Kunduz, Afghanistan"."""
    parts = [profile.kind]
    if profile.population:
        parts.append(f"{profile.population:,} people")
    if profile.rank is not None:
        parts.append(_rank_words(profile.rank))
    if profile.seat_of:
        parts.append(f"seat of {' and '.join(one.name for one in profile.seat_of)}")
    if profile.inside:
        parts.append(f"in {', '.join(one.name for one in profile.inside)}")
    return ", ".join(parts)


def _turn_words(turn: Turn) -> str:
    before, after = (" (likely)" if one else "" for one in (turn.before_likely, turn.after_likely))
    return f"{turn.day.isoformat()} {turn.before}{before} → {turn.after}{after}"


def _rank_words(rank: Rank) -> str:
    nth = "most populous" if rank.place == 1 else f"number {rank.place} by people"
    return f"{nth} of the {rank.among} within {rank.km:.0f} km whose number is known"


def _far(places: Sequence[tuple[Place, float]]) -> str:
    return ", ".join(f"{one.name} {km:.0f} km" for one, km in places)


def _matter_words(one: Matters) -> str:
    printed = ", ".join(str(part) for part in (one.outlet, one.published) if part is not None)
    return f"{printed or 'a report'}: {quoted(one.quote.strip())}"
