//! Names of people who do not live in Izumi.
//!
//! A model that says "I don't know" only for the few names it met while it was tuned has learnt a list, not the limits
//! of its knowledge. So the names are many: given names of the real world and names made of syllables, each in both
//! scripts. One name in five is kept for the held-out tests and never appears in training.

use std::collections::BTreeSet;

use ledger::random::Random;

use super::tables::names::{
    DISH_KINDS, DISH_NAMES, DISH_WORDS, ENDINGS, EVENT_KINDS, EVENT_NAMES, EVENT_THINGS, FAMILY_FIRST, FAMILY_LAST,
    GIVEN_FEMALE, GIVEN_MALE, KANA_FIRST, KANA_LAST, LACKING, PET_NAMES, PLACE_KINDS, PROPER, SYLLABLES, VISITORS,
};
use crate::lexicon::{Gender, given_names};
use crate::{Language, World};

/// A name in Latin letters and the same name in Japanese script.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Name {
    /// Latin letters, capitalised.
    pub(crate) en: String,
    /// Japanese script.
    pub(crate) ja: String,
    /// Of given names that only men or only women have.
    pub(crate) gender: Option<Gender>,
}

/// Which side of the wall between tuning data and held-out tests.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Side {
    /// May appear in tuning data.
    Training,
    /// Appears in held-out tests only.
    HeldOut,
}

/// The names that the world lacks, on one side of the wall.
#[derive(Debug)]
pub(crate) struct Strangers {
    /// Given names of the real world.
    pub(crate) real: Vec<Name>,
    /// Japanese given names of the same making as those of residents.
    pub(crate) local: Vec<Name>,
    /// Names made of syllables.
    pub(crate) invented: Vec<Name>,
    /// By which visitors call themselves: also names that residents bear, none that a test asks for.
    pub(crate) visitors: Vec<Name>,
    /// The same put together of parts: family names, and given names in hiragana.
    pub(crate) composed: Vec<Name>,
    /// By which they call their pets.
    pub(crate) pets: Vec<Name>,
    /// Places.
    pub(crate) places: Vec<Name>,
    /// Kinds of place of which the town has none, in tuning data only: "the cinema".
    pub(crate) kinds: Vec<Name>,
    /// Events.
    pub(crate) events: Vec<Name>,
    /// Dishes.
    pub(crate) dishes: Vec<Name>,
}

impl Strangers {
    /// The names that `world` lacks, on one side of the wall.
    pub(crate) fn new(world: &World, side: Side) -> Strangers {
        let mut used = taken(world);
        let mut keep = |names: Vec<Name>| -> Vec<Name> {
            let fresh: Vec<Name> =
                names.into_iter().filter(|name| used.insert(name.ja.clone()) & used.insert(name.en.clone())).collect();
            fresh.into_iter().filter(|name| name.side() == side).collect()
        };
        // Tuning data has more of them: the more names, the less a model can learn them by heart.
        let (more_invented, more_events, more_dishes) = match side {
            Side::Training => (INVENTED_MORE, joined(EVENT_THINGS, EVENT_KINDS), joined(DISH_WORDS, DISH_KINDS)),
            Side::HeldOut => (0, Vec::new(), Vec::new()),
        };
        let kinds = match side {
            Side::Training => LACKING.iter().map(|kind| Name::new(kind.ja, format!("the {}", kind.en))).collect(),
            Side::HeldOut => Vec::new(),
        };
        let of_gender = |table: &[(&str, &str)], gender: Gender| -> Vec<Name> {
            table.iter().map(|&(en, ja)| Name { gender: Some(gender), ..Name::new(ja, en) }).collect()
        };
        let real = [of_gender(GIVEN_MALE, Gender::Male), of_gender(GIVEN_FEMALE, Gender::Female)].concat();
        let local = [Gender::Male, Gender::Female].into_iter().flat_map(|gender| {
            given_names(gender).map(move |(ja, en)| Name { gender: Some(gender), ..Name::new(ja, en) })
        });
        Strangers {
            visitors: apart_from_tests(world, visitors(world)),
            composed: apart_from_tests(world, composed()),
            pets: listed(PET_NAMES),
            real: keep(real),
            local: keep(local.collect()),
            invented: keep(invented(INVENTED + more_invented)),
            places: keep(joined(PROPER, PLACE_KINDS)),
            kinds,
            events: keep([listed(EVENT_NAMES), more_events].concat()),
            dishes: keep([listed(DISH_NAMES), more_dishes].concat()),
        }
    }

    /// How a visitor may be called. A model that is told of few names learns them by heart, and mistakes any other for one of
    /// them: so many are made of parts.
    pub(crate) fn visitor(&self, random: &mut Random) -> &Name {
        let pool = match random.below(20) {
            0..=4 => &self.visitors,
            5..=6 => &self.real,
            7..=10 => &self.local,
            11..=15 => &self.composed,
            _ => &self.invented,
        };
        random.choose(pool)
    }

    /// A person who does not live in Izumi.
    pub(crate) fn person(&self, random: &mut Random) -> &Name {
        let pool = match random.below(20) {
            0..=6 => &self.real,
            7..=14 => &self.local,
            _ => &self.invented,
        };
        random.choose(pool)
    }
}

impl Name {
    fn new(ja: impl Into<String>, en: impl Into<String>) -> Name {
        Name { en: en.into(), ja: ja.into(), gender: None }
    }

    /// One name in five is held out, by a hash of its Japanese form.
    fn side(&self) -> Side {
        match Random::new(0, &format!("world/strangers/{}", self.ja), 0).below(5) {
            0 => Side::HeldOut,
            _ => Side::Training,
        }
    }

    /// The name in a language.
    pub(crate) fn get(&self, language: Language) -> &str {
        match language {
            Language::Ja => &self.ja,
            Language::En => &self.en,
        }
    }
}

/// Names in both scripts.
fn listed(table: &[(&str, &str)]) -> Vec<Name> {
    table.iter().map(|&(ja, en)| Name::new(ja, en)).collect()
}

/// By which visitors call themselves.
fn visitors(world: &World) -> Vec<Name> {
    let residents = world.residents.iter().map(|resident| Name::new(&*resident.name.ja, &*resident.name.en));
    let all = listed(VISITORS).into_iter().chain(residents);
    all.collect()
}

/// Family names and given names of parts.
fn composed() -> Vec<Name> {
    let of_parts = |firsts: &'static [(&str, &str)], lasts: &'static [(&str, &str)]| {
        let all = firsts.iter().flat_map(move |first| lasts.iter().map(move |last| (first, last)));
        all.map(|(first, last)| Name::new(format!("{}{}", first.0, last.0), format!("{}{}", first.1, last.1)))
    };
    of_parts(FAMILY_FIRST, FAMILY_LAST).chain(of_parts(KANA_FIRST, KANA_LAST)).collect()
}

/// Without names of which some are held out.
fn apart_from_tests(world: &World, names: Vec<Name>) -> Vec<Name> {
    let given: BTreeSet<String> =
        [Gender::Male, Gender::Female].into_iter().flat_map(|gender| given_names(gender).map(|(_, en)| en)).collect();
    let known = taken(world);
    names.into_iter().filter(|name| known.contains(&name.en) || !given.contains(&name.en)).collect()
}

/// Each of the first with each of the second.
fn joined(firsts: &[(&str, &str)], seconds: &[(&str, &str)]) -> Vec<Name> {
    let all = firsts.iter().flat_map(|first| seconds.iter().map(move |second| (first, second)));
    all.map(|(first, second)| Name::new(format!("{}{}", first.0, second.0), format!("{} {}", first.1, second.1)))
        .collect()
}

/// Every name and value that the world does know.
fn taken(world: &World) -> BTreeSet<String> {
    let names = world.facts.iter().flat_map(|fact| [&fact.name, &fact.value]);
    names.flat_map(|name| [name.ja.clone(), name.en.clone()]).collect()
}

/// How many names are made of syllables, and how many more for tuning data.
const INVENTED: u64 = 700;
const INVENTED_MORE: u64 = 2_300;

/// Names of two or three syllables with an ending, in a fixed random order.
fn invented(count: u64) -> Vec<Name> {
    (0..count)
        .map(|number| {
            let mut random = Random::new(0, "world/invented-names", number);
            let mut name = Name::new("", "");
            for _ in 0..2 + random.below(2) {
                let (en, ja) = random.choose(SYLLABLES);
                name.en.push_str(en);
                name.ja.push_str(ja);
            }
            let (en, ja) = random.choose(ENDINGS);
            name.en.push_str(en);
            name.ja.push_str(ja);
            name.en[..1].make_ascii_uppercase();
            name
        })
        .collect()
}
