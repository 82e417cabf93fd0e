//! Training.

pub mod batches;
pub mod checkpoint;
mod error;
pub mod metrics;
pub mod objective;
pub mod optimizer;
mod schedule;
mod settings;
pub mod shards;
mod trainer;

pub use batches::{Batch, BatchHash, Batches, Items, Order, Packing, Piece, Row, TooLong};
pub use error::Error;
pub use objective::{Engine, NextToken, Objective};
pub use optimizer::{Matrices, OptimizerSettings};
pub use schedule::{Budget, CoolDown, Schedule};
pub use settings::{Activations, Settings};
pub use shards::{ShardWriter, Shards};
pub use trainer::{CHECKPOINTS, Hooks, METRICS, Totals, train, weights_hash};
