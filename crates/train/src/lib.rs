//! Training.

pub mod batches;
pub mod checkpoint;
pub mod dpo;
mod encode;
mod error;
pub mod metrics;
pub mod objective;
pub mod optimizer;
mod reference;
mod runs;
mod schedule;
mod settings;
pub mod shards;
mod trainer;

pub use batches::{Batch, BatchHash, Batches, Items, Order, Packing, Piece, Row, TooLong};
pub use dpo::{Dpo, DpoSettings};
pub use encode::{encode_conversations, encode_documents, encode_preferences, token_bytes};
pub use error::Error;
pub use objective::{Engine, NextToken, Objective};
pub use optimizer::{Matrices, OptimizerSettings};
pub use runs::{TRAIN, TuningSettings, VALID, Work, align, pretrain, tune};
pub use schedule::{Budget, CoolDown, Schedule};
pub use settings::{Activations, Settings};
pub use shards::{ShardWriter, Shards};
pub use trainer::{CHECKPOINTS, Hooks, METRICS, Totals, train, weights_hash};
