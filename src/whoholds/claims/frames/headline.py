"""Headlines that leave the auxiliary out: "Ghazni captured", "Ghazni captured, Taliban say"."""

from __future__ import annotations

from whoholds.claims.frames.slots import patients, subjects
from whoholds.claims.nouns import is_locality
from whoholds.claims.sentence import Sentence
from whoholds.lexicon import word_set
from whoholds.text.reporting import reporting_verbs
from whoholds.text.tokens import Token

STOPS = (".", "!", "?")
NOUNS = ("NN", "NNS", "NNP", "NNPS")


def taken_in_headline(verb: Token, sentence: Sentence) -> tuple[Token, ...]:
    """Ghazni in the headline "Ghazni captured": a bare participle, whose subject is what is taken."""
    bare = verb.dep_ in ("ROOT", "ccomp") and not patients(verb) and verb.tag_ in ("VBD", "VBN")
    stopped = list(verb.doc)[-1].text in STOPS and not _is_told_behind(verb)
    if not bare or stopped or any(child.dep_ in ("aux", "auxpass") for child in verb.children):
        return ()
    return tuple(n for n in subjects(verb) if _is_name(n, sentence) and not sentence.is_force(n))


def whoever_stands_alone(prep: Token) -> tuple[Token, ...]:
    """The rebels of the headline "Rebels now in full control of Homs": a noun in place of a verb."""
    head = prep.head if prep.head.tag_ != "RB" else prep.head.head
    between = prep.doc[head.i + 1 : prep.i]
    alone = head.tag_ in NOUNS and head.dep_ == "ROOT" and list(head.doc)[-1].text not in STOPS
    plain = all(word.lower_ in word_set("frames", "in_control", "before") for word in between)
    return (head,) if alone and plain and head.i < prep.i else ()


def _is_told_behind(verb: Token) -> bool:
    """ "Ghazni captured, Taliban say; the army denies.": who says so follows the comma, told in short."""
    after = [token for token in verb.doc if token.i > verb.i][:1]
    comma = bool(after) and after[0].text == ","
    over = [verb.head, *(c for c in verb.head.children if c.dep_ == "parataxis")] if verb.head != verb else ()
    return comma and any(one.lower_ in reporting_verbs() for one in over)


def _is_name(noun: Token, sentence: Sentence) -> bool:
    """Farah, and the city in "Farah city"."""
    if sentence.place_at(noun) is not None:
        return True
    named = any(child.dep_ == "compound" and sentence.place_at(child) is not None for child in noun.children)
    return named and is_locality(noun.text, "settlement")
