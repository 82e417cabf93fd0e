//! Hugging Face folders: config.json, generation_config.json, model.safetensors.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use half::{bf16, f16};
use safetensors::tensor::{Dtype, SafeTensors, TensorView, View};
use serde_json::{Value, json};

use crate::config_keys::stop_tokens;
use crate::layout::{self, Stored};
use crate::parameters::{Role, Spec, specs};
use crate::{Config, Error, Model};

/// How numbers are written to model.safetensors.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Storage {
    /// Exact: what was trained is what is loaded.
    #[default]
    F32,
    /// Half the size; eight bits of precision, rounded to nearest even.
    Bf16,
}

impl Model {
    /// Writes `config.json`, `generation_config.json` and `model.safetensors` into the folder
    /// `dir`, which must exist. transformers reads it if
    /// [`Config::transformers_architecture`] says so.
    ///
    /// # Errors
    /// [`Error::Io`] with the file.
    pub fn save(&self, dir: &Path, storage: Storage) -> Result<(), Error> {
        let config = self.config();
        let mut json = config.to_json();
        json["dtype"] = match storage {
            Storage::F32 => json!("float32"),
            Storage::Bf16 => json!("bfloat16"),
        };
        write_json(&dir.join("config.json"), &json)?;
        let ids = ["bos_token_id", "eos_token_id", "pad_token_id"];
        let generation: serde_json::Map<_, _> = ids
            .iter()
            .filter(|&&key| !json[key].is_null())
            .map(|&key| (key.to_owned(), json[key].clone()))
            .collect();
        write_json(
            &dir.join("generation_config.json"),
            &Value::Object(generation),
        )?;

        let specs = specs(config);
        let tensors = layout::stored(config, &specs);
        let views = tensors.iter().map(|tensor| {
            (
                &tensor.name,
                Outgoing {
                    tensor,
                    specs: &specs,
                    model: self,
                    storage,
                },
            )
        });
        let metadata = [("format".to_owned(), "pt".to_owned())].into();
        let path = dir.join("model.safetensors");
        safetensors::serialize_to_file(views, Some(metadata), &path).map_err(|error| match error {
            safetensors::SafeTensorError::IoError(source) => Error::Io {
                path: path.clone(),
                source,
            },
            other => Error::Safetensors {
                path: path.clone(),
                reason: other.to_string(),
            },
        })
    }

    /// Reads a folder of GPT-2, Llama, Qwen3 or this program: weights in f32, f16 or bf16, in one
    /// file or in shards.
    ///
    /// Names and shapes of all tensors are checked against config.json before any of them is widened
    /// to f32, but for a tied head that is stored beside its embedding.
    ///
    /// # Errors
    /// Each names the file, and the tensor or key, with what was expected and found.
    pub fn load(dir: &Path) -> Result<Model, Error> {
        let config = read_config(dir)?;
        let files = read_files(dir)?;
        let specs = specs(&config);
        let tensors = layout::stored(&config, &specs);
        let found = check(
            parse_files(&files)?,
            &tensors,
            &specs,
            config.tied_head,
            dir,
        )?;

        let mut values: Vec<Vec<f32>> = specs.iter().map(|_| Vec::new()).collect();
        for (tensor, found) in tensors.iter().zip(&found) {
            let parts = layout::split(tensor, found.numbers()?, &specs);
            for (&part, part_values) in tensor.parts.iter().zip(parts) {
                values[part] = part_values;
            }
        }
        drop(found);
        drop(files);
        let mut values = values.into_iter();
        Model::with_values(config, |_: &Spec| values.next().expect("one vector a spec"))
    }
}

/// Reads `config.json`, with the stop tokens of `generation_config.json` where that file has them.
pub fn read_config(dir: &Path) -> Result<Config, Error> {
    let path = dir.join("config.json");
    let inside = |error| Error::In {
        path: path.clone(),
        source: Box::new(error),
    };
    let mut config = Config::from_json(&read_json(&path)?).map_err(inside)?;
    let path = dir.join("generation_config.json");
    if path.exists() {
        let inside = |error| Error::In {
            path: path.clone(),
            source: Box::new(error),
        };
        if let Some(ids) = stop_tokens(&read_json(&path)?).map_err(inside)? {
            config.eos_token_ids = ids;
            config.validate().map_err(inside)?;
        }
    }
    Ok(config)
}

fn read_json(path: &Path) -> Result<Value, Error> {
    let bytes = fs::read(path).map_err(Error::io(path))?;
    serde_json::from_slice(&bytes).map_err(|source| Error::Json {
        path: path.to_owned(),
        source,
    })
}

fn write_json(path: &Path, json: &Value) -> Result<(), Error> {
    fs::write(path, format!("{json:#}\n")).map_err(Error::io(path))
}

/// A tensor on its way to the file; its bytes exist only while they are written.
struct Outgoing<'m> {
    tensor: &'m Stored,
    specs: &'m [Spec],
    model: &'m Model,
    storage: Storage,
}

impl View for Outgoing<'_> {
    fn dtype(&self) -> Dtype {
        match self.storage {
            Storage::F32 => Dtype::F32,
            Storage::Bf16 => Dtype::BF16,
        }
    }

    fn shape(&self) -> &[usize] {
        &self.tensor.shape
    }

    fn data(&self) -> Cow<'_, [u8]> {
        let parameters = &self.model.params;
        let part = |&index: &usize| {
            let id = parameters
                .find(&self.specs[index].name)
                .expect("a model has all its parameters");
            parameters.value(id)
        };
        let parts: Vec<&[f32]> = self.tensor.parts.iter().map(part).collect();
        let values = layout::join(self.tensor, &parts);
        Cow::Owned(match self.storage {
            Storage::F32 => values
                .iter()
                .flat_map(|value| value.to_le_bytes())
                .collect(),
            Storage::Bf16 => values
                .iter()
                .flat_map(|&value| bf16::from_f32(value).to_le_bytes())
                .collect(),
        })
    }

    fn data_len(&self) -> usize {
        let bytes = match self.storage {
            Storage::F32 => 4,
            Storage::Bf16 => 2,
        };
        bytes * self.tensor.shape.iter().product::<usize>()
    }
}

/// The weight files of the folder: `model.safetensors`, or the shards that the index names.
fn read_files(dir: &Path) -> Result<Vec<(PathBuf, Vec<u8>)>, Error> {
    let single = dir.join("model.safetensors");
    let index = dir.join("model.safetensors.index.json");
    let paths = if single.exists() {
        vec![single]
    } else if index.exists() {
        shard_paths(dir, &index)?
    } else {
        return Err(Error::NoWeights {
            path: dir.to_owned(),
        });
    };
    // Not mapped: what others may write to while it is read is no memory to lend out.
    let read = |path: PathBuf| {
        let bytes = fs::read(&path).map_err(Error::io(&path))?;
        Ok((path, bytes))
    };
    paths.into_iter().map(read).collect()
}

fn shard_paths(dir: &Path, index: &Path) -> Result<Vec<PathBuf>, Error> {
    let json = read_json(index)?;
    let Some(map) = json.get("weight_map").and_then(Value::as_object) else {
        let error = Error::MissingKey {
            key: "weight_map",
            model_type: "sharded".into(),
        };
        return Err(Error::In {
            path: index.to_owned(),
            source: Box::new(error),
        });
    };
    let mut names = BTreeSet::new();
    for shard in map.values() {
        let name = shard.as_str().unwrap_or_default();
        // A name with a path in it could point at any file of this machine.
        if Path::new(name).file_name().is_none_or(|file| file != name) {
            return Err(Error::ShardName {
                path: index.to_owned(),
                shard: shard.to_string(),
            });
        }
        names.insert(name);
    }
    Ok(names.into_iter().map(|name| dir.join(name)).collect())
}

/// The tensors of each file, by name; headers are validated, no numbers are read.
fn parse_files(files: &[(PathBuf, Vec<u8>)]) -> Result<Tensors<'_>, Error> {
    let mut tensors = Tensors::new();
    for (path, bytes) in files {
        let unreadable = |error: safetensors::SafeTensorError| Error::Safetensors {
            path: path.clone(),
            reason: error.to_string(),
        };
        let parsed = SafeTensors::deserialize(bytes).map_err(unreadable)?;
        for (name, view) in parsed.tensors() {
            let found = Found { path, name, view };
            if let Some(other) = tensors.insert(found.name.clone(), found) {
                return Err(Error::TensorTwice {
                    path: path.clone(),
                    other: other.path.to_owned(),
                    tensor: other.name,
                });
            }
        }
    }
    Ok(tensors)
}

type Tensors<'f> = BTreeMap<String, Found<'f>>;

/// A tensor as it lies in a file.
struct Found<'f> {
    path: &'f Path,
    name: String,
    view: TensorView<'f>,
}

/// Finds a tensor for each of `wanted`, with the right shape, and makes sure that nothing is left
/// over.
fn check<'f>(
    mut found: Tensors<'f>,
    wanted: &[Stored],
    specs: &[Spec],
    tied_head: bool,
    dir: &Path,
) -> Result<Vec<Found<'f>>, Error> {
    let mut right = Vec::with_capacity(wanted.len());
    for tensor in wanted {
        // A folder of the bare network, without its head, leaves out the first part of the name.
        let bare = tensor.name.split_once('.').map_or("", |(_, bare)| bare);
        let mut stored = found.remove(&tensor.name).or_else(|| found.remove(bare));
        if tied_head && specs[tensor.parts[0]].role == Role::Embedding {
            // The head is the embedding, whichever of its names it has.
            let head = found.remove(layout::HEAD);
            if let (Some(embedding), Some(head)) = (&stored, &head)
                && embedding.numbers()? != head.numbers()?
            {
                return Err(Error::HeadNotTied {
                    path: head.path.to_owned(),
                });
            }
            stored = stored.or(head);
        }
        let Some(stored) = stored else {
            let (path, tensor, expected) =
                (dir.to_owned(), tensor.name.clone(), tensor.shape.clone());
            return Err(Error::MissingTensor {
                path,
                tensor,
                expected,
            });
        };
        if stored.view.shape() != tensor.shape {
            return Err(Error::Shape {
                path: stored.path.to_owned(),
                tensor: stored.name,
                found: stored.view.shape().to_vec(),
                expected: tensor.shape.clone(),
            });
        }
        right.push(stored);
    }
    let mut left = found.into_values();
    match left.find(|found| !layout::is_redundant(&found.name)) {
        Some(found) => Err(Error::UnknownTensor {
            path: found.path.to_owned(),
            tensor: found.name,
        }),
        None => Ok(right),
    }
}

impl Found<'_> {
    /// The numbers, widened to f32, in the file's layout.
    fn numbers(&self) -> Result<Vec<f32>, Error> {
        let bytes = self.view.data();
        let values: Vec<f32> = match self.view.dtype() {
            Dtype::F32 => numbers(bytes, f32::from_le_bytes),
            Dtype::F16 => numbers(bytes, |two| f16::from_le_bytes(two).to_f32()),
            Dtype::BF16 => numbers(bytes, |two| bf16::from_le_bytes(two).to_f32()),
            other => {
                return Err(Error::Dtype {
                    path: self.path.to_owned(),
                    tensor: self.name.clone(),
                    found: format!("{other:?}"),
                });
            }
        };
        match values.iter().position(|value| !value.is_finite()) {
            Some(element) => Err(Error::NotFinite {
                path: self.path.to_owned(),
                tensor: self.name.clone(),
                element,
            }),
            None => Ok(values),
        }
    }
}

fn numbers<const N: usize>(bytes: &[u8], widened: impl Fn([u8; N]) -> f32) -> Vec<f32> {
    let (each, _) = bytes.as_chunks();
    each.iter().map(|&bytes| widened(bytes)).collect()
}
