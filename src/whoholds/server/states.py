"""Who holds what: the rows of all places, and which of them are wanted."""

from __future__ import annotations

from collections.abc import Iterable

from whoholds.database.answer import ControlAnswer
from whoholds.database.lookup import find_place
from whoholds.exports import Filter
from whoholds.exports.plain import Row, day_text, finding_dict
from whoholds.model import Place
from whoholds.server.desk import Sight


def place_named(sight: Sight, name: str) -> Place:
    """The place that a name or id means. Raises NotFoundError naming near spellings."""
    return find_place(name, sight.view.gazetteer, sight.view.known).place


def meant(sight: Sight, wanted: Filter) -> Filter:
    """A filter with its places found. Raises NotFoundError, also for a word that no claim has."""
    sight.check(wanted)
    return wanted.meant(lambda name: place_named(sight, name).id)


def state_rows(sight: Sight, wanted: Filter, *, parts: bool = False) -> list[Row]:
    """The states of the places that wanted claims are about, by name."""
    answers: Iterable[ControlAnswer] = sight.view.answers(sight.day, parts=parts)
    if wanted.asked:
        told = (sight.hidden[name] for name in sight.view.by_id)
        kept = {claim.place.id for claim in told if claim.place is not None and wanted.keeps(claim)}
        answers = (one for one in answers if one.state.place.id in kept)
    return [state_row(one) for one in answers]


def state_row(answer: ControlAnswer) -> Row:
    """One place: the state, with the ids of the claims behind it and against it."""
    state, place = answer.state, answer.state.place
    return {
        "place": place.name,
        "place_id": place.id,
        "kind": place.kind,
        "lat": place.lat,
        "lon": place.lon,
        "province": answer.province,
        "country": answer.country,
        "population": place.population or None,
        **finding_dict(state),
        "last_evidence": day_text(state.last_evidence),
        "evidence": list(dict.fromkeys(row.claim for row in state.evidence)),
        "reported": list(state.reported),
    }
