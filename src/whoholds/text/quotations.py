"""Quotations that run over sentences, and "he said": what only the whole report tells of who says so."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from whoholds.model import Span
from whoholds.text.reporting import words as word_set
from whoholds.text.said import Said
from whoholds.text.speakers import Speakers

_MARKS = re.compile(r"''|``|[“”\"«»]|(?<![\w’'])[‘'](?=\w)|(?<=[.,!?\w])[’'](?![\w])")
_LONGEST = 2500  # characters; a quotation longer than this was not closed


def find_quotations(text: str) -> tuple[Span, ...]:
    """The quoted stretches of a report, marks excluded, in order.

    A paragraph that opens with a mark while the last one was not closed continues the same quotation, as
    printed speech does; the two stay two stretches.
    """
    found: list[Span] = []
    start, closing = None, ""
    for match in _MARKS.finditer(text):
        mark = match.group()
        if start is None:
            if _can_open(text, match):
                start, closing = match.end(), _closing(mark)
        elif _new_paragraph(text, match.start()) and _can_open(text, match):
            found.append(Span(start, _paragraph_end(text, start)))
            start, closing = match.end(), _closing(mark)
        elif _closes(text, match, closing):
            found.append(Span(start, match.start()))
            start = None
    return tuple(span for span in found if 0 < span.end - span.start <= _LONGEST)


def carry_quotations(text: str, sentences: Sequence[Span], saids: Sequence[Said]) -> tuple[Said, ...]:
    """Extend what is said to the whole quotation, over as many sentences as it runs.

    `sentences` are the spans of the report's sentences, in order; `saids` those of `find_saids` of
    all of them. A quotation with no cue of its own belongs to the speaker just before it in the same
    paragraph, or announced by "he added:". Returns the attributions in the order of their cues.
    """
    speakers = Speakers(text, sentences, saids)
    quotations = find_quotations(text)
    for place, quotation in enumerate(quotations):
        found = speakers.around(quotation) or speakers.announcing(quotation)
        if not found and place and _is_speech(quotation.of(text)):
            found = speakers.going_on(quotations[place - 1], quotation)
        for number in found:
            speakers.extend(number, quotation)
    return tuple(_with_block(text, said) for said in speakers.saids)


def _is_speech(words: str) -> bool:
    """True for a sentence rather than a quoted name or word."""
    return len(words) > 25 or (" " in words and words.rstrip()[-1:] in ".!?,")


def _with_block(text: str, said: Said) -> Said:
    """ "He added:" at the end of a paragraph announces the whole next paragraph."""
    if said.content or said.verb not in word_set("speech", "verbs") or said.claimer is None:
        return said
    block = re.match(
        r"[^.!?\n]{0,60}:[ \u00a0]*\n\s*(?P<said>[^\n]+)", text[said.cue.end : said.cue.end + _LONGEST]
    )
    if block is None:
        return said
    return replace(
        said, content=(Span(said.cue.end + block.start("said"), said.cue.end + block.end("said")),)
    )


def resolve_pronoun_claimers(text: str, saids: Sequence[Said]) -> tuple[Said, ...]:
    """Replace "he", "she", "they", "it" as claimers by the last claimer that the pronoun can mean.

    "he" and "she" mean the last single person, "they" the last plural or group, "it" the last group. The
    relay of the antecedent is kept. A pronoun with nothing before it stays as it is.
    """
    before = _Before(text)
    for said in sorted(saids, key=lambda one: (one.claimer or one.cue).start):
        if said.claimer is not None and (said.pronoun or _points_back(text, said)):
            said = _resolved(text, said, before)
        elif said.claimer is not None and said.relayed_by is None:
            said = _told_before(text, said, before)
        before.add(said)
    return tuple(sorted(before.saids, key=lambda one: one.cue.start))


class _Before:
    """The attributions that were read before, by what can point back to them."""

    def __init__(self, text: str) -> None:
        self.saids: list[Said] = []
        self.last_with_head: dict[str, Said] = {}
        self._text = text
        self._meant_by: dict[str, list[Said]] = defaultdict(list)

    def add(self, said: Said) -> None:
        """Remember one more, the last so far."""
        self.saids.append(said)
        self.last_with_head[said.claimer_head.lower()] = said
        if said.claimer is None or (said.pronoun and _still_pronoun(self._text, said)):
            return
        for pronoun in _meaning(self._text, said):
            self._meant_by[pronoun].append(said)

    def meant_by(self, pronoun: str) -> Iterator[Said]:
        """Those that a pronoun (or "document") can mean, the last first."""
        return reversed(self._meant_by[_STANDS_FOR.get(pronoun, "it")])


def _told_before(text: str, said: Said, before: _Before) -> Said:
    """ "The sources added", after "sources told AFP": the outlet still carries it."""
    if said.claimer is None or not said.claimer.of(text).lower().startswith(("the ", "this ", "that ")):
        return said
    earlier = before.last_with_head.get(said.claimer_head.lower())
    return replace(said, relayed_by=earlier.relayed_by, relay=earlier.relay) if earlier else said


def _resolved(text: str, said: Said, before: _Before) -> Said:
    assert said.claimer is not None
    pronoun = said.claimer.of(text).lower()
    if said.claimer_head.lower() in _DOCUMENTS:
        pronoun = "document"
    found = list(before.meant_by(pronoun))
    for earlier in (*_named_beside(text, said, found), *found):
        if earlier.claimer == said.claimer or (earlier.covers(said.cue) and earlier.verb == "according"):
            continue
        relay = said.relayed_by or earlier.relayed_by
        place = said.relay if said.relayed_by else earlier.relay
        return replace(
            said, claimer=earlier.claimer, claimer_head=earlier.claimer_head, relayed_by=relay, relay=place
        )
    return said


def _named_beside(text: str, said: Said, found: Sequence[Said]) -> list[Said]:
    """The one of those who spoke before that the sentence itself names before "he": "as X spoke, he said".

    None where who spoke last did so in this sentence.
    """
    assert said.claimer is not None
    since = max((end.end() for end in _ENDS.finditer(text, 0, said.claimer.start)), default=0)
    if not found or (found[0].claimer is not None and found[0].claimer.start >= since):
        return []
    beside = set(_NAME.findall(text, since, said.claimer.start))
    named = [one for one in found if one.claimer_head[:1].isupper() and one.claimer_head in beside]
    return named if len({one.claimer_head for one in named}) == 1 else []


def _still_pronoun(text: str, said: Said) -> bool:
    return said.claimer is not None and len(said.claimer.of(text)) <= 4 and said.claimer.of(text).islower()


_ENDS = re.compile(r"[.!?][\"”’)]*\s|\n")
_NAME = re.compile(r"\b(?:as|when|while|after|before)(?: [A-Z][\w’'-]+)*? ([A-Z][\w’'-]+) [a-z]")
_DOCUMENTS = frozenset({"statement", "message", "post", "letter", "tweet"})


def _points_back(text: str, said: Said) -> bool:
    """ "The statement reads": whose statement, is told before."""
    words = said.claimer.of(text).lower().split() if said.claimer else []
    return len(words) == 2 and words[0] in ("the", "this") and words[1] in _DOCUMENTS


_STANDS_FOR = {
    "document": "document",
    **dict.fromkeys(("he", "she", "him", "her", "his", "i"), "he"),
    **dict.fromkeys(("they", "them", "their", "we"), "they"),
}  # every other: "it"


def _meaning(text: str, said: Said) -> Iterator[str]:
    """Which of "document", "he", "they" and "it" can mean the claimer."""
    assert said.claimer is not None
    words = said.claimer.of(text).lower().replace("’", "'").split()
    head = said.claimer_head.lower()
    if head in word_set("nouns", "pictures") or head in ("he", "she", "it", "they"):
        return
    group = head in word_set("nouns", "groups") or (len(words) == 1 and said.claimer_head.isupper())
    named = said.claimer_head[:1].isupper()
    plural = (head.endswith("s") and not named) or words[:1] in (["two"], ["three"], ["several"], ["some"])
    yield "document"
    if plural or group:
        yield "they"
    else:
        yield "he"
    person = any(word.strip(",") in word_set("nouns", "people") for word in words)
    if group or (named and len(words) <= 3 and not person):
        yield "it"


def _closes(text: str, match: re.Match[str], closing: str) -> bool:
    mark = match.group()
    turned = mark == "“" and "”" in closing and text[match.end() : match.end() + 1].strip() == ""
    fits = mark == closing or turned or (len(mark) == 1 and mark in closing)
    return fits and not (mark == "'" and _possessive(text, match))


def _closing(mark: str) -> str:
    return {"“": '”"', '"': '"”', "«": "»", "‘": "’'", "'": "'’", "''": "''", "``": "''", "”": '”"'}.get(
        mark, mark
    )


def _can_open(text: str, match: re.Match[str]) -> bool:
    if match.group() in "”»’" and not (match.group() == "”" and _new_paragraph(text, match.start())):
        return False
    before = text[match.start() - 1] if match.start() else " "
    after = text[match.end()] if match.end() < len(text) else " "
    return not before.isalnum() and not after.isspace()


def _possessive(text: str, match: re.Match[str]) -> bool:
    return text[match.start() - 1] == "s" and text[match.end() : match.end() + 1] == " "


def _new_paragraph(text: str, at: int) -> bool:
    while at and text[at - 1] == " ":
        at -= 1
    return at > 0 and text[at - 1] == "\n"


def _paragraph_end(text: str, start: int) -> int:
    end = text.find("\n", start)
    return len(text) if end < 0 else end
