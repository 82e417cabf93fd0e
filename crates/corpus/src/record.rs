//! The three kinds of records: documents, conversations and preferences.
//!
//! All share a provenance, so that they can be read, gated, deduplicated, split and credited by the
//! same code.

use serde::de::{DeserializeOwned, Error as _};
use serde::{Deserialize, Deserializer, Serialize};
use std::fmt;

/// Where a record is from and what may be done with it. Fields that a line does not state are empty until the source's
/// defaults fill them in.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Provenance {
    #[serde(default, deserialize_with = "stated")]
    pub id: String,
    /// ISO 639-1, or "und" where it cannot be told.
    #[serde(default, deserialize_with = "stated")]
    pub lang: String,
    /// An SPDX licence expression. Serde has no way to take the name in any case, so the usual spellings are listed.
    #[serde(
        default,
        alias = "licence",
        alias = "License",
        alias = "Licence",
        alias = "LICENSE",
        alias = "LICENCE",
        deserialize_with = "stated"
    )]
    pub license: String,
    /// The name of the collection it belongs to, the data set.
    #[serde(default, deserialize_with = "stated")]
    pub source: String,
    #[serde(
        default,
        deserialize_with = "perhaps",
        skip_serializing_if = "Option::is_none"
    )]
    pub url: Option<String>,
    #[serde(
        default,
        deserialize_with = "perhaps",
        skip_serializing_if = "Option::is_none"
    )]
    pub title: Option<String>,
    #[serde(
        default,
        deserialize_with = "perhaps",
        skip_serializing_if = "Option::is_none"
    )]
    pub author: Option<String>,
    /// Whom to name, as the licence asks.
    #[serde(
        default,
        deserialize_with = "perhaps",
        skip_serializing_if = "Option::is_none"
    )]
    pub attribution: Option<String>,
    #[serde(
        default,
        deserialize_with = "perhaps",
        skip_serializing_if = "Option::is_none"
    )]
    pub site: Option<String>,
    #[serde(
        default,
        deserialize_with = "perhaps",
        skip_serializing_if = "Option::is_none"
    )]
    pub date: Option<String>,
}

impl Provenance {
    pub(crate) const FIELDS: &'static [&'static str] = &[
        "id",
        "lang",
        "license",
        "source",
        "url",
        "title",
        "author",
        "attribution",
        "site",
        "date",
    ];
}

/// One text of a corpus.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Document {
    #[serde(flatten)]
    pub provenance: Provenance,
    pub text: String,
}

/// A document's id, language and the like are read as if they were its own.
impl std::ops::Deref for Document {
    type Target = Provenance;

    fn deref(&self) -> &Provenance {
        &self.provenance
    }
}

/// Who speaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Role {
    System,
    User,
    Assistant,
}

impl Role {
    /// The name in files.
    pub fn name(self) -> &'static str {
        match self {
            Role::System => "system",
            Role::User => "user",
            Role::Assistant => "assistant",
        }
    }
}

impl fmt::Display for Role {
    fn fmt(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
        formatter.write_str(self.name())
    }
}

/// One turn of a conversation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Message {
    pub role: Role,
    pub content: String,
}

impl Message {
    pub fn new(role: Role, content: impl Into<String>) -> Message {
        Message {
            role,
            content: content.into(),
        }
    }
}

/// An example for instruction tuning; at least one message is the assistant's.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Conversation {
    #[serde(flatten)]
    pub provenance: Provenance,
    pub messages: Vec<Message>,
    /// What it teaches: "translation", "summary", "refusal" …
    #[serde(
        default,
        deserialize_with = "perhaps",
        skip_serializing_if = "Option::is_none"
    )]
    pub kind: Option<String>,
    /// Whether the last message is only the beginning of an answer: its end is not learnt. It should be
    /// cut between two words, without a blank at its end, as tokens are.
    #[serde(
        default,
        deserialize_with = "flag",
        skip_serializing_if = "std::ops::Not::not"
    )]
    pub prefix: bool,
}

/// Two possible next messages of the assistant, of which people prefer one.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Preference {
    #[serde(flatten)]
    pub provenance: Provenance,
    pub prompt: Vec<Message>,
    pub chosen: String,
    pub rejected: String,
    #[serde(
        default,
        deserialize_with = "perhaps",
        skip_serializing_if = "Option::is_none"
    )]
    pub kind: Option<String>,
}

/// A record that can be read, gated, deduplicated and split.
pub trait Record: Serialize + DeserializeOwned {
    /// The names of its fields beside those of its provenance.
    const FIELDS: &'static [&'static str];
    /// What progress and messages call several of them.
    const NOUN: &'static str;

    fn provenance(&self) -> &Provenance;
    fn provenance_mut(&mut self) -> &mut Provenance;
    /// The names of all fields, each of which a file may call otherwise.
    fn fields() -> impl Iterator<Item = &'static str> {
        Provenance::FIELDS.iter().chain(Self::FIELDS).copied()
    }
    /// Hands over every text of the record in order, with what it is ("text", "user", "chosen" …).
    fn for_each_text(&self, take: &mut dyn FnMut(&str, &str));
    /// Hands over every text to be changed in place.
    fn for_each_text_mut(&mut self, change: &mut dyn FnMut(&mut String));
    /// Whether its text only begins what another record with the same texts may say to the end.
    fn is_begun(&self) -> bool {
        false
    }
    /// Why nothing can be learnt from it, if so.
    fn problem(&self) -> Option<&'static str>;
    /// A record from a file of plain text, if this kind of record can be one.
    fn from_plain_text(document: Document) -> Option<Self>;
}

macro_rules! provenance {
    () => {
        fn provenance(&self) -> &Provenance {
            &self.provenance
        }

        fn provenance_mut(&mut self) -> &mut Provenance {
            &mut self.provenance
        }
    };
}

impl Record for Document {
    const FIELDS: &'static [&'static str] = &["text"];
    const NOUN: &'static str = "documents";

    provenance!();

    fn for_each_text(&self, take: &mut dyn FnMut(&str, &str)) {
        take("text", &self.text);
    }

    fn for_each_text_mut(&mut self, change: &mut dyn FnMut(&mut String)) {
        change(&mut self.text);
    }

    fn problem(&self) -> Option<&'static str> {
        None
    }

    fn from_plain_text(document: Document) -> Option<Document> {
        Some(document)
    }
}

impl Record for Conversation {
    const FIELDS: &'static [&'static str] = &["messages", "kind", "prefix"];
    const NOUN: &'static str = "conversations";

    provenance!();

    fn for_each_text(&self, take: &mut dyn FnMut(&str, &str)) {
        for message in &self.messages {
            take(message.role.name(), &message.content);
        }
    }

    fn for_each_text_mut(&mut self, change: &mut dyn FnMut(&mut String)) {
        for message in &mut self.messages {
            change(&mut message.content);
        }
    }

    fn is_begun(&self) -> bool {
        self.prefix
    }

    fn problem(&self) -> Option<&'static str> {
        let answers = |m: &Message| m.role == Role::Assistant && !m.content.trim().is_empty();
        if self.prefix
            && self
                .messages
                .last()
                .is_some_and(|last| last.role != Role::Assistant)
        {
            return Some("`prefix` is set, but the last message is not the assistant's");
        }
        (!self.messages.iter().any(answers)).then_some("no message is the assistant's")
    }

    fn from_plain_text(_: Document) -> Option<Conversation> {
        None
    }
}

impl Record for Preference {
    const FIELDS: &'static [&'static str] = &["prompt", "chosen", "rejected", "kind"];
    const NOUN: &'static str = "preferences";

    provenance!();

    fn for_each_text(&self, take: &mut dyn FnMut(&str, &str)) {
        for message in &self.prompt {
            take(message.role.name(), &message.content);
        }
        take("chosen", &self.chosen);
        take("rejected", &self.rejected);
    }

    fn for_each_text_mut(&mut self, change: &mut dyn FnMut(&mut String)) {
        for message in &mut self.prompt {
            change(&mut message.content);
        }
        change(&mut self.chosen);
        change(&mut self.rejected);
    }

    fn problem(&self) -> Option<&'static str> {
        if self.prompt.is_empty() {
            Some("the prompt holds no message")
        } else if self.chosen.trim().is_empty() || self.rejected.trim().is_empty() {
            Some("one of the two answers is empty")
        } else if self.chosen == self.rejected {
            Some("both answers are the same")
        } else {
            None
        }
    }

    fn from_plain_text(_: Document) -> Option<Preference> {
        None
    }
}

/// Whether a key names the licence: it must not be missed for its spelling, or a default would overrule it.
pub(crate) fn is_licence(key: &str) -> bool {
    key.eq_ignore_ascii_case("license") || key.eq_ignore_ascii_case("licence")
}

/// A text; a number is taken as it is written, `null` as not stated, and a list as its texts in a row.
fn stated<'de, D: Deserializer<'de>>(deserializer: D) -> Result<String, D::Error> {
    perhaps(deserializer).map(Option::unwrap_or_default)
}

/// Null says no.
fn flag<'de, D: Deserializer<'de>>(deserializer: D) -> Result<bool, D::Error> {
    Ok(Option::deserialize(deserializer)?.unwrap_or(false))
}

fn perhaps<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<String>, D::Error> {
    use serde_json::Value;
    let text = |value: Value| match value {
        Value::String(text) => Ok(text),
        Value::Number(number) => Ok(number.to_string()),
        _ => Err(D::Error::custom(
            "a text, a number or a list of texts was expected",
        )),
    };
    match Value::deserialize(deserializer)? {
        Value::Null => Ok(None),
        Value::Array(list) if list.is_empty() => Ok(None),
        Value::Array(list) => {
            let texts = list.into_iter().map(text).collect::<Result<Vec<_>, _>>()?;
            Ok(Some(texts.join(", ")))
        }
        value => text(value).map(Some),
    }
}
