//! The town as a whole: who and what there is, what people do at work, where one can do what.

use std::collections::BTreeSet;

use super::known::{answer, asked_slots, called, in_circle, list, some};
use super::say::{self, slots};
use super::tables::names::LACKING;
use super::tables::town::*;
use super::unknown::stranger_reply;
use super::vary::typed;
use super::{Desk, Turns};
use crate::facts::{Place, Resident};
use crate::grammar::Register;
use crate::grammar::en::article;
use crate::grammar::ja::{Form, conjugate};
use crate::lexicon::{Action, Class, DISTRICTS, JOBS, PLACES, w};
use crate::{Bilingual, Language, Relation, Subject};

/// The town as a whole: how many live there, what there is.
pub(super) fn town(desk: &mut Desk<'_>) -> Option<Turns> {
    if desk.chance(7) {
        return season(desk);
    }
    let mut question = desk.random.choose(TOWN);
    // Numbers are soon learnt.
    if matches!(question.listed, Listed::Number(_)) && desk.chance(60) {
        question = desk.random.choose(TOWN);
    }
    let patterns = if desk.language == Language::En { question.en } else { question.ja };
    let numbered: Vec<&str> = patterns.iter().copied().filter(|pattern| pattern.contains("{n}")).collect();
    let any = numbered.is_empty() || desk.chance(70);
    let pattern = *desk.random.choose::<&str>(if any { patterns } else { &numbered });
    let names = listed(desk, question.listed);
    // Three, unless the question wants another number, of which there are as many.
    let most = HOW_MANY_EN.len().min(names.len().saturating_sub(1));
    let wanted = if pattern.contains("{n}") { desk.below(most) } else { 1 };
    let numbers = match (desk.language, question.listed) {
        (Language::En, _) => HOW_MANY_EN,
        (Language::Ja, Listed::People | Listed::Children) => HOW_MANY_PEOPLE_JA,
        (Language::Ja, _) => HOW_MANY_JA,
    };
    let asked = typed(desk, say::fill(pattern, &[("n", numbers[wanted])]));
    let count = if question.listed == Listed::Doing { 1 } else { wanted + 2 };
    let names = in_circle(desk, names);
    let mut turns = vec![(asked, enumerated(desk, question, &names[..count.min(names.len())]))];
    // "Any others?": on from where the list broke off.
    if names.len() >= 2 * count && desk.chance(20) {
        let asked = desk.pick(ANY_MORE_EN, ANY_MORE_JA).to_string();
        turns.push((asked, enumerated(desk, question, &names[count..2 * count])));
    }
    if turns.len() == 1 && count > 1 && desk.chance(8) {
        let asked = desk.pick(WHICH_OF_EN, WHICH_OF_JA).to_string();
        turns.push((asked, stranger_reply(desk)));
    }
    if question.listed == Listed::Places && turns.len() == 1 && desk.chance(25) {
        turns.extend(why_there(desk, &names[0]));
    }
    Some(turns)
}

/// Asked why the place is worth a visit that was named first.
fn why_there(desk: &mut Desk<'_>, name: &str) -> Option<(String, String)> {
    let place = desk.world.places.iter().position(|place| place.name.get(desk.language) == name)?;
    let fact = desk.told(Subject::Place(place), Relation::KnownFor)?;
    let asked = desk.pick(WHY_THERE_EN, WHY_THERE_JA).to_string();
    Some((asked, answer(desk, fact)))
}

/// The reply to a question about the town that names these.
fn enumerated(desk: &Desk<'_>, question: &OfTheTown, names: &[String]) -> String {
    let pattern = if desk.language == Language::En { question.en_reply } else { question.ja_reply };
    desk.finish(say::fill(pattern, &[("x", &list(names, desk.language))]))
}

/// Kinds of places where one buys things.
const SHOPS: &[&str] = &["bakery", "market", "bookshop", "florist"];

/// All that the world has of something, as the reply writes it, in the world's order: sorted, names that begin alike would stand
/// side by side, and be taken for each other.
fn listed(desk: &Desk<'_>, what: Listed) -> Vec<String> {
    let (world, language) = (desk.world, desk.language);
    let word = |words: Bilingual| words.get(language).to_string();
    let with_article = |words: Bilingual| match language {
        Language::En => format!("{} {}", article(&words.en), words.en),
        Language::Ja => words.ja,
    };
    let people = world.residents.iter();
    let name = |person: &Resident| called(person.name.get(language), language);
    let place = |index: usize| world.places[index].name.clone();
    let mut all: Vec<String> = match what {
        Listed::Number(of) => vec![listed(desk, *of).len().to_string()],
        Listed::People => people.map(name).collect(),
        Listed::Children => people.filter(|person| person.is_child()).map(name).collect(),
        Listed::Places => world.places.iter().map(|place| word(place.name.clone())).collect(),
        Listed::Shops => {
            let shops = world.places.iter().filter(|place| SHOPS.contains(&place.kind.key));
            shops.map(|place| word(place.name.clone())).collect()
        }
        Listed::Eateries => world.dishes.iter().map(|dish| word(place(dish.served_at))).collect(),
        Listed::Districts => with_the(DISTRICTS.iter().map(|district| word((*district).into())), language),
        Listed::Events => with_the(world.events.iter().map(|event| word(event.kind.name.into())), language),
        Listed::Dishes => world.dishes.iter().map(|dish| word(dish.kind.name.into())).collect(),
        Listed::Animals => (0..world.animals.len()).map(|index| animal(desk, index)).collect(),
        Listed::Pets => world.values(Relation::PetSpecies).into_iter().cloned().map(with_article).collect(),
        Listed::Jobs => world.values(Relation::Job).into_iter().cloned().map(with_article).collect(),
        Listed::Hobbies => world.values(Relation::Hobby).into_iter().cloned().map(word).collect(),
        Listed::Doing => world.places[..PLACES.len()].iter().map(|place| done_at(place, language)).collect(),
    };
    let mut seen = BTreeSet::new();
    all.retain(|item| seen.insert(item.clone()));
    all
}

/// "Pepe the penguin", if that may be told.
pub(super) fn animal(desk: &Desk<'_>, index: usize) -> String {
    let name = desk.world.animals[index].name.get(desk.language);
    match (desk.told(Subject::Animal(index), Relation::Species), desk.language) {
        (Some(fact), Language::En) => format!("{name} the {}", fact.value.en),
        (Some(fact), Language::Ja) => format!("{}の{name}", fact.value.ja),
        (None, _) => name.to_string(),
    }
}

/// Names that English has behind "the".
fn with_the(names: impl Iterator<Item = String>, language: Language) -> Vec<String> {
    names.map(|name| if language == Language::En { format!("the {name}") } else { name }).collect()
}

/// What one can do at a place that was just spoken of.
pub(super) fn done_there(desk: &mut Desk<'_>, name: &Bilingual) -> Option<(String, String)> {
    let place = desk.world.places.iter().find(|place| place.name == *name)?;
    let buys = SHOPS.contains(&place.kind.key) && desk.chance(60);
    let [en, ja] = if buys { BUY_THERE } else { DO_THERE };
    Some((desk.pick(en, ja).to_string(), can_do(desk, place)))
}

/// What one can do at some place.
fn done_where(desk: &mut Desk<'_>) -> Option<Turns> {
    let place = desk.random.choose(&desk.world.places);
    let asked = say::fill(desk.pick(DO_AT[0], DO_AT[1]), &[("s", place.name.get(desk.language))]);
    Some(vec![(typed(desk, asked), can_do(desk, place))])
}

/// "You can buy bread at Komugi Bakery."
fn can_do(desk: &Desk<'_>, place: &Place) -> String {
    let (action, name) = (&place.kind.visit[0], place.name.get(desk.language));
    match desk.language {
        Language::En => format!("You can {} at {name}.", action.base),
        Language::Ja => format!("{name}では{}ことができます。", action.ja),
    }
}

/// "buy bread at Komugi Bakery"
fn done_at(place: &Place, language: Language) -> String {
    let (action, name) = (&place.kind.visit[0], place.name.get(language));
    match language {
        Language::En => format!("{} at {name}", action.base),
        Language::Ja => format!("{name}で{}", action.ja),
    }
}

/// What people of a job do, and what one does at a place.
pub(super) fn doing(desk: &mut Desk<'_>) -> Option<Turns> {
    match desk.below(6) {
        0 => job(desk),
        1 => at_work(desk),
        2 => done_where(desk),
        _ => visit(desk),
    }
}

fn job(desk: &mut Desk<'_>) -> Option<Turns> {
    let job = desk.random.choose(JOBS);
    let (named, does) = match desk.language {
        Language::En => (format!("{} {}", article(job.en), job.en), job.action.third.to_string()),
        Language::Ja => (job.ja.to_string(), polite(&job.action)),
    };
    let asked = desk.pick(
        &["What does {a} do?", "What is the work of {a}?", "What does {a} do at work?", "Explain what {a} does."],
        &["{a}は何をする人ですか？", "{a}の仕事は何ですか？", "{a}は何をしますか？", "{a}とはどんな仕事ですか？"],
    );
    let asked = typed(desk, say::fill(asked, &[("a", &named)]));
    let reply = if desk.language == Language::En { "{a} {does}." } else { "{a}は{does}。" };
    let reply = say::fill(reply, &[("a", &named), ("does", &does)]);
    Some(vec![(asked, desk.finish(reply))])
}

fn at_work(desk: &mut Desk<'_>) -> Option<Turns> {
    let index = desk.resident();
    let fact = desk.told(Subject::Resident(index), Relation::Job)?;
    let action = &desk.world.residents[index].job.action;
    let asked = desk.pick(
        &["What does {s} do at work?", "What does {s} do every day at work?", "What does {s} do in {his} job?"],
        &["{s}は仕事で何をしますか？", "{s}は毎日仕事で何をしますか？", "{s}は仕事中に何をするの？"],
    );
    let asked = asked_slots(desk, fact).fill(asked);
    let mut words = slots(desk.world, fact, desk.language);
    let (reply, does) = match desk.language {
        Language::En => ("{s} is {a} and {does}.", action.third.to_string()),
        Language::Ja => ("{s}は{v}で、{does}。", polite(action)),
    };
    words.set("does", does);
    Some(vec![(typed(desk, asked), desk.finish(words.fill(reply)))])
}

/// Where one can do what.
fn visit(desk: &mut Desk<'_>) -> Option<Turns> {
    if desk.chance(25) {
        let (en, ja, class) = *desk.random.choose(NOWHERE);
        return Some(vec![(asked_where(desk, en, ja, class), stranger_reply(desk))]);
    }
    let (key, en, ja, class) = match desk.chance(60) {
        true => *desk.random.choose(PURPOSES),
        false => {
            let kind = desk.random.choose(PLACES);
            let action = &kind.visit[0];
            (kind.key, action.base, action.ja, action.class)
        }
    };
    // The first places are one of each kind.
    let place = desk.world.places.iter().find(|place| place.kind.key == key)?;
    let name = place.name.get(desk.language).to_string();
    let words = [("act", if desk.language == Language::En { en } else { ja }), ("s", name.as_str())];
    let reply = if desk.language == Language::En { "You can {act} at {s}." } else { "{act}なら、{s}です。" };
    Some(vec![(asked_where(desk, en, ja, class), desk.finish(say::fill(reply, &words)))])
}

/// "Where can I buy a book?" 「本を買いたいです。どこへ行けばいいですか？」
fn asked_where(desk: &mut Desk<'_>, en: &str, ja: &str, class: Class) -> String {
    let mut wish = String::new();
    let known = conjugate(&mut wish, ja, class, Form::Wish, Register::Plain);
    debug_assert!(known, "{ja} is not of its class");
    let act = if desk.language == Language::En { en } else { ja };
    let asked = say::fill(desk.pick(WHERE_TO_EN, WHERE_TO_JA), &[("act", act), ("wish", &wish)]);
    typed(desk, asked)
}

/// What is held in a season, at times in another one too.
fn season(desk: &mut Desk<'_>) -> Option<Turns> {
    let asked = desk.pick(IN_SEASON_EN, IN_SEASON_JA);
    let mut turns = vec![held_in_season(desk, asked)?];
    if desk.chance(30) {
        let asked = desk.pick(AND_SEASON_EN, AND_SEASON_JA);
        let other = held_in_season(desk, asked)?;
        if other.1 != turns[0].1 {
            turns.push(other);
        }
    }
    Some(turns)
}

fn held_in_season(desk: &mut Desk<'_>, asked: &str) -> Option<(String, String)> {
    let (season, months) = desk.random.choose(SEASONS);
    let season = Bilingual::from(*season);
    let season = season.get(desk.language);
    let asked = say::fill(asked, &[("n", season)]);
    let events = desk.world.events.iter().filter(|event| months.contains(&event.kind.month));
    let names: Vec<String> =
        with_the(events.map(|event| Bilingual::from(event.kind.name).get(desk.language).to_string()), desk.language);
    let reply = match (names.len(), desk.language) {
        (0, _) => return None,
        (1, Language::En) => "In {n} there is {x}.",
        (_, Language::En) => "In {n} there are {x}.",
        (_, Language::Ja) => "{n}には{x}があります。",
    };
    let names = some(desk, names, 3);
    let reply = say::fill(reply, &[("n", season), ("x", &list(&names, desk.language))]);
    Some((typed(desk, asked), reply))
}

/// Whether the town has a place of a kind, with what it is called or where it is.
pub(super) fn is_there(desk: &mut Desk<'_>) -> Option<Turns> {
    if desk.chance(20) {
        return is_held(desk);
    }
    let asked = desk.pick(IS_THERE_EN, IS_THERE_JA);
    let lacks_it = desk.chance(35);
    // The first places are one of each kind.
    let index = desk.below(PLACES.len());
    let kind = match lacks_it {
        true => *desk.random.choose(LACKING),
        false => w(PLACES[index].ja, PLACES[index].en),
    };
    let (word, indefinite) = match desk.language {
        Language::En => (kind.en, format!("{} {}", article(kind.en), kind.en)),
        Language::Ja => (kind.ja, kind.ja.to_string()),
    };
    let asked = typed(desk, say::fill(asked, &[("k", word), ("a", &indefinite)]));
    if lacks_it {
        return Some(vec![(asked, stranger_reply(desk))]);
    }
    let subject = Subject::Place(index);
    let reply = match desk.told(subject, Relation::District).filter(|_| desk.chance(40)) {
        Some(fact) => {
            let words = slots(desk.world, fact, desk.language);
            words.fill(desk.pick(&["Yes, there is {s} in the {v}."], &["はい、{v}に{s}があります。"]))
        }
        None => {
            let name = desk.world.places[index].name.get(desk.language).to_string();
            say::fill(desk.pick(&["Yes, there is {s}."], &["はい、{s}があります。"]), &[("s", &name)])
        }
    };
    Some(vec![(asked, reply)])
}

/// Whether the town has an event, with its month.
fn is_held(desk: &mut Desk<'_>) -> Option<Turns> {
    let asked = desk.pick(IS_HELD_EN, IS_HELD_JA);
    let event = desk.below(desk.world.events.len());
    let (name, reply) = match desk.chance(40) {
        true => (desk.random.choose(&desk.strangers.events).get(desk.language).to_string(), stranger_reply(desk)),
        false => {
            let fact = desk.told(Subject::Event(event), Relation::Month)?;
            let words = slots(desk.world, fact, desk.language);
            let reply = words.fill(desk.pick(&["Yes, {s} is held in {v}."], &["はい、{s}は{v}に開かれます。"]));
            (fact.name.get(desk.language).to_string(), reply)
        }
    };
    let name = if desk.language == Language::En { format!("the {name}") } else { name };
    Some(vec![(typed(desk, say::fill(asked, &[("e", &name)])), reply)])
}

/// 「パンを焼きます」
fn polite(action: &Action) -> String {
    let mut verb = String::new();
    let known = conjugate(&mut verb, action.ja, action.class, Form::Present, Register::Polite);
    debug_assert!(known, "{} is not of its class", action.ja);
    verb
}

#[cfg(test)]
mod tests {
    use ledger::random::Random;

    use super::*;
    use crate::instruct::names::Side;
    use crate::instruct::sheet::asking;

    #[test]
    fn what_the_town_lacks_it_does_not_have() {
        for kind in LACKING {
            assert!(PLACES.iter().all(|place| place.ja != kind.ja && place.en != kind.en), "{}", kind.en);
        }
    }

    #[test]
    fn one_goes_for_a_purpose_to_a_kind_of_place_that_there_is() {
        for (key, purpose, ..) in PURPOSES {
            assert!(PLACES.iter().any(|place| place.key == *key), "{key}: {purpose}");
        }
    }

    #[test]
    fn after_each_name_the_same_one_comes() {
        let world = crate::Options::default().world();
        let mut desk = Desk::new(&world, Side::Training, Random::new(1, "town", 0));
        let people = listed(&desk, Listed::People);
        let mut first = BTreeSet::new();
        for _ in 0..200 {
            let named = some(&mut desk, people.clone(), 4);
            let places: Vec<_> =
                named.iter().filter_map(|name| people.iter().position(|other| other == name)).collect();
            let next: Vec<_> = (places[0]..places[0] + 4).map(|place| place % people.len()).collect();
            assert_eq!(places, next, "{named:?}");
            first.insert(places[0]);
        }
        assert!(first.len() > people.len() / 2);
    }

    #[test]
    fn as_many_are_named_as_were_asked_for() {
        let world = crate::Options::default().world();
        let mut desk = Desk::new(&world, Side::Training, Random::new(1, "town", 0));
        let mut asked = 0;
        for _ in 0..4000 {
            let (question, answer) = town(&mut desk).expect("a town has lists").remove(0);
            // Words around a question may have a number too: "I've asked three people already."
            let around = ["before", "after"].into_iter().flat_map(|form| asking(Language::En).all(form));
            let question = around
                .filter(|line| HOW_MANY_EN.iter().any(|number| line.text.to_lowercase().contains(number)))
                .fold(question.to_lowercase(), |question, line| question.replace(&line.text.to_lowercase(), ""));
            let Some(wanted) = HOW_MANY_EN.iter().position(|number| question.contains(&format!(" {number} "))) else {
                continue;
            };
            // "a, b and c", as an example or not
            let answer = answer.replace(", for example", "").replace("For example, ", "");
            let named = 1 + answer.matches(", ").count() + answer.matches(" and ").count();
            assert_eq!(named, wanted + 2, "{question} {answer}");
            asked += 1;
        }
        assert!(asked > 100, "{asked} questions with a number");
    }
}
