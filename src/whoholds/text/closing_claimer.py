"""Who says so at the end of a sentence, where the parser hangs them on what is said: hung as who says it.

"The Taliban captured Ghazni, a Taliban spokesman said on Thursday." is told by its commas alone.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from whoholds.text.reporting import reporting_verbs, words

if TYPE_CHECKING:
    from whoholds.text.tokens import Token, Words

NOUNS = ("NN", "NNS", "NNP", "NNPS", "PRP")
FINITE = ("VBD", "VBZ", "VBP", "MD")
TAILS = ("IN", "TO", "RB", "JJ")  # what may follow "said": "on Thursday", "to reporters", "late on Monday"
TOLD = ("NN", "NNS", "NNP", "NNPS", "PRP", "DT")  # what may follow "told"
OPENERS = ("IN", "CC", "WDT", "WRB", "WP", "RB", "TO")  # what no claimer begins with
QUOTES = ("``", "''")


@dataclass(frozen=True, slots=True)
class Closing:
    """The commas and verb of ", CLAIMER said": numbers of words in the sentence.

    `comma` stands before the claimer, `second` before the name or role beside them, else None.
    """

    comma: int
    second: int | None
    cue: int


def find_closing(doc: Words) -> Closing | None:
    """The claimer at the end of a sentence whose parse does not hang them on the verb that says so."""
    cue = _last_cue(doc)
    if cue is None or any(token.tag_ in QUOTES for token in doc):
        return None
    commas = [token.i for token in doc[: cue.i] if token.text == ","]
    closing = _of_commas(doc, commas, cue.i)
    if closing is None or not _tells(doc[: closing.comma]) or _is_hung(doc, closing):
        return None
    return closing


def _last_cue(doc: Words) -> Token | None:
    """The verb that says so, after which nothing is told but when, where and to whom."""
    forms = words("closing", "forms")
    cue = next((token for token in reversed(doc) if token.lower_ in forms), None)
    if cue is None or cue.i < 4 or reporting_verbs().get(cue.lower_) is None:
        return None
    after = [token for token in doc[cue.i + 1 :] if token.text not in ".!"]
    if any(token.tag_ in (*FINITE, "WDT", "WP", "WRB", ":") or token.text == "," for token in after):
        return None
    if not after:
        return cue
    tails = TOLD if reporting_verbs()[cue.lower_].recipient else TAILS
    return cue if after[0].tag_ in tails or after[0].lower_ in words("nouns", "days") else None


def _of_commas(doc: Words, commas: list[int], cue: int) -> Closing | None:
    if not commas:
        return None
    if commas[-1] != cue - 1:
        last = doc[commas[-1] + 1 : cue]
        if not _may_speak(last):
            return None
        beside = doc[commas[-2] + 1 : commas[-1]] if len(commas) > 1 else ()
        named = _is_name(last) and _is_titled(beside)  # "the governor of Darfur, Minni Minnawi said"
        return Closing(commas[-2], commas[-1], cue) if named else Closing(commas[-1], None, cue)
    if len(commas) < 3:
        return None
    before, second = commas[-3:-1]
    pair = doc[before + 1 : second], doc[second + 1 : cue - 1]
    titled = (_is_name(pair[0]) and _has_role(pair[1])) or (_has_role(pair[0]) and _may_speak(pair[1]))
    return Closing(before, second, cue) if titled and all(map(_may_speak, pair)) else None


def _may_speak(phrase: tuple[Token, ...]) -> bool:
    """True for a noun phrase without a verb: "a senior official", "the Observatory for Human Rights"."""
    if not phrase or phrase[0].tag_ in OPENERS or any(t.tag_ in (*FINITE, "WDT", "WP") for t in phrase):
        return False
    pronouns = any(t.tag_ in ("PRP", "EX") for t in phrase)
    return not pronouns and any(t.tag_ in NOUNS for t in phrase)


def _is_name(phrase: tuple[Token, ...]) -> bool:
    return bool(phrase) and all(t.text[:1].isupper() for t in phrase)


def _has_role(phrase: tuple[Token, ...]) -> bool:
    roles = words("nouns", "people") | words("nouns", "groups")
    return any(t.lower_ in roles for t in phrase)


def _is_titled(phrase: tuple[Token, ...]) -> bool:
    """ "The governor of Darfur", which stands for one person."""
    return _may_speak(phrase) and _has_role(phrase) and phrase[0].lower_ == "the"


def _tells(clause: tuple[Token, ...]) -> bool:
    """True for what may be a whole clause: with what may be a verb, and without "after" or "when"."""
    if not clause or clause[0].lower_ in words("closing", "subordinate"):
        return False
    return any(token.tag_[0] == "V" or token.tag_ == "NNS" for token in clause[1:])


def is_whole(clause: Words) -> bool:
    """True for the parse of a sentence of its own: a verb with a subject; "X captured by Y" is made one."""
    root = next(token for token in clause if token.head is token)
    taken = [child for child in root.children if child.dep_ == "acl" and child.tag_ == "VBN"]
    if root.tag_ in ("NNP", "NNPS") and len(taken) == 1 and any(c.dep_ == "agent" for c in taken[0].children):
        taken[0].hang("ROOT", taken[0])
        root.hang("nsubjpass", taken[0])
        return True
    return root.tag_[0] == "V" and any(child.dep_ in ("nsubj", "nsubjpass") for child in root.children)


def _is_hung(doc: Words, closing: Closing) -> bool:
    """True where the parse has it: the claimer is the verb's subject, the clause before is what it says."""
    cue = doc[closing.cue]
    said = doc[: closing.comma]
    claimer = doc[closing.comma + 1 : closing.cue]
    tops = [token for token in said if token.head.i >= closing.comma or token.head is token]
    whole = len(tops) == 1 and tops[0].head is cue and tops[0].dep_ == "ccomp" and tops[0].tag_[0] == "V"
    subjects = [child for child in cue.children if child.dep_ == "nsubj"]
    spoken = [token for token in claimer if token.head is cue and token.dep_ == "nsubj"]
    apart = all(token.head.i > closing.comma for token in claimer)
    return cue.head is cue and whole and apart and spoken == subjects != []


def hang_closing(doc: Words, closing: Closing, clause: Words) -> None:
    """Hang the claimer on the verb that says so, and under it what is said, as `clause` has it parsed.

    `clause` is the parse of the words before the comma alone.
    """
    cue = doc[closing.cue]
    for token, alone in zip(doc, clause[: closing.comma], strict=False):
        token.tag_ = alone.tag_
        over = doc[alone.head.i] if alone.head.i < closing.comma else cue
        token.hang(alone.dep_ if alone.head is not alone else "ccomp", cue if alone.head is alone else over)
    cue.tag_ = "VBD" if cue.tag_ == "VBN" else cue.tag_
    cue.hang("ROOT", cue)
    _hang_claimer(doc, closing)
    for token in doc[closing.cue + 1 :]:
        if token.head.i < closing.cue:
            token.hang(token.dep_ if token.dep_ in ("punct", "prep", "npadvmod") else "dep", cue)
    for comma in (closing.comma, closing.cue - 1):
        if doc[comma].text == ",":
            doc[comma].hang("punct", cue)


def _hang_claimer(doc: Words, closing: Closing) -> None:
    cue = doc[closing.cue]
    ends = closing.cue - (doc[closing.cue - 1].text == ",")
    if closing.second is None:
        _hang_phrase(doc[closing.comma + 1 : ends], "nsubj", cue)
        return
    head = _hang_phrase(doc[closing.comma + 1 : closing.second], "nsubj", cue)
    _hang_phrase(doc[closing.second + 1 : ends], "appos", head)
    doc[closing.second].hang("punct", head)


def _hang_phrase(phrase: tuple[Token, ...], relation: str, over: Token) -> Token:
    """Hang a noun phrase by its head, which is returned, and on it all of it that hung elsewhere."""
    first, last = phrase[0].i, phrase[-1].i
    tops = [t for t in phrase if not first <= t.head.i <= last or t.head is t]
    heads = [t for t in tops if t.tag_ in NOUNS] or [t for t in phrase if t.tag_ in NOUNS]
    stop = next((t.i for t in phrase if t.tag_ in ("IN", "TO", "CC")), last + 1)
    head = ([t for t in heads if t.i < stop] or heads)[-1]
    head.hang(relation, over)
    for token in tops:
        if token is not head:
            token.hang(token.dep_ if token.dep_ in ("det", "compound", "amod", "punct") else "dep", head)
    return head
