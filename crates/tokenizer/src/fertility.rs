use std::collections::BTreeMap;
use std::fmt;

use serde::{Deserialize, Serialize};

use crate::Tokenizer;

/// How many characters and bytes a token covers, by language.
///
/// ```
/// # use tokenizer::{Fertility, Tokenizer, TrainOptions};
/// # let options = TrainOptions { vocab_size: 300, ..TrainOptions::default() };
/// # let tokenizer = Tokenizer::train(["the cat, the cat, 猫"], &options, &mut ledger::silent())?;
/// let report = Fertility::measure(&tokenizer, [("en", "the cat"), ("ja", "猫")]);
/// assert_eq!(report.languages["ja"].bytes, 3);
/// println!("{report}");
/// # Ok::<(), tokenizer::Error>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Fertility {
    /// By the language tag that the texts came with.
    pub languages: BTreeMap<String, LanguageFertility>,
}

/// The counts of one language.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct LanguageFertility {
    pub texts: u64,
    /// Unicode code points.
    pub characters: u64,
    pub bytes: u64,
    pub tokens: u64,
    pub characters_per_token: f64,
    pub bytes_per_token: f64,
}

impl Fertility {
    /// Encodes texts, each with its language.
    pub fn measure<L: AsRef<str>, T: AsRef<str>>(
        tokenizer: &Tokenizer,
        texts: impl IntoIterator<Item = (L, T)>,
    ) -> Fertility {
        let mut report = Fertility::default();
        let mut ids = Vec::new();
        for (language, text) in texts {
            let (language, text) = (language.as_ref(), text.as_ref());
            ids.clear();
            tokenizer.encode_into(text, &mut ids);
            if !report.languages.contains_key(language) {
                report
                    .languages
                    .insert(language.to_owned(), LanguageFertility::default());
            }
            if let Some(row) = report.languages.get_mut(language) {
                row.texts += 1;
                row.characters += text.chars().count() as u64;
                row.bytes += text.len() as u64;
                row.tokens += ids.len() as u64;
            }
        }
        for row in report.languages.values_mut() {
            let tokens = row.tokens.max(1) as f64;
            row.characters_per_token = row.characters as f64 / tokens;
            row.bytes_per_token = row.bytes as f64 / tokens;
        }
        report
    }
}

/// A text table, one language a line.
impl fmt::Display for Fertility {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(
            f,
            "{:<10}{:>10}{:>14}{:>14}{:>13}{:>13}",
            "language", "texts", "characters", "tokens", "chars/token", "bytes/token"
        )?;
        for (language, row) in &self.languages {
            writeln!(
                f,
                "{language:<10}{:>10}{:>14}{:>14}{:>13.2}{:>13.2}",
                row.texts,
                row.characters,
                row.tokens,
                row.characters_per_token,
                row.bytes_per_token
            )?;
        }
        Ok(())
    }
}
