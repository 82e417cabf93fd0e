//! Whom a model must credit: the documents that it and those before it learnt from and whose licences ask for something.

mod markdown;
mod search;
#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use ::corpus::Provenance;
use ledger::{Artefact, Duties, Home, Policy, Report, Scope, Use};

use crate::Error;
use search::Search;

/// Whom to credit for what a model has learnt; as text, a page of Markdown that can be passed on with it.
#[derive(Debug)]
pub struct Credits {
    /// The model's id.
    model: String,
    /// All that its licences ask.
    duties: Duties,
    owed: Owed,
    gaps: BTreeSet<Gap>,
    /// Ids of the artefacts that were read for this.
    read: BTreeSet<String>,
}

/// Documents whose licences ask for something, by what they have in common.
#[derive(Debug, Default)]
struct Owed(BTreeMap<Credit, BTreeSet<CreditedDocument>>);

/// What documents that are credited together have in common. Blank fields count as not stated.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Credit {
    licence: String,
    /// Neither `attribution` nor `author` is stated; such ones come last.
    is_anonymous: bool,
    /// Whom to name, as the licence asks.
    attribution: Option<String>,
    author: Option<String>,
    /// The site's name.
    site: Option<String>,
    /// The URL without its path.
    host: Option<String>,
    /// The data set.
    source: String,
}

/// One document of a credit.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct CreditedDocument {
    title: Option<String>,
    address: Option<String>,
    id: String,
}

/// Why credits are not complete. Tells no paths, for it is passed on with the model.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Gap {
    /// An ancestor, and what was made of it.
    Missing { id: String, of: String },
    /// As it is there but is not what it was.
    Damaged { id: String, of: String },
    /// Shards or texts of an earlier version of this program.
    WithoutAuthors { id: String },
}

impl fmt::Display for Gap {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Gap::Missing { id, of } => write!(
                f,
                "{id}, of which {of} was made, is no longer at hand; whom to credit for it is not known"
            ),
            Gap::Damaged { id, of } => write!(
                f,
                "{id}, of which {of} was made, cannot be read or was changed; whom to credit for it is not fully known"
            ),
            Gap::WithoutAuthors { id } => write!(
                f,
                "{id} was made by an earlier version of gensen, which did not keep authors, attributions and sites"
            ),
        }
    }
}

/// Whom to credit for what `model` has learnt: from the tables of all shards on the way to it, and from the texts that shaped
/// its tokenizer, or that shards which tell too little were made of. What was held back for validation is not among
/// them: of a model with borders between answers it has decided two numbers for each, and no words.
///
/// # Errors
/// If it is no model. Ancestors that are missing or damaged are gaps, not errors.
pub fn credits(home: &Home, model: &Artefact, report: Report) -> Result<Credits, Error> {
    crate::must_be_model(model)?;
    let credits = Credits {
        model: model.manifest.id(),
        duties: model.manifest.duties,
        owed: Owed::default(),
        gaps: BTreeSet::new(),
        read: BTreeSet::new(),
    };
    Ok(Search::new(home, report, credits).through(model))
}

impl Credits {
    /// How many documents are credited.
    pub fn documents(&self) -> usize {
        self.owed.0.values().map(BTreeSet::len).sum()
    }

    /// Why there may be more to credit; none if the list is complete.
    pub fn gaps(&self) -> impl Iterator<Item = &Gap> {
        self.gaps.iter()
    }
}

impl Owed {
    /// Adds one document, if its licence asks for something.
    fn add(&mut self, from: &Provenance) {
        if !asks(&from.license) {
            return;
        }
        let stated = |field: &Option<String>| {
            let field = field.as_deref().map(str::trim);
            field.filter(|field| !field.is_empty()).map(str::to_string)
        };
        let (attribution, author) = (stated(&from.attribution), stated(&from.author));
        let (host, address) = match &from.url {
            Some(url) => address(url),
            None => (None, None),
        };
        let credit = Credit {
            licence: from.license.trim().to_string(),
            is_anonymous: attribution.is_none() && author.is_none(),
            // One is often filled in with the other.
            author: author.filter(|author| attribution.as_ref() != Some(author)),
            attribution,
            site: stated(&from.site),
            host,
            source: from.source.clone(),
        };
        self.0.entry(credit).or_default().insert(CreditedDocument {
            title: stated(&from.title),
            address,
            id: from.id.clone(),
        });
    }

    fn extend(&mut self, other: Owed) {
        for (credit, documents) in other.0 {
            self.0.entry(credit).or_default().extend(documents);
        }
    }
}

/// What a licence asks of whoever passes on a model that has learnt from a document under it.
fn duties(licence: &str) -> Duties {
    // The documents have passed the gate within their own scope; what they ask does not hang on it.
    let policy = Policy::for_scope(Scope::Internal);
    policy.decide(licence, Use::Train).duties
}

fn asks(licence: &str) -> bool {
    !duties(licence).names().is_empty()
}

/// Prefixes of addresses that are no place on the web, or leave that unsaid.
const OTHER_ADDRESSES: [&str; 5] = ["www.", "doi:", "urn:", "ark:", "hdl:"];

/// The host and the whole of an address that can be passed on, which one of a file, for instance, cannot:
/// `https://a.example/b?c` → `https://a.example` and `https://a.example/b?c`; of `doi:10.1000/1` the whole only.
fn address(url: &str) -> (Option<String>, Option<String>) {
    if let Some((host, url)) = web_address(url) {
        return (Some(host), Some(url));
    }
    let url = url.trim();
    let lower = url.to_ascii_lowercase();
    let is_known = OTHER_ADDRESSES
        .iter()
        .any(|prefix| lower.starts_with(prefix));
    (None, is_known.then(|| url.to_string()))
}

/// `https://a.example/b?c` → (`https://a.example`, `https://a.example/b?c`), without the name and password that may stand
/// before the host.
fn web_address(url: &str) -> Option<(String, String)> {
    let (scheme, rest) = url.trim().split_once("://")?;
    let scheme = scheme.to_ascii_lowercase();
    let end = rest.find(['/', '?', '#']).unwrap_or(rest.len());
    let (authority, path) = rest.split_at(end);
    let host = authority.rsplit('@').next().unwrap_or_default();
    let is_web = ["http", "https"].contains(&scheme.as_str()) && !host.is_empty();
    is_web.then(|| {
        let host = format!("{scheme}://{host}");
        let url = format!("{host}{path}");
        (host, url)
    })
}
