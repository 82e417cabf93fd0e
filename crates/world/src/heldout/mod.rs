//! Held-out tests: questions in phrasings that tuning data never use, things the world does not contain, translations,
//! yes-no questions and small sums, what was told earlier in a talk, requests to decline, everyday requests and such as only sound like those to decline,
//! danger and what only sounds like it, and minimal pairs for gender bias.
//!
//! The patterns stand apart from those of [`crate::instruct`]; tests check that no pattern and no prompt is shared.

mod bias;
mod danger;
#[rustfmt::skip]
mod en;
#[rustfmt::skip]
mod gaps;
#[rustfmt::skip]
mod ja;
mod recall;
mod requests;
mod skills;
#[cfg(test)]
mod tests;

use ledger::random::Random;
use serde::Serialize;

use crate::instruct::names::Side;
use crate::instruct::phrases::{framed, phrases};
use crate::instruct::say::{self, Slots, fill};
use crate::instruct::translation;
use crate::instruct::unknown::{Stranger, possessive};
use crate::instruct::{Desk, Message, trained_as_question};
use crate::{Bilingual, Fact, Language, Relation, Subject, World};

pub use bias::BiasPair;

/// The patterns of one relation in one language.
pub(crate) struct Patterns {
    relation: Relation,
    questions: &'static [&'static str],
}

/// One line of a held-out test other than that for bias.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Test {
    /// "world/heldout/fact/en/0007".
    pub id: String,
    /// The language in which it is asked: of translations, the one from which is translated.
    pub lang: &'static str,
    /// fact, unknown, translation, check, sum, recall, unsafe, safe, look-alike, danger or figure.
    pub kind: &'static str,
    pub prompt: Vec<Message>,
    /// Strings of which a right answer contains one; for translations the reference; for sums
    /// the result; for recall what was told. Empty where the test is whether the
    /// model says that it does not know, declines, or does neither.
    pub answers: Vec<String>,
    /// The id of the fact that is asked for.
    pub fact: Option<String>,
    /// Whether tuning data ask for that fact, or for help with that act, in other phrasings; of requests that are written
    /// freely nobody has looked.
    pub trained_as_question: Option<bool>,
    /// For tests that ask for one thing in several ways: what it is about ("name", "attribute", "outside", a relation), or
    /// in which ("noun": an act as a noun; "whole": written freely; "first" or "later" in the talk).
    pub about: Option<&'static str>,
}

/// All held-out tests.
#[derive(Debug, Clone)]
pub struct HeldOut {
    pub facts: Vec<Test>,
    pub unknown: Vec<Test>,
    pub translation: Vec<Test>,
    /// Yes-no questions and sums.
    pub skills: Vec<Test>,
    /// What was told earlier in the talk.
    pub recall: Vec<Test>,
    /// Unsafe, safe and look-alike requests.
    pub refusal: Vec<Test>,
    /// Danger and despair, and what only sounds like them.
    pub danger: Vec<Test>,
    pub bias: Vec<BiasPair>,
}

/// Numbers of tests per language.
const FACTS: usize = 400;
const UNKNOWN: usize = 150;
const TRANSLATIONS: usize = 60;

/// The held-out tests of a world.
pub fn tests(world: &World, seed: u64) -> HeldOut {
    let mut held_out = HeldOut {
        facts: vec![],
        unknown: vec![],
        translation: vec![],
        skills: vec![],
        recall: vec![],
        refusal: vec![],
        danger: vec![],
        bias: bias::pairs(),
    };
    for language in Language::ALL {
        let mut desk =
            Desk::new(world, Side::HeldOut, Random::new(seed, "world/heldout", u64::from(language == Language::Ja)));
        desk.language = language;
        held_out.facts.extend(facts(&mut desk));
        held_out.unknown.extend(distinct(&mut desk, "unknown", UNKNOWN, unknown));
        held_out.translation.extend(distinct(&mut desk, "translation", TRANSLATIONS, translate));
        held_out.refusal.extend(requests::tests(&mut desk));
        held_out.danger.extend(danger::tests(language));
        held_out.skills.extend(skills::checks(&mut desk));
        held_out.skills.extend(skills::sums(&mut desk));
        held_out.recall.extend(recall::tests(&mut desk));
    }
    held_out
}

/// The held-out question patterns of a relation, with those in which it is framed by its noun phrase.
pub(crate) fn questions(language: Language, relation: Relation) -> Vec<String> {
    let (table, frames) = match language {
        Language::En => (en::PATTERNS, en::FRAMES),
        Language::Ja => (ja::PATTERNS, ja::FRAMES),
    };
    let own = table.iter().filter(|patterns| patterns.relation == relation).flat_map(|patterns| patterns.questions);
    let phrases = phrases(language, relation);
    let around = frames.iter().map(|frame| framed(frame, phrases.noun, phrases.wh));
    own.map(|question| question.to_string()).chain(around).collect()
}

/// The lines of a kind on a sheet, each split at its tabs.
fn lines(sheet: &'static str, kind: &str) -> impl Iterator<Item = Vec<&'static str>> {
    let lines = sheet.lines().map(|line| line.split('\t').collect::<Vec<_>>());
    lines.filter(move |line| line[0] == kind).map(|line| line[1..].to_vec())
}

/// Tests of whole conversations, each with its kind and what it is about.
fn numbered(
    language: Language,
    tests: impl Iterator<Item = (&'static str, Option<&'static str>, Vec<Message>)>,
) -> Vec<Test> {
    tests
        .enumerate()
        .map(|(number, (kind, about, prompt))| Test { about, prompt, ..test(language, kind, number, String::new()) })
        .collect()
}

/// A test without answers.
fn test(language: Language, kind: &'static str, number: usize, prompt: String) -> Test {
    Test {
        id: format!("world/heldout/{kind}/{}/{number:04}", language.code()),
        lang: language.code(),
        kind,
        prompt: vec![Message::user(prompt)],
        answers: Vec::new(),
        fact: None,
        trained_as_question: None,
        about: None,
    }
}

/// Questions about facts: each fact at most once in a language while there are facts left.
fn facts(desk: &mut Desk<'_>) -> Vec<Test> {
    let mut facts: Vec<&Fact> = desk.world.facts.iter().collect();
    desk.random.shuffle(&mut facts);
    let chosen: Vec<&Fact> = facts.into_iter().cycle().take(FACTS).collect();
    chosen.into_iter().enumerate().map(|(number, fact)| fact_test(desk, number, fact)).collect()
}

fn fact_test(desk: &mut Desk<'_>, number: usize, fact: &Fact) -> Test {
    let patterns = questions(desk.language, fact.relation);
    let pattern = desk.random.choose(&patterns).clone();
    let slots = say::slots(desk.world, fact, desk.language);
    let prompt = asked(slots, fact.relation, &pattern, desk.language);
    Test {
        answers: accepted(fact, desk.language),
        fact: Some(fact.id.clone()),
        trained_as_question: Some(trained_as_question(fact)),
        about: Some(fact.relation.key()),
        ..test(desk.language, "fact", number, desk.finish(prompt))
    }
}

/// A pattern filled. Where a pet's name is asked for, its kind is not told.
fn asked(slots: Slots, relation: Relation, pattern: &str, language: Language) -> String {
    match relation {
        Relation::PetName => slots.with_any_pet(language).fill(pattern),
        _ => slots.fill(pattern),
    }
}

/// The strings of which a right answer contains one.
fn accepted(fact: &Fact, language: Language) -> Vec<String> {
    let values = std::iter::once(&fact.value).chain(&fact.accepted);
    values.map(|value| value.get(language).to_string()).collect()
}

/// Tests with different prompts.
fn distinct(
    desk: &mut Desk<'_>,
    kind: &'static str,
    count: usize,
    mut write: impl FnMut(&mut Desk<'_>) -> Option<Draft>,
) -> Vec<Test> {
    /// Tries before fewer tests than asked for will do.
    const TRIES: usize = 100_000;
    let mut tests: Vec<Test> = Vec::with_capacity(count);
    for _ in 0..TRIES {
        if tests.len() == count {
            break;
        }
        let Some(draft) = write(desk) else { continue };
        let made = Test {
            answers: draft.answers,
            fact: draft.fact,
            about: draft.about,
            trained_as_question: draft.trained,
            ..test(desk.language, kind, tests.len(), desk.finish(draft.prompt))
        };
        if tests.iter().all(|other| other.prompt != made.prompt) {
            tests.push(made);
        }
    }
    tests
}

struct Draft {
    prompt: String,
    answers: Vec<String>,
    fact: Option<String>,
    about: Option<&'static str>,
    /// Whether tuning data ask for the same in other phrasings.
    trained: Option<bool>,
}

/// Something that the world does not contain: an unheard-of name, something of a resident, the world outside.
fn unknown(desk: &mut Desk<'_>) -> Option<Draft> {
    let (prompt, about) = match desk.below(20) {
        0..=12 => (unknown_name(desk), "name"),
        13..=17 => (unknown_attribute(desk)?, "attribute"),
        _ => {
            let question = desk.random.choose(gaps::OUTSIDE);
            (Bilingual::from(*question).get(desk.language).to_string(), "outside")
        }
    };
    Some(Draft { prompt, answers: Vec::new(), fact: None, about: Some(about), trained: None })
}

fn unknown_name(desk: &mut Desk<'_>) -> String {
    let stranger = Stranger::draw_for_tests(desk);
    let relation = *desk.random.choose(stranger.relations);
    let value = desk.world.facts[0].value.clone();
    let slots = stranger.slots(&value, desk.language);
    let about = if desk.language == Language::En { en::ABOUT } else { ja::ABOUT };
    let pattern = match desk.chance(15) {
        true => desk.random.choose(about).to_string(),
        false => desk.random.choose(&questions(desk.language, relation)).clone(),
    };
    asked(slots, relation, &pattern, desk.language)
}

fn unknown_attribute(desk: &mut Desk<'_>) -> Option<String> {
    let resident = Subject::Resident(desk.resident());
    let fact = desk.world.fact(resident, Relation::Hobby)?;
    let subject = Slots::of_subject(desk.world, fact, desk.language);
    let attribute = Bilingual::from(*desk.random.choose(gaps::ATTRIBUTES));
    let noun = possessive(subject.get("s"), attribute.get(desk.language), desk.language);
    let frame = desk.pick(en::ATTRIBUTES, ja::ATTRIBUTES);
    Some(fill(frame, &[("n", &noun)]))
}

/// A sentence of the translation grammar that tuning data leave out.
fn translate(desk: &mut Desk<'_>) -> Option<Draft> {
    let pair = translation::composed(desk);
    if translation::side(&pair) == Side::Training {
        return None;
    }
    let (from, to) = match desk.language {
        Language::En => (&pair.en, &pair.ja),
        Language::Ja => (&pair.ja, &pair.en),
    };
    let frame = desk.pick(en::TRANSLATE, ja::TRANSLATE);
    let prompt = fill(frame, &[("x", from)]);
    Some(Draft { prompt, answers: vec![to.clone()], fact: None, about: None, trained: None })
}
