"""Names of the gazetteer that stand inside a longer name: of a person, an office, a place not known."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache

from whoholds.gazetteer import Gazetteer, NameHit
from whoholds.gazetteer.fold import fold
from whoholds.model import Place, Span
from whoholds.ontology import parties
from whoholds.text.held_words import ends_in_held
from whoholds.text.place_words import PROPER, is_demonym, named_pattern, place_words
from whoholds.text.reporting import reporting_verbs
from whoholds.text.unknown_places import skeleton

CAPITALISED = re.compile(r"([A-Z][\w'’-]*\.?) $")
FOLLOWING = re.compile(r" ([A-Z][\w'’-]*)")
LONGER = re.compile(
    r"[-‑–][a-z]{1,3}[- ]?[A-Z]|[-‑][A-Z]"
    r"|[ ](?:wa|va|wal|ul|ol|o|i|e|y|de|del|da|do|du|la|le|bin|ibn)[ -][A-Z]"
)
SPEAKS = re.compile(r" [A-Z][\w’'-]+,? (?P<verb>[a-z]+)\b")
ABBREVIATED = 3  # letters before a stop that may be an abbreviation: "St. Petersburg"
TOWN = 50_000  # inhabitants of a town whose quarters are told by its name
HALVED = re.compile(r"([A-Z][\w'’]+) (?:a[lnrstdz]|ash|el)-$")
QUARTER = re.compile(r" (?:a[lnrstdz]|ash|el)-[A-Z][\w'’]+")
ARTICLE = re.compile(r" (?:al|el)[ -][A-Z]")


def is_part_of_name(text: str, hit: NameHit, kind: str | None) -> bool:
    """True when the words belong to a longer proper name: of a person, an office, an outlet."""
    before = CAPITALISED.search(text[max(0, hit.span.start - 25) : hit.span.start])
    after = FOLLOWING.match(text, hit.span.end)
    if _names_organisation(text, hit.span.end) or (after and _speaks(text, hit.span.end)):
        return True
    if kind == "settlement" and _is_first_word(text, hit):
        return True
    if kind == "settlement" and is_demonym(hit.span.of(text)):
        return True
    if _route().match(text, hit.span.end) or _opens_longer(text, hit):
        return True
    opens = hit.span.of(text) in place_words("taken", "openers")
    if opens and kind is None and ARTICLE.match(text, hit.span.end):
        return True  # "Wadi al-Deif"; but Daraa in "Daraa al-Balad" is the town
    if LONGER.match(text, hit.span.end) or (after and _goes_on(text, hit, after[1], kind)):
        return True
    if before is None:
        return (
            text[max(0, hit.span.start - 30) : hit.span.start].rstrip().split(" ")[-1]
            in place_words("never", "titles")
            and not kind
        )
    word = before[1].rstrip(".")
    if word in place_words("directions", "words") or ends_in_held(before[0]):
        return False  # "Taliban-held Kunduz"
    if kind is not None:
        return kind == "facility" and word in place_words("taken", "openers")
    if word in place_words("never", "titles"):
        return True
    if before[1].endswith(".") and len(word) > ABBREVIATED:
        return False  # "near Kyiv. Hostomel": a sentence ends
    return _inside_sentence(text, hit.span.start - len(before[0])) and word not in place_words(
        "never", "words"
    )


def _names_organisation(text: str, end: int) -> bool:
    """ "Kandahar" in "Kandahar University", "Northeastern" in "Northeastern Regional Military Command"."""
    after = FOLLOWING.match(text, end)
    while after is not None and after[1] in place_words("never", "organising"):
        after = FOLLOWING.match(text, after.end())
    return after is not None and after[1] in place_words("never", "organisations")


def _speaks(text: str, end: int) -> bool:
    """ "Corneille" in "Corneille Nangaa said": a person's first name."""
    told = SPEAKS.match(text, end)
    verb = reporting_verbs().get(told["verb"]) if told is not None else None
    return verb is not None and verb.kind == "say"


def _is_of_facility(text: str, end: int) -> bool:
    """ "Toussaint" in "Toussaint Louverture airport"; not Goma in "Goma International airport"."""
    known = (
        place_words("never", "words") | place_words("never", "titles") | place_words("directions", "words")
    )
    site = _facility().match(text, end)
    return site is not None and site[1] not in known | place_words("sited", "words")


@cache
def _facility() -> re.Pattern[str]:
    kinds = "|".join(sorted(place_words("sited", "sites")))
    return re.compile(rf"{FOLLOWING.pattern} (?i:{kinds})\b")


@cache
def _route() -> re.Pattern[str]:
    """What follows the first name of "the Aleppo–Damascus road"."""
    ways = "|".join(sorted(place_words("routes")))
    return re.compile(rf" ?[-‑–—] ?{PROPER} (?:{ways})\b")


def _opens_longer(text: str, hit: NameHit) -> bool:
    """ "Hazrat" in "Hazrat Sultan district": a title or first word of several, before a noun for a place."""
    opens = hit.span.of(text) in place_words("taken", "openers") | place_words("never", "honours")
    named = _before_noun().match(text, hit.span.end) if opens else None
    return named is not None and named[1] not in place_words("never", "words") | place_words("sited", "words")


@cache
def _before_noun() -> re.Pattern[str]:
    nouns = "|".join(sorted(place_words("locative", "plural") | place_words("locative", "nouns")))
    return re.compile(rf"{FOLLOWING.pattern} (?:{nouns})\b")


def is_second_half(text: str, at: int, gazetteer: Gazetteer) -> bool:
    """True for the Balad of "Daraa al-Balad": a quarter of the town before it."""
    before = HALVED.search(text[max(0, at - 25) : at])
    return before is not None and _is_town(before[1], gazetteer.named(before[1]))


def with_second_half(text: str, span: Span, candidates: Sequence[Place]) -> Span:
    """A town's name with that of its quarter: all of "Daraa al-Balad", not of "Daraa al-Qaeda fighters"."""
    quarter = QUARTER.match(text, span.end)
    if quarter is None or not _is_town(span.of(text), candidates):
        return span
    group = parties().named(quarter[0].strip()) is not None
    return span if group else Span(span.start, quarter.end())


def _is_town(name: str, places: Iterable[Place]) -> bool:
    """True where a town's main name is this one, or another spelling of it."""
    towns = (fold(one.name) for one in places if one.kind == "settlement" and one.population >= TOWN)
    said = fold(name)
    return any(town[:1] == said[:1] and skeleton(town) == skeleton(said) for town in towns)


def is_of_country(text: str, at: int, gazetteer: Gazetteer) -> bool:
    """True after "Syrias", "Iraq's": the name of a country that owns what is named after it."""
    before = CAPITALISED.search(text[max(0, at - 25) : at])
    owner = before[1].rstrip(".").replace("'", "").replace("’", "") if before else ""
    return owner.endswith("s") and any(p.kind == "country" for p in gazetteer.named(owner[:-1]))


def _is_first_word(text: str, hit: NameHit) -> bool:
    """ "Adan" in "the town of Adan Yabaal": a name of several words is not meant by its first alone."""
    opened = named_pattern().search(text, max(0, hit.span.start - 30), hit.span.end + 40)
    if opened is None or opened.start("name") != hit.span.start:
        return False
    more = text[hit.span.end : opened.end("name")].split()
    barred = place_words("never", "words") | place_words("never", "titles")
    return bool(more) and more[0] not in barred and not is_demonym(more[0]) and len(more) == 1


def _goes_on(text: str, hit: NameHit, following: str, kind: str | None) -> bool:
    """ "Sher Khan", "Pul Alam": a short name that another capitalised word makes longer."""
    known = place_words("never", "words") | place_words("never", "titles")
    known |= place_words("directions", "words")
    name = hit.span.of(text)
    opens = len(name) < 5 or name in place_words("taken", "openers")
    if kind is None and _is_of_facility(text, hit.span.end):
        return True
    return " " not in name and kind is None and opens and following not in known


def _inside_sentence(text: str, at: int) -> bool:
    """True when a sentence or line does not begin at `at`: a capital there means a name."""
    while at and text[at - 1] == " ":
        at -= 1
    return at > 0 and text[at - 1] not in '.!?\n:“"”—–-(,'
