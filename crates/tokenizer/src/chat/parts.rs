//! Parting a rendered conversation into what the template wrote and what people said.
//!
//! The conversation is rendered twice: as it is, and with a placeholder for each content. The
//! second rendering shows the places of the contents; walking along the first one proves that
//! contents stand there and nowhere else. What is taken for the template's own text comes from
//! the second rendering, which no content has touched.

use super::ChatTemplate;
use crate::{Error, Message};

#[derive(Debug, PartialEq, Eq)]
pub(super) enum Piece {
    Template(String),
    Content {
        /// Index of the message.
        message: usize,
        /// The content as the template shows it: whole or trimmed.
        text: String,
    },
}

/// Surround the number of a message in a placeholder; characters for private use.
const OPEN: char = '\u{E000}';
const CLOSE: char = '\u{E001}';

pub(super) fn of(
    template: &ChatTemplate,
    messages: &[Message],
    prompt: bool,
) -> Result<Vec<Piece>, Error> {
    let rendered = template.render(messages, prompt)?;
    let open = unused_opening(template, messages);
    let names: Vec<String> = (0..messages.len())
        .map(|i| format!("{open}{i}{CLOSE}"))
        .collect();
    let turns = messages
        .iter()
        .zip(&names)
        .map(|(m, name)| (m.role.name(), name.as_str()));
    let outline = template
        .jinja
        .render(turns, prompt, &template.bos, &template.eos)?;

    let outline = read_outline(&outline, &open, messages)?;
    let mut pieces = Vec::new();
    let mut rest = rendered.as_str();
    let mut latest = 0;
    for (i, piece) in outline.iter().enumerate() {
        rest = match piece {
            Outline::Text(text) => {
                pieces.push(Piece::Template((*text).to_owned()));
                rest.strip_prefix(text)
                    .ok_or_else(|| changed(messages, latest))?
            }
            Outline::Content(message) => {
                latest = *message;
                let next = match outline.get(i + 1) {
                    Some(Outline::Text(text)) => text,
                    _ => "",
                };
                let (text, after) = take_content(rest, &messages[latest].content, next)
                    .ok_or_else(|| changed(messages, latest))?;
                pieces.push(Piece::Content {
                    message: latest,
                    text: text.to_owned(),
                });
                after
            }
        };
    }
    match rest.is_empty() {
        true => Ok(pieces),
        false => Err(changed(messages, latest)),
    }
}

/// The content at the beginning of `rest`, whole or trimmed, with `next` after it; and the rest.
fn take_content<'r>(rest: &'r str, content: &str, next: &str) -> Option<(&'r str, &'r str)> {
    [
        content,
        content.trim_end(),
        content.trim_start(),
        content.trim(),
    ]
    .iter()
    .filter(|form| rest.starts_with(**form))
    .map(|form| rest.split_at(form.len()))
    .find(|(_, after)| after.starts_with(next))
}

/// The beginning of placeholders: one that occurs nowhere in the conversation or template.
fn unused_opening(template: &ChatTemplate, messages: &[Message]) -> String {
    let texts = || {
        let contents = messages.iter().map(|m| m.content.as_str());
        contents.chain([template.jinja.source.as_str(), &template.bos, &template.eos])
    };
    (0u64..)
        .map(|attempt| format!("{OPEN}{attempt}:"))
        .find(|open| !texts().any(|text| text.contains(open.as_str())))
        .unwrap_or_default()
}

enum Outline<'o> {
    Text(&'o str),
    Content(usize),
}

fn read_outline<'o>(
    outline: &'o str,
    open: &str,
    messages: &[Message],
) -> Result<Vec<Outline<'o>>, Error> {
    let mut pieces = Vec::new();
    let mut rest = outline;
    let mut latest = 0;
    while let Some((text, after)) = rest.split_once(open) {
        // A placeholder that is not whole was changed by the template.
        let (message, after) = after
            .split_once(CLOSE)
            .and_then(|(number, after)| Some((number.parse::<usize>().ok()?, after)))
            .filter(|&(message, _)| message < messages.len())
            .ok_or_else(|| changed(messages, latest))?;
        latest = message;
        pieces.extend([Outline::Text(text), Outline::Content(message)]);
        rest = after;
    }
    pieces.push(Outline::Text(rest));
    Ok(pieces)
}

fn changed(messages: &[Message], message: usize) -> Error {
    Error::TemplateChangesContent {
        message,
        role: messages
            .get(message)
            .map_or("none", |m| m.role.name())
            .to_owned(),
    }
}
