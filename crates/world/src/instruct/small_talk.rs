//! Small talk and identity: what people say when they open a chat, and what the assistant is.

use super::say::fill;
use super::tables::feelings::{BEFORE_EN, BEFORE_JA};
use super::tables::small_talk::*;
use super::vary::{spelt, typed};
use super::{Desk, Turns};
use crate::{Bilingual, Language};

/// What is said at the beginning and the end of most talks.
const POLITE: &[&str] = &["greeting", "how_are_you", "arrival", "arrival", "remark", "remark", "thanks", "goodbye"];

/// One exchange of small talk. Three in ten are about feelings, and three polite, however many of these the table tells
/// apart.
pub(crate) fn talk(desk: &mut Desk<'_>) -> Option<Turns> {
    let part = desk.below(10);
    if part < 3 {
        let kind = *desk.random.choose::<&str>(POLITE);
        return Some(vec![talk_of(desk, kind)]);
    }
    let talks: Vec<&Talk> = TALKS.iter().filter(|talk| (talk.kind == "feeling") == (part < 6)).collect();
    let talk = *desk.random.choose(&talks);
    Some(vec![exchange(desk, talk)])
}

/// An exchange of a kind.
pub(super) fn talk_of(desk: &mut Desk<'_>, kind: &str) -> (String, String) {
    let talks: Vec<&Talk> = TALKS.iter().filter(|talk| talk.kind == kind).collect();
    let talk = *desk.random.choose(&talks);
    exchange(desk, talk)
}

fn exchange(desk: &mut Desk<'_>, talk: &Talk) -> (String, String) {
    let words = *desk.random.choose(if desk.language == Language::En { talk.en } else { talk.ja });
    let reply = desk.pick(talk.en_replies, talk.ja_replies);
    let put_together = match talk.kind {
        "how_are_you" if desk.chance(50) => Some(greeted(desk, words)),
        "goodbye" if desk.chance(50) => Some(farewell(desk)),
        "thanks" if desk.chance(50) => Some(thanks(desk)),
        "arrival" if desk.chance(65) => Some(visitor(desk)),
        _ => None,
    };
    if let Some(words) = put_together {
        return (plainly(desk, &words), reply.to_string());
    }
    // Nobody says "Hi, good night"; the shortest things said stay as they are.
    let asked = match talk.kind {
        "identity" | "opinion" => typed(desk, words.to_string()),
        "feeling" | "arrival" | "remark" | "asking" => said(desk, words),
        _ => plainly(desk, words),
    };
    (asked, reply.to_string())
}

/// "Hello, how are you today?"
fn greeted(desk: &mut Desk<'_>, words: &str) -> String {
    let first = desk.pick(GREETED_EN, GREETED_JA);
    after(desk, first, &if first.ends_with(',') { words.to_lowercase() } else { words.to_string() })
}

/// "Thanks, that helps."
fn thanks(desk: &mut Desk<'_>) -> String {
    let [first, last] = [THANKS_FIRST, THANKS_LAST].map(|[en, ja]| desk.pick(en, ja));
    after(desk, first, last)
}

/// Words that follow on others, which may be none.
fn after(desk: &Desk<'_>, first: &str, next: &str) -> String {
    match desk.language {
        Language::Ja => format!("{first}{next}"),
        Language::En if first.ends_with(',') => format!("{first} {next}"),
        Language::En => format!("{first} {}", desk.finish(next.to_string())).trim_start().to_string(),
    }
}

/// "Hi there! My train has just arrived and I have some time." Of its three parts at least the second.
fn visitor(desk: &mut Desk<'_>) -> String {
    let [first, last] = [HERE_FIRST, HERE_LAST].map(|[en, ja]| desk.pick(en, ja));
    let why = why_here(desk);
    let first = if desk.chance(30) { "" } else { first };
    let last = if desk.chance(50) { "" } else { last };
    let link = match (desk.language, last) {
        (Language::Ja, _) => "",
        (Language::En, "") => ".",
        (Language::En, _) => " ",
    };
    format!("{}{link}{last}", after(desk, first, &why))
}

/// What brings somebody here, without the end of its sentence in English: at times an event of the town.
pub(super) fn why_here(desk: &mut Desk<'_>) -> String {
    if desk.chance(80) {
        let [en, ja] = HERE_WHY;
        return desk.pick(en, ja).to_string();
    }
    let event = Bilingual::from(desk.random.choose(&desk.world.events).kind.name);
    fill(desk.pick(HERE_FOR_EN, HERE_FOR_JA), &[("e", event.get(desk.language))])
}

/// "Okay, I have to go now, goodbye!" Of its three parts at least two; or thanks and goodbye.
fn farewell(desk: &mut Desk<'_>) -> String {
    if desk.chance(25) {
        let [thanks, last] = [THANKS_FIRST, BYE_LAST].map(|[en, ja]| desk.pick(en, ja));
        return after(desk, thanks, last);
    }
    let [first, why, last] = [BYE_FIRST, BYE_WHY, BYE_LAST].map(|[en, ja]| desk.pick(en, ja));
    let left_out = desk.below(5);
    let (first, last) = (if left_out == 0 { "" } else { first }, if left_out == 1 { "" } else { last });
    let link = match (desk.language, last) {
        (Language::Ja, _) => "",
        (Language::En, "") => ".",
        (Language::En, _) => ", ",
    };
    format!("{}{link}{last}", after(desk, first, why))
}

/// What people tell of themselves, as they might type it.
pub(super) fn said(desk: &mut Desk<'_>, words: &str) -> String {
    let words = spelt(desk, words.to_string());
    if desk.chance(15) { with_words_before(desk, &words) } else { plainly(desk, &words) }
}

/// The same words, at times without capitals and end mark.
fn plainly(desk: &mut Desk<'_>, words: &str) -> String {
    let plain =
        if desk.chance(30) { words.trim_end_matches(['.', '!', '。', '！']) } else { return words.to_string() };
    if plain.is_empty() { "?".to_string() } else { plain.to_lowercase() }
}

/// "Hello. I feel sad."
fn with_words_before(desk: &mut Desk<'_>, said: &str) -> String {
    let before = desk.pick(BEFORE_EN, BEFORE_JA);
    after(desk, before, said)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::instruct::sheet::danger;

    #[test]
    fn what_is_polite_is_talked_of() {
        for kind in POLITE {
            assert!(TALKS.iter().any(|talk| talk.kind == *kind), "{kind}");
        }
    }

    #[test]
    fn nothing_said_has_two_meanings() {
        for lists in [|talk: &Talk| talk.en, |talk: &Talk| talk.ja] {
            let mut seen = BTreeSet::new();
            for said in TALKS.iter().flat_map(lists) {
                assert!(seen.insert(*said), "{said}");
            }
        }
    }

    #[test]
    fn nothing_said_in_danger_is_small_talk() {
        let plain = |said: &str| said.trim_end_matches(['.', '!', '?', '。', '！', '？']).to_lowercase();
        for language in Language::ALL {
            let told: BTreeSet<String> = danger(language).all("says").iter().map(|line| plain(line.text)).collect();
            let said = TALKS.iter().flat_map(|talk| if language == Language::En { talk.en } else { talk.ja });
            let both: Vec<_> = said.filter(|said| told.contains(&plain(said))).collect();
            assert!(both.is_empty(), "{both:?}");
        }
    }

    /// The first word decides between declining, helping, not knowing and talking.
    #[test]
    fn no_reply_begins_as_one_of_another_kind_does() {
        const RESERVED: &[&str] = &["Sorry", "Sure", "I don't know", "申し訳", "もちろん", "わかりません"];
        for talk in TALKS {
            for reply in talk.en_replies.iter().chain(talk.ja_replies) {
                assert!(!RESERVED.iter().any(|start| reply.starts_with(start)), "{reply}");
            }
        }
    }

    #[test]
    fn sad_and_glad_things_begin_alike_and_their_replies_do_not() {
        const SAD: usize = 8;
        let feelings: Vec<&Talk> = TALKS.iter().filter(|talk| talk.kind == "feeling").collect();
        let (sad, glad) = feelings.split_at(SAD);
        let firsts = |talks: &[&Talk], list: fn(&Talk) -> &'static [&'static str]| -> BTreeSet<String> {
            let texts = talks.iter().flat_map(|talk| list(talk));
            texts.map(|text| text.split([' ', ',', '!']).next().unwrap_or_default().to_string()).collect()
        };
        for start in ["I", "I'm", "so", "My"] {
            let said = |talks| firsts(talks, |talk| talk.en).contains(start);
            assert!(said(sad) && said(glad), "{start}");
        }
        let [sad, glad] = [sad, glad].map(|talks| firsts(talks, |talk| talk.en_replies));
        // "How about a walk?" is for the bored.
        let shared: Vec<&String> = sad.intersection(&glad).filter(|word| *word != "How").collect();
        assert!(shared.is_empty(), "{shared:?}");
    }
}
