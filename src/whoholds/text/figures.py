"""Counts of people that a report gives: killed, injured, captured, displaced, missing.

The bounds of an estimate follow the codebook (section 2.7), which follows UCDP's low, best and high.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from whoholds.model import Estimate, Span
from whoholds.text.figure_estimates import read_estimate
from whoholds.text.figure_patterns import find_active, is_toll, kind_of_cue, outdated, subject, words_of
from whoholds.text.figure_phrases import Phrase, find_phrases
from whoholds.text.figure_singles import find_singles


@dataclass(frozen=True, slots=True)
class FigureMention:
    """Words that count people.

    `kind` is killed, injured, captured, displaced or missing; `text` the exact words of the counted noun
    phrase at `span`; `who` the words for the people (None: not said), at `who_span`; `verb_span` the word
    that tells what became of them.
    """

    span: Span
    kind: str
    who_span: Span | None
    who: str | None
    estimate: Estimate
    text: str
    verb_span: Span


OUTDATED = 45  # characters before a count in which words say that it no longer stands
_WITHOUT_NOUN = frozenset({"killed", "injured", "captured"})  # "killing two", "detained three"
_Fate = tuple[str, Span, bool]  # kind, the cue, and whether the cue belongs to the words ("18 wounded")

_SENTENCE_END = re.compile(r"[.!?]['\"”’)]*[ \t\n]|\n\n")
_LINK = re.compile(
    r"(?:,|,?[ \t\n](?:and|including|among[ \t\n]them|plus|as[ \t\n]well[ \t\n]as"
    r"|(?:along|together)[ \t\n]with))[ \t\n](?:(?:his|her|their)[ \t\n])?"
)
_OBJECT = re.compile(
    r"[ \t\n](?:the|an?|his|her|its|their|some|several|dozens|at[ \t\n]least|more|about|civilians|people"
    r"|\d+|one|two|three|four|five|six|seven|eight|nine|ten)\b"
)
_BE = re.compile(r"\b(?:were|was|are|is|been|being|be|got|found|left)\b")
_OF_THE = re.compile(r"\bof[ \t\n](?:the|its|their|his)$")
_BESIDE = re.compile(r"(?:,|/|[ \t\n](?:and|or))?[ \t\n]?([A-Za-z]+)\b")
_EITHER = re.compile(r"[a-z](?:ed|ing|ured)[ \t\n](?:and/)?or[ \t\n]$")
_TO_FLEE = re.compile(r"[ \t\n](?:to|from|out)\b")


def find_figures(text: str, *, within: Span | None = None) -> tuple[FigureMention, ...]:
    """The counts of people in the text (or in one stretch of it), in order, none counted twice.

    Ages, dates, sums, shares and distances are no counts; "no casualties" is not zero.
    """
    stretch = within or Span(0, len(text))
    cues = find_active(text, stretch)
    phrases = _phrases(text, stretch, cues)
    fates = _tell_after(text, phrases, stretch)
    _tell_before(text, phrases, fates, cues, stretch)
    _share(text, phrases, fates)
    pairs = [(phrase, fate) for phrase, fate in zip(phrases, fates, strict=True) if fate is not None]
    mentions = [mention for phrase, fate in pairs if (mention := _mention(text, phrase, fate)) is not None]
    return tuple(_with_people(text, [one for one in mentions if not _is_outdated(text, one, mentions)]))


def _phrases(text: str, stretch: Span, cues: Sequence[re.Match[str]]) -> list[Phrase]:
    """Counted people and single ones, in order, none overlapping another."""
    phrases = list(find_phrases(text, stretch))
    for single in find_singles(text, stretch, cues):
        if all(single.end <= other.start or other.end <= single.start for other in phrases):
            phrases.append(single)
    return sorted(phrases, key=lambda phrase: phrase.start)


def _tell_after(text: str, phrases: Sequence[Phrase], stretch: Span) -> list[_Fate | None]:
    """The fates that stand after their phrases, from the last phrase to the first.

    So "two children killed five others injured" is seen: the five have a fate and are no object of "killed".
    """
    fates: list[_Fate | None] = []
    told: set[int] = set()
    for phrase in reversed(phrases):
        fate = _told_after(text, phrase, stretch, told)
        fates.append(fate)
        if fate is not None:
            told.add(phrase.start)
    return fates[::-1]


def _told_after(text: str, phrase: Phrase, stretch: Span, told: set[int]) -> _Fate | None:
    """What the words after the phrase tell: "20 civilians were killed", "18 wounded"."""
    match = subject().match(text, phrase.end, stretch.end)
    if match is None or phrase.noun == "other":
        return None
    cue = match["cue"].lower()
    kind = kind_of_cue()[cue]
    if match["comma"] and cue not in words_of(kind, "are"):
        return None  # "took 20 soldiers, killed the rest", but "12 people, including 2 children, died"
    passive = _BE.search(match["helping"]) is not None
    if cue in words_of(kind, "done") and not passive and _has_object(text, match.end(), told):
        return None  # "two gunmen killed a guard"
    if phrase.noun == "none" and _OF_THE.search(text, phrase.start, phrase.count_end):
        after = subject().match(text, match.end(), stretch.end)
        if kind != "injured" or after is None or kind_of_cue()[after["cue"].lower()] != kind:
            return None  # "several of the wounded died", but "15 of the wounded were in critical condition"
    if _two_fates(text, match, stretch):
        return None
    named = cue in words_of(kind, "nouns") or phrase.noun == "none"  # "ten insurgent deaths", "18 wounded"
    return kind, Span(match.start("cue"), match.end("cue")), named and not match["helping"]


def _has_object(text: str, end: int, told: set[int]) -> bool:
    return _OBJECT.match(text, end) is not None and end + 1 not in told


def _two_fates(text: str, match: re.Match[str], stretch: Span) -> bool:
    """True for "175 killed or injured": one number for two kinds tells neither."""
    beside = _BESIDE.match(text, match.end(), stretch.end)
    kinds = kind_of_cue()
    return beside is not None and kinds.get(beside[1].lower(), "") not in ("", kinds[match["cue"].lower()])


def _tell_before(
    text: str,
    phrases: Sequence[Phrase],
    fates: list[_Fate | None],
    cues: Sequence[re.Match[str]],
    stretch: Span,
) -> None:
    """What the words before a phrase tell: "killing 29", "the deaths of 12", "the death toll to 18"."""
    places = {phrase.start: number for number, phrase in enumerate(phrases)}
    for match in cues:
        number = places.get(match.end() + 1)
        fate = fates[number] if number is not None else None
        if number is None or (fate is not None and (fate[0] == "killed" or not match["toll"])):
            continue
        phrase, cue = phrases[number], (match["cue"] or "").lower()
        kind = "killed" if match["toll"] else kind_of_cue()[cue]
        if _EITHER.search(text, max(stretch.start, match.start() - 24), match.start()):
            continue  # "captured or killed 80"
        if cue in ("forced", "forcing") and not _TO_FLEE.match(text, phrase.end):
            continue
        sure = kind in _WITHOUT_NOUN and cue not in words_of(kind, "people_only")
        if phrase.noun == "people" or sure:
            fates[number] = (kind, Span(*match.span("cue" if cue else "toll")), False)


def _share(text: str, phrases: Sequence[Phrase], fates: list[_Fate | None]) -> None:
    """Phrases linked by "and" or "including" share their fate: "two children and a woman were killed"."""
    pairs = [(number, number + 1) for number in range(len(phrases) - 1)]
    ends = [_told_by(phrase, fate) for phrase, fate in zip(phrases, fates, strict=True)]
    linked = [pair for pair in pairs if _LINK.fullmatch(text, ends[pair[0]], phrases[pair[1]].start)]
    for first, second in [*linked, *reversed(linked)]:
        one, other = fates[first], fates[second]
        if one is not None and is_toll(one[1].of(text)):
            continue  # "the death toll rose to 85, a local official said"
        if other is None and one is not None and phrases[second].noun == "people":
            fates[second] = (one[0], one[1], False)
        elif one is None and other is not None and phrases[first].noun == "people":
            fates[first] = (other[0], other[1], False)


def _told_by(phrase: Phrase, fate: _Fate | None) -> int:
    """Where the phrase ends, with the cue that follows it."""
    near = fate is not None and 0 <= fate[1].start - phrase.end < 40
    return fate[1].end if fate is not None and near else phrase.end


def _mention(text: str, phrase: Phrase, fate: _Fate) -> FigureMention | None:
    kind, verb, cue_is_noun = fate
    one = Estimate(1, 1, 1) if phrase.single else None
    estimate = one or read_estimate(text[phrase.start : phrase.count_end])
    if phrase.single and kind == "displaced":
        return None  # "the leader fled" is no displacement
    if estimate is None or (estimate.best == 0 and estimate.low == 0):
        return None
    span = Span(phrase.start, verb.end if cue_is_noun else phrase.end)
    who = None
    if phrase.end > phrase.count_end:
        words = text[phrase.count_end : phrase.end]
        who = Span(phrase.count_end + len(words) - len(words.lstrip()), phrase.end)
    return FigureMention(span, kind, who, who.of(text) if who else None, estimate, span.of(text), verb)


def _with_people(text: str, mentions: Sequence[FigureMention]) -> list[FigureMention]:
    """ "13 people and 25 others": the others are people, when the sentence has named whom."""
    named: list[FigureMention] = []
    for mention in mentions:
        if named and mention.who in ("others", "other") and not _apart(text, named[-1], mention):
            mention = replace(mention, who=named[-1].who, who_span=named[-1].who_span)
        named.append(mention)
    return named


def _is_outdated(text: str, mention: FigureMention, others: Sequence[FigureMention]) -> bool:
    """ "an earlier toll of 12", "up from 12", beside the count that now stands in its sentence."""
    if outdated().search(text[max(0, mention.span.start - OUTDATED) : mention.span.start]) is None:
        return False
    beside = (one for one in others if one is not mention and one.kind == mention.kind)
    return any(not _apart(text, *sorted((one, mention), key=lambda m: m.span)) for one in beside)


def _apart(text: str, first: FigureMention, second: FigureMention) -> bool:
    return _SENTENCE_END.search(text, first.span.end, second.span.start) is not None
