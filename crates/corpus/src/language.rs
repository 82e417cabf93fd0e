//! A guess at the language of a text from its script alone.

/// Enough to tell; the rest of a long text would not change the answer.
const CHARS_LOOKED_AT: usize = 4000;

/// ISO 639-1: "ja" for kana with or without kanji, "zh" for long text of kanji without any kana,
/// "ko" for hangul, "en" for Latin letters, "und" for anything else.
///
/// Latin letters are taken for English, since nothing but English and Japanese is told apart here;
/// a source in another language states it.
///
/// ```
/// assert_eq!(corpus::guess_language("吾輩は猫である。"), "ja");
/// assert_eq!(corpus::guess_language("I am a cat."), "en");
/// ```
pub fn guess_language(text: &str) -> &'static str {
    let (mut kana, mut kanji, mut hangul, mut latin, mut other) = (0, 0, 0, 0, 0);
    for c in text.chars().take(CHARS_LOOKED_AT) {
        match c {
            'ぁ'..='ゖ' | 'ァ'..='ヺ' | 'ー' | 'ｦ'..='ﾝ' => kana += 1,
            '\u{3400}'..='\u{9fff}'
            | '\u{f900}'..='\u{faff}'
            | '\u{20000}'..='\u{3ffff}'
            | '々' => {
                kanji += 1;
            }
            '\u{ac00}'..='\u{d7a3}' => hangul += 1,
            'a'..='z' | 'A'..='Z' | '\u{c0}'..='\u{24f}' => latin += 1,
            c if c.is_alphabetic() => other += 1,
            _ => {}
        }
    }
    let letters = kana + kanji + hangul + latin + other;
    // A kanji or kana says about as much as three Latin letters, and Japanese text quotes English
    // more often than English text quotes Japanese.
    const FEW_KANJI: usize = 60;
    if letters == 0 {
        "und"
    } else if (kana + kanji) * 4 >= letters {
        if kana * 50 < kanji && kanji > FEW_KANJI {
            "zh"
        } else {
            "ja"
        }
    } else if hangul * 4 >= letters {
        "ko"
    } else if latin * 2 >= letters {
        "en"
    } else {
        "und"
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scripts_are_told_apart() {
        for (text, language) in [
            ("", "und"),
            ("123 !?", "und"),
            ("Привет, мир", "und"),
            ("カタカナ", "ja"),
            ("東京都", "ja"),
            ("彼は iPhone と MacBook を買った。", "ja"),
            ("The word 猫 means cat in Japanese.", "en"),
            ("안녕하세요 여러분", "ko"),
            (&"永和九年歲在癸丑暮春之初".repeat(8), "zh"),
        ] {
            assert_eq!(guess_language(text), language, "{text}");
        }
    }
}
