//! Linear layers, where the time goes.

use crate::buffer::{Buffer, Element, with_element};
use crate::cpu::{Matrix, MatrixMut, Right, Sum, gemm, gemm_sums};
use crate::parameters::ParamId;
use crate::profile::{Cost, Shapes, Work};
use crate::rows::for_blocks;
use crate::tape::{Backward, Operation, Tape, Var};

/// The weights of a linear layer: `y = x Wᵀ + b`.
#[derive(Clone, Copy, Debug)]
pub struct Linear {
    /// (Out, In), as PyTorch stores it.
    pub weight: ParamId,
    /// (Out)
    pub bias: Option<ParamId>,
}

impl Tape<'_> {
    /// `y = x Wᵀ + b` with `x (N, In)`: `(N, Out)`.
    pub fn linear(&mut self, x: Var, layer: Linear) -> Var {
        let [y] = self.linears(x, [layer]);
        y
    }

    /// `plus + x Wᵀ + b`, `plus (N, Out)`: a layer on a residual stream.
    pub fn linear_onto(&mut self, plus: Var, x: Var, layer: Linear) -> Var {
        let [y] = self.linear_group(x, [layer], Some(plus));
        y
    }

    /// Several layers of the same `x (N, In)`, which is read once for all: forwards, and for its
    /// gradient. What is differentiated must have been computed from the last output at least:
    /// [`Tape::backward`] panics otherwise.
    pub fn linears<const L: usize>(&mut self, x: Var, layers: [Linear; L]) -> [Var; L] {
        self.linear_group(x, layers, None)
    }

    fn linear_group<const L: usize>(
        &mut self,
        x: Var,
        layers: [Linear; L],
        plus: Option<Var>,
    ) -> [Var; L] {
        let (rows, cols) = self.shape(x);
        let width = |tape: &Self, layer: &Linear| {
            let parameters = tape.parameters.get();
            let (outputs, inputs) = parameters.matrix_shape(layer.weight);
            assert_eq!(
                cols,
                inputs,
                "input width of {}",
                parameters.name(layer.weight)
            );
            outputs
        };
        let widths = layers.map(|layer| width(self, &layer));
        let mut outs = widths.map(|width| self.output(rows, width));
        let parameters = self.parameters.get();
        with_element!(self.precision, E => {
            let plus = plus.map(|plus| {
                let value = self.value(plus);
                matrix::<E>(&value.buffer, value.rows, value.cols)
            });
            let mut sums: Vec<Sum> = (outs.iter_mut().zip(widths).zip(&layers))
                .map(|((out, width), layer)| Sum {
                    terms: vec![(0, parameters.packed_transposed(layer.weight, self.precision))],
                    out: matrix_mut::<E>(out, rows, width),
                    accumulate: false,
                    bias: layer.bias.map(|bias| parameters.value(bias)),
                    plus,
                    finish: None,
                })
                .collect();
            let x = matrix::<E>(&self.value(x).buffer, rows, cols);
            gemm_sums(&[x], &mut sums);
        });
        let mut outs = outs.into_iter().zip(widths);
        let last = outs.next_back().expect("at least one layer");
        // The last output is the first whose gradient is looked at: by then those of all are complete.
        let companions: Vec<Var> = outs
            .map(|(out, width)| self.push_companion(out, rows, width))
            .collect();
        let operation = LinearGroup {
            x,
            layers: layers.to_vec(),
            plus,
            companions: companions.clone(),
        };
        let last = self.push(last.0, rows, last.1, Some(Box::new(operation)));
        let mut all = companions.into_iter().chain([last]);
        layers.map(|_| all.next().expect("an output a layer"))
    }
}

fn matrix<E: Element>(buffer: &Buffer, rows: usize, cols: usize) -> Matrix<'_> {
    E::matrix(buffer.view(), rows, cols)
}

fn matrix_mut<E: Element>(buffer: &mut Buffer, rows: usize, cols: usize) -> MatrixMut<'_> {
    E::matrix_mut(buffer.view_mut(), rows, cols)
}

/// Layers of one input; it belongs to the last output, whose companions are the others.
struct LinearGroup {
    x: Var,
    layers: Vec<Linear>,
    plus: Option<Var>,
    companions: Vec<Var>,
}

impl Operation for LinearGroup {
    fn backward(&mut self, gradient: Buffer, pass: &mut Backward<'_>) {
        let rows = pass.output().rows;
        let mut gradients: Vec<(Linear, Buffer)> = Vec::new();
        for (companion, layer) in self.companions.iter().zip(&self.layers) {
            // An output that nothing was computed from has no gradient.
            gradients.extend(pass.take(*companion).map(|gradient| (*layer, gradient)));
        }
        gradients.push((self.layers[self.companions.len()], gradient));
        self.backward_input(rows, &gradients, pass);
        self.backward_weights(rows, &gradients, pass);
        for (_, gradient) in gradients {
            match self.plus {
                Some(plus) => pass.add(plus, gradient),
                None => pass.workspace.give(gradient),
            }
        }
    }

    fn cost(&self, shapes: &Shapes<'_>) -> Cost {
        let ((rows, from), size) = (shapes.shape(self.x), shapes.size);
        let weights: f64 = (self.layers.iter())
            .map(|layer| shapes.numbers(layer.weight))
            .sum();
        let to = weights as usize / from;
        let (x, y) = (shapes.bytes(self.x), size * (rows * to) as f64);
        let plus = if self.plus.is_some() { y } else { 0.0 };
        let flops = 2.0 * rows as f64 * weights;
        let packed = size * weights;
        let gradient = (2 * size_of::<f32>()) as f64 * weights;
        Cost {
            name: format!("linear {from} → {to}"),
            forward: Work::new(flops, x + packed + y + plus),
            backward: Work::new(2.0 * flops, 2.0 * x + y + packed + gradient),
        }
    }
}

impl LinearGroup {
    /// `dx += Σ dy·W`.
    fn backward_input(&self, rows: usize, gradients: &[(Linear, Buffer)], pass: &mut Backward<'_>) {
        let cols = pass.input(self.x).cols;
        let precision = pass.precision;
        let before = pass.take(self.x);
        let accumulate = before.is_some();
        let mut dx = before.unwrap_or_else(|| pass.like(self.x));
        with_element!(precision, E => {
            let lefts: Vec<Matrix> = (gradients.iter())
                .map(|(layer, gradient)| {
                    let (width, _) = pass.parameters.matrix_shape(layer.weight);
                    matrix::<E>(gradient, rows, width)
                })
                .collect();
            let right = |layer: &Linear| pass.parameters.packed(layer.weight, precision);
            let terms = gradients.iter().enumerate();
            let sum = Sum {
                terms: terms.map(|(i, (layer, _))| (i, right(layer))).collect(),
                out: matrix_mut::<E>(&mut dx, rows, cols),
                accumulate,
                bias: None,
                plus: None,
                finish: None,
            };
            gemm_sums(&lefts, &mut [sum]);
        });
        pass.add(self.x, dx);
    }

    /// `dW += dyᵀ·x` and `db += Σ dy`.
    fn backward_weights(
        &self,
        rows: usize,
        gradients: &[(Linear, Buffer)],
        pass: &mut Backward<'_>,
    ) {
        let precision = pass.precision;
        let x = pass.input(self.x);
        let packed = &mut pass.workspace.right;
        with_element!(precision, E => {
            packed.pack_into(matrix::<E>(&x.buffer, rows, x.cols), precision.compute());
            for (layer, gradient) in gradients {
                let (outputs, _) = pass.parameters.matrix_shape(layer.weight);
                let (_, dw) = pass.parameters.value_and_gradient(layer.weight);
                gemm(
                    matrix::<E>(gradient, rows, outputs).transposed(),
                    Right::Packed(packed),
                    MatrixMut::f32(dw, outputs, x.cols),
                    true,
                    None,
                );
                if let Some(bias) = layer.bias {
                    let (_, db) = pass.parameters.value_and_gradient(bias);
                    sum_columns::<E>(gradient.view(), db);
                }
            }
        });
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
    use super::*;
    use crate::ops::check::{Case, check};

    /// `x Wᵀ + b` with `x (n, i)`, `W (o, i)`.
    fn reference(x: &[f64], w: &[f64], b: &[f64], i: usize) -> Vec<f64> {
        let o = b.len();
        let dot = |r: usize, c: usize| (0..i).map(|k| x[r * i + k] * w[c * i + k]).sum::<f64>();
        (0..x.len() / i * o)
            .map(|at| dot(at / o, at % o) + b[at % o])
            .collect()
    }

    fn layer(weight: ParamId, bias: Option<ParamId>) -> Linear {
        Linear { weight, bias }
    }

    #[test]
    fn matches_reference() {
        check(Case {
            parameters: &[("x", &[5, 7]), ("w", &[9, 7]), ("b", &[9])],
            forward: &|tape, p| {
                let x = tape.embedding(p[0], &[0, 1, 2, 3, 4]);
                tape.linear(x, layer(p[1], Some(p[2])))
            },
            reference: &|p| reference(&p[0], &p[1], &p[2], 7),
        });
    }

    #[test]
    fn layers_of_one_input_match_reference() {
        let parameters: &[(&str, &[usize])] =
            &[("x", &[5, 7]), ("v", &[9, 7]), ("c", &[9]), ("w", &[9, 7])];
        check(Case {
            parameters,
            forward: &|tape, p| {
                let x = tape.embedding(p[0], &[0, 1, 2, 3, 4]);
                let [v, w] = tape.linears(x, [layer(p[1], Some(p[2])), layer(p[3], None)]);
                tape.swiglu(v, w)
            },
            reference: &|p| {
                let v = reference(&p[0], &p[1], &p[2], 7);
                let w = reference(&p[0], &p[3], &[0.0; 9], 7);
                let silu = |x: f64| x / (1.0 + (-x).exp());
                v.iter().zip(&w).map(|(v, w)| silu(*v) * w).collect()
            },
        });
    }

    fn two_layers(tape: &mut Tape<'_>, p: &[ParamId]) -> [Var; 2] {
        let x = tape.embedding(p[0], &[0, 1]);
        tape.linears(x, [layer(p[1], None), layer(p[1], None)])
    }

    #[test]
    fn the_last_of_several_outputs_may_be_used_alone() {
        check(Case {
            parameters: &[("x", &[2, 7]), ("w", &[9, 7])],
            forward: &|tape, p| two_layers(tape, p)[1],
            reference: &|p| reference(&p[0], &p[1], &[0.0; 9], 7),
        });
    }

    #[test]
    #[should_panic(expected = "the last of them has none")]
    fn outputs_before_the_last_may_not() {
        check(Case {
            parameters: &[("x", &[2, 7]), ("w", &[9, 7])],
            forward: &|tape, p| two_layers(tape, p)[0],
            reference: &|p| reference(&p[0], &p[1], &[0.0; 9], 7),
        });
    }

    /// The sum hands its gradient to `x` before the layer does.
    #[test]
    fn a_gradient_is_added_to_what_is_there() {
        check(Case {
            parameters: &[("x", &[5, 7]), ("w", &[7, 7])],
            forward: &|tape, p| {
                let x = tape.embedding(p[0], &[0, 1, 2, 3, 4]);
                let y = tape.linear(x, layer(p[1], None));
                tape.add(y, x)
            },
            reference: &|p| {
                let y = reference(&p[0], &p[1], &[0.0; 7], 7);
                y.iter().zip(&p[0]).map(|(y, x)| y + x).collect()
            },
        });
    }

    #[test]
    fn a_layer_on_a_residual_stream_matches_reference() {
        check(Case {
            parameters: &[("x", &[5, 7]), ("w", &[7, 7]), ("b", &[7])],
            forward: &|tape, p| {
                let x = tape.embedding(p[0], &[0, 1, 2, 3, 4]);
                tape.linear_onto(x, x, layer(p[1], Some(p[2])))
            },
            reference: &|p| {
                let y = reference(&p[0], &p[1], &p[2], 7);
                y.iter().zip(&p[0]).map(|(y, x)| y + x).collect()
            },
        });
    }
}
