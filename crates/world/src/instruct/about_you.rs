//! What people tell of themselves: the assistant takes it up, and tells it when it is asked for.

use super::names::Name;
use super::say::fill;
use super::small_talk::{said, talk, why_here};
use super::tables::about_you::*;
use super::{Desk, Turns, Writer, chat, known, repeat, sheet, town, unknown};
use crate::{Bilingual, Language};

/// What may be talked of before somebody asks for what they told.
const BETWEEN: &[Writer] =
    &[known::single, known::single, talk, unknown::stranger, town::town, |desk| Some(chat::before(desk))];

/// What may be asked in the same breath.
const ASKED_WITH_IT: &[Writer] =
    &[known::single, town::is_there, town::is_there, town::town, town::doing, known::reverse, unknown::stranger];

/// Something that somebody told, and what it was.
type Told = (&'static AboutYou, Bilingual);

/// Up to three things told, perhaps some talk, then a question for one of them, for all, or for something that was not told.
pub(super) fn remembered(desk: &mut Desk<'_>) -> Option<Turns> {
    let mut about: Vec<&'static AboutYou> = ABOUT_YOU.iter().collect();
    desk.random.shuffle(&mut about);
    // People tell their name most often, and first.
    if desk.chance(50) {
        about.sort_by_key(|about| !matches!(about.values, Values::Names));
    }
    let count = if desk.chance(16) { 0 } else { 1 + desk.below(3) };
    let mut facts = Vec::new();
    for about in &about[..count] {
        facts.push((*about, value(desk, about)));
    }
    let mut turns = introduced(desk, &facts);
    if desk.chance(50) {
        for _ in 0..1 + desk.below(2) {
            let write = *desk.random.choose(BETWEEN);
            turns.extend(write(desk)?);
        }
    }
    let turn = match desk.below(100) {
        0..=5 => asked_for_all(desk, &facts),
        6..=15 => not_told(desk, about[count]),
        _ if facts.is_empty() => not_told(desk, about[count]),
        _ => {
            let (about, value) = desk.random.choose(&facts).clone();
            asked_for(desk, about, &value)
        }
    };
    turns.push(turn);
    Some(turns)
}

/// Somebody tells these things, one or two at a time.
fn introduced(desk: &mut Desk<'_>, mut facts: &[Told]) -> Turns {
    let mut turns = Turns::new();
    while let [first, rest @ ..] = facts {
        let (turn, left) = match rest {
            [second, left @ ..] if desk.chance(45) => (told_both(desk, first, second), left),
            _ => (told(desk, first.0, &first.1), rest),
        };
        turns.push(turn);
        facts = left;
    }
    turns
}

/// Something told, and no more.
pub(super) fn introduction(desk: &mut Desk<'_>) -> Option<Turns> {
    let (first, second) = (desk.random.choose(ABOUT_YOU), desk.random.choose(ABOUT_YOU));
    let one = value(desk, first);
    Some(vec![match desk.chance(30) && !std::ptr::eq(first, second) {
        true => {
            let other = value(desk, second);
            told_both(desk, &(first, one), &(second, other))
        }
        false => told(desk, first, &one),
    }])
}

/// What might be true of somebody, in both languages.
fn value(desk: &mut Desk<'_>, about: &AboutYou) -> Bilingual {
    match about.values {
        Values::Names => spoken(desk.strangers.visitor(&mut desk.random)),
        Values::PetNames if desk.chance(40) => spoken(desk.strangers.visitor(&mut desk.random)),
        Values::PetNames => spoken(desk.random.choose(&desk.strangers.pets)),
        Values::Anything => repeat::in_both(&repeat::anything(desk)),
        Values::Words(words) => (*desk.random.choose(words)).into(),
        Values::Either(words, others) => {
            let words = if desk.chance(40) { others } else { words };
            (*desk.random.choose(words)).into()
        }
    }
}

fn spoken(name: &Name) -> Bilingual {
    Bilingual::new(name.ja.as_str(), name.en.as_str())
}

/// Something told: at times with a question about the town, with a question back, or with what brings one here.
fn told(desk: &mut Desk<'_>, about: &AboutYou, value: &Bilingual) -> (String, String) {
    let said_as = telling(desk, about, value);
    if desk.chance(20) {
        let write = *desk.random.choose(ASKED_WITH_IT);
        if let Some([(asked, reply)]) = write(desk).as_deref() {
            return (followed_by(desk, &said_as, asked), reply.clone());
        }
    }
    let (said_as, reply) = match &about.back {
        Some(back) if desk.chance(25) => {
            let asked = filled(desk, back.en, back.ja, value);
            (followed_by(desk, &said_as, &asked), filled(desk, back.en_replies, back.ja_replies, value))
        }
        _ if matches!(about.values, Values::Names) && desk.chance(15) => {
            let end = if desk.language == Language::En { "." } else { "" };
            let why = format!("{}{end}", why_here(desk));
            (followed_by(desk, &said_as, &why), filled(desk, NAMED_VISITOR[0], NAMED_VISITOR[1], value))
        }
        _ => (said_as, filled(desk, about.en_replies, about.ja_replies, value)),
    };
    (said(desk, &said_as), reply)
}

/// Two sentences one after the other.
fn followed_by(desk: &Desk<'_>, first: &str, second: &str) -> String {
    match desk.language {
        Language::En => format!("{first} {}", desk.finish(second.to_string())),
        Language::Ja => format!("{}。{second}", first.trim_end_matches('。')),
    }
}

/// "I live in Osaka and I love painting." The reply takes up one of the two.
fn told_both(desk: &mut Desk<'_>, one: &Told, other: &Told) -> (String, String) {
    let together = [(one, other), (other, one)].into_iter().find_map(|(first, second)| {
        let keys = [first.0.key, second.0.key];
        TOGETHER.iter().find(|together| together.keys == keys).map(|together| (together, first, second))
    });
    let said_as = match together.filter(|_| desk.chance(60)) {
        Some((together, first, second)) => {
            let pattern = desk.pick(together.en, together.ja);
            let words = [("x", first.1.get(desk.language)), ("y", second.1.get(desk.language))];
            desk.finish(fill(pattern, &words))
        }
        None => one_after_other(desk, one, other),
    };
    let (about, value) = if desk.chance(50) { one } else { other };
    (said(desk, &said_as), filled(desk, about.en_replies, about.ja_replies, value))
}

/// Two sentences, of which the second may go on from the first.
fn one_after_other(desk: &mut Desk<'_>, one: &Told, other: &Told) -> String {
    let [first, second] = [one, other].map(|(about, value)| telling(desk, about, value));
    match desk.language {
        Language::En if second.starts_with("I ") || second.starts_with("I'") => {
            format!("{} and {second}", first.trim_end_matches('.'))
        }
        _ => followed_by(desk, &first, &second),
    }
}

fn asked_for_all(desk: &mut Desk<'_>, facts: &[Told]) -> (String, String) {
    let asked = desk.pick(WHAT_OF_ME_EN, WHAT_OF_ME_JA);
    let answers: Vec<String> =
        facts.iter().map(|(about, value)| filled(desk, about.en_answers, about.ja_answers, value)).collect();
    let reply = match (desk.language, answers.is_empty()) {
        (_, true) => desk.pick(NOTHING_OF_YOU_EN, NOTHING_OF_YOU_JA).to_string(),
        (Language::En, _) => answers.join(" "),
        (Language::Ja, _) => answers.concat(),
    };
    (said(desk, asked), reply)
}

fn asked_for(desk: &mut Desk<'_>, about: &AboutYou, value: &Bilingual) -> (String, String) {
    let asked = asking_back(desk, about);
    (said(desk, asked), filled(desk, about.en_answers, about.ja_answers, value))
}

fn not_told(desk: &mut Desk<'_>, about: &AboutYou) -> (String, String) {
    let asked = asking_back(desk, about);
    (said(desk, asked), desk.pick(about.en_unknown, about.ja_unknown).to_string())
}

/// Words in which something is told.
fn telling(desk: &mut Desk<'_>, about: &AboutYou, value: &Bilingual) -> String {
    let pattern = either(desk, about, "tells", about.en, about.ja);
    let words = value.get(desk.language);
    desk.finish(fill(pattern, &[("x", words)]))
}

/// A question for what was told, or was not.
fn asking_back(desk: &mut Desk<'_>, about: &AboutYou) -> &'static str {
    either(desk, about, "asks", about.en_asks, about.ja_asks)
}

/// One of the patterns, or, mostly, of those on the sheet, which are many: what a model is told in few ways only it does not
/// notice in others.
fn either(
    desk: &mut Desk<'_>,
    about: &AboutYou,
    form: &'static str,
    en: &[&'static str],
    ja: &[&'static str],
) -> &'static str {
    let sheet = sheet::told(desk.language).about(about.key, form);
    match desk.chance(60) {
        true => desk.random.choose::<&str>(sheet),
        false => desk.pick(en, ja),
    }
}

/// One of some patterns with the value in it.
fn filled(desk: &mut Desk<'_>, en: &[&'static str], ja: &[&'static str], value: &Bilingual) -> String {
    let pattern = desk.pick(en, ja);
    let words = value.get(desk.language);
    desk.finish(fill(pattern, &[("x", words)]))
}

#[cfg(test)]
mod tests {
    use ledger::random::Random;

    use super::*;
    use crate::instruct::names::Side;
    use crate::{Language, Numbers, World, is_unknown_answer};

    #[test]
    fn all_that_can_be_told_is_told_in_many_ways() {
        for language in Language::ALL {
            for about in ABOUT_YOU {
                let [tells, asks] = ["tells", "asks"].map(|form| sheet::told(language).about(about.key, form));
                assert!(
                    tells.len() >= 20 && asks.len() >= 12,
                    "{language:?} {}: {}, {}",
                    about.key,
                    tells.len(),
                    asks.len()
                );
                assert!(tells.iter().all(|text| text.matches("{x}").count() == 1), "{}", about.key);
                assert!(!asks.iter().any(|text| text.contains('{')), "{}", about.key);
            }
        }
    }

    #[test]
    fn what_is_told_together_can_be_told() {
        for key in TOGETHER.iter().flat_map(|together| together.keys) {
            assert!(ABOUT_YOU.iter().any(|about| about.key == key), "{key}");
        }
    }

    #[test]
    fn only_what_was_told_is_told_back() {
        let world = World::new(3, Numbers::for_bytes(4_000_000));
        for language in Language::ALL {
            let mut desk = Desk::new(&world, Side::Training, Random::new(1, "test", 0));
            let (mut known, mut unknown) = (0, 0);
            for _ in 0..1000 {
                desk.language = language;
                let turns = remembered(&mut desk).expect("there is always something to ask");
                let (_, answer) = turns.last().expect("a question");
                if is_unknown_answer(answer) {
                    unknown += 1;
                    continue;
                }
                let of = |about: &'static AboutYou| match language {
                    Language::En => about.en_answers,
                    Language::Ja => about.ja_answers,
                };
                let ends = ABOUT_YOU.iter().flat_map(of).filter_map(|pattern| pattern.split_once("{x}"));
                let said = turns[..turns.len() - 1].iter().map(|(said, _)| said.to_lowercase()).collect::<String>();
                // One sentence, or one for each thing told.
                for sentence in answer.split_inclusive(['.', '。']).map(str::trim) {
                    let mut values =
                        ends.clone().filter_map(|(start, end)| sentence.strip_prefix(start)?.strip_suffix(end));
                    assert!(values.any(|value| said.contains(&value.to_lowercase())), "{turns:?}");
                }
                known += 1;
            }
            assert!(known > 400 && unknown > 150, "{known} {unknown}");
        }
    }
}
