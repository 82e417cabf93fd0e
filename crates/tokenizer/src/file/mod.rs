//! `tokenizer.json` and `tokenizer_config.json`, as Hugging Face reads and writes them.

mod node;
mod read;
mod write;

use std::path::{Path, PathBuf};

pub(crate) use crate::steps::Steps;
pub(crate) use node::Node;
use serde_json::Value;
pub(crate) use write::begin_with;

use crate::{Error, Special, Tokenizer, chat};

const TOKENIZER_FILE: &str = "tokenizer.json";
const CONFIG_FILE: &str = "tokenizer_config.json";
const TEMPLATE_FILE: &str = "chat_template.jinja";

/// What the files say beside the encoding itself.
#[derive(Clone, Debug, Default)]
pub(crate) struct Settings {
    pub(crate) bos: Option<String>,
    pub(crate) eos: Option<String>,
    pub(crate) pad: Option<String>,
    pub(crate) chat_template: Option<String>,
    /// Carried from file to file. It never takes effect here: `encode` adds no tokens.
    pub(crate) post_processor: Value,
}

impl Settings {
    pub(crate) fn ours() -> Settings {
        Settings {
            bos: Some(Special::EndOfText.text().to_owned()),
            eos: Some(Special::End.text().to_owned()),
            pad: Some(Special::Pad.text().to_owned()),
            chat_template: Some(chat::BUILT_IN.to_owned()),
            post_processor: Value::Null,
        }
    }
}

impl Tokenizer {
    /// Reads a tokenizer from a folder or from a `tokenizer.json`. The files beside it,
    /// `tokenizer_config.json` and `chat_template.jinja`, are read where they exist.
    ///
    /// # Errors
    /// A file that cannot be read or is not JSON; a field that is wrong or asks for something
    /// other than byte-level BPE, by its name.
    pub fn load(path: impl AsRef<Path>) -> Result<Tokenizer, Error> {
        let path = path.as_ref();
        let file = match path.is_dir() {
            true => path.join(TOKENIZER_FILE),
            false => path.to_path_buf(),
        };
        let folder = file.parent().unwrap_or(Path::new("")).to_path_buf();
        let json = read_json(&file)?;
        let config_file = folder.join(CONFIG_FILE);
        let config = match config_file.exists() {
            true => read_json(&config_file)?,
            false => Value::Null,
        };
        let mut settings = read::settings(&Node::root(&config_file, &config))?;
        let template_file = folder.join(TEMPLATE_FILE);
        if template_file.exists() {
            settings.chat_template = Some(read_text(&template_file)?);
        }
        read::tokenizer(&Node::root(&file, &json), settings)
    }

    /// Writes `tokenizer.json` and `tokenizer_config.json` into a folder that exists.
    ///
    /// # Errors
    /// A file that cannot be written.
    pub fn save(&self, folder: impl AsRef<Path>) -> Result<(), Error> {
        let folder = folder.as_ref();
        write_json(&folder.join(TOKENIZER_FILE), &write::tokenizer(self))?;
        write_json(&folder.join(CONFIG_FILE), &write::config(self))
    }
}

fn io_error(path: &Path) -> impl FnOnce(std::io::Error) -> Error {
    let path = PathBuf::from(path);
    move |source| Error::Io { path, source }
}

fn read_text(path: &Path) -> Result<String, Error> {
    std::fs::read_to_string(path).map_err(io_error(path))
}

fn read_json(path: &Path) -> Result<Value, Error> {
    serde_json::from_str(&read_text(path)?).map_err(|source| Error::Json {
        path: path.to_owned(),
        source,
    })
}

fn write_json(path: &Path, json: &Value) -> Result<(), Error> {
    std::fs::write(path, format!("{json:#}\n")).map_err(io_error(path))
}
