"""Questions to a parse: subject, objects, prepositions of a token; the same whatever the voice."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from whoholds.lexicon import word_set
from whoholds.text.blamed import blamed
from whoholds.text.hindered import hindered, is_foiled, whose_foiled

if TYPE_CHECKING:
    from whoholds.text.tokens import Token

SUBJECTS = frozenset(("nsubj", "csubj"))
PASSIVE_SUBJECTS = frozenset(("nsubjpass", "csubjpass"))
CARRIERS = frozenset(("xcomp", "conj", "advcl", "pcomp", "ccomp"))
SUBORDINATORS = frozenset(("after", "before", "as", "since", "until", "while"))
FORMS_OF_BE = frozenset(("is", "was", "are", "were", "be", "been", "being", "'s", "'re"))
LANDMARKS = word_set("pointing", "landmarks")
NOUN_TAGS = frozenset(("NN", "NNS", "NNP", "NNPS"))


def is_verb(token: Token) -> bool:
    """True for any form of a verb, participles included."""
    return bool(token.tag_.startswith("VB"))


def is_noun(token: Token) -> bool:
    """True for common and proper nouns."""
    return token.tag_ in NOUN_TAGS


def is_predicate(token: Token) -> bool:
    """True for a participle tagged as adjective or noun: "the town was overrun", "the road is closed",
    "the town remains besieged"."""
    if is_verb(token):
        return False
    if any(child.dep_ == "auxpass" for child in token.children):
        return True
    if token.dep_ == "ccomp" and token.tag_ == "JJ" and token.lower_.endswith("ed"):
        return token.head.i < token.i - 1 and not any(
            child.dep_ in ("cop", "aux") for child in token.children
        )
    by = any(child.dep_ == "prep" and child.lower_ == "by" for child in token.children)
    if (
        token.head.lower_ in word_set("frames", "staying")
        and token.dep_ == "acomp"
        and token.lower_.endswith("ed")
    ):
        return True
    return token.head.lower_ in FORMS_OF_BE and bool(token.dep_ == "acomp" or (token.dep_ == "attr" and by))


def is_passive(verb: Token) -> bool:
    """True for "was captured", and for a participle after its noun ("the town captured by")."""
    if is_predicate(verb):
        return True
    children = list(verb.children)
    if any(child.dep_ in ("auxpass", "nsubjpass") for child in children):
        return True
    if any(child.dep_ in SUBJECTS for child in children) and any(child.dep_ == "aux" for child in children):
        return False
    if _is_infinitive(verb):
        return False  # "the claim to have captured it"
    if verb.dep_ == "conj" and verb.tag_ == "VBN" and not _own_subject(verb) and is_verb(verb.head):
        return not any(child.dep_ == "aux" for child in children) and is_passive(verb.head)
    if verb.tag_ == "VBN" and verb.dep_ == "acl" and _takes_one_object(verb):
        return False
    if verb.tag_ == "VBN" and _is_far_from(verb):
        return not any(child.dep_ == "aux" for child in children)
    if verb.tag_ == "VBD" and verb.dep_ == "conj" and is_passive(verb.head):
        return "agent" in {child.dep_ for child in children}  # "was seized but retaken by the army"
    return bool(
        verb.tag_ == "VBN" and (verb.dep_ == "acl" or any(child.dep_ == "agent" for child in children))
    )


def _is_infinitive(verb: Token) -> bool:
    return any(child.dep_ == "aux" and child.tag_ == "TO" for child in verb.children)


def _takes_one_object(verb: Token) -> bool:
    """True where a participle after its noun has an object: it is the main verb, "forces killed ten men"."""
    following = [child for child in verb.children if child.i > verb.i]
    whole = any(child.dep_ == "prt" for child in following)  # "forces handed over the town"
    two = verb.lower_ in word_set("pointing", "two_objects") and not whole
    if two or any(c.dep_ == "agent" for c in following):
        return False
    return any(child.dep_ == "dobj" for child in following)


def conjuncts(token: Token) -> list[Token]:
    """The token and all that is joined to it by "and" or commas, in order."""
    found = [token]
    for child in token.children:
        if child.dep_ == "conj" and (is_noun(child) == is_noun(token) or _is_share(child)):
            found += conjuncts(child)
    return found


def _is_share(word: Token) -> bool:
    """ "Most" in "the office and most of the city", which is tagged as no noun."""
    return word.tag_ in ("JJS", "JJR", "DT", "CD") and any(child.lower_ == "of" for child in word.children)


def _own_subject(verb: Token) -> Token | None:
    """The subject that hangs on the verb, or on its auxiliary where the parse puts it there."""
    carriers = (verb, *(child for child in verb.children if child.dep_ in ("aux", "auxpass")))
    wanted = SUBJECTS | PASSIVE_SUBJECTS
    return next((child for one in carriers for child in one.children if child.dep_ in wanted), None)


def surface_subject(verb: Token, depth: int = 4) -> Token | None:
    """The grammatical subject, inherited over "and", infinitives, participles and relative clauses."""
    own = _own_subject(verb) or _misread_subject(verb)
    if own is not None:
        told = own.lower_ in word_set("frames", "called_false") and _is_infinitive(verb)
        return (_owner(own) if told else None) or _antecedent(own, verb)
    if depth == 0:
        return None
    if (held_back := hindered(verb)) is not None:
        return held_back
    head = verb.head
    if verb.dep_ in ("acl", "relcl") and is_noun(head):
        if verb.tag_ == "VB" and head.lower_ in word_set("pointing", "undertakings"):
            foiled = is_foiled(head)
            return _owner(head) or (whose_foiled(head) if foiled else _planner(head, depth - 1))
        if verb.dep_ == "acl" and any(child.tag_ == "TO" for child in verb.children):
            return _owner(head)
        return head if verb.tag_ in ("VBG", "VBN", "VBD") or verb.dep_ == "relcl" else None
    if (
        verb.dep_ == "pcomp" and head.lower_ == "including"
    ):  # "have made gains, including taking back the port"
        over = head.head.head if head.head.dep_ == "dobj" else head.head
        return surface_subject(over, depth - 1) if is_verb(over) else None
    if is_predicate(verb) or (verb.dep_ in CARRIERS and is_verb(head)):
        controller = _controller(verb, head) if verb.dep_ == "xcomp" else None
        return controller or surface_subject(head, depth - 1)
    if (whose := blamed(verb)) is not None:
        return whose
    if verb.dep_ == "dep" and verb.i and verb.nbor(-1).lower_ == "then" and verb.tag_ == head.tag_:
        return surface_subject(head, depth - 1)  # "regained it, then lost it hours later"
    if verb.dep_ == "pcomp" and head.dep_ == "prep" and is_verb(head.head):
        return surface_subject(head.head, depth - 1)
    return surface_subject(head.head.head, depth - 1) if _is_far_from(verb) else None


def _is_far_from(verb: Token) -> bool:
    """ "The town is far from captured", "far from having fallen": who is far is the subject of "is"."""
    link = verb.head
    far = link.head.lower_ == "far" and link.lower_ == "from" and link.dep_ == "prep"
    return far and verb.dep_ in ("pobj", "pcomp") and is_verb(link.head.head)


def _owner(noun: Token) -> Token | None:
    """Whose "claim to have taken it" or "plan to take it" it is: "M23's", "by M23"."""
    for child in noun.children:
        if child.dep_ == "poss":
            return child
    by = (child for child in noun.children if child.dep_ == "prep" and child.lower_ == "by")
    return next((owner for link in by for owner in link.children if owner.dep_ == "pobj"), None)


def _planner(noun: Token, depth: int) -> Token | None:
    """Who does it in "launched an operation to retake the town": who makes the operation."""
    over = noun.head.head if noun.dep_ == "pobj" else noun.head
    led = is_verb(over) and noun.dep_ in ("dobj", "pobj") and not is_passive(over)
    return surface_subject(over, depth) if led else None


def _misread_subject(verb: Token) -> Token | None:
    """The noun before a finite verb, where the parse makes it an object: "after Kunduz fell", "said on Friday
    army units captured"."""
    joined = _misjoined_subject(verb)
    if joined is not None:
        return joined
    if verb.tag_ not in ("VBD", "VBZ", "VBP"):
        return None
    before = verb.nbor(-1) if verb.i else verb
    if before.dep_ == "advmod" and before.head == verb and before.i == 0 and before.text[:1].isupper():
        return before  # "Bakhmut is under Russian control"
    if before.dep_ == "pobj" and any(c.text in word_set("dates", "weekdays") for c in before.children):
        return before
    openers = (c for c in verb.children if c.dep_ == "prep" and c.i < verb.i and c.lower_ in SUBORDINATORS)
    nouns = (n for opener in openers for n in opener.children if n.dep_ == "pobj")
    return next(nouns, None)


def _misjoined_subject(verb: Token) -> Token | None:
    """The noun before "has fled" in "are in Aleppo and Assad has fled", where the parse joins it to Aleppo.

    A verb that shares the subject of the one before stands behind "and" itself.
    """
    finite = min((c for c in verb.children if c.dep_ in ("aux", "auxpass")), default=verb, key=lambda c: c.i)
    if verb.dep_ != "conj" or finite.tag_ not in ("VBD", "VBZ", "VBP") or finite.i < 2:
        return None
    before = finite.nbor(-1)
    return before if before.dep_ == "conj" and is_noun(before) and not is_verb(before.head) else None


def _controller(verb: Token, head: Token) -> Token | None:
    """Who does it in "forced the army to leave": the object of the governing verb."""
    if not _is_infinitive(verb):
        return None
    own = next((child for child in head.children if child.dep_ == "dobj"), None)
    return own or next(_called_on(verb, head), None)


def _called_on(verb: Token, head: Token) -> Iterator[Token]:
    """The army in "called on the army to leave", "appealed to the army to leave"."""
    if head.lower_ in word_set("pointing", "called_on"):
        links = word_set("pointing", "called_on", "links")
        yield from (noun for word, noun in prepositions(head) if word in links and noun.i < verb.i)


def _antecedent(pronoun: Token, verb: Token) -> Token:
    """What a relative pronoun stands for."""
    if pronoun.tag_ in ("WDT", "WP") and verb.dep_ == "relcl":
        return verb.head
    return pronoun


def subject(verb: Token) -> Token | None:
    """Who does it: the subject of an active verb, the by-agent of a passive one."""
    return agent(verb) if is_passive(verb) else surface_subject(verb)


def agent(verb: Token) -> Token | None:
    """The noun after "by" of a passive verb."""
    ranked = sorted(verb.children, key=lambda child: child.dep_ != "agent")  # "By noon it was held by them"
    for child in ranked:
        if child.dep_ == "agent" or (child.dep_ == "prep" and child.lower_ == "by"):
            return next((noun for noun in child.children if noun.dep_ == "pobj"), None)
    return None


def objects(verb: Token) -> list[Token]:
    """What it is done to: objects of an active verb, the subject of a passive one."""
    if is_passive(verb):
        own = surface_subject(verb)
        more = [
            c for c in verb.children if c.dep_ == "nsubjpass" and own is not None and own.i < c.i < verb.i
        ]
        return [own, *more] if own is not None else []  # "the office and most of the city were held"
    found = [child for child in verb.children if child.dep_ in ("dobj", "obj", "oprd")]
    found = [_antecedent(child, verb) for child in found] or _misread_objects(verb) or _shared_objects(verb)
    if not found and verb.dep_ == "relcl" and surface_subject(verb) != verb.head:
        found = [verb.head]
    return found


def _shared_objects(verb: Token) -> list[Token]:
    """The object of the next verb, joined by a bare "and": "encircle and capture the city"."""
    joined = [child for child in verb.children if child.dep_ == "conj" and is_verb(child)]
    bare = verb.i + 1 < len(verb.doc) and verb.nbor(1).dep_ == "cc"
    if not bare or not joined or joined[0].i != verb.i + 2:
        return []
    return [child for child in joined[0].children if child.dep_ in ("dobj", "obj")]


def _misread_objects(verb: Token) -> list[Token]:
    """A name directly after the verb, where the parse makes it an adverb or a head: "shelled Aleppo"."""
    following = ("npadvmod", "advmod")
    children = [child for child in verb.children if child.dep_ in following and child.i == verb.i + 1]
    if verb.dep_ == "amod" and verb.head.i == verb.i + 1 and _own_subject(verb) is not None:
        children.append(verb.head)  # "after the army captured Herat"
    days = [c for child in children or verb.children for c in child.children if child.dep_ == "npadvmod"]
    children += [c for c in days if c.i == verb.i + 1 and c.head.text in word_set("dates", "weekdays")]
    return [c for c in children if c.tag_ in ("NNP", "NNPS") and c.text not in word_set("dates", "weekdays")]


def prepositions(token: Token) -> Iterator[tuple[str, Token]]:
    """Each (preposition, noun) that hangs on a token, over "out of", "away from", "from in"."""
    for child in token.children:
        if child.dep_ in ("prep", "agent", "dative"):
            yield from _through(child, child.lower_)
        elif child.dep_ in ("advmod", "prt", "npadvmod"):
            for grand in child.children:
                if grand.dep_ == "prep" and not (grand.lower_ == "of" and child.lower_ in LANDMARKS):
                    yield from _through(grand, grand.lower_)


def _through(prep: Token, word: str) -> Iterator[tuple[str, Token]]:
    for child in prep.children:
        if child.dep_ in ("pobj", "pcomp"):
            yield word, child
        elif child.dep_ in ("prep", "dative"):
            yield from _through(child, child.lower_)
