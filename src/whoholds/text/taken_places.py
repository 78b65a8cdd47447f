"""Names that no gazetteer knows and that only the words of war say are places: "retook Ngungu"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from whoholds.lexicon import word_set
from whoholds.model import Span
from whoholds.text.place_words import LIST_NEXT, PROPER, place_words
from whoholds.text.stretches import InOrder
from whoholds.text.triggers import lemma_of

LONGEST = 3  # words of such a name
SUBJECT = 45  # characters before a verb in which its party stands
HARM = 50  # characters between what is done to people and where
OBJECT = 30  # characters after "fell to" in which the taker stands
_DISTANCE = (
    r"(?:(?:about|some|around|just|roughly|only) )?(?:\d[\d.,]* ?(?:km|kilomet\w+|miles?)(?: \([^)]*\))? )?"
)
_SIDE = r"(?:to the )?(?:north|south|east|west|northeast|northwest|southeast|southwest) of (?:the )?[A-Z]"


@dataclass(frozen=True, slots=True)
class _Told:
    """A name in the text, and whether the words alone (`sure`) or only with more evidence make it a place."""

    name: str
    span: Span
    sure: bool


def taken_names(text: str, parties: Sequence[Span]) -> Iterator[Span]:
    """Where names stand, at each of their mentions, that the words around one of them say are places.

    `parties` are the words that name parties: a party that takes a name takes a place, for people of that
    name are told of with a title, a first name or what they said.
    """
    of_parties = InOrder([_Party(span) for span in sorted(parties)])
    told: dict[str, bool] = {}
    for one in (
        *_after(text, of_parties),
        *_before(text, of_parties),
        *_described(text),
        *_happened(text, of_parties),
    ):
        told[one.name] = told.get(one.name, False) or one.sure
    for name, sure in told.items():
        if _may_be_place(name, text) and (sure or not _is_person(name, text)):
            yield from _mentions(name, text)


@dataclass(frozen=True, slots=True)
class _Party:
    span: Span


def _after(text: str, parties: InOrder[_Party]) -> Iterator[_Told]:
    """Names after "retook", "withdrew from"; after "captured" where more says that they are places."""
    for match in _verb_pattern().finditer(text):
        sure = _opens(match)
        name = _trimmed(match["name"])
        end = match.start("name") + len(name)
        if sure is None or not name or not _may_follow(text, end):
            continue
        told = _located(text, end) or _acts(text, match.start(), parties)
        if sure or (told and (" " not in name or _opens_place(name))):
            yield _Told(name, Span(match.start("name"), end), sure)
            yield from _listed(text, end, sure=sure)


def _listed(text: str, at: int, *, sure: bool) -> Iterator[_Told]:
    """The names that a list goes on to."""
    while (following := LIST_NEXT.match(text, at)) is not None:
        name = _trimmed(following["name"])
        at = following.start("name") + len(name)
        if not name or not _may_follow(text, at):
            return
        yield _Told(name, Span(following.start("name"), at), sure and not _is_person(name, text))


def _before(text: str, parties: InOrder[_Party]) -> Iterator[_Told]:
    """Names before "fell to" and "is under the control of" with a party, and before "was retaken"."""
    for match in _state_pattern().finditer(text):
        if match["held"] is None or parties.beginning_in(Span(match.end(), match.end() + OBJECT)):
            yield _Told(match["name"], Span(*match.span("name")), sure=False)


def _described(text: str) -> Iterator[_Told]:
    """Names before ", 14 km south of" and ", a strategic town"."""
    for match in _lying_pattern().finditer(text):
        name = _trimmed(match["name"])
        if name:
            yield _Told(name, Span(match.start("name"), match.start("name") + len(name)), sure=True)


def _happened(text: str, parties: InOrder[_Party]) -> Iterator[_Told]:
    """Names after "in" and "near" behind what a party did to people: "ambushed a convoy near Banibangou"."""
    for match in _harm_pattern().finditer(text):
        name = match["name"]
        end = match.end("name")
        follows = text[end : end + 1] in ",.;" or _may_follow(text, end)
        if " " not in name and follows and _acts(text, match.start(), parties):
            yield _Told(name, Span(match.start("name"), end), sure=False)


def _trimmed(name: str) -> str:
    """The name without a day or other word after it that is no part of it ("Sarrin Monday")."""
    words = name.split(" ")
    while words and words[-1] in place_words("never"):
        words.pop()
    return " ".join(words).removesuffix("'s").removesuffix("’s")


def _may_follow(text: str, end: int) -> bool:
    """True where a name ends: before a stop, a preposition or a day, not before a noun that it describes."""
    following = re.match(r"(?:['’]s)? ([\w-]+)", text[end : end + 30])
    if following is None or text[end : end + 1] in "'’":
        return text[end : end + 1] not in "'’-"
    word = following[1]
    return word in place_words("taken", "followers") or word in place_words("never")


def _opens_place(name: str) -> bool:
    """True for "Umm Keddada", "Port Loko": the first word of many names of places, and of few people."""
    return name.split(" ")[0] in place_words("taken", "openers")


def _located(text: str, end: int) -> bool:
    """True before "in Chin State", "from the army", ", north of"."""
    return _location().match(text, end) is not None


def _acts(text: str, start: int, parties: InOrder[_Party]) -> bool:
    """True when a party, or a pronoun for one, stands just before the verb."""
    if _pronoun().search(text[max(0, start - SUBJECT) : start]):
        return True
    before = parties.beginning_in(Span(max(0, start - SUBJECT), start))
    gap = text[before[-1].span.end : start] if before else "."
    return bool(before) and not re.search(r"[.;:\n]", gap)


def _may_be_place(name: str, text: str) -> bool:
    words = name.split(" ")
    barred = place_words("never") | place_words("never", "titles") | place_words("never", "organisations")
    said = {words[-1], *words} - set(_articles(words))
    return len(words) <= LONGEST and not barred & said and not (name.isupper() and len(name) > 1)


def _articles(words: Sequence[str]) -> Sequence[str]:
    """Those before another word of the name: "An" of "Wad An Nyal"."""
    return [word for word in words[:-1] if word in place_words("taken", "articles")]


def _is_person(name: str, text: str) -> bool:
    """True when the text names it with a title or first name, or lets it speak."""
    spoken = re.escape(name)
    if re.search(
        rf"\b{spoken}(?:,? who\b|,? (?:said|told|says|added|vowed|warned|was born)\b|, \d\d,)", text
    ):
        return True
    known = place_words("never") | place_words("directions", "words")
    titles = place_words("never", "titles")
    first = re.findall(rf"(?<![.!?\n“\"] )(?<!^)\b([A-Z][\w.’'-]*) {spoken}\b", text)
    called = re.findall(rf"\b([a-z]+) {spoken}\b", text)
    return any(word in titles or word not in known for word in first) or any(
        word in titles for word in called
    )


def mentions_of(name: str, text: str) -> Iterator[Span]:
    """Where the name of a place stands that is not also that of a person who speaks."""
    if not _is_person(name, text):
        yield from _mentions(name, text)


def _mentions(name: str, text: str) -> Iterator[Span]:
    """Where a name stands, and is not part of a longer one."""
    for match in re.finditer(rf"(?<![\w-]){re.escape(name)}(?![\w-])", text):
        yield Span(*match.span())


@cache
def _verb_pattern() -> re.Pattern[str]:
    near, at, expelled, particles = (
        _either(place_words("taken", key)) for key in ("near_nouns", "near", "expelled", "particles")
    )
    beside = rf"(?P<beside>{near}) (?:{at})"
    out_of = rf"(?P<out>{expelled})(?: [\w'’-]+){{1,4}}? (?:from|out of)"
    done = rf"(?P<verb>[a-z][a-z-]*)(?: (?P<particle>{particles}))?"
    return re.compile(rf"\b(?:{beside}|{out_of}|{done}) (?P<name>{PROPER})")


def _opens(match: re.Match[str]) -> bool | None:
    """True where the words before a name make it a place, False where they may, None where they do not."""
    if match["verb"] is None:
        return True
    words = match["verb"], match["particle"] or ""
    forms = {" ".join((verb, words[1])).strip() for verb in (words[0], lemma_of(words[0]))}
    if forms & place_words("taken", "places_only"):
        return True
    return False if forms & place_words("taken") else None


def ends_in_taking(words: str) -> bool:
    """True for words before a name that may make it a place: "… the army retook "."""
    match = _ending().search(words)
    return match is not None and _opens(match) is not None


def ends_in_driving_out(words: str) -> bool:
    """True for words before a name that may make it a place: "… drove the rebels out of "."""
    return _driving_out().search(words) is not None


def ends_in_attack(words: str) -> bool:
    """True for words before a name that is attacked: "… insurgents attacked ", "… an attack on "."""
    return _attack().search(words) is not None


def name_may_end(text: str, end: int) -> bool:
    """True where a name that is taken may end: not before a noun that it describes, nor before a verb."""
    return _may_follow(text, end)


@cache
def _attack() -> re.Pattern[str]:
    verbs, nouns = (_either(place_words("taken", key)) for key in ("attacked", "attacks"))
    return re.compile(rf"\b(?:(?:{verbs})|(?:{nouns}) (?:on|in|at)) (?:the (?:town|village|city) of )?$")


@cache
def _driving_out() -> re.Pattern[str]:
    expelled = _either(place_words("taken", "expelled"))
    return re.compile(rf"\b(?:{expelled})(?: [\w'’-]+){{0,4}}? (?:from|out of) $")


@cache
def _ending() -> re.Pattern[str]:
    particles = _either(place_words("taken", "particles"))
    inner = _either(word_set("nouns", "places", "inner"))
    return re.compile(rf"\b(?P<verb>[a-z][a-z-]*)(?: (?P<particle>{particles}))? (?:(?:{inner}) )?$")


@cache
def _state_pattern() -> re.Pattern[str]:
    held, lost = (_either(place_words("taken", key)) for key in ("held_by", "states"))
    return re.compile(rf"\b(?P<name>{PROPER}) (?:(?P<held>{held})|(?:{lost}))\b")


@cache
def _harm_pattern() -> re.Pattern[str]:
    harmed = _either(place_words("taken", "harmed"))
    return re.compile(rf"\b(?:{harmed})\b[^.;:!?\n“\"]{{3,{HARM}}}? (?:in|near|outside) (?P<name>{PROPER})")


@cache
def _lying_pattern() -> re.Pattern[str]:
    nouns = _either(place_words("taken", "described"))
    is_one = rf"(?:a|an) (?:[\w’'-]+ ){{0,3}}(?:{nouns})\b"
    return re.compile(rf"\b(?P<name>{PROPER}), (?:{_DISTANCE}{_SIDE}|{is_one})")


@cache
def _location() -> re.Pattern[str]:
    words = _either(place_words("taken", "located"))
    return re.compile(rf",? (?:(?:{words}) (?:the |[a-z]+ern |central )*[A-Z]|from (?:the )?\w|{_SIDE})")


@cache
def _pronoun() -> re.Pattern[str]:
    pronouns = _either(place_words("taken", "pronouns"))
    return re.compile(rf"\b(?:{pronouns}) (?:(?:has|have|had|also|then|later|now) )*$", re.IGNORECASE)


def _either(words: frozenset[str]) -> str:
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))
