//! What a slot of a template says: the attributes of residents, places, animals, events and dishes.

use std::borrow::Cow;

use super::ja::{Form, conjugate};
use super::{Pen, Role, en::article};
use crate::facts::grade_words;
use crate::lexicon::{Action, DISTRICTS, Gender, MONTHS, Noun, WEEKDAYS, Word};
use crate::{Language, Relation, World};

/// The relation that an attribute states in so many words, if any: "does magic tricks" does not name the hobby.
pub(super) fn relation(role: &Role, field: &str) -> Option<Relation> {
    Some(match (role, field) {
        (Role::Resident(_), "family" | "full") => Relation::FamilyName,
        (Role::Resident(_), "job" | "ajob") => Relation::Job,
        (Role::Resident(_), "work") => Relation::Workplace,
        (Role::Resident(_), "home" | "district") => Relation::HomeDistrict,
        (Role::Resident(_), "food") => Relation::FavouriteFood,
        (Role::Resident(_), "hobby") => Relation::Hobby,
        (Role::Resident(_), "colour" | "acolour") => Relation::FavouriteColour,
        (Role::Resident(_), "month") => Relation::BirthMonth,
        (Role::Resident(_), "friend") => Relation::BestFriend,
        (Role::Resident(_), "sib") => Relation::Sibling,
        (Role::Resident(_), "pet" | "apet") => Relation::PetSpecies,
        (Role::Resident(_), "petname") => Relation::PetName,
        (Role::Resident(_), "grade") => Relation::Grade,
        (Role::Resident(_), "teacher") => Relation::Teacher,
        (Role::Place(_), "home") => Relation::District,
        (Role::Place(_), "known") => Relation::KnownFor,
        (Role::Place(_), "closed") => Relation::ClosedDay,
        (Role::Animal(_), "species" | "aspecies") => Relation::Species,
        (Role::Animal(_), "home") => Relation::Home,
        (Role::Animal(_), "treat") => Relation::Treat,
        (Role::Event(_), "month") => Relation::Month,
        (Role::Event(_), "venue") => Relation::Venue,
        (Role::Event(_), "highlight") => Relation::Highlight,
        (Role::Dish(_), "made") => Relation::Ingredient,
        (Role::Dish(_), "at") => Relation::ServedAt,
        _ => return None,
    })
}

/// A resident's name as the document calls people.
pub(super) fn name<'w>(pen: &Pen<'w>, resident: usize) -> Cow<'w, str> {
    let name = pen.world.residents[resident].name.get(pen.language);
    match pen.language {
        Language::Ja if pen.honorific => format!("{name}さん").into(),
        _ => name.into(),
    }
}

/// "he" → "she" where it is she. The word asked for is that for a man.
pub(super) fn pronoun(pen: &Pen<'_>, resident: usize, he: &str) -> Result<&'static str, String> {
    pronoun_of(pen.world.residents[resident].gender, he)
}

fn pronoun_of(gender: Gender, he: &str) -> Result<&'static str, String> {
    const PRONOUNS: [[&str; 2]; 7] = [
        ["he", "she"],
        ["He", "She"],
        ["his", "her"],
        ["him", "her"],
        ["himself", "herself"],
        ["boy", "girl"],
        ["man", "woman"],
    ];
    let found = PRONOUNS.iter().find(|pair| pair[0] == he);
    let pair = found.ok_or_else(|| format!("there is no pronoun `{he}`"))?;
    Ok(match gender {
        Gender::Male => pair[0],
        Gender::Female => pair[1],
    })
}

/// Whether a role has an attribute that not all have.
pub(super) fn has(world: &World, role: &Role, field: &str) -> Result<bool, String> {
    Ok(match (role, field) {
        (Role::Resident(index), "pet") => world.residents[*index].pet.is_some(),
        (Role::Resident(index), "sib") => world.residents[*index].sibling.is_some(),
        (Role::Resident(index), "child") => world.residents[*index].is_child(),
        (Role::Resident(index), "woman") => world.residents[*index].gender == Gender::Female,
        (Role::Place(index), "closed") => world.places[*index].closed.is_some(),
        (Role::Resident(index), "plural") => world.residents[*index].food.plural,
        _ => return Err(format!("`?{field}` cannot be asked of {role:?}")),
    })
}

fn word(language: Language, word: &Word) -> &'static str {
    match language {
        Language::Ja => word.ja,
        Language::En => word.en,
    }
}

fn noun(language: Language, noun: &Noun) -> &'static str {
    match language {
        Language::Ja => noun.ja,
        Language::En => noun.en,
    }
}

fn is_or_are(noun: &Noun) -> &'static str {
    if noun.plural { "are" } else { "is" }
}

/// A form of an action: in English `do`, `does`, `did`, `doing`; in Japanese the names of [`Form::parse`].
fn act(pen: &Pen<'_>, action: &Action, form: &str) -> Result<Cow<'static, str>, String> {
    let unknown = || format!("there is no form `{form}` of `{}`", action.base);
    if pen.language == Language::En {
        return Ok(match form {
            "do" => action.base,
            "does" => action.third,
            "did" => action.past,
            "doing" => action.ing,
            _ => return Err(unknown()),
        }
        .into());
    }
    let mut out = String::new();
    let form = Form::parse(form).ok_or_else(unknown)?;
    if !conjugate(&mut out, action.ja, action.class, form, pen.register) {
        return Err(unknown());
    }
    Ok(out.into())
}

/// An attribute of a resident.
pub(super) fn resident<'w>(pen: &Pen<'w>, index: usize, field: &str) -> Result<Cow<'w, str>, String> {
    let world = pen.world;
    let language = pen.language;
    let person = &world.residents[index];
    let pet = || person.pet.as_ref().ok_or_else(|| format!("{} has no pet", person.name.en));
    let sibling = || person.sibling.ok_or_else(|| format!("{} has no sibling", person.name.en));
    if let Some((what, form)) = field.split_once('.') {
        return match what {
            "hobby" => act(pen, &person.hobby.action, form),
            "job" => act(pen, &person.job.action, form),
            "pet" => act(pen, &pet()?.species.action, form),
            _ => Err(format!("a resident's `{what}` has no forms")),
        };
    }
    let english = |en: &'w str, ja: &'w str| if language == Language::En { en } else { ja };
    Ok(match field {
        "name" => name(pen, index),
        "bare" => person.name.get(language).into(),
        "family" => person.family.get(language).into(),
        "full" => match language {
            Language::Ja => format!("{}{}", person.family.ja, person.name.ja).into(),
            Language::En => format!("{} {}", person.name.en, person.family.en).into(),
        },
        "job" => english(person.job.en, person.job.ja).into(),
        "ajob" => format!("{} {}", article(person.job.en), person.job.en).into(),
        "work" => world.places[person.workplace].name.get(language).into(),
        "home" => match language {
            Language::Ja => DISTRICTS[person.district].ja.into(),
            Language::En => format!("the {}", DISTRICTS[person.district].en).into(),
        },
        "district" => word(language, &DISTRICTS[person.district]).into(),
        "food" => noun(language, person.food).into(),
        "is" => is_or_are(person.food).into(),
        "them" => if person.food.plural { "them" } else { "it" }.into(),
        "hobby" => english(person.hobby.en, person.hobby.ja).into(),
        "colour" => english(person.colour.en, person.colour.ja).into(),
        "acolour" => format!("{} {}", article(person.colour.en), person.colour.en).into(),
        "of" => english(person.colour.en, person.colour.ja_of).into(),
        "month" => word(language, &MONTHS[usize::from(person.month) - 1]).into(),
        "friend" => name(pen, person.friend),
        "grade" => match language {
            Language::Ja => grade_words(person.grade.unwrap_or(1)).ja.into(),
            Language::En => grade_words(person.grade.unwrap_or(1)).en.into(),
        },
        "teacher" => {
            let teacher = person.teacher.ok_or_else(|| format!("{} has no teacher", person.name.en))?;
            match language {
                Language::Ja => format!("{}先生", world.residents[teacher].name.ja).into(),
                Language::En => world.residents[teacher].name.en.as_str().into(),
            }
        }
        "pet" => english(pet()?.species.en, pet()?.species.ja).into(),
        "apet" => format!("{} {}", article(pet()?.species.en), pet()?.species.en).into(),
        "petname" => pet()?.name.get(language).into(),
        "counter" => pet()?.species.counter.into(),
        "sib" => name(pen, sibling()?.resident),
        "sibword" => word(language, &world.sibling_word(sibling()?)).into(),
        he => pronoun(pen, index, he)?.into(),
    })
}

/// An attribute of anything that is not a resident.
pub(super) fn other<'w>(pen: &Pen<'w>, role: &'w Role, field: &str) -> Result<Cow<'w, str>, String> {
    let world = pen.world;
    let language = pen.language;
    let unknown = || Err(format!("{role:?} has no `{field}`"));
    let english = |en: &'w str, ja: &'w str| if language == Language::En { en } else { ja };
    let district = |index: usize| -> Cow<'w, str> {
        match language {
            Language::Ja => DISTRICTS[index].ja.into(),
            Language::En => format!("the {}", DISTRICTS[index].en).into(),
        }
    };
    // Only residents are sometimes left unnamed.
    if matches!(field, "s" | "S" | "p") {
        let name = other(pen, role, "name")?;
        return Ok(match (language, field) {
            (Language::Ja, "p") => format!("{name}の").into(),
            (Language::Ja, _) => format!("{name}は").into(),
            (Language::En, "p") => format!("{name}'s").into(),
            (Language::En, _) => name,
        });
    }
    match role {
        Role::Resident(index) => resident(pen, *index, field),
        Role::Words(words) => Ok(words.get(language).into()),
        Role::Place(index) => {
            let place = &world.places[*index];
            if let Some(("visit", form)) = field.split_once('.') {
                return act(pen, &place.kind.visit[0], form);
            }
            Ok(match field {
                "name" => place.name.get(language).into(),
                "kind" => english(place.kind.en, place.kind.ja).into(),
                "akind" => format!("{} {}", article(place.kind.en), place.kind.en).into(),
                "home" => district(place.district),
                "known" => noun(language, place.known_for).into(),
                "is" => is_or_are(place.known_for).into(),
                "closed" => match place.closed {
                    Some(day) => word(language, &WEEKDAYS[day]).into(),
                    None => return unknown(),
                },
                _ => return unknown(),
            })
        }
        Role::Animal(index) => {
            let animal = &world.animals[*index];
            if let Some(("act", form)) = field.split_once('.') {
                return act(pen, &animal.species.action, form);
            }
            Ok(match field {
                "name" => animal.name.get(language).into(),
                "species" => english(animal.species.en, animal.species.ja).into(),
                "aspecies" => format!("{} {}", article(animal.species.en), animal.species.en).into(),
                "counter" => animal.species.counter.into(),
                "home" => world.places[animal.home].name.get(language).into(),
                "treat" => noun(language, animal.treat).into(),
                "is" => is_or_are(animal.treat).into(),
                he => pronoun_of(animal.gender, he)?.into(),
            })
        }
        Role::Event(index) => {
            let event = &world.events[*index];
            if let Some(("act", form)) = field.split_once('.') {
                return act(pen, &event.kind.action, form);
            }
            Ok(match field {
                "name" => word(language, &event.kind.name).into(),
                "month" => word(language, &MONTHS[usize::from(event.kind.month) - 1]).into(),
                "venue" => world.places[event.venue].name.get(language).into(),
                "highlight" => noun(language, &event.kind.highlight).into(),
                "is" => is_or_are(&event.kind.highlight).into(),
                _ => return unknown(),
            })
        }
        Role::Dish(index) => {
            let dish = &world.dishes[*index];
            Ok(match field {
                "name" => noun(language, &dish.kind.name).into(),
                "is" => is_or_are(&dish.kind.name).into(),
                "has" => if dish.kind.name.plural { "have" } else { "has" }.into(),
                "them" => if dish.kind.name.plural { "them" } else { "it" }.into(),
                "they" => if dish.kind.name.plural { "they" } else { "it" }.into(),
                "made" => noun(language, dish.ingredient).into(),
                "at" => world.places[dish.served_at].name.get(language).into(),
                _ => return unknown(),
            })
        }
    }
}
