//! The light normalisation under which texts are compared, with the way back to the original.
//!
//! A model repeats its training text with other line breaks, widths and quotation marks; those
//! differences must not hide a match. Wording must: two texts that differ in a word never become
//! equal. In order: Unicode NFKC (full-width letters, half-width kana), lower case, straight quotes,
//! one kind of wave dash; control characters and zero-width spaces go; a run of white space becomes
//! one blank, or nothing beside a character of a script written without blanks, where a line break
//! is only typesetting.

use std::ops::Range;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::{canonical_combining_class, is_combining_mark};

/// A normalised text and, for every byte of it, where it came from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Normalised {
    /// The normalised text.
    pub text: String,
    /// `origins[i]`: byte offset in the original of the character that gave byte `i`; one more
    /// entry at the end holds the original's length.
    origins: Vec<u32>,
}

impl Normalised {
    /// Normalises `text` and keeps the way back. `text` must be shorter than 4 GiB.
    pub fn new(text: &str) -> Normalised {
        assert!(u32::try_from(text.len()).is_ok(), "text of 4 GiB or more");
        let mut origins = Vec::with_capacity(text.len() + 1);
        let mut out = String::with_capacity(text.len());
        normalise(text, &mut out, |length, origin| {
            origins.resize(length, origin as u32)
        });
        origins.push(text.len() as u32);
        Normalised { text: out, origins }
    }

    /// The byte range of the original that gave the normalised bytes `start..end`, without the
    /// white space at its ends.
    pub fn original_range(&self, original: &str, start: usize, end: usize) -> (usize, usize) {
        let from = self.origins[start] as usize;
        // Several normalised bytes can share one origin: go on to the next character's origin.
        let last = self.origins[end.saturating_sub(1).max(start)];
        let to = self.origins[end..]
            .iter()
            .find(|&&o| o != last)
            .copied()
            .unwrap_or(last) as usize;
        let matched = original[from..to.max(from)].trim_end();
        let to = from + matched.len();
        (to - matched.trim_start().len(), to)
    }
}

/// The normalised form of `text` alone.
pub fn normalised(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    normalise(text, &mut out, |_, _| {});
    out
}

/// Appends the normalised form to `out`; after each original character that gave something, calls
/// `mark(length of out, byte offset of that character)`.
fn normalise(text: &str, out: &mut String, mut mark: impl FnMut(usize, usize)) {
    let mut blank_at = None; // offset of the white space that waits to be written
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let offset = text.len() - rest.len();
        let cluster = &rest[..cluster_length(rest)];
        rest = &rest[cluster.len()..];
        if first.is_whitespace() {
            blank_at.get_or_insert(offset);
            continue;
        }
        let before = out.len();
        if first.is_ascii() && cluster.len() == 1 {
            if !first.is_ascii_control() {
                write(first, &mut blank_at, out, &mut mark);
            }
        } else {
            for c in cluster.nfkc() {
                write(c, &mut blank_at, out, &mut mark);
            }
        }
        if out.len() > before {
            mark(out.len(), offset);
        }
    }
}

fn write(
    c: char,
    blank_at: &mut Option<usize>,
    out: &mut String,
    mark: &mut impl FnMut(usize, usize),
) {
    let c = match c {
        '\u{2018}' | '\u{2019}' => '\'',
        '\u{201c}' | '\u{201d}' => '"',
        '\u{301c}' => '~',
        '\u{200b}' | '\u{feff}' | '\u{ad}' => return,
        // NFKC turns some characters into a blank and a mark; a blank is always pending.
        ' ' => return,
        c if c.is_control() => return,
        c => c,
    };
    if let Some(offset) = blank_at.take()
        && let Some(previous) = out.chars().next_back()
        && !is_unspaced(previous)
        && !is_unspaced(c)
    {
        out.push(' ');
        mark(out.len(), offset);
    }
    out.extend(c.to_lowercase());
}

/// Bytes of the first character and the marks that can combine with it (accents, and the voicing
/// marks of half-width kana), which must be normalised together.
fn cluster_length(text: &str) -> usize {
    let mut chars = text.char_indices();
    chars.next();
    chars
        .find(|&(_, c)| !continues_cluster(c))
        .map_or(text.len(), |(at, _)| at)
}

fn continues_cluster(c: char) -> bool {
    !c.is_ascii()
        && (matches!(c, '\u{ff9e}' | '\u{ff9f}' | '\u{1160}'..='\u{11ff}')
            || canonical_combining_class(c) != 0)
}

/// Whether `c` belongs to a script that is written without blanks between words: kana, Chinese
/// characters and their punctuation.
pub fn is_unspaced(c: char) -> bool {
    matches!(c, '\u{2e80}'..='\u{312f}' | '\u{31a0}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{ff00}'..='\u{ffef}' | '\u{20000}'..='\u{3ffff}')
}

/// Whether a span of `bytes` may begin or end at `at`: never inside a character, and never inside
/// a word of a script that parts its words. `bytes` is normalised text; the byte 0xFF, which UTF-8
/// never uses, parts texts.
pub fn is_border(bytes: &[u8], at: usize) -> bool {
    if at == 0 || at >= bytes.len() {
        return true;
    }
    if is_continuation(bytes[at]) {
        return false;
    }
    match (char_before(bytes, at), char_at(bytes, at)) {
        (Some(a), Some(b)) => !(is_word(a) && is_word(b)),
        _ => true,
    }
}

/// The bytes of `text` that are left when signs are cut off its end and then off its start, one after
/// another, for as long as at least `least` bytes are left. A sign is what is neither letter nor digit
/// (blanks too) together with the marks that combine with it; a letter keeps its marks.
pub(crate) fn without_outer_signs(text: &str, least: usize) -> Range<usize> {
    let is_long = |rest: &&str| rest.len() >= least;
    let mut kept = text;
    while let Some(rest) = without_last_sign(kept).filter(is_long) {
        kept = rest;
    }
    let end = kept.len();
    while let Some(rest) = without_first_sign(kept).filter(is_long) {
        kept = rest;
    }
    end - kept.len()..end
}

fn without_last_sign(text: &str) -> Option<&str> {
    text.trim_end_matches(is_combining_mark)
        .strip_suffix(|c: char| !c.is_alphanumeric())
}

fn without_first_sign(text: &str) -> Option<&str> {
    text.strip_prefix(|c: char| !c.is_alphanumeric())
        .map(|rest| rest.trim_start_matches(is_combining_mark))
}

fn is_word(c: char) -> bool {
    c.is_alphanumeric() && !is_unspaced(c)
}

fn is_continuation(byte: u8) -> bool {
    byte & 0b1100_0000 == 0b1000_0000
}

fn char_before(bytes: &[u8], at: usize) -> Option<char> {
    let start = (at.saturating_sub(4)..at)
        .rev()
        .find(|&i| !is_continuation(bytes[i]))?;
    char_at(bytes, start)
}

fn char_at(bytes: &[u8], at: usize) -> Option<char> {
    let end = (at + 1..bytes.len().min(at + 4))
        .find(|&i| !is_continuation(bytes[i]))
        .unwrap_or(bytes.len().min(at + 4));
    std::str::from_utf8(&bytes[at..end]).ok()?.chars().next()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folds_typography_but_not_wording() {
        assert_eq!(
            normalised("“Ｈｅｌｌｏ”,\r\n  it’s ME"),
            "\"hello\", it's me"
        );
        assert_eq!(normalised("ﾊﾟﾝ屋の\n　カフェ〜"), "パン屋のカフェ~");
        assert_eq!(normalised("か\u{3099}"), "が");
        assert_eq!(normalised("  a\u{0}b \u{200b} c "), "ab c");
        assert_ne!(normalised("3 cats"), normalised("4 cats"));
    }

    #[test]
    fn blanks_go_beside_unspaced_scripts_only() {
        assert_eq!(normalised("東京 タワー is\ntall"), "東京タワーis tall");
        assert_eq!(normalised("서울 타워"), "서울 타워");
    }

    #[test]
    fn leads_back_to_the_original() {
        let original = "彼は ﾊﾟﾝ屋  の「Ｔａｒｏ」 です。";
        let n = Normalised::new(original);
        assert_eq!(n.text, "彼はパン屋の「taro」です。");
        let at = n.text.find("パン").unwrap();
        let (from, to) = n.original_range(original, at, at + "パン屋".len());
        assert_eq!(&original[from..to], "ﾊﾟﾝ屋");
        let (from, to) = n.original_range(original, 0, n.text.len());
        assert_eq!(&original[from..to], original);
    }

    #[test]
    fn every_range_of_characters_leads_back() {
        let original = "ａ é e\u{301} ①② ﬃ x\u{200b}y　が か\u{3099}";
        let n = Normalised::new(original);
        assert_eq!(n.text, normalised(original));
        let borders: Vec<usize> = n
            .text
            .char_indices()
            .map(|(i, _)| i)
            .chain([n.text.len()])
            .collect();
        for (i, &a) in borders.iter().enumerate() {
            for &b in &borders[i + 1..] {
                let (from, to) = n.original_range(original, a, b);
                assert!(
                    normalised(&original[from..to]).contains(n.text[a..b].trim()),
                    "{a}..{b}"
                );
            }
        }
    }

    #[test]
    fn borders_fall_between_words_and_between_japanese_characters() {
        let text = "a cat。猫が2匹".as_bytes();
        let found: Vec<usize> = (0..=text.len()).filter(|&i| is_border(text, i)).collect();
        assert_eq!(found, [0, 1, 2, 5, 8, 11, 14, 15, 18]);
        assert!(is_border(b"ab\xffcd", 2) && is_border(b"ab\xffcd", 3));
    }

    #[test]
    fn signs_are_cut_off_both_ends_and_letters_keep_their_marks() {
        let cut = |text: &'static str, least| &text[without_outer_signs(text, least)];
        for (text, rest) in [
            ("\"a cat.\" ", "a cat"),
            ("。「コーヒー」、", "コーヒー"),
            ("ーコ々・", "ーコ々"),
            ("(x\u{331})", "x\u{331}"),
            ("क्।", "क्"),
            ("❤\u{fe0f} 3 cats ❤\u{fe0f}", "3 cats"),
            ("a. b", "a. b"),
            ("…!?", ""),
            ("", ""),
        ] {
            assert_eq!(cut(text, 0), rest);
        }
        // The end goes first, and only as far as the length allows.
        assert_eq!(cut("\"a cat.\"", 6), "\"a cat");
        assert_eq!(cut("\"a cat。", 7), "a cat。");
        assert_eq!(cut("...", 2), "..");
        assert_eq!(cut("a.", 5), "a.");
    }
}
