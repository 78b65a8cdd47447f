"""Makes `factories` importable from every test, wherever it stands in the tree."""

from hypothesis import settings

settings.register_profile("untimed", deadline=None)  # how fast a machine is at the moment is no property
settings.load_profile("untimed")
