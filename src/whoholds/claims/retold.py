"""What a sentence tells only to take it back, and what the next sentence says was not so: no claims."""

from __future__ import annotations

from typing import TYPE_CHECKING

from whoholds.claims.sentence import Sentence
from whoholds.claims.unasserted import charged, forgone, withheld
from whoholds.lexicon import read_lexicon
from whoholds.model import Span
from whoholds.text.amended import told_before
from whoholds.text.factuality import read_factuality
from whoholds.text.old_pictures import calls_old, is_called_old, names_pictures
from whoholds.text.open_questions import is_asked
from whoholds.text.retraction_after import (
    calls_false,
    is_labelled_false,
    overturned_after,
    overturned_in,
    takes_back,
)
from whoholds.text.said import children
from whoholds.text.taken_back import taken_back
from whoholds.text.triggers import Trigger

if TYPE_CHECKING:
    from whoholds.text.tokens import Token

_SAID = "told only as what was taken back"


def why_retold(trigger: Trigger, sentence: Sentence) -> str | None:
    """Why the event of a trigger is no claim here; None where it is one."""
    text, spans = sentence.report.text, sentence.report.sentences
    cue = taken_back(trigger.token, correction=sentence.span in sentence.report.corrections)
    if cue is not None:
        return f"{_SAID} (“{cue.text}”)"
    before = told_before(text, sentence.span)
    if before is not None and sentence.span_of(trigger.token).within(before):
        return "told only as what the report said before it was amended"
    if is_asked(trigger.token):
        return "only asked"
    if (verb := forgone(trigger.token)) is not None:
        return f"said only to have been possible (“{verb.text}”)"
    if (verb := withheld(trigger.token)) is not None:
        return f"not said: who speaks stops short of “{verb.text}” it"
    if (verb := charged(trigger.token)) is not None:
        return f"they are {verb.text} of it, which is not to say that they did"
    if is_labelled_false(text, sentence.span):
        return "the sentence begins with a word that calls it false"
    if _takes_words_back(trigger.token):
        return "words are taken back, not a place left"
    if _is_taken_back(trigger, sentence):
        return "told only until it was taken back"
    if overturned_in(text, sentence.span, sentence.span_of(trigger.token).end):
        return "the sentence itself says that it was not so"
    if _is_of_old_pictures(trigger, sentence):
        return "told only of pictures that the report calls fake or old"
    overturned = overturned_after(text, spans, sentence.index)
    return "a sentence after it says that it was not so" if overturned else None


def _is_of_old_pictures(trigger: Trigger, sentence: Sentence) -> bool:
    """ "A video said to show them in the town is from 2019", or so in the next sentence."""
    report = sentence.report
    year = report.report.published.day.year if report.report.published else None
    if is_called_old(report.text, sentence.span, sentence.span_of(trigger.token), year):
        return True
    after = report.sentences[sentence.index + 1 : sentence.index + 2]
    shown = names_pictures(report.text, sentence.span.start, sentence.span_of(trigger.token).start)
    return shown and any(calls_old(report.text, span, year) for span in after)


def _takes_words_back(verb: Token) -> bool:
    """ "Withdrew its statement", as an event of leaving; not "captured an army post"."""
    words = read_lexicon("en", "retraction")
    reports = (noun for noun in children(verb, "dobj") if noun.lower_ in words["reports"]["words"])
    return verb.lower_ in words["verbs"]["words"] and any(reports)


def _is_taken_back(trigger: Trigger, sentence: Sentence) -> bool:
    """ "AFP said it fell. It later retracted the alert": later in the sentence, or in the next."""
    text, spans = sentence.report.text, sentence.report.sentences
    following = spans[sentence.index + 1 : sentence.index + 2]
    told = Span(sentence.span.start, sentence.span_of(trigger.token).end)
    for found in sentence.report.retractions:
        if found.quote == sentence.span and takes_back(text, told, found):
            return True
        if found.quote in following and takes_back(text, sentence.span, found):
            return True
    return False


def why_ruled_out(trigger: Trigger, sentence: Sentence) -> str | None:
    """ "The town will not fall" tells of nothing that was or is planned; None for other events."""
    ruled_out = read_factuality(trigger.token, sentence.parsed).ruled_out
    return "said that it will not happen" if ruled_out else None


def is_called_false(sentence: Sentence) -> bool:
    """True when somebody's words right after the sentence call it false: "This is fake, he wrote"."""
    spans = sentence.report.sentences
    after = spans[sentence.index + 1] if sentence.index + 1 < len(spans) else None
    return after is not None and calls_false(sentence.report.text, after)
