//! The kernels of the CPU: matrix products and attention for each kind of vector unit, and the
//! small thread pool that they run on.
//!
//! One structure serves all tiers. An operand is *packed* into the order in which the tier's
//! micro-kernel reads it, the micro-kernel computes a small block of the output from two packed
//! operands, and blocking loops that all tiers share walk over the output. See [`gemm`] for the
//! products and [`attention`] for the tiled softmax that is built from the same blocks.
//!
//! ```
//! use tensor::cpu::{Matrix, MatrixMut, Right, gemm};
//!
//! let a = [1.0, 2.0, 3.0, 4.0];
//! let b = [5.0, 6.0, 7.0, 8.0];
//! let mut product = [0.0; 4];
//! let (left, right) = (Matrix::f32(&a, 2, 2), Matrix::f32(&b, 2, 2));
//! gemm(left, Right::Matrix(right.transposed()), MatrixMut::f32(&mut product, 2, 2), false, None);
//! assert_eq!(product, [17.0, 23.0, 39.0, 53.0]);
//! ```
//!
//! Results never depend on the number of threads: the work is cut so that each element of an
//! output is computed by one task, in an order that only the shapes decide.

mod dispatch;
mod gemm;
mod matrix;
mod narrow;
mod pool;
mod scratch;
mod tier;

pub mod attention;
pub mod math;

pub use gemm::{Compute, Packed, Right, gemm};
pub(crate) use gemm::{FINISHED_COLS, Finish, Sum, block_of_products, gemm_sums, mirror};
pub use matrix::{Elements, ElementsMut, Matrix, MatrixMut};
pub use pool::{ThreadsError, detect_threads, parallel, parallel_each, threads, with_threads};
pub use tier::{Tier, TierError, tier, with_tier};
