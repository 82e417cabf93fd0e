//! Portraits: a few true sentences about a resident or a thing.

use super::known::{asked_slots, in_circle, without_topic};
use super::say::{self, slots};
use super::sheet::asking;
use super::vary::typed;
use super::{Desk, Turns};
use crate::{Fact, Language, Relation, Subject};

/// The patterns that ask for a portrait.
pub(super) fn about_patterns(language: Language, person: bool) -> &'static [&'static str] {
    asking(language).about(if person { "person" } else { "thing" }, "portrait")
}

/// Tell me about someone or something.
pub(super) fn about(desk: &mut Desk<'_>) -> Option<Turns> {
    Some(vec![portrait_asked(desk, 4)?.1])
}

/// A portrait of up to `count` facts, asked for, with one of the subject's facts.
pub(super) fn portrait_asked<'w>(desk: &mut Desk<'w>, count: usize) -> Option<(&'w Fact, (String, String))> {
    let subject = match desk.chance(70) {
        true => Subject::Resident(desk.resident()),
        false => desk.fact().subject,
    };
    let mut facts = desk.facts_of(subject);
    // Asked for with the family name, as strangers are, unless that is what is asked for.
    facts.retain(|fact| fact.relation != Relation::FamilyName);
    if facts.is_empty() {
        return None;
    }
    let fact = *desk.random.choose(&facts);
    let person = matches!(subject, Subject::Resident(_));
    let pattern = *desk.random.choose(about_patterns(desk.language, person));
    let asked = asked_slots(desk, fact).fill(pattern);
    let reply = portrait(desk, subject, count)?;
    Some((fact, (typed(desk, asked), reply)))
}

/// Up to `count` true sentences about a subject.
pub(super) fn portrait(desk: &mut Desk<'_>, subject: Subject, count: usize) -> Option<String> {
    // Which facts come first in a portrait; the rest follow from any of them on.
    const FIRST: &[Relation] = &[Relation::Job, Relation::Grade, Relation::Species];
    let mut facts = desk.facts_of(subject);
    facts.retain(|fact| fact.relation != Relation::FamilyName);
    let mut facts = in_circle(desk, facts);
    facts.sort_by_key(|fact| !FIRST.contains(&fact.relation));
    // A pet is named or its kind told, not both.
    let mut pet_told = false;
    facts.retain(|fact| {
        let pet = matches!(fact.relation, Relation::PetName | Relation::PetSpecies);
        let again = pet && pet_told;
        pet_told |= pet;
        !again
    });
    facts.truncate(count);
    let first = *facts.first()?;
    let words = slots(desk.world, first, desk.language);
    let mut sentences = Vec::new();
    for (number, pair) in facts.chunks(2).enumerate() {
        let subject = match (number, desk.language) {
            (0, _) => words.get("s").to_string(),
            (_, Language::En) => words.get("he").to_string(),
            (_, Language::Ja) => String::new(),
        };
        sentences.push(sentence(desk, &subject, pair));
    }
    Some(match desk.language {
        Language::En => desk.finish(sentences.join(" ")),
        Language::Ja => sentences.concat(),
    })
}

/// One sentence of one or two facts about `subject`, which may be left out in Japanese.
fn sentence(desk: &mut Desk<'_>, subject: &str, facts: &[&Fact]) -> String {
    let last = facts.len() - 1;
    let parts: Vec<String> = facts
        .iter()
        .enumerate()
        .map(|(at, fact)| say::predicate(desk.world, fact, desk.language, at == last, &mut desk.random))
        .collect();
    match desk.language {
        Language::En => format!("{subject} {}.", parts.join(" and ")),
        Language::Ja => {
            let mut text = subject.to_string();
            for (at, part) in parts.iter().enumerate() {
                text.push_str(if at > 0 { "、" } else { "" });
                text.push_str(if at > 0 || subject.is_empty() { without_topic(part) } else { part });
            }
            text + "。"
        }
    }
}
