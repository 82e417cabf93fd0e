//! The wordings as data: each table is read by the module of the same matter one floor up.

pub(crate) mod about_you;
pub(crate) mod feelings;
pub(crate) mod gaps;
pub(crate) mod harmless;
pub(crate) mod names;
pub(crate) mod questions;
pub(crate) mod safety;
pub(crate) mod small_talk;
pub(crate) mod stories;
pub(crate) mod sums;
pub(crate) mod tasks;
pub(crate) mod town;
