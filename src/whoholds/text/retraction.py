"""What a report takes back: corrections, withdrawn reports, kill notices."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from whoholds.lexicon import read_lexicon
from whoholds.model import Span
from whoholds.text.spoken_subjects import either, subject_before

_BY_OTHERS = r"(?![^.;:!?\n]*,[^.;:!?\n]*\b(?:said|says|told|according)\b)"  # "…, the mayor said"
_BREAKS = ("and", "but", "that", "while", "after", "said")


@dataclass(frozen=True, slots=True)
class RetractionMention:
    """A sentence that takes a report back, the words that say so, and who does, where the words say who."""

    quote: Span
    cue: Span
    by_span: Span | None
    by: str | None


def find_retractions(text: str, sentences: Sequence[Span]) -> tuple[RetractionMention, ...]:
    """The sentences that take back what this or another report said, in order, each once."""
    cues = list(_cues().finditer(text))
    found = []
    position = 0
    for sentence in sentences:
        while position < len(cues) and cues[position].start() < sentence.start:
            position += 1
        match = cues[position] if position < len(cues) else None
        if match is None or match.start() >= sentence.end:
            match = _notice().match(text, sentence.start)
        if match is not None:
            found.append(_mention(text, sentence, match))
    return tuple(found)


def _mention(text: str, sentence: Span, match: re.Match[str]) -> RetractionMention:
    by = None
    if match.groupdict().get("verb") or match.groupdict().get("sorry"):
        by = subject_before(text, sentence, match.start(), _BREAKS)
    for group in ("owned", "named"):
        by = Span(*match.span(group)) if match.groupdict().get(group) else by
    return RetractionMention(sentence, Span(match.start(), match.end()), by, by.of(text) if by else None)


@cache
def _cues() -> re.Pattern[str]:
    reports = "|".join(_words("reports"))
    verbs = either(_words("verbs"))
    retracts = (
        rf"(?:(?:has|have|had|is|are|was|were|now|later|also|then|formally|officially|quietly)\s+){{0,3}}(?P<verb>{verbs})\s+"
        rf"(?:its|their|his|her|the|an?|that|this|our|those|these)\s+(?:[\w’'-]+\s+){{0,3}}(?:{reports})\b"
    )
    sorry = (
        rf"(?P<sorry>{either(_words('sorry'))})\s+(?:for\s+|over\s+)?"
        rf"(?:(?:{either(_words('reporting'))})\b|(?:its|their|his|her|the|an?|that|our)\s+(?:[\w’'-]+\s+){{0,3}}(?:{reports})\b)"
    )
    printed = r"(?:reports?|story|stories|article|dispatch|account|headline|tweet|post)"
    was = r"(?:was|were|is|are|has\s+been|have\s+been|proved|turned\s+out\s+to\s+be)"
    calls_wrong = rf"{was}\s+(?:(?:since|now|later|also)\s+)?(?:{either(_words('wrong'))})\b{_BY_OTHERS}"
    wrong = rf"{printed}\s+{calls_wrong}"
    old = rf"(?:{_either_case((*_words('old'), 'our'))})\s+{printed}\s+[^.;:!?\n]{{1,160}}?\s{calls_wrong}"
    name = r"[A-Z][\w&.-]{0,30}(?:\s+[A-Z][\w&.-]{0,30}){0,3}"
    whose = (
        rf"(?:(?:[Tt]he|[Aa]n?)\s+(?P<named>{name})|(?P<owned>(?:[Tt]he\s+[a-z]+|{name}))['’]s?)\s+"
        rf"(?:[a-z]+\s+)?{printed}\s+[^.;:!?\n]{{1,160}}?\s{was}\s+(?:(?:since|now|later|also)\s+)?"
        rf"(?:{either(_words('gone'))})\b{_BY_OTHERS}"
    )
    adverbs = (
        rf"(?:[Ww]e|[Aa]gency|[Pp]aper|[Nn]ewspaper|[Oo]utlet|[Bb]roadcaster|{printed})\s+(?:had\s+|have\s+)?"
        rf"(?:{either(_words('adverbs'))})\s+(?:said|wrote|claimed|announced|tweeted|posted|published|gave)\b"
    )
    version = (
        rf"(?:{_either_case(_words('old'))})\s+versions?\s+"
        rf"(?:had\s+)?(?:(?:{either(_words('adverbs'))})\s+)?(?:{either(_words('told'))})\b"
    )
    return re.compile(
        rf"\b(?:{version}|{retracts}|{sorry}|{wrong}|{old}|{whose}|{adverbs}|{_either_case(_words('earlier'))})"
    )


@cache
def _notice() -> re.Pattern[str]:
    words = _words("notices")
    capitals = _words("notices", "capitals")
    plain = [word for word in words if word not in capitals]
    before_colon = rf"(?i:{either(plain)})(?=\s*(?::|\.|\n|—|–|-\s|\())"
    shouted = "|".join(re.escape(word.upper()) for word in words)
    return re.compile(rf"[\s(\[*]*(?:{before_colon}|(?:{shouted})\b|\(Corrects\b)")


def _either_case(words: Sequence[str]) -> str:
    return "|".join(rf"[{word[0].upper()}{word[0]}]{either([word])[1:]}" for word in words)


def _words(group: str, key: str = "words") -> Any:
    return read_lexicon("en", "retraction")[group][key]
