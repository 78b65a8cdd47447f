"""For whom an official speaks where no nationality is told: the place or an earlier name tells."""

from __future__ import annotations

import re
from datetime import date

from whoholds.claims.context import ReportWords
from whoholds.lexicon import word_set
from whoholds.model import Claim, Span
from whoholds.ontology import Party, event_types, parties
from whoholds.persons import party_of_office, party_of_person
from whoholds.text.parties import STATES
from whoholds.text.place_words import taking_abroad

WORD = re.compile(r"[A-Za-z'-]+")
GAINS = ("actor_holds", "contested", "besieged")  # meanings of types by which the actor gains
BACK = 30  # sentences before in which an office was named with its state
NEAR = 40  # characters between an office and the nationality before it
OF = re.compile(r" (?:of|at|in|from|with|for) ")
AT = re.compile(r" (?:of|at|in|from|with|for|on|near) ")


def side_of_official(official: Span, words: ReportWords, claim: Claim | None) -> str | None:
    """The party for which an official without a nationality speaks; None where it can be the enemy's.

    An official of a place speaks for the government of its country. One of a state speaks for the state that
    was named with the office before, else for the government in focus: but not where what is told is the
    success of another state, for then it may be that state's own boast, unless it is said to be admitted.
    """
    if _is_abroad(official, words, claim) or _is_of_any_army(official, words, claim):
        return None
    if _is_local(official.of(words.text)):
        return _of_place(official, words, claim) or words.focus.government(official.start)
    named = _named_before(official, words)
    if named is not None:
        return named
    side = words.focus.government(official.start)
    if claim is None or side is None:
        return side
    if _is_filed_elsewhere(side, words):
        return None
    return None if _may_be_a_boast(side, claim, words) or _is_of_elsewhere(side, claim, words) else side


def _is_abroad(official: Span, words: ReportWords, claim: Claim | None) -> bool:
    """True for who is of another country than the place of the claim, or of no office: "Angola's president",
    "a Western general", "the shadow governor"."""
    said = official.of(words.text)
    phrases = (one in said.lower() for one in word_set("sides", "abroad", "phrases"))
    if any(phrases) or not _lowered(said).isdisjoint(word_set("sides", "abroad")):
        return True
    here = _country_of(claim, words) if claim is not None else words.country
    lands = [one.place.country for one in words.places_in(official) if one.place.kind == "country"]
    return bool(lands) and here is not None and here not in lands


def _is_of_any_army(official: Span, words: ReportWords, claim: Claim | None) -> bool:
    """True for "a field commander", "a military source": either side has such; not for who admits a loss.

    "An army commander" is of the state; of "General Dostum" the name may tell.
    """
    said = official.of(words.text)
    head, *_ = AT.split(said, maxsplit=1)
    last = next(iter(WORD.findall(head)[-1:]), "").lower()
    own = word_set("sides", "any_army") | word_set("sides", "any_army", "beside")
    told = last in word_set("sides", "any_army", "told_by")
    if not (told or last in word_set("sides", "any_army")) or (
        claim is not None and is_admitted(claim, words)
    ):
        return False
    named = any(word[0].isupper() for word in WORD.findall(said)[1:])
    offices = _lowered(said) & word_set("sides", "official")
    return bool(offices) and offices <= own and not named


def tells_no_side(official: Span, words: ReportWords, claim: Claim | None = None) -> bool:
    """True for "a local official", "security sources", by whose words either side may speak.

    Not for "officials", the authorities, one of a body ("an army official"), with a name, or who is said to
    admit what he tells.
    """
    if claim is not None and is_admitted(claim, words):
        return False
    beside = word_set("sides", "any_official", "beside")
    parties_told = [m for m in words.parties_in(official) if m.span.of(words.text).lower() not in beside]
    head, *_ = AT.split(official.of(words.text), maxsplit=1)
    said = WORD.findall(head)
    person = any(word[0].isupper() for word in said[1:])
    authorities = head.lower() in word_set("sides", "any_official", "authorities")
    if not said or parties_told or person or authorities:
        return False
    offices = word_set("sides", "official") | word_set("sides", "local", "offices")
    told = _lowered(official.of(words.text)) & offices
    return said[-1].lower() in word_set("sides", "any_official") and told <= beside


def _is_of_elsewhere(side: str, claim: Claim, words: ReportWords) -> bool:
    """True where the state in focus neither governs the place nor does what is told: it is only spoken of.

    "Moscow lies: Kharkiv is in our hands, an army spokesman said". A report from its capital is with it.
    """
    if words.filed or claim.place is None or event_types()[claim.type].control not in GAINS:
        return False
    country = next((m.place.country for m in words.places_in(claim.place.span)), None)
    actor, party = actor_of(claim, words), parties().get(side)
    here = country is None or party is None or country in party.countries[:1]
    return not here and (actor is None or actor.name != side)


def _is_local(said: str) -> bool:
    if any(one in said.lower() for one in word_set("sides", "local", "administrations")):
        return True
    words = _lowered(said)
    return bool(words & word_set("sides", "local")) and not words & word_set("sides", "national")


def _of_place(official: Span, words: ReportWords, claim: Claim | None) -> str | None:
    """The government of the country of the place that the official is of, else of the place spoken of."""
    named = list(words.places_in(official))
    if not named and claim is not None and claim.place is not None:
        named = [one for one in words.places_in(claim.place.span) if one.span.meets(claim.place.span)]
    country = named[0].place.country if named else None
    if country is None or country == words.country:
        return None
    governing = parties().governments(country, _day(words))
    return governing[0].name if governing else None


def is_home_holder(side: str, claim: Claim, words: ReportWords) -> bool:
    """True for the party that holds the place of a claim unless another is told to: who governs its country.

    Not where another state acts in that country too (Armenia in Azerbaijan): either may hold it.
    """
    country = _country_of(claim, words)
    if country is None or side not in {party.name for party in parties().governments(country, _day(words))}:
        return False
    return not any(party.kind in STATES and country in party.countries[1:] for party in parties())


def acts_there(side: str, claim: Claim, words: ReportWords) -> bool:
    """True for a party that is known to act in the country of a claim's place."""
    party = parties().get(side)
    return party is not None and _country_of(claim, words) in party.countries


def only_comments(side: str | None, claim: Claim, words: ReportWords) -> bool:
    """True where a diplomat of a state tells of a place abroad: it is not told of that state's own forces."""
    claimer = claim.attribution.claimer
    said = claimer.span.of(words.text).lower().split() if claimer is not None else []
    party = parties().get(side) if side is not None else None
    state = party is not None and party.kind in STATES
    return (
        state
        and not word_set("sides", "diplomats").isdisjoint(said)
        and not acts_there(str(side), claim, words)
    )


def is_home_or_foe(side: str, claim: Claim, words: ReportWords) -> bool:
    """True for whoever acts there, and for a state that the report makes the foe of who governs there."""
    other = words.focus.opponent(side, claim.quote.start)
    return acts_there(side, claim, words) or (other is not None and is_home_holder(other, claim, words))


def only_looks_on(side: str | None, claim: Claim, words: ReportWords) -> bool:
    """True for a state that tells of a place abroad where it does not act: nameless forces are not its."""
    party = parties().get(side) if side is not None else None
    if party is None or party.kind != "government" or not taking_abroad().keys().isdisjoint(party.countries):
        return False
    return not is_home_or_foe(party.name, claim, words)


def _country_of(claim: Claim, words: ReportWords) -> str | None:
    """The country of the place of a claim; of an unknown one, that which the report is about."""
    span = claim.place.span if claim.place is not None else None
    named = (m.place.country for m in words.places_in(span) if m.span.meets(span)) if span else iter(())
    return next(named, None) or words.country


def _day(words: ReportWords) -> date | None:
    return words.report.published.day if words.report.published else None


def _named_before(official: Span, words: ReportWords) -> str | None:
    """Whose "the minister" is: of the state that was last named with this office before."""
    said = OF.split(official.of(words.text), maxsplit=1)[0].split()
    if len(said) < 2 or said[0].lower() != "the" or said[-1].lower() not in word_set("sides", "offices"):
        return None
    office = said[-1].lower()
    for sentence in reversed(words.sentences_before(official.start, BACK)):
        before = Span(sentence.start, min(sentence.end, official.start))
        found = _with_office(office, before, words)
        found = found or party_of_office(office, before.of(words.text), _day(words))
        if found is not None:
            return found
    return None


def _with_office(office: str, within: Span, words: ReportWords) -> str | None:
    """The state named just before the last mention of the office: "Russia's defence ministry"."""
    text = within.of(words.text)
    for match in reversed(list(re.finditer(rf"\b{re.escape(office)}\b", text, re.IGNORECASE))):
        at = within.start + match.start()
        beside = words.parties_in(Span(max(within.start, at - NEAR), at + len(office)))
        states = [m.name for m in beside if m.name and m.how != "generic" and m.role in STATES]
        if states:
            return states[-1]
    return None


def _is_filed_elsewhere(side: str, words: ReportWords) -> bool:
    """True for a report from the country of another state than the one in focus, whose forces it names."""
    countries = words.filed_in
    others = (parties().get(name) for name in words.named if name != side) if countries else ()
    return any(p is not None and p.kind in STATES and countries & set(p.countries[:1]) for p in others)


def _may_be_a_boast(side: str, claim: Claim, words: ReportWords) -> bool:
    """True for the success of another state than the one guessed, not said to be admitted."""
    actor, gains = actor_of(claim, words), event_types()[claim.type].control in GAINS
    if actor is None or not gains or is_admitted(claim, words):
        return False
    return actor.kind in STATES and actor.name != side and side not in actor.allies


def is_admitted(claim: Claim, words: ReportWords) -> bool:
    """True where the word for saying it is one for admitting: "conceded that"."""
    cue = claim.attribution.cue
    said = cue.of(words.text).lower().split() if cue is not None else []
    return not word_set("sides", "admitting").isdisjoint(said)


def actor_of(claim: Claim, words: ReportWords) -> Party | None:
    """The party that the words for who does it name, None for generic words."""
    if claim.actor is None:
        return None
    span = claim.actor.span
    named = next((m for m in words.parties_in(span) if m.span.meets(span) and m.how != "generic"), None)
    return parties().get(named.name) if named is not None and named.name else None


def side_of_its(official: Span, words: ReportWords, claim: Claim | None) -> str | None:
    """Whose "its defence ministry" is: the doer's, if that is a state named before, else the nearest's."""
    for sentence in reversed(words.sentences_before(official.start, 2)):
        before = Span(sentence.start, min(sentence.end, official.start))
        states = [m.name for m in words.parties_in(before) if m.name and _is_state(m.name, words)]
        if states:
            actor = actor_of(claim, words) if claim is not None else None
            return actor.name if actor is not None and actor.name in states else states[-1]
    return None


def _is_state(name: str, words: ReportWords) -> bool:
    party = parties().get(name)
    if party is None:
        return False
    home = next(iter(party.countries), "")
    return party.kind in STATES or party in parties().governments(home, _day(words))


def _lowered(said: str) -> set[str]:
    return {word.lower().strip("'-") for word in WORD.findall(said)}


def side_of_person(said: str, words: ReportWords) -> str | None:
    """The party of a well-known holder of public office, by the name in a claimer's words."""
    return party_of_person(said, _day(words))
