"""Which site "the airport" is where one was named before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from whoholds.claims.meant import AREAS
from whoholds.claims.nouns import is_locality, noun_lemma
from whoholds.claims.sentence import Sentence
from whoholds.lexicon import word_set
from whoholds.model import Span
from whoholds.text.places import PlaceMention
from whoholds.text.syntax import prepositions
from whoholds.text.unknown_places import BY_NAME

if TYPE_CHECKING:
    from whoholds.text.tokens import Token

BACK = 6  # sentences that a pointing word may look back over
TOWN = "gn:"  # begins the id of a settlement of the gazetteer
SITE = 20  # characters after a name in which "airport" stands


def site_before(sentence: Sentence, said: Span, word: str) -> PlaceMention | None:
    """ "the airport" after "Goma airport", where no town was named since."""
    report = sentence.report
    since = report.sentences[max(0, sentence.index - BACK)].start
    named = [m for m in report.places_in(Span(since, said.start)) if m.place.kind not in AREAS]
    last = named[-1] if named else None
    of_kind = last is not None and last.place.kind == "facility"
    if last is None or not of_kind or sentence.is_speakers(last.span):
        return None
    ends = last.span.of(report.text).lower().split()[-1]
    return last if noun_lemma(ends) == noun_lemma(word) else None


def only_site(sentence: Sentence, said: Span, word: str) -> PlaceMention | None:
    """Kavumu of "the airport" after "Kavumu airport, north of Bukavu": the only such site told before.

    The site itself, where the gazetteer or the report knows it by that name.
    """
    report = sentence.report
    since = report.sentences[max(0, sentence.index - BACK)].start
    named = report.places_in(Span(since, said.start))
    text = report.text
    found = {
        m.place.id: m for m in named if _is_site(text[m.span.end :][:SITE], word) or _is_itself(m, text, word)
    }
    return next(iter(found.values())) if len(found) == 1 else None


def _is_itself(mention: PlaceMention, text: str, word: str) -> bool:
    """True for the name of a site that is not the airport of a town in the gazetteer."""
    if not mention.place.id.startswith(BY_NAME) and (mention.place.part_of or "").startswith(TOWN):
        return False
    ends = mention.span.of(text).lower().split()[-1]
    return mention.place.kind == "facility" and noun_lemma(ends) == noun_lemma(word)


def _is_site(following: str, word: str) -> bool:
    first = following.split()[:1]
    return following.startswith(" ") and bool(first) and noun_lemma(first[0].strip(".,;")) == noun_lemma(word)


def itself(noun: Token) -> Token:
    """The plant of "the territory of the Kupiansk Power Plant": of a site's ground, the site."""
    if noun.lower_ not in word_set("pointing", "grounds"):
        return noun
    sites = (one for link, one in prepositions(noun) if link == "of" and is_locality(one.text, "facility"))
    return next(sites, noun)


def is_site_there(noun: Token, sentence: Sentence) -> bool:
    """True for the airport of "took the airport in Kidal"; not for office, or positions, taken there."""
    if noun.lower_ not in word_set("frames", "sites"):
        return False
    there = (
        one for over in (noun, noun.head) for link, one in prepositions(over) if link in ("in", "at", "of")
    )
    return any(sentence.place_at(one) is not None for one in there)
