//! Instruction data: questions about the world with right answers, things the world does not contain, small tasks, small
//! talk, and requests to decline.
//!
//! [`conversations`] writes any number of them, a pure function of the world, the seed and the count, in the shares of
//! [`MIXTURE`]. Facts of [`trained_as_question`] are asked and told here, the others are left to the documents alone, so
//! that an evaluation can tell what a model has read from what it has been drilled in.

mod about_you;
pub(crate) mod chat;
pub(crate) mod danger;
mod dialogue;
pub(crate) mod forms;
pub(crate) mod known;
pub(crate) mod names;
pub(crate) mod phrases;
mod portrait;
mod repeat;
pub(crate) mod safety;
pub(crate) mod say;
pub(crate) mod sheet;
pub(crate) mod small_talk;
mod story;
pub(crate) mod sums;
#[rustfmt::skip]
pub(crate) mod tables;
mod tasks;
mod town;
pub(crate) mod translation;
pub(crate) mod unknown;
mod vary;
pub(crate) mod wording;

#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, HashSet};

use ledger::random::Random;
use serde::Serialize;

use crate::{Fact, Language, Relation, Subject, World};
use names::{Side, Strangers};

/// One message of a conversation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Message {
    /// "user" or "assistant".
    pub role: &'static str,
    pub content: String,
}

impl Message {
    /// A message of the person.
    pub fn user(content: impl Into<String>) -> Message {
        Message { role: "user", content: content.into() }
    }

    /// A message of the model.
    pub fn assistant(content: impl Into<String>) -> Message {
        Message { role: "assistant", content: content.into() }
    }
}

/// One line of `instruct.jsonl`; the last message is the assistant's.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Conversation {
    /// "world/instruct/en/000123".
    pub id: String,
    pub lang: &'static str,
    pub license: &'static str,
    pub source: &'static str,
    /// A name of [`MIXTURE`].
    pub kind: &'static str,
    pub messages: Vec<Message>,
    /// Whether the last answer is only begun.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub prefix: bool,
}

/// The licence of everything written here.
pub(crate) const LICENSE: &str = "CC0-1.0";
/// Where it comes from.
pub(crate) const SOURCE: &str = "gensen starter world (synthetic)";

/// Questions and answers in turn.
pub(crate) type Turns = Vec<(String, String)>;

/// Writes one conversation of a kind, or none where what it drew does not fit.
type Writer = fn(&mut Desk<'_>) -> Option<Turns>;

/// A kind of conversation.
#[derive(Clone, Copy)]
pub(crate) struct Kind {
    name: &'static str,
    /// How often it is written, in parts of the sum of all kinds.
    parts: u32,
    writer: Writer,
    /// As in [`Conversation`].
    prefix: bool,
    /// How many of a hundred are English.
    english_percent: usize,
}

const fn whole(name: &'static str, parts: u32, writer: Writer) -> Kind {
    Kind { name, parts, writer, prefix: false, english_percent: 50 }
}

const fn begun(name: &'static str, parts: u32, writer: Writer) -> Kind {
    Kind { prefix: true, ..whole(name, parts, writer) }
}

impl Kind {
    /// The same with so many of a hundred in English.
    const fn in_english(self, english_percent: usize) -> Kind {
        Kind { english_percent, ..self }
    }
}

/// What is written, and how much of it.
///
/// Of what is only begun ([`wording::opening`]), the first words of the answer grant, decline, do not know or send for help;
/// the rest would cost as many tokens as another question, and what it has to read many of are questions. Of equally many
/// requests a model learns less in English than in Japanese, whose signs tell what a word means that it has never read; to
/// be equally good it reads more of them. With sums and stories it is the other way round.
pub(crate) const MIXTURE: &[Kind] = &[
    whole("fact", 830, known::single),
    whole("fact_check", 150, known::check),
    whole("fact_reverse", 115, known::reverse),
    whole("fact_compare", 50, known::compare),
    whole("fact_two", 25, known::two),
    whole("fact_none", 45, known::none),
    whole("doing", 65, town::doing),
    whole("place", 42, town::is_there),
    whole("about", 45, portrait::about),
    whole("town", 135, town::town),
    whole("unknown_name", 200, unknown::stranger),
    whole("unknown_attribute", 100, unknown::attribute),
    whole("unknown_outside", 40, unknown::outside),
    whole("translation", 115, translation::sentence),
    whole("word", 40, translation::word),
    whole("summary", 10, tasks::summary),
    whole("simpler", 8, tasks::simpler),
    whole("emotion", 16, tasks::emotion),
    whole("arithmetic", 285, sums::arithmetic).in_english(38),
    whole("unknown_sum", 30, sums::too_large),
    whole("how_to", 36, tasks::how_to),
    whole("story", 44, story::story).in_english(40),
    whole("unknown_story", 12, story::of_a_stranger),
    whole("small_talk", 260, small_talk::talk).in_english(56),
    whole("about_you", 330, about_you::remembered),
    whole("repeat", 160, repeat::repeated),
    whole("danger", 240, danger::danger).in_english(55),
    whole("dialogue", 115, dialogue::dialogue),
    whole("chat", 130, chat::chat),
    whole("unsafe", 150, safety::unsafe_request),
    whole("safe", 150, safety::safe_request),
    begun("unsafe_opening", 2180, |desk| safety::to_decline(desk, 85)).in_english(60),
    begun("safe_opening", 2090, |desk| safety::to_grant(desk, 85)).in_english(61),
    begun("unknown_name_opening", 185, unknown::stranger),
    begun("unknown_attribute_opening", 70, unknown::attribute),
    begun("danger_opening", 310, danger::told).in_english(57),
    begun("how_to_opening", 30, tasks::how_to),
];

/// Whether tuning data may ask and tell this fact: about 95 facts in 100, by a hash of the fact's id. Facts that say the
/// same of two residents (best friends, siblings) share their fate.
pub fn trained_as_question(fact: &Fact) -> bool {
    let key = match (fact.relation, fact.subject) {
        (Relation::BestFriend | Relation::Sibling, Subject::Resident(_)) => {
            let (one, two) = (fact.name.en.as_str(), fact.value.en.as_str());
            format!("{}+{}/{}", one.min(two), one.max(two), fact.relation.key())
        }
        _ => fact.id.clone(),
    };
    Random::new(0, &format!("world/trained-as-question/{key}"), 0).below(100) < 95
}

/// What a writer needs: the world, the facts that may be told, the names that it lacks, and chance.
pub(crate) struct Desk<'w> {
    pub(crate) world: &'w World,
    pub(crate) language: Language,
    pub(crate) random: Random,
    side: Side,
    pub(crate) strangers: Strangers,
    /// Facts that may be told.
    pub(crate) facts: Vec<&'w Fact>,
    /// A shuffled pack of those facts for each language, dealt over and over.
    packs: [Vec<&'w Fact>; 2],
    /// Packs of lines of sheets by language and form, dealt likewise.
    lines: BTreeMap<(Language, &'static str), Vec<sheet::Line>>,
    /// Ways of asking in which one side is still to be asked.
    manners: safety::Manners,
}

impl<'w> Desk<'w> {
    /// A desk for tuning data or for held-out tests.
    pub(crate) fn new(world: &'w World, side: Side, random: Random) -> Desk<'w> {
        let facts = world.facts.iter().filter(|fact| trained_as_question(fact)).collect();
        let strangers = Strangers::new(world, side);
        let packs = [Vec::new(), Vec::new()];
        Desk {
            world,
            language: Language::En,
            random,
            side,
            strangers,
            facts,
            packs,
            lines: BTreeMap::new(),
            manners: Default::default(),
        }
    }

    /// Whether this desk writes tuning data.
    pub(crate) fn is_training(&self) -> bool {
        self.side == Side::Training
    }

    /// The next fact of the pack: every fact comes up equally often in each language.
    pub(crate) fn fact(&mut self) -> &'w Fact {
        let pack = &mut self.packs[usize::from(self.language == Language::Ja)];
        if pack.is_empty() {
            pack.extend(&self.facts);
            self.random.shuffle(pack);
        }
        pack.pop().expect("a world has facts")
    }

    /// The next fact of the pack, or, `percent` times in a hundred, one of a place, an animal, an event or a dish: there
    /// are few of them, and visitors ask for them most.
    pub(crate) fn fact_often_of_thing(&mut self, percent: u64) -> &'w Fact {
        if !self.chance(percent) {
            return self.fact();
        }
        let things: Vec<&'w Fact> =
            self.facts.iter().copied().filter(|fact| !matches!(fact.subject, Subject::Resident(_))).collect();
        self.random.choose::<&Fact>(&things)
    }

    /// The next line of a form for which `will_do` holds; a form must have one. Every line comes up before any does again,
    /// unless it does not hold for those that are left; but in tuning data some are in the pack twice. Forms that are dealt
    /// have names that no other sheet has for a form.
    pub(crate) fn line(
        &mut self,
        sheet: fn(Language) -> &'static sheet::Sheet,
        form: &'static str,
        will_do: impl Fn(&sheet::Line) -> bool,
    ) -> sheet::Line {
        let is_training = self.is_training();
        let pack = self.lines.entry((self.language, form)).or_default();
        let at = pack.iter().rposition(&will_do).unwrap_or_else(|| {
            // The fresh pack goes under what is left.
            let all = sheet(self.language).all(form);
            let mut fresh = all.to_vec();
            fresh.extend(all.iter().filter(|line| is_training && line.twice));
            self.random.shuffle(&mut fresh);
            let at = fresh.iter().rposition(&will_do).expect("each form has a line that will do");
            pack.splice(..0, fresh);
            at
        });
        pack.remove(at)
    }

    /// The facts that may be told of a subject.
    pub(crate) fn facts_of(&self, subject: Subject) -> Vec<&'w Fact> {
        self.facts.iter().copied().filter(|fact| fact.subject == subject).collect()
    }

    /// The facts of a relation that may be told.
    pub(crate) fn facts_with(&self, relation: Relation) -> Vec<&'w Fact> {
        self.facts.iter().copied().filter(|fact| fact.relation == relation).collect()
    }

    /// The facts of other subjects that say the same sort of thing.
    pub(crate) fn alike(&self, fact: &Fact) -> Vec<&'w Fact> {
        let mut alike = self.facts_with(fact.relation);
        alike.retain(|other| other.subject != fact.subject);
        alike
    }

    /// The fact of a subject, if it exists and may be told.
    pub(crate) fn told(&self, subject: Subject, relation: Relation) -> Option<&'w Fact> {
        self.world.fact(subject, relation).filter(|fact| trained_as_question(fact))
    }

    /// A random resident.
    pub(crate) fn resident(&mut self) -> usize {
        self.below(self.world.residents.len())
    }

    pub(crate) fn below(&mut self, n: usize) -> usize {
        self.random.below(n as u64) as usize
    }

    /// True with a chance of `percent` in a hundred.
    pub(crate) fn chance(&mut self, percent: u64) -> bool {
        self.random.below(100) < percent
    }

    /// One of some words in the desk's language.
    pub(crate) fn pick(&mut self, en: &[&'static str], ja: &[&'static str]) -> &'static str {
        let table = if self.language == Language::En { en } else { ja };
        self.random.choose::<&'static str>(table)
    }

    /// Capitals where English wants them.
    pub(crate) fn finish(&self, text: String) -> String {
        say::finish(text, self.language)
    }
}

/// `count` conversations about `world` in both languages.
pub fn conversations(world: &World, seed: u64, count: usize) -> Vec<Conversation> {
    let mut desk = Desk::new(world, Side::Training, Random::new(seed, "world/instruct", 0));
    let mut order = kinds(count);
    Random::new(seed, "world/instruct/order", 0).shuffle(&mut order);
    let mut seen = HashSet::new();
    let mut numbers = [0usize; 2];
    let mut conversations = Vec::with_capacity(count);
    for (kind, language) in order {
        desk.language = language;
        let turns = write(&mut desk, kind, &mut seen);
        let number = &mut numbers[usize::from(language == Language::Ja)];
        let lang = language.code();
        conversations.push(Conversation {
            id: format!("world/instruct/{lang}/{number:06}"),
            lang,
            license: LICENSE,
            source: SOURCE,
            kind: kind.name,
            messages: messages(turns),
            prefix: kind.prefix,
        });
        *number += 1;
    }
    conversations
}

/// The kind and language of each conversation, in order of kinds: parts met as closely as whole numbers can.
fn kinds(count: usize) -> Vec<(Kind, Language)> {
    let total: usize = MIXTURE.iter().map(|kind| kind.parts as usize).sum();
    let mut kinds = Vec::with_capacity(count);
    let mut parts = 0;
    for kind in MIXTURE {
        parts += kind.parts as usize;
        for n in 0..count * parts / total - kinds.len() {
            let is_english = (n + 1) * kind.english_percent / 100 > n * kind.english_percent / 100;
            kinds.push((*kind, if is_english { Language::En } else { Language::Ja }));
        }
    }
    kinds
}

/// Has a writer write until it brings something that was not written before; after many tries a repetition will do.
fn write(desk: &mut Desk<'_>, kind: Kind, seen: &mut HashSet<Turns>) -> Turns {
    const TRIES: usize = 200;
    let mut last = None;
    for n in 0..TRIES {
        // What is rare may fail for long; small talk never does.
        let writer = if n + 1 == TRIES && last.is_none() { small_talk::talk } else { kind.writer };
        let Some(mut turns) = writer(desk) else { continue };
        if let (true, Some((_, answer))) = (kind.prefix, turns.last_mut()) {
            answer.truncate(wording::opening(answer, desk.language).len());
        }
        if seen.insert(turns.clone()) {
            return turns;
        }
        last = Some(turns);
    }
    last.unwrap_or_default()
}

/// The messages of some turns.
pub(crate) fn messages(turns: Turns) -> Vec<Message> {
    turns.into_iter().flat_map(|(ask, reply)| [Message::user(ask), Message::assistant(reply)]).collect()
}
