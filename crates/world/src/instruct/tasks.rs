//! Small tasks: arithmetic, feelings, simpler words, summaries, how to do things.

use super::known::called;
use super::portrait::portrait;
use super::say::fill;
use super::sheet::acts;
use super::tables::tasks::*;
use super::vary::typed;
use super::wording::willing;
use super::{Desk, Turns};
use crate::{Language, Subject};

/// How to do something, in three steps.
pub(super) fn how_to(desk: &mut Desk<'_>) -> Option<Turns> {
    let (en, en_steps, ja, ja_steps) = *desk.random.choose(HOW_TO);
    // The frames of safe and unsafe requests too: most of what is asked in them is harmless.
    let ask = match desk.chance(50) {
        true => desk.pick(HOW_ASK_EN, HOW_ASK_JA),
        false => desk.random.choose::<&str>(acts(desk.language).about("any", "frame")),
    };
    let (act, steps) = if desk.language == Language::En { (en, en_steps) } else { (ja, ja_steps) };
    let asked = typed(desk, fill(ask, &[("act", act)]));
    Some(vec![(asked, willing(desk.language, steps))])
}

/// The feeling that a short text shows.
pub(super) fn emotion(desk: &mut Desk<'_>) -> Option<Turns> {
    let feeling = desk.random.choose(FEELINGS);
    let text = desk.pick(feeling.en_texts, feeling.ja_texts);
    let resident = desk.resident();
    let text = fill(text, &[("name", desk.world.residents[resident].name.get(desk.language))]);
    let word = if desk.language == Language::En { feeling.en } else { feeling.ja };
    let ask = desk.pick(FEELING_ASK_EN, FEELING_ASK_JA);
    let say = desk.pick(FEELING_SAY_EN, FEELING_SAY_JA);
    Some(vec![(fill(ask, &[("text", &text)]), desk.finish(fill(say, &[("feeling", word)])))])
}

/// A sentence in simpler words.
pub(super) fn simpler(desk: &mut Desk<'_>) -> Option<Turns> {
    let (en, en_simple, ja, ja_simple) = *desk.random.choose(SIMPLER);
    let ask = desk.pick(SIMPLER_ASK_EN, SIMPLER_ASK_JA);
    let (text, simple) = if desk.language == Language::En { (en, en_simple) } else { (ja, ja_simple) };
    Some(vec![(fill(ask, &[("text", text)]), simple.to_string())])
}

/// A portrait of a resident in one sentence.
pub(super) fn summary(desk: &mut Desk<'_>) -> Option<Turns> {
    let subject = Subject::Resident(desk.resident());
    let text = portrait(desk, subject, 4)?;
    let end = if desk.language == Language::En { ". " } else { "。" };
    // The first sentence holds the two facts that matter most.
    let first = text.split_inclusive(end).next()?.trim_end().to_string();
    if first.len() == text.len() {
        return None;
    }
    let ask = desk.pick(SUMMARY_ASK_EN, SUMMARY_ASK_JA);
    Some(vec![(fill(ask, &[("text", &text)]), first)])
}

/// Small sums, plain and as stories.
pub(super) fn arithmetic(desk: &mut Desk<'_>) -> Option<Turns> {
    let (left, right) = (1 + desk.below(12), 1 + desk.below(10));
    let (sign, left, right, result) = match desk.below(5) {
        0 | 1 => ('+', left, right, left + right),
        2 | 3 => ('-', left.max(right), left.min(right), left.abs_diff(right)),
        _ => ('×', 1 + left % 5, 1 + right % 5, (1 + left % 5) * (1 + right % 5)),
    };
    let sum = format!("{left} {sign} {right}");
    if sign != '×' && left > 1 && result > 1 && desk.chance(40) {
        return Some(counting(desk, sign, left, right, result));
    }
    let ask = desk.pick(
        &["What is {x}?", "{x}?", "{x} =", "How much is {x}?", "Calculate {x}.", "Can you work out {x}?"],
        &["{x}は？", "{x}はいくつですか？", "{x}を計算してください。", "{x}=", "{x}はいくら？", "{x}の答えは？"],
    );
    let reply = match (desk.language, desk.below(2)) {
        (_, 0) => format!("{sum} = {result}"),
        (Language::En, _) => format!("{sum} is {result}."),
        (Language::Ja, _) => format!("{sum}は{result}です。"),
    };
    Some(vec![(fill(ask, &[("x", &sum)]), reply)])
}

/// "Kenta has 3 apples and buys 2 more. How many apples does Kenta have now?"
fn counting(desk: &mut Desk<'_>, sign: char, left: usize, right: usize, result: usize) -> Turns {
    let (en, ja, counter) = *desk.random.choose(THINGS);
    let resident = desk.resident();
    let name = called(desk.world.residents[resident].name.get(desk.language), desk.language);
    let (ask, reply) = match (desk.language, sign) {
        (Language::En, '+') => (
            "{name} has {left} {thing} and gets {right} more. How many {thing} are there now?",
            "{left} + {right} = {result}, so there are {result}.",
        ),
        (Language::En, _) => (
            "{name} has {left} {thing} and gives away {right}. How many {thing} are left?",
            "{left} - {right} = {result}, so {result} are left.",
        ),
        (Language::Ja, '+') => (
            "{name}は{thing}を{left}{counter}持っています。{right}{counter}もらうと全部で何{counter}ですか？",
            "{left} + {right} = {result}なので、{result}{counter}です。",
        ),
        (Language::Ja, _) => (
            "{name}は{thing}を{left}{counter}持っています。{right}{counter}あげると残りは何{counter}ですか？",
            "{left} - {right} = {result}なので、残りは{result}{counter}です。",
        ),
    };
    let thing = if desk.language == Language::En { en } else { ja };
    let (left, right, result) = (left.to_string(), right.to_string(), result.to_string());
    let slots = [
        ("name", name.as_str()),
        ("thing", thing),
        ("counter", counter),
        ("left", &left),
        ("right", &right),
        ("result", &result),
    ];
    vec![(fill(ask, &slots), fill(reply, &slots))]
}
