"""Two names that the parser joins by "and" where a new clause begins with the second.

In "Rebels have taken Homs and the governor has fled" it reads "Homs and the governor" as who fled; in "They
captured Homs and the governor was killed" as what they captured. Who flees or is killed stands right before
the verb, which has no other subject, and one verb in the singular does not have two.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from whoholds.lexicon import word_set
from whoholds.text.reporting import reporting_verbs

if TYPE_CHECKING:
    from whoholds.text.tokens import Token, Words

FINITE = ("VBD", "VBZ", "VBP")
NAMES = ("NNP", "NNPS")
SINGULAR = ("has", "is", "was")
JOINED = ("ccomp", "conj", "dep")
MODIFIERS = ("nmod", "amod", "compound")
SUBJECTS = ("nsubj", "nsubjpass", "expl", "csubj")


def part_names(doc: Words) -> None:
    """Hang each such second name on its verb, and the first on the verb before it, as its object."""
    for verb in doc:
        first = _first_finite(verb) if verb.tag_[:1] == "V" else None
        if first is None:
            continue
        own = any(child.dep_ in SUBJECTS for child in verb.children)
        if _part_modifier(verb, first):
            continue
        if own and verb.dep_ in JOINED:
            _part_subject(verb, first)
        elif not own and verb.dep_ in (*JOINED, "advcl"):
            _part_object(verb, first)


def hang_on_towns(doc: Words) -> None:
    """Hang Sudzha in "the last town in Kursk region, Sudzha, fell" on the town, not on the region."""
    for name in doc:
        area, link = name.head, name.head.head
        if name.dep_ != "appos" or name.tag_ not in NAMES or name.i < area.i or name.nbor(-1).text != ",":
            continue
        named = any(child.dep_ == "compound" and child.tag_ in NAMES for child in area.children)
        town = link.head
        if named and link.dep_ == "prep" and link.lower_ in ("in", "of") and _is_one_town(town):
            name.hang("appos", town)


def _is_one_town(noun: Token) -> bool:
    single = noun.tag_ == "NN" and any(child.lower_ == "the" for child in noun.children)
    return single and noun.lower_ in word_set("nouns", "places", "settlement")


def _first_finite(verb: Token) -> Token | None:
    """The word by which it is finite, itself or its first helper."""
    helpers = [c for c in verb.children if c.dep_ in ("aux", "auxpass") and c.i < verb.i]
    first = helpers[0] if helpers else verb
    return first if first.tag_ in (*FINITE, "MD") else None


def _part_subject(verb: Token, first: Token) -> None:
    """ "Have taken Homs and the governor has fled"."""
    main = verb.head
    name = next(child for child in verb.children if child.dep_ in SUBJECTS)
    other = _joined(name) or _joined_inside(name)
    if other is None or other.subtree[-1].i != first.i - 1:
        return
    inner = other.head is not name
    plural = other.tag_ == "NNS" and verb.dep_ == "ccomp"
    if not inner and first.lower_ not in SINGULAR and first.tag_ != "MD" and not plural:
        return
    ahead = name.subtree[0].i == main.i + 1 and (inner or name.nbor(1).lower_ == "and")
    if not ahead or main.lower_ in reporting_verbs() or any(child.dep_ == "dobj" for child in main.children):
        return
    if not any(child.dep_ in SUBJECTS for child in main.children):
        return
    other.hang(name.dep_, verb)
    name.hang("dobj", main)
    verb.hang("conj", main)


def _joined_inside(name: Token) -> Token | None:
    """The people in "rebels in Homs and people": a common noun that is joined to the name of a place."""
    inner = [noun for link in name.children if link.dep_ == "prep" for noun in link.children]
    joined = (_joined(noun) for noun in inner if noun.dep_ == "pobj" and noun.tag_ in NAMES)
    return next((other for other in joined if other is not None and other.tag_ in ("NN", "NNS")), None)


def _part_modifier(verb: Token, first: Token) -> bool:
    """ "The army left Homs and rebel fighters took over", read as "Homs and rebel" fighters."""
    subject = next((child for child in verb.children if child.dep_ in SUBJECTS), None)
    if subject is None and first.i > 0 and first.nbor(-1).dep_ in ("dobj", "pobj"):
        subject = first.nbor(-1)
    found = False
    for name in subject.children if subject is not None else ():
        main = _verb_before(name)
        joined = name.i > 0 and name.nbor(1).lower_ == "and" and name.nbor(1).head is name
        if subject is None or name.dep_ not in MODIFIERS or name.i > subject.i or not joined:
            continue
        if main is None or main is verb or name.tag_ not in (*NAMES, "JJ"):
            continue
        if (other := _joined(name)) is not None:
            other.hang("amod" if other.tag_ == "JJ" else "compound", subject)
        if name.nbor(-1) is main:
            name.hang("dobj", main)
        else:
            name.hang("pobj", name.nbor(-1))
        subject.hang(_relation(verb), verb)
        verb.hang("conj", main)
        found = True
    return found


def _verb_before(name: Token) -> Token | None:
    """ "Left" in "the army left Homs", "withdrew from Homs": a verb with a subject and no object yet."""
    if name.i == 0 or not name.text[:1].isupper():
        return None
    before = name.nbor(-1)
    main = before.head if before.dep_ == "prep" and before.head.i == before.i - 1 else before
    if main.tag_ not in (*FINITE, "VBN") or main.lower_ in reporting_verbs():
        return None
    own = {child.dep_ for child in main.children if child is not name.head}
    return main if not own.isdisjoint(SUBJECTS) and "dobj" not in own else None


def _part_object(verb: Token, first: Token) -> None:
    """ "Captured Homs and the governor was killed"."""
    over = verb.head
    names = (c for one in (over, *over.children) for c in one.children if _is_object(c) and c.i < first.i)
    others = (other for name in names if (other := _joined(name)) is not None)
    other = next((one for one in others if _ends_before(one, first)), None)
    if other is None:
        _part_what_is_said(verb, first)
    elif first is not verb or _tells(verb):
        other.hang(_relation(verb), verb)
        if verb.dep_ == "advcl" and not any(child.dep_ == "mark" for child in verb.children):
            verb.hang("conj", over)


def _is_object(noun: Token) -> bool:
    """ "Left Homs", "withdrew from Homs", "attacked rebels in Homs"."""
    link = noun.head
    behind = noun.dep_ == "pobj" and link.dep_ == "prep" and link.head.tag_ in FINITE
    return noun.dep_ == "dobj" or behind


def _part_what_is_said(verb: Token, first: Token) -> None:
    """ "I can confirm... the city of Homs has fallen": it fell, and that is what is confirmed."""
    last = first.nbor(-1)
    last = last.nbor(-1) if last.text in (",", "...", "…") else last
    name = next((one for one in (last, *last.ancestors) if one.dep_ == "dobj"), None)
    if first is verb or name is None or name.head.lower_ not in reporting_verbs():
        return
    if name.subtree[-1] is not last or last.dep_ == "cc":
        return
    main = name.head
    if main.is_ancestor(verb) or verb.is_ancestor(main):
        over = verb.head
        name.hang(_relation(verb), verb)
        if verb.is_ancestor(main):
            main.hang(verb.dep_, main if over is verb else over)
        verb.hang("ccomp", main)


def _relation(verb: Token) -> str:
    passive = any(child.dep_ == "auxpass" for child in verb.children)
    return "nsubjpass" if passive else "nsubj"


def _tells(verb: Token) -> bool:
    """False for what may be a participle behind the name: "investors and others focused on gains"."""
    participle = verb.lower_.endswith("ed") and verb.lower_ not in ("fled", "led")
    return not participle or any(child.dep_ == "dobj" for child in verb.children)


def _ends_before(name: Token, first: Token) -> bool:
    """True where only pieces of a name stand between a name and a verb: "Bashar al-Assad has"."""
    between = [name.doc[i] for i in range(name.subtree[-1].i + 1, first.i)]
    return name.i < first.i and all(t.text[:1].isupper() or "-" in t.text for t in between)


def _joined(name: Token) -> Token | None:
    """The one name that is joined to another by "and"."""
    others = [child for child in name.children if child.dep_ == "conj"]
    links = [child for child in name.children if child.dep_ == "cc"]
    one = len(others) == 1 and [link.lower_ for link in links] == ["and"] and links[0].i < others[0].i
    return others[0] if one else None
