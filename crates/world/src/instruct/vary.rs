//! Light variation of questions: how people type.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use super::Desk;
use super::safety::{HARMFUL, HARMLESS};
use super::sheet::{acts, asking};
use super::tables::questions::CHECK_FRAMES_EN;
use crate::Language;

/// A question as someone might type it: a third with words before it, some with words after it, now and then without its
/// mark, in lower case, or with the mark of the other width.
pub(crate) fn typed(desk: &mut Desk<'_>, question: String) -> String {
    let question = spelt(desk, question);
    let sheet = asking(desk.language);
    let space = if desk.language == Language::En { " " } else { "" };
    let question = match desk.chance(35) {
        true => {
            let before = *desk.random.choose::<&str>(sheet.about("any", "before"));
            let goes_on = before.ends_with([',', ':']);
            format!("{before}{space}{}", if goes_on { uncapitalised(&question) } else { desk.finish(question) })
        }
        false => desk.finish(question),
    };
    match (desk.language, desk.below(20)) {
        (_, 5..=8) if question.ends_with(['?', '？', '.', '。']) => {
            format!("{question}{space}{}", desk.random.choose::<&str>(sheet.about("any", "after")))
        }
        (Language::En, 0 | 1) => question.trim_end_matches(['?', '.', ' ']).to_string(),
        (Language::En, 2 | 3) => question.trim_end_matches(['?', '.', ' ']).to_lowercase(),
        (Language::En, 4) => question.to_lowercase(),
        (Language::Ja, 0..=2) => question.trim_end_matches(['？', '。']).to_string(),
        (Language::Ja, 3) => question.replace('？', "?"),
        _ => question,
    }
}

/// Words that one may spell in two ways, at times in the American one.
pub(super) fn spelt(desk: &mut Desk<'_>, words: String) -> String {
    const AMERICAN: &[(&str, &str)] =
        &[("avourite", "avorite"), ("olour", "olor"), ("neighbour", "neighbor"), ("theatre", "theater")];
    if desk.language != Language::En || !words.contains("our") && !words.contains("theatre") || desk.chance(65) {
        return words;
    }
    AMERICAN.iter().fold(words, |words, (british, american)| words.replace(british, american))
}

/// An English question as it goes on after other words: without the capital, unless a name begins it.
fn uncapitalised(question: &str) -> String {
    let first = question.split(' ').next().unwrap_or_default();
    let plain = OTHER_FIRST_WORDS.contains(&first) || first_words().contains(first);
    match plain {
        true => format!("{}{}", first.to_lowercase(), &question[first.len()..]),
        false => question.to_string(),
    }
}

/// First words of questions that are on no sheet.
#[rustfmt::skip]
const OTHER_FIRST_WORDS: &[&str] = &[
    "What", "Who", "Where", "When", "Which", "How", "Tell", "Do", "Does", "Is", "Are", "Has", "Can", "Describe",
    "Give", "What's", "Name", "Any", "List", "Add", "Subtract", "Take", "Multiply", "Calculate", "Compute", "Solve",
    "Work", "If", "My", "Please", "Help", "Am", "Will", "Was", "Were", "Whom", "Whose", "To", "The",
];

/// First words of wordings that have their capital wherever they stand.
const NAMES: &[&str] = &["I", "Izumi", "Mr", "March", "Monday,", "Sunday", "Halloween", "Roma", "Muslims"];

/// The words with which the wordings of the sheets begin, but for such as always have their capital.
fn first_words() -> &'static BTreeSet<&'static str> {
    static WORDS: LazyLock<BTreeSet<&'static str>> = LazyLock::new(|| {
        let lines =
            ["question", "frame", "clause_frame", "portrait", "beyond"].map(|form| asking(Language::En).all(form));
        let lines = lines.into_iter().flatten().chain(
            ["frame", "noun_frame", HARMFUL.whole, HARMLESS.whole]
                .into_iter()
                .flat_map(|form| acts(Language::En).all(form)),
        );
        let texts = lines.map(|line| line.text).chain(CHECK_FRAMES_EN.iter().copied());
        let words = texts.filter_map(|text| text.split(' ').next());
        let has_capital = |word: &&str| word.starts_with("I'") || NAMES.contains(word);
        words.filter(|word| !word.contains('{') && !has_capital(word)).collect()
    });
    &WORDS
}
