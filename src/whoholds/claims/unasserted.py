"""What nobody says happened: asked whether, left undone on purpose, "stopped short of saying"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from whoholds.lexicon import word_set
from whoholds.text.reporting import reporting_verbs
from whoholds.text.said import children
from whoholds.text.syntax import is_passive, is_verb

if TYPE_CHECKING:
    from whoholds.text.tokens import Token


def is_whether(event: Token) -> bool:
    """True for what stands under "asked whether", "did not know if", "refused to say whether"."""
    return any(_is_open_clause(clause) for clause in (event, *event.ancestors) if is_verb(clause))


def _is_open_clause(clause: Token) -> bool:
    marks = {mark.lower_ for mark in children(clause, "mark")}
    if clause.dep_ not in ("ccomp", "advcl", "pcomp", "acl"):
        return False
    asked = clause.head.lower_ in _words("asking")
    return asked and not marks.isdisjoint(_words("marks"))


def forgone(event: Token) -> Token | None:
    """ "Could have captured it but chose not to": the verb by which it was left undone; None otherwise."""
    helpers = {child.lower_ for child in children(event, "aux")}
    if "have" not in helpers or helpers.isdisjoint(_words("could")):
        return None
    if not any(child.lower_ in _words("but") for child in children(event, "cc")):
        return None
    return next((verb for verb in children(event, "conj") if verb.lower_ in _words("chose")), None)


def withheld(event: Token) -> Token | None:
    """The "saying" of "stopped short of saying that it had fallen"; None where nothing of the kind is said.

    A state that is told before ("was secure, but the army stopped short of declaring it retaken") is no more.
    """
    words = (event, *event.ancestors)
    found = next((word for word in words if _stops_short_of(word)), None)
    if found is not None or event.tag_ != "JJ":
        return found if found != event else None
    turns = (verb for word in words for verb in children(word, "conj") if children(word, "cc"))
    below = (word for verb in turns if verb.i > event.i for word in verb.subtree)
    return next((word for word in below if _stops_short_of(word)), None)


def charged(event: Token) -> Token | None:
    """The "accused" of "they were accused of capturing it": no report says that they did; else None."""
    over = event.head.head if event.head.dep_ == "prep" else None
    if over is None or event.head.lower_ != "of" or over.lower_ not in _words("charged"):
        return None
    return over if is_passive(over) else None


def _stops_short_of(saying: Token) -> bool:
    link = saying.head
    after_short = link.lower_ == "of" and link.i > 0 and link.nbor(-1).lower_ in _words("short")
    return after_short and saying.dep_ == "pcomp" and saying.lower_ in reporting_verbs()


def _words(key: str) -> frozenset[str]:
    return word_set("frames", "unasserted", key)
