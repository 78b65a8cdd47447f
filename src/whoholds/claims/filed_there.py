"""The town of a dateline, where a report that names no other says "the city": inferred, so that it moves no
control by itself."""

from __future__ import annotations

from whoholds.claims.meant import AREAS
from whoholds.claims.named import Where
from whoholds.claims.nouns import noun_lemma
from whoholds.claims.sentence import Sentence
from whoholds.lexicon import word_set
from whoholds.model import Mention, Precision, Span
from whoholds.text.stretches import Covered


def filed_there(sentence: Sentence, said: Span) -> list[Where]:
    """The town from which the report was filed, for the words `said` ("the city", "the town").

    Nothing where the report names another town, where it was filed abroad or from a seat of government, in
    which reporters sit whatever they write about, and where it is not about the country of the town.
    """
    report = sentence.report
    if noun_lemma(said.of(report.text)) not in word_set("pointing", "filed"):
        return []
    if any(one.place.kind not in AREAS for one in report.places_in(Span(0, len(report.text)))):
        return []
    filed = Covered(report.filed)
    towns = [one for one in report.places if filed.meets(one.span) and one.place.kind not in AREAS]
    if not towns or towns[0].place.country is None or towns[0].place.country != report.country:
        return []
    town = towns[0]
    seat = report.gazetteer.capital_of(f"iso:{town.place.country}")
    if seat is None or seat.id == town.place.id:
        return []
    return [Where(Mention(town.span, said, inferred=True), town.place, Precision.EXACT)]
