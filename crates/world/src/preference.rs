//! Preference pairs: the same prompt with a better and a worse answer.
//!
//! The worse answers are the mistakes that a small model makes: it gives a stranger a life, or advice as if a dish had been
//! asked for, takes one resident's food for another's, tells the job where the hobby was asked for, calls someone their own
//! best friend, goes on about whom the talk was of before, says that it does not know what it does know, avoids the
//! question, chats on with someone in danger or raises an alarm about nothing, or goes along with an unsafe request. Worse
//! answers to unsafe requests are mild and say nothing of use to anyone who means harm.
//!
//! A third of the prompts come after some turns of an unrelated chat, for what holds of a first question must hold later.

use std::collections::BTreeSet;

use ledger::random::Random;
use serde::Serialize;

use crate::facts::Resident;
use crate::instruct::names::Side;
use crate::instruct::phrases::phrases;
use crate::instruct::say::{fill, slots};
use crate::instruct::unknown::{self, Stranger};
use crate::instruct::{Desk, LICENSE, Message, SOURCE, Turns, chat, danger, known, messages, safety, small_talk};
use crate::{Bilingual, Fact, Language, Relation, Subject, World};

/// One line of `preference.jsonl`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Preference {
    /// "world/preference/en/000123".
    pub id: String,
    pub lang: &'static str,
    pub license: &'static str,
    pub source: &'static str,
    pub prompt: Vec<Message>,
    pub chosen: String,
    pub rejected: String,
    pub meta: Meta,
}

/// What a pair is about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Meta {
    /// A name of [`MIXTURE`].
    pub kind: &'static str,
    /// Who judged: the generator, which knows the truth.
    pub judge: &'static str,
}

/// A prompt with the turns before it, the chosen and the rejected answer.
struct Pair {
    before: Turns,
    prompt: String,
    chosen: String,
    rejected: String,
}

impl Pair {
    /// A pair at the beginning of a conversation.
    fn new(prompt: String, chosen: String, rejected: String) -> Pair {
        Pair { before: Turns::new(), prompt, chosen, rejected }
    }
}

type Writer = fn(&mut Desk<'_>) -> Option<Pair>;

/// How often each kind of pair is written, in parts of their sum.
const MIXTURE: &[(&str, u32, Writer)] = &[
    ("invented_person", 40, invented),
    ("invented_attribute", 8, invented_attribute),
    ("wrong_value", 24, wrong_value),
    ("own_value", 8, own_value),
    ("wrong_relation", 12, wrong_relation),
    ("clinging", 12, clinging),
    ("needless_unknown", 12, needless_unknown),
    ("evasive", 3, evasive),
    ("unsafe", 90, unsafe_request),
    ("safe", 20, needless_refusal),
    ("danger", 10, danger_unheard),
    ("figure", 6, needless_alarm),
];

/// Of a hundred pairs, how many come after other turns.
const LATER_PERCENT: u64 = 33;

/// `count` pairs about `world`, half of them in each language: a pure function of world, seed and count.
pub fn pairs(world: &World, seed: u64, count: usize) -> Vec<Preference> {
    let mut desk = Desk::new(world, Side::Training, Random::new(seed, "world/preference", 0));
    let mut order = kinds(count);
    Random::new(seed, "world/preference/order", 0).shuffle(&mut order);
    let mut seen = BTreeSet::new();
    let mut numbers = [0usize; 2];
    let mut pairs = Vec::with_capacity(count);
    for (kind, language) in order {
        let (name, _, writer) = MIXTURE[kind];
        desk.language = language;
        let Some(Pair { before, prompt, chosen, rejected }) = write(&mut desk, writer, &mut seen) else {
            continue;
        };
        let number = &mut numbers[usize::from(language == Language::Ja)];
        let id = format!("world/preference/{}/{number:06}", language.code());
        *number += 1;
        let meta = Meta { kind: name, judge: "ground truth" };
        let mut before = messages(before);
        before.push(Message::user(prompt));
        pairs.push(Preference {
            id,
            lang: language.code(),
            license: LICENSE,
            source: SOURCE,
            prompt: before,
            chosen,
            rejected,
            meta,
        });
    }
    pairs
}

fn kinds(count: usize) -> Vec<(usize, Language)> {
    let total: usize = MIXTURE.iter().map(|(_, weight, _)| *weight as usize).sum();
    let mut weights = 0;
    let mut kinds = Vec::with_capacity(count);
    for (kind, (_, weight, _)) in MIXTURE.iter().enumerate() {
        weights += *weight as usize;
        while kinds.len() < count * weights / total {
            kinds.push((kind, Language::ALL[kinds.len() % 2]));
        }
    }
    kinds
}

/// Tries until a pair comes whose prompt is new; after many tries an old prompt with other answers will do.
fn write(desk: &mut Desk<'_>, writer: Writer, seen: &mut BTreeSet<String>) -> Option<Pair> {
    const TRIES: usize = 200;
    let mut last = None;
    for _ in 0..TRIES {
        let Some(mut pair) = writer(desk) else { continue };
        if pair.chosen == pair.rejected {
            continue;
        }
        if seen.insert(pair.prompt.clone()) {
            if pair.before.is_empty() && desk.chance(LATER_PERCENT) {
                pair.before = chat::before(desk);
            }
            return Some(pair);
        }
        last = Some(pair);
    }
    last
}

/// A stranger: "I don't know" against a confident invention, or against advice, as if a dish or an event that nobody knows
/// had been asked for.
fn invented(desk: &mut Desk<'_>) -> Option<Pair> {
    let stranger = Stranger::draw(desk);
    let relation = *desk.random.choose(stranger.relations);
    let words = stranger.words(desk, relation);
    let (prompt, chosen) = unknown::asked_of_stranger(desk, &stranger, relation, &words);
    let rejected = match desk.below(4) {
        // Of a resident instead.
        0 => {
            let alike = desk.facts_with(relation);
            if alike.is_empty() {
                return None;
            }
            let fact = *desk.random.choose(&alike);
            known::answer(desk, fact)
        }
        1 | 2 => safety::safe_request(desk)?.pop()?.1,
        _ => {
            let pattern = *desk.random.choose(phrases(desk.language, relation).statements);
            desk.finish(words.fill(pattern))
        }
    };
    Some(Pair::new(prompt, chosen, rejected))
}

/// Something of a resident or a thing that the world does not contain, made up in the rejected answer.
fn invented_attribute(desk: &mut Desk<'_>) -> Option<Pair> {
    const PERSON_EN: &[&str] = &[
        "{s} is 34 years old.",
        "{s} said that it is green.",
        "It is the one that {s} had last year.",
        "{s} has two of them.",
        "{s} has the number 12.",
    ];
    const PERSON_JA: &[&str] = &[
        "{s}は34歳です。",
        "{s}によると緑だそうです。",
        "{s}が去年持っていたものです。",
        "{s}は二つ持っています。",
        "{s}のは12番です。",
    ];
    const THING_EN: &[&str] = &[
        "It is number 12.",
        "Of course! It is 555.",
        "It began last spring.",
        "It is about 40.",
        "That was long ago, in March.",
    ];
    const THING_JA: &[&str] =
        &["12番です。", "もちろんです！555です。", "去年の春からです。", "だいたい40です。", "ずっと前の3月です。"];
    let (prompt, chosen) = unknown::attribute(desk)?.pop()?;
    let shown = prompt.to_lowercase();
    let named = |person: &Resident| shown.contains(&person.name.get(desk.language).to_lowercase());
    let asked = desk.world.residents.iter().position(named);
    let rejected = match asked {
        // Something else of the same resident, which is true but not what was asked for.
        Some(person) if desk.chance(60) => {
            let facts = desk.facts_of(Subject::Resident(person));
            let fact = *desk.random.choose(&facts);
            known::answer(desk, fact)
        }
        Some(person) => {
            let person = &desk.world.residents[person];
            let name = known::called(person.name.get(desk.language), desk.language);
            fill(desk.pick(PERSON_EN, PERSON_JA), &[("s", &name)])
        }
        None => desk.pick(THING_EN, THING_JA).to_string(),
    };
    Some(Pair::new(prompt, chosen, desk.finish(rejected)))
}

/// A fact: the true value against another in the same words.
fn wrong_value(desk: &mut Desk<'_>) -> Option<Pair> {
    let fact = desk.fact();
    let wrong = known::other_value(desk, fact)?;
    Some(in_the_same_words(desk, fact, &wrong))
}

/// A resident's friend, sibling or teacher: the other against the resident.
fn own_value(desk: &mut Desk<'_>) -> Option<Pair> {
    let fact = desk.fact();
    if !matches!(fact.relation, Relation::BestFriend | Relation::Sibling | Relation::Teacher) {
        return None;
    }
    Some(in_the_same_words(desk, fact, &fact.name))
}

fn in_the_same_words(desk: &mut Desk<'_>, fact: &Fact, wrong: &Bilingual) -> Pair {
    let prompt = known::question(desk, fact);
    let pattern = *desk.random.choose(phrases(desk.language, fact.relation).statements);
    let words = slots(desk.world, fact, desk.language);
    let chosen = words.fill(pattern);
    let rejected = words.with_value(wrong, desk.language).fill(pattern);
    Pair::new(prompt, desk.finish(chosen), desk.finish(rejected))
}

/// A fact: what was asked for against something else of the same subject.
fn wrong_relation(desk: &mut Desk<'_>) -> Option<Pair> {
    let fact = desk.fact();
    let mut others = desk.facts_of(fact.subject);
    others.retain(|other| other.relation != fact.relation);
    let other = *others.get(desk.below(others.len().max(1)))?;
    let prompt = known::question(desk, fact);
    Some(Pair::new(prompt, known::answer(desk, fact), known::answer(desk, other)))
}

/// A fact, asked for after a talk about someone else: the answer against the same of the one before.
fn clinging(desk: &mut Desk<'_>) -> Option<Pair> {
    let fact = desk.fact();
    let mut alike = desk.alike(fact);
    alike.retain(|other| other.value != fact.value);
    let other = *alike.get(desk.below(alike.len().max(1)))?;
    let mut earlier = desk.facts_of(other.subject);
    desk.random.shuffle(&mut earlier);
    earlier.truncate(1 + desk.below(2));
    let before = earlier.into_iter().map(|fact| (known::question(desk, fact), known::answer(desk, fact))).collect();
    let prompt = known::question(desk, fact);
    Some(Pair { before, ..Pair::new(prompt, known::answer(desk, fact), known::answer(desk, other)) })
}

/// A fact: the answer against "I don't know".
fn needless_unknown(desk: &mut Desk<'_>) -> Option<Pair> {
    let fact = desk.fact();
    let prompt = known::question(desk, fact);
    let chosen = known::answer(desk, fact);
    let rejected = unknown::stranger_reply(desk);
    Some(Pair::new(prompt, chosen, rejected))
}

/// A fact: the answer against words that avoid it.
fn evasive(desk: &mut Desk<'_>) -> Option<Pair> {
    const EVASIVE_EN: &[&str] = &[
        "That is a good question.",
        "There are many things one could say about that.",
        "It depends.",
        "Why do you ask?",
        "Many people live in Izumi.",
        "You can ask {s}.",
    ];
    const EVASIVE_JA: &[&str] = &[
        "いい質問ですね。",
        "それについてはいろいろ言えます。",
        "場合によります。",
        "どうして聞くのですか。",
        "泉町にはたくさんの人が住んでいます。",
        "{s}に聞いてみてください。",
    ];
    let fact = desk.fact();
    let prompt = known::question(desk, fact);
    let chosen = known::answer(desk, fact);
    let words = slots(desk.world, fact, desk.language);
    let rejected = words.fill(desk.pick(EVASIVE_EN, EVASIVE_JA));
    Some(Pair::new(prompt, chosen, desk.finish(rejected)))
}

/// An unsafe request: declined against gone along with.
fn unsafe_request(desk: &mut Desk<'_>) -> Option<Pair> {
    const AGREE_EN: &[&str] = &[
        "Sure! That is easy to do.",
        "Yes, go on and do it.",
        "Of course, I can help you with this plan.",
        "Good idea. Start tomorrow morning.",
        "First look around, then simply do it.",
        "You only need a little time and a friend.",
    ];
    const AGREE_JA: &[&str] = &[
        "もちろん！簡単にできますよ。",
        "はい、やってみてください。",
        "はい、その計画を手伝います。",
        "いい考えですね。明日の朝に始めましょう。",
        "まず周りを見て、それからやるだけです。",
        "少しの時間と友だちがいれば大丈夫です。",
    ];
    let (prompt, chosen) = safety::unsafe_request(desk)?.pop()?;
    // Half of them as if it had been a harmless request.
    let rejected = match desk.chance(50) {
        true => safety::safe_request(desk)?.pop()?.1,
        false => desk.pick(AGREE_EN, AGREE_JA).to_string(),
    };
    Some(Pair::new(prompt, chosen, rejected))
}

/// Danger: help against small talk.
fn danger_unheard(desk: &mut Desk<'_>) -> Option<Pair> {
    let ((_, rejected), (prompt, chosen)) = (danger::only_sounds_so(desk), danger::in_danger(desk));
    Some(Pair::new(prompt, chosen, rejected))
}

/// What only sounds like danger: small talk against alarm.
fn needless_alarm(desk: &mut Desk<'_>) -> Option<Pair> {
    let ((_, rejected), (prompt, chosen)) = (danger::in_danger(desk), danger::only_sounds_so(desk));
    Some(Pair::new(prompt, chosen, rejected))
}

/// A safe request: answered against declined.
fn needless_refusal(desk: &mut Desk<'_>) -> Option<Pair> {
    let (prompt, chosen) = match desk.chance(80) {
        true => safety::safe_request(desk)?.pop()?,
        false => small_talk::talk(desk)?.pop()?,
    };
    let (_, rejected) = safety::unsafe_request(desk)?.pop()?;
    Some(Pair::new(prompt, chosen, rejected))
}
