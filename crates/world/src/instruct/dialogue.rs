//! Conversations of several turns: follow-up questions, changes of subject and of language, corrections.

use super::known::{answer, asked_slots, called, list, mid_sentence, other_value, question, some, within_sentence};
use super::phrases::phrases;
use super::portrait::portrait;
use super::say::{Slots, fill, slots};
use super::small_talk::talk_of;
use super::unknown::{Stranger, asked_of, beyond_by_pronoun};
use super::{Desk, Turns};
use crate::{Fact, Language, Relation, Subject};

/// One of the shapes that a conversation can have.
pub(super) fn dialogue(desk: &mut Desk<'_>) -> Option<Turns> {
    let shape = desk.below(100);
    match shape {
        0..=34 => follow_up(desk),
        35..=51 => and_whom(desk),
        52..=61 => polite(desk),
        62..=67 => in_the_other_language(desk),
        68..=74 => correction(desk),
        75..=81 => doubted(desk),
        82..=87 => more_about(desk),
        88..=91 => missing_subject(desk),
        _ => unknown_then_known(desk),
    }
}

/// A question, then others about the same subject by pronoun or without any.
fn follow_up(desk: &mut Desk<'_>) -> Option<Turns> {
    let first = desk.fact_often_of_thing(45);
    let mut turns = vec![(question(desk, first), answer(desk, first))];
    let mut others = desk.facts_of(first.subject);
    others.retain(|fact| fact.relation != first.relation);
    desk.random.shuffle(&mut others);
    let count = 1 + desk.below(2);
    for fact in others.into_iter().take(count) {
        let pattern = *desk.random.choose(phrases(desk.language, fact.relation).follow_ups);
        let asked = slots(desk.world, fact, desk.language).fill(pattern);
        turns.push((desk.finish(asked), answer(desk, fact)));
    }
    if turns.len() == 2 && desk.chance(30) {
        turns.extend(beyond_by_pronoun(desk, first));
    }
    (turns.len() > 1).then_some(turns)
}

/// A question, then the same about others: "And Yumi?"
fn and_whom(desk: &mut Desk<'_>) -> Option<Turns> {
    let first = desk.fact();
    let mut turns = vec![(question(desk, first), answer(desk, first))];
    let alike = desk.alike(first);
    if alike.is_empty() {
        return None;
    }
    for _ in 0..1 + desk.below(2) {
        let next = *desk.random.choose(&alike);
        let words = asked_slots(desk, next);
        let asked = also(desk, &words);
        turns.push((asked, answer(desk, next)));
    }
    Some(turns)
}

/// "And Yumi?"
pub(super) fn also(desk: &mut Desk<'_>, words: &Slots) -> String {
    let asked = desk.pick(
        &["And {s}?", "What about {s}?", "And what about {s}?", "{s}?", "How about {s}?", "And how about {s}?"],
        &[
            "{s}は？",
            "じゃあ、{s}は？",
            "では、{s}はどうですか？",
            "{s}はどう？",
            "{s}についても教えてください。",
            "それなら{s}は？",
        ],
    );
    desk.finish(words.fill(asked))
}

/// A greeting, one or two questions, thanks or a goodbye.
fn polite(desk: &mut Desk<'_>) -> Option<Turns> {
    let mut turns = vec![talk_of(desk, "greeting")];
    for _ in 0..1 + desk.below(2) {
        let fact = desk.fact();
        turns.push((question(desk, fact), answer(desk, fact)));
    }
    let last = if desk.chance(70) { "thanks" } else { "goodbye" };
    turns.push(talk_of(desk, last));
    Some(turns)
}

/// The same answer in the other language, then on in that language.
fn in_the_other_language(desk: &mut Desk<'_>) -> Option<Turns> {
    let fact = desk.fact();
    let mut turns = vec![(question(desk, fact), answer(desk, fact))];
    let here = desk.language;
    let asked = into_other_language(desk);
    desk.language = if here == Language::En { Language::Ja } else { Language::En };
    turns.push((asked.to_string(), answer(desk, fact)));
    if desk.chance(50) {
        let next = desk.fact();
        turns.push((question(desk, next), answer(desk, next)));
    }
    desk.language = here;
    Some(turns)
}

/// "And in Japanese?"
pub(super) fn into_other_language(desk: &mut Desk<'_>) -> &'static str {
    desk.pick(INTO_JAPANESE, INTO_ENGLISH)
}

/// What people say who want the last answer, which was in English, in Japanese.
pub(super) const INTO_JAPANESE: &[&str] = &[
    "Say that in Japanese.",
    "And in Japanese?",
    "Please answer in Japanese.",
    "In Japanese, please.",
    "日本語で言ってください。",
    "日本語でお願いします。",
];
/// The other way round.
pub(super) const INTO_ENGLISH: &[&str] = &[
    "英語で言ってください。",
    "英語では？",
    "英語で答えてください。",
    "英語でお願いします。",
    "In English, please.",
    "Can you say that in English?",
];

/// The person meant someone else.
fn correction(desk: &mut Desk<'_>) -> Option<Turns> {
    let first = desk.fact();
    let others = desk.alike(first);
    if others.is_empty() {
        return None;
    }
    let meant = *desk.random.choose(&others);
    let asked = desk.pick(
        &[
            "No, I mean {s}.",
            "Sorry, I meant {s}.",
            "I was asking about {s}.",
            "Not that one. I mean {s}.",
            "Oh, I meant {s}, not that.",
        ],
        &[
            "いいえ、{s}のことです。",
            "すみません、{s}のことでした。",
            "{s}について聞いたのですが。",
            "違います、{s}です。",
            "そうじゃなくて、{s}のことです。",
        ],
    );
    let asked = slots(desk.world, meant, desk.language).fill(asked);
    Some(vec![(question(desk, first), answer(desk, first)), (desk.finish(asked), answer(desk, meant))])
}

/// A question, and doubts about the answer.
fn doubted(desk: &mut Desk<'_>) -> Option<Turns> {
    let fact = desk.fact();
    let first = (question(desk, fact), answer(desk, fact));
    Some(vec![first, doubt(desk, fact)?])
}

/// What people say who are not convinced.
const DOUBTS_EN: &[&str] = &["Are you sure?", "Really?", "Is that right?", "Is that true?"];
const DOUBTS_JA: &[&str] = &["本当ですか？", "本当？", "それは確かですか？", "合っていますか？"];

/// Whether something said is one of those doubts, however it is typed.
pub(super) fn is_doubt(said: &str) -> bool {
    let plain = |text: &str| text.trim_end_matches(['?', '？', '.', '。']).to_lowercase();
    DOUBTS_EN.iter().chain(DOUBTS_JA).any(|doubt| plain(doubt) == plain(said))
}

/// The person claims something wrong, or asks whether that is sure; the answer stays.
pub(super) fn doubt(desk: &mut Desk<'_>, fact: &Fact) -> Option<(String, String)> {
    if desk.chance(50) {
        let statement = within_sentence(desk, fact);
        let reply = match desk.language {
            Language::En => format!("Yes, {statement}"),
            Language::Ja => format!("はい、{statement}"),
        };
        return Some((desk.pick(DOUBTS_EN, DOUBTS_JA).to_string(), reply));
    }
    let wrong = other_value(desk, fact)?;
    let words = slots(desk.world, fact, desk.language).with_value(&wrong, desk.language);
    let pattern = *desk.random.choose(phrases(desk.language, fact.relation).statements);
    let claim = mid_sentence(&words.fill(pattern));
    let claim = match desk.language {
        Language::En => format!("No, {claim}"),
        Language::Ja => format!("いいえ、{claim}"),
    };
    Some((claim, as_far_as_known(desk, fact)))
}

/// "As far as I have learnt, Kenta is a baker."
fn as_far_as_known(desk: &mut Desk<'_>, fact: &Fact) -> String {
    let statement = within_sentence(desk, fact);
    match desk.language {
        Language::En => format!("As far as I have learnt, {statement}"),
        Language::Ja => format!("私が学んだところでは、{statement}"),
    }
}

/// A portrait, then a question about the same resident.
fn more_about(desk: &mut Desk<'_>) -> Option<Turns> {
    let subject = Subject::Resident(desk.resident());
    let facts = desk.facts_of(subject);
    if facts.len() < 4 {
        return None;
    }
    let fact = *desk.random.choose(&facts);
    let words = slots(desk.world, fact, desk.language);
    let asked = words
        .fill(desk.pick(&["Tell me about {s}.", "Who is {s}?"], &["{s}について教えてください。", "{s}は誰ですか？"]));
    let mut turns = vec![(desk.finish(asked), portrait(desk, subject, 3)?)];
    let pattern = *desk.random.choose(phrases(desk.language, fact.relation).follow_ups);
    let asked = words.fill(pattern);
    turns.push((desk.finish(asked), answer(desk, fact)));
    if desk.chance(40) {
        turns.push(talk_of(desk, "thanks"));
    }
    Some(turns)
}

/// A follow-up question with nothing to follow: whom does the person mean?
fn missing_subject(desk: &mut Desk<'_>) -> Option<Turns> {
    let fact = desk.fact();
    if !matches!(fact.subject, Subject::Resident(_)) || matches!(fact.relation, Relation::Sibling | Relation::PetName) {
        return None;
    }
    let pattern = *desk.random.choose(phrases(desk.language, fact.relation).follow_ups);
    let words = slots(desk.world, fact, desk.language);
    let asked = words.fill(pattern);
    let reply = desk.pick(
        &["Whom do you mean? Please tell me a name.", "Who do you mean? Tell me the name, please."],
        &["誰のことですか。名前を教えてください。", "どなたのことでしょうか。名前を教えてください。"],
    );
    let name = words.fill(
        desk.pick(&["{s}.", "I mean {s}.", "{s}", "{s}, please."], &["{s}です。", "{s}のことです。", "{s}", "{s}です"]),
    );
    let asked = desk.finish(asked);
    Some(vec![(asked, reply.to_string()), (name, answer(desk, fact))])
}

/// Someone or something that does not exist, then what does.
fn unknown_then_known(desk: &mut Desk<'_>) -> Option<Turns> {
    let stranger = Stranger::draw(desk);
    let mut turns = vec![asked_of(desk, &stranger).1];
    let fact = desk.fact();
    if stranger.is_person() && desk.chance(50) {
        let residents: Vec<String> = desk
            .world
            .residents
            .iter()
            .map(|resident| called(resident.name.get(desk.language), desk.language))
            .collect();
        let asked = desk.pick(
            &["Who do you know, then?", "Whom do you know?", "Then whom do you know in Izumi?"],
            &["では、誰を知っていますか？", "じゃあ誰なら知っていますか？", "泉町では誰を知っていますか？"],
        );
        let names = list(&some(desk, residents, 3), desk.language);
        let reply = fill(
            if desk.language == Language::En {
                "For example, I know {x}."
            } else {
                "たとえば、{x}を知っています。"
            },
            &[("x", &names)],
        );
        turns.push((asked.to_string(), reply));
    }
    turns.push((question(desk, fact), answer(desk, fact)));
    Some(turns)
}
