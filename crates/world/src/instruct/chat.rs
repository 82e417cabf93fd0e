//! Chats of many turns: short exchanges of all kinds one after another, as in a real talk.
//!
//! What counts is always the last question. A pronoun, or in Japanese a subject left unsaid, means whoever was spoken of
//! last; other exchanges have nothing to do with each other, so that a model learns to change the subject, or the
//! language, together with the person.

use super::dialogue::{also, doubt, into_other_language, is_doubt};
use super::known::{self, answer, asked_slots, question};
use super::phrases::phrases;
use super::portrait::portrait_asked;
use super::say::slots;
use super::small_talk::{talk, talk_of};
use super::unknown::{self, Stranger, asked_of, stranger_reply};
use super::{Desk, Turns, about_you, danger, safety, story, sums, tasks, town, translation};
use crate::lexicon::Gender;
use crate::{Fact, Language, Relation, Subject};

/// Turns of a chat.
const TURNS_MIN: usize = 4;
const TURNS_MAX: usize = 9;
/// A chat fits into so many tokens, as [`tokens`] counts them; a model is tuned with 256.
const TOKENS_MAX: usize = 235;
/// The same for what stands before a question.
const BEFORE_TOKENS_MAX: usize = 110;

/// What the talk is about: what a pronoun would mean.
#[derive(Clone)]
enum Topic<'w> {
    Nothing,
    Fact(&'w Fact),
    /// Whoever or whatever this fact is about; what was said last is something else.
    Subject(&'w Fact),
    Stranger(Stranger, Relation),
}

impl<'w> Topic<'w> {
    /// A fact of the resident or thing that is spoken of.
    fn fact(&self) -> Option<&'w Fact> {
        match self {
            Topic::Fact(fact) | Topic::Subject(fact) => Some(fact),
            Topic::Nothing | Topic::Stranger(..) => None,
        }
    }

    /// The same where the last answer cannot be taken up as it stands.
    fn without_answer(self) -> Topic<'w> {
        match self {
            Topic::Fact(fact) => Topic::Subject(fact),
            topic => topic,
        }
    }
}

/// One question and its answer, and what the talk is about after them.
struct Exchange<'w> {
    turn: (String, String),
    topic: Topic<'w>,
}

/// How often each way of going on is taken, in parts of their sum: with a subject at hand, and without.
const FOLLOWING: &[(u32, Next)] = &[
    (44, by_pronoun),
    (10, checked),
    (14, there),
    (7, near),
    (14, and_whom),
    (14, chain),
    (7, doubted),
    (6, again_in_the_other_language),
    (14, beyond),
    (12, none_of_them),
];
const CHANGING: &[(u32, Next)] = &[
    (300, fact),
    (40, portrait),
    (45, reversed),
    (20, |desk, topic| aside(desk, topic, known::check)),
    (12, |desk, topic| aside(desk, topic, known::none)),
    (10, |desk, topic| aside(desk, topic, known::compare)),
    (10, |desk, topic| aside(desk, topic, town::doing)),
    (14, |desk, topic| aside(desk, topic, town::is_there)),
    (24, |desk, topic| aside(desk, topic, town::town)),
    (70, a_stranger),
    (36, |desk, topic| aside(desk, topic, unknown::attribute)),
    (22, |desk, topic| aside(desk, topic, unknown::outside)),
    (3, |desk, topic| aside(desk, topic, story::of_a_stranger)),
    (100, |desk, topic| aside(desk, topic, small_talk)),
    (16, |desk, topic| aside(desk, topic, about_you::introduction)),
    (18, |desk, topic| aside(desk, topic, translation::sentence)),
    (10, |desk, topic| aside(desk, topic, translation::word)),
    (10, |desk, topic| aside(desk, topic, sums::arithmetic)),
    (6, |desk, topic| aside(desk, topic, tasks::emotion)),
    (8, |desk, topic| aside(desk, topic, tasks::how_to)),
    (20, |desk, topic| aside(desk, topic, danger::told)),
    (120, |desk, topic| aside(desk, topic, safety::unsafe_request)),
    (110, |desk, topic| aside(desk, topic, safety::safe_request)),
];

/// Writes an exchange that may follow on a topic, or none where it does not fit.
type Next = for<'w> fn(&mut Desk<'w>, &Topic<'w>) -> Option<Exchange<'w>>;

/// A chat of [`TURNS_MIN`] to [`TURNS_MAX`] turns.
pub(super) fn chat(desk: &mut Desk<'_>) -> Option<Turns> {
    let language = desk.language;
    let count = TURNS_MIN + desk.below(TURNS_MAX - TURNS_MIN + 1);
    let turns = exchanges(desk, count, TOKENS_MAX);
    desk.language = language;
    (turns.len() >= TURNS_MIN).then_some(turns)
}

/// What may stand before a question: one to three exchanges that need not have to do with it.
pub(crate) fn before(desk: &mut Desk<'_>) -> Turns {
    let language = desk.language;
    let count = 1 + desk.below(3);
    let turns = exchanges(desk, count, BEFORE_TOKENS_MAX);
    desk.language = language;
    turns
}

/// Up to `count` exchanges, fewer where they would be more than `tokens_max`. May leave the desk in the other language.
fn exchanges(desk: &mut Desk<'_>, count: usize, tokens_max: usize) -> Turns {
    let mut topic = Topic::Nothing;
    let mut turns = Turns::new();
    let mut size = 0;
    if desk.chance(25) {
        let greeting = talk_of(desk, "greeting");
        size += tokens(&greeting);
        turns.push(greeting);
    }
    while turns.len() < count {
        if desk.chance(6) {
            desk.language = other(desk.language);
            // The last answer was in the other language: it is not to be told in it again.
            topic = topic.without_answer();
        }
        let follows = !matches!(topic, Topic::Nothing) && desk.chance(58);
        let next = weighted(desk, if follows { FOLLOWING } else { CHANGING });
        let Some(exchange) = next(desk, &topic) else { continue };
        if turns.contains(&exchange.turn) {
            continue;
        }
        size += tokens(&exchange.turn);
        if size > tokens_max {
            break;
        }
        turns.push(exchange.turn);
        topic = exchange.topic;
    }
    turns
}

/// About as many tokens as a tokenizer for the world makes of a turn, its template included.
fn tokens((asked, reply): &(String, String)) -> usize {
    let signs = |text: &str| {
        let narrow = text.chars().filter(char::is_ascii).count();
        narrow as f64 / 3.1 + (text.chars().count() - narrow) as f64 / 1.45
    };
    (signs(asked) + signs(reply) + 7.0).ceil() as usize
}

fn other(language: Language) -> Language {
    match language {
        Language::En => Language::Ja,
        Language::Ja => Language::En,
    }
}

fn weighted(desk: &mut Desk<'_>, table: &[(u32, Next)]) -> Next {
    let total: u32 = table.iter().map(|(weight, _)| *weight).sum();
    let mut at = desk.below(total as usize) as u32;
    for (weight, next) in table {
        if at < *weight {
            return *next;
        }
        at -= weight;
    }
    unreachable!("the weights add up to {total}")
}

/// Another question about whoever was spoken of last, by pronoun or without any subject.
fn by_pronoun<'w>(desk: &mut Desk<'w>, topic: &Topic<'w>) -> Option<Exchange<'w>> {
    match topic {
        Topic::Nothing => None,
        Topic::Fact(last) | Topic::Subject(last) => {
            let mut others = desk.facts_of(last.subject);
            others.retain(|fact| fact.relation != last.relation);
            if others.is_empty() {
                return None;
            }
            let fact = *desk.random.choose(&others);
            Some(followed(desk, fact))
        }
        Topic::Stranger(stranger, last) => {
            let relation = *desk.random.choose(stranger.relations);
            if relation == *last {
                return None;
            }
            let words = stranger.words(desk, relation);
            let pattern = *desk.random.choose(phrases(desk.language, relation).follow_ups);
            let asked = desk.finish(words.fill(pattern));
            Some(Exchange { turn: (asked, stranger_reply(desk)), topic: Topic::Stranger(stranger.clone(), relation) })
        }
    }
}

/// A question in the words of those that follow on a subject.
fn followed<'w>(desk: &mut Desk<'w>, fact: &'w Fact) -> Exchange<'w> {
    let pattern = *desk.random.choose(phrases(desk.language, fact.relation).follow_ups);
    let asked = slots(desk.world, fact, desk.language).fill(pattern);
    let asked = match (fact.subject, desk.language) {
        (Subject::Resident(_), Language::Ja) if desk.chance(15) => of_that_person(&asked),
        _ => desk.finish(asked),
    };
    Exchange { turn: (asked, answer(desk, fact)), topic: Topic::Fact(fact) }
}

/// 「その人の家はどこですか？」 of 「家はどこですか？」
fn of_that_person(asked: &str) -> String {
    const NOT_OF_ANYONE: &[&str] = &[
        "何",
        "誰",
        "ど",
        "い",
        "その",
        "休みの日",
        "暇なとき",
        "ペット",
        "動物",
        "食べ物",
        "一番仲",
        "友だち",
        "住んで",
        "きょうだい",
        "兄弟",
    ];
    let asked =
        ["彼の", "彼女の", "彼は", "彼女は"].iter().find_map(|pronoun| asked.strip_prefix(pronoun)).unwrap_or(asked);
    let is_noun = asked.split_once('は').is_some_and(|(noun, _)| {
        !noun.contains(['を', 'に', 'で', 'が']) && !NOT_OF_ANYONE.iter().any(|start| noun.starts_with(start))
    });
    format!("その人{}{asked}", if is_noun { 'の' } else { 'は' })
}

/// "Is she a baker?", of whoever was spoken of last.
fn checked<'w>(desk: &mut Desk<'w>, topic: &Topic<'w>) -> Option<Exchange<'w>> {
    let fact = *desk.random.choose(&desk.facts_of(topic.fact()?.subject));
    Some(Exchange { turn: known::check_by_pronoun(desk, fact)?, topic: Topic::Fact(fact) })
}

/// "Who works there?", of a place that was spoken of last.
fn there<'w>(desk: &mut Desk<'w>, topic: &Topic<'w>) -> Option<Exchange<'w>> {
    let fact = topic.fact()?;
    let place = match (fact.subject, topic) {
        (Subject::Place(_), _) => &fact.name,
        (_, Topic::Fact(_)) if matches!(subject_called(desk, fact), Some(Subject::Place(_))) => &fact.value,
        _ => return None,
    };
    let turn = known::there(desk, place)?;
    Some(Exchange { turn, topic: Topic::Nothing })
}

/// "Is it far from the zoo?", of a place that was spoken of last.
fn near<'w>(desk: &mut Desk<'w>, topic: &Topic<'w>) -> Option<Exchange<'w>> {
    let fact = topic.fact()?;
    if !matches!(fact.subject, Subject::Place(_)) {
        return None;
    }
    let turn = known::near(desk, fact.subject)?;
    Some(Exchange { turn, topic: topic.clone().without_answer() })
}

/// The same of someone else: "And Yumi?"
fn and_whom<'w>(desk: &mut Desk<'w>, topic: &Topic<'w>) -> Option<Exchange<'w>> {
    let relation = match topic {
        Topic::Nothing | Topic::Subject(_) => return None,
        Topic::Fact(last) => last.relation,
        Topic::Stranger(_, last) => *last,
    };
    if desk.chance(15) {
        let stranger = Stranger::draw_with(desk, relation)?;
        let words = stranger.words(desk, relation);
        let turn = (also(desk, &words), stranger_reply(desk));
        return Some(Exchange { turn, topic: Topic::Stranger(stranger, relation) });
    }
    let alike = desk.facts_with(relation);
    if alike.is_empty() {
        return None;
    }
    let fact = *desk.random.choose(&alike);
    if matches!(topic, Topic::Fact(last) if last.subject == fact.subject) {
        return None;
    }
    let words = asked_slots(desk, fact);
    Some(Exchange { turn: (also(desk, &words), answer(desk, fact)), topic: Topic::Fact(fact) })
}

/// On from the answer: who was a value becomes the subject.
fn chain<'w>(desk: &mut Desk<'w>, topic: &Topic<'w>) -> Option<Exchange<'w>> {
    let Topic::Fact(last) = topic else { return None };
    let subject = subject_called(desk, last)?;
    let facts = desk.facts_of(subject);
    if facts.is_empty() {
        return None;
    }
    let fact = *desk.random.choose(&facts);
    let is_clear = pronoun_is_clear(desk, last.subject, subject) || is_asked_of_places_only(fact.relation);
    if !is_clear || desk.chance(50) {
        return Some(named(desk, fact));
    }
    Some(followed(desk, fact))
}

/// The resident or place that a fact gives as its value.
fn subject_called(desk: &Desk<'_>, fact: &Fact) -> Option<Subject> {
    let world = desk.world;
    match fact.relation {
        Relation::BestFriend | Relation::Sibling | Relation::Teacher => {
            world.residents.iter().position(|resident| resident.name == fact.value).map(Subject::Resident)
        }
        Relation::Workplace | Relation::Home | Relation::Venue | Relation::ServedAt => {
            world.places.iter().position(|place| place.name == fact.value).map(Subject::Place)
        }
        _ => None,
    }
}

/// Whether a question without a name can only mean `new`, after a talk about `old`: of two residents English tells him
/// from her, and Japanese, where nothing need be said, does not. What is asked of a place is asked of nothing else.
fn pronoun_is_clear(desk: &Desk<'_>, old: Subject, new: Subject) -> bool {
    let gender = |subject: Subject| match subject {
        Subject::Resident(resident) => Some(desk.world.residents[resident].gender == Gender::Male),
        _ => None,
    };
    match (gender(old), gender(new)) {
        (Some(old), Some(new)) => desk.language == Language::En && old != new,
        (Some(_), None) => true,
        _ => false,
    }
}

/// Whether nothing but a place is asked this: "When is it closed?" after where a dish is served.
fn is_asked_of_places_only(relation: Relation) -> bool {
    matches!(relation, Relation::ClosedDay | Relation::KnownFor)
}

/// A question that names its subject.
fn named<'w>(desk: &mut Desk<'w>, fact: &'w Fact) -> Exchange<'w> {
    Exchange { turn: (question(desk, fact), answer(desk, fact)), topic: Topic::Fact(fact) }
}

fn doubted<'w>(desk: &mut Desk<'w>, topic: &Topic<'w>) -> Option<Exchange<'w>> {
    let Topic::Fact(last) = topic else { return None };
    Some(Exchange { turn: doubt(desk, last)?, topic: topic.clone() })
}

/// The last answer in the other language, in which the talk goes on.
fn again_in_the_other_language<'w>(desk: &mut Desk<'w>, topic: &Topic<'w>) -> Option<Exchange<'w>> {
    let Topic::Fact(last) = topic else { return None };
    let asked = into_other_language(desk).to_string();
    desk.language = other(desk.language);
    Some(Exchange { turn: (asked, answer(desk, last)), topic: topic.clone() })
}

/// Something of whoever was spoken of last that the world does not contain.
fn beyond<'w>(desk: &mut Desk<'w>, topic: &Topic<'w>) -> Option<Exchange<'w>> {
    let last = topic.fact()?;
    let turn = unknown::beyond_by_pronoun(desk, last)?;
    Some(Exchange { turn, topic: topic.clone().without_answer() })
}

/// A pet or siblings that whoever was spoken of last does not have.
fn none_of_them<'w>(desk: &mut Desk<'w>, topic: &Topic<'w>) -> Option<Exchange<'w>> {
    let turn = known::none_by_pronoun(desk, topic.fact()?)?;
    Some(Exchange { turn, topic: topic.clone().without_answer() })
}

fn fact<'w>(desk: &mut Desk<'w>, _: &Topic<'w>) -> Option<Exchange<'w>> {
    let fact = desk.fact_often_of_thing(30);
    Some(named(desk, fact))
}

fn portrait<'w>(desk: &mut Desk<'w>, _: &Topic<'w>) -> Option<Exchange<'w>> {
    let (fact, turn) = portrait_asked(desk, 2)?;
    Some(Exchange { turn, topic: Topic::Subject(fact) })
}

fn reversed<'w>(desk: &mut Desk<'w>, _: &Topic<'w>) -> Option<Exchange<'w>> {
    let (facts, turn) = known::reversed(desk)?;
    let topic = match facts[..] {
        [fact] => Topic::Fact(fact),
        _ => Topic::Nothing,
    };
    Some(Exchange { turn, topic })
}

fn a_stranger<'w>(desk: &mut Desk<'w>, _: &Topic<'w>) -> Option<Exchange<'w>> {
    let stranger = Stranger::draw(desk);
    let (relation, turn) = asked_of(desk, &stranger);
    Some(Exchange { turn, topic: Topic::Stranger(stranger, relation) })
}

/// Thanks and the like.
fn small_talk(desk: &mut Desk<'_>) -> Option<Turns> {
    let turns = match desk.chance(30) {
        true => vec![talk_of(desk, "thanks")],
        false => talk(desk)?,
    };
    // "Really?" means the answer that came before it.
    turns.iter().all(|(said, _)| !is_doubt(said)).then_some(turns)
}

/// An exchange of another kind. After it nobody is spoken of: no pronoun would be understood.
fn aside<'w>(desk: &mut Desk<'w>, _: &Topic<'w>, write: fn(&mut Desk<'_>) -> Option<Turns>) -> Option<Exchange<'w>> {
    Some(Exchange { turn: write(desk)?.pop()?, topic: Topic::Nothing })
}

#[cfg(test)]
mod tests {
    use ledger::random::Random;

    use super::*;
    use crate::instruct::dialogue::{INTO_ENGLISH, INTO_JAPANESE};
    use crate::instruct::names::Side;
    use crate::{Numbers, World, is_refusal, is_unknown_answer};

    fn world() -> World {
        World::new(3, Numbers::for_bytes(4_000_000))
    }

    fn desk(world: &World, language: Language) -> Desk<'_> {
        let mut desk = Desk::new(world, Side::Training, Random::new(1, "test", 0));
        desk.language = language;
        desk
    }

    #[test]
    fn without_a_name_the_last_subject_is_meant() {
        let world = world();
        for language in Language::ALL {
            let mut desk = desk(&world, language);
            for _ in 0..500 {
                let last = desk.fact();
                if let Some(next) = by_pronoun(&mut desk, &Topic::Fact(last)) {
                    let fact = next.topic.fact().expect("a fact follows a fact");
                    assert!(fact.subject == last.subject && fact.relation != last.relation, "{:?}", next.turn);
                    assert!(
                        next.turn.1.contains(last.name.get(language)) || next.turn.1.contains(fact.value.get(language))
                    );
                }
                if let Some(next) = chain(&mut desk, &Topic::Fact(last)) {
                    let fact = next.topic.fact().expect("a fact follows a fact");
                    assert_eq!(fact.name, last.value, "{:?}", next.turn);
                }
            }
        }
    }

    #[test]
    fn a_subject_is_dropped_where_the_talk_turns_to_something_else() {
        let world = world();
        for language in Language::ALL {
            let mut desk = desk(&world, language);
            for (_, next) in CHANGING {
                for _ in 0..100 {
                    let last = desk.fact();
                    let Some(exchange) = next(&mut desk, &Topic::Fact(last)) else { continue };
                    let Some(fact) = exchange.topic.fact() else { continue };
                    let (asked, reply) = &exchange.turn;
                    let said = format!("{asked} {reply}").to_lowercase();
                    assert!(said.contains(&fact.name.get(language).to_lowercase()), "{:?}", exchange.turn);
                }
            }
        }
    }

    #[test]
    fn only_what_was_just_told_is_told_again_in_the_other_language() {
        let world = world();
        let mut repeated = 0;
        for language in Language::ALL {
            let mut desk = desk(&world, language);
            for turns in (0..2000).filter_map(|_| chat(&mut desk)) {
                for pair in turns.windows(2) {
                    let [(_, before), (asked, reply)] = pair else { continue };
                    if !INTO_JAPANESE.iter().chain(INTO_ENGLISH).any(|wish| wish == asked) {
                        continue;
                    }
                    assert!(before.is_ascii() != reply.is_ascii() && !is_unknown_answer(before), "{turns:?}");
                    repeated += 1;
                }
            }
        }
        assert!(repeated > 100, "{repeated} answers in the other language");
    }

    #[test]
    fn chats_fit_the_context_and_hold_exchanges_of_all_sorts() {
        let world = world();
        for language in Language::ALL {
            let mut desk = desk(&world, language);
            let chats: Vec<Turns> = (0..500).filter_map(|_| chat(&mut desk)).collect();
            assert!(chats.len() > 400 && desk.language == language);
            for turns in &chats {
                assert!((TURNS_MIN..=TURNS_MAX).contains(&turns.len()));
                assert!(turns.iter().map(tokens).sum::<usize>() <= TOKENS_MAX, "{turns:?}");
            }
            let share = |test: &dyn Fn(&str) -> bool| {
                chats.iter().filter(|turns| turns.iter().any(|(_, reply)| test(reply))).count() as f64
                    / chats.len() as f64
            };
            assert!(share(&is_unknown_answer) > 0.3 && share(&is_refusal) > 0.1);
            let named =
                |reply: &str| world.residents.iter().filter(|who| reply.contains(who.name.get(language))).count();
            assert!(share(&|reply| named(reply) > 0) > 0.6);
        }
    }
}
