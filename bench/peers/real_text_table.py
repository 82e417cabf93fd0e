"""Reads the results of `bench/real_text` and prints bits per byte of ours and the peer's by source."""

import sys

import results

peer = results.peer(sys.argv[2])
model, totals, ours = results.ours(sys.argv[1], peer)
validation = totals["validation"]

# The totals' seconds go on through the last validation; training ended with the budget.
minutes = model["config"]["training"]["budget"]["minutes"]
print("| | gensen | PyTorch |\n|---|--:|--:|")
for name, mine, theirs in [
    ("parameters", f"{model['metrics']['parameters']:,}", f"{peer['parameters']:,}"),
    ("minutes", f"{minutes:.1f}", f"{peer['minutes']:.1f}"),
    ("tokens", f"{totals['tokens']:,}", f"{peer['tokens']:,}"),
    ("tokens/s", f"{totals['tokens'] / (60 * minutes):.0f}", f"{peer['tokens_per_s']:.0f}"),
]:
    print(f"| {name} | {mine} | {theirs} |")
print("\n| bits per byte | held-out bytes | gensen | PyTorch | difference |\n|---|--:|--:|--:|--:|")
rows = [(name, group["bytes"], group["bits_per_byte"], peer["groups"][name]["bits_per_byte"])
        for name, group in ours.items()]
held_out = sum(group["bytes"] for group in ours.values())
rows.append(("all", held_out, validation["bits_per_byte"], peer["bits_per_byte"]))
for name, size, mine, theirs in rows:
    print(f"| {name} | {size:,} | {mine:.4f} | {theirs:.4f} | {100 * (mine / theirs - 1):+.1f} % |")
wins = sum(mine < theirs for _, _, mine, theirs in rows[:-1])
print(f"\ngensen is below {peer['peer']} ({peer['mode']}, lr {peer['lr']}) on {wins} of {len(rows) - 1} sources")
