"""Do transformers and Gensen compute the same logits and the same greedy continuation?

Both ways: folders that Gensen writes are loaded by transformers, and folders that transformers
writes are loaded by Gensen. Exits with 1 if any logit differs by more than 1e-4 or any token does.

    cargo build --release -p infer --example parity
    python bench/parity_transformers.py [--parity PATH]

Needs torch and transformers.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile

import torch
from transformers import AutoModelForCausalLM, GPT2Config, LlamaConfig, Qwen3Config

TOLERANCE = 1e-4
NEW_TOKENS = 200
PROMPT = [(17 * n * n + 5 * n + 3) % 1000 for n in range(60)]
STYLES = ["gpt2", "gpt2-relu2", "llama", "llama-tied-relu2-bias", "qwen3", "qwen3-tied-relu2"]

FOREIGN = {
    "gpt2": GPT2Config(
        vocab_size=1000, n_positions=512, n_embd=96, n_layer=3, n_head=6, bos_token_id=0, eos_token_id=0
    ),
    "llama": LlamaConfig(
        vocab_size=1000,
        hidden_size=96,
        intermediate_size=256,
        num_hidden_layers=3,
        num_attention_heads=6,
        num_key_value_heads=3,
        max_position_embeddings=512,
        rope_parameters={"rope_type": "default", "rope_theta": 500000.0},
        rms_norm_eps=1e-5,
        attention_bias=True,
    ),
    "qwen3": Qwen3Config(
        vocab_size=1000,
        hidden_size=96,
        intermediate_size=256,
        num_hidden_layers=3,
        num_attention_heads=6,
        num_key_value_heads=2,
        head_dim=32,
        max_position_embeddings=512,
        tie_word_embeddings=True,
    ),
}


def ours(parity, folder):
    request = json.dumps({"ids": PROMPT, "new_tokens": NEW_TOKENS})
    answer = subprocess.run([parity, "run", folder], input=request, capture_output=True, text=True)
    if answer.returncode != 0:
        sys.exit(f"{folder}: {answer.stderr.strip()}")
    answer = json.loads(answer.stdout)
    return torch.tensor(answer["logits"]), answer["greedy"]


@torch.no_grad()
def theirs(folder):
    model = AutoModelForCausalLM.from_pretrained(folder, dtype=torch.float32).eval()
    first = model(torch.tensor([PROMPT]), use_cache=True)
    # Spelt out instead of generate(): no stop token and no other option can intervene.
    greedy, step = [], first
    for _ in range(NEW_TOKENS):
        token = step.logits[:, -1:].argmax(-1)
        greedy.append(token.item())
        step = model(token, past_key_values=step.past_key_values, use_cache=True)
    return first.logits[0], greedy


def compare(parity, folder, name):
    logits, greedy = ours(parity, folder)
    expected_logits, expected_greedy = theirs(folder)
    worst = (logits - expected_logits).abs().max().item()
    largest = expected_logits.abs().max().item()
    equal = greedy == expected_greedy
    good = worst <= TOLERANCE and equal
    print(
        f"{name:42} largest logit {largest:8.3f}   largest difference {worst:.2e}   "
        f"{NEW_TOKENS} greedy tokens {'equal' if equal else 'DIFFER'}   {'ok' if good else 'FAILED'}"
    )
    return good


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    target = os.environ.get("CARGO_TARGET_DIR", "target")
    parser.add_argument("--parity", default=f"{target}/release/examples/parity")
    parity = parser.parse_args().parity
    good = True
    with tempfile.TemporaryDirectory() as scratch:
        for style in STYLES:
            folder = f"{scratch}/{style}"
            subprocess.run([parity, "make", style, "4", "1", folder], check=True)
            good &= compare(parity, folder, f"Gensen's {style} in transformers")
        for style, config in FOREIGN.items():
            for dtype, shard in [(torch.float32, "50GB"), (torch.bfloat16, "50GB"), (torch.float16, "400KB")]:
                torch.manual_seed(1)
                config.initializer_range = 0.1
                model = AutoModelForCausalLM.from_config(config)
                for parameter in model.parameters():
                    if parameter.dim() == 1:  # gains beside one and biases beside zero
                        parameter.data += 0.2 * torch.randn_like(parameter)
                folder = f"{scratch}/foreign-{style}-{dtype}".replace("torch.", "")
                model.to(dtype).save_pretrained(folder, max_shard_size=shard)
                files = len([name for name in os.listdir(folder) if name.endswith(".safetensors")])
                kind = str(dtype).replace("torch.", "")
                good &= compare(parity, folder, f"transformers' {style} {kind} ({files} file{'s' * (files > 1)})")
    sys.exit(0 if good else 1)


if __name__ == "__main__":
    main()
