//! The town as a whole: who and what there is, what people do at work, where one can do what.

use super::known::{asked_slots, called, list};
use super::say::{self, slots};
use super::tables::town::TOWN;
use super::vary::typed;
use super::{Desk, Turns};
use crate::grammar::Register;
use crate::grammar::en::article;
use crate::grammar::ja::{Form, conjugate};
use crate::lexicon::{Action, JOBS, PLACES};
use crate::{Bilingual, Language, Relation, Subject};

/// The town as a whole: how many live there, what there is.
pub(super) fn town(desk: &mut Desk<'_>) -> Option<Turns> {
    let world = desk.world;
    let language = desk.language;
    let mut some = |names: Vec<String>| -> String {
        let mut names = names;
        desk.random.shuffle(&mut names);
        names.truncate(3);
        list(&names, language)
    };
    let count = world.residents.len().to_string();
    let people = some(world.residents.iter().map(|person| called(person.name.get(language), language)).collect());
    let places = some(world.places.iter().map(|place| place.name.get(language).to_string()).collect());
    let events =
        some(world.events.iter().map(|event| Bilingual::from(event.kind.name).get(language).to_string()).collect());
    let dishes =
        some(world.dishes.iter().map(|dish| Bilingual::from(dish.kind.name).get(language).to_string()).collect());
    let animals = some(world.animals.iter().map(|animal| animal.name.get(language).to_string()).collect());
    let events = match language {
        Language::En => events.replace(", ", ", the ").replace(" and ", " and the "),
        Language::Ja => events,
    };
    let words = [count, people, places, events, dishes, animals];
    let which = desk.below(TOWN.len());
    let question = &TOWN[which];
    let pattern = desk.pick(question.en, question.ja);
    let asked = typed(desk, pattern.to_string());
    let reply = if language == Language::En { question.en_reply } else { question.ja_reply };
    let reply = say::fill(reply, &[("x", &words[which])]);
    Some(vec![(asked, desk.finish(reply))])
}

/// What people of a job do, and what one does at a place.
pub(super) fn doing(desk: &mut Desk<'_>) -> Option<Turns> {
    match desk.below(3) {
        0 => job(desk),
        1 => at_work(desk),
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

fn visit(desk: &mut Desk<'_>) -> Option<Turns> {
    // The first places are one of each kind.
    let place = &desk.world.places[desk.below(PLACES.len())];
    let action = &place.kind.visit[0];
    let name = place.name.get(desk.language).to_string();
    let (asked, reply, act) = match desk.language {
        Language::En => (
            [
                "Where can I {act}?",
                "Where do people {act}?",
                "I want to {act}. Where do I go?",
                "At which place can I {act}?",
            ],
            "You can {act} at {s}.",
            action.base,
        ),
        Language::Ja => (
            [
                "{act}にはどこへ行けばいいですか？",
                "{act}のはどこですか？",
                "{act}ことができるのはどこですか？",
                "{act}にはどこがいい？",
            ],
            "{act}なら、{s}です。",
            action.ja,
        ),
    };
    let asked = *desk.random.choose(&asked);
    let words = [("act", act), ("s", name.as_str())];
    let asked = say::fill(asked, &words);
    Some(vec![(typed(desk, asked), desk.finish(say::fill(reply, &words)))])
}

/// 「パンを焼きます」
fn polite(action: &Action) -> String {
    let mut verb = String::new();
    let known = conjugate(&mut verb, action.ja, action.class, Form::Present, Register::Polite);
    debug_assert!(known, "{} is not of its class", action.ja);
    verb
}
