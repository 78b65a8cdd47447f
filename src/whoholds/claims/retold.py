"""What a sentence tells only to take it back, and what the next sentence says was not so: no claims."""

from __future__ import annotations

from whoholds.claims.sentence import Sentence
from whoholds.text.factuality import read_factuality
from whoholds.text.retraction import overturns
from whoholds.text.taken_back import taken_back
from whoholds.text.triggers import Trigger

_SAID = "told only as what was taken back"


def why_retold(trigger: Trigger, sentence: Sentence) -> str | None:
    """Why the event of a trigger is no claim here; None where it is one."""
    text, spans = sentence.report.text, sentence.report.sentences
    cue = taken_back(trigger.token, correction=sentence.span in sentence.report.corrections)
    if cue is not None:
        return f"{_SAID} (“{cue.text}”)"
    after = spans[sentence.index + 1] if sentence.index + 1 < len(spans) else None
    return "the next sentence says that it was not so" if after and overturns(text, after) else None


def why_ruled_out(trigger: Trigger, sentence: Sentence) -> str | None:
    """ "The town will not fall" tells of nothing that was or is planned; None for other events."""
    ruled_out = read_factuality(trigger.token, sentence.parsed).ruled_out
    return "said that it will not happen" if ruled_out else None
