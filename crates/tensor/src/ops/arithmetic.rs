//! Sums and scalings of whole values.

use crate::buffer::{Buffer, Element, with_element};
use crate::profile::{Cost, Shapes};
use crate::rows::{Split, for_blocks, vectorised};
use crate::tape::{Backward, Operation, Tape, Var};

const BLOCK: usize = 16 * 1024;

impl Tape<'_> {
    /// `a + b`, both `(N, D)`: the residual connection.
    pub fn add(&mut self, a: Var, b: Var) -> Var {
        let (rows, cols) = self.shape(a);
        assert_eq!(self.shape(b), (rows, cols), "shapes of a sum");
        let mut out = self.output(rows, cols);
        with_element!(self.precision, E => {
            let (a, b) = (self.value(a).buffer.view::<E>(), self.value(b).buffer.view::<E>());
            let split = Split::new(out.view_mut::<E>());
            for_blocks(a.len(), BLOCK, |range| {
                // SAFETY: blocks are disjoint.
                let out = unsafe { split.range(range.clone()) };
                let (a, b) = (&a[range.clone()], &b[range]);
                vectorised(#[inline(always)] || {
                    for ((o, a), b) in out.iter_mut().zip(a).zip(b) {
                        *o = E::narrow(a.widen() + b.widen());
                    }
                });
            });
        });
        self.push(out, rows, cols, Some(Box::new(Add { a, b })))
    }

    /// `factor · x`.
    pub fn scale(&mut self, x: Var, factor: f32) -> Var {
        let (rows, cols) = self.shape(x);
        let mut out = self.output(rows, cols);
        with_element!(self.precision, E => {
            scaled::<E>(self.value(x).buffer.view(), factor, out.view_mut());
        });
        self.push(out, rows, cols, Some(Box::new(Scale { x, factor })))
    }
}

struct Add {
    a: Var,
    b: Var,
}

impl Operation for Add {
    fn backward(&mut self, gradient: Buffer, pass: &mut Backward<'_>) {
        let mut copy = pass.like(self.a);
        with_element!(pass.precision, E => copy.view_mut::<E>().copy_from_slice(gradient.view()));
        pass.add(self.a, copy);
        pass.add(self.b, gradient);
    }

    fn cost(&self, shapes: &Shapes<'_>) -> Cost {
        Cost::moving("sum".into(), shapes, 3.0, 2.0)
    }
}

struct Scale {
    x: Var,
    factor: f32,
}

impl Operation for Scale {
    fn backward(&mut self, gradient: Buffer, pass: &mut Backward<'_>) {
        let mut dx = pass.like(self.x);
        with_element!(pass.precision, E => {
            scaled::<E>(gradient.view(), self.factor, dx.view_mut());
        });
        pass.add(self.x, dx);
        pass.workspace.give(gradient);
    }

    fn cost(&self, shapes: &Shapes<'_>) -> Cost {
        Cost::moving("scaling".into(), shapes, 2.0, 2.0)
    }
}

fn scaled<E: Element>(x: &[E], factor: f32, out: &mut [E]) {
    for (o, x) in out.iter_mut().zip(x) {
        *o = E::narrow(factor * x.widen());
    }
}

#[cfg(test)]
mod tests {
    use crate::ops::check::{Case, check};

    #[test]
    fn sums_and_scalings_match_reference() {
        check(Case {
            parameters: &[("a", &[3, 5]), ("b", &[3, 5])],
            forward: &|tape, p| {
                let (a, b) = (
                    tape.embedding(p[0], &[0, 1, 2]),
                    tape.embedding(p[1], &[0, 1, 2]),
                );
                let half = tape.scale(a, 0.5);
                let sum = tape.add(half, b);
                tape.add(sum, a)
            },
            reference: &|p| p[0].iter().zip(&p[1]).map(|(a, b)| 1.5 * a + b).collect(),
        });
    }
}
