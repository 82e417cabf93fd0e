"""The three products of linear layers, ours and PyTorch's bf16 matmul in turn, and the ratios.

    python bench/products.py                   medians of 3 rounds
    python bench/products.py --rounds 5 --threads 1

Ours packs the activations on the way, as in a training step; weights are packed before, once an optimiser step, while
PyTorch lays them out anew each time. It multiplies random numbers, too, with `torch.matmul` into results that it is
given, in bf16 (ours sums gradients of weights in f32). These lie as weights do in a linear layer, a row for each output.
"""

import argparse
import json
import os
import statistics
import subprocess
import time

import torch


def ours(threads):
    command = ["cargo", "bench", "--quiet", "--locked", "-p", "tensor", "--bench", "products"]
    out = subprocess.run(command, env={**os.environ, "GENSEN_THREADS": str(threads)}, check=True, stdout=subprocess.PIPE)
    return [json.loads(line) for line in out.stdout.decode().splitlines() if line.startswith("{")]


def median_seconds(body, seconds=1.0):
    body()
    times, started = [], time.perf_counter()
    while time.perf_counter() - started < seconds:
        run = time.perf_counter()
        body()
        times.append(time.perf_counter() - run)
    return statistics.median(times)


def numbers(*shape):
    return (2 * torch.rand(shape) - 1).to(torch.bfloat16)


def peers(layer):
    rows, width, out = (int(size) for size in layer.split("×"))
    x, w, dy = numbers(rows, width), numbers(width, out), numbers(rows, out)
    y, dx, dw = torch.empty_like(dy), torch.empty_like(x), torch.empty_like(w.T)
    products = {
        "y = x W": lambda: torch.matmul(x, w, out=y),
        "dx = dy Wᵀ": lambda: torch.matmul(dy, w.T, out=dx),
        "dW = dyᵀ x": lambda: torch.matmul(dy.T, x, out=dw),
    }
    return {name: 2 * rows * width * out / median_seconds(body) / 1e12 for name, body in products.items()}


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("--rounds", type=int, default=3)
    p.add_argument("--threads", type=int, default=os.cpu_count())
    args = p.parse_args()
    torch.set_num_threads(args.threads)
    rates, tier = {}, None
    for _ in range(args.rounds):
        for line in ours(args.threads):
            rates.setdefault((line["layer"], line["product"]), ([], []))[0].append(line["tflops"])
            tier = line["tier"]
        for layer in dict.fromkeys(layer for layer, _ in rates):
            for product, rate in peers(layer).items():
                rates[layer, product][1].append(rate)
    print(f"{tier}, {args.threads} threads, medians of {args.rounds} rounds, PyTorch {torch.__version__}")
    print(f"{'layer (rows×in×out)':<20} {'product':<12} {'ours':>6} {'PyTorch':>8} TFLOP/s {'ratio':>6}")
    for (layer, product), (mine, theirs) in rates.items():
        mine, theirs = statistics.median(mine), statistics.median(theirs)
        print(f"{layer:<20} {product:<12} {mine:6.3f} {theirs:8.3f}         {mine / theirs:6.2f}")


if __name__ == "__main__":
    main()
