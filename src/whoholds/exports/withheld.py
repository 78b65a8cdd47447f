"""What may be published of single answers: `withholding` does the same for whole pictures."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from whoholds.exports.plain import public_reason, public_terms
from whoholds.exports.withholding import masked_claim, masked_words, withheld_names
from whoholds.picture import ControlState, ResolvedClaim
from whoholds.silences import ResolvedSilence
from whoholds.why import Reason, Why
from whoholds.wording import Voice, voice_of


class Withheld(Mapping[str, ResolvedClaim]):
    """Claims by id, fit to be published: a name that one claim withholds is withheld in its whole report.

    Made of the claims as they are; each is masked when it is asked for. Ids and keys stay.
    """

    def __init__(self, claims: Mapping[str, ResolvedClaim]) -> None:
        self.claims = claims
        self._masked: dict[str, ResolvedClaim] = {}
        self._names = _names_by_report(claims.values())

    def __getitem__(self, name: str) -> ResolvedClaim:
        if name not in self._masked:
            claim = self.claims[name]
            quote = self.words(claim.quote, claim.claim.report)
            self._masked[name] = replace(masked_claim(claim), quote=quote)
        return self._masked[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self.claims)

    def __len__(self) -> int:
        return len(self.claims)

    def all(self, claims: Iterable[ResolvedClaim]) -> tuple[ResolvedClaim, ...]:
        """Some of the claims, in their order."""
        return tuple(self[claim.id] for claim in claims)

    def words(self, text: str, report: str) -> str:
        """Words of a report (its key) with the withheld names blacked out; offsets stay."""
        names = self._names.get(report)
        return masked_words(text, names) if names else text

    def silence(self, silence: ResolvedSilence) -> ResolvedSilence:
        """Who is said to be silent."""
        return replace(silence, quote=self.words(silence.quote, silence.silence.report))

    def state(self, state: ControlState) -> ControlState:
        """A state whose reasons name no private person."""
        evidence = tuple(
            replace(row, reason=public_reason(row.reason, self.claims[row.claim]))
            if row.claim in self.claims
            else row
            for row in state.evidence
        )
        return replace(state, evidence=evidence, terms=public_terms(state, self.claims))

    def why(self, why: Why) -> Why:
        """Reasons in which no private person is named; the numbers stay."""
        return replace(
            why,
            state=self.state(why.state),
            stances=tuple(replace(one, voices=self._voices(one.voices)) for one in why.stances),
            reasons=tuple(map(self._reason, why.reasons)),
            silent=tuple(map(self.silence, why.silent)),
            also=self._voices(why.also),
            earlier=self._voices(why.earlier),
            later=self._voices(why.later),
            set_aside=self._voices(why.set_aside),
        )

    def _voices(self, told: Iterable[Voice]) -> tuple[Voice, ...]:
        return tuple(voice_of(self[one.claim]) if one.claim in self.claims else one for one in told)

    def _reason(self, reason: Reason) -> Reason:
        if reason.voice is None or reason.voice.claim not in self.claims:
            return reason
        (voice,) = self._voices((reason.voice,))
        return replace(reason, label=public_reason(reason.label, self.claims[voice.claim]), voice=voice)


def _names_by_report(claims: Iterable[ResolvedClaim]) -> Mapping[str, frozenset[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    kept: dict[str, tuple[str, ...]] = {}
    for claim in claims:
        if claim.claimer is None or claim.side is not None:
            continue
        if claim.claimer not in kept:
            kept[claim.claimer] = withheld_names(claim)
        if kept[claim.claimer]:
            found[claim.claim.report].update(kept[claim.claimer])
    return {report: frozenset(names) for report, names in found.items()}
