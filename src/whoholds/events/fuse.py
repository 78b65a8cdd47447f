"""From claims to events: a claim is compared with the events of its block, never with all claims.

Same type group, same place or one inside the other, times that overlap, parties that do not contradict
(codebook, section 3) are conditions; among the events that fulfil them the features decide. The result does
not depend on the order of the claims: they are taken in one fixed order, and an event is named by its claims.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from whoholds.events.features import THRESHOLD, score
from whoholds.events.figures import event_figures
from whoholds.events.telling import Draft, Parties, Telling, group_of, parties_of, place_key, telling_of
from whoholds.model import Days, EventType, Factuality, content_key
from whoholds.picture import Event, ResolvedClaim

TOWNS = frozenset({"settlement", "facility"})
PAIRED = frozenset({"fighting", "ceasefire"})  # either party may be named as the actor


def fuse_events(claims: Sequence[ResolvedClaim]) -> tuple[Event, ...]:
    """The events that claims add up to, by first day, place and id.

    Plans form no event, nor do rejected claims and claims without any place; a denial stands with the event
    that it denies and forms none of its own. The same claims in any order give the same events.
    """
    found = [event for block in blocks_of(claims) for event in fuse_block(block)]
    return tuple(sorted(found, key=in_order))


def in_order(event: Event) -> tuple[date, str, str]:
    """The order in which events stand: by their last possible day, place and id."""
    return (event.days.end or date.min, event.place, event.id)


def blocks_of(claims: Iterable[ResolvedClaim]) -> Iterable[Sequence[ResolvedClaim]]:
    """The claims by blocks, each in order of id; no event has claims of two blocks."""
    told = {claim.id: claim for claim in claims if _tells(claim)}
    towns = {
        claim.place.id: claim.place.part_of
        for claim in told.values()
        if claim.place is not None and claim.place.kind in TOWNS
    }
    blocks: dict[tuple[str, str], list[ResolvedClaim]] = defaultdict(list)
    for claim in sorted(told.values(), key=lambda claim: claim.id):
        blocks[group_of(claim), _root(claim, towns)].append(claim)
    return blocks.values()


def fuse_block(block: Iterable[ResolvedClaim]) -> tuple[Event, ...]:
    """The events of one block, in the order in which they were begun."""
    return tuple(map(_event, _drafts(map(telling_of, block))))


def _tells(claim: ResolvedClaim) -> bool:
    placed = claim.place is not None or bool(claim.place_name)
    return placed and claim.claim.factuality is not Factuality.FUTURE and claim.counts


def _root(claim: ResolvedClaim, towns: Mapping[str, str | None]) -> str:
    """The outermost town that a facility or quarter lies in, as far as claims name them; else its own place.

    `towns`: the places that claims name, with what each lies in.
    """
    place = claim.place
    if place is None or place.kind not in TOWNS or place.part_of not in towns:
        return place_key(claim)
    around = [str(place.part_of)]
    while (outer := towns[around[-1]]) in towns and outer not in around:
        around.append(str(outer))
    return around[-1]


def _drafts(block: Iterable[Telling]) -> list[Draft]:
    drafts: list[Draft] = []
    for told in sorted(block, key=_order):
        best = _best(told, drafts)
        if best is not None:
            best.add(told)
        elif told.claim.claim.factuality is not Factuality.DENIED:
            draft = Draft(told.group, told.first, told.last, told.parties)
            draft.add(told)
            drafts.append(draft)
    return drafts


def _order(told: Telling) -> tuple[object, ...]:
    """Denials last, claims that state their first day before those that do not, then by day and id."""
    denied = told.claim.claim.factuality is Factuality.DENIED
    return (denied, told.claim.days.start is None, told.last, told.first, told.claim.id)


def _best(told: Telling, drafts: Sequence[Draft]) -> Draft | None:
    scored = [(score(told, draft), number) for number, draft in enumerate(drafts) if _can_be(told, draft)]
    if not scored:
        return None
    best, number = max(scored, key=lambda pair: (pair[0], -pair[1]))
    return drafts[number] if best >= THRESHOLD else None


def _can_be(told: Telling, draft: Draft) -> bool:
    if told.last < draft.first or draft.last < told.first:
        return False
    if not any(_one_place(told, member) for member in draft.tellings):
        return False
    return not draft.parties.contradicts(told.parties, paired=draft.group in PAIRED)


def _one_place(one: Telling, other: Telling) -> bool:
    if one.place == other.place:
        return True
    return _inside(one, other) or _inside(other, one)


def _inside(one: Telling, other: Telling) -> bool:
    place, around = one.claim.place, other.claim.place
    return place is not None and around is not None and place.part_of == around.id


def _event(draft: Draft) -> Event:
    claims = [told.claim for told in draft.tellings]
    said = [claim for claim in claims if claim.claim.factuality is not Factuality.DENIED]
    parties = [_as_told(claim, said, draft) for claim in said]
    starts = [claim.days.start for claim in said if claim.days.start is not None]
    ids = tuple(sorted(claim.id for claim in claims))
    return Event(
        id=content_key("event", *ids),
        group=draft.group,
        place=_event_place(draft),
        days=Days(max(starts) if starts else None, draft.last),
        claims=ids,
        actors=_names(one.doer for one in parties),
        recipients=_names(one.other for one in parties),
        figures=event_figures(said),
        start_assumed=not starts,
    )


def _as_told(claim: ResolvedClaim, said: Sequence[ResolvedClaim], draft: Draft) -> Parties:
    """Actor and recipient of a claim, the way round that its event has them.

    Where a place is taken, who leaves it is the recipient; in a fight, who is named first by the first claim
    stays the actor.
    """
    if all(one.claim.type is EventType.WITHDRAWAL for one in said):
        return Parties(claim.actor, claim.recipient)
    own = parties_of(claim)
    turned = Parties(own.other, own.doer)
    fits = not turned.contradicts(draft.parties, paired=False)
    return turned if fits and own.contradicts(draft.parties, paired=False) else own


def _event_place(draft: Draft) -> str:
    """The one place of all claims; where there are two, the one that lies around the other."""
    places = {told.place for told in draft.tellings}
    parts: Mapping[str, str | None] = {
        told.place: told.claim.place.part_of for told in draft.tellings if told.claim.place is not None
    }
    outer = sorted(place for place in places if parts.get(place) not in places)
    return outer[0]


def _names(parties: Iterable[str | None]) -> tuple[str, ...]:
    return tuple(sorted({party for party in parties if party is not None}))
