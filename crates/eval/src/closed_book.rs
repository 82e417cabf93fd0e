//! Is the answer to a question about a fact right?
//!
//! Strict where there is a choice. An accepted answer must stand in the reply as whole words, and no
//! *other* value of the same relation may stand there, so a reply that lists every job in town is
//! not right about anyone's. Values that the question itself names (a friend's name, two options)
//! are no contradiction. A denial counts as one, of another value ("not a cook but a baker": rare, and
//! against the model rather than for it) and of the accepted one ("not a baker", as far as `denial` sees
//! it). So does a word that only sounds like a value (may and May).

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use serde::Deserialize;
use trace::normal::is_border;

use crate::denial::Reply;
use crate::{Error, Question, lines, number};

/// The form in which answers are compared: NFKC (so also kana width), lower case, punctuation as
/// blanks except within numbers, single blanks, none beside Japanese characters but where
/// punctuation stood.
pub fn normalised(text: &str) -> String {
    normalised_with_marks(text, &mut |_, _| {})
}

/// [`normalised`]; `mark` is told of everything that became a blank or the end, and at which byte of the outcome the
/// next word begins.
pub(crate) fn normalised_with_marks(text: &str, mark: &mut dyn FnMut(usize, char)) -> String {
    let characters: Vec<char> = trace::normal::normalised(text).chars().collect();
    let digit = |i: Option<&char>| i.is_some_and(char::is_ascii_digit);
    let mut out = String::new();
    for (i, &c) in characters.iter().enumerate() {
        let in_number = i > 0 && digit(characters.get(i - 1)) && digit(characters.get(i + 1));
        match c {
            ',' if number::parts_thousands(&characters, i) => {}
            '.' if in_number => out.push(c),
            c if c.is_alphanumeric() || is_mark(c) => out.push(c),
            c => {
                if !out.is_empty() && !out.ends_with(' ') {
                    out.push(' ');
                }
                mark(out.len(), c);
            }
        }
    }
    out.truncate(out.trim_end().len());
    out
}

/// Marks that belong to the letter before them; NFKC leaves some uncomposed.
fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{3099}' | '\u{309a}')
}

/// All values that the facts of each relation take, by language: what could contradict.
#[derive(Debug, Clone, Default)]
pub struct Values {
    by_relation: BTreeMap<(String, String), BTreeSet<String>>,
}

impl Values {
    /// The values that occur as answers of held-out questions.
    pub fn of_questions<'a>(questions: impl IntoIterator<Item = &'a Question>) -> Values {
        let mut values = Values::default();
        for question in questions {
            if let Some(relation) = question.relation() {
                for answer in &question.answers {
                    values.add(relation, &question.lang, answer);
                }
            }
        }
        values
    }

    /// Adds all values of the ground truth: lines `{"relation", "accepted": {lang: [values]}}`, as
    /// in the `facts.jsonl` of the starter world.
    pub fn add_truth(&mut self, path: &Path) -> Result<(), Error> {
        #[derive(Deserialize)]
        struct Fact {
            relation: String,
            accepted: BTreeMap<String, Vec<String>>,
        }
        for (_, fact) in lines::read::<Fact>(path)? {
            for (lang, values) in &fact.accepted {
                values
                    .iter()
                    .for_each(|value| self.add(&fact.relation, lang, value));
            }
        }
        Ok(())
    }

    /// Adds one value.
    pub fn add(&mut self, relation: &str, lang: &str, value: &str) {
        let value = normalised(value);
        if !value.is_empty() {
            self.by_relation
                .entry((relation.to_owned(), lang.to_owned()))
                .or_default()
                .insert(value);
        }
    }

    fn of(&self, question: &Question) -> Option<&BTreeSet<String>> {
        self.by_relation
            .get(&(question.relation()?.to_owned(), question.lang.clone()))
    }
}

/// What a reply says about the fact that was asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Statement {
    /// An accepted value and no other.
    Right,
    /// An accepted value beside another one, or denied.
    Contradicted,
    /// No accepted value.
    Wrong,
}

/// Compares a reply with the accepted answers of `question` and the other values of its relation.
pub fn compare(question: &Question, reply: &str, values: &Values) -> Statement {
    let accepted: BTreeSet<String> = question
        .answers
        .iter()
        .map(|answer| normalised(answer))
        .collect();
    let none = BTreeSet::new();
    let known: BTreeSet<&str> = values
        .of(question)
        .unwrap_or(&none)
        .iter()
        .chain(&accepted)
        .map(String::as_str)
        .collect();
    let reply = Reply::new(reply);
    let said = mentions(&reply.text, &known);
    if !said.iter().any(|(_, value)| accepted.contains(*value)) {
        return Statement::Wrong;
    }
    let asked = named(question, &known);
    let mut previous = 0;
    for (start, value) in said {
        let end = start + value.len();
        let contradicts = if accepted.contains(value) {
            reply.denies(previous, start, end)
        } else {
            !asked.contains(value)
        };
        if contradicts {
            return Statement::Contradicted;
        }
        previous = end;
    }
    Statement::Right
}

/// Whether the last number of a reply is the accepted result of a sum: the whole number with its sign and decimals, of
/// which "-5" and "2.5" are not 5, and "5.0" is. A sign in words is not seen.
pub fn results_in(question: &Question, reply: &str) -> bool {
    let last = number::last(reply);
    last.is_some_and(|last| {
        question
            .answers
            .iter()
            .any(|answer| number::is(answer, &last))
    })
}

/// Whether a reply tells a value of any relation that the question did not name.
pub fn tells_a_value(question: &Question, reply: &str, values: &Values) -> bool {
    let of_lang = values
        .by_relation
        .iter()
        .filter(|((_, lang), _)| *lang == question.lang);
    let known: BTreeSet<&str> = of_lang
        .flat_map(|(_, values)| values)
        .map(String::as_str)
        .collect();
    let asked = named(question, &known);
    mentions(&normalised(reply), &known)
        .iter()
        .any(|(_, value)| !asked.contains(value))
}

/// The values that the question itself names.
fn named<'v>(question: &Question, known: &BTreeSet<&'v str>) -> BTreeSet<&'v str> {
    question
        .prompt
        .iter()
        .flat_map(|message| mentions(&normalised(&message.content), known))
        .map(|(_, value)| value)
        .collect()
}

/// The values that stand in a normalised text as whole words, with the bytes at which they begin, in their order; where
/// several begin at one place, the longest, and nothing within it (so "dark red" is not also "red").
fn mentions<'v>(text: &str, values: &BTreeSet<&'v str>) -> Vec<(usize, &'v str)> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < text.len() {
        let longest = values
            .iter()
            .filter(|value| {
                text[at..].starts_with(**value)
                    && is_word_border(text, at)
                    && is_word_border(text, at + value.len())
            })
            .max_by_key(|value| value.len());
        match longest {
            Some(value) => {
                found.push((at, *value));
                at += value.len();
            }
            None => at += text[at..].chars().next().map_or(1, char::len_utf8),
        }
    }
    found
}

/// Words of spaced scripts are whole between their borders; so is a run of katakana, as パン is not
/// in パンダ. In other Japanese text every character may begin a word.
fn is_word_border(text: &str, at: usize) -> bool {
    let katakana = |c: Option<char>| c.is_some_and(|c| matches!(c, '\u{30a1}'..='\u{30fa}' | 'ー'));
    let within_katakana =
        katakana(text[..at].chars().next_back()) && katakana(text[at..].chars().next());
    is_border(text.as_bytes(), at) && !within_katakana
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Kind;
    use corpus::{Message, Role};

    fn question(text: &str, answers: &[&str], fact: &str) -> Question {
        Question {
            id: fact.into(),
            kind: Kind::Fact,
            lang: "x".into(),
            prompt: vec![Message {
                role: Role::User,
                content: text.into(),
            }],
            answers: answers.iter().map(|a| a.to_string()).collect(),
            fact: Some(fact.into()),
            trained_as_question: None,
            about: None,
        }
    }

    fn judged(question: &Question, others: &[&str], reply: &str) -> Statement {
        let mut values = Values::of_questions([question]);
        for other in others {
            values.add(question.relation().unwrap(), "x", other);
        }
        compare(question, reply, &values)
    }

    #[test]
    fn case_width_and_punctuation_do_not_count() {
        assert_eq!(
            normalised("  Ｋｅｎｔａ’s “Cat”, No. 1,234.5!"),
            "kenta s cat no 1234.5"
        );
        assert_eq!(normalised("はい、ﾊﾟﾝ屋 です。"), "はい パン屋です");
        assert_eq!(normalised("3,5"), "3 5");
        let q = question("What does Kenta do?", &["a baker", "baker"], "kenta/job");
        assert_eq!(judged(&q, &[], "Kenta is a BAKER."), Statement::Right);
        let q = question("健太の仕事は？", &["パン屋"], "kenta/job");
        assert_eq!(
            judged(&q, &[], "健太さんは「ﾊﾟﾝ屋」です。"),
            Statement::Right
        );
    }

    #[test]
    fn the_last_number_is_the_result() {
        let seven = question("3 + 4?", &["7"], "x");
        assert!(results_in(&seven, "3 + 4 = 7なので、７個です。"));
        assert!(!results_in(&seven, "7 - 3 = 4.") && !results_in(&seven, "17"));
        assert!(!results_in(&seven, "seven") && !results_in(&seven, "-7"));
        assert!(!results_in(&seven, "It is 2.7.") && !results_in(&seven, "２．７です。"));
        assert!(results_in(&seven, "7.0"));
    }

    #[test]
    fn only_whole_words_count() {
        let q = question("Pet?", &["cat"], "kenta/pet");
        assert_eq!(
            judged(&q, &[], "Kenta has a caterpillar."),
            Statement::Wrong
        );
        assert_eq!(judged(&q, &[], "Kenta has a cat"), Statement::Right);
        let q = question("好物は？", &["パン"], "kenta/food");
        assert_eq!(judged(&q, &[], "パンダです。"), Statement::Wrong);
        assert_eq!(judged(&q, &[], "パンです。"), Statement::Right);
        let q = question("何月？", &["2月"], "kenta/month");
        assert_eq!(judged(&q, &[], "１２月です。"), Statement::Wrong);
        assert_eq!(judged(&q, &[], "２月です。"), Statement::Right);
    }

    #[test]
    fn another_value_contradicts_unless_the_question_named_it() {
        let q = question("Who is Kenta's best friend?", &["Mika"], "kenta/friend");
        let others = ["Kenta", "Yui", "Mika Mori"];
        assert_eq!(
            judged(&q, &others, "Kenta's best friend is Mika."),
            Statement::Right
        );
        assert_eq!(
            judged(&q, &others, "Mika. Or Yui."),
            Statement::Contradicted
        );
        assert_eq!(judged(&q, &others, "It is Yui."), Statement::Wrong);
        // The longer name is somebody else.
        assert_eq!(judged(&q, &others, "It is Mika Mori."), Statement::Wrong);
        // A value within the accepted one is no other value.
        let q = question("Colour?", &["dark red"], "kenta/colour");
        assert_eq!(judged(&q, &["red", "blue"], "Dark red!"), Statement::Right);
        assert_eq!(
            judged(&q, &["red", "blue"], "Dark red, blue."),
            Statement::Contradicted
        );
    }

    #[test]
    fn a_denied_truth_is_not_right() {
        let q = question("What does Kenta do?", &["a baker", "baker"], "kenta/job");
        let check = question(
            "Kenta is a cook. Is he?",
            &["a baker", "baker"],
            "kenta/job",
        );
        let others = ["cook", "nurse"];
        for (question, reply, expected) in [
            (&q, "Kenta is not a baker.", Statement::Contradicted),
            (&q, "Kenta isn't a baker.", Statement::Contradicted),
            (&q, "A baker. He is no baker.", Statement::Contradicted),
            (&q, "Kenta is not a nurse.", Statement::Wrong),
            (&q, "Not only a baker!", Statement::Right),
            (&check, "No, Kenta is a baker.", Statement::Right),
            (&check, "Kenta is not a cook but a baker.", Statement::Right),
            (&check, "Kenta is a baker, not a cook.", Statement::Right),
            (
                &check,
                "Kenta is a cook, not a baker.",
                Statement::Contradicted,
            ),
        ] {
            assert_eq!(judged(question, &others, reply), expected, "{reply}");
        }
        let q = question("健太さんはパン職人ですか？", &["パン職人"], "kenta/job");
        for (reply, expected) in [
            ("いいえ、パン職人ではありません。", Statement::Contradicted),
            ("パン職人じゃないです。", Statement::Contradicted),
            ("パン職人ではありませんか？", Statement::Right),
            ("はい、パン職人です。", Statement::Right),
            ("料理人ではなく、パン職人です。", Statement::Right),
        ] {
            assert_eq!(judged(&q, &[], reply), expected, "{reply}");
        }
    }

    #[test]
    fn values_of_other_relations_and_languages_do_not_matter() {
        let q = question("Job?", &["baker"], "kenta/job");
        let mut values = Values::of_questions([&q]);
        values.add("pet", "x", "cat");
        values.add("job", "y", "cook");
        assert_eq!(
            compare(&q, "A baker with a cat, no cook.", &values),
            Statement::Right
        );
    }

    #[test]
    fn empty_and_strange_replies_are_wrong() {
        let q = question("Job?", &["baker"], "kenta/job");
        for reply in ["", "。。。", "\u{0}\u{ffff}", "ばけr", "🍞"] {
            assert_eq!(judged(&q, &["cook"], reply), Statement::Wrong, "{reply:?}");
        }
    }
}
