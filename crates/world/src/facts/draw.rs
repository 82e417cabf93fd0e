//! Drawing a world: who lives where, does what and knows whom, from a seed.

use std::collections::BTreeSet;

use ledger::random::Random;

use super::{Animal, Bilingual, Dish, Event, Pet, Place, Resident, Sibling};
use crate::lexicon::{
    CLOSED_DAYS, COLOURS, DISHES, EVENTS, FAMILIES, FOODS, Gender, HOBBIES, JOBS, Job, PET_NAMES, PLACE_NAMES, PLACES,
    PUPIL, SPECIES, WILD, Word, given_names,
};

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

/// Kinds of place that are open every day.
const ALWAYS_OPEN: [&str; 3] = ["station", "fire", "park"];

pub(super) fn places(count: usize, random: &mut Random) -> Vec<Place> {
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
                closed: (!ALWAYS_OPEN.contains(&kind.key)).then_some(*closed[number]),
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

pub(super) fn residents(count: usize, places: &[Place], random: &mut Random) -> (Vec<Resident>, Vec<Bilingual>) {
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
            let job = if number < grown_ups { &JOBS[jobs[number]] } else { &PUPIL };
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
    let fitting: Vec<usize> = (0..places.len()).filter(|&place| places[place].kind.key == job.at).collect();
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
            residents[older].sibling = Some(Sibling { resident: younger, older: false });
            residents[younger].sibling = Some(Sibling { resident: older, older: true });
        }
    }
}

fn give_teachers(residents: &mut [Resident], random: &mut Random) {
    for child in 0..residents.len() {
        if residents[child].grade.is_none() {
            continue;
        }
        let school = residents[child].workplace;
        let is_teacher = |resident: &Resident| resident.job.at == "school" && resident.grade.is_none();
        let mut teachers: Vec<usize> = (0..residents.len())
            .filter(|&other| is_teacher(&residents[other]) && residents[other].workplace == school)
            .collect();
        if teachers.is_empty() {
            teachers = (0..residents.len()).filter(|&other| is_teacher(&residents[other])).collect();
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
    const SECOND_PARTS: [(&str, &str); 13] = [
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
        ("スケ", "suke"),
        ("ッコ", "kko"),
    ];
    for (number, owner) in owners.into_iter().enumerate() {
        let name = names[number % names.len()];
        let (ja, en) = SECOND_PARTS[number / names.len() % SECOND_PARTS.len()];
        let name = Bilingual::new(format!("{}{ja}", name.ja), format!("{}{en}", name.en));
        residents[owner].pet = Some(Pet { name, species: species[number] });
    }
}

/// The place of one of these kinds where something is held; the first place of a kind is the town's main one.
fn main_place(kinds: &[&str], places: &[Place], random: &mut Random) -> usize {
    let kind = kinds[index(kinds.len(), random)];
    places.iter().position(|place| place.kind.key == kind).unwrap_or(0)
}

pub(super) fn animals(places: &[Place], random: &mut Random) -> Vec<Animal> {
    const COUNT: usize = 8;
    let mut order: Vec<usize> = (0..WILD.len()).collect();
    random.shuffle(&mut order);
    order.truncate(COUNT);
    order.sort_unstable();
    order
        .into_iter()
        .map(|number| Animal {
            name: WILD[number].name.into(),
            gender: if random.below(2) == 0 { Gender::Male } else { Gender::Female },
            species: &WILD[number].species,
            home: main_place(WILD[number].homes, places, random),
            treat: &WILD[number].treats[index(WILD[number].treats.len(), random)],
        })
        .collect()
}

pub(super) fn events(places: &[Place], random: &mut Random) -> Vec<Event> {
    EVENTS.iter().map(|kind| Event { kind, venue: main_place(kind.at, places, random) }).collect()
}

pub(super) fn dishes(places: &[Place], random: &mut Random) -> Vec<Dish> {
    DISHES
        .iter()
        .map(|kind| Dish {
            kind,
            ingredient: &kind.ingredients[index(kind.ingredients.len(), random)],
            served_at: main_place(kind.at, places, random),
        })
        .collect()
}
