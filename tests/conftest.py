"""Makes `factories` importable from every test, wherever it stands in the tree."""

import os

from hypothesis import settings

RANDOM = os.environ.get("WHOHOLDS_RANDOM")  # else the same examples in every run
# How fast a machine is at the moment is no property.
settings.register_profile("untimed", deadline=None, derandomize=not RANDOM)
settings.load_profile("untimed")
