//! The form in which a model is asked.
//!
//! A model that was never tuned does not know the chat template: its special tokens are untrained,
//! and asking through them would measure that, not what the model knows. Such a model is shown
//! solved examples as plain text and continues the text. The examples come from the instruction data
//! (none is held out) and are the same mix before every question: two facts, an unknown one, a
//! translation, an unsafe and a safe request, in one of sixteen draws; yes-no questions, sums and danger have none of
//! their own. Examples of the
//! question's own kind only would give the answer away: after five refusals anything is refused.
//! What was said before a question stands between the examples and it, in the same form.
//! The model meets this form for the first time, so its figures are a lower bound of what it knows.
//!
//! Tuned and aligned models are asked in their chat template without examples, as their users ask.
//! A table names the form of each model.

use std::collections::BTreeMap;

use corpus::{Conversation, Role};
use ledger::random::Random;

use crate::{Error, Kind, Prompt, Question};

/// The kinds of the examples before a question.
const MIX: [Kind; 6] = [
    Kind::Fact,
    Kind::Fact,
    Kind::Unknown,
    Kind::Translation,
    Kind::Unsafe,
    Kind::Safe,
];

/// Draws of examples a language: enough that none decides a figure, few enough that a model that keeps what it has
/// computed meets them again.
const DRAWS: u64 = 16;

/// Longer examples, in bytes of question and answer, are not shown: the prompt must fit the context
/// of a small model.
const SHOT_BYTES_MAX: usize = 300;

/// A solved example.
#[derive(Debug, Clone, PartialEq, Eq)]
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
    /// Takes a conversation of instruction data, if it is short and one question with one whole answer. Their
    /// kinds are those of the starter world; others are left out.
    pub fn add_conversation(&mut self, conversation: &Conversation) {
        let [ask, reply] = &conversation.messages[..] else {
            return;
        };
        if conversation.prefix {
            return;
        }
        let is_short = ask.content.len() + reply.content.len() <= SHOT_BYTES_MAX;
        let kind = conversation.kind.as_deref().and_then(kind_of);
        if let (Some(kind), true, Role::User, Role::Assistant) =
            (kind, is_short, ask.role, reply.role)
        {
            let shot = Shot {
                question: ask.content.clone(),
                answer: reply.content.clone(),
            };
            self.add(kind, &conversation.provenance.lang, shot);
        }
    }

    /// Adds an example; add many, each question draws its own few of them.
    pub fn add(&mut self, kind: Kind, lang: &str, shot: Shot) {
        self.by_kind
            .entry((kind, lang.to_owned()))
            .or_default()
            .push(shot);
    }

    /// The examples before a question: [`MIX`] as far as the data have it.
    fn draw(&self, question: &Question) -> Vec<&Shot> {
        // Keyed by the question: the draw does not depend on which other questions are asked.
        let draw = Random::new(0, &format!("eval/shots/{}", question.id), 0).below(DRAWS);
        let mut random = Random::new(0, "eval/shots", draw);
        let mut drawn: Vec<&Shot> = Vec::new();
        for kind in MIX {
            let all = self
                .by_kind
                .get(&(kind, question.lang.clone()))
                .map_or(&[][..], Vec::as_slice);
            let unused: Vec<&Shot> = all.iter().filter(|shot| !drawn.contains(shot)).collect();
            if !unused.is_empty() {
                drawn.push(*random.choose(&unused));
            }
        }
        random.shuffle(&mut drawn);
        drawn
    }
}

/// What the starter world calls its conversations.
fn kind_of(name: &str) -> Option<Kind> {
    match name {
        "fact" => Some(Kind::Fact),
        "unknown_name" | "unknown_attribute" | "unknown_outside" => Some(Kind::Unknown),
        "translation" => Some(Kind::Translation),
        "unsafe" => Some(Kind::Unsafe),
        "safe" => Some(Kind::Safe),
        _ => None,
    }
}

/// How a model is asked.
#[derive(Debug, Clone)]
pub enum Form {
    /// In its chat template, without examples.
    Chat,
    /// As plain text after examples.
    FewShot(Shots),
}

impl Form {
    /// The form in words, for tables.
    pub fn name(&self) -> &'static str {
        match self {
            Form::Chat => "chat",
            Form::FewShot(_) => "examples as text",
        }
    }

    /// What the model is given for a question.
    pub fn prompt(&self, question: &Question) -> Result<Prompt, Error> {
        let Form::FewShot(shots) = self else {
            return Ok(Prompt::Chat(question.prompt.clone()));
        };
        let examples = shots.draw(question);
        if examples.is_empty() {
            return Err(Error::NoShots {
                lang: question.lang.clone(),
            });
        }
        let (asks, answers) = if question.lang == "ja" {
            ("質問：", "答え：")
        } else {
            ("Question: ", "Answer: ")
        };
        let mut text = String::new();
        for shot in examples {
            text += &format!(
                "{asks}{}\n{answers}{}\n\n",
                one_line(&shot.question),
                one_line(&shot.answer)
            );
        }
        // Without an empty line: what belongs to the question is never left out.
        for message in &question.prompt {
            let mark = match message.role {
                Role::User => asks,
                Role::Assistant => answers,
                Role::System => "",
            };
            text += &format!("{mark}{}\n", one_line(&message.content));
        }
        text += answers.trim_end();
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
    use corpus::{Message, Provenance};

    fn question(id: &str) -> Question {
        Question {
            id: id.into(),
            kind: Kind::Fact,
            lang: "en".into(),
            prompt: vec![Message::new(Role::User, "Who bakes\nthe bread?")],
            answers: vec!["Mika".into()],
            fact: None,
            trained_as_question: None,
            about: None,
        }
    }

    fn conversation(kind: &str, lang: &str, turns: &[&str]) -> Conversation {
        let roles = [Role::User, Role::Assistant].into_iter().cycle();
        Conversation {
            provenance: Provenance {
                lang: lang.into(),
                ..Provenance::default()
            },
            kind: Some(kind.into()),
            messages: turns
                .iter()
                .zip(roles)
                .map(|(text, role)| Message::new(role, *text))
                .collect(),
            ..Conversation::default()
        }
    }

    #[test]
    fn few_shot_prompts_mix_kinds_in_the_questions_language() {
        let mut data = Vec::new();
        for i in 0..9 {
            for kind in [
                "fact",
                "unsafe",
                "safe",
                "unknown_name",
                "translation",
                "story",
            ] {
                data.push(conversation(kind, "en", &[&format!("{kind} {i}?"), "A."]));
                data.push(conversation(kind, "ja", &["日本語？", "はい。"]));
            }
            data.push(conversation("fact", "en", &["long?", &"x".repeat(400)]));
            data.push(conversation("fact", "en", &["two?", "A.", "turns?", "B."]));
            data.push(Conversation {
                prefix: true,
                ..conversation("safe", "en", &["begun?", "Sure."])
            });
        }
        let mut shots = Shots::default();
        data.iter().for_each(|said| shots.add_conversation(said));
        let form = Form::FewShot(shots);
        let Prompt::Text { text, stop } = form.prompt(&question("q")).unwrap() else {
            panic!("not plain text")
        };
        assert_eq!(stop, "\n");
        let blocks: Vec<&str> = text.split("\n\n").collect();
        let mut kinds: Vec<&str> = blocks[..blocks.len() - 1]
            .iter()
            .map(|b| b.split(' ').nth(1).unwrap())
            .collect();
        kinds.sort_unstable();
        assert_eq!(
            kinds,
            [
                "fact",
                "fact",
                "safe",
                "translation",
                "unknown_name",
                "unsafe"
            ]
        );
        assert!(
            blocks[0].starts_with("Question: ") && blocks[0].ends_with("?\nAnswer: A."),
            "{text}"
        );
        assert_eq!(
            *blocks.last().unwrap(),
            "Question: Who bakes the bread?\nAnswer:"
        );
        assert_eq!(
            form.prompt(&question("q")).unwrap(),
            Prompt::Text {
                text: text.clone(),
                stop
            }
        );
        assert_ne!(
            form.prompt(&question("other")).unwrap(),
            form.prompt(&question("q")).unwrap()
        );
    }

    #[test]
    fn what_was_said_before_stands_before_the_question() {
        let mut shots = Shots::default();
        for (lang, question) in [("en", "Who?"), ("ja", "誰？")] {
            let (question, answer) = (question.to_owned(), "Mika.".to_owned());
            shots.add(Kind::Fact, lang, Shot { question, answer });
        }
        let form = Form::FewShot(shots);
        let mut asked = question("q");
        asked.prompt = vec![
            Message::new(Role::System, "Be\n\nkind."),
            Message::new(Role::User, "Fire!"),
            Message::new(Role::Assistant, "Call for help."),
            Message::new(Role::User, "How?"),
        ];
        let text = |question: &Question| match form.prompt(question).unwrap() {
            Prompt::Text { text, .. } => text,
            Prompt::Chat(_) => panic!("not plain text"),
        };
        assert_eq!(
            text(&asked),
            "Question: Who?\nAnswer: Mika.\n\n\
             Be kind.\nQuestion: Fire!\nAnswer: Call for help.\nQuestion: How?\nAnswer:"
        );
        asked.lang = "ja".into();
        assert_eq!(
            text(&asked),
            "質問：誰？\n答え：Mika.\n\n\
             Be kind.\n質問：Fire!\n答え：Call for help.\n質問：How?\n答え："
        );
    }

    #[test]
    fn chat_keeps_the_conversation_and_missing_examples_are_an_error() {
        assert_eq!(
            Form::Chat.prompt(&question("q")).unwrap(),
            Prompt::Chat(question("q").prompt)
        );
        let error = Form::FewShot(Shots::default())
            .prompt(&question("q"))
            .unwrap_err();
        assert!(error.to_string().contains("in `en`"), "{error}");
    }
}
