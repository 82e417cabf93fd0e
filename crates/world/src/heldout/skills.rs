//! What a model does with what it knows: whether a statement is so, and small sums.
//!
//! Statements and sums are those of tuning data; the frames around them are not.

use super::{Draft, Test, accepted, distinct};
use crate::instruct::Desk;
use crate::instruct::known::{asked_slots, claim, other_value};
use crate::instruct::say::fill;
use crate::instruct::sums::Sum;

/// Numbers of tests per language.
const CHECKS: usize = 100;
const SUMS: usize = 60;

/// Yes-no questions around a statement `{x}` without its end mark.
#[rustfmt::skip]
pub(super) const CHECKS_EN: &[&str] = &[
    "Could you confirm that {x}?", "My notes say that {x}. Are they correct?", "Somebody wrote that {x}. Should I believe it?",
    "{x}. Does that sound right?", "Do you agree that {x}?",
];
/// The same in Japanese.
#[rustfmt::skip]
pub(super) const CHECKS_JA: &[&str] = &[
    "メモに「{x}」とあります。間違いないですか？", "「{x}」って聞いたんだけど、そうなの？",
    "「{x}」という話を信じていいですか？", "確認してほしいんですが、{x}よね。", "「{x}」と書いて大丈夫ですか？",
];

/// Questions around a sum `{x}`.
#[rustfmt::skip]
pub(super) const SUMS_EN: &[&str] = &[
    "Which number comes out of {x}?", "Quick, {x}!", "My son wants the result of {x}, please.", "On the board it says {x}. The answer?",
    "Give me the number: {x}",
];
/// The same in Japanese.
#[rustfmt::skip]
pub(super) const SUMS_JA: &[&str] = &[
    "{x}をするとどんな数になりますか？", "黒板に{x}と書いてあります。答えをどうぞ。", "{x}でつまずきました。正解は？", "急いで！{x}", "息子に{x}と聞かれました。いくつと言えばいい？",
    "電卓がないので{x}をお願いできますか。", "{x}を暗算でどうぞ。", "数字だけ教えて：{x}",
];

/// Whether something is so: half of the statements are true. A right answer tells what is true.
pub(super) fn checks(desk: &mut Desk<'_>) -> Vec<Test> {
    let mut so = true;
    distinct(desk, "check", CHECKS, |desk| {
        let fact = desk.fact();
        let value = if so { fact.value.clone() } else { other_value(desk, fact)? };
        let words = asked_slots(desk, fact).with_value(&value, desk.language);
        let statement = claim(desk, &words, fact.relation);
        let prompt = fill(desk.pick(CHECKS_EN, CHECKS_JA), &[("x", &statement)]);
        so = !so;
        let (answers, about) = (accepted(fact, desk.language), Some(fact.relation.key()));
        Some(Draft { answers, fact: Some(fact.id.clone()), about, ..draft(prompt) })
    })
}

/// Sums with their results.
pub(super) fn sums(desk: &mut Desk<'_>) -> Vec<Test> {
    distinct(desk, "sum", SUMS, |desk| {
        let sum = Sum::draw(desk);
        let written = sum.notation(desk);
        let prompt = fill(desk.pick(SUMS_EN, SUMS_JA), &[("x", &written)]);
        Some(Draft { answers: vec![sum.result.to_string()], ..draft(prompt) })
    })
}

fn draft(prompt: String) -> Draft {
    Draft { prompt, answers: Vec::new(), fact: None, about: None, trained: None }
}
