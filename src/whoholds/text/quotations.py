"""Quotations that run over sentences, and "he said": what only the whole report tells of who says so."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from whoholds.model import Span
from whoholds.text.reporting import words as word_set
from whoholds.text.said import Said

_MARKS = re.compile(r"''|``|[“”\"«»]|(?<![\w’'])[‘'](?=\w)|(?<=[.,!?\w])[’'](?![\w])")
_LONGEST = 2500  # characters; a quotation longer than this was not closed
_LEADS_IN = re.compile(r"[^.!?\n]{0,80}[:,]\s*[“\"'‘«]?")
_ENDS = re.compile(r"[.!?\n]")


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
        elif _closes(text, match, closing):
            found.append(Span(start, match.start()))
            start = None
        elif _new_paragraph(text, match.start()) and _can_open(text, match):
            found.append(Span(start, _paragraph_end(text, start)))
            start, closing = match.end(), _closing(mark)
    return tuple(span for span in found if 0 < span.end - span.start <= _LONGEST)


def carry_quotations(text: str, sentences: Sequence[Span], saids: Sequence[Said]) -> tuple[Said, ...]:
    """Extend what is said to the whole quotation, over as many sentences as it runs.

    `sentences` are the spans of the report's sentences, in order; `saids` those of `find_attributions` of
    all of them. A quotation with no cue of its own belongs to the speaker just before it in the same
    paragraph, or announced by "he added:". Returns the attributions in the order of their cues.
    """
    carried = list(saids)
    quotations = find_quotations(text)
    for place, quotation in enumerate(quotations):
        speakers = _speakers(text, quotation, carried) or _announced(text, quotation, carried)
        if not speakers and place and _is_speech(quotation.of(text)):
            speakers = _continued(text, quotations[place - 1], quotation, carried)
        for speaker in speakers:
            carried[carried.index(speaker)] = _extended(speaker, quotation)
    return tuple(_with_block(text, said) for said in carried)


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
    resolved: list[Said] = []
    for said in sorted(saids, key=lambda one: (one.claimer or one.cue).start):
        if said.claimer is not None and (said.pronoun or _points_back(text, said)):
            said = _resolved(text, said, resolved)
        elif said.claimer is not None and said.relayed_by is None:
            said = _told_before(text, said, resolved)
        resolved.append(said)
    return tuple(sorted(resolved, key=lambda one: one.cue.start))


def _told_before(text: str, said: Said, before: Sequence[Said]) -> Said:
    """ "The sources added", after "sources told AFP": the outlet still carries it."""
    if said.claimer is None or not said.claimer.of(text).lower().startswith(("the ", "this ", "that ")):
        return said
    for earlier in reversed(before):
        if earlier.claimer_head.lower() == said.claimer_head.lower():
            return replace(said, relayed_by=earlier.relayed_by, relay=earlier.relay)
    return said


def _resolved(text: str, said: Said, before: Sequence[Said]) -> Said:
    assert said.claimer is not None
    pronoun = said.claimer.of(text).lower()
    if said.claimer_head.lower() in _DOCUMENTS:
        pronoun = "document"
    for earlier in reversed(before):
        if earlier.claimer is None or (earlier.pronoun and _still_pronoun(text, earlier)):
            continue
        if earlier.claimer == said.claimer or (earlier.covers(said.cue) and earlier.verb == "according"):
            continue
        if _can_mean(pronoun, text, earlier):
            relay = said.relayed_by or earlier.relayed_by
            place = said.relay if said.relayed_by else earlier.relay
            return replace(
                said,
                claimer=earlier.claimer,
                claimer_head=earlier.claimer_head,
                relayed_by=relay,
                relay=place,
            )
    return said


def _still_pronoun(text: str, said: Said) -> bool:
    return said.claimer is not None and len(said.claimer.of(text)) <= 4 and said.claimer.of(text).islower()


_DOCUMENTS = frozenset({"statement", "message", "post", "letter", "tweet"})


def _points_back(text: str, said: Said) -> bool:
    """ "The statement reads": whose statement, is told before."""
    words = said.claimer.of(text).lower().split() if said.claimer else []
    return len(words) == 2 and words[0] in ("the", "this") and words[1] in _DOCUMENTS


def _can_mean(pronoun: str, text: str, earlier: Said) -> bool:
    assert earlier.claimer is not None
    words = earlier.claimer.of(text).lower().replace("’", "'").split()
    head = earlier.claimer_head.lower()
    if head in word_set("nouns", "pictures") or head in ("he", "she", "it", "they"):
        return False
    group = head in word_set("nouns", "groups") or (len(words) == 1 and earlier.claimer_head.isupper())
    plural = (head.endswith("s") and not earlier.claimer_head[0].isupper()) or words[0] in (
        "two",
        "three",
        "several",
        "some",
    )
    if pronoun == "document":
        return True
    if pronoun in ("he", "she", "him", "her", "his", "i"):
        return not group and not plural
    if pronoun in ("they", "them", "their", "we"):
        return plural or group
    person = any(word.strip(",") in word_set("nouns", "people") for word in words)
    return group or (earlier.claimer_head[0].isupper() and len(words) <= 3 and not person)


def _speakers(text: str, quotation: Span, saids: Sequence[Said]) -> list[Said]:
    """Those whose content meets the quotation while the cue stands outside of it."""
    found = [
        said
        for said in saids
        if said.claimer is not None
        and not said.cue.within(quotation)
        and any(piece.meets(quotation) for piece in said.content)
    ]
    whole = [said for said in found if sum(_shared(piece, quotation) for piece in said.content) > 0]
    if not whole:
        return []
    nearest = min(whole, key=lambda said: said.size)
    return [said for said in whole if said.cue == nearest.cue]


def _announced(text: str, quotation: Span, saids: Sequence[Said]) -> list[Said]:
    """Those whose cue leads into the quotation ("He added: …"), or follows it at once (…, said X)."""
    spoken = [said for said in saids if said.verb in word_set("speech", "verbs") and said.claimer is not None]
    lead = max((said.cue.end for said in spoken if said.cue.end <= quotation.start), default=None)
    if lead is not None and _LEADS_IN.fullmatch(text[lead : quotation.start]):
        return [said for said in spoken if said.cue.end == lead]
    tail = min((said.cue.start for said in spoken if said.cue.start >= quotation.end), default=None)
    if tail is None or text[quotation.end - 1] not in ",!?" or _ENDS.search(text[quotation.end + 1 : tail]):
        return []
    return [said for said in spoken if said.cue.start == tail]


def _continued(text: str, last: Span, quotation: Span, saids: Sequence[Said]) -> list[Said]:
    """The speaker of the quotation before, when only its own attribution stands between the two."""
    speakers = [s for s in saids if any(last.within(piece) for piece in s.content) and s.claimer is not None]
    if not speakers:
        return []
    between = text[last.end : quotation.start]
    cue = max(speakers, key=lambda said: said.cue.start).cue
    if cue.start < last.end:
        blank = not re.search(r"\w", between)
        return speakers if blank else []
    after = text[cue.end : quotation.start]
    same_paragraph = "\n" not in after and len(re.findall(r"[.!?](?=\s)", after)) <= 1
    return speakers if same_paragraph and len(after) < 160 else []


def _extended(said: Said, quotation: Span) -> Said:
    pieces = [piece for piece in said.content if not piece.within(quotation)]
    merged: list[Span] = []
    for piece in sorted([*pieces, quotation]):
        if merged and piece.start <= merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(piece.end, merged[-1].end))
        else:
            merged.append(piece)
    return replace(said, content=tuple(_without(piece, said.cue) for piece in merged))


def _without(piece: Span, cue: Span) -> Span:
    return Span(piece.start, cue.start) if piece.start < cue.start < piece.end else piece


def _shared(one: Span, other: Span) -> int:
    return max(0, min(one.end, other.end) - max(one.start, other.start))


def _closes(text: str, match: re.Match[str], closing: str) -> bool:
    mark = match.group()
    fits = mark == closing or (len(mark) == 1 and mark in closing)
    return fits and not (mark == "'" and _possessive(text, match))


def _closing(mark: str) -> str:
    return {"“": '”"', '"': '"”', "«": "»", "‘": "’'", "'": "'’", "''": "''", "``": "''"}.get(mark, mark)


def _can_open(text: str, match: re.Match[str]) -> bool:
    if match.group() in "”»’":
        return False
    before = text[match.start() - 1] if match.start() else " "
    after = text[match.end()] if match.end() < len(text) else " "
    return not before.isalnum() and not after.isspace()


def _possessive(text: str, match: re.Match[str]) -> bool:
    return text[match.start() - 1] == "s" and text[match.end() : match.end() + 1] == " "


def _new_paragraph(text: str, at: int) -> bool:
    return text[:at].rstrip(" ").endswith("\n")


def _paragraph_end(text: str, start: int) -> int:
    end = text.find("\n", start)
    return len(text) if end < 0 else end
