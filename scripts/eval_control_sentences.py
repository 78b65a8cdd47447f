"""Who took, holds and left what: sentences of many wars, written and coded for the project, in two halves.

The rules are worked on with one half ("tune"); the other ("kept") only measures them. Which half a text is in
follows from its own words. A claim of control is right when its type and place are those coded; a coded
`type` may name several between which the codebook leaves the choice, and an optional claim costs nothing.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from eval_factuality import HALVES, half_of
from eval_measured import PROJECT, Measured, Row, f1, read_rows, share

from whoholds import ResolvedClaim, read_claims
from whoholds.evaluate.names import same_party, share_word
from whoholds.evaluate.scores import CONTROL
from whoholds.text.unknown_places import skeleton

FILE = PROJECT / "tests" / "claims" / "control_coded.jsonl"
PUBLISHED = "2026-03-04"  # of every text: no day is coded


@dataclass(frozen=True, slots=True)
class Outcome:
    """One text: pairs of a coded and a read claim, what was missed, and what is false."""

    text: str
    pairs: tuple[tuple[Row, ResolvedClaim], ...]
    missed: tuple[Row, ...]
    false: tuple[ResolvedClaim, ...]

    @property
    def firm(self) -> list[tuple[Row, ResolvedClaim]]:
        """The pairs that count: those whose coded claim is not optional."""
        return [pair for pair in self.pairs if not pair[0].get("optional")]


def control(path: Path = FILE) -> Iterator[Measured]:
    """Precision, recall and F1 of claims of control for both halves; of those found, whose actor is right."""
    found = outcomes(path)
    for half in HALVES:
        of = [one for one in found if half_of(one.text) == half]
        right, missed, false = (sum(map(len, parts)) for parts in zip(*map(_counted, of), strict=True))
        yield Measured(f"{half}: precision", share(right, right + false))
        yield Measured(f"{half}: recall", share(right, right + missed))
        yield Measured(f"{half}: F1", f1(right, right + false, right + missed))
        named = [pair for one in of for pair in one.firm if "actor" in pair[0]]
        agreed = sum(same_party(coded["actor"], claim.actor) for coded, claim in named)
        yield Measured(f"{half}: actor right", share(agreed, len(named)), pinned=False)


def _counted(one: Outcome) -> tuple[Sequence[object], ...]:
    return one.firm, one.missed, one.false


def outcomes(path: Path = FILE) -> list[Outcome]:
    """What the product reads in every text beside what is coded of it."""
    return [_outcome(row) for row in read_rows(path)]


def _outcome(row: Row) -> Outcome:
    left = [one for one in read_claims(row["text"], published=PUBLISHED) if one.claim.type in CONTROL]
    pairs, missed = [], []
    for coded in sorted(row["claims"], key=lambda one: bool(one.get("optional"))):
        match = next((one for one in left if is_as_coded(one, coded, row["text"])), None)
        if match is not None:
            pairs.append((coded, match))
            left.remove(match)
        elif not coded.get("optional"):
            missed.append(coded)
    return Outcome(row["text"], tuple(pairs), tuple(missed), tuple(left))


def is_as_coded(read: ResolvedClaim, coded: Row, text: str) -> bool:
    """True when the type is one of those coded, and the place bears the coded name."""
    if read.claim.type.value not in coded["type"].split("/"):
        return False
    words = read.claim.place.span.of(text) if read.claim.place is not None else ""
    name, place = coded["place"], read.place_name
    return name in words or share_word(name, place) or skeleton(name) == skeleton(place or "")


def print_mistakes(path: Path = FILE, halves: Sequence[str] = ("tune",)) -> None:
    """Every text in which a claim of control is missed or false, of the half that is tuned on."""
    for one in outcomes(path):
        if half_of(one.text) in halves and (one.missed or one.false):
            print(one.text)
            for coded in one.missed:
                print("    missed", json.dumps(coded, ensure_ascii=False))
            for claim in one.false:
                print(f"    false {claim.claim.type.value} of {claim.place_name} by {claim.actor}")


if __name__ == "__main__":
    print_mistakes()
