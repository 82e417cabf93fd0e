//! What was made of what, by whom, under which licence: the bookkeeping that every other crate
//! stands on.

mod progress;
pub mod random;

pub use progress::{Progress, Report, silent};
