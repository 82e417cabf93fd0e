//! The form in which a model is asked.
//!
//! A model that was never tuned does not know the chat template: its special tokens are untrained,
//! and asking through them would measure that, not what the model knows. Such a model is shown a few
//! solved examples as plain text instead and continues the text; the examples are instruction data
//! of the same kind and language, none of them held out. It still meets this form for the first
//! time, so its figures are a lower bound of what it knows. Tuned and aligned models are asked in
//! their chat template without examples, as their users ask. A table names the form of each model.

use std::collections::BTreeMap;

use ledger::random::Random;
use serde::Serialize;

use crate::{Error, Kind, Prompt, Question};

/// A solved example.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Shot {
    pub question: String,
    pub answer: String,
}

/// Examples by kind and language.
#[derive(Debug, Clone, Default)]
pub struct Shots {
    by_kind: BTreeMap<(Kind, String), Vec<Shot>>,
}

impl Shots {
    /// Adds an example; add many, each question draws its own few of them.
    pub fn add(&mut self, kind: Kind, lang: &str, shot: Shot) {
        self.by_kind
            .entry((kind, lang.to_owned()))
            .or_default()
            .push(shot);
    }

    /// Number of examples for a kind and language.
    pub fn count(&self, kind: Kind, lang: &str) -> usize {
        self.by_kind
            .get(&(kind, lang.to_owned()))
            .map_or(0, Vec::len)
    }
}

/// How a model is asked.
#[derive(Debug, Clone)]
pub enum Form {
    /// In its chat template, without examples.
    Chat,
    /// As plain text after `count` examples.
    FewShot { shots: Shots, count: usize },
}

impl Form {
    /// The form in words, for tables.
    pub fn name(&self) -> String {
        match self {
            Form::Chat => "chat".to_owned(),
            Form::FewShot { count, .. } => format!("{count} examples, plain text"),
        }
    }

    /// What the model is given for a question.
    pub fn prompt(&self, question: &Question) -> Result<Prompt, Error> {
        let Form::FewShot { shots, count } = self else {
            return Ok(Prompt::Chat(question.prompt.clone()));
        };
        let key = (question.kind, question.lang.clone());
        let mut examples = shots.by_kind.get(&key).cloned().unwrap_or_default();
        if examples.is_empty() {
            return Err(Error::NoShots {
                kind: question.kind.name(),
                lang: question.lang.clone(),
            });
        }
        // Keyed by the question: the draw does not depend on which other questions are asked.
        Random::new(0, &format!("eval/shots/{}", question.id), 0).shuffle(&mut examples);
        let (asks, answers) = if question.lang == "ja" {
            ("質問：", "答え：")
        } else {
            ("Question: ", "Answer: ")
        };
        let mut text = String::new();
        for shot in examples.iter().take(*count) {
            text += &format!(
                "{asks}{}\n{answers}{}\n\n",
                one_line(&shot.question),
                one_line(&shot.answer)
            );
        }
        text += &format!(
            "{asks}{}\n{}",
            one_line(question.text()),
            answers.trim_end()
        );
        Ok(Prompt::Text {
            text,
            stop: "\n".to_owned(),
        })
    }
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Message, Role};

    fn question(id: &str) -> Question {
        Question {
            id: id.into(),
            kind: Kind::Fact,
            lang: "en".into(),
            prompt: vec![Message {
                role: Role::User,
                content: "Who bakes\nthe bread?".into(),
            }],
            answers: vec!["Mika".into()],
            fact: None,
            trained_as_question: None,
        }
    }

    #[test]
    fn few_shot_prompts_are_plain_text_and_repeatable() {
        let mut shots = Shots::default();
        for i in 0..9 {
            shots.add(
                Kind::Fact,
                "en",
                Shot {
                    question: format!("Q{i}?"),
                    answer: format!("A{i}."),
                },
            );
        }
        let form = Form::FewShot { shots, count: 2 };
        let Prompt::Text { text, stop } = form.prompt(&question("q")).unwrap() else {
            panic!("not plain text")
        };
        assert_eq!(stop, "\n");
        let blocks: Vec<&str> = text.split("\n\n").collect();
        assert_eq!(blocks.len(), 3);
        assert!(
            blocks[..2]
                .iter()
                .all(|b| b.starts_with("Question: Q") && b.contains("\nAnswer: A")),
            "{text}"
        );
        assert_eq!(blocks[2], "Question: Who bakes the bread?\nAnswer:");
        assert_eq!(
            form.prompt(&question("q")).unwrap(),
            Prompt::Text { text, stop }
        );
    }

    #[test]
    fn chat_keeps_the_conversation_and_missing_examples_are_an_error() {
        assert_eq!(
            Form::Chat.prompt(&question("q")).unwrap(),
            Prompt::Chat(question("q").prompt)
        );
        let error = Form::FewShot {
            shots: Shots::default(),
            count: 2,
        }
        .prompt(&question("q"))
        .unwrap_err();
        assert!(error.to_string().contains("kind `fact` in `en`"), "{error}");
    }
}
