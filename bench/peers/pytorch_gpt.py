"""The peer of our trainer: a plain Llama-style model in PyTorch with AdamW.

Measures training tokens/s in each mode that PyTorch offers on this machine and prints one JSON
line a mode:

    python bench/peers/pytorch_gpt.py --modes eager-f32,compile-f32,eager-bf16,compile-bf16
"""

import argparse
import json
import statistics
import time

import torch
import torch.nn as nn
import torch.nn.functional as F


class RMSNorm(nn.Module):
    def __init__(self, dim):
        super().__init__()
        self.weight = nn.Parameter(torch.ones(dim))

    def forward(self, x):
        return F.rms_norm(x, self.weight.shape, self.weight, 1e-5)


class Block(nn.Module):
    def __init__(self, dim, heads, hidden):
        super().__init__()
        self.heads = heads
        self.norm1, self.norm2 = RMSNorm(dim), RMSNorm(dim)
        self.qkv = nn.Linear(dim, 3 * dim, bias=False)
        self.out = nn.Linear(dim, dim, bias=False)
        self.gate_up = nn.Linear(dim, 2 * hidden, bias=False)
        self.down = nn.Linear(hidden, dim, bias=False)

    def forward(self, x, cos, sin):
        b, t, d = x.shape
        q, k, v = self.qkv(self.norm1(x)).view(b, t, 3, self.heads, d // self.heads).unbind(2)
        q, k = rotate(q, cos, sin), rotate(k, cos, sin)
        q, k, v = (z.transpose(1, 2) for z in (q, k, v))
        y = F.scaled_dot_product_attention(q, k, v, is_causal=True)
        x = x + self.out(y.transpose(1, 2).reshape(b, t, d))
        gate, up = self.gate_up(self.norm2(x)).chunk(2, dim=-1)
        return x + self.down(F.silu(gate) * up)


def rotate(x, cos, sin):
    a, b = x.chunk(2, dim=-1)
    return torch.cat((a * cos - b * sin, b * cos + a * sin), dim=-1).to(x.dtype)


class GPT(nn.Module):
    def __init__(self, vocab, dim, layers, heads, hidden, context, tied=False):
        super().__init__()
        self.embed = nn.Embedding(vocab, dim)
        self.blocks = nn.ModuleList(Block(dim, heads, hidden) for _ in range(layers))
        self.norm = RMSNorm(dim)
        self.head = nn.Linear(dim, vocab, bias=False)
        for name, p in self.named_parameters():
            if p.dim() == 2:
                std = 0.02 / (2 * layers) ** 0.5 if name.endswith(("out.weight", "down.weight")) else 0.02
                nn.init.normal_(p, std=std)
        if tied:
            self.head.weight = self.embed.weight
        half = dim // heads // 2
        angle = torch.arange(context)[:, None] * 10000.0 ** (-torch.arange(half) / half)
        self.register_buffer("cos", angle.cos()[:, None, :])
        self.register_buffer("sin", angle.sin()[:, None, :])

    def forward(self, ids, targets):
        x = self.embed(ids)
        t = ids.shape[1]
        for block in self.blocks:
            x = block(x, self.cos[:t], self.sin[:t])
        logits = self.head(self.norm(x))
        return F.cross_entropy(logits.float().flatten(0, 1), targets.flatten(), ignore_index=-1)


def measure(args, mode):
    torch.manual_seed(0)
    if hasattr(torch, "_dynamo"):
        torch._dynamo.reset()
    model = GPT(args.vocab, args.dim, args.layers, args.heads, args.hidden, args.context)
    parameters = sum(p.numel() for p in model.parameters())
    optimizer = torch.optim.AdamW(model.parameters(), lr=1e-3, fused=True)
    forward = torch.compile(model) if mode.startswith("compile") else model
    autocast = torch.autocast("cpu", torch.bfloat16, enabled=mode.endswith("bf16"))
    times = []
    for step in range(args.warmup + args.steps):
        ids = torch.randint(args.vocab, (args.batch, args.context + 1))
        start = time.perf_counter()
        with autocast:
            loss = forward(ids[:, :-1], ids[:, 1:])
        loss.backward()
        optimizer.step()
        optimizer.zero_grad(set_to_none=True)
        if step >= args.warmup:
            times.append(time.perf_counter() - start)
    seconds = statistics.median(times)
    tokens = args.batch * args.context
    print(json.dumps({
        "peer": f"PyTorch {torch.__version__}", "mode": mode, "parameters": parameters,
        "tokens_per_s": round(tokens / seconds, 1), "step_s": round(seconds, 4),
        "threads": torch.get_num_threads(), "cpu": torch.backends.cpu.get_cpu_capability(),
    }), flush=True)


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("--modes", default="eager-f32,compile-f32,eager-bf16,compile-bf16")
    for name, value in dict(vocab=8192, dim=384, layers=6, heads=6, hidden=1024, context=512,
                            batch=16, warmup=2, steps=5, threads=2).items():
        p.add_argument(f"--{name}", type=int, default=value)
    p.add_argument("--flush-denormal", action="store_true")
    args = p.parse_args()
    torch.set_num_threads(args.threads)
    torch.set_flush_denormal(args.flush_denormal)
    for mode in args.modes.split(","):
        measure(args, mode)


if __name__ == "__main__":
    main()
