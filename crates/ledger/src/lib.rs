//! What was made of what, by whom, under which licence: the bookkeeping that every other crate
//! stands on.

mod error;
mod licence;
mod policy;
mod progress;
pub mod random;

pub use error::Error;
pub use licence::{Duties, Scope, Use};
pub use policy::{Decision, Policy};
pub use progress::{Progress, Report, silent};
