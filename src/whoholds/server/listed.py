"""Parties, claimers, counts and places found: what the page lists beside the map."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from whoholds.control.records import ClaimerRecord
from whoholds.database.lookup import find_place, near_spellings
from whoholds.database.plain_rows import record_dict
from whoholds.errors import NotFoundError
from whoholds.exports import Filter
from whoholds.exports.filters import VALUES, as_party
from whoholds.exports.party_colours import colours_of
from whoholds.exports.plain import Row
from whoholds.exports.withholding import masked_claimer
from whoholds.gazetteer.fold import fold
from whoholds.model import Place
from whoholds.ontology import parties
from whoholds.server.desk import Sight
from whoholds.server.places import place_row

PARTY_COLUMNS = ("name", "kind", "countries", "colour", "claims", "held", "leaning")
CLAIMER_COLUMNS = (
    "claimer", "side", "kind", "borne_out", "refuted", "open", "share", "low", "high", "prior", "learnt",
    "pinned",
)  # fmt: skip


def facets(sight: Sight, wanted: Filter, most: int) -> Row:
    """For each filter, its values with how many claims have them under the *other* filters.

    The `most` frequent values of each; `total` is how many claims all filters leave. Beside each number,
    `placed`: how many of these are about a known place, which are those that the page counts. A claimer is
    counted with all whose words hold his, as the filter keeps them.
    """
    counts: dict[str, Counter[tuple[str, bool]]] = {name: Counter() for name in VALUES}
    totals: Counter[bool] = Counter()
    parts = {name: Filter(**{name: getattr(wanted, name)}) for name in wanted.asked}
    for claim in map(sight.hidden.__getitem__, sight.view.by_id):
        failed = [name for name, part in parts.items() if not part.keeps(claim)]
        placed = claim.place is not None
        totals[placed] += not failed
        for name in VALUES if not failed else failed if len(failed) == 1 else ():
            if name in VALUES:
                counts[name].update((value, placed) for value in {*VALUES[name](claim)} if value is not None)
    rows = {name: _most(told, most, within=name == "claimer") for name, told in counts.items()}
    return {"total": totals.total(), "placed": totals[True], "facets": rows}


def _most(told: Counter[tuple[str, bool]], most: int, *, within: bool) -> list[Row]:
    """The most frequent values with both numbers.

    `within`: a value that is asked for is found in longer ones too, and whatever its case, and so counted.
    """
    numbers = {value: told[value, True] + told[value, False] for value, _ in told}
    found = sorted(numbers, key=lambda value: (-numbers[value], value))
    if not within:
        return [{"value": one, "claims": numbers[one], "placed": told[one, True]} for one in found[:most]]
    folded = {value: value.casefold() for value in found}
    once = list({folded[value]: value for value in reversed(found)}.values())[::-1]
    meant = {one: [value for value in found if folded[one] in folded[value]] for one in once[:most]}
    return [
        {
            "value": one,
            "claims": sum(map(numbers.__getitem__, every)),
            "placed": sum(told[v, True] for v in every),
        }
        for one, every in meant.items()
    ]


def party_rows(sight: Sight, wanted: Filter, order: Sequence[str]) -> list[Row]:
    """The parties that wanted claims name, those of most claims first, with what they hold on the day.

    `order`: the parties of the whole record, as they take their colours.
    """
    claims = [one for one in map(sight.hidden.__getitem__, sight.view.by_id) if wanted.keeps(one)]
    named = Counter(name for one in claims for name in {one.actor, one.recipient} if name is not None)
    here = {one.place.id for one in claims if one.place is not None}
    states = [one for one in sight.view.states(sight.day) if one.place.id in here]
    held = Counter(one.holder for one in states if one.status == "held")
    leaning = Counter(one.holder for one in states if one.status == "leaning")
    named.update({one.holder: 0 for one in states if one.holder is not None})
    drawn = {one.holder for one in states if one.holder is not None}
    colours = colours_of(order, others=drawn.union(named))
    told = {*order, *drawn}
    rows = []
    for name in sorted(named, key=lambda one: (-named[one], one)):
        known = parties().get(name)
        if as_party(name) is None and name not in told:
            continue  # the words for somebody, not a party
        rows.append({
            "name": name,
            "kind": known.kind if known is not None else None,
            "countries": list(known.countries) if known is not None else [],
            "colour": colours[name],
            "claims": named[name],
            "held": held[name],
            "leaning": leaning[name],
        })  # fmt: skip
    return rows


def claimer_rows(records: Iterable[ClaimerRecord]) -> list[Row]:
    """Records of claimers, private persons by their role."""
    rows = []
    for one in records:
        name = masked_claimer(one.claimer, one.side) or one.claimer
        rows.append(record_dict(replace(one, claimer=name)))
    return rows


def places_found(sight: Sight, words: str, most: int) -> list[Row]:
    """The places that words mean or begin: those that claims are about first."""
    found: dict[str, Place] = {}
    try:
        best = find_place(words, sight.view.gazetteer, sight.view.known).place
        found[best.id] = best
    except NotFoundError:
        pass
    asked = fold(words)
    told = [one for one in sight.view.places.values() if asked and fold(one.name).startswith(asked)]
    every = [*sorted(told, key=lambda one: (-one.population, one.id)), *sight.view.gazetteer.named(words)]
    every += sight.view.gazetteer.starting(words, most)
    if not found and not every:
        near = near_spellings(words, sight.view.gazetteer, sorted(sight.view.known.names()))
        every = [place for name in near for place in sight.view.gazetteer.named(name)[:1]]
    found |= {one.id: one for one in every if one.id not in found}
    first = sorted(found.values(), key=lambda one: not sight.view.known.knows(one.id))
    return [_found_row(one, sight) for one in first[:most]]


def _found_row(place: Place, sight: Sight) -> Row:
    row: Row = {"told": sight.view.known.knows(place.id)}
    state = sight.view.state(place, sight.day) if row["told"] else None
    names = ("status", "unknown_reason", "holder", "probability")
    row |= {name: getattr(state, name) if state is not None else None for name in names}
    if state is not None:
        row["probability"] = round(state.probability, 4)
    return place_row(place, sight) | row
