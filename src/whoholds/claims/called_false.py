"""Events of which there was "no sign", or told in false reports, where the parse does not show it."""

from __future__ import annotations

import re
from functools import cache

from whoholds.claims.sentence import Sentence
from whoholds.lexicon import word_set
from whoholds.text.commitment import word_set as commitment_words
from whoholds.text.triggers import Trigger

REACH = 160  # characters around an event in which its sentence may call it false
CLAUSE = re.compile(r"[;:.!?\n“”\"]")


def is_called_false_here(trigger: Trigger, sentence: Sentence) -> bool:
    """True for "no sign on Tuesday of the attack", "reports (spread online) about the attack are untrue"."""
    text, at = sentence.report.text, sentence.span_of(trigger.token)
    before = CLAUSE.split(text[max(sentence.span.start, at.start - REACH) : at.start])[-1]
    after = CLAUSE.split(text[at.end : min(sentence.span.end, at.end + REACH)])[0]
    if _no_sign().search(before):
        return True
    return _of_reports().search(before) is not None and _are_false().match(after) is not None


def dismissed_at(trigger: Trigger, sentence: Sentence) -> int | None:
    """Where "refuted (as propaganda) the government's statements that …" begins before an event, "branded as
    lies reports of …"; None where nobody dismisses what is told of it."""
    text, at = sentence.report.text, sentence.span_of(trigger.token)
    start = max(sentence.span.start, at.start - REACH)
    before = text[start : at.start]
    after = CLAUSE.split(text[at.end : min(sentence.span.end, at.end + REACH)].replace('"', " "))[0]
    found = list(_dismissed().finditer(before))
    if not found and _false().search(after) is not None:
        found = list(_labelled().finditer(before))  # "called claims that they had taken it a lie"
    return start + found[-1].start("verb") if found else None


@cache
def _false() -> re.Pattern[str]:
    false = "|".join(sorted(commitment_words("outcome", "false"), key=len, reverse=True))
    return re.compile(rf"^[^,]{{0,80}}?\b(?:{false})\b", re.IGNORECASE)


@cache
def _labelled() -> re.Pattern[str]:
    return re.compile(rf"(?P<verb>\b(?:{_dismissing('labels')})) {_of_told()}", re.IGNORECASE)


def _dismissing(key: str) -> str:
    return "|".join(sorted(word_set("frames", "dismissed", key), key=len, reverse=True))


def _of_told() -> str:
    """What is told of an event, up to it: "the government's statements that"."""
    between = rf"(?:(?!(?:{_dismissing('noes')})\b)[\w’'-]+ ){{0,9}}$"
    links = r"(?:that|of|about|it|they|he|she|its|the)"
    return rf"(?:[\w’'-]+ ){{0,4}}?(?:{_dismissing('words')}) {links}\b ?{between}"


@cache
def _dismissed() -> re.Pattern[str]:
    false = "|".join(sorted(commitment_words("outcome", "false"), key=len, reverse=True))
    as_false = rf"(?:as )?(?:[\w’'-]+ ){{0,3}}?[\"“]?(?:{false})\b[\"”]?"
    so = r"(?: as (?:[\w’'\"“-]+ ){0,3}?[\w’'\"”-]+)?"
    verb = rf"(?P<verb>\b(?:{_dismissing('verbs')})\b{so}|\b(?:{_dismissing('labels')}) {as_false})"
    guard = r"(?<!not )(?<!n't )(?<!never )(?<! to )(?<! or )"
    return re.compile(rf"{guard}{verb} {_of_told()}", re.IGNORECASE)


@cache
def _no_sign() -> re.Pattern[str]:
    signs = "|".join(word_set("frames", "called_false", "signs"))
    return re.compile(
        rf"\bno (?:\w+ )?(?:{signs})\b[^,]{{0,30}}? of (?:(?!to\b)[\w'’-]+ ){{0,4}}$", re.IGNORECASE
    )


@cache
def _of_reports() -> re.Pattern[str]:
    told = "|".join(word_set("frames", "called_false"))
    shared = "|".join(word_set("frames", "called_false", "shared"))
    links = r"(?:about|of|on|that|concerning|regarding)"
    return re.compile(
        rf"\b(?:{told})(?: (?:(?:being|now|widely) )?(?:{shared})\b[^,]{{0,40}}?)? {links} [^,]{{0,60}}$",
        re.IGNORECASE,
    )


@cache
def _are_false() -> re.Pattern[str]:
    false = "|".join(sorted(commitment_words("outcome", "false"), key=len, reverse=True))
    how = r"(?: (?:all|simply|also|just|pure|a|an|\w+ly))*"
    return re.compile(rf"[^,]{{0,80}}? (?:is|are|was|were){how} (?:not true|not so|{false})\b", re.IGNORECASE)
