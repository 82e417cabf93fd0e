//! Speed of attention, as a share of what the multiply-add units can do. Work is counted for the
//! pairs of rows that see each other: 2 products of head_dim forward, 5 backward. Time is processor
//! time, as in the benchmark of products; with one thread, for of several one that has run out of work uses none:
//! `GENSEN_THREADS=1 cargo bench -p tensor --bench attention`; a word after `--` picks those whose name contains it.

use std::time::Duration;

use half::bf16;
use tensor::cpu::attention::{Shape, backward, forward};
use tensor::cpu::{Compute, Elements, ElementsMut, threads, tier};

#[path = "support/clock.rs"]
mod clock;
#[path = "support/units.rs"]
mod units;

fn main() {
    println!("tier {}, {} threads", tier(), threads());
    println!(
        "{:<48} {:>9} {:>9} {:>6}",
        "attention", "GFLOP/s", "limit", "share"
    );
    for head_dim in [32, 64, 128] {
        for (len, count) in [(512, 16), (150, 48), (24, 340)] {
            let shape = Shape {
                heads: 384 / head_dim,
                kv_heads: 384 / head_dim,
                head_dim,
                causal: true,
            };
            measure::<f32>(shape, len, count);
            if tier().has_bf16_units() {
                measure::<bf16>(shape, len, count);
            }
        }
    }
}

/// A type of the operands.
trait Operand: Copy {
    const COMPUTE: Compute;
    fn from(value: f32) -> Self;
    fn all(values: &[Self]) -> Elements<'_>;
    fn all_mut(values: &mut [Self]) -> ElementsMut<'_>;
}

impl Operand for f32 {
    const COMPUTE: Compute = Compute::F32;
    fn from(value: f32) -> f32 {
        value
    }
    fn all(values: &[f32]) -> Elements<'_> {
        Elements::F32(values)
    }
    fn all_mut(values: &mut [f32]) -> ElementsMut<'_> {
        ElementsMut::F32(values)
    }
}

impl Operand for bf16 {
    const COMPUTE: Compute = Compute::Bf16;
    fn from(value: f32) -> bf16 {
        bf16::from_f32(value)
    }
    fn all(values: &[bf16]) -> Elements<'_> {
        Elements::Bf16(values)
    }
    fn all_mut(values: &mut [bf16]) -> ElementsMut<'_> {
        ElementsMut::Bf16(values)
    }
}

fn measure<T: Operand>(shape: Shape, len: usize, count: usize) {
    let rows = len * count;
    let segments: Vec<_> = (0..count).map(|i| (i * len, len)).collect();
    let queries = rows * shape.heads * shape.head_dim;
    let values = |seed: usize| -> Vec<T> {
        (0..queries)
            .map(|i| T::from(((i * 7 + seed) % 255) as f32 / 127.0 - 1.0))
            .collect()
    };
    let (q, k, v, dout) = (values(1), values(2), values(3), values(4));
    let (mut out, mut lse) = (q.clone(), vec![0.0; rows * shape.heads]);
    let (mut dq, mut dk, mut dv) = (out.clone(), out.clone(), out.clone());
    let pairs = count * len * (len + 1) / 2 * shape.heads;
    let name = format!(
        "{count} × {len}, {} heads of {}, {:?}",
        shape.heads,
        shape.head_dim,
        T::COMPUTE
    );
    let [q, k, v, dout] = [&q, &k, &v, &dout].map(|v| T::all(v));
    report::<T>(
        &format!("{name}, forward"),
        2 * pairs * shape.head_dim,
        || {
            forward(q, k, v, T::all_mut(&mut out), &mut lse, &shape, &segments);
        },
    );
    report::<T>(
        &format!("{name}, backward"),
        5 * pairs * shape.head_dim,
        || {
            let [dq, dk, dv] = [&mut dq, &mut dk, &mut dv].map(|v| T::all_mut(v));
            backward(
                q,
                k,
                v,
                T::all(&out),
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

fn report<T: Operand>(name: &str, work: usize, run: impl FnMut()) {
    if std::env::args()
        .skip(1)
        .any(|word| !word.starts_with("-") && !name.contains(&word))
    {
        return;
    }
    let (time, limit) = units::best(T::COMPUTE, Duration::from_millis(700), 1, run);
    let rate = 2.0 * work as f64 / time.as_secs_f64() / 1e9;
    println!(
        "{name:<48} {rate:>9.1} {limit:>9.1} {:>5.1}%",
        100.0 * rate / limit
    );
}
