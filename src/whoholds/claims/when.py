"""When a claimed event happened, as said: the date words that hang on its trigger."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from whoholds.claims.sentence import Sentence
from whoholds.lexicon import word_set
from whoholds.model import EventType, Mention
from whoholds.text.dates import DateMention
from whoholds.text.said import Said
from whoholds.text.syntax import is_noun, is_verb
from whoholds.text.triggers import Trigger

if TYPE_CHECKING:
    from whoholds.text.tokens import Token

STATES = frozenset((EventType.HOLD, EventType.SIEGE))
MOMENTS = frozenset((EventType.CAPTURE, EventType.HANDOVER, EventType.WITHDRAWAL, EventType.EXPLOSION))
STATIVE = ("held_adjective", "control_noun", "hold_pair")
PRESENT = frozenset(("is", "are", "'re", "'s"))
YEAR = 366  # days
FAR = 99  # steps: not reached
REACH = 8  # steps of the tree between a trigger and its date
NEARBY = 8  # words around a trigger in which "still" belongs to it


def find_when(trigger: Trigger, sentence: Sentence, said: Said | None) -> list[Mention | None]:
    """The dates of an event: usually one or none; two for "in 2015 and 2016".

    A date of the saying ("said on Friday") bounds only the end and is marked `inferred`.
    """
    dates = [d for d in sentence.report.dates_in(sentence.span) if _has_days(d)]
    of_saying = [d for d in dates if said is not None and _is_of_saying(d, said, sentence)]
    told = [d for d in dates if d not in of_saying and not _is_before_now(trigger, d, sentence)]
    chosen = _nearest(trigger, told, sentence)
    vague = all(d.start is None and d.end is None for d in chosen)  # "days later"
    chosen = (_of_history(trigger, dates, sentence) or chosen) if vague else chosen
    if chosen:
        return [Mention(mention.span) for mention in chosen]
    days = [d for d in of_saying if (d.start or d.end) and not _is_since(d, sentence)]
    return [Mention(days[-1].span, inferred=True)] if days else [None]


def _is_before_now(trigger: Trigger, mention: DateMention, sentence: Sentence) -> bool:
    """True for the past day of "it fell two weeks ago and clashes are still going on": of another clause."""
    verb = trigger.token
    while not is_verb(verb) and verb.head != verb:
        verb = verb.head
    published, end = sentence.report.report.published, mention.end
    past = published is not None and end is not None and end < published.day
    still = any(child.lower_ in word_set("timing", "still") for child in verb.children)
    apart = verb.dep_ == "conj" and _verb_over(mention, sentence) == verb.head
    now = verb.tag_ in ("VBZ", "VBP") or any(child.lower_ in PRESENT for child in verb.children)
    return past and apart and still and now


def _of_history(trigger: Trigger, dates: list[DateMention], sentence: Sentence) -> list[DateMention]:
    """2012 for the leaving of "in 2012 they held it for ten days before leaving": not of now."""
    opener = trigger.token.head
    if _went_on(trigger.token) or _followed(trigger.token):
        main = replace(trigger, token=opener, last=opener)
        return _nearest(main, [date for date in dates if _is_long_ago(date, sentence)], sentence)
    if trigger.token.dep_ != "pcomp" or opener.lower_ not in ("before", "after") or not is_verb(opener.head):
        return []
    main = replace(trigger, token=opener.head, last=opener.head)
    long_ago = [date for date in dates if date.kind != "duration" and _is_long_ago(date, sentence)]
    return _nearest(main, long_ago, sentence)


def _went_on(verb: Token) -> bool:
    """True for "withdrew" in "took Goma in 2012 and withdrew days later": told of the same time."""
    alone = all(child.dep_ not in ("nsubj", "nsubjpass", "aux") for child in verb.children)
    return verb.dep_ == "conj" and verb.tag_ == "VBD" and verb.head.tag_ == "VBD" and alone


def _followed(verb: Token) -> bool:
    """True for "retook" in "in 2012 they held it before the army retook it", "took it after it left"."""
    marks = {child.lower_ for child in verb.children if child.dep_ == "mark"}
    return (
        verb.dep_ == "advcl"
        and verb.tag_ in ("VBD", "VBP", "VB")
        and not marks.isdisjoint(("before", "until", "till", "after"))
    )


def _is_of_saying(mention: DateMention, said: Said, sentence: Sentence) -> bool:
    """True for a date outside of what is said, or directly after the verb: "said on Tuesday it had"."""
    if not said.covers(mention.span):
        return True
    between = sentence.report.text[said.cue.end : mention.span.start]
    led = between.strip().lower()
    return said.cue.end <= mention.span.start and (not led or led in word_set("timing", "of_saying"))


def _is_since(mention: DateMention, sentence: Sentence) -> bool:
    """True in "since the war began in 2023", said of how rare it is, not of when somebody says so."""
    found = sentence.parsed.tokens_in(mention.span)
    above = (one for token in found[:1] for one in token.ancestors)
    return any(
        one.lower_ == "since" or any(c.lower_ == "since" and c.dep_ == "mark" for c in one.children)
        for one in above
    )


def _has_days(mention: DateMention) -> bool:
    """False for "for three days": how long, not when; and for "the former mayor"."""
    return mention.kind not in ("duration", "aspect") or mention.start is not None or mention.anchored


def is_an_age(time: Mention | None, sentence: Sentence) -> bool:
    """True for words that name a stretch of over a year, or a beginning over a year before publication."""
    found = None if time is None else sentence.report.date_at(time.span)
    if found is None or found.start is None:
        return False
    published = sentence.report.report.published
    end = found.end or (published.day if published and found.kind == "since" else None)
    return found.kind == "since" if end is None else (end - found.start).days > YEAR


def is_ongoing(trigger: Trigger, kind: EventType, sentence: Sentence, said: Said | None = None) -> bool:
    """True for a state or a fight that the words put in the present; "said they were in control" does too."""
    verb = trigger.token
    while not is_verb(verb) and verb.head != verb:
        verb = verb.head
    near = {t.lower_ for t in verb.subtree if abs(t.i - trigger.token.i) < NEARBY}
    if near & word_set("timing", "still"):
        return True
    auxiliaries = {c.lower_ for c in verb.children if c.dep_ in ("aux", "auxpass")}
    if verb.tag_ == "VBG" and auxiliaries & {*PRESENT, "were", "was"}:
        return bool(auxiliaries & PRESENT)
    if kind not in STATES and trigger.frame not in STATIVE:
        return False
    past = verb.tag_ == "VBD" or auxiliaries & {"was", "were", "had"}
    reported = said is not None and said.kind != "direct"
    return not past or reported or trigger.frame == "held_adjective"


def _nearest(trigger: Trigger, dates: list[DateMention], sentence: Sentence) -> list[DateMention]:
    """The date that hangs closest to the trigger; a second of the same kind joined to it by "and"."""
    if not dates:
        return []
    steps, first = min(((_steps(trigger, d, sentence), d) for d in dates), key=lambda one: one[0])
    if steps[0] > REACH:
        return []
    text = sentence.report.text
    joined = [
        d
        for d in dates
        if 0 < d.span.start - first.span.end < 16
        and text[first.span.end : d.span.start].strip(" ,") in word_set("timing", "joined")
        and _verb_over(d, sentence) == _verb_over(first, sentence)
    ]
    return [first, *joined]


def _verb_over(mention: DateMention, sentence: Sentence) -> Token | None:
    """The verb that a date hangs on; None where it hangs on none."""
    found = sentence.parsed.tokens_in(mention.span)[:1]
    return next((over for token in found for over in token.ancestors if is_verb(over)), None)


def _steps(trigger: Trigger, mention: DateMention, sentence: Sentence) -> tuple[int, int]:
    """Steps in the tree from the trigger to the date words, then the distance in words.

    `FAR` across the border of a clause or phrase of another time ("after the capture of X on Friday").
    """
    found, token = sentence.parsed.tokens_in(mention.span), trigger.token
    if not found or _opens_clause_of(found[-1], token):
        return FAR, FAR
    if _is_long_ago(mention, sentence) and _is_of_another(found, token, day=mention.kind == "day"):
        return FAR, FAR
    reach = {t.i: n for n, t in enumerate(_reach(token))}
    inside = {t.i for t in found}
    own = _own_bounds(trigger, mention, found[0])
    for steps, node in enumerate((found[0], *found[0].ancestors)):
        if node.i in reach:
            return reach[node.i] + steps, abs(found[0].i - token.i)
        if node.i not in inside and node.i not in own and _is_border(node):
            break
    return FAR, FAR


def _own_bounds(trigger: Trigger, mention: DateMention, first: Token) -> set[int]:
    """Where "since" stands over the date of what may last, and "until", "before" over that of a state."""
    lasts = trigger.type not in MOMENTS or trigger.lemma in word_set("frames", "lasting")
    if mention.kind == "since" and lasts:
        return {t.i for t in first.ancestors if t.lower_ == "since"}
    if mention.kind == "until" and trigger.type in STATES:
        return {t.i for t in first.ancestors if t.lower_ in word_set("timing", "until_day")}
    return set()


def _opens_clause_of(last: Token, trigger: Token) -> bool:
    """True for "a week after" before the event itself: that is how long before the other one it was."""
    opens = last.head == trigger if last.dep_ == "mark" else trigger.head == last
    return opens and last.lower_ in word_set("timing", "other_time")


def _is_long_ago(mention: DateMention, sentence: Sentence) -> bool:
    """True for a date that ends over a year before publication."""
    published = sentence.report.report.published
    end = mention.end or mention.start
    return published is not None and end is not None and (published.day - end).days > YEAR


def _is_of_another(date: Sequence[Token], trigger: Token, *, day: bool) -> bool:
    """True for the year of "birthplace of the 2011 uprising", "the 1955 mutineers": it dates that noun."""
    first, noun = date[0], date[0].head
    owned = (
        noun not in date
        and not (_is_led(first) and (day or not first.nbor(-1).children))  # "In 2012 M23 held"
        and first.dep_ in ("nummod", "compound", "nmod", "amod")
        and is_noun(noun)
        and noun != trigger
    )
    own = noun.dep_ == "pobj" and noun.head.lower_ in ("in", "during") and noun.head.head == trigger
    if owned and not own and noun.lower_.rstrip("s") not in word_set("timing", "dated"):
        return True
    between = (
        one for one in first.ancestors if one not in date and one != trigger and one not in trigger.ancestors
    )
    return any(_describes(one) for one in between)


def _is_led(first: Token) -> bool:
    """True after a preposition, whatever the parse makes of it: "On 8 May 1992 rebel forces captured"."""
    before = first.nbor(-1) if first.i > 0 else None
    return before is not None and before.dep_ == "prep" and all(one == first.head for one in before.children)


def _describes(noun: Token) -> bool:
    """ "The birthplace of …", "home of …" between commas after a name."""
    first = noun.left_edge
    apart = first.i > 0 and first.nbor(-1).text == ","
    of = any(child.dep_ == "prep" and child.lower_ in ("of", "to", "for") for child in noun.children)
    return noun.dep_ == "appos" or (
        apart and of and is_noun(noun) and noun.dep_ in ("advmod", "npadvmod", "conj", "dep", "oprd")
    )


def _reach(token: Token) -> list[Token]:
    """The trigger and what stands over it, up to the border of its own clause of time."""
    found = [token]
    while found[-1].head != found[-1] and not (_is_border(found[-1]) or _stands_apart(found[-1])):
        found.append(found[-1].head)
    return found


def _is_border(token: Token) -> bool:
    """True for the head of a clause or phrase with a time of its own."""
    other = word_set("timing", "other_time")
    if token.dep_ in ("relcl", "acl") or _is_added(token):
        return True
    if token.dep_ == "prep":
        return token.lower_ in other
    if token.dep_ == "pcomp":
        return token.head.lower_ in other
    marks = [c for c in token.children if c.dep_ == "mark"] if token.dep_ == "advcl" else []
    return any(c.lower_ in other or _opens_apart(c) for c in marks)


def _is_added(verb: Token) -> bool:
    """ ", which had held out for two years": told beside it, whatever the parse makes of it."""
    subjects = (c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass") and c.lower_ in ("which", "who"))
    return any(one.i > 0 and one.nbor(-1).text == "," for one in subjects)


def _stands_apart(verb: Token) -> bool:
    """ "The rebels took Gao; in 2013 the army retook it": the clause before the semicolon."""
    first, last = sorted((verb.i, verb.head.i))
    return verb.dep_ == "ccomp" and any(token.text == ";" for token in verb.doc if first < token.i < last)


def _opens_apart(mark: Token) -> bool:
    """ ", while the army left": told beside it."""
    return mark.lower_ in word_set("timing", "apart") and mark.i > 0 and mark.nbor(-1).text == ","
