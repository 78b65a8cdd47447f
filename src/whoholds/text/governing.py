"""One step on the way up from an event word: which governing word has which effect over which edge."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from whoholds.text.commitment import Edge, Effect, Governor, governors, word_set
from whoholds.text.told_clauses import denied_by
from whoholds.text.verbs import auxiliaries, is_infinitive, is_past, is_perfect, is_present, modal_effect

if TYPE_CHECKING:
    from whoholds.text.tokens import Token

ALL = frozenset(Effect)
HEDGES = frozenset({Effect.FUTURE, Effect.PROBABLE, Effect.POSSIBLE, Effect.AWAITED, Effect.LIKELY})
AHEAD = frozenset({Effect.FUTURE})
_COMPLEMENTS = frozenset({"dobj", "ccomp", "xcomp", "dative", "aux", "auxpass"})


@dataclass(frozen=True, slots=True)
class Step:
    """One effect on the event, the word that has it, and why."""

    effect: Effect
    cue: Token
    reason: str
    settles: bool = False  # the value becomes the effect's own, whatever stood below


@dataclass(frozen=True, slots=True)
class Way:
    """Where the way up goes on: the next word, and which effects still reach the event from there."""

    next: Token | None
    steps: tuple[Step, ...] = ()
    passes: frozenset[Effect] = ALL
    skip_beside: bool = False


STOP = Way(None)


def way_to_told(noun: Token) -> Way:
    """Up to "claims of": others' words on a party's own claims do not count, but "false" and "denied" do."""
    owned = any(child.dep_ == "poss" for child in noun.children) and denied_by(noun) is None
    return Way(noun, passes=frozenset() if owned else ALL)


def governor_step(head: Token, edge: Edge, event: Token, preposition: str = "") -> Step | None:
    """The effect of a governing word over an edge, when the word list has one for it."""
    for governor in _governors(head, edge, preposition):
        if governor.of_deeds and not _is_deed(event):
            continue
        effect = _settled(governor.effect, edge, event)
        if effect is Effect.PROBABLE and head.lower_ in ("was", "were"):
            effect = Effect.FUTURE  # "they were to have taken it"
        if effect is not None:
            return Step(effect, head, f"governed by “{head.text}”")
    return None


def _is_deed(event: Token) -> bool:
    """ "Retaking it", "the recapture": what may be only thought of; not "having retaken it", "the fight"."""
    if event.tag_ == "VBG" and event.dep_ == "pcomp":
        return not is_perfect(event)
    return event.tag_[0] == "N" and event.lower_ in word_set("beside", "deeds")


def reduced_step(verb: Token, event: Token) -> Step | None:
    """ "Evacuation Ordered", "clashes reported in the town": a headline leaves out "was"."""
    whole = all(child.dep_ not in _COMPLEMENTS for child in verb.children)
    if not whole or verb.tag_ not in ("VBD", "VBN") or verb.lower_ not in word_set("beside", "reduced"):
        return None
    entries = governors().get(("V", verb.lower_), ())
    effects = (_settled(one.effect, Edge.OBJECT, event) for one in entries if one.takes(Edge.OBJECT))
    effect = next((effect for effect in effects if effect is not None), None)
    return Step(effect, verb, f"“{event.text} {verb.text}”") if effect is not None else None


def find_governor(head: Token, edge: Edge, preposition: str = "") -> Governor | None:
    """The first entry of the word list for this word that takes this edge."""
    return next(_governors(head, edge, preposition), None)


def _governors(head: Token, edge: Edge, preposition: str) -> Iterator[Governor]:
    for tag in _tags(head):
        for governor in governors().get((tag, head.lower_), ()):
            if governor.takes(edge, preposition) and _fits(governor, head):
                yield governor


def _tags(head: Token) -> tuple[str, ...]:
    """ "Stands poised" is an adjective too; a headline's "Denies" is tagged as a name."""
    if head.tag_[0] == "N" and in_headline(head):
        return ("N", "V")
    if head.tag_ == "VBN" and head.dep_ in ("acomp", "oprd", "advcl"):
        return ("V", "J")
    return (head.tag_[0] if head.tag_[0] in "VN" else "J",)


def in_headline(word: Token) -> bool:
    """True for a capitalised word of a line with Capitals and without a full stop, not its first word.

    In a line without Capitals, for one that ends in "s" where the parser finds no verb ("Army seeks truce").
    """
    if word.i == 0 or word.doc[-1].text in ".!?":
        return False
    if word.text.islower():
        verbs = any(token.tag_ in ("VBZ", "VBD", "VBP", "MD") for token in word.doc)
        return word.text.endswith("s") and not verbs
    if not word.text[0].isupper():
        return False
    long = [token.text for token in word.doc if len(token.text) > 3 and token.text.isalpha()]
    return sum(text[0].isupper() for text in long) >= 0.8 * len(long)


def _fits(governor: Governor, head: Token) -> bool:
    if governor.present_only and head.tag_ == "VBD":
        return False
    if governor.particle and all(c.lower_ != governor.particle for c in head.children):
        return False
    if governor.unowned and any(child.dep_ == "poss" for child in head.children):
        return False
    if governor.of_evidence:
        subjects = (child for child in head.children if child.dep_ == "nsubj")
        return any(noun.lower_ in word_set("beside", "evidence") for noun in subjects)
    if governor.passive_only:
        passive = any(child.dep_ in ("auxpass", "nsubjpass") for child in head.children)
        passive = passive or _is_reduced_passive(head)
        return passive and not any(child.dep_ == "agent" for child in head.children)
    return True


def _is_reduced_passive(head: Token) -> bool:
    """ "Dozens reported killed in the raid": a headline leaves out "were"."""
    after = [child for child in head.children if child.i == head.i + 1 and child.tag_ == "VBN"]
    return head.tag_ in ("VBD", "VBN") and bool(after) and not auxiliaries(after[0])


def _settled(effect: Effect, edge: Edge, event: Token) -> Effect | None:
    """What depends on the clause: "warned that they had entered" foretells nothing."""
    past = is_past(event) if edge is Edge.CLAUSE else is_perfect(event)
    past = past or (event.tag_ in ("VBN", "JJ") and not auxiliaries(event))  # "feared killed", "feared dead"
    if effect is Effect.AWAITED:
        return Effect.POSSIBLE if past else Effect.FUTURE
    if effect is Effect.LIKELY:
        return Effect.PROBABLE if past or edge is Edge.CLAUSE else Effect.FUTURE
    if effect is Effect.FUTURE and edge is Edge.CLAUSE:
        return Effect.FUTURE if event.tag_ == "VB" and not modal_effect(event) else None
    if effect is Effect.FUTURE and edge is Edge.INFINITIVE and past:
        return Effect.PROBABLE
    return effect


def looks_ahead(verb: Token) -> bool:
    """True when the clause of the verb itself lies in the future."""
    return modal_effect(verb) == "future" or is_infinitive(verb)


def is_open(clause: Token) -> bool:
    """True for a clause in the present or the present perfect or without tense: a future main clause draws it
    with it ("once they have left")."""
    if is_present(clause) or clause.tag_ == "VBG":
        return True
    return any(aux.lower_ in ("has", "have", "'ve") for aux in auxiliaries(clause)) and not modal_effect(
        clause
    )


def governing_noun(word: Token, verb: Token, preposition: str) -> Step | None:
    """ "Talks have begun on a withdrawal", "has set its sights on taking", "was unsuccessful in taking": the
    preposition hangs on the verb, and another word under the verb governs the event."""
    if verb.tag_[0] != "V":
        return None
    far = preposition in ("on", "about", "over") or verb.lower_ in word_set("light", "spreading")
    labels = ("nsubj", "nsubjpass", "dobj", "attr") if far else ()
    words = (child for child in verb.children if child.dep_ in (*labels, "acomp") and child.i < word.i)
    steps = [governor_step(one, Edge.PREPOSITION, word, preposition) for one in words]
    allowed = (Effect.FUTURE, Effect.DENY)
    return next((step for step in steps if step is not None and step.effect in allowed), None)


def is_light(verb: Token, role: str) -> bool:
    """True when what is said of the verb is said of the event that is its subject or object."""
    ends_another = verb.lower_ in word_set("light", "intransitive") and role == "subjects"
    if ends_another and any(child.dep_ == "dobj" for child in verb.children):
        return False
    return verb.lower_ in word_set("light", role)
