"""What is told only as taken back: "retracts its report that", "an earlier version of this said"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from whoholds.lexicon import word_set
from whoholds.text.outcomes import undone
from whoholds.text.reporting import reporting_verbs
from whoholds.text.said import children
from whoholds.text.verbs import is_negated

if TYPE_CHECKING:
    from whoholds.text.tokens import Token

_STEPS = 14  # longer ways up are broken parses
_OBJECTS = ("dobj", "nsubjpass")
_OWN = frozenset({"we", "i"})


def taken_back(event: Token, *, correction: bool) -> Token | None:
    """The word that says that what tells of the event was taken back; None where nothing does.

    `correction`: the sentence is one; what it calls false or says was reported is then told no more.
    """
    below, word = event, event.head
    for _ in range(_STEPS):
        cue = _by_noun(word) or _by_verb(word, below) or _by_dated_report(word, below)
        cue = cue or _by_sorry(word, below)
        if cue is None and correction:
            cue = undone(word) or _reported(word, below) or _quoted_as(word)
        if cue is not None or word.head == word:
            return cue
        below, word = word, word.head
    return None


def _by_noun(noun: Token) -> Token | None:
    """ "Withdrew the report that …", "the report has been retracted", "apologised for a report that …"."""
    if noun.tag_[0] != "N" or noun.lower_ not in _words("reports"):
        return None
    over = noun.head
    if noun.dep_ == "pobj":
        return over.head if over.head.lower_ in _words("sorry") and over.lower_ in ("for", "over") else None
    if noun.dep_ in _OBJECTS and not is_negated(over):
        return over if _takes_back(over) or over.lower_ in _words("sorry") else None
    return None


def _takes_back(verb: Token) -> bool:
    """ "Retracted", and with its second word "took back", "walked back"."""
    both = {f"{verb.lower_} {child.lower_}" for child in verb.children if child.i > verb.i}
    return verb.lower_ in _words("verbs") or not both.isdisjoint(_words("verbs"))


def _by_dated_report(verb: Token, below: Token) -> Token | None:
    """ "Retracts its report of 8 August that …": the parser hangs what was reported on the verb."""
    on = below.dep_ == "prep" and below.lower_ in _words("on")
    that = below.dep_ == "advcl" and any(mark.lower_ == "that" for mark in children(below, "mark"))
    if not (on or that or below.dep_ in ("ccomp", "acl", "relcl")) or is_negated(verb):
        return None
    reports = (noun for noun in children(verb, *_OBJECTS) if noun.lower_ in _words("reports"))
    return verb if _takes_back(verb) and any(noun.i < below.i for noun in reports) else None


def _by_sorry(word: Token, below: Token) -> Token | None:
    """ "Apologises for its report that …": the parser hangs what was reported on "apologises"."""
    if word.lower_ not in _words("sorry") or below.dep_ not in ("ccomp", "acl", "relcl"):
        return None
    links = [link for link in children(word, "prep") if link.lower_ in ("for", "over") and link.i < below.i]
    nouns = [noun for link in links for noun in children(link, "pobj")]
    return next((word for noun in nouns if noun.lower_ in _words("reports")), None)


def _by_verb(verb: Token, below: Token) -> Token | None:
    """ "Deleted its post claiming …", "apologised for reporting …", "an earlier version said …"."""
    if verb.tag_[0] != "V" or (below.dep_ in ("nsubj", "nsubjpass") and not children(verb, "xcomp")):
        return None
    over = verb.head.head if verb.dep_ in ("pcomp", "pobj") else verb.head
    if verb.tag_ == "VBG" and over.lower_ in _words("sorry"):
        return over
    if verb.dep_ == "advcl" and verb.tag_ == "VBG" and over.lower_ in _words("verbs"):
        return next((over for noun in children(over, *_OBJECTS) if noun.lower_ in _words("reports")), None)
    saying = verb.lower_ in reporting_verbs()
    return next((noun for noun in children(verb, "nsubj") if saying and _is_old_version(noun)), None)


def _is_old_version(noun: Token) -> bool:
    old = any(child.lower_ in _words("old") for child in children(noun, "amod", "compound"))
    return old and noun.lower_ in ("version", "versions")


def _reported(verb: Token, below: Token) -> Token | None:
    """In a correction: "we reported", "our report said", "it was wrongly reported", "in a report it said"."""
    if verb.lower_ not in reporting_verbs() or below.dep_ not in ("ccomp", "xcomp"):
        return None
    if _words("adverbs") & {child.lower_ for child in children(verb, "advmod")}:
        return verb
    if any(c.lower_ == "in" and any(n.lower_ == "error" for n in c.children) for c in children(verb, "prep")):
        return verb
    links = (link for link in children(verb, "prep") if link.lower_ == "in")
    if any(noun.lower_ in _words("reports") for link in links for noun in children(link, "pobj")):
        return verb
    for subject in children(verb, "nsubj"):
        mine = {child.lower_ for child in children(subject, "poss", "amod")} & (_words("old") | {"our"})
        if subject.lower_ in _OWN or (mine and subject.lower_ in _words("reports")):
            return subject
    return None


def _quoted_as(saying: Token) -> Token | None:
    """In a correction, the "quoted" of "a story quoted the ministry as denying"."""
    link = saying.head
    led = saying.dep_ == "pcomp" and link.lower_ == "as" and saying.lower_ in reporting_verbs()
    return link.head if led and link.head.lower_ in _words("details", "quoted") else None


def _words(group: str, key: str = "words") -> frozenset[str]:
    return word_set("retraction", group, key)
