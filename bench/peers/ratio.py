"""Reads the JSON lines of a benchmark run and prints our tokens/s over the best of the peer's."""

import json
import sys

ours, peers = [], []
for line in open(sys.argv[1]):
    record = json.loads(line)
    if "ours" in record and record["optimizer"] == "Adamw":
        ours.append(record["tokens_per_s"])
    elif "peer" in record:
        peers.append((record["tokens_per_s"], record["mode"]))

best, mode = max(peers)
mean = sum(ours) / len(ours)
print(f"gensen {mean:.0f} tokens/s (runs: {ours}), PyTorch {best:.0f} ({mode}): {mean / best:.2f}x")
