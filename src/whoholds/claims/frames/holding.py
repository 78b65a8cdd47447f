"""Frames of who holds a place, and of who denies that it was lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

from whoholds.claims.frames.headline import whoever_stands_alone
from whoholds.claims.frames.out_of import (
    end_of_control,
    is_never,
    is_over,
    leads_out,
    no_longer,
    out_of_control,
)
from whoholds.claims.frames.slots import (
    Slots,
    after,
    doers,
    forces,
    listed,
    may_act,
    owners,
    patients,
    places,
    pointing,
    subjects,
    subjects_over,
    targets,
)
from whoholds.claims.frames.undone import follows_a_taking
from whoholds.claims.left_open import contested_by, is_left_open, misread_object
from whoholds.claims.nouns import is_locality, noun_lemma
from whoholds.claims.sentence import Sentence
from whoholds.lexicon import word_set
from whoholds.model import EventType
from whoholds.text.reporting import reporting_verbs
from whoholds.text.syntax import is_passive, is_verb
from whoholds.text.triggers import Trigger, lemma_of
from whoholds.text.verbs import is_negated

if TYPE_CHECKING:
    from whoholds.text.tokens import Token

_QUOTES = frozenset("\"“”‘’'")
CLINGING = ("hold on", "hold out", "cling")


def hold(trigger: Trigger, sentence: Sentence) -> Slots | None:
    """hold, control, defend X: the subject holds the object."""
    verb = trigger.token
    actor = doers(verb)
    held = targets(patients(verb), sentence)
    held = held or places(misread_object(verb), sentence)
    held = held or tuple(n for s in patients(verb) if s.lower_ == "situation" for n in after(s, "in", "near"))
    held = tuple(noun for noun in held if not _is_own_line(noun, sentence))
    if not held and verb.tag_ in ("VBZ", "VBP", "VBD") and not is_negated(verb):
        held = _it(patients(verb), verb, sentence)
    if not held and trigger.lemma in CLINGING:
        held = after(verb, "to", "in", "at")
    if not held or (actor and not may_act(actor[0], sentence)):
        return None
    if _gave_way(verb):
        return None
    if not actor and not (is_passive(verb) and trigger.lemma in ("control", "hold", "rule")):
        return None
    return Slots(trigger.type, actor, (), held, strict=True)


def _is_own_line(noun: Token, sentence: Sentence) -> bool:
    """True for "their positions": where they lie is not told."""
    own = any(child.tag_ == "PRP$" for child in noun.children)
    return own and noun_lemma(noun.text) in word_set("frames", "own_lines") and not sentence.names_place(noun)


def _gave_way(verb: Token) -> bool:
    """True for "the forces defending the town have collapsed": so the holders went."""
    over = verb.head.head
    if verb.dep_ not in ("acl", "relcl") or verb.head.dep_ not in ("nsubj", "nsubjpass") or not is_verb(over):
        return False
    told = (over, *(child for child in over.children if child.dep_ == "xcomp"))
    return any(lemma_of(one.text) in word_set("frames", "gave_way") and not is_negated(one) for one in told)


def run_place(trigger: Trigger, sentence: Sentence) -> Slots | None:
    """run X, administer X: a force runs a town or an area, not what is in it."""
    slots = hold(trigger, sentence)
    if slots is None or not slots.actor:
        return None
    named = (
        sentence.place_at(noun) is not None or is_locality(noun.text, "settlement", "area")
        for noun in slots.place
    )
    return slots if all(named) else None


def control_noun(trigger: Trigger, sentence: Sentence) -> Slots | None:
    """X is under Y's control, in the hands of Y; Y is in control of X; "they control X" as a noun."""
    noun = trigger.token
    if noun.dep_ == "compound" and noun.i and noun.head.i > noun.i and sentence.is_force(noun.nbor(-1)):
        named = sentence.place_at(noun.head) is not None
        return Slots(trigger.type, (noun.nbor(-1),), (), (noun.head,), strict=True) if named else None
    prep = noun.head if noun.dep_ == "pobj" else None
    if prep is None or not _puts_in_control(prep):
        return _owned_control(trigger, sentence)
    own = forces((*owners(noun), *after(noun, "of")), sentence)
    if not own and prep.lower_ in ("under", "in") and is_verb(prep.head):
        own = speakers_own(noun)
    held = tuple(n for n in places(after(noun, "of", "over"), sentence) if n not in own)
    if prep.lower_ == "in" and held:
        who = forces(subjects_over(prep), sentence) or forces(whoever_stands_alone(prep), sentence)
        return Slots(trigger.type, who, (), held, strict=True) if who else None
    over = subjects_over(prep)
    found = places(over, sentence) or places(
        (n for one in over if one.lower_ == "situation" for n in after(one, "in", "around")), sentence
    )
    found = found or (_it(subjects_over(prep), prep.head, sentence) if is_verb(prep.head) else ())
    if not found and not is_verb(prep.head):
        found = places((prep.head,) if prep.head != prep else _before_no_verb(prep), sentence)
    out = out_of_control(noun)
    if not found or not own or is_never(prep) or (out is not None and not is_over(out)):
        return None
    return Slots(trigger.type, own, (), found, strict=True, ended=out or no_longer(prep))


def _before_no_verb(prep: Token) -> tuple[Token, ...]:
    """The towns of "Rastan and Talbiseh now under rebel control", a line without a verb."""
    return tuple(
        one for noun in prep.children if noun.i < prep.i and noun.tag_[:2] == "NN" for one in listed(noun)
    )


def _owned_control(trigger: Trigger, sentence: Sentence) -> Slots | None:
    """Taliban control of X, X's control over Y, said as something that is; "control of X is unclear"."""
    noun = trigger.token
    if trigger.lemma == "control" and noun.dep_ in ("nsubj", "nsubjpass") and is_left_open(noun):
        over, divided = places(after(noun, "of", "over"), sentence), contested_by(noun)
        slots = Slots(trigger.type, (), (), over, strict=True, open=divided is None, contested=divided)
        return slots if over else None
    own = forces(owners(noun), sentence)
    held = tuple(n for n in places(after(noun, "of", "over"), sentence) if sentence.names_place(n))
    if trigger.lemma not in ("control", "occupation", "rule") or not own or not held:
        return None
    return Slots(trigger.type, own, (), held, strict=True, ended=end_of_control(noun))


def _puts_in_control(prep: Token) -> bool:
    return prep.lower_ in ("under", "in", "into", "with", "out") or leads_out(prep) is not None


def hold_pair(trigger: Trigger, sentence: Sentence) -> Slots | None:
    """have control of X; be in control (of X); remain in Y's hands."""
    verb, noun = trigger.token, trigger.last
    over = subjects(verb)
    held = places(after(noun, "of", "over"), sentence)
    if not forces(over, sentence):
        held = tuple(p for p in held if not sentence.is_force(p))
    own = forces((*owners(noun), *after(noun, "of")), sentence)
    if not own and (noun.head == verb or (noun.head.head == verb and noun.head.lower_ in ("under", "in"))):
        own = speakers_own(noun)
    own = own or _speaking_party(noun, sentence)
    if held:
        who = tuple(n for n in over if may_act(n, sentence))
        return Slots(trigger.type, who, (), held, strict=True) if who else None
    found = places(over, sentence) or _it(over, verb, sentence)
    if found and own:
        return Slots(trigger.type, own, (), found, strict=True, ended=out_of_control(noun))
    who = forces(over, sentence)
    if who and not own and noun.dep_ == "pobj":
        return Slots(trigger.type, who, (), (), strict=True)
    return None


def _it(nouns: tuple[Token, ...], verb: Token, sentence: Sentence) -> tuple[Token, ...]:
    """ "It" for the one place that was taken just before: "others said the army still held it"."""
    found = pointing(nouns[:1])
    return found if found and follows_a_taking(verb, sentence) else ()


def flag_flies(trigger: Trigger, sentence: Sentence) -> Slots | None:
    """Y's flag flies over X."""
    verb = trigger.token
    flags = [noun for noun in subjects(verb) if noun_lemma(noun.text) == "flag"]
    own = forces((n for flag in flags for n in (*owners(flag), *after(flag, "of"))), sentence)
    links = (verb, *flags)
    over = tuple(n for link in links for n in after(link, "over", "above", "in", "across", "on", "at"))
    held = tuple(n for n in places(over, sentence) if sentence.names_place(n) and not sentence.is_force(n))
    return Slots(trigger.type, own, (), held, strict=True) if own and held else None


def _speaking_party(noun: Token, sentence: Sentence) -> tuple[Token, ...]:
    """The Taliban in "the Taliban say that the city is theirs"; nobody in anybody else's words."""
    if noun.lower_ != "theirs":
        return ()
    verb = next((over for over in noun.ancestors if over.lower_ in reporting_verbs()), None)
    said = subjects(verb) if verb is not None else ()
    return tuple(one for one in said if sentence.is_force(one) and not sentence.is_civil(one))


def contested(trigger: Trigger, sentence: Sentence) -> Slots | None:
    """X is contested, X remains contested."""
    verb = trigger.token
    verbs = (verb, verb.head, *(child for child in verb.children if child.dep_ == "auxpass"))
    subject = next((noun for one in verbs if is_verb(one) for noun in subjects(one)), None)
    word = contested_by(subject) if subject is not None and sentence.names_place(subject) else None
    if subject is None or word is None or sentence.is_force(subject):
        return None
    return Slots(trigger.type, (), (), (subject,), strict=True, contested=word)


def speakers_own(noun: Token) -> tuple[Token, ...]:
    """ "Its" in "in its hands", "our" in "under our control", "ours" in "the town is ours"."""
    said = any(over.lower_ in reporting_verbs() for over in noun.ancestors)
    ours = [child for child in noun.children if child.dep_ == "poss" and child.lower_ == "our"]
    if not said and not ours and all(token.text not in _QUOTES for token in noun.doc):
        return ()
    if noun.lower_ in ("ours", "mine"):
        return (noun,)
    return tuple(c for c in noun.children if c.dep_ == "poss" and c.tag_ == "PRP$")


def held_adjective(trigger: Trigger, sentence: Sentence) -> Slots | None:
    """rebel-held X; X is rebel-held."""
    token = trigger.token
    stated = token.dep_ in ("acomp", "attr", "oprd") or is_passive(token)
    if stated and "-" in token.text:
        told = subjects(token) or subjects(token.head)
        over = tuple(noun for noun in told if sentence.names_place(noun))
        return Slots(trigger.type, (token,), (), over, strict=True) if over else None
    beside = token.nbor(1) if token.i + 1 < len(token.doc) else token  # where the parse parts the two
    held = next((noun for noun in (token.head, beside) if noun != token and sentence.is_place(noun)), None)
    if held is None:
        return None
    holder = token if "-" in token.text else token.nbor(-2)
    return Slots(trigger.type, (holder,), (), (held,), strict=True)


def lasts(slots: Slots, trigger: Trigger) -> bool:
    """True for "has been occupied since August": so long it is held, whatever it was taken on."""
    verb = trigger.token
    if slots.type is not EventType.CAPTURE or trigger.lemma not in word_set("frames", "lasting"):
        return False
    perfect = any(child.lower_ in ("has", "have", "had") for child in verb.children if child.dep_ == "aux")
    return perfect and any(child.dep_ == "prep" and child.lower_ == "since" for child in verb.children)
