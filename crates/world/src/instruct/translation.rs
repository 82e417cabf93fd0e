//! Sentences and words in both languages.
//!
//! Sentences come from a small grammar (somebody does something somewhere at some time) and from statements of facts. One
//! sentence of the grammar in ten, by a hash of its English form, is kept for the held-out tests.

use ledger::random::Random;

use super::names::Side;
use super::phrases::phrases;
use super::say;
use super::say::fill;
use super::tables::tasks::EVERYDAY;
use super::{Desk, Turns};
use crate::grammar::Register;
use crate::grammar::ja::{Form, conjugate};
use crate::lexicon::{Action, COLOURS, FOODS, HOBBIES, JOBS, MONTHS, PLACES, SPECIES, WEEKDAYS, Word, w};
use crate::{Bilingual, Language};

/// Who does something.
const SUBJECTS: &[Word] = &[
    w("女の子", "the girl"),
    w("男の子", "the boy"),
    w("おじいさん", "the old man"),
    w("おばあさん", "the old woman"),
    w("母", "my mother"),
    w("父", "my father"),
    w("弟", "my brother"),
    w("妹", "my sister"),
    w("先生", "the teacher"),
    w("友だち", "my friend"),
    w("隣の人", "my neighbour"),
    w("子ども", "a child"),
];

/// When: with the tense that goes with it.
const TIMES: &[(Word, Tense)] = &[
    (w("今", "now"), Tense::Now),
    (w("毎日", "every day"), Tense::Habit),
    (w("昨日", "yesterday"), Tense::Past),
    (w("今朝", "this morning"), Tense::Past),
    (w("毎朝", "every morning"), Tense::Habit),
    (w("日曜日に", "on Sundays"), Tense::Habit),
    (w("昨日の夜", "last night"), Tense::Past),
    (w("先週", "last week"), Tense::Past),
];

/// Where, seen from a place.
const SPOTS: &[Word] = &[w("の近くで", "near"), w("の前で", "in front of"), w("の裏で", "behind")];

/// When something is done.
#[derive(Clone, Copy)]
enum Tense {
    Now,
    Habit,
    Past,
}

/// Frames of requests to put `{x}` into English, asked in Japanese, and into Japanese, asked in English; and the other way
/// round for those who ask in the language that they want.
const INTO_ENGLISH: &[&str] = &[
    "英語にしてください：{x}",
    "次の文を英語に訳してください。{x}",
    "「{x}」を英語で言うと？",
    "英訳：{x}",
    "「{x}」は英語で何ですか？",
    "英語に訳して：{x}",
    "Translate into English: {x}",
    "How do you say \"{x}\" in English?",
];
const INTO_JAPANESE: &[&str] = &[
    "Translate into Japanese: {x}",
    "How do you say \"{x}\" in Japanese?",
    "Put this into Japanese: {x}",
    "What is \"{x}\" in Japanese?",
    "In Japanese, please: {x}",
    "Japanese: {x}",
    "日本語にしてください：{x}",
    "日本語に訳して：{x}",
];

/// The same for a word or a phrase, which needs no marks around it.
const WORD_INTO_ENGLISH: &[&str] = &[
    "{x}は英語で何と言いますか？",
    "{x}を英語で言うと？",
    "{x}は英語で？",
    "「{x}」は英語で何と言いますか？",
    "英語で{x}は何と言うの？",
    "{x}の英語を教えてください。",
    "How do you say {x} in English?",
];
const WORD_INTO_JAPANESE: &[&str] = &[
    "How do you say {x} in Japanese?",
    "What is {x} in Japanese?",
    "What's the Japanese for {x}?",
    "What is the Japanese word for \"{x}\"?",
    "{x} in Japanese?",
    "How would I say {x} in Japanese?",
    "{x}は日本語で何と言いますか？",
];

/// Which side of the wall a sentence of the grammar is on.
pub(crate) fn side(sentence: &Bilingual) -> Side {
    match Random::new(0, &format!("world/translation/{}", sentence.en), 0).below(10) {
        0 => Side::HeldOut,
        _ => Side::Training,
    }
}

/// A request to translate a sentence; the desk's language is the one translated from.
pub(super) fn sentence(desk: &mut Desk<'_>) -> Option<Turns> {
    let pair = match desk.chance(50) {
        true => fact_sentence(desk),
        false => {
            let pair = composed(desk);
            if side(&pair) == Side::HeldOut {
                return None;
            }
            pair
        }
    };
    Some(vec![request(desk, [INTO_JAPANESE, INTO_ENGLISH], &pair)])
}

/// A word of the world in the other language.
pub(super) fn word(desk: &mut Desk<'_>) -> Option<Turns> {
    const LISTS: &[&[Word]] = &[MONTHS, WEEKDAYS];
    let mut pairs: Vec<Bilingual> = FOODS.iter().map(|food| Bilingual::from(*food)).collect();
    pairs.extend(LISTS.iter().flat_map(|list| list.iter()).map(|word| Bilingual::from(*word)));
    pairs.extend(JOBS.iter().map(|job| Bilingual::new(job.ja, job.en)));
    pairs.extend(HOBBIES.iter().map(|hobby| Bilingual::new(hobby.ja, hobby_word(hobby.en))));
    pairs.extend(COLOURS.iter().map(|colour| Bilingual::new(colour.ja, colour.en)));
    pairs.extend(SPECIES.iter().map(|species| Bilingual::new(species.ja, species.en)));
    pairs.extend(PLACES.iter().map(|place| Bilingual::new(place.ja, place.en)));
    pairs.extend(desk.world.residents.iter().map(|resident| resident.name.clone()));
    let pair = match desk.chance(45) {
        true => everyday(desk),
        false => desk.random.choose(&pairs).clone(),
    };
    let frames = match desk.chance(50) {
        true => [WORD_INTO_JAPANESE, WORD_INTO_ENGLISH],
        false => [INTO_JAPANESE, INTO_ENGLISH],
    };
    Some(vec![request(desk, frames, &pair)])
}

/// An everyday word or phrase. Of those that are one in English, it is put into the first in Japanese.
fn everyday(desk: &mut Desk<'_>) -> Bilingual {
    let word = desk.random.choose(EVERYDAY);
    let first = EVERYDAY.iter().find(|other| desk.language == Language::En && other.en == word.en);
    Bilingual::from(*first.unwrap_or(word))
}

/// What stands for the Japanese word of a hobby, which has no verb: "shogi", not "playing shogi".
fn hobby_word(en: &'static str) -> &'static str {
    let rest = en.strip_prefix("playing ").unwrap_or(en);
    rest.strip_prefix("the ").unwrap_or(rest)
}

/// The request, in one of the frames that ask for Japanese or for English, and its answer.
fn request(
    desk: &mut Desk<'_>,
    [into_japanese, into_english]: [&[&'static str]; 2],
    pair: &Bilingual,
) -> (String, String) {
    let (frames, from, to) = match desk.language {
        Language::En => (into_japanese, &pair.en, &pair.ja),
        Language::Ja => (into_english, &pair.ja, &pair.en),
    };
    let frame = *desk.random.choose(frames);
    (fill(frame, &[("x", from)]), to.clone())
}

/// A statement of a fact that tuning data may tell, in both languages.
fn fact_sentence(desk: &mut Desk<'_>) -> Bilingual {
    let fact = desk.fact();
    // The tables of both languages list statements in the same order of meaning.
    let count = phrases(Language::En, fact.relation).statements.len();
    let number = desk.below(count);
    let [ja, en] = Language::ALL.map(|language| {
        let pattern = phrases(language, fact.relation).statements[number];
        say::finish(say::slots(desk.world, fact, language).fill(pattern), language)
    });
    Bilingual::new(ja, en)
}

/// A sentence of the grammar.
pub(crate) fn composed(desk: &mut Desk<'_>) -> Bilingual {
    let subject = desk.random.choose(SUBJECTS);
    let actions: Vec<&Action> =
        HOBBIES.iter().map(|hobby| &hobby.action).chain(JOBS.iter().map(|job| &job.action)).collect();
    let action = *desk.random.choose(&actions);
    let place = desk.random.choose(PLACES);
    let (time, tense) = *desk.random.choose(TIMES);
    let verb = match tense {
        Tense::Now => format!("is {}", action.ing),
        Tense::Habit => action.third.to_string(),
        Tense::Past => action.past.to_string(),
    };
    let spot = desk.random.choose(SPOTS);
    let en = format!("{} {verb} {} the {} {}.", subject.en, spot.en, place.en, time.en);
    let ja = format!("{}は{}{}{}{}。", subject.ja, time.ja, place.ja, spot.ja, japanese_verb(action, tense));
    Bilingual::new(ja, say::finish(en, Language::En))
}

fn japanese_verb(action: &Action, tense: Tense) -> String {
    let mut verb = String::new();
    let form = match tense {
        Tense::Now => Form::Te,
        Tense::Habit => Form::Present,
        Tense::Past => Form::Past,
    };
    let known = conjugate(&mut verb, action.ja, action.class, form, Register::Polite);
    debug_assert!(known, "{} is not of its class", action.ja);
    if matches!(tense, Tense::Now) {
        verb.push_str("います");
    }
    verb
}
