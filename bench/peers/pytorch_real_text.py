"""The peer on real text: a plain GPT in PyTorch with AdamW, as nanoGPT trains it, on our shards.

Trains for so many minutes on random blocks of the training stream, with the size of the model in
`--like`, then scores the validation documents in the windows in which ours are scored. Compilation
is over before the clock starts. Prints one JSON line:

    python bench/peers/pytorch_real_text.py --shards SHARDS --like MODEL --minutes 30
"""

import argparse
import json
import math
import os
import sys
import time
from collections import defaultdict
from pathlib import Path

import numpy as np
import torch
import torch.nn as nn
import torch.nn.functional as F

IGNORED = -100
WARM_UP = 0.02  # as a share of the time
NO_SEPARATOR = 2**32 - 1


class Shards:
    """A split of our tokenised documents, memory-mapped; crates/train/src/shards tells the format."""

    def __init__(self, folder, split):
        path = folder / f"{split}.tokens"
        with open(path, "rb") as file:
            head = file.read(128)
        word = lambda at: int.from_bytes(head[at:at + 4], "little")
        long = lambda at: int.from_bytes(head[at:at + 8], "little")
        width, self.vocabulary, self.separator = word(12), word(16), word(20)
        tokens, documents = long(24), long(32)
        if head[:8] != b"GENSHARD" or word(8) != 1:
            sys.exit(f"{path}: not a shard file of format 1")
        if word(40) != 0 or self.separator == NO_SEPARATOR:
            sys.exit(f"{path}: not shards for pre-training: these have a separator and no loss mask")
        if width not in (2, 4) or path.stat().st_size != 128 + tokens * width:
            sys.exit(f"{path}: the header does not fit the file's size")
        self.tokens = np.memmap(path, dtype=f"<u{width}", mode="r", offset=128, shape=(tokens,))
        with open(folder / f"{split}.documents.jsonl", encoding="utf-8") as table:
            self.documents = [json.loads(line) for line in table]
        if len(self.documents) != documents or sum(d["length"] for d in self.documents) != tokens:
            sys.exit(f"{path}: the document table does not fit the tokens")

    def blocks(self, random, count, context):
        """Random stretches of the stream, across documents: inputs and targets `(count, context)`."""
        starts = random.integers(len(self.tokens) - context, size=count)
        block = self.tokens[starts[:, None] + np.arange(context + 1)].astype(np.int64)
        return torch.from_numpy(block[:, :-1]), torch.from_numpy(block[:, 1:])

    def windows(self, context):
        """`(document, inputs, targets)` of each whole context of a document, and of its rest."""
        for document in self.documents:
            start = document["offset"]
            ids = self.tokens[start:start + document["length"]].astype(np.int64)
            # After its last token a document predicts the separator, which stands for no text.
            targets = np.append(ids[1:], IGNORED)
            for at in range(0, len(ids), context):
                yield document, ids[at:at + context], targets[at:at + context]


class Block(nn.Module):
    def __init__(self, width, heads, hidden):
        super().__init__()
        self.heads = heads
        self.norm1, self.norm2 = nn.LayerNorm(width, bias=False), nn.LayerNorm(width, bias=False)
        self.qkv = nn.Linear(width, 3 * width, bias=False)
        self.out = nn.Linear(width, width, bias=False)
        self.up = nn.Linear(width, hidden, bias=False)
        self.down = nn.Linear(hidden, width, bias=False)

    def forward(self, x):
        b, t, d = x.shape
        q, k, v = self.qkv(self.norm1(x)).view(b, t, 3, self.heads, d // self.heads).unbind(2)
        q, k, v = (z.transpose(1, 2) for z in (q, k, v))
        y = F.scaled_dot_product_attention(q, k, v, is_causal=True)
        x = x + self.out(y.transpose(1, 2).reshape(b, t, d))
        return x + self.down(F.gelu(self.up(self.norm2(x))))


class GPT(nn.Module):
    def __init__(self, vocabulary, context, width, layers, heads, hidden):
        super().__init__()
        self.embed = nn.Embedding(vocabulary, width)
        self.positions = nn.Embedding(context, width)
        self.blocks = nn.ModuleList(Block(width, heads, hidden) for _ in range(layers))
        self.norm = nn.LayerNorm(width, bias=False)
        self.head = nn.Linear(width, vocabulary, bias=False)
        for name, p in self.named_parameters():
            if p.dim() == 2:
                is_last = name.endswith(("out.weight", "down.weight"))
                nn.init.normal_(p, std=0.02 / math.sqrt(2 * layers) if is_last else 0.02)
        self.head.weight = self.embed.weight

    def forward(self, ids, targets):
        """Nats of each target `(B × T)`."""
        x = self.embed(ids) + self.positions.weight[:ids.shape[1]]
        for block in self.blocks:
            x = block(x)
        logits = self.head(self.norm(x))
        return F.cross_entropy(logits.float().flatten(0, 1), targets.flatten(),
                               ignore_index=IGNORED, reduction="none")

    def count(self):
        return sum(p.numel() for p in self.parameters())


def model_like(folder, shards, context):
    """A GPT of the width, layers and heads of the model in `folder`, and at least its parameters."""
    config = json.loads((folder / "config.json").read_text())
    parameters = json.loads((folder / "manifest.json").read_text())["metrics"]["parameters"]
    width, layers = config["hidden_size"], config["num_hidden_layers"]
    hidden = 4 * width
    with torch.device("meta"):
        smallest = GPT(shards.vocabulary, context, width, layers, config["num_attention_heads"], hidden)
    missing = max(0, parameters - smallest.count())
    # The two kinds of block differ by a few per cent: the MLP makes up for what is missing.
    hidden += 32 * math.ceil(missing / (32 * 2 * width * layers))
    return GPT(shards.vocabulary, context, width, layers, config["num_attention_heads"], hidden)


def adamw(model, lr):
    """Matrices decay, as usual; norms do not."""
    matrices = [p for p in model.parameters() if p.dim() >= 2]
    others = [p for p in model.parameters() if p.dim() < 2]
    groups = [{"params": matrices, "weight_decay": 0.1}, {"params": others, "weight_decay": 0.0}]
    return torch.optim.AdamW(groups, lr=lr, betas=(0.9, 0.95), fused=True)


def rate(share):
    """Linear warm-up, then half a cosine wave down to 0, as ours ends at 0."""
    if share < WARM_UP:
        return share / WARM_UP
    return 0.5 * (1 + math.cos(math.pi * min(1.0, (share - WARM_UP) / (1 - WARM_UP))))


def train(model, shards, args, autocast):
    """Returns steps done and seconds used."""
    optimizer = adamw(model, args.lr)
    forward = torch.compile(model) if args.compile else model
    random = np.random.default_rng(args.seed)
    passes = args.tokens_per_step // (args.context * args.rows_per_pass)

    def gradients():
        total = 0.0
        for _ in range(passes):
            ids, targets = shards.blocks(random, args.rows_per_pass, args.context)
            with autocast:
                loss = forward(ids, targets).mean() / passes
            loss.backward()
            total += loss.item()
        return total

    gradients()  # compiles, and allocates what is used ever after
    model.zero_grad(set_to_none=True)
    steps, told, started, seconds, budget = 0, 0.0, time.perf_counter(), 0.0, 60 * args.minutes
    while seconds < budget:
        # The rate is that in the middle of the step; the first one's length is not known yet.
        middle = seconds * (1 + 0.5 / steps) if steps else 1.0
        for group in optimizer.param_groups:
            group["lr"] = args.lr * rate(middle / budget)
        loss = gradients()
        torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimizer.step()
        optimizer.zero_grad(set_to_none=True)
        steps += 1
        seconds = time.perf_counter() - started
        if seconds - told > 10:
            told = seconds
            speed = steps * args.tokens_per_step / seconds
            print(f"peer      {seconds:.0f}/{budget:.0f} seconds  step {steps}"
                  f"  loss {loss:.3f} · {speed:.0f} tok/s", file=sys.stderr, flush=True)
    return steps, seconds


@torch.no_grad()
def validate(model, shards, args, autocast):
    """Nats and bytes by language and source. A document's bytes are those of all of its tokens."""
    sums = defaultdict(lambda: [0.0, 0])
    name = lambda document: f"{document['lang']} {document['source']}"
    for document in shards.documents:
        sums[name(document)][1] += document["bytes"]
    # Windows of like length share a batch; what is padded on the right changes nothing before it.
    windows = sorted(shards.windows(args.context), key=lambda window: len(window[1]))
    for first in range(0, len(windows), args.rows_per_pass):
        batch = windows[first:first + args.rows_per_pass]
        longest = len(batch[-1][1])
        ids = torch.zeros(len(batch), longest, dtype=torch.long)
        targets = torch.full_like(ids, IGNORED)
        for row, (_, inputs, wanted) in enumerate(batch):
            ids[row, :len(inputs)] = torch.from_numpy(inputs)
            targets[row, :len(wanted)] = torch.from_numpy(wanted)
        with autocast:
            nats = model(ids, targets).view(ids.shape).sum(1, dtype=torch.float64).tolist()
        for (document, _, _), lost in zip(batch, nats):
            sums[name(document)][0] += lost
    return dict(sums)


def has_bf16_units():
    """Whether the processor multiplies bf16; elsewhere autocast only costs time."""
    try:
        flags = set(Path("/proc/cpuinfo").read_text().split())
    except OSError:
        return False
    return bool(flags & {"avx512_bf16", "amx_bf16"})


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("--shards", type=Path, required=True, help="folder of our shards `train` and `valid`")
    p.add_argument("--like", type=Path, required=True, help="folder of our model, for its size")
    p.add_argument("--minutes", type=float, default=30)
    p.add_argument("--lr", type=float, default=1e-3)
    p.add_argument("--precision", choices=["auto", "bf16", "f32"], default="auto")
    p.add_argument("--compile", action="store_true")
    p.add_argument("--skip-validation", action="store_true", help="measure speed only")
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    for name, value in dict(rows_per_pass=4, threads=cores, seed=1).items():
        p.add_argument(f"--{name.replace('_', '-')}", type=int, default=value)
    args = p.parse_args()
    # Windows and steps are those of the model that it is set beside.
    ours = json.loads((args.like / "manifest.json").read_text())["config"]["training"]
    args.context, args.tokens_per_step = ours["context"], ours["tokens_per_step"]
    if args.tokens_per_step % (args.context * args.rows_per_pass):
        p.error("the steps of --like are not a multiple of its context times --rows-per-pass")
    torch.set_num_threads(args.threads)
    torch.set_flush_denormal(True)
    torch.manual_seed(args.seed)

    shards = Shards(args.shards, "train")
    model = model_like(args.like, shards, args.context)
    bf16 = args.precision == "bf16" or (args.precision == "auto" and has_bf16_units())
    autocast = torch.autocast("cpu", torch.bfloat16, enabled=bf16)
    steps, seconds = train(model, shards, args, autocast)
    tokens = steps * args.tokens_per_step
    result = {
        "peer": f"PyTorch {torch.__version__}",
        "mode": f"{'compile' if args.compile else 'eager'}-{'bf16' if bf16 else 'f32'}",
        "parameters": model.count(), "minutes": round(seconds / 60, 2), "tokens": tokens,
        "tokens_per_s": round(tokens / seconds, 1), "threads": args.threads, "lr": args.lr,
    }
    if not args.skip_validation:
        sums = validate(model, Shards(args.shards, "valid"), args, autocast)
        nats, size = (sum(column) for column in zip(*sums.values()))
        per_byte = lambda nats, size: round(nats / math.log(2) / size, 4)
        result["bits_per_byte"] = per_byte(nats, size)
        result["groups"] = {name: {"bits_per_byte": per_byte(*one), "bytes": one[1]}
                            for name, one in sorted(sums.items())}
    print(json.dumps(result, ensure_ascii=False), flush=True)


if __name__ == "__main__":
    main()
