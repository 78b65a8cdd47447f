"""What a report says of the sentence before ("That was false", "Verdict: fake"), and labels ("Hoax: …")."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from whoholds.lexicon import read_lexicon
from whoholds.model import Span
from whoholds.text.claimer import PRONOUNS
from whoholds.text.commitment import word_set
from whoholds.text.reporting import reporting_verbs
from whoholds.text.retraction import RetractionMention
from whoholds.text.spoken_subjects import either
from whoholds.text.triggers import WORD

_QUOTES = ("“", '"', "‘", "„", "«")
_POINTS = re.compile(
    r"\W*(?:(?:that|this|such|so)\s+(?:is|was|were|are|at\s+least\s+is)\s+(?:what|how|the\b)|so\s+(?:say|says|said)\b)",
    re.IGNORECASE,
)

_TURN = re.compile(r"[,;–—]\s+(?:but|yet|however|in)\b|[;–—]\s|\sbut\s", re.IGNORECASE)


def is_labelled_false(text: str, sentence: Span) -> bool:
    """True for "Fake: …", "FALSE: …": what follows in the sentence is told as not so."""
    return _label().match(text, sentence.start, sentence.end) is not None


def overturned_after(text: str, sentences: Sequence[Span], index: int) -> bool:
    """True when the report itself says in the next sentence that the one at `index` was not so.

    A sentence between them that only says whose words they are ("That is what the posts say") is passed over.
    """
    after = sentences[index + 1 : index + 3]
    if not after:
        return False
    if overturns(text, after[0]):
        return True
    if own_report(text, sentences[index]) and _in_short().match(text, after[0].start, after[0].end):
        return True
    return len(after) > 1 and _POINTS.match(text, after[0].start) is not None and overturns(text, after[1])


def own_report(text: str, sentence: Span) -> re.Match[str] | None:
    """The words with which a sentence tells what the outlet itself reported: "We reported that it fell", "Our
    report of Friday said that it fell"."""
    return _own_report().match(text, sentence.start, sentence.end)


def overturned_in(text: str, sentence: Span, told: int) -> bool:
    """True when the rest of a sentence behind `told` only says that what it told is not so: ", but this is
    untrue"."""
    turns = (match.start() for match in _TURN.finditer(text, told, sentence.end))
    return any(overturns(text, Span(start, sentence.end)) for start in turns)


def takes_back(text: str, told: Span, retraction: RetractionMention | None) -> bool:
    """True when a retraction behind the words `told` takes them back: "An hour later it retracted the alert".

    Who takes it back is a pronoun, or is named in those words; what is taken back is told no further.
    """
    if retraction is None or retraction.cue.start < told.end or not _ends().match(text, retraction.cue.end):
        return False
    before = text[retraction.quote.start : retraction.cue.start].lower().split()
    if before and before[-1] in PRONOUNS:
        return True
    by = retraction.by
    return by is not None and re.search(rf"\b{re.escape(by.lower())}\b", told.of(text).lower()) is not None


def overturns(text: str, sentence: Span) -> bool:
    """True for a sentence that only says, in the report's own voice, that the one before it was not so."""
    return calls_false(text, sentence) and not _is_told(text, sentence)


def calls_false(text: str, sentence: Span) -> bool:
    """True for a sentence that opens with saying, in whoever's words, that the one before it was not so."""
    return _false().match(text, sentence.start, sentence.end) is not None


def _is_told(text: str, sentence: Span) -> bool:
    """True for somebody's words: a quotation, or a sentence with a word of saying behind "that is false"."""
    own = _false().match(text, sentence.start, sentence.end)
    said = text[sentence.start : sentence.end].lstrip()
    if own is None or said.startswith(_QUOTES):
        return True
    behind = WORD.findall(text[own.end() : sentence.end].lower())
    return any(word in reporting_verbs() or word == "according" for word in behind)


@cache
def _ends() -> re.Pattern[str]:
    return re.compile(rf"\s*(?:[.;,!]|$|(?:{either(_words('later'))})\b|on\s+(?-i:[A-Z\d]))", re.IGNORECASE)


@cache
def _own_report() -> re.Pattern[str]:
    words = read_lexicon("en", "retraction")
    told, reports = (rf"(?:{either(words[group]['words'])})" for group in ("told", "reports"))
    when = r"(?:(?:on|of|from)\s+[\w ]{3,24}?|earlier|previously|first|yesterday)"
    had = rf"(?:had\s+|have\s+)?(?:{when}\s+)?{told}"
    ours = rf"our\s+(?:[a-z]+\s+)?{reports}(?:\s+{when})?"
    return re.compile(rf"\W*(?:{when},?\s+)?(?:we|{ours})\s+{had}\b", re.IGNORECASE)


@cache
def _in_short() -> re.Pattern[str]:
    """ "They have not.", "It didn't.": all of a sentence."""
    who = r"(?:they|it|he|she|the\s+[\w-]+)"
    not_so = r"(?:has|have|had|did|was|were|is|are)(?:\s+not|n[’']t)"
    return re.compile(
        rf"\W*(?:in\s+fact,?\s+)?{who}\s+{not_so}(?:\s+(?:yet|so|done\s+so))?\W*$", re.IGNORECASE
    )


@cache
def _label() -> re.Pattern[str]:
    return re.compile(rf"[\s(\[*“\"]*(?:{either(_words('labels'))})[\])]?\s*(?::|\s[—–-]\s)", re.IGNORECASE)


@cache
def _false() -> re.Pattern[str]:
    things = rf"(?:{either(_words('things'))})"
    opening = r"\W*(?:(?:but|however|yet|in\s+fact|in\s+reality),?\s+)?"
    about = rf"(?:that|this|it|(?:all\s+)?(?:the|that|this|those|these|both|all)\s+{things})"
    was = r"(?:\s+(?:was|were|is|are|proved|turned\s+out)(?:\s+to\s+be)?|['’]s)"
    how = r"(?:(?:also|all|simply|just|later|of\s+course|\w+ly)\s+){0,2}"
    true = rf"(?:{either([*word_set('outcome', 'so'), 'what happened'])})"
    untrue = rf"(?:not\s+(?:\w+ly\s+|at\s+all\s+)?(?:the\s+)?{true})"
    other = r"(?!(?:no|not|never|hardly)\b)[\w’'-]+\s+"
    lie = rf"(?:{other}){{0,3}}?(?:{either(_words('lies'))})(?:\s+{things})?"
    wrong = rf"(?:(?:an?|in)\s+)?(?:mistake|{either(word_set('outcome', 'false'))})(?:\s+(?:{things}|alarm))?"
    none = rf"(?:none|nothing)(?:\s+of\s+(?:it|this|that|them|these))?\s+(?:was|is|were|are)\s+{true}"
    nt = rf"(?:that|this|it)\s+(?:is|was)n[’']t\s+{true}"
    verdict = rf"(?:{either(_words('verdicts'))})\s*[:—–-]\s*(?:{untrue}|{wrong}|{lie})"
    bare = rf"(?:not\s+{true}|{wrong})(?=\s*[.!])"
    whole = rf"{about}{was}\s+{how}(?:{untrue}|{wrong}|{lie})"
    end = r"\s*(?:[.;:,!—–]|and\b|but\b|$)"
    return re.compile(rf"{opening}(?:{whole}|{none}|{nt}|{verdict}|{bare}){end}", re.IGNORECASE)


def _words(group: str) -> Sequence[str]:
    found: Sequence[str] = read_lexicon("en", "overturned")[group]["words"]
    return found
