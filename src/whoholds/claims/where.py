"""Where a claimed event happened: the place in its frame, around it, or that its words point back to."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from whoholds.claims.around import FAR, is_goal, is_origin, located, places_around, steps_between
from whoholds.claims.being import name_of_being, named_after_be
from whoholds.claims.edges import is_measured_from, named_behind
from whoholds.claims.frames import Slots
from whoholds.claims.frames.slots import subjects
from whoholds.claims.headed import headed, item_start
from whoholds.claims.included import with_included
from whoholds.claims.meant import AREAS
from whoholds.claims.named import (
    Where,
    capitals_in,
    contains,
    is_around,
    is_owner,
    name_before,
    place_beside,
    places_in_phrase,
    renames,
    where_of,
)
from whoholds.claims.nouns import counted, is_locality, noun_lemma
from whoholds.claims.passed_over import is_elsewhere
from whoholds.claims.pieces import is_any, is_named_otherwise
from whoholds.claims.pointed import is_lead, is_named, is_pointing, pointed_anywhere, pointed_to
from whoholds.claims.run import with_run
from whoholds.claims.sentence import Sentence
from whoholds.claims.sites import itself
from whoholds.claims.vacated import vacated
from whoholds.lexicon import word_set
from whoholds.model import EventType, Mention, Place, Precision, Span
from whoholds.text.commitment import Edge
from whoholds.text.governing import find_governor
from whoholds.text.places import PlaceMention
from whoholds.text.said import Said
from whoholds.text.triggers import Trigger
from whoholds.text.verbs import is_infinitive, is_perfect

if TYPE_CHECKING:
    from whoholds.text.tokens import Token

ON = re.compile(r",? and |, [A-Z]")  # a list goes on
ABOUT_COUNTRIES = (EventType.CEASEFIRE,)  # the only type that may be said of a country as a whole


def find_where(trigger: Trigger, slots: Slots, sentence: Sentence, said: Said | None = None) -> list[Where]:
    """The places of an event, most literal reading first; empty when the words give none.

    `said`: the attribution that covers it; a speaker's own town is not where it happened, but what an
    official of a town calls "the city" is that town.
    """
    sentence.said = said
    own = [itself(noun) for noun in slots.place if not renames(noun, slots.place)]
    nouns = with_included(own, sentence)
    read = [_as_part(where) if _houses(noun, nouns) else where
            for noun in nouns for where in _of_noun(noun, sentence)]  # fmt: skip
    found = with_run(read, sentence)
    if trigger.token.dep_ == "relcl" and trigger.token.head in nouns:  # "Crimea, which it took, and Kherson"
        before = sentence.span_of(trigger.token).start
        found = [where for where in found if where.mention.span.start < before] or found
    led = (*slots.place, *subjects(trigger.token)) if not found and not slots.strict else ()
    inner = _capital_inside(led, sentence)
    if inner is not None:
        told = (w for w in pointed_to(inner, sentence) if w.mention.span.start < sentence.span.start)
        found = [replace(where, precision=Precision.PART) for where in told]
    elif not found and not (slots.place and _names_country(slots)):
        found = _beyond_frame(trigger, slots, sentence)
    text = sentence.report.text
    if slots.type is EventType.WITHDRAWAL:  # "retreated to Damara, 75 km from Bangui"
        found = [where for where in found if not is_measured_from(text, where.mention.span)]
    if slots.type in ABOUT_COUNTRIES:
        found = [where for where in found if not _is_proposed_in(where, trigger.token, sentence)]
    found = _without_added(_distinct(found), text)
    return [w for w in found if w.place.kind != "country" or slots.type in ABOUT_COUNTRIES]


def _without_added(found: Sequence[Where], text: str) -> list[Where]:
    """The places without the last of "El-Fasher, Darfur": a town's region, told beside it."""
    towns = {w.mention.span.end for w in found if w.place.kind not in AREAS}
    spans = ((w, w.mention.span) for w in found)
    return [
        w
        for w, at in spans
        if w.place.kind not in AREAS
        or not (
            at.start - 2 in towns and text[at.start - 2 : at.start] == ", " and not ON.match(text, at.end)
        )
    ]


def _beyond_frame(trigger: Trigger, slots: Slots, sentence: Sentence) -> list[Where]:
    """The places when the frame's own nouns give none: of the clause, pointed to, or told just before."""
    taken = (*slots.actor, *slots.recipient)
    if slots.strict and slots.place and all(_is_some_town(noun) for noun in slots.place):
        beside = places_around(trigger.token, taken, sentence, within=4)
        return [w for w in beside if w.precision in (Precision.NEAR, Precision.PROVINCE, Precision.DISTRICT)]
    if not slots.strict or not slots.place:
        if slots.place and all(is_any(noun) or is_named_otherwise(noun, sentence) for noun in slots.place):
            return []
        leaves = slots.type is EventType.WITHDRAWAL
        found = list(places_around(trigger.token, taken, sentence, leaves=leaves))
        if not found and not slots.strict and not (leaves and _goes_there(trigger.token)):
            found = list(pointed_anywhere(trigger.token, sentence))
        if slots.type is EventType.WITHDRAWAL and slots.place and all(map(_is_facility, slots.place)):
            return [_as_part(where) for where in found]  # "from the base of the division in the town"
        if found or slots.place or _is_to_go_on(trigger.token) or is_elsewhere(trigger.token, sentence):
            return found
        return (
            list(vacated(trigger.token, sentence) if leaves else ())
            or list(_only_named(trigger.token, sentence, leaves=leaves))
            or list(headed(sentence))
            or list(_told_here(sentence))
            or list(_carried(sentence))
        )
    if all(_is_generic(noun) for noun in slots.place):
        near = list(places_around(trigger.token, taken, sentence, within=3))
        return [w if w.precision is Precision.NEAR else replace(w, precision=Precision.PART) for w in near]
    return []


def _as_part(where: Where) -> Where:
    return replace(where, precision=Precision.PART) if where.precision is Precision.EXACT else where


def _houses(noun: Token, nouns: Sequence[Token]) -> bool:
    """ "The barracks at Djibo", which the parse makes two places: the town is where the barracks are."""
    prep = noun.head
    if noun.dep_ != "pobj" or prep.lower_ not in ("at", "in"):
        return False
    return any(one.i == prep.i - 1 and _is_facility(one) for one in nouns)


def _is_facility(noun: Token) -> bool:
    return is_locality(noun.text.split()[-1], "facility", "part")


def _capital_inside(nouns: Sequence[Token], sentence: Sentence) -> Token | None:
    """The capital in "in a mosque on the edge of the capital": it alone tells where, or nothing does."""
    inside = (token for noun in nouns for token in noun.subtree if token != noun)
    capitals = (t for t in inside if t.lower_ == "capital" and is_pointing(t) and t.dep_ == "pobj")
    return next(
        (t for t in capitals if not places_in_phrase(t, sentence) and not is_named(t, sentence)), None
    )


def _goes_there(trigger: Token) -> bool:
    """ "retreated to the city": what it points to is where it goes."""
    return any(child.dep_ == "prep" and is_goal(child, trigger) for child in trigger.children)


def _is_proposed_in(where: Where, truce: Token, sentence: Sentence) -> bool:
    """True for Cairo in "Sisi, in Cairo, proposed a truce": before the verb it is where somebody speaks."""
    verb = next((word for word in truce.ancestors if word.tag_[0] == "V"), None)
    if verb is None or not any(find_governor(verb, edge, "for") for edge in (Edge.OBJECT, Edge.PREPOSITION)):
        return False
    for token in sentence.parsed.tokens_in(where.mention.span)[-1:]:
        link = token.head
        before = token.dep_ == "pobj" and link.lower_ in ("in", "at", "from") and token.i < verb.i < truce.i
        if before and link.head in (verb, *subjects(verb)):
            return True
    return False


def _is_to_go_on(event: Token) -> bool:
    """ "They did not expect the fighting to reach X": what was told before, and where it may yet get to."""
    verb = event.head
    definite = any(child.lower_ in ("the", "this", "that") for child in event.children)
    return event.dep_ == "nsubj" and definite and is_infinitive(verb) and not is_perfect(verb)


def _is_generic(noun: Token) -> bool:
    """ "zones controlled by", "positions", "a base": some places, which the noun itself does not tell."""
    one = any(c.lower_ in word_set("pointing", "indefinite") for c in noun.children)
    if noun.tag_ == "NNS":
        return is_locality(noun.text, "area", "facility", "part")
    return one and is_locality(noun.text, "facility", "part")


def _is_some_town(noun: Token) -> bool:
    """ "two villages": their names are not told, but what they lie near may be."""
    return noun.tag_ == "NNS" and is_locality(noun.text, "settlement") and not is_pointing(noun)


def _names_country(slots: Slots) -> bool:
    """ "withdrew from the country": said of a country as a whole."""
    return any(noun_lemma(noun.text) in word_set("pointing", "areas", "country") for noun in slots.place)


def _distinct(found: Iterable[Where]) -> list[Where]:
    """Each place once, without the province or country of another place that the same words name."""
    kept: dict[str, Where] = {}
    for where in found:
        before = kept.get(where.place.id)
        wider = (
            before is not None and before.precision is Precision.PART and where.precision is Precision.EXACT
        )
        if before is None or wider:
            kept[where.place.id] = where  # "the governor's office and most of the city"
    return [w for w in kept.values() if not any(contains(w.place, other.place) for other in kept.values())]


def _of_noun(noun: Token, sentence: Sentence) -> list[Where]:
    """The places that a noun phrase names or points to."""
    if (mention := name_of_being(noun, sentence)) is not None:
        return [Where(Mention(mention.span), mention.place, Precision.EXACT)]
    before, named = name_before(noun, sentence), places_in_phrase(noun, sentence)
    if before and all(mention.place.kind in AREAS for mention in named):  # "El Fula, a Kordofan capital"
        named = before
    named = named or place_beside(noun, sentence) or _name_after(noun, sentence)
    if not named and (told := named_after_be(noun)):
        return _of_noun(told, sentence)
    capitals = capitals_in(noun, named, sentence) or _in_its_town(noun, named, sentence)
    if capitals:
        return capitals
    if named and all(is_owner(mention, noun, sentence) for mention in named):
        return []
    if not named and not is_pointing(noun) and (behind := named_behind(counted(noun), sentence)):
        found = (where_of(mention, noun, sentence) for mention in behind)
        return [_as_part(where) for where in found]
    literal = [where_of(mention, noun, sentence) for mention in named]
    points = is_pointing(noun) or is_lead(noun, sentence)
    if named and not (points and all(is_around(mention, noun, sentence) for mention in named)):
        return literal
    return list(pointed_to(noun, sentence)) or literal


def _name_after(noun: Token, sentence: Sentence) -> list[PlaceMention]:
    """Sanaa in "the capital, Sanaa, is held", which the parse does not join: no subject of what follows."""
    if not (is_pointing(noun) and is_locality(noun.text, "settlement") and is_named(noun, sentence)):
        return []
    name = next(t for t in noun.doc[noun.i + 1 :] if t.text not in (",", "of"))
    mention = sentence.place_at(name)
    acts = name.dep_ in ("nsubj", "nsubjpass", "compound", "poss") or mention is None
    return [] if acts or mention is None or sentence.report.acts(mention.span) else [mention]


def _in_its_town(noun: Token, named: Sequence[PlaceMention], sentence: Sentence) -> list[Where]:
    """The town of "the town's town hall in X province", which is a part of it."""
    owner = next((c for c in noun.children if c.dep_ == "poss" and is_pointing(c)), None)
    site = is_locality(noun.text, "part", "facility") and is_locality(
        owner.text if owner else "", "settlement"
    )
    if owner is None or not site or not named or any(one.place.kind not in AREAS for one in named):
        return []
    return [_as_part(where) for where in pointed_to(owner, sentence)]


def _only_named(trigger: Token, sentence: Sentence, *, leaves: bool) -> Iterator[Where]:
    """The only town that the sentence names, however far from the trigger: marked as inferred."""
    named = {
        m.place.id: (t, m)
        for t, m, prep in located(sentence)
        if not is_origin(prep, trigger) and not (leaves and is_goal(prep, trigger))
    }
    towns = [(t, m) for t, m in named.values() if m.place.kind not in AREAS]
    if len(towns) == 1 and steps_between(trigger, towns[0][0]) < FAR:
        token, mention = towns[0]
        where = where_of(mention, token, sentence)
        yield replace(where, mention=replace(where.mention, inferred=True))


def _told_here(sentence: Sentence) -> Iterator[Where]:
    """The one place of the events that the sentence has told so far: marked as inferred."""
    told = {place.id: (span, place) for span, place in sentence.memory.told.get(sentence.span, ())}
    yield from _inferred(told)


def _carried(sentence: Sentence) -> Iterator[Where]:
    """The one place of the claims of the sentence before, carried over: marked as inferred."""
    if sentence.index == 0 or item_start(sentence) == sentence.span.start != 0:
        return
    previous = sentence.report.sentences[sentence.index - 1]
    told = {place.id: (span, place) for span, place in sentence.memory.told.get(previous, ())}
    yield from _inferred(told)


def _inferred(told: Mapping[str, tuple[Span, Place]]) -> Iterator[Where]:
    if len(told) == 1:
        span, place = next(iter(told.values()))
        area = place.kind in AREAS
        yield Where(Mention(span, inferred=True), place, Precision(place.kind) if area else Precision.EXACT)
