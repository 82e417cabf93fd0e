//! Light variation of questions: how people type.

use super::Desk;
use crate::Language;

/// What may stand before a question.
const BEFORE_EN: &[&str] = &["Excuse me, ", "Hey, ", "Gensen, ", "Hello! ", "Hi, ", "So, ", "Well, "];
const BEFORE_JA: &[&str] = &[
    "すみません、",
    "ねえ、",
    "言泉さん、",
    "こんにちは。",
    "あの、",
    "質問です。",
    "ちょっと聞きたいのですが、",
    "ところで、",
];

/// What may stand after a question.
const AFTER_EN: &[&str] = &[" Thanks!", " Please tell me.", " I am new here.", " I need to know.", " I forgot."];
const AFTER_JA: &[&str] =
    &["お願いします。", "教えてください。", "忘れてしまいました。", "知りたいです。", "初めて来ました。"];

/// A question as someone might type it: now and then with a greeting, without its mark, in lower case, or with the mark of
/// the other width.
pub(crate) fn typed(desk: &mut Desk<'_>, question: String) -> String {
    let question = match desk.chance(12) {
        true => format!("{}{}", desk.pick(BEFORE_EN, BEFORE_JA), uncapitalised(&question)),
        false => desk.finish(question),
    };
    match (desk.language, desk.below(20)) {
        (_, 5) if question.ends_with(['?', '？']) => {
            format!("{question}{}", desk.pick(AFTER_EN, AFTER_JA))
        }
        (Language::En, 0 | 1) => question.trim_end_matches(['?', '.']).to_string(),
        (Language::En, 2 | 3) => question.trim_end_matches(['?', '.']).to_lowercase(),
        (Language::En, 4) => question.to_lowercase(),
        (Language::Ja, 0..=2) => question.trim_end_matches(['？', '。']).to_string(),
        (Language::Ja, 3) => question.replace('？', "?"),
        _ => question,
    }
}

/// An English question as it goes on after other words: without the capital, unless a name begins it.
fn uncapitalised(question: &str) -> String {
    const WORDS: &[&str] = &[
        "What",
        "What's",
        "Who",
        "Whom",
        "Whose",
        "Where",
        "Whereabouts",
        "When",
        "Which",
        "Why",
        "How",
        "Tell",
        "Please",
        "Do",
        "Does",
        "Did",
        "Is",
        "Are",
        "Was",
        "Were",
        "Has",
        "Have",
        "Can",
        "Could",
        "In",
        "At",
        "On",
        "By",
        "To",
        "For",
        "With",
        "Describe",
        "Introduce",
        "Give",
        "Show",
        "Teach",
        "Help",
        "Name",
        "Whose",
        "Write",
        "Explain",
    ];
    let first = question.split(' ').next().unwrap_or_default();
    match WORDS.contains(&first) {
        true => format!("{}{}", first.to_lowercase(), &question[first.len()..]),
        false => question.to_string(),
    }
}
