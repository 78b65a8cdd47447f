"""Who says so where the parser missed it: the noun phrase right before a word of saying."""

from __future__ import annotations

from typing import TYPE_CHECKING

from whoholds.text.reporting import reporting_verbs, words

if TYPE_CHECKING:
    from whoholds.text.tokens import Token

_CLOSED = frozenset(('"', "”", "''"))
_LONGEST = 12  # words of such a phrase
_FINITE = ("VBD", "VBZ", "VBP", "MD")


def phrase_before(verb: Token) -> Token | None:
    """The head of what stands between a quotation's end, or a clause's comma, and a finite word of saying.

    "“We took it,” Colonel Amani of M23 told Reuters"; "M23 has taken Goma, the group and activists said",
    where the parser takes them for more of what was taken. None where a verb stands between, or no clause
    before.
    """
    if verb.lower_ not in reporting_verbs() or verb.tag_ not in _FINITE:
        return None
    before = verb.doc[: verb.i]
    marks = [t for t in before[-_LONGEST - 1 :] if t.text in _CLOSED or t.text == ","]
    if not marks:
        return None
    phrase = before[marks[-1].i + 1 :]
    finite = any(t.tag_ in _FINITE for t in before[: marks[-1].i])
    if not phrase or not finite or any(t.tag_[0] in "VM" or t.tag_ == "WP" for t in phrase):
        return None
    inside = {t.i for t in phrase}
    heads = [t for t in phrase if t.head.i not in inside and t.tag_[0] == "N"]
    quoted = marks[-1].text in _CLOSED
    return heads[0] if heads and (quoted or _are_people(heads[0])) else None


def _are_people(noun: Token) -> bool:
    """True for a role noun or a group, also of what is joined to it."""
    told = (noun, *(child for child in noun.children if child.dep_ == "conj"))
    known = words("nouns", "people") | words("nouns", "groups")
    return all(t.lower_ in known or t.lower_.removesuffix("s") in known for t in told)
