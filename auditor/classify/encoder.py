"""The encoder: all-MiniLM-L6-v2 fine-tuned on labelled copy, as ONNX with eight-bit weights, run unit by unit.

Dynamic quantisation scales depend on the whole tensor, so a unit is never padded nor run beside another one:
its numbers depend on itself alone.
"""

from __future__ import annotations

import threading
from pathlib import Path

import numpy as np
import numpy.typing as npt
import onnxruntime
from tokenizers import Tokenizer

from auditor.classify.inputs import CAPS, CLS, SEP, view
from auditor.classify.spans import words_with_places
from auditor.model import Item

Floats = npt.NDArray[np.float32]


class EncoderModel:
    """Seven logits for an item, and what every token of its text gave to each of them."""

    def __init__(self, model: Path, tokenizer: Path) -> None:
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        options.inter_op_num_threads = 1
        options.execution_mode = onnxruntime.ExecutionMode.ORT_SEQUENTIAL
        options.log_severity_level = 3
        self._session = onnxruntime.InferenceSession(str(model), options, providers=["CPUExecutionProvider"])
        self._tokenizer = Tokenizer.from_file(str(tokenizer))
        self._tokenizer.no_padding()
        self._tokenizer.no_truncation()
        # one memory a thread: pages are labelled on several, and an item's words must not meet another item's pulls
        self._memory = threading.local()

    def logits(self, item: Item) -> Floats:
        """The seven logits of an item."""
        parts = view(item)
        codes = [self._tokenizer.encode(part, add_special_tokens=False) for part in parts]
        text = codes[0].ids[: CAPS[0]]
        ids = [CLS, *text, SEP]
        own = len(ids)
        for code, cap, tail in zip(codes[1:], CAPS[1:], (True, False, False), strict=True):
            ids += [*(code.ids[-cap:] if tail else code.ids[:cap]), SEP]
        kinds = np.ones((1, len(ids)), dtype=np.int64)
        kinds[0, :own] = 0
        logits, given = self._session.run(None, {"ids": np.array([ids], dtype=np.int64), "kinds": kinds})
        self._memory.last = (item, given[0, 1 : own - 1], [(start, end) for start, end in codes[0].offsets[: CAPS[0]]])
        result: Floats = logits[0]
        return result

    def word_pull(self, item: Item, label: int) -> list[tuple[int, int, float]]:
        """How much each word of the text gave to a label beyond what it gave to the others: start, end, pull."""
        if getattr(self._memory, "last", (None,))[0] is not item:
            self.logits(item)
        _, given, places = self._memory.last
        margins = given[:, label] - (given.sum(axis=1) - given[:, label]) / (given.shape[1] - 1)
        text = view(item)[0]
        pulls = [0.0] * len(text)
        for (start, end), margin in zip(places, margins, strict=True):
            if end > start:
                pulls[start] += float(margin)
        # The view squeezes white space: words are matched in order between the view and the exact text.
        exact, seen = words_with_places(item.text), words_with_places(text)
        return [(a, b, sum(pulls[c:d])) for (a, b), (c, d) in zip(exact, seen, strict=False)]
