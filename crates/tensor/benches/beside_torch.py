"""Our f32 matrix products beside PyTorch's, in turn, on the same threads.

    PYTHON=…/python with torch; cargo bench -p tensor --bench gemm --no-run
    GENSEN_THREADS=1 python crates/tensor/benches/beside_torch.py target/release/deps/gemm-…

Both count the processor time of all their threads, divided by the threads, and take the best of
many runs: on a shared machine the clock on the wall would measure the neighbours.
"""

import os
import re
import subprocess
import sys
import time

import torch

threads = int(os.environ.get("GENSEN_THREADS") or os.cpu_count())
os.environ["GENSEN_THREADS"] = str(threads)
torch.set_num_threads(threads)


def gflops(m, k, n, gradient, repeats):
    """torch.mm with preallocated operands; of a gradient, the left one is stored transposed."""
    a = torch.full((k, m), 0.5).t() if gradient else torch.full((m, k), 0.5)
    b, out = torch.full((k, n), 0.25), torch.zeros(m, n)
    times, start = [], time.process_time()
    while time.process_time() - start < 1.5 or len(times) < 10:
        begin = time.process_time()
        for _ in range(repeats):
            out.addmm_(a, b) if gradient else torch.mm(a, b, out=out)
        times.append((time.process_time() - begin) / threads / repeats)
    return 2 * m * k * n / min(times) / 1e9


SHAPES = [
    (8192, 384, 1024, False),
    (8192, 1024, 384, False),
    (8192, 384, 384, False),
    (384, 8192, 1024, True),
    (1024, 8192, 384, True),
    (384, 8192, 384, True),
    (1, 384, 8192, False),
    (16, 384, 8192, False),
]
ROUNDS = 4

print(f"torch {torch.__version__}, {threads} threads; best of {ROUNDS} turns each")
print(f"{'product':34} {'ours':>8} {'limit':>8} {'torch':>8} {'ratio':>6}")
for m, k, n, gradient in SHAPES:
    name = f"{m} × {k} → {n}" + (" (gradient)" if gradient else "")
    ours, limit, theirs = 0.0, 0.0, 0.0
    for _ in range(ROUNDS):
        table = subprocess.run([sys.argv[1], name], capture_output=True, text=True, check=True)
        found = re.search(re.escape(name) + r"\s+([\d.]+)\s+([\d.]+)", table.stdout)
        ours, limit = max(ours, float(found[1])), max(limit, float(found[2]))
        repeats = max(1, 2_000_000 // (m * k * n))
        theirs = max(theirs, gflops(m, k, n, gradient, repeats))
    print(f"{name:34} {ours:8.1f} {limit:8.1f} {theirs:8.1f} {ours / theirs:6.2f}", flush=True)
