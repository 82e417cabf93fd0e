//! The wall between tuning data and held-out tests, and the numbers of tests.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

use super::requests::{FRAMED, NOUNS, UNFRAMED, WHOLE, WHOLE_LOOK_ALIKE, frames, other_acts};
use super::*;
use crate::instruct::forms::{nominal, stem_and_te};
use crate::instruct::safety::{self, HARMFUL, HARMLESS};
use crate::instruct::sheet::{self, Line, acts};
use crate::instruct::{conversations, phrases::training_questions};
use crate::preference::pairs;
use crate::{is_help, is_refusal, is_unknown_answer};

/// The starter recipe's.
const SEED: u64 = 1;

/// The options of the starter recipe's world: what is checked is what is shipped.
fn starter() -> crate::Options {
    crate::Options { seed: SEED, ..crate::Options::default() }
}

fn world() -> &'static World {
    static WORLD: OnceLock<World> = OnceLock::new();
    WORLD.get_or_init(|| starter().world())
}

fn held_out() -> &'static HeldOut {
    static HELD_OUT: OnceLock<HeldOut> = OnceLock::new();
    HELD_OUT.get_or_init(|| tests(world(), SEED))
}

/// A text without what may differ between two ways of typing the same.
fn plain(text: &str) -> String {
    let text = ["who", "what", "where", "when", "how"]
        .iter()
        .fold(text.to_lowercase(), |text, word| text.replace(&format!("{word}'s "), &format!("{word} is ")));
    text.chars().filter(|sign| sign.is_alphanumeric() || *sign == '{' || *sign == '}').collect()
}

fn lists() -> [&'static [Test]; 7] {
    let held_out = held_out();
    [
        &held_out.facts,
        &held_out.unknown,
        &held_out.translation,
        &held_out.skills,
        &held_out.recall,
        &held_out.refusal,
        &held_out.danger,
    ]
}

#[test]
fn no_held_out_prompt_occurs_in_tuning_data() {
    let mut asked = BTreeSet::new();
    for conversation in conversations(world(), SEED, starter().conversations) {
        asked.extend(
            conversation
                .messages
                .iter()
                .filter(|message| message.role == "user")
                .map(|message| plain(&message.content)),
        );
    }
    let pairs = pairs(world(), SEED, starter().preferences);
    asked.extend(pairs.iter().flat_map(|pair| &pair.prompt).map(|message| plain(&message.content)));
    for test in lists().into_iter().flatten() {
        let prompt = plain(&test.prompt[0].content);
        assert!(!asked.contains(&prompt), "{}: {}", test.id, test.prompt[0].content);
    }
}

#[test]
fn no_held_out_pattern_is_a_training_pattern() {
    for language in Language::ALL {
        for relation in world().facts.iter().map(|fact| fact.relation).collect::<BTreeSet<_>>() {
            let training: BTreeSet<String> =
                training_questions(language, relation).iter().map(|pattern| plain(pattern)).collect();
            let held_out: BTreeSet<String> =
                questions(language, relation).iter().map(|pattern| plain(pattern)).collect();
            let frames = if language == Language::En { en::FRAMES } else { ja::FRAMES };
            assert!(held_out.len() >= 5 + frames.len(), "{language:?} {relation:?}: {}", held_out.len());
            let shared: Vec<_> = held_out.intersection(&training).collect();
            assert!(shared.is_empty(), "{language:?} {relation:?}: {shared:?}");
        }
    }
}

#[test]
fn no_held_out_act_or_frame_is_a_training_one() {
    let all = |lists: &[&[&str]]| -> BTreeSet<String> { lists.concat().iter().map(|text| plain(text)).collect() };
    let mut acts_of_tuning = BTreeSet::new();
    for language in Language::ALL {
        assert!(
            all(&[&frames_of_training(language)]).is_disjoint(&all(&[&frames(Language::En), &frames(Language::Ja)]))
        );
        let lines = acts_of_training(language);
        acts_of_tuning.extend(lines.map(|line| plain(line.text)));
        acts_of_tuning.extend(acts_of_families(language).iter().map(|act| plain(act)));
    }
    let held_out = Language::ALL.map(|language| other_acts(language).concat()).concat();
    let shared: Vec<_> = all(&[&held_out]).intersection(&acts_of_tuning).cloned().collect();
    assert!(shared.is_empty(), "{shared:?}");
}

/// All frames around an act, as a verb and as a noun.
fn frames_of_training(language: Language) -> Vec<&'static str> {
    [acts(language).about("any", "frame"), acts(language).about("any", "noun_frame")].concat()
}

/// The acts of the sheet, harmful and harmless, those that are nouns and whole requests as well.
fn acts_of_training(language: Language) -> impl Iterator<Item = &'static Line> {
    let sheet = acts(language);
    [HARMFUL.all(), HARMLESS.all()].into_iter().flatten().flat_map(move |form| sheet.all(form))
}

/// The harmless acts that differ in an object, with each of the objects.
fn acts_of_families(language: Language) -> Vec<String> {
    use crate::instruct::tables::harmless::{EVERYDAY, SAFE};
    let mut acts = Vec::new();
    for family in SAFE.iter().chain(EVERYDAY) {
        for (en, ja) in family.objects {
            let (patterns, object) = if language == Language::En { (family.en, en) } else { (family.ja, ja) };
            acts.extend(patterns.iter().map(|act| act.replace("{x}", object)));
        }
    }
    acts
}

/// What a text is recognised by: the words of an English one that are not too common to tell, pairs of signs of a
/// Japanese one; slots aside.
fn features(text: &str, language: Language) -> BTreeSet<String> {
    const COMMON: &[&str] = &[
        "a", "an", "the", "my", "your", "his", "her", "their", "our", "to", "of", "in", "on", "at", "for", "with",
        "and", "or", "so", "that", "it", "is", "be", "from", "into", "by", "up", "out", "off", "down", "as", "if",
        "about", "this", "some", "someone", "somebody", "them", "me", "i", "you", "over", "who", "do", "no", "not",
    ];
    let text = text.to_lowercase();
    let text: String = text.split('{').map(|piece| piece.split_once('}').map_or(piece, |(_, rest)| rest)).collect();
    match language {
        Language::En => {
            let words = text.split(|sign: char| !sign.is_alphabetic());
            words.filter(|word| !word.is_empty() && !COMMON.contains(word)).map(str::to_string).collect()
        }
        Language::Ja => {
            let signs: Vec<char> = text.chars().filter(|sign| sign.is_alphanumeric()).collect();
            signs.windows(2).map(|pair| pair.iter().collect()).collect()
        }
    }
}

#[test]
fn acts_kept_for_tests_are_not_acts_of_training_in_other_words() {
    for language in Language::ALL {
        let lines = acts_of_training(language).map(|line| line.text.to_string());
        let known = lines.chain(acts_of_families(language)).map(|act| features(&act, language)).collect();
        let shared = in_other_words(&other_acts(language).concat(), &known, language);
        assert!(shared.is_empty(), "{language:?}: {shared:?}");
    }
}

/// Texts that share at least half of their features with one of those that are known. Which one is not told: whoever
/// rewords a held-out text should not have seen the training side.
fn in_other_words<'a>(texts: &[&'a str], known: &BTreeSet<BTreeSet<String>>, language: Language) -> Vec<&'a str> {
    sharing(texts, known, language, |shared, own, theirs| 2 * shared >= own + theirs - shared)
}

/// Texts of which `much` is shared with one of those that are known: by how many features they share, how many the text
/// has, and how many the known one.
fn sharing<'a>(
    texts: &[&'a str],
    known: &BTreeSet<BTreeSet<String>>,
    language: Language,
    much: fn(usize, usize, usize) -> bool,
) -> Vec<&'a str> {
    let known: Vec<&BTreeSet<String>> = known.iter().collect();
    let mut holders: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (at, theirs) in known.iter().enumerate() {
        theirs.iter().for_each(|feature| holders.entry(feature).or_default().push(at));
    }
    let taken = |text: &&str| {
        let own = features(text, language);
        let mut shared: BTreeMap<usize, usize> = BTreeMap::new();
        for at in own.iter().filter_map(|feature| holders.get(feature.as_str())).flatten() {
            *shared.entry(*at).or_default() += 1;
        }
        shared.into_iter().any(|(at, shared)| much(shared, own.len(), known[at].len()))
    };
    texts.iter().copied().filter(taken).collect()
}

/// People ask for acts that training has and for others; enough must be of the others. Four of five features of an act
/// are taken for it, for a request says more than what it is about.
#[test]
fn many_whole_requests_kept_for_tests_name_no_act_of_training() {
    for language in Language::ALL {
        let lines = acts_of_training(language).map(|line| line.text.to_string());
        let known = lines.chain(acts_of_families(language)).map(|act| features(&act, language)).collect();
        let kept = UNFRAMED.into_iter().filter(|list| list.1 == "whole");
        let kept: Vec<&str> = kept.flat_map(|list| requests::lines(language, list.2).take(list.3)).collect();
        let different: BTreeSet<String> = kept.iter().map(|text| plain(text)).collect();
        assert_eq!(different.len(), 2 * WHOLE + WHOLE_LOOK_ALIKE, "{language:?}");
        assert!(kept.iter().all(|text| !text.contains(['{', '\t'])), "{language:?}");
        let whole = [HARMFUL.whole, HARMLESS.whole].into_iter().flat_map(|form| acts(language).all(form));
        let whole = whole.map(|line| features(line.text, language)).collect();
        assert!(in_other_words(&kept, &whole, language).is_empty(), "{language:?}");
        let named = sharing(&kept, &known, language, |shared, _, act| 5 * shared >= 4 * act).len();
        assert!(5 * named < 3 * kept.len(), "{language:?}: {named} of {}", kept.len());
    }
}

/// By the measure of the acts: a frame that is new in one word only would test that word, not whether the act is read.
#[test]
fn frames_kept_for_tests_are_not_frames_of_training_in_other_words() {
    for language in Language::ALL {
        let frames = frames(language);
        let training = frames_of_training(language);
        let known = training.iter().map(|frame| features(frame, language)).collect();
        let shared = in_other_words(&frames, &known, language);
        assert!(shared.is_empty(), "{language:?}: {shared:?}");
    }
}

#[test]
fn dangers_kept_for_tests_are_not_those_of_training_in_other_words() {
    for language in Language::ALL {
        let told = sheet::danger(language).all("says").iter();
        let known = told.map(|line| features(line.text, language)).collect();
        let kept = ["danger", "turns", "figure"].into_iter().flat_map(|kind| danger::lines(language, kind));
        let kept: Vec<&str> = kept.map(|line| line[0]).collect();
        let shared = in_other_words(&kept, &known, language).len();
        assert!(kept.len() >= 100 && shared == 0, "{language:?}: {shared} of {}", kept.len());
    }
}

#[test]
fn acts_that_are_nouns_are_named_in_no_held_out_request_of_their_kind() {
    for language in Language::ALL {
        let kept = ["noun_unsafe", "noun_safe"].into_iter().flat_map(|kind| requests::lines(language, kind));
        let kept: Vec<String> = kept.map(plain).collect();
        assert!(kept.len() >= 2 * NOUNS);
        let nouns = [HARMFUL.nouns, HARMLESS.nouns].into_iter().flat_map(|form| acts(language).all(form));
        let shared = nouns.filter(|noun| kept.iter().any(|kept| kept.contains(&plain(noun.text))));
        // Which, whoever writes the training side should not learn.
        assert_eq!(shared.count(), 0, "{language:?}");
    }
}

#[test]
fn frames_of_yes_no_questions_and_sums_are_not_those_of_training() {
    use crate::instruct::phrases::phrases;
    use crate::instruct::tables::{questions::*, sums::*};
    for language in Language::ALL {
        let kinds = [&ADDITION, &SUBTRACTION, &MULTIPLICATION];
        let (checks, sums, mut trained_checks, mut trained_sums) = match language {
            Language::En => (skills::CHECKS_EN, skills::SUMS_EN, CHECK_FRAMES_EN.to_vec(), [ASK_EN, NEXT_EN].concat()),
            Language::Ja => (skills::CHECKS_JA, skills::SUMS_JA, CHECK_FRAMES_JA.to_vec(), [ASK_JA, NEXT_JA].concat()),
        };
        trained_sums
            .extend(kinds.iter().flat_map(|sums| if language == Language::En { sums.en_asks } else { sums.ja_asks }));
        let relations: BTreeSet<Relation> = world().facts.iter().map(|fact| fact.relation).collect();
        trained_checks.extend(relations.into_iter().flat_map(|relation| phrases(language, relation).checks));
        for (frames, training) in [(checks, trained_checks), (sums, trained_sums)] {
            let known = training.iter().map(|frame| features(frame, language)).collect();
            let shared = in_other_words(frames, &known, language);
            assert!(shared.is_empty(), "{language:?}: {shared:?}");
        }
    }
}

#[test]
fn harmless_acts_of_training_are_of_both_halves() {
    for language in Language::ALL {
        let [plain, rare] =
            [HARMLESS.plain, HARMLESS.rare].map(|form| acts(language).all(form).iter().map(|line| line.about));
        let topics: Vec<&str> = rare.collect();
        for topic in safety::LOOK_ALIKE_TOPICS {
            assert!(topics.contains(topic), "{language:?}: {topic}");
        }
        for topics in [topics, plain.collect()] {
            let look_alike = topics.iter().filter(|topic| safety::LOOK_ALIKE_TOPICS.contains(topic)).count();
            assert!(look_alike >= FRAMED / 2 && topics.len() - look_alike >= FRAMED / 2, "{language:?}: {look_alike}");
        }
    }
}

#[test]
fn no_list_of_requests_is_short_or_says_a_thing_twice() {
    for language in Language::ALL {
        let frames = frames(language);
        let own: &[&str] = if language == Language::En { &["{act}"] } else { &["{act}", "{stem}", "{te}"] };
        let slots = |frame: &str| own.iter().map(|slot| frame.matches(slot).count()).sum::<usize>();
        assert!(frames.iter().all(|frame| frame.matches('{').count() == 1 && slots(frame) == 1));
        assert!(frames.iter().filter(|frame| frame.contains("{act}")).count() >= 24);
        // Half of the tests of a kind ask for these acts, each at most once.
        assert!(other_acts(language).iter().all(|acts| 2 * acts.len() >= FRAMED), "{language:?}");
        let all = [other_acts(language).concat(), frames].concat();
        let different: BTreeSet<String> = all.iter().map(|text| plain(text)).collect();
        assert_eq!(different.len(), all.len(), "{language:?}");
    }
}

#[test]
fn acts_of_training_are_asked_for_there() {
    let conversations = conversations(world(), SEED, starter().conversations);
    for language in Language::ALL {
        let may_ask = |kind| ["unsafe", "safe", "unsafe_opening", "safe_opening", "chat"].contains(&kind);
        let own = conversations.iter().filter(|c| c.lang == language.code() && may_ask(c.kind));
        let asked: String = own
            .flat_map(|conversation| &conversation.messages)
            .filter(|message| message.role == "user")
            .map(|message| message.content.to_lowercase() + "\n")
            .collect();
        // Acts with slots are written with whatever fills them.
        let whole: Vec<&str> =
            acts_of_training(language).map(|line| line.text).filter(|act| !act.contains('{')).collect();
        let in_all_forms = |act: &str| {
            let forms = if language == Language::Ja { stem_and_te(act) } else { None };
            let others = nominal(act, language).into_iter().chain(forms.into_iter().flatten());
            std::iter::once(act.to_lowercase()).chain(others.map(|form| form.to_lowercase())).collect::<Vec<_>>()
        };
        let (act_of, forms): (Vec<usize>, Vec<String>) = whole
            .iter()
            .enumerate()
            .flat_map(|(number, act)| in_all_forms(act).into_iter().map(move |form| (number, form)))
            .unzip();
        let search = aho_corasick::AhoCorasick::new(forms).expect("a few megabytes of acts");
        let found: BTreeSet<usize> =
            search.find_overlapping_iter(&asked).map(|one| act_of[one.pattern().as_usize()]).collect();
        let missed: Vec<_> = (0..whole.len()).filter(|number| !found.contains(number)).map(|n| whole[n]).collect();
        // A chat that would grow too long drops its last turn, and the act in it.
        assert!(
            whole.len() > 1000 && missed.len() * 100 < whole.len(),
            "{language:?}: {} {:?}",
            missed.len(),
            &missed[..20]
        );
    }
}

/// Every way to fill the slots of an act from the lists that tuning data fill them from.
fn filled(act: &str, language: Language) -> Vec<String> {
    use crate::instruct::tables::safety::*;
    let lists = [
        ("{victim}", [VICTIMS, VICTIMS_MORE].concat()),
        ("{place}", [TARGETS, TARGETS_MORE].concat()),
        ("{thing}", [THINGS, THINGS_MORE].concat()),
        ("{tool}", TOOLS.to_vec()),
    ];
    let mut acts = vec![act.to_string()];
    for (slot, words) in lists {
        acts = acts
            .into_iter()
            .flat_map(|act| match act.contains(slot) {
                false => vec![act],
                true => words
                    .iter()
                    .map(|(en, ja)| act.replace(slot, if language == Language::En { en } else { ja }))
                    .collect(),
            })
            .collect();
    }
    acts
}

#[test]
fn no_filled_held_out_act_is_a_filled_training_one() {
    for language in Language::ALL {
        let held_out = other_acts(language).concat();
        let asked: BTreeSet<String> =
            held_out.iter().flat_map(|act| filled(act, language)).map(|act| plain(&act)).collect();
        for line in acts_of_training(language) {
            for act in filled(line.text, language) {
                assert!(!asked.contains(&plain(&act)), "{language:?}: {act}");
            }
        }
    }
}

#[test]
fn nothing_that_is_unknown_in_a_test_is_so_in_tuning_data() {
    let words = |text: &str, language| match language {
        Language::Ja => text.to_string(),
        Language::En => {
            let apart = |sign: char| if sign.is_alphanumeric() { sign } else { ' ' };
            format!(" {} ", text.to_lowercase().chars().map(apart).collect::<String>())
        }
    };
    for language in Language::ALL {
        let sheet = crate::instruct::sheet::asking(language);
        let told = sheet.about("resident", "beyond").iter().chain(sheet.about("resident", "attribute"));
        for line in told {
            for attribute in gaps::ATTRIBUTES {
                let attribute = Bilingual::from(*attribute);
                let attribute = words(attribute.get(language), language);
                assert!(!words(line, language).contains(&attribute), "{line}: {attribute}");
            }
        }
        let all = |lines: &[&str]| -> BTreeSet<String> { lines.iter().map(|line| plain(line)).collect() };
        let outside = all(sheet.about("outside", "beyond"));
        for question in gaps::OUTSIDE {
            let question = Bilingual::from(*question);
            assert!(!outside.contains(&plain(question.get(language))), "{question:?}");
        }
        let (about, attributes) = match language {
            Language::En => (en::ABOUT, en::ATTRIBUTES),
            Language::Ja => (ja::ABOUT, ja::ATTRIBUTES),
        };
        for who in ["person", "thing"] {
            assert!(all(sheet.about(who, "portrait")).is_disjoint(&all(about)));
        }
        assert!(all(sheet.about("any", "frame")).is_disjoint(&all(attributes)));
    }
}

#[test]
fn translations_asked_for_are_in_no_tuning_data() {
    let sentences: BTreeSet<&str> = held_out().translation.iter().map(|test| test.answers[0].as_str()).collect();
    for conversation in conversations(world(), SEED, starter().conversations) {
        for message in &conversation.messages {
            assert!(!sentences.contains(message.content.as_str()), "{}", conversation.id);
        }
    }
}

#[test]
fn translations_are_of_the_language_from_which_is_translated() {
    let is_japanese = |text: &str| text.chars().any(|sign| ('\u{3040}'..'\u{a000}').contains(&sign));
    for test in &held_out().translation {
        let asked = &test.prompt.last().expect("a question").content;
        assert_eq!(is_japanese(&test.answers[0]), test.lang == "en", "{}", test.id);
        assert_eq!(is_japanese(asked), test.lang == "ja", "{}", test.id);
    }
}

#[test]
fn there_are_enough_tests_in_each_language() {
    for language in ["ja", "en"] {
        let count = |kind: &str| {
            lists().into_iter().flatten().filter(|test| test.lang == language && test.kind == kind).count()
        };
        assert!(count("fact") >= 300);
        assert!(count("unknown") >= 100);
        assert!(count("translation") >= 50);
        assert!(count("check") >= 100 && count("sum") >= 60);
        for kind in ["unsafe", "safe", "look-alike"] {
            let whole = if kind == "look-alike" { WHOLE_LOOK_ALIKE } else { NOUNS + WHOLE };
            assert_eq!(count(kind), FRAMED + whole, "{language} {kind}");
            for trained in [true, false] {
                let requests = held_out()
                    .refusal
                    .iter()
                    .filter(|test| (test.lang, test.kind, test.trained_as_question) == (language, kind, Some(trained)));
                let count = requests.count();
                assert!(count >= FRAMED / 2, "{language} {kind} {trained}: {count}");
            }
        }
        assert!(count("danger") >= 75 && count("figure") >= 30, "{language}");
        assert!(held_out().bias.iter().filter(|pair| pair.lang == language).count() >= 60);
        let trained = held_out()
            .facts
            .iter()
            .filter(|test| test.lang == language && test.trained_as_question == Some(true))
            .count();
        assert!(trained >= 250 && count("fact") - trained >= 10, "{trained} of {}", count("fact"));
    }
    let ids: BTreeSet<&str> = lists().into_iter().flatten().map(|test| test.id.as_str()).collect();
    assert_eq!(ids.len(), lists().into_iter().map(<[Test]>::len).sum::<usize>());
}

#[test]
fn the_value_of_the_fact_is_an_accepted_answer() {
    for test in &held_out().facts {
        let fact = world().facts.iter().find(|fact| Some(&fact.id) == test.fact.as_ref()).expect("the fact exists");
        let language = if test.lang == "ja" { Language::Ja } else { Language::En };
        assert!(test.answers.iter().any(|answer| answer == fact.value.get(language)));
        assert!(!test.prompt[0].content.contains('{'), "{}", test.prompt[0].content);
    }
}

#[test]
fn checks_ask_for_facts_and_sums_have_small_results() {
    for test in &held_out().skills {
        if test.kind == "sum" {
            assert!(test.answers[0].parse::<usize>().is_ok_and(|result| result <= 10), "{}", test.id);
            continue;
        }
        let fact = world().facts.iter().find(|fact| Some(&fact.id) == test.fact.as_ref()).expect("the fact exists");
        let language = if test.lang == "ja" { Language::Ja } else { Language::En };
        assert!(test.answers.iter().any(|answer| answer == fact.value.get(language)), "{}", test.id);
    }
    for language in ["ja", "en"] {
        let named = |test: &&&Test| {
            let prompt = test.prompt[0].content.to_lowercase();
            test.answers.iter().any(|answer| prompt.contains(&answer.to_lowercase()))
        };
        let checks: Vec<&Test> =
            held_out().skills.iter().filter(|test| test.kind == "check" && test.lang == language).collect();
        let so = checks.iter().filter(named).count();
        // Half are so; a wrong family name may hold the right one.
        assert!((45..=60).contains(&so), "{language}: {so}");
    }
}

#[test]
fn what_is_to_be_recalled_was_told_and_is_told_so_in_no_tuning_data() {
    use crate::instruct::tables::about_you::{ABOUT_YOU, Values};
    let wordings = |of: fn(&'static crate::instruct::tables::about_you::AboutYou) -> [&'static [&'static str]; 4]| {
        ABOUT_YOU.iter().flat_map(of).flatten().map(|text| plain(text)).collect::<BTreeSet<_>>()
    };
    let mut training = wordings(|about| [about.en, about.ja, about.en_asks, about.ja_asks]);
    for language in Language::ALL {
        let lines = ["tells", "asks"].into_iter().flat_map(|form| sheet::told(language).all(form));
        training.extend(lines.map(|line| plain(line.text)));
    }
    let words = ABOUT_YOU.iter().flat_map(|about| match about.values {
        Values::Words(words) => words.to_vec(),
        Values::Either(words, others) => [words, others].concat(),
        Values::Names | Values::PetNames | Values::Anything => Vec::new(),
    });
    let known: BTreeSet<&str> = words.flat_map(|word| [word.en, word.ja]).collect();
    for topic in recall::TOPICS {
        for wording in topic.tells.into_iter().chain(topic.asks).flatten() {
            assert!(!training.contains(&plain(wording)), "{wording}");
        }
        if let recall::Values::Words(words) = topic.values {
            for word in words {
                assert!(!known.contains(word.en) && !known.contains(word.ja), "{}", word.en);
            }
        }
    }
    for test in &held_out().recall {
        let told = &test.prompt[0].content.to_lowercase();
        assert!(test.answers.iter().all(|answer| told.contains(&answer.to_lowercase())), "{}: {told}", test.id);
    }
}

#[test]
fn pairs_of_the_bias_test_differ_in_the_pronoun_only() {
    for pair in &held_out().bias {
        assert_ne!(pair.a, pair.b);
        let neutral =
            |text: &str| text.replace("彼女", "彼").replace("She", "He").replace("she", "he").replace("her", "his");
        assert_eq!(neutral(&pair.b), neutral(&pair.a), "{}", pair.id);
    }
}

#[test]
fn the_same_seed_writes_the_same_tests_and_pairs() {
    assert_eq!(tests(world(), SEED).facts, held_out().facts);
    assert_eq!(tests(world(), SEED).unknown, held_out().unknown);
    assert_eq!(pairs(world(), 5, 200), pairs(world(), 5, 200));
}

#[test]
fn the_detectors_tell_chosen_from_rejected() {
    let pairs = pairs(world(), SEED, starter().preferences);
    assert!(pairs.len() >= 2_390, "{}", pairs.len());
    for pair in pairs {
        let judged = |text: &str| (is_unknown_answer(text), is_refusal(text));
        let wanted = match pair.meta.kind {
            "invented_person" | "invented_attribute" => [(true, false), (false, false)],
            "needless_unknown" => [(false, false), (true, false)],
            "unsafe" => [(false, true), (false, false)],
            "safe" => [(false, false), (false, true)],
            _ => [(false, false), (false, false)],
        };
        assert_eq!(
            [judged(&pair.chosen), judged(&pair.rejected)],
            wanted,
            "{}: {} | {}",
            pair.id,
            pair.chosen,
            pair.rejected
        );
        let sent = [is_help(&pair.chosen), is_help(&pair.rejected)];
        match pair.meta.kind {
            "danger" => assert_eq!(sent, [true, false], "{}", pair.id),
            "figure" => assert_eq!(sent, [false, true], "{}", pair.id),
            _ => {}
        }
        assert_ne!(pair.chosen, pair.rejected, "{}", pair.id);
    }
}
