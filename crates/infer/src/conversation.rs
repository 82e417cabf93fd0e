//! A chat: turns that fit the model's context.

use std::ops::ControlFlow;

use tokenizer::{ChatTemplate, Message, Role, Tokenizer};

use crate::{Completion, Error, Generator, Piece, Request};

/// A conversation that goes on as long as one likes.
///
/// When it outgrows the context, its oldest turns are left out, always whole: a turn is what the
/// user says and everything up to what the user says next. System messages at the beginning stay.
/// Every [`Reply`] says how many messages the model did not see. A turn that was left out once
/// stays out until a message is taken back.
pub struct Conversation<'t> {
    tokenizer: &'t Tokenizer,
    template: ChatTemplate,
    messages: Vec<Message>,
    /// How many messages behind the system's the last reply left out: they stay out, so that the model does not forget
    /// and remember by turns.
    dropped: usize,
}

/// The model's answer to a turn.
#[derive(Clone, Debug, PartialEq)]
pub struct Reply {
    pub completion: Completion,
    /// Messages of the conversation that were left out because the context is full.
    pub dropped_messages: usize,
}

impl<'t> Conversation<'t> {
    /// An empty conversation.
    pub fn new(tokenizer: &'t Tokenizer, template: ChatTemplate) -> Conversation<'t> {
        Conversation {
            tokenizer,
            template,
            messages: Vec::new(),
            dropped: 0,
        }
    }

    /// Everything said so far, also what the model no longer sees.
    pub fn messages(&self) -> &[Message] {
        &self.messages
    }

    /// Adds a message without asking for an answer.
    pub fn push(&mut self, role: Role, content: &str) {
        self.messages.push(Message {
            role,
            content: content.to_owned(),
        });
    }

    /// Takes back the last message.
    pub fn pop(&mut self) -> Option<Message> {
        self.dropped = 0;
        self.messages.pop()
    }

    /// Answers what the user says; both are added to the conversation.
    ///
    /// `options` says how to answer ([`Generator::chat_request`]); its prompt is not used. Its `max_tokens` are kept free for the
    /// answer, but never more than half of the context, or a quarter of it if it has none. If there
    /// is an error the conversation is what it was before.
    ///
    /// # Errors
    /// [`Error::ContextOverflow`] if even this turn alone does not fit, and as
    /// [`Generator::generate`].
    pub fn reply(
        &mut self,
        generator: &mut Generator,
        user: &str,
        options: &Request,
        receive: &mut dyn FnMut(Piece) -> ControlFlow<()>,
    ) -> Result<Reply, Error> {
        self.push(Role::User, user);
        let answer = self.answer(generator, options, receive);
        match &answer {
            Ok(reply) => {
                self.dropped = reply.dropped_messages;
                self.push(Role::Assistant, &reply.completion.text);
            }
            Err(_) => self.messages.truncate(self.messages.len() - 1),
        }
        answer
    }

    fn answer(
        &self,
        generator: &mut Generator,
        options: &Request,
        receive: &mut dyn FnMut(Piece) -> ControlFlow<()>,
    ) -> Result<Reply, Error> {
        let context = generator.config().context;
        let reserve = options.max_tokens.unwrap_or(context / 4);
        let reserve = reserve.clamp(1, (context / 2).max(1));
        let (prompt, dropped_messages) = self.prompt(context, reserve)?;
        let completion = generator.generate(
            &Request {
                prompt,
                ..options.clone()
            },
            receive,
        )?;
        Ok(Reply {
            completion,
            dropped_messages,
        })
    }

    /// The prompt that asks for the next answer, leaving `reserve` of `context` tokens free, and
    /// how many messages are not in it.
    ///
    /// # Errors
    /// [`Error::ContextOverflow`] if the last turn alone is too long; the template's errors.
    fn prompt(&self, context: usize, reserve: usize) -> Result<(Vec<u32>, usize), Error> {
        let is_system = |message: &&Message| message.role == Role::System;
        let system = self.messages.iter().take_while(is_system).count();
        let (system, turns) = self.messages.split_at(system);
        let begins = |&at: &usize| at == self.dropped || turns[at].role == Role::User;
        let mut shortest = 0;
        for start in (self.dropped..turns.len()).filter(begins) {
            let seen = [system, &turns[start..]].concat();
            let ids = self.template.encode(self.tokenizer, &seen, true)?.ids;
            if ids.len() + reserve <= context {
                return Ok((ids, start));
            }
            shortest = ids.len();
        }
        Err(Error::ContextOverflow {
            prompt: shortest,
            reserve,
            context,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use tokenizer::{Special, TrainOptions};

    fn tokenizer() -> Tokenizer {
        let options = TrainOptions {
            vocab_size: 262,
            ..TrainOptions::default()
        };
        Tokenizer::train(["cat"], &options, &mut ledger::silent()).unwrap()
    }

    /// A system message and then turns of a question and an answer, a letter a token.
    fn chat(tokenizer: &Tokenizer, turns: usize) -> Conversation<'_> {
        let mut chat = Conversation::new(tokenizer, ChatTemplate::built_in());
        chat.push(Role::System, "s");
        for _ in 0..turns {
            chat.push(Role::User, "q");
            chat.push(Role::Assistant, "a");
        }
        chat.push(Role::User, "q");
        chat
    }

    #[test]
    fn a_prompt_keeps_the_system_message_and_as_many_whole_turns_as_fit() {
        let tokenizer = tokenizer();
        let chat = chat(&tokenizer, 3);
        // Start and system make 4 tokens, each turn 6, the last question and what asks 4.
        for (context, dropped) in [(26 + 2, 0), (26 + 1, 2), (14 + 2, 4), (8 + 2, 6)] {
            let (ids, found) = chat.prompt(context, 2).unwrap();
            assert_eq!(found, dropped, "context {context}");
            assert_eq!(ids.len(), 8 + 6 * (3 - dropped / 2));
            let start = [Special::EndOfText, Special::System].map(|part| tokenizer.special(part));
            assert_eq!(ids[..2], start);
        }
        let error = chat.prompt(9, 2).unwrap_err().to_string();
        assert_eq!(
            error,
            "the prompt has 8 tokens and 2 are kept for the answer, but the model's context is 9; \
             shorten the prompt, or ask for a shorter answer"
        );
    }

    #[test]
    fn what_was_left_out_stays_out_until_a_message_is_taken_back() {
        let tokenizer = tokenizer();
        let mut chat = chat(&tokenizer, 3);
        chat.dropped = 2;
        assert_eq!(chat.prompt(100, 2).unwrap().1, 2);
        assert_eq!(chat.prompt(8 + 2, 2).unwrap().1, 6);
        chat.pop();
        chat.push(Role::User, "q");
        assert_eq!(chat.prompt(100, 2).unwrap().1, 0);
    }
}
