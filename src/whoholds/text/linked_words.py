"""Weak verbs that a preposition close behind them makes a trigger: "is with the rebels", "was given to"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache

from whoholds.lexicon import read_lexicon


def two_of(pair: str) -> tuple[str, str]:
    """The first and the last word of a trigger of two: "take control"."""
    first, *_, last = pair.split()
    return first, last


def may_be_linked(words: str) -> bool:
    """True where such a verb and preposition stand before a name or a word for fighters or where they are.

    The wide test before a sentence is parsed.
    """
    return _linked_words().search(words) is not None


@cache
def _linked_words() -> re.Pattern[str]:
    seats = "|".join(sorted(read_lexicon("en", "frames")["seats"]["words"]))
    armed = r"\w*(?:rebel|insurgent|militant|fighter|army|government|resistance|enemy)"
    told = "|".join(_told())
    return re.compile(rf"\b(?:{told}) (?:the )?(?:[A-Z]\w|{armed}|(?:\w+(?:’s|'s)? )?(?:{seats})\b)")


def _told() -> Iterator[str]:
    """Each verb in its forms, at most three words, and one of its prepositions."""
    data = read_lexicon("en", "triggers")
    by_verb: dict[str, set[str]] = defaultdict(set)
    for row in data["trigger"]:
        for verb, preposition in map(two_of, row.get("linked", ())):
            by_verb[verb].add(preposition)
    for verb, links in by_verb.items():
        forms = {verb, f"{verb}s", f"{verb}es", f"{verb}ed"}
        forms |= {form for form, lemma in data["forms"]["lemmas"].items() if lemma == verb}
        yield rf"(?:{'|'.join(sorted(forms))})(?: [\w’'-]+){{0,3}}? (?:{'|'.join(sorted(links))})"
