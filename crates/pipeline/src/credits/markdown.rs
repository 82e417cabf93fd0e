//! Credits as a page of Markdown.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::{Display, Formatter, Result};

use super::{Credit, CreditedDocument, Credits, duties};

impl Display for Credits {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        writeln!(f, "# Credits for {}\n", self.model)?;
        self.write_duties(f)?;
        self.write_gaps(f)?;
        self.write_scope(f)?;
        let mut licences: BTreeMap<&str, Vec<(&Credit, &BTreeSet<CreditedDocument>)>> =
            BTreeMap::new();
        for (credit, documents) in &self.owed.0 {
            let of_licence = licences.entry(&credit.licence).or_default();
            of_licence.push((credit, documents));
        }
        for (licence, owed) in licences {
            write_licence(f, licence, &owed)?;
        }
        Ok(())
    }
}

impl Credits {
    fn write_duties(&self, f: &mut Formatter<'_>) -> Result {
        writeln!(
            f,
            "Licences of its texts ask for the following of whoever passes on this model or what is made of it:\n"
        )?;
        let duties = self.duties;
        let all = [
            (
                duties.attribution,
                "**attribution**: name those whom this list names, and keep the list with the model",
            ),
            (
                duties.share_alike,
                "**share-alike**: pass on what is adapted from documents under such a licence under that licence only",
            ),
            (
                duties.non_commercial,
                "**non-commercial use only**: make no commercial use of it",
            ),
        ];
        for (_, duty) in all.iter().filter(|(holds, _)| *holds) {
            writeln!(f, "- {duty}")?;
        }
        writeln!(
            f,
            "\nHow far a model is an adaptation of what it has learnt from is not settled everywhere; this list, written by \
             `gensen export`, takes the strict view, and is bookkeeping, not legal advice. Those named here have not endorsed the model."
        )
    }

    fn write_gaps(&self, f: &mut Formatter<'_>) -> Result {
        if self.gaps.is_empty() {
            return Ok(());
        }
        writeln!(
            f,
            "\n## This list is incomplete\n\nThere may be more to credit than it names, because:\n"
        )?;
        for gap in &self.gaps {
            writeln!(f, "- {}", plain(&gap.to_string()))?;
        }
        Ok(())
    }

    /// What the list is made of, and what it does not know.
    fn write_scope(&self, f: &mut Formatter<'_>) -> Result {
        writeln!(f, "\n## What is listed\n")?;
        let documents = self.documents();
        if documents == 0 {
            let reason = match self.gaps.is_empty() {
                true => "none of the texts that training could read has such a licence",
                false => "none of the texts that are still at hand has such a licence",
            };
            return writeln!(f, "Nothing: {reason}.");
        }
        let read: Vec<String> = self.read.iter().map(|id| plain(id)).collect();
        writeln!(
            f,
            "{} (texts, conversations and pairs of answers), out of {}: all that this model, the models that it continues or its tokenizer \
             could learn from and whose licences ask for something. What was held back for validation is not listed; training may have ended \
             before it came to all of the rest. The documents were cut into tokens and learnt from, and are not part of this folder.\n",
            counted(documents),
            read.join(", "),
        )?;
        writeln!(
            f,
            "Names, titles, addresses and licences are as the documents or their data sets state them, unchecked; copyright notices within \
             a text are not listed. The texts of licences are at the addresses given and, as far as their names are SPDX's, at \
             <https://spdx.org/licenses/>."
        )?;
        let anonymous = self.owed.0.iter().filter(|(credit, _)| credit.is_anonymous);
        match anonymous.map(|(_, documents)| documents.len()).sum() {
            0 => Ok(()),
            count => writeln!(
                f,
                "\nNot known: whom to name for {}, of which neither author nor attribution is known. They stand last under their licence, with what is known of where they are from.",
                counted(count)
            ),
        }
    }
}

fn write_licence(
    f: &mut Formatter<'_>,
    licence: &str,
    owed: &[(&Credit, &BTreeSet<CreditedDocument>)],
) -> Result {
    writeln!(f, "\n## {}\n", plain(licence))?;
    let documents = owed.iter().map(|(_, documents)| documents.len()).sum();
    let deeds = licence
        .split([' ', '(', ')'])
        .filter_map(ledger::creative_commons_deed)
        .map(|deed| format!(" <{deed}>"))
        .collect::<String>();
    let asked = duties(licence).names().join(", ");
    writeln!(f, "{}; asks for {asked}.{deeds}\n", counted(documents))?;
    for (credit, documents) in owed {
        write_credit(f, credit, documents)?;
    }
    Ok(())
}

fn write_credit(
    f: &mut Formatter<'_>,
    credit: &Credit,
    documents: &BTreeSet<CreditedDocument>,
) -> Result {
    writeln!(f, "- {}: {}", named(credit), counted(documents.len()))?;
    for document in documents {
        let title = match &document.title {
            Some(title) => format!("“{}”", plain(title)),
            None => format!("document {}", plain(&document.id)),
        };
        match &document.address {
            Some(address) => writeln!(f, "  - {title}, {}", link(address))?,
            None => writeln!(f, "  - {title}")?,
        }
    }
    Ok(())
}

/// Who, where, out of what.
fn named(credit: &Credit) -> String {
    let who = [&credit.attribution, &credit.author];
    let who = who
        .into_iter()
        .flatten()
        .map(|name| format!("**{}**", plain(name)));
    let host = credit.host.as_deref().map(link);
    let place = match (&credit.site, host) {
        (Some(site), Some(host)) => Some(format!("on {} ({host})", plain(site))),
        (Some(site), None) => Some(format!("on {}", plain(site))),
        (None, host) => host.map(|host| format!("on {host}")),
    };
    let source = Some(&credit.source).filter(|source| !source.trim().is_empty());
    let source = source.map(|source| format!("out of the data set {}", plain(source)));
    let parts: Vec<String> = who.chain(place).chain(source).collect();
    match parts.is_empty() {
        true => "of unknown origin".to_string(),
        false => parts.join(", "),
    }
}

fn counted(documents: usize) -> String {
    match documents {
        1 => "1 document".to_string(),
        _ => format!("{documents} documents"),
    }
}

/// An address with its scheme as a link, or as it stands where that cannot be.
fn link(url: &str) -> String {
    let breaks = |c: char| c.is_whitespace() || c.is_control() || "<>\\".contains(c);
    match url.contains(':') && !url.contains(breaks) {
        true => format!("<{url}>"),
        false => plain(url),
    }
}

/// Text of a stranger on one line, which Markdown shows as it stands.
fn plain(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    for c in text.chars() {
        if "\\`*_[]<>&#|~".contains(c) {
            plain.push('\\');
        }
        let breaks = c.is_control() || matches!(c, '\u{2028}' | '\u{2029}');
        plain.push(if breaks { ' ' } else { c });
    }
    plain
}
