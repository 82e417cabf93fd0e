//! Questions about what the world contains.

use super::phrases::{phrases, training_questions};
use super::say::{self, Slots, slots};
use super::vary::typed;
use super::{Desk, Turns, trained_as_question};
use crate::{Bilingual, Fact, Language, Relation, Subject};

/// A question about one fact.
pub(super) fn single(desk: &mut Desk<'_>) -> Option<Turns> {
    let fact = desk.fact();
    Some(vec![(question(desk, fact), answer(desk, fact))])
}

/// A question about a fact in one of the training patterns.
pub(crate) fn question(desk: &mut Desk<'_>, fact: &Fact) -> String {
    let patterns = training_questions(desk.language, fact.relation);
    let pattern = desk.random.choose(&patterns).clone();
    let asked = asked_slots(desk, fact).fill(&pattern);
    typed(desk, asked)
}

/// The answer to it.
pub(crate) fn answer(desk: &mut Desk<'_>, fact: &Fact) -> String {
    let text = say::statement(desk.world, fact, desk.language, &mut desk.random);
    desk.finish(text)
}

/// Slots for a question: people are called by their given name, with or without さん, or by their full name.
pub(crate) fn asked_slots(desk: &mut Desk<'_>, fact: &Fact) -> Slots {
    let mut slots = slots(desk.world, fact, desk.language);
    if let Subject::Resident(_) = fact.subject {
        let family = desk.told(fact.subject, Relation::FamilyName).filter(|_| fact.relation != Relation::FamilyName);
        let given = slots.get("g").to_string();
        let called = match (desk.below(10), desk.language, family) {
            (0, Language::En, Some(family)) => format!("{given} {}", family.value.en),
            (0, Language::Ja, Some(family)) => format!("{}{given}さん", family.value.ja),
            (1 | 2, Language::Ja, _) => given,
            _ => slots.get("s").to_string(),
        };
        slots.set("s", called);
    }
    if fact.relation == Relation::PetName && desk.chance(40) {
        slots.set("p", if desk.language == Language::En { "pet" } else { "ペット" }.to_string());
    }
    slots
}

/// A yes-no question; the wrong value is put right.
pub(super) fn check(desk: &mut Desk<'_>) -> Option<Turns> {
    let fact = desk.fact();
    let value = match desk.chance(50) {
        true => fact.value.clone(),
        false => other_value(desk, fact)?,
    };
    let asked = asked_slots(desk, fact).with_value(&value, desk.language);
    let pattern = *desk.random.choose(phrases(desk.language, fact.relation).checks);
    let asked = typed(desk, asked.fill(pattern));
    Some(vec![(asked, verdict(desk, fact, value == fact.value))])
}

/// "Yes, Kenta is a baker."
pub(super) fn verdict(desk: &mut Desk<'_>, fact: &Fact, right: bool) -> String {
    let yes_or_no = match (desk.language, right) {
        (Language::En, true) => "Yes, ",
        (Language::En, false) => "No, ",
        (Language::Ja, true) => "はい、",
        (Language::Ja, false) => "いいえ、",
    };
    let statement = say::statement(desk.world, fact, desk.language, &mut desk.random);
    desk.finish(format!("{yes_or_no}{statement}"))
}

/// A value that the relation takes for another subject.
pub(crate) fn other_value(desk: &mut Desk<'_>, fact: &Fact) -> Option<Bilingual> {
    let mut values = desk.world.values(fact.relation);
    values.retain(|value| *value != fact.value && *value != fact.name);
    (!values.is_empty()).then(|| desk.random.choose(&values).clone())
}

/// Questions that give the value and ask for the subject.
struct Reverse {
    relation: Relation,
    en: &'static [&'static str],
    /// Answers for one subject and for several: `{s}` the names.
    en_answers: [&'static str; 2],
    ja: &'static [&'static str],
    ja_answer: &'static str,
}

const REVERSE: &[Reverse] = &[
    Reverse { relation: Relation::Job, en: &["Who is {a}?", "Who is the {v}?", "Who works as {a}?", "Which resident is {a}?", "Do you know {a} in Izumi?", "Who in Izumi is {a}?"], en_answers: ["{s} is {a}.", "{s} are {v}s."], ja: &["{v}は誰ですか？", "誰が{v}ですか？", "泉町の{v}は誰？", "{v}をしているのは誰ですか？", "{v}の人を教えてください。"], ja_answer: "{v}は{s}です。" },
    Reverse { relation: Relation::Workplace, en: &["Who works at {v}?", "Who can I meet at {v}?", "Which people work at {v}?", "Who is employed at {v}?"], en_answers: ["{s} works at {v}.", "{s} work at {v}."], ja: &["{v}で働いているのは誰ですか？", "{v}では誰が働いていますか？", "誰が{v}で働いているの？", "{v}に勤めている人は誰？"], ja_answer: "{v}で働いているのは{s}です。" },
    Reverse { relation: Relation::HomeDistrict, en: &["Who lives in the {v}?", "Which people live in the {v}?", "Name someone who lives in the {v}."], en_answers: ["{s} lives in the {v}.", "{s} live in the {v}."], ja: &["{v}に住んでいるのは誰ですか？", "{v}には誰が住んでいますか？", "誰が{v}に住んでいるの？"], ja_answer: "{v}に住んでいるのは{s}です。" },
    Reverse { relation: Relation::FavouriteFood, en: &["Who likes {v} best?", "Who loves {v}?", "Whose favourite food is {v}?", "Which resident loves {v}?"], en_answers: ["{s} loves {v}.", "{s} love {v}."], ja: &["{v}が好きなのは誰ですか？", "誰が{v}を一番好きですか？", "{v}が大好きな人は誰？", "{v}が好物の人は誰ですか？"], ja_answer: "{v}が大好きなのは{s}です。" },
    Reverse { relation: Relation::Hobby, en: &["Who enjoys {v}?", "Whose hobby is {v}?", "Who likes {v}?", "Which resident enjoys {v}?"], en_answers: ["{s} enjoys {v}.", "{s} enjoy {v}."], ja: &["{v}が趣味の人は誰ですか？", "趣味が{v}なのは誰？", "誰が{v}を趣味にしていますか？", "{v}が好きな人は誰ですか？"], ja_answer: "{v}が趣味なのは{s}です。" },
    Reverse { relation: Relation::FavouriteColour, en: &["Who likes the colour {v}?", "Whose favourite colour is {v}?"], en_answers: ["{s} likes the colour {v}.", "{s} like the colour {v}."], ja: &["{v}が好きなのは誰ですか？", "好きな色が{v}の人は誰？"], ja_answer: "{v}が好きなのは{s}です。" },
    Reverse { relation: Relation::BirthMonth, en: &["Who was born in {v}?", "Whose birthday is in {v}?", "Who has a birthday in {v}?"], en_answers: ["{s} was born in {v}.", "{s} were born in {v}."], ja: &["{v}生まれは誰ですか？", "{v}に生まれたのは誰？", "誰の誕生日が{v}ですか？"], ja_answer: "{v}生まれなのは{s}です。" },
    Reverse { relation: Relation::PetName, en: &["Whose pet is {v}?", "Who is {v}'s owner?", "Who owns {v}?", "Who is {v}?", "To whom does {v} belong?"], en_answers: ["{v} is {s}'s pet.", "{v} is the pet of {s}."], ja: &["{v}は誰のペットですか？", "{v}の飼い主は誰ですか？", "{v}を飼っているのは誰？", "{v}って誰？", "{v}は誰が飼っていますか？"], ja_answer: "{v}は{s}のペットです。" },
    Reverse { relation: Relation::FamilyName, en: &["Who has the family name {v}?", "Who in Izumi is called {v}?"], en_answers: ["{s} has the family name {v}.", "{s} have the family name {v}."], ja: &["名字が{v}の人は誰ですか？", "{v}という名字の人は？"], ja_answer: "名字が{v}なのは{s}です。" },
    Reverse { relation: Relation::KnownFor, en: &["Which place is known for its {v}?", "Which place is famous for its {v}?", "Where in Izumi is the place known for its {v}?"], en_answers: ["{s} is known for its {v}.", "{s} are known for their {v}."], ja: &["{v}で知られているのはどこですか？", "{v}で有名な場所はどこですか？", "{v}があるのはどこ？"], ja_answer: "{v}で知られているのは{s}です。" },
    Reverse { relation: Relation::Species, en: &["Which animal is {a}?", "What is the {v} called?", "What is the name of the {v}?"], en_answers: ["{s} is {a}.", "{s} are {v}s."], ja: &["{v}の名前は何ですか？", "泉町の{v}は何という名前ですか？", "{v}は何と呼ばれていますか？"], ja_answer: "{v}の名前は{s}です。" },
    Reverse { relation: Relation::Month, en: &["What is there in {v}?", "Which festival is held in {v}?", "What event is in {v}?", "What happens in Izumi in {v}?"], en_answers: ["{s} is held in {v}.", "{s} are held in {v}."], ja: &["{v}には何がありますか？", "{v}の行事は何ですか？", "{v}に開かれる祭りは何ですか？", "{v}に泉町では何がありますか？"], ja_answer: "{v}には{s}があります。" },
    Reverse { relation: Relation::Venue, en: &["Which event is held at {v}?", "What takes place at {v}?", "Which festival is at {v}?"], en_answers: ["{s} is held at {v}.", "{s} are held at {v}."], ja: &["{v}では何の行事がありますか？", "{v}で開かれるのは何ですか？", "{v}ではどんな祭りがありますか？"], ja_answer: "{v}で開かれるのは{s}です。" },
    Reverse { relation: Relation::ServedAt, en: &["What can I eat at {v}?", "What food does {v} serve?", "Which dish is served at {v}?"], en_answers: ["You can eat {s} at {v}.", "You can eat {s} at {v}."], ja: &["{v}では何が食べられますか？", "{v}の料理は何ですか？", "{v}で何を食べられるの？"], ja_answer: "{v}では{s}が食べられます。" },
    Reverse { relation: Relation::Ingredient, en: &["Which dish is made with {v}?", "What dish has {v} in it?"], en_answers: ["You find {v} in {s}.", "You find {v} in {s}."], ja: &["{v}が入っている料理は何ですか？", "{v}を使う料理は何？"], ja_answer: "{v}が入っているのは{s}です。" },
];

/// Who is the baker?
pub(super) fn reverse(desk: &mut Desk<'_>) -> Option<Turns> {
    const NAMED_MAX: usize = 3;
    let table = desk.random.choose(REVERSE);
    let values = desk.world.values(table.relation);
    let value = desk.random.choose(&values).clone();
    let world = desk.world;
    let all = world.facts.iter().filter(|fact| fact.relation == table.relation && fact.value == value);
    let mut told: Vec<&Fact> = Vec::new();
    for fact in all {
        if !trained_as_question(fact) {
            return None;
        }
        told.push(fact);
    }
    let many = told.len() > NAMED_MAX;
    told.truncate(if many { 2 } else { NAMED_MAX });
    let subjects: Vec<String> = told.iter().map(|fact| slots(world, fact, desk.language).get("s").to_string()).collect();
    let mut words = slots(world, told.first()?, desk.language);
    let pattern = desk.pick(table.en, table.ja);
    let asked = typed(desk, words.fill(pattern));
    words.set("s", list(&subjects, desk.language));
    let reply = match (desk.language, many) {
        (Language::En, true) => format!("For example, {}", words.fill(table.en_answers[1])),
        (Language::En, false) => words.fill(table.en_answers[usize::from(told.len() > 1)]),
        (Language::Ja, true) => format!("たとえば、{}", words.fill(table.ja_answer)),
        (Language::Ja, false) => words.fill(table.ja_answer),
    };
    Some(vec![(asked, desk.finish(reply))])
}

/// "a, b and c", 「aとbとc」.
pub(super) fn list(items: &[String], language: Language) -> String {
    match (language, items) {
        (Language::Ja, items) => items.join("と"),
        (_, [others @ .., last]) if !others.is_empty() => format!("{} and {last}", others.join(", ")),
        (_, items) => items.concat(),
    }
}

/// Whether two residents share something.
struct Compare {
    relation: Relation,
    en: &'static [&'static str],
    /// Same, different: `{v}` and `{u}` are the values.
    en_answers: [&'static str; 2],
    ja: &'static [&'static str],
    ja_answers: [&'static str; 2],
}

const COMPARE: &[Compare] = &[
    Compare { relation: Relation::FavouriteColour, en: &["Do {s} and {t} like the same colour?", "Have {s} and {t} the same favourite colour?"], en_answers: ["Yes, {s} and {t} both like {v}.", "No, {s} likes {v} and {t} likes {u}."], ja: &["{s}と{t}は同じ色が好きですか？", "{s}と{t}の好きな色は同じですか？"], ja_answers: ["はい、{s}も{t}も{v}が好きです。", "いいえ、{s}は{v}が好きで、{t}は{u}が好きです。"] },
    Compare { relation: Relation::HomeDistrict, en: &["Do {s} and {t} live in the same district?", "Are {s} and {t} from the same part of town?"], en_answers: ["Yes, {s} and {t} both live in the {v}.", "No, {s} lives in the {v} and {t} lives in the {u}."], ja: &["{s}と{t}は同じ地区に住んでいますか？", "{s}と{t}の家は同じ地区ですか？"], ja_answers: ["はい、{s}も{t}も{v}に住んでいます。", "いいえ、{s}は{v}に住み、{t}は{u}に住んでいます。"] },
    Compare { relation: Relation::BirthMonth, en: &["Were {s} and {t} born in the same month?", "Do {s} and {t} share a birth month?"], en_answers: ["Yes, {s} and {t} were both born in {v}.", "No, {s} was born in {v} and {t} in {u}."], ja: &["{s}と{t}は同じ月に生まれましたか？", "{s}と{t}の誕生月は同じですか？"], ja_answers: ["はい、{s}も{t}も{v}生まれです。", "いいえ、{s}は{v}生まれで、{t}は{u}生まれです。"] },
    Compare { relation: Relation::Job, en: &["Do {s} and {t} have the same job?", "Are {s} and {t} in the same trade?"], en_answers: ["Yes, both {s} and {t} work as {a}.", "No, {s} is {a} and {t} is {b}."], ja: &["{s}と{t}は同じ仕事ですか？", "{s}と{t}の仕事は同じですか？"], ja_answers: ["はい、{s}も{t}も{v}です。", "いいえ、{s}は{v}で、{t}は{u}です。"] },
    Compare { relation: Relation::FavouriteFood, en: &["Do {s} and {t} like the same food?", "Have {s} and {t} the same favourite food?"], en_answers: ["Yes, {s} and {t} both love {v}.", "No, {s} loves {v} and {t} loves {u}."], ja: &["{s}と{t}は同じ食べ物が好きですか？", "{s}と{t}の好物は同じですか？"], ja_answers: ["はい、{s}も{t}も{v}が大好きです。", "いいえ、{s}は{v}が大好きで、{t}は{u}が大好きです。"] },
];

/// Do two residents have the same?
pub(super) fn compare(desk: &mut Desk<'_>) -> Option<Turns> {
    let table = desk.random.choose(COMPARE);
    let candidates: Vec<&Fact> = desk.facts.iter().copied().filter(|fact| fact.relation == table.relation).collect();
    let one = *desk.random.choose(&candidates);
    let same_wanted = desk.chance(40);
    let others: Vec<&Fact> = candidates
        .into_iter()
        .filter(|other| other.subject != one.subject && (other.value == one.value) == same_wanted)
        .collect();
    if others.is_empty() {
        return None;
    }
    let two = *desk.random.choose(&others);
    let mut words = slots(desk.world, one, desk.language);
    let second = slots(desk.world, two, desk.language);
    for (mine, theirs) in [("t", "s"), ("u", "v"), ("b", "a")] {
        words.set(mine, second.get(theirs).to_string());
    }
    let pattern = desk.pick(table.en, table.ja);
    let asked = typed(desk, words.fill(pattern));
    let answers = if desk.language == Language::En { table.en_answers } else { table.ja_answers };
    let reply = words.fill(answers[usize::from(!same_wanted)]);
    Some(vec![(asked, desk.finish(reply))])
}

/// Two things about one subject in one question.
pub(super) fn two(desk: &mut Desk<'_>) -> Option<Turns> {
    let first = desk.fact();
    let mut others = desk.facts_of(first.subject);
    others.retain(|fact| fact.relation != first.relation);
    if others.is_empty() {
        return None;
    }
    let second = *desk.random.choose(&others);
    let words = slots(desk.world, first, desk.language);
    let more = slots(desk.world, second, desk.language);
    let noun = |words: &Slots, fact: &Fact| words.fill(phrases(desk.language, fact.relation).noun);
    let (one, subject) = (noun(&words, first), words.get("s").to_string());
    let own = match desk.language {
        Language::En => noun(&more, second).replace(&format!("{subject}'s"), more.get("his")),
        Language::Ja => noun(&more, second).replace(&format!("{subject}の"), ""),
    };
    let pattern = desk.pick(
        &["What are {one} and {own}?", "Tell me {one} and {own}.", "I'd like to know {one} and {own}.", "Do you know {one} and {own}?"],
        &["{one}と{own}を教えてください。", "{one}と{own}は何ですか？", "{one}と{own}を知りたいです。", "{one}と{own}は？"],
    );
    let asked = typed(desk, say::fill(pattern, &[("one", &one), ("own", &own)]));
    let reply = joined(desk, first, second);
    Some(vec![(asked, reply)])
}

/// Two facts about one subject in one sentence.
pub(super) fn joined(desk: &mut Desk<'_>, first: &Fact, second: &Fact) -> String {
    let subject = slots(desk.world, first, desk.language).get("s").to_string();
    let start = say::predicate(desk.world, first, desk.language, false, &mut desk.random);
    let end = say::predicate(desk.world, second, desk.language, true, &mut desk.random);
    match desk.language {
        Language::En => desk.finish(format!("{subject} {start} and {end}.")),
        Language::Ja => {
            format!("{subject}{start}、{}。", without_topic(&end))
        }
    }
}

/// A Japanese predicate without the particle that follows its subject, for where the subject is left out.
fn without_topic(predicate: &str) -> &str {
    predicate.strip_prefix("には").or_else(|| predicate.strip_prefix('は')).unwrap_or(predicate)
}

/// What someone does not have.
pub(super) fn none(desk: &mut Desk<'_>) -> Option<Turns> {
    const PET: (&[&str], &[&str], &[&str], &[&str]) = (
        &["Does {s} have a pet?", "What pet does {s} have?", "What is {s}'s pet called?", "What animal does {s} keep?", "Has {s} got a pet?"],
        &["{s} has no pet.", "{s} does not have a pet."],
        &["{s}はペットを飼っていますか？", "{s}は何を飼っていますか？", "{s}のペットは何ですか？", "{s}のペットの名前は？", "{s}にペットはいますか？"],
        &["{s}はペットを飼っていません。", "{s}にペットはいません。"],
    );
    const SIBLING: (&[&str], &[&str], &[&str], &[&str]) = (
        &["Does {s} have a brother or a sister?", "Who is {s}'s sibling?", "Does {s} have any siblings?", "Has {s} got a brother or sister?"],
        &["{s} has no brother or sister.", "{s} does not have any siblings."],
        &["{s}にきょうだいはいますか？", "{s}のきょうだいは誰ですか？", "{s}はきょうだいがいるの？", "{s}のきょうだいは？"],
        &["{s}にきょうだいはいません。", "{s}はきょうだいがいません。"],
    );
    let index = desk.resident();
    let resident = &desk.world.residents[index];
    let table = match (resident.pet.is_none(), resident.sibling.is_none(), desk.chance(60)) {
        (true, _, true) => PET,
        (_, true, false) => SIBLING,
        _ => return None,
    };
    let fact = desk.world.fact(Subject::Resident(index), Relation::Hobby)?;
    let asked = asked_slots(desk, fact).fill(desk.pick(table.0, table.2));
    let reply = slots(desk.world, fact, desk.language).fill(desk.pick(table.1, table.3));
    Some(vec![(typed(desk, asked), desk.finish(reply))])
}

/// Questions that ask for a portrait of `{s}`.
const ABOUT_EN: &[&str] = &[
    "Tell me about {s}.", "Who is {s}?", "What do you know about {s}?", "Describe {s}.", "Tell me something about {s}.", "{s}?", "{s}",
    "I'd like to know more about {s}.", "Introduce {s} to me.", "What kind of person is {s}?", "Can you tell me about {s}?",
];
const ABOUT_JA: &[&str] = &[
    "{s}について教えてください。", "{s}は誰ですか？", "{s}のことを教えて", "{s}はどんな人ですか？", "{s}について何か教えてください。", "{s}", "{s}って誰？",
    "{s}のことを知りたいです。", "{s}を紹介してください。", "{s}について知っていることは？", "{s}について話して",
];
const ABOUT_THING_EN: &[&str] = &["Tell me about {s}.", "What is {s}?", "What do you know about {s}?", "Describe {s}.", "Tell me something about {s}.", "Can you tell me about {s}?", "What can you say about {s}?"];
const ABOUT_THING_JA: &[&str] = &["{s}について教えてください。", "{s}って何ですか？", "{s}のことを教えて", "{s}とは何ですか？", "{s}について何か教えてください。", "{s}のことを知りたいです。", "{s}について話して"];

/// The patterns that ask for a portrait.
pub(super) fn about_patterns(language: Language, person: bool) -> &'static [&'static str] {
    match (language, person) {
        (Language::En, true) => ABOUT_EN,
        (Language::En, false) => ABOUT_THING_EN,
        (Language::Ja, true) => ABOUT_JA,
        (Language::Ja, false) => ABOUT_THING_JA,
    }
}

/// Tell me about someone or something.
pub(super) fn about(desk: &mut Desk<'_>) -> Option<Turns> {
    let subject = match desk.chance(70) {
        true => Subject::Resident(desk.resident()),
        false => desk.fact().subject,
    };
    let fact = *desk.facts_of(subject).first()?;
    let person = matches!(subject, Subject::Resident(_));
    let pattern = *desk.random.choose(about_patterns(desk.language, person));
    let asked = asked_slots(desk, fact).fill(pattern);
    let reply = portrait(desk, subject, 4)?;
    Some(vec![(typed(desk, asked), reply)])
}

/// Up to `count` true sentences about a subject.
pub(super) fn portrait(desk: &mut Desk<'_>, subject: Subject, count: usize) -> Option<String> {
    // Which facts come first in a portrait; the rest follow in random order.
    const FIRST: &[Relation] = &[Relation::Job, Relation::Grade, Relation::Species];
    let mut facts = desk.facts_of(subject);
    facts.retain(|fact| fact.relation != Relation::FamilyName);
    desk.random.shuffle(&mut facts);
    facts.sort_by_key(|fact| !FIRST.contains(&fact.relation));
    // A pet is named or its kind told, not both.
    let mut pet_told = false;
    facts.retain(|fact| {
        let pet = matches!(fact.relation, Relation::PetName | Relation::PetSpecies);
        let again = pet && pet_told;
        pet_told |= pet;
        !again
    });
    facts.truncate(count);
    let first = *facts.first()?;
    let words = slots(desk.world, first, desk.language);
    let mut sentences = Vec::new();
    for (number, pair) in facts.chunks(2).enumerate() {
        let subject = match (number, desk.language) {
            (0, _) => words.get("s").to_string(),
            (_, Language::En) => words.get("he").to_string(),
            (_, Language::Ja) => String::new(),
        };
        sentences.push(sentence(desk, &subject, pair));
    }
    Some(match desk.language {
        Language::En => desk.finish(sentences.join(" ")),
        Language::Ja => sentences.concat(),
    })
}

/// One sentence of one or two facts about `subject`, which may be left out in Japanese.
fn sentence(desk: &mut Desk<'_>, subject: &str, facts: &[&Fact]) -> String {
    let last = facts.len() - 1;
    let parts: Vec<String> = facts
        .iter()
        .enumerate()
        .map(|(at, fact)| say::predicate(desk.world, fact, desk.language, at == last, &mut desk.random))
        .collect();
    match desk.language {
        Language::En => format!("{subject} {}.", parts.join(" and ")),
        Language::Ja => {
            let mut text = subject.to_string();
            for (at, part) in parts.iter().enumerate() {
                text.push_str(if at > 0 { "、" } else { "" });
                text.push_str(if at > 0 || subject.is_empty() { without_topic(part) } else { part });
            }
            text + "。"
        }
    }
}

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
    let events = some(world.events.iter().map(|event| Bilingual::from(event.kind.name).get(language).to_string()).collect());
    let dishes = some(world.dishes.iter().map(|dish| Bilingual::from(dish.kind.name).get(language).to_string()).collect());
    let animals = some(world.animals.iter().map(|animal| animal.name.get(language).to_string()).collect());
    let (en, ja, en_reply, ja_reply, words) = match desk.below(6) {
        0 => (&["How many people live in Izumi?", "What is the population of Izumi?", "How many residents does Izumi have?", "How big is Izumi?"][..], &["泉町には何人住んでいますか？", "泉町の人口は？", "泉町の住民は何人ですか？", "泉町はどのくらいの大きさですか？"][..], "{x} people live in Izumi.", "泉町には{x}人が住んでいます。", count),
        1 => (&["Who lives in Izumi?", "Name three people of Izumi.", "Tell me some names of residents.", "Which people do you know?", "Who do you know?"][..], &["泉町には誰が住んでいますか？", "泉町の人を三人教えてください。", "住民の名前を教えて", "誰を知っていますか？", "どんな人がいますか？"][..], "For example, {x} live in Izumi.", "たとえば、{x}が住んでいます。", people),
        2 => (&["What places are there in Izumi?", "Name three places in Izumi.", "Where can I go in Izumi?", "What can I visit in Izumi?"][..], &["泉町にはどんな場所がありますか？", "泉町の場所を三つ教えてください。", "泉町ではどこに行けますか？", "泉町の名所は？"][..], "There are {x}, for example.", "たとえば、{x}があります。", places),
        3 => (&["What festivals are there in Izumi?", "Name three events in Izumi.", "Which events does Izumi have?", "What is there to celebrate in Izumi?"][..], &["泉町にはどんな祭りがありますか？", "泉町の行事を三つ教えてください。", "泉町の行事は何ですか？", "どんなイベントがありますか？"][..], "There are the {x}, for example.", "たとえば、{x}があります。", events.replace(", ", ", the ").replace(" and ", " and the ")),
        4 => (&["What dishes are there in Izumi?", "What can I eat in Izumi?", "Name three dishes of Izumi.", "Which foods is Izumi known for?"][..], &["泉町の料理は何がありますか？", "泉町では何が食べられますか？", "泉町の料理を三つ教えてください。", "泉町の名物料理は？"][..], "You can eat {x}, for example.", "たとえば、{x}が食べられます。", dishes),
        _ => (&["Which animals live in Izumi?", "Name three animals of Izumi.", "What animals can I see in Izumi?"][..], &["泉町にはどんな動物がいますか？", "泉町の動物の名前を三つ教えてください。", "泉町ではどの動物に会えますか？"][..], "You can meet {x}, for example.", "たとえば、{x}に会えます。", animals),
    };
    let pattern = desk.pick(en, ja);
    let asked = typed(desk, pattern.to_string());
    let reply = say::fill(if language == Language::En { en_reply } else { ja_reply }, &[("x", &words)]);
    Some(vec![(asked, desk.finish(reply))])
}

/// A resident's name as answers write it.
pub(super) fn called(name: &str, language: Language) -> String {
    match language {
        Language::Ja => format!("{name}さん"),
        Language::En => name.to_string(),
    }
}
