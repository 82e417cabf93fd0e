"""Reads the results of `bench/ablations` and prints bits per byte of each run, and what each thing changed is worth.

    python bench/peers/ablations_table.py target/ablations
"""

import json
import sys
from pathlib import Path

RUNS = [
    ("recipe", "the recipe as it is"),
    ("adamw", "AdamW instead of Muon"),
    ("constant-rate", "a constant rate to the end instead of a cool-down"),
    ("no-qk-norm", "no norm of queries and keys"),
    ("relu2", "ReLU² instead of SiLU in the gated MLP"),
    ("random-init", "output projections drawn at random instead of zero"),
    ("peers-tokens", "the recipe, with as many tokens as PyTorch had time for"),
]

folder = Path(sys.argv[1])
peer = json.load(open(folder / "peer.json"))
rows = []
for run, words in RUNS:
    model = next(m for m in json.load(open(folder / f"{run}.json")) if m["kind"] == "model")
    totals = model["metrics"]["totals"]
    rows.append((words, totals["tokens"], totals["validation"]["bits_per_byte"]))
    if sum(group["bytes"] for group in totals["validation"]["groups"]) != sum(
        group["bytes"] for group in peer["groups"].values()
    ):
        sys.exit(f"{run} and the peer's were not measured on the same text")
rows.append((f"{peer['peer']} ({peer['mode']}, lr {peer['lr']})", peer["tokens"], peer["bits_per_byte"]))

best = rows[0][2]
print(f"{peer['minutes']:.1f} minutes each, {peer['parameters']:,} parameters in PyTorch's\n")
print("| | tokens | bits per byte | against the recipe |\n|---|--:|--:|--:|")
for words, tokens, bits in rows:
    print(f"| {words} | {tokens:,} | {bits:.4f} | {100 * (bits / best - 1):+.1f} % |")
