//! Byte-level byte-pair encoding for Japanese and English: training, encoding, decoding, chat
//! templates and fertility.
//!
//! Every Unicode string encodes and decodes back to itself. The files are those of Hugging Face:
//! `tokenizers` and `transformers` read ours and give the same ids, and byte-level BPE
//! tokenizers of theirs (GPT-2, Llama 3 and their like) load here.
//!
//! ```
//! use tokenizer::{ChatTemplate, Message, Role, Special, Tokenizer, TrainOptions};
//!
//! let texts = ["The cat sat on the mat. 猫がマットに座った。", "The dog saw the cat. 犬が猫を見た。"];
//! let options = TrainOptions { vocab_size: 300, ..TrainOptions::default() };
//! let tokenizer = Tokenizer::train(texts, &options, &mut ledger::silent())?;
//!
//! let ids = tokenizer.encode("The cat saw 犬.");
//! assert_eq!(tokenizer.decode(&ids), "The cat saw 犬.");
//!
//! // A streaming decoder gives no half characters.
//! let mut decoder = tokenizer.decoder();
//! let mut text: String = ids.iter().map(|&id| decoder.push(id)).collect();
//! text += &decoder.finish();
//! assert_eq!(text, "The cat saw 犬.");
//!
//! // In a chat, only what the assistant says counts for the loss.
//! let messages = [
//!     Message::new(Role::User, "Hello"),
//!     Message::new(Role::Assistant, "Hi"),
//! ];
//! let chat = ChatTemplate::built_in().encode(&tokenizer, &messages, false)?;
//! assert_eq!(tokenizer.decode(&chat.ids), "<|endoftext|><|user|>Hello<|end|><|assistant|>Hi<|end|>");
//! assert_eq!(chat.ids.last(), Some(&tokenizer.special(Special::End)));
//! # Ok::<(), tokenizer::Error>(())
//! ```

mod added;
mod bytes;
mod chat;
mod decode;
mod error;
mod fertility;
mod file;
mod merge;
mod special;
pub mod split;
mod steps;
mod train;

use std::sync::Mutex;

pub use chat::{ChatTemplate, ChatTokens};
pub use corpus::{Message, Role};
pub use decode::Decoder;
pub use error::Error;
pub use fertility::{Fertility, LanguageFertility};
pub use special::Special;
pub use train::{TrainOptions, TrainSummary};

use added::Added;
use file::{Settings, Steps};
use merge::{Cache, Merge, Merges};

/// A byte-level BPE tokenizer. Threads may share one.
pub struct Tokenizer {
    /// Token → its bytes; `None` where a foreign vocabulary leaves an id out.
    tokens: Vec<Option<Box<[u8]>>>,
    merges: Merges,
    steps: Steps,
    added: Added,
    specials: [u32; Special::ALL.len()],
    settings: Settings,
    summary: Option<TrainSummary>,
    /// Caches that no thread uses at the moment.
    caches: Mutex<Vec<Cache>>,
}

impl Tokenizer {
    /// Learns a tokenizer from texts, which are read once and not kept.
    ///
    /// The outcome depends on the texts and the options alone. Reports bytes while words are
    /// counted, then merges. [`Tokenizer::vocab_size`] is smaller than asked where the texts
    /// have too few pairs to merge.
    ///
    /// # Errors
    /// A vocabulary smaller than the bytes and special tokens, or no text at all.
    pub fn train<T: AsRef<str>>(
        texts: impl IntoIterator<Item = T>,
        options: &TrainOptions,
        report: ledger::Report,
    ) -> Result<Tokenizer, Error> {
        let learned = train::learn(texts.into_iter(), options, report)?;
        let mut byte_tokens = [0; 256];
        for (id, token) in learned.tokens.iter().enumerate().skip(Special::ALL.len()) {
            if let [byte] = token[..] {
                byte_tokens[byte as usize] = id as u32;
            }
        }
        let mut merges = Merges::new(byte_tokens);
        for (rank, &(left, right, token)) in (0..).zip(&learned.merges) {
            merges.insert(left, right, Merge { rank, token });
        }
        Ok(Tokenizer {
            tokens: learned
                .tokens
                .into_iter()
                .map(|t| Some(t.into_boxed_slice()))
                .collect(),
            merges,
            steps: Steps::ours(),
            added: Added::ours(),
            specials: std::array::from_fn(|i| i as u32),
            settings: Settings::ours(),
            summary: Some(learned.summary),
            caches: Mutex::default(),
        })
    }

    /// What the training saw, on a tokenizer that was trained and not loaded.
    pub fn summary(&self) -> Option<&TrainSummary> {
        self.summary.as_ref()
    }

    /// The greatest token id plus one: the rows that a model's embedding needs.
    pub fn vocab_size(&self) -> usize {
        self.tokens.len()
    }

    /// The tokens of a text. All of it is data: `<|end|>` in the text encodes as those seven
    /// characters. Nothing is added before or after.
    ///
    /// (Tokens that a foreign file adds without marking them special are found, as there.)
    pub fn encode(&self, text: &str) -> Vec<u32> {
        let mut ids = Vec::with_capacity(text.len() / 3);
        self.encode_into(text, &mut ids);
        ids
    }

    /// The ids of a text behind the token that begins every document: what a model that was trained
    /// on documents expects to see.
    pub fn encode_document(&self, text: &str) -> Vec<u32> {
        let mut ids = vec![self.special(Special::EndOfText)];
        self.encode_into(text, &mut ids);
        ids
    }

    /// As [`Tokenizer::encode`], appended to `ids`.
    pub fn encode_into(&self, text: &str, ids: &mut Vec<u32>) {
        self.encode_parts(text, false, ids);
    }

    /// The tokens of a text in which special tokens are written out. Only for text from a
    /// template or a person who may write them, never for documents or messages.
    pub fn encode_with_specials(&self, text: &str) -> Vec<u32> {
        let mut ids = Vec::new();
        self.encode_parts(text, true, &mut ids);
        ids
    }

    fn encode_parts(&self, text: &str, specials: bool, ids: &mut Vec<u32>) {
        // A poisoned lock only means that another thread panicked; its cache is not in the pool.
        let pool = || {
            self.caches
                .lock()
                .unwrap_or_else(|poisoned| poisoned.into_inner())
        };
        let mut cache = pool().pop().unwrap_or_else(Cache::new);
        self.added
            .for_each_part(text, specials, &mut |part| match part {
                added::Part::Token(id) => ids.push(id),
                added::Part::Text(text) => self.steps.for_each_word(text, &mut |word| {
                    cache.encode_word(&self.merges, word.as_bytes(), ids);
                }),
            });
        pool().push(cache);
    }

    /// The text of tokens; special tokens appear as they are written. Bytes that are not UTF-8
    /// become U+FFFD.
    pub fn decode(&self, ids: &[u32]) -> String {
        String::from_utf8_lossy(&self.decode_bytes(ids)).into_owned()
    }

    /// The bytes of tokens, which need not be whole characters.
    pub fn decode_bytes(&self, ids: &[u32]) -> Vec<u8> {
        ids.iter()
            .flat_map(|&id| self.token_bytes(id))
            .copied()
            .collect()
    }

    /// A decoder for tokens that come one by one.
    pub fn decoder(&self) -> Decoder<'_> {
        Decoder::new(self)
    }

    /// The bytes of one token. An id that stands for nothing gives U+FFFD.
    pub fn token_bytes(&self, id: u32) -> &[u8] {
        self.tokens
            .get(id as usize)
            .and_then(|token| token.as_deref())
            .unwrap_or("\u{FFFD}".as_bytes())
    }

    /// One token for people to look at: its text in quotation marks, or its bytes in hexadecimal
    /// where they are not whole characters, which as text would all look alike.
    pub fn show(&self, id: u32) -> String {
        let bytes = self.token_bytes(id);
        match std::str::from_utf8(bytes) {
            Ok(text) => format!("{text:?}"),
            Err(_) => format!("{bytes:02X?}"),
        }
    }

    /// The token that plays a part. A foreign tokenizer may lack one: then the end of a text is
    /// its `bos_token`, else its `eos_token`, else its first special token; the end of a turn its
    /// `eos_token`, and everything else the end of a text. [`Tokenizer::find`] tells whether it
    /// is there by name.
    pub fn special(&self, special: Special) -> u32 {
        self.specials[special as usize]
    }

    /// The id of a special or added token by its text.
    pub fn find(&self, text: &str) -> Option<u32> {
        self.added.find(text)
    }

    /// The same tokenizer, but the files that it saves tell other programs to begin every text as
    /// [`Tokenizer::encode_document`] does. (A chat begins so by its template, and they add nothing
    /// to one.) A rule that came with foreign files stays. Here it has no effect.
    pub fn beginning_documents(mut self) -> Tokenizer {
        if self.settings.post_processor.is_null() {
            let id = self.special(Special::EndOfText);
            let text = self.decode(&[id]);
            self.settings.post_processor = file::begin_with(id, &text);
        }
        self
    }

    /// Whether a token is special: one that no ordinary text encodes to.
    pub fn is_special(&self, id: u32) -> bool {
        self.added.is_special(id)
    }
}

impl Clone for Tokenizer {
    fn clone(&self) -> Tokenizer {
        Tokenizer {
            tokens: self.tokens.clone(),
            merges: self.merges.clone(),
            steps: self.steps.clone(),
            added: self.added.clone(),
            specials: self.specials,
            settings: self.settings.clone(),
            summary: self.summary.clone(),
            caches: Mutex::default(),
        }
    }
}

impl std::fmt::Debug for Tokenizer {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Tokenizer")
            .field("vocab_size", &self.vocab_size())
            .finish_non_exhaustive()
    }
}
