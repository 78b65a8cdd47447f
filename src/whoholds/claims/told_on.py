"""Whose claim it is that others told a party of something: "the Taliban said that residents told them"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from whoholds.lexicon import word_set

if TYPE_CHECKING:
    from whoholds.claims.sentence import Sentence
    from whoholds.text.attribution import Saids
    from whoholds.text.parties import PartyMention
    from whoholds.text.said import Said

GROUPS = ("rebels", "militia")


def who_answers(found: tuple[Said, ...], sentence: Sentence, saids: Saids) -> tuple[Said, ...]:
    """The attributions of an event, or the party's around them that puts the words in another's mouth.

    What a party says that its enemy admitted, or that people without a party told it, is the party's word.
    What it says that its enemy claims stays the enemy's.
    """
    if not found or found[0].claimer is None or found[0].denies:
        return found
    inner = found[0]
    for outer in saids.around(inner):
        party = _party(outer, sentence)
        if party is not None and _puts_in_mouth(inner, party, sentence):
            return (outer,)
    return found


def _puts_in_mouth(inner: Said, party: PartyMention, sentence: Sentence) -> bool:
    own = next(iter(sentence.report.parties_in(inner.claimer)), None) if inner.claimer is not None else None
    cue = inner.cue.of(sentence.report.text).lower().split()
    if own is not None and own.name == party.name:
        return False
    admitted = not word_set("sides", "admitting").isdisjoint(cue)
    confirmed = party.role in GROUPS and not word_set("sides", "confirming").isdisjoint(cue)
    return own is None or admitted or confirmed


def _party(outer: Said, sentence: Sentence) -> PartyMention | None:
    """The party at war whose word it is; None for outlets, organisations and people who only live there."""
    if outer.claimer is None or outer.denies or outer.unnamed:
        return None
    said = set(outer.claimer.of(sentence.report.text).lower().split())
    if said & (word_set("sides", "outlets") | word_set("sides", "neutral")):
        return None
    named = (one for one in sentence.report.parties_in(outer.claimer) if one.name)
    return next((one for one in named if one.role != "international"), None)
