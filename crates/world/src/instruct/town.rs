//! The town as a whole: who and what there is, what people do at work, where one can do what.

use super::known::{asked_slots, called, list};
use super::say::{self, slots};
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
    let (en, ja, en_reply, ja_reply, words) = match desk.below(6) {
        0 => (
            &[
                "How many people live in Izumi?",
                "What is the population of Izumi?",
                "How many residents does Izumi have?",
                "How big is Izumi?",
            ][..],
            &[
                "泉町には何人住んでいますか？",
                "泉町の人口は？",
                "泉町の住民は何人ですか？",
                "泉町はどのくらいの大きさですか？",
            ][..],
            "{x} people live in Izumi.",
            "泉町には{x}人が住んでいます。",
            count,
        ),
        1 => (
            &[
                "Who lives in Izumi?",
                "Name three people of Izumi.",
                "Tell me some names of residents.",
                "Which people do you know?",
                "Who do you know?",
            ][..],
            &[
                "泉町には誰が住んでいますか？",
                "泉町の人を三人教えてください。",
                "住民の名前を教えて",
                "誰を知っていますか？",
                "どんな人がいますか？",
            ][..],
            "For example, {x} live in Izumi.",
            "たとえば、{x}が住んでいます。",
            people,
        ),
        2 => (
            &[
                "What places are there in Izumi?",
                "Name three places in Izumi.",
                "Where can I go in Izumi?",
                "What can I visit in Izumi?",
            ][..],
            &[
                "泉町にはどんな場所がありますか？",
                "泉町の場所を三つ教えてください。",
                "泉町ではどこに行けますか？",
                "泉町の名所は？",
            ][..],
            "There are {x}, for example.",
            "たとえば、{x}があります。",
            places,
        ),
        3 => (
            &[
                "What festivals are there in Izumi?",
                "Name three events in Izumi.",
                "Which events does Izumi have?",
                "What is there to celebrate in Izumi?",
            ][..],
            &[
                "泉町にはどんな祭りがありますか？",
                "泉町の行事を三つ教えてください。",
                "泉町の行事は何ですか？",
                "どんなイベントがありますか？",
            ][..],
            "There are the {x}, for example.",
            "たとえば、{x}があります。",
            events.replace(", ", ", the ").replace(" and ", " and the "),
        ),
        4 => (
            &[
                "What dishes are there in Izumi?",
                "What can I eat in Izumi?",
                "Name three dishes of Izumi.",
                "Which foods is Izumi known for?",
            ][..],
            &[
                "泉町の料理は何がありますか？",
                "泉町では何が食べられますか？",
                "泉町の料理を三つ教えてください。",
                "泉町の名物料理は？",
            ][..],
            "You can eat {x}, for example.",
            "たとえば、{x}が食べられます。",
            dishes,
        ),
        _ => (
            &["Which animals live in Izumi?", "Name three animals of Izumi.", "What animals can I see in Izumi?"][..],
            &[
                "泉町にはどんな動物がいますか？",
                "泉町の動物の名前を三つ教えてください。",
                "泉町ではどの動物に会えますか？",
            ][..],
            "You can meet {x}, for example.",
            "たとえば、{x}に会えます。",
            animals,
        ),
    };
    let pattern = desk.pick(en, ja);
    let asked = typed(desk, pattern.to_string());
    let reply = say::fill(if language == Language::En { en_reply } else { ja_reply }, &[("x", &words)]);
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
