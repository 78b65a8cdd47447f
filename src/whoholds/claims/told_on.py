"""Whose claim it is that others told a party of something: "the Taliban said that residents told them"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from whoholds.lexicon import word_set
from whoholds.ontology import ARMED_GROUPS
from whoholds.text.reporting import words

if TYPE_CHECKING:
    from whoholds.claims.sentence import Sentence
    from whoholds.text.attribution import Saids
    from whoholds.text.parties import PartyMention
    from whoholds.text.said import Said


def who_answers(
    found: tuple[Said, ...], sentence: Sentence, saids: Saids, *, lost: bool = False
) -> tuple[Said, ...]:
    """The attributions of an event, or the party's around them that puts the words in another's mouth.

    What a party says that its enemy admitted, or that people without a party told it, is the party's word.
    What it says that its enemy claims stays the enemy's. What people without a party say that an official
    or a force admitted is their word, and no admission; so is what they were told of a place `lost`.
    """
    if not found or found[0].claimer is None or found[0].denies:
        return found
    inner = found[0]
    for outer in saids.around(inner):
        party = _party(outer, sentence)
        if party is not None and _puts_in_mouth(inner, party, sentence):
            return (outer,)
        if _is_bystanders(outer) and _is_hearsay(inner, sentence, lost=lost):
            return (outer,)
    return found


def _puts_in_mouth(inner: Said, party: PartyMention, sentence: Sentence) -> bool:
    own = next(iter(sentence.report.parties_in(inner.claimer)), None) if inner.claimer is not None else None
    cue = inner.cue.of(sentence.report.text).lower().split()
    if own is not None and own.name == party.name:
        return False
    admitted = not word_set("sides", "admitting").isdisjoint(cue)
    confirmed = party.role in ARMED_GROUPS and not word_set("sides", "confirming").isdisjoint(cue)
    return own is None or admitted or confirmed


def _is_bystanders(outer: Said) -> bool:
    """True for residents and others who speak for nobody; not for those who write for an outlet."""
    if outer.claimer is None or outer.denies or outer.unnamed:
        return False
    head = outer.claimer_head.lower()
    return head in word_set("sides", "bystanders") and head not in words("nouns", "writers")


def _is_hearsay(inner: Said, sentence: Sentence, *, lost: bool) -> bool:
    """ "The governor admitted that", "soldiers told them that it was lost": heard of by whoever says so."""
    cue = set(inner.cue.of(sentence.report.text).lower().split())
    told = word_set("sides", "confirming") | word_set("sides", "telling")
    heard = word_set("sides", "admitting") | (told if lost else frozenset())
    return not cue.isdisjoint(heard) and inner.claimer_head.lower() not in word_set("sides", "bystanders")


def _party(outer: Said, sentence: Sentence) -> PartyMention | None:
    """The party at war whose word it is; None for outlets, organisations and people who only live there."""
    if outer.claimer is None or outer.denies or outer.unnamed:
        return None
    said = set(outer.claimer.of(sentence.report.text).lower().split())
    if said & (word_set("sides", "outlets") | word_set("sides", "neutral")):
        return None
    named = (one for one in sentence.report.parties_in(outer.claimer) if one.name)
    return next((one for one in named if one.role != "international"), None)
