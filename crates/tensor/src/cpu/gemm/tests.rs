//! Products of every tier that this machine has against a plain sum, and the layouts of the tiers
//! that it lacks against an emulation of their instructions.

use std::collections::BTreeSet;
use std::sync::Mutex;

use half::bf16;

#[cfg(target_arch = "x86_64")]
use super::kernel::Kernel;
use super::*;
use crate::cpu::{Elements, ElementsMut, Tier, with_threads, with_tier};

/// Values in (-1, 1) that look random and are exact in bf16.
fn values(count: usize, seed: u32) -> Vec<f32> {
    let mix = |i: usize| {
        let x = (i as u32)
            .wrapping_mul(0x9e37_79b9)
            .wrapping_add(seed.wrapping_mul(0x85eb_ca6b));
        let x = (x ^ (x >> 15)).wrapping_mul(0x2c1b_3c6d);
        (x ^ (x >> 13)) % 255
    };
    (0..count)
        .map(|i| (mix(i) as f32 - 127.0) / 128.0)
        .collect()
}

fn halves(values: &[f32]) -> Vec<bf16> {
    values.iter().map(|value| bf16::from_f32(*value)).collect()
}

fn at(matrix: &Matrix, row: usize, col: usize) -> f64 {
    let at = row * matrix.row_stride() + col * matrix.col_stride();
    match matrix.elements() {
        Elements::F32(values) => values[at].into(),
        Elements::Bf16(values) => values[at].to_f32().into(),
    }
}

/// The sums, and for each the sum of absolute terms, of which an error is a small fraction.
fn plain(a: Matrix, b: Matrix) -> Vec<(f64, f64)> {
    let (m, k, n) = (a.rows(), a.cols(), b.cols());
    let element = |i: usize, j: usize| {
        (0..k).fold((0.0, 0.0), |(sum, size), p| {
            let term = at(&a, i, p) * at(&b, p, j);
            (sum + term, size + term.abs())
        })
    };
    (0..m * n).map(|at| element(at / n, at % n)).collect()
}

fn assert_close(what: &str, found: &[f32], expected: &[(f64, f64)], tolerance: f64) {
    assert_eq!(found.len(), expected.len());
    for (i, (found, (sum, size))) in found.iter().zip(expected).enumerate() {
        let error = (f64::from(*found) - sum).abs();
        assert!(
            error <= tolerance * size + 1e-30,
            "{what}, element {i}: {found}, expected {sum}"
        );
    }
}

/// Shapes around the edges of panels, tiles and parts of `K`.
const SHAPES: [(usize, usize, usize); 16] = [
    (1, 1, 1),
    (1, 384, 70),
    (2, 5, 3),
    (3, 0, 4),
    (5, 7, 16),
    (6, 64, 16),
    (7, 33, 17),
    (12, 31, 32),
    (16, 100, 130),
    (17, 385, 33),
    (32, 32, 64),
    (33, 700, 31),
    (96, 40, 48),
    (97, 1025, 50),
    (200, 90, 600),
    (800, 13, 40),
];

/// All four orders of the operands, packed and not, f32 and bf16 in and out.
fn check(tier: &str, (m, k, n): (usize, usize, usize)) {
    let (a, b) = (Operand::new(m, k, 1), Operand::new(k, n, 2));
    let (old, bias) = (values(m * n, 3), values(n, 4));
    let sums = plain(a.view(false, false), b.view(false, false));
    for case in 0..32 {
        let [trans_a, trans_b, narrow_a, narrow_b, packed] =
            [1, 2, 4, 8, 16].map(|bit| case & bit != 0);
        let left = a.view(trans_a, narrow_a);
        let right = b.view(trans_b, narrow_b);
        let compute = if narrow_b {
            Compute::Bf16
        } else {
            Compute::F32
        };
        let keep = packed.then(|| Packed::new(right, compute));
        let operand = keep.as_ref().map_or(Right::Matrix(right), Right::Packed);
        for (accumulate, with_bias) in [(false, false), (true, false), (false, true), (true, true)]
        {
            let what = format!("{tier} {m}×{k}×{n} case {case} {accumulate} {with_bias}");
            let bias = with_bias.then_some(&bias[..]);
            let start = |at: usize| {
                let old = if accumulate { f64::from(old[at]) } else { 0.0 };
                old + bias.map_or(0.0, |bias| f64::from(bias[at % n]))
            };
            let expected: Vec<_> = (sums.iter().enumerate())
                .map(|(at, (sum, size))| (sum + start(at), size + start(at).abs()))
                .collect();
            let mut out = old.clone();
            gemm(
                left,
                operand,
                MatrixMut::f32(&mut out, m, n),
                accumulate,
                bias,
            );
            assert_close(&what, &out, &expected, 1e-6);
            let mut out = halves(&old);
            gemm(
                left,
                operand,
                MatrixMut::bf16(&mut out, m, n),
                accumulate,
                bias,
            );
            let wide: Vec<f32> = out.iter().map(|value| value.to_f32()).collect();
            assert_close(&what, &wide, &expected, 1.0 / 256.0);
        }
    }
}

/// A matrix in both orders and both types; its values are exact in both.
struct Operand {
    rows: usize,
    cols: usize,
    wide: [Vec<f32>; 2],
    half: [Vec<bf16>; 2],
}

impl Operand {
    fn new(rows: usize, cols: usize, seed: u32) -> Operand {
        let along = values(rows * cols, seed);
        let across = (0..rows * cols)
            .map(|at| along[at % rows * cols + at / rows])
            .collect();
        let wide = [along, across];
        let half = [halves(&wide[0]), halves(&wide[1])];
        Operand {
            rows,
            cols,
            wide,
            half,
        }
    }

    fn view(&self, transposed: bool, narrow: bool) -> Matrix<'_> {
        let order = usize::from(transposed);
        let elements = match narrow {
            true => Elements::Bf16(&self.half[order]),
            false => Elements::F32(&self.wide[order]),
        };
        match transposed {
            true => Matrix::strided(elements, self.rows, self.cols, 1, self.rows),
            false => Matrix::strided(elements, self.rows, self.cols, self.cols, 1),
        }
    }
}

fn each_tier(body: impl Fn(Tier)) {
    for tier in Tier::ALL.into_iter().filter(|tier| tier.is_available()) {
        with_tier(tier, || body(tier)).unwrap();
    }
}

#[test]
fn products_equal_plain_sums_in_every_tier() {
    each_tier(|tier| {
        SHAPES
            .iter()
            .for_each(|shape| check(&tier.to_string(), *shape))
    });
}

#[test]
fn any_strides_and_a_part_of_a_larger_output() {
    each_tier(|tier| {
        let (m, k, n) = (19, 23, 21);
        let (a, b) = (values(4 * m * k, 5), values(4 * k * n, 6));
        let left = Matrix::strided(Elements::F32(&a), m, k, 2 * k, 2);
        let right = Matrix::strided(Elements::F32(&b), k, n, 3, 3 * k + 1).part(0, k, 0, n);
        let expected = plain(left, right);
        let mut out = vec![7.0; m * (n + 5)];
        let target = MatrixMut::strided(ElementsMut::F32(&mut out), m, n, n + 5);
        gemm(left, Right::Matrix(right), target, false, None);
        let (inside, outside): (Vec<_>, Vec<_>) = out
            .into_iter()
            .enumerate()
            .partition(|(at, _)| at % (n + 5) < n);
        let inside: Vec<f32> = inside.into_iter().map(|(_, value)| value).collect();
        assert_close(&tier.to_string(), &inside, &expected, 1e-6);
        assert!(
            outside.iter().all(|(_, value)| *value == 7.0),
            "{tier} wrote beside its rows"
        );
    });
}

#[test]
fn empty_products_write_nothing_or_the_start() {
    let right = Packed::new(Matrix::f32(&[], 0, 3), Compute::F32);
    let mut out = [1.0, 2.0, 3.0];
    let none = Matrix::f32(&[], 1, 0);
    gemm(
        none,
        Right::Packed(&right),
        MatrixMut::f32(&mut out, 1, 3),
        true,
        None,
    );
    assert_eq!(out, [1.0, 2.0, 3.0]);
    gemm(
        none,
        Right::Packed(&right),
        MatrixMut::f32(&mut out, 1, 3),
        false,
        Some(&[4.0, 5.0, 6.0]),
    );
    assert_eq!(out, [4.0, 5.0, 6.0]);
    gemm(
        none,
        Right::Packed(&right),
        MatrixMut::f32(&mut out, 1, 3),
        false,
        None,
    );
    assert_eq!(out, [0.0; 3]);
    let (no_rows, no_cols) = (Matrix::f32(&[], 0, 4), Matrix::f32(&[], 4, 0));
    gemm(
        no_rows,
        Right::Matrix(no_cols),
        MatrixMut::f32(&mut [], 0, 0),
        false,
        None,
    );
}

/// The bits of a product for a number of threads, in all ways that a training step uses.
fn bits(threads: usize, a: Matrix, b: Matrix, packed: &Packed) -> Vec<u32> {
    with_threads(threads, || {
        let (m, n) = (a.rows(), b.cols());
        let mut outs = vec![0.5; 2 * m * n];
        let (first, second) = outs.split_at_mut(m * n);
        gemm(a, Right::Matrix(b), MatrixMut::f32(first, m, n), true, None);
        gemm(
            a,
            Right::Packed(packed),
            MatrixMut::f32(second, m, n),
            false,
            None,
        );
        outs.iter().map(|value| value.to_bits()).collect()
    })
}

/// Two outputs of different widths, one of them a sum of products: also of left operands too long to be packed
/// whole, of one without elements, and of more columns than are summed at a time.
#[test]
fn several_sums_of_products_equal_plain_sums_whatever_the_threads() {
    each_tier(|tier| {
        for (m, [k, l], [n, o]) in [(5, [40, 7], [600, 12]), (100, [6000, 0], [33, 20])] {
            let (a, b) = (Operand::new(m, k, 13), Operand::new(m, l, 14));
            let (v, w, x) = (
                Operand::new(k, n, 15),
                Operand::new(l, n, 16),
                Operand::new(k, o, 17),
            );
            let [a, b, v, w, x] = [&a, &b, &v, &w, &x].map(|operand| operand.view(false, true));
            let packed = [v, w, x].map(|right| Packed::new(right, Compute::Bf16));
            let (old, bias, plus) = (values(m * n, 18), values(n, 19), values(m * n, 20));
            let (first, second) = (plain(a, v), plain(b, w));
            let expected: Vec<(f64, f64)> = (0..m * n)
                .map(|at| {
                    let added = [old[at], bias[at % n], plus[at]].map(f64::from);
                    let size = first[at].1 + second[at].1 + added.map(f64::abs).iter().sum::<f64>();
                    (first[at].0 + second[at].0 + added.iter().sum::<f64>(), size)
                })
                .collect();
            let run = |threads: usize| {
                let (mut sum, mut single) = (halves(&old), vec![0.0; m * o]);
                let [v, w, x] = &packed;
                let mut sums = [
                    Sum {
                        terms: vec![(0, v), (1, w)],
                        out: MatrixMut::bf16(&mut sum, m, n),
                        accumulate: true,
                        bias: Some(&bias),
                        plus: Some(Matrix::f32(&plus, m, n)),
                        finish: None,
                    },
                    Sum {
                        terms: vec![(0, x)],
                        out: MatrixMut::f32(&mut single, m, o),
                        accumulate: false,
                        bias: None,
                        plus: None,
                        finish: None,
                    },
                ];
                with_threads(threads, || gemm_sums(&[a, b], &mut sums));
                (sum, single)
            };
            let (sum, single) = run(1);
            let wide: Vec<f32> = sum.iter().map(|value| value.to_f32()).collect();
            assert_close(&tier.to_string(), &wide, &expected, 1.0 / 256.0);
            assert_close(&tier.to_string(), &single, &plain(a, x), 1e-5);
            for threads in [2, 5] {
                assert!(
                    (&sum, &single) == (&run(threads).0, &run(threads).1),
                    "{tier}"
                );
            }
        }
    });
}

/// Whole panels of rows may be rounded by the kernel, a row alone is not: with a matrix added, or none, or to what is there,
/// and with `K` in one part and in several.
#[test]
fn rows_rounded_by_the_kernel_equal_those_computed_alone() {
    each_tier(|tier| {
        for (m, k, n) in [(70, 40, 96), (96, 200, 544), (33, 2000, 64)] {
            let (a, b) = (Operand::new(m, k, 21), Operand::new(k, n, 22));
            let (a, b) = (a.view(false, true), b.view(false, true));
            let packed = Packed::new(b, Compute::Bf16);
            let (old, plus) = (halves(&values(m * n, 23)), halves(&values(m * n, 24)));
            for (accumulate, add) in [(false, false), (true, false), (false, true), (true, true)] {
                let run = |first: usize, rows: usize| {
                    let part = first * n..(first + rows) * n;
                    let mut out = old[part.clone()].to_vec();
                    let sum = Sum {
                        terms: vec![(0, &packed)],
                        out: MatrixMut::bf16(&mut out, rows, n),
                        accumulate,
                        bias: None,
                        plus: add.then(|| Matrix::bf16(&plus[part], rows, n)),
                        finish: None,
                    };
                    gemm_sums(&[a.part(first, rows, 0, k)], &mut [sum]);
                    out
                };
                let alone: Vec<bf16> = (0..m).flat_map(|row| run(row, 1)).collect();
                assert!(run(0, m) == alone, "{tier} {m}×{k}×{n} {accumulate} {add}");
                let added = |at: usize| {
                    let old = if accumulate { old[at].to_f64() } else { 0.0 };
                    old + if add { plus[at].to_f64() } else { 0.0 }
                };
                let sums = plain(a, b).into_iter().enumerate();
                let expected: Vec<_> = sums
                    .map(|(at, (sum, size))| (sum + added(at), size + added(at).abs()))
                    .collect();
                let wide: Vec<f32> = alone.iter().map(|value| value.to_f32()).collect();
                assert_close(&tier.to_string(), &wide, &expected, 1.0 / 256.0);
            }
        }
    });
}

/// Of outputs in both types: the finished sums are those that are rounded, and pieces are the same whatever the
/// threads.
#[test]
fn complete_sums_are_finished_piece_by_piece_whatever_the_threads() {
    each_tier(|tier| {
        let (m, k, n) = (200, 40, 1300);
        let (a, b) = (Operand::new(m, k, 21), Operand::new(k, n, 22));
        let (a, b) = (a.view(false, true), b.view(false, true));
        let (packed, bias) = (Packed::new(b, Compute::Bf16), values(n, 23));
        let factor = |row: usize| 1.0 + row as f32 / 64.0;
        let exact = plain(a, b)
            .into_iter()
            .enumerate()
            .map(|(at, (value, size))| {
                let (bias, factor) = (f64::from(bias[at % n]), f64::from(factor(at / n)));
                ((value + bias) * factor, (size + bias.abs()) * factor)
            });
        let exact: Vec<(f64, f64)> = exact.collect();
        let run = |threads: usize, half: bool| {
            let pieces = Mutex::new(BTreeSet::new());
            let finish = |row: usize, first: usize, sums: &mut [f32]| {
                sums.iter_mut().for_each(|sum| *sum *= factor(row));
                assert!(
                    pieces.lock().unwrap().insert((row, first, sums.len())),
                    "a piece twice"
                );
            };
            let (mut wide, mut narrow) = (vec![0.0; m * n], vec![bf16::ZERO; m * n]);
            let out = match half {
                true => MatrixMut::bf16(&mut narrow, m, n),
                false => MatrixMut::f32(&mut wide, m, n),
            };
            let sum = Sum {
                terms: vec![(0, &packed)],
                out,
                accumulate: false,
                bias: Some(&bias),
                plus: None,
                finish: Some(Finish {
                    call: &finish,
                    fixed: true,
                }),
            };
            with_threads(threads, || gemm_sums(&[a], &mut [sum]));
            if half {
                wide = narrow.iter().map(|value| value.to_f32()).collect();
            }
            (wide, pieces.into_inner().unwrap())
        };
        let pieces = (0..m).flat_map(|row| [(row, 0, 512), (row, 512, 512), (row, 1024, 276)]);
        let pieces: BTreeSet<(usize, usize, usize)> = pieces.collect();
        for (half, error) in [(false, 1e-5), (true, 1.0 / 256.0)] {
            let one = run(1, half);
            assert_close(&tier.to_string(), &one.0, &exact, error);
            assert!(one.1 == pieces, "{tier}: {} pieces", one.1.len());
            for threads in [2, 5] {
                assert!(one == run(threads, half), "{tier}, {threads} threads");
            }
        }
    });
}

#[test]
fn bits_do_not_depend_on_the_number_of_threads() {
    each_tier(|tier| {
        for (m, k, n) in [
            (1, 700, 513),
            (130, 1100, 300),
            (500, 400, 33),
            (400, 700, 1100),
        ] {
            let (a, b) = (values(m * k, 7), values(k * n, 8));
            let (half_a, half_b) = (halves(&a), halves(&b));
            let wide = (Matrix::f32(&a, m, k), Matrix::f32(&b, k, n), Compute::F32);
            let half = (
                Matrix::bf16(&half_a, m, k),
                Matrix::bf16(&half_b, k, n),
                Compute::Bf16,
            );
            for (a, b, compute) in [wide, half] {
                let packed = Packed::new(b, compute);
                let one = bits(1, a, b, &packed);
                for threads in [2, 3, 7] {
                    assert!(
                        one == bits(threads, a, b, &packed),
                        "{tier}, {threads} threads"
                    );
                }
            }
        }
    });
}

/// `K` in several parts, and columns that are not whole panels.
#[test]
fn rows_read_where_they_are_give_the_bits_of_packed_ones() {
    let (m, k, n) = (128, 1120, 80);
    let (a, b) = (halves(&values(m * k, 9)), halves(&values(k * n, 10)));
    // A page from row to row: all of them fall into one set of the cache.
    let stride = 2048;
    let mut far = vec![bf16::ZERO; m * stride];
    for (to, from) in far.chunks_exact_mut(stride).zip(a.chunks_exact(k)) {
        to[..k].copy_from_slice(from);
    }
    let (near, far) = (
        Matrix::bf16(&a, m, k),
        Matrix::strided(Elements::Bf16(&far), m, k, stride, 1),
    );
    each_tier(|tier| {
        let packed = Packed::new(Matrix::bf16(&b, k, n), Compute::Bf16);
        let in_place =
            [near, far].map(|rows| pack::left_in_place(packed.kernel(), &rows).is_some());
        assert_eq!(in_place, [tier.has_bf16_units(), false], "{tier}");
        let right = Matrix::bf16(&b, k, n);
        assert!(
            bits(1, near, right, &packed) == bits(2, far, right, &packed),
            "{tier}"
        );
    });
}

#[test]
fn a_row_alone_has_the_bits_that_it_has_in_a_batch() {
    each_tier(|tier| {
        // The second has a right operand for which blocks of rows are larger.
        for (m, k, n) in [(45, 1100, 130), (400, 700, 1100)] {
            let (a, b) = (values(m * k, 9), values(k * n, 10));
            let (half_a, half_b) = (halves(&a), halves(&b));
            let wide = (Matrix::f32(&a, m, k), Matrix::f32(&b, k, n), Compute::F32);
            let half = (
                Matrix::bf16(&half_a, m, k),
                Matrix::bf16(&half_b, k, n),
                Compute::Bf16,
            );
            for (a, b, compute) in [wide, half] {
                let packed = Packed::new(b, compute);
                let mut batch = vec![0.25; m * n];
                gemm(
                    a,
                    Right::Packed(&packed),
                    MatrixMut::f32(&mut batch, m, n),
                    true,
                    None,
                );
                for (first, count) in [(0, 1), (7, 5), (m - 1, 1), (10, 20), (m / 2 - 15, 30)] {
                    let mut rows = vec![0.25; count * n];
                    let part = a.part(first, count, 0, k);
                    gemm(
                        part,
                        Right::Packed(&packed),
                        MatrixMut::f32(&mut rows, count, n),
                        true,
                        None,
                    );
                    assert_eq!(
                        rows,
                        batch[first * n..][..count * n],
                        "{tier} rows {first}+{count}"
                    );
                }
            }
        }
    });
}

/// Every layout, run by an emulation: what this machine can not execute is at least packed right.
#[cfg(target_arch = "x86_64")]
#[test]
fn layouts_of_every_kernel_are_what_their_instructions_read() {
    for (name, kernel) in emulated::kernels() {
        for (m, k, n) in [
            (1, 1, 1),
            (13, 37, 33),
            (16, 64, 32),
            (33, 70, 95),
            (2, 1030, 31),
        ] {
            for case in 0..8 {
                check_layout(kernel, &format!("{name} case {case}"), (m, k, n), case);
            }
        }
    }
}

#[cfg(target_arch = "x86_64")]
fn check_layout(kernel: &'static Kernel, what: &str, (m, k, n): (usize, usize, usize), case: u32) {
    let (a, b) = (Operand::new(m, k, 11), Operand::new(k, n, 12));
    let [trans_a, trans_b, narrow] = [1, 2, 4].map(|bit| case & bit != 0);
    let (left, right) = (a.view(trans_a, narrow), b.view(trans_b, narrow));
    let mut packed = Packed::default();
    packed.pack_for(kernel, right);
    let mut out = vec![0.0; m * n];
    gemm(
        left,
        Right::Packed(&packed),
        MatrixMut::f32(&mut out, m, n),
        false,
        None,
    );
    let expected = plain(left, right);
    assert_close(&format!("{what} {m}×{k}×{n}"), &out, &expected, 1e-5);
}
