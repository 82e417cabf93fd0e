//! Questions about what the world contains.

use super::phrases::{phrases, training_question};
use super::say::{self, Slots, slots};
use super::tables::questions::*;
use super::unknown::attribute_reply;
use super::vary::typed;
use super::{Desk, Turns, town, trained_as_question};
use crate::lexicon::PlaceKind;
use crate::{Bilingual, Fact, Language, Relation, Subject};

/// A question about one fact.
pub(super) fn single(desk: &mut Desk<'_>) -> Option<Turns> {
    let fact = desk.fact();
    Some(vec![(question(desk, fact), answer(desk, fact))])
}

/// A question about a fact in one of the training patterns.
pub(crate) fn question(desk: &mut Desk<'_>, fact: &Fact) -> String {
    let pattern = training_question(&mut desk.random, desk.language, fact.relation);
    let asked = asked_slots(desk, fact).fill(&pattern);
    typed(desk, asked)
}

/// The answer to it.
pub(crate) fn answer(desk: &mut Desk<'_>, fact: &Fact) -> String {
    let text = say::statement(desk.world, fact, desk.language, &mut desk.random);
    desk.finish(text)
}

/// Slots for a question: people are called by their given name, with or without さん, or by their full name; places by
/// their name or by what they are.
pub(crate) fn asked_slots(desk: &mut Desk<'_>, fact: &Fact) -> Slots {
    let mut slots = slots(desk.world, fact, desk.language);
    if let Subject::Resident(_) = fact.subject {
        let family = desk.told(fact.subject, Relation::FamilyName).filter(|_| fact.relation != Relation::FamilyName);
        let given = slots.get("g").to_string();
        let called = match (desk.below(10), desk.language, family) {
            (0, Language::En, Some(family)) => format!("{given} {}", family.value.en),
            (0, Language::Ja, Some(family)) => format!("{}{given}さん", family.value.ja),
            (1 | 2, Language::Ja, _) => given,
            _ => slots.get("s").to_string(),
        };
        slots.set("s", called);
    }
    if let Some(kind) = short_name(desk, &fact.name) {
        slots.set("s", kind);
    }
    asked_pet(desk, slots, fact.relation)
}

/// At times, in tuning data: "the market" for the place of that name, where the town has no other.
fn short_name(desk: &mut Desk<'_>, name: &Bilingual) -> Option<String> {
    let place = desk.world.places.iter().find(|place| place.name == *name)?;
    let alike = desk.world.places.iter().filter(|other| other.kind.key == place.kind.key);
    (desk.is_training() && alike.count() == 1 && desk.chance(35)).then(|| the(place.kind, desk.language))
}

/// "the market", 「市場」.
fn the(kind: &PlaceKind, language: Language) -> String {
    match language {
        Language::En => format!("the {}", kind.en),
        Language::Ja => kind.ja.to_string(),
    }
}

/// Slots for a question: where a pet's name is asked for, its kind is mostly left open.
pub(super) fn asked_pet(desk: &mut Desk<'_>, slots: Slots, relation: Relation) -> Slots {
    match relation == Relation::PetName && desk.chance(60) {
        true => slots.with_any_pet(desk.language),
        false => slots,
    }
}

/// A yes-no question. The answer tells the fact and leaves yes and no to the reader: a model of this size says what it
/// knows, but does not learn to compare that with what was asked, neither before it has written the fact nor after it.
pub(super) fn check(desk: &mut Desk<'_>) -> Option<Turns> {
    let fact = desk.fact();
    let value = supposed_value(desk, fact)?;
    let words = asked_slots(desk, fact).with_value(&value, desk.language);
    let wordings = phrases(desk.language, fact.relation);
    let asked = match desk.chance(35) {
        true => {
            let statement = claim(desk, &words, fact.relation);
            say::fill(desk.pick(CHECK_FRAMES_EN, CHECK_FRAMES_JA), &[("x", &statement)])
        }
        false => words.fill(desk.random.choose::<&str>(wordings.checks)),
    };
    let asked = typed(desk, asked);
    Some(vec![(asked, answer(desk, fact))])
}

/// A yes-no question of which the subject is a pronoun, or in Japanese left out: "Is she a baker?"
pub(super) fn check_by_pronoun(desk: &mut Desk<'_>, fact: &Fact) -> Option<(String, String)> {
    let value = supposed_value(desk, fact)?;
    let mut words = slots(desk.world, fact, desk.language).with_value(&value, desk.language);
    let pattern = *desk.random.choose::<&str>(phrases(desk.language, fact.relation).checks);
    let asked = match desk.language {
        // Only where the name is the subject of the sentence, once: "Does {s} live in the {v}?"
        Language::En => {
            let starts = ["Is {s} ", "Does {s} ", "Was {s} ", "Can {s} ", "{is} {s} ", "Is {s}'s ", "Has {s} "];
            let fits = starts.iter().any(|start| pattern.starts_with(start)) && pattern.matches("{s}").count() == 1;
            if !fits {
                return None;
            }
            words.set("s", words.get("he").to_string());
            pattern.replace("{s}'s", "{his}")
        }
        Language::Ja => {
            let rest = ["{s}は", "{s}の", "{s}って", "{s}には", "{s}が"]
                .iter()
                .find_map(|start| pattern.strip_prefix(start))?;
            rest.to_string()
        }
    };
    Some((desk.finish(words.fill(&asked)), answer(desk, fact)))
}

/// A statement without its end mark, for frames around it: "Kenta is a baker".
pub(crate) fn claim(desk: &mut Desk<'_>, words: &Slots, relation: Relation) -> String {
    let statement = words.fill(desk.random.choose::<&str>(phrases(desk.language, relation).statements));
    mid_sentence(statement.trim_end_matches(['.', '。']))
}

/// A statement of a fact as it goes on after other words.
pub(super) fn within_sentence(desk: &mut Desk<'_>, fact: &Fact) -> String {
    mid_sentence(&say::statement(desk.world, fact, desk.language, &mut desk.random))
}

/// A statement without the capital of its first word, unless a name begins it.
pub(super) fn mid_sentence(statement: &str) -> String {
    match ["You can ", "You find ", "The highlight ", "The main ", "The name ", "People come "]
        .iter()
        .find(|start| statement.starts_with(**start))
    {
        Some(start) => format!("{}{}", start.to_lowercase(), &statement[start.len()..]),
        None => statement.to_string(),
    }
}

/// What a yes-no question supposes: half the time what is so.
fn supposed_value(desk: &mut Desk<'_>, fact: &Fact) -> Option<Bilingual> {
    if desk.chance(50) { Some(fact.value.clone()) } else { other_value(desk, fact) }
}

/// A value that the relation takes for another subject.
pub(crate) fn other_value(desk: &mut Desk<'_>, fact: &Fact) -> Option<Bilingual> {
    let mut values = desk.world.values(fact.relation);
    values.retain(|value| **value != fact.value && **value != fact.name);
    (!values.is_empty()).then(|| (*desk.random.choose(&values)).clone())
}

/// Who is the baker?
pub(super) fn reverse(desk: &mut Desk<'_>) -> Option<Turns> {
    Some(vec![reversed(desk)?.1])
}

/// The same with the facts of those who are named.
pub(super) fn reversed<'w>(desk: &mut Desk<'w>) -> Option<(Vec<&'w Fact>, (String, String))> {
    let any = desk.random.choose(REVERSE);
    // "Is there a doctor in town?" is what people ask most.
    let table = if desk.chance(20) { reverse_of(Relation::Job) } else { any };
    let values = desk.world.values(table.relation);
    let value = *desk.random.choose(&values);
    let (told, reply) = who_has(desk, table, value)?;
    let mut words = slots(desk.world, told[0], desk.language);
    if let Some(kind) = short_name(desk, value) {
        words.set("v", kind);
    }
    let mut patterns = if desk.language == Language::En { table.en.to_vec() } else { table.ja.to_vec() };
    if let Some(called) = also_called(desk, table.relation, value) {
        words = words.with_value(&called, desk.language);
        // Not "keeper at the zoos".
        patterns.retain(|pattern| !pattern.contains("{v}s"));
    }
    let asked = words.fill(desk.random.choose::<&str>(&patterns));
    let asked = typed(desk, asked);
    Some((told, (asked, reply)))
}

/// The reversed questions of a relation that has some.
fn reverse_of(relation: Relation) -> &'static Reverse {
    REVERSE.iter().find(|table| table.relation == relation).expect("the relation can be asked about in reverse")
}

/// At times, in tuning data: 「先生」 for the job.
fn also_called(desk: &mut Desk<'_>, relation: Relation, value: &Bilingual) -> Option<Bilingual> {
    if relation != Relation::Job || !desk.is_training() || desk.chance(60) {
        return None;
    }
    let names: Vec<_> = ALSO_CALLED.iter().filter(|(job, _)| *job == value.en).collect();
    (!names.is_empty()).then(|| desk.random.choose(&names).1.into())
}

/// Of whom the value is true, at least one, and the answer that names them.
fn who_has<'w>(desk: &Desk<'w>, table: &Reverse, value: &Bilingual) -> Option<(Vec<&'w Fact>, String)> {
    const NAMED_MAX: usize = 3;
    let world = desk.world;
    let all = world.facts.iter().filter(|fact| fact.relation == table.relation && fact.value == *value);
    let (mut told, hidden): (Vec<&Fact>, Vec<&Fact>) = all.partition(|fact| trained_as_question(fact));
    // One name alone would be taken for the only one.
    if !hidden.is_empty() && told.len() < 2 {
        return None;
    }
    let many = told.len() > NAMED_MAX || !hidden.is_empty();
    told.truncate(NAMED_MAX);
    let subject = |fact: &&Fact| match fact.subject {
        // Whoever asks which animals there are wants to know what they are.
        Subject::Animal(index) if table.relation == Relation::Home => town::animal(desk, index),
        _ => slots(world, fact, desk.language).get("s").to_string(),
    };
    let subjects: Vec<String> = told.iter().map(subject).collect();
    let mut words = slots(world, told.first()?, desk.language);
    words.set("s", list(&subjects, desk.language));
    let reply = match (desk.language, many) {
        (Language::En, true) => format!("For example, {}", mid_sentence(&words.fill(table.en_answers[1]))),
        (Language::En, false) => words.fill(table.en_answers[usize::from(told.len() > 1)]),
        (Language::Ja, true) => format!("たとえば、{}", words.fill(table.ja_answer)),
        (Language::Ja, false) => words.fill(table.ja_answer),
    };
    Some((told, desk.finish(reply)))
}

/// "Who works there?", after a place was spoken of; where nobody is known to, one does not know.
pub(super) fn there(desk: &mut Desk<'_>, place: &Bilingual) -> Option<(String, String)> {
    if desk.chance(35) {
        return town::done_there(desk, place);
    }
    let there = desk.random.choose(THERE);
    let asked = desk.pick(there.en, there.ja).to_string();
    let is_so = desk.world.facts.iter().any(|fact| fact.relation == there.relation && fact.value == *place);
    let reply = match is_so {
        true => who_has(desk, reverse_of(there.relation), place)?.1,
        // Of most places nobody says so: else there would be little other than that to learn here.
        false if desk.chance(25) => attribute_reply(desk, place.get(desk.language)),
        false => return None,
    };
    Some((asked, reply))
}

/// "Is it far from the zoo?", of a place that was spoken of last: where both are.
pub(super) fn near(desk: &mut Desk<'_>, place: Subject) -> Option<(String, String)> {
    let here = desk.told(place, Relation::District)?;
    let mut others = desk.facts_with(Relation::District);
    others.retain(|fact| fact.subject != place);
    if others.is_empty() {
        return None;
    }
    let there = *desk.random.choose(&others);
    let mut asked = asked_slots(desk, there);
    asked.set("t", asked.get("s").to_string());
    let mut words = slots(desk.world, here, desk.language);
    let second = slots(desk.world, there, desk.language);
    words.set("t", second.get("s").to_string());
    words.set("u", second.get("v").to_string());
    let question = desk.pick(NEAR_EN, NEAR_JA);
    let table = COMPARE.iter().find(|table| table.relation == Relation::District)?;
    let both = words.fill(if desk.language == Language::En { table.en_answer } else { table.ja_answer });
    Some((desk.finish(asked.fill(question)), desk.finish(both)))
}

/// Items from a random one on, as if they stood in a circle, so that each tells which one is next. A small model that has
/// to choose names the same one twice.
pub(super) fn in_circle<T>(desk: &mut Desk<'_>, mut items: Vec<T>) -> Vec<T> {
    let first = desk.below(items.len().max(1));
    items.rotate_left(first);
    items
}

/// The first `count` of them.
pub(super) fn some(desk: &mut Desk<'_>, items: Vec<String>, count: usize) -> Vec<String> {
    let mut items = in_circle(desk, items);
    items.truncate(count);
    items
}

/// "a, b and c", 「aとbとc」.
pub(super) fn list(items: &[String], language: Language) -> String {
    match (language, items) {
        (Language::Ja, items) => items.join("と"),
        (_, [others @ .., last]) if !others.is_empty() => {
            format!("{} and {last}", others.join(", "))
        }
        (_, items) => items.concat(),
    }
}

/// Do two residents have the same?
pub(super) fn compare(desk: &mut Desk<'_>) -> Option<Turns> {
    let table = desk.random.choose(COMPARE);
    let candidates = desk.facts_with(table.relation);
    let one = *desk.random.choose(&candidates);
    let same_wanted = desk.chance(40);
    let others: Vec<&Fact> = candidates
        .into_iter()
        .filter(|other| other.subject != one.subject && (other.value == one.value) == same_wanted)
        .collect();
    if others.is_empty() {
        return None;
    }
    let two = *desk.random.choose(&others);
    let mut words = slots(desk.world, one, desk.language);
    let second = slots(desk.world, two, desk.language);
    for (mine, theirs) in [("t", "s"), ("u", "v"), ("b", "a")] {
        words.set(mine, second.get(theirs).to_string());
    }
    let pattern = desk.pick(table.en, table.ja);
    let asked = typed(desk, words.fill(pattern));
    let both = words.fill(if desk.language == Language::En { table.en_answer } else { table.ja_answer });
    Some(vec![(asked, desk.finish(both))])
}

/// Two things about one subject in one question.
pub(super) fn two(desk: &mut Desk<'_>) -> Option<Turns> {
    // "Her cat's name" would tell what her pet is.
    let sort = |fact: &Fact| if fact.relation == Relation::PetName { Relation::PetSpecies } else { fact.relation };
    let first = desk.fact();
    let mut others = desk.facts_of(first.subject);
    others.retain(|fact| sort(fact) != sort(first));
    if others.is_empty() {
        return None;
    }
    let second = *desk.random.choose(&others);
    let words = slots(desk.world, first, desk.language);
    let more = slots(desk.world, second, desk.language);
    let noun = |words: &Slots, fact: &Fact| words.fill(phrases(desk.language, fact.relation).noun);
    let (one, subject) = (noun(&words, first), words.get("s").to_string());
    let own = match desk.language {
        Language::En => noun(&more, second).replace(&format!("{subject}'s"), more.get("his")),
        Language::Ja => noun(&more, second).replace(&format!("{subject}の"), ""),
    };
    let pattern = match desk.chance(25) && [first, second].iter().all(|fact| is_a_what(fact, desk.language)) {
        true => desk.pick(&["What are {one} and {own}?"], &["{one}と{own}は何ですか？"]),
        false => desk.pick(
            &["Tell me {one} and {own}.", "I'd like to know {one} and {own}.", "Do you know {one} and {own}?"],
            &["{one}と{own}を教えてください。", "{one}と{own}を知りたいです。", "{one}と{own}は？"],
        ),
    };
    let asked = typed(desk, say::fill(pattern, &[("one", &one), ("own", &own)]));
    let reply = joined(desk, first, second);
    Some(vec![(asked, reply)])
}

/// Whether one asks for the value of a fact with "what" rather than "who" or "where".
fn is_a_what(fact: &Fact, language: Language) -> bool {
    ["what", "何"].contains(&phrases(language, fact.relation).wh)
}

/// Two facts about one subject in one sentence.
pub(super) fn joined(desk: &mut Desk<'_>, first: &Fact, second: &Fact) -> String {
    let subject = slots(desk.world, first, desk.language).get("s").to_string();
    let start = say::predicate(desk.world, first, desk.language, false, &mut desk.random);
    let end = say::predicate(desk.world, second, desk.language, true, &mut desk.random);
    match desk.language {
        Language::En => desk.finish(format!("{subject} {start} and {end}.")),
        Language::Ja => {
            format!("{subject}{start}、{}。", without_topic(&end))
        }
    }
}

/// A Japanese predicate without the particle that follows its subject, for where the subject is left out.
pub(super) fn without_topic(predicate: &str) -> &str {
    predicate.strip_prefix("には").or_else(|| predicate.strip_prefix('は')).unwrap_or(predicate)
}

/// What someone does not have.
pub(super) fn none(desk: &mut Desk<'_>) -> Option<Turns> {
    let index = desk.resident();
    let resident = &desk.world.residents[index];
    if desk.chance(35) {
        return not_of_that_age(desk, Subject::Resident(index), resident.is_child());
    }
    let lack = lacking(desk, index)?;
    let fact = desk.world.fact(Subject::Resident(index), Relation::Hobby)?;
    let asked = asked_slots(desk, fact).fill(desk.pick(lack.en, lack.ja));
    Some(vec![(typed(desk, asked), has_none(desk, lack, fact))])
}

/// "Does she have any pets?" of a resident who was spoken of last and has none.
pub(super) fn none_by_pronoun(desk: &mut Desk<'_>, fact: &Fact) -> Option<(String, String)> {
    let Subject::Resident(index) = fact.subject else { return None };
    let lack = lacking(desk, index)?;
    // What asks for "her sister" knows that she has one.
    let open = |pattern: &&str| !["{k}", "{w}"].iter().any(|slot| pattern.contains(slot));
    let patterns: Vec<&str> = phrases(desk.language, lack.relation).follow_ups.iter().copied().filter(open).collect();
    let pattern = *desk.random.choose::<&str>(&patterns);
    let asked = Slots::of_subject(desk.world, fact, desk.language).fill(pattern);
    Some((desk.finish(asked), has_none(desk, lack, fact)))
}

/// A pet or siblings, where a resident has none.
fn lacking(desk: &mut Desk<'_>, index: usize) -> Option<&'static Lack> {
    let resident = &desk.world.residents[index];
    let lacks = [(Relation::PetSpecies, resident.pet.is_none()), (Relation::Sibling, resident.sibling.is_none())];
    let lacks: Vec<Relation> =
        lacks.into_iter().filter_map(|(relation, is_none)| is_none.then_some(relation)).collect();
    let relation = if lacks.is_empty() { return None } else { *desk.random.choose(&lacks) };
    LACKS.iter().find(|lack| lack.relation == relation)
}

fn has_none(desk: &mut Desk<'_>, lack: &Lack, fact: &Fact) -> String {
    let reply = Slots::of_subject(desk.world, fact, desk.language).fill(desk.pick(lack.en_replies, lack.ja_replies));
    desk.finish(reply)
}

/// A child's job, a grown-up's school year.
fn not_of_that_age(desk: &mut Desk<'_>, subject: Subject, child: bool) -> Option<Turns> {
    let (relation, asked_for, en, ja) = match child {
        true => (
            Relation::Grade,
            [Relation::Job, Relation::Workplace],
            "{s} is a child and is in the {v}.",
            "{s}は子どもで、{v}です。",
        ),
        false => (
            Relation::Job,
            [Relation::Grade, Relation::Teacher],
            "{s} is a grown-up and works as {a}.",
            "{s}は大人で、仕事は{v}です。",
        ),
    };
    let fact = desk.told(subject, relation)?;
    let asked_for = *desk.random.choose(&asked_for);
    let pattern = training_question(&mut desk.random, desk.language, asked_for);
    let asked = asked_slots(desk, fact).fill(&pattern);
    let reply = slots(desk.world, fact, desk.language).fill(if desk.language == Language::En { en } else { ja });
    Some(vec![(typed(desk, asked), desk.finish(reply))])
}

/// A resident's name as answers write it.
pub(crate) fn called(name: &str, language: Language) -> String {
    match language {
        Language::Ja => format!("{name}さん"),
        Language::En => name.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::JOBS;

    #[test]
    fn only_jobs_have_other_names() {
        for (job, other) in ALSO_CALLED {
            assert!(JOBS.iter().any(|known| known.en == *job), "{job}");
            assert!(JOBS.iter().all(|known| known.en != other.en && known.ja != other.ja), "{}", other.en);
        }
    }

    #[test]
    fn what_is_there_can_be_asked_in_reverse() {
        for there in THERE {
            assert_eq!(reverse_of(there.relation).relation, there.relation);
        }
    }
}
