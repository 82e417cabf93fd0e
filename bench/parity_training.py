"""Does training go the same way as in PyTorch, from the same weights, on the same data?

A Llama of model A's shape (16.9 M parameters) is made with transformers and trained by both for the same steps
of AdamW on the bytes of a text, in f32 and in bf16. Compares the losses step by step; exits with 1 if a loss in f32
is off by more than 1e-3, or if the mean of the last fifty in bf16 is off by more than 1e-2.

Training multiplies whatever rounding sets apart, the more the higher the rate: at 0.001 and without a warm-up, ours and
PyTorch's are 6e-6 apart after sixty steps and 3e-2 after two hundred, so the default is a lower rate. How much of it is
rounding, a second run of PyTorch in f32 tells, whose attention alone adds up in another order.

    cargo build --release -p train --example curve
    python bench/parity_training.py TEXT [--steps 200] [--lr 0.0003]

Needs torch and transformers, and a text of half a megabyte or more.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile

import numpy as np
import torch
from transformers import LlamaConfig, LlamaForCausalLM

SEQUENCES, CONTEXT = 4, 512


def make(folder):
    torch.manual_seed(0)
    config = LlamaConfig(vocab_size=8192, hidden_size=384, intermediate_size=1024, num_hidden_layers=6,
                         num_attention_heads=6, num_key_value_heads=6, max_position_embeddings=CONTEXT,
                         rms_norm_eps=1e-5, rope_theta=10000.0, tie_word_embeddings=False)
    LlamaForCausalLM(config).save_pretrained(folder)


def clip(parameters, limit):
    """Scales gradients by limit / norm. PyTorch's own adds 1e-6 to the norm: enough to part two runs within forty steps."""
    norm = torch.sqrt(sum((p.grad.double() ** 2).sum() for p in parameters))
    if norm > limit:
        for p in parameters:
            p.grad.mul_(float(limit / norm))


def peer(folder, ids, args, precision, attention="sdpa"):
    model = LlamaForCausalLM.from_pretrained(folder, dtype=torch.float32, attn_implementation=attention).train()
    hidden = [p for name, p in model.named_parameters() if p.dim() == 2 and ".layers." in name]
    known = {id(p) for p in hidden}
    others = [p for p in model.parameters() if id(p) not in known]
    optimizer = torch.optim.AdamW(
        [{"params": hidden, "weight_decay": 0.1}, {"params": others, "weight_decay": 0.0}],
        lr=args.lr, betas=(0.9, 0.95), eps=1e-8, fused=True)
    losses = []
    for step in range(args.steps):
        batch = torch.from_numpy(ids[step].astype(np.int64))
        with torch.autocast("cpu", torch.bfloat16, enabled=precision == "bf16"):
            logits = model(batch[:, :-1]).logits
        loss = torch.nn.functional.cross_entropy(logits.float().flatten(0, 1), batch[:, 1:].flatten())
        losses.append(loss.item())
        loss.backward()
        clip(list(model.parameters()), 1.0)
        optimizer.step()
        optimizer.zero_grad(set_to_none=True)
    return np.array(losses)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    target = os.environ.get("CARGO_TARGET_DIR", "target")
    parser.add_argument("text")
    parser.add_argument("--steps", type=int, default=200)
    parser.add_argument("--lr", type=float, default=3e-4)
    parser.add_argument("--curve", default=f"{target}/release/examples/curve")
    args = parser.parse_args()
    torch.set_num_threads(2)
    need = args.steps * SEQUENCES * (CONTEXT + 1)
    data = np.fromfile(args.text, dtype=np.uint8)[:need].astype("<u4")
    if len(data) < need:
        sys.exit(f"{args.text}: {len(data)} bytes, {args.steps} steps need {need}")
    good = True
    with tempfile.TemporaryDirectory() as scratch:
        folder, file = f"{scratch}/model", f"{scratch}/ids"
        make(folder)
        data.tofile(file)
        ids = data.reshape(args.steps, SEQUENCES, CONTEXT + 1)
        for precision in ["f32", "bf16"]:
            command = [args.curve, folder, file, *map(str, [SEQUENCES, CONTEXT, args.steps, args.lr]), precision]
            ours = np.array(json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout))
            theirs = peer(folder, ids, args, precision)
            worst = np.abs(ours - theirs).max()
            ends = ours[-50:].mean(), theirs[-50:].mean()
            fine = worst <= 1e-3 if precision == "f32" else abs(ends[0] - ends[1]) <= 1e-2
            good &= fine
            apart = ""
            if precision == "f32":
                again = peer(folder, ids, args, precision, "eager")
                apart = f" (PyTorch's own with another attention: {np.abs(again - theirs).max():.1e})"
            print(f"{precision}: first loss {ours[0]:.5f} (PyTorch {theirs[0]:.5f}), "
                  f"mean of the last 50 {ends[0]:.4f} ({ends[1]:.4f}), "
                  f"largest difference of a step {worst:.1e}{apart}   {'ok' if fine else 'FAILED'}", flush=True)
    sys.exit(0 if good else 1)


if __name__ == "__main__":
    main()
