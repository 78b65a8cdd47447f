"""Verbs that the parser hangs wrongly where a comma is missing: hung as the verbs of their clauses.

In "The Taliban captured Imam Sahib district of Kunduz" it reads a "captured district", with a subject; in
"the army regained Gao before rebels retook it" Gao is who retook; in "The Taliban captured Lashkar Gah on
Monday, residents said" a "captured Lashkar Gah" is what says so. Behind dots, where a quotation is cut,
"about" hangs on the noun before them: "no truth to news... about its fall".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from whoholds.text.tokens import Token, Words

FINITE = ("VBD", "VBZ", "VBP")
NOUNS = ("NN", "NNS", "NNP", "NNPS")
NAMES = ("NNP", "NNPS")
LOOSE = ("ROOT", "dep")  # of the noun: it stands in no other relation
OPENERS = ("before", "after", "until", "since")
DOTS = ("...", "…")
TELLING = ("of", "about", "on")


def hang_verbs(doc: Words) -> None:
    """Hang each such verb where it belongs, with its object or subject, and "about" behind dots."""
    for verb in doc:
        if verb.text in DOTS and 0 < verb.i < len(doc) - 1:
            _hang_across_dots(verb.nbor(-1), verb.nbor(1))
        if verb.tag_ == "VBN" and verb.dep_ == "amod" and verb.i in (1, 2):
            _hang_between_names(verb)
        if verb.tag_ not in FINITE:
            continue
        if verb.dep_ == "amod":
            _hang_on_object(verb)
        elif verb.dep_ in ("ccomp", "conj", "dep"):
            _hang_behind_opener(verb)
        elif verb.dep_ == "advcl":
            _hang_behind_gerund(verb)


def _hang_across_dots(noun: Token, link: Token) -> None:
    """Hang "about" in "no truth to news... about it" on the noun that stands before the dots."""
    if noun.tag_ in NOUNS and link.lower_ in TELLING and link.dep_ == "prep" and link.head.i < link.i:
        link.hang("prep", noun)


def _hang_on_object(verb: Token) -> None:
    """Hang a verb where its noun hangs, and the noun on it as its object."""
    noun = verb.head
    subjects = [child for child in verb.children if child.dep_ == "nsubj" and child.i < verb.i]
    if noun.i <= verb.i or noun.tag_ not in NOUNS or noun.dep_ not in LOOSE or not subjects:
        return
    over = noun.head
    verb.hang(*(("ROOT", verb) if over is noun else ("ccomp", over)))
    noun.hang("dobj", verb)


def _hang_between_names(verb: Token) -> None:
    """Hang the verb between two names that open a sentence as a verb with both of them."""
    who, what, doc = verb.nbor(-1), verb.head, verb.doc
    opens = verb.i == 1 or doc[0].tag_ == "DT"
    adjacent = what.i == verb.i + 1 and who.head in (verb, what)
    over = what.head
    if not (opens and adjacent and who.tag_ in NAMES and what.text[:1].isupper() and who.text[:1].isupper()):
        return
    teller = next((c for c in over.children if c.dep_ == "nsubj" and c.i > what.i), None)
    if over is not what and (teller is None or teller.i > over.i):
        return
    between = [c for c in (*what.children, *over.children, *verb.children) if what.i < c.i]
    verb.hang(*(("ROOT", verb) if over is what else ("ccomp", over)))
    verb.tag_ = "VBD"
    what.hang("dobj", verb)
    who.hang("nsubj", verb)
    if verb.i == 2:
        doc[0].hang("det", who)
    comma = next((token.i for token in doc if token.text == "," and token.i > what.i), len(doc))
    for link in between:
        if link.dep_ in ("prep", "npadvmod") and link.i < comma:
            link.hang(link.dep_, verb)


def _hang_behind_gerund(verb: Token) -> None:
    """In "they took Ber and the rebels after suffering losses fled it": the rebels under "fled"."""
    links = (c for c in (*verb.children, *verb.head.children) if 0 < c.i < verb.i and c.lower_ in OPENERS)
    opener = next((one for one in links if one.nbor(1).tag_ == "VBG"), None)
    if opener is None or any(child.dep_ == "nsubj" for child in verb.children):
        return
    who = opener.nbor(-1)
    if who.dep_ == "conj" and who.tag_ in NOUNS:
        who.hang("nsubj", verb)
        opener.hang("prep", verb)
        opener.nbor(1).hang("pcomp", opener)
        verb.hang("conj", verb.head)


def _hang_behind_opener(verb: Token) -> None:
    """In "regained Gao before rebels retook it": Gao under "regained", the rebels under "retook"."""
    main = verb.head
    name = next((child for child in verb.children if child.dep_ == "nsubj"), None)
    if name is None or name.i != main.i + 1 or main.tag_[0] != "V" or name.tag_ not in NOUNS:
        return
    opener = next((c for c in name.children if c.dep_ == "prep" and c.lower_ in OPENERS), None)
    who = next((c for c in opener.children if c.dep_ == "pobj"), None) if opener is not None else None
    if opener is None or who is None or who.subtree[-1].i != verb.i - 1:
        return
    name.hang("dobj", main)
    who.hang("nsubj", verb)
    opener.hang("mark", verb)
    verb.hang("advcl", main)
