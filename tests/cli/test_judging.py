"""`judge` and `judgements`: verdicts are recorded, count, and can be taken back."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from running import rows, run_command


@pytest.fixture
def claim(own: Path) -> dict[str, Any]:
    """A claim that Kunduz is the Taliban's."""
    found = rows(run_command("claims", "--place", "Kunduz", "--json", "--db", own))
    return next(one for one in found if one["actor"] == "Taliban" and one["published"] == "2021-08-08")


def now(own: Path, claim: dict[str, Any]) -> dict[str, Any]:
    """The claim as it stands now."""
    (found,) = [one for one in rows(run_command("claims", "--json", "--db", own)) if one["id"] == claim["id"]]
    return found


def test_a_rejected_claim_is_kept_and_marked_and_can_be_reset(own: Path, claim: dict[str, Any]) -> None:
    """By the first letters of its id; the ledger keeps both judgements."""
    ran = run_command(
        "judge", claim["id"][:8], "reject", "--reason", "wrong town", "--by", "analyst", "--db", own
    )
    assert ran.exit_code == 0
    assert f"judge {claim['id'][:8]} undo" in ran.stderr
    assert now(own, claim)["judged"] == "reject"
    why = run_command("why", "Kunduz", "--on", "2021-08-09", "--db", own).stdout
    assert "Set aside" in why
    run_command("judge", claim["id"], "reset", "--reason", "it was right", "--db", own)
    assert now(own, claim)["judged"] is None
    kept = rows(run_command("judgements", "--json", "--db", own))
    assert [(one["verdict"], one["by"], one["reason"]) for one in kept] == [
        ("reject", "analyst", "wrong town"),
        ("reset", None, "it was right"),
    ]
    assert "wrong town" in run_command("judgements", "--db", own).stdout


def test_an_amended_claim_has_the_new_values(own: Path, claim: dict[str, Any]) -> None:
    """Place, days and actor; its quotation stays."""
    values = (
        "--place",
        "Aybak",
        "--start",
        "2021-08-07",
        "--end",
        "2021-08-07",
        "--actor",
        "Northern militia",
    )
    ran = run_command("judge", claim["id"], "amend", *values, "--reason", "another town", "--db", own)
    assert ran.exit_code == 0, ran.stderr
    found = now(own, claim)
    assert found["place_id"] == "gn:1127768"
    assert (found["start"], found["end"], found["actor"]) == ("2021-08-07", "2021-08-07", "Northern militia")
    assert found["quote"] == claim["quote"]
    run_command("judge", claim["id"], "reset", "--reason", "no", "--db", own)
    assert now(own, claim) == claim


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("amend", "--reason", "r"), 2),
        (("accept", "--reason", "r", "--place", "Aybak"), 2),
        (("accept",), 2),
        (("praise", "--reason", "r"), 2),
        (("accept", "--reason", ""), 2),
        (("accept", "--reason", "  "), 2),
        (("undo", "--reason", "r"), 2),
        (("amend", "--reason", "r", "--start", "soon"), 2),
        (("amend", "--reason", "r", "--start", "2021-08-09", "--end", "2021-08-08"), 2),
        (("amend", "--reason", "r", "--start", "2021-10-01", "--end", "2021-10-02"), 2),
        (("amend", "--reason", "r", "--place", "Kunduzz"), 5),
        (("amend", "--reason", "r", "--claimer", ""), 2),
    ],
)
def test_what_is_wrong_is_not_recorded(
    own: Path, claim: dict[str, Any], words: tuple[str, ...], code: int
) -> None:
    """What is wrong with the options ends with 2, an unknown place with 5."""
    ran = run_command("judge", claim["id"], *words, "--db", own)
    assert (ran.exit_code, ran.stdout) == (code, "")
    assert rows(run_command("judgements", "--json", "--db", own)) == []


def test_amendments_add_up_and_are_undone_one_by_one(own: Path, claim: dict[str, Any]) -> None:
    """Each starts from the claim as it stands; accept keeps it; undo goes one step back."""

    def judge(*words: str) -> dict[str, Any]:
        ran = run_command("judge", claim["id"], *words, "--reason", "r", "--db", own)
        assert ran.exit_code == 0, ran.stderr
        return now(own, claim)

    placed = judge("amend", "--place", "Aybak")
    assert (placed["place_id"], placed["end"]) == ("gn:1127768", claim["end"])
    dated = judge("amend", "--start", "2021-08-07")
    assert (dated["place_id"], dated["start"], dated["end"]) == ("gn:1127768", "2021-08-07", claim["end"])
    accepted = judge("accept")
    assert accepted == {**dated, "judged": "accept"}
    assert "amended by an analyst" in run_command("claims", "--place", "Aybak", "--db", own).stdout
    assert judge("undo") == dated
    assert judge("undo") == placed
    assert judge("undo") == claim


def test_an_unknown_place_names_near_spellings(own: Path, claim: dict[str, Any]) -> None:
    """One sentence, and what may have been meant."""
    ran = run_command("judge", claim["id"], "amend", "--place", "Kunduzz", "--reason", "r", "--db", own)
    assert ran.stderr.startswith("No place called 'Kunduzz' is known. Did you mean Kunduz")
    assert ran.stderr.count("\n") == 1


def test_an_unknown_claim_is_not_found(own: Path) -> None:
    """Exit code 5."""
    assert run_command("judge", "ffffffffffff", "accept", "--reason", "r", "--db", own).exit_code == 5
