"""The rule extractor: from a report's words to claims, silences and retractions, each with exact offsets.

Start at `extract`. The rules of one sentence stand here; where, who, when and the frames beside; the words in
`data/lexicon`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from whoholds.claims.as_seen import as_seen, as_written
from whoholds.claims.beside import with_beside
from whoholds.claims.borders import as_coded, without_doubles
from whoholds.claims.called_false import dismissed_at, is_called_false_here
from whoholds.claims.casualties import with_figures
from whoholds.claims.context import ReportWords, report_words
from whoholds.claims.dated_run import dated_places
from whoholds.claims.denied import denied_claims
from whoholds.claims.denier import foe_of_denier, is_deniers_own
from whoholds.claims.disowned import why_disowned
from whoholds.claims.earlier import as_earlier
from whoholds.claims.frames import Slots, slots_of
from whoholds.claims.how_much import how_much
from whoholds.claims.jointly import one_by_one
from whoholds.claims.left_out import without_left_out
from whoholds.claims.named import Where
from whoholds.claims.no_event import why_no_event
from whoholds.claims.partly import is_denied_of_whole, is_neither, why_partly
from whoholds.claims.passed_over import names_nothing, why_no_place, without_places
from whoholds.claims.reading import PARSED, Progress, read_sentences, untold, who_said_what
from whoholds.claims.recalled import is_rumoured, why_not_told
from whoholds.claims.retold import is_called_false, why_retold, why_ruled_out
from whoholds.claims.reversal import is_loss
from whoholds.claims.sentence import Memory, Sentence
from whoholds.claims.subjects import remember_subject
from whoholds.claims.told_on import who_answers
from whoholds.claims.triage import why_not_read
from whoholds.claims.unasserted import is_whether
from whoholds.claims.unsaid import read_retractions, read_silences, without_corrected
from whoholds.claims.when import find_when, is_an_age, is_ongoing
from whoholds.claims.where import find_where
from whoholds.claims.who import find_doer, find_who, is_nobodys
from whoholds.claims.whose import with_true_doers
from whoholds.gazetteer import Gazetteer, load_gazetteer
from whoholds.lexicon import read_lexicon
from whoholds.model import (
    Attribution,
    Claim,
    EventType,
    Extraction,
    Factuality,
    Mention,
    Report,
    Span,
    Stage,
    Unread,
)
from whoholds.ontology import event_types
from whoholds.text.attribution import Said, Saids
from whoholds.text.factuality import at_most_possible, read_factuality
from whoholds.text.hearsay import is_nobodys as is_word_of_nobody
from whoholds.text.open_questions import is_questioned
from whoholds.text.stretches import Covered
from whoholds.text.triggers import Trigger, find_triggers

EXTRACTOR = "rules/1"
_OVER = {  # a siege that was lifted and a hold that ended are none; forces that left are denied to be there
    (EventType.HOLD, Factuality.CERTAIN): Factuality.DENIED,
    (EventType.HOLD, Factuality.PROBABLE): Factuality.DENIED,
    (EventType.SIEGE, Factuality.CERTAIN): Factuality.DENIED,
    (EventType.SIEGE, Factuality.PROBABLE): Factuality.DENIED,
    (EventType.WITHDRAWAL, Factuality.DENIED): Factuality.CERTAIN,
}


def extract(report: Report, gazetteer: Gazetteer | None = None, *, progress: Progress = untold) -> Extraction:
    """Read one report. Never raises on any text; what could not be read is said in `not_read`.

    `progress` is told the share of the report that has been read, from 0 to 1, after each sentence.
    Characters that nobody sees are read as if they were absent; all spans count them.
    """
    places = gazetteer or load_gazetteer()
    found = as_seen(report)
    if found is None:
        return _extract(report, places, progress)
    seen, text = found
    return as_written(_extract(seen, places, progress), report, text)


def _extract(report: Report, gazetteer: Gazetteer, progress: Progress) -> Extraction:
    barred = why_not_read(report.text)
    if barred is not None:
        return Extraction(report.key, EXTRACTOR, not_read=barred)
    progress(0.0)
    words = report_words(report, gazetteer)
    if names_nothing(words):
        return _extraction(words, list(without_places(words)), Memory())
    sentences = read_sentences(words, progress)
    told = who_said_what(words, sentences)
    saids = Saids(told)
    for sentence in sentences[:1]:
        sentence.memory.speakers = Covered(said.claimer for said in told if said.claimer is not None)
    read: list[Claim | Unread] = []
    for sentence in sentences:
        read += read_sentence(sentence, saids)
        progress(PARSED + (1 - PARSED) * sentence.span.end / len(report.text))
    progress(1.0)
    return _extraction(words, read, sentences[0].memory if sentences else Memory())


def _extraction(words: ReportWords, read: Sequence[Claim | Unread], memory: Memory) -> Extraction:
    found = [one for one in read if isinstance(one, Claim)]
    claims = with_figures(without_corrected(found, words), words)
    return Extraction(
        words.key,
        EXTRACTOR,
        claims=tuple({claim.key: claim for claim in claims}.values()),
        silences=tuple(read_silences(words, memory)),
        retractions=tuple(read_retractions(words, memory)),
        unread=tuple(_once([one for one in read if isinstance(one, Unread)])),
    )


def _once(unread: Sequence[Unread]) -> Iterator[Unread]:
    """Each word once, for the first event that it looked like: "fell" may be a fall, or shells that fall."""
    seen: set[tuple[Span, str]] = set()
    for one in unread:
        if (one.quote, one.trigger) not in seen:
            seen.add((one.quote, one.trigger))
            yield one


def read_sentence(sentence: Sentence, saids: Saids) -> Iterator[Claim | Unread]:
    """The claims of one sentence, and what was seen in it and not claimed."""
    claims: list[Claim] = []
    remember_subject(sentence)
    for trigger in find_triggers(sentence.parsed):
        found = slots_of(trigger, sentence)
        slots = with_true_doers(found, sentence) if found is not None else None
        if slots is None:
            yield _unread(trigger, sentence, "the words around it do not make it an event of war")
            continue
        about = saids.about(sentence.span_of(trigger.token))
        lost = is_loss(trigger) or trigger.type is EventType.WITHDRAWAL
        attributions = who_answers(about, sentence, saids, lost=lost) or (None,)
        places = find_where(trigger, slots, sentence, attributions[0])
        if not places:
            yield _unread(trigger, sentence, "no place that it can be said of")
            continue
        sentence.memory.told[sentence.span] += [(where.mention.span, where.place) for where in places]
        retold = why_retold(trigger, sentence) or why_ruled_out(trigger, sentence)
        retold = retold or why_no_event(trigger, slots, sentence) or why_not_told(trigger.token)
        retold = retold or why_partly(trigger, slots, sentence) or why_disowned(trigger)
        if retold is not None:
            sentence.memory.events |= {where.mention.span for where in places}
            yield _unread(trigger, sentence, retold)
            continue
        for said in attributions:
            for each in one_by_one(slots, sentence):
                claims += _claims(trigger, each, places, sentence, said)
    for claim in without_doubles(claims, sentence):
        sentence.memory.keep(claim, sentence.report.text)
        yield claim
    yield from without_doubles(list(denied_claims(sentence, saids)), sentence)


def _unread(trigger: Trigger, sentence: Sentence, reason: str) -> Unread:
    words = f"{trigger.type.value}: {why_no_place(trigger, sentence) or reason}"
    return Unread(sentence.report.key, sentence.span, trigger.token.text, words)


def _claims(
    trigger: Trigger, slots: Slots, places: Sequence[Where], sentence: Sentence, said: Said | None
) -> Iterator[Claim]:
    """One claim for each place and time that one claimer tells of."""
    if is_nobodys(slots.actor, sentence, said) or _is_dismissed_by_others(trigger, sentence, said):
        return
    claim = _claim(trigger, with_beside(trigger, slots, sentence), sentence, said)
    if slots.ended is not None:
        over = _OVER.get((slots.type, claim.factuality))
        if over is None:
            return
        claim = replace(claim, factuality=over)
    if slots.type is EventType.HOLD and is_neither(slots):
        claim = replace(claim, factuality=Factuality.DENIED)
    if is_denied_of_whole(trigger, slots, claim.factuality):
        return
    listed = dated_places(sentence)
    for where in places:
        own = listed.get(where.mention.span)
        times = find_when(trigger, sentence, said)
        if own is not None:
            times = [Mention(own.span)]
        if claim.factuality not in (Factuality.DENIED, Factuality.FUTURE):
            times = as_earlier(times, trigger, where, sentence)
        precision = how_much(trigger, slots, where)
        for time in times:
            if where.mention.inferred and is_an_age(time, sentence):
                continue
            said_of = without_left_out(claim, where, sentence, slots.place)
            if said_of is not None:
                yield as_coded(replace(said_of, place=where.mention, precision=precision, time=time))


def _claim(trigger: Trigger, slots: Slots, sentence: Sentence, said: Said | None) -> Claim:
    fact = read_factuality(slots.refusal or slots.ended or trigger.token, sentence.parsed, said)
    doubted = sentence.memory.doubts.meets(sentence.span)
    rumoured = is_rumoured(trigger.token)
    false = is_called_false_here(trigger, sentence) or dismissed_at(trigger, sentence) is not None
    value = Factuality.DENIED if false else fact.value
    open_to_doubt = slots.either or slots.open or rumoured or (said is None and is_called_false(sentence))
    return Claim(
        report=sentence.report.key,
        type=slots.type,
        quote=sentence.span,
        trigger=_trigger_span(trigger, sentence),
        actor=_actor(slots, sentence, said, denied=value is Factuality.DENIED),
        recipient=find_who(slots.recipient, sentence, said),
        attribution=_attribution(said, sentence),
        factuality=at_most_possible(value) if open_to_doubt else value,
        unverified=fact.unverified
        or slots.open
        or rumoured
        or doubted
        or _is_nobodys_word(said, sentence)
        or is_questioned(trigger.token)
        or is_whether(trigger.token),
        ongoing=is_ongoing(trigger, slots.type, sentence, said),
        stage=_stage(slots),
    )


def _is_dismissed_by_others(trigger: Trigger, sentence: Sentence, said: Said | None) -> bool:
    """True for what somebody dismisses who is not read as the one who speaks of it: it is nobody's claim."""
    at = dismissed_at(trigger, sentence)
    claimer = said.claimer if said is not None else None
    return at is not None and (claimer is None or claimer.end > at)


def _actor(slots: Slots, sentence: Sentence, said: Said | None, *, denied: bool) -> Mention | None:
    of_control = event_types()[slots.type].control != "none"
    told = _contested(slots, sentence) or foe_of_denier(slots, sentence, said)
    found = told or (find_doer if of_control else find_who)(slots.actor, sentence, said)
    return None if denied and told is None and is_deniers_own(found, slots, sentence, said) else found


def _trigger_span(trigger: Trigger, sentence: Sentence) -> Span:
    first, last = sorted((trigger.token, trigger.last), key=lambda token: int(token.i))
    return sentence.parsed.span_of(first, last)


def _attribution(said: Said | None, sentence: Sentence) -> Attribution:
    if said is None:
        return Attribution()
    nobodys = said.claimer is not None and _is_nobodys_word(said, sentence)
    claimer = Mention(said.claimer) if said.claimer is not None and not nobodys else None
    carried = said.claimer.of(sentence.report.text) if said.claimer is not None and nobodys else None
    return Attribution(
        claimer, nobodys or (said.unnamed and claimer is None), said.relayed_by or carried, said.cue
    )


def _contested(slots: Slots, sentence: Sentence) -> Mention | None:
    """ "Contested", where nobody holds it alone (codebook 2.1)."""
    return Mention(sentence.span_of(slots.contested)) if slots.contested is not None else None


def _is_nobodys_word(said: Said | None, sentence: Sentence) -> bool:
    """True for "rumours spread that", "social media posts claimed": nobody answers for it."""
    if said is None:
        return False
    if said.claimer is None:
        return is_word_of_nobody(said.verb, "")
    words = said.claimer.of(sentence.report.text)
    named = any(party.name for party in sentence.report.parties_in(said.claimer))
    return not named and is_word_of_nobody(said.claimer_head.lower(), words)


def _stage(slots: Slots) -> Stage | None:
    """How far a truce is, by the verb over it; None where the verb does not say."""
    stage = read_lexicon("en", "frames")["stages"].get(slots.stage)
    return Stage(stage) if slots.type is EventType.CEASEFIRE and isinstance(stage, str) else None
