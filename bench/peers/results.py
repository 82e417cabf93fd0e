"""The results of runs on real text, as `bench/real_text` and `bench/ablations` leave them."""

import json
import sys


def peer(path):
    """The peer's JSON line."""
    return json.load(open(path))


def ours(path, peer):
    """Our model's manifest, its totals, and its validation by source, which must be of the peer's text."""
    model = next(manifest for manifest in json.load(open(path)) if manifest["kind"] == "model")
    totals = model["metrics"]["totals"]
    groups = {f"{group['lang']} {group['source']}": group for group in totals["validation"]["groups"]}
    if sizes(groups) != sizes(peer["groups"]):
        sys.exit(f"{path}: ours and the peer's were not measured on the same text")
    return model, totals, groups


def sizes(groups):
    return {name: group["bytes"] for name, group in groups.items()}
