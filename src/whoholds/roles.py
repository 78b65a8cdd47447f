"""Who does it to whom: the parties that a claim's words mean, and those that the report makes clear."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from itertools import pairwise

from whoholds.claims.context import ReportWords
from whoholds.claims.given import is_between_friends
from whoholds.falls import (
    TAKING,
    by_own_fall,
    first_word,
    is_admitted_loss,
    is_at_war,
    taker_untold,
    tells_of_loss,
)
from whoholds.lexicon import word_set
from whoholds.model import Claim, Coded, EventType, Factuality, Mention
from whoholds.officials import is_home_or_foe, only_comments, only_looks_on
from whoholds.ontology import ARMED_GROUPS, Party, event_types, parties
from whoholds.text.parties import PartyMention
from whoholds.text.state_words import sharer_at
from whoholds.unnamed import as_head_words, foe_of_state, is_anybody, nameless, state_called

EITHER = frozenset(("or", "by", "the"))
OPENED = 40  # characters before "troops" in which the word before it stands
HELPED = 8  # words from "backed by" to the last who help
TOGETHER = 4  # words between two parties that do it together
OWN_DEEDS = (EventType.HOLD, EventType.WITHDRAWAL, EventType.REPEL)  # mostly told by those who do them
FIRE = (EventType.AIRSTRIKE, EventType.SHELLING)
UNNAMED = ("rebels", "jihadists", "separatists", "insurgents")
FILLED = ("actor_holds", "contested", "besieged")  # meanings of types whose other side is filled in


def parties_of(
    claim: Claim, coded: Coded, words: ReportWords, side: str | None
) -> tuple[str | None, str | None]:
    """Actor and recipient of a claim by their plain names; what a coder gave counts first.

    `side` is the claimer's. Head words stay where the report does not make clear whose they are ("gunmen");
    None where nothing is said, or words that could be anybody's ("heroic forces").
    """
    if _only_tells(claim, words) or _is_freed_by_ones_own(claim, words, side):
        claim = replace(claim, actor=None)
    actor = plain_name(coded.actor) or _party(claim.actor, words, side)
    recipient = plain_name(coded.recipient) or _party(claim.recipient, words, side)
    if actor is not None and actor == recipient and claim.actor is not None and not coded.actor:
        actor = _said_only(claim.actor, words)  # "the rebels attacked HTS": they are others
        if claim.actor.said is not None:  # "they drove the rebels out": "they" are no rebels
            claim, actor = replace(claim, actor=None), None
    if claim.coded is None:
        ours = claim.actor is not None and _is_ours(claim.actor, words)
        if actor == side and claim.actor is not None and not ours and _comments(side, claim, words):
            actor = _said_only(claim.actor, words)  # "Chad's envoy said the army had left Geneina"
        nameless = claim.actor is not None and actor is None
        if nameless and claim.type in OWN_DEEDS:
            own = None if only_looks_on(side, claim, words) else side
            actor = foe_of_state(claim.actor, words, side) or own if claim.actor is not None else own
        if actor is None and not nameless and _names_either(claim, words):
            return None, recipient
        if event_types()[claim.type].control in FILLED and (actor is not None or not nameless):
            actor, recipient = _filled(actor, recipient, claim, words, side)
        elif claim.type in FIRE and recipient is None:
            recipient = _fired_at(actor, claim, words)
    return actor, recipient if recipient != actor else None


def _filled(
    actor: str | None, recipient: str | None, claim: Claim, words: ReportWords, side: str | None
) -> tuple[str | None, str | None]:
    """The other side, where one is told of and the report makes clear who fights it; the taker of a place."""
    if claim.type is EventType.HANDOVER and is_between_friends(actor, recipient):
        return actor, recipient
    at = claim.quote.start
    if actor is None and recipient is None and is_admitted_loss(claim, words):
        return (words.focus.opponent(side, at), side) if is_at_war(side) else (None, None)
    if recipient is None and actor is not None:
        recipient = _opponent(actor, claim, words)
    if actor is None and recipient is not None:
        actor = _sole(_foes_beside(recipient, claim, words)) or words.focus.opponent(recipient, at)
    if actor is None and recipient is None and _is_told_as_own_gain(claim, words, side):
        return side, words.focus.opponent(side, at)
    if actor is None and claim.type in TAKING:
        actor = taker_untold(claim, words, side)
        actor = actor if recipient is None or actor != recipient else None  # who loses it does not take it
        recipient = recipient or words.focus.opponent(actor, at)
        if actor is None and recipient is None and tells_of_loss(claim, words):
            actor, recipient = by_own_fall(claim, words, side)
    unknown = claim.actor is None and claim.factuality is Factuality.POSSIBLE and claim.unverified
    if actor is None and claim.type is EventType.HOLD and not unknown:  # "did not know who held it"
        regain = recipient is None and _is_regain(claim, words)  # "admitted the failure to retake it"
        actor = words.focus.opponent(side, at) if regain else _holder_by_side(claim, words, side, recipient)
        recipient = recipient or words.focus.opponent(actor, at)
    if actor is None and recipient is None and claim.type is EventType.CLASH:
        actor, recipient = _fighting(claim, words, side)
    return actor, recipient


def plain_name(coded: str | None) -> str | None:
    """The plain name of the party that a coder wrote by another of its names; else what was written."""
    party = parties().named(coded) if coded else None
    return party.name if party is not None else as_head_words(coded) if coded else coded


def _holder_by_side(claim: Claim, words: ReportWords, side: str | None, taker: str | None) -> str | None:
    """The claimer's side as the holder; not who speaks of its own failing, nor one that only looks on."""
    party = parties().get(side) if side is not None else None
    if side == taker or (party is not None and not is_at_war(side)):
        return None
    state = party is not None and party.kind == "government"
    return None if state and not is_home_or_foe(side or "", claim, words) else side


def _is_regain(claim: Claim, words: ReportWords) -> bool:
    """True for words of taking back: who speaks of that has lost the place before."""
    back = claim.trigger is not None and claim.trigger.of(words.text).lower().endswith(" back")
    return back or first_word(claim, words) in word_set("sides", "own_gain")


def _comments(side: str | None, claim: Claim, words: ReportWords) -> bool:
    """True for "the army had left", told of a place abroad by a diplomat or by a state that only looks on."""
    named = words.parties_in(claim.actor.span) if claim.actor is not None else ()
    nameless = all(mention.how == "generic" for mention in named)
    return only_comments(side, claim, words) or (nameless and only_looks_on(side, claim, words))


def _names_either(claim: Claim, words: ReportWords) -> bool:
    """True for "by the rebels or the army", "changed hands": who did it is not told: nothing fills it in."""
    named = words.parties_in(claim.quote)
    gaps = (words.text[one.span.end : other.span.start].lower().split() for one, other in pairwise(named))
    return first_word(claim, words) == "change" or any(g[:1] == ["or"] and set(g) <= EITHER for g in gaps)


def _fired_at(actor: str | None, claim: Claim, words: ReportWords) -> str | None:
    """In a war of two states, whom the fire of one is meant for."""
    other = words.focus.opponent(actor, claim.quote.start)
    states = [party for name in (actor, other) if name and (party := parties().get(name)) is not None]
    return other if len(states) == 2 and all(party.kind == "government" for party in states) else None


def _fighting(claim: Claim, words: ReportWords, side: str | None) -> tuple[str | None, str | None]:
    """Who fights where nobody is named: the claimer's side first, of an assault its enemy; who resists."""
    if side is None and first_word(claim, words) in word_set("sides", "resisting"):
        taker = words.focus.taker()
        return words.focus.opponent(taker, claim.quote.start), taker
    other = words.focus.opponent(side, claim.quote.start)
    if side is None or other is None:
        return None, None
    return (other, side) if first_word(claim, words) in word_set("sides", "assaults") else (side, other)


def _opponent(actor: str, claim: Claim, words: ReportWords) -> str | None:
    """Who the actor fights, where the report makes it clear; not one named beside it in the quotation."""
    other = words.focus.opponent(actor, claim.quote.start)
    other = _sole(_foes_beside(actor, claim, words)) or other or _unnamed_foe(actor, claim, words)
    if other is None or claim.actor is None:
        return other
    end = claim.actor.span.end
    later = (
        m.span.start
        for m in words.parties_in(claim.quote)
        if other in (m.name, m.word) and m.span.start > end
    )
    between = words.text[end : next(later, end)].split()
    said = f" {' '.join(between)} "
    allied = any(f" {cue} " in said for cue in word_set("sides", "allied"))
    return None if allied and len(between) <= TOGETHER else other


def _foes_beside(actor: str, claim: Claim, words: ReportWords) -> set[str]:
    """Armed groups, and the government of the war, in the same sentence that are not on the actor's side.

    Not whoever says it, nor a country that is only named.
    """
    claimer = claim.attribution.claimer
    doer, own = parties().get(actor), words.focus.government(claim.quote.start)
    named = [m for m in words.parties_in(claim.quote) if not (claimer and m.span.within(claimer.span))]
    named = [m for m in named if not _is_backer(m, claim, words) and not _is_partner(m, claim, words)]
    names = {m.name for m in named if m.name and not m.metonym and (m.role in ARMED_GROUPS or m.name == own)}
    return {name for name in names if name != actor and not _allies(doer, parties().get(name))}


def _is_backer(mention: PartyMention, claim: Claim, words: ReportWords) -> bool:
    """True for those who help the actor: "the marines, backed by the Desert Hawks and Hezbollah"."""
    actor = claim.actor.span.end if claim.actor is not None else claim.quote.start
    before = words.text[max(actor, claim.quote.start) : mention.span.start].split()[-HELPED:]
    said = f" {' '.join(before)} ".lower()
    return any(f" {cue} " in said for cue in word_set("sides", "allied") if " " in cue or cue == "alongside")


def _is_partner(mention: PartyMention, claim: Claim, words: ReportWords) -> bool:
    """True for the Mozambicans of "Mozambican and Rwandan troops", where the Rwandans are the actor."""
    if mention.how != "state" or claim.actor is None:
        return False
    return sharer_at(words.text, mention.span) == claim.actor.span.start


def _sole(names: Collection[str]) -> str | None:
    return next(iter(names)) if len(names) == 1 else None


def _unnamed_foe(actor: str, claim: Claim, words: ReportWords) -> str | None:
    """ "the opposition" in a sentence on a government at war, where the report names no such group."""
    party = parties().get(actor)
    if party is None or party.kind != "government":
        return None
    unnamed = (m for m in words.parties_in(claim.quote) if m.name is None and m.word in UNNAMED)
    return _sole({m.word for m in unnamed})


def _allies(one: Party | None, other: Party | None) -> bool:
    return bool(one and other and (other.name in one.allies or one.name in other.allies))


def _is_told_as_own_gain(claim: Claim, words: ReportWords, side: str | None) -> bool:
    """True for "the president said that Goma would be retaken": what is taken back or freed in the words of a
    party at war, without a taker, is so by that party."""
    gained = claim.type in TAKING and _is_regain(claim, words)
    return gained and side is not None and claim.actor is None and not only_comments(side, claim, words)


def _is_freed_by_ones_own(claim: Claim, words: ReportWords, side: str | None) -> bool:
    """True for "units of the group of troops liberated it" in the words of a state at war: "troops" of no
    told side are its own where they free a place."""
    party = parties().get(side) if side is not None else None
    if claim.actor is None or party is None or party.kind != "government" or claim.type not in TAKING:
        return False
    span = claim.actor.span
    found = next((m for m in words.parties_in(span) if m.span.meets(span)), None)
    generic = found is not None and found.how == "generic" and found.role == "government"
    return generic and first_word(claim, words) in word_set("sides", "praising")


def praises_itself(claim: Claim, words: ReportWords, actor: str | None) -> bool:
    """True for "the heroic forces liberated Goma" in the report's own voice, of a taker without a name.

    So speaks the outlet of a side, whichever that is.
    """
    teller = claim.attribution
    own_voice = teller.claimer is None and not teller.unnamed and claim.coded is None
    freed = claim.type in TAKING and first_word(claim, words) in word_set("sides", "praising")
    return own_voice and freed and actor is None


def _only_tells(claim: Claim, words: ReportWords) -> bool:
    """True for "it fell, according to two Ukrainian soldiers": they tell of the fall, they do not take."""
    teller, actor = claim.attribution.claimer, claim.actor
    told = teller is not None and actor is not None and actor.said is None and actor.span.within(teller.span)
    return told and tells_of_loss(claim, words)


def _party(mention: Mention | None, words: ReportWords, side: str | None) -> str | None:
    """The plain name of the party that words mean; the words themselves where they say who without a name."""
    if mention is None:
        return None
    said = mention.span.of(words.text)
    found = next((m for m in words.parties_in(mention.span) if m.span.meets(mention.span)), None)
    named = found is not None and found.span.start == mention.span.start  # "US" is not "us"
    if not named and said.split()[:1] and said.split()[0].lower() in nameless("own"):
        return side
    if found is not None and found.role == "enemy":
        return _enemy(found, words, side)
    if found is not None and found.name is not None:
        return side if _is_told_as_own(found, words, side) else found.name
    if said.lower() in word_set("sides", "civilians"):
        return "civilians"
    nobody = is_anybody(said) or not {'"', "“", "”"}.isdisjoint(said)  # 'the "Center" group'
    return None if nobody else state_called(said) or as_head_words(said)


def _is_ours(mention: Mention, words: ReportWords) -> bool:
    """True for "our military", "we": the speaker's own, and nobody else's."""
    return mention.span.of(words.text).lower().split()[:1] in (["our"], ["we"], ["ours"])


def _is_told_as_own(mention: PartyMention, words: ReportWords, side: str | None) -> bool:
    """True for bare "troops" in the words of a state's speaker: "Netanyahu said troops had taken it"."""
    party = parties().get(side) if side is not None else None
    before = words.text[max(0, mention.span.start - OPENED) : mention.span.start].split()[-1:]
    bare = mention.how == "generic" and mention.span.of(words.text) in word_set("sides", "bare")
    opens = bool(before) and before[0].lower() in word_set("sides", "bare", "opening")
    return bare and opens and party is not None and party.kind == "government"


def _said_only(mention: Mention, words: ReportWords) -> str | None:
    """The name where words name a party; the words themselves for "the rebels" and other kinds of people."""
    found = next((m for m in words.parties_in(mention.span) if m.span.meets(mention.span)), None)
    said = mention.span.of(words.text)
    written = as_head_words(said)
    return written if found is not None and found.how == "generic" else found.name if found else written


def _enemy(mention: PartyMention, words: ReportWords, side: str | None) -> str | None:
    """Whom the speaker calls the enemy; the report itself speaks with the government in focus."""
    return words.focus.enemy(side, mention.span.start) if side is not None else mention.name
