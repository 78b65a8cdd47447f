"""The rule extractor: from a report's words to claims, silences and retractions, each with exact offsets.

Start at `extract`. Rules stand here and beside (frames, where, who, when, casualties); words in `data/lexicon`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from whoholds.claims.casualties import attach_figures
from whoholds.claims.context import ReportWords, Sentence, read_words
from whoholds.claims.frames import Slots, slots_of
from whoholds.claims.triage import is_warlike
from whoholds.claims.when import find_when, is_ongoing
from whoholds.claims.where import Where, find_where
from whoholds.claims.who import find_who
from whoholds.gazetteer import Gazetteer, load_gazetteer
from whoholds.model import (
    Attribution,
    Claim,
    EventType,
    Extraction,
    Factuality,
    Mention,
    Place,
    Report,
    Retraction,
    Silence,
    Span,
    Stage,
    Unread,
)
from whoholds.text.attribution import Said, claim_attributions, find_attributions
from whoholds.text.factuality import FactualityReading, read_factuality
from whoholds.text.language import find_language, language_name
from whoholds.text.parse import parse_sentences
from whoholds.text.quotations import carry_quotations, resolve_pronoun_claimers
from whoholds.text.reporting import reporting_verbs
from whoholds.text.retraction import find_retractions
from whoholds.text.silence import find_silences
from whoholds.text.triggers import WORD, Trigger, find_triggers, has_trigger
from whoholds.text.unverified import unverified_report

if TYPE_CHECKING:
    from whoholds.text.parse import Parsed

EXTRACTOR = "rules/1"


def extract(report: Report, gazetteer: Gazetteer | None = None) -> Extraction:
    """Read one report. Never raises on any text; what could not be read is said in `not_read`."""
    language = find_language(report.text)
    if language not in ("en", "und"):
        return Extraction(report.key, EXTRACTOR, not_read=f"not read: {language_name(language)}")
    if not is_warlike(report.text):
        return Extraction(report.key, EXTRACTOR, not_read="not read: no words of armed conflict")
    words = read_words(report, gazetteer or load_gazetteer())
    sentences = _parsed(words)
    saids = _attributions(words, sentences)
    words.doubts = tuple(reach for _, reach in unverified_report([s.parsed for s in sentences])) if sentences else ()
    claims: list[Claim] = []
    unread: list[Unread] = []
    for sentence in sentences:
        for read in read_sentence(sentence, saids):
            (unread if isinstance(read, Unread) else claims).append(read)  # type: ignore[arg-type]
    return Extraction(
        report.key,
        EXTRACTOR,
        claims=_distinct(attach_figures(claims, sentences, words)),
        silences=tuple(_silences(words)),
        retractions=tuple(_retractions(words)),
        unread=tuple(unread),
    )


def _parsed(words: ReportWords) -> list[Sentence]:
    """The sentences that hold a trigger or a reporting word, parsed."""
    numbered = [
        (n, span)
        for n, span in enumerate(words.sentences)
        if has_trigger(span.of(words.text)) or _reports(span.of(words.text))
    ]
    names = [mention.name for mention in words.places]
    parsed = parse_sentences(words.text, [span for _, span in numbered], names)
    return [Sentence(one, words, n) for (n, _), one in zip(numbered, parsed, strict=True)]


def _reports(words: str) -> bool:
    """True when a sentence holds a reporting word, a quotation or doubt about what was reported."""
    verbs = reporting_verbs()
    return "“" in words or '"' in words or any(
        word == "according" or word in verbs or "verif" in word for word in map(str.lower, WORD.findall(words))
    )


def _attributions(words: ReportWords, sentences: Sequence[Sentence]) -> tuple[Said, ...]:
    """Who says what in the report, with quotations carried on and "he said" resolved."""
    found = [said for sentence in sentences for said in find_attributions(sentence.parsed)]
    carried = carry_quotations(words.text, words.sentences, found)
    return resolve_pronoun_claimers(words.text, carried)


def read_sentence(sentence: Sentence, saids: Sequence[Said]) -> Iterator[Claim | Unread]:
    """The claims of one sentence, and what was seen in it and not claimed."""
    read: list[Claim] = []
    told: list[tuple[Span, Span, Place]] = []
    for trigger in find_triggers(sentence.parsed):
        slots = slots_of(trigger, sentence)
        if slots is None:
            yield _unread(trigger, sentence, "the words around it do not make it an event of war")
            continue
        found = _said_by(trigger, slots, sentence, saids)
        places = find_where(trigger, slots, sentence, found[0])
        if not places:
            yield _unread(trigger, sentence, "no place that it can be said of")
            continue
        read += _claims(trigger, slots, places, sentence, found)
        told += [(sentence.parsed.span, where.mention.span, where.place) for where in places]
    sentence.report.told += told
    for claim in _without_doubles(read, sentence):
        _remember(claim, sentence)
        yield claim


def _unread(trigger: Trigger, sentence: Sentence, reason: str) -> Unread:
    return Unread(sentence.report.report.key, sentence.parsed.span, trigger.token.text, f"{trigger.type.value}: {reason}")


def _said_by(trigger: Trigger, slots: Slots, sentence: Sentence, saids: Sequence[Said]) -> tuple[Said | None, ...]:
    """Who says it; several when they are named together."""
    return claim_attributions(sentence.span_of(trigger.token), saids) or (None,)


def _claims(
    trigger: Trigger, slots: Slots, places: Sequence[Where], sentence: Sentence, attributions: Sequence[Said | None]
) -> Iterator[Claim]:
    fact = read_factuality(trigger.token, sentence.parsed, attributions[0])
    for said in attributions:
        for where in places:
            for time in find_when(trigger, sentence, said):
                claim = _claim(trigger, slots, where, sentence, said)
                yield _denied_loss(replace(claim, time=time, factuality=fact.value, unverified=_unverified(fact, sentence)))


def _claim(
    trigger: Trigger, slots: Slots, where: Where, sentence: Sentence, said: Said | None
) -> Claim:
    return Claim(
        report=sentence.report.report.key,
        type=slots.type,
        quote=sentence.parsed.span,
        trigger=_trigger_span(trigger, sentence.parsed),
        actor=find_who(slots.actor, sentence, said),
        recipient=find_who(slots.recipient, sentence, said),
        place=where.mention,
        attribution=_attribution(said),
        ongoing=is_ongoing(trigger, slots.type, sentence, said),
        precision=where.precision,
        stage=_stage(slots),
    )


def _trigger_span(trigger: Trigger, parsed: Parsed) -> Span:
    first, last = sorted((trigger.token, trigger.last), key=lambda token: token.i)
    return parsed.span_of(first, last)


def _attribution(said: Said | None) -> Attribution:
    if said is None:
        return Attribution()
    claimer = Mention(said.claimer) if said.claimer is not None else None
    return Attribution(claimer, said.unnamed and claimer is None, said.relayed_by, said.cue)


def _unverified(fact: FactualityReading, sentence: Sentence) -> bool:
    """True when this sentence, or another one that reaches it, says that the claim is not verified."""
    return fact.unverified or any(sentence.parsed.span.meets(reach) for reach in sentence.report.doubts)


TAKING = (EventType.CAPTURE, EventType.HANDOVER)
ORDINALS = frozenset(
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth latest last next another".split()
)
STAGES = {
    "agree": Stage.AGREED, "reach": Stage.AGREED, "sign": Stage.AGREED, "broker": Stage.AGREED, "announce": Stage.ANNOUNCED,
    "declare": Stage.ANNOUNCED, "refuse": Stage.REFUSED, "reject": Stage.REFUSED, "call": Stage.CALLED_FOR, "urge": Stage.CALLED_FOR,
    "demand": Stage.CALLED_FOR, "appeal": Stage.CALLED_FOR, "violate": Stage.BROKEN, "break": Stage.BROKEN, "collapse": Stage.BROKEN,
    "called": Stage.CALLED_FOR, "urged": Stage.CALLED_FOR, "refused": Stage.REFUSED, "rejected": Stage.REFUSED, "agreed": Stage.AGREED,
    "announced": Stage.ANNOUNCED, "declared": Stage.ANNOUNCED, "violated": Stage.BROKEN, "calling": Stage.CALLED_FOR, "refusing": Stage.REFUSED,
}  # fmt: skip


def _stage(slots: Slots) -> Stage | None:
    return STAGES.get(slots.extra.get("stage", "")) if slots.type is EventType.CEASEFIRE else None


def _denied_loss(claim: Claim) -> Claim:
    """A loss that is denied is a hold by the holder, certain (codebook 2.1): the actor becomes who loses."""
    if claim.factuality is not Factuality.DENIED or claim.type not in TAKING:
        return claim
    return replace(claim, type=EventType.HOLD, actor=claim.recipient, recipient=claim.actor, factuality=Factuality.CERTAIN, ongoing=True)


def _restates(claim: Claim, sentence: Sentence) -> bool:
    """ "the second capital to fall", "becoming the first to be taken": a place in a series, told again."""
    if claim.trigger is None or claim.type not in TAKING:
        return False
    token = sentence.parsed.tokens_in(claim.trigger)[0]
    return token.dep_ in ("relcl", "acl") and any(c.lower_ in ORDINALS or c.lower_[-2:] in ("th", "nd", "rd") and c.lower_[:1].isdigit() for c in token.head.children)


def _without_doubles(claims: Sequence[Claim], sentence: Sentence) -> list[Claim]:
    """One claim for each (type, place, claimer, time); a place told again as one in a series is no claim."""
    kept: dict[tuple[object, ...], Claim] = {}
    for claim in claims:
        if _restates(claim, sentence):
            continue
        key = (claim.type, claim.place, claim.attribution.claimer, claim.time, claim.factuality)
        if key not in kept or _fuller(claim, kept[key]):
            kept[key] = claim
    return list(kept.values())


def _fuller(new: Claim, old: Claim) -> bool:
    return (new.actor is not None) + (new.recipient is not None) > (old.actor is not None) + (old.recipient is not None)


def _remember(claim: Claim, sentence: Sentence) -> None:
    """What later sentences may point back to: the place of the event, and who acted."""
    report = sentence.report
    if claim.place is not None:
        report.events.add(claim.place.span)
    if claim.actor is not None:
        report.subjects.append(claim.actor.span)
        report.subjects.sort()


def _distinct(claims: Sequence[Claim]) -> tuple[Claim, ...]:
    return tuple({claim.key: claim for claim in claims}.values())


def _silences(words: ReportWords) -> Iterator[Silence]:
    """Parties that are said not to have commented, on the place in focus there."""
    for found in find_silences(words.text, words.sentences):
        yield Silence(words.report.key, found.quote, Mention(found.party_span), _place_before(found.quote, words))


def _retractions(words: ReportWords) -> Iterator[Retraction]:
    """What the report takes back, and of which place."""
    for found in find_retractions(words.text, words.sentences):
        by = Mention(found.by_span) if found.by_span else None
        yield Retraction(words.report.key, found.quote, by, _place_before(found.quote, words))


def _place_before(quote: Span, words: ReportWords) -> Mention | None:
    """The place that a sentence names, else the last one that an event was said of before it."""
    named = words.places_in(quote)
    if named:
        return Mention(named[0].span)
    earlier = [span for span in words.events if span.start < quote.start]
    return Mention(max(earlier), inferred=True) if earlier else None
