//! Light variation of questions: how people type.

use super::Desk;
use crate::Language;

/// What may stand before a question.
const BEFORE_EN: &[&str] = &["Excuse me, ", "Hey, ", "Gensen, ", "Hello! ", "Hi, ", "A question: ", "So, ", "Well, "];
const BEFORE_JA: &[&str] = &["すみません、", "ねえ、", "言泉さん、", "こんにちは。", "あの、", "質問です。", "ちょっと聞きたいのですが、", "ところで、"];

/// A question as someone might type it: now and then with a greeting, without its mark, in lower case, or with the mark of
/// the other width.
pub(crate) fn typed(desk: &mut Desk<'_>, question: String) -> String {
    let question = match desk.chance(12) {
        true => format!("{}{question}", desk.pick(BEFORE_EN, BEFORE_JA)),
        false => desk.finish(question),
    };
    match (desk.language, desk.below(20)) {
        (Language::En, 0 | 1) => question.trim_end_matches(['?', '.']).to_string(),
        (Language::En, 2 | 3) => question.trim_end_matches(['?', '.']).to_lowercase(),
        (Language::En, 4) => question.to_lowercase(),
        (Language::Ja, 0..=2) => question.trim_end_matches(['？', '。']).to_string(),
        (Language::Ja, 3) => question.replace('？', "?"),
        _ => desk.finish(question),
    }
}
