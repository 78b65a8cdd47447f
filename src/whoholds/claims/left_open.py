"""Words that leave open who holds a place: "it is unclear who controls it", "control of it is in doubt"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from whoholds.lexicon import word_set
from whoholds.text.open_questions import is_unsettled
from whoholds.text.said import children
from whoholds.text.verbs import is_negated, modal_effect

if TYPE_CHECKING:
    from whoholds.text.tokens import Token

OVER = 4  # words above a clause that can leave it open
STATED = frozenset(("acomp", "attr", "oprd", "advmod"))
TOLD = frozenset(("nsubj", "nsubjpass", "dobj", "attr", "pobj"))


def is_left_open(said: Token) -> bool:
    """True where the words over a clause ("who holds it") or a noun ("control of it") say that the answer is
    not known, not confirmed, or told in two ways."""
    heads = [*list(said.ancestors)[:OVER], *_misread(said)]
    return modal_effect(said) != "future" and any(_opens(head, said) for head in heads)


def misread_object(verb: Token) -> tuple[Token, ...]:
    """The place of "who holds the town is unclear" where the parse makes it the subject of "is"."""
    return tuple(noun for over in _misread(verb) for noun in children(over, "nsubj", "nsubjpass"))


def _misread(verb: Token) -> Sequence[Token]:
    """ "Could not be confirmed" after "who holds the town", taken for what is held."""
    asks = any(child.lower_ in word_set("frames", "asked_who") for child in children(verb, "nsubj"))
    return [one for one in children(verb, "ccomp") if one.i > verb.i] if asks else ()


def contested_by(said: Token) -> Token | None:
    """ "Contested" in "control of it is contested", "it remains contested"."""
    over = said.head.head if said.head.dep_ == "auxpass" else said.head
    words = (over, *(child for child in over.children if child.dep_ in (*STATED, "ccomp", "xcomp")))
    found = next((word for word in words if word.lower_ in _words("contested")), None)
    return found if not is_negated(over) and modal_effect(over) is None else None


def is_claimed_by_both(verb: Token) -> bool:
    """ "Both sides said that they hold it", "each side claims to": true of one of them, if of any."""
    heads = (verb, *list(verb.ancestors)[:2])
    return any(head.lower_ in _words("claiming") for head in heads) and not is_negated(verb)


def _opens(head: Token, said: Token) -> bool:
    """True when a word over what is said, or a word beside it, leaves it open."""
    if _is_open_word(head) or is_unsettled(head) or _is_unconfirmed(head, said):
        return True
    if head.lower_ in _words("knowing") and (is_negated(head) or _is_hard(head)):
        return True
    return any(_is_open_word(one) or _is_divided(one) for one in _beside(head, said))


def _beside(head: Token, said: Token) -> Iterator[Token]:
    """The verb, what is stated of its subject, its nouns, and what hangs on it by "in"."""
    own = {token.i for token in said.subtree}
    yield head
    for child in head.children:
        if child.i in own:
            continue
        if child.dep_ in STATED or child.dep_ in TOLD:
            yield child
        elif child.dep_ == "prep" and child.lower_ == "in":
            yield from child.children


def _is_open_word(word: Token) -> bool:
    """ "Unclear", "unknown", "in dispute"; not "no longer unclear", "beyond dispute"."""
    if word.lower_ not in _words("words"):
        return False
    doubted = word.head if word.dep_ in STATED or word.dep_ == "neg" else word
    return not is_negated(word) and not is_negated(doubted)


def _is_divided(noun: Token) -> bool:
    """ "Conflicting reports", "accounts differ"."""
    if noun.lower_ not in _words("accounts"):
        return False
    apart = any(
        child.lower_ in _words("apart") for child in noun.children if child.dep_ in ("amod", "compound")
    )
    return apart or noun.head.lower_ in _words("differing")


def _is_unconfirmed(head: Token, said: Token) -> bool:
    """ "Who holds it could not be confirmed", "was not known"."""
    return head != said and head.lower_ in _words("confirming") and is_negated(head)


def _is_hard(verb: Token) -> bool:
    """ "It was impossible to tell", "hard to know"."""
    return any(token.lower_ in _words("hard") for token in (verb.head, *verb.head.children))


def _words(key: str) -> frozenset[str]:
    return word_set("frames", "left_open", key)
