"""Whose side a claimer is on (codebook 2.5)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from whoholds.belonging import party_spoken_for, speaks_no_longer
from whoholds.claims.context import ReportWords
from whoholds.gazetteer import Gazetteer
from whoholds.introduced import side_introduced
from whoholds.lexicon import word_set
from whoholds.model import Claim, Published, Report, Span
from whoholds.officials import side_of_its, side_of_official, side_of_person, tells_no_side
from whoholds.ontology import Parties, parties
from whoholds.outlets import governing, side_of_outlet, side_of_state_media
from whoholds.text.held_words import is_held_by
from whoholds.text.parties import STATES, PartyMention
from whoholds.text.reporting import outlet_names

WORD = re.compile(r"[A-Za-z.'-]+")
OF_BODY = re.compile(r" (?:of|at|in|from|with|for) ")


def side_of(claimer: Span, words: ReportWords, claim: Claim | None = None) -> str | None:
    """The plain name of the party that the claimer's words belong to; None for media, residents, monitors.

    None too for an official who may be the enemy's: `claim` is what is said, by which that is told.
    """
    claimer = _without_others(claimer, words)
    said = claimer.of(words.text)
    if speaks_no_longer(claimer, words):
        return None
    if (spoken_for := party_spoken_for(claimer, words)) is not None:
        return spoken_for
    # "a reporter in rebel-held Aleppo" is no rebel
    speaking = [m for m in words.parties_in(claimer) if not is_held_by(words.text, m.span.end)]
    named = [m for m in speaking if m.how != "generic" and m.name]
    wing = "wing" in _lowered(said)  # "the group's media wing" is the group
    if named and (wing or not _is_outlet(said)) and not _is_bystanders(said):
        armed = [m for m in named if m.role != "international" or len(named) == 1]
        return (armed or named)[-1 if named[0].metonym else 0].name
    if said.lower() in word_set("sides", "belonging"):
        return _side_of_their(claimer, words, claim)
    if _is_its(said, "speaking") and not _lowered(said) & word_set("sides", "local", "offices"):
        return _side_spoken_of(claimer, words)
    if _is_its(said, "institutions") and (its := side_of_its(claimer, words, claim)) is not None:
        return its
    return _side_unnamed(claimer, words, claim, speaking)


def _side_unnamed(
    claimer: Span, words: ReportWords, claim: Claim | None, speaking: Sequence[PartyMention]
) -> str | None:
    """The side of who is named by no party: a state's outlet or country, rebels, an official, a person."""
    said = claimer.of(words.text)
    state = side_of_state_media(said, words.country, words.report) or _side_of_country(claimer, words)
    if state is not None:
        return state
    rebels = [m for m in speaking if m.how == "generic" and _is_force_without_name(m)]
    if rebels:
        junta = words.focus.government(claimer.start) if rebels[0].word == "junta" else None
        return _group_spoken_of(claimer, words) or junta or rebels[0].name
    kinds = _kinds_of(said)
    if (
        _is_agency(said)
        or _watches(said)
        or _is_of_body(said)
        or ("neutral" in kinds and ("official" not in kinds or _is_bystanders(said)))
    ):
        return None
    if (party := side_of_person(said, words)) is not None:
        return party
    if "official" in kinds:
        own = None if _lowered(said) & word_set("sides", "local") else side_of_outlet(words.report)
        return own or side_of_official(claimer, words, claim)
    return _side_of_name(claimer, words, claim)


def _without_others(claimer: Span, words: ReportWords) -> Span:
    """A claimer's words up to those for whom he fights, and for the country that a group is in."""
    said = claimer.of(words.text)
    opposed, abroad = _opposed().search(said), _group_in().search(said)
    ends = [opposed.start() if opposed else len(said), abroad.end() if abroad else len(said)]
    return Span(claimer.start, claimer.start + min(ends))


@lru_cache(maxsize=1)
def _opposed() -> re.Pattern[str]:
    return re.compile(rf" (?:{'|'.join(sorted(word_set('pointing', 'opposing', 'against')))})\b")


@lru_cache(maxsize=1)
def _group_in() -> re.Pattern[str]:
    groups = "|".join(sorted(word_set("sides", "groups")))
    return re.compile(rf"\b(?:{groups})(?= (?:in|from|across) )")


def _is_force_without_name(mention: PartyMention) -> bool:
    """ "The rebels", "the junta"."""
    return mention.role == "rebels" or mention.word == "junta"


@dataclass(frozen=True, slots=True)
class Teller:
    """Who says a claim that somebody coded: in whose words, of which place, done by whom (plain names)."""

    claimer: str
    place: str | None
    actor: str | None
    published: Published | None


def side_of_coded(teller: Teller, gazetteer: Gazetteer) -> str | None:
    """The side of a claimer who was coded without a side, by his words alone, as of one that was read.

    An official speaks for the government, on that day, of the country of the place, but not where what is
    told is the success of another state; one of no told side not where it is anybody else's.
    """
    day = Published(teller.published.day) if teller.published else None  # the hour tells nothing of sides
    return _side_of_coded(replace(teller, published=day), gazetteer, parties())


@lru_cache(maxsize=4096)
def _side_of_coded(teller: Teller, gazetteer: Gazetteer, known: Parties) -> str | None:
    said = Span(0, len(teller.claimer))
    text = f"{teller.claimer} said: {teller.place}." if teller.place else teller.claimer
    words = _words_of_coded(text, gazetteer, known).published_as(teller.published)
    side = side_of(said, words)
    actor = known.named(teller.actor) if teller.actor else None
    if side is None or actor is None or any(m.how != "generic" for m in words.parties_in(said)):
        return side
    other = actor.name != side and side not in actor.allies
    untold = party_spoken_for(said, words) is None and tells_no_side(said, words)
    return None if other and (actor.kind in STATES or untold) else side


@lru_cache(maxsize=4096)
def _words_of_coded(text: str, gazetteer: Gazetteer, _: Parties) -> ReportWords:
    """The words of claimers who speak on many days."""
    return ReportWords(Report(text), gazetteer)


def _is_its(said: str, table: str) -> bool:
    first = said.split()[0].lower()
    return first in word_set("sides", "belonging") and bool(_lowered(said) & word_set("sides", table))


def _side_of_their(claimer: Span, words: ReportWords, claim: Claim | None) -> str | None:
    """Whose "their claim" is: of the party or official that the sentence began with, not of bystanders."""
    sentence = next(iter(words.sentences_before(claimer.start + 1, 1)), claimer)
    before = Span(sentence.start, claimer.start)
    named = next((m for m in words.parties_in(before) if m.name and m.role != "enemy"), None)
    opening = Span(before.start, named.span.start if named else before.end)
    if "neutral" in _kinds_of(opening.of(words.text)):
        return None
    if named is not None:
        return named.name
    return side_of_official(before, words, claim) if "official" in _kinds_of(before.of(words.text)) else None


def _side_spoken_of(claimer: Span, words: ReportWords) -> str | None:
    """Whose spokesman "its spokesman" is: of the party that the sentence before these words begins with.

    Where they open the sentence, of the party that the sentence before begins with. Not "the enemy's".
    """
    until = claimer.start
    for sentence in reversed(words.sentences_before(until + 1, 2)):
        before = Span(sentence.start, min(sentence.end, until))
        told = [m for m in words.parties_in(before) if m.name and m.role != "enemy"]
        named = [m for m in told if not m.metonym or words.acts(m.span)]
        if named:
            return named[0].name
    return None


def _group_spoken_of(claimer: Span, words: ReportWords) -> str | None:
    """Which group "the group said" is: the only one that its own sentence names before them, if any."""
    if claimer.of(words.text).lower() not in word_set("sides", "the_group"):
        return None
    sentence = next(iter(words.sentences_before(claimer.start + 1, 1)), claimer)
    before = words.parties_in(Span(sentence.start, claimer.start))
    named = {one.name for one in before if one.name and one.how == "named" and not one.metonym}
    return next(iter(named)) if len(named) == 1 else None


def _is_outlet(said: str) -> bool:
    return _is_agency(said) or bool(_lowered(said) & word_set("sides", "outlets"))


def _is_agency(said: str) -> bool:
    """An outlet by its whole name: "Agence France-Presse"."""
    return said.lower().removeprefix("the ") in outlet_names()


def _watches(said: str) -> bool:
    """ "Kivu Security Tracker": a body that watches a war, by the last word of its name."""
    return said.lower().split()[-1] in word_set("sides", "watchers")


def _is_of_body(said: str) -> bool:
    """ "The president of a local rights group": of a body of citizens, whatever the title."""
    _, *beyond = OF_BODY.split(said.lower(), maxsplit=1)
    return any(body in words for words in beyond for body in word_set("sides", "neutral", "bodies"))


def _is_bystanders(said: str) -> bool:
    """Bystanders by their first noun, whatever body they belong to: "activists of the provincial council"."""
    head, *beyond = OF_BODY.split(said, maxsplit=1)
    words = [word.lower() for word in WORD.findall(head)]
    return bool(beyond and words) and words[-1] in word_set("sides", "bystanders")


def _lowered(said: str) -> set[str]:
    words = {word.lower() for word in WORD.findall(said)}
    return words | {word.strip(".'") for word in words}


def _kinds_of(said: str) -> set[str]:
    return {kind for kind in ("official", "neutral") if _lowered(said) & word_set("sides", kind)}


def _side_of_country(claimer: Span, words: ReportWords) -> str | None:
    """The government of the country that the report is about, where its bare name says it: "Sudan denied"."""
    names = (m for m in words.places_in(claimer) if m.span == claimer and m.place.kind == "country")
    country = next((m.place.country for m in names), None)
    return governing(country, words.report) if country is not None and country == words.country else None


def _side_of_name(claimer: Span, words: ReportWords, claim: Claim | None) -> str | None:
    """The side of a bare name ("Syrskyi"), from how the report introduces that person elsewhere."""
    name = OF_BODY.split(claimer.of(words.text), maxsplit=1)[0]  # not Aleppo of "bakers in Aleppo"
    tokens = [t for t in WORD.findall(name) if t[0].isupper() and len(t) > 3]
    if not tokens:
        return None
    if (
        own := next(filter(None, (side_introduced(at, words) for at in _named(tokens[-1], words))), None)
    ) is not None:
        return own
    if tokens[-1].isupper():
        return None  # a body called by its initials ("SOHR"), not a person
    elsewhere = (
        at for at in _introductions(tokens[-1], words) if not claimer.start <= at.start < claimer.end
    )
    introduced = next(elsewhere, None)
    if introduced is None:
        return None
    around = _around(introduced, words)
    named = [m for m in words.parties_in(around) if m.name and m.role == "government" and m.how != "generic"]
    return named[0].name if named else side_of_official(around, words, claim)


def _named(name: str, words: ReportWords) -> list[Span]:
    whole, first = re.compile(rf"\b{re.escape(name)}\b"), re.split(r"\W", name, maxsplit=1)[0]
    return [Span(at, at + len(name)) for at in words.capitals.get(first, ()) if whole.match(words.text, at)]


@lru_cache(maxsize=256)
def _introductions(name: str, words: ReportWords) -> tuple[Span, ...]:
    """Where a name stands beside the word for an official."""
    return tuple(
        at for at in _named(name, words) if "official" in _kinds_of(_around(at, words).of(words.text))
    )


def _around(name: Span, words: ReportWords) -> Span:
    return Span(max(0, name.start - 70), min(len(words.text), name.end + 60))
