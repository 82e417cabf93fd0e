//! The hash by which equal texts are recognised.

use crate::Record;
use unicode_normalization::{UnicodeNormalization, is_nfc};

/// What a record's text hashes to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Key {
    /// Equal for equal texts; two different ones meet with a chance of 2^-128.
    pub(crate) identity: u128,
    /// Decides about the split; independent of `identity`.
    pub(crate) split: u64,
}

/// BLAKE3 over all texts of the record, each in normal form C, without white space at its ends, and
/// with every run of white space as one blank. Id, licence and the like have no part in it.
pub(crate) fn of<R: Record>(record: &R) -> Key {
    let mut hasher = blake3::Hasher::new();
    let mut normal = String::new();
    record.for_each_text(&mut |what, text| {
        normal.clear();
        if text.is_ascii() || is_nfc(text) {
            collapse(text.chars(), &mut normal);
        } else {
            collapse(text.nfc(), &mut normal);
        }
        // The lengths keep texts apart: "a", "bc" is not "ab", "c".
        hasher.update(what.as_bytes());
        hasher.update(&(normal.len() as u64).to_le_bytes());
        hasher.update(normal.as_bytes());
    });
    let mut bytes = [0; 24];
    hasher.finalize_xof().fill(&mut bytes);
    let (identity, split) = bytes.split_at(16);
    // What is begun and the same told to the end are two records, on one side of the split.
    let begun = u128::from(record.is_begun());
    Key {
        identity: identity.iter().fold(0, |n, &b| n << 8 | u128::from(b)) ^ begun,
        split: split.iter().fold(0, |n, &b| n << 8 | u64::from(b)),
    }
}

fn collapse(chars: impl Iterator<Item = char>, into: &mut String) {
    let mut blank_is_due = false;
    for c in chars {
        if c.is_whitespace() {
            blank_is_due = true;
            continue;
        }
        if blank_is_due && !into.is_empty() {
            into.push(' ');
        }
        blank_is_due = false;
        into.push(c);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Conversation, Document, Message, Role};

    fn key(text: &str) -> Key {
        of(&Document {
            text: text.to_string(),
            ..Document::default()
        })
    }

    #[test]
    fn white_space_and_composition_have_no_influence() {
        assert_eq!(key("が ぎ"), key("か\u{3099}\u{3000}\n き\u{3099}\n"));
        assert_eq!(key(" a\r\n\tb "), key("a b"));
        assert_ne!(key("ab"), key("a b"));
        assert_ne!(key("A"), key("a"));
    }

    #[test]
    fn who_says_it_and_where_it_ends_matters() {
        let conversation = |messages: &[(Role, &str)]| {
            of(&Conversation {
                messages: messages.iter().map(|(r, t)| Message::new(*r, *t)).collect(),
                ..Conversation::default()
            })
        };
        let reference = conversation(&[(Role::User, "a"), (Role::Assistant, "bc")]);
        assert_ne!(
            reference,
            conversation(&[(Role::User, "ab"), (Role::Assistant, "c")])
        );
        assert_ne!(
            reference,
            conversation(&[(Role::System, "a"), (Role::Assistant, "bc")])
        );
        let begun = of(&Conversation {
            messages: vec![
                Message::new(Role::User, "a"),
                Message::new(Role::Assistant, "bc"),
            ],
            prefix: true,
            ..Conversation::default()
        });
        assert!(begun.identity != reference.identity && begun.split == reference.split);
    }
}
