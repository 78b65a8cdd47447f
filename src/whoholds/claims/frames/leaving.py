"""Frames of those who leave a place: forces that withdraw, people who flee."""

from __future__ import annotations

from typing import TYPE_CHECKING

from whoholds.claims.edges import is_measured_from
from whoholds.claims.frames.bystanders import is_of_bystanders, is_withdrawn_thing
from whoholds.claims.frames.misjoined import own_subject
from whoholds.claims.frames.slots import (
    Slots,
    after,
    doers,
    forces,
    may_act,
    owners,
    patients,
    places,
    pointing,
    subjects,
)
from whoholds.claims.frames.undone import follows_a_taking, is_of_the_taker, taken_here
from whoholds.claims.nouns import nouns_of
from whoholds.claims.sentence import Sentence
from whoholds.lexicon import word_set
from whoholds.model import EventType
from whoholds.text.place_words import is_demonym
from whoholds.text.said import children
from whoholds.text.syntax import is_passive, surface_subject
from whoholds.text.triggers import Trigger, lemma_of
from whoholds.text.verbs import has_no, is_negated

if TYPE_CHECKING:
    from whoholds.text.tokens import Token


def leave(trigger: Trigger, sentence: Sentence) -> Slots | None:
    """withdraw (troops) from X; abandon X; flee X: the subject, or the troops moved, are a force."""
    verb = trigger.token
    if trigger.lemma == "leave" and verb.tag_ == "VBG" and verb.dep_ == "advcl":
        return None  # ", leaving just the capital": what is left over
    if _is_of_talks(verb) or (
        trigger.lemma in word_set("frames", "flights") and _are_not_armed(verb, sentence)
    ):
        return None
    if trigger.lemma == "leave" and verb.tag_ == "VBN" and (verb.dep_ == "acl" or _are_none(verb)):
        return _none_left(trigger, sentence) if verb.dep_ == "acl" else none_remain(trigger, sentence)
    found = patients(verb)
    if is_withdrawn_thing(found) or _came_back(verb):
        return None
    troops = tuple(noun for noun in forces(found, sentence) if not sentence.names_place(noun))
    left = tuple(noun for noun in places(found, sentence) if noun not in troops)
    left = left or places(_left_behind(verb, sentence), sentence)
    left = left or (pointing(found[:1]) if trigger.lemma in word_set("frames", "left_behind") else ())
    who = troops or own_subject(verb, sentence) or doers(verb)
    if who and (is_of_bystanders(who[0], sentence) or _are_a_people(who[0])):
        return None
    if trigger.lemma == "evacuate" and is_passive(verb) and left and not who:
        people = tuple(noun for noun in _evacuated(verb) if sentence.is_civil(noun))
        return Slots(EventType.DISPLACEMENT if people else trigger.type, (), people, left)
    unsaid = not left and not found and is_of_the_taker(verb, sentence) and follows_a_taking(verb, sentence)
    needed = trigger.lemma in word_set("frames", "needs_place") or _is_foreign(who, sentence)
    if not left and needed and not unsaid:
        return None
    if not any(may_act(one, sentence) for one in who) or (sentence.is_civil(who[0]) and not troops):
        return None
    return Slots(trigger.type, who, (), left or (taken_here(verb, sentence) if unsaid else ()))


def redeploy(trigger: Trigger, sentence: Sentence) -> Slots | None:
    """redeploy (its troops) from X, reposition outside X: an army's word for leaving; not from X to Z."""
    verb = trigger.token
    troops = forces(patients(verb), sentence)
    left = places(after(verb, "from", "outside", "of"), sentence)
    left = left or tuple(n for one in troops for n in places(after(one, "from", "outside"), sentence))
    who = troops or doers(verb)
    goes_to = after(verb, "to", "towards", "in", "into", "near", "around")
    if not left or not who or goes_to or is_passive(verb) or any(has_no(noun) for noun in who):
        return None
    return Slots(trigger.type, who, (), left, strict=True) if may_act(who[0], sentence) else None


def _left_behind(verb: Token, sentence: Sentence) -> tuple[Token, ...]:
    """What is left, after "from"; not Bangui in "withdrew to Damara, 75 km from Bangui"."""
    text = sentence.report.text
    return tuple(n for n in after(verb, "from", "of") if not is_measured_from(text, sentence.span_of(n)))


def _are_a_people(noun: Token) -> bool:
    """ "Armenians fled", "Ukrainians left": people, no army, which would be "the Ukrainians"."""
    plural = noun.text[:1].isupper() and noun.text.endswith("s") and is_demonym(noun.text[:-1])
    return plural and not any(child.lower_ == "the" for child in noun.children)


def _came_back(verb: Token) -> bool:
    """ "Pulled back but returned hours later"."""
    after_it = (one for one in verb.children if one.dep_ == "conj" and not children(one, "nsubj"))
    return any(lemma_of(one.text) in word_set("frames", "came_back") for one in after_it)


def gone(trigger: Trigger, sentence: Sentence) -> Slots | None:
    """Y are no longer in X; there are no longer any Y in X."""
    verb = trigger.token
    there = any(child.dep_ == "expl" for child in verb.children)
    who = forces((c for c in verb.children if c.dep_ == "attr") if there else doers(verb), sentence)
    links = (verb, *who) if there else (verb,)
    left = tuple(n for t in links for n in after(t, "in", "inside", "at") if sentence.names_place(n))
    if not who or not left or not is_negated(verb):
        return None
    return Slots(trigger.type, who, (), left, strict=True, ended=verb)


def none_remain(trigger: Trigger, sentence: Sentence) -> Slots | None:
    """No Y remain in X; none of Y's troops stayed in X; Y no longer remain in X."""
    verb = trigger.token
    stated = any(c.dep_ in ("acomp", "attr", "xcomp", "oprd") or c.lower_ == "behind" for c in verb.children)
    subject = next(iter(subjects(verb)), None)
    if subject is None or stated or subject.left_edge.lower_ in word_set("frames", "hardly"):
        return None
    who = forces(nouns_of(subject) if subject.lower_ == "none" else (subject,), sentence)
    links = (verb, *who)
    left = tuple(n for t in links for n in after(t, "in", "inside", "at") if sentence.names_place(n))
    if not who or not left or not is_negated(verb):
        return None
    return Slots(trigger.type, who, (), left, strict=True, ended=verb)


def _are_none(verb: Token) -> bool:
    """ "No troops were left"."""
    return is_passive(verb) and any(has_no(noun) for noun in subjects(verb))


def went(trigger: Trigger, sentence: Sentence) -> Slots | None:
    """Y are gone from X, have gone from X; or they, who had just taken it, are gone."""
    verb, gone_from = trigger.token, trigger.last if trigger.pair else trigger.token
    if gone_from.lower_ != "gone":
        return None
    who = subjects(verb)
    left = tuple(n for n in (*after(gone_from, "from"), *after(verb, "from")) if sentence.names_place(n))
    if forces(who, sentence) and left:
        return Slots(trigger.type, forces(who, sentence), (), left, strict=True)
    unsaid = trigger.pair and is_of_the_taker(verb, sentence) and follows_a_taking(verb, sentence)
    return Slots(trigger.type, who, (), taken_here(verb, sentence)) if unsaid and who else None


def _none_left(trigger: Trigger, sentence: Sentence) -> Slots | None:
    """There are no Y left in X."""
    verb, who = trigger.token, trigger.token.head
    there = who.dep_ == "attr" and any(child.dep_ == "expl" for child in who.head.children)
    left = tuple(n for n in after(verb, "in", "inside", "at") if sentence.names_place(n))
    if not there or not left or not sentence.is_force(who) or not (has_no(who) or is_negated(who.head)):
        return None
    return Slots(trigger.type, (who,), (), left, strict=True, ended=who)


def _evacuated(verb: Token) -> tuple[Token, ...]:
    """Who is brought out: the subject, or whom a relative clause tells of."""
    found = surface_subject(verb)
    return (found,) if found is not None else ()


def _are_not_armed(verb: Token, sentence: Sentence) -> bool:
    """ "Dozens were killed as they fled": they are who the clause above tells of, no force; nor is "he"."""
    if any(noun.lower_ in word_set("timing", "one_person") for noun in subjects(verb)):
        return True
    if verb.dep_ != "advcl" or not any(sentence.is_pronoun(noun) for noun in subjects(verb)):
        return False
    over = subjects(verb.head)
    return bool(over) and not any(may_act(noun, sentence) for noun in over)


def _is_of_talks(token: Token) -> bool:
    """ "pulled out of the talks in X", "left for the talks": what is left is no place."""
    return any(
        lemma_of(noun.text) in word_set("frames", "not_left") for noun in after(token, "from", "of", "for")
    )


def _is_foreign(who: tuple[Token, ...], sentence: Sentence) -> bool:
    """True for forces of other states: what they leave without a place is the country."""
    party = sentence.party_at(who[0]) if who else None
    return party is not None and party.role in ("foreign", "international")


def leave_noun(trigger: Trigger, sentence: Sentence) -> Slots | None:
    """the withdrawal of Y from X; Y's retreat from X."""
    noun = trigger.token
    if _is_of_talks(noun):
        return None
    actor = forces((*after(noun, "of", "by"), *owners(noun)), sentence)
    left = tuple(p for p in places(after(noun, "from", "of", "in"), sentence) if p not in actor)
    makes = noun.head.lower_ in word_set("frames", "makes_it")
    if (left or makes) and not actor and noun.dep_ == "dobj":
        actor = tuple(n for n in doers(noun.head) if may_act(n, sentence))  # "ordered a withdrawal from X"
    if not actor or (not left and _is_foreign(actor, sentence)):
        return None
    return Slots(trigger.type, actor, (), left)


def displace(trigger: Trigger, sentence: Sentence) -> Slots | None:
    """people flee X."""
    verb = trigger.token
    found = patients(verb)
    people = tuple(n for n in (*subjects(verb), *found) if sentence.is_civil(n))
    left = places(found, sentence)
    if not people or (trigger.lemma in word_set("frames", "needs_place") and not left):
        return None
    return Slots(trigger.type, (), people, left or places(after(verb, "from", "of", "in"), sentence))


def displace_noun(trigger: Trigger, sentence: Sentence) -> Slots | None:
    """the exodus from X; the evacuation of forces is a withdrawal."""
    noun = trigger.token
    left = places(after(noun, "from", "in", "of"), sentence)
    if not left or forces((*owners(noun), *after(noun, "of")), sentence):
        return None
    return Slots(trigger.type, (), (), left, strict=True)
