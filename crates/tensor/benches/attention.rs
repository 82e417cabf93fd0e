//! Speed of attention, as a share of what the multiply-add units can do. Work is counted for the
//! pairs of rows that see each other: 2 products of head_dim forward, 5 backward. Time is processor
//! time, as in the benchmark of products. `cargo bench -p tensor --bench attention`.

use std::time::Duration;

use tensor::cpu::attention::{Shape, backward, forward};
use tensor::cpu::{Elements, ElementsMut, threads, tier};

#[path = "support/clock.rs"]
mod clock;
#[path = "support/units.rs"]
mod units;

fn main() {
    println!("tier {}, {} threads", tier(), threads());
    println!(
        "{:<40} {:>9} {:>9} {:>6}",
        "attention", "GFLOP/s", "limit", "share"
    );
    for head_dim in [32, 64, 128] {
        for (len, count) in [(512, 4), (150, 12), (24, 170)] {
            measure(
                Shape {
                    heads: 384 / head_dim,
                    kv_heads: 384 / head_dim,
                    head_dim,
                    causal: true,
                },
                len,
                count,
            );
        }
    }
}

fn measure(shape: Shape, len: usize, count: usize) {
    let rows = len * count;
    let segments: Vec<_> = (0..count).map(|i| (i * len, len)).collect();
    let queries = rows * shape.heads * shape.head_dim;
    let values = |seed: usize| -> Vec<f32> {
        (0..queries)
            .map(|i| ((i * 7 + seed) % 255) as f32 / 127.0 - 1.0)
            .collect()
    };
    let (q, k, v, dout) = (values(1), values(2), values(3), values(4));
    let (mut out, mut lse) = (vec![0.0; queries], vec![0.0; rows * shape.heads]);
    let (mut dq, mut dk, mut dv) = (out.clone(), out.clone(), out.clone());
    let pairs = count * len * (len + 1) / 2 * shape.heads;
    let name = format!(
        "{count} × {len}, {} heads of {}",
        shape.heads, shape.head_dim
    );
    let [q, k, v, dout] = [&q, &k, &v, &dout].map(|v| Elements::F32(v));
    report(
        &format!("{name}, forward"),
        2 * pairs * shape.head_dim,
        || {
            forward(
                q,
                k,
                v,
                ElementsMut::F32(&mut out),
                &mut lse,
                &shape,
                &segments,
            );
        },
    );
    report(
        &format!("{name}, backward"),
        5 * pairs * shape.head_dim,
        || {
            let [dq, dk, dv] = [&mut dq, &mut dk, &mut dv].map(|v| ElementsMut::F32(v));
            backward(
                q,
                k,
                v,
                Elements::F32(&out),
                &lse,
                dout,
                dq,
                dk,
                dv,
                &shape,
                &segments,
            );
        },
    );
}

fn report(name: &str, work: usize, run: impl FnMut()) {
    let (time, limit) = units::best(
        tensor::cpu::Compute::F32,
        Duration::from_millis(700),
        1,
        run,
    );
    let rate = 2.0 * work as f64 / time.as_secs_f64() / 1e9;
    println!(
        "{name:<40} {rate:>9.1} {limit:>9.1} {:>5.1}%",
        100.0 * rate / limit
    );
}
