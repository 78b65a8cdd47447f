"""What only looks like an event: nearly done, played, voted, written about, remembered on its day."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from whoholds.claims.borders import TAKING
from whoholds.claims.frames.slots import Slots, doers
from whoholds.claims.sentence import Sentence
from whoholds.lexicon import word_set
from whoholds.model import EventType
from whoholds.text.said import children
from whoholds.text.syntax import is_noun, is_predicate, is_verb, prepositions
from whoholds.text.triggers import Trigger, lemma_of
from whoholds.text.verbs import has_no

if TYPE_CHECKING:
    from whoholds.text.tokens import Token

PLAYED = (*TAKING, EventType.HOLD, EventType.ENTRY, EventType.SIEGE, EventType.CLASH, EventType.SHELLING)
ABOUT = frozenset(("of", "on", "about", "to"))
SCORE = re.compile(r"\d{1,2}[-–]\d{1,2}(?!\d)")


def why_no_event(trigger: Trigger, slots: Slots, sentence: Sentence) -> str | None:
    """Why the words of a trigger tell of no event of war; None where they may."""
    cue = _nearly(trigger.token) if slots.type in (*TAKING, EventType.SIEGE) else _all_but_in(trigger.last)
    if cue is not None:
        return f"only nearly done (“{cue}”)"
    if slots.type in TAKING and any(has_no(noun) for noun in slots.place):
        return "said of none of them"
    if slots.type not in PLAYED:
        return None
    if slots.type in TAKING and (how := _on_paper(trigger.token)) is not None:
        return f"by law alone (“{how.text}”)"
    for why, found in (
        ("not by people of war", _not_of_war(trigger.token, slots, sentence)),
        ("played or drilled", _played(trigger.token, slots)),
        ("told in a story", _in_story(trigger.token)),
        ("an election or a match", _at_the_polls(trigger.token, slots, sentence)),
        ("told of a work", _in_work(trigger.token)),
        ("told of a day of memory", _on_day_of_memory(trigger.token)),
    ):
        if found is not None:
            return f"{why} (“{found.text}”)"
    return None


def _nearly(event: Token) -> str | None:
    """ "Almost captured", "has all but fallen"; not "captured almost all of it"."""
    if not (is_verb(event) or is_predicate(event)):
        return None
    how = event.i > 1 and event.nbor(-1).lower_ in _words("wholly")
    first = event.nbor(-2 if how else -1).lower_ if event.i else ""
    if first == "but" and event.i > 1 and event.nbor(-2).lower_ == "all":
        return "all but"
    return first if first in _words("nearly") else None


def _on_paper(event: Token) -> Token | None:
    """ "Formally annexed four regions": a law, which takes no land."""
    if lemma_of(event.text) not in _words("by_law"):
        return None
    return next((c for c in event.children if c.lower_ in _words("on_paper")), None)


def _all_but_in(noun: Token) -> str | None:
    """ "All but in Taliban hands", "all but under their control"."""
    links = (word for word in noun.doc if word.tag_ == "IN" and 2 <= word.i < noun.i <= word.i + 4)
    said = any((link.nbor(-2).lower_, link.nbor(-1).lower_) == ("all", "but") for link in links)
    return "all but" if said else None


def _not_of_war(event: Token, slots: Slots, sentence: Sentence) -> Token | None:
    """Rain, an illness or a photographer that "captured" or "bombarded" a town."""
    for noun in (slots.actor or doers(event))[:1]:
        if noun.lower_ in _words("unarmed") and sentence.party_at(noun) is None:
            return noun
    return None


def _played(event: Token, slots: Slots) -> Token | None:
    """ "In a drill", "the game, in which", "a mock village": what is done there is not done to the place."""
    for noun in slots.place:
        mock = (child for child in noun.children if child.lower_ in _words("mock"))
        if (found := next(mock, None)) is not None:
            return found
    for word in (event, *event.ancestors):
        for link, noun in prepositions(word):
            if link in ("in", "during") and noun.lower_ in _words("played"):
                return noun
        if word.dep_ == "relcl" and word.head.lower_ in _words("played") and _in_which(word):
            return word.head
        if word.dep_ in ("advcl", "relcl"):
            return None
    return None


def _in_story(event: Token) -> Token | None:
    """ "The novel opens in 2031, when they have taken it": what a story tells is told in the present."""
    for verb in event.ancestors:
        if verb.lower_ in _words("tells") and (verb.tag_ in ("VBZ", "VBP") or children(verb, "auxpass")):
            for noun in children(verb, "nsubj", "nsubjpass"):
                if noun.lower_ in _words("fiction"):
                    return noun
    return None


def _at_the_polls(event: Token, slots: Slots, sentence: Sentence) -> Token | None:
    """ "Captured it in the election", "won by a party", "fell to third place", "fell 2–0"."""
    for noun in (slots.actor or doers(event))[:1]:
        armed = any(child.lower_ in _words("armed") for child in noun.children)
        voted = noun.text in _words("voted_for") and not armed
        if voted and sentence.party_at(noun) is None:
            return noun
    for word in (event, *slots.place):
        for link, noun in prepositions(word):
            if link in ("in", "at", "of") and noun.lower_ in _words("contests"):
                return noun
            if link == "to" and word == event and _is_rank(noun):
                return noun
    behind = event.doc[event.i + 1 : event.i + 4]
    return behind[0] if SCORE.match("".join(token.text for token in behind)) else None


def _is_rank(noun: Token) -> bool:
    """ "Third place", "the bottom spot", "second"."""
    ranks = _words("ranks")
    ranked = any(child.lower_ in ranks for child in noun.children)
    alone = noun.lower_ in ranks and not list(noun.children)
    return alone or (ranked and noun.lower_ in _words("places"))


def _in_which(clause: Token) -> bool:
    links = children(clause, "prep", "advmod")
    return any(link.lower_ == "where" or any(c.tag_ == "WDT" for c in link.children) for link in links)


def _in_work(event: Token) -> Token | None:
    """ "A book on the siege", "the Battle of X, a new film"."""
    for noun in _over(event):
        if noun.lower_ in _words("works"):
            return noun
    if not is_noun(event):
        return None
    link = event.head  # "misquoted a book on the siege", where the parse hangs "on" on the verb
    before = link.nbor(-1) if event.dep_ == "pobj" and link.i and link.lower_ in ("on", "about") else event
    if before.dep_ == "dobj" and before.lower_ in _words("works"):
        return before
    named = (event, *(noun for _, noun in prepositions(event)))
    works = (c for noun in named for c in children(noun, "appos") if c.lower_ in _words("works"))
    return next(works, None)


def _on_day_of_memory(event: Token) -> Token | None:
    """ "The anniversary of the fall": long ago, and the words do not tell when."""
    return next((noun for noun in _over(event) if noun.lower_ in _words("memory")), None)


def _over(event: Token) -> Iterator[Token]:
    """The nouns that an event noun hangs on by "of", "on" or "about"."""
    word = event
    while is_noun(word) and word.dep_ == "pobj" and word.head.lower_ in ABOUT:
        word = word.head.head
        yield word


def _words(key: str) -> frozenset[str]:
    return word_set("frames", "no_event", key)
