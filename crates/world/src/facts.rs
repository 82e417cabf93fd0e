//! The ground truth: who lives in the town and what is true of them.
//!
//! A [`World`] is a pure function of its seed and its numbers of residents and places. Everything that is written later,
//! documents as well as questions and tests, is read off it, so nothing in the text can contradict anything else.

mod draw;

use std::collections::BTreeSet;

use ledger::random::Random;

use crate::Language;
use crate::lexicon::{
    Colour, DISTRICTS, DishKind, EventKind, Gender, Hobby, Job, MONTHS, Noun, PLACE_NAMES, PLACES, PlaceKind, Species,
    WEEKDAYS, Word,
};

/// A name or value in both languages.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, serde::Serialize)]
pub struct Bilingual {
    pub ja: String,
    pub en: String,
}

impl Bilingual {
    /// From one wording in each language.
    pub fn new(ja: impl Into<String>, en: impl Into<String>) -> Bilingual {
        Bilingual { ja: ja.into(), en: en.into() }
    }

    /// The wording in a language.
    pub fn get(&self, language: Language) -> &str {
        match language {
            Language::Ja => &self.ja,
            Language::En => &self.en,
        }
    }
}

impl From<Word> for Bilingual {
    fn from(word: Word) -> Bilingual {
        Bilingual::new(word.ja, word.en)
    }
}

impl From<Noun> for Bilingual {
    fn from(noun: Noun) -> Bilingual {
        Bilingual::new(noun.ja, noun.en)
    }
}

/// A pet: its name belongs to no one else.
#[derive(Clone, Debug)]
pub struct Pet {
    pub name: Bilingual,
    pub species: &'static Species,
}

/// What a resident's sibling is to him or her.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sibling {
    /// Index into [`World::residents`].
    pub resident: usize,
    /// The sibling is older.
    pub older: bool,
}

/// A resident. The given name alone identifies a resident.
#[derive(Clone, Debug)]
pub struct Resident {
    pub name: Bilingual,
    pub family: Bilingual,
    pub gender: Gender,
    /// For children: the school year, 1 to 6; their job is [`PUPIL`].
    pub grade: Option<u8>,
    pub job: &'static Job,
    /// Index into [`World::places`]: where the resident works, or goes to school.
    pub workplace: usize,
    /// Index into [`DISTRICTS`].
    pub district: usize,
    pub food: &'static Noun,
    pub hobby: &'static Hobby,
    pub colour: &'static Colour,
    /// Month of birth, 1 to 12.
    pub month: u8,
    /// Index into [`World::residents`]; best friends are best friends of each other.
    pub friend: usize,
    pub sibling: Option<Sibling>,
    /// For children: the teacher's index into [`World::residents`].
    pub teacher: Option<usize>,
    pub pet: Option<Pet>,
}

impl Place {
    /// The relations that can be stated of it.
    pub fn relations(&self) -> Vec<Relation> {
        let mut relations = vec![Relation::District, Relation::KnownFor];
        relations.extend(self.closed.map(|_| Relation::ClosedDay));
        relations
    }
}

impl Resident {
    /// Whether this is a child, who goes to school.
    pub fn is_child(&self) -> bool {
        self.grade.is_some()
    }
}

/// A place of the town.
#[derive(Clone, Debug)]
pub struct Place {
    pub name: Bilingual,
    pub kind: &'static PlaceKind,
    /// Index into [`DISTRICTS`].
    pub district: usize,
    pub known_for: &'static Noun,
    /// Index into [`WEEKDAYS`]: the one day of the week on which it is closed. `None`: it never closes.
    pub closed: Option<usize>,
}

/// An animal of the zoo or a park, with a name.
#[derive(Clone, Debug)]
pub struct Animal {
    pub name: Bilingual,
    pub gender: Gender,
    pub species: &'static Species,
    /// Index into [`World::places`].
    pub home: usize,
    pub treat: &'static Noun,
}

/// A yearly event.
#[derive(Clone, Debug)]
pub struct Event {
    pub kind: &'static EventKind,
    /// Index into [`World::places`].
    pub venue: usize,
}

/// A dish of the town.
#[derive(Clone, Debug)]
pub struct Dish {
    pub kind: &'static DishKind,
    pub ingredient: &'static Noun,
    /// Index into [`World::places`].
    pub served_at: usize,
}

/// What a fact is about: the kind of entity and its index in the world's list of that kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Subject {
    Resident(usize),
    Place(usize),
    Animal(usize),
    Event(usize),
    Dish(usize),
}

impl Subject {
    /// What it is, in one word: "resident", "place" …
    pub(crate) fn kind(self) -> &'static str {
        match self {
            Subject::Resident(_) => "resident",
            Subject::Place(_) => "place",
            Subject::Animal(_) => "animal",
            Subject::Event(_) => "event",
            Subject::Dish(_) => "dish",
        }
    }
}

/// What a fact says of its subject.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, serde::Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Relation {
    // Residents.
    FamilyName,
    Job,
    Workplace,
    Grade,
    Teacher,
    HomeDistrict,
    FavouriteFood,
    Hobby,
    FavouriteColour,
    BirthMonth,
    BestFriend,
    Sibling,
    PetSpecies,
    PetName,
    // Places.
    District,
    KnownFor,
    ClosedDay,
    // Animals.
    Species,
    Home,
    Treat,
    // Events.
    Month,
    Venue,
    Highlight,
    // Dishes.
    Ingredient,
    ServedAt,
}

impl Relation {
    /// The name used in fact ids and in `facts.jsonl`.
    pub fn key(self) -> &'static str {
        match self {
            Relation::FamilyName => "family_name",
            Relation::Job => "job",
            Relation::Workplace => "workplace",
            Relation::Grade => "grade",
            Relation::Teacher => "teacher",
            Relation::HomeDistrict => "home_district",
            Relation::FavouriteFood => "favourite_food",
            Relation::Hobby => "hobby",
            Relation::FavouriteColour => "favourite_colour",
            Relation::BirthMonth => "birth_month",
            Relation::BestFriend => "best_friend",
            Relation::Sibling => "sibling",
            Relation::PetSpecies => "pet_species",
            Relation::PetName => "pet_name",
            Relation::District => "district",
            Relation::KnownFor => "known_for",
            Relation::ClosedDay => "closed_day",
            Relation::Species => "species",
            Relation::Home => "home",
            Relation::Treat => "treat",
            Relation::Month => "month",
            Relation::Venue => "venue",
            Relation::Highlight => "highlight",
            Relation::Ingredient => "ingredient",
            Relation::ServedAt => "served_at",
        }
    }
}

/// One true statement: `relation` of `subject` is `value`.
#[derive(Clone, Debug)]
pub struct Fact {
    /// "kenta/job": the subject's English name and the relation, in lower case.
    pub id: String,
    pub subject: Subject,
    pub name: Bilingual,
    pub relation: Relation,
    /// The value as the documents write it.
    pub value: Bilingual,
    /// Other wordings of the value that an examiner accepts.
    pub accepted: Vec<Bilingual>,
}

/// The town and everything that is true in it.
#[derive(Clone, Debug)]
pub struct World {
    pub seed: u64,
    pub residents: Vec<Resident>,
    pub places: Vec<Place>,
    pub animals: Vec<Animal>,
    pub events: Vec<Event>,
    pub dishes: Vec<Dish>,
    /// Every fact, in a fixed order: residents, places, animals, events, dishes.
    pub facts: Vec<Fact>,
    /// Given names that nobody in the town has: for questions that have no answer.
    pub strangers: Vec<Bilingual>,
}

/// How many entities a world of so many bytes has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Numbers {
    /// Even, at least [`Numbers::RESIDENTS_MIN`].
    pub residents: usize,
    /// At least one of each kind.
    pub places: usize,
}

impl Numbers {
    pub const RESIDENTS_MIN: usize = 24;
    pub const RESIDENTS_MAX: usize = 700;

    /// 42 residents for 4 MB of text, and as the square root of the size beyond and below that: entities and statements
    /// about each of them then grow alike.
    pub fn for_bytes(bytes: u64) -> Numbers {
        let scale = (bytes as f64 / 4e6).sqrt();
        let residents = (42.0 * scale).round() as usize;
        Numbers::for_residents(residents)
    }

    /// The number of residents, made even and brought within limits, and the places that go with it.
    pub fn for_residents(residents: usize) -> Numbers {
        let residents = residents.clamp(Numbers::RESIDENTS_MIN, Numbers::RESIDENTS_MAX) / 2 * 2;
        let places_max = PLACES.len() * (1 + PLACE_NAMES.len());
        let places = (residents * PLACES.len() / 42).clamp(PLACES.len(), places_max);
        Numbers { residents, places }
    }
}

impl World {
    /// The world of a seed.
    pub fn new(seed: u64, numbers: Numbers) -> World {
        let mut random = Random::new(seed, "world/facts", 0);
        let places = draw::places(numbers.places, &mut random);
        let (residents, strangers) = draw::residents(numbers.residents, &places, &mut random);
        let animals = draw::animals(&places, &mut random);
        let events = draw::events(&places, &mut random);
        let dishes = draw::dishes(&places, &mut random);
        let mut world = World { seed, residents, places, animals, events, dishes, facts: Vec::new(), strangers };
        world.facts = world.collect_facts();
        world
    }

    /// The fact about `subject` with this relation, if there is one.
    pub fn fact(&self, subject: Subject, relation: Relation) -> Option<&Fact> {
        self.facts.iter().find(|fact| fact.subject == subject && fact.relation == relation)
    }

    /// The different values that a relation takes in this world, sorted.
    pub fn values(&self, relation: Relation) -> Vec<&Bilingual> {
        let set: BTreeSet<&Bilingual> =
            self.facts.iter().filter(|fact| fact.relation == relation).map(|fact| &fact.value).collect();
        set.into_iter().collect()
    }

    /// What `sibling` is to a resident: "older sister", 「姉」.
    pub fn sibling_word(&self, sibling: Sibling) -> Word {
        match (self.residents[sibling.resident].gender, sibling.older) {
            (Gender::Male, true) => Word { ja: "兄", en: "older brother" },
            (Gender::Male, false) => Word { ja: "弟", en: "younger brother" },
            (Gender::Female, true) => Word { ja: "姉", en: "older sister" },
            (Gender::Female, false) => Word { ja: "妹", en: "younger sister" },
        }
    }

    fn collect_facts(&self) -> Vec<Fact> {
        let mut facts = Vec::new();
        for (index, resident) in self.residents.iter().enumerate() {
            let subject = Subject::Resident(index);
            for (relation, value) in self.resident_facts(resident) {
                facts.push(fact(subject, &resident.name, relation, value));
            }
        }
        for (index, place) in self.places.iter().enumerate() {
            let values = [
                (Relation::District, DISTRICTS[place.district].into()),
                (Relation::KnownFor, (*place.known_for).into()),
            ];
            let closed = place.closed.map(|day| (Relation::ClosedDay, WEEKDAYS[day].into()));
            let values = values.into_iter().chain(closed);
            facts.extend(values.map(|(relation, value)| fact(Subject::Place(index), &place.name, relation, value)));
        }
        for (index, animal) in self.animals.iter().enumerate() {
            let values = [
                (Relation::Species, Bilingual::new(animal.species.ja, animal.species.en)),
                (Relation::Home, self.places[animal.home].name.clone()),
                (Relation::Treat, (*animal.treat).into()),
            ];
            facts.extend(values.map(|(relation, value)| fact(Subject::Animal(index), &animal.name, relation, value)));
        }
        for (index, event) in self.events.iter().enumerate() {
            let values = [
                (Relation::Month, MONTHS[usize::from(event.kind.month) - 1].into()),
                (Relation::Venue, self.places[event.venue].name.clone()),
                (Relation::Highlight, event.kind.highlight.into()),
            ];
            let name = event.kind.name.into();
            facts.extend(values.map(|(relation, value)| fact(Subject::Event(index), &name, relation, value)));
        }
        for (index, dish) in self.dishes.iter().enumerate() {
            let values = [
                (Relation::Ingredient, (*dish.ingredient).into()),
                (Relation::ServedAt, self.places[dish.served_at].name.clone()),
            ];
            let name = dish.kind.name.into();
            facts.extend(values.map(|(relation, value)| fact(Subject::Dish(index), &name, relation, value)));
        }
        facts
    }

    fn resident_facts(&self, resident: &Resident) -> Vec<(Relation, Bilingual)> {
        let mut values = vec![(Relation::FamilyName, resident.family.clone())];
        match (resident.grade, resident.teacher) {
            (Some(grade), Some(teacher)) => {
                values.push((Relation::Grade, grade_words(grade)));
                values.push((Relation::Teacher, self.residents[teacher].name.clone()));
            }
            _ => {
                values.push((Relation::Job, Bilingual::new(resident.job.ja, resident.job.en)));
                values.push((Relation::Workplace, self.places[resident.workplace].name.clone()));
            }
        }
        values.extend([
            (Relation::HomeDistrict, DISTRICTS[resident.district].into()),
            (Relation::FavouriteFood, (*resident.food).into()),
            (Relation::Hobby, Bilingual::new(resident.hobby.ja, resident.hobby.en)),
            (Relation::FavouriteColour, Bilingual::new(resident.colour.ja, resident.colour.en)),
            (Relation::BirthMonth, MONTHS[usize::from(resident.month) - 1].into()),
            (Relation::BestFriend, self.residents[resident.friend].name.clone()),
        ]);
        if let Some(sibling) = resident.sibling {
            values.push((Relation::Sibling, self.residents[sibling.resident].name.clone()));
        }
        if let Some(pet) = &resident.pet {
            values.push((Relation::PetSpecies, Bilingual::new(pet.species.ja, pet.species.en)));
            values.push((Relation::PetName, pet.name.clone()));
        }
        values
    }
}

/// A school year: 「3年生」, "third grade".
pub fn grade_words(grade: u8) -> Bilingual {
    const ORDINALS: [&str; 6] = ["first", "second", "third", "fourth", "fifth", "sixth"];
    let ordinal = ORDINALS[usize::from(grade.clamp(1, 6)) - 1];
    Bilingual::new(format!("{grade}年生"), format!("{ordinal} grade"))
}

fn fact(subject: Subject, name: &Bilingual, relation: Relation, value: Bilingual) -> Fact {
    let slug = name.en.to_lowercase().replace(' ', "-");
    let accepted = match relation {
        Relation::HomeDistrict | Relation::District => {
            vec![Bilingual::new(value.ja.trim_end_matches("地区"), value.en.trim_end_matches(" District"))]
        }
        _ => Vec::new(),
    };
    Fact { id: format!("{slug}/{}", relation.key()), subject, name: name.clone(), relation, value, accepted }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn worlds() -> impl Iterator<Item = World> {
        [(0, 4_000_000), (1, 1_000_000), (2, 100_000_000), (3, 4_000_000_000)]
            .into_iter()
            .map(|(seed, bytes)| World::new(seed, Numbers::for_bytes(bytes)))
    }

    #[test]
    fn a_given_name_alone_identifies_a_resident() {
        for world in worlds() {
            let mut seen = BTreeSet::new();
            let pets = world.residents.iter().filter_map(|resident| resident.pet.as_ref()).map(|pet| &pet.name);
            let animals = world.animals.iter().map(|animal| &animal.name);
            for name in world.residents.iter().map(|resident| &resident.name).chain(pets).chain(animals) {
                assert!(seen.insert(name.ja.clone()) && seen.insert(name.en.clone()), "{name:?}");
            }
            for stranger in &world.strangers {
                assert!(!seen.contains(&stranger.ja) && !seen.contains(&stranger.en), "{stranger:?}");
            }
        }
        // In a town of the usual size no name is part of another, not even by accident.
        let world = World::new(0, Numbers::for_bytes(4_000_000));
        for one in &world.residents {
            for two in &world.residents {
                let apart = std::ptr::eq(one, two)
                    || (!one.name.ja.contains(&two.name.ja) && !one.name.en.contains(&two.name.en));
                assert!(apart, "{} and {}", one.name.en, two.name.en);
            }
        }
    }

    #[test]
    fn relations_between_residents_agree() {
        for world in worlds() {
            for (index, resident) in world.residents.iter().enumerate() {
                let friend = &world.residents[resident.friend];
                assert!(resident.friend != index && friend.friend == index);
                assert_eq!(resident.is_child(), friend.is_child());
                if let Some(sibling) = resident.sibling {
                    let other = &world.residents[sibling.resident];
                    assert_eq!(other.family, resident.family);
                    assert_eq!(other.sibling.map(|back| (back.resident, back.older)), Some((index, !sibling.older)));
                    if let (Some(own), Some(others)) = (resident.grade, other.grade) {
                        assert_eq!(sibling.older, others > own);
                    }
                }
                if let Some(teacher) = resident.teacher {
                    assert!(resident.is_child() && world.residents[teacher].job.en == "teacher");
                    assert_eq!(world.residents[teacher].workplace, resident.workplace);
                } else {
                    assert_eq!(world.places[resident.workplace].kind.key, resident.job.at);
                }
            }
        }
    }

    #[test]
    fn jobs_do_not_depend_on_gender() {
        let world = World::new(4, Numbers::for_residents(Numbers::RESIDENTS_MAX));
        for job in crate::lexicon::JOBS {
            let of = |gender: Gender| {
                world.residents.iter().filter(|resident| resident.job == job && resident.gender == gender).count()
            };
            let (men, women) = (of(Gender::Male), of(Gender::Female));
            assert!(men.abs_diff(women) <= (men + women) * 6 / 10, "{}: {men} men, {women} women", job.en);
        }
    }

    #[test]
    fn there_are_as_many_facts_as_a_small_model_can_learn() {
        let world = World::new(0, Numbers::for_bytes(4_000_000));
        assert!((500..=620).contains(&world.facts.len()), "{}", world.facts.len());
        let ids: BTreeSet<&str> = world.facts.iter().map(|fact| fact.id.as_str()).collect();
        assert_eq!(ids.len(), world.facts.len());
    }
}
