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

use ledger::random::Random;

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
    /// The same in other words, for the same frames.
    pub(crate) nouns: &'static [&'static str],
    /// What is asked, as a clause: "where {s} works".
    pub(crate) clauses: &'static [&'static str],
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

/// Frames around the noun phrase `{n}` of a relation, with its question word `{wh}`, and around a clause `{c}`.
pub(crate) fn frames(language: Language) -> (&'static [&'static str], &'static [&'static str]) {
    match language {
        Language::En => (en::FRAMES, en::CLAUSE_FRAMES),
        Language::Ja => (ja::FRAMES, ja::CLAUSE_FRAMES),
    }
}

/// Every question pattern that tuning data may use for a relation: its own, and the frames around its noun phrases and
/// clauses.
#[cfg(test)]
pub(crate) fn training_questions(language: Language, relation: Relation) -> Vec<String> {
    let phrases = phrases(language, relation);
    let (around_nouns, around_clauses) = frames(language);
    let mut patterns: Vec<String> = phrases.questions.iter().map(|question| question.to_string()).collect();
    for noun in std::iter::once(&phrases.noun).chain(phrases.nouns) {
        patterns.extend(around_nouns.iter().map(|frame| framed(frame, noun, phrases.wh)));
    }
    for clause in phrases.clauses {
        patterns.extend(around_clauses.iter().map(|frame| frame.replace("{c}", clause)));
    }
    patterns
}

/// One of those patterns. Frames and what they frame are many, the questions of a relation's own few: each sort has its
/// share.
pub(crate) fn training_question(random: &mut Random, language: Language, relation: Relation) -> String {
    let phrases = phrases(language, relation);
    let (around_nouns, around_clauses) = frames(language);
    match random.below(10) {
        0..=3 => random.choose(phrases.questions).to_string(),
        4 | 5 => framed(random.choose::<&str>(around_nouns), phrases.noun, phrases.wh),
        6 => framed(random.choose::<&str>(around_nouns), random.choose::<&str>(phrases.nouns), phrases.wh),
        _ => random.choose::<&str>(around_clauses).replace("{c}", random.choose::<&str>(phrases.clauses)),
    }
}

/// A frame around the noun phrase of a relation.
pub(crate) fn around(frame: &str, phrases: &Phrases) -> String {
    framed(frame, phrases.noun, phrases.wh)
}

fn framed(frame: &str, noun: &str, wh: &str) -> String {
    frame.replace("{n}", noun).replace("{wh}", wh)
}
