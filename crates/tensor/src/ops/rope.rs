//! Rotary position embedding (Su et al. 2021) in the half-split convention of Llama checkpoints.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::buffer::{Buffer, Element, with_element};
use crate::profile::{Cost, Shapes};
use crate::rows::{Split, block_for, for_blocks, vectorised};
use crate::tape::{Backward, Operation, Tape, Var};

/// `cos` and `sin` of `position · theta^(−2i/d)`, `(positions, d/2)` each.
#[derive(Default)]
pub(crate) struct Table {
    cos: Vec<f32>,
    sin: Vec<f32>,
    positions: usize,
}

/// Tables by `(d, theta)`, grown when longer positions appear.
#[derive(Default)]
pub(crate) struct Tables(BTreeMap<(usize, u32), Arc<Table>>);

impl Tables {
    fn get(&mut self, dim: usize, theta: f32, positions: usize) -> Arc<Table> {
        let table = self.0.entry((dim, theta.to_bits())).or_default();
        if table.positions < positions {
            *table = Arc::new(Table::new(dim, theta, positions.next_power_of_two()));
        }
        Arc::clone(table)
    }
}

impl Table {
    fn new(dim: usize, theta: f32, positions: usize) -> Self {
        let half = dim / 2;
        let mut table = Table {
            cos: Vec::new(),
            sin: Vec::new(),
            positions,
        };
        for position in 0..positions {
            for i in 0..half {
                let frequency = f64::from(theta).powf(-2.0 * i as f64 / dim as f64);
                let angle = position as f64 * frequency;
                table.cos.push(angle.cos() as f32);
                table.sin.push(angle.sin() as f32);
            }
        }
        table
    }
}

impl Tape<'_> {
    /// Rotates each head of `x (N, heads · d)` by its row's position:
    /// `(a, b) → (a cos − b sin, b cos + a sin)` with `a`, `b` the halves of the head.
    /// The result has the shape of `x`.
    pub fn rope(&mut self, x: Var, heads: usize, positions: &[u32], theta: f32) -> Var {
        let (rows, cols) = self.shape(x);
        assert_eq!(positions.len(), rows, "one position a row");
        assert_eq!(cols % (2 * heads), 0, "heads of even width");
        let longest = positions.iter().max().map_or(0, |p| *p as usize + 1);
        let table = self.workspace.rotary.get(cols / heads, theta, longest);
        let operation = Rope {
            x,
            heads,
            positions: positions.to_vec(),
            table,
        };
        let mut out = self.output(rows, cols);
        with_element!(self.precision, E => {
            operation.rotate::<E>(self.value(x).buffer.view(), out.view_mut(), 1.0);
        });
        self.push(out, rows, cols, Some(Box::new(operation)))
    }
}

struct Rope {
    x: Var,
    heads: usize,
    positions: Vec<u32>,
    table: Arc<Table>,
}

impl Rope {
    /// `direction` is 1 forwards and −1 for the gradient: a rotation's transpose is its inverse.
    fn rotate<E: Element>(&self, x: &[E], out: &mut [E], direction: f32) {
        if x.is_empty() {
            return;
        }
        let cols = x.len() / self.positions.len();
        let dim = cols / self.heads;
        let half = dim / 2;
        let split = Split::new(out);
        for_blocks(self.positions.len(), block_for(cols), |rows| {
            let range = rows.start * cols..rows.end * cols;
            // SAFETY: blocks are disjoint.
            let out = unsafe { split.range(range.clone()) };
            let x = &x[range];
            let positions = &self.positions[rows];
            vectorised(
                #[inline(always)]
                || {
                    let rows = x.chunks_exact(cols).zip(out.chunks_exact_mut(cols));
                    for ((x, out), position) in rows.zip(positions) {
                        let start = *position as usize * half;
                        let cos = &self.table.cos[start..start + half];
                        let sin = &self.table.sin[start..start + half];
                        for (x, out) in x.chunks_exact(dim).zip(out.chunks_exact_mut(dim)) {
                            let (a, b) = x.split_at(half);
                            let (out_a, out_b) = out.split_at_mut(half);
                            // A loop that writes to one slice vectorises, one that writes to two does not.
                            let (b, out_b) = (&b[..half], &mut out_b[..half]);
                            for i in 0..half {
                                let turned = b[i].widen() * (direction * sin[i]);
                                out_a[i] = E::narrow(a[i].widen() * cos[i] - turned);
                            }
                            for i in 0..half {
                                let turned = a[i].widen() * (direction * sin[i]);
                                out_b[i] = E::narrow(b[i].widen() * cos[i] + turned);
                            }
                        }
                    }
                },
            );
        });
    }
}

impl Operation for Rope {
    fn backward(&mut self, gradient: Buffer, pass: &mut Backward<'_>) {
        let mut dx = pass.like(self.x);
        with_element!(pass.precision, E => {
            self.rotate::<E>(gradient.view(), dx.view_mut(), -1.0);
        });
        pass.add(self.x, dx);
        pass.workspace.give(gradient);
    }

    fn cost(&self, shapes: &Shapes<'_>) -> Cost {
        Cost::moving("rotary positions".into(), shapes, 2.0, 2.0)
    }
}

#[cfg(test)]
mod tests {
    use crate::ops::check::{Case, check};

    #[test]
    fn matches_reference() {
        let positions = [0u32, 3, 1, 7];
        let (heads, dim) = (2, 6);
        check(Case {
            parameters: &[("x", &[4, 12])],
            forward: &|tape, p| {
                let x = tape.embedding(p[0], &[0, 1, 2, 3]);
                tape.rope(x, heads, &positions, 100.0)
            },
            reference: &|p| {
                let mut out = vec![0.0; p[0].len()];
                for (row, position) in positions.iter().enumerate() {
                    for head in 0..heads {
                        for i in 0..dim / 2 {
                            let at = row * heads * dim + head * dim + i;
                            let angle =
                                f64::from(*position) * 100f64.powf(-2.0 * i as f64 / dim as f64);
                            let (a, b) = (p[0][at], p[0][at + dim / 2]);
                            out[at] = a * angle.cos() - b * angle.sin();
                            out[at + dim / 2] = b * angle.cos() + a * angle.sin();
                        }
                    }
                }
                out
            },
        });
    }
}
