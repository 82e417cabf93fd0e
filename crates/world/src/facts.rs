//! The ground truth: who lives in the town and what is true of them.
//!
//! A [`World`] is a pure function of its seed and its numbers of residents and places. Everything that is written later,
//! documents as well as questions and tests, is read off it, so nothing in the text can contradict anything else.

use std::collections::BTreeSet;

use ledger::random::Random;

use crate::Language;
use crate::lexicon::{
    CLOSED_DAYS, COLOURS, Colour, DISHES, DISTRICTS, DishKind, EVENTS, EventKind, FAMILIES, FOODS,
    Gender, HOBBIES, Hobby, JOBS, Job, MONTHS, Noun, PET_NAMES, PLACE_NAMES, PLACES, PUPIL,
    PlaceKind, SPECIES, Species, WEEKDAYS, WILD, Word, given_names,
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
        Bilingual {
            ja: ja.into(),
            en: en.into(),
        }
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
    /// Index into [`WEEKDAYS`]: the one day of the week on which it is closed.
    pub closed: usize,
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

    /// 44 residents for 4 MB of text, and as the square root of the size beyond and below that: entities and statements
    /// about each of them then grow alike.
    pub fn for_bytes(bytes: u64) -> Numbers {
        let scale = (bytes as f64 / 4e6).sqrt();
        let residents = (44.0 * scale).round() as usize;
        Numbers::for_residents(residents)
    }

    /// The number of residents, made even and brought within limits, and the places that go with it.
    pub fn for_residents(residents: usize) -> Numbers {
        let residents = residents.clamp(Numbers::RESIDENTS_MIN, Numbers::RESIDENTS_MAX) / 2 * 2;
        let places_max = PLACES.len() * (1 + PLACE_NAMES.len());
        let places = (residents * PLACES.len() / 44).clamp(PLACES.len(), places_max);
        Numbers { residents, places }
    }
}

/// Deals `count` values evenly: every value appears about equally often, in random order.
fn deal<'a, T>(values: &'a [T], count: usize, random: &mut Random) -> Vec<&'a T> {
    let mut dealt: Vec<&T> = Vec::with_capacity(count + values.len());
    while dealt.len() < count {
        let mut round: Vec<&T> = values.iter().collect();
        random.shuffle(&mut round);
        dealt.extend(round);
    }
    dealt.truncate(count);
    dealt
}

/// A uniformly random index into a list of `len` entries.
fn index(len: usize, random: &mut Random) -> usize {
    random.below(len as u64) as usize
}

impl World {
    /// The world of a seed.
    pub fn new(seed: u64, numbers: Numbers) -> World {
        let mut random = Random::new(seed, "world/facts", 0);
        let places = places(numbers.places, &mut random);
        let (residents, strangers) = residents(numbers.residents, &places, &mut random);
        let animals = animals(&places, &mut random);
        let events = events(&places, &mut random);
        let dishes = dishes(&places, &mut random);
        let mut world = World {
            seed,
            residents,
            places,
            animals,
            events,
            dishes,
            facts: Vec::new(),
            strangers,
        };
        world.facts = world.collect_facts();
        world
    }

    /// The fact about `subject` with this relation, if there is one.
    pub fn fact(&self, subject: Subject, relation: Relation) -> Option<&Fact> {
        self.facts
            .iter()
            .find(|fact| fact.subject == subject && fact.relation == relation)
    }

    /// The different values that a relation takes in this world, sorted.
    pub fn values(&self, relation: Relation) -> Vec<Bilingual> {
        let set: BTreeSet<Bilingual> = self
            .facts
            .iter()
            .filter(|fact| fact.relation == relation)
            .map(|fact| fact.value.clone())
            .collect();
        set.into_iter().collect()
    }

    /// What `sibling` is to a resident: "older sister", 「姉」.
    pub fn sibling_word(&self, sibling: Sibling) -> Word {
        match (self.residents[sibling.resident].gender, sibling.older) {
            (Gender::Male, true) => Word {
                ja: "兄",
                en: "older brother",
            },
            (Gender::Male, false) => Word {
                ja: "弟",
                en: "younger brother",
            },
            (Gender::Female, true) => Word {
                ja: "姉",
                en: "older sister",
            },
            (Gender::Female, false) => Word {
                ja: "妹",
                en: "younger sister",
            },
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
                (Relation::ClosedDay, WEEKDAYS[place.closed].into()),
            ];
            facts.extend(values.map(|(relation, value)| {
                fact(Subject::Place(index), &place.name, relation, value)
            }));
        }
        for (index, animal) in self.animals.iter().enumerate() {
            let values = [
                (
                    Relation::Species,
                    Bilingual::new(animal.species.ja, animal.species.en),
                ),
                (Relation::Home, self.places[animal.home].name.clone()),
                (Relation::Treat, (*animal.treat).into()),
            ];
            facts.extend(values.map(|(relation, value)| {
                fact(Subject::Animal(index), &animal.name, relation, value)
            }));
        }
        for (index, event) in self.events.iter().enumerate() {
            let values = [
                (
                    Relation::Month,
                    MONTHS[usize::from(event.kind.month) - 1].into(),
                ),
                (Relation::Venue, self.places[event.venue].name.clone()),
                (Relation::Highlight, event.kind.highlight.into()),
            ];
            let name = event.kind.name.into();
            facts.extend(
                values.map(|(relation, value)| fact(Subject::Event(index), &name, relation, value)),
            );
        }
        for (index, dish) in self.dishes.iter().enumerate() {
            let values = [
                (Relation::Ingredient, (*dish.ingredient).into()),
                (Relation::ServedAt, self.places[dish.served_at].name.clone()),
            ];
            let name = dish.kind.name.into();
            facts.extend(
                values.map(|(relation, value)| fact(Subject::Dish(index), &name, relation, value)),
            );
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
                values.push((
                    Relation::Job,
                    Bilingual::new(resident.job.ja, resident.job.en),
                ));
                values.push((
                    Relation::Workplace,
                    self.places[resident.workplace].name.clone(),
                ));
            }
        }
        values.extend([
            (Relation::HomeDistrict, DISTRICTS[resident.district].into()),
            (Relation::FavouriteFood, (*resident.food).into()),
            (
                Relation::Hobby,
                Bilingual::new(resident.hobby.ja, resident.hobby.en),
            ),
            (
                Relation::FavouriteColour,
                Bilingual::new(resident.colour.ja, resident.colour.en),
            ),
            (
                Relation::BirthMonth,
                MONTHS[usize::from(resident.month) - 1].into(),
            ),
            (
                Relation::BestFriend,
                self.residents[resident.friend].name.clone(),
            ),
        ]);
        if let Some(sibling) = resident.sibling {
            values.push((
                Relation::Sibling,
                self.residents[sibling.resident].name.clone(),
            ));
        }
        if let Some(pet) = &resident.pet {
            values.push((
                Relation::PetSpecies,
                Bilingual::new(pet.species.ja, pet.species.en),
            ));
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
        Relation::HomeDistrict | Relation::District => vec![Bilingual::new(
            value.ja.trim_end_matches("地区"),
            value.en.trim_end_matches(" District"),
        )],
        _ => Vec::new(),
    };
    Fact {
        id: format!("{slug}/{}", relation.key()),
        subject,
        name: name.clone(),
        relation,
        value,
        accepted,
    }
}

fn places(count: usize, random: &mut Random) -> Vec<Place> {
    let districts = deal(&[0, 1, 2, 3, 4, 5], count, random);
    let closed = deal(CLOSED_DAYS, count, random);
    (0..count)
        .map(|number| {
            let kind = &PLACES[number % PLACES.len()];
            let name = match number / PLACES.len() {
                0 => kind.name.into(),
                round => {
                    let proper = &PLACE_NAMES[round - 1];
                    Bilingual::new(
                        format!("{}{}", proper.ja, kind.suffix.ja),
                        format!("{} {}", proper.en, kind.suffix.en),
                    )
                }
            };
            let known_for = &kind.known_for[index(kind.known_for.len(), random)];
            Place {
                name,
                kind,
                district: *districts[number],
                known_for,
                closed: *closed[number],
            }
        })
        .collect()
}

/// Names that are unique in both languages: `count` men's, `count` women's, and what is left over.
fn draw_names(count: usize, random: &mut Random) -> [Vec<Bilingual>; 3] {
    let mut used = BTreeSet::new();
    let mut drawn = [Vec::new(), Vec::new(), Vec::new()];
    for (slot, gender) in [Gender::Male, Gender::Female].into_iter().enumerate() {
        let mut names: Vec<Bilingual> = given_names(gender)
            .filter(|(ja, en)| used.insert(ja.clone()) & used.insert(en.clone()))
            .map(|(ja, en)| Bilingual::new(ja, en))
            .collect();
        // The written lists come first; a small town draws from them alone.
        let drawn_from = names.len().min(count.max(30));
        random.shuffle(&mut names[..drawn_from]);
        let mut rest = names.split_off(count.min(names.len()));
        rest.truncate(60);
        drawn[slot] = names;
        drawn[2].extend(rest);
    }
    drawn
}

fn residents(
    count: usize,
    places: &[Place],
    random: &mut Random,
) -> (Vec<Resident>, Vec<Bilingual>) {
    let [men, women, strangers] = draw_names(count / 2, random);
    let children = count / 12 * 2;
    let grown_ups = count - children;
    let families = deal(FAMILIES, count, random);
    let districts = deal(&[0, 1, 2, 3, 4, 5], count, random);
    let foods = deal(FOODS, count, random);
    let hobbies = deal(HOBBIES, count, random);
    let colours = deal(COLOURS, count, random);
    let months = deal(&[1u8, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12], count, random);
    // Jobs in the order of the list, so that every workplace has someone, dealt to people in random order, so that
    // jobs and genders are independent.
    let mut jobs: Vec<usize> = (0..grown_ups).map(|number| number % JOBS.len()).collect();
    random.shuffle(&mut jobs);
    let mut residents: Vec<Resident> = (0..count)
        .map(|number| {
            let (name, gender) = match number % 2 {
                0 => (men[number / 2].clone(), Gender::Male),
                _ => (women[number / 2].clone(), Gender::Female),
            };
            let job = if number < grown_ups {
                &JOBS[jobs[number]]
            } else {
                &PUPIL
            };
            let grade = (number >= grown_ups).then(|| 1 + index(6, random) as u8);
            Resident {
                name,
                family: (*families[number]).into(),
                gender,
                grade,
                job,
                workplace: workplace(job, places, random),
                district: *districts[number],
                food: foods[number],
                hobby: hobbies[number],
                colour: colours[number],
                month: *months[number],
                friend: 0,
                sibling: None,
                teacher: None,
                pet: None,
            }
        })
        .collect();
    befriend(&mut residents[..], grown_ups, random);
    make_siblings(&mut residents, grown_ups, random);
    give_teachers(&mut residents, random);
    give_pets(&mut residents, random);
    (residents, strangers)
}

fn workplace(job: &Job, places: &[Place], random: &mut Random) -> usize {
    let fitting: Vec<usize> = (0..places.len())
        .filter(|&place| places[place].kind.key == job.at)
        .collect();
    fitting[index(fitting.len(), random)]
}

/// Pairs grown-ups with grown-ups and children with children.
fn befriend(residents: &mut [Resident], grown_ups: usize, random: &mut Random) {
    for range in [0..grown_ups, grown_ups..residents.len()] {
        let mut order: Vec<usize> = range.collect();
        random.shuffle(&mut order);
        for pair in order.chunks_exact(2) {
            residents[pair[0]].friend = pair[1];
            residents[pair[1]].friend = pair[0];
        }
    }
}

/// Makes a quarter of the residents siblings, two by two; siblings share a family name that no one else has been given
/// on their account, are not best friends, and are both grown-ups or both children.
fn make_siblings(residents: &mut [Resident], grown_ups: usize, random: &mut Random) {
    for range in [0..grown_ups, grown_ups..residents.len()] {
        let mut order: Vec<usize> = range.collect();
        random.shuffle(&mut order);
        let chosen = order.len() / 4;
        for pair in order[..chosen / 2 * 2].chunks_exact(2) {
            let (older, younger) = (pair[0], pair[1]);
            if residents[older].friend == younger {
                continue;
            }
            // Someone in school cannot have an older sibling in a lower grade.
            if let (Some(a), Some(b)) = (residents[older].grade, residents[younger].grade)
                && a <= b
            {
                residents[older].grade = Some(b.max(2));
                residents[younger].grade = Some(b.max(2) - 1);
            }
            residents[younger].family = residents[older].family.clone();
            residents[older].sibling = Some(Sibling {
                resident: younger,
                older: false,
            });
            residents[younger].sibling = Some(Sibling {
                resident: older,
                older: true,
            });
        }
    }
}

fn give_teachers(residents: &mut [Resident], random: &mut Random) {
    for child in 0..residents.len() {
        if residents[child].grade.is_none() {
            continue;
        }
        let school = residents[child].workplace;
        let is_teacher =
            |resident: &Resident| resident.job.at == "school" && resident.grade.is_none();
        let mut teachers: Vec<usize> = (0..residents.len())
            .filter(|&other| is_teacher(&residents[other]) && residents[other].workplace == school)
            .collect();
        if teachers.is_empty() {
            teachers = (0..residents.len())
                .filter(|&other| is_teacher(&residents[other]))
                .collect();
        }
        let teacher = teachers[index(teachers.len(), random)];
        residents[child].teacher = Some(teacher);
        residents[child].workplace = residents[teacher].workplace;
    }
}

/// Gives pets to six residents in ten.
fn give_pets(residents: &mut [Resident], random: &mut Random) {
    let mut owners: Vec<usize> = (0..residents.len()).collect();
    random.shuffle(&mut owners);
    owners.truncate(residents.len() * 6 / 10);
    owners.sort_unstable();
    let species = deal(SPECIES, owners.len(), random);
    let mut names: Vec<&Word> = PET_NAMES.iter().collect();
    random.shuffle(&mut names);
    const SECOND_PARTS: [(&str, &str); 11] = [
        ("", ""),
        ("マル", "maru"),
        ("ノスケ", "nosuke"),
        ("リン", "rin"),
        ("ベエ", "bei"),
        ("ッチ", "chi"),
        ("タロウ", "taro"),
        ("ミン", "min"),
        ("ゾウ", "zo"),
        ("ピョン", "pyon"),
        ("ヒメ", "hime"),
    ];
    for (number, owner) in owners.into_iter().enumerate() {
        let name = names[number % names.len()];
        let (ja, en) = SECOND_PARTS[number / names.len() % SECOND_PARTS.len()];
        let name = Bilingual::new(format!("{}{ja}", name.ja), format!("{}{en}", name.en));
        residents[owner].pet = Some(Pet {
            name,
            species: species[number],
        });
    }
}

/// The place of one of these kinds where something is held; the first place of a kind is the town's main one.
fn main_place(kinds: &[&str], places: &[Place], random: &mut Random) -> usize {
    let kind = kinds[index(kinds.len(), random)];
    places
        .iter()
        .position(|place| place.kind.key == kind)
        .unwrap_or(0)
}

fn animals(places: &[Place], random: &mut Random) -> Vec<Animal> {
    const COUNT: usize = 8;
    let mut order: Vec<usize> = (0..WILD.len()).collect();
    random.shuffle(&mut order);
    order.truncate(COUNT);
    order.sort_unstable();
    order
        .into_iter()
        .map(|number| Animal {
            name: WILD[number].name.into(),
            gender: if random.below(2) == 0 {
                Gender::Male
            } else {
                Gender::Female
            },
            species: &WILD[number].species,
            home: main_place(WILD[number].homes, places, random),
            treat: &WILD[number].treats[index(WILD[number].treats.len(), random)],
        })
        .collect()
}

fn events(places: &[Place], random: &mut Random) -> Vec<Event> {
    EVENTS
        .iter()
        .map(|kind| Event {
            kind,
            venue: main_place(kind.at, places, random),
        })
        .collect()
}

fn dishes(places: &[Place], random: &mut Random) -> Vec<Dish> {
    DISHES
        .iter()
        .map(|kind| Dish {
            kind,
            ingredient: &kind.ingredients[index(kind.ingredients.len(), random)],
            served_at: main_place(kind.at, places, random),
        })
        .collect()
}
