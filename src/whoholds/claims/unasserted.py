"""What nobody says happened: asked whether, left undone on purpose."""

from __future__ import annotations

from typing import TYPE_CHECKING

from whoholds.lexicon import word_set
from whoholds.text.said import children
from whoholds.text.syntax import is_verb

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


def _words(key: str) -> frozenset[str]:
    return word_set("frames", "unasserted", key)
