"""Simulated wars with known truth, and the reporting about them: for calibration, tests and scale.

simulate      a seed → Simulation: the war, what was printed of it, and both as claims
write         a simulation as three files: claims.jsonl, truth.csv, baseline.csv
war_numbers   the numbers of the generator (data/simulate/war.toml), which are none of the method's
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from random import Random

from whoholds.errors import WhoholdsError
from whoholds.picture import ResolvedClaim
from whoholds.simulate.forms import (
    baseline_claims,
    resolved,
    truth_rows,
    write_baseline,
    write_coded,
    write_truth,
)
from whoholds.simulate.ground import SIDES, make_ground
from whoholds.simulate.numbers import Numbers, numbers_of, read_numbers, war_numbers
from whoholds.simulate.printing import Printed, print_all
from whoholds.simulate.telling import make_scene, tell
from whoholds.simulate.voices import make_voices
from whoholds.simulate.war import CONTESTED, War, make_war

GOVERNMENT = SIDES[0]
FILES = ("claims.jsonl", "truth.csv", "baseline.csv")


@dataclass(frozen=True, slots=True)
class Simulation:
    """A war and what was printed of it, in order of publication."""

    war: War
    printed: tuple[Printed, ...]

    def claims(self) -> list[ResolvedClaim]:
        """The baseline, then all claims in order of publication, resolved."""
        ground = self.war.ground
        return [*baseline_claims(ground), *(resolved(one, ground) for one in self.printed)]


def simulate(seed: int, numbers: Numbers | None = None) -> Simulation:
    """The war of a seed and the reporting about it; the same seed and numbers give the same words."""
    under = numbers or war_numbers()
    dice = Random(f"whoholds {seed}")
    ground = make_ground(dice, under.ground)
    war = make_war(dice, ground, under.fighting, under.ground.days)
    said = tell(dice, make_scene(dice, war, under), make_voices(dice, ground, under))
    return Simulation(war, tuple(print_all(dice, said, ground, under.printing, under.ground.days)))


def write(simulation: Simulation, folder: Path, *, replace: bool = False) -> tuple[Path, ...]:
    """Three files in a folder, made where it is not there: claims to import, truth, baseline.

    Raises WhoholdsError where one is there and they are not to be replaced, or where the folder is a file.
    """
    claims, truth, baseline = (folder / name for name in FILES)
    there = [path.name for path in (claims, truth, baseline) if path.exists()]
    if folder.is_file() or (there and not replace):
        what = f"has {', '.join(there)} already" if there else "is a file"
        raise WhoholdsError(f"{folder} {what}. Name another folder, or write over them with --replace.")
    folder.mkdir(parents=True, exist_ok=True)
    write_coded(claims, list(simulation.printed), simulation.war.ground)
    write_truth(truth, simulation.war)
    write_baseline(baseline, simulation.war.ground)
    return claims, truth, baseline


__all__ = [
    "CONTESTED",
    "GOVERNMENT",
    "Numbers",
    "Simulation",
    "numbers_of",
    "read_numbers",
    "simulate",
    "truth_rows",
    "war_numbers",
    "write",
]
