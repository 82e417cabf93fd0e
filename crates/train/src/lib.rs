//! Training.

pub mod batches;
pub mod checkpoint;
pub mod dpo;
mod error;
pub mod metrics;
pub mod objective;
pub mod optimizer;
mod reference;
mod schedule;
mod settings;
pub mod shards;
mod trainer;

pub use batches::{Batch, BatchHash, Batches, Items, Order, Packing, Piece, Row, TooLong};
pub use dpo::{Dpo, DpoSettings};
pub use error::Error;
pub use objective::{Engine, NextToken, Objective};
pub use optimizer::{Matrices, OptimizerSettings};
pub use schedule::{Budget, CoolDown, Schedule};
pub use settings::{Activations, Settings};
pub use shards::{ShardWriter, Shards};
pub use trainer::{CHECKPOINTS, Hooks, METRICS, Totals, train, weights_hash};
