//! draft
pub mod chrf;
pub mod interval;
