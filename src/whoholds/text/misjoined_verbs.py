"""Finite verbs that the parser hangs on their object as its adjectives: hung as the verb of the clause.

In "The Taliban captured Imam Sahib district of Kunduz" it reads a "captured district", with a subject.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from whoholds.text.tokens import Words

FINITE = ("VBD", "VBZ", "VBP")
NOUNS = ("NN", "NNS", "NNP", "NNPS")
LOOSE = ("ROOT", "dep")  # of the noun: it stands in no other relation


def hang_verbs(doc: Words) -> None:
    """Hang each such verb where its noun hangs, and the noun on it as its object."""
    for verb in doc:
        noun = verb.head
        if verb.dep_ != "amod" or verb.tag_ not in FINITE or noun.i <= verb.i:
            continue
        subjects = [child for child in verb.children if child.dep_ == "nsubj" and child.i < verb.i]
        if noun.tag_ not in NOUNS or noun.dep_ not in LOOSE or not subjects:
            continue
        over = noun.head
        verb.hang(*(("ROOT", verb) if over is noun else ("ccomp", over)))
        noun.hang("dobj", verb)
