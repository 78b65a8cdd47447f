"""Names that only tell what lies beside them: "a district on Kabul's doorstep", "an hour from Kabul"."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import TYPE_CHECKING

from whoholds.lexicon import word_set
from whoholds.model import Span

if TYPE_CHECKING:
    from whoholds.claims.sentence import Sentence
    from whoholds.text.places import PlaceMention
    from whoholds.text.tokens import Token

REACH = 60  # characters around a name in which the edge or the distance is told
BEHIND = 8  # words after a noun in which the name that it lies beside may stand
BREAK = re.compile(r"[;:.!?\n—]")
OF_NAMES = r"(?: the)?(?: (?:provincial |central )?(?:capital|city|town)(?: of|,)?)? $"


def lies_outside(text: str, name: Span) -> bool:
    """True where the words around a name tell of its edge, or of how far from it something lies."""
    return _before().search(clause_before(text, name.start)) is not None or (
        _after().match(text, name.end) is not None
    )


def is_measured_from(text: str, name: Span) -> bool:
    """True for Bangui in "retreated to Damara, 75 km from Bangui": only a distance is told by it."""
    return _distance().search(clause_before(text, name.start)) is not None


def clause_before(text: str, at: int) -> str:
    """The words before a position, from where a clause or line begins."""
    return BREAK.split(text[max(0, at - REACH) : at])[-1]


@cache
def _before() -> re.Pattern[str]:
    edges = _any(word_set("pointing", "edges"))
    heights, over = (
        _any(word_set("pointing", "edges", "heights")),
        _any(word_set("pointing", "edges", "over")),
    )
    high = rf"{heights}(?: that (?:is|are|lie|lies))? {over}"
    return re.compile(rf"\b(?:{_far()}|{high}|{edges} (?:of|to|around)){OF_NAMES}", re.IGNORECASE)


def _far() -> str:
    """ "40 km (25 miles) north of", "an hour's drive from"."""
    units, away = (_any(word_set("pointing", "edges", key)) for key in ("units", "away"))
    far = rf"{units}s?(?:['’]s?)?(?: \([^()]{{1,20}}\))?(?: to the)?(?: {away}){{0,3}}"
    return rf"{far} (?:from|of|off|outside|beyond)"


@cache
def _distance() -> re.Pattern[str]:
    return re.compile(rf"\b{_far()}{OF_NAMES}", re.IGNORECASE)


@cache
def _after() -> re.Pattern[str]:
    edges, sectors = (_any(word_set("pointing", "edges", key)) for key in ("words", "sectors"))
    return re.compile(rf"(?:['’]s? (?:\w+ern |outer |very |immediate )?{edges}| {sectors})\b")


def _any(words: Iterable[str]) -> str:
    return rf"(?:{'|'.join(map(re.escape, sorted(words, key=lambda word: (-len(word), word))))})"


def named_behind(noun: Token, sentence: Sentence) -> list[PlaceMention]:
    """Lashkar Gah in "posts west of Lashkar Gah", "houses on the edge of Lashkar Gah", wherever the parse
    hangs those words; nothing where other words stand between."""
    linked = False
    for token in list(noun.doc)[noun.i + 1 : noun.i + 1 + BEHIND]:
        mention = sentence.place_at(token)
        if mention is not None:
            return [mention] if linked and sentence.party_at(token) is None else []
        if not _leads_on(token):
            return []
        linked = linked or token.tag_ in ("IN", "TO", "RB")
    return []


def _leads_on(token: Token) -> bool:
    word = token.lower_
    known = word in word_set("pointing", "edges", "between") or word in word_set("pointing", "landmarks")
    return known or word in word_set("pointing", "edges") or token.tag_ == "CD"
