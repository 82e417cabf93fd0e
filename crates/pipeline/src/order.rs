//! What a trained model remembers of its training: enough to compute which tokens it saw at which
//! step.

use std::path::Path;

use serde::{Deserialize, Serialize};
use trace::Phase;
use train::Order;

use crate::Error;

const FILE: &str = "training.json";

/// Kept in the model's folder as `training.json`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct Training {
    pub(crate) phase: Phase,
    pub(crate) order: Order,
    pub(crate) steps: u64,
    /// The batch ledger's running hash after the last step.
    pub(crate) batch_hash: String,
}

impl Training {
    pub(crate) fn save(&self, folder: &Path) -> Result<(), Error> {
        let path = folder.join(FILE);
        let text = serde_json::to_vec_pretty(self).expect("plain data");
        std::fs::write(&path, text).map_err(|e| Error::io("write", &path, e))
    }

    pub(crate) fn load(folder: &Path) -> Result<Self, Error> {
        let path = folder.join(FILE);
        let text = std::fs::read(&path).map_err(|e| Error::io("read", &path, e))?;
        serde_json::from_slice(&text).map_err(|e| Error::io("read", &path, e.into()))
    }
}
