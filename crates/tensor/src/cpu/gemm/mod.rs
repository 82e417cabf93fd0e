//! Matrix products.

use half::bf16;

use super::{Elements, ElementsMut, Matrix, MatrixMut};

/// The type in which a product's operands are multiplied; sums are f32 always.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Compute {
    F32,
    /// bf16 where the tier has units for it, f32 elsewhere.
    Bf16,
}

/// A right operand `(K, N)` in the order that the kernels read; for weights, packed once and used
/// many times.
#[derive(Default)]
pub struct Packed {
    rows: usize,
    cols: usize,
    values: Vec<f32>,
}

impl Packed {
    pub fn new(matrix: Matrix, compute: Compute) -> Packed {
        let mut packed = Packed::default();
        packed.pack_into(matrix, compute);
        packed
    }

    /// Packs another matrix, in the same memory where it is large enough.
    pub fn pack_into(&mut self, matrix: Matrix, _compute: Compute) {
        (self.rows, self.cols) = (matrix.rows(), matrix.cols());
        self.values.clear();
        for row in 0..matrix.rows() {
            self.values
                .extend((0..matrix.cols()).map(|col| get(&matrix, row, col)));
        }
    }

    pub fn rows(&self) -> usize {
        self.rows
    }

    pub fn cols(&self) -> usize {
        self.cols
    }
}

/// The right operand of a product.
#[derive(Clone, Copy)]
pub enum Right<'a> {
    Matrix(Matrix<'a>),
    Packed(&'a Packed),
}

fn get(matrix: &Matrix, row: usize, col: usize) -> f32 {
    let at = row * matrix.row_stride() + col * matrix.col_stride();
    match matrix.elements() {
        Elements::F32(values) => values[at],
        Elements::Bf16(values) => values[at].to_f32(),
    }
}

/// `out = a·b`, plus `out` if `accumulate`, plus `bias` (one value a column) if there is one.
/// `a` is `(M, K)`, `b` is `(K, N)`, `out` is `(M, N)`.
pub fn gemm(a: Matrix, b: Right, mut out: MatrixMut, accumulate: bool, bias: Option<&[f32]>) {
    let unpacked;
    let packed = match b {
        Right::Packed(packed) => packed,
        Right::Matrix(matrix) => {
            unpacked = Packed::new(matrix, Compute::F32);
            &unpacked
        }
    };
    let (m, k, n) = (a.rows(), a.cols(), packed.cols);
    assert_eq!(
        (packed.rows, out.rows(), out.cols()),
        (k, m, n),
        "shapes of a product"
    );
    let mut sums = vec![0.0; n];
    let stride = out.row_stride();
    for i in 0..m {
        match bias {
            Some(bias) => sums.copy_from_slice(bias),
            None => sums.fill(0.0),
        }
        for p in 0..k {
            let left = get(&a, i, p);
            for (sum, right) in sums.iter_mut().zip(&packed.values[p * n..(p + 1) * n]) {
                *sum += left * right;
            }
        }
        match out.elements_mut() {
            ElementsMut::F32(values) => {
                for (value, sum) in values[i * stride..][..n].iter_mut().zip(&sums) {
                    *value = sum + if accumulate { *value } else { 0.0 };
                }
            }
            ElementsMut::Bf16(values) => {
                for (value, sum) in values[i * stride..][..n].iter_mut().zip(&sums) {
                    let old = if accumulate { value.to_f32() } else { 0.0 };
                    *value = bf16::from_f32(sum + old);
                }
            }
        }
    }
}
