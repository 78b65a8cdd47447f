"""Who "they" are in a denial: "the army denied that they controlled it" is said of those told of before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from whoholds.claims.sentence import Sentence
from whoholds.lexicon import word_set
from whoholds.model import EventType, Mention, Span
from whoholds.text.commitment import word_set as commitment_words
from whoholds.text.said import Said

if TYPE_CHECKING:
    from whoholds.claims.frames import Slots

BACK = 2  # sentences that the pronoun may look back over
GAINS = (EventType.CAPTURE, EventType.HANDOVER, EventType.HOLD, EventType.ENTRY)


def foe_of_denier(slots: Slots, sentence: Sentence, said: Said | None) -> Mention | None:
    """The party that "they" are who are denied to gain or hold a place; None for other words.

    That is who acted last before the denier was named, else who was named last, if it is another party. Where
    that is the denier, or nobody, it speaks of its own.
    """
    claimer = said.claimer if said is not None and said.denies else None
    they = next((noun for noun in slots.actor if noun.lower_ == "they"), None)
    if claimer is None or they is None or slots.type not in GAINS:
        return None
    before = _told_before(claimer, sentence)
    own = _name(claimer, sentence)
    other = _name(before, sentence) if before is not None else None
    if before is None or other is None or own is None or other == own:
        return None
    return Mention(before, sentence.span_of(they))


def is_deniers_own(actor: Mention | None, slots: Slots, sentence: Sentence, said: Said | None) -> bool:
    """True where "they", of whom a claim or lie is that they took it, would be whoever calls it one."""
    claimer = said.claimer if said is not None else None
    told = word_set("frames", "whose_claims") | commitment_words("outcome", "false")
    they = any(
        noun.lower_ in ("they", "it") and any(over.lower_ in told for over in noun.ancestors)
        for noun in slots.actor
    )
    if actor is None or claimer is None or not they or slots.type not in GAINS[:2]:
        return False
    own = _name(claimer, sentence)
    return own is not None and own == _name(actor.span, sentence)


def _told_before(claimer: Span, sentence: Sentence) -> Span | None:
    since = sentence.report.sentences[max(0, sentence.index - BACK)].start
    acted = sentence.memory.last_subject(since, claimer.start)
    named = [m for m in sentence.report.parties_in(Span(since, claimer.start)) if not m.metonym]
    return acted or (named[-1].span if named else None)


def _name(span: Span, sentence: Sentence) -> str | None:
    """The plain name of a party, else the kind of a generic word: "rebels" are not "the government"."""
    found = next(iter(sentence.report.parties_in(span)), None)
    return (found.name or found.role) if found is not None else None
