//! Where documents come from: a file, or a folder of files, and what it leaves unsaid.

use crate::bytes::Compression;
use crate::{Document, Error, Record};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

const ENDINGS: &str = ".txt, .md, .markdown, .jsonl and .ndjson, each also with .gz or .zst";
/// Of records that have no form in plain text.
const ENDINGS_OF_RECORDS: &str = ".jsonl and .ndjson, each also with .gz or .zst";

/// Deeper folders mean a link that leads back to itself.
const DEPTH_MAX: usize = 64;

/// A file or folder of text and what holds for all of it unless a record says otherwise.
///
/// ```
/// let source = corpus::Source {
///     license: Some("CC-BY-4.0".to_string()),
///     fields: [("text".to_string(), "body".to_string())].into(), // a line calls its text "body"
///     ..corpus::Source::new("letters")
/// };
/// # assert!(source.lang.is_none());
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Source {
    pub path: PathBuf,
    /// The name of the collection; the file's or folder's name if none is given.
    #[serde(default)]
    pub source: Option<String>,
    /// The language of records that state none; guessed from the script if none is given.
    #[serde(default)]
    pub lang: Option<String>,
    /// The licence of records that state none.
    #[serde(default)]
    pub license: Option<String>,
    /// Whom to name for records that do not say.
    #[serde(default)]
    pub attribution: Option<String>,
    /// What JSON Lines call a field, by its name here; dots lead into objects: `meta.url`.
    #[serde(default)]
    pub fields: BTreeMap<String, String>,
}

/// What a file is, from its name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Format {
    Text,
    Markdown,
    JsonLines,
}

/// One file of a source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct SourceFile {
    pub(crate) path: PathBuf,
    /// Below the source's folder, parted by `/`; the file's name if the source is a file.
    pub(crate) relative: String,
    pub(crate) format: Format,
    pub(crate) bytes: u64,
}

/// The files of a source, in the order in which they are read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Files {
    pub(crate) readable: Vec<SourceFile>,
    /// How many others there are.
    pub(crate) ignored: u64,
}

impl Source {
    /// A source that leaves everything to its records.
    pub fn new(path: impl Into<PathBuf>) -> Source {
        Source {
            path: path.into(),
            ..Source::default()
        }
    }

    /// The name of the collection.
    pub fn label(&self) -> String {
        let from_path = || {
            let name = self.path.file_name()?.to_str()?;
            Some(stem(name).to_string())
        };
        let label = self.source.clone().or_else(from_path);
        label.unwrap_or_else(|| "text".to_string())
    }

    /// The files, sorted by path so that every machine reads them in the same order.
    pub(crate) fn files<R: Record>(&self) -> Result<Files, Error> {
        let metadata = fs::metadata(&self.path).map_err(|e| match e.kind() {
            std::io::ErrorKind::NotFound => Error::missing(&self.path),
            _ => Error::io("read", &self.path, e),
        })?;
        let mut files = Files::default();
        if metadata.is_file() {
            let name = self.path.file_name().unwrap_or_default();
            files.add(&self.path, &name.to_string_lossy(), metadata.len());
        } else {
            collect(&self.path, "", 0, &mut files)?;
        }
        // Conversations and preferences have no form in plain text.
        let has_plain_text = R::from_plain_text(Document::default()).is_some();
        if !has_plain_text {
            let before = files.readable.len();
            files
                .readable
                .retain(|file| file.format == Format::JsonLines);
            files.ignored += (before - files.readable.len()) as u64;
        }
        files.readable.sort_by(|a, b| a.relative.cmp(&b.relative));
        if files.readable.is_empty() {
            return Err(Error::NoFiles {
                path: self.path.clone(),
                noun: R::NOUN,
                endings: match has_plain_text {
                    true => ENDINGS,
                    false => ENDINGS_OF_RECORDS,
                },
            });
        }
        Ok(files)
    }

    /// A hash of what is read: every file with its name, and no other file that lies beside them.
    ///
    /// # Errors
    ///
    /// [`Error::Missing`], [`Error::NoFiles`], or a file that cannot be read.
    pub fn content<R: Record>(&self) -> Result<String, Error> {
        let files = self.files::<R>()?.readable;
        let named = files
            .iter()
            .map(|file| (file.relative.as_str(), file.path.as_path()));
        Ok(ledger::content_of(named)?)
    }

    /// Refuses field names that the record does not have.
    pub(crate) fn check_fields<R: Record>(&self) -> Result<(), Error> {
        for name in self.fields.keys() {
            if R::fields().any(|known| known == name) {
                continue;
            }
            let nearest = R::fields()
                .max_by(|a, b| strsim::jaro(a, name).total_cmp(&strsim::jaro(b, name)))
                .unwrap_or("text");
            return Err(Error::Settings {
                path: self.path.clone(),
                problem: format!(
                    "{} have no field `{name}`; did you mean `{nearest}`? known are {}",
                    R::NOUN,
                    R::fields().collect::<Vec<_>>().join(", ")
                ),
            });
        }
        Ok(())
    }
}

impl Files {
    fn add(&mut self, path: &Path, relative: &str, bytes: u64) {
        match Format::of(without_compression(relative)) {
            Some(format) => self.readable.push(SourceFile {
                path: path.to_path_buf(),
                relative: relative.to_string(),
                format,
                bytes,
            }),
            None => self.ignored += 1,
        }
    }
}

fn collect(folder: &Path, prefix: &str, depth: usize, files: &mut Files) -> Result<(), Error> {
    if depth > DEPTH_MAX {
        return Err(Error::Settings {
            path: folder.to_path_buf(),
            problem: "the folder is nested too deeply; does a link lead back to it?".to_string(),
        });
    }
    for entry in fs::read_dir(folder).map_err(|e| Error::io("list", folder, e))? {
        let path = entry.map_err(|e| Error::io("list", folder, e))?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        if name.starts_with('.') {
            continue; // hidden, as everywhere
        }
        let relative = format!("{prefix}{name}");
        let metadata = match fs::metadata(&path) {
            // A link that leads nowhere, with a name that would not be read either.
            Err(_) if Format::of(without_compression(&name)).is_none() => {
                files.ignored += 1;
                continue;
            }
            metadata => metadata.map_err(|e| Error::io("read", &path, e))?,
        };
        if metadata.is_dir() {
            collect(&path, &format!("{relative}/"), depth + 1, files)?;
        } else {
            files.add(&path, &relative, metadata.len());
        }
    }
    Ok(())
}

fn without_compression(name: &str) -> &str {
    match name.rsplit_once('.') {
        Some((stem, ending)) if Compression::of(ending).is_some() => stem,
        _ => name,
    }
}

/// A file's name without its ending, if that is a known one, and the one of a compression.
pub(crate) fn stem(name: &str) -> &str {
    let name = without_compression(name);
    match name.rsplit_once('.') {
        Some((stem, _)) if Format::of(name).is_some() => stem,
        _ => name,
    }
}

impl Format {
    fn of(name: &str) -> Option<Format> {
        let (stem, ending) = name.rsplit_once('.')?;
        match ending.to_ascii_lowercase().as_str() {
            _ if stem.is_empty() => None,
            "txt" => Some(Format::Text),
            "md" | "markdown" => Some(Format::Markdown),
            "jsonl" | "ndjson" => Some(Format::JsonLines),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_come_from_the_path() {
        for (path, label) in [
            ("/data/chat-ja.jsonl.zst", "chat-ja"),
            ("letters", "letters"),
            ("notes.v2", "notes.v2"),
            ("a/b.txt.gz", "b"),
            ("/", "text"),
        ] {
            assert_eq!(Source::new(path).label(), label);
        }
    }

    #[test]
    fn only_known_endings_are_taken_off_a_name() {
        for (name, expected) in [
            ("The cat.txt.gz", "The cat"),
            ("St. Ives.txt", "St. Ives"),
            ("2024.05.01 report.MD", "2024.05.01 report"),
            ("notes.v2", "notes.v2"),
        ] {
            assert_eq!(stem(name), expected);
        }
    }

    #[test]
    fn what_conversations_can_be_read_from_is_told() {
        let folder = tempfile::tempdir().unwrap();
        let chats = folder.path().join("chats.txt");
        fs::write(&chats, "hello").unwrap();
        let error = Source::new(&chats)
            .files::<crate::Conversation>()
            .unwrap_err();
        let told = error.to_string();
        assert!(told.contains(".ndjson") && !told.contains(".md"), "{told}");
    }

    #[test]
    fn files_are_sorted_and_others_counted() {
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir(folder.path().join("a")).unwrap();
        for name in [
            "b.txt",
            "a/z.MD",
            "a.jsonl.gz",
            "picture.png",
            ".hidden.txt",
            ".txt",
        ] {
            fs::write(folder.path().join(name), "x").unwrap();
        }
        let files = Source::new(folder.path()).files::<Document>().unwrap();
        let names: Vec<_> = files.readable.iter().map(|f| f.relative.as_str()).collect();
        assert_eq!(names, ["a.jsonl.gz", "a/z.MD", "b.txt"]);
        assert_eq!(files.ignored, 1);
    }

    #[test]
    fn the_content_is_that_of_the_files_that_are_read() {
        let folder = tempfile::tempdir().unwrap();
        let write = |name: &str, text: &str| {
            let path = folder.path().join(name);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, text).unwrap();
        };
        let content = || Source::new(folder.path()).content::<Document>().unwrap();
        write("log/monday.md", "It rained.");
        let before = content();
        for (name, text) in [
            (".git/index", "1"),
            ("picture.png", "2"),
            (".#monday.md", "3"),
        ] {
            write(name, text);
        }
        #[cfg(unix)]
        for name in [".#tuesday.md", "old.png"] {
            std::os::unix::fs::symlink("nowhere", folder.path().join(name)).unwrap();
        }
        assert_eq!(content(), before, "they are not read");
        write("log/monday.md", "It rained. Forget that.");
        assert_ne!(content(), before, "that is read");
    }

    #[test]
    fn unknown_field_names_bring_a_suggestion() {
        let mut source = Source::new("x");
        source.fields.insert("licence".to_string(), "l".to_string());
        let message = source.check_fields::<Document>().unwrap_err().to_string();
        assert!(message.contains("did you mean `license`?"), "{message}");
        assert!(source.check_fields::<crate::Conversation>().is_err());
    }
}
