"""From claims to events: the same happening told by one or more claims."""

from whoholds.events.features import FEATURES, explain_fusing
from whoholds.events.fuse import fuse_events
from whoholds.events.telling import place_key

__all__ = ["FEATURES", "explain_fusing", "fuse_events", "place_key"]
