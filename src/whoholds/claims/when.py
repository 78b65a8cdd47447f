"""When a claimed event happened, as said: the date words that hang on its trigger."""

from __future__ import annotations

from typing import TYPE_CHECKING

from whoholds.claims.context import Sentence
from whoholds.model import EventType, Mention
from whoholds.text.dates import DateMention
from whoholds.text.said import Said
from whoholds.text.syntax import is_verb
from whoholds.text.triggers import Trigger

if TYPE_CHECKING:
    from spacy.tokens import Token

STATES = frozenset((EventType.HOLD, EventType.SIEGE))
OTHER_TIME = frozenset(("after", "since", "before", "following", "until", "despite", "amid", "as"))
JOINED = ("and", "and in", "and again in", "and again", "and then in", "and on")
STILL = frozenset(("still", "continuing", "continues", "continue", "ongoing", "continued", "remain", "remains", "rages", "raging"))


def find_when(trigger: Trigger, sentence: Sentence, said: Said | None) -> list[Mention | None]:
    """The dates of an event: usually one or none; two for "in 2015 and 2016". A date of the saying bounds only
    the end and is marked `inferred`."""
    dates = [d for d in sentence.report.dates_in(sentence.parsed.span) if d.kind != "duration" or d.start is not None or d.anchored]
    own, of_saying = [], []
    for mention in dates:
        (of_saying if _of_saying(mention, sentence, said) else own).append(mention)
    chosen = _nearest(trigger.token, own, sentence)
    if chosen:
        return [Mention(mention.span) for mention in chosen]
    if of_saying:
        return [Mention(of_saying[-1].span, inferred=True)]
    return [None]


def is_ongoing(trigger: Trigger, kind: EventType, sentence: Sentence, said: Said | None = None) -> bool:
    """True for a state or a fight that the words put in the present; "said they were in control" does too."""
    verb = trigger.token
    while not is_verb(verb) and verb.head != verb:
        verb = verb.head
    words = {t.lower_ for t in verb.subtree if abs(t.i - trigger.token.i) < 8}
    if words & STILL:
        return True
    auxiliaries = {c.lower_ for c in verb.children if c.dep_ in ("aux", "auxpass")}
    if verb.tag_ == "VBG" and auxiliaries & {"is", "are", "'re", "'s", "were", "was"}:
        return bool(auxiliaries & {"is", "are", "'re", "'s"}) or kind is EventType.CLASH and "still" in words
    if kind in STATES or trigger.frame in ("held_adjective", "control_noun", "hold_pair"):
        past = verb.tag_ == "VBD" or auxiliaries & {"was", "were", "had"}
        reported = said is not None and said.kind != "direct"
        return not past or reported or trigger.frame == "held_adjective"
    return False


def _of_saying(mention: DateMention, sentence: Sentence, said: Said | None) -> bool:
    """True when a date hangs on the reporting verb, not on what is said."""
    if said is None:
        return False
    if said.covers(mention.span):
        return False
    tokens = sentence.parsed.tokens_in(mention.span)
    cue = {t.i for t in sentence.parsed.tokens_in(said.cue)}
    return any(a.i in cue for t in tokens[:1] for a in t.ancestors if a is not None) or not said.covers(mention.span)


def _nearest(token: Token, dates: list[DateMention], sentence: Sentence) -> list[DateMention]:
    """The date that hangs closest to the trigger; a second of the same kind joined to it by "and"."""
    if not dates:
        return []
    scored = sorted(dates, key=lambda mention: _steps(token, mention, sentence))
    first = scored[0]
    if _steps(token, first, sentence)[0] > 8:
        return []
    text = sentence.report.text
    joined = [
        d for d in dates
        if d is not first and 0 < d.span.start - first.span.end < 16 and text[first.span.end : d.span.start].strip(" ,") in JOINED
    ]
    return [first, *joined]


def _steps(token: Token, mention: DateMention, sentence: Sentence) -> tuple[int, int]:
    """Steps in the tree from the trigger to the date words, then the distance in words; 99 across the border of a
    clause or phrase that tells of another time ("after the capture of X on Friday", "since … in May")."""
    found = sentence.parsed.tokens_in(mention.span)
    if not found:
        return 99, 99
    reach = {t.i: n for n, t in enumerate(_reach(token))}
    inside = {t.i for t in found}
    for steps, node in enumerate((found[0], *found[0].ancestors)):
        if node.i in reach:
            return reach[node.i] + steps, abs(found[0].i - token.i)
        if node.i not in inside and _is_border(node):
            break
    return 99, 99


def _reach(token: Token) -> list[Token]:
    """The trigger and what stands over it, up to the border of its own clause of time."""
    found = [token]
    while found[-1].head != found[-1] and not _is_border(found[-1]):
        found.append(found[-1].head)
    return found


def _is_border(token: Token) -> bool:
    """True for the head of a clause or phrase with a time of its own."""
    if token.dep_ in ("relcl", "acl"):
        return True
    if token.dep_ == "prep" and token.lower_ in OTHER_TIME:
        return True
    if token.dep_ == "pcomp" and token.head.lower_ in OTHER_TIME:
        return True
    return token.dep_ == "advcl" and any(c.dep_ == "mark" and c.lower_ in OTHER_TIME for c in token.children)
