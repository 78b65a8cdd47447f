"""Counts why true changes of holder in simulated wars are missed by the nowcast: first falls and recaptures.

Run: python scripts/missed_changes.py [--seeds 100-109]
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterator, Sequence

from whoholds.control.positions import HOLDS, position_of
from whoholds.evaluate.control_answers import Answer, nowcast
from whoholds.evaluate.control_changes import EARLIEST, LATEST, Flip, flips_in
from whoholds.evaluate.control_flips import matched_with
from whoholds.evaluate.control_trial import Trial, trial_of
from whoholds.simulate import simulate


def main() -> None:
    """Measures and prints."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seeds", default="100-109", help="the first and last seed")
    first, last = map(int, parser.parse_args().seeds.split("-"))
    found = Counter(one for seed in range(first, last + 1) for one in reasons(trial_of(simulate(seed))))
    for (kind, why), count in sorted(found.items()):
        print(f"{kind:14} {why:60} {count:5}")


def reasons(trial: Trial) -> Iterator[tuple[str, str]]:
    """For each true change its kind, and that it is found or why it is not."""
    for place, answers in nowcast(trial).items():
        true = flips_in(trial.held[place])
        found = matched_with(true, flips_in([one.holder for one in answers]))
        for number, one in enumerate(true):
            why = "found" if number in found else reason(trial, place, one, answers)
            yield "recapture" if one.again else "first fall", why


def reason(trial: Trial, place: str, one: Flip, answers: Sequence[Answer]) -> str:
    """Why a change is missed: the first thing of these that is so."""
    if not any(map(one.is_heard, trial.heard(place))):
        return "no claim of it within a week"
    if one.day and answers[one.day - 1].holder == one.holder:
        return "our answer was right, for it had not left the last holder"
    if all(side == one.holder for side in sides_of(trial, place, one)):
        return "one side alone tells, of its own gain"
    return "overruled, or found more than a month off"


def sides_of(trial: Trial, place: str, one: Flip) -> Iterator[str | None]:
    """For whom they speak who tell in time that the new holder has the place."""
    for claim in trial.claims.get(place, ()):
        position, day = position_of(claim), (claim.known_from.date() - trial.first).days
        in_time = one.day + EARLIEST <= day <= one.day + LATEST
        if position is not None and (position.act, position.party) == (HOLDS, one.holder) and in_time:
            yield claim.side


if __name__ == "__main__":
    main()
