//! Compares an operation's values and gradients with a naive f64 reference.
//!
//! The reference is forward only; its gradients come from central differences, which in f64 are
//! exact to about nine digits. The loss is a fixed random weighting of the outputs.

use crate::buffer::{Precision, Workspace};
use crate::parameters::{ParamId, Parameters};
use crate::tape::{Tape, Var};

pub(crate) struct Case<'a> {
    /// Inputs and weights alike: name and shape.
    pub(crate) parameters: &'a [(&'a str, &'a [usize])],
    pub(crate) forward: &'a dyn Fn(&mut Tape<'_>, &[ParamId]) -> Var,
    pub(crate) reference: &'a dyn Fn(&[Vec<f64>]) -> Vec<f64>,
}

/// Pseudo-random numbers in about -1..1, the same in every run.
pub(crate) fn numbers(count: usize, seed: u64) -> Vec<f32> {
    (0..count as u64)
        .map(|i| {
            let mut z = (i + 1).wrapping_mul(0x9e37_79b9_7f4a_7c15)
                ^ seed.wrapping_mul(0xbf58_476d_1ce4_e5b9);
            z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
            z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
            ((z ^ (z >> 31)) >> 40) as f32 / (1 << 23) as f32 - 1.0
        })
        .collect()
}

pub(crate) fn check(case: Case<'_>) {
    check_at(&case, Precision::F32, 2e-5, 1e-4);
    check_at(&case, Precision::Bf16, 2e-2, 4e-2);
}

fn check_at(case: &Case<'_>, precision: Precision, value_tolerance: f64, gradient_tolerance: f64) {
    let mut parameters = Parameters::default();
    let ids: Vec<ParamId> = case
        .parameters
        .iter()
        .enumerate()
        .map(|(i, (name, shape))| {
            let mut values = numbers(shape.iter().product(), i as u64 + 1);
            if precision == Precision::Bf16 {
                values
                    .iter_mut()
                    .for_each(|v| *v = half::bf16::from_f32(*v).to_f32());
            }
            parameters.add(name, shape, values)
        })
        .collect();
    let values: Vec<Vec<f64>> = ids
        .iter()
        .map(|id| {
            parameters
                .value(*id)
                .iter()
                .map(|v| f64::from(*v))
                .collect()
        })
        .collect();
    let expected = (case.reference)(&values);
    let upstream = numbers(expected.len(), 99);
    let upstream_rounded: Vec<f64> = upstream.iter().map(|u| f64::from(*u)).collect();

    // Buffers hold what somebody left in them.
    let mut workspace = Workspace::default();
    let used: Vec<_> = [8, 64, 512, 4096]
        .into_iter()
        .flat_map(|len| [len; 16])
        .map(|len| workspace.filled(precision, len, 1e6))
        .collect();
    used.into_iter().for_each(|buffer| workspace.give(buffer));
    let mut tape = Tape::training(&mut parameters, &mut workspace, precision);
    let out = (case.forward)(&mut tape, &ids);
    let actual: Vec<f64> = tape.value_f32(out).iter().map(|v| f64::from(*v)).collect();
    close(
        &format!("value at {precision:?}"),
        &actual,
        &expected,
        value_tolerance,
    );
    tape.backward_from(out, &upstream);
    drop(tape);

    for (i, id) in ids.iter().enumerate() {
        let actual: Vec<f64> = parameters
            .gradient(*id)
            .iter()
            .map(|g| f64::from(*g))
            .collect();
        let expected = differences(case.reference, &values, i, &upstream_rounded);
        let what = format!("gradient of {} at {precision:?}", case.parameters[i].0);
        close(&what, &actual, &expected, gradient_tolerance);
    }
}

/// Gradient of `Σ upstream · reference` by parameter `which`, by central differences.
fn differences(
    reference: &dyn Fn(&[Vec<f64>]) -> Vec<f64>,
    values: &[Vec<f64>],
    which: usize,
    upstream: &[f64],
) -> Vec<f64> {
    const STEP: f64 = 1e-5;
    let loss = |values: &[Vec<f64>]| -> f64 {
        reference(values)
            .iter()
            .zip(upstream)
            .map(|(y, u)| y * u)
            .sum()
    };
    let mut moved = values.to_vec();
    (0..values[which].len())
        .map(|j| {
            let original = moved[which][j];
            moved[which][j] = original + STEP;
            let above = loss(&moved);
            moved[which][j] = original - STEP;
            let below = loss(&moved);
            moved[which][j] = original;
            (above - below) / (2.0 * STEP)
        })
        .collect()
}

/// Largest difference relative to the largest expected magnitude.
fn close(what: &str, actual: &[f64], expected: &[f64], tolerance: f64) {
    assert_eq!(actual.len(), expected.len(), "{what}: sizes differ");
    let scale = expected.iter().fold(1e-3f64, |m, e| m.max(e.abs()));
    for (i, (a, e)) in actual.iter().zip(expected).enumerate() {
        assert!(
            a.is_finite() && (a - e).abs() <= tolerance * scale,
            "{what}[{i}]: {a} is not {e}"
        );
    }
}
