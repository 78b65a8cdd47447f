"""From reports to claims. `EXTRACTORS` lists what can read one, by the name that its extractions carry."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from whoholds.claims.rules import EXTRACTOR, extract
from whoholds.model import Extraction

__all__ = ["EXTRACTORS"]

EXTRACTORS: Mapping[str, Callable[..., Extraction]] = {EXTRACTOR: extract}
