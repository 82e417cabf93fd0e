//! One file a subcommand.

pub(crate) mod bench;
pub(crate) mod chat;
pub(crate) mod eval;
pub(crate) mod export;
pub(crate) mod generate;
pub(crate) mod lineage;
pub(crate) mod ls;
pub(crate) mod next;
pub(crate) mod rm;
pub(crate) mod run;
pub(crate) mod score;
pub(crate) mod show;
pub(crate) mod trace;
pub(crate) mod tune;
pub(crate) mod world;

/// The model that commands use when none is named.
pub(crate) const DEFAULT_MODEL: &str = "starter";
