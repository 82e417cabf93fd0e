//! Tokens that are found in text as whole strings, before any word is cut.

use aho_corasick::{AhoCorasick, MatchKind};

use crate::Special;

/// A token of `added_tokens` in `tokenizer.json`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct AddedToken {
    pub(crate) id: u32,
    pub(crate) text: String,
    /// Special tokens are only found where the caller asks for them.
    pub(crate) special: bool,
    /// Kept to write the file again; without a normaliser it decides only who is found first.
    pub(crate) normalized: bool,
}

/// A piece of text, or a token found in it.
pub(crate) enum Part<'t> {
    Text(&'t str),
    Token(u32),
}

#[derive(Clone, Debug)]
pub(crate) struct Added {
    tokens: Vec<AddedToken>,
    /// Finds all tokens, and those that are not special; `None` where there are none.
    all: Finder,
    ordinary: Finder,
}

/// Tokens that are not `normalized` are found first, the others in what is left, each time the
/// leftmost and of these the longest: the order of Hugging Face.
#[derive(Clone, Debug, Default)]
struct Finder {
    passes: Vec<(AhoCorasick, Vec<u32>)>,
}

impl Finder {
    fn new(tokens: &[&AddedToken]) -> Result<Finder, String> {
        let mut passes = Vec::new();
        for normalized in [false, true] {
            let (texts, ids): (Vec<&str>, Vec<u32>) = tokens
                .iter()
                .filter(|t| t.normalized == normalized)
                .map(|t| (t.text.as_str(), t.id))
                .unzip();
            if !texts.is_empty() {
                let automaton = AhoCorasick::builder()
                    .match_kind(MatchKind::LeftmostLongest)
                    .build(texts)
                    .map_err(|e| e.to_string())?;
                passes.push((automaton, ids));
            }
        }
        Ok(Finder { passes })
    }

    fn for_each_part<'t>(&self, pass: usize, text: &'t str, take: &mut impl FnMut(Part<'t>)) {
        if text.is_empty() {
            return;
        }
        let Some((automaton, ids)) = self.passes.get(pass) else {
            return take(Part::Text(text));
        };
        let mut done = 0;
        for found in automaton.find_iter(text) {
            self.for_each_part(pass + 1, &text[done..found.start()], take);
            take(Part::Token(ids[found.pattern().as_usize()]));
            done = found.end();
        }
        self.for_each_part(pass + 1, &text[done..], take);
    }
}

impl Added {
    /// Fails with a description where the tokens are too many or too long to search for.
    pub(crate) fn new(tokens: Vec<AddedToken>) -> Result<Added, String> {
        let all: Vec<&AddedToken> = tokens.iter().collect();
        let ordinary: Vec<&AddedToken> = tokens.iter().filter(|t| !t.special).collect();
        Ok(Added {
            all: Finder::new(&all)?,
            ordinary: Finder::new(&ordinary)?,
            tokens,
        })
    }

    /// The special tokens of our own tokenizers.
    pub(crate) fn ours() -> Added {
        let tokens = Special::ALL.iter().map(|&special| AddedToken {
            id: special as u32,
            text: special.text().to_owned(),
            special: true,
            normalized: false,
        });
        Added::new(tokens.collect()).expect("six short strings fit any automaton")
    }

    pub(crate) fn tokens(&self) -> &[AddedToken] {
        &self.tokens
    }

    pub(crate) fn find(&self, text: &str) -> Option<u32> {
        self.tokens.iter().find(|t| t.text == text).map(|t| t.id)
    }

    pub(crate) fn is_special(&self, id: u32) -> bool {
        self.tokens.iter().any(|t| t.id == id && t.special)
    }

    pub(crate) fn for_each_part<'t>(
        &self,
        text: &'t str,
        specials: bool,
        take: &mut impl FnMut(Part<'t>),
    ) {
        let finder = if specials { &self.all } else { &self.ordinary };
        finder.for_each_part(0, text, take);
    }
}
