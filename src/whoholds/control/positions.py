"""What a claim says of who holds its place: one position, or none."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import NamedTuple

from whoholds.control.grammar import verb
from whoholds.control.lately import Lately
from whoholds.control.of_areas import is_of_the_area
from whoholds.control.of_before import is_dated
from whoholds.lexicon import read_ontology, word_set
from whoholds.model import EventType, Factuality, Precision
from whoholds.ontology import Parties, event_types, parties
from whoholds.picture import ResolvedClaim

HOLDS, NOT, CONTESTED, NOT_CONTESTED, ATTACKS = (
    "holds",
    "does not hold",
    "contested",
    "not contested",
    "attacks",
)
OTHER = "other"  # the state, and the party of whoever is not known by name
AREAS = frozenset({Precision.DISTRICT, Precision.PROVINCE, Precision.COUNTRY})
CHANGES = frozenset({EventType.CAPTURE, EventType.HANDOVER})
TAKEN = CHANGES | {EventType.HOLD}
_ACTS = {"actor_holds": HOLDS, "actor_leaves": NOT, "actor_absent": ATTACKS}
_WORD = re.compile(r"\w+")
LINE = 10  # words; so short is the line of a table, whose coder marked no word of it
ARTICLES = frozenset({"the", "a", "an"})
_OPPOSITES = {HOLDS: NOT, NOT: HOLDS, CONTESTED: NOT_CONTESTED}


class Position(NamedTuple):
    """What is said of a place: `act` is one of the words above, `party` whom it is said of (None: nobody)."""

    act: str
    party: str | None = None

    def words(self) -> str:
        """In plain words: "Taliban holds it", "Tuareg rebels do not hold it"."""
        if self.party == CONTESTED:
            return "it is contested" if self.act == HOLDS else "it is not contested"
        if self.party == OTHER:
            return f"{NOT_NAMED} {self.act} it"
        if self.act == HOLDS:
            return f"{self.party} {verb(self.party, 'holds', 'hold')} it"
        if self.act == NOT:
            return f"{self.party} {verb(self.party, 'does', 'do')} not hold it"
        if self.act == ATTACKS:
            return f"{self.party} {verb(self.party, 'attacks', 'attack')} it"
        if self.party is not None:
            return _there(self.party, self.act, "inside")
        return "there is fighting inside it" if self.act == CONTESTED else "there is no fighting inside it"

    def excludes(self, other: Position) -> bool:
        """True when both cannot be true of one place at one time (fighting is judged by the caller)."""
        if self.act == HOLDS and other.act == HOLDS:
            return self.party != other.party
        if (self.act == HOLDS and other.act == NOT) or (self.act == NOT and other.act == HOLDS):
            return self.party == other.party
        if NOT_CONTESTED not in (self.act, other.act):
            return False
        acts = {CONTESTED if one == Position(HOLDS, CONTESTED) else one.act for one in (self, other)}
        return acts == {CONTESTED, NOT_CONTESTED}


NOBODYS = Position(HOLDS, OTHER)
NOT_NAMED = "somebody who is not named"
_lately = Lately[ResolvedClaim, tuple[Parties, Position | None]]()


_each: dict[Position, Position] = {}  # one object for each, so that the same is seen at once to be the same


def position_of(claim: ResolvedClaim) -> Position | None:
    """What a claim says of the whole of its place, by type, denial and precision; None: nothing.

    A part never speaks for the whole: who takes or enters a part fights inside it. What happens near a
    place is not inside it. A claim about an area says nothing of the towns in it, nor one about some of an
    area ("three districts of it", "a village in it") who holds the area. A claim of a report without
    a date of publication, whose words give no day either, can be of any time, and so says nothing of one; nor
    does one that is known only to a year, or only to be of an earlier time.
    """
    known, kept = parties(), _lately.of(claim)
    if kept is not None and kept[0] is known:
        return kept[1]
    found = said_of(claim) if is_dated(claim) else None
    return _lately.keep(claim, (known, None if found is None else _each.setdefault(found, found)))[1]


def said_of(claim: ResolvedClaim) -> Position | None:
    """What a claim says of the whole of its place at some time, be its days known or not."""
    if claim.claim.factuality is Factuality.FUTURE or claim.beside or not _about_the_place(claim):
        return None
    position = _affirmed(claim)
    if position is None:
        return None
    denied = claim.claim.factuality is Factuality.DENIED
    if denied and (position == Position(NOT, OTHER) or (position == NOBODYS and claim.actor is None)):
        return None  # that nothing fell says nobody's name
    if claim.precision is Precision.PART or (position.act in (HOLDS, NOT) and not is_of_the_area(claim)):
        return _of_a_part(claim, position, denied)
    if claim.precision is Precision.NEAR:
        return _nearby(claim, position, denied)
    return _denied(position) if denied else position


def said_words(claim: ResolvedClaim, position: Position) -> str:
    """What a claim says of its place, in plain words: who is in it or near it does not fight there."""
    where = "near" if claim.precision is Precision.NEAR else "inside"
    if position.act not in (CONTESTED, NOT_CONTESTED):
        return position.words()
    if position.party is not None or claim.claim.type in CHANGES | {EventType.ENTRY}:
        return _there(position.party or NOT_NAMED, position.act, where)
    return position.words() if where == "inside" else "there is fighting near it"


def _there(party: str, act: str, where: str) -> str:
    """ "Taliban is inside it, not said to hold it", "Taliban is near it, not said to be inside"."""
    are = verb(party, "is", "are")
    if act == NOT_CONTESTED:
        return f"{party} {are} not {where} it"
    return f"{party} {are} {where} it, not said to {'be inside' if where == 'near' else 'hold it'}"


def is_change(claim: ResolvedClaim) -> bool:
    """True when the claim tells of a change of control (capture, handover, withdrawal) of the whole place."""
    return event_types()[claim.claim.type].change and claim.precision not in (Precision.PART, Precision.NEAR)


def _about_the_place(claim: ResolvedClaim) -> bool:
    if claim.place is None:
        return False
    return claim.precision not in AREAS or claim.place.kind == claim.precision.value


def is_told_contested(claim: ResolvedClaim) -> bool:
    """True where the state "contested" is told, which is more than that there is fighting.

    Its holder is called "contested"; or what is going on is called so ("remains contested", "is divided").
    """
    said = claim.claim
    if claim.precision in (Precision.PART, Precision.NEAR):
        return False
    if said.type is EventType.HOLD:
        return (claim.actor or "").casefold() == CONTESTED
    if said.type is not EventType.CLASH or not said.ongoing:
        return False
    begins, at = said.quote.start, said.trigger
    words = _WORD.findall((claim.quote[at.start - begins : at.end - begins] if at else claim.quote).lower())
    return len(words) <= LINE and not word_set("timing", "divided").isdisjoint(words)


def leaves_open(claim: ResolvedClaim) -> bool:
    """True where a claim says that it is not known who holds the whole of its place, on days that are told:
    a hold by nobody, possible and unverified ("it is unclear who controls it")."""
    said = claim.claim
    nobody = claim.actor is None and claim.recipient is None
    doubted = said.factuality is Factuality.POSSIBLE and said.unverified
    whole = claim.precision is Precision.EXACT and not claim.inferred and claim.counts
    return said.type is EventType.HOLD and nobody and doubted and whole and is_dated(claim)


def _affirmed(claim: ResolvedClaim) -> Position | None:
    if is_told_contested(claim):
        return Position(HOLDS, CONTESTED)
    meaning = event_types()[claim.claim.type].control
    if meaning == "contested":
        if _is_gone_again(claim):
            return None
        entered = claim.claim.type is EventType.ENTRY
        return Position(CONTESTED, named_party(claim.actor) if entered else None)
    actor, act = named_party(claim.actor), _ACTS.get(meaning)
    if actor is not None:
        return Position(act, actor) if act is not None else None
    if act == NOT and is_nameless(claim.actor):
        return Position(NOT, OTHER)
    if act != HOLDS or claim.claim.type not in TAKEN:
        return None
    recipient = named_party(claim.recipient) if claim.claim.type in CHANGES else None
    if recipient is not None:
        return Position(NOT, recipient)
    untold = claim.actor is None and claim.recipient is None and claim.claim.type in CHANGES
    return Position(HOLDS, OTHER) if untold or is_nameless(claim.actor) else None


def _is_gone_again(claim: ResolvedClaim) -> bool:
    """True for a raid, and where who attacks or enters is said to have left: nobody fights there since."""
    said, begins = claim.claim, claim.claim.quote.start
    if said.ongoing or said.trigger is None:
        return False
    trigger = _WORD.findall(claim.quote[said.trigger.start - begins : said.trigger.end - begins].lower())
    if said.type is EventType.CLASH and not word_set("timing", "raids").isdisjoint(trigger):
        return True
    after = claim.quote[said.trigger.end - begins :].lower()
    return any(words in after for words in word_set("timing", "raids", "gone"))


def named_party(words: str | None) -> str | None:
    """The words when they name a party, without an article; None for head words that a report left open.

    "Gunmen" and "the militants" name nobody, whatever their first letter; "the Popular Front" and "warlord
    Karim's men" do.
    """
    if words is None or parties().get(words) is not None:
        return words
    return _named_in(words)


@lru_cache(maxsize=4096)
def _named_in(words: str) -> str | None:
    """`named_party` of words that are no known party as they stand."""
    if words.casefold() == CONTESTED:
        return None
    told = _WORD.findall(words)
    while told and told[0].casefold() in ARTICLES:
        told = told[1:]
        words = words.partition(" ")[2]
    if words.casefold() in _common_words():
        return None
    return words if any(word[:1].isupper() and word.casefold() not in _nameless() for word in told) else None


def is_nameless(words: str | None) -> bool:
    """True for words of armed people that do not say whose they are: "gunmen", "the militants"."""
    return words is not None and words.casefold() not in (CONTESTED, OTHER) and named_party(words) is None


def is_of_government(words: str | None) -> bool:
    """True for nameless words that are a government's people: "troops", "the army"."""
    lists = read_ontology("party_words")["generic"]
    said = " ".join(word for word in _WORD.findall((words or "").casefold()) if word not in ARTICLES)
    return said in {word.casefold() for kind in ("government", "junta") for word in lists[kind]}


@cache
def _common_words() -> frozenset[str]:
    lists = read_ontology("party_words")["generic"].values()
    return frozenset(word.casefold() for words in lists for word in words)


@cache
def _nameless() -> frozenset[str]:
    """Single words, in small letters, that name no party though they begin a sentence."""
    said = read_ontology("party_words")
    lists = (said["unnamed"]["words"], said["nameless"]["words"], said["nameless"]["telling"],
             said["nameless"]["never"], said["backing"]["people"])  # fmt: skip
    whole = (*(word for words in lists for word in words), *_common_words())
    return frozenset(word.casefold() for words in whole for word in _WORD.findall(words)) | ARTICLES


def _denied(position: Position) -> Position | None:
    if position.party == CONTESTED:
        return Position(NOT_CONTESTED)
    act = _OPPOSITES.get(position.act)
    return Position(act, position.party) if act else None


def _of_a_part(claim: ResolvedClaim, position: Position, denied: bool) -> Position | None:
    fought = position.act == CONTESTED or claim.claim.type in CHANGES
    if fought and not denied:
        clash = claim.claim.type is EventType.CLASH
        return Position(CONTESTED, None if clash else named_party(claim.actor))
    return position if position.act == ATTACKS and not denied else None


def _nearby(claim: ResolvedClaim, position: Position, denied: bool) -> Position | None:
    told = position.act in (CONTESTED, ATTACKS) or claim.claim.type is EventType.REPEL
    return position if told and not denied else None
