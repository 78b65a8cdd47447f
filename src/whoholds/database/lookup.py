"""Finding what a person means: a place by its name, a claim by the beginning of its id."""

from __future__ import annotations

import difflib
from collections.abc import Mapping, Sequence

from whoholds.errors import InputError, NotFoundError
from whoholds.gazetteer import Gazetteer
from whoholds.gazetteer.fold import fold
from whoholds.model import Place
from whoholds.picture import ResolvedClaim

LEAST = 6  # characters of a claim's id that may stand for it
NEAR = 5  # spellings that are offered


def find_place(
    name: str, gazetteer: Gazetteer, told: Mapping[str, Place], counts: Mapping[str, int]
) -> Place:
    """The place with an id or a name ("Kunduz", "Kunduz, Afghanistan"), in any spelling.

    Of several so named, one that claims are about comes first; `told` are the places of claims, `counts` how
    many. Raises NotFoundError naming near spellings.
    """
    known = told.get(name) or gazetteer.get(name)
    if known is not None:
        return known
    first, _, inside = (part.strip() for part in name.partition(","))
    candidates = [*gazetteer.named(first), *(p for p in told.values() if fold(p.name) == fold(first))]
    if inside:
        around = {place.id for place in gazetteer.named(inside)}
        candidates = [p for p in candidates if around & {p.province, p.part_of, f"iso:{p.country}"}]
    if not candidates:
        raise NotFoundError(_not_found(name, first, gazetteer, told))
    return max(candidates, key=lambda place: counts.get(place.id, 0) > 0)


def _not_found(name: str, first: str, gazetteer: Gazetteer, told: Mapping[str, Place]) -> str:
    near = near_spellings(first, gazetteer, [place.name for place in told.values()])
    hint = (
        f" Did you mean {' or '.join(near)}?"
        if near
        else " Check the spelling, or add the place as your own."
    )
    return f"No place called {name!r} is known.{hint}"


def near_spellings(name: str, gazetteer: Gazetteer, told: Sequence[str]) -> list[str]:
    """Names that are spelt nearly so: first those that reports are about, then any of the gazetteer."""
    begins = [place.name for place in gazetteer.starting(name[: max(3, len(name) - 2)], 50)]
    begins += [place.name for place in gazetteer.starting(name[:3], 200)]
    names = list(dict.fromkeys([*told, *begins]))
    folded = {fold(one): one for one in reversed(names)}
    near = difflib.get_close_matches(fold(name), folded, n=NEAR, cutoff=0.75)
    return [folded[one] for one in near]


def claim_named(name: str, claims: Mapping[str, ResolvedClaim]) -> ResolvedClaim:
    """The claim with an id, or with the one id that begins so ("c:" may stand in front).

    Raises NotFoundError for none, InputError for several.
    """
    wanted = name.removeprefix("c:").strip().casefold()
    if wanted in claims:
        return claims[wanted]
    found = [one for one in claims if one.startswith(wanted)] if len(wanted) >= LEAST else []
    if not found:
        raise NotFoundError(
            f"No claim {name!r} is recorded. Give its id as it is shown, at least {LEAST} characters."
        )
    if len(found) > 1:
        raise InputError(f"{len(found)} claims begin with {name!r}. Give more of the id.")
    return claims[found[0]]
