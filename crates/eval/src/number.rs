//! The number that a reply ends with, whole: with its sign and its decimals.

use trace::normal::{is_unspaced, normalised};

/// The last number of a text, written plainly: "It is １，００７.50!" has "1007.5". A sign in words is not seen.
pub(crate) fn last(text: &str) -> Option<String> {
    let chars: Vec<char> = normalised(text).chars().collect();
    let is_digit = |at: usize| chars.get(at).is_some_and(char::is_ascii_digit);
    let end = chars.iter().rposition(char::is_ascii_digit)? + 1;
    let mut start = end - 1;
    while let Some(before) = start.checked_sub(1) {
        let within = before.checked_sub(1).is_some_and(is_digit);
        let goes_on = match chars[before] {
            '.' => within,
            ',' => parts_thousands(&chars, before),
            _ => is_digit(before),
        };
        if !goes_on {
            break;
        }
        start = before;
    }
    let mut number = String::from_iter(&chars[start..end]);
    let mut before = &chars[..start];
    if let [rest @ .., '.'] = before
        && rest.last().is_none_or(|c| " =+-−".contains(*c))
    {
        number.insert(0, '.');
        before = rest;
    }
    let is_negative = match before {
        [rest @ .., '-' | '−'] => is_sign_behind(rest),
        _ => false,
    };
    Some(plain(&number, is_negative))
}

/// Whether the comma at `at` is one within a number: three figures follow it, and no list ("3,4" are two numbers).
pub(crate) fn parts_thousands(chars: &[char], at: usize) -> bool {
    let is_digit = |at: usize| chars.get(at).is_some_and(char::is_ascii_digit);
    at.checked_sub(1).is_some_and(is_digit) && (at + 1..at + 4).all(is_digit) && !is_digit(at + 4)
}

/// Whether `number`, without a sign and in narrow figures, is one that [`last`] has written.
pub(crate) fn is(number: &str, written: &str) -> bool {
    plain(number, false) == written
}

/// Whether a minus between these characters and a number is its sign: no subtraction, and no hyphen.
fn is_sign_behind(before: &[char]) -> bool {
    let is_word = |c: &char| c.is_alphanumeric() && !is_unspaced(*c);
    match before {
        [rest @ .., ' '] => !rest.last().is_some_and(char::is_ascii_digit),
        _ => !before.last().is_some_and(is_word),
    }
}

/// A number without what does not change it: "1,007.50" is "1007.5".
fn plain(number: &str, is_negative: bool) -> String {
    let number = number.replace(',', "");
    let (whole, decimals) = number.split_once('.').unwrap_or((number.as_str(), ""));
    let whole = whole.trim_start_matches('0');
    let decimals = decimals.trim_end_matches('0');
    let mut plain = String::new();
    if is_negative && !(whole.is_empty() && decimals.is_empty()) {
        plain.push('-');
    }
    plain += if whole.is_empty() { "0" } else { whole };
    if !decimals.is_empty() {
        plain.push('.');
        plain += decimals;
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_number_is_taken_whole() {
        for (text, number) in [
            ("5", "5"),
            ("It is 5. Right!", "5"),
            ("05", "5"),
            ("5.0", "5"),
            ("5%", "5"),
            ("8 - 3 = 5", "5"),
            ("1.5 + 3.5 = 5,", "5"),
            ("3, 4, 5", "5"),
            ("3,5", "5"),
            ("３、５", "5"),
            ("5 and 6", "6"),
            ("It is 2.5.", "2.5"),
            ("２．５です。", "2.5"),
            (".5", "0.5"),
            ("0.50", "0.5"),
            ("1.2.5", "1.2.5"),
            ("1,005", "1005"),
            ("１，００５．７０。", "1005.7"),
            ("12,1005", "1005"),
        ] {
            assert_eq!(last(text).as_deref(), Some(number), "{text}");
        }
        assert_eq!(last("five"), None);
        assert_eq!(last(""), None);
    }

    #[test]
    fn a_sign_is_no_subtraction_and_no_hyphen() {
        for negative in [
            "-5",
            "It is -5.",
            "3-8 = -5",
            "= −5",
            "(-5)",
            "答えは－５です。",
            "-5.0",
        ] {
            assert_eq!(last(negative).as_deref(), Some("-5"), "{negative}");
        }
        for positive in [
            "+5",
            "8-5",
            "8 -5",
            "8 − 5",
            "A - 5",
            "room A-5",
            "答えは５－０＝５",
        ] {
            assert_eq!(last(positive).as_deref(), Some("5"), "{positive}");
        }
        assert_eq!(last("-.5").as_deref(), Some("-0.5"));
        assert_eq!(last("-0.0").as_deref(), Some("0"));
    }

    #[test]
    fn results_are_compared_by_value() {
        assert!(is("5", "5") && is("05", "5") && is("1005", "1005"));
        assert!(!is("5", "-5") && !is("5", "2.5"));
    }
}
