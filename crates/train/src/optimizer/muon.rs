//! Muon: momentum, made orthogonal (Jordan et al., "Muon: an optimizer for hidden layers in neural
//! networks", 2024, <https://kellerjordan.github.io/posts/muon/>).
//!
//! The update of a matrix is its Nesterov momentum with all singular values moved close to 1, which
//! is the steepest descent under the spectral norm. Newton–Schulz iterations do that with matrix
//! products only.

use tensor::Work;
use tensor::cpu::{Compute, Matrix};
use tensor::linalg::{Products, elementwise, sum_of_squares};

/// The state of one `(rows, cols)` matrix.
pub struct Muon {
    rows: usize,
    cols: usize,
    pub(super) momentum: Vec<f32>,
}

/// What a step is taken with.
#[derive(Clone, Copy, Debug)]
pub struct Rates {
    pub lr: f64,
    pub momentum: f64,
    pub weight_decay: f64,
    pub iterations: u32,
}

impl Muon {
    pub fn new(rows: usize, cols: usize) -> Self {
        Self {
            rows,
            cols,
            momentum: vec![0.0; rows * cols],
        }
    }

    /// `θ ← θ·(1 − lr·decay) − lr · √max(1, rows/cols) · orthogonal(nesterov momentum)`.
    ///
    /// The factor is Jordan's: with it, one learning rate serves matrices of all shapes, because an
    /// orthogonal `(Out, In)` update changes outputs by the same root mean square whatever the shape.
    pub fn step(
        &mut self,
        value: &mut [f32],
        gradient: &[f32],
        gradient_scale: f32,
        rates: Rates,
        scratch: &mut Scratch,
    ) {
        let beta = rates.momentum as f32;
        let mut update = std::mem::take(&mut scratch.update);
        update.resize(gradient.len(), 0.0);
        let slices = [&mut self.momentum[..], &mut update[..]];
        elementwise(
            slices,
            gradient,
            #[inline(always)]
            |[momentum, update], gradient| {
                for ((momentum, update), gradient) in momentum.iter_mut().zip(update).zip(gradient)
                {
                    let gradient = gradient * gradient_scale;
                    *momentum = beta * *momentum + gradient;
                    *update = beta * *momentum + gradient;
                }
            },
        );
        orthogonalise_with(&mut update, self.rows, self.cols, rates.iterations, scratch);
        let keep = (1.0 - rates.lr * rates.weight_decay) as f32;
        let shape_factor = (self.rows as f64 / self.cols as f64).max(1.0).sqrt();
        let size = (rates.lr * shape_factor) as f32;
        elementwise(
            [value],
            &update,
            #[inline(always)]
            |[value], update| {
                for (value, update) in value.iter_mut().zip(update) {
                    *value = keep * *value - size * update;
                }
            },
        );
        scratch.update = update;
    }

    /// The work of a step: of the two symmetric products of an iteration half is computed.
    pub(super) fn work(&self, iterations: u32) -> Work {
        let numbers = (self.rows * self.cols) as f64;
        let (short, long) = (
            self.rows.min(self.cols) as f64,
            self.rows.max(self.cols) as f64,
        );
        Work {
            flops: f64::from(iterations) * short * short * (3.0 * long + short),
            // Read the gradient, change momentum and value.
            bytes: 5.0 * size_of::<f32>() as f64 * numbers,
        }
    }
}

/// Replaces the row-major `(rows, cols)` matrix `U Σ Vᵀ` by approximately `U Vᵀ`: its singular
/// values end up between about 0.7 and 1.2.
///
/// Each iteration multiplies `X` by `aI + bG + cG²`, where `G` is its Gram matrix, which applies
/// `σ ↦ aσ + bσ³ + cσ⁵` to the singular values, with the coefficients that Jordan chose for the steepest rise at 0. Products are taken in bf16 where the processor has
/// units for it: the iteration forgives their rounding.
pub fn orthogonalise(matrix: &mut [f32], rows: usize, cols: usize, iterations: u32) {
    orthogonalise_with(matrix, rows, cols, iterations, &mut Scratch::default());
}

/// Memory that serves one matrix after the other.
pub struct Scratch {
    update: Vec<f32>,
    gram: Vec<f32>,
    polynomial: Vec<f32>,
    product: Vec<f32>,
    products: Products,
}

impl Default for Scratch {
    fn default() -> Self {
        Self {
            update: Vec::new(),
            gram: Vec::new(),
            polynomial: Vec::new(),
            product: Vec::new(),
            products: Products::new(Compute::Bf16),
        }
    }
}

fn orthogonalise_with(
    matrix: &mut [f32],
    rows: usize,
    cols: usize,
    iterations: u32,
    scratch: &mut Scratch,
) {
    const A: f32 = 3.4445;
    const B: f32 = -4.7750;
    const C: f32 = 2.0315;
    assert_eq!(matrix.len(), rows * cols, "a matrix of {rows} × {cols}");
    // The Gram matrix is taken on the shorter side: X Xᵀ for wide matrices, Xᵀ X for tall ones.
    let wide = rows <= cols;
    let side = rows.min(cols);
    let Scratch {
        gram,
        polynomial,
        product,
        products,
        ..
    } = scratch;
    gram.resize(side * side, 0.0);
    polynomial.resize(side * side, 0.0);
    product.resize(rows * cols, 0.0);
    let scale = (1.0 / (sum_of_squares(matrix).sqrt() + 1e-7)) as f32;
    elementwise(
        [&mut product[..]],
        matrix,
        #[inline(always)]
        |[x], matrix| {
            x.iter_mut().zip(matrix).for_each(|(x, m)| *x = scale * m);
        },
    );
    let (mut x, mut next) = (&mut product[..], &mut matrix[..]);
    for _ in 0..iterations {
        let current = Matrix::f32(x, rows, cols);
        match wide {
            true => products.symmetric(current, current.transposed(), gram),
            false => products.symmetric(current.transposed(), current, gram),
        }
        products.polynomial(gram, side, [A, B, C], polynomial);
        let factor = Matrix::f32(polynomial, side, side);
        match wide {
            true => products.matmul(factor, current, next),
            false => products.matmul(current, factor, next),
        }
        std::mem::swap(&mut x, &mut next);
    }
    if iterations.is_multiple_of(2) {
        next.copy_from_slice(x);
    }
}
