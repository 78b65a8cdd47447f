"""Makes `factories` importable from every test, wherever it stands in the tree."""

import os

from hypothesis import settings

RANDOM = os.environ.get("WHOHOLDS_RANDOM")  # else the same examples in every run
settings.register_profile("untimed", deadline=None, derandomize=not RANDOM)  # how fast a machine is is no property
settings.load_profile("untimed")
