//! Activation functions of the feed-forward layers, plain and gated.

use crate::buffer::{Buffer, Element, with_element};
use crate::cpu::math::exp;
use crate::profile::{Cost, Shapes};
use crate::rows::{Split, for_blocks, vectorised};
use crate::tape::{Backward, Operation, Tape, Var};

const BLOCK: usize = 8 * 1024;

/// A scalar function together with its derivative.
trait Function: Send + Sync + Copy + 'static {
    /// `(f(x), f'(x))`
    fn value_and_slope(self, x: f32) -> (f32, f32);
}

/// `x · σ(x)` (Elfwing et al. 2017), also called swish.
#[derive(Clone, Copy)]
struct Silu;

/// `max(0, x)²` (So et al. 2021).
#[derive(Clone, Copy)]
struct SquaredRelu;

/// `x/2 · (1 + tanh(√(2/π) (x + 0.044715 x³)))`, the form of GPT-2.
#[derive(Clone, Copy)]
struct Gelu;

impl Function for Silu {
    #[inline(always)]
    fn value_and_slope(self, x: f32) -> (f32, f32) {
        let sigmoid = 1.0 / (1.0 + exp(-x));
        let value = x * sigmoid;
        (value, sigmoid + value * (1.0 - sigmoid))
    }
}

impl Function for SquaredRelu {
    #[inline(always)]
    fn value_and_slope(self, x: f32) -> (f32, f32) {
        // Not `max`, which makes 0 of a NaN and so hides that a model has diverged.
        let positive = if x < 0.0 { 0.0 } else { x };
        (positive * positive, 2.0 * positive)
    }
}

impl Function for Gelu {
    #[inline(always)]
    fn value_and_slope(self, x: f32) -> (f32, f32) {
        const SQRT_2_OVER_PI: f32 = 0.797_884_6;
        const CUBIC: f32 = 0.044_715;
        let inner = SQRT_2_OVER_PI * (x + CUBIC * x * x * x);
        // tanh(u) = 1 − 2 / (e^{2u} + 1)
        let tanh = 1.0 - 2.0 / (exp(2.0 * inner) + 1.0);
        let inner_slope = SQRT_2_OVER_PI * (1.0 + 3.0 * CUBIC * x * x);
        let value = 0.5 * x * (1.0 + tanh);
        (
            value,
            0.5 * (1.0 + tanh) + 0.5 * x * (1.0 - tanh * tanh) * inner_slope,
        )
    }
}

impl Tape<'_> {
    /// `silu(gate) · up`, both `(N, D)` (SwiGLU, Shazeer 2020).
    pub fn swiglu(&mut self, gate: Var, up: Var) -> Var {
        self.gated(gate, up, Silu)
    }

    /// `relu(gate)² · up`, both `(N, D)`.
    pub fn relu2_gated(&mut self, gate: Var, up: Var) -> Var {
        self.gated(gate, up, SquaredRelu)
    }

    /// GELU in its tanh form, `(N, D)` as `x`.
    pub fn gelu(&mut self, x: Var) -> Var {
        self.plain(x, Gelu)
    }

    /// `relu(x)²`, `(N, D)` as `x`.
    pub fn relu2(&mut self, x: Var) -> Var {
        self.plain(x, SquaredRelu)
    }

    fn plain<F: Function>(&mut self, x: Var, function: F) -> Var {
        let (rows, cols) = self.shape(x);
        let mut out = self.output(rows, cols);
        with_element!(self.precision, E => {
            let x = self.value(x).buffer.view::<E>();
            let split = Split::new(out.view_mut::<E>());
            for_blocks(x.len(), BLOCK, |range| {
                // SAFETY: blocks are disjoint.
                let out = unsafe { split.range(range.clone()) };
                let x = &x[range];
                vectorised(#[inline(always)] || {
                    for (o, x) in out.iter_mut().zip(x) {
                        *o = E::narrow(function.value_and_slope(x.widen()).0);
                    }
                });
            });
        });
        self.push(out, rows, cols, Some(Box::new(Plain { x, function })))
    }

    fn gated<F: Function>(&mut self, gate: Var, up: Var, function: F) -> Var {
        let (rows, cols) = self.shape(gate);
        assert_eq!(self.shape(up), (rows, cols), "shapes of gate and value");
        let mut out = self.output(rows, cols);
        with_element!(self.precision, E => {
            let (gate, up) = (self.value(gate).buffer.view::<E>(), self.value(up).buffer.view::<E>());
            let split = Split::new(out.view_mut::<E>());
            for_blocks(gate.len(), BLOCK, |range| {
                // SAFETY: blocks are disjoint.
                let out = unsafe { split.range(range.clone()) };
                let (gate, up) = (&gate[range.clone()], &up[range]);
                vectorised(#[inline(always)] || {
                    for ((o, g), u) in out.iter_mut().zip(gate).zip(up) {
                        *o = E::narrow(function.value_and_slope(g.widen()).0 * u.widen());
                    }
                });
            });
        });
        self.push(
            out,
            rows,
            cols,
            Some(Box::new(Gated { gate, up, function })),
        )
    }
}

struct Plain<F> {
    x: Var,
    function: F,
}

impl<F: Function> Operation for Plain<F> {
    fn backward(&mut self, mut gradient: Buffer, pass: &mut Backward<'_>) {
        with_element!(pass.precision, E => {
            let x = pass.input(self.x).buffer.view::<E>();
            let split = Split::new(gradient.view_mut::<E>());
            for_blocks(x.len(), BLOCK, |range| {
                // SAFETY: blocks are disjoint.
                let dx = unsafe { split.range(range.clone()) };
                let x = &x[range];
                vectorised(#[inline(always)] || {
                    for (d, x) in dx.iter_mut().zip(x) {
                        *d = E::narrow(d.widen() * self.function.value_and_slope(x.widen()).1);
                    }
                });
            });
        });
        pass.add(self.x, gradient);
    }

    fn cost(&self, shapes: &Shapes<'_>) -> Cost {
        Cost::moving("activation".into(), shapes, 2.0, 3.0)
    }
}

struct Gated<F> {
    gate: Var,
    up: Var,
    function: F,
}

impl<F: Function> Operation for Gated<F> {
    fn backward(&mut self, mut gradient: Buffer, pass: &mut Backward<'_>) {
        let mut dgate = pass.like(self.gate);
        with_element!(pass.precision, E => {
            let gate = pass.input(self.gate).buffer.view::<E>();
            let up = pass.input(self.up).buffer.view::<E>();
            let split_gate = Split::new(dgate.view_mut::<E>());
            let split_up = Split::new(gradient.view_mut::<E>());
            for_blocks(gate.len(), BLOCK, |range| {
                // SAFETY: blocks are disjoint.
                let (dgate, dup) =
                    unsafe { (split_gate.range(range.clone()), split_up.range(range.clone())) };
                let (gate, up) = (&gate[range.clone()], &up[range]);
                vectorised(#[inline(always)] || {
                    for i in 0..gate.len() {
                        let dy = dup[i].widen();
                        let (value, slope) = self.function.value_and_slope(gate[i].widen());
                        dgate[i] = E::narrow(dy * up[i].widen() * slope);
                        dup[i] = E::narrow(dy * value);
                    }
                });
            });
        });
        pass.add(self.gate, dgate);
        pass.add(self.up, gradient);
    }

    fn cost(&self, shapes: &Shapes<'_>) -> Cost {
        Cost::moving("gated activation".into(), shapes, 3.0, 5.0)
    }
}

#[cfg(test)]
mod tests {
    use super::{Function, SquaredRelu};
    use crate::ops::check::{Case, check};
    use crate::parameters::ParamId;
    use crate::tape::{Tape, Var};

    fn silu(x: f64) -> f64 {
        x / (1.0 + (-x).exp())
    }

    fn relu2(x: f64) -> f64 {
        x.max(0.0).powi(2)
    }

    fn gelu(x: f64) -> f64 {
        let inner = (2.0 / std::f64::consts::PI).sqrt() * (x + 0.044715 * x.powi(3));
        0.5 * x * (1.0 + inner.tanh())
    }

    fn check_gated(forward: &dyn Fn(&mut Tape<'_>, Var, Var) -> Var, f: fn(f64) -> f64) {
        check(Case {
            parameters: &[("gate", &[3, 50]), ("up", &[3, 50])],
            forward: &|tape: &mut Tape<'_>, p: &[ParamId]| {
                let gate = tape.embedding(p[0], &[0, 1, 2]);
                let up = tape.embedding(p[1], &[0, 1, 2]);
                let (gate, up) = (tape.scale(gate, 4.0), tape.scale(up, 1.0));
                forward(tape, gate, up)
            },
            reference: &|p| {
                p[0].iter()
                    .zip(&p[1])
                    .map(|(g, u)| f(4.0 * g) * u)
                    .collect()
            },
        });
    }

    fn check_plain(forward: &dyn Fn(&mut Tape<'_>, Var) -> Var, f: fn(f64) -> f64) {
        check(Case {
            parameters: &[("x", &[3, 50])],
            forward: &|tape: &mut Tape<'_>, p: &[ParamId]| {
                let x = tape.embedding(p[0], &[0, 1, 2]);
                let x = tape.scale(x, 4.0);
                forward(tape, x)
            },
            reference: &|p| p[0].iter().map(|x| f(4.0 * x)).collect(),
        });
    }

    #[test]
    fn swiglu_matches_reference() {
        check_gated(&|tape, g, u| tape.swiglu(g, u), silu);
    }

    #[test]
    fn relu2_of_no_number_is_no_number() {
        let (value, slope) = SquaredRelu.value_and_slope(f32::NAN);
        assert!(value.is_nan() && slope.is_nan());
    }

    #[test]
    fn relu2_gated_matches_reference() {
        check_gated(&|tape, g, u| tape.relu2_gated(g, u), relu2);
    }

    #[test]
    fn gelu_matches_reference() {
        check_plain(&|tape, x| tape.gelu(x), gelu);
    }

    #[test]
    fn relu2_matches_reference() {
        check_plain(&|tape, x| tape.relu2(x), relu2);
    }
}
