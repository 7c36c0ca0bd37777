"""From trained weights to the ONNX file that ships (training time only: torch, onnx)."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path
from typing import Any

from auditor.classify.train_encoder import base_folder


def export(network: Any, path: Path, *, tokenizer: bool = True) -> Path:
    """Write ``path`` (weights in eight bits) and beside it the tokenizer.

    The graph has two outputs: ``logits`` (1 x 7) and ``given`` (1 x tokens x 7), what each token gave to each logit;
    the head is linear on the mean of the text's states, so that the given add up to the logits but for the bias.
    """
    with tempfile.TemporaryDirectory() as folder:
        plain = export_plain(network, Path(folder) / "plain.onnx")
        shrink(plain, path)
    if tokenizer:
        shutil.copyfile(base_folder() / "tokenizer.json", path.parent / "tokenizer.json")
    return path


def export_plain(network: Any, path: Path) -> Path:
    """The graph with weights in 32 bit, attention and normalisation fused."""
    import torch
    from onnxruntime.transformers import optimizer
    from onnxruntime.transformers.fusion_options import FusionOptions

    network.bert.set_attn_implementation("eager")

    class Shipped(torch.nn.Module):  # type: ignore[misc]
        def __init__(self) -> None:
            super().__init__()
            self.network = network

        def forward(self, ids: Any, kinds: Any) -> Any:
            mask = torch.ones_like(ids)
            bert = self.network.bert
            states = bert(input_ids=ids, token_type_ids=kinds, attention_mask=mask).last_hidden_state
            own = (1 - kinds).unsqueeze(-1).to(states.dtype)
            given = states @ self.network.head.weight.T * own / own.sum(1, keepdim=True)
            return given.sum(1) + self.network.head.bias, given

    network.eval()
    sample = torch.randint(1000, 2000, (1, 24))
    kinds = torch.ones_like(sample)
    kinds[:, :12] = 0
    raw = path.with_suffix(".raw.onnx")
    torch.onnx.export(
        Shipped(),
        (sample, kinds),
        str(raw),
        input_names=["ids", "kinds"],
        output_names=["logits", "given"],
        dynamic_axes={"ids": {1: "n"}, "kinds": {1: "n"}, "given": {1: "n"}},
        opset_version=17,
        dynamo=False,
    )
    options = FusionOptions("bert")
    options.enable_embed_layer_norm = False
    fused = optimizer.optimize_model(
        str(raw), model_type="bert", num_heads=12, hidden_size=384, optimization_options=options, opt_level=0
    )
    fused.save_model_to_file(str(path))
    return path


def shrink(plain: Path, path: Path) -> None:
    """Weights stored in eight bits (a scale a column, for embeddings a scale a row), arithmetic in 32 bit.

    Quantising the activations too would be twice as fast and cost 0.7 points of macro-F1, and its scales depend on the
    processor. Here the weights are widened once, when the session is made; no number depends on a neighbour.
    """
    import numpy as np
    import onnx
    from onnx import helper, numpy_helper

    model = onnx.load(str(plain))
    graph = model.graph
    gathered = {node.input[0] for node in graph.node if node.op_type == "Gather"}
    widened = []
    for stored in list(graph.initializer):
        value = numpy_helper.to_array(stored)
        if value.ndim != 2 or value.size < 20_000 or value.dtype != np.float32:
            continue
        axis = 1 if stored.name in gathered else 0
        scale = np.maximum(np.abs(value).max(axis=axis, keepdims=True) / 127, 1e-12).astype(np.float32)
        small = np.round(value / scale).astype(np.int8)
        graph.initializer.remove(stored)
        name = stored.name
        graph.initializer.append(numpy_helper.from_array(small, f"{name}_small"))
        graph.initializer.append(numpy_helper.from_array(scale, f"{name}_scale"))
        widened.append(helper.make_node("Cast", [f"{name}_small"], [f"{name}_wide"], to=onnx.TensorProto.FLOAT))
        widened.append(helper.make_node("Mul", [f"{name}_wide", f"{name}_scale"], [name]))
    for number, node in enumerate(widened):
        graph.node.insert(number, node)
    onnx.save(model, str(path))
