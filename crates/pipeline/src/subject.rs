//! A model under examination.

use std::ops::ControlFlow;

use eval::{Answer, Prompt, Score, Subject, SubjectError};
use infer::{Finish, Generator, Request};
use model::Model;
use tokenizer::{ChatTemplate, Tokenizer};

use crate::Error;

/// The longest answer to a test, in tokens.
const ANSWER_TOKENS_MAX: usize = 64;

/// Answers an examination's prompts greedily, many at once.
pub struct ModelSubject<'m> {
    generator: Generator<'m>,
    tokenizer: &'m Tokenizer,
    template: ChatTemplate,
}

impl<'m> ModelSubject<'m> {
    /// # Errors
    /// If tokenizer and model do not belong together.
    pub fn new(model: &'m Model, tokenizer: &'m Tokenizer) -> Result<Self, Error> {
        let generator = Generator::new(model)
            .with_tokenizer(tokenizer)?
            .with_slots(64);
        Ok(Self {
            generator,
            tokenizer,
            template: ChatTemplate::of(tokenizer)?,
        })
    }

    /// What the generator is asked, and the prompt that it is given, where that is another.
    fn request(&self, prompt: &Prompt) -> Result<(Request, Option<Prompt>), Error> {
        let (request, stop_strings, given) = match prompt {
            Prompt::Chat(messages) => {
                let ids = self.template.encode(self.tokenizer, messages, true)?.ids;
                (self.generator.chat_request(ids), Vec::new(), None)
            }
            Prompt::Text { text, stop } => {
                let (fitting, ids) = self.fitting(text);
                let given = (fitting != text).then(|| Prompt::Text {
                    text: fitting.to_owned(),
                    stop: stop.clone(),
                });
                (self.generator.request(ids), vec![stop.clone()], given)
            }
        };
        let request = Request {
            max_tokens: Some(ANSWER_TOKENS_MAX),
            stop_strings,
            ..request
        };
        Ok((request, given))
    }

    /// The text as far as it fits the context with its answer, and its tokens: examples are parted by
    /// empty lines, and the first ones are left out whole. What cannot be left out is refused by the
    /// generator.
    fn fitting<'t>(&self, text: &'t str) -> (&'t str, Vec<u32>) {
        let room = self
            .generator
            .config()
            .context
            .saturating_sub(ANSWER_TOKENS_MAX);
        let mut text = text;
        loop {
            let ids = self.tokenizer.encode_document(text);
            match text.split_once("\n\n") {
                Some((_, rest)) if ids.len() > room => text = rest,
                _ => return (text, ids),
            }
        }
    }
}

impl Subject for ModelSubject<'_> {
    fn answer(&mut self, prompts: &[Prompt]) -> Result<Vec<Answer>, SubjectError> {
        let asked = prompts
            .iter()
            .map(|prompt| self.request(prompt))
            .collect::<Result<Vec<_>, Error>>()?;
        let (requests, given): (Vec<Request>, Vec<Option<Prompt>>) = asked.into_iter().unzip();
        let answers = self
            .generator
            .generate_all(&requests, &mut |_| ControlFlow::Continue(()))?;
        let answers = answers.into_iter().zip(given);
        Ok(answers
            .map(|(answer, given)| Answer {
                cut: matches!(answer.finish, Finish::MaxTokens | Finish::ContextFull),
                text: answer.text,
                given,
            })
            .collect())
    }

    fn score(&mut self, texts: &[&str]) -> Result<Vec<Score>, SubjectError> {
        let sequences: Vec<Vec<u32>> = texts
            .iter()
            .map(|text| self.tokenizer.encode_document(text))
            .collect();
        let scores = self.generator.score_all(&sequences)?;
        Ok(scores
            .iter()
            .map(|score| Score {
                log_prob: score.logprob_from(1),
                tokens: score.bits.len(),
            })
            .collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use model::Config;
    use tokenizer::TrainOptions;

    #[test]
    fn what_was_cut_off_and_what_was_left_out_is_told() {
        let options = TrainOptions {
            vocab_size: 262,
            ..TrainOptions::default()
        };
        let tokenizer = Tokenizer::train(["cat"], &options, &mut ledger::silent()).unwrap();
        let model = Model::new(Config::llama(262, 128, 32, 1, 2), 1).unwrap();
        let mut subject = ModelSubject::new(&model, &tokenizer).unwrap();
        // A byte is a token: the start, an example of 25 and a question of 20 fit 128 − 64, two examples do not.
        let prompt = |examples: usize, stop: &str| Prompt::Text {
            text: "Question: a?\nAnswer: A.\n\n".repeat(examples) + "Question: b?\nAnswer:",
            stop: stop.to_owned(),
        };
        let asked = [prompt(1, "never said"), prompt(4, "never said")];
        let answers = subject.answer(&asked).unwrap();
        assert!(answers.iter().all(|answer| answer.cut));
        assert_eq!(answers[0].given, None);
        assert_eq!(answers[1].given, Some(prompt(1, "never said")));

        let stop = String::from_iter(answers[0].text.chars().next());
        let ended = &subject.answer(&[prompt(1, &stop)]).unwrap()[0];
        assert_eq!((ended.text.as_str(), ended.cut), ("", false));
    }
}
