//! Records out of a source, one at a time.

use crate::bytes::{LINE_BYTES_MAX, Line, Lines};
use crate::error::Place;
use crate::plain::PlainText;
use crate::record::is_licence;
use crate::source::{Files, Format, SourceFile};
use crate::{Error, Record, Source, guess_language};
use serde::de::IgnoredAny;
use serde_json::Value;
use std::collections::{BTreeMap, VecDeque};
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

/// Reads the records of a source in a fixed order, with the source's defaults filled in, line ends
/// made `\n`, and no more than one record in memory.
///
/// After [`Error::Broken`] the iteration goes on with the next record; any other error ends it.
///
/// ```no_run
/// use corpus::{Document, Error, Source};
///
/// for document in corpus::read::<Document>(&Source::new("tales.jsonl.zst"))? {
///     match document {
///         Ok(document) => println!("{}", document.provenance.id),
///         Err(broken @ Error::Broken { .. }) => eprintln!("skipped: {broken}"),
///         Err(error) => return Err(error),
///     }
/// }
/// # Ok::<(), Error>(())
/// ```
///
/// # Errors
///
/// [`Error::Missing`], [`Error::NoFiles`], and [`Error::Settings`] for field names that the record
/// does not have.
pub fn read<R: Record>(source: &Source) -> Result<Reader<R>, Error> {
    source.check_fields::<R>()?;
    let Files { readable, ignored } = source.files::<R>()?;
    Ok(Reader {
        label: source.label(),
        source: source.clone(),
        bytes_total: readable.iter().map(|file| file.bytes).sum(),
        files: readable.into(),
        ignored_files: ignored,
        open: None,
        consumed: Arc::default(),
        record: std::marker::PhantomData,
    })
}

/// Iterates over the records of a source; see [`read`].
pub struct Reader<R> {
    pub(crate) source: Source,
    label: String,
    files: VecDeque<SourceFile>,
    open: Option<Open>,
    consumed: Arc<AtomicU64>,
    bytes_total: u64,
    ignored_files: u64,
    record: std::marker::PhantomData<fn() -> R>,
}

/// The file that is being read.
enum Open {
    JsonLines {
        file: SourceFile,
        lines: Lines,
        line: Vec<u8>,
    },
    Plain {
        name: String,
        text: Box<PlainText>,
    },
}

impl<R: Record> Iterator for Reader<R> {
    type Item = Result<R, Error>;

    fn next(&mut self) -> Option<Self::Item> {
        let next = self.try_next();
        if matches!(&next, Err(error) if !matches!(error, Error::Broken { .. })) {
            self.open = None;
            self.files.clear();
        }
        next.transpose()
    }
}

impl<R: Record> Reader<R> {
    /// Bytes taken from the disk so far.
    pub fn bytes_done(&self) -> u64 {
        self.consumed.load(Ordering::Relaxed)
    }

    /// The size of all files, as they lie on the disk.
    pub fn bytes_total(&self) -> u64 {
        self.bytes_total
    }

    /// How many files of the folder are of no known kind and are left out.
    pub fn ignored_files(&self) -> u64 {
        self.ignored_files
    }

    fn try_next(&mut self) -> Result<Option<R>, Error> {
        loop {
            let found = match &mut self.open {
                Some(Open::JsonLines { file, lines, line }) => {
                    next_line(&self.source, file, lines, line)?
                }
                Some(Open::Plain { name, text }) => {
                    text.next_document(name)?.and_then(R::from_plain_text)
                }
                None => None,
            };
            if let Some(record) = found {
                return Ok(Some(self.completed(record)));
            }
            match self.files.pop_front() {
                Some(file) => self.open = Some(Open::new(&self.label, file, &self.consumed)?),
                None => return Ok(None),
            }
        }
    }

    /// Fills in the defaults and normalises the ends of lines.
    fn completed(&self, mut record: R) -> R {
        record.for_each_text_mut(&mut normalise_line_ends);
        let unstated = |text: &str| text.trim().is_empty();
        if unstated(&record.provenance().lang) {
            let lang = self.source.lang.clone();
            let lang = lang.unwrap_or_else(|| language_of(&record).to_string());
            record.provenance_mut().lang = lang;
        }
        let provenance = record.provenance_mut();
        if unstated(&provenance.license) {
            provenance.license = self.source.license.clone().unwrap_or_default();
        }
        if unstated(&provenance.source) {
            provenance.source.clone_from(&self.label);
        }
        if let Some(attribution) = &self.source.attribution
            && provenance.attribution.as_deref().is_none_or(unstated)
        {
            provenance.attribution = Some(attribution.clone());
        }
        if unstated(&record.provenance().id) {
            // From the text, so that it stays the same when lines are added before it.
            let hash = crate::key::of(&record);
            record.provenance_mut().id =
                format!("{}/{:016x}", self.label, (hash.identity >> 64) as u64);
        }
        record
    }
}

impl Open {
    fn new(label: &str, file: SourceFile, consumed: &Arc<AtomicU64>) -> Result<Open, Error> {
        let lines = Lines::open(&file.path, consumed)?;
        Ok(match file.format {
            Format::JsonLines => Open::JsonLines {
                file,
                lines,
                line: Vec::new(),
            },
            Format::Text | Format::Markdown => {
                let name = format!("{label}/{}", file.relative);
                let text = Box::new(PlainText::new(lines, &file));
                Open::Plain { name, text }
            }
        })
    }
}

/// The record of the next line that is not blank.
fn next_line<R: Record>(
    source: &Source,
    file: &SourceFile,
    lines: &mut Lines,
    line: &mut Vec<u8>,
) -> Result<Option<R>, Error> {
    loop {
        let found = lines.read(line)?;
        let broken = |problem| broken(&file.path, Some(lines.number), problem);
        match found {
            Line::End => return Ok(None),
            Line::TooLong => {
                return Err(broken(format!(
                    "the line is longer than {LINE_BYTES_MAX} bytes"
                )));
            }
            Line::Read if line.iter().all(u8::is_ascii_whitespace) => continue,
            Line::Read => {}
        }
        let text = std::str::from_utf8(line)
            .map_err(|error| broken(invalid_utf_8(lines.start + error.valid_up_to() as u64)))?;
        let record: R = parse(source, text).map_err(broken)?;
        return match record.problem() {
            Some(problem) => Err(broken(problem.to_string())),
            None => Ok(Some(record)),
        };
    }
}

/// One line of JSON, its fields renamed as the source says.
fn parse<R: Record>(source: &Source, line: &str) -> Result<R, String> {
    // Left to itself, serde would take an array for the fields in their order.
    if !line.trim_start().starts_with('{') {
        return Err("this is not a JSON object".to_string());
    }
    let explained = |error: serde_json::Error| explained(&error, line);
    if source.fields.is_empty() {
        return serde_json::from_str(line).map_err(explained);
    }
    let mut object: Value = serde_json::from_str(line).map_err(explained)?;
    let renamed: Vec<(&String, Value)> = source
        .fields
        .iter()
        .filter_map(|(ours, theirs)| Some((ours, at(&object, theirs)?.clone())))
        .collect();
    let fields = object.as_object_mut().ok_or("this is not a JSON object")?;
    for ours in source.fields.keys() {
        fields.remove(ours); // another thing that happens to have the name of ours
        if ours == "license" {
            fields.retain(|name, _| !is_licence(name));
        }
    }
    fields.extend(
        renamed
            .into_iter()
            .map(|(ours, value)| (ours.clone(), value)),
    );
    serde_json::from_value(object).map_err(explained)
}

/// The value at a dotted path.
fn at<'v>(value: &'v Value, path: &str) -> Option<&'v Value> {
    match value.get(path) {
        Some(found) => Some(found),
        None => {
            let (first, rest) = path.split_once('.')?;
            at(value.get(first)?, rest)
        }
    }
}

/// Fields that a message about a missing one names at most.
const NAMED_MAX: usize = 8;

/// What is wrong with the line, and in which column, but not the line number within the line. Where a field is missing,
/// one of those that are there may be it under another name.
fn explained(error: &serde_json::Error, line: &str) -> String {
    let text = error.to_string();
    let what = text.split(" at line ").next().unwrap_or(&text);
    if what.starts_with("missing field")
        && let Ok(fields) = serde_json::from_str::<BTreeMap<String, IgnoredAny>>(line)
        && !fields.is_empty()
    {
        let named: Vec<String> = fields
            .keys()
            .take(NAMED_MAX)
            .map(|name| format!("`{name}`"))
            .collect();
        return format!(
            "{what} among {}; if another one is it, name that under `fields` of the source",
            named.join(", ")
        );
    }
    match error.column() {
        0 => what.to_string(),
        column => format!("{what} at column {column}"),
    }
}

pub(crate) fn invalid_utf_8(offset: u64) -> String {
    format!("invalid UTF-8 at byte {offset} of the text; convert the file to UTF-8")
}

pub(crate) fn broken(path: &Path, line: Option<u64>, problem: String) -> Error {
    Error::Broken {
        place: Place {
            path: path.to_path_buf(),
            line,
        },
        problem,
    }
}

fn language_of<R: Record>(record: &R) -> &'static str {
    let mut sample = String::new();
    record.for_each_text(&mut |_, text| {
        if sample.len() < 1 << 14 {
            sample.push_str(text);
        }
    });
    guess_language(&sample)
}

/// `\r\n` and `\r` become `\n`.
fn normalise_line_ends(text: &mut String) {
    if memchr::memchr(b'\r', text.as_bytes()).is_some() {
        *text = text.replace("\r\n", "\n").replace('\r', "\n");
    }
}
