"""From claims to events: the same happening told by one or more claims."""

from whoholds.events.book import EventBook
from whoholds.events.features import FEATURES, explain_fusing
from whoholds.events.fuse import fuse_events
from whoholds.events.headlines import Headline, group_headlines
from whoholds.events.telling import place_key

__all__ = [
    "FEATURES",
    "EventBook",
    "Headline",
    "explain_fusing",
    "fuse_events",
    "group_headlines",
    "place_key",
]
