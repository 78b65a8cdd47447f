"""What is said of an event that is still to come: "is imminent", "is days away", "is a matter of time"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from whoholds.text.commitment import word_set
from whoholds.text.said import children

if TYPE_CHECKING:
    from whoholds.text.tokens import Token

_LINKS = ("is", "are", "was", "were", "'s", "be", "been", "remains", "remained")


def coming(event: Token, verb: Token) -> Token | None:
    """The word under the verb that says that its subject, the event, is to come; None where none does."""
    seems = verb.lower_ in word_set("beside", "seeming")
    if not seems and verb.lower_ not in _LINKS:
        return None
    is_deed = event.lower_ in word_set("coming", "deeds")
    for child in (child for child in verb.children if child.i > verb.i):
        if _is_ahead(child, is_deed) or _is_away(child) or _is_wait(child):
            return child
        if child.dep_ == "xcomp" and (cue := coming(event, child)) is not None:
            return cue
    return None


def _is_ahead(word: Token, is_deed: bool) -> bool:
    """ "Imminent", and of a deed "near"; not "close to the border", "certain to alarm them"."""
    if word.dep_ not in ("acomp", "oprd", "advmod", "attr"):
        return False
    alone = not children(word, "prep", "xcomp", "ccomp")
    near = is_deed and alone and word.lower_ in word_set("coming", "of_deeds")
    return near or word.lower_ in word_set("coming", "words")


def _is_away(word: Token) -> bool:
    """ "Only days away", "hours off"."""
    units = word_set("beside", "units")
    counted = any(child.lower_ in units for child in children(word, "npadvmod", "nmod"))
    return word.lower_ in word_set("coming", "away") and counted


def _is_wait(noun: Token) -> bool:
    """ "A matter of time", "a question of days"."""
    if noun.dep_ != "attr" or noun.lower_ not in word_set("beside", "waits"):
        return False
    times = word_set("beside", "units") | {"time"}
    return any(grand.lower_ in times for link in children(noun, "prep") for grand in children(link, "pobj"))
