//! Small talk and identity: what people say when they open a chat, and what the assistant is.

use super::tables::small_talk::{TALKS, Talk};
use super::vary::typed;
use super::{Desk, Turns};
use crate::Language;

/// One exchange of small talk.
pub(crate) fn talk(desk: &mut Desk<'_>) -> Option<Turns> {
    let talk = desk.random.choose(TALKS);
    Some(vec![exchange(desk, talk)])
}

/// An exchange of a kind.
pub(super) fn talk_of(desk: &mut Desk<'_>, kind: &str) -> (String, String) {
    let talks: Vec<&Talk> = TALKS.iter().filter(|talk| talk.kind == kind).collect();
    let talk = *desk.random.choose(&talks);
    exchange(desk, talk)
}

fn exchange(desk: &mut Desk<'_>, talk: &Talk) -> (String, String) {
    let said = *desk.random.choose(if desk.language == Language::En { talk.en } else { talk.ja });
    let reply = desk.pick(talk.en_replies, talk.ja_replies);
    // Nobody says "Hi, good night"; the shortest things said stay as they are.
    let said = match matches!(talk.kind, "identity" | "opinion") {
        true => typed(desk, said.to_string()),
        false if desk.chance(30) => said.trim_end_matches(['.', '!', '。', '！']).to_lowercase(),
        false => said.to_string(),
    };
    (if said.is_empty() { "?".to_string() } else { said }, reply.to_string())
}
