"""Reads the results of `bench/ablations` and prints bits per byte of each run, and what each thing changed is worth.

    python bench/peers/ablations_table.py target/ablations
"""

import sys
from pathlib import Path

import results

RUNS = [
    ("recipe", "the recipe as it is"),
    ("other-seed", "the same with another seed"),
    ("adamw", "AdamW instead of Muon"),
    ("constant-rate", "a constant rate to the end instead of a cool-down"),
    ("no-qk-norm", "no norm of queries and keys"),
    ("relu2", "ReLU² instead of SiLU in the gated MLP"),
    ("random-init", "output projections drawn at random instead of zero"),
    ("peers-tokens", "the recipe, with as many tokens as PyTorch had time for"),
]

folder = Path(sys.argv[1])
peer = results.peer(folder / "peer.json")
rows = []
for run, words in RUNS:
    model, totals, _ = results.ours(folder / f"{run}.json", peer)
    rows.append((words, model["metrics"]["parameters"], totals["tokens"], totals["validation"]["bits_per_byte"]))
name = f"{peer['peer']} ({peer['mode']}, lr {peer['lr']})"
rows.append((name, peer["parameters"], peer["tokens"], peer["bits_per_byte"]))

base = rows[0][-1]
print(f"{peer['minutes']:.1f} minutes each, but for the recipe with the tokens of PyTorch\n")
print("| | parameters | tokens | bits per byte | against the recipe |\n|---|--:|--:|--:|--:|")
for words, parameters, tokens, bits in rows:
    print(f"| {words} | {parameters:,} | {tokens:,} | {bits:.4f} | {100 * (bits / base - 1):+.1f} % |")
