"""How many claims were found, how many are false, and what is right about those found."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from whoholds.evaluate.coding import CodedClaim, CodedReport
from whoholds.evaluate.matching import Agreement, match_claims
from whoholds.evaluate.names import same_party, share_word
from whoholds.model import EventType, Factuality

CONTROL = frozenset({
    EventType.CAPTURE, EventType.HANDOVER, EventType.WITHDRAWAL, EventType.HOLD, EventType.ENTRY,
    EventType.REPEL, EventType.SIEGE,
})  # fmt: skip
Found = Mapping[str, Sequence[CodedClaim]]


@dataclass(frozen=True, slots=True)
class Tally:
    """Coded claims that were found, claims that were found and not coded, coded claims that were missed."""

    hits: int
    false: int
    missed: int

    @property
    def precision(self) -> float:
        """The share of what was found that is right; 0 where nothing was found."""
        return _share(self.hits, self.hits + self.false)

    @property
    def recall(self) -> float:
        """The share of what was coded that was found; 0 where nothing was coded."""
        return _share(self.hits, self.hits + self.missed)

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


@dataclass(frozen=True, slots=True)
class Slot:
    """One value of the claims that were matched: how often it is right, of how many.

    `constant` is the share that one answer given always would get right: a slot says something only above it.
    """

    name: str
    right: int
    of: int
    constant: float | None = None

    @property
    def share(self) -> float:
        """The share right, 0 to 1; 0 of none."""
        return _share(self.right, self.of)


@dataclass(frozen=True, slots=True)
class ClaimScores:
    """The whole comparison. A claim is found when sentence, type and place agree.

    `control` counts only types that say who holds a place; `any_type` and `any_place` ask for one thing less.
    `types` holds each type coded or found with the number of claims coded and its tally, most coded first.
    """

    reports: int
    claims: Tally
    control: Tally
    any_type: Tally
    any_place: Tally
    slots: tuple[Slot, ...]
    types: tuple[tuple[EventType, int, Tally], ...]

    def slot(self, name: str) -> Slot | None:
        """The slot of a name; None where no matched claim has it."""
        return next((slot for slot in self.slots if slot.name == name), None)


@dataclass(frozen=True, slots=True)
class Pair:
    """A coded claim and the one found for it, in a report of that day."""

    gold: CodedClaim
    found: CodedClaim
    published: date | None


def score_claims(gold: Sequence[CodedReport], predicted: Found) -> ClaimScores:
    """Compare what was found with what people coded; a report that `predicted` does not name has no claims.

    Optional claims cost nothing when missed and count for nothing when found.
    """
    counts = Counter(claim.type for report in gold for claim in report.claims)
    counts.update({claim.type: 0 for report in gold for claim in predicted.get(report.name, ())})
    claims, pairs = compare(gold, predicted)
    return ClaimScores(
        reports=len(gold),
        claims=claims,
        control=compare(gold, predicted, only=CONTROL)[0],
        any_type=compare(gold, predicted, agreement=Agreement(types=False))[0],
        any_place=compare(gold, predicted, agreement=Agreement(places=False))[0],
        slots=_slots(pairs),
        types=tuple(
            (kind, count, compare(gold, predicted, only=frozenset({kind}))[0])
            for kind, count in counts.most_common()
        ),
    )


def compare(
    gold: Sequence[CodedReport],
    predicted: Found,
    *,
    only: frozenset[EventType] | None = None,
    agreement: Agreement | None = None,
) -> tuple[Tally, tuple[Pair, ...]]:
    """The tally over all reports, of some types only where given, and the pairs that match."""
    hits = false = missed = 0
    pairs: list[Pair] = []
    for report in sorted(gold, key=lambda one: one.name):
        coded = [claim for claim in report.claims if only is None or claim.type in only]
        found = [claim for claim in predicted.get(report.name, ()) if only is None or claim.type in only]
        matched = match_claims(coded, found, agreement)
        firm = sum(not coded[first].optional for first, _ in matched)
        hits += firm
        false += len(found) - len(matched)
        missed += sum(not claim.optional for claim in coded) - firm
        day = report.published.day if report.published is not None else None
        pairs += [Pair(coded[first], found[second], day) for first, second in matched]
    return Tally(hits, false, missed), tuple(pairs)


Value = Callable[[CodedClaim], object]
Same = Callable[[CodedClaim, CodedClaim], bool]
SAME: Mapping[str, tuple[Same, Value]] = {
    "actor": (lambda a, b: same_party(a.actor, b.actor), lambda c: c.actor),
    "recipient": (lambda a, b: same_party(a.recipient, b.recipient), lambda c: c.recipient),
    "claimer present": (lambda a, b: bool(a.claimer) == bool(b.claimer), lambda c: bool(c.claimer)),
    "claimer": (lambda a, b: share_word(a.claimer, b.claimer), lambda c: c.claimer),
    "side": (lambda a, b: same_party(a.side, b.side), lambda c: c.side),
    "factuality": (lambda a, b: a.factuality == b.factuality, lambda c: c.factuality),
    "unverified": (lambda a, b: a.unverified == b.unverified, lambda c: c.unverified),
    "start": (lambda a, b: a.start == b.start, lambda c: c.start),
    "end": (lambda a, b: a.end == b.end, lambda c: c.end),
}  # fmt: skip
"""Each slot: when two claims agree on it, and its value; the most frequent is the constant answer."""


def _slots(pairs: Sequence[Pair]) -> tuple[Slot, ...]:
    plain = [_slot(name, pairs) for name in SAME]
    soft = [pair for pair in pairs if pair.gold.factuality is not Factuality.CERTAIN]
    counted = [pair for pair in pairs if pair.gold.figures or pair.found.figures]
    right = sum(pair.gold.figures == pair.found.figures for pair in counted)
    none = _share(sum(not pair.gold.figures for pair in counted), len(counted))
    special = [
        _slot("factuality", soft, "factuality, not certain"),
        Slot("figures", right, len(counted), none),
    ]
    return tuple(slot for slot in (*plain, *special) if slot.of)


def _slot(name: str, pairs: Sequence[Pair], shown: str | None = None) -> Slot:
    same, _ = SAME[name]
    right = sum(same(pair.gold, pair.found) for pair in pairs)
    return Slot(shown or name, right, len(pairs), _share(_constant(name, pairs), len(pairs)))


def _constant(name: str, pairs: Sequence[Pair]) -> int:
    """How many one answer gets right: an open start, the day of publication as end, else the commonest."""
    if name == "start":
        return sum(pair.gold.start is None for pair in pairs)
    if name == "end":
        return sum(pair.gold.end == pair.published for pair in pairs)
    _, value = SAME[name]
    return _most(value(pair.gold) for pair in pairs)


def _most(values: Iterable[object]) -> int:
    return max(Counter(values).values(), default=0)


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 0.0
