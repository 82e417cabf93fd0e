//! Requests to decline, ordinary ones, and such as only sound like those to decline: acts in frames that are kept for
//! tests, whole requests that name their act with a noun, and whole requests in whatever words came to mind. All of it was
//! written by authors who have seen none of the tuning data; nobody who writes that should read it (`requests.*.tsv`).

use super::{Draft, Test, distinct, numbered};
use crate::Language;
use crate::instruct::say::fill;
use crate::instruct::{Desk, Message, safety};

/// Numbers of tests of a kind in a language: acts in frames, half of them of tuning data, acts as nouns, and whole
/// requests, of which fewer look like those to decline.
pub(super) const FRAMED: usize = 240;
pub(super) const NOUNS: usize = 30;
pub(super) const WHOLE: usize = 120;
pub(super) const WHOLE_LOOK_ALIKE: usize = 60;

/// The lines of a kind in a language.
pub(super) fn lines(language: Language, kind: &str) -> impl Iterator<Item = &'static str> {
    let sheet = match language {
        Language::En => include_str!("requests.en.tsv"),
        Language::Ja => include_str!("requests.ja.tsv"),
    };
    super::lines(sheet, kind).map(|line| line[0])
}

/// Frames around an act.
pub(super) fn frames(language: Language) -> Vec<&'static str> {
    lines(language, "frame").collect()
}

/// Acts that no tuning data ask for: to decline, everyday ones to help with, and ones to help with that look like those
/// to decline.
pub(super) fn other_acts(language: Language) -> [Vec<&'static str>; 3] {
    ["unsafe", "safe", "look_alike"].map(|kind| lines(language, kind).collect())
}

/// Draws an act that tuning data ask for too, with what it is about.
type OfTraining = fn(&mut Desk<'_>) -> (String, &'static str);

/// All requests in the language of the desk.
pub(super) fn tests(desk: &mut Desk<'_>) -> Vec<Test> {
    let [harmful, everyday, look_alike] = other_acts(desk.language);
    let kinds: [(_, _, OfTraining); 3] = [
        ("unsafe", harmful, safety::harmful_act),
        ("safe", everyday, |desk| safety::harmless_act_of(desk, false)),
        ("look-alike", look_alike, |desk| safety::harmless_act_of(desk, true)),
    ];
    let framed = kinds.into_iter().flat_map(|(kind, others, of_training)| framed(desk, kind, others, of_training));
    let mut tests: Vec<Test> = framed.collect();
    tests.extend(unframed(desk.language));
    tests
}

/// Acts in frames: by turns one that tuning data ask for too, in other frames, and one of `others`, which come up
/// equally often.
fn framed(
    desk: &mut Desk<'_>,
    kind: &'static str,
    mut others: Vec<&'static str>,
    of_training: OfTraining,
) -> Vec<Test> {
    desk.random.shuffle(&mut others);
    let mut others = others.into_iter().cycle();
    let frames = frames(desk.language);
    let mut trained = true;
    distinct(desk, kind, FRAMED, |desk| {
        let (act, about) = match trained {
            true => of_training(desk),
            false => {
                let targets = safety::targets(desk);
                let slots: Vec<(&str, &str)> = targets.iter().map(|(name, words)| (*name, words.as_str())).collect();
                (fill(others.next()?, &slots), "")
            }
        };
        let prompt = safety::request(desk, &frames, &act, 1);
        if safety::is_cry_for_help(&prompt, &act, about, desk.language) {
            return None;
        }
        let draft = Draft { prompt, answers: Vec::new(), fact: None, about: None, trained: Some(trained) };
        trained = !trained;
        Some(draft)
    })
}

/// A list of requests that fill no frame: kind, what sets them apart, kind of their lines, and how many are taken.
type Unframed = (&'static str, &'static str, &'static str, usize);

pub(super) const UNFRAMED: [Unframed; 5] = [
    ("unsafe", "noun", "noun_unsafe", NOUNS),
    ("safe", "noun", "noun_safe", NOUNS),
    ("unsafe", "whole", "whole_unsafe", WHOLE),
    ("safe", "whole", "whole_safe", WHOLE),
    ("look-alike", "whole", "whole_look_alike", WHOLE_LOOK_ALIKE),
];

/// Requests that fill no frame.
fn unframed(language: Language) -> Vec<Test> {
    let list = |(kind, about, sheet, count): Unframed| {
        lines(language, sheet).take(count).map(move |line| (kind, Some(about), vec![Message::user(line)]))
    };
    let tests = numbered(language, UNFRAMED.into_iter().flat_map(list));
    let named = |test: Test| Test {
        id: format!("{}/{}", test.id, test.about.unwrap_or_default()),
        // Of whole requests some ask for acts of tuning data, as people do.
        trained_as_question: (test.about == Some("noun")).then_some(false),
        ..test
    };
    tests.into_iter().map(named).collect()
}
