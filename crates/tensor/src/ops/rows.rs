//! Some rows of a value: what is computed from them is computed for no others.

use crate::buffer::{Buffer, with_element};
use crate::profile::{Cost, Shapes, Work};
use crate::rows::fill_rows;
use crate::tape::{Backward, Operation, Tape, Var};

impl Tape<'_> {
    /// Some `rows` of `x (N, D)`, in ascending order, each once: `(rows.len(), D)`.
    pub fn rows(&mut self, x: Var, rows: &[usize]) -> Var {
        let (count, cols) = self.shape(x);
        assert!(
            rows.is_sorted_by(|before, after| before < after),
            "rows are named in ascending order, each once"
        );
        assert!(rows.last().is_none_or(|last| *last < count), "no such row");
        let mut out = self.output(rows.len(), cols);
        with_element!(self.precision, E => {
            let x = self.value(x).buffer.view::<E>();
            fill_rows(out.view_mut::<E>(), cols, |at, out| {
                out.copy_from_slice(&x[rows[at] * cols..][..cols]);
            });
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
            let gradient = gradient.view::<E>();
            fill_rows(dx.view_mut::<E>(), cols, |row, dx| match self.rows.binary_search(&row) {
                Ok(at) => dx.copy_from_slice(&gradient[at * cols..][..cols]),
                Err(_) => dx.fill(<E as Default>::default()),
            });
        });
        pass.add(self.x, dx);
        pass.workspace.give(gradient);
    }

    fn cost(&self, shapes: &Shapes<'_>) -> Cost {
        Cost {
            name: "some rows".into(),
            forward: Work::moving(2.0 * shapes.output_bytes()),
            backward: Work::moving(shapes.output_bytes() + shapes.bytes(self.x)),
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::ops::check::{Case, check};
    use crate::{Parameters, Precision, Tape, Workspace};

    #[test]
    fn match_reference() {
        check(Case {
            parameters: &[("x", &[5, 3])],
            forward: &|tape, p| {
                let x = tape.embedding(p[0], &[0, 1, 2, 3, 4]);
                let some = tape.rows(x, &[0, 3, 4]);
                let again = tape.rows(x, &[0, 1, 3]);
                tape.add(some, again)
            },
            reference: &|p| {
                let row = |row: usize| &p[0][row * 3..][..3];
                let sum = |(a, b): (usize, usize)| row(a).iter().zip(row(b)).map(|(a, b)| a + b);
                [(0, 0), (3, 1), (4, 3)].into_iter().flat_map(sum).collect()
            },
        });
    }

    #[test]
    #[should_panic(expected = "each once")]
    fn no_row_is_named_twice() {
        let (parameters, mut workspace) = (Parameters::default(), Workspace::default());
        let mut tape = Tape::inference(&parameters, &mut workspace, Precision::F32);
        let x = tape.constant(&[1.0, 2.0, 3.0], 1);
        tape.rows(x, &[0, 2, 2]);
    }
}
