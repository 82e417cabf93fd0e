//! English spelling: articles, and capitals at the start of sentences.

/// The indefinite article before a word: by sound, for the words of this world by the first letter.
pub fn article(word: &str) -> &'static str {
    match word.bytes().next().map(|byte| byte.to_ascii_lowercase()) {
        Some(b'a' | b'e' | b'i' | b'o' | b'u') => "an",
        _ => "a",
    }
}

/// Makes the first letter of every sentence of `text`, from byte `start` on, a capital: at the start, after a line break,
/// after `.`, `!` or `?` and a blank, and after an opening quotation mark; and where English begins: after Japanese text
/// or the sign between a sentence and its translation. After a closing quotation mark the template itself must write the
/// capital.
pub fn capitalise(text: &mut String, start: usize) {
    // Only ASCII bytes are looked at and changed, one for one, so the text stays valid UTF-8.
    let mut bytes = std::mem::take(text).into_bytes();
    // What was written before: nothing, a finished sentence or line, or a label ("Q:") all ask for a capital.
    let so_far = bytes[..start].iter().rev().find(|byte| !matches!(byte, b' ' | b'-' | b'*'));
    let mut begins = matches!(so_far, None | Some(b'\n' | b'.' | b'!' | b'?' | b'"' | b':' | b'/' | b'=' | 0x80..));
    let mut ended = false;
    let (mut before, mut before_that) = (b'\n', b'\n');
    for byte in &mut bytes[start..] {
        match *byte {
            b'\n' => begins = true,
            b'.' | b'!' | b'?' => ended = true,
            // After a comma a quotation may go on in the middle of its sentence.
            b'"' if before == b'\n' || (before == b' ' && before_that != b',') => begins = true,
            // After a closing quotation mark the sentence may go on: "Really?" she said.
            b'"' => ended = false,
            b')' | b'-' | b'*' | b'#' => {}
            b' ' => {
                begins |= ended;
                ended = false;
            }
            letter => {
                if begins && letter.is_ascii_lowercase() {
                    *byte = letter.to_ascii_uppercase();
                }
                begins = false;
                ended = false;
            }
        }
        (before, before_that) = (*byte, before);
    }
    *text = String::from_utf8(bytes).unwrap_or_default();
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sentences_begin_with_capitals() {
        let mut text = "ramen is good. is it? \"pancakes are better,\" she said.\n- soup, at 9 o'clock".to_string();
        capitalise(&mut text, 0);
        assert_eq!(text, "Ramen is good. Is it? \"Pancakes are better,\" she said.\n- Soup, at 9 o'clock");
    }

    #[test]
    fn articles_follow_the_sound() {
        assert_eq!(article("otter"), "an");
        assert_eq!(article("baker"), "a");
    }
}
