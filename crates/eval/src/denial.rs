//! Whether a reply denies the value that it names: "Kenta is not a baker", パン職人ではありません.
//!
//! Told by a few words around the value, for there is no parser here; in doubt it is no denial. In English the denial
//! must stand before the value in its clause, with no other value and no second verb between ("not a cook but a baker",
//! "I don't know why he is a baker"); in Japanese directly behind it. Not seen are therefore denials behind an English
//! value ("A baker is not what he is"), those of a Japanese verb (東京に住んでいません), those in a subordinate clause with
//! a verb of its own ("I don't think that he is a baker") and any in words that are not listed here. What ends in a
//! question mark denies nothing: it is a question repeated, or "isn't it?".

use crate::closed_book::normalised_with_marks;

/// Marks that end a clause, full-width ones in their normalised form.
const CLAUSE_ENDS: &[char] = &[
    ',', '.', ';', ':', '!', '?', '、', '。', '(', ')', '–', '—', '「', '」',
];
/// Marks that end a sentence.
const SENTENCE_ENDS: &[char] = &['.', '!', '?', '。'];

/// Words that deny what follows them. Contracted ones are two words where punctuation became a blank.
const NOT: &[&str] = &["not", "never", "neither", "nor", "cannot"];
const CONTRACTED: &[&str] = &[
    "isn", "aren", "wasn", "weren", "don", "doesn", "didn", "hasn", "haven", "hadn", "can",
    "couldn", "won", "wouldn",
];
/// Words behind which those of [`NOT`] deny nothing of the kind. A place that "does not open on Sunday" has Sunday for
/// its closing day.
const NO_DENIAL: &[&str] = &[
    "only", "just", "merely", "simply", "far", "open", "doubt", "forget",
];
/// Words that begin another clause, and forms of verbs that must be of another one than a denial before them.
const NEW_CLAUSE: &[&str] = &[
    "but", "and", "that", "who", "which", "because", "since", "so", "then", "is", "are", "was",
    "were", "has",
];

/// What may stand between a Japanese value and its denial.
const SAN: &str = "さん";
/// What denies a Japanese value: では and じゃ with every form of ない and ありません.
const NOT_JA: &[&str] = &[
    "ではありません",
    "じゃありません",
    "ではない",
    "じゃない",
    "ではなく",
    "じゃなく",
    "ではなかった",
    "じゃなかった",
];
/// What makes a question of a denial.
const ASKS_JA: &[&str] = &[
    "か",
    "ですか",
    "でしたか",
    "でしょうか",
    "だろうか",
    "のか",
    "のですか",
    "んですか",
];
/// What makes a guess of such a question: a denial after all.
const PERHAPS_JA: &str = "かもしれ";

/// A reply in the form in which answers are compared, with the punctuation that it had.
pub(crate) struct Reply {
    pub(crate) text: String,
    /// Where in `text` a word after a mark begins, and the mark.
    marks: Vec<(usize, char)>,
}

impl Reply {
    pub(crate) fn new(reply: &str) -> Reply {
        let mut marks = Vec::new();
        let text = normalised_with_marks(reply, &mut |at, mark| {
            if CLAUSE_ENDS.contains(&mark) {
                marks.push((at, mark));
            }
        });
        Reply { text, marks }
    }

    /// Whether the value at the bytes `start..end` is denied. `previous` is where the value before it ends, or 0.
    pub(crate) fn denies(&self, previous: usize, start: usize, end: usize) -> bool {
        let ends_sentence =
            |&&(at, mark): &&(usize, char)| at > end && SENTENCE_ENDS.contains(&mark);
        let is_question = self
            .marks
            .iter()
            .find(ends_sentence)
            .is_some_and(|&(_, mark)| mark == '?');
        !is_question && (self.denied_before(previous, start) || self.denied_behind(end))
    }

    fn denied_before(&self, previous: usize, start: usize) -> bool {
        let marks = self.marks.iter().rev();
        let clause = marks.map(|&(at, _)| at).find(|&at| at <= start);
        let from = clause.unwrap_or(0).max(previous);
        let words: Vec<&str> = self.text[from..start]
            .split(' ')
            .filter(|w| !w.is_empty())
            .collect();
        // "No. 5" is a number.
        let is_word = self.text[start..].starts_with(char::is_alphabetic);
        for (i, word) in words.iter().enumerate().rev() {
            let next = words.get(i + 1).copied();
            let is_contracted = *word == "t" && i > 0 && CONTRACTED.contains(&words[i - 1]);
            if NOT.contains(word) || is_contracted {
                return next.is_none_or(|next| !NO_DENIAL.contains(&next));
            }
            if *word == "no" && (next == Some("longer") || (next.is_none() && is_word)) {
                return true;
            }
            if NEW_CLAUSE.contains(word) {
                return false;
            }
        }
        false
    }

    fn denied_behind(&self, end: usize) -> bool {
        let behind = &self.text[end..];
        // A closing quotation mark has left a blank.
        let behind = behind.strip_prefix(' ').unwrap_or(behind);
        let behind = behind.strip_prefix(SAN).unwrap_or(behind);
        NOT_JA
            .iter()
            .filter_map(|denial| behind.strip_prefix(denial))
            .any(|rest| {
                let asks = ASKS_JA.iter().any(|ask| rest.starts_with(ask));
                !asks || rest.starts_with(PERHAPS_JA)
            })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Whether `value`, at its first place in the reply, is denied.
    fn denies(reply: &str, value: &str) -> bool {
        let reply = Reply::new(reply);
        let start = reply.text.find(value).unwrap();
        reply.denies(0, start, start + value.len())
    }

    #[test]
    fn english_denials_stand_before_the_value_in_its_clause() {
        for reply in [
            "Kenta is not a baker.",
            "No, Kenta isn’t a baker.",
            "Kenta does not work as a baker",
            "Kenta doesn't work as a baker; he sings.",
            "Kenta has never been a baker.",
            "Kenta is no baker.",
            "Kenta is no longer a baker.",
            "He is a cook. He is not a baker!",
            "Is he? He is not a baker.",
            "Kenta cannot be a baker.",
        ] {
            assert!(denies(reply, "baker"), "{reply}");
        }
    }

    #[test]
    fn what_only_resembles_an_english_denial_is_none() {
        for reply in [
            "Kenta is a baker.",
            "No, Kenta is a baker.",
            "No. A baker.",
            "Kenta is a baker, not a cook.",
            "Kenta is not a cook, he is a baker.",
            "Kenta is not a cook but a baker.",
            "Kenta is not only a baker.",
            "Kenta is not just a baker but a good one.",
            "Kenta is a baker, isn't he?",
            "Kenta is a baker, is he not?",
            "Isn't Kenta a baker? Yes.",
            "There is no doubt that Kenta is a baker.",
            "I don't doubt he's a baker.",
            "It is not known since when he is a baker.",
            "Kenta lives not far from the baker.",
        ] {
            assert!(!denies(reply, "baker"), "{reply}");
        }
        assert!(!denies("Hinode Diner does not open on Monday.", "monday"));
        assert!(!denies("It is in room № 5.", "5"));
        let two = Reply::new("He is not a cook or baker.");
        let (cook, baker) = (
            two.text.find("cook").unwrap(),
            two.text.find("baker").unwrap(),
        );
        assert!(two.denies(0, cook, cook + 4));
        assert!(!two.denies(cook + 4, baker, baker + 5));
    }

    #[test]
    fn japanese_denials_stand_directly_behind_the_value() {
        for reply in [
            "いいえ、パン職人ではありません。",
            "健太さんはパン職人ではない",
            "パン職人じゃないです。",
            "パン職人じゃありません！",
            "「パン職人」ではありませんでした。",
            "パン職人さんではありません。",
            "パン職人ではなく、料理人です。",
            "パン職人ではないかもしれません。",
        ] {
            assert!(denies(reply, "パン職人"), "{reply}");
        }
        for reply in [
            "はい、パン職人です。",
            "料理人ではありません。パン職人です。",
            "料理人ではなくパン職人です。",
            "パン職人だけではありません。",
            "パン職人ではありませんか。",
            "パン職人ではないですか。",
            "パン職人じゃない？",
            "パン職人ではないでしょうか。",
        ] {
            assert!(!denies(reply, "パン職人"), "{reply}");
        }
    }
}
