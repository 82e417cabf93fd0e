//! A trace as text for a terminal.

use std::fmt::{Display, Formatter, Result};

use crate::answer::{Found, Match, Trace};

/// Spans and steps listed before "and … more" stands for the rest.
const LISTED_MAX: usize = 12;

/// What [`GUARANTEED`](crate::GUARANTEED) bytes are for a reader.
const LEAST_IN_WORDS: &str = "about eight Japanese characters or five English words";

impl Display for Trace {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        let searched = &self.searched;
        if self.too_short {
            return writeln!(
                f,
                "Too short to be followed back: this answer has {} bytes; {} are needed ({LEAST_IN_WORDS}).",
                self.answer_bytes, self.least_bytes,
            );
        }
        if self.spans.is_empty() {
            return writeln!(
                f,
                "No match: nothing of {} bytes or more in this answer ({LEAST_IN_WORDS}) \
                 stands word for word in the {} training documents ({:.1} MB) of {}.\n\
                 Shorter pieces may stand there all the same, and the answer may be true or false.",
                self.least_bytes,
                searched.documents,
                searched.bytes as f64 / 1e6,
                searched.models.join(", "),
            );
        }
        writeln!(
            f,
            "{:.0} % of the answer stands word for word in training documents, {:.0} % beside common phrases; \
             {} of {} documents {} one of these spans.\n",
            self.covered * 100.0,
            self.covered_by_rare * 100.0,
            self.documents_total,
            searched.documents,
            if self.documents_total == 1 {
                "holds"
            } else {
                "hold"
            },
        )?;
        for (number, span) in self.spans.iter().enumerate().take(LISTED_MAX) {
            let common = if span.common { ", a common phrase" } else { "" };
            let noun = if span.documents == 1 {
                "document"
            } else {
                "documents"
            };
            writeln!(
                f,
                "[{}] »{}« in {} {noun}{common}",
                number + 1,
                one_line(&span.text),
                span.documents
            )?;
        }
        if self.spans.len() > LISTED_MAX {
            writeln!(f, "… and {} more spans", self.spans.len() - LISTED_MAX)?;
        }
        for found in &self.documents {
            writeln!(f)?;
            show_document(found, f)?;
        }
        if self.documents_total > self.documents.len() {
            writeln!(
                f,
                "\n… and {} more documents",
                self.documents_total - self.documents.len()
            )?;
        }
        Ok(())
    }
}

fn show_document(found: &Found, f: &mut Formatter<'_>) -> Result {
    let from = &found.provenance;
    writeln!(
        f,
        "{} ({})",
        one_line(from.title.as_deref().unwrap_or(&from.id)),
        found.phase.name()
    )?;
    if let Some(url) = &from.url {
        writeln!(f, "  {}", one_line(url))?;
    }
    let licence = if from.license.is_empty() {
        "none stated"
    } else {
        &from.license
    };
    write!(
        f,
        "  licence {} · source {} · id {}",
        one_line(licence),
        one_line(&from.source),
        one_line(&from.id)
    )?;
    for (name, value) in [
        ("site", &from.site),
        ("author", &from.author),
        ("attribution", &from.attribution),
        ("date", &from.date),
    ] {
        if let Some(value) = value {
            write!(f, " · {name} {}", one_line(value))?;
        }
    }
    writeln!(f, "\n  trained into {}", found.model)?;
    for found in &found.matches {
        show_match(found, f)?;
    }
    if let Some(rule) = &found.withheld {
        writeln!(f, "  text withheld: {rule}")?;
    }
    Ok(())
}

fn show_match(found: &Match, f: &mut Formatter<'_>) -> Result {
    let steps: Vec<String> = found
        .steps
        .iter()
        .take(LISTED_MAX)
        .map(u64::to_string)
        .collect();
    let steps = match (found.steps.len(), steps.join(", ")) {
        (0, _) => "never read: training ended before its turn".to_owned(),
        (1, listed) => format!("read at step {listed}"),
        (n, listed) if n > LISTED_MAX => format!("read {n} times, at steps {listed}, …"),
        (_, listed) => format!("read at steps {listed}"),
    };
    writeln!(f, "  [{}] {}; {steps}", found.span + 1, found.role.name())?;
    if let Some(excerpt) = &found.excerpt {
        writeln!(
            f,
            "      …{}»{}«{}…",
            one_line(&excerpt.before),
            one_line(&excerpt.matched),
            one_line(&excerpt.after)
        )?;
    }
    Ok(())
}

/// Line breaks would tear the layout, other control characters could steer the terminal.
fn one_line(text: &str) -> String {
    text.chars()
        .map(|c| if c.is_control() { ' ' } else { c })
        .collect()
}
