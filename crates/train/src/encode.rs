//! From records to shards: documents for pre-training, conversations for instruction tuning, pairs
//! for preference training.
//!
//! Texts are encoded on all cores, a bounded number at a time; the shards have the records' order
//! and do not depend on the number of cores.

use std::path::Path;
use std::sync::OnceLock;

use corpus::{Conversation, Document, Message, Preference, Role};
use ledger::{Progress, Report};
use tokenizer::{ChatTemplate, ChatTokens, Special, Tokenizer};

use crate::Error;
use crate::shards::{Provenance, Record, ShardWriter, Written};

/// Encodes documents: each begins with `<|endoftext|>`, and predicts it after its last token.
///
/// # Errors
/// Whatever the iterator yields, and failures to write.
pub fn encode_documents<E: Into<Error>>(
    documents: impl Iterator<Item = Result<Document, E>>,
    tokenizer: &Tokenizer,
    dir: &Path,
    split: &str,
    report: Report,
) -> Result<Written, Error> {
    let end = tokenizer.special(Special::EndOfText);
    let writer = ShardWriter::create(dir, split, tokenizer.vocab_size(), Some(end), false)?;
    let encode = |document: &Document| {
        let mut tokens = vec![end];
        tokenizer.encode_into(&document.text, &mut tokens);
        let record = Record {
            bytes: bytes([document.text.as_str()]),
            provenance: document.provenance.clone(),
            ..Record::default()
        };
        Ok(vec![Encoded {
            record,
            tokens,
            mask: Vec::new(),
        }])
    };
    encode_all(
        documents,
        |document| document.text.len(),
        encode,
        writer,
        "documents",
        report,
    )
}

/// A conversation as it is learnt: the end of an answer that is only begun is not.
///
/// # Errors
/// What the template refuses.
pub fn conversation_tokens(
    conversation: &Conversation,
    tokenizer: &Tokenizer,
    template: &ChatTemplate,
) -> Result<ChatTokens, tokenizer::Error> {
    match conversation.prefix {
        true => template.encode_prefix(tokenizer, &conversation.messages),
        false => template.encode(tokenizer, &conversation.messages, false),
    }
}

/// Encodes conversations as `template` renders them; learnt are the assistant's words and the end
/// of its turns, but not that of an answer that is only begun.
///
/// # Errors
/// Whatever the iterator yields, what the template refuses, and failures to write.
pub fn encode_conversations<E: Into<Error>>(
    conversations: impl Iterator<Item = Result<Conversation, E>>,
    tokenizer: &Tokenizer,
    template: &ChatTemplate,
    dir: &Path,
    split: &str,
    report: Report,
) -> Result<Written, Error> {
    let writer = ShardWriter::create(dir, split, tokenizer.vocab_size(), None, true)?;
    let encode = |conversation: &Conversation| {
        let chat = conversation_tokens(conversation, tokenizer, template)?;
        let record = Record {
            bytes: bytes(
                conversation
                    .messages
                    .iter()
                    .map(|message| message.content.as_str()),
            ),
            provenance: conversation.provenance.clone(),
            ..Record::default()
        };
        Ok(vec![Encoded {
            record,
            tokens: chat.ids,
            mask: chat.loss_mask,
        }])
    };
    let size = |conversation: &Conversation| {
        conversation
            .messages
            .iter()
            .map(|message| message.content.len())
            .sum()
    };
    encode_all(conversations, size, encode, writer, "conversations", report)
}

/// What the ids of a pair's two documents have behind the pair's id.
pub(crate) const CHOSEN: &str = "#chosen";
pub(crate) const REJECTED: &str = "#rejected";

/// Encodes preference pairs: two documents a pair, the prompt with the chosen and with the rejected
/// answer. Learnt are the tokens of the answer and the end of its turn; earlier turns of the
/// assistant belong to the prompt.
///
/// # Errors
/// Whatever the iterator yields, what the template refuses, and failures to write.
pub fn encode_preferences<E: Into<Error>>(
    preferences: impl Iterator<Item = Result<Preference, E>>,
    tokenizer: &Tokenizer,
    template: &ChatTemplate,
    dir: &Path,
    split: &str,
    report: Report,
) -> Result<Written, Error> {
    let writer = ShardWriter::create(dir, split, tokenizer.vocab_size(), None, true)?;
    let encode = |pair: &Preference| {
        let mut messages = pair.prompt.clone();
        let prompt = template.encode(tokenizer, &messages, true)?.ids;
        let mut encoded = Vec::with_capacity(2);
        for (mark, answer) in [(CHOSEN, &pair.chosen), (REJECTED, &pair.rejected)] {
            messages.push(Message::new(Role::Assistant, answer.as_str()));
            let chat = template.encode(tokenizer, &messages, false)?;
            messages.pop();
            let (tokens, mut mask) = (chat.ids, chat.loss_mask);
            if !tokens.starts_with(&prompt) {
                return Err(Error::PromptChanges {
                    id: pair.provenance.id.clone(),
                });
            }
            mask[..prompt.len()].fill(false);
            let record = Record {
                bytes: bytes([answer.as_str()]),
                provenance: Provenance {
                    id: format!("{}{mark}", pair.provenance.id),
                    ..pair.provenance.clone()
                },
                ..Record::default()
            };
            encoded.push(Encoded {
                record,
                tokens,
                mask,
            });
        }
        Ok(encoded)
    };
    let size = |pair: &Preference| {
        let prompt: usize = pair
            .prompt
            .iter()
            .map(|message| message.content.len())
            .sum();
        2 * prompt + pair.chosen.len() + pair.rejected.len()
    };
    encode_all(preferences, size, encode, writer, "pairs", report)
}

/// Bytes of text behind each token id; 0 for special tokens. What [`NextToken`](crate::NextToken)
/// counts bits per byte with.
pub fn token_bytes(tokenizer: &Tokenizer) -> Vec<u32> {
    let bytes = |id: u32| match tokenizer.is_special(id) {
        true => 0,
        false => tokenizer.token_bytes(id).len() as u32,
    };
    (0..tokenizer.vocab_size() as u32).map(bytes).collect()
}

/// Bytes of several texts; more than 4 GiB, which nobody writes into one conversation, count as that.
fn bytes<'t>(texts: impl IntoIterator<Item = &'t str>) -> u32 {
    let sum: usize = texts.into_iter().map(str::len).sum();
    u32::try_from(sum).unwrap_or(u32::MAX)
}

struct Encoded {
    record: Record,
    tokens: Vec<u32>,
    mask: Vec<bool>,
}

/// Records are gathered until they have so many bytes or are so many, then encoded together.
const BYTES_AT_ONCE: usize = 4 << 20;
const RECORDS_AT_ONCE: usize = 4096;

fn encode_all<T: Sync, E: Into<Error>>(
    records: impl Iterator<Item = Result<T, E>>,
    size: impl Fn(&T) -> usize,
    encode: impl Fn(&T) -> Result<Vec<Encoded>, Error> + Sync,
    mut writer: ShardWriter,
    unit: &str,
    report: Report,
) -> Result<Written, Error> {
    let mut done = 0;
    let (mut gathered, mut gathered_bytes) = (Vec::new(), 0);
    let mut flush = |gathered: &mut Vec<T>| -> Result<(), Error> {
        let encoded: Vec<OnceLock<_>> = gathered.iter().map(|_| OnceLock::new()).collect();
        tensor::cpu::parallel(gathered.len(), |index| {
            // Each task has its own cell, so it is always empty.
            let _ = encoded[index].set(encode(&gathered[index]));
        });
        for encoded in encoded.into_iter().filter_map(OnceLock::into_inner) {
            for Encoded {
                record,
                tokens,
                mask,
            } in encoded?
            {
                writer.push(record, &tokens, &mask)?;
            }
        }
        done += gathered.len() as u64;
        gathered.clear();
        report(Progress {
            done,
            total: None,
            unit,
            note: "encoding",
        });
        Ok(())
    };
    for record in records {
        let record = record.map_err(E::into)?;
        gathered_bytes += size(&record);
        gathered.push(record);
        if gathered_bytes >= BYTES_AT_ONCE || gathered.len() >= RECORDS_AT_ONCE {
            flush(&mut gathered)?;
            gathered_bytes = 0;
        }
    }
    flush(&mut gathered)?;
    writer.finish()
}
