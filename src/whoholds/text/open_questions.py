"""Clauses that leave the event open, and those that take it for granted: "whether", "why", "no doubt"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from whoholds.text.commitment import word_set
from whoholds.text.said import children
from whoholds.text.told_clauses import is_cleft
from whoholds.text.verbs import auxiliaries, has_no, is_negated

if TYPE_CHECKING:
    from whoholds.text.tokens import Token

_SUBJECTS = ("nsubj", "nsubjpass")
_ENDS = frozenset({".", "?", "!", ";"})
_OPENS = frozenset({'"', "``", "“"})


def is_whether(clause: Token) -> bool:
    """True for "whether it fell", "if it fell" as what is asked or known."""
    return any(child.lower_ in ("whether", "if") for child in children(clause, "mark"))


def is_granted(clause: Token) -> bool:
    """True for "why it fell", "how it was taken", "now that it has fallen": that it happened is not asked."""
    if any(child.lower_ == "that" and _after_now(child) for child in children(clause, "mark")):
        return True
    first = clause.left_edge
    return first.tag_ in ("WP", "WRB", "WP$") and first != clause and first.lower_ != "whether"


def is_undisputed(head: Token) -> bool:
    """True for "nobody disputes", "no one doubts", "there is no doubt"."""
    if head.lower_ not in word_set("negation", "disputing"):
        return False
    return has_no(head) if head.tag_[0] == "N" else is_negated(head)


def is_unsettled(head: Token) -> bool:
    """True for "is not sure", "it is not clear", "has not been established"."""
    settled = word_set("negation", "settled")
    if head.lower_ in settled:
        return is_negated(head) or _weakened(head) or (head.dep_ == "acomp" and is_negated(head.head))
    for child in children(head, "acomp", "oprd", "advmod"):
        if child.lower_ in settled and (is_negated(head) or _weakened(child)):
            return True
        if child.lower_ == "far" and any(word.lower_ in settled for word in child.subtree):
            return True
    return False


def _weakened(adjective: Token) -> bool:
    """ "Hardly clear", "less than clear"."""
    return any(child.lower_ in ("hardly", "scarcely", "less", "not") for child in adjective.children)


def is_questioned(event: Token) -> bool:
    """True when a question is asked whether the event happened, and not why or how.

    The question ends with the next mark of its sentence and begins after the last one or a quotation mark.
    """
    after = next((token.text for token in event.doc[event.i :] if token.text in _ENDS), "")
    first = next((token for token in event.doc[_opening(event) :] if token.text[0].isalnum()), event)
    if after != "?" or first.tag_ in ("WP", "WRB", "WP$", "WDT"):
        return False
    known = (
        (word.dep_ == "relcl" and not is_cleft(word)) or _is_known(word) for word in (event, *event.ancestors)
    )
    return not any(known)


def is_asked(event: Token) -> bool:
    """True for what stands in a question that begins with its verb: "Has it fallen?", "Did they take it?"."""
    if not is_questioned(event):
        return False
    rest = event.doc[_opening(event) :]
    first = next((token for token in rest if token.text[0].isalnum() and token.dep_ != "cc"), event)
    return first.tag_[0] in "VM" and first.tag_ not in ("VBG", "VBN")


def _opening(event: Token) -> int:
    """The place of the first word of the question that the event stands in."""
    marks = (token.i for token in event.doc[: event.i] if token.text in _ENDS or token.text in _OPENS)
    return max(marks, default=-1) + 1


def _is_known(clause: Token) -> bool:
    """ "Did they know that it had fallen?" takes it for granted."""
    return clause.dep_ == "ccomp" and clause.head.lower_ in word_set("negation", "factive")


def is_order(verb: Token) -> bool:
    """True for "Leave the town": a plain verb that opens its sentence or quotation, without a subject."""
    if (
        verb.tag_ != "VB"
        or children(verb, *_SUBJECTS)
        or any(aux.lower_ != "do" for aux in auxiliaries(verb))
    ):
        return False
    before = verb.left_edge.i - 1
    return not verb.text.isupper() and (before < 0 or verb.doc[before].text in ('"', "``"))


def _after_now(mark: Token) -> bool:
    return mark.i > 0 and mark.doc[mark.i - 1].lower_ == "now"
