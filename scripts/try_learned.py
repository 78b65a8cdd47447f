"""Would a small learned model (MiniLM-L6) read better than the rules? Measured, on what it has not seen.

    pip install --group learned
    python scripts/try_learned.py factuality          how far claimers commit
    python scripts/try_learned.py events              which sentences tell an event at all
    python scripts/try_learned.py claims              which claims of the rules are false
    python scripts/try_learned.py places              where an event happened
    python scripts/try_learned.py few                 the same, learned from 1,500; as a veto on claims

Prints tables; writes nothing. What came of it stands in `docs/decisions/0005-learned-layer.md`. All but
`factuality` need the annotated sets beside the project. Each takes up to fifteen minutes.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import learned_claims
import learned_factuality
import learned_places
from eval_measured import SHARED

TASKS: Mapping[str, Callable[[int, Path], None]] = {
    "factuality": learned_factuality.compare,
    "events": learned_claims.compare_events,
    "claims": learned_claims.compare_claims,
    "places": learned_places.compare,
    "few": learned_places.compare_few,
}


def main() -> int:
    """Measure one task."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("task", choices=list(TASKS))
    parser.add_argument("--seed", type=int, default=1, help="of folds, order, dropout and first weights")
    parser.add_argument("--shared", type=Path, default=SHARED, help="the folder of the annotated sets")
    given = parser.parse_args()
    TASKS[given.task](given.seed, given.shared)
    return 0


if __name__ == "__main__":
    sys.exit(main())
