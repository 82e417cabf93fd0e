//! Normalisations: LayerNorm, RMSNorm, and RMSNorm over each head (QK-norm).

use std::borrow::Cow;

use crate::buffer::{Buffer, Element, with_element};
use crate::cpu::math::sum_of_lanes;
use crate::parameters::ParamId;
use crate::profile::{Cost, Shapes};
use crate::rows::{Split, block_for, for_blocks, sum_blocks, vectorised};
use crate::tape::{Backward, Operation, Tape, Var};

impl Tape<'_> {
    /// `x / rms(x) · gain` for each row of `x (N, D)` (Zhang and Sennrich 2019); `gain (D)`.
    pub fn rms_norm(&mut self, x: Var, gain: Option<ParamId>, eps: f32) -> Var {
        let width = self.shape(x).1;
        self.normalise(Norm {
            x,
            gain,
            bias: None,
            width,
            centred: false,
            eps,
        })
    }

    /// `(x − mean) / std · gain + bias` for each row of `x (N, D)`; `gain`, `bias (D)`.
    pub fn layer_norm(&mut self, x: Var, gain: ParamId, bias: Option<ParamId>, eps: f32) -> Var {
        let width = self.shape(x).1;
        self.normalise(Norm {
            x,
            gain: Some(gain),
            bias,
            width,
            centred: true,
            eps,
        })
    }

    /// RMSNorm over each of `heads` equal parts of a row, one `gain (D / heads)` for all of them.
    pub fn head_norm(&mut self, x: Var, gain: ParamId, heads: usize, eps: f32) -> Var {
        let width = self.shape(x).1 / heads;
        self.normalise(Norm {
            x,
            gain: Some(gain),
            bias: None,
            width,
            centred: false,
            eps,
        })
    }

    fn normalise(&mut self, norm: Norm) -> Var {
        let (rows, cols) = self.shape(norm.x);
        assert_eq!(cols % norm.width, 0, "heads do not divide the width");
        let parameters = self.parameters.get();
        for id in norm.gain.iter().chain(&norm.bias) {
            assert_eq!(
                parameters.value(*id).len(),
                norm.width,
                "size of {}",
                parameters.name(*id)
            );
        }
        let mut out = self.output(rows, cols);
        let parameters = self.parameters.get();
        let gain = norm.gain.map(|id| parameters.value(id));
        let bias = norm.bias.map(|id| parameters.value(id));
        let gain = gain_or_ones(gain, norm.width);
        with_element!(self.precision, E => {
            norm.forward::<E>(self.value(norm.x).buffer.view(), &gain, bias, out.view_mut());
        });
        self.push(out, rows, cols, Some(Box::new(norm)))
    }
}

/// A normalisation over consecutive groups of `width` numbers.
struct Norm {
    x: Var,
    gain: Option<ParamId>,
    bias: Option<ParamId>,
    width: usize,
    centred: bool,
    eps: f32,
}

/// A gain of ones where there is none: a loop with a choice inside does not vectorise.
fn gain_or_ones(gain: Option<&[f32]>, width: usize) -> Cow<'_, [f32]> {
    gain.map_or_else(|| Cow::Owned(vec![1.0; width]), Cow::Borrowed)
}

impl Norm {
    fn forward<E: Element>(&self, x: &[E], gain: &[f32], bias: Option<&[f32]>, out: &mut [E]) {
        let width = self.width;
        let split = Split::new(out);
        for_blocks(x.len() / width, block_for(width), |groups| {
            let range = groups.start * width..groups.end * width;
            // SAFETY: blocks are disjoint.
            let out = unsafe { split.range(range.clone()) };
            let x = &x[range];
            vectorised(
                #[inline(always)]
                || {
                    for (x, out) in x.chunks_exact(width).zip(out.chunks_exact_mut(width)) {
                        let (mean, inverse) = self.statistics(x);
                        let scaled = |x: &E, gain: &f32| (x.widen() - mean) * inverse * gain;
                        let all = out.iter_mut().zip(x).zip(gain);
                        match bias {
                            None => all.for_each(|((out, x), g)| *out = E::narrow(scaled(x, g))),
                            Some(bias) => all.zip(bias).for_each(|(((out, x), g), bias)| {
                                *out = E::narrow(scaled(x, g) + bias);
                            }),
                        }
                    }
                },
            );
        });
    }

    /// Mean (0 for RMSNorm) and the inverse of the (root mean square) deviation of one group.
    #[inline(always)]
    fn statistics<E: Element>(&self, x: &[E]) -> (f32, f32) {
        let count = x.len() as f32;
        let mean = if self.centred {
            sum(x, x, |x, _| x) / count
        } else {
            0.0
        };
        let square = sum(x, x, |x, _| (x - mean) * (x - mean)) / count;
        (mean, 1.0 / (square + self.eps).sqrt())
    }

    /// With `x̂ = (x − mean) · inverse` and `g = dy · gain`:
    /// `dx = inverse · (g − [mean(g)] − x̂ · mean(g · x̂))`, the bracket only where centred;
    /// `dgain += Σ dy · x̂`, `dbias += Σ dy`, which lie one after the other in `sums`. `dx` is added to
    /// `onto`, or takes the place of `dy` if there is none.
    fn backward_rows<E: Element>(
        &self,
        x: &[E],
        gain: &[f32],
        dy: &mut [E],
        onto: Option<&mut [E]>,
        sums: &mut [f32],
    ) {
        let width = self.width;
        let (dy, onto) = (Split::new(dy), onto.map(Split::new));
        // Larger blocks than forwards: each brings a row of partial sums.
        let block = 4 * block_for(width);
        sum_blocks(x.len() / width, block, sums, |groups, partial| {
            let range = groups.start * width..groups.end * width;
            // SAFETY: blocks are disjoint.
            let (dy, onto) = unsafe {
                let onto = onto.as_ref().map(|onto| onto.range(range.clone()));
                (dy.range(range.clone()), onto)
            };
            let (dgain, dbias) = partial.split_at_mut(width);
            let mut onto = onto.map(|onto| onto.chunks_exact_mut(width));
            vectorised(
                #[inline(always)]
                || {
                    let mut wide = [vec![0.0; width], vec![0.0; width]];
                    let rows = x[range].chunks_exact(width).zip(dy.chunks_exact_mut(width));
                    for (x, dy) in rows {
                        if self.bias.is_some() {
                            let pairs = dbias.iter_mut().zip(dy.iter());
                            pairs.for_each(|(sum, dy)| *sum += dy.widen());
                        }
                        let onto = onto.as_mut().and_then(Iterator::next);
                        let adds = onto.is_some();
                        widen_all(x, &mut wide[0]);
                        widen_all(dy, &mut wide[1]);
                        self.backward_row(&mut wide, gain, (onto.unwrap_or(dy), adds), dgain);
                    }
                },
            );
        });
    }

    /// One row of `x` and of `dy`, which do not outlive it; `dx` is written to `out`, or added to it.
    #[inline(always)]
    fn backward_row<E: Element>(
        &self,
        [x, dy]: &mut [Vec<f32>; 2],
        gain: &[f32],
        (out, adds): (&mut [E], bool),
        dgain: &mut [f32],
    ) {
        let (mean, inverse) = self.statistics(x);
        for (((x, dy), gain), dgain) in x.iter_mut().zip(dy.iter_mut()).zip(gain).zip(dgain) {
            *x = (*x - mean) * inverse;
            *dgain += *dy * *x;
            *dy *= gain;
        }
        let (normal, g) = (x, dy);
        let count = normal.len() as f32;
        let mean_g = if self.centred {
            sum(g, g, |g, _| g) / count
        } else {
            0.0
        };
        let mean_gx = sum(g, normal, |g, normal| g * normal) / count;
        let dx = |g: f32, normal: f32| inverse * (g - mean_g - normal * mean_gx);
        let all = out.iter_mut().zip(g.iter().zip(normal.iter()));
        match adds {
            true => all.for_each(|(out, (g, x))| *out = E::narrow(out.widen() + dx(*g, *x))),
            false => all.for_each(|(out, (g, x))| *out = E::narrow(dx(*g, *x))),
        }
    }
}

#[inline(always)]
fn widen_all<E: Element>(from: &[E], to: &mut [f32]) {
    to.iter_mut()
        .zip(from)
        .for_each(|(to, from)| *to = from.widen());
}

const LANES: usize = 16;

/// `Σ f(x, y)` of two rows in sixteen running sums, so that it vectorises.
#[inline(always)]
fn sum<E: Element>(x: &[E], y: &[E], f: impl Fn(f32, f32) -> f32) -> f32 {
    let mut lanes = [0.0f32; LANES];
    let ((xs, x), (ys, y)) = (x.as_chunks::<LANES>(), y.as_chunks::<LANES>());
    let rest: f32 = x.iter().zip(y).map(|(x, y)| f(x.widen(), y.widen())).sum();
    for (x, y) in xs.iter().zip(ys) {
        for lane in 0..LANES {
            lanes[lane] += f(x[lane].widen(), y[lane].widen());
        }
    }
    sum_of_lanes(lanes) + rest
}

impl Operation for Norm {
    fn backward(&mut self, mut gradient: Buffer, pass: &mut Backward<'_>) {
        let mut onto = pass.take(self.x);
        let x = pass.input(self.x);
        let mut sums = pass.workspace.take_f32(2 * self.width);
        sums.fill(0.0);
        with_element!(pass.precision, E => {
            let gain = self.gain.map(|id| pass.parameters.value(id));
            let gain = gain_or_ones(gain, self.width);
            let (x, dy) = (x.buffer.view(), gradient.view_mut());
            let onto = onto.as_mut().map(|onto| onto.view_mut());
            self.backward_rows::<E>(x, &gain, dy, onto, &mut sums);
        });
        let (dgain, dbias) = sums.split_at(self.width);
        for (id, sum) in [(self.gain, dgain), (self.bias, dbias)] {
            let Some(id) = id else { continue };
            let (_, total) = pass.parameters.value_and_gradient(id);
            total.iter_mut().zip(sum).for_each(|(t, s)| *t += s);
        }
        pass.workspace.give_f32(sums);
        match onto {
            Some(dx) => {
                pass.add(self.x, dx);
                pass.workspace.give(gradient);
            }
            None => pass.add(self.x, gradient),
        }
    }

    fn cost(&self, shapes: &Shapes<'_>) -> Cost {
        Cost::moving(format!("norm of {}", self.width), shapes, 2.0, 3.0)
    }
}

#[cfg(test)]
mod tests {
    use crate::ops::check::{Case, check};

    fn reference(x: &[f64], gain: &[f64], bias: Option<&[f64]>, centred: bool) -> Vec<f64> {
        let width = gain.len();
        let count = width as f64;
        let mut out = Vec::new();
        for row in x.chunks(width) {
            let mean = if centred {
                row.iter().sum::<f64>() / count
            } else {
                0.0
            };
            let square = row.iter().map(|x| (x - mean) * (x - mean)).sum::<f64>() / count;
            let inverse = 1.0 / (square + 1e-5).sqrt();
            out.extend(
                (0..width)
                    .map(|j| (row[j] - mean) * inverse * gain[j] + bias.map_or(0.0, |b| b[j])),
            );
        }
        out
    }

    #[test]
    fn rms_norm_matches_reference() {
        check(Case {
            parameters: &[("x", &[4, 37]), ("gain", &[37])],
            forward: &|tape, p| {
                let x = tape.embedding(p[0], &[0, 1, 2, 3]);
                tape.rms_norm(x, Some(p[1]), 1e-5)
            },
            reference: &|p| reference(&p[0], &p[1], None, false),
        });
    }

    /// As in every block: the residual stream hands its gradient to `x` before the norm does.
    #[test]
    fn a_gradient_is_added_to_what_is_there() {
        for centred in [false, true] {
            check(Case {
                parameters: &[("x", &[4, 37]), ("gain", &[37]), ("bias", &[37])],
                forward: &|tape, p| {
                    let x = tape.embedding(p[0], &[0, 1, 2, 3]);
                    let y = match centred {
                        true => tape.layer_norm(x, p[1], Some(p[2]), 1e-5),
                        false => tape.rms_norm(x, Some(p[1]), 1e-5),
                    };
                    tape.add(y, x)
                },
                reference: &|p| {
                    let y = reference(&p[0], &p[1], centred.then_some(&p[2][..]), centred);
                    y.iter().zip(&p[0]).map(|(y, x)| y + x).collect()
                },
            });
        }
    }

    #[test]
    fn rms_norm_without_gain_matches_reference() {
        check(Case {
            parameters: &[("x", &[4, 33])],
            forward: &|tape, p| {
                let x = tape.embedding(p[0], &[0, 1, 2, 3]);
                tape.rms_norm(x, None, 1e-5)
            },
            reference: &|p| reference(&p[0], &[1.0; 33], None, false),
        });
    }

    #[test]
    fn layer_norm_matches_reference() {
        check(Case {
            parameters: &[("x", &[4, 21]), ("gain", &[21]), ("bias", &[21])],
            forward: &|tape, p| {
                let x = tape.embedding(p[0], &[0, 1, 2, 3]);
                tape.layer_norm(x, p[1], Some(p[2]), 1e-5)
            },
            reference: &|p| reference(&p[0], &p[1], Some(&p[2]), true),
        });
    }

    #[test]
    fn head_norm_matches_reference() {
        check(Case {
            parameters: &[("x", &[4, 36]), ("gain", &[12])],
            forward: &|tape, p| {
                let x = tape.embedding(p[0], &[0, 1, 2, 3]);
                tape.head_norm(x, p[1], 3, 1e-5)
            },
            reference: &|p| reference(&p[0], &p[1], None, false),
        });
    }
}
