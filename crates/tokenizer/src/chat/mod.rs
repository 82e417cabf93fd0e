//! Conversations as tokens.
//!
//! A template decides how roles and turns are marked. What people and models say must never pass
//! for such marks, so the rendering is parted into what the template wrote, where special tokens
//! are recognised, and the contents, which are data whatever they spell.

mod jinja;
mod parts;

use std::fmt::Write as _;
use std::ops::Range;

use crate::{Error, Message, Role, Special, Tokenizer, added};
use parts::Piece;

/// The template of our own models: `<|endoftext|>` and then `<|role|>content<|end|>` for each
/// message, without line breaks; the answer is asked for by `<|assistant|>`.
pub(crate) const BUILT_IN: &str = "{{ bos_token }}\
    {% for message in messages %}\
    {{ '<|' + message['role'] + '|>' + message['content'] + '<|end|>' }}\
    {% endfor %}\
    {% if add_generation_prompt %}{{ '<|assistant|>' }}{% endif %}";

/// How a conversation becomes tokens: a Jinja template in the convention of Hugging Face, which
/// sees `messages`, `add_generation_prompt`, `bos_token` and `eos_token`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChatTemplate {
    jinja: jinja::Template,
    bos: String,
    eos: String,
}

/// A conversation in tokens.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ChatTokens {
    pub ids: Vec<u32>,
    /// For each token whether it is learned: true for what the assistant says and for the
    /// special token that ends its turn.
    pub loss_mask: Vec<bool>,
}

impl ChatTemplate {
    /// The template of our own models.
    pub fn built_in() -> ChatTemplate {
        let (bos, eos) = (Special::EndOfText.text(), Special::End.text());
        ChatTemplate::new(BUILT_IN, bos, eos).expect("the template of our own is Jinja")
    }

    /// The template that came with a tokenizer.
    ///
    /// # Errors
    /// None came with it, or it is not Jinja.
    pub fn of(tokenizer: &Tokenizer) -> Result<ChatTemplate, Error> {
        let settings = &tokenizer.settings;
        let source = settings.chat_template.as_deref().ok_or(Error::NoTemplate)?;
        let text = |token: &Option<String>| token.clone().unwrap_or_default();
        ChatTemplate::new(source, &text(&settings.bos), &text(&settings.eos))
    }

    /// A template from its source and what it sees as `bos_token` and `eos_token`.
    ///
    /// # Errors
    /// The source is not Jinja.
    pub fn new(source: &str, bos: &str, eos: &str) -> Result<ChatTemplate, Error> {
        Ok(ChatTemplate {
            jinja: jinja::Template::new(source)?,
            bos: bos.to_owned(),
            eos: eos.to_owned(),
        })
    }

    /// The conversation as one string. Good to look at; to make tokens of it use
    /// [`ChatTemplate::encode`], because contents can spell special tokens.
    ///
    /// # Errors
    /// The template refuses the messages or cannot be evaluated.
    pub fn render(
        &self,
        messages: &[Message],
        add_generation_prompt: bool,
    ) -> Result<String, Error> {
        let turns = messages.iter().map(|m| (m.role.name(), m.content.as_str()));
        self.jinja
            .render(turns, add_generation_prompt, &self.bos, &self.eos)
    }

    /// The conversation as tokens, equal to those of `apply_chat_template` in `transformers` as
    /// long as no content spells a special token. `add_generation_prompt` ends it with the
    /// beginning of an assistant's turn.
    ///
    /// # Errors
    /// The template refuses the messages, cannot be evaluated, or changes a content beyond
    /// trimming, so that contents could not be told from the template.
    pub fn encode(
        &self,
        tokenizer: &Tokenizer,
        messages: &[Message],
        add_generation_prompt: bool,
    ) -> Result<ChatTokens, Error> {
        let pieces = parts::of(self, messages, add_generation_prompt)?;
        Ok(tokens(tokenizer, messages, &pieces))
    }

    /// The same for a conversation whose last message goes on where it ends here: nothing follows it
    /// (`continue_final_message` in `transformers`).
    ///
    /// # Errors
    /// See [`ChatTemplate::encode`].
    pub fn encode_prefix(
        &self,
        tokenizer: &Tokenizer,
        messages: &[Message],
    ) -> Result<ChatTokens, Error> {
        let pieces = parts::of(self, messages, false)?;
        let is_last = |piece: &Piece| matches!(piece, Piece::Content { message, .. } if *message + 1 == messages.len());
        let end = pieces
            .iter()
            .rposition(is_last)
            .map_or(pieces.len(), |last| last + 1);
        Ok(tokens(tokenizer, messages, &pieces[..end]))
    }
}

fn tokens(tokenizer: &Tokenizer, messages: &[Message], pieces: &[Piece]) -> ChatTokens {
    let mut writer = Writer::new(tokenizer);
    for piece in pieces {
        match piece {
            Piece::Template(text) => writer.template(text),
            Piece::Content { message, text } => {
                writer.content(text, messages[*message].role == Role::Assistant);
            }
        }
    }
    writer.flush();
    writer.tokens
}

impl Default for ChatTemplate {
    fn default() -> ChatTemplate {
        ChatTemplate::built_in()
    }
}

impl ChatTokens {
    /// One token a line: `+` where it is learned, its id, and what [`Tokenizer::show`] makes of it.
    pub fn show(&self, tokenizer: &Tokenizer) -> String {
        let mut table = String::new();
        for (&id, &learned) in self.ids.iter().zip(&self.loss_mask) {
            let mark = if learned { '+' } else { ' ' };
            let _ = writeln!(table, "{mark} {id:>7}  {}", tokenizer.show(id));
        }
        table
    }
}

/// Gathers ordinary text between special tokens and encodes it in one go, so that the tokens do
/// not depend on where the template ends and a content begins.
struct Writer<'t> {
    tokenizer: &'t Tokenizer,
    tokens: ChatTokens,
    text: String,
    /// The parts of `text` that are learned, in bytes.
    learned: Vec<Range<usize>>,
    /// An answer was written, and the special token that ends it has not come yet.
    answer_open: bool,
}

impl<'t> Writer<'t> {
    fn new(tokenizer: &'t Tokenizer) -> Writer<'t> {
        Writer {
            tokenizer,
            tokens: ChatTokens::default(),
            text: String::new(),
            learned: Vec::new(),
            answer_open: false,
        }
    }

    fn content(&mut self, text: &str, learned: bool) {
        self.append(text, learned);
        self.answer_open = learned;
    }

    /// What the template wrote. After an answer, everything up to the first special token is
    /// learned with it: this is how the model comes to end its turn.
    fn template(&mut self, text: &str) {
        let mut parts = Vec::new();
        self.tokenizer
            .added
            .for_each_part(text, true, &mut |part| parts.push(part));
        let end = parts.iter().position(
            |part| matches!(part, added::Part::Token(id) if self.tokenizer.is_special(*id)),
        );
        let learned = end.filter(|_| self.answer_open);
        for (i, part) in parts.iter().enumerate() {
            let learned = learned.is_some_and(|end| i <= end);
            match part {
                added::Part::Text(text) => self.append(text, learned),
                added::Part::Token(id) => {
                    self.flush();
                    self.tokens.ids.push(*id);
                    self.tokens.loss_mask.push(learned);
                }
            }
        }
        if end.is_some() {
            self.answer_open = false;
        }
    }

    fn append(&mut self, text: &str, learned: bool) {
        let start = self.text.len();
        self.text.push_str(text);
        if learned && !text.is_empty() {
            self.learned.push(start..self.text.len());
        }
    }

    /// Encodes the gathered text. A token is learned if any byte of it is.
    fn flush(&mut self) {
        let first = self.tokens.ids.len();
        self.tokenizer.encode_into(&self.text, &mut self.tokens.ids);
        let mut start = 0;
        let mut learned = self.learned.iter().peekable();
        for &id in &self.tokens.ids[first..] {
            let end = start + self.tokenizer.token_bytes(id).len();
            while learned.next_if(|range| range.end <= start).is_some() {}
            let counts = learned.peek().is_some_and(|range| range.start < end);
            self.tokens.loss_mask.push(counts);
            start = end;
        }
        self.text.clear();
        self.learned.clear();
    }
}
