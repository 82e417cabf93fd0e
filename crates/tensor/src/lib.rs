//! The compute core: arrays, a tape of coarse operations, and kernels for each kind of CPU.
//!
//! Rows are tokens. An activation is a matrix `(N, D)` where `N` counts all tokens of the batch,
//! packed one document after the other; a [`Segment`] names one document's rows. Positions,
//! attention and masks work per segment, so a packed batch needs no mask tensor.
//!
//! A model is written forward only; [`Tape::backward`] fills the gradients of its [`Parameters`]:
//!
//! ```
//! use tensor::{Parameters, Precision, Tape, Workspace};
//!
//! let mut parameters = Parameters::default();
//! let table = parameters.add("embedding", &[3, 2], vec![0.1, -0.2, 0.3, 0.4, -0.5, 0.6]);
//! let weight = parameters.add("head", &[3, 2], vec![0.5, 0.1, -0.3, 0.2, 0.7, -0.4]);
//!
//! let mut workspace = Workspace::default();
//! let mut tape = Tape::training(&mut parameters, &mut workspace, Precision::F32);
//! let hidden = tape.embedding(table, &[0, 2]);
//! let loss = tape.cross_entropy(hidden, weight, None, &[1, 0], &[0.5, 0.5]);
//! assert!(tape.scalar(loss) > 0.0);
//! tape.backward(loss);
//! drop(tape);
//! assert!(parameters.gradient(table).iter().any(|g| *g != 0.0));
//! ```
//!
//! Everything is deterministic: wherever work is cut for the threads, each sum has a fixed order, so
//! results do not depend on their number.

pub mod cpu;
pub mod linalg;

mod aligned;
mod buffer;
mod machine;
mod mapped;
mod ops;
mod parameters;
mod profile;
mod rows;
mod tape;

pub use buffer::{Precision, Workspace};
pub use machine::Machine;
pub use mapped::MappedFile;
pub use ops::attention::{Attention, Segment};
pub use ops::attention_cached::{CachedSegment, KvLayer};
pub use ops::linear::Linear;
pub use parameters::{ParamId, Parameters};
pub use profile::{Entry, Profile, Work};
pub use tape::{Tape, Var};
