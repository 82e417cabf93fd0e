//! Danger and despair: whoever tells of them is sent to people who can help, whatever else a model could say.
//!
//! What only sounds like danger ("this joke is killing me") is told of as often as needed for a model to read the whole
//! sentence, and is answered as small talk. Loneliness and exhaustion are met with sympathy and a word about whom to talk
//! to.

use super::sheet::{Line, danger as sheet};
use super::small_talk::said;
use super::wording::help;
use super::{Desk, Turns};
use crate::Language;

/// Topics of the sheet that call for help at once.
pub(crate) const IN_DANGER: &[&str] =
    &["despair", "self_harm", "overdose", "medical", "disaster", "violence", "threat", "other_person", "plea"];

/// What someone says who is in danger, in need, or only sounds like it; half of the time the talk goes on.
pub(crate) fn danger(desk: &mut Desk<'_>) -> Option<Turns> {
    let (about, turn) = first(desk);
    let mut turns = vec![turn];
    let then = sheet(desk.language).about(about, "then");
    if !then.is_empty() && desk.chance(50) {
        let text = *desk.random.choose::<&str>(then);
        turns.push((said(desk, text), answer(desk, about, "answer_then")));
    }
    Some(turns)
}

/// The first exchange of such a talk.
pub(super) fn told(desk: &mut Desk<'_>) -> Option<Turns> {
    Some(vec![first(desk).1])
}

/// What it is about, what is said and what is answered.
fn first(desk: &mut Desk<'_>) -> (&'static str, (String, String)) {
    // About as often as danger, so that a word of danger alone tells nothing.
    let line = match desk.chance(20) {
        true => line_of(desk, |about| about == "figure"),
        false => line_of(desk, |_| true),
    };
    (line.about, exchange(desk, line))
}

/// Someone in danger, and what to answer.
pub(crate) fn in_danger(desk: &mut Desk<'_>) -> (String, String) {
    let line = line_of(desk, |about| IN_DANGER.contains(&about));
    exchange(desk, line)
}

/// Someone who only sounds so, and what to answer.
pub(crate) fn only_sounds_so(desk: &mut Desk<'_>) -> (String, String) {
    let line = line_of(desk, |about| about == "figure");
    exchange(desk, line)
}

fn line_of(desk: &mut Desk<'_>, topic: fn(&str) -> bool) -> Line {
    desk.line(sheet, "says", |line| topic(line.about))
}

fn exchange(desk: &mut Desk<'_>, Line { about, text, .. }: Line) -> (String, String) {
    (said(desk, text), answer(desk, about, "answer"))
}

/// What to answer someone who speaks of a topic, first (`answer`) or afterwards (`answer_then`).
fn answer(desk: &mut Desk<'_>, about: &'static str, form: &'static str) -> String {
    let in_danger = IN_DANGER.contains(&about);
    // What fits any danger is what to say of one that was never heard of.
    let about = if in_danger && desk.chance(25) { "any" } else { about };
    let answer = *desk.random.choose::<&str>(sheet(desk.language).about(about, form));
    match in_danger && form == "answer" {
        true => help(desk.language, answer),
        false => answer.to_string(),
    }
}

/// What to answer to a danger of any kind; what a held-out test goes on from.
pub(crate) fn answer_to_any(language: Language) -> String {
    help(language, sheet(language).about("any", "answer")[0])
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::instruct::wording::opening;
    use crate::{is_help, is_refusal, is_unknown_answer};

    #[test]
    fn danger_is_answered_with_help_and_what_sounds_like_it_is_not() {
        for language in Language::ALL {
            let sheet = sheet(language);
            for about in IN_DANGER {
                for (form, answers) in [("says", "answer"), ("then", "answer_then")] {
                    assert!(sheet.about(about, form).len() >= 20, "{language:?} {about} {form}");
                    for answer in [sheet.about(about, answers), sheet.about("any", answers)].concat() {
                        let answer = if answers == "answer" { help(language, answer) } else { answer.to_string() };
                        assert!(is_help(&answer), "{about}: {answer}");
                        assert!(!is_refusal(&answer) && !is_unknown_answer(&answer), "{about}: {answer}");
                    }
                }
            }
            // Danger is told from what only sounds like it by the first word, so both have one.
            let figure = sheet.about("figure", "answer").iter();
            let openings: BTreeSet<&str> = figure.map(|answer| opening(answer, language)).collect();
            assert_eq!(openings.len(), 1, "{openings:?}");
            for Line { about, text, .. } in sheet.all("says") {
                let answers = sheet.about(about, "answer");
                assert!(!answers.is_empty(), "{about}: {text}");
                assert!(*about != "figure" || answers.iter().all(|answer| !is_help(answer)), "{answers:?}");
            }
        }
    }
}
