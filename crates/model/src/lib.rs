//! One family of decoders, from GPT-2 to Llama and Qwen3, written forward only on the tape of
//! `tensor`; Hugging Face folders in and out.
//!
//! ```
//! use model::{Batch, Config, Model};
//! use tensor::{Precision, Tape, Workspace};
//!
//! let config = Config { kv_heads: 2, ..Config::llama(256, 64, 32, 2, 4) };
//! let mut model = Model::new(config, 1)?;
//!
//! let batch = Batch::packed(&[[1, 2, 3, 4], [9, 8, 7, 6]]);
//! let targets = [2, 3, 4, 5, 8, 7, 6, 5];
//! let mut workspace = Workspace::default();
//! let mut tape = Tape::training(&mut model.params, &mut workspace, Precision::F32);
//! let hidden = model.decoder.hidden(&mut tape, &batch);
//! let loss = model.decoder.loss(&mut tape, hidden, &targets, &[1.0 / 8.0; 8]);
//! // A new model knows nothing: its loss is that of guessing among 256 tokens.
//! assert!((tape.scalar(loss) - 256f32.ln()).abs() < 0.1);
//! tape.backward(loss);
//! # Ok::<(), model::Error>(())
//! ```
//!
//! Reading order: `config` (what can vary), `parameters` (names, shapes, first values), `decoder`
//! (the mathematics), `flops` (what it costs), `config_json`, `config_keys`, `layout` and
//! `folder` (foreign files).

mod config;
mod config_json;
mod config_keys;
mod decoder;
mod error;
mod flops;
mod folder;
mod layout;
mod parameters;

use tensor::Parameters;

pub use config::{Config, Mlp, Norm, Positions};
pub use config_json::Architecture;
pub use decoder::{Batch, Block, Decoder, NormWeights};
pub use error::Error;
pub use flops::ParameterCount;
pub use folder::{Storage, read_config};
pub use parameters::{Role, Spec, specs};

/// A decoder with its numbers.
///
/// Structure and numbers are two fields, so that a training tape can hold the parameters while
/// the decoder runs on it.
pub struct Model {
    pub decoder: Decoder,
    pub params: Parameters,
}

impl Model {
    /// A new model, its values a pure function of `(config, seed)`; see [`Spec::initial`].
    ///
    /// # Errors
    /// [`Error::Config`] if there can be no such model.
    pub fn new(config: Config, seed: u64) -> Result<Model, Error> {
        config.validate()?;
        let scale = config.clone();
        Model::with_values(config, |spec| spec.initial(&scale, seed))
    }

    /// A model whose parameters have the values that `values` gives for each of [`specs`], in order.
    ///
    /// # Errors
    /// [`Error::Config`] if there can be no such model.
    ///
    /// # Panics
    /// If a vector has not the length of its spec.
    pub fn with_values(
        config: Config,
        mut values: impl FnMut(&Spec) -> Vec<f32>,
    ) -> Result<Model, Error> {
        config.validate()?;
        let mut params = Parameters::default();
        for spec in specs(&config) {
            params.add(&spec.name, &spec.shape, values(&spec));
        }
        Ok(Model {
            decoder: Decoder::bind(config, &params),
            params,
        })
    }

    pub fn config(&self) -> &Config {
        &self.decoder.config
    }
}
