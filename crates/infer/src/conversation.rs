//! A chat: turns that fit the model's context.

use std::ops::ControlFlow;

use tokenizer::{ChatTemplate, Message, Role, Tokenizer};

use crate::{Completion, Error, Generator, Piece, Request};

/// A conversation that goes on as long as one likes.
///
/// When it outgrows the context, its oldest turns are left out, always whole: a turn is what the
/// user says and everything up to what the user says next. System messages at the beginning stay.
/// Every [`Reply`] says how many messages the model did not see.
pub struct Conversation<'t> {
    tokenizer: &'t Tokenizer,
    template: ChatTemplate,
    messages: Vec<Message>,
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
        self.messages.pop()
    }

    /// Answers what the user says; both are added to the conversation.
    ///
    /// `options` says how to answer; its prompt is not used. Its `max_tokens` are kept free for the
    /// answer (a quarter of the context if it has none). If there is an error the conversation is
    /// what it was before.
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
            Ok(reply) => self.push(Role::Assistant, &reply.completion.text),
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
        let reserve = options.max_tokens.unwrap_or(context / 4).clamp(1, context);
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
    pub fn prompt(&self, context: usize, reserve: usize) -> Result<(Vec<u32>, usize), Error> {
        let is_system = |message: &&Message| message.role == Role::System;
        let system = self.messages.iter().take_while(is_system).count();
        let (system, turns) = self.messages.split_at(system);
        let mut starts: Vec<usize> = (0..turns.len())
            .filter(|&at| turns[at].role == Role::User)
            .collect();
        if starts.first() != Some(&0) {
            starts.insert(0, 0);
        }
        let mut shortest = 0;
        for start in starts {
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
