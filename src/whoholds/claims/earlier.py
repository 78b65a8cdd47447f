"""Changes of hands and holds that a sentence tells of an earlier time: "Gao, once captured by the rebels".

What is told so without a day of its own says nothing of now: its `time` is then the word that shows it, as
`inferred`, and no date stands there.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from whoholds.claims.named import Where
from whoholds.claims.reversal import is_loss, is_reversal, same_place
from whoholds.claims.sentence import Sentence
from whoholds.lexicon import word_set
from whoholds.model import EventType, Mention
from whoholds.text.syntax import is_verb
from whoholds.text.triggers import Trigger

if TYPE_CHECKING:
    from whoholds.text.tokens import Token

TAKING = frozenset((EventType.CAPTURE, EventType.HANDOVER))
PASSING = TAKING | {EventType.HOLD, EventType.ENTRY}
RELATIVE = frozenset(("relcl", "acl"))
SUBJECTS = frozenset(("nsubj", "nsubjpass"))
HAVING = frozenset(("has", "have", "had", "'s", "'ve"))


def as_earlier(
    times: list[Mention | None], trigger: Trigger, where: Where, sentence: Sentence
) -> list[Mention | None]:
    """The times of an event; the word that shows it where it was before and they give no day of its own."""
    if (had := _had_held(trigger, sentence)) is not None:
        return [Mention(sentence.span_of(had), inferred=True)]
    own = [time for time in times if time is not None and _is_own_day(time, sentence)]
    beside = [_is_of_the_next(time, trigger, sentence) for time in own]
    if trigger.type not in PASSING or not all(beside):
        return times
    cue = _cue(trigger, where, sentence)
    if cue is None or (own and cue.dep_ != "cc"):
        return times
    dated = sentence.report.date_near(sentence.span_of(cue)) is not None
    return [Mention(sentence.span_of(trigger.token if dated else cue), inferred=True)]


def _had_held(trigger: Trigger, sentence: Sentence) -> Token | None:
    """ "Rebels had held it for years", "used to hold it", in the report's own voice: it is over."""
    verb = verb_of(trigger.token)
    if trigger.type is EventType.SIEGE and is_verb(verb) and any(map(_is_then, verb.subtree)):
        return _had(verb)  # "had been besieged for months before it fell"
    if trigger.type is not EventType.HOLD or sentence.said is not None or not is_verb(verb):
        return None
    if verb.dep_ == "xcomp" and verb.head.lower_ == "used":
        return verb.head
    ends = any(_opens_an_end(child) for child in verb.children)
    still = any(child.lower_ in word_set("timing", "still") for child in verb.children)
    return None if ends or still or verb.head.dep_ == "mark" else _had(verb)


def _is_of_the_next(time: Mention, trigger: Trigger, sentence: Sentence) -> bool:
    """True for the date of what is joined to an event: "captured it and left on Friday"."""
    verb = verb_of(trigger.token)
    date = sentence.parsed.tokens_in(time.span)
    over = (date[0], *date[0].ancestors) if date else ()
    return any(one.dep_ == "conj" and one.head == verb and is_verb(one) for one in over)


def _is_own_day(time: Mention, sentence: Sentence) -> bool:
    """True for a date; not for how long it lasted, nor for the day of the saying."""
    found = None if time.inferred else sentence.report.date_near(time.span)
    return found is not None and found.kind != "duration" and (found.start or found.end) is not None


def _cue(trigger: Trigger, where: Where, sentence: Sentence) -> Token | None:
    """The word that shows that it was before what the sentence tells of, or before now."""
    verb = verb_of(trigger.token)
    if not is_verb(verb) or verb.tag_ in ("VBZ", "VBP", "VB"):
        return None
    first = head_of_clause(verb)
    if trigger.type in TAKING and (cue := _reversed(trigger.token)) is not None:
        return cue
    found = _adverb(trigger.token) or _adverb(verb) or _passed(trigger, verb, where, sentence)
    found = found or _lasted(verb, sentence) or _only_one(first)
    if trigger.type is EventType.HOLD:
        return found or _while_held(first)
    if found is not None or trigger.type not in TAKING:
        return found
    if first.dep_ in RELATIVE and _is_relative(first, sentence):
        found = _had(verb) or _had(first) or _undone_above(first, where, sentence)
    return found or _personal_when(first, sentence) or _undone_after(trigger, first, where, sentence)


def _reversed(noun: Token) -> Token | None:
    """The verb of "the army undid the capture", "it was reversed"; None where nothing undoes the capture."""
    verb, undoing = noun.head, word_set("timing", "undoing")
    back = any(f"{verb.lower_} {child.lower_}" in undoing for child in verb.children)
    undone = noun.dep_ in ("dobj", "nsubjpass") and (back or verb.lower_ in undoing)
    aside = any(child.dep_ in ("neg", "aux") and child.lower_ not in HAVING for child in verb.children)
    return verb if undone and is_verb(verb) and not aside else None


def verb_of(token: Token) -> Token:
    """The verb that a word is, or hangs on."""
    while not is_verb(token) and token.head != token:
        token = token.head
    return token


def head_of_clause(verb: Token) -> Token:
    """The first of verbs joined by "and"."""
    while verb.dep_ == "conj" and is_verb(verb.head):
        verb = verb.head
    return verb


def _adverb(verb: Token) -> Token | None:
    """ "Once", "briefly"; "early in the war"."""
    for child in verb.children:
        if child.dep_ != "advmod":
            continue
        if child.lower_ in word_set("timing", "formerly"):
            return child
        if child.lower_ in word_set("timing", "early") and _of_a_war(child):
            return child
    return None


def _lasted(verb: Token, sentence: Sentence) -> Token | None:
    """The "for" of "which they occupied for five months": so long it was, and is no more."""
    if (
        verb.tag_ != "VBD"
        or verb.lower_ in ("was", "were")
        or any(child.dep_ in ("aux", "auxpass", "neg") for child in verb.children)
    ):
        return None
    links = (child for child in verb.children if child.dep_ == "prep" and child.lower_ == "for")
    return next((one for one in links if any(_is_stretch(noun) for noun in one.children)), None)


def _is_stretch(noun: Token) -> bool:
    return noun.tag_ == "NNS" and noun.lower_.rstrip("s") in word_set("timing", "units")


def _only_one(first: Token) -> Token | None:
    """ "It was the only capital that Russia captured": told of a time that is past."""
    noun = first.head
    only = any(child.lower_ == "only" for child in noun.children)
    was = noun.dep_ == "attr" and noun.head.lower_ in ("was", "were")
    perfect = any(child.dep_ == "aux" for child in first.children)
    return noun.head if first.dep_ == "relcl" and only and was and not perfect else None


def _of_a_war(early: Token) -> bool:
    nouns = (noun for prep in early.children if prep.dep_ == "prep" for noun in prep.children)
    return any(noun.lower_ in word_set("timing", "dated") for noun in nouns)


def _is_relative(first: Token, sentence: Sentence) -> bool:
    """True for a clause about a place or about who did it; not for "reports that it had fallen"."""
    told_of = first.head
    about = sentence.is_place(told_of) or sentence.is_force(told_of) or sentence.party_at(told_of) is not None
    cleft = told_of.dep_ == "attr" and any(child.lower_ == "it" for child in told_of.head.children)
    return about and not cleft and not any(child.dep_ == "mark" for child in first.children)


def _had(verb: Token) -> Token | None:
    return next((c for c in verb.children if c.dep_ == "aux" and c.lower_ in ("had", "'d")), None)


def _undone_above(first: Token, where: Where, sentence: Sentence) -> Token | None:
    """ "Gao, which rebels captured, is again in army hands"; "the army retook Gao, which rebels captured"."""
    main = verb_of(first.head)
    again = [c for c in main.children if c.lower_ in word_set("timing", "anew")]
    if sentence.party_at(first.head) is not None or sentence.is_force(first.head):
        again = []  # "rebels, who captured Gao, now advance"
    if again and main.tag_ in ("VBZ", "VBP", "VBN"):
        return again[0]
    if is_reversal(main, sentence) and same_place(main, where, sentence, but=first):
        return main
    return None


def _personal_when(first: Token, sentence: Sentence) -> Token | None:
    """ "She was 12 when rebels captured Gao": of the life of one person."""
    when = next((c for c in first.children if c.lower_ == "when"), None)
    if when is None or first.dep_ not in ("advcl", "relcl"):
        return None
    main = verb_of(first.head)
    subjects = [c for c in main.children if c.dep_ in SUBJECTS]
    return when if any(_is_one_person(one, sentence) for one in subjects) else None


def _is_one_person(noun: Token, sentence: Sentence) -> bool:
    if noun.lower_ in word_set("timing", "one_person"):
        return True
    named = noun.tag_ == "NNP" and sentence.party_at(noun) is None and sentence.place_at(noun) is None
    return named and not noun.text.isupper()


def _while_held(first: Token) -> Token | None:
    """ "It banned music when it held Gao": a state of the time that is told of, which is past."""
    when = next((c for c in first.children if c.lower_ in word_set("timing", "while")), None)
    if when is None or first.dep_ != "advcl" or first.tag_ != "VBD":
        return None
    return when if verb_of(first.head).tag_ == "VBD" else None


def _undone_after(trigger: Trigger, first: Token, where: Where, sentence: Sentence) -> Token | None:
    """ "Returned to Gao after losing it", "left Gao after seizing it", "retook Gao after it fell"."""
    after = (
        first.head if first.dep_ == "pcomp" else next((c for c in first.children if c.dep_ == "mark"), None)
    )
    if after is None or after.lower_ != "after" or first.dep_ not in ("pcomp", "advcl"):
        return None
    main = verb_of(first.head)
    own = any(child.dep_ in SUBJECTS for child in first.children)
    if _is_so_long(after) and not own and same_place(main, where, sentence, but=first):
        return after
    if not is_reversal(main, sentence, by_other=own, lost=is_loss(trigger)) or not same_place(
        main, where, sentence, but=first
    ):
        return None
    return after


def _is_so_long(after: Token) -> bool:
    """ "Entered Gao a year after losing it"."""
    return after.i > 0 and after.nbor(-1).lower_.rstrip("s") in word_set("timing", "units")


def _passed(trigger: Trigger, verb: Token, where: Where, sentence: Sentence) -> Token | None:
    """What ended it, after "before", "until" or "and": "held it before leaving", "captured and lost it"."""
    if any(child.dep_ == "neg" for child in verb.children):
        return None
    for word, end in _ends(verb):
        until = word.lower_ in word_set("timing", "until")
        if until and (end is None or trigger.type in TAKING or is_verb(end)):
            return word
        if end is None or until or is_loss(trigger) or _may_be(end):
            continue
        own = any(c.dep_ in SUBJECTS and c.lower_ not in word_set("timing", "they") for c in end.children)
        if own and word.dep_ == "cc":
            continue
        if is_reversal(end, sentence, by_other=own) and same_place(end, where, sentence, unsaid=True):
            return word
    return None


def _may_be(verb: Token) -> bool:
    """ "Before the army could retake it"."""
    return any(child.tag_ == "MD" for child in verb.children)


def _ends(verb: Token) -> Iterator[tuple[Token, Token | None]]:
    """The words "before", "until", "and" under a verb, each with the verb or noun that it opens."""
    for child in verb.children:
        if child.dep_ == "advcl":
            yield from ((mark, child) for mark in child.children if _opens_an_end(mark))
        elif child.dep_ == "prep" and _opens_an_end(child):
            yield child, next((c for c in child.children if c.dep_ in ("pcomp", "pobj")), None)
        elif child.dep_ == "conj" and is_verb(child):
            yield from (
                (cc, child) for cc in verb.children if cc.dep_ == "cc" and cc.lower_ in ("and", "but")
            )


def _is_then(word: Token) -> bool:
    """ "Before it fell", "when it fell"."""
    return word.dep_ in ("mark", "advmod") and word.lower_ in ("before", "when", "until")


def _opens_an_end(word: Token) -> bool:
    return word.lower_ == "before" or word.lower_ in word_set("timing", "until")
