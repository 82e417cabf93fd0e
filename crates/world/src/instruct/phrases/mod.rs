//! How each relation is asked and stated: statements as tables, one entry a relation and language; most ways of asking
//! are on the sheet [`asking`].
//!
//! Slots of questions: `{s}` the subject, in Japanese with さん where that is due; `{his}`, `{he}`, `{him}` its pronoun;
//! `{w}` what a sibling is ("older sister"), `{k}` the same in short ("sister"), `{p}` the kind of pet, `{is}` agreeing
//! with the subject. Slots of statements: also `{v}` the value as documents write it, `{a}` the value with its English
//! article. Patterns that are asked in held-out tests only are in [`crate::heldout`].

#[rustfmt::skip]
mod en;
#[rustfmt::skip]
mod ja;

use ledger::random::Random;

use super::sheet::asking;
use crate::Language;
use crate::facts::Relation;

/// The wordings of one relation in one language.
pub(crate) struct Phrases {
    /// The relation.
    pub(crate) relation: Relation,
    /// Question word for frames around `noun`: "what", 「何」.
    pub(crate) wh: &'static str,
    /// What is asked, as a noun phrase: "{s}'s job".
    pub(crate) noun: &'static str,
    /// Questions that follow when the subject is known, with a pronoun or without any subject.
    pub(crate) follow_ups: &'static [&'static str],
    /// What follows the subject in a statement: ("is a baker", "is a baker"), 「はパン職人です」 and 「はパン職人で」. The
    /// second form stands before another predicate.
    pub(crate) predicates: &'static [(&'static str, &'static str)],
    /// Whole statements.
    pub(crate) statements: &'static [&'static str],
    /// Yes-no questions about a value.
    pub(crate) checks: &'static [&'static str],
}

/// The wordings of a relation in a language.
pub(crate) fn phrases(language: Language, relation: Relation) -> &'static Phrases {
    let table = match language {
        Language::En => en::PHRASES,
        Language::Ja => ja::PHRASES,
    };
    table.iter().find(|phrases| phrases.relation == relation).expect("the tables hold every relation")
}

/// Every question pattern that tuning data may use for a relation: its own, and the frames around its noun phrases and
/// clauses.
#[cfg(test)]
pub(crate) fn training_questions(language: Language, relation: Relation) -> Vec<String> {
    let (phrases, sheet) = (phrases(language, relation), asking(language));
    let of_relation = |form| sheet.about(relation.key(), form);
    let mut patterns: Vec<String> = of_relation("question").iter().map(|question| question.to_string()).collect();
    for noun in std::iter::once(&phrases.noun).chain(of_relation("noun")) {
        patterns.extend(sheet.about("any", "frame").iter().map(|frame| framed(frame, noun, phrases.wh)));
    }
    for clause in of_relation("clause") {
        patterns.extend(sheet.about("any", "clause_frame").iter().map(|frame| frame.replace("{c}", clause)));
    }
    patterns
}

/// One of those patterns. Whole questions make up about half of them; frames around noun phrases and clauses
/// share the rest.
pub(crate) fn training_question(random: &mut Random, language: Language, relation: Relation) -> String {
    let (phrases, sheet) = (phrases(language, relation), asking(language));
    let mut one = |about, form| *random.choose::<&str>(sheet.about(about, form));
    let (question, noun, clause) =
        (one(relation.key(), "question"), one(relation.key(), "noun"), one(relation.key(), "clause"));
    let (frame, clause_frame) = (one("any", "frame"), one("any", "clause_frame"));
    match random.below(20) {
        0..=10 => question.to_string(),
        11..=13 => framed(frame, phrases.noun, phrases.wh),
        14..=16 => framed(frame, noun, phrases.wh),
        _ => clause_frame.replace("{c}", clause),
    }
}

/// A frame around a noun phrase, with its question word.
pub(crate) fn framed(frame: &str, noun: &str, wh: &str) -> String {
    frame.replace("{n}", noun).replace("{wh}", wh)
}
