//! Plain matrix products on f32 slices, for optimisers.

use crate::cpu::{Matrix, MatrixMut, Right, gemm};

/// `c = op(a) · op(b)` with `op(a) (m, k)`, `op(b) (k, n)`, `c (m, n)`, all dense row-major;
/// `op` transposes where its flag says so (the slice then holds the transposed matrix).
#[allow(clippy::too_many_arguments)]
pub fn matmul(
    a: &[f32],
    transpose_a: bool,
    b: &[f32],
    transpose_b: bool,
    c: &mut [f32],
    m: usize,
    k: usize,
    n: usize,
) {
    let a = if transpose_a {
        Matrix::f32(a, k, m).transposed()
    } else {
        Matrix::f32(a, m, k)
    };
    let b = if transpose_b {
        Matrix::f32(b, n, k).transposed()
    } else {
        Matrix::f32(b, k, n)
    };
    gemm(a, Right::Matrix(b), MatrixMut::f32(c, m, n), false, None);
}

#[cfg(test)]
mod tests {
    #[test]
    fn transposes_what_it_is_told_to() {
        let (a, b) = (
            [1.0, 2.0, 3.0, 4.0, 5.0, 6.0],
            [1.0, -1.0, 2.0, 0.5, 0.0, 3.0],
        );
        let mut c = [0.0; 4];
        super::matmul(&a, false, &b, false, &mut c, 2, 3, 2);
        assert_eq!(c, [5.0, 9.0, 14.0, 16.5]);
        super::matmul(&a, false, &b, true, &mut c, 2, 3, 2);
        assert_eq!(c, [5.0, 9.5, 11.0, 20.0]);
        super::matmul(&a, true, &b, false, &mut c, 2, 3, 2);
        assert_eq!(c, [7.0, 15.5, 10.0, 18.0]);
    }
}
