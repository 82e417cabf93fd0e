//! Checkpoints: everything that a run needs to go on as if it had never stopped.
//!
//! A checkpoint is a folder `step-000000001200` with
//!
//! - `weights.safetensors` and `optimizer.safetensors`, all f32,
//! - `state.json`, a [`State`],
//! - `checksums.b3`, the blake3 hash of each of these, as `b3sum --check` reads it.
//!
//! It is written into a hidden folder, synced to the disk and renamed, so a checkpoint that has its
//! name is whole. Reading verifies every hash; a damaged checkpoint is passed over with a warning in
//! favour of the one before. One that cannot be read for another reason is an error: it may be sound.
//! Data order and learning rates are functions of the step, so there is nothing else to save.

use std::borrow::Cow;
use std::fs::{self, File};
use std::path::{Path, PathBuf};

use safetensors::tensor::{Dtype, SafeTensors, View};
use serde::{Deserialize, Serialize};
use tensor::Parameters;

use crate::{Error, optimizer::Optimizer};

const FORMAT: u32 = 1;
const WEIGHTS: &str = "weights.safetensors";
const OPTIMIZER: &str = "optimizer.safetensors";
const STATE: &str = "state.json";
const CHECKSUMS: &str = "checksums.b3";
const UNFINISHED: &str = ".unfinished-";

/// How far the run had come.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct State {
    pub format: u32,
    /// Hash over settings, data and starting weights; another run's checkpoint is refused.
    pub identity: String,
    /// Steps done.
    pub step: u64,
    /// Input tokens seen.
    pub tokens: u64,
    /// Wall-clock seconds used.
    pub seconds: f64,
    /// The batch ledger's running hash after the last step.
    pub batch_hash: String,
}

impl State {
    pub(crate) fn new(identity: String, batch_hash: String) -> Self {
        Self {
            format: FORMAT,
            identity,
            step: 0,
            tokens: 0,
            seconds: 0.0,
            batch_hash,
        }
    }
}

/// The checkpoints of one run, in a folder of their own.
pub struct Checkpoints {
    root: PathBuf,
    keep: usize,
}

impl Checkpoints {
    /// Uses the folder `root`, made if need be; the newest `keep` checkpoints (at least one) stay.
    pub fn new(root: &Path, keep: usize) -> Result<Self, Error> {
        fs::create_dir_all(root).map_err(Error::io(root))?;
        Ok(Self {
            root: root.to_owned(),
            keep: keep.max(1),
        })
    }

    /// Saves a checkpoint and removes those that are too old.
    pub fn save(
        &self,
        state: &State,
        parameters: &Parameters,
        optimizer: &Optimizer,
    ) -> Result<PathBuf, Error> {
        self.remove_unfinished()?;
        let name = format!("step-{:012}", state.step);
        let draft = self.root.join(format!("{UNFINISHED}{name}"));
        let path = self.root.join(name);
        let publish = || {
            write(&draft, state, parameters, optimizer)?;
            if path.exists() {
                // A damaged checkpoint of this step was passed over on resume; this one replaces it.
                self.remove(&path)?;
            }
            Ok(ledger::publish(&draft, &path)?)
        };
        publish().inspect_err(|_: &Error| {
            // Best effort: the disk may be full, and what was written only takes room.
            let _ = fs::remove_dir_all(&draft);
        })?;
        // Those of later steps were passed over as damaged; they must not push this one out.
        let (all, passed_over): (Vec<_>, Vec<_>) =
            self.list()?.into_iter().partition(|other| *other <= path);
        let too_old = &all[..all.len().saturating_sub(self.keep)];
        for old in passed_over.iter().chain(too_old) {
            self.remove(old)?;
        }
        Ok(path)
    }

    /// Loads the newest sound checkpoint; `None` if there is none. Each damaged one that was passed
    /// over adds a sentence to `warnings`.
    ///
    /// # Errors
    /// If a checkpoint cannot be read though it may be sound, as where there is no memory for it, or if a sound one
    /// belongs to a run with another identity or has another format.
    pub fn load(
        &self,
        identity: &str,
        parameters: &mut Parameters,
        optimizer: &mut Optimizer,
        warnings: &mut Vec<String>,
    ) -> Result<Option<State>, Error> {
        self.remove_unfinished()?;
        for path in self.list()?.iter().rev() {
            let [state, weights, moments] = match read(path) {
                Ok(read) => read,
                Err(problem) if is_damage(&problem) => {
                    warnings.push(format!("{problem}; this checkpoint is passed over"));
                    continue;
                }
                Err(problem) => {
                    let problem = format!(
                        "{problem}; it may be sound, so no older checkpoint is taken instead: try again, or remove {} to go \
                         back to the one before, or to begin anew if there is none",
                        path.display()
                    );
                    return Err(Error::checkpoint(&self.root, problem));
                }
            };
            let state = state_of(&path.join(STATE), &state)?;
            if state.identity != identity {
                let problem = "these checkpoints were made with other settings, data or starting weights, or by another \
                               version on another kind of processor; use the old ones, or remove this folder to begin anew";
                return Err(Error::checkpoint(&self.root, problem));
            }
            fill(&path.join(WEIGHTS), &weights, |tensors| {
                for id in parameters.ids().collect::<Vec<_>>() {
                    let name = parameters.name(id).to_owned();
                    let mut result = Ok(());
                    parameters.update(id, |value, _| result = copy(tensors, &name, value));
                    result?;
                }
                Ok(())
            })?;
            fill(&path.join(OPTIMIZER), &moments, |tensors| {
                for (name, array) in optimizer.arrays_mut(parameters) {
                    copy(tensors, &name, array)?;
                }
                Ok(())
            })?;
            return Ok(Some(state));
        }
        if !warnings.is_empty() {
            warnings.push("no sound checkpoint is left: training begins anew".to_owned());
        }
        Ok(None)
    }

    /// Finished checkpoints, oldest first.
    pub fn list(&self) -> Result<Vec<PathBuf>, Error> {
        let mut found = Vec::new();
        for entry in fs::read_dir(&self.root).map_err(Error::io(&self.root))? {
            let entry = entry.map_err(Error::io(&self.root))?;
            if entry.file_name().to_string_lossy().starts_with("step-") {
                found.push(entry.path());
            }
        }
        found.sort(); // steps are padded with zeros
        Ok(found)
    }

    /// Renames before removing, so that a kill in between leaves no half checkpoint with a name.
    fn remove(&self, path: &Path) -> Result<(), Error> {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let doomed = self.root.join(format!("{UNFINISHED}old-{name}"));
        fs::rename(path, &doomed).map_err(Error::io(path))?;
        fs::remove_dir_all(&doomed).map_err(Error::io(&doomed))
    }

    fn remove_unfinished(&self) -> Result<(), Error> {
        for entry in fs::read_dir(&self.root).map_err(Error::io(&self.root))? {
            let entry = entry.map_err(Error::io(&self.root))?;
            if entry.file_name().to_string_lossy().starts_with(UNFINISHED) {
                fs::remove_dir_all(entry.path()).map_err(Error::io(&entry.path()))?;
            }
        }
        Ok(())
    }
}

/// An array as safetensors wants it.
struct Array<'a> {
    shape: Vec<usize>,
    values: &'a [f32],
}

impl View for Array<'_> {
    fn dtype(&self) -> Dtype {
        Dtype::F32
    }

    fn shape(&self) -> &[usize] {
        &self.shape
    }

    fn data(&self) -> Cow<'_, [u8]> {
        Cow::Owned(
            self.values
                .iter()
                .flat_map(|value| value.to_le_bytes())
                .collect(),
        )
    }

    fn data_len(&self) -> usize {
        size_of_val(self.values)
    }
}

fn write(
    draft: &Path,
    state: &State,
    parameters: &Parameters,
    optimizer: &Optimizer,
) -> Result<(), Error> {
    fs::create_dir(draft).map_err(Error::io(draft))?;
    let weights = parameters.ids().map(|id| {
        let shape = parameters.shape(id).to_vec();
        (
            parameters.name(id),
            Array {
                shape,
                values: parameters.value(id),
            },
        )
    });
    write_tensors(&draft.join(WEIGHTS), weights)?;
    let moments = optimizer
        .arrays(parameters)
        .into_iter()
        .map(|(name, values)| {
            (
                name,
                Array {
                    shape: vec![values.len()],
                    values,
                },
            )
        });
    write_tensors(&draft.join(OPTIMIZER), moments)?;
    let json = serde_json::to_vec_pretty(state).expect("a state is plain JSON");
    let path = draft.join(STATE);
    fs::write(&path, &json).map_err(Error::io(&path))?;

    let mut checksums = String::new();
    for name in [OPTIMIZER, STATE, WEIGHTS] {
        let path = draft.join(name);
        let hash = hash_file(&path).map_err(Error::io(&path))?;
        checksums.push_str(&format!("{hash}  {name}\n"));
    }
    let path = draft.join(CHECKSUMS);
    fs::write(&path, checksums).map_err(Error::io(&path))
}

fn write_tensors<'a, S: AsRef<str> + Ord + std::fmt::Display>(
    path: &Path,
    arrays: impl IntoIterator<Item = (S, Array<'a>)>,
) -> Result<(), Error> {
    safetensors::serialize_to_file(arrays, None, path).map_err(|error| match error {
        safetensors::SafeTensorError::IoError(source) => Error::io(path)(source),
        other => Error::checkpoint(path, other.to_string()),
    })
}

fn hash_file(path: &Path) -> std::io::Result<blake3::Hash> {
    let mut hasher = blake3::Hasher::new();
    hasher.update_reader(File::open(path)?)?;
    Ok(hasher.finalize())
}

/// The bytes of state, weights and optimiser of a checkpoint whose hashes all agree.
fn read(path: &Path) -> Result<[Vec<u8>; 3], Error> {
    let checksums = path.join(CHECKSUMS);
    let text = fs::read_to_string(&checksums).map_err(Error::io(&checksums))?;
    let verified = |name: &str| {
        let file = path.join(name);
        let bytes = fs::read(&file).map_err(Error::io(&file))?;
        let line = format!("{}  {name}", blake3::hash(&bytes));
        match text.lines().any(|known| known == line) {
            true => Ok(bytes),
            false => Err(Error::checkpoint(
                &file,
                "damaged: it does not match its hash",
            )),
        }
    };
    Ok([verified(STATE)?, verified(WEIGHTS)?, verified(OPTIMIZER)?])
}

/// Whether [`read`] failed because of what the files hold, or because one of them is gone.
fn is_damage(error: &Error) -> bool {
    use std::io::ErrorKind::{InvalidData, NotFound};
    match error {
        Error::Io { source, .. } => matches!(source.kind(), NotFound | InvalidData),
        _ => true,
    }
}

fn state_of(path: &Path, bytes: &[u8]) -> Result<State, Error> {
    #[derive(Deserialize)]
    struct Format {
        format: u32,
    }
    let unreadable = |error: serde_json::Error| Error::checkpoint(path, error.to_string());
    let Format { format } = serde_json::from_slice(bytes).map_err(unreadable)?;
    if format != FORMAT {
        let problem = format!(
            "checkpoint format {format}, this program reads {FORMAT}; go on with the version that wrote it, or remove \
             the checkpoints to begin anew"
        );
        return Err(Error::checkpoint(path, problem));
    }
    serde_json::from_slice(bytes).map_err(unreadable)
}

fn fill(
    path: &Path,
    bytes: &[u8],
    body: impl FnOnce(&SafeTensors) -> Result<(), String>,
) -> Result<(), Error> {
    let tensors = SafeTensors::deserialize(bytes)
        .map_err(|error| Error::checkpoint(path, error.to_string()))?;
    body(&tensors).map_err(|problem| Error::checkpoint(path, problem))
}

fn copy(tensors: &SafeTensors, name: &str, values: &mut [f32]) -> Result<(), String> {
    let tensor = tensors
        .tensor(name)
        .map_err(|error| format!("{name}: {error}"))?;
    if tensor.dtype() != Dtype::F32 || tensor.data().len() != size_of_val(values) {
        return Err(format!(
            "{name}: {:?} does not fit the model",
            tensor.shape()
        ));
    }
    for (value, bytes) in values.iter_mut().zip(tensor.data().chunks_exact(4)) {
        *value = f32::from_le_bytes(bytes.try_into().expect("chunks of four"));
    }
    Ok(())
}
