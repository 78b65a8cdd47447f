"""Figures of the killed and wounded go to the claim whose event caused them; a casualty that has its cause beside
it in the sentence is no claim of its own (codebook 2.2, 2.7)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from whoholds.claims.context import ReportWords, Sentence
from whoholds.lexicon import read_lexicon
from whoholds.model import Claim, EventType, Figure, Span
from whoholds.text.figures import FigureMention
from whoholds.text.triggers import lemma_of

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
KINDS = {"displaced": (EventType.DISPLACEMENT,), "captured": (EventType.DETENTION, EventType.CLASH)}


def attach_figures(
    claims: Sequence[Claim], sentences: Sequence[Sentence], words: ReportWords
) -> list[Claim]:
    """The claims with their figures, casualties merged into their cause."""
    kept: list[Claim] = []
    for sentence in sentences:
        own = [claim for claim in claims if claim.quote == sentence.parsed.span]
        figures = [f for f in words.figures if f.span.meets(sentence.parsed.span)]
        kept += _attached(_without_casualties(own, words.text), figures)
    return kept


def _without_casualties(claims: Sequence[Claim], text: str) -> list[Claim]:
    """Drop "killed" claims beside a claim of what killed, at the same place."""
    kept = []
    for claim in claims:
        causes = [c for c in claims if c is not claim and c.type in CAUSES and not _is_casualty(c, text)]
        same = [c for c in causes if _same_place(c, claim)]
        if not (_is_casualty(claim, text) and same):
            kept.append(claim)
    return kept


def _same_place(one: Claim, other: Claim) -> bool:
    return one.place is not None and other.place is not None and one.place.span == other.place.span


def _is_casualty(claim: Claim, text: str) -> bool:
    return claim.trigger is not None and is_casualty_word(claim.trigger.of(text))


def is_casualty_word(word: str) -> bool:
    """True for a form of "kill", "wound", "die": what became of people, not what did it."""
    rows = read_lexicon("en", "triggers")["trigger"]
    verbs = {verb for row in rows if row["frame"] == "kill" for verb in row["verbs"]}
    return lemma_of(word.split()[0]) in verbs if word else False


def _attached(claims: list[Claim], figures: Sequence[FigureMention]) -> list[Claim]:
    for figure in figures:
        for n in _targets(claims, figure):
            counted = Figure(figure.kind, figure.who, figure.estimate, figure.text)
            claims[n] = replace(claims[n], figures=(*claims[n].figures, counted))
    return claims


def _targets(claims: Sequence[Claim], figure: FigureMention) -> list[int]:
    """The claims that a figure belongs to: the nearest cause; each fire type of one toll; none when unsure."""
    wanted = KINDS.get(figure.kind, CAUSES)
    fitting = [n for n, claim in enumerate(claims) if claim.type in wanted and claim.trigger is not None]
    if not fitting:
        return []
    nearest = min(fitting, key=lambda n: _gap(claims[n].trigger, figure))
    chosen = claims[nearest]
    fire = (EventType.AIRSTRIKE, EventType.SHELLING)
    if chosen.type in fire:
        return [n for n in fitting if claims[n].type in fire and claims[n].place == chosen.place]
    return [n for n in fitting if claims[n].trigger == chosen.trigger][:1]


def _gap(trigger: Span | None, figure: FigureMention) -> tuple[int, int]:
    assert trigger is not None
    words = (figure.verb_span, figure.span)
    return min(max(trigger.start - w.end, w.start - trigger.end, 0) for w in words), trigger.start
