"""What in a parse speaks for or against a name as the place of an event, as short plain phrases.

The weight of each, and why it has it, stands in `data/ontology/event_places.toml`. They tell how the
sentence is built: the way through the parse from the event to the name, the preposition over it, what stands
beside it. No single event word is among them, only classes of words from the lexicon.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from whoholds.lexicon import word_set
from whoholds.model import EventType
from whoholds.text.event_names import PREPOSITIONS, Name
from whoholds.text.event_words import class_of, stem_of
from whoholds.text.parse import Parsed
from whoholds.text.syntax import is_noun, is_verb

if TYPE_CHECKING:
    from whoholds.text.tokens import Token

DONE_TO: Mapping[str, tuple[EventType, ...]] = {
    "places": (
        EventType.CAPTURE,
        EventType.SHELLING,
        EventType.AIRSTRIKE,
        EventType.ENTRY,
        EventType.SIEGE,
        EventType.DESTRUCTION,
        EventType.WITHDRAWAL,
        EventType.HOLD,
    ),
    "people": (EventType.ATTACK_CIVILIANS, EventType.DETENTION),
}
OBJECTS = ("dobj", "nsubjpass")
STEPS = {
    "amod": "adjective",
    "appos": "apposition",
    "poss": "owner",
    "ccomp": "reported clause",
    "conj": "list",
}
PLACES = frozenset(("settlement", "area", "district", "province", "part", "near", "facility"))
PEOPLE = frozenset(("fighters", "civilians", "prisoners", "officials", "speaker"))
WITHIN = ("compound", "nmod", "amod", "poss")
IN = frozenset(("in", "at", "inside", "within"))
PREPOSITION_KINDS = {
    "in": ("in", "inside", "within"),
    "at": ("at", "on"),
    "of": ("of",),
    "to": ("to", "toward", "towards", "onto"),
    "from": ("from",),
    "near": ("near", "around", "outside", "off", "along", "beside"),
    "across": ("across", "through", "throughout", "over", "into", "down", "up"),
}
FAR = 25  # words
CLOSE = 6  # words between two names, at most


@dataclass(frozen=True)
class Question:
    """An event word of a sentence and the names among which its place is looked for."""

    sentence: Parsed
    trigger: Token
    names: Sequence[Name]
    type: EventType | None = None

    @cached_property
    def ways(self) -> list[tuple[list[Token], list[Token]]]:
        """For each name, the steps from the event up to the word over both, and down to the name."""
        return [_way(self.trigger, name.head) for name in self.names]

    @cached_property
    def steps(self) -> list[float]:
        """How far each name is, in steps of the parse, then in words."""
        distances = zip(self.ways, self.names, strict=True)
        return [
            len(up) + len(down) + 0.01 * abs(name.head.i - self.trigger.i) for (up, down), name in distances
        ]

    @cached_property
    def done_to(self) -> str:
        """What the event is done to by its class: "places", "people" or "things"."""
        stem = stem_of(self.trigger.lower_)
        for kind, types in DONE_TO.items():
            if self.type in types or stem in word_set("event_verbs", f"on_{kind}"):
                return kind
        return "things"

    @cached_property
    def object(self) -> str:
        """What the words name as its object: "place", "people", "name", "thing", "none"."""
        found = next((child for child in self.trigger.children if child.dep_ in OBJECTS), None)
        if found is None and self.trigger.tag_ == "VBN" and self.trigger.dep_ in ("acl", "relcl"):
            found = self.trigger.head
        if found is None:
            return "none"
        held = next((name for name in self.names if name.holds(found)), None)
        kind = class_of(found.lower_)
        if (held is not None and held.kind) or kind in PLACES or kind in ("landmark", "ways", "buildings"):
            return "place"
        if kind in PEOPLE or found.tag_ in ("PRP", "WP", "CD"):
            return "people"
        return "name" if held is not None else "thing"


def signs_of_none(question: Question) -> frozenset[str]:
    """The signs that the place is none of the names."""
    return frozenset(("none", f"none, {question.object} done to {question.done_to}"))


def signs_of(question: Question, at: int) -> frozenset[str]:
    """The signs of one of the names."""
    name = question.names[at]
    return frozenset(
        (
            *_of_way(question, at),
            *_of_role(question, at),
            *_of_preposition(name),
            *_of_name(question.sentence, name),
            *_of_words(question.sentence, name),
            *_of_order(question, at),
            *_of_names_beside(question, at),
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


def _of_way(question: Question, at: int) -> Iterator[str]:
    """The steps from the event to the name, each by its kind."""
    up, down = question.ways[at]
    for token in down:
        if token.dep_ in PREPOSITIONS:
            yield f"through {_preposition(token)}"
        elif token.dep_ in STEPS:
            yield f"through {STEPS[token.dep_]}"
    if any(token.dep_ == "ccomp" for token in up):
        yield "over a reported clause"
    crossed = [token for token in down if is_verb(token) and token.dep_ not in ("amod", "compound")]
    if len(crossed) > 1:
        yield "two clauses below"
    before = question.names[at].head.i < question.trigger.i
    if not up and crossed and before:
        yield "one clause below, before it"
    elif not up and not crossed and not before:
        yield "own clause, after it"


def _preposition(token: Token) -> str:
    """A preposition by what it tells: "in", "at", "of", "to", "from", "near", "across", else "another"."""
    word: str = token.lower_
    return next((kind for kind, words in PREPOSITION_KINDS.items() if word in words), "another")


def _of_role(question: Question, at: int) -> Iterator[str]:
    """How the name hangs on the event itself, by what the event is done to."""
    (up, down), name, prep = question.ways[at], question.names[at], question.names[at].preposition
    if prep is None and name.head.dep_ == "nsubj":
        yield "subject of a verb"
    if up or not down:
        return
    first = down[0]
    if prep is None and first.dep_ in OBJECTS:
        direct = name.head == first or name.head.dep_ == "conj"
        role = "beside the object" if not direct else "object" if first.dep_ == "dobj" else "passive subject"
        yield f"{role}, done to {question.done_to}"
    elif prep is not None and first.dep_ == "dobj":
        yield f"phrase on the object, done to {question.done_to}"
    elif prep is not None and first == prep and prep.lower_ not in IN:
        yield f"own phrase of {'a known' if name.kind else 'an unknown'} name"


def _of_preposition(name: Name) -> Iterator[str]:
    """The preposition over the name, and the noun that it stands on."""
    prep = name.preposition
    if prep is None:
        if name.kind is None:
            yield "no preposition, unknown"
        return
    if (word := _preposition(prep)) == "another":
        yield "under another"
    kind = class_of(prep.head.lower_) if is_noun(prep.head) else ""
    if kind in ("facility", "part"):
        yield f"phrase of a {kind}"
    elif word == "of" and kind:
        yield "of people" if kind in PEOPLE else "of a place" if kind in PLACES else "of another noun"


def _of_name(sentence: Parsed, name: Name) -> Iterator[str]:
    """What is known of the name by itself."""
    if name.kind:
        yield f"known {name.kind}"
    first, last = name.tokens[0].i, name.tokens[-1].i
    then = class_of(sentence.tokens[last + 1].lower_) if last + 1 < len(sentence.tokens) else ""
    ends = class_of(name.tokens[-1].lower_) if first != last else ""
    if ends in PLACES or then in PLACES:
        yield "called a place"
    if ends in ("facility", "district"):
        yield f"ends as {ends}"
    if name.tokens[-1].lower_ in word_set("event_verbs", "no_place"):
        yield "ends as no place"
    if name.tokens[-1].text.isupper():
        yield "in capitals"


def _of_words(sentence: Parsed, name: Name) -> Iterator[str]:
    """The noun before "of" and the name, and the noun that the name stands before."""
    first = name.tokens[0].i
    before = [sentence.tokens[n].lower_ if n >= 0 else "" for n in (first - 1, first - 2, first - 3)]
    named = before[1] if before[0] == "of" else before[2] if before[1] == "of" else ""
    if named and (kind := class_of(named)) in ("settlement", "province"):
        yield f"the {kind} of it"
    if name.head.dep_ in ("compound", "nmod", "amod", "poss"):
        kind = class_of(name.head.head.lower_)
        if kind == "facility":
            yield "before a facility"
        elif kind not in PLACES:
            yield f"before {'people' if kind in PEOPLE else 'a thing'}"


def _of_order(question: Question, at: int) -> Iterator[str]:
    """How far the name is, and how many are nearer."""
    name, far = question.names[at], question.steps[at]
    if abs(name.head.i - question.trigger.i) >= FAR:
        yield "far"
    closer = [other for other, steps in zip(question.names, question.steps, strict=True) if steps < far]
    if closer:
        yield "one nearer" if len(closer) == 1 else "two nearer"
    known = any(other.is_placed and other.kind for other in closer)
    if not known and name.preposition is not None and name.preposition.lower_ in IN:
        yield f"nearest in, {'known' if name.kind else 'unknown'}"


def _of_names_beside(question: Question, at: int) -> Iterator[str]:
    """How the name hangs on the names around it: "Kunduz, in Kunduz province"."""
    name, names = question.names[at], question.names
    for other in (other for other in names if other is not name):
        if "of" in _between(name.head, other):
            yield "under a name by of"
        if (steps := _between(other.head, name)) and steps[-1] in WITHIN and not {"of", "in"} & {*steps}:
            yield "over a name by compound"
    if at and (joined := _joint(question.sentence, names[at - 1], name)):
        yield f"behind a name by {joined}"
    if at + 1 < len(names) and (joined := _joint(question.sentence, name, names[at + 1])):
        yield f"before a name by {joined}"


def _between(token: Token, name: Name) -> list[str]:
    """The steps from a token up to a name that it hangs under in one phrase; none where it does not."""
    steps: list[str] = []
    for one in (token, *token.ancestors):
        if name.holds(one):
            return steps
        steps.append(one.lower_ if one.dep_ in PREPOSITIONS else one.dep_)
        if is_verb(one):
            break
    return []


def _joint(sentence: Parsed, one: Name, other: Name) -> str:
    """What joins two names that follow closely: "in", "near", ", of"; nothing where it is something else."""
    gap = sentence.tokens[one.tokens[-1].i + 1 : other.tokens[0].i]
    if not gap or len(gap) > CLOSE or any(is_verb(token) for token in gap):
        return ""
    words = [token.lower_ for token in gap if token.tag_ not in ("DT", "JJ")]
    if words[:1] == [","]:
        return ", of" if "of" in words else ""
    return words[0] if words and words[0] in ("in", "near") else ""
