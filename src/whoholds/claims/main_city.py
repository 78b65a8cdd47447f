"""Which town "the city" is where a smaller place was named last: the one that the report is about."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from whoholds.claims.borders import TAKING
from whoholds.claims.edges import BREAK, clause_before
from whoholds.claims.sentence import Sentence
from whoholds.lexicon import word_set
from whoholds.model import EventType, Span
from whoholds.text.places import PlaceMention

MOST_OFTEN = 3  # times that the town of a report is named
CALLED = 40  # characters before a name in which the word for what it is stands
LEAD = 2  # sentences that open a report
OF_ITS_OWN = (*TAKING, EventType.HOLD, EventType.ENTRY, EventType.WITHDRAWAL, EventType.SIEGE)


def main_city(word: str, before: Sequence[PlaceMention], sentence: Sentence) -> PlaceMention | None:
    """The last mention of the town that opens the report and is named most; another was only passed.

    None for any word but "city" and "airport", and where that other town was called a city, taken or held.
    """
    last = before[-1]
    if (
        word.lower().split()[-1] not in word_set("pointing", "main_city", "pointing")
        or _is_called_city(last, sentence)
        or _was_at_stake(last, sentence)
    ):
        return None
    until = sentence.report.sentences[min(LEAD, len(sentence.report.sentences)) - 1].end
    opens = next((mention for mention in before if mention.span.start < until), None)
    if opens is None or opens.place.id == last.place.id:
        return None
    counts = [_times(one, sentence) for one in (opens, last)]
    if counts[0] < MOST_OFTEN or counts[1] > 1:
        return None
    return [mention for mention in before if mention.place.id == opens.place.id][-1]


def of_many(said: Span, before: Sequence[PlaceMention], text: str) -> PlaceMention | None:
    """The largest town told before for "the city of more than a million people"."""
    if not _of_people().match(text, said.end):
        return None
    return max(reversed(before), key=lambda mention: mention.place.population)


@cache
def _of_people() -> re.Pattern[str]:
    people = "|".join(sorted(word_set("pointing", "main_city", "people")))
    return re.compile(rf" of (?:[\w.,-]+ ){{1,5}}(?:{people})\b")


def so_called(
    word: str, best: PlaceMention, before: Sequence[PlaceMention], sentence: Sentence
) -> PlaceMention | None:
    """The last place that the report calls by the word, where the likeliest is called by another one.

    "The town" after "the town of Jisr" and "the capital, also called Idlib" is Jisr.
    """
    text = sentence.report.text
    called = {m.place.id: name for m in before if (name := _called(m, text)) is not None}
    if called.get(best.place.id) in (None, word.lower()):
        return None
    return next((m for m in reversed(before) if called.get(m.place.id) == word.lower()), None)


def _called(mention: PlaceMention, text: str) -> str | None:
    """What a place is called: "the town of X", "the capital, also called X", "X, a village near"."""
    kinds = "|".join(sorted(word_set("pointing", "main_city", "kinds")))
    before = text[max(0, mention.span.start - CALLED) : mention.span.start].lower()
    found = re.search(rf"\b({kinds})(?: of|,? (?:also )?(?:called|named|known as)|,)? $", before)
    behind = re.compile(rf",? an? (?:[\w-]+ ){{0,3}}({kinds})\b")
    found = found or behind.match(text, mention.span.end)
    return found[1].lower() if found else None


def _times(mention: PlaceMention, sentence: Sentence) -> int:
    """How often the report names a town, with what lies in it ("Herat's airport")."""
    name = mention.name.of(sentence.report.text)
    return len(sentence.report.capitals.get(name.split()[0].split("-")[0], ()))


def _is_called_city(mention: PlaceMention, sentence: Sentence) -> bool:
    text, span = sentence.report.text, mention.span
    around = clause_before(text, span.start)[-20:] + BREAK.split(text[span.end : span.end + 30])[0]
    called = word_set("pointing", "main_city")
    return any(word.strip(",.") in called for word in around.lower().split())


def _was_at_stake(mention: PlaceMention, sentence: Sentence) -> bool:
    places = ((one.type, one.place) for one in sentence.memory.claims)
    return any(
        kind in OF_ITS_OWN and place is not None and place.span == mention.span for kind, place in places
    )
