//! AdamW: Adam (Kingma and Ba, 2015) with decoupled weight decay (Loshchilov and Hutter, 2019).

use tensor::Work;
use tensor::linalg::elementwise;

/// The state of one parameter.
pub struct AdamW {
    /// Running mean of the gradient.
    pub(super) mean: Vec<f32>,
    /// Running mean of its square.
    pub(super) square: Vec<f32>,
}

/// What a step is taken with.
#[derive(Clone, Copy, Debug)]
pub struct Rates {
    pub lr: f64,
    pub beta1: f64,
    pub beta2: f64,
    pub eps: f64,
    pub weight_decay: f64,
}

impl AdamW {
    pub fn new(len: usize) -> Self {
        Self {
            mean: vec![0.0; len],
            square: vec![0.0; len],
        }
    }

    /// The work of a step: read the gradient, change value, mean and square.
    pub(super) fn work(&self) -> Work {
        Work::moving(7.0 * size_of::<f32>() as f64 * self.mean.len() as f64)
    }

    /// `θ ← θ·(1 − lr·decay) − lr · m̂ / (√v̂ + eps)` with bias-corrected means; `step` counts
    /// from 0, the gradient counts `gradient_scale` times.
    pub fn step(
        &mut self,
        value: &mut [f32],
        gradient: &[f32],
        gradient_scale: f32,
        step: u64,
        rates: Rates,
    ) {
        let count = step.saturating_add(1).min(i32::MAX as u64) as i32;
        let correction1 = 1.0 - rates.beta1.powi(count);
        let correction2 = 1.0 - rates.beta2.powi(count);
        let (beta1, beta2) = (rates.beta1 as f32, rates.beta2 as f32);
        let (fresh1, fresh2) = ((1.0 - rates.beta1) as f32, (1.0 - rates.beta2) as f32);
        let keep = (1.0 - rates.lr * rates.weight_decay) as f32;
        let size = (rates.lr / correction1) as f32;
        let root = (1.0 / correction2.sqrt()) as f32;
        let eps = rates.eps as f32;
        let slices = [value, &mut self.mean, &mut self.square];
        elementwise(
            slices,
            gradient,
            #[inline(always)]
            |[value, mean, square], gradient| {
                let state = mean.iter_mut().zip(square);
                for ((value, gradient), (mean, square)) in value.iter_mut().zip(gradient).zip(state)
                {
                    let gradient = gradient * gradient_scale;
                    *mean = beta1 * *mean + fresh1 * gradient;
                    *square = beta2 * *square + fresh2 * gradient * gradient;
                    *value = keep * *value - size * *mean / (square.sqrt() * root + eps);
                }
            },
        );
    }
}
