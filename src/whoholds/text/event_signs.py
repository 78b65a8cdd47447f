"""What in a parse speaks for or against a name as the place of an event, as short keys.

The weight of each key stands in `data/ontology/event_places.toml`. Keys tell how the sentence is built: the
way through the parse from the event to the name, the preposition over it, what stands between and beside.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from typing import TYPE_CHECKING

from whoholds.lexicon import read_lexicon, word_set
from whoholds.text.event_names import PREPOSITIONS, Name
from whoholds.text.parse import Parsed
from whoholds.text.place_words import kinds
from whoholds.text.syntax import LANDMARKS, is_noun, is_verb
from whoholds.text.triggers import lemma_of, stems

if TYPE_CHECKING:
    from whoholds.text.tokens import Token

WITHIN_NAMES = frozenset(("compound", "nmod", "amod", "conj"))
SHORT = 5  # letters below which a word is mostly one of grammar
ARGUMENTS = ("dobj", "nsubjpass", "xcomp", "ccomp", "prep", "prt")


@dataclass(frozen=True)
class Question:
    """An event word of a sentence and the names among which its place is looked for."""

    sentence: Parsed
    trigger: Token
    names: Sequence[Name]

    @cached_property
    def ways(self) -> list[tuple[list[Token], list[Token]]]:
        """For each name, the steps from the event up to the word over both, and down to the name."""
        return [_way(self.trigger, name.head) for name in self.names]

    @cached_property
    def verb(self) -> str:
        """The event word, without its ending."""
        return _stem(self.trigger.lower_)

    @cached_property
    def steps(self) -> list[float]:
        """How far each name is, in steps of the parse, then in words."""
        distances = zip(self.ways, self.names, strict=True)
        return [
            len(up) + len(down) + 0.01 * abs(name.head.i - self.trigger.i) for (up, down), name in distances
        ]


def signs_of(question: Question, at: int) -> frozenset[str]:
    """The keys of one of the names."""
    name = question.names[at]
    return frozenset(
        (
            *_of_way(question, at),
            *_of_way_together(question, at),
            *_of_preposition(question, name),
            *_of_words(question.sentence, name),
            *_of_order(question, at),
            *_of_names_beside(question, at),
            *_of_event(question, at),
        )
    )


def _way(start: Token, end: Token) -> tuple[list[Token], list[Token]]:
    """The tokens climbed from the start, and those from below the common ancestor down to the end."""
    above = [start, *start.ancestors]
    places = {token.i: n for n, token in enumerate(above)}
    down: list[Token] = []
    for token in (end, *end.ancestors):
        if token.i in places:
            return above[: places[token.i]], down[::-1]
        down.append(token)
    return above, down[::-1]


def _step(token: Token) -> str:
    return token.lower_ if token.dep_ in PREPOSITIONS else token.dep_


def _shape(up: Sequence[Token], down: Sequence[Token]) -> str:
    """The way as words: "ccomp> in pobj"."""
    climbed = [f"{_step(token)}>" for token in up if token.dep_ != "conj"]
    return " ".join((*climbed, *(_step(token) for token in down if token.dep_ not in WITHIN_NAMES)))


def _of_way(question: Question, at: int) -> Iterator[str]:
    up, down = question.ways[at]
    yield f"way {_shape(up, down)}"
    yield f"climbs {min(len(up), 4)}"
    yield f"descends {min(len(down), 5)}"
    yield f"hangs as {question.names[at].head.dep_}"
    if not up and down:
        yield f"first {_step(down[0])}"
    yield from (f"up {_step(token)}" for token in up)
    yield from (f"down {_step(token)}" for token in down)
    if up:
        yield f"joined by {_step(up[-1])}"
    crossed = _crossed(down)
    yield f"clauses {min(len(crossed), 2)}"
    yield from (f"into {token.dep_}" for token in crossed[:1])


def _of_way_together(question: Question, at: int) -> Iterator[str]:
    """The length of the way together with what stands at its ends."""
    (up, down), name = question.ways[at], question.names[at]
    word = name.preposition.lower_ if name.preposition is not None else "none"
    length = f"climbs {min(len(up), 3)} clauses {min(len(_crossed(down)), 2)}"
    yield f"way {_shape(up, down)} known {name.kind}"
    yield f"{length} {word}"
    yield f"{length} {'before' if name.head.i < question.trigger.i else 'after'}"


def _crossed(down: Sequence[Token]) -> list[Token]:
    """The verbs between the event's clause and the name."""
    return [token for token in down if is_verb(token) and token.dep_ not in ("amod", "compound")]


def _of_preposition(question: Question, name: Name) -> Iterator[str]:
    prep = name.preposition
    word = prep.lower_ if prep is not None else "none"
    yield f"prep {word}"
    yield f"known {name.kind} {word}"
    yield f"known {name.kind}"
    if prep is None:
        yield f"bare {name.head.dep_}"
        return
    above = prep.head
    kind = "event" if above == question.trigger else "verb" if is_verb(above) else _class_of(above)
    yield f"prep {word} on {kind}"
    yield f"on {kind}"
    yield f"as {name.head.dep_} {word} {'verb' if is_verb(above) else 'noun' if is_noun(above) else 'other'}"
    if prep.i == 0:
        yield "opens the sentence"


def _of_words(sentence: Parsed, name: Name) -> Iterator[str]:
    """What stands right before and after a name, and the noun that it stands before."""
    first, last, tokens = name.tokens[0].i, name.tokens[-1].i, sentence.tokens
    two_before, before = (_plain(tokens[n]) if n >= 0 else "start" for n in (first - 2, first - 1))
    yield f"before {before}"
    yield f"after {_plain(tokens[last + 1]) if last + 1 < len(tokens) else 'end'}"
    yield f"two before {two_before} {before}"
    yield f"ends as {_class(tokens[last].lower_)}" if first != last else "one word"
    if name.head.dep_ in ("compound", "appos", "nmod", "poss", "amod"):
        yield f"of noun {_class_of(name.head.head)}"
        yield f"{name.head.dep_} of {_class_of(name.head.head)}"
    if tokens[last].text.isupper():
        yield "in capitals"
    if name.is_party:
        yield "party"
        yield f"party {name.head.dep_}"


def _of_order(question: Question, at: int) -> Iterator[str]:
    name, trigger = question.names[at], question.trigger
    low, high = sorted((name.head.i, trigger.i))
    between = question.sentence.tokens[low + 1 : high]
    yield "stands before" if name.head.i < trigger.i else "stands after"
    yield f"words {next((n for n, most in enumerate((3, 6, 10, 16, 25)) if high - low < most), 5)}"
    verbs = sum(is_verb(t) and t.dep_ not in ("aux", "auxpass", "amod") for t in between)
    yield f"verbs between {min(verbs, 3)}"
    yield f"names between {min(sum(low < other.head.i < high for other in question.names), 3)}"
    yield f"names {min(len(question.names), 4)}"
    closer = [
        other for other, far in zip(question.names, question.steps, strict=True) if far < question.steps[at]
    ]
    yield f"closer {min(len(closer), 3)}"
    placed = min(sum(other.is_placed for other in closer), 3)
    yield f"closer placed {placed} {'placed' if name.is_placed else 'not'}"
    yield f"closer placed {placed} climbs {min(len(question.ways[at][0]), 3)}"


def _of_names_beside(question: Question, at: int) -> Iterator[str]:
    """How the name hangs under another name, or another under it: "Kunduz, in Kunduz province"."""
    name, text = question.names[at], question.sentence.text
    for other in question.names:
        if other is not name:
            if chain := _between(name.head, other):
                yield f"under a name by {' '.join(chain[-3:])}"
            if chain := _between(other.head, name):
                yield f"over a name by {' '.join(chain[-3:])}"
                yield f"over a {other.kind} as {name.kind}"
    for word, one, two in (("next", at, at + 1), ("last", at - 1, at)):
        if one >= 0 and two < len(question.names):
            last, following = question.names[one].tokens[-1], question.names[two].tokens[0]
            gap = text[last.idx + len(last) : following.idx].strip().lower()
            yield f"{word} name by {gap}" if len(gap) < 12 else f"{word} name far"


def _between(token: Token, name: Name) -> list[str]:
    """The steps from a token up to a name that it hangs under; nothing where it does not."""
    chain: list[str] = []
    for one in (token, *token.ancestors):
        if name.holds(one):
            return chain[::-1]
        chain.append(_step(one))
    return []


def _of_event(question: Question, at: int) -> Iterator[str]:
    """What kind of word the event is, with how the name hangs on it."""
    trigger, name, verb = question.trigger, question.names[at], question.verb
    word = name.preposition.lower_ if name.preposition is not None else "none"
    way = _shape(*question.ways[at])
    yield f"event {verb}"
    yield f"event is {trigger.tag_}"
    yield f"event {verb} by {way}"
    yield f"event {verb} with {word}"
    yield f"event {verb} as {name.head.dep_}"
    arguments = {child.dep_ for child in trigger.children}
    yield from (f"event has {one}: {way}" for one in ARGUMENTS if one in arguments and len(way) < 24)


def _stem(word: str) -> str:
    lemma = lemma_of(word)
    if lemma != word:
        return lemma
    return next((word[: -len(end)] for end in ("ing", "ed", "es", "s") if word.endswith(end)), word).rstrip(
        "e"
    )


def _plain(token: Token) -> str:
    """A short word or sign as written, any other word by its class."""
    if token.tag_ in ("NNP", "NNPS"):
        return "name"
    word: str = token.lower_.strip()
    return (word or "space") if len(word) < SHORT else _class(word)


def _class_of(token: Token) -> str:
    return _class(token.lower_) if is_noun(token) else "other"


@cache
def _class(word: str) -> str:
    """What kind of thing a word means: a settlement, fighters, a direction, one that speaks; else "other"."""
    known = _classes()
    return next((known[stem] for stem in stems(word) if stem in known), "other")


@cache
def _classes() -> dict[str, str]:
    tables = read_lexicon("en", "nouns")
    found = {
        word: kind
        for table in ("things", "people", "places")
        for kind, words in tables[table].items()
        if isinstance(words, list)
        for word in words
    }
    found |= kinds()
    found |= dict.fromkeys(word_set("pointing", "of_speakers"), "speaker") | dict.fromkeys(
        LANDMARKS, "landmark"
    )
    return found
