//! Learning the merges: count words once, then merge the most frequent pair again and again.
//!
//! Pair counts and the words that hold each pair are kept up to date through every merge, and a
//! heap with late correction finds the next pair, so the cost follows the number of changed
//! words instead of the corpus. The merges are those of the definition (Sennrich et al. 2016);
//! of equally frequent pairs the one with the smaller token ids goes first.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use ledger::{Progress, Report};
use serde::{Deserialize, Serialize};

use crate::merge::FastMap;
use crate::split::Words;
use crate::{Error, Special, bytes};

/// How to train a tokenizer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct TrainOptions {
    /// Tokens in all: special tokens, the 256 bytes, and merges. It comes out smaller where the
    /// text has too few pairs.
    pub vocab_size: usize,
    /// Pairs seen less often than this are not merged.
    pub min_count: u64,
    /// Different words kept in memory at a time (about 100 bytes each). When there are more,
    /// the rarest are forgotten, and [`TrainSummary`] says how many.
    pub unique_words_max: usize,
}

impl Default for TrainOptions {
    fn default() -> TrainOptions {
        TrainOptions {
            vocab_size: 8192,
            min_count: 2,
            unique_words_max: 2_000_000,
        }
    }
}

impl TrainOptions {
    /// Refuses vocabularies that cannot be.
    ///
    /// # Errors
    /// [`Error::VocabTooSmall`] or [`Error::VocabTooLarge`].
    pub fn check(&self) -> Result<(), Error> {
        let asked = self.vocab_size;
        if asked < VOCAB_MIN {
            return Err(Error::VocabTooSmall {
                asked,
                least: VOCAB_MIN,
            });
        }
        if asked > VOCAB_MAX {
            return Err(Error::VocabTooLarge {
                asked,
                most: VOCAB_MAX,
            });
        }
        Ok(())
    }
}

/// What a training saw and made.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct TrainSummary {
    pub texts: u64,
    pub bytes: u64,
    pub words: u64,
    pub unique_words: u64,
    /// Occurrences of rare words that were forgotten to bound the memory.
    pub forgotten_words: u64,
    pub merges: u64,
    pub vocab_size: u64,
}

/// Fewer tokens than these cannot encode every text.
pub(crate) const VOCAB_MIN: usize = Special::ALL.len() + 256;
pub(crate) const VOCAB_MAX: usize = 1 << 22;

/// The outcome: every token's bytes by id, and the merges by rank with the tokens they make.
pub(crate) struct Learned {
    pub(crate) tokens: Vec<Vec<u8>>,
    pub(crate) merges: Vec<(u32, u32, u32)>,
    pub(crate) summary: TrainSummary,
}

pub(crate) fn learn<T: AsRef<str>>(
    texts: impl Iterator<Item = T>,
    options: &TrainOptions,
    report: Report,
) -> Result<Learned, Error> {
    options.check()?;
    let mut summary = TrainSummary::default();
    let counts = count_words(texts, options.unique_words_max.max(1), &mut summary, report);
    if counts.is_empty() {
        return Err(Error::NoText);
    }
    let mut learner = Learner::new(counts);
    learner.merge_until(options.vocab_size, options.min_count.max(1), report);
    summary.merges = learner.merges.len() as u64;
    summary.vocab_size = learner.tokens.len() as u64;
    Ok(Learned {
        tokens: learner.tokens,
        merges: learner.merges,
        summary,
    })
}

type WordCounts = FastMap<Box<[u8]>, u64>;

/// How much text passes between two reports.
const REPORT_BYTES: u64 = 1 << 20;

fn count_words<T: AsRef<str>>(
    texts: impl Iterator<Item = T>,
    unique_max: usize,
    summary: &mut TrainSummary,
    report: Report,
) -> WordCounts {
    let mut counts = WordCounts::default();
    let mut reported = 0;
    for text in texts {
        summary.texts += 1;
        for word in Words::of(text.as_ref()) {
            summary.words += 1;
            summary.bytes += word.len() as u64;
            match counts.get_mut(word.as_bytes()) {
                Some(count) => *count += 1,
                None => {
                    counts.insert(word.as_bytes().into(), 1);
                    if counts.len() > unique_max {
                        summary.forgotten_words += forget_rare(&mut counts, unique_max / 2);
                    }
                }
            }
            if summary.bytes - reported >= REPORT_BYTES {
                reported = summary.bytes;
                report(Progress {
                    done: summary.bytes,
                    total: None,
                    unit: "bytes",
                    note: "counting words",
                });
            }
        }
    }
    summary.unique_words = counts.len() as u64;
    counts
}

/// Drops the rarest words until at most `keep` are left; returns how often they had been seen.
fn forget_rare(counts: &mut WordCounts, keep: usize) -> u64 {
    let mut forgotten = 0;
    let mut least = 2;
    while counts.len() > keep {
        counts.retain(|_, &mut count| {
            let stays = count >= least;
            forgotten += if stays { 0 } else { count };
            stays
        });
        least *= 2;
    }
    forgotten
}

/// A pair of neighbouring tokens: how often it occurs, and the words it may occur in (a word can
/// be listed twice, or still be listed after it has lost the pair).
#[derive(Default)]
struct Pair {
    count: i64,
    words: Vec<u32>,
}

struct Learner {
    /// The tokens of all words in a row; a word keeps its place and grows shorter.
    symbols: Vec<u32>,
    starts: Vec<usize>,
    lengths: Vec<u32>,
    counts: Vec<i64>,
    pairs: FastMap<(u32, u32), Pair>,
    queue: BinaryHeap<(i64, Reverse<(u32, u32)>)>,
    tokens: Vec<Vec<u8>>,
    ids: FastMap<Vec<u8>, u32>,
    merges: Vec<(u32, u32, u32)>,
}

impl Learner {
    fn new(words: WordCounts) -> Learner {
        let specials = Special::ALL.iter().map(|s| s.text().as_bytes().to_vec());
        let tokens: Vec<Vec<u8>> = specials
            .chain(bytes::in_id_order().iter().map(|&b| vec![b]))
            .collect();
        let ids: FastMap<Vec<u8>, u32> = tokens.iter().cloned().zip(0..).collect();
        let mut of_byte = [0; 256];
        for (i, &byte) in bytes::in_id_order().iter().enumerate() {
            of_byte[byte as usize] = (Special::ALL.len() + i) as u32;
        }
        let mut learner = Learner {
            symbols: Vec::new(),
            starts: Vec::new(),
            lengths: Vec::new(),
            counts: Vec::new(),
            pairs: FastMap::default(),
            queue: BinaryHeap::new(),
            tokens,
            ids,
            merges: Vec::new(),
        };
        for (word, count) in words {
            learner.starts.push(learner.symbols.len());
            learner.lengths.push(word.len() as u32);
            learner.counts.push(count as i64);
            learner
                .symbols
                .extend(word.iter().map(|&b| of_byte[b as usize]));
        }
        learner.count_pairs();
        learner
    }

    fn count_pairs(&mut self) {
        for (w, &start) in self.starts.iter().enumerate() {
            let word = &self.symbols[start..start + self.lengths[w] as usize];
            for pair in word.windows(2) {
                add(
                    &mut self.pairs,
                    (pair[0], pair[1]),
                    self.counts[w],
                    w as u32,
                );
            }
        }
        self.queue = self
            .pairs
            .iter()
            .map(|(&pair, p)| (p.count, Reverse(pair)))
            .collect();
    }

    fn merge_until(&mut self, vocab_size: usize, min_count: u64, report: Report) {
        let first = self.tokens.len();
        while self.tokens.len() < vocab_size {
            let Some((queued, Reverse(pair))) = self.queue.pop() else {
                break;
            };
            let count = self.pairs.get(&pair).map_or(0, |p| p.count);
            if count != queued {
                // Other merges have changed the count since; put it back where it belongs.
                if count > 0 {
                    self.queue.push((count, Reverse(pair)));
                }
                continue;
            }
            if count < min_count as i64 {
                break;
            }
            self.merge(pair);
            let done = self.tokens.len() - first;
            if done.is_multiple_of(64) {
                report(Progress {
                    done: done as u64,
                    total: Some((vocab_size - first) as u64),
                    unit: "merges",
                    note: "",
                });
            }
        }
    }

    /// Merges one pair everywhere.
    fn merge(&mut self, pair: (u32, u32)) {
        let mut spelling = self.tokens[pair.0 as usize].clone();
        spelling.extend_from_slice(&self.tokens[pair.1 as usize]);
        // The same bytes can come together in more than one way: "ab" + "c" and "a" + "bc".
        let token = *self.ids.entry(spelling).or_insert_with_key(|spelling| {
            self.tokens.push(spelling.clone());
            (self.tokens.len() - 1) as u32
        });
        self.merges.push((pair.0, pair.1, token));

        let mut words = self.pairs.remove(&pair).unwrap_or_default().words;
        words.sort_unstable();
        words.dedup();
        let mut grown: Vec<(u32, u32)> = Vec::new();
        for w in words {
            self.merge_in_word(pair, token, w, &mut grown);
        }
        grown.sort_unstable();
        grown.dedup();
        for pair in grown {
            if let Some(p) = self.pairs.get(&pair) {
                self.queue.push((p.count, Reverse(pair)));
            }
        }
    }

    /// Merges the pair in one word from left to right and corrects the counts of the pairs around.
    fn merge_in_word(&mut self, pair: (u32, u32), token: u32, w: u32, grown: &mut Vec<(u32, u32)>) {
        let start = self.starts[w as usize];
        let length = self.lengths[w as usize] as usize;
        let count = self.counts[w as usize];
        let word = &mut self.symbols[start..start + length];
        let (mut read, mut write) = (0, 0);
        while read < length {
            if read + 1 < length && (word[read], word[read + 1]) == pair {
                if write > 0 {
                    let left = word[write - 1];
                    subtract(&mut self.pairs, (left, pair.0), count);
                    add(&mut self.pairs, (left, token), count, w);
                    grown.push((left, token));
                }
                if read + 2 < length {
                    let right = word[read + 2];
                    subtract(&mut self.pairs, (pair.1, right), count);
                    add(&mut self.pairs, (token, right), count, w);
                    grown.push((token, right));
                }
                word[write] = token;
                read += 2;
            } else {
                word[write] = word[read];
                read += 1;
            }
            write += 1;
        }
        self.lengths[w as usize] = write as u32;
    }
}

fn add(pairs: &mut FastMap<(u32, u32), Pair>, pair: (u32, u32), count: i64, word: u32) {
    let entry = pairs.entry(pair).or_default();
    entry.count += count;
    if entry.words.last() != Some(&word) {
        entry.words.push(word);
    }
}

/// A pair that no word holds any longer is forgotten, and its list with it.
fn subtract(pairs: &mut FastMap<(u32, u32), Pair>, pair: (u32, u32), count: i64) {
    if let Some(entry) = pairs.get_mut(&pair) {
        entry.count -= count;
        if entry.count <= 0 {
            pairs.remove(&pair);
        }
    }
}
