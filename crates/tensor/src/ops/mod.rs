//! The closed set of coarse operations.
//!
//! Each file is one operation (or one small family): the methods it adds to [`crate::Tape`] with
//! their shape checks, its forward and its backward pass, and a naive reference in f64 in its
//! tests against which values and gradients are compared.

mod activation;
mod arithmetic;
pub(crate) mod attention;
pub(crate) mod attention_cached;
mod embedding;
pub(crate) mod linear;
pub(crate) mod loss;
mod norm;
pub(crate) mod rope;
mod rows;
mod softmax;

#[cfg(test)]
mod check;
