"""Training throughput and peak memory of one model, ours and PyTorch's in turn, and the ratios.

    python bench/peers/throughput.py                        model A
    python bench/peers/throughput.py --model bench/llama-110m.toml
    python bench/peers/throughput.py --tier avx2            both without wider units

Each figure comes from a process of its own, so that its peak memory is its own too. Ours is measured
before and after PyTorch's modes, because machines slow down and speed up.
"""

import argparse
import importlib.util
import json
import os
import subprocess
import sys
import tempfile
import tomllib

# What both sides are held to: our tier, and the settings with which oneDNN, MKL and ATen obey.
TIERS = {
    "avx512bf16": ("AVX512_CORE_BF16", "AVX512", "avx512"),
    "avx512": ("AVX512_CORE", "AVX512", "avx512"),
    "avx2": ("AVX2", "AVX2", "avx2"),
}


def run(command, env):
    """The JSON that a command prints, and its peak resident memory in MiB."""
    with tempfile.TemporaryFile("w+") as out:
        process = subprocess.Popen(command, stdout=out, env={**os.environ, **env})
        _, status, usage = os.wait4(process.pid, 0)
        if status != 0:
            sys.exit(f"{' '.join(command)}: failed")
        out.seek(0)
        return json.loads(out.read()), usage.ru_maxrss / 1024


def ours(args, env, matrices):
    target = os.environ.get("CARGO_TARGET_DIR", "target")
    command = [f"{target}/release/gensen", "--json", "bench", args.model, "--steps", str(args.steps),
               "--set", f"pretrain.optimizer.matrices={matrices}"]
    for setting in args.set:
        command += ["--set", setting]
    result, memory = run(command, env)
    machine = result["machine"]
    report(f"gensen {matrices} {result['precision']} {machine['tier']} × {machine['threads']}",
           result["tokens_per_second"], memory)
    return result, memory


def peer(args, env, mode, sizes, like):
    command = [sys.executable, "bench/peers/pytorch_gpt.py", "--modes", mode, "--steps", str(args.steps), *sizes,
               "--threads", str(like["machine"]["threads"])]
    if args.flush_denormal:
        command.append("--flush-denormal")
    result, memory = run(command, env)
    if result["parameters"] != like["parameters"]:
        sys.exit(f"not the same model: {like['parameters']} parameters, PyTorch's {result['parameters']}")
    report(f"{result['peer']} {mode} × {result['threads']}", result["tokens_per_s"], memory)
    return result["tokens_per_s"], memory


def report(name, rate, memory):
    print(f"{name:<40} {rate:9.1f} tokens/s  {memory:7.0f} MiB at most", flush=True)


def sizes_of(path):
    with open(path, "rb") as file:
        recipe = tomllib.load(file)
    model, pretrain = recipe["model"], recipe["pretrain"]
    sizes = dict(vocab=recipe["tokenizer"]["vocab_size"], dim=model["width"], layers=model["layers"],
                 heads=model["heads"], hidden=model["mlp_width"], context=pretrain["context"],
                 batch=pretrain["tokens_per_step"] // pretrain["context"])
    return [word for name, value in sizes.items() for word in (f"--{name}", str(value))]


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("--model", default="bench/llama-17m.toml", help="a recipe whose model PyTorch has too")
    p.add_argument("--steps", type=int, default=5)
    p.add_argument("--tier", choices=TIERS, help="hold both sides to this instruction set")
    p.add_argument("--modes", default="eager-f32,compile-f32,eager-bf16,compile-bf16", help="PyTorch's")
    p.add_argument("--set", action="append", default=[], metavar="KEY=VALUE", help="a setting of the recipe, ours only")
    p.add_argument("--flush-denormal", action="store_true", help="PyTorch's torch.set_flush_denormal")
    args = p.parse_args()
    env = {}
    if args.tier:
        dnn, mkl, aten = TIERS[args.tier]
        env = {"GENSEN_TIER": args.tier, "ONEDNN_MAX_CPU_ISA": dnn, "MKL_ENABLE_INSTRUCTIONS": mkl,
               "ATEN_CPU_CAPABILITY": aten}
    if importlib.util.find_spec("torch") is None:
        sys.exit("torch is missing: python3 -m venv .venv && .venv/bin/pip install torch, then PYTHON=.venv/bin/python bench/run")
    subprocess.run(["cargo", "build", "--release", "--locked", "-q", "-p", "gensen"], check=True)

    sizes = sizes_of(args.model)
    runs = [ours(args, env, "adamw")]
    ours(args, env, "muon")
    peers = [peer(args, env, mode, sizes, runs[0][0]) for mode in args.modes.split(",")]
    runs.append(ours(args, env, "adamw"))
    best, its_memory = max(peers)
    rate = sum(result["tokens_per_second"] for result, _ in runs) / len(runs)
    memory = max(memory for _, memory in runs)
    print(f"with AdamW: {rate / best:.2f} times the tokens/s of PyTorch's best mode, "
          f"{memory / its_memory:.2f} of its peak memory")


if __name__ == "__main__":
    main()
