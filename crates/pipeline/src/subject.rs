//! A model under examination.

use std::ops::ControlFlow;

use eval::{Prompt, Score, Subject, SubjectError};
use infer::{Generator, Request};
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
            .with_slots(32);
        Ok(Self {
            generator,
            tokenizer,
            template: ChatTemplate::of(tokenizer)?,
        })
    }

    fn request(&self, prompt: &Prompt) -> Result<Request, Error> {
        let (ids, stop_strings) = match prompt {
            Prompt::Chat(messages) => (
                self.template.encode(self.tokenizer, messages, true)?.ids,
                Vec::new(),
            ),
            Prompt::Text { text, stop } => (self.fitting(text), vec![stop.clone()]),
        };
        Ok(Request {
            max_tokens: Some(ANSWER_TOKENS_MAX),
            stop_strings,
            ..self.generator.request(ids)
        })
    }

    /// The text as far as it fits the context with its answer: examples are parted by empty lines, and
    /// the first ones are left out whole. What cannot be left out is refused by the generator.
    fn fitting(&self, text: &str) -> Vec<u32> {
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
                _ => return ids,
            }
        }
    }
}

impl Subject for ModelSubject<'_> {
    fn answer(&mut self, prompts: &[Prompt]) -> Result<Vec<String>, SubjectError> {
        let requests = prompts
            .iter()
            .map(|prompt| self.request(prompt))
            .collect::<Result<Vec<_>, Error>>()?;
        let answers = self
            .generator
            .generate_all(&requests, &mut |_| ControlFlow::Continue(()))?;
        Ok(answers.into_iter().map(|answer| answer.text).collect())
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
