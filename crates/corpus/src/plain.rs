//! Documents out of text and Markdown files.

use crate::bytes::{LINE_BYTES_MAX, Line, Lines};
use crate::read::{broken, invalid_utf_8};
use crate::record::is_licence;
use crate::source::{Format, SourceFile, stem};
use crate::{Document, Error, Provenance, Record};

/// A longer file becomes several documents: from here on it is cut at an empty line …
const PART_BYTES: usize = 1 << 20;
/// … and from here on at the end of any line.
const PART_BYTES_MAX: usize = 4 << 20;

/// A file of plain text on its way to documents.
pub(crate) struct PlainText {
    lines: Lines,
    path: std::path::PathBuf,
    format: Format,
    /// What the head of the file says about all of it.
    head: Provenance,
    /// Whether it says what it is called.
    is_titled: bool,
    /// How many parts have been read.
    parts: u64,
    line: Vec<u8>,
    is_done: bool,
    /// What is wrong with the line after the last part; it is told when that part has been handed out.
    problem: Option<Error>,
}

impl PlainText {
    pub(crate) fn new(lines: Lines, file: &SourceFile) -> PlainText {
        PlainText {
            lines,
            path: file.path.clone(),
            format: file.format,
            head: Provenance {
                title: title_from_name(&file.relative),
                ..Provenance::default()
            },
            is_titled: false,
            parts: 0,
            line: Vec::new(),
            is_done: false,
            problem: None,
        }
    }

    /// The next document, whose id is `name` if the file states none, with `#2`, `#3` … for further parts.
    pub(crate) fn next_document(&mut self, name: &str) -> Result<Option<Document>, Error> {
        if self.is_done {
            return self.problem.take().map_or(Ok(None), Err);
        }
        let text = self.next_part()?;
        if self.is_done && text.trim().is_empty() && (self.parts > 0 || self.problem.is_some()) {
            return self.problem.take().map_or(Ok(None), Err);
        }
        self.parts += 1;
        let text = match (self.format, self.parts) {
            (Format::Markdown, 1) => self.take_front_matter(text)?,
            _ => text,
        };
        let base = match self.head.id.as_str() {
            "" => name,
            stated => stated,
        };
        let id = match self.parts {
            1 => base.to_string(),
            part => format!("{base}#{part}"),
        };
        Ok(Some(Document {
            provenance: Provenance {
                id,
                ..self.head.clone()
            },
            text,
        }))
    }

    /// Lines until it is time to cut. A line that is no text breaks the rest of the file: what follows
    /// it is hardly any.
    fn next_part(&mut self) -> Result<String, Error> {
        let mut text = String::new();
        loop {
            let problem = match self.lines.read(&mut self.line)? {
                Line::End => {
                    self.is_done = true;
                    break;
                }
                Line::TooLong => Some(format!("the line is longer than {LINE_BYTES_MAX} bytes")),
                Line::Read => match std::str::from_utf8(&self.line) {
                    Ok(line) => {
                        text.push_str(line.strip_suffix('\r').unwrap_or(line));
                        None
                    }
                    Err(error) => {
                        let at = self.lines.start + error.valid_up_to() as u64;
                        Some(invalid_utf_8(at))
                    }
                },
            };
            if let Some(problem) = problem {
                let problem = format!("{problem}; the file is left out from this line on");
                let error = broken(&self.path, Some(self.lines.number), problem);
                self.problem = Some(error);
                self.is_done = true;
                break;
            }
            text.push('\n');
            let is_blank = self.line.iter().all(u8::is_ascii_whitespace);
            if text.len() >= PART_BYTES_MAX || (text.len() >= PART_BYTES && is_blank) {
                break;
            }
        }
        text.truncate(text.trim_end().len());
        Ok(text)
    }

    /// Takes `key: value` lines between two `---` off the beginning of a Markdown text, as far as
    /// they name fields of a document; the first heading is the title where none is named.
    fn take_front_matter(&mut self, text: String) -> Result<String, Error> {
        if let Some((line, problem)) = front_matter_problem(&text) {
            self.is_done = true;
            return Err(broken(&self.path, Some(line), problem.to_string()));
        }
        let mut body = text.as_str();
        if let Some((front, after)) = between_rules(&text)
            && is_front_matter(front)
        {
            self.set_fields(front);
            body = after.trim_start();
        }
        if !self.is_titled
            && let Some(heading) = body.lines().find_map(|line| line.strip_prefix("# "))
        {
            self.head.title = Some(heading.trim().to_string());
        }
        Ok(body.to_string())
    }

    /// Fields at the left margin; what is indented belongs to another. A field whose value is a list takes its lines as
    /// they are: a licence that nobody knows is refused, one that is not stated is taken from the command line.
    fn set_fields(&mut self, front: &str) {
        let belongs = |line: &str| line.starts_with([' ', '\t', '-']);
        let mut lines = front.lines().peekable();
        while let Some(line) = lines.next() {
            let Some((name, value)) = line.split_once(':').filter(|_| !belongs(line)) else {
                continue;
            };
            let mut value = value.trim().to_string();
            while let Some(item) = lines.next_if(|line| belongs(line)) {
                value = format!("{value} {}", item.trim());
            }
            let [name, value] = [name, &value].map(|part| part.trim().trim_matches(['"', '\'']));
            self.set_field(name, value.to_string());
        }
    }

    fn set_field(&mut self, name: &str, value: String) {
        let name = field_name(name);
        self.is_titled |= name == "title";
        let head = &mut self.head;
        match name.as_str() {
            "id" => head.id = value,
            "lang" => head.lang = value,
            "license" => head.license = value,
            "source" => head.source = value,
            "title" => head.title = Some(value),
            "url" => head.url = Some(value),
            "author" => head.author = Some(value),
            "attribution" => head.attribution = Some(value),
            "site" => head.site = Some(value),
            "date" => head.date = Some(value),
            _ => {} // front matter says many things that are not about the text
        }
    }
}

fn is_rule(line: &str) -> bool {
    line.trim_end() == "---"
}

/// What stands between a first line `---` and the next such line, and what follows; blanks at their ends do not matter.
fn between_rules(text: &str) -> Option<(&str, &str)> {
    let (_, rest) = text.split_once('\n').filter(|(first, _)| is_rule(first))?;
    let mut end = 0;
    for line in rest.split_inclusive('\n') {
        if is_rule(line) {
            return Some((&rest[..end], &rest[end + line.len()..]));
        }
        end += line.len();
    }
    None
}

/// Why the front matter cannot be taken for what it is, and the line to look at.
fn front_matter_problem(text: &str) -> Option<(u64, &'static str)> {
    if states_licence_in_toml(text) {
        let problem = "its front matter is TOML and states a licence, which is not read; write it as `license: …` between two lines `---`";
        return Some((1, problem));
    }
    if states_licence_without_end(text) {
        let problem = "its front matter states a licence and has no end; close it with a line of its own, `---`";
        return Some((1, problem));
    }
    // Otherwise the text up to some thematic break would be lost.
    let (front, _) = between_rules(text)?;
    let at = text_after_blank(front).filter(|_| is_front_matter(front))?;
    let problem = "text begins here in front matter that has no end; put a line of its own, `---`, before it, or indent it if it belongs to the field above";
    Some((at as u64 + 2, problem)) // lines count from 1, and the rule is the first
}

/// Whether fields begin that never end, one of them the licence: taken for text, it would be overruled.
fn states_licence_without_end(text: &str) -> bool {
    let Some((_, rest)) = text.split_once('\n').filter(|(first, _)| is_rule(first)) else {
        return false;
    };
    let fields = text_after_blank(rest).unwrap_or(usize::MAX);
    between_rules(text).is_none() && rest.lines().take(fields).filter_map(key).any(is_licence)
}

/// Whether fields between two `+++`, or behind one, name a licence, be it in a table.
fn states_licence_in_toml(text: &str) -> bool {
    let is_rule = |line: &str| line.trim_end() == "+++";
    let is_stated = |line: &str| {
        line.split_once(['=', ':'])
            .is_some_and(|(name, _)| is_licence(name.trim().trim_matches(['"', '\''])))
    };
    let mut lines = text.lines();
    lines.next().is_some_and(is_rule) && lines.take_while(|line| !is_rule(line)).any(is_stated)
}

/// The field of documents that a key of front matter means, if it means one.
fn field_name(key: &str) -> String {
    match key.to_lowercase() {
        name if is_licence(&name) => "license".to_string(),
        name => name,
    }
}

/// The key at the left margin that a line begins with. A blank or the end follows its colon, but a licence must not be
/// missed for that.
fn key(line: &str) -> Option<&str> {
    let (name, value) = line
        .split_once(':')
        .filter(|_| !line.starts_with([' ', '\t']))?;
    let name = name.trim_end().trim_matches(['"', '\'']);
    let fits = |c: char| c.is_alphanumeric() || matches!(c, '_' | '-' | '.');
    let is_one = !name.is_empty() && name.chars().all(fits);
    let ends = value.is_empty() || value.starts_with([' ', '\t']) || is_licence(name);
    (is_one && ends).then_some(name)
}

/// Whether a line of front matter is a key, or may stand below one: what is indented, items of lists and comments.
fn is_key_or_below(line: &str) -> bool {
    line.trim().is_empty()
        || line.starts_with([' ', '\t', '-', '#', ']', '}'])
        || key(line).is_some()
}

/// The first line after a blank one that cannot be front matter.
fn text_after_blank(lines: &str) -> Option<usize> {
    let mut rest = lines.lines().enumerate();
    rest.find(|(_, line)| line.trim().is_empty())?;
    rest.find(|(_, line)| !is_key_or_below(line))
        .map(|(at, _)| at)
}

/// Whether lines between two rules name fields, and are not text that would be lost: a key comes first, and nothing
/// follows that is none, unless a field of documents is named: better to lose a line than a licence. There only the
/// licence is known in any case, for letters begin with `Date:`.
fn is_front_matter(lines: &str) -> bool {
    let is_field = |name: &str| is_licence(name) || Document::fields().any(|field| field == name);
    let mut content = lines
        .lines()
        .filter(|line| !line.trim().is_empty() && !line.starts_with('#'));
    content.next().is_some_and(|line| key(line).is_some())
        && (lines.lines().all(is_key_or_below) || lines.lines().filter_map(key).any(is_field))
}

/// `a/The cat.txt.gz` → `The cat`.
fn title_from_name(relative: &str) -> Option<String> {
    let stem = stem(relative.rsplit('/').next()?);
    (!stem.is_empty()).then(|| stem.to_string())
}
