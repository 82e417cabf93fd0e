//! The softmax of one row of logits with the log-probability of its target, and its gradient: plain
//! loops that the caller compiles for the widest vectors.

use crate::buffer::Element;
use crate::cpu::math::exp;

/// The softmax of one row.
pub(crate) struct Softmax<'l> {
    /// `exp(logit − largest)`; where logits are capped, whose slope the gradient needs, the capped
    /// logits.
    values: &'l mut [f32],
    cap: Option<f32>,
    target: usize,
    /// `log Σ exp(logit)`
    log_sum: f32,
    /// `Σ exp(logit − largest)`
    sum: f32,
    pub(crate) log_prob: f32,
}

impl<'l> Softmax<'l> {
    #[inline(always)]
    pub(crate) fn new(values: &'l mut [f32], cap: Option<f32>, target: usize) -> Self {
        if let Some(cap) = cap {
            for logit in values.iter_mut() {
                *logit = cap * tanh(*logit / cap);
            }
        }
        let logit = values[target];
        let largest = largest(values);
        let sum = exponentials(values, largest, cap.is_none());
        let log_sum = largest + sum.ln();
        Self {
            values,
            cap,
            target,
            log_sum,
            sum,
            log_prob: logit - log_sum,
        }
    }

    /// `slope · (onehot(target) − p)`, times the slope of the cap: the gradient of
    /// `slope · log_prob` by the logits as they were before the cap.
    #[inline(always)]
    pub(crate) fn gradient<E: Element>(&self, slope: f32, out: &mut [E]) {
        let values = out.iter_mut().zip(self.values.iter());
        let at_target = match self.cap {
            None => {
                let factor = -slope / self.sum;
                values.for_each(|(out, value)| *out = E::narrow(factor * value));
                slope + factor * self.values[self.target]
            }
            Some(cap) => {
                let cap_slope = |capped: f32| 1.0 - (capped / cap) * (capped / cap);
                for (out, capped) in values {
                    *out = E::narrow(-slope * exp(*capped - self.log_sum) * cap_slope(*capped));
                }
                let p = exp(self.log_prob);
                slope * (1.0 - p) * cap_slope(self.values[self.target])
            }
        };
        out[self.target] = E::narrow(at_target);
    }
}

/// `tanh` through the vectorisable exponential.
#[inline(always)]
fn tanh(x: f32) -> f32 {
    1.0 - 2.0 / (exp(2.0 * x) + 1.0)
}

const LANES: usize = 16;

#[inline(always)]
fn largest(values: &[f32]) -> f32 {
    let (whole, rest) = values.as_chunks::<LANES>();
    let mut lanes = [f32::NEG_INFINITY; LANES];
    for values in whole {
        for (lane, value) in lanes.iter_mut().zip(values) {
            *lane = if *value > *lane { *value } else { *lane };
        }
    }
    let all = lanes.iter().chain(rest);
    all.fold(f32::NEG_INFINITY, |most, value| most.max(*value))
}

/// `Σ exp(value − largest)`; the terms take the values' place if they are to be kept.
#[inline(always)]
fn exponentials(values: &mut [f32], largest: f32, keep: bool) -> f32 {
    let (whole, rest) = values.as_chunks_mut::<LANES>();
    let mut sums = [0.0f32; LANES];
    for values in whole {
        for (sum, value) in sums.iter_mut().zip(values) {
            let term = exp(*value - largest);
            *sum += term;
            *value = if keep { term } else { *value };
        }
    }
    let mut sum: f32 = sums.iter().sum();
    for value in rest {
        let term = exp(*value - largest);
        sum += term;
        *value = if keep { term } else { *value };
    }
    sum
}
