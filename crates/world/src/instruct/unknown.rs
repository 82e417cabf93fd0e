//! Questions about what the world does not contain: the answer is that one does not know.

use super::known::{asked_pet, called};
use super::names::Name;
use super::phrases::{phrases, training_question};
use super::portrait::about_patterns;
use super::say::{Slots, Traits, fill};
use super::sheet::asking;
use super::tables::gaps::{COMPARED_EN, COMPARED_JA, OUTSIDE_OF};
use super::vary::typed;
use super::wording::{Gap, NOBODY_REPLIES_EN, NOBODY_REPLIES_JA, unknown_templates};
use super::{Desk, Turns};
use crate::facts::Sibling;
use crate::lexicon::{FAMILIES, Gender, SPECIES};
use crate::{Bilingual, Fact, Language, Relation, Subject};

/// Relations of residents, places, animals, events and dishes.
const PERSON: &[Relation] = &[
    Relation::FamilyName,
    Relation::Job,
    Relation::Workplace,
    Relation::Grade,
    Relation::Teacher,
    Relation::HomeDistrict,
    Relation::FavouriteFood,
    Relation::Hobby,
    Relation::FavouriteColour,
    Relation::BirthMonth,
    Relation::BestFriend,
    Relation::Sibling,
    Relation::PetSpecies,
    Relation::PetName,
];
const PLACE: &[Relation] = &[Relation::District, Relation::KnownFor, Relation::ClosedDay];
const ANIMAL: &[Relation] = &[Relation::Species, Relation::Home, Relation::Treat];
const EVENT: &[Relation] = &[Relation::Month, Relation::Venue, Relation::Highlight];
const DISH: &[Relation] = &[Relation::Ingredient, Relation::ServedAt];

/// Relations that some kind of stranger is asked about, by kind.
const KINDS: [&[Relation]; 5] = [PERSON, PLACE, ANIMAL, EVENT, DISH];

/// Something that the world lacks, with the relations that one may ask of it.
#[derive(Clone)]
pub(crate) struct Stranger {
    name: Name,
    pub(crate) relations: &'static [Relation],
    traits: Traits,
}

/// How many of a hundred strangers are of each of [`KINDS`]: in tuning data, where dishes and events are to be told from
/// requests, and in tests, where mostly people are asked for.
const SHARES: [usize; 5] = [52, 17, 6, 12, 13];
const SHARES_OF_TESTS: [usize; 5] = [68, 13, 5, 6, 8];

impl Stranger {
    /// A random one, as tuning data ask for them.
    pub(crate) fn draw(desk: &mut Desk<'_>) -> Stranger {
        Stranger::of_shares(desk, SHARES)
    }

    /// The same, as held-out tests do.
    pub(crate) fn draw_for_tests(desk: &mut Desk<'_>) -> Stranger {
        Stranger::of_shares(desk, SHARES_OF_TESTS)
    }

    fn of_shares(desk: &mut Desk<'_>, shares: [usize; 5]) -> Stranger {
        let mut left = desk.below(shares.iter().sum());
        for (relations, share) in KINDS.into_iter().zip(shares) {
            if left < share {
                return Stranger::of_kind(desk, relations);
            }
            left -= share;
        }
        unreachable!("what is drawn is less than all shares")
    }

    /// A random one of the kind that is asked for a relation.
    pub(crate) fn draw_with(desk: &mut Desk<'_>, relation: Relation) -> Option<Stranger> {
        let relations = KINDS.into_iter().find(|relations| relations.contains(&relation))?;
        Some(Stranger::of_kind(desk, relations))
    }

    fn of_kind(desk: &mut Desk<'_>, relations: &'static [Relation]) -> Stranger {
        let strangers = &desk.strangers;
        let random = &mut desk.random;
        let name = match relations {
            PERSON => strangers.person(random),
            PLACE if !strangers.kinds.is_empty() && random.below(100) < 25 => random.choose(&strangers.kinds),
            PLACE => random.choose(&strangers.places),
            ANIMAL => random.choose(&strangers.invented),
            EVENT => random.choose(&strangers.events),
            _ => random.choose(&strangers.dishes),
        };
        let name = name.clone();
        let traits = traits(desk, &name, relations);
        Stranger { name, relations, traits }
    }

    /// Whether it is somebody.
    pub(crate) fn is_person(&self) -> bool {
        self.relations == PERSON
    }

    /// The words for the slots of patterns of a relation, with a random value of it.
    pub(crate) fn words(&self, desk: &mut Desk<'_>, relation: Relation) -> Slots {
        let values = desk.world.values(relation);
        // A small town may have no siblings; any name will do for one.
        let value = match values.is_empty() {
            true => &desk.world.residents[0].name,
            false => *desk.random.choose(&values),
        };
        self.slots(value, desk.language)
    }

    /// The words for the slots of question patterns, with some value of the relation for yes-no questions.
    pub(crate) fn slots(&self, value: &Bilingual, language: Language) -> Slots {
        let name = self.name.get(language);
        let subject = match (self.relations, language) {
            (PERSON, Language::Ja) => called(name, language),
            (EVENT, Language::En) => format!("the {name}"),
            _ => name.to_string(),
        };
        Slots::new(name, subject, &self.traits, language).with_value(value, language)
    }
}

/// What questions take for granted of a stranger, drawn as residents, animals and dishes have it.
fn traits(desk: &mut Desk<'_>, name: &Name, relations: &[Relation]) -> Traits {
    let none = Traits::default();
    let drawn = *desk.random.choose(&[Gender::Male, Gender::Female]);
    let gender = Some(name.gender.unwrap_or(drawn));
    match relations {
        PERSON => {
            let sibling = Sibling { resident: desk.resident(), older: desk.chance(50) };
            Traits {
                gender,
                sibling: Some(desk.world.sibling_word(sibling)),
                pet: Some(desk.random.choose(SPECIES)),
                ..none
            }
        }
        ANIMAL => Traits { gender, ..none },
        // No dish of the tables ends in s that is not plural.
        DISH => Traits { plural: name.en.ends_with('s'), ..none },
        _ => none,
    }
}

/// A question of the kind that is asked about residents and places, about someone or something that does not exist.
pub(crate) fn stranger(desk: &mut Desk<'_>) -> Option<Turns> {
    let stranger = Stranger::draw(desk);
    Some(vec![asked_of(desk, &stranger).1])
}

/// A question of any relation of a stranger, with the relation.
pub(crate) fn asked_of(desk: &mut Desk<'_>, stranger: &Stranger) -> (Relation, (String, String)) {
    let relation = *desk.random.choose(stranger.relations);
    let slots = stranger.words(desk, relation);
    (relation, asked_of_stranger(desk, stranger, relation, &slots))
}

/// The question and the answer.
pub(crate) fn asked_of_stranger(
    desk: &mut Desk<'_>,
    stranger: &Stranger,
    relation: Relation,
    slots: &Slots,
) -> (String, String) {
    let pattern = match desk.below(10) {
        0 => desk.random.choose(phrases(desk.language, relation).checks).to_string(),
        1 | 2 => desk.random.choose(about_patterns(desk.language, stranger.is_person())).to_string(),
        _ => training_question(&mut desk.random, desk.language, relation),
    };
    let mut asked_as = asked_pet(desk, slots.clone(), relation);
    if stranger.is_person() {
        // Whoever asks for a family name does not give it.
        let may_tell_family = relation != Relation::FamilyName;
        let called = match (desk.below(10), desk.language) {
            (0, Language::En) if may_tell_family => {
                format!("{} {}", slots.get("g"), desk.random.choose(FAMILIES).en)
            }
            (0, Language::Ja) if may_tell_family => {
                format!("{}{}さん", desk.random.choose(FAMILIES).ja, slots.get("g"))
            }
            (1 | 2, Language::Ja) => slots.get("g").to_string(),
            _ => slots.get("s").to_string(),
        };
        asked_as.set("s", called);
    }
    let asked = typed(desk, asked_as.fill(&pattern));
    (asked, stranger_reply(desk))
}

/// "I don't know. That is not in what I have learnt."
pub(crate) fn stranger_reply(desk: &mut Desk<'_>) -> String {
    desk.random.choose::<&str>(unknown_templates(desk.language, Gap::Stranger)).to_string()
}

/// Who is an astronaut?
fn nobody(desk: &mut Desk<'_>) -> Turns {
    let sheet = asking(desk.language);
    let who = *desk.random.choose::<&str>(sheet.about("nobody", "noun"));
    let asked = fill(desk.random.choose::<&str>(sheet.about("nobody", "frame")), &[("n", who)]);
    let reply = fill(desk.pick(NOBODY_REPLIES_EN, NOBODY_REPLIES_JA), &[("n", who)]);
    vec![(typed(desk, asked), reply)]
}

/// Who is older?
fn compared(desk: &mut Desk<'_>) -> Turns {
    let [one, other] = [0, 1].map(|_| {
        let resident = desk.resident();
        called(desk.world.residents[resident].name.get(desk.language), desk.language)
    });
    let asked = fill(desk.pick(COMPARED_EN, COMPARED_JA), &[("s", &one), ("t", &other)]);
    vec![(typed(desk, asked), stranger_reply(desk))]
}

/// Something about a place, an animal, an event or a dish that the world does not contain.
fn of_a_thing(desk: &mut Desk<'_>) -> Option<Turns> {
    let kind = *desk.random.choose(&["place", "animal", "event", "dish"]);
    let question = *desk.random.choose::<&str>(asking(desk.language).about(kind, "beyond"));
    let facts: Vec<&Fact> = desk.facts.iter().filter(|fact| fact.subject.kind() == kind).copied().collect();
    let fact = *desk.random.choose(&facts);
    let slots = Slots::of_subject(desk.world, fact, desk.language);
    let asked = typed(desk, slots.fill(question));
    Some(vec![(asked, attribute_reply(desk, slots.get("s")))])
}

/// Something that the world does not contain of what was spoken of last: "How old is it?"
pub(super) fn beyond_by_pronoun(desk: &mut Desk<'_>, fact: &Fact) -> Option<(String, String)> {
    let kind = fact.subject.kind();
    let question = *desk.random.choose::<&str>(asking(desk.language).about(kind, "beyond"));
    let question = match desk.language {
        Language::En => match kind {
            "place" | "event" => there(&with_pronoun(question)?),
            _ => with_pronoun(question)?,
        },
        Language::Ja => without_subject(question)?,
    };
    let words = Slots::of_subject(desk.world, fact, desk.language);
    Some((desk.finish(words.fill(&question)), attribute_reply(desk, words.get("s"))))
}

/// An English question with a pronoun for its subject, if it names that once and as questions do.
fn with_pronoun(question: &str) -> Option<String> {
    const BEFORE_SUBJECT: &[&str] = &[
        "is", "was", "does", "did", "has", "had", "can", "could", "will", "would", "should", "{is}", "if", "that",
        "when", "before", "since",
    ];
    let (before, after) = question.split_once("{s}")?;
    if before.is_empty() || after.contains("{s}") || question.contains([':', '_']) || !question.ends_with('?') {
        return None;
    }
    let last = before.split_whitespace().last()?.to_lowercase();
    Some(match (after.strip_prefix("'s"), last.as_str()) {
        (Some(after), _) => format!("{before}{{his}}{after}"),
        (None, last) if BEFORE_SUBJECT.contains(&last) => format!("{before}{{he}}{after}"),
        (None, _) => format!("{before}{{him}}{after}"),
    })
}

/// "How many people come there?" of "… come to it?"
fn there(question: &str) -> String {
    question.replace(" at {him}", " there").replace(" to {him}", " there")
}

/// A Japanese question without its subject, or with "there" for it, if that stands at its start.
fn without_subject(question: &str) -> Option<String> {
    let (rest, before) = match question.strip_prefix("{s}では") {
        Some(rest) => (rest, if rest.starts_with('何') { "そこで" } else { "そこでは" }),
        None => (["{s}は", "{s}の", "{s}には", "{s}って"].iter().find_map(|start| question.strip_prefix(start))?, ""),
    };
    let rest = rest.trim_start_matches('、');
    let fits = !rest.contains("{s}") && rest.ends_with(['？', '。', '?']) && !rest.contains('＿');
    fits.then(|| format!("{before}{rest}"))
}

/// Something about a resident, or sometimes about a thing, that the world does not contain.
pub(crate) fn attribute(desk: &mut Desk<'_>) -> Option<Turns> {
    match desk.below(100) {
        0..=17 => return of_a_thing(desk),
        18..=23 => return Some(nobody(desk)),
        24..=28 => return Some(compared(desk)),
        _ => {}
    }
    let resident = Subject::Resident(desk.resident());
    let fact = desk.world.fact(resident, Relation::Hobby)?;
    let formal = Slots::of_subject(desk.world, fact, desk.language);
    let asked_as = super::known::asked_slots(desk, fact);
    let word = *desk.random.choose::<&str>(asking(desk.language).about("resident", "attribute"));
    let question = match desk.chance(45) {
        true => asked_as.fill(desk.random.choose::<&str>(asking(desk.language).about("resident", "beyond"))),
        false => {
            // The frames in which facts are asked for, so that the frame tells nothing.
            let frame = *desk.random.choose::<&str>(asking(desk.language).about("any", "frame"));
            let wh = if desk.language == Language::En { "what" } else { "何" };
            let asked = possessive(asked_as.get("s"), word, desk.language);
            fill(frame, &[("n", &asked), ("wh", wh)])
        }
    };
    let reply = attribute_reply(desk, formal.get("s"));
    Some(vec![(typed(desk, question), reply)])
}

/// "Kenta's shoe size", 「健太さんの靴のサイズ」.
pub(crate) fn possessive(subject: &str, word: &str, language: Language) -> String {
    match language {
        Language::En => format!("{subject}'s {word}"),
        Language::Ja => format!("{subject}の{word}"),
    }
}

/// "I don't know that about Kenta."
pub(super) fn attribute_reply(desk: &mut Desk<'_>, subject: &str) -> String {
    let template = *desk.random.choose(unknown_templates(desk.language, Gap::Attribute));
    desk.finish(fill(template, &[("s", subject)]))
}

/// A question about the world outside.
pub(super) fn outside(desk: &mut Desk<'_>) -> Option<Turns> {
    let question = match desk.chance(70) {
        true => desk.random.choose::<&str>(asking(desk.language).about("outside", "beyond")).to_string(),
        false => {
            let table = desk.random.choose(OUTSIDE_OF);
            let name = Bilingual::from(*desk.random.choose(table.names));
            fill(desk.pick(table.en, table.ja), &[("x", name.get(desk.language))])
        }
    };
    let question = desk.finish(question);
    let reply = *desk.random.choose(unknown_templates(desk.language, Gap::Outside));
    Some(vec![(typed(desk, question), reply.to_string())])
}
