"""The name of the method: what code and data turned the record into an answer."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from whoholds.errors import NotFoundError
from whoholds.gazetteer import Gazetteer
from whoholds.model import content_key
from whoholds.party_list import own_text
from whoholds.store.opened import code_version
from whoholds.trust import Fit

_ROOT = Path(__file__).resolve().parent
_CODE = ("text", "claims", "control", "events", "gazetteer", "index")
_MODULES = (
    "addresses", "belonging", "boasts", "carried", "days_of_claims", "editions", "falls", "frozen",
    "independence", "interests", "introduced", "kinds", "lexicon", "likeness", "method", "model",
    "officials", "ontology", "outlets", "party_list", "persons", "picture", "pipeline", "resolve",
    "retractions", "roles", "sides", "silences", "stories", "territory", "trust", "unnamed", "unseen",
    "verdicts", "voice_keys", "written",
)  # fmt: skip
_DATA = ("ontology", "lexicon")


def method_name(gazetteer: Gazetteer, fit: Fit | None = None) -> str:
    """Sixteen hexadecimal digits over the version and code of whoholds that reads, resolves and assesses, its
    control table, ontology and word lists, the gazetteer with the places laid over it, the parties of the
    user's own file, and what was learnt of claimers.
    """
    own = own_text()
    return content_key(
        "method", _of_code(), gazetteer.version, *((own,) if own else ()), *((fit.name,) if fit else ())
    )


def check_method(asked: str | None, running: str) -> None:
    """Raises NotFoundError where an answer is asked of another method than the one that runs."""
    if asked is not None and asked.strip().casefold() != running:
        raise NotFoundError(
            f"No answer by method {asked.strip()[:40]!r} can be given: {running} is running (whoholds "
            f"{code_version()}), so install the version that gave the old answer, and ask it with the same "
            "places, parties, fit, profile and neighbours."
        )


@cache
def _of_code() -> str:
    """A hash over the names and contents of the files; the same files give the same name on every machine."""
    files = [path for folder in _CODE for path in (_ROOT / folder).rglob("*.py")]
    files += [_ROOT / f"{name}.py" for name in _MODULES]
    files += [path for folder in _DATA for path in (_ROOT / "data" / folder).rglob("*.toml")]
    named = sorted((path.relative_to(_ROOT).as_posix(), path) for path in files if path.exists())
    return content_key(*(part for name, path in named for part in (name, path.read_text(encoding="utf-8"))))
