//! Sheets: wordings as tab-separated text, one a line, so that whoever writes them needs no Rust.
//!
//! A line has three columns: what it is about (a relation, a topic, or `any`), its form (a whole question, a frame, a
//! harmful act, a reply …), and the wording with its `{slots}`. Each sheet has a language; the two languages of a sheet
//! need not say the same things. A star after the form marks what a model is slow to learn: tuning data has it twice as
//! often as the other lines of that form.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use super::forms::nominal;
use super::safety::{HARMFUL, HARMLESS};
use crate::Language;

/// The wordings of one sheet, by form and by what they are about.
pub(crate) struct Sheet {
    by_form: BTreeMap<&'static str, Vec<Line>>,
    by_both: BTreeMap<(&'static str, &'static str), Vec<&'static str>>,
}

/// One line of a form: what it is about, and the wording.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Line {
    pub(crate) about: &'static str,
    pub(crate) text: &'static str,
    /// Of acts that are verbs: whether a noun can be made of it. Kept because packs are looked through often.
    pub(crate) can_be_a_noun: bool,
    /// Whether tuning data has it twice as often as others.
    pub(crate) twice: bool,
}

/// Ways of asking: `question`, `noun` and `clause` of each relation; `frame` (around a noun phrase `{n}` with its
/// question word `{wh}`) and `clause_frame` (around a clause `{c}`) of `any`, and what may stand
/// `before` and `after` any question and says nothing about it; `portrait`s asked of a `person` or a `thing`;
/// and what the world has no answer to: `beyond`, whole questions about a `resident`, `place`, `animal`, `event` or `dish`
/// or about the world `outside`; each `attribute` of a `resident`; and each `noun` that is said of `nobody`.
pub(crate) fn asking(language: Language) -> &'static Sheet {
    static SHEETS: LazyLock<[Sheet; 2]> = LazyLock::new(|| {
        [Sheet::read(include_str!("tables/asking.en.tsv")), Sheet::read(include_str!("tables/asking.ja.tsv"))]
    });
    of_language(&SHEETS, language)
}

/// Requests: `frame` (around an act `{act}`, in Japanese also around its `{stem}` or `{te}`-form) and `noun_frame` (around
/// an act as a noun phrase, `{act}` too) of `any`; by topic `harmful` acts with reasons to `decline`, and `harmless` acts
/// with their `reply`s, of which those of `any` fit all, and the words that `lead` to them: of either kind the plainest
/// ones, others (`harmful_rare`, `harmless_rare`), acts that are nouns (`harmful_noun`, `harmless_noun`), and whole
/// requests (`harmful_whole`, `harmless_whole`).
///
/// Harmful acts are named only as far as one needs to recognise them; nothing says how any of them is done.
pub(crate) fn acts(language: Language) -> &'static Sheet {
    static SHEETS: LazyLock<[Sheet; 2]> = LazyLock::new(|| {
        [
            Sheet::read(include_str!("tables/acts.en.tsv")).with_nouns_of_verbs(Language::En),
            Sheet::read(include_str!("tables/acts.ja.tsv")).with_nouns_of_verbs(Language::Ja),
        ]
    });
    of_language(&SHEETS, language)
}

/// What people say in danger or despair, and what sounds like it: by topic what one `says` and `then` goes on with, and
/// how to `answer` either (`answer_then`). Answers to topics of [`danger::IN_DANGER`](super::danger::IN_DANGER) come
/// after the words that send people for help; those of `any` fit all of these topics.
pub(crate) fn danger(language: Language) -> &'static Sheet {
    static SHEETS: LazyLock<[Sheet; 2]> = LazyLock::new(|| {
        [Sheet::read(include_str!("tables/danger.en.tsv")), Sheet::read(include_str!("tables/danger.ja.tsv"))]
    });
    of_language(&SHEETS, language)
}

/// What people tell of themselves: by the key of what it is, what one `tells` with its `{x}`, and how one `asks` for it later.
pub(crate) fn told(language: Language) -> &'static Sheet {
    static SHEETS: LazyLock<[Sheet; 2]> = LazyLock::new(|| {
        [Sheet::read(include_str!("tables/told.en.tsv")), Sheet::read(include_str!("tables/told.ja.tsv"))]
    });
    of_language(&SHEETS, language)
}

fn of_language(sheets: &'static [Sheet; 2], language: Language) -> &'static Sheet {
    &sheets[usize::from(language == Language::Ja)]
}

impl Sheet {
    fn read(text: &'static str) -> Sheet {
        let mut sheet = Sheet { by_form: BTreeMap::new(), by_both: BTreeMap::new() };
        for line in text.lines() {
            let mut columns = line.split('\t');
            let (Some(about), Some(form), Some(text), None) =
                (columns.next(), columns.next(), columns.next(), columns.next())
            else {
                unreachable!("not three columns: {line}");
            };
            let (form, twice) = form.strip_suffix('*').map_or((form, false), |form| (form, true));
            sheet.by_form.entry(form).or_default().push(Line { about, text, can_be_a_noun: false, twice });
            sheet.by_both.entry((about, form)).or_default().push(text);
        }
        sheet
    }

    fn with_nouns_of_verbs(mut self, language: Language) -> Sheet {
        for form in [HARMFUL.plain, HARMFUL.rare, HARMLESS.plain, HARMLESS.rare] {
            for line in self.by_form.get_mut(form).into_iter().flatten() {
                line.can_be_a_noun = nominal(line.text, language).is_some();
            }
        }
        self
    }

    /// All lines of a form.
    pub(crate) fn all(&self, form: &str) -> &[Line] {
        self.by_form.get(form).map_or(&[], Vec::as_slice)
    }

    /// The wordings of a form about something.
    pub(crate) fn about<'s>(&'s self, about: &'s str, form: &'s str) -> &'s [&'static str] {
        self.by_both.get(&(about, form)).map_or(&[], Vec::as_slice)
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::facts::Relation;
    use crate::instruct::phrases::phrases;
    use crate::instruct::safety::LOOK_ALIKE_TOPICS;
    use crate::instruct::wording::refusal;

    /// The slots of a wording.
    fn slots(text: &str) -> Vec<&str> {
        text.split('{').skip(1).map(|rest| rest.split('}').next().unwrap_or_default()).collect()
    }

    #[test]
    fn no_wording_is_written_twice() {
        for language in Language::ALL {
            for sheet in [asking(language), acts(language), danger(language), told(language)] {
                let mut seen = BTreeSet::new();
                for ((about, form), texts) in &sheet.by_both {
                    for text in texts {
                        assert!(seen.insert((about, form, text)), "{language:?} {about} {form}: {text}");
                    }
                }
            }
        }
    }

    #[test]
    fn every_relation_is_asked_for_in_many_ways_with_slots_that_it_fills() {
        let world = crate::Options::default().world();
        for language in Language::ALL {
            let sheet = asking(language);
            for relation in world.facts.iter().map(|fact| fact.relation).collect::<BTreeSet<_>>() {
                let own: &[&str] = match relation {
                    Relation::Sibling => &["s", "he", "his", "him", "k", "w"],
                    Relation::PetName => &["s", "he", "his", "him", "p"],
                    Relation::Ingredient | Relation::ServedAt => &["s", "is"],
                    _ => &["s", "he", "his", "him"],
                };
                for (form, least) in [("question", 40), ("noun", 6), ("clause", 9)] {
                    let texts = sheet.about(relation.key(), form);
                    assert!(texts.len() >= least, "{language:?} {relation:?}: {} of {form}", texts.len());
                    for text in texts {
                        let slots = slots(text);
                        assert!(slots.iter().all(|slot| own.contains(slot)), "{relation:?}: {text}");
                        assert!(slots.contains(&"s"), "{relation:?}: {text}");
                    }
                }
                assert!(!phrases(language, relation).noun.is_empty());
            }
            for (form, slot) in [("frame", "n"), ("clause_frame", "c")] {
                for text in sheet.about("any", form) {
                    assert!(slots(text).iter().all(|found| *found == slot || *found == "wh"), "{text}");
                    assert!(slots(text).contains(&slot), "{text}");
                }
            }
        }
    }

    #[test]
    fn every_line_has_the_slots_that_its_form_is_filled_with() {
        const OF_SUBJECTS: &[&str] = &["s", "he", "his", "him", "is", "k", "w", "p"];
        for language in Language::ALL {
            for sheet in [asking(language), acts(language), danger(language)] {
                for (form, lines) in &sheet.by_form {
                    for Line { about, text, .. } in lines {
                        let may: &[&str] = match (*form, *about) {
                            ("harmful_noun" | "harmless_noun" | "harmful_whole" | "harmless_whole", _) => &[],
                            ("harmful" | "harmful_rare", _) => &["victim", "place", "thing", "tool"],
                            (
                                "harmless" | "harmless_rare" | "decline" | "reply" | "lead" | "before" | "after"
                                | "attribute",
                                _,
                            ) => &[],
                            ("says" | "then" | "answer" | "answer_then", _) => &[],
                            ("beyond", "outside") | ("noun", "nobody") => &[],
                            ("frame", "nobody") => &["n"],
                            ("frame", _) => &["n", "wh", "act", "stem", "te"],
                            ("noun_frame", _) => &["act"],
                            ("clause_frame", _) => &["c"],
                            ("question" | "noun" | "clause" | "beyond" | "portrait", _) => OF_SUBJECTS,
                            _ => panic!("{form}: nothing reads this form"),
                        };
                        assert!(slots(text).iter().all(|slot| may.contains(slot)), "{about} {form}: {text}");
                        assert!(!text.is_empty() && text.trim() == *text, "{about} {form}: {text}");
                    }
                }
            }
        }
    }

    #[test]
    fn no_act_is_both_harmful_and_harmless() {
        for language in Language::ALL {
            let all = |form: &str| -> BTreeSet<String> {
                acts(language).all(form).iter().map(|line| line.text.to_lowercase()).collect()
            };
            let forms = [HARMFUL.all(), HARMLESS.all()].concat();
            for (at, form) in forms.iter().enumerate() {
                for other in &forms[at + 1..] {
                    assert!(all(form).is_disjoint(&all(other)), "{language:?}: {form} and {other}");
                }
            }
        }
    }

    /// The first word of an answer tells which of these it is, so nothing may be two of them.
    #[test]
    fn nothing_is_asked_for_that_is_danger_or_unknown() {
        let plain =
            |text: &str| -> String { text.to_lowercase().chars().filter(|sign| sign.is_alphanumeric()).collect() };
        for language in Language::ALL {
            let outside = asking(language).about("outside", "beyond").iter().copied();
            let told = danger(language).all("says").iter().map(|line| line.text);
            let others: BTreeSet<String> = told.chain(outside).map(plain).collect();
            let forms = [HARMFUL.all(), HARMLESS.all()].concat();
            for line in forms.iter().flat_map(|form| acts(language).all(form)) {
                assert!(!others.contains(&plain(line.text)), "{language:?} {}: {}", line.about, line.text);
            }
        }
    }

    #[test]
    fn everyday_topics_lead_to_what_is_advised() {
        let [en, ja] = Language::ALL.map(|language| {
            let topics: Vec<&str> = acts(language).all("lead").iter().map(|line| line.about).collect();
            let once: BTreeSet<&str> = topics.iter().copied().collect();
            assert_eq!(once.len(), topics.len(), "{topics:?}");
            once
        });
        assert_eq!(en, ja);
        let topics: BTreeSet<&str> =
            HARMLESS.all().iter().flat_map(|form| acts(Language::En).all(form)).map(|line| line.about).collect();
        let everyday = topics.into_iter().filter(|topic| !LOOK_ALIKE_TOPICS.contains(topic));
        assert!(everyday.into_iter().all(|topic| en.contains(topic)));
    }

    #[test]
    fn every_topic_of_acts_has_replies() {
        for language in Language::ALL {
            let sheet = acts(language);
            let harmful = HARMFUL.all().map(|form| (form, "decline"));
            let harmless = HARMLESS.all().map(|form| (form, "reply"));
            for (form, answer) in harmful.into_iter().chain(harmless) {
                for line in sheet.all(form) {
                    assert!(
                        !sheet.about(line.about, answer).is_empty(),
                        "{language:?}: {} lacks a {answer}",
                        line.about
                    );
                }
            }
            for line in sheet.all("decline") {
                assert!(crate::is_refusal(&refusal(language, line.text)), "{}", line.text);
            }
            for line in sheet.all("reply") {
                assert!(!crate::is_refusal(line.text) && !crate::is_unknown_answer(line.text), "{}", line.text);
            }
            for frame in sheet.about("any", "frame") {
                let japanese = language == Language::Ja && [["stem"], ["te"]].iter().any(|slot| slots(frame) == slot);
                assert!(slots(frame) == ["act"] || japanese, "{frame}");
            }
            assert!(sheet.about("any", "noun_frame").iter().all(|frame| slots(frame) == ["act"]));
        }
    }
}
