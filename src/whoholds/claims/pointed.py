"""What "the city", "the three cities", "the airport", "the province" or "there" point back to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from whoholds.claims.around import steps_between
from whoholds.claims.as_told import as_told
from whoholds.claims.aside import is_aside, is_only_named, sentence_start
from whoholds.claims.edges import clause_before, is_measured_from, lies_outside
from whoholds.claims.filed_there import filed_there
from whoholds.claims.headed import head_of_item, item_start, only_speaks_there
from whoholds.claims.main_city import main_city, of_many, so_called
from whoholds.claims.meant import AREAS, kind_pointed_to, place_meant
from whoholds.claims.named import Where
from whoholds.claims.nouns import counted, is_locality, noun_lemma, nouns_of
from whoholds.claims.pieces import is_beside, is_named_otherwise, is_of_site, lies_in, says_where
from whoholds.claims.runs import is_one_run, last_listed
from whoholds.claims.sentence import Sentence
from whoholds.claims.shares import is_small_share
from whoholds.claims.sites import only_site, site_before
from whoholds.claims.speakers_own import speakers_own
from whoholds.claims.speaking_place import speaks_there, without_speaking_places
from whoholds.lexicon import read_lexicon, word_set
from whoholds.model import Mention, Precision, Span
from whoholds.text.places import PlaceMention

if TYPE_CHECKING:
    from whoholds.text.tokens import Token

BACK = 6  # sentences that a pointing word may look back over
AHEAD = 2  # sentences after it that may name the place first
LEAD = 2  # sentences that open a report
REACH = 6  # steps of the tree between a trigger and words that point


def pointed_anywhere(trigger: Token, sentence: Sentence) -> Iterator[Where]:
    """ "there", or "the city" in any place of the sentence."""
    for token in sentence.parsed.tokens:
        if token.lower_ == "there" and token.dep_ == "advmod":
            yield from _back(sentence, token, "settlement", 1)
            return
    for token in sentence.parsed.tokens:
        if (
            is_pointing(token)
            and not is_named(token, sentence)
            and steps_between(trigger, token) <= REACH
            and not sentence.place_at(token)
        ):
            yield from pointed_to(token, sentence)
            return


def is_named(noun: Token, sentence: Sentence) -> bool:
    """True for the capital in "its capital, Bazarak, is held": the name after it tells which it is."""
    following = list(noun.doc)[noun.i + 1 : noun.i + 3]
    named = next((token for token in following if token.text not in (",", "of")), None)
    return named is not None and sentence.place_at(named) is not None


def is_pointing(noun: Token) -> bool:
    """True for a noun for a place with "the", "this", "its" or "both" before it."""
    definite = any(c.lower_ in word_set("pointing", "definite") for c in noun.children)
    return definite and is_locality(noun.text, "settlement", "area", "near", "facility")


def pointed_to(noun: Token, sentence: Sentence) -> Iterator[Where]:
    """The places that a noun for a place points back to."""
    noun = counted(noun)
    whole = next((n for n in nouns_of(noun) if is_pointing(n)), None)
    if whole is not None and is_locality(noun.text, "part", "near", "facility"):
        for where in pointed_to(whole, sentence):
            yield replace(where, precision=_precision_of(noun))
        return
    if noun.lower_ in word_set("pointing", "things"):
        yield from _of_thing(sentence, noun)
        return
    if noun.lower_ in word_set("pointing", "things", "places"):
        both = _named_before(sentence, sentence.span_of(noun), "settlement", 0)
        pair = last_listed(sentence.report.text, both, 2) if len(both) == 2 else ()
        yield from (_where(one, noun.text, sentence.span_of(noun), sentence) for one in pair)
        return
    before = {c.lower_ for c in noun.children}
    if _names_another(noun, sentence) or is_named_otherwise(noun, sentence):
        return
    if before & word_set("pointing", "indefinite"):
        if is_lead(noun, sentence):
            yield from _named_after(sentence, noun.text, sentence.span_of(noun))
        return
    numbers = read_lexicon("en", "pointing")["numbers"]
    number = next((int(numbers[w]) for w in before if isinstance(numbers.get(w), int)), 1)
    whole_place = is_locality(noun.text, "settlement", "area")
    kind = kind_pointed_to(noun.text)
    some = number > 1 and not is_pointing(noun)  # "five villages": which ones is not told before
    if number == 1 and noun.tag_ == "NNS" and is_locality(noun.text, "settlement") and is_pointing(noun):
        yield from _just_listed(sentence, noun)
    elif kind is not None and not some and not (number == 1 and noun.tag_ == "NNS" and whole_place):
        yield from _back(sentence, noun, kind, number if whole_place else 1)


def _just_listed(sentence: Sentence, noun: Token) -> Iterator[Where]:
    """ "The towns": all of the one list that the sentence before names; nothing where it names others too."""
    said = sentence.span_of(noun)
    before = _named_before(sentence, said, "settlement", 1)
    listed = last_listed(sentence.report.text, before, len({m.place.id for m in before}))
    if len(listed) > 1 and is_one_run(sentence.report.text, listed):
        yield from (_where(one, noun.text, said, sentence) for one in listed)


def _names_another(noun: Token, sentence: Sentence) -> bool:
    """True for "the airport at Kavumu", "Masisi centre": a name that no gazetteer knows is meant, not a place
    told before."""
    inside = [c for c in noun.children if c.dep_ == "compound"]
    inside += [
        n
        for c in noun.children
        if c.dep_ == "prep" and c.lower_ in word_set("pointing", "inside")
        for n in c.children
    ]
    names = (token for token in inside if token.tag_ == "NNP")
    return any(sentence.party_at(token) is None and sentence.place_at(token) is None for token in names)


def is_lead(noun: Token, sentence: Sentence) -> bool:
    """True for "a key town" in the first sentences of a report, which name it only later."""
    one = any(c.lower_ in ("a", "an") for c in noun.children)
    return one and sentence.index < LEAD and is_locality(noun.text, "settlement")


def _of_thing(sentence: Sentence, noun: Token) -> Iterator[Where]:
    """ "it", "its": the last town named in the sentence or that of the claims before; a town in the lead."""
    said = sentence.span_of(noun)
    before = _named_before(sentence, said, "settlement", 0)
    if before:
        yield as_told(_where(before[-1], noun.text, said, sentence), before[-1], sentence)
        return
    leads = (t for t in sentence.parsed.doc if t.i < noun.i and is_lead(t, sentence))
    lead = next(leads, None)
    if lead is not None:
        yield from pointed_to(lead, sentence)
        return
    recent = _named_before(sentence, said, "settlement", 1)
    told = [m for m in recent if m.span in sentence.memory.events]
    if told and len({m.place.id for m in told}) == 1:
        yield as_told(_where(told[-1], noun.text, said, sentence), told[-1], sentence)


def _precision_of(noun: Token) -> Precision:
    return Precision.NEAR if is_locality(noun.text, "near") else Precision.PART


def _back(sentence: Sentence, noun: Token, kind: str, number: int) -> Iterator[Where]:
    """The last `number` places of a kind named before the pointing words; else the first after them."""
    word, said = noun.text, sentence.span_of(noun)
    site = site_before(sentence, said, word) if is_locality(word, "facility") else None
    if site is not None:
        yield Where(Mention(site.span, said), site.place, Precision.EXACT)
        return
    alone = only_site(sentence, said, word) if is_locality(word, "facility") else None
    if alone is not None:
        whole = alone.place.kind == "facility"
        yield Where(Mention(alone.span, said), alone.place, Precision.EXACT if whole else Precision.PART)
        return
    chosen = _chosen(sentence, said, kind, number)
    for mention in chosen:
        yield _where(mention, word, said, sentence)
    if chosen or number > 1:
        return
    if kind == "province":
        yield from _province_around(sentence, word, said)
    elif noun_lemma(word) == "district":
        yield from _district_of(sentence, said)
    elif kind == "settlement":
        yield from list(_named_after(sentence, word, said)) or filed_there(sentence, said)


def _chosen(sentence: Sentence, said: Span, kind: str, number: int) -> list[PlaceMention]:
    if number > 1:
        return _list_before(sentence, said, kind, number)
    said_here = sentence.report.text[: said.start].rstrip().lower().endswith((" this", " that"))
    own = None if said_here else speakers_own(sentence, kind, said) or head_of_item(sentence, kind)
    before = _named_before(sentence, said, kind, BACK)
    if own or not before:
        return [own] if own else []
    word = said.of(sentence.report.text)
    here = {m.place.id for m in before if m.span.start >= sentence.span.start}
    if word.lower() == "capital" and len(here) > 1:
        return []  # of which of them, or of the country?
    if (large := of_many(said, before, sentence.report.text)) is not None:
        return [large]
    best = _best_antecedent(before, sentence)
    return [main_city(word, before, sentence) or so_called(word, best, before, sentence) or best]


def _list_before(sentence: Sentence, said: Span, kind: str, number: int) -> list[PlaceMention]:
    """The last `number` places of a kind; of towns where "both provinces" are named by theirs."""
    text = sentence.report.text
    found = last_listed(text, _named_before(sentence, said, kind, sentence.index), number)
    if found or kind != "province":
        return found
    return last_listed(text, _named_before(sentence, said, "settlement", sentence.index), number)


def _where(
    mention: PlaceMention, word: str, said: Span, sentence: Sentence, *, inferred: bool = False
) -> Where:
    report = sentence.report
    place = place_meant(mention.place, word, mention.name.of(report.text), report.gazetteer)
    if place.kind in AREAS:
        precision = Precision(place.kind)
    else:
        lemma = noun_lemma(word)
        part = not is_locality(lemma, "settlement", "area") and is_locality(lemma, "part", "near", "facility")
        near = (part and is_locality(lemma, "near")) or _is_beside(report.text, said)
        part = part or is_small_share(report.text[sentence.span.start : said.start])
        precision = Precision.NEAR if near else Precision.PART if part else Precision.EXACT
    return Where(Mention(mention.span, said, inferred), place, precision)


def _is_beside(text: str, said: Span) -> bool:
    """True after "near the", "outside the"."""
    before = clause_before(text, said.start).lower().split()
    return before[-1:] == ["the"] and bool(set(before[-2:]) & word_set("pointing", "near", "lying"))


def _province_around(sentence: Sentence, word: str, said: Span) -> Iterator[Where]:
    """ "the province" after a town of it."""
    before = [m for m in _named_before(sentence, said, "settlement", BACK) if m.place.province]
    if before:
        yield _where(before[-1], word, said, sentence)


def _district_of(sentence: Sentence, said: Span) -> Iterator[Where]:
    """ "the district" after the only town named so far: a district and its centre share a name."""
    named = _named_before(sentence, said, "settlement", sentence.index)
    if len({m.place.id for m in named}) == 1:
        yield Where(Mention(named[-1].span, said), named[-1].place, Precision.EXACT)


def _named_before(sentence: Sentence, said: Span, kind: str, back: int) -> list[PlaceMention]:
    """Places of a kind named in the sentences before, and in this one up to the pointing words."""
    report = sentence.report
    since = max(report.sentences[max(0, sentence.index - back)].start, item_start(sentence))
    named = report.antecedents_in(Span(since, said.start), kind)
    told = [m for m in named if not sentence.is_speakers(m.span) and not only_speaks_there(m, sentence)]
    lies = {second.span for first, second in pairwise(told) if says_where(first, second, report.text)}
    sited = kind == "settlement"
    found = [m for m in told if m.span not in lies and not (sited and is_of_site(m, report.text))]
    found = [m for m in found if not is_only_named(m, report.text)]
    found = [m for m in found if not is_measured_from(report.text, m.span)] or found
    return without_speaking_places(found, report) if back <= BACK else found


def _named_after(sentence: Sentence, word: str, said: Span) -> Iterator[Where]:
    """The only town that the next sentences name, or that opens one of them: marked as inferred."""
    report = sentence.report
    if sentence.report.heading_at(said) is not None:
        return
    ahead = AHEAD if is_locality(word, "settlement") else 0  # "the bazaar" is of no town told later
    until = report.sentences[min(len(report.sentences) - 1, sentence.index + ahead)].end
    after = [m for m in report.places_in(Span(said.end, until)) if m.place.kind == "settlement"]
    town, text = is_locality(word, "settlement"), report.text
    beside = [
        m for m in after if lies_in(said, m, text) or (m.span.end <= sentence.span.end and is_beside(m, text))
    ]
    after = [m for m in after if not (town and m in beside)]
    after = [m for m in after if not lies_outside(report.text, m.span) and not speaks_there(m, report.text)]
    opens = {span.start for span in report.sentences[sentence.index + 1 :][:AHEAD]}
    if len({m.place.id for m in after}) == 1 or (after and after[0].span.start in opens):
        yield _where(after[0], word, said, sentence, inferred=True)


def _best_antecedent(before: Sequence[PlaceMention], sentence: Sentence) -> PlaceMention:
    """The last place named, but for "another town"; one of the same sentence that an event was said of comes
    before it."""
    all_before = before
    before = [m for m in before if not is_aside(m, sentence)] or before
    last = before[-1]
    if (told := _opens_where(all_before, sentence)) is not None:
        return told
    recent = [m for m in before if m.span in sentence.memory.events]
    if recent and recent[-1].span.start >= sentence_start(sentence, last):
        return recent[-1]
    return last


def _opens_where(before: Sequence[PlaceMention], sentence: Sentence) -> PlaceMention | None:
    """Myrnohrad in "fighting in Myrnohrad, where they held half of the town"."""
    here = [m for m in before if m.span.start >= sentence.span.start and m.place.kind == "settlement"]
    text = sentence.report.text
    return next((m for m in reversed(here) if text[m.span.end : m.span.end + 8] == ", where "), None)
