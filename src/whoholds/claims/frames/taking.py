"""Frames of places that change hands: capture, fall, loss."""

from __future__ import annotations

from dataclasses import replace

from whoholds.claims.frames.blows import hurt_by, lost_by, won_by
from whoholds.claims.frames.headline import taken_in_headline
from whoholds.claims.frames.misjoined import as_adjective, declared_free, loses_to, misjoined
from whoholds.claims.frames.out_of import out_of_control
from whoholds.claims.frames.replaced import left_to
from whoholds.claims.frames.slots import (
    Slots,
    after,
    as_did,
    behind_apposition,
    doers,
    forces,
    may_act,
    owners,
    patients,
    places,
    pointing,
    subjects,
)
from whoholds.claims.frames.undone import (
    follows_a_taking,
    follows_on,
)
from whoholds.claims.sentence import Sentence
from whoholds.claims.sites import is_site_there
from whoholds.lexicon import word_set
from whoholds.text.reporting import reporting_verbs
from whoholds.text.said import children
from whoholds.text.stems import stems
from whoholds.text.syntax import is_passive, subject
from whoholds.text.tokens import Token
from whoholds.text.triggers import Trigger, lemma_of


def take(trigger: Trigger, sentence: Sentence) -> Slots | None:
    """seize, capture: the subject takes the object; the object must be a place, not people or things."""
    verb = trigger.token
    if trigger.lemma == "free" and verb.tag_[0] not in "V":
        return None  # "Khartoum is free": by whom is not said
    if (mended := as_adjective(verb, sentence)) is not None:
        return Slots(trigger.type, mended[:1], after(verb, "from"), mended[1:], strict=True)
    taken = misjoined(verb, sentence) or places((*patients(verb), *_joined(verb)), sentence)
    taken = taken or places(after(verb, "of"), sentence)
    if not taken and (named := taken_in_headline(verb, sentence)):
        return Slots(trigger.type, after(verb, "by"), after(verb, "from"), named, strict=True)
    if not taken and (freed := declared_free(verb, sentence)) is not None:
        return freed
    taken = taken or pointing(patients(verb)[:1])
    if not taken and trigger.lemma == "take over" and sentence.is_force(subject(verb)):
        whole = all(noun.lower_ in word_set("frames", "rule", "taken_over") for noun in patients(verb))
        taken = after(verb, "in") if whole else ()  # not "took over houses in it"
        taken = taken or (left_to(verb, sentence) if not patients(verb) else ())
    actor = doers(verb)
    if not taken or (actor and sentence.is_civil(actor[0])):
        return None
    return Slots(trigger.type, actor, _from_whom(verb, sentence), taken, strict=True)


def _joined(verb: Token) -> tuple[Token, ...]:
    """The town of "captured ten posts, and the town of Kunlong", which the parse joins to the verb."""
    nouns = (child for child in children(verb, "conj") if child.tag_[:2] == "NN")
    return tuple(nouns) if children(verb, "dobj") else ()


def _from_whom(verb: Token, sentence: Sentence) -> tuple[Token, ...]:
    """ "from the rebels", "freed of the rebels", "from Armenian occupation": whose rule it is."""
    said = after(verb, "from") or forces(after(verb, "of"), sentence)
    rule = [noun for noun in said if noun.lower_ in word_set("frames", "rule")]
    rulers = (owner for noun in rule for owner in (*owners(noun), *after(noun, "of", "by")))
    return tuple(owner for owner in rulers if sentence.party_at(owner)) if rule else said


def take_place(trigger: Trigger, sentence: Sentence) -> Slots | None:
    """take, secure, clear: weak verbs, whose object must itself be a place and whose subject a party."""
    slots = take(trigger, sentence)
    out = trigger.lemma == "take" and any(child.lower_ == "out" for child in trigger.token.children)
    if slots is None or out:
        return None  # "were taken out of X": people, who are brought away
    back = pointing(slots.place) and slots.actor and follows_on(trigger.token, sentence)
    named = any(sentence.names_place(noun) or is_site_there(noun, sentence) for noun in slots.place)
    if not back and not named:
        return None
    if not slots.actor and trigger.token.dep_ == "pcomp":
        slots = replace(slots, actor=_who_did_after(trigger.token, sentence))
    if slots.actor:
        return slots if may_act(slots.actor[0], sentence) else None
    return slots if is_passive(trigger.token) or taken_in_headline(trigger.token, sentence) else None


def _who_did_after(gerund: Token, sentence: Sentence) -> tuple[Token, ...]:
    """The rebels of "the rebels entered Timbuktu, a day after taking Gao"."""
    time = gerund.head.head
    if gerund.head.lower_ != "after" or time.dep_ not in ("npadvmod", "appos") or not sentence.is_time(time):
        return ()
    over = next((one for one in time.ancestors if one.tag_[0] == "V"), None)
    return doers(over) if over is not None else ()


def fall(trigger: Trigger, sentence: Sentence) -> Slots | None:
    """fall: the subject is the place; who takes it stands after "to"."""
    verb = trigger.token
    fallen = places((*subjects(verb), *as_did(verb)), sentence)
    takers = forces(after(verb, "to", "into", "under", "before"), sentence)
    if not fallen or (not takers and (trigger.lemma != "fall" or _is_other_fall(trigger, sentence))):
        return None
    return Slots(trigger.type, takers, (), fallen, strict=True)


def _is_other_fall(trigger: Trigger, sentence: Sentence) -> bool:
    """ "fell by", "fell silent", "fell short"; but not "fell on Friday"."""
    words = [c for c in children(trigger.token, "prep", "acomp", "advmod") if c.i == trigger.token.i + 1]
    dated = any(sentence.is_time(n) for c in words for n in c.subtree)
    return not dated and any(c.lower_ in word_set("frames", "other_falls") for c in words)


def lose(trigger: Trigger, sentence: Sentence) -> Slots | None:
    """lose, cede: the subject loses the object; the winner stands after "to"."""
    verb = trigger.token
    lost = tuple(n for n in places(patients(verb), sentence) if sentence.names_place(n))
    loser, winner = doers(verb), after(verb, "to")
    if not lost and (forces(winner, sentence) or follows_a_taking(verb, sentence)):
        lost = pointing(patients(verb)[:1])
    if not lost and (told := _told_lost(verb, sentence)):
        return Slots(trigger.type, (), (), told, strict=True)
    if not loser and is_passive(verb):
        winner = () if _is_lost(verb) else winner
        return Slots(trigger.type, winner, (), lost, strict=True) if lost else None
    if not lost or not loser or not may_act(loser[0], sentence):
        return None
    return Slots(trigger.type, winner, loser, lost, strict=True)


def _told_lost(verb: Token, sentence: Sentence) -> tuple[Token, ...]:
    """X in "X is reported lost"; "it" in "a lawmaker says it is lost"."""
    over = verb.head
    if verb.dep_ in ("oprd", "xcomp", "acomp") and over.lower_ in word_set("frames", "told_lost"):
        return tuple(n for n in places(subjects(over), sentence) if sentence.names_place(n))
    says = verb.dep_ == "ccomp" and over.lower_ in reporting_verbs() and is_passive(verb)
    others = [
        t
        for t in verb.doc
        if t.i < verb.i and t.dep_ in ("nsubj", "nsubjpass") and t.head not in (verb, over)
    ]
    return pointing(patients(verb)[:1]) if says and not others else ()


def _is_lost(verb: Token) -> bool:
    """ "Is lost to the army": who stands after "to" is who lost it, or who won it; not so "was lost to"."""
    return any(child.dep_ == "auxpass" and child.tag_ in ("VBZ", "VBP") for child in verb.children)


def take_noun(trigger: Trigger, sentence: Sentence) -> Slots | None:
    """the capture of X by Y; Y's capture of X; X's capture."""
    noun = trigger.token
    own = owners(noun)
    taken = places(after(noun, "of"), sentence)
    taken = taken or tuple(n for n in own if sentence.names_place(n) and not sentence.is_force(n))
    taken = taken or pointing(own)
    if not taken:
        return None
    by = after(noun, "by") or forces((n for place in taken for n in after(place, "by")), sentence)
    by = by or forces((n for place in taken for n in behind_apposition(place, "by")), sentence)
    actor = (*by, *forces((n for n in own if n not in taken), sentence)) or won_by(noun, taken, sentence)
    actor = actor or _who_completes(noun, sentence)
    return Slots(
        trigger.type, actor, after(noun, "from") or hurt_by(noun, taken, sentence), taken, strict=True
    )


def _who_completes(noun: Token, sentence: Sentence) -> tuple[Token, ...]:
    """Who takes in "the rebels completed the capture of X", "it was completed by the rebels"."""
    verb = noun.head
    if verb.tag_[0] != "V" or word_set("frames", "completes").isdisjoint(stems(verb.lower_)):
        return ()
    passive = is_passive(verb)
    done = noun.dep_ == "nsubjpass" if passive else noun.dep_ == "dobj"
    return forces(after(verb, "by") if passive else doers(verb), sentence) if done else ()


def fall_noun(trigger: Trigger, sentence: Sentence) -> Slots | None:
    """the fall of X to Y; X's fall; the loss of X, Z's loss of X."""
    noun = trigger.token
    where = ("of",) if trigger.lemma == "loss" else ("of", "in")  # "heavy losses in X" are of people
    fallen = tuple(n for n in places(after(noun, *where), sentence) if not sentence.is_force(n))
    fallen = fallen or places((n for n in owners(noun) if n.dep_ == "poss"), sentence)
    fallen = fallen or (pointing(owners(noun)) if trigger.lemma == "fall" else ())
    takers = after(noun, "to", "into") or loses_to(fallen, sentence) or won_by(noun, fallen, sentence)
    own = (n for n in owners(noun) if trigger.lemma == "loss" and n not in fallen)
    losers = forces(own, sentence) or hurt_by(noun, fallen, sentence) or lost_by(noun, sentence)
    return Slots(trigger.type, takers, losers, fallen, strict=True) if fallen else None


def control_pair(trigger: Trigger, sentence: Sentence) -> Slots | None:
    """take control of X: the subject takes what stands after "of", "over"; "declared X under its control"."""
    verb, noun = trigger.token, trigger.last
    if noun.dep_ == "pobj" and noun.head.lower_ == "under":
        return under_pair(trigger, sentence)
    over = after(noun, "of", "over", "in") or after(verb, "of", "over", "in")
    taken = places(over, sentence) or pointing(over[:1], several=True)
    actor = doers(verb)
    taken = taken or (pointing(after(noun, "of", "over")) if forces(actor, sentence) else ())
    taken = taken or (left_to(verb, sentence) if not over else ())
    if not taken or (actor and sentence.is_civil(actor[0])):
        return None
    if noun.lower_ == "charge" and (not actor or not may_act(actor[0], sentence)):
        return None  # "the bishop took charge of the school"
    return Slots(trigger.type, actor, after(noun, "from") or after(verb, "from"), taken, strict=True)


def under_pair(trigger: Trigger, sentence: Sentence) -> Slots | None:
    """come under the control of Y; fall into Y's hands: the subject (or object) is the place."""
    verb, noun = trigger.token, trigger.last
    lemma = lemma_of(verb.text)
    itself = lemma in ("fall", "come", "pass") or (lemma in ("return", "revert") and not is_passive(verb))
    taken = places(subjects(verb) if itself else patients(verb), sentence)
    actor = forces((*after(noun, "of"), *owners(noun)), sentence)
    if lemma in word_set("frames", "puts_under") and not actor:
        actor = doers(verb)
    if taken and actor and out_of_control(noun) is not None:
        return Slots(trigger.type, (), actor, taken, strict=True)  # "fell out of their hands"
    return Slots(trigger.type, actor, (), taken, strict=True) if taken and actor else None


def lose_pair(trigger: Trigger, sentence: Sentence) -> Slots | None:
    """lose control of X (to Y)."""
    verb, noun = trigger.token, trigger.last
    lost = places(after(noun, "of", "over", "on", "in") or after(verb, "of"), sentence)
    loser = doers(verb)
    if not lost or (loser and not sentence.is_force(loser[0])):
        return None
    return Slots(trigger.type, after(verb, "to"), loser, lost, strict=True)


def restore_pair(trigger: Trigger, sentence: Sentence) -> Slots | None:
    """restore security to X: how an army calls the taking of a place."""
    noun = trigger.last
    taken = places(after(noun, "to") or after(trigger.token, "to"), sentence)
    actor = forces(doers(trigger.token), sentence)
    return Slots(trigger.type, actor, (), taken, strict=True) if taken and actor else None


def change_hands(trigger: Trigger, sentence: Sentence) -> Slots | None:
    """X changed hands: who took it is said by "from A to B" alone."""
    links = (trigger.token, trigger.last)
    taken = tuple(n for n in places(subjects(trigger.token), sentence) if sentence.names_place(n))
    if any(child.lower_ in word_set("frames", "many_times") for child in links[0].subtree):
        return None  # "changed hands several times": whose it was in the end is not told
    taker = forces((n for link in links for n in after(link, "to")), sentence)
    loser = forces((n for link in links for n in after(link, "from")), sentence)
    return Slots(trigger.type, taker, loser, taken, strict=True) if taken else None


def flag(trigger: Trigger, sentence: Sentence) -> Slots | None:
    """raise the flag over X; of "soldiers raised the Russian flag", whose it is."""
    verb, noun = trigger.token, trigger.last
    on = ("over", "on", "above", "at")
    over = places(after(verb, *on) or after(noun, *on), sentence)
    taken = over or places(after(verb, "in") or after(noun, "in"), sentence)
    raised = tuple(one for one in doers(verb) if not sentence.is_civil(one))
    whose = forces(owners(noun), sentence)
    told = (party for one in raised if (party := sentence.party_at(one)) is not None)
    actor = whose if whose and all(party.how == "generic" for party in told) else raised
    white = any(child.lower_ == "white" for child in noun.children)  # the Taliban's; else of who gives up
    if white and actor and _is_of_state(actor[0], sentence):
        return None
    seen = actor or (white and is_passive(verb))
    return Slots(trigger.type, actor, (), taken, strict=True) if taken and seen else None


def _is_of_state(noun: Token, sentence: Sentence) -> bool:
    party = sentence.party_at(noun)
    return party is not None and party.role == "government"
