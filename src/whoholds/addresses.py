"""Addresses: what is the same one in other clothes, and whether one article stands there or many posts."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from urllib.parse import SplitResult, parse_qsl, unquote, urlencode, urlsplit

from whoholds.lexicon import read_ontology

_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*://", re.IGNORECASE)
_HOST = re.compile(r"[^\s/]+\.[^\s/.]{2,}")
_WORDS = re.compile(r"[^\W_]+")


@lru_cache(maxsize=1024)
def plain_address(address: str) -> str:
    """The address without what does not change what it shows: scheme, www., tracking keys, #…, last slash.

    What is no address of the web is folded to one case and single blanks.
    """
    split = _split(address)
    if split is None:
        return " ".join(address.casefold().split())
    path = "/".join(_steps(split))
    query = urlencode(sorted(pair for pair in parse_qsl(split.query) if not _tracks(pair[0])))
    return f"{_host(split)}/{path}" + (f"?{query}" if query else "")


@lru_cache(maxsize=1024)
def is_article(address: str) -> bool:
    """True unless the address is that of a home page, a section, a channel or a live page.

    In doubt it is an article's. What is no address of the web (the name of a channel) is none.
    """
    split = _split(address)
    if split is None:
        return False
    steps = [step.casefold() for step in _steps(split)]
    own = [step for step in steps if step not in _known("streams", "fillers")]
    if _host(split) in _known("streams", "hosts"):
        return len(own) > 1
    if _known("streams", "live").intersection(word for step in steps for word in _WORDS.findall(step)):
        return False
    if any(not _tracks(key) for key, _ in parse_qsl(split.query)):
        return True
    return bool(steps) and steps[-1] not in _known("streams", "sections") and not steps[-1].startswith("@")


def _split(address: str) -> SplitResult | None:
    words = address.strip()
    try:
        split = urlsplit(words if _SCHEME.match(words) else f"//{words}")
        return split if _HOST.fullmatch(split.netloc) else None
    except ValueError:  # brackets that are no address
        return None


def _host(split: SplitResult) -> str:
    host = split.netloc.casefold().rpartition("@")[2].removesuffix(":80").removesuffix(":443")
    first, _, rest = host.partition(".")
    return rest if "." in rest and first in _known("parts", "labels") else host


def _steps(split: SplitResult) -> list[str]:
    steps = [unquote(step) for step in split.path.split("/") if step]
    while steps and steps[-1].casefold() in _known("parts", "steps"):
        steps.pop()
    return steps


def _tracks(key: str) -> bool:
    folded = key.casefold()
    return folded in _known("parts", "keys") or folded.startswith(tuple(_known("parts", "key_beginnings")))


def _known(table: str, key: str) -> frozenset[str]:
    return _set_of(tuple(read_ontology("addresses")[table][key]))


@lru_cache(maxsize=16)
def _set_of(words: Iterable[str]) -> frozenset[str]:
    return frozenset(words)
