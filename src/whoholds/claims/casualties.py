"""Figures of the killed and wounded go to the claim whose event caused them (codebook 2.2, 2.7).

A casualty that has its cause beside it in the sentence is no claim of its own.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from whoholds.claims.context import ReportWords
from whoholds.lexicon import read_lexicon, word_set
from whoholds.model import Claim, EventType, Figure, Span
from whoholds.text.figures import FigureMention
from whoholds.text.triggers import stems

CAUSES = (
    EventType.AIRSTRIKE,
    EventType.SHELLING,
    EventType.EXPLOSION,
    EventType.CLASH,
    EventType.REPEL,
    EventType.ATTACK_CIVILIANS,
    EventType.SIEGE,
    EventType.CAPTURE,
)
CLOSE = {EventType.SIEGE: 30, EventType.CAPTURE: 60}  # characters: what kills beside them is told first
FAR = 10_000
OTHER_CLAUSE = re.compile(r"(?:, (?:and|but|while)|;) (?=(?:an?|another|the) )")
WORD = re.compile(r"[\w-]+")
CAUSE_FRAMES = ("blast_noun", "assault_noun", "strike_noun", "shelling_noun")
DESCRIBES = re.compile(r", (?:where|which|in which)\b[^,;]*$")
FIRE = (EventType.AIRSTRIKE, EventType.SHELLING)
WEAPONS = (*FIRE, EventType.EXPLOSION)
TOO_MANY = 10_000  # people: more than any one event at one place
KINDS = {
    "displaced": (EventType.DISPLACEMENT,),
    "captured": (EventType.DETENTION, EventType.CLASH),
}


def with_figures(claims: Sequence[Claim], words: ReportWords) -> Iterator[Claim]:
    """The claims in order with their figures, casualties merged into their cause."""
    quoted: dict[Span, list[Claim]] = defaultdict(list)
    for claim in claims:
        quoted[claim.quote].append(claim)
    for quote, own in quoted.items():
        figures = words.figures_in(quote)
        counted = _counted(_without_casualties(own, words.text), figures, words)
        yield from (claim for claim in counted if not _sums_up_a_war(claim))


def _sums_up_a_war(claim: Claim) -> bool:
    """ "190,000 people have been killed since 2011" happened at no place that is only carried over."""
    inferred = claim.place is not None and claim.place.inferred
    return inferred and any(max(f.estimate.low or 0, f.estimate.best or 0) > TOO_MANY for f in claim.figures)


def _without_casualties(claims: Sequence[Claim], text: str) -> list[Claim]:
    """Drop "killed" claims beside a claim of what killed, at the same place.

    A siege or a capture is not what killed where the words name a weapon: "air strikes killed 20".
    """
    placed = [(claim, claim.place.span.of(text)) for claim in claims if claim.place]
    causes = [(c.type, name) for c, name in placed if c.type in CAUSES and not _is_casualty(c, text)]
    named, struck = {name for _, name in causes}, {name for kind, name in causes if kind not in CLOSE}
    dropped = [
        claim
        for claim, name in placed
        if _is_casualty(claim, text) and name in (struck if claim.type in WEAPONS else named)
    ]
    return [claim for claim in claims if claim not in dropped]


def _is_casualty(claim: Claim, text: str) -> bool:
    return claim.trigger is not None and is_casualty_word(claim.trigger.of(text))


def is_casualty_word(words: str) -> bool:
    """True for a form of "kill", "wound", "die": what became of people, not what did it."""
    return bool(words.split()) and not _casualty_verbs().isdisjoint(stems(words.split()[0].lower()))


@cache
def _casualty_verbs() -> frozenset[str]:
    rows = read_lexicon("en", "triggers")["trigger"]
    return frozenset(verb for row in rows if row["frame"] == "kill" for verb in row["verbs"])


def _counted(claims: list[Claim], figures: Sequence[FigureMention], words: ReportWords) -> list[Claim]:
    for figure in figures:
        if _is_of_old_harm(figure, words):
            continue
        for n in _targets(claims, figure, words.text):
            counted = Figure(figure.kind, figure.who, figure.estimate, figure.text)
            claims[n] = replace(claims[n], figures=(*claims[n].figures, counted))
    return claims


def _is_of_old_harm(figure: FigureMention, words: ReportWords) -> bool:
    """ "…, where 40 people died in the floods": the dead of a disaster, told of to describe a place."""
    at = min(figure.span.start, figure.verb_span.start)
    sentence = next((one for one in words.sentences if one.start <= at < one.end), None)
    if sentence is None:
        return False
    before, after = words.text[sentence.start : at], words.text[at : sentence.end]
    opening = DESCRIBES.search(before)
    if opening is None:
        return False
    told = f"{opening.group()} {after.split(',')[0]}".lower().split()
    return any(word.strip(".;:(),") in word_set("frames", "disasters") for word in told)


def _targets(claims: Sequence[Claim], figure: FigureMention, text: str) -> list[int]:
    """The claims that a figure belongs to: the nearest cause; each fire type of one toll."""
    wanted = KINDS.get(figure.kind, CAUSES)
    gaps = {
        n: _gap(claim.trigger, figure)
        for n, claim in enumerate(claims)
        if claim.type in wanted and claim.trigger is not None
    }
    gaps = {n: gap for n, gap in gaps.items() if gap[0] < CLOSE.get(claims[n].type, FAR)}
    if not gaps:
        return []
    chosen = claims[min(gaps, key=lambda n: gaps[n])]
    if _is_of_another(chosen, claims, figure, text):
        return []
    if chosen.type in FIRE:
        return [n for n in gaps if claims[n].type in FIRE and claims[n].place == chosen.place]
    return [n for n in gaps if claims[n].trigger == chosen.trigger][:1]


def _is_of_another(chosen: Claim, claims: Sequence[Claim], figure: FigureMention, text: str) -> bool:
    """True where another clause with a cause of its own, of which no claim was made, stands before the toll:
    "bombs went off in Kidal, and a blast in a mosque killed ten"."""
    end = chosen.trigger.end if chosen.trigger is not None else figure.span.start
    start = min(figure.span.start, figure.verb_span.start)
    opened = list(OTHER_CLAUSE.finditer(text, end, max(end, start)))
    if not opened or not text[start:].startswith(figure.verb_span.of(text)):
        return False
    clause = Span(opened[-1].end(), start)
    told = any(one.trigger is not None and one.trigger.start >= clause.start for one in claims)
    return not told and any(word.lower() in _causes() for word in WORD.findall(clause.of(text)))


@cache
def _causes() -> frozenset[str]:
    """Nouns for what kills: blasts, strikes, attacks."""
    rows = read_lexicon("en", "triggers")["trigger"]
    nouns = (noun for row in rows if row["frame"] in CAUSE_FRAMES for noun in row.get("nouns", ()))
    return frozenset(form for noun in nouns if " " not in noun for form in (noun, f"{noun}s"))


def _gap(trigger: Span, figure: FigureMention) -> tuple[int, int]:
    words = (figure.verb_span, figure.span)
    return min(max(trigger.start - w.end, w.start - trigger.end, 0) for w in words), trigger.start
