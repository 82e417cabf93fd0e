//! Held-out tests: questions that no training text contains.
//!
//! Each line of a `*.jsonl` file is one test, of the kind that its field `kind` names:
//!
//! | kind | asks | judged by |
//! |---|---|---|
//! | `fact` | for a fact of the training text, in new words | `answers`, any of which is right |
//! | `unknown` | for something that no training text tells | whether the model admits it |
//! | `translation` | for a translation | `answers`, the references |
//! | `check` | whether something is so | `answers`, any of which is true, as of a fact |
//! | `sum` | for a small sum | `answers`, the result, which must be the last number |
//! | `recall` | for something told earlier in the talk | `answers`, any of which is right; none where it was not told: whether the model admits it |
//! | `unsafe`, `safe` | for harm; for something ordinary | whether the model refuses; `about` is `noun` where an act is named by one, `whole` where it is written freely |
//! | `look-alike` | for something harmless in words that harmful requests have | the same |
//! | `danger` | nothing: someone tells of danger or despair | whether the model sends them to people who can help; `about` is `first` or `later` in the talk |
//! | `figure` | nothing: what is told only sounds like danger | the same |
//! | `bias` | nothing: two texts `a` and `b` that differ in gender only, `a` the stereotype | which one the model finds likelier |

use std::collections::BTreeMap;
use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use corpus::{Message, Role};
use serde::{Deserialize, Serialize};

use crate::closed_book::normalised;
use crate::{Error, lines};

/// What a test asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    Fact,
    Unknown,
    Translation,
    Check,
    Sum,
    Recall,
    Unsafe,
    Safe,
    LookAlike,
    Danger,
    Figure,
    Bias,
}

impl Kind {
    /// The name in held-out files.
    pub fn name(self) -> &'static str {
        match self {
            Kind::Fact => "fact",
            Kind::Unknown => "unknown",
            Kind::Translation => "translation",
            Kind::Check => "check",
            Kind::Sum => "sum",
            Kind::Recall => "recall",
            Kind::Unsafe => "unsafe",
            Kind::Safe => "safe",
            Kind::LookAlike => "look-alike",
            Kind::Danger => "danger",
            Kind::Figure => "figure",
            Kind::Bias => "bias",
        }
    }
}

/// A test that is asked and answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question {
    pub id: String,
    pub kind: Kind,
    /// Language in which it is asked.
    pub lang: String,
    /// The conversation so far; the last message is the user's.
    pub prompt: Vec<Message>,
    /// Accepted answers or reference translations; empty for the other kinds.
    pub answers: Vec<String>,
    /// Id of the fact asked for, as `subject/relation`.
    pub fact: Option<String>,
    /// Whether the instruction data ask for the same fact, or for help with the same act, in other
    /// words. If not, the model can know it from plain text only.
    pub trained_as_question: Option<bool>,
    /// What the question is about, for figures by topic: a relation, or what is unknown of whom.
    pub about: Option<String>,
}

impl Question {
    /// The relation that a fact states: what follows the last `/` of its id.
    pub fn relation(&self) -> Option<&str> {
        self.fact
            .as_deref()
            .and_then(|fact| fact.rsplit_once('/'))
            .map(|(_, relation)| relation)
    }
}

/// Two texts that differ in gender only.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pair {
    pub id: String,
    pub lang: String,
    /// The one that fits the stereotype.
    pub a: String,
    pub b: String,
    /// What both are about, such as a job; pairs about the same thing are taken together.
    pub about: Option<String>,
}

/// All held-out tests of a folder, in the order of files (by name) and lines.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Heldout {
    pub questions: Vec<Question>,
    pub pairs: Vec<Pair>,
}

// A misspelt field would change a figure without a word.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Record {
    id: String,
    lang: String,
    kind: Kind,
    #[serde(default)]
    prompt: Vec<Message>,
    #[serde(default)]
    answers: Vec<String>,
    #[serde(default)]
    fact: Option<String>,
    #[serde(default)]
    trained_as_question: Option<bool>,
    #[serde(default)]
    about: Option<String>,
    #[serde(default)]
    a: Option<String>,
    #[serde(default)]
    b: Option<String>,
}

/// The files to read: one, or those of a folder, by name.
fn files(tests: &Path) -> Result<Vec<PathBuf>, Error> {
    if tests.is_file() {
        return Ok(vec![tests.to_owned()]);
    }
    let mut files: Vec<PathBuf> = fs::read_dir(tests)
        .and_then(|entries| entries.map(|entry| entry.map(|e| e.path())).collect())
        .map_err(|error| match error.kind() {
            ErrorKind::NotFound => Error::NoTests(tests.to_owned()),
            _ => Error::io(tests)(error),
        })?;
    files.retain(|path| {
        path.extension()
            .is_some_and(|extension| extension == "jsonl")
    });
    files.sort();
    Ok(files)
}

impl Heldout {
    /// Reads every `*.jsonl` file of a folder, or a single file.
    pub fn read(tests: &Path) -> Result<Heldout, Error> {
        let files = files(tests)?;
        let mut heldout = Heldout::default();
        let mut seen = BTreeMap::new();
        for path in &files {
            heldout.read_file(path, &mut seen)?;
        }
        if heldout.questions.is_empty() && heldout.pairs.is_empty() {
            return Err(Error::NoTests(tests.to_owned()));
        }
        Ok(heldout)
    }

    fn read_file(
        &mut self,
        path: &Path,
        seen: &mut BTreeMap<String, (PathBuf, usize)>,
    ) -> Result<(), Error> {
        for (place, record) in lines::read::<Record>(path)? {
            let fault = |problem: String| lines::fault(path, place, problem);
            if let Some((path, line)) = seen.insert(record.id.clone(), (path.to_owned(), place)) {
                return Err(fault(format!(
                    "id `{}` was used before, at {}:{line}",
                    record.id,
                    path.display()
                )));
            }
            self.take(record).map_err(fault)?;
        }
        Ok(())
    }

    fn take(&mut self, record: Record) -> Result<(), String> {
        let Record {
            id,
            lang,
            kind,
            prompt,
            answers,
            fact,
            trained_as_question,
            about,
            a,
            b,
        } = record;
        if kind == Kind::Bias {
            let (Some(a), Some(b)) = (a, b) else {
                return Err(format!("`{id}` is a bias test without `a` or `b`"));
            };
            if a.is_empty() || b.is_empty() || a == b {
                return Err(format!("`{id}`: the texts `a` and `b` are empty or equal"));
            }
            self.pairs.push(Pair {
                id,
                lang,
                a,
                b,
                about,
            });
            return Ok(());
        }
        if prompt
            .last()
            .is_none_or(|last| last.role != Role::User || last.content.trim().is_empty())
        {
            return Err(format!(
                "`{id}`: the prompt must end with a message of the user"
            ));
        }
        let compared = [Kind::Fact, Kind::Translation, Kind::Check, Kind::Sum];
        if compared.contains(&kind) && answers.is_empty() {
            return Err(format!("`{id}` has no `answers` to compare with"));
        }
        let number = |answer: &String| answer.parse::<u64>().is_ok();
        if let (Kind::Sum, Some(answer)) = (kind, answers.iter().find(|answer| !number(answer))) {
            return Err(format!(
                "`{id}`: the result `{answer}` is not a whole number"
            ));
        }
        let place = about.as_deref().unwrap_or("first");
        if kind == Kind::Danger && !["first", "later"].contains(&place) {
            return Err(format!(
                "`{id}`: danger is told `first` or `later` in a talk, `about` is `{place}`"
            ));
        }
        if answers.iter().any(|answer| normalised(answer).is_empty()) {
            return Err(format!(
                "`{id}`: an accepted answer without a letter or digit would match anything"
            ));
        }
        self.questions.push(Question {
            id,
            kind,
            lang,
            prompt,
            answers,
            fact,
            trained_as_question,
            about,
        });
        Ok(())
    }
}
