"""Takings that whoever tells of them does not say happened: lies about them, those without evidence."""

from __future__ import annotations

from collections.abc import Iterator, Set
from typing import TYPE_CHECKING

from whoholds.claims.borders import TAKING
from whoholds.lexicon import word_set
from whoholds.model import EventType
from whoholds.text.commitment import word_set as commitment_words
from whoholds.text.reporting import reporting_verbs
from whoholds.text.said import children
from whoholds.text.syntax import is_noun, is_verb, surface_subject
from whoholds.text.told_clauses import is_left_open
from whoholds.text.triggers import Trigger
from whoholds.text.verbs import has_no, is_negated

if TYPE_CHECKING:
    from whoholds.text.tokens import Token

ABOUT = frozenset(("about", "of", "on"))


def why_disowned(trigger: Trigger) -> str | None:
    """Why a taking is no claim of whoever speaks of it, or a hold or an entry none of today; else None."""
    if trigger.type is EventType.HOLD and (cue := _formerly(trigger.token)) is not None:
        return f"held before (“{cue.text}”)"
    if trigger.type is EventType.ENTRY and (cue := _entered_in_vain(trigger.token)) is not None:
        return f"those who entered are gone (“{cue.text}”)"
    if trigger.type not in TAKING:
        return None
    for why, found in (
        ("told only as a lie", _lied(trigger.token)),
        ("told only of what is dismissed", _dismissed(trigger.token)),
        ("neither confirmed nor denied", _left_open(trigger.token)),
        ("denied of the help alone", _only_helped(trigger.token)),
        ("without evidence", _unproven(trigger.token)),
        ("shown by nothing", _not_shown(trigger.token)),
        ("believed by few", _disbelieved(trigger.token)),
        ("those who took it are gone", _gone(trigger.token, _words("eliminated"))),
    ):
        if found is not None:
            return f"{why} (“{found.text}”)"
    return None


def _formerly(event: Token) -> Token | None:
    """ "Formerly rebel-held"."""
    before = event.nbor(-1) if event.i and "-" in event.text else None
    return before if before is not None and before.lower_ in word_set("timing", "formerly") else None


def _only_helped(event: Token) -> Token | None:
    """ "Rwanda denied that it had helped M23 take X", "denies backing the capture": not that it was taken."""
    for helping in event.ancestors:
        if helping.lower_ in _words("helping"):
            over = (reporting_verbs().get(one.lower_) for one in (helping, *helping.ancestors))
            return helping if any(one is not None and one.kind == "deny" for one in over) else None
    return None


def _dismissed(event: Token) -> Token | None:
    """ "Dismissed what it called boasts about the capture of X": the verb over what it called so."""
    for called in event.ancestors:
        what = any(child.lower_ == "what" for child in children(called, "dobj"))
        over = reporting_verbs().get(called.head.lower_) if what and called.dep_ == "ccomp" else None
        if over is not None and over.kind == "deny" and called.lower_ in commitment_words("outcome", "calls"):
            return called.head
    return None


def _told_in(event: Token) -> Iterator[Token]:
    """The words over an event, up to the noun of somebody's own claim: "M23's claim that it took it"."""
    for word in event.ancestors:
        told = word.lower_ in commitment_words("outcome", "told")
        yield word
        if told and (children(word, "poss") or any(c.lower_ == "by" for c in children(word, "prep"))):
            return


def _lied(event: Token) -> Token | None:
    """ "Lies about the capture", "inventing the fall", "made up reports of the fall"."""
    below = event
    for word in _told_in(event):
        if is_noun(word) and word.lower_ in _words("lies") and below.lower_ in ABOUT:
            return word
        if is_noun(word) and (cue := _inventing(word)) is not None:
            return cue
        if is_verb(word) and below.dep_ == "dobj":
            made_up = word.lower_ in _words("making") and any(c.lower_ == "up" for c in word.children)
            return word if (made_up or word.lower_ in _words("inventing")) and not is_negated(word) else None
        below = word
    return None


def _inventing(told: Token) -> Token | None:
    """ "Fabricating reports of the fall", which the parser takes for reports that fabricate."""
    if told.lower_ not in commitment_words("outcome", "told"):
        return None
    return next((child for child in children(told, "amod") if child.lower_ in _words("inventing")), None)


def _left_open(event: Token) -> Token | None:
    """ "Refused to confirm or deny that it fell"."""
    return next((word for word in _told_in(event) if is_verb(word) and is_left_open(word)), None)


def _unproven(event: Token) -> Token | None:
    """ "No evidence that it fell", "had seen no proof that they took it"."""
    clause = event.head if event.dep_ in ("acl", "relcl", "ccomp") else event
    clause = clause.head if clause.dep_ == "advmod" else clause  # "no evidence so far that"
    noun = clause if is_noun(clause) else next(iter(children(clause, "attr", "dobj")), clause)
    none = has_no(noun) or (noun != event and noun.dep_ in ("attr", "dobj") and is_negated(noun.head))
    return noun if noun != event and noun.lower_ in _words("evidence") and none else None


def _not_shown(event: Token) -> Token | None:
    """ "Nothing indicates that it fell", "saw nothing to suggest it", "the pictures do not show it"."""
    for word in _told_in(event):
        if not (is_verb(word) and word.lower_ in _words("showing")):
            continue
        over = surface_subject(word) or (word.head if word.dep_ in ("relcl", "acl") else None)
        if is_negated(word) or (over is not None and (over.lower_ == "nothing" or has_no(over))):
            return word
    return None


def _disbelieved(event: Token) -> Token | None:
    """ "Few believe that it fell", "hardly anyone thinks that they took it"."""
    for word in _told_in(event):
        verb = reporting_verbs().get(word.lower_) if is_verb(word) else None
        if verb is not None and verb.kind == "believe" and verb.lemma in _words("believing"):
            for noun in children(word, "nsubj"):
                if noun.lower_ in _words("few") or any(c.lower_ in _words("hardly") for c in noun.children):
                    return noun
    return None


def _gone(event: Token, how: Set[str]) -> Token | None:
    """ "The soldiers who raised a flag there have been eliminated": all of those who took it."""
    takers = event.head
    if event.dep_ != "relcl" or takers.dep_ != "nsubjpass" or not children(event, "nsubj"):
        return None
    some = children(takers, "nummod") and not any(c.lower_ in _words("whole") for c in takers.children)
    gone = takers.head.lower_ in how and not is_negated(takers.head)
    return takers.head if gone and not some else None


def _entered_in_vain(event: Token) -> Token | None:
    """ "Those who entered were killed", "they entered but were destroyed": all of them."""
    gone = _words("eliminated") | _words("beaten")
    for verb in children(event, "conj"):
        passive = children(verb, "auxpass") and not children(verb, "nsubj", "nsubjpass")
        if passive and verb.lower_ in gone and not is_negated(verb) and not children(verb, "aux"):
            return verb
    return _gone(event, gone)


def _words(key: str) -> frozenset[str]:
    return word_set("frames", "disowned", key)
