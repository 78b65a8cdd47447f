"""Who is said not to have commented: "no immediate word from the army"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from whoholds.lexicon import read_lexicon
from whoholds.model import Span
from whoholds.text.spoken_subjects import either, subject_before


@dataclass(frozen=True, slots=True)
class SilenceMention:
    """A party that is said not to have commented: the sentence, the words for the party, and the cue."""

    quote: Span
    party_span: Span
    party: str
    cue: Span


_NAME = r"(?:[^\s,.;:!?()\"“”]|\.(?=\w)|(?<=[A-Z])\.)+"
_STOPS = r"(?:in|on|about|over|as|after|or|but|when|since|to|regarding|at|until|that|while|and\sit)\b"
_PARTY_AFTER = re.compile(rf"\s+({_NAME}(?:\s(?!{_STOPS}){_NAME}){{0,9}})")


def find_silences(text: str, sentences: Sequence[Span]) -> tuple[SilenceMention, ...]:
    """The silences that the sentences tell, in order; one whose party is not named is left out."""
    found = []
    for match in _cues().finditer(text):
        sentence = _around(sentences, match.start())
        if sentence is None:
            continue
        party = _party(text, sentence, match)
        if party is not None:
            found.append(SilenceMention(sentence, party, party.of(text), Span(match.start(), match.end())))
    return tuple(found)


def _party(text: str, sentence: Span, match: re.Match[str]) -> Span | None:
    if match["from"]:
        after = _PARTY_AFTER.match(text, match.end(), sentence.end)
        return Span(after.start(1), after.end(1)) if after else None
    return subject_before(text, sentence, match.start(), tuple(_words("clause")))


def _around(sentences: Sequence[Span], at: int) -> Span | None:
    low, high = 0, len(sentences)
    while low < high:
        middle = (low + high) // 2
        if sentences[middle].end <= at:
            low = middle + 1
        else:
            high = middle
    return sentences[low] if low < len(sentences) and sentences[low].start <= at else None


@cache
def _cues() -> re.Pattern[str]:
    """All cues; the group "from" is set where the party follows."""
    adverb = rf"(?:(?:{either(_words('adverbs'))})\s+){{0,2}}"
    gap = rf"\s+{adverb}"
    helping = "|".join(_words("auxiliaries"))
    negated = rf"(?:{helping})(?:{gap}not|n['’]t){gap}"
    to = either(_words("not_answered", "to"))
    asked = rf"\s+(?:immediately\s+)?(?:to|for)\s+(?:[\w-]+\s+){{0,4}}(?:{to})\b"
    answered = rf"(?:{either(_words('not_answered'))})(?={asked})"
    not_done = rf"{negated}(?:(?:{either(_words('not_done'), gap)})\b|{answered})"
    done = rf"(?:(?:{helping})\s+)?{adverb}(?:{either(_words('done'), gap)})\b"
    kinds = "|".join(_words("no_word", "kinds"))
    words = "|".join(_words("no_word"))
    after = r"(?:\s+(?:yet|so\s+far|either))?\s+(?P<from>from|by)\b"
    no_word = rf"[Nn]o\s+(?:(?:{kinds})\s+){{0,2}}(?:{words}){after}"
    return re.compile(rf"\b(?:{not_done}|{done}|{no_word})")


def _words(group: str, key: str = "words") -> Any:
    return read_lexicon("en", "silence")[group][key]
