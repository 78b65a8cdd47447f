"""Which place "the city" or "the province" is in the words of an official: that of the office."""

from __future__ import annotations

from whoholds.claims.meant import homonym_province
from whoholds.claims.nouns import noun_lemma
from whoholds.claims.sentence import Sentence
from whoholds.lexicon import word_set
from whoholds.model import Place, Span
from whoholds.text.places import PlaceMention


def speakers_own(sentence: Sentence, kind: str, said: Span) -> PlaceMention | None:
    """ "The city" in the words of an official of a town or province: that town, that province's capital.

    For an official of a province a town of it that the sentence before told of comes first; "the town" is no
    other one.
    """
    if sentence.said is None or sentence.said.claimer is None:
        return None
    report = sentence.report
    seat = report.gazetteer.capital_of(f"iso:{report.country}") if report.country else None
    kinds = (kind, "province") if kind == "settlement" else (kind,)
    for mention in report.places_in(sentence.said.claimer):
        own = mention.place != seat and mention.place.country == report.country
        if own and mention.place.kind in kinds:
            area = _province_of_office(mention, sentence) if kind == "settlement" else None
            told = _town_just_told(area, mention, sentence, said) if area else None
            return told or (mention if area is None or _is_seat(said, report.text) else None)
    return None


def _is_seat(said: Span, text: str) -> bool:
    """ "The city", "the capital": what a governor calls "the town" is one of many in the province."""
    return noun_lemma(said.of(text)) in word_set("pointing", "of_provinces", "seats")


def _province_of_office(mention: PlaceMention, sentence: Sentence) -> Place | None:
    """South Kivu for its governor, also where a town has that name too; None for a mayor's town."""
    if mention.place.kind == "province":
        return mention.place
    claimer = sentence.said.claimer if sentence.said else None
    text = sentence.report.text
    words = set(claimer.of(text).lower().split()) if claimer else set()
    governs = words & word_set("pointing", "of_provinces")
    return (
        homonym_province(mention.place, mention.name.of(text), sentence.report.gazetteer) if governs else None
    )


def _town_just_told(area: Place, office: PlaceMention, sentence: Sentence, said: Span) -> PlaceMention | None:
    """The last town of a province that the sentence before names, apart from the office's own name."""
    if sentence.index == 0:
        return None
    report = sentence.report
    since = report.sentences[sentence.index - 1].start
    named = report.antecedents_in(Span(since, min(said.start, sentence.span.start)), "settlement")
    towns = [m for m in named if area.id in (m.place.province, m.place.part_of) and m.place != office.place]
    return towns[-1] if towns and not any(m.place == office.place for m in named) else None
