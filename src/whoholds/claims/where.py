"""Where a claimed event happened: the place in its frame, around it, or that its words point back to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from whoholds.claims.context import QUANTITIES, Sentence, counted, noun_lemma
from whoholds.claims.frames import Slots
from whoholds.lexicon import read_lexicon
from whoholds.model import EventType, Mention, Place, Precision, Span
from whoholds.text.places import PlaceMention
from whoholds.text.said import Said
from whoholds.text.syntax import is_verb
from whoholds.text.triggers import Trigger

if TYPE_CHECKING:
    from spacy.tokens import Token

NEAR_WORDS = frozenset(("near", "outside", "around", "towards", "toward", "beyond", "off"))
PREPOSITIONS = frozenset(
    ("in", "at", "near", "around", "inside", "outside", "into", "on", "over", "across", "within", "to", "towards",
     "toward", "along", "throughout", "from", "for", "against", "of")
)  # fmt: skip
PLACE_NOUNS = frozenset(("city", "town", "village", "capital", "hub", "stronghold", "center", "centre"))
BACKGROUND = frozenset(("since",))
INDEFINITE = frozenset(("a", "an", "another", "other", "several", "many", "some", "no", "any", "every", "each"))
PROVINCES = frozenset(("province", "region", "governorate", "oblast", "state"))
NUMBERS = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "both": 2}
ABOUT_COUNTRIES = (EventType.CEASEFIRE,)  # the only type that may be said of a country as a whole
BACK = 6  # sentences that a pointing word may look back over


@dataclass(frozen=True, slots=True)
class Where:
    """One place of an event: the words that name it (and those that point to them), and how it lies to it."""

    mention: Mention
    place: Place
    precision: Precision


def find_where(trigger: Trigger, slots: Slots, sentence: Sentence, said: Said | None = None) -> list[Where]:
    """The places of an event, most literal reading first; empty when the words give none.

    `said`: the attribution that covers it; a speaker's own town is not where it happened, but what an official
    of a town calls "the city" is that town.
    """
    sentence.said = said
    found = [w for noun in slots.place for w in _of_noun(noun, sentence)]
    if slots.place and not found and _names_country(slots, sentence):
        return []
    if not found and (not slots.strict or not slots.place):
        found = list(_around(trigger.token, slots, sentence))
    if not found and slots.strict and all(_is_generic(noun) for noun in slots.place):
        found = [replace(w, precision=Precision.PART) for w in _around(trigger.token, slots, sentence, within=3)]
    if not found and not slots.strict:
        found = list(_pointed_anywhere(sentence, trigger.token))
    if not found and not slots.place:
        found = list(_carried(sentence))
    return [w for w in _distinct(found) if w.place.kind != "country" or slots.type in ABOUT_COUNTRIES]


def _is_generic(noun: Token) -> bool:
    """ "zones controlled by", "positions": some places, which the noun itself does not tell."""
    words = read_lexicon("en", "nouns")["places"]
    return noun.tag_ == "NNS" and any(noun_lemma(noun.text) in words[kind] for kind in ("area", "facility", "part"))


def _names_country(slots: Slots, sentence: Sentence) -> bool:
    """ "withdrew from the country": said of a country as a whole."""
    return any(noun_lemma(noun.text) in ("country", "nation") for noun in slots.place)


def _distinct(found: Iterable[Where]) -> list[Where]:
    kept: dict[str, Where] = {}
    for where in found:
        kept.setdefault(where.place.id, where)
    return _without_containers(list(kept.values()))


def _without_containers(found: list[Where]) -> list[Where]:
    """Drop a province or country when a place inside it was named by the same words."""
    return [w for w in found if not any(_contains(w.place, other.place) for other in found)]


def _of_noun(noun: Token, sentence: Sentence) -> list[Where]:
    """The places that a noun phrase names or points to."""
    named = _named_in(noun, sentence)
    capital = _capital_of(noun, named, sentence)
    if capital:
        return capital
    if named and not (_points(noun) and all(_is_around(mention, noun, sentence) for mention in named)):
        return [_where(mention, noun, sentence) for mention in named]
    return list(_pointed(noun, sentence)) or [_where(mention, noun, sentence) for mention in named]


def _named_in(noun: Token, sentence: Sentence) -> list[PlaceMention]:
    """Named places that a noun phrase is about, without landmarks ("near X") and their containers."""
    found: list[PlaceMention] = []
    for token in _phrase(noun):
        mention = sentence.place_at(token)
        if mention is not None and mention not in found:
            found.append(mention)
    return _without_named_containers(found, sentence)


def _is_around(mention: PlaceMention, noun: Token, sentence: Sentence) -> bool:
    """True for "the city in southwest Afghanistan", "the city's": the name is of what lies around it."""
    if mention.place.kind not in ("province", "country") or noun_lemma(noun.text) in ("province", "region"):
        return False
    first = sentence.parsed.tokens_in(mention.span)
    over = next((a for t in first[:1] for a in t.ancestors if a.dep_ == "prep"), None)
    return over is not None and over.lower_ in ("in", "near", "at", "on")


def _phrase(noun: Token) -> Iterator[Token]:
    """Tokens of a noun phrase that can name it: not relative clauses, not what stands after "near" or "from", and
    not "the second largest city in …" after a name."""
    listed = noun.tag_ not in ("NNP", "NNPS")
    yield noun
    for child in noun.children:
        described = child.dep_ == "appos" and not listed and noun_lemma(child.text) in PLACE_NOUNS
        if described or child.dep_ in ("relcl", "acl", "advcl", "punct") or (child.dep_ == "conj" and is_verb(child)):
            continue
        if child.dep_ == "prep":
            if child.lower_ in ("of", "in", "including", "at", "inside", "like", "on"):
                for grand in child.children:
                    yield from _phrase(grand)
            continue
        yield from _phrase(child)


def _without_named_containers(found: list[PlaceMention], sentence: Sentence) -> list[PlaceMention]:
    """ "Zaranj in Nimruz province", "Aybak, the capital of Samangan": the container goes."""
    kept = []
    for mention in found:
        smaller = [m for m in found if m is not mention and _contains(mention.place, m.place)]
        if smaller and not _listed_with_part(mention, smaller, sentence):
            continue
        kept.append(mention)
    return kept


def _contains(outer: Place, inner: Place) -> bool:
    if outer.kind not in ("province", "country", "district") or outer.id == inner.id:
        return False
    if outer.kind == "country":
        return inner.kind != "country" and inner.country == outer.country
    return outer.id in (inner.province, inner.part_of)


def _listed_with_part(mention: PlaceMention, smaller: Sequence[PlaceMention], sentence: Sentence) -> bool:
    """ "Jawzjan, including its capital Sheberghan" names both."""
    text = sentence.report.text
    return any(m.span.start > mention.span.end and "including" in text[mention.span.end : m.span.start] for m in smaller)


def _capital_of(noun: Token, named: Sequence[PlaceMention], sentence: Sentence) -> list[Where]:
    """ "the capital of Nimruz", "the capitals of Kunduz and Sar-e Pul provinces", "Nimruz's capital"."""
    if not any(noun_lemma(token.text) == "capital" for token in _phrase(noun)):
        return []
    found = []
    for mention in named:
        if mention.place.kind in ("settlement", "facility") and not _homonym_province(mention, sentence):
            return []
        area = mention.place if mention.place.kind == "province" else _homonym_province(mention, sentence)
        capital = sentence.report.gazetteer.capital_of(area.id) if area else None
        if capital is not None:
            found.append(Where(Mention(mention.span, sentence.span_of(noun)), capital, Precision.EXACT))
    return found


def _homonym_province(mention: PlaceMention, sentence: Sentence) -> Place | None:
    """The province that shares the name of a town, when the town is also its capital or lies in it."""
    gazetteer = sentence.report.gazetteer
    provinces = [p for p in gazetteer.named(mention.name.of(sentence.report.text)) if p.kind == "province"]
    return next((p for p in provinces if p.country == mention.place.country), None)


def _where(mention: PlaceMention, noun: Token, sentence: Sentence) -> Where:
    return Where(Mention(mention.span), mention.place, _precision(mention, noun, sentence))


def _precision(mention: PlaceMention, noun: Token, sentence: Sentence) -> Precision:
    kind = mention.place.kind
    if kind in ("district", "province", "country"):
        return Precision(kind)
    words = read_lexicon("en", "nouns")["places"]
    lemma = noun_lemma(noun.text)
    near = sentence.report.text[max(0, mention.span.start - 40) : mention.span.start].lower().split()
    if lemma in words["near"] or (near and near[-1] in NEAR_WORDS) or any(w in words["near"] for w in near[-4:]):
        return Precision.NEAR
    own = sentence.place_at(noun) is mention
    if not own and (lemma in words["part"] or lemma in words["facility"]) and lemma != "most":
        return Precision.PART
    return Precision.EXACT


def _around(token: Token, slots: Slots, sentence: Sentence, *, within: int = 6) -> Iterator[Where]:
    """Places in the prepositional phrases of the trigger's clause, nearest first; never a speaker's or landmark's."""
    taken = {t.i for noun in (*slots.actor, *slots.recipient) for t in noun.subtree if t.dep_ in ("compound", "poss", "amod")}
    best: list[tuple[tuple[int, int], Token, PlaceMention]] = []
    for candidate in sentence.parsed.doc:
        mention = sentence.place_at(candidate)
        if mention is None or candidate.i in taken or sentence.is_speakers(mention.span) or sentence.parsed.tokens_in(mention.span)[-1].i != candidate.i:
            continue
        party = sentence.party_at(candidate)
        if party is not None and (not party.metonym or candidate.dep_ in ("nsubj", "compound", "poss", "agent", "nsubjpass")):
            continue
        prep = _preposition(candidate)
        if prep is None or prep.lower_ not in PREPOSITIONS or _is_reporting(prep.head):
            continue
        best.append(((_distance(token, prep), abs(candidate.i - token.i)), candidate, mention))
    if not best:
        return
    best.sort(key=lambda one: one[0])
    anchor = best[0][1]
    if best[0][0][0] > within:
        return
    joined = [m for _, t, m in best if t == anchor or t in anchor.subtree or anchor in t.subtree]
    for mention in _without_named_containers(_in_order(joined), sentence):
        yield _where(mention, anchor, sentence)


def _in_order(mentions: Iterable[PlaceMention]) -> list[PlaceMention]:
    found: list[PlaceMention] = []
    for mention in mentions:
        if mention not in found:
            found.append(mention)
    return sorted(found, key=lambda mention: mention.span)


def _preposition(token: Token) -> Token | None:
    """The preposition over a noun, through its phrase."""
    for ancestor in (token, *token.ancestors):
        if ancestor.dep_ in ("prep",) or (ancestor.tag_ == "IN" and ancestor != token):
            return ancestor
        if is_verb(ancestor) and ancestor != token:
            return None
    return None


def _is_reporting(head: Token) -> bool:
    return head.lower_ in ("said", "says", "told", "based", "reported", "according", "located", "born", "spokesman", "governor", "official", "officials")


def _distance(token: Token, prep: Token) -> int:
    """Steps in the tree from the trigger up to where the prepositional phrase hangs."""
    chain = [token, *token.ancestors]
    places = {t.i: n for n, t in enumerate(chain)}
    steps = 0
    for node in (prep, *prep.ancestors):
        if node.i in places:
            climbed = chain[: places[node.i]]
            return 99 if any(_is_background(t) for t in climbed) else places[node.i] + steps
        steps += 1
    return 99


def _is_background(token: Token) -> bool:
    """True for a clause or phrase that tells what happened before and elsewhere: "since US forces began …"."""
    if token.dep_ == "prep" and token.lower_ in (*BACKGROUND, "amid", "despite"):
        return True
    return token.dep_ == "advcl" and any(c.dep_ == "mark" and c.lower_ in BACKGROUND for c in token.children)


def _pointed_anywhere(sentence: Sentence, trigger: Token) -> Iterator[Where]:
    """ "there", or "the city" in any place of the sentence."""
    for token in sentence.parsed.doc:
        if token.lower_ == "there" and token.dep_ == "advmod":
            yield from _last(sentence, sentence.span_of(token), 1)
            return
    for token in sentence.parsed.doc:
        if _points(token) and _distance(trigger, token) <= 6 and not sentence.place_at(token):
            yield from _pointed(token, sentence)
            return


def _points(token: Token) -> bool:
    words = read_lexicon("en", "nouns")["places"]
    lemma = noun_lemma(token.text)
    known = any(lemma in words[kind] for kind in ("settlement", "area", "near", "facility"))
    return known and any(c.lower_ in ("the", "this", "that", "these", "its", "both") for c in token.children)


def _pointed(noun: Token, sentence: Sentence) -> Iterator[Where]:
    """What "the city", "the three cities", "the airport" or "it" points back to."""
    words = read_lexicon("en", "nouns")["places"]
    if noun_lemma(noun.text) in QUANTITIES and counted(noun) != noun:
        noun = counted(noun)
    lemma = noun_lemma(noun.text)
    whole = next((n for n in _of(noun) if _points(n)), None)
    if whole is not None and (lemma in words["part"] or lemma in words["near"] or lemma in words["facility"]):
        precision = Precision.NEAR if lemma in words["near"] else Precision.PART
        yield from (replace(w, precision=precision) for w in _pointed(whole, sentence))
        return
    yield from _pointed_itself(noun, lemma, sentence)


def _of(noun: Token) -> list[Token]:
    return [n for c in noun.children if c.dep_ == "prep" and c.lower_ == "of" for n in c.children if n.dep_ == "pobj"]


def _pointed_itself(noun: Token, lemma: str, sentence: Sentence) -> Iterator[Where]:
    words = read_lexicon("en", "nouns")["places"]
    said = sentence.span_of(noun)
    determined = {c.lower_ for c in noun.children}
    if determined & INDEFINITE:
        return
    number = next((NUMBERS[w] for w in determined if w in NUMBERS), 1)
    if number == 1 and noun.tag_ == "NNS" and (lemma in words["settlement"] or lemma in words["area"]):
        return
    if lemma in words["settlement"]:
        yield from _last(sentence, said, number)
    elif lemma in words["area"]:
        kind = "country" if lemma in ("country", "nation") else "province" if lemma in PROVINCES else "district"
        yield from _last(sentence, said, number, kind)
    elif lemma in words["near"] or lemma in words["part"] or lemma in words["facility"]:
        precision = Precision.NEAR if lemma in words["near"] else Precision.PART
        for where in _last(sentence, said, 1):
            yield Where(where.mention, where.place, precision)


def _last(sentence: Sentence, said: Span, number: int, kind: str = "settlement") -> Iterator[Where]:
    """The last `number` places of a kind named before the pointing words, as one list; else the first after them."""
    before = _named_before(sentence, said, kind, back=BACK if number == 1 else sentence.index)
    own = _speakers_own(sentence, kind) if number == 1 else None
    if number > 1:
        chosen = _list_of(sentence.report.text, before, number)
    else:
        chosen = [own] if own else [_best_antecedent(before, sentence)] if before else []
    for mention in chosen:
        area = mention.place.kind in ("district", "province", "country")
        capital = sentence.report.gazetteer.capital_of(mention.place.id) if area and kind == "settlement" else None
        precision = Precision(mention.place.kind) if area and capital is None else Precision.EXACT
        yield Where(Mention(mention.span, said), capital or mention.place, precision)
    if not chosen and number == 1:
        yield from _province_around(sentence, said) if kind == "province" else _named_after(sentence, said, kind)


def _province_around(sentence: Sentence, said: Span) -> Iterator[Where]:
    """ "the province" after a town of it."""
    before = _named_before(sentence, said, "settlement", back=BACK)
    province = sentence.report.gazetteer.get(before[-1].place.province or "") if before else None
    if province is not None:
        yield Where(Mention(before[-1].span, said), province, Precision.PROVINCE)


def _named_before(sentence: Sentence, said: Span, kind: str, *, back: int) -> list[PlaceMention]:
    """Places of a kind named in the sentences before, and in this one up to the pointing words."""
    report = sentence.report
    since = report.sentences[max(0, sentence.index - back)].start
    named = [m for m in report.places_in(Span(since, said.start)) if not sentence.is_speakers(m.span)]
    named = [m for m in named if not report.acts(m.span)]
    return [m for m in named if _is_target(m.place, kind)]


def _named_after(sentence: Sentence, said: Span, kind: str) -> Iterator[Where]:
    """The only place of a kind that the next sentences name: marked as inferred."""
    report = sentence.report
    until = report.sentences[min(len(report.sentences) - 1, sentence.index + 2)].end
    after = [m for m in report.places_in(Span(said.end, until)) if _is_target(m.place, kind)]
    if len({m.place.id for m in after}) == 1 and kind == "settlement":
        yield Where(Mention(after[0].span, said, inferred=True), after[0].place, Precision.EXACT)


def _speakers_own(sentence: Sentence, kind: str) -> PlaceMention | None:
    """ "the city" in the words of an official of a town or province: that town, that province's capital."""
    if sentence.said is None or sentence.said.claimer is None:
        return None
    report = sentence.report
    seat = report.gazetteer.capital_of(f"iso:{report.country}") if report.country else None
    for mention in report.places_in(sentence.said.claimer):
        if mention.place == seat or mention.place.country != report.country:
            continue
        if _is_target(mention.place, kind) or (kind == "settlement" and mention.place.kind == "province"):
            return mention
    return None


def _is_target(place: Place, kind: str) -> bool:
    return place.kind == kind


def _best_antecedent(before: Sequence[PlaceMention], sentence: Sentence) -> PlaceMention:
    """The last place that an event was said to happen at, when it stands in the same sentence as the last named one."""
    events = sentence.report.events
    last = before[-1]
    recent = [m for m in before if m.span in events]
    if recent and recent[-1].span.start >= _sentence_start(sentence, last):
        return recent[-1]
    return last


def _sentence_start(sentence: Sentence, mention: PlaceMention) -> int:
    spans = sentence.report.sentences
    return next((s.start for s in reversed(spans[: sentence.index + 1]) if s.start <= mention.span.start), 0)


def _list_of(text: str, before: Sequence[PlaceMention], number: int) -> list[PlaceMention]:
    """The last run of `number` places joined by commas and "and"; else the last `number` different ones."""
    run: list[PlaceMention] = []
    complete: list[PlaceMention] = []
    for mention in before:
        gap = text[run[-1].span.end : mention.span.start] if run else ""
        run = [*run, mention] if run and len(gap) < 8 and gap.strip(", ") in ("", "and", "or", "&") else [mention]
        complete = list(run) if len(run) == number else complete
    distinct = list({m.place.id: m for m in before}.values())
    return complete or (distinct[-number:] if len(distinct) >= number else [])


def _carried(sentence: Sentence) -> Iterator[Where]:
    """The one place of the claims of the sentence before, without words that point to it: marked as inferred."""
    report = sentence.report
    if sentence.index == 0:
        return
    previous = report.sentences[sentence.index - 1]
    before = {place.id: (span, place) for quote, span, place in report.told if quote == previous}
    if len(before) == 1:
        span, place = next(iter(before.values()))
        area = place.kind in ("district", "province", "country")
        yield Where(Mention(span, inferred=True), place, Precision(place.kind) if area else Precision.EXACT)
