"""The verb after a name: "Taliban holds", "Tuareg rebels hold"; "a doctor says", "residents say"."""

from __future__ import annotations

from functools import cache

from whoholds.lexicon import read_ontology
from whoholds.ontology import parties


def is_plural(party: str) -> bool:
    """True for a name in the plural: its last word ends like one, and it is not the name of one thing."""
    words = party.casefold().split()
    if not words or words[:2] == ["government", "of"] or party.casefold() in _singular():
        return False
    last = words[-1]
    return last in _plural() or (last.endswith("s") and not last.endswith(("ss", "us")))


def are_many(claimer: str) -> bool:
    """True where the words for who says something mean more than one: "two residents reached by telephone".

    The noun that is meant is the last one before what only says more of it; a name of several words in
    capitals ("Fars News") is one, unless it is that of a party in the plural.
    """
    words = claimer.replace(",", " ,").split()
    last = next((at for at, _ in enumerate(words) if _is_behind(words, at)), len(words))
    noun = words[:last]
    if not noun or claimer.casefold() in _singular():
        return False
    if "and" in noun[1:-1]:
        return _joins_two(noun)
    end = noun[-1]
    if end.casefold() in _listed("many") or end.casefold() in _plural():
        return True
    name = len(noun) > 1 and end[:1].isupper() and parties().get(" ".join(noun)) is None
    return not name and end.casefold() not in _listed("outlets") and is_plural(end)


def _is_behind(words: list[str], at: int) -> bool:
    """True for a word with which more is said of the noun before it: "in", a comma, "shared" of messages."""
    word, before = words[at].casefold(), words[at - 1].casefold() if at else ""
    if not before:
        return False
    return word == "," or word in _listed("behind") or (word.endswith("ed") and is_plural(before))


def _joins_two(noun: list[str]) -> bool:
    """ "The governor and his deputy", "officials and residents"; not "the Defence and Interior Ministry"."""
    at = noun.index("and", 1)
    after = noun[at + 1]
    return is_plural(noun[at - 1]) or is_plural(noun[-1]) or after.casefold() in _listed("articles")


def verb(party: str | None, singular: str, plural: str) -> str:
    """The form of a verb that goes with a party."""
    return plural if party is not None and is_plural(party) else singular


@cache
def _singular() -> frozenset[str]:
    return frozenset(name.casefold() for name in read_ontology("party_words")["grammar"]["singular"])


@cache
def _listed(name: str) -> frozenset[str]:
    return frozenset(word.casefold() for word in read_ontology("party_words")["grammar"][name])


@cache
def _plural() -> frozenset[str]:
    return frozenset(read_ontology("party_words")["grammar"]["plural"])
