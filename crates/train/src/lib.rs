//! Training: tokenised shards, a data order that can be computed and looked up, optimisers,
//! checkpoints, and one loop for pre-training, instruction tuning and preference training.
//!
//! ```
//! use corpus::Document;
//! use ledger::silent;
//! use model::{Config, Model};
//! use tokenizer::{Tokenizer, TrainOptions};
//! use train::{Budget, Error, Hooks, Settings, TRAIN, VALID, Work};
//!
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! # let temporary = tempfile::tempdir()?;
//! # let (shards, run) = (temporary.path().join("shards"), temporary.path().join("run"));
//! # std::fs::create_dir(&shards)?;
//! # std::fs::create_dir(&run)?;
//! let texts = ["The cat sat on the mat. 猫がマットに座った。"; 8];
//! let options = TrainOptions { vocab_size: 300, ..TrainOptions::default() };
//! let tokenizer = Tokenizer::train(texts, &options, &mut silent())?;
//! let document = |text: &str| Ok::<_, Error>(Document { text: text.into(), ..Document::default() });
//! for split in [TRAIN, VALID] {
//!     let documents = texts.into_iter().map(document);
//!     train::encode_documents(documents, &tokenizer, &shards, split, &mut silent())?;
//! }
//!
//! let mut model = Model::new(Config::llama(tokenizer.vocab_size(), 64, 32, 2, 2), 1)?;
//! let settings = Settings {
//!     context: 64,
//!     tokens_per_step: 256,
//!     budget: Budget::Steps(20),
//!     ..Settings::default()
//! };
//! let work = Work { model: &mut model, tokenizer: &tokenizer, shards: &shards, dir: &run };
//! let hooks = Hooks { report: &mut silent(), sample: &mut |_model, _step| (), profile: None };
//! let totals = train::pretrain(work, &settings, hooks)?;
//! assert!(totals.validation.and_then(|valid| valid.bits_per_byte).is_some_and(|bits| bits < 1.5));
//! # Ok(())
//! # }
//! ```
//!
//! Reading order: [`shards`] (tokens on disk), [`batches`] (which tokens at which step, and the
//! ledger of it), [`objective`] and [`dpo`] (what a step minimises), [`optimizer`], then the loop
//! [`train()`] with [`checkpoint`] and [`metrics`], the three runs [`pretrain`], [`tune`] and [`align`], and
//! last [`border`] (where an aligned model begins to decline).
//!
//! What always holds:
//!
//! - The batch of a step is a function of the seed, the step and the shards: nothing about the order
//!   is stored, and [`Batches::ledger`] tells of every step what was seen.
//! - A run that was killed and taken up again ends with the same bits as one that was not, whatever
//!   the number of threads. (Under a budget of minutes, its length depends on the machine.)
//! - A checkpoint under its name is whole, and is verified by hash when it is read.

pub mod batches;
pub mod border;
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
pub mod speed;
mod trainer;

pub use batches::{
    Batch, BatchHash, Batches, Entry, IGNORED, Items, Order, Packing, Piece, Row, TooLong,
};
pub use border::{Border, Settled, check_borders, settle_borders};
pub use dpo::{Dpo, DpoSettings};
pub use encode::{
    conversation_tokens, encode_conversations, encode_documents, encode_preferences, token_bytes,
};
pub use error::Error;
pub use objective::{Engine, NextToken, Objective};
pub use optimizer::{Matrices, OptimizerSettings};
pub use runs::{
    TRAIN, TuningSettings, VALID, Work, align, check_conversations, check_pairs, pretrain, tune,
};
pub use schedule::{Budget, CoolDown, Schedule};
pub use settings::{Activations, Settings};
pub use shards::{ShardWriter, Shards};
pub use trainer::{CHECKPOINTS, Hooks, METRICS, Timing, Totals, train, weights_hash};
