//! What can go wrong while a world is written.

use std::path::PathBuf;

use crate::grammar::TemplateError;

/// Why a world could not be written.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// A size outside of what the generator is made for.
    #[error("a world of {bytes} bytes cannot be written: choose from {min} to {max} bytes", min = crate::BYTES_MIN, max = crate::BYTES_MAX)]
    Size { bytes: u64 },
    /// The disk refused.
    #[error("cannot write `{}`: {source} (check free space and permissions, then write the world again)", path.display())]
    Write { path: PathBuf, source: std::io::Error },
    /// A mistake in the program's own templates.
    #[error(transparent)]
    Template(#[from] TemplateError),
}
