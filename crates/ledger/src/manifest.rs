//! The manifest of an artefact: what it is, what it was made of, and under which terms.

use crate::{Duties, Error, Policy, Scope, Use};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::fmt;
use std::path::{Component, Path};

/// The version of this format; part of every key, so that a new format is a new artefact.
pub const SCHEMA: u32 = 1;

pub(crate) const MANIFEST_FILE: &str = "manifest.json";

/// Files in this folder of an artefact may differ between equal runs (timings, rates). They are
/// hashed like all others, but do not enter the artefact's content hash.
pub const LOG_FOLDER: &str = "log";

/// No manifest is nearly as large; a larger file is not one, and is not read into memory.
pub(crate) const MANIFEST_BYTES_MAX: u64 = 64 << 20;

/// How many characters of the key stand in folder names.
const SHORT_KEY_CHARS: usize = 12;

/// What kind of thing an artefact is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    World,
    Corpus,
    Tokenizer,
    Shards,
    Examples,
    Model,
    Index,
    Report,
}

impl Kind {
    /// The name in manifests.
    pub fn name(self) -> &'static str {
        match self {
            Kind::World => "world",
            Kind::Corpus => "corpus",
            Kind::Tokenizer => "tokenizer",
            Kind::Shards => "shards",
            Kind::Examples => "examples",
            Kind::Model => "model",
            Kind::Index => "index",
            Kind::Report => "report",
        }
    }
}

impl fmt::Display for Kind {
    fn fmt(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
        formatter.write_str(self.name())
    }
}

/// Something that an artefact was made of: another artefact, or files from outside.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Input {
    /// What it serves as: "corpus", "tokenizer", "parent" …
    pub role: String,
    /// The artefact's name, or the path of files from outside.
    pub name: String,
    /// The artefact's key; empty for files from outside.
    pub key: String,
    /// The BLAKE3 hash of its content.
    pub content: String,
    /// Its release scope when it was used.
    pub scope: Scope,
    /// What its licences asked of whoever passes it on, then.
    #[serde(default)]
    pub duties: Duties,
}

impl Input {
    /// Files from outside the home, such as a folder of text; see [`crate::content_of`].
    pub fn outside(role: &str, path: &Path, content: String) -> Input {
        Input {
            role: role.to_string(),
            name: path.display().to_string(),
            key: String::new(),
            content,
            scope: Scope::Open,
            duties: Duties::default(),
        }
    }

    /// Whether it comes from outside the home.
    pub fn is_outside(&self) -> bool {
        self.key.is_empty()
    }

    /// The id of the artefact; means nothing for files from outside.
    pub fn id(&self) -> String {
        id(&self.name, &self.key)
    }
}

/// How much of something stands under one licence.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LicenceCount {
    pub documents: u64,
    pub bytes: u64,
}

/// What making an artefact took.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Cost {
    pub duration_s: f64,
    pub tokens: u64,
    pub flops: f64,
}

/// The program that made an artefact.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Program {
    pub name: String,
    pub version: String,
}

impl Program {
    pub(crate) fn this() -> Program {
        Program {
            name: "gensen".to_string(),
            version: env!("CARGO_PKG_VERSION").to_string(),
        }
    }
}

/// The machine on which an artefact was made.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Machine {
    pub os: String,
    pub arch: String,
    /// The processor's trade name, or "unknown".
    pub cpu: String,
    /// Logical processors that the program may use.
    pub cores: usize,
}

impl Machine {
    /// The machine that this program runs on.
    pub fn this() -> Machine {
        let cpu = std::fs::read_to_string("/proc/cpuinfo")
            .ok()
            .and_then(|info| cpu_name(&info))
            .unwrap_or_else(|| "unknown".to_string());
        Machine {
            os: std::env::consts::OS.to_string(),
            arch: std::env::consts::ARCH.to_string(),
            cpu,
            cores: std::thread::available_parallelism().map_or(1, usize::from),
        }
    }
}

fn cpu_name(info: &str) -> Option<String> {
    info.lines()
        .filter_map(|line| line.split_once(':'))
        .find(|(field, _)| field.trim() == "model name")
        .map(|(_, name)| name.trim().to_string())
}

/// One file of an artefact.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FileEntry {
    pub bytes: u64,
    /// BLAKE3, 64 hexadecimal digits.
    pub blake3: String,
}

/// All that is known about an artefact, kept as `manifest.json` in its folder.
///
/// The file is one JSON object with the fields below and, as the last one, `seal`: the BLAKE3 hash
/// of the file itself with the 64 digits of the seal replaced by zeros. So any changed bit is
/// noticed, be it in the manifest or, through the hashes in `files`, in the artefact's data. It is
/// refused if it has more than 64 MiB, another `schema`, a wrong seal, or files outside its folder.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Manifest {
    pub schema: u32,
    pub kind: Kind,
    pub name: String,
    /// The hash of the plan: kind, name, configuration, content of the inputs, schema.
    pub key: String,
    /// The hash of the files, [`LOG_FOLDER`] left out. Equal runs give equal content.
    pub content: String,
    pub inputs: Vec<Input>,
    pub config: serde_json::Value,
    /// By SPDX licence expression.
    pub licences: BTreeMap<String, LicenceCount>,
    pub scope: Scope,
    /// What all of `licences` permit within `scope`.
    pub allowed_uses: Vec<Use>,
    pub duties: Duties,
    pub program: Program,
    pub machine: Machine,
    /// RFC 3339, UTC.
    pub created: String,
    pub cost: Cost,
    pub metrics: serde_json::Value,
    /// By path relative to the artefact's folder, parted by `/`.
    pub files: BTreeMap<String, FileEntry>,
    /// The hash of the manifest file, see above.
    pub(crate) seal: String,
}

impl Manifest {
    /// `name@` and the first twelve digits of the key: the artefact's folder.
    pub fn id(&self) -> String {
        id(&self.name, &self.key)
    }

    /// Refuses if the artefact may not be released within `asked`, naming the licences and inputs
    /// that forbid it.
    ///
    /// # Errors
    ///
    /// [`Error::Release`].
    pub fn check_release(&self, asked: Scope) -> Result<(), Error> {
        if self.scope <= asked {
            return Ok(());
        }
        let policy = Policy::for_scope(Scope::Internal);
        let licences = self
            .licences
            .iter()
            .filter(|(licence, _)| {
                let scope = policy.decide(licence, Use::Train).scope;
                scope.is_none_or(|scope| scope > asked)
            })
            .map(|(licence, count)| format!("{} documents under {licence}", count.documents));
        let inputs = self
            .inputs
            .iter()
            .filter(|input| input.scope > asked)
            .map(|input| format!("its {} {} is {}", input.role, input.name, input.scope));
        let mut causes: Vec<String> = licences.chain(inputs).collect();
        if causes.is_empty() {
            causes.push("the recipe that made it declared this scope".to_string());
        }
        Err(Error::Release {
            name: self.id(),
            scope: self.scope,
            asked,
            causes,
        })
    }

    /// Reads and checks the manifest of the artefact at `folder`.
    pub(crate) fn read(folder: &Path) -> Result<Manifest, Error> {
        let path = folder.join(MANIFEST_FILE);
        let bad = |problem: String| Error::BadManifest {
            path: path.clone(),
            problem,
        };
        let length = std::fs::metadata(&path)
            .map_err(|source| match source.kind() {
                std::io::ErrorKind::NotFound => bad("the file is missing".to_string()),
                _ => Error::io("read", &path, source),
            })?
            .len();
        if length > MANIFEST_BYTES_MAX {
            return Err(bad(format!(
                "{length} bytes are more than any manifest has ({MANIFEST_BYTES_MAX})"
            )));
        }
        let bytes = std::fs::read(&path).map_err(|source| Error::io("read", &path, source))?;
        /// Read first, so that a newer format is told apart from a broken file.
        #[derive(Deserialize)]
        struct Header {
            schema: u32,
            #[serde(default)]
            seal: String,
        }
        let header: Header = serde_json::from_slice(&bytes)
            .map_err(|error| bad(format!("this is not a manifest: {error}")))?;
        if header.schema != SCHEMA {
            let (found, known) = (header.schema, SCHEMA);
            if seal(&bytes, &header.seal) == Some(header.seal) {
                return Err(Error::OtherFormat { path, found, known });
            }
            return Err(bad(format!(
                "format {found} is not {known}, which this program knows, and it is not sealed"
            )));
        }
        Manifest::parse(&bytes).map_err(bad)
    }

    fn parse(bytes: &[u8]) -> Result<Manifest, String> {
        let manifest: Manifest = serde_json::from_slice(bytes)
            .map_err(|error| format!("this is not a manifest: {error}"))?;
        if seal(bytes, &manifest.seal).as_deref() != Some(manifest.seal.as_str()) {
            return Err("the manifest was changed after it had been sealed".to_string());
        }
        if !is_name(&manifest.name) {
            return Err(format!("`{}` cannot name an artefact", manifest.name));
        }
        if let Some(path) = manifest.files.keys().find(|path| !is_inside(path)) {
            return Err(format!(
                "it lists `{path}`, which is outside of the artefact"
            ));
        }
        Ok(manifest)
    }

    /// The bytes of the manifest file, sealed.
    pub(crate) fn sealed_bytes(&mut self) -> Vec<u8> {
        self.seal = ZERO_SEAL.to_string();
        let mut text = serde_json::to_string_pretty(self)
            .expect("a manifest has text keys only, so it is valid JSON");
        text.push('\n');
        self.seal = blake3::hash(text.as_bytes()).to_hex().to_string();
        // The seal is the last field, so the last run of zeros is its place.
        let at = text.rfind(ZERO_SEAL).expect("it was just written");
        text.replace_range(at..at + ZERO_SEAL.len(), &self.seal);
        text.into_bytes()
    }
}

const ZERO_SEAL: &str = "0000000000000000000000000000000000000000000000000000000000000000";

/// The seal that belongs to the file `bytes`, in which `claimed` stands; `None` if it does not.
fn seal(bytes: &[u8], claimed: &str) -> Option<String> {
    if claimed.len() != ZERO_SEAL.len() {
        return None;
    }
    let at = bytes
        .windows(claimed.len())
        .rposition(|window| window == claimed.as_bytes())?;
    let mut hasher = blake3::Hasher::new();
    hasher.update(&bytes[..at]);
    hasher.update(ZERO_SEAL.as_bytes());
    hasher.update(&bytes[at + claimed.len()..]);
    Some(hasher.finalize().to_hex().to_string())
}

/// The hash over path and hash of every file outside of [`LOG_FOLDER`].
pub(crate) fn content_hash(files: &BTreeMap<String, FileEntry>) -> String {
    let counts = |path: &str| path.split('/').next() != Some(LOG_FOLDER);
    hash_of(
        files
            .iter()
            .map(|(path, entry)| (path.as_str(), entry))
            .filter(|(path, _)| counts(path)),
    )
}

/// The hash over name and hash of every file.
pub(crate) fn hash_of<'f>(files: impl Iterator<Item = (&'f str, &'f FileEntry)>) -> String {
    let mut hasher = blake3::Hasher::new();
    for (path, entry) in files {
        // Neither a path nor a hexadecimal hash holds a zero byte, so the text is unambiguous.
        hasher.update(path.as_bytes());
        hasher.update(&[0]);
        hasher.update(entry.blake3.as_bytes());
        hasher.update(&[0]);
    }
    hasher.finalize().to_hex().to_string()
}

/// `name@` and the short key.
pub(crate) fn id(name: &str, key: &str) -> String {
    let short: String = key.chars().take(SHORT_KEY_CHARS).collect();
    format!("{name}@{short}")
}

/// Whether `name` may name an artefact, and so be part of a folder's name on every platform.
pub(crate) fn is_name(name: &str) -> bool {
    name.len() <= 100
        && name.starts_with(char::is_alphanumeric)
        && name
            .chars()
            .all(|c| c.is_alphanumeric() || matches!(c, '-' | '_' | '.'))
}

fn is_inside(path: &str) -> bool {
    !path.is_empty()
        && Path::new(path)
            .components()
            .all(|part| matches!(part, Component::Normal(_)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_processor_is_named() {
        let info = "processor\t: 0\nmodel name\t: AMD EPYC 7B13\nmodel name\t: other\n";
        assert_eq!(cpu_name(info).as_deref(), Some("AMD EPYC 7B13"));
        assert_eq!(cpu_name("processor : 0"), None);
        assert!(Machine::this().cores > 0);
    }

    #[test]
    fn names_cannot_leave_the_home() {
        for name in ["starter", "real-ja-en", "言泉", "v1.2_b"] {
            assert!(is_name(name), "{name}");
        }
        for name in [
            "",
            ".drafts",
            "..",
            "a/b",
            "a@b",
            "a b",
            "-x",
            "a\n",
            &"x".repeat(101),
        ] {
            assert!(!is_name(name), "{name}");
        }
        assert!(is_inside("log/metrics.jsonl"));
        assert!(!is_inside("../x") && !is_inside("/etc/passwd") && !is_inside(""));
    }

    #[test]
    fn the_content_hash_ignores_the_log_folder_only() {
        let entry = |hash: &str| FileEntry {
            bytes: 1,
            blake3: hash.to_string(),
        };
        let mut files = BTreeMap::from([("a".to_string(), entry("1"))]);
        let hash = content_hash(&files);
        files.insert("log/metrics.jsonl".to_string(), entry("2"));
        assert_eq!(content_hash(&files), hash);
        files.insert("logs".to_string(), entry("2"));
        assert_ne!(content_hash(&files), hash);
    }
}
