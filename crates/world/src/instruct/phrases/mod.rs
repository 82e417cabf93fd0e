//! How each relation is asked and stated, as tables: one entry a relation and language.
//!
//! Slots of questions: `{s}` the subject, in Japanese with さん where that is due; `{his}`, `{he}`, `{him}` its pronoun.
//! Slots of statements: also `{v}` the value as documents write it, `{a}` the value with its English article, `{w}` what
//! a sibling is ("older sister"), `{k}` the same in short ("sister"), `{p}` the kind of pet, `{is}` agreeing with the
//! subject. Patterns that are asked in held-out tests only are in [`crate::heldout`].

#[rustfmt::skip]
mod en;
#[rustfmt::skip]
mod ja;

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
    /// Whole questions.
    pub(crate) questions: &'static [&'static str],
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

/// Frames around the noun phrase `{n}` of a relation, with its question word `{wh}`.
pub(crate) fn frames(language: Language) -> &'static [&'static str] {
    match language {
        Language::En => en::FRAMES,
        Language::Ja => ja::FRAMES,
    }
}

/// Every question pattern that tuning data may use for a relation: its own and the frames around its noun phrase.
pub(crate) fn training_questions(language: Language, relation: Relation) -> Vec<String> {
    let phrases = phrases(language, relation);
    let framed = frames(language).iter().map(|frame| around(frame, phrases));
    phrases.questions.iter().map(|question| question.to_string()).chain(framed).collect()
}

/// A frame around the noun phrase of a relation.
pub(crate) fn around(frame: &str, phrases: &Phrases) -> String {
    frame.replace("{n}", phrases.noun).replace("{wh}", phrases.wh)
}
