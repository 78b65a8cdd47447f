"""Words that can name an event: which type and frame each opens, from `lexicon/en/triggers.toml`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from whoholds.errors import DataError
from whoholds.lexicon import read_lexicon
from whoholds.model import EventType
from whoholds.text.linked_words import may_be_linked, two_of
from whoholds.text.parse import Parsed
from whoholds.text.stems import stems as stems
from whoholds.text.syntax import is_noun, is_predicate, is_verb, prepositions

if TYPE_CHECKING:
    from whoholds.text.tokens import Token

NOMINAL = ("pobj", "pcomp", "nsubj", "dobj", "nsubjpass", "conj", "compound", "attr")
WORD = re.compile(r"[A-Za-z][A-Za-z-]*")
_REMEMBERED = 50_000  # words


@dataclass(frozen=True, slots=True)
class Trigger:
    """A word that may name an event: its token, the last token of it, the type and frame it opens.

    `pair` marks a light verb with the noun that makes the event ("took control").
    """

    token: Token
    last: Token
    type: EventType
    frame: str
    lemma: str
    pair: bool = False


@dataclass(frozen=True, slots=True)
class _Lexicon:
    verbs: dict[str, tuple[tuple[str, EventType, str], ...]]  # lemma → (particle, type, frame)
    nouns: dict[str, tuple[EventType, str]]
    pairs: dict[tuple[str, str], tuple[EventType, str]]
    suffixes: dict[str, tuple[EventType, str]]
    linked: dict[tuple[str, str], tuple[EventType, str]]  # (verb, preposition) → type, frame
    light: frozenset[str]  # the verbs of pairs
    last_nouns: frozenset[str]  # each noun, of several words the last
    single: frozenset[str]  # verbs and nouns that are triggers by themselves
    double: frozenset[frozenset[str]]  # words that are one together
    halves: frozenset[str]  # the words of those
    lemmas: frozenset[str]
    forms: dict[str, str]


@cache
def _lexicon() -> _Lexicon:
    data = read_lexicon("en", "triggers")
    verbs: dict[str, list[tuple[str, EventType, str]]] = {}
    nouns: dict[str, tuple[EventType, str]] = {}
    pairs: dict[tuple[str, str], tuple[EventType, str]] = {}
    suffixes: dict[str, tuple[EventType, str]] = {}
    linked: dict[tuple[str, str], tuple[EventType, str]] = {}
    for row in data["trigger"]:
        opens = (EventType(row["type"]), str(row["frame"]))
        if "example" not in row:
            raise DataError(f"triggers.toml: the entry {opens} has no example.")
        for verb in row.get("verbs", ()):
            lemma, _, particle = verb.partition(" ")
            verbs.setdefault(lemma, []).append((particle, *opens))
        nouns.update((noun, opens) for noun in row.get("nouns", ()))
        pairs.update((two_of(pair), opens) for pair in row.get("pairs", ()))
        linked.update((two_of(pair), opens) for pair in row.get("linked", ()))
        suffixes.update((suffix, opens) for suffix in row.get("suffixes", ()))
    words = {
        *verbs,
        *(w for noun in nouns for w in noun.split()),
        *(w for pair in (*pairs, *linked) for w in pair),
    }
    ordered = {lemma: tuple(sorted(v, key=lambda one: not one[0])) for lemma, v in verbs.items()}
    single = frozenset((*verbs, *(noun for noun in nouns if " " not in noun)))
    double = frozenset(map(frozenset, (*pairs, *(noun.split() for noun in nouns if " " in noun))))
    return _Lexicon(
        verbs=ordered,
        nouns=nouns,
        pairs=pairs,
        suffixes=suffixes,
        linked=linked,
        light=frozenset(first for first, _ in (*pairs, *linked)),
        last_nouns=frozenset(noun.split()[-1] for noun in nouns),
        single=single,
        double=double,
        halves=frozenset().union(*double),
        lemmas=frozenset(words),
        forms=dict(data["forms"]["lemmas"]),
    )


@cache
def lemma_of(word: str) -> str:
    """The dictionary form of a trigger word ("retook" → "retake"); any other word in small letters."""
    lexicon = _lexicon()
    word = word.lower()
    if word in lexicon.forms:
        return lexicon.forms[word]
    return next((stem for stem in stems(word) if stem in lexicon.lemmas), word)


def has_trigger(words: str, *, besides: frozenset[str] = frozenset()) -> bool:
    """True when some word of a sentence is a form of a trigger, or two are: the wide test before parsing.

    `besides`: dictionary forms of triggers that do not count by themselves.
    """
    found = set(WORD.findall(words))
    if any(besides.isdisjoint((lemma_of(word), _verb_lemma(word))) for word in filter(_opens_alone, found)):
        return True
    if may_be_linked(words):
        return True
    halves = frozenset().union(*map(_halves, found))
    return bool(halves) and any(pair <= halves for pair in _lexicon().double)


@lru_cache(_REMEMBERED)
def _opens_alone(word: str) -> bool:
    """True for a trigger, and for "rebel-held" in one word."""
    _, hyphen, suffix = word.lower().rpartition("-")
    return _is_single(word) or (bool(hyphen) and suffix in _lexicon().suffixes)


@lru_cache(_REMEMBERED)
def _is_single(word: str) -> bool:
    """True for a form of a trigger that needs no second word."""
    return not _lexicon().single.isdisjoint((lemma_of(word), _verb_lemma(word)))


@lru_cache(_REMEMBERED)
def _halves(word: str) -> frozenset[str]:
    """What a word can be in a trigger of two words."""
    lemmas = (lemma_of(word), _verb_lemma(word))
    return _lexicon().halves.intersection((*word.lower().split("-"), *lemmas))


def first_trigger(words: str) -> str | None:
    """The first word of a sentence that can name an event by itself, without a parse; None without any."""
    return next(filter(_is_single, WORD.findall(words)), None)


def find_triggers(sentence: Parsed) -> tuple[Trigger, ...]:
    """The triggers of a parsed sentence, in order; a word opens one frame per reading it allows."""
    found: list[Trigger] = []
    taken: set[int] = set()
    for token in sentence.tokens:
        if not _may_open(token.text):
            continue
        for trigger in _at(token):
            if trigger.token.i not in taken or trigger.type is EventType.DETENTION:
                found.append(trigger)
        taken |= {i for t in found if t.pair for i in (t.token.i, t.last.i)}
    return tuple(found)


def _at(token: Token) -> Iterator[Trigger]:
    lexicon = _lexicon()
    pair = _pair_at(token, _verb_lemma(token.text))
    if pair is not None:
        yield pair
        return
    nominal = is_noun(token) or (token.tag_ == "VBG" and token.dep_ in NOMINAL and not _has_object(token))
    yield from _linked_at(token)
    if (is_verb(token) or is_predicate(token) or _is_misread_verb(token)) and not (
        nominal and token.lower_ in lexicon.nouns
    ):
        lemma = _verb_lemma(token.text)
        for particle, kind, frame in lexicon.verbs.get(lemma, ()):
            last = _particle(token, particle)
            if last is not None:
                yield Trigger(token, last, kind, frame, f"{lemma} {particle}".strip())
    if nominal:
        yield from _noun_at(token, lemma_of(token.text))
    yield from _suffix_at(token)


def _has_object(gerund: Token) -> bool:
    """ "For killing ten", "after shelling the town": a gerund that does something to somebody is a verb."""
    return any(child.dep_ == "dobj" for child in gerund.children)


def _linked_at(verb: Token) -> Iterator[Trigger]:
    """A weak verb with a preposition that makes it an event: "is with", "was given … to"."""
    lexicon, lemma = _lexicon(), _verb_lemma(verb.text)
    if lemma not in lexicon.light or not is_verb(verb):
        return
    links = (c for c in verb.children if c.dep_ in ("prep", "dative", "prt", "advmod") and c.i > verb.i)
    for link in (one for child in links for one in (child, *child.children)):
        opens = lexicon.linked.get((lemma, link.lower_))
        if opens is not None and link.dep_ in ("prep", "dative"):
            yield Trigger(verb, link, *opens, f"{lemma} {link.lower_}")
            return


@cache
def _may_open(word: str) -> bool:
    """True for a word that `_at` can find something at: a verb, a noun or a suffix of the list."""
    lexicon = _lexicon()
    lemma = _verb_lemma(word)
    if lemma in lexicon.verbs or lemma in lexicon.light:
        return True
    lowered = word.lower()
    return (
        lowered in lexicon.last_nouns
        or lemma_of(word) in lexicon.last_nouns
        or lowered.rsplit("-", 1)[-1] in lexicon.suffixes
    )


def _is_misread_verb(token: Token) -> bool:
    """An irregular past ("retook") that the parser tags as a noun, with its own subject and object."""
    children = {child.dep_ for child in token.children}
    return token.lower_ in _lexicon().forms and {"nsubj", "dobj"} <= children


@cache
def _verb_lemma(word: str) -> str:
    """The dictionary form of a word as a verb: "fighting" → "fight"."""
    lexicon = _lexicon()
    word = word.lower()
    if word in lexicon.forms:
        return lexicon.forms[word]
    return next((stem for stem in stems(word) if stem in lexicon.verbs or stem in lexicon.light), word)


def _noun_at(token: Token, lemma: str) -> Iterator[Trigger]:
    lexicon = _lexicon()
    lowered = token.lower_
    before = token.nbor(-1).lower_ if token.i else ""
    if before == "-" and token.i > 1:
        before = token.nbor(-2).lower_
    for name in (f"{before} {lemma}", f"{before} {lowered}", lowered, lemma):
        if name in lexicon.nouns:
            kind, frame = lexicon.nouns[name]
            yield Trigger(token, token, kind, frame, name)
            return


def _pair_at(verb: Token, lemma: str) -> Trigger | None:
    """A light verb with the noun that makes the event: "seized control", "fell into the hands of"."""
    lexicon = _lexicon()
    if not is_verb(verb):
        return None
    nouns = [
        c for c in verb.children if c.dep_ in ("dobj", "attr", "nsubjpass", "dep", "obj", "advmod", "acomp")
    ]
    nouns += [noun for _, noun in prepositions(verb)]
    nouns += [noun for counted in nouns for word, noun in prepositions(counted) if word == "of"]
    for noun in nouns:
        opens = lexicon.pairs.get((lemma, lemma_of(noun.text)))
        if opens is not None:
            return Trigger(verb, noun, *opens, f"{lemma} {noun.lower_}", pair=True)
    return None


def _particle(verb: Token, particle: str) -> Token | None:
    """The last token of the trigger: the verb itself, or its particle; None when the particle is missing."""
    if not particle:
        return verb
    wanted = particle.split()
    for child in verb.children:
        if child.lower_ == wanted[-1] and child.dep_ in ("prt", "advmod", "prep", "acomp", "oprd", "dep"):
            return child if child.i < verb.i + 6 else None
    following = verb.nbor(1) if verb.i + 1 < len(verb.doc) else None
    return following if following is not None and following.lower_ == wanted[-1] else None


def _suffix_at(token: Token) -> Iterator[Trigger]:
    """ "rebel-held" as one token or three."""
    lexicon = _lexicon()
    word = token.lower_.rsplit("-", 1)[-1]
    if word not in lexicon.suffixes or word == token.lower_:
        hyphen = token.i > 1 and token.nbor(-1).text == "-"
        if not (hyphen and token.lower_ in lexicon.suffixes):
            return
        word = token.lower_
    kind, frame = lexicon.suffixes[word]
    yield Trigger(token, token, kind, frame, word)
