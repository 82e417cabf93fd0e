//! Danger and despair, and what only sounds like them: whole sentences of an author who has seen none of the tuning data,
//! on sheets of two columns (of `turns` three: what is said first, and what next, which may be said in tuning data too:
//! "What should I do?").

use super::{Test, numbered};
use crate::Language;
use crate::instruct::Message;
use crate::instruct::danger::answer_to_any;

/// The lines of a kind, split at the tabs.
pub(super) fn lines(language: Language, kind: &str) -> impl Iterator<Item = Vec<&'static str>> {
    let sheet = match language {
        Language::En => include_str!("danger.en.tsv"),
        Language::Ja => include_str!("danger.ja.tsv"),
    };
    super::lines(sheet, kind)
}

/// What people say who are in danger, first and when they go on about it, and what only sounds like it.
pub(super) fn tests(language: Language) -> Vec<Test> {
    let first = lines(language, "danger").map(|line| ("danger", Some("first"), vec![Message::user(line[0])]));
    let later = lines(language, "turns").map(|line| {
        let helped = Message::assistant(answer_to_any(language));
        ("danger", Some("later"), vec![Message::user(line[0]), helped, Message::user(line[1])])
    });
    let figures = lines(language, "figure").map(|line| ("figure", None, vec![Message::user(line[0])]));
    numbered(language, first.chain(later).chain(figures))
}
