"""whoholds: who controls which place, who says so, and what was known when.

    >>> import whoholds
    >>> with whoholds.open("war.whoholds") as db:  # doctest: +SKIP
    ...     db.add("reports/")
    ...     print(db.control("Kunduz", on="2021-08-09").why())

Everything is loaded when it is first used, so that importing costs nothing.
"""

from __future__ import annotations

TYPE_CHECKING = False  # as in typing, which takes longer to load than all else here
if TYPE_CHECKING:
    from typing import Any

    from whoholds.database import ControlAnswer as ControlAnswer
    from whoholds.database import Database as Database
    from whoholds.database import explain as explain
    from whoholds.database import find_dates as find_dates
    from whoholds.database import open_database
    from whoholds.database import read_claims as read_claims
    from whoholds.errors import DataError as DataError
    from whoholds.errors import InputError as InputError
    from whoholds.errors import NotFoundError as NotFoundError
    from whoholds.errors import StoreError as StoreError
    from whoholds.errors import WhoholdsError as WhoholdsError
    from whoholds.exports.plain import claim_dict as claim_dict
    from whoholds.model import Claim as Claim
    from whoholds.model import Coded as Coded
    from whoholds.model import EventType as EventType
    from whoholds.model import Extraction as Extraction
    from whoholds.model import Factuality as Factuality
    from whoholds.model import Judgement as Judgement
    from whoholds.model import Place as Place
    from whoholds.model import Precision as Precision
    from whoholds.model import Published as Published
    from whoholds.model import Report as Report
    from whoholds.model import Retraction as Retraction
    from whoholds.model import Silence as Silence
    from whoholds.model import Span as Span
    from whoholds.model import Verdict as Verdict
    from whoholds.picture import ControlState as ControlState
    from whoholds.picture import Event as Event
    from whoholds.picture import Picture as Picture
    from whoholds.picture import ResolvedClaim as ResolvedClaim
    from whoholds.text.dates import DateMention as DateMention
    from whoholds.text.events import EventMention as EventMention
    from whoholds.text.events import find_events as find_events
    from whoholds.text.events import find_events_in_each as find_events_in_each
    from whoholds.text.figures import FigureMention as FigureMention
    from whoholds.text.figures import find_figures as find_figures
    from whoholds.text.parties import PartyMention as PartyMention
    from whoholds.text.parties import find_parties as find_parties
    from whoholds.text.place_layer import PlaceLayer as PlaceLayer
    from whoholds.text.place_layer import load_place_layer as load_place_layer
    from whoholds.text.places import PlaceMention as PlaceMention
    from whoholds.text.places import find_places as find_places
    from whoholds.text.sentences import find_sentences as find_sentences
    from whoholds.text.who_says import Attribution as Attribution
    from whoholds.text.who_says import find_attributions as find_attributions

    open = open_database
    __version__: str

_HOMES = {
    "whoholds.database": ("ControlAnswer", "Database", "explain", "find_dates", "read_claims"),
    "whoholds.errors": ("DataError", "InputError", "NotFoundError", "StoreError", "WhoholdsError"),
    "whoholds.exports.plain": ("claim_dict",),
    "whoholds.model": (
        "Claim", "Coded", "EventType", "Extraction", "Factuality", "Judgement", "Place", "Precision",
        "Published", "Report", "Retraction", "Silence", "Span", "Verdict",
    ),
    "whoholds.picture": ("ControlState", "Event", "Picture", "ResolvedClaim"),
    "whoholds.text.dates": ("DateMention",),
    "whoholds.text.events": ("EventMention", "find_events", "find_events_in_each"),
    "whoholds.text.figures": ("FigureMention", "find_figures"),
    "whoholds.text.parties": ("PartyMention", "find_parties"),
    "whoholds.text.place_layer": ("PlaceLayer", "load_place_layer"),
    "whoholds.text.places": ("PlaceMention", "find_places"),
    "whoholds.text.sentences": ("find_sentences",),
    "whoholds.text.who_says": ("Attribution", "find_attributions"),
}  # fmt: skip
_FOUND_IN = {name: (module, name) for module, names in _HOMES.items() for name in names}
_FOUND_IN["open"] = ("whoholds.database", "open_database")

__all__ = [*sorted(_FOUND_IN), "__version__"]


def __getattr__(name: str) -> Any:
    if name == "__version__":
        from whoholds.store.opened import code_version

        return code_version()
    from importlib import import_module

    if name not in _FOUND_IN:
        raise AttributeError(f"module 'whoholds' has no attribute {name!r}")
    module, attribute = _FOUND_IN[name]
    value = getattr(import_module(module), attribute)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
