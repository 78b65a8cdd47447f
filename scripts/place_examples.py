"""Coded sentences as a model learns them: the question that `find_events` poses, and the right names."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from learned_encoder import Example
from place_sentences import Sentence

from whoholds.text.event_signs import Question
from whoholds.text.events import asked_in_each, choice_of


@dataclass(frozen=True, slots=True)
class Posed:
    """A sentence with the question that the product asks of it; None where no event was seen at the word."""

    sentence: Sentence
    question: Question | None
    example: Example | None


def posed(sentences: Sequence[Sentence]) -> Iterator[Posed]:
    """Each sentence with its question, as `find_events` would pose it, and as an example to learn from."""
    asked = asked_in_each((one.text for one in sentences), [[one.verb] for one in sentences])
    for sentence, events in zip(sentences, asked, strict=True):
        if not events:
            yield Posed(sentence, None, None)
            continue
        choice = choice_of(sentence.text, events[0])
        names = events[0].question.names
        right = tuple(int(any(name.span.meets(place) for place in sentence.places)) for name in names)
        example = Example(choice.text, choice.trigger, choice.names, right)
        yield Posed(sentence, events[0].question, example)
