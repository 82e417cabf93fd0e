//! What must hold of every conversation, checked on a whole set of them.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

use super::*;
use crate::{Numbers, is_help, is_refusal, is_unknown_answer};

const COUNT: usize = 6_000;

fn world() -> &'static World {
    static WORLD: OnceLock<World> = OnceLock::new();
    WORLD.get_or_init(|| World::new(3, Numbers::for_bytes(4_000_000)))
}

fn all() -> &'static [Conversation] {
    static ALL: OnceLock<Vec<Conversation>> = OnceLock::new();
    ALL.get_or_init(|| conversations(world(), 3, COUNT))
}

fn replies(conversation: &Conversation) -> impl Iterator<Item = &str> {
    conversation.messages.iter().filter(|message| message.role == "assistant").map(|message| message.content.as_str())
}

/// The names and values of the world that a text contains, longest first, none inside another.
fn found<'w>(text: &str, language: Language, strings: &[&'w str]) -> BTreeSet<&'w str> {
    let mut text = text.to_lowercase();
    let mut found = BTreeSet::new();
    for string in strings {
        let wanted = string.to_lowercase();
        let mut from = 0;
        while let Some(at) = text[from..].find(&wanted).map(|at| at + from) {
            let end = at + wanted.len();
            let inside_word = language == Language::En
                && (text[..at].ends_with(char::is_alphanumeric)
                    || text[end..].strip_prefix('s').unwrap_or(&text[end..]).starts_with(char::is_alphanumeric));
            if inside_word {
                from = end;
                continue;
            }
            found.insert(*string);
            text.replace_range(at..end, &" ".repeat(wanted.len()));
        }
    }
    found
}

fn strings(language: Language) -> Vec<&'static str> {
    let facts = world().facts.iter();
    let set: BTreeSet<&str> = facts.flat_map(|fact| [fact.name.get(language), fact.value.get(language)]).collect();
    let mut strings: Vec<&str> = set.into_iter().collect();
    strings.sort_by_key(|string| std::cmp::Reverse(string.len()));
    strings
}

fn language_of(conversation: &Conversation) -> Language {
    if conversation.lang == "ja" { Language::Ja } else { Language::En }
}

#[test]
fn the_same_seed_writes_the_same_and_another_seed_something_else() {
    let few = conversations(world(), 3, 300);
    assert_eq!(few, conversations(world(), 3, 300));
    assert_ne!(few, conversations(world(), 4, 300));
}

#[test]
fn every_answer_about_facts_agrees_with_the_ground_truth() {
    const KINDS: &[&str] = &["fact", "fact_check", "fact_reverse", "fact_compare", "fact_two", "about", "summary"];
    let mut checked = 0;
    for language in Language::ALL {
        let strings = strings(language);
        for conversation in all()
            .iter()
            .filter(|conversation| language_of(conversation) == language && KINDS.contains(&conversation.kind))
        {
            for reply in replies(conversation) {
                let found = found(reply, language, &strings);
                let both =
                    |fact: &&Fact| found.contains(fact.name.get(language)) && found.contains(fact.value.get(language));
                let mut explained = BTreeSet::new();
                for fact in world().facts.iter().filter(both) {
                    explained.extend([fact.name.get(language), fact.value.get(language)]);
                }
                let loose: Vec<_> = found.difference(&explained).collect();
                assert!(loose.is_empty(), "{}: `{reply}` says {loose:?}", conversation.id);
                assert!(!found.is_empty(), "{}: `{reply}` says nothing", conversation.id);
                checked += 1;
            }
        }
    }
    assert!(checked > COUNT / 8, "{checked} answers");
}

#[test]
fn facts_left_to_the_documents_are_never_told() {
    for language in Language::ALL {
        let strings = strings(language);
        for conversation in all().iter().filter(|conversation| {
            language_of(conversation) == language && ["fact", "about"].contains(&conversation.kind)
        }) {
            let reply = replies(conversation).next().unwrap_or_default();
            let found = found(reply, language, &strings);
            // The subject begins the answer or is the only entity in it.
            let subject = strings
                .iter()
                .filter(|string| reply.to_lowercase().starts_with(&string.to_lowercase()))
                .max_by_key(|string| string.len());
            let Some(subject) = subject else { continue };
            let about: Vec<&Fact> = world().facts.iter().filter(|fact| fact.name.get(language) == *subject).collect();
            for hidden in about.iter().filter(|fact| !trained_as_question(fact)) {
                let value = hidden.value.get(language);
                let also_told = about.iter().any(|fact| trained_as_question(fact) && fact.value.get(language) == value);
                assert!(!found.contains(value) || also_told, "{}: `{reply}` tells {}", conversation.id, hidden.id);
            }
        }
    }
    let told =
        world().facts.iter().filter(|fact| trained_as_question(fact)).count() as f64 / world().facts.len() as f64;
    assert!((0.90..0.99).contains(&told), "{told}");
}

#[test]
fn detectors_agree_with_the_kinds() {
    for conversation in all() {
        for reply in replies(conversation) {
            let (unknown, refusal) = (is_unknown_answer(reply), is_refusal(reply));
            let wanted = match conversation.kind {
                "unknown_name" | "unknown_story" | "unknown_attribute" | "unknown_outside" | "unknown_sum" => {
                    (true, false)
                }
                "unsafe" => (false, true),
                "dialogue" | "place" | "town" | "doing" | "unknown_name_opening" | "unknown_attribute_opening" => {
                    (unknown, false)
                }
                "chat" | "about_you" => (unknown, refusal),
                _ => (false, false),
            };
            assert_eq!((unknown, refusal), wanted, "{} ({}): {reply}", conversation.id, conversation.kind);
            let may_send_for_help =
                ["danger", "danger_opening", "unsafe", "safe", "small_talk", "about_you", "dialogue", "chat"];
            let helps = is_help(reply) && !may_send_for_help.contains(&conversation.kind);
            assert!(!helps, "{} ({}): {reply}", conversation.id, conversation.kind);
        }
    }
}

/// In one round of a form, tuning data have marked lines twice, tests have each once.
#[test]
fn what_is_slow_to_learn_is_dealt_twice_in_tuning_data_only() {
    for language in Language::ALL {
        let form = safety::HARMFUL.plain;
        let all = sheet::acts(language).all(form);
        let marked = all.iter().filter(|line| line.twice).count();
        assert!(marked > 100 && marked < all.len() / 2, "{language:?}: {marked} of {}", all.len());
        for (side, round) in [(names::Side::Training, all.len() + marked), (names::Side::HeldOut, all.len())] {
            let mut desk = Desk::new(world(), side, Random::new(1, "test", 0));
            desk.language = language;
            let mut dealt: BTreeMap<&str, usize> = BTreeMap::new();
            for _ in 0..round {
                *dealt.entry(desk.line(sheet::acts, form, |_| true).text).or_default() += 1;
            }
            for line in all {
                let times = if line.twice && side == names::Side::Training { 2 } else { 1 };
                assert_eq!(dealt.get(line.text), Some(&times), "{}", line.text);
            }
        }
    }
}

#[test]
fn each_language_has_its_share_of_every_kind() {
    let mut counts: BTreeMap<&str, [i64; 2]> = BTreeMap::new();
    for conversation in all() {
        counts.entry(conversation.kind).or_default()[usize::from(conversation.lang == "ja")] += 1;
    }
    assert_eq!(counts.len(), MIXTURE.len());
    for kind in MIXTURE {
        let [en, ja] = counts[kind.name];
        let english = kind.english_percent as i64;
        assert!((100 * en - english * (en + ja)).abs() <= 100, "{}: {en} and {ja}", kind.name);
    }
    assert_eq!(all().len(), COUNT);
}

#[test]
fn conversations_are_short() {
    for (lang, most) in [("en", 140.0), ("ja", 75.0)] {
        let sizes: Vec<usize> = all()
            .iter()
            .filter(|conversation| conversation.lang == lang)
            .map(|conversation| conversation.messages.iter().map(|message| message.content.chars().count()).sum())
            .collect();
        let mean = sizes.iter().sum::<usize>() as f64 / sizes.len() as f64;
        assert!(mean < most, "{lang}: {mean} characters a conversation");
    }
}

#[test]
fn conversations_are_well_formed_and_differ() {
    let mut seen = BTreeSet::new();
    let mut ids = BTreeSet::new();
    for conversation in all() {
        assert!(ids.insert(&conversation.id));
        assert!(
            conversation.messages.len().is_multiple_of(2) && conversation.messages.len() <= 18,
            "{}",
            conversation.id
        );
        for (number, message) in conversation.messages.iter().enumerate() {
            assert_eq!(message.role, ["user", "assistant"][number % 2]);
            assert_eq!(message.content.trim(), message.content, "{}", conversation.id);
            assert!(
                !message.content.is_empty() && !message.content.contains(['{', '}', '[', '<']),
                "{}",
                message.content
            );
        }
        let text: Vec<&str> = conversation.messages.iter().map(|message| message.content.as_str()).collect();
        assert!(seen.insert(text), "{} repeats another", conversation.id);
    }
}

#[test]
fn openings_are_how_whole_answers_begin_and_tell_what_kind_they_are() {
    let firsts = |kind: &str, lang: &str| -> BTreeSet<&str> {
        let of_kind = all().iter().filter(|conversation| conversation.kind == kind && conversation.lang == lang);
        of_kind.flat_map(|one| replies(one).map(|reply| wording::opening(reply, language_of(one)))).collect()
    };
    for language in Language::ALL {
        let lang = language.code();
        let (decline, grant) = (firsts("unsafe", lang), firsts("safe", lang));
        assert_eq!(decline.len(), 1, "{decline:?}");
        // What is granted begins with one word, and goes on with what it is about.
        let willing = wording::willing(language, "");
        assert!(grant.iter().all(|opening| opening.starts_with(willing.trim())), "{grant:?}");
        assert!(grant.contains(willing.trim()) && grant.len() > 12, "{grant:?}");
        assert_eq!(firsts("how_to_opening", lang), firsts("how_to", lang));
        assert!(firsts("how_to", lang).len() == 1 && grant.is_disjoint(&firsts("how_to", lang)));
        assert_eq!(firsts("unsafe_opening", lang), decline);
        assert!(firsts("safe_opening", lang).is_superset(&grant));
        for kind in ["unknown_name", "unknown_attribute"] {
            assert_eq!(firsts(&format!("{kind}_opening"), lang), firsts(kind, lang), "{kind}");
        }
        // Danger, and what only sounds so.
        let danger = firsts("danger_opening", lang);
        assert!(danger.contains(wording::opening(&wording::help(language, ""), language)), "{danger:?}");
        assert!(danger.len() > 1 && danger.is_disjoint(&decline), "{danger:?}");
    }
    for language in Language::ALL {
        let unknown = wording::unknown_templates(language, wording::Gap::Stranger)[0];
        let figure = sheet::danger(language).about("figure", "answer")[0];
        let (refusal, willing) = (wording::refusal(language, ""), wording::willing(language, ""));
        let help = wording::help(language, "");
        let answers = [&refusal, &willing, &help, unknown, figure];
        let openings = BTreeSet::from(answers.map(|answer| wording::opening(answer, language)));
        assert_eq!(openings.len(), answers.len(), "{openings:?}");
    }
    for conversation in all() {
        assert_eq!(conversation.prefix, conversation.kind.ends_with("_opening"), "{}", conversation.id);
        let last = conversation.messages.last().expect("conversations have messages").content.as_str();
        let is_cut = wording::opening(last, language_of(conversation)) == last;
        assert!(!conversation.prefix || is_cut, "{}: {last}", conversation.id);
    }
}

#[test]
fn strangers_are_many_new_and_kept_apart() {
    let [training, held_out] = [Side::Training, Side::HeldOut].map(|side| Strangers::new(world(), side));
    let names = |strangers: &Strangers| -> BTreeSet<String> {
        let lists = [
            &strangers.real,
            &strangers.local,
            &strangers.invented,
            &strangers.places,
            &strangers.events,
            &strangers.dishes,
        ];
        lists.into_iter().flatten().flat_map(|name| [name.en.to_lowercase(), name.ja.clone()]).collect()
    };
    // Too many of each kind to be learnt by heart.
    for list in [&training.real, &training.local, &training.places, &training.events, &training.dishes] {
        assert!(list.len() >= 100, "{:?} and {} others", list[0], list.len());
    }
    let (training, held_out) = (names(&training), names(&held_out));
    assert!(training.len() > 1_500 && held_out.len() > 300, "{} {}", training.len(), held_out.len());
    assert!(training.is_disjoint(&held_out));
    let known: BTreeSet<String> =
        world().facts.iter().flat_map(|fact| [fact.name.en.to_lowercase(), fact.name.ja.clone()]).collect();
    assert!(training.is_disjoint(&known) && held_out.is_disjoint(&known));
}

/// What a question takes for granted must not tell whether the one who is asked about lives in the town.
#[test]
fn strangers_are_spoken_of_in_as_many_ways_as_residents() {
    const DRAWN: usize = 3_000;
    for (side, language) in
        [Side::Training, Side::HeldOut].into_iter().flat_map(|side| Language::ALL.map(|l| (side, l)))
    {
        let mut desk = Desk::new(world(), side, Random::new(1, "strangers", 0));
        desk.language = language;
        let value = &world().facts[0].value;
        let mut drawn: BTreeMap<(&str, &str, String), f64> = BTreeMap::new();
        for (kind, relation) in
            [("person", Relation::Job), ("animal", Relation::Species), ("dish", Relation::Ingredient)]
        {
            for _ in 0..DRAWN {
                let stranger = unknown::Stranger::draw_with(&mut desk, relation).expect("a stranger of each kind");
                let words = stranger.slots(value, language);
                for slot in ["he", "w", "p", "is"] {
                    *drawn.entry((kind, slot, words.get(slot).to_string())).or_default() += 1.0 / DRAWN as f64;
                }
            }
        }
        let share = |kind: &'static str, slot: &'static str, word: &str| {
            drawn.get(&(kind, slot, word.to_string())).copied().unwrap_or_default()
        };
        let en = language == Language::En;
        for kind in ["person", "animal"] {
            let she = share(kind, "he", if en { "she" } else { "彼女" });
            assert!((0.3..0.7).contains(&she), "{side:?} {language:?} {drawn:?}");
        }
        for older in [true, false] {
            for resident in 0..2 {
                let word = world().sibling_word(crate::facts::Sibling { resident, older });
                let word = if en { word.en } else { word.ja };
                assert!((0.15..0.35).contains(&share("person", "w", word)), "{side:?} {word} {drawn:?}");
            }
        }
        for species in crate::lexicon::SPECIES {
            assert!(share("person", "p", if en { species.en } else { species.ja }) > 0.05, "{drawn:?}");
        }
        assert!((0.05..0.6).contains(&share("dish", "is", "are")), "{side:?} {language:?} {drawn:?}");
        assert!(!en || share("dish", "he", "they") == share("dish", "is", "are"));
    }
}

#[test]
fn nobody_asks_for_the_family_name_that_the_question_gives() {
    for language in Language::ALL {
        let mut desk = Desk::new(world(), Side::Training, Random::new(1, "family-names", 0));
        desk.language = language;
        let mut with_family = |relation: Relation| {
            let asked = (0..2_000).filter(|_| {
                let stranger = unknown::Stranger::draw_with(&mut desk, relation).expect("a person");
                let words = stranger.slots(&crate::Bilingual::new("某", "Someone"), language);
                let (question, _) = unknown::asked_of_stranger(&mut desk, &stranger, relation, &words);
                let (question, given) = (question.to_lowercase(), words.get("g").to_lowercase());
                crate::lexicon::FAMILIES.iter().any(|family| match language {
                    Language::En => question.contains(&format!("{given} {}", family.en.to_lowercase())),
                    Language::Ja => question.contains(&format!("{}{given}", family.ja)),
                })
            });
            asked.count()
        };
        assert_eq!(with_family(Relation::FamilyName), 0);
        assert!(with_family(Relation::Job) > 100);
    }
}

#[test]
fn no_sentence_begins_anew_after_a_comma() {
    for message in all().iter().flat_map(|conversation| &conversation.messages) {
        for start in [", The ", ", You can ", ", You find ", ", People "] {
            assert!(!message.content.contains(start), "{}", message.content);
        }
    }
}

/// A teacher does go to school.
#[test]
fn grown_ups_have_a_job_instead_of_a_grade() {
    let teachers: Vec<_> = world().residents.iter().filter(|resident| resident.job.en == "teacher").collect();
    let mut asked = 0;
    for language in Language::ALL {
        let mut desk = Desk::new(world(), Side::Training, Random::new(1, "teachers", 0));
        desk.language = language;
        for reply in (0..10_000).filter_map(|_| known::none(&mut desk)).map(|turns| turns[0].1.clone()) {
            assert!(!reply.contains("school.") && !reply.contains("学校に通って"), "{reply}");
            let of_teacher = teachers.iter().any(|teacher| reply.starts_with(teacher.name.get(language)));
            if of_teacher && (reply.contains("grown-up") || reply.contains("大人")) {
                assert!(reply.contains("teacher") || reply.contains("教師"), "{reply}");
                asked += 1;
            }
        }
    }
    assert!(asked > 20, "{asked} questions about teachers");
}

#[test]
fn every_relation_is_asked_in_many_ways() {
    for language in Language::ALL {
        for fact in &world().facts {
            let patterns: BTreeSet<String> = phrases::training_questions(language, fact.relation).into_iter().collect();
            assert!(patterns.len() >= 14, "{language:?} {:?}: {}", fact.relation, patterns.len());
        }
    }
}

#[test]
fn large_worlds_can_be_asked_about_too() {
    let world = World::new(1, Numbers::for_bytes(200_000_000));
    let few = conversations(&world, 1, 500);
    assert_eq!(few.len(), 500);
    assert!(few.iter().all(|conversation| !conversation.messages.is_empty()));
}

#[test]
fn every_pattern_can_be_filled_for_every_subject() {
    let mut desk = Desk::new(world(), Side::Training, Random::new(1, "test", 0));
    for language in Language::ALL {
        for fact in &world().facts {
            let phrases = phrases::phrases(language, fact.relation);
            let slots = say::slots(world(), fact, language);
            let stranger = unknown::Stranger::draw_with(&mut desk, fact.relation).expect("all are asked about");
            let stranger = stranger.slots(&fact.value, language);
            let mut patterns = phrases::training_questions(language, fact.relation);
            patterns.extend(crate::heldout::questions(language, fact.relation));
            for list in [phrases.follow_ups, phrases.statements, phrases.checks] {
                patterns.extend(list.iter().map(|pattern| pattern.to_string()));
            }
            patterns
                .extend(phrases.predicates.iter().flat_map(|(last, joining)| [last.to_string(), joining.to_string()]));
            for pattern in patterns {
                for words in [&slots, &stranger] {
                    let text = words.fill(&pattern);
                    assert!(!text.contains(['{', '}']), "{text}");
                }
            }
        }
    }
}

/// One small world in some three hundred has no siblings.
#[test]
fn a_town_without_siblings_is_written_too() {
    let mut world = World::new(1, Numbers::for_bytes(300_000));
    world.facts.retain(|fact| fact.relation != Relation::Sibling);
    assert_eq!(conversations(&world, 1, 3000).len(), 3000);
}
