//! Cutting text into the words within which byte pairs are merged.
//!
//! Our own rule follows GPT-2's for alphabetic scripts (a space belongs to the word after it,
//! English contractions stand apart) and adds what Japanese needs: with no spaces to cut at,
//! text is cut where the script changes, so that 日本語を学ぶ becomes 日本語 · を · 学 · ぶ. A name in
//! kanji or katakana so has the same tokens whatever particle follows. Hiragana keep the
//! sentence mark behind them (ました。), which saves 7 % of the tokens of Japanese text, more
//! than joining kanji and hiragana would. Digits stand singly, because arithmetic is learned
//! best when every digit is a token. Every run has a greatest length, so hostile input (a
//! megabyte of one letter) makes many short words instead of a long one.
//!
//! The characters of each class are listed as code-point ranges instead of Unicode properties:
//! regular-expression engines differ in the Unicode version they know, ranges do not. Both the
//! expression that is written to `tokenizer.json` and the scanner that does the work here are
//! made from the same table.

use std::fmt::Write as _;
use std::sync::LazyLock;

/// The kinds of characters that the rule tells apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Class {
    Space,
    Newline,
    Digit,
    Kanji,
    Hiragana,
    Katakana,
    Punctuation,
    /// Everything that no range below names: Latin, Greek, Cyrillic, Hangul, Arabic …
    Letter,
}

type Ranges = &'static [(u32, u32)];

const SPACE: Ranges = &[
    (0x09, 0x09),
    (0x0B, 0x0C),
    (0x20, 0x20),
    (0x85, 0x85),
    (0xA0, 0xA0),
    (0x1680, 0x1680),
    (0x2000, 0x200A),
    (0x2028, 0x2029),
    (0x202F, 0x202F),
    (0x205F, 0x205F),
    (0x3000, 0x3000),
];
const NEWLINE: Ranges = &[(0x0A, 0x0A), (0x0D, 0x0D)];
/// ASCII and full-width digits.
const DIGIT: Ranges = &[(0x30, 0x39), (0xFF10, 0xFF19)];
/// Ideographs with 々, 〆 and 〇, the compatibility forms and the supplementary planes.
const KANJI: Ranges = &[
    (0x3005, 0x3007),
    (0x3400, 0x4DBF),
    (0x4E00, 0x9FFF),
    (0xF900, 0xFAFF),
    (0x20000, 0x3FFFF),
];
const HIRAGANA: Ranges = &[(0x3041, 0x309F)];
/// With ー, the phonetic extensions and the half-width forms; without ・, which parts words.
const KATAKANA: Ranges = &[
    (0x30A1, 0x30FA),
    (0x30FC, 0x30FF),
    (0x31F0, 0x31FF),
    (0xFF66, 0xFF9F),
];
/// Punctuation, symbols, control characters, emoji and private use.
const PUNCTUATION: Ranges = &[
    (0x00, 0x08),
    (0x0E, 0x1F),
    (0x21, 0x2F),
    (0x3A, 0x40),
    (0x5B, 0x60),
    (0x7B, 0x84),
    (0x86, 0x9F),
    (0xA1, 0xA9),
    (0xAB, 0xB4),
    (0xB6, 0xB9),
    (0xBB, 0xBF),
    (0xD7, 0xD7),
    (0xF7, 0xF7),
    (0x200B, 0x2027),
    (0x202A, 0x202E),
    (0x2030, 0x205E),
    (0x2060, 0x2BFF),
    (0x2E00, 0x2E7F),
    (0x3001, 0x3004),
    (0x3008, 0x3040),
    (0x30A0, 0x30A0),
    (0x30FB, 0x30FB),
    (0x3200, 0x33FF),
    (0xE000, 0xF8FF),
    (0xFE00, 0xFE6F),
    (0xFF00, 0xFF0F),
    (0xFF1A, 0xFF20),
    (0xFF3B, 0xFF40),
    (0xFF5B, 0xFF65),
    (0xFFE0, 0xFFFF),
    (0x1F000, 0x1FFFF),
    (0x40000, 0x10FFFF),
];

/// Every class that has ranges of its own.
const CLASSES: [(Class, Ranges); 7] = [
    (Class::Space, SPACE),
    (Class::Newline, NEWLINE),
    (Class::Digit, DIGIT),
    (Class::Kanji, KANJI),
    (Class::Hiragana, HIRAGANA),
    (Class::Katakana, KATAKANA),
    (Class::Punctuation, PUNCTUATION),
];

/// The prolonged sound mark: katakana by itself, part of the word after hiragana (すごーい).
const PROLONGED: char = 'ー';

/// The marks that stay with the hiragana before them.
const MARKS: &str = "、。，．！？!?…";

// The greatest lengths, in characters.
const LETTERS_MAX: usize = 24;
const KANJI_MAX: usize = 8;
const HIRAGANA_MAX: usize = 16;
const KATAKANA_MAX: usize = 16;
const MARKS_MAX: usize = 2;
const PUNCTUATION_MAX: usize = 8;
const NEWLINES_AFTER_MAX: usize = 2;
const NEWLINES_MAX: usize = 8;
const SPACES_MAX: usize = 16;

const CONTRACTIONS: [&str; 7] = ["s", "t", "re", "ve", "m", "ll", "d"];

/// The rule as a regular expression, in the dialect common to Oniguruma (Hugging Face) and
/// `fancy-regex`. Its matches cover any text without gaps.
pub fn pattern() -> &'static str {
    static PATTERN: LazyLock<String> = LazyLock::new(|| {
        let (space, newline) = (inside(SPACE), inside(NEWLINE));
        let (digit, kanji) = (inside(DIGIT), inside(KANJI));
        let (hiragana, katakana) = (inside(HIRAGANA), inside(KATAKANA));
        let punctuation = inside(PUNCTUATION);
        [
            format!("['\u{2019}](?:{})(?![A-Za-z])", CONTRACTIONS.join("|")),
            format!(
                " ?[^{space}{newline}{digit}{kanji}{hiragana}{katakana}{punctuation}]{{1,{LETTERS_MAX}}}"
            ),
            format!("[{digit}]"),
            format!("[{kanji}]{{1,{KANJI_MAX}}}"),
            format!(
                "[{hiragana}][{hiragana}{PROLONGED}]{{0,{}}}(?:[{MARKS}]{{1,{MARKS_MAX}}}[{newline}]{{0,{NEWLINES_AFTER_MAX}}})?",
                HIRAGANA_MAX - 1
            ),
            format!("[{katakana}]{{1,{KATAKANA_MAX}}}"),
            format!(
                " ?[{punctuation}]{{1,{PUNCTUATION_MAX}}}[{newline}]{{0,{NEWLINES_AFTER_MAX}}}"
            ),
            format!("[{newline}]{{1,{NEWLINES_MAX}}}"),
            format!("[{space}]{{1,{SPACES_MAX}}}(?![^{space}{newline}])"),
            format!("[{space}]"),
        ]
        .join("|")
    });
    &PATTERN
}

/// Ranges as the inside of a bracket expression.
fn inside(ranges: Ranges) -> String {
    let mut text = String::new();
    for &(first, last) in ranges {
        let _ = write!(text, "\\x{{{first:04X}}}");
        if last > first {
            let _ = write!(text, "-\\x{{{last:04X}}}");
        }
    }
    text
}

/// The class of every character of the basic plane.
static BASIC_PLANE: LazyLock<Box<[Class]>> = LazyLock::new(|| (0..0x10000).map(look_up).collect());

fn look_up(code: u32) -> Class {
    CLASSES
        .iter()
        .find(|(_, ranges)| ranges.iter().any(|&(a, b)| (a..=b).contains(&code)))
        .map_or(Class::Letter, |&(class, _)| class)
}

/// Cuts text by our rule; the pieces joined are the text.
pub struct Words<'t> {
    rest: &'t str,
    classes: &'static [Class],
}

impl<'t> Words<'t> {
    /// The words of `text`.
    pub fn of(text: &'t str) -> Words<'t> {
        Words {
            rest: text,
            classes: &BASIC_PLANE,
        }
    }

    fn class(&self, c: char) -> Class {
        match self.classes.get(c as usize) {
            Some(&class) => class,
            None => look_up(c as u32),
        }
    }

    /// The length in bytes of the run of at most `most` characters at `from` that `belongs` accepts.
    fn run(&self, from: usize, most: usize, belongs: impl Fn(char, Class) -> bool) -> usize {
        self.rest[from..]
            .chars()
            .take(most)
            .take_while(|&c| belongs(c, self.class(c)))
            .map(char::len_utf8)
            .sum()
    }

    fn run_of(&self, class: Class, from: usize, most: usize) -> usize {
        self.run(from, most, |_, found| found == class)
    }

    /// The length in bytes of the first word of a rest that begins with `first`.
    fn first_word(&self, first: char) -> usize {
        if let Some(length) = self.contraction(first) {
            return length;
        }
        // One ordinary space belongs to the letters or signs after it.
        let space = usize::from(first == ' ');
        match self.rest[space..].chars().next().map(|c| self.class(c)) {
            Some(Class::Letter) => return space + self.run_of(Class::Letter, space, LETTERS_MAX),
            Some(Class::Punctuation) => {
                return self.newlines_after(
                    space + self.run_of(Class::Punctuation, space, PUNCTUATION_MAX),
                );
            }
            _ => {}
        }
        match self.class(first) {
            Class::Digit => first.len_utf8(),
            Class::Kanji => self.run_of(Class::Kanji, 0, KANJI_MAX),
            Class::Hiragana => self.hiragana(),
            Class::Katakana => self.run_of(Class::Katakana, 0, KATAKANA_MAX),
            Class::Newline => self.run_of(Class::Newline, 0, NEWLINES_MAX),
            _ => self.spaces(first),
        }
    }

    /// A run of hiragana with the sentence marks after it.
    fn hiragana(&self) -> usize {
        let end = self.run(0, HIRAGANA_MAX, |c, class| {
            class == Class::Hiragana || c == PROLONGED
        });
        match self.run(end, MARKS_MAX, |c, _| MARKS.contains(c)) {
            0 => end,
            marks => self.newlines_after(end + marks),
        }
    }

    /// The end of the line breaks that stay with the signs before them.
    fn newlines_after(&self, end: usize) -> usize {
        end + self.run_of(Class::Newline, end, NEWLINES_AFTER_MAX)
    }

    /// `'s` and its like, unless more letters follow (as in 'dark).
    fn contraction(&self, first: char) -> Option<usize> {
        if first != '\'' && first != '\u{2019}' {
            return None;
        }
        let after = &self.rest[first.len_utf8()..];
        CONTRACTIONS
            .iter()
            .find(|ending| {
                after
                    .strip_prefix(**ending)
                    .is_some_and(|rest| !rest.starts_with(|c: char| c.is_ascii_alphabetic()))
            })
            .map(|ending| first.len_utf8() + ending.len())
    }

    /// A run of spaces, without the last one if a word follows that can take it.
    fn spaces(&self, first: char) -> usize {
        let length = self.run_of(Class::Space, 0, SPACES_MAX);
        let run = &self.rest[..length];
        let before_word = self.rest[length..]
            .chars()
            .next()
            .is_some_and(|c| !matches!(self.class(c), Class::Space | Class::Newline));
        match run.char_indices().next_back() {
            Some((last, _)) if before_word && last > 0 => last,
            Some(_) => length,
            None => first.len_utf8(),
        }
    }
}

impl<'t> Iterator for Words<'t> {
    type Item = &'t str;

    fn next(&mut self) -> Option<&'t str> {
        let first = self.rest.chars().next()?;
        let (word, rest) = self.rest.split_at(self.first_word(first));
        self.rest = rest;
        Some(word)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use ledger::random::Random;

    fn words(text: &str) -> Vec<&str> {
        Words::of(text).collect()
    }

    #[test]
    fn english() {
        assert_eq!(
            words("Hello world, it's Tom's 'dark' 12.5 we’ll  see\n\n  go"),
            [
                "Hello", " world", ",", " it", "'s", " Tom", "'s", " '", "dark", "'", " ", "1",
                "2", ".", "5", " we", "’ll", " ", " see", "\n\n", " ", " go"
            ]
        );
    }

    #[test]
    fn japanese() {
        assert_eq!(
            words("日本語を学ぶ。\n「すごーい」とトム・ソーヤーは言った、２０年ABC　佐々木"),
            [
                "日本語",
                "を",
                "学",
                "ぶ。\n",
                "「",
                "すごーい",
                "」",
                "と",
                "トム",
                "・",
                "ソーヤー",
                "は",
                "言",
                "った、",
                "２",
                "０",
                "年",
                "ABC",
                "　",
                "佐々木"
            ]
        );
    }

    #[test]
    fn classes_do_not_overlap() {
        let mut all: Vec<(u32, u32)> = CLASSES
            .iter()
            .flat_map(|(_, r)| r.iter().copied())
            .collect();
        all.sort_unstable();
        for pair in all.windows(2) {
            assert!(pair[0].1 < pair[1].0, "{pair:X?}");
        }
        for &(first, last) in &all {
            assert!(first <= last);
        }
    }

    #[test]
    fn hostile_runs_become_short_words() {
        for unit in ["a", "あ", "漢", "ア", " ", "!", "\n", "　", "😀", "ー", "7"] {
            let text = unit.repeat(100_000);
            let longest = Words::of(&text).map(|w| w.chars().count()).max();
            assert!(longest <= Some(LETTERS_MAX), "{unit:?}");
            assert_eq!(Words::of(&text).map(str::len).sum::<usize>(), text.len());
        }
    }

    /// Strings that visit the borders of every class often.
    fn random_text(random: &mut Random) -> String {
        const LIVELY: &[&str] = &[
            " ",
            " ",
            "  ",
            "\n",
            "\r\n",
            "\t",
            "'",
            "’",
            "s",
            "ll",
            "re",
            "a",
            "Z",
            "é",
            "ß",
            "1",
            "９",
            "あ",
            "ん",
            "ー",
            "カ",
            "ｱ",
            "・",
            "漢",
            "々",
            "。",
            "、",
            "「",
            "!",
            "<|end|>",
            "😀",
            "\u{200D}",
            "\u{3000}",
            "\u{85}",
            "\u{0}",
            "한",
            "я",
            "ｗ",
            "\u{20000}",
            "\u{10FFFF}",
        ];
        let length = random.below(40);
        let mut text = String::new();
        for _ in 0..length {
            if random.below(4) == 0 {
                if let Some(c) = char::from_u32(random.below(0x110000) as u32) {
                    text.push(c);
                }
            } else {
                let repeat = if random.below(12) == 0 { 30 } else { 1 };
                text.push_str(&random.choose(LIVELY).repeat(repeat));
            }
        }
        text
    }

    #[test]
    fn scanner_equals_expression() {
        let regex = fancy_regex::Regex::new(pattern()).unwrap();
        let mut random = Random::new(1, "split", 0);
        for _ in 0..5_000 {
            let text = random_text(&mut random);
            let expected: Vec<&str> = regex
                .find_iter(&text)
                .map(|m| m.unwrap().as_str())
                .collect();
            assert_eq!(words(&text), expected, "{text:?}");
            assert_eq!(expected.concat(), text);
        }
    }

    #[test]
    fn every_character_is_covered() {
        let regex = fancy_regex::Regex::new(pattern()).unwrap();
        for c in (0..=0x10FFFFu32).step_by(7).filter_map(char::from_u32) {
            let text = c.to_string();
            assert_eq!(words(&text), [text.as_str()]);
            assert_eq!(
                regex.find(&text).unwrap().map(|m| m.as_str()),
                Some(text.as_str())
            );
        }
    }
}
