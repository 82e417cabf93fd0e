//! Bits per byte: how well a model predicts real text, whatever its tokenizer.
//!
//! The bits (`−log₂ P`) of all tokens of a source, divided by the bytes of its UTF-8 text. Sums, not
//! means of documents: a long document counts more than a short one.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::table::Table;

/// Sums over the validation text of one source.
#[derive(Debug, Clone, Copy, Default, PartialEq, Serialize, Deserialize)]
pub struct Sums {
    pub bits: f64,
    pub bytes: u64,
}

impl Sums {
    /// Bits per byte; none where there is no text.
    pub fn per_byte(self) -> Option<f64> {
        (self.bytes > 0).then(|| self.bits / self.bytes as f64)
    }
}

/// The bits per byte of one model by source.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct BitsPerByte {
    pub model: String,
    pub sources: BTreeMap<String, Sums>,
}

impl BitsPerByte {
    /// Adds the bits of some text of `source`.
    pub fn add(&mut self, source: &str, bits: f64, bytes: u64) {
        let sums = self.sources.entry(source.to_owned()).or_default();
        sums.bits += bits;
        sums.bytes += bytes;
    }

    /// The sums over all sources.
    pub fn total(&self) -> Sums {
        self.sources
            .values()
            .fold(Sums::default(), |all, one| Sums {
                bits: all.bits + one.bits,
                bytes: all.bytes + one.bytes,
            })
    }
}

/// Several models side by side, a row a source.
pub fn compare(models: &[BitsPerByte]) -> Table {
    let sources: BTreeSet<&String> = models
        .iter()
        .flat_map(|model| model.sources.keys())
        .collect();
    let cell = |sums: Option<Sums>| {
        sums.and_then(Sums::per_byte)
            .map_or("–".to_owned(), |bits| format!("{bits:.4}"))
    };
    let mut table = Table {
        header: std::iter::once("bits per byte".to_owned())
            .chain(models.iter().map(|m| m.model.clone()))
            .collect(),
        rows: Vec::new(),
    };
    for source in sources {
        let cells = models
            .iter()
            .map(|model| cell(model.sources.get(source).copied()));
        table
            .rows
            .push(std::iter::once(source.clone()).chain(cells).collect());
    }
    let totals = models.iter().map(|model| cell(Some(model.total())));
    table.rows.push(
        std::iter::once("all sources".to_owned())
            .chain(totals)
            .collect(),
    );
    table
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sums_by_hand() {
        let mut base = BitsPerByte {
            model: "base".into(),
            ..BitsPerByte::default()
        };
        base.add("stories", 300.0, 100);
        base.add("stories", 100.0, 100);
        base.add("chat", 100.0, 200);
        let empty = BitsPerByte {
            model: "empty".into(),
            ..BitsPerByte::default()
        };
        assert_eq!(base.sources["stories"].per_byte(), Some(2.0));
        assert_eq!(base.total().per_byte(), Some(1.25));
        assert_eq!(
            compare(&[base, empty]).markdown(),
            "| bits per byte | base | empty |\n|---|--:|--:|\n| chat | 0.5000 | – |\n| stories | 2.0000 | – |\n| all sources | 1.2500 | – |\n"
        );
    }
}
