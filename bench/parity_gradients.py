"""Do PyTorch's autograd and Gensen's tape give the same gradients for a whole 2-layer model?

For each parameter the largest difference is compared with the largest gradient of that parameter;
exits with 1 if any ratio is above 1e-4 (f32).

    cargo build --release -p infer --example parity
    python bench/parity_gradients.py [--parity PATH]

Needs torch, transformers and safetensors.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile

import torch
from safetensors.torch import load_file
from transformers import AutoModelForCausalLM

TOLERANCE = 1e-4
IDS = [(23 * n * n + 7 * n + 1) % 1000 for n in range(129)]
STYLES = ["gpt2", "gpt2-relu2", "llama", "llama-tied-relu2-bias", "qwen3", "qwen3-tied-relu2"]


def compare(parity, folder, out):
    answer = subprocess.run(
        [parity, "gradients", folder, out], input=json.dumps({"ids": IDS}), capture_output=True, text=True, check=True
    )
    loss = json.loads(answer.stdout)["loss"]
    gradients = load_file(f"{out}/model.safetensors")

    model = AutoModelForCausalLM.from_pretrained(folder, dtype=torch.float32, attn_implementation="eager").train()
    ids = torch.tensor([IDS])
    logits = model(ids[:, :-1]).logits[0]
    expected_loss = torch.nn.functional.cross_entropy(logits, ids[0, 1:])
    expected_loss.backward()

    worst, worst_name, compared = 0.0, "", 0
    for name, parameter in model.named_parameters():
        difference = (gradients.pop(name) - parameter.grad).abs().max().item()
        ratio = difference / parameter.grad.abs().max().item()
        compared += 1
        if ratio >= worst:
            worst, worst_name = ratio, name
    assert not gradients, f"no parameter of transformers is called {list(gradients)}"
    return loss, expected_loss.item(), compared, worst, worst_name


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    target = os.environ.get("CARGO_TARGET_DIR", "target")
    parser.add_argument("--parity", default=f"{target}/release/examples/parity")
    parity = parser.parse_args().parity
    good = True
    with tempfile.TemporaryDirectory() as scratch:
        for style in STYLES:
            folder = f"{scratch}/{style}"
            subprocess.run([parity, "make", style, "2", "2", folder], check=True)
            loss, expected, compared, worst, name = compare(parity, folder, f"{scratch}/{style}-gradients")
            fine = worst <= TOLERANCE and abs(loss - expected) <= TOLERANCE * expected
            good &= fine
            print(
                f"{style:24} loss {loss:.6f} (PyTorch {expected:.6f})   {compared} parameters, "
                f"largest relative difference {worst:.1e} ({name})   {'ok' if fine else 'FAILED'}"
            )
    sys.exit(0 if good else 1)


if __name__ == "__main__":
    main()
