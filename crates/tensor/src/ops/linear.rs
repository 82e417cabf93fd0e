//! The linear layer, where the time goes.

use crate::buffer::{Buffer, Element, with_element};
use crate::cpu::{Matrix, MatrixMut, Right, gemm};
use crate::parameters::ParamId;
use crate::profile::{Cost, Shapes, Work};
use crate::rows::for_blocks;
use crate::tape::{Backward, Operation, Tape, Var};

impl Tape<'_> {
    /// `y = x Wᵀ + b` with `x (N, In)`, `W (Out, In)` as PyTorch stores it, `b (Out)`: `(N, Out)`.
    pub fn linear(&mut self, x: Var, weight: ParamId, bias: Option<ParamId>) -> Var {
        let (rows, cols) = self.shape(x);
        let (out_features, in_features) = self.parameters.get().matrix_shape(weight);
        assert_eq!(
            cols,
            in_features,
            "input width of {}",
            self.parameters.get().name(weight)
        );
        let mut out = self.output(rows, out_features);
        let parameters = self.parameters.get();
        let bias_values = bias.map(|b| parameters.value(b));
        let packed = parameters.packed_transposed(weight, self.precision);
        let input = self.value(x);
        with_element!(self.precision, E => gemm(
            matrix::<E>(&input.buffer, rows, cols),
            Right::Packed(packed),
            matrix_mut::<E>(&mut out, rows, out_features),
            false,
            bias_values,
        ));
        self.push(
            out,
            rows,
            out_features,
            Some(Box::new(Linear { x, weight, bias })),
        )
    }
}

fn matrix<E: Element>(buffer: &Buffer, rows: usize, cols: usize) -> Matrix<'_> {
    E::matrix(buffer.view(), rows, cols)
}

fn matrix_mut<E: Element>(buffer: &mut Buffer, rows: usize, cols: usize) -> MatrixMut<'_> {
    E::matrix_mut(buffer.view_mut(), rows, cols)
}

struct Linear {
    x: Var,
    weight: ParamId,
    bias: Option<ParamId>,
}

impl Operation for Linear {
    fn backward(&mut self, gradient: Buffer, pass: &mut Backward<'_>) {
        let (rows, out_features) = (pass.output().rows, pass.output().cols);
        let input = pass.input(self.x);
        let in_features = input.cols;
        let precision = pass.precision;
        let before = pass.take(self.x);
        let accumulate = before.is_some();
        let mut dx = before.unwrap_or_else(|| pass.like(self.x));
        with_element!(precision, E => {
            let dy = matrix::<E>(&gradient, rows, out_features);
            gemm(
                dy,
                Right::Packed(pass.parameters.packed(self.weight, precision)),
                matrix_mut::<E>(&mut dx, rows, in_features),
                accumulate,
                None,
            );
            let (_, dw) = pass.parameters.value_and_gradient(self.weight);
            gemm(
                dy.transposed(),
                Right::Matrix(matrix::<E>(&input.buffer, rows, in_features)),
                MatrixMut::f32(dw, out_features, in_features),
                true,
                None,
            );
            if let Some(bias) = self.bias {
                let (_, db) = pass.parameters.value_and_gradient(bias);
                sum_columns::<E>(gradient.view(), db);
            }
        });
        pass.add(self.x, dx);
        pass.workspace.give(gradient);
    }

    fn cost(&self, shapes: &Shapes<'_>) -> Cost {
        let ((rows, from), (_, to)) = (shapes.shape(self.x), shapes.output);
        let weights = shapes.numbers(self.weight);
        let (x, y) = (shapes.bytes(self.x), shapes.output_bytes());
        let flops = 2.0 * rows as f64 * weights;
        let packed = shapes.size * weights;
        let gradient = (2 * size_of::<f32>()) as f64 * weights;
        Cost {
            name: format!("linear {from} → {to}"),
            forward: Work::new(flops, x + packed + y),
            backward: Work::new(2.0 * flops, 2.0 * x + y + packed + gradient),
        }
    }
}

/// `sums[j] += Σ_i x[i, j]`; tasks own columns, so the order of each sum is fixed.
fn sum_columns<E: Element>(x: &[E], sums: &mut [f32]) {
    let cols = sums.len();
    let split = crate::rows::Split::new(sums);
    for_blocks(cols, 64, |range| {
        // SAFETY: blocks of columns are disjoint.
        let sums = unsafe { split.range(range.clone()) };
        for row in x.chunks_exact(cols) {
            for (sum, value) in sums.iter_mut().zip(&row[range.clone()]) {
                *sum += value.widen();
            }
        }
    });
}

#[cfg(test)]
mod tests {
    use crate::ops::check::{Case, check};

    #[test]
    fn matches_reference() {
        let (n, i, o) = (5, 7, 9);
        check(Case {
            parameters: &[("x", &[5, 7]), ("w", &[9, 7]), ("b", &[9])],
            forward: &|tape, p| {
                let x = tape.embedding(p[0], &[0, 1, 2, 3, 4]);
                tape.linear(x, p[1], Some(p[2]))
            },
            reference: &|p| {
                let mut y = vec![0.0; n * o];
                for r in 0..n {
                    for c in 0..o {
                        let dot: f64 = (0..i).map(|k| p[0][r * i + k] * p[1][c * i + k]).sum();
                        y[r * o + c] = dot + p[2][c];
                    }
                }
                y
            },
        });
    }
}
