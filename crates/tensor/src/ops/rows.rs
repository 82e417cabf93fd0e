//! Some rows of a value: what is computed from them is computed for no others.

use crate::buffer::{Buffer, with_element};
use crate::profile::{Cost, Shapes};
use crate::tape::{Backward, Operation, Tape, Var};

impl Tape<'_> {
    /// The `rows` of `x (N, D)`, each named once: `(rows.len(), D)`.
    pub fn rows(&mut self, x: Var, rows: &[usize]) -> Var {
        let (count, cols) = self.shape(x);
        assert!(
            rows.iter().all(|row| *row < count),
            "row outside of the value"
        );
        debug_assert!(
            rows.iter().collect::<std::collections::BTreeSet<_>>().len() == rows.len(),
            "a row is named twice"
        );
        let mut out = self.output(rows.len(), cols);
        with_element!(self.precision, E => {
            let x = self.value(x).buffer.view::<E>();
            for (out, row) in out.view_mut::<E>().chunks_exact_mut(cols).zip(rows) {
                out.copy_from_slice(&x[row * cols..][..cols]);
            }
        });
        let operation = Rows {
            x,
            rows: rows.to_vec(),
        };
        self.push(out, rows.len(), cols, Some(Box::new(operation)))
    }
}

struct Rows {
    x: Var,
    rows: Vec<usize>,
}

impl Operation for Rows {
    fn backward(&mut self, gradient: Buffer, pass: &mut Backward<'_>) {
        let cols = pass.output().cols;
        let mut dx = pass.like(self.x);
        with_element!(pass.precision, E => {
            let dx = dx.view_mut::<E>();
            dx.fill(<E as Default>::default());
            for (from, row) in gradient.view::<E>().chunks_exact(cols).zip(&self.rows) {
                dx[row * cols..][..cols].copy_from_slice(from);
            }
        });
        pass.add(self.x, dx);
        pass.workspace.give(gradient);
    }

    fn cost(&self, shapes: &Shapes<'_>) -> Cost {
        Cost::moving("some rows".into(), shapes, 2.0, 2.0)
    }
}

#[cfg(test)]
mod tests {
    use crate::ops::check::{Case, check};

    #[test]
    fn match_reference() {
        check(Case {
            parameters: &[("x", &[5, 3])],
            forward: &|tape, p| {
                let x = tape.embedding(p[0], &[0, 1, 2, 3, 4]);
                let some = tape.rows(x, &[4, 0, 3]);
                let again = tape.rows(x, &[0, 1, 3]);
                tape.add(some, again)
            },
            reference: &|p| {
                let row = |row: usize| &p[0][row * 3..][..3];
                let sum = |(a, b): (usize, usize)| row(a).iter().zip(row(b)).map(|(a, b)| a + b);
                [(4, 0), (0, 1), (3, 3)].into_iter().flat_map(sum).collect()
            },
        });
    }
}
