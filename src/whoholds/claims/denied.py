"""Claims that later words deny: "Ukraine denied it", "a claim denied by Kyiv", "it is not true, he said"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from whoholds.claims.borders import TAKING, as_coded
from whoholds.claims.sentence import Sentence
from whoholds.lexicon import word_set
from whoholds.model import Attribution, Claim, Factuality, Mention, Span
from whoholds.text.attribution import Saids
from whoholds.text.claimer import PRONOUNS, claimer_span, claimers_of
from whoholds.text.commitment import word_set as commitment_words
from whoholds.text.reporting import reporting_verbs
from whoholds.text.said import Said, children
from whoholds.text.verbs import is_negated, modal_effect

if TYPE_CHECKING:
    from whoholds.text.tokens import Token

DENIABLE = (Factuality.CERTAIN, Factuality.PROBABLE, Factuality.POSSIBLE)
MOST = 4  # claims that one denial can mean
TWO = 2
OBJECTS = ("dobj", "nsubjpass")
NAMING = re.compile(r"[^\W_]{3,}")
STEM = 4  # letters
BARE = ("aux", "mark", "nsubj", "punct")  # all that stands beside "fallen" where nothing else is said
OF_ITS_OWN = ("relcl", "acl", "prep", "ccomp")  # what "the claim" is said with is denied where it stands


def denied_claims(sentence: Sentence, saids: Saids) -> Iterator[Claim]:
    """The claims of this sentence or the one before it as denied, one for each who denies them.

    A taking that is denied is a hold by who would have lost the place, where the words tell who that is.
    """
    for token in sentence.parsed.tokens:
        for said in _deniers(token, sentence, saids):
            if said.claimer is None or said.claimer.of(sentence.report.text).lower() in PRONOUNS:
                continue  # nobody is known who denies it
            for base in _meant(token, said, sentence):
                claim = _denied(base, token, said, sentence)
                yield as_coded(claim) if claim.recipient is not None else claim


def _deniers(token: Token, sentence: Sentence, saids: Saids) -> Sequence[Said]:
    """Who says with this word that what was told is not so; empty for any other word."""
    verb = reporting_verbs().get(token.lower_)
    if verb is not None and verb.kind == "deny":
        back = _points_back(token) or _denies_its_fall(token)
        return _who_denies(token, sentence, saids) if back else ()
    if _did_not(token):
        return _built(token, claimers_of(token.head), sentence)
    if _calls_it_false(token):
        return _built(token, claimers_of(token), sentence)
    if _is_false(token):
        found = saids.about(sentence.span_of(token))
        return [said for said in found if said.claimer is not None and not said.denies]
    return ()


def _who_denies(verb: Token, sentence: Sentence, saids: Saids) -> Sequence[Said]:
    span = sentence.span_of(verb)
    found = [said for said in saids.about(span) if said.cue == span and said.claimer is not None]
    if found:
        return found
    agents = [noun for by in children(verb, "agent") for noun in children(by, "pobj")]
    return _built(verb, agents or claimers_of(verb), sentence)


def _built(cue: Token, claimers: Sequence[Token], sentence: Sentence) -> Sequence[Said]:
    start = sentence.parsed.span.start
    return [
        Said(sentence.span_of(cue), cue.lower_, "indirect", claimer=claimer_span(noun, start))
        for noun in claimers
        if noun.tag_[0] == "N"
    ]


def _points_back(verb: Token) -> bool:
    """ "Denied it", "which Kyiv denied", "a claim denied by Kyiv", "the claim was denied by Kyiv"."""
    if verb.tag_[0] != "V" or is_negated(verb) or modal_effect(verb) is not None:
        return False
    if verb.dep_ in ("relcl", "acl") and (verb.tag_ == "VBN" or not _own_object(verb)):
        which = any(child.tag_ == "WDT" for child in children(verb, *OBJECTS))
        return _is_claim(verb.head) or (which and verb.head.tag_ in ("NNP", "NNPS"))
    if verb.tag_ in ("VBZ", "VBD", "VBP") and _ends_clause(verb):
        return True
    return any(_is_claim(noun) for noun in children(verb, *OBJECTS))


def _denies_its_fall(verb: Token) -> bool:
    """ "Denied (that) it had fallen": the place that was told of; not "denied it had fallen short"."""
    if verb.tag_[0] != "V" or is_negated(verb) or modal_effect(verb) is not None:
        return False
    for told in children(verb, "ccomp"):
        it = any(child.lower_ == "it" for child in children(told, "nsubj"))
        bare = all(child.dep_ in BARE for child in told.children) and modal_effect(told) is None
        if it and bare and told.lower_ in word_set("frames", "claims_denied", "falls"):
            return True
    return False


def _ends_clause(verb: Token) -> bool:
    """ "Russia says it took the town; Ukraine denies": nothing stands behind the verb."""
    before = [token.text for token in verb.doc[: verb.i]]
    behind = [token for token in verb.doc[verb.i + 1 :] if token.tag_ not in (".", "SP", "_SP")]
    told = [c for c in children(verb, *OBJECTS, "ccomp", "xcomp") if ";" not in before[c.i :]]
    return not told and not behind and not {";", ",", "but"}.isdisjoint(before)


def _did_not(verb: Token) -> bool:
    """ "Had not" in "A said it had taken the town; B said it had not": nothing else is said."""
    told = reporting_verbs().get(verb.head.lower_) if verb.dep_ == "ccomp" else None
    it = [child for child in children(verb, "nsubj") if child.lower_ in PRONOUNS]
    rest = [child for child in verb.children if child.dep_ not in ("neg", "punct") and child not in it]
    helping = verb.lower_ in commitment_words("outcome", "helping") and bool(it) and not rest
    return helping and is_negated(verb) and told is not None and told.kind == "say"


def _own_object(verb: Token) -> bool:
    return any(child.tag_ != "WDT" for child in children(verb, "dobj", "ccomp"))


def _is_claim(noun: Token) -> bool:
    """ "It", "this", "the claim"; not "the claim that the town fell" or "a report by the UN"."""
    if noun.lower_ not in word_set("frames", "claims_denied"):
        return False
    denies = (child for child in children(noun, *OF_ITS_OWN) if child.lower_ not in reporting_verbs())
    return not any(denies)


def _calls_it_false(verb: Token) -> bool:
    """ "Called the claim false", "described this as a lie"."""
    if verb.tag_[0] != "V" or verb.lower_ not in commitment_words("outcome", "calls") or is_negated(verb):
        return False
    nouns = [noun for noun in children(verb, "dobj", "nsubj") if _is_claim(noun) and noun.dep_ != "nsubj"]
    nouns += [noun for part in children(verb, "ccomp", "oprd") for noun in children(part, "nsubj")]
    false = commitment_words("outcome", "false")
    return any(_is_claim(noun) for noun in nouns) and any(t.lower_ in false for t in verb.subtree)


def _is_false(word: Token) -> bool:
    """ "This was false", "the claim is a lie", "it was not true": said of what was told before."""
    verb = word.head
    if word.dep_ not in ("acomp", "attr") or children(verb, "xcomp", "advcl") or children(word, "xcomp"):
        return False
    of_part = any(link.lower_ in ("about", "on") for link in children(word, "prep"))
    if of_part or children(word, "acl", "relcl", "ccomp") or children(verb, "ccomp"):
        return False  # "it is a lie that the town fell" is read where it stands
    if not any(_is_claim(noun) for noun in children(verb, "nsubj")) or modal_effect(verb) is not None:
        return False
    called = {word.lower_, *(child.lower_ for child in children(word, "amod", "compound"))}
    if not called.isdisjoint(commitment_words("outcome", "false")):
        return not is_negated(verb)
    return word.lower_ in commitment_words("outcome", "so") and is_negated(verb)


def _meant(cue: Token, said: Said, sentence: Sentence) -> Sequence[Claim]:
    """The claims that "it" means: those told before in the sentence, else those of the sentence before."""
    start = sentence.span_of(cue).start
    told = sentence.memory.claims
    here = [claim for claim in told if claim.quote == sentence.span and _is_before(claim, start, sentence)]
    before = sentence.report.sentences[sentence.index - 1] if sentence.index else None
    found = [
        claim
        for claim in here or [claim for claim in told if claim.quote == before]
        if claim.factuality in DENIABLE and not _is_same(claim, said, sentence)
    ]
    attributed = [claim for claim in found if claim.attribution.claimer or claim.attribution.unnamed]
    return _as_many_as_said(cue, attributed or found, sentence)


def _as_many_as_said(cue: Token, found: Sequence[Claim], sentence: Sentence) -> Sequence[Claim]:
    """Only the takings of one place for "denied it had fallen", only two claims for "denied both"."""
    if _denies_its_fall(cue):
        found = [claim for claim in found if claim.type in TAKING and claim.place is not None]
        places = {claim.place.span.of(sentence.report.text) for claim in found if claim.place is not None}
        return found if len(places) == 1 else ()
    if any(noun.lower_ == "both" for noun in children(cue, *OBJECTS)):
        return found if len(found) == TWO else ()
    return found if len(found) <= MOST else ()


def _is_before(claim: Claim, start: int, sentence: Sentence) -> bool:
    """True for what is told before the denial, not beside it ("the army, which lost the town, denied it")."""
    if claim.trigger is None or claim.trigger.end > start:
        return False
    return all(token.dep_ != "relcl" for token in sentence.parsed.tokens_in(claim.trigger)[:1])


def _is_same(claim: Claim, said: Said, sentence: Sentence) -> bool:
    """True when who denies it is who told it: the ministry is not the official of its own side."""
    claimer = claim.attribution.claimer
    if claimer is None or said.claimer is None:
        return False
    one, other = (_told_by(span, sentence) for span in (claimer.span, said.claimer))
    party = _party(said.claimer, sentence)
    if party is not None and party == _party(claimer.span, sentence):
        return one <= other or other <= one or len(one & other) >= TWO
    text = sentence.report.text
    return claimer.span.of(text).lower() == said.claimer.of(text).lower()


def _denied(base: Claim, cue: Token, said: Said, sentence: Sentence) -> Claim:
    place = replace(base.place, inferred=True) if base.place is not None else None
    claimer = Mention(said.claimer) if said.claimer is not None else None
    taking = base.type in TAKING
    return replace(
        base,
        quote=sentence.span,
        trigger=sentence.span_of(cue),
        place=place,
        recipient=base.recipient or (_loser(base, said, sentence) if taking else None),
        attribution=Attribution(claimer, False, said.relayed_by, said.cue),
        factuality=Factuality.DENIED,
        unverified=sentence.memory.doubts.meets(sentence.span),
        ongoing=False,
        time=None if taking else base.time,
        figures=(),
    )


def _loser(base: Claim, said: Said, sentence: Sentence) -> Mention | None:
    """The denier's party, unless it is who is said to have taken the place."""
    span = _party_span(said.claimer, sentence)
    if span is None:
        return None
    taker = _party(base.actor.span, sentence) if base.actor is not None else None
    return Mention(span) if _party(span, sentence) not in (None, taker) else None


def _party(span: Span, sentence: Sentence) -> str | None:
    found = sentence.report.parties_in(span)
    return found[0].name if found else None


def _told_by(claimer: Span, sentence: Sentence) -> set[str]:
    """The beginnings of a claimer's words: those of "Ukrainian" and "Ukraine's" are the same."""
    found = NAMING.findall(claimer.of(sentence.report.text).lower())
    return {word[:STEM] for word in found if word != "the"}


def _party_span(claimer: Span | None, sentence: Sentence) -> Span | None:
    found = sentence.report.parties_in(claimer) if claimer is not None else ()
    return found[0].span if found else None
