"""The language of a text."""

from __future__ import annotations

import subprocess
import sys

import pytest

from whoholds.errors import StoreError
from whoholds.text import language
from whoholds.text.language import find_language, language_name


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("The city fell to the rebels, who have held it for a week.", "en"),
        ("Taliban seize Kunduz and Sar-e Pol as fighting rages in Afghanistan", "en"),
        ("Die Islamisten haben am Sonntag auch die Stadt Kundus erobern können.", "de"),
        ("Les rebelles ont pris la ville dimanche après de violents combats avec l'armée.", "fr"),
        ("Російські війська відступили з міста після важких боїв на околицях.", "uk"),
        ("Российские войска отошли из города после тяжёлых боёв на окраинах.", "ru"),
        ("سيطرت القوات على المدينة بعد قتال عنيف استمر عدة أيام", "ar"),
        ("Hæren siger, at to soldater er døde i en by, og at de vil have hjælp for at holde den.", "da"),
        ("De regering zegt dat de politie er was of het leger, had of has, en het been was gebroken.", "nl"),
        ("Kabul", "und"),
        ("12 34 56 78 90 12 34 56 78 90", "und"),
        ("", "und"),
    ],
)
def test_language(text: str, code: str) -> None:
    assert find_language(text) == code


def test_names() -> None:
    assert language_name("uk") == "Ukrainian"
    assert language_name("xx") == "xx"


def test_the_model_is_not_loaded_at_import() -> None:
    program = "import sys, whoholds.text.language; sys.exit('py3langid' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0


def test_a_full_temporary_folder_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """The model has to be unpacked; where that fails one sentence says where and what to do."""

    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    language._model.cache_clear()
    monkeypatch.setattr("shutil.copyfileobj", full)
    with pytest.raises(StoreError, match=r"No space left on device.*TMPDIR"):
        find_language("Kämpfer haben die Stadt am Sonntag eingenommen, teilte die Polizei mit.")
    monkeypatch.undo()
    assert find_language("Kämpfer haben die Stadt am Sonntag eingenommen, teilte die Polizei mit.") == "de"
