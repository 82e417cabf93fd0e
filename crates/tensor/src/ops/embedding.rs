//! Token (or position) embedding: rows of a table.

use crate::buffer::{Buffer, Element, with_element};
use crate::parameters::ParamId;
use crate::profile::{Cost, Shapes, Work};
use crate::rows::{Split, fill_rows, for_blocks};
use crate::tape::{Backward, Operation, Tape, Var};

impl Tape<'_> {
    /// Rows of `table (V, D)` picked by `ids` (N): `(N, D)`.
    pub fn embedding(&mut self, table: ParamId, ids: &[u32]) -> Var {
        let (vocabulary, dim) = self.parameters.get().matrix_shape(table);
        assert!(
            ids.iter().all(|id| (*id as usize) < vocabulary),
            "token id outside of the table"
        );
        let mut out = self.output(ids.len(), dim);
        let weights = self.parameters.get().value(table);
        with_element!(self.precision, E => {
            fill_rows(out.view_mut::<E>(), dim, |row, out| {
                let source = &weights[ids[row] as usize * dim..][..dim];
                for (out, value) in out.iter_mut().zip(source) {
                    *out = E::narrow(*value);
                }
            });
        });
        let operation = Embedding {
            table,
            ids: ids.to_vec(),
        };
        self.push(out, ids.len(), dim, Some(Box::new(operation)))
    }
}

struct Embedding {
    table: ParamId,
    ids: Vec<u32>,
}

impl Operation for Embedding {
    fn backward(&mut self, gradient: Buffer, pass: &mut Backward<'_>) {
        let dim = pass.output().cols;
        let (_, table) = pass.parameters.value_and_gradient(self.table);
        with_element!(pass.precision, E => scatter::<E>(gradient.view(), dim, &self.ids, table));
        pass.workspace.give(gradient);
    }

    fn cost(&self, shapes: &Shapes<'_>) -> Cost {
        let (rows, dim) = shapes.output;
        let of_table = (size_of::<f32>() * rows * dim) as f64;
        Cost {
            name: "embedding".into(),
            forward: Work::moving(of_table + shapes.output_bytes()),
            backward: Work::moving(2.0 * of_table + shapes.output_bytes()),
        }
    }
}

/// Adds each row of `gradient` to its token's row. Tasks own ranges of columns, so a token that
/// occurs often is summed in the order of its rows whatever the number of threads.
fn scatter<E: Element>(gradient: &[E], dim: usize, ids: &[u32], table: &mut [f32]) {
    let split = Split::new(table);
    for_blocks(dim, 64, |cols| {
        for (row, id) in gradient.chunks_exact(dim).zip(ids) {
            let start = *id as usize * dim;
            // SAFETY: tasks touch disjoint columns of every row.
            let sums = unsafe { split.range(start + cols.start..start + cols.end) };
            for (sum, g) in sums.iter_mut().zip(&row[cols.clone()]) {
                *sum += g.widen();
            }
        }
    });
}

#[cfg(test)]
mod tests {
    use crate::ops::check::{Case, check};

    #[test]
    fn matches_reference() {
        let ids = [2u32, 0, 2, 4];
        check(Case {
            parameters: &[("table", &[5, 70])],
            forward: &|tape, p| tape.embedding(p[0], &ids),
            reference: &|p| {
                ids.iter()
                    .flat_map(|id| p[0][*id as usize * 70..][..70].to_vec())
                    .collect()
            },
        });
    }
}
