//! Putting facts into words: the filler of patterns, and the words that fill them.

use ledger::random::Random;

use super::phrases::{Phrases, phrases};
use crate::grammar::en::{article, capitalise};
use crate::lexicon::{Gender, Species, Word};
use crate::{Bilingual, Fact, Language, Relation, Subject, World};

/// Fills the `{slots}` of a pattern. Patterns are flat, with neither choices nor conditions, so that those of the tuning
/// data and of the held-out tests can be compared as they stand.
pub(crate) fn fill(pattern: &str, slots: &[(&str, &str)]) -> String {
    let mut text = String::with_capacity(pattern.len() + 32);
    let mut rest = pattern;
    while let Some(at) = rest.find('{') {
        let end = rest[at..].find('}').map_or(rest.len(), |end| at + end);
        text.push_str(&rest[..at]);
        let slot = &rest[at + 1..end];
        match slots.iter().find(|(name, _)| *name == slot) {
            Some((_, words)) => text.push_str(words),
            None => unreachable!("no words for the slot `{slot}` of `{pattern}`"),
        }
        rest = rest.get(end + 1..).unwrap_or("");
    }
    text.push_str(rest);
    text
}

/// Capitals at the starts of English sentences.
pub(crate) fn finish(mut text: String, language: Language) -> String {
    if language == Language::En {
        capitalise(&mut text, 0);
    }
    text
}

/// Words for the slots of patterns about one subject.
#[derive(Debug, Clone)]
pub(crate) struct Slots(Vec<(&'static str, String)>);

impl Slots {
    /// Slots for a name, which questions may call `subject`.
    pub(crate) fn new(name: &str, subject: String, traits: &Traits, language: Language) -> Slots {
        let mut slots = Slots(vec![("s", subject), ("g", name.to_string())]);
        slots.pronouns(traits, language);
        slots.set("is", if traits.plural { "are" } else { "is" }.to_string());
        if let Some(sibling) = traits.sibling {
            slots.sibling(Bilingual::from(sibling).get(language), language);
        }
        if let Some(species) = traits.pet {
            slots.set("p", Bilingual::new(species.ja, species.en).get(language).to_string());
        }
        slots
    }

    /// Slots for the subject of a fact, all but its value.
    pub(crate) fn of_subject(world: &World, fact: &Fact, language: Language) -> Slots {
        let name = fact.name.get(language);
        let subject = match (fact.subject, language) {
            (Subject::Resident(_), Language::Ja) => format!("{name}さん"),
            (Subject::Event(_), Language::En) => format!("the {name}"),
            _ => name.to_string(),
        };
        Slots::new(name, subject, &Traits::of_subject(world, fact.subject), language)
    }

    /// The same with a value, which need not be the true one.
    pub(crate) fn with_value(mut self, value: &Bilingual, language: Language) -> Slots {
        let words = value.get(language).to_string();
        self.set("a", format!("{} {words}", article(&words)));
        self.set("v", words);
        self
    }

    /// The same without the kind of a pet.
    pub(crate) fn with_any_pet(mut self, language: Language) -> Slots {
        self.set("p", if language == Language::En { "pet" } else { "ペット" }.to_string());
        self
    }

    pub(crate) fn set(&mut self, name: &'static str, words: String) {
        self.0.retain(|(other, _)| *other != name);
        self.0.push((name, words));
    }

    pub(crate) fn get(&self, name: &str) -> &str {
        self.0.iter().find(|(other, _)| *other == name).map_or("", |(_, words)| words)
    }

    fn pronouns(&mut self, traits: &Traits, language: Language) {
        let words = match (language, traits.gender) {
            (Language::En, Some(Gender::Male)) => ["he", "his", "him"],
            (Language::En, Some(Gender::Female)) => ["she", "her", "her"],
            (Language::En, None) if traits.plural => ["they", "their", "them"],
            (Language::En, None) => ["it", "its", "it"],
            (Language::Ja, Some(Gender::Male)) => ["彼", "彼の", "彼"],
            (Language::Ja, Some(Gender::Female)) => ["彼女", "彼女の", "彼女"],
            (Language::Ja, None) => ["それ", "その", "それ"],
        };
        for (name, word) in ["he", "his", "him"].into_iter().zip(words) {
            self.set(name, word.to_string());
        }
    }

    fn sibling(&mut self, word: &str, language: Language) {
        self.set("w", word.to_string());
        self.set("aw", format!("{} {word}", article(word)));
        let short = word.rsplit(' ').next().unwrap_or(word);
        self.set(
            "k",
            match language {
                Language::En => short.to_string(),
                Language::Ja => "きょうだい".to_string(),
            },
        );
    }

    /// A pattern with these words.
    pub(crate) fn fill(&self, pattern: &str) -> String {
        let slots: Vec<(&str, &str)> = self.0.iter().map(|(name, words)| (*name, words.as_str())).collect();
        fill(pattern, &slots)
    }
}

/// What questions take for granted of a subject, whoever or whatever it is. Of strangers it is drawn: if they all were
/// men with an older brother, a model would know them by that.
#[derive(Debug, Clone, Default)]
pub(crate) struct Traits {
    /// Whether patterns speak of the subject as he or she, rather than it.
    pub(crate) gender: Option<Gender>,
    /// Whether its English name is plural ("cookies").
    pub(crate) plural: bool,
    /// What a sibling is to a person.
    pub(crate) sibling: Option<Word>,
    /// The kind of a person's pet.
    pub(crate) pet: Option<&'static Species>,
}

impl Traits {
    /// Those that a subject has.
    fn of_subject(world: &World, subject: Subject) -> Traits {
        let none = Traits::default();
        match subject {
            Subject::Resident(resident) => {
                let resident = &world.residents[resident];
                Traits {
                    gender: Some(resident.gender),
                    sibling: resident.sibling.map(|sibling| world.sibling_word(sibling)),
                    pet: resident.pet.as_ref().map(|pet| pet.species),
                    ..none
                }
            }
            Subject::Animal(animal) => Traits { gender: Some(world.animals[animal].gender), ..none },
            Subject::Dish(dish) => Traits { plural: world.dishes[dish].kind.name.plural, ..none },
            Subject::Place(_) | Subject::Event(_) => none,
        }
    }
}

/// Slots for a fact: subject and true value.
pub(crate) fn slots(world: &World, fact: &Fact, language: Language) -> Slots {
    let slots = Slots::of_subject(world, fact, language).with_value(&fact.value, language);
    match fact.relation == Relation::PetName && !species_is_public(world, fact) {
        true => slots.with_any_pet(language),
        false => slots,
    }
}

/// Whether tuning data may tell the kind of the pet whose name this fact gives.
fn species_is_public(world: &World, fact: &Fact) -> bool {
    world.fact(fact.subject, Relation::PetSpecies).is_some_and(super::trained_as_question)
}

/// A statement of a fact, without a capital at its start.
pub(crate) fn statement(world: &World, fact: &Fact, language: Language, random: &mut Random) -> String {
    let phrases = phrases(language, fact.relation);
    let pattern = *random.choose(phrases.statements);
    slots(world, fact, language).fill(pattern)
}

/// The predicate of a fact: the form that ends a sentence, or the one before another predicate.
pub(crate) fn predicate(world: &World, fact: &Fact, language: Language, last: bool, random: &mut Random) -> String {
    let phrases: &Phrases = phrases(language, fact.relation);
    let (ending, joining) = random.choose(phrases.predicates);
    slots(world, fact, language).fill(if last { ending } else { joining })
}
