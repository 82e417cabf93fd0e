//! The words of the world: closed lists, every entry aligned in Japanese and English.
//!
//! Each list is small on purpose: a value such as a food or a hobby is shared by several residents, so that a small
//! model learns the word well and has only to learn *whose* it is.

mod names;
mod people;
mod town;

pub use names::{FAMILIES, GIVEN_FEMALE, GIVEN_MALE, PET_NAMES, PLACE_NAMES, given_names};
pub use people::{COLOURS, FOODS, HOBBIES, JOBS, PUPIL, SPECIES};
pub use town::{CLOSED_DAYS, DISHES, DISTRICTS, EVENTS, MONTHS, PLACES, WEEKDAYS, WILD};

/// Whether a person is written of as he or she.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Gender {
    Male,
    Female,
}

/// A word or phrase in both languages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Word {
    pub ja: &'static str,
    pub en: &'static str,
}

/// A word for the lists: Japanese, English.
pub(crate) const fn w(ja: &'static str, en: &'static str) -> Word {
    Word { ja, en }
}

/// A noun that may be plural in English ("pancakes are", "ramen is").
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Noun {
    pub ja: &'static str,
    pub en: &'static str,
    pub plural: bool,
}

/// How a Japanese verb is conjugated.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Class {
    /// Five-row verbs such as 焼く.
    Godan,
    /// One-row verbs such as 育てる.
    Ichidan,
    /// する and its compounds.
    Suru,
}

/// Something that is done. `ja` ends with a verb in its dictionary form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Action {
    pub ja: &'static str,
    pub class: Class,
    /// "bake bread"
    pub base: &'static str,
    /// "bakes bread"
    pub third: &'static str,
    /// "baked bread"
    pub past: &'static str,
    /// "baking bread"
    pub ing: &'static str,
}

/// A job, the kind of place where it is done, and what one does in it.
#[derive(Debug, PartialEq, Eq)]
pub struct Job {
    pub ja: &'static str,
    pub en: &'static str,
    /// `PlaceKind::key` of the place where it is done.
    pub at: &'static str,
    pub action: Action,
}

/// A hobby: as a noun in Japanese (釣り), as a gerund in English ("fishing").
#[derive(Debug, PartialEq, Eq)]
pub struct Hobby {
    pub ja: &'static str,
    pub en: &'static str,
    pub action: Action,
}

/// A colour; `ja_of` stands before a noun (赤い, 緑の).
#[derive(Debug, PartialEq, Eq)]
pub struct Colour {
    pub ja: &'static str,
    pub ja_of: &'static str,
    pub en: &'static str,
}

/// A kind of animal; `counter` counts it (匹, 羽).
#[derive(Debug, PartialEq, Eq)]
pub struct Species {
    pub ja: &'static str,
    pub en: &'static str,
    pub counter: &'static str,
    /// What such an animal likes to do.
    pub action: Action,
}

/// An animal that lives in one of the town's places, not in a home.
#[derive(Debug, PartialEq, Eq)]
pub struct Wild {
    pub name: Word,
    /// Kinds of place where it may live.
    pub homes: &'static [&'static str],
    /// What it may like to eat best.
    pub treats: &'static [Noun],
    pub species: Species,
}

/// A kind of place.
#[derive(Debug, PartialEq, Eq)]
pub struct PlaceKind {
    pub key: &'static str,
    pub ja: &'static str,
    pub en: &'static str,
    /// The name of the first place of this kind, in full.
    pub name: Word,
    /// What follows the proper name of further places of this kind ("Aoba" + "Bakery").
    pub suffix: Word,
    /// What a place of this kind can be known for. English: a bare noun phrase.
    pub known_for: &'static [Noun],
    /// What visitors do here.
    pub visit: &'static [Action],
}

/// A festival or other yearly event.
#[derive(Debug, PartialEq, Eq)]
pub struct EventKind {
    pub name: Word,
    /// Month, 1 to 12.
    pub month: u8,
    /// Kinds of place where it can be held.
    pub at: &'static [&'static str],
    /// What people come for.
    pub highlight: Noun,
    /// What people do there.
    pub action: Action,
}

/// A dish of the town: its main ingredient, and the kinds of place that serve it.
#[derive(Debug, PartialEq, Eq)]
pub struct DishKind {
    pub name: Noun,
    pub ingredients: &'static [Noun],
    pub at: &'static [&'static str],
}
