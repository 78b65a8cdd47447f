"""What time without evidence does to a belief: expm(Q gap) in closed form, forward and backward.

All parties leave at the same rates, so two exponentials are enough: one for the share of contested, one for
the differences between parties (see `chain`).
"""

from __future__ import annotations

import math

from whoholds.control.moments import Belief
from whoholds.control.table import Hazard


def aged(belief: Belief, hazard: Hazard, days: float) -> Belief:
    """The belief after so much time without evidence: belief x expm(Q days), in closed form."""
    parties = len(belief) - 1
    rest, to_rest, stay = decays(hazard, parties, days)
    fought = rest + (belief[-1] - rest) * to_rest
    mean = (1.0 - belief[-1]) / parties
    even = (1.0 - fought) / parties
    return [*(even + (held - mean) * stay for held in belief[:-1]), fought]


def unaged(likely: Belief, hazard: Hazard, days: float) -> Belief:
    """expm(Q days) x likely: the backward step of `aged`."""
    parties = len(likely) - 1
    rest, to_rest, stay = decays(hazard, parties, days)
    mean = math.fsum(likely[:-1]) / parties
    fought_to_fought = rest + (1.0 - rest) * to_rest
    held_to_fought = rest * (1.0 - to_rest)
    back = [
        held_to_fought * likely[-1] + (1.0 - held_to_fought) * mean + (held - mean) * stay
        for held in likely[:-1]
    ]
    back.append(fought_to_fought * likely[-1] + (1.0 - fought_to_fought) * mean)
    return back


def decays(hazard: Hazard, parties: int, days: float) -> tuple[float, float, float]:
    """Share of contested at rest; what is left of the distance to it; what is left of a difference."""
    rest = hazard.to_contested / (hazard.to_contested + hazard.from_contested)
    to_rest = math.exp(-(hazard.to_contested + hazard.from_contested) * days)
    among = hazard.to_other * parties / (parties - 1) if parties > 1 else 0.0
    return rest, to_rest, math.exp(-(hazard.to_contested + among) * days)
