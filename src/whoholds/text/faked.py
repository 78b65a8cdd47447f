"""What tells of an event and is a fake: "fake posts said", "according to a message that proved a hoax"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from whoholds.text.commitment import word_set
from whoholds.text.reporting import words
from whoholds.text.said import children
from whoholds.text.verbs import is_negated

if TYPE_CHECKING:
    from whoholds.text.tokens import Token

_STEPS = 6  # longer ways up to the clause are broken parses


def fake_teller(verb: Token) -> Token | None:
    """The word that calls what "says" or "shows" it a fake: "a doctored video showed"; None without one."""
    if is_negated(verb):
        return None
    return next((cue for noun in children(verb, "nsubj") if (cue := _fake(noun)) is not None), None)


def fake_account(event: Token) -> Token | None:
    """The word that calls the account fake that the clause of the event is told "according to"."""
    verb = event
    for _ in range(_STEPS):
        if verb.tag_[0] == "V" or verb.head == verb:
            break
        verb = verb.head
    links = [link for link in children(verb, "prep") if link.lower_ == "according"]
    nouns = [noun for link in links for to in children(link, "prep") for noun in children(to, "pobj")]
    return next((cue for noun in nouns if (cue := _fake(noun)) is not None), None)


def _fake(noun: Token) -> Token | None:
    """ "Fake" in "a fake post" and in "a post that turned out to be fake"; None where none calls it so."""
    if noun.lower_ not in word_set("outcome", "told") | words("nouns", "pictures"):
        return None
    false = word_set("outcome", "false") | word_set("outcome", "faked")
    for child in children(noun, "amod"):
        if child.lower_ in false:
            return child
    for clause in children(noun, "relcl"):
        if clause.lower_ in word_set("outcome", "proves") and not is_negated(clause):
            after = [*clause.children, *(c for inner in children(clause, "xcomp") for c in inner.children)]
            cue = next(
                (one for one in after if one.dep_ in ("acomp", "attr", "oprd") and one.lower_ in false), None
            )
            if cue is not None:
                return cue
    return None
