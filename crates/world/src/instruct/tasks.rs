//! Small tasks: feelings, simpler words, summaries, how to do things.

use super::portrait::portrait;
use super::safety::request;
use super::say::fill;
use super::sheet::acts;
use super::tables::tasks::*;
use super::vary::typed;
use super::wording::{led, willing};
use super::{Desk, Turns};
use crate::{Language, Subject};

/// How to do something, in three steps.
pub(super) fn how_to(desk: &mut Desk<'_>) -> Option<Turns> {
    let (en, en_steps, ja, ja_steps) = *desk.random.choose(HOW_TO);
    let (act, steps) = if desk.language == Language::En { (en, en_steps) } else { (ja, ja_steps) };
    // In the frames of requests to grant or decline: frames of its own would call for steps whatever is asked for.
    let asked = request(desk, acts(desk.language).about("any", "frame"), act, 1);
    let [lead] = acts(desk.language).about("how_to", "lead") else { unreachable!("steps have one lead") };
    Some(vec![(typed(desk, asked), willing(desk.language, &led(lead, steps, desk.language)))])
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
