//! One epoch's rows: every document once, in an order that only the seed and the epoch decide.

use std::collections::BTreeSet;
use std::ops::Range;

use ledger::random::Random;
use serde::{Deserialize, Serialize};

use crate::{Error, shards::Shards};

/// A stretch of one document that a row holds: input tokens `start..start + len`.
///
/// The targets are the tokens one further, so every token but a document's first is predicted
/// exactly once an epoch, also across the cut between two pieces.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Piece {
    pub document: u32,
    pub start: u32,
    pub len: u32,
}

/// How documents become the items that rows are packed from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Items {
    /// Documents longer than the context are cut into pieces; where, differs from epoch to epoch.
    Split,
    /// Cut into whole contexts from a document's start, and what is left: the same in every epoch,
    /// for held-out text, so that whoever measures on the same windows need not draw our numbers.
    SplitFromStart,
    /// Each item is this many documents in a row, never cut: 1 for conversations, 2 for pairs.
    Whole(u32),
}

/// What to do with an item that must not be cut and does not fit.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TooLong {
    /// Stop with [`Error::TooLong`].
    #[default]
    Refuse,
    /// Leave the item out of every epoch and count it.
    Skip,
}

/// The rules by which one set of shards is packed; a pure description, kept in manifests.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Packing {
    /// Keys the random streams, so that two parts of a mixture are ordered independently.
    pub name: String,
    /// The longest piece, in tokens.
    pub context: u32,
    /// How many tokens a row holds at most.
    pub row_tokens: u32,
    pub rows_per_step: u32,
    pub items: Items,
    pub too_long: TooLong,
}

/// The rows of one epoch.
pub(crate) struct EpochPlan {
    pieces: Vec<Piece>,
    /// Row `i` is `pieces[bounds[i]..bounds[i + 1]]`.
    bounds: Vec<u32>,
    /// Documents left out because they are too long.
    pub(crate) skipped: usize,
}

impl EpochPlan {
    /// Packs `shards` for `epoch`: items by falling length, equally long ones shuffled, each into the
    /// fullest row that still has room for it (best fit decreasing); the rows are then shuffled, so
    /// that a row's place does not tell the length of what it holds.
    pub(crate) fn new(
        shards: &Shards,
        packing: &Packing,
        seed: u64,
        epoch: u64,
    ) -> Result<EpochPlan, Error> {
        let stream = |what: &str| Random::new(seed, &format!("{what} {}", packing.name), epoch);
        let mut items = Pieces::default();
        let skipped = match packing.items {
            Items::Split => split(shards, packing, Some(stream("cuts of")), &mut items),
            Items::SplitFromStart => split(shards, packing, None, &mut items),
            Items::Whole(documents) => whole(shards, packing, documents as usize, &mut items)?,
        };
        let mut order: Vec<u32> = (0..items.ranges.len() as u32).collect();
        stream("order of").shuffle(&mut order);
        order.sort_by_key(|item| std::cmp::Reverse(items.tokens(*item)));
        let mut rows = best_fit(&items, &order, packing.row_tokens);
        stream("rows of").shuffle(&mut rows);

        let mut plan = EpochPlan {
            pieces: Vec::with_capacity(items.pieces.len()),
            bounds: vec![0],
            skipped,
        };
        for row in rows {
            for item in row {
                plan.pieces.extend_from_slice(items.item(item));
            }
            plan.bounds.push(plan.pieces.len() as u32);
        }
        Ok(plan)
    }

    pub(crate) fn rows(&self) -> usize {
        self.bounds.len() - 1
    }

    pub(crate) fn row(&self, index: usize) -> &[Piece] {
        &self.pieces[self.bounds[index] as usize..self.bounds[index + 1] as usize]
    }
}

/// Items before packing: each is a range of pieces.
#[derive(Default)]
struct Pieces {
    pieces: Vec<Piece>,
    ranges: Vec<Range<u32>>,
}

impl Pieces {
    fn item(&self, index: u32) -> &[Piece] {
        let range = &self.ranges[index as usize];
        &self.pieces[range.start as usize..range.end as usize]
    }

    fn tokens(&self, index: u32) -> u32 {
        self.item(index).iter().map(|piece| piece.len).sum()
    }

    fn push(&mut self, item: impl IntoIterator<Item = Piece>) {
        let start = self.pieces.len() as u32;
        self.pieces.extend(item);
        self.ranges.push(start..self.pieces.len() as u32);
    }
}

/// How many tokens of a document are inputs: the last one only if something follows it.
fn inputs(shards: &Shards, document: usize) -> u32 {
    let end = u32::from(shards.header().separator.is_none());
    shards.length(document) as u32 - end
}

/// Cuts long documents into whole contexts and one remainder, which comes last, or at a `random`
/// place among them, so that the cuts differ from epoch to epoch; returns 0, the number of documents
/// left out.
fn split(
    shards: &Shards,
    packing: &Packing,
    mut random: Option<Random>,
    items: &mut Pieces,
) -> usize {
    let context = packing.context.min(packing.row_tokens);
    for document in 0..shards.documents() {
        let len = inputs(shards, document);
        let whole = len / context;
        let remainder = len % context;
        let place = match &mut random {
            Some(random) if whole > 0 && remainder > 0 => random.below(u64::from(whole) + 1),
            Some(_) => 0,
            None => u64::from(whole),
        };
        let mut start = 0;
        for piece in 0..=u64::from(whole) {
            let take = match (piece == place, remainder) {
                (true, 0) => continue,
                (true, _) => remainder,
                (false, _) => context,
            };
            items.push([Piece {
                document: document as u32,
                start,
                len: take,
            }]);
            start += take;
        }
    }
    0
}

/// Keeps each item of `documents` whole; returns how many items are too long and left out.
fn whole(
    shards: &Shards,
    packing: &Packing,
    documents: usize,
    items: &mut Pieces,
) -> Result<usize, Error> {
    let mut skipped = 0;
    for first in (0..shards.documents()).step_by(documents) {
        let last = (first + documents).min(shards.documents());
        let lengths = (first..last).map(|document| inputs(shards, document));
        let longest = lengths.clone().max().unwrap_or(0);
        let total: u32 = lengths.clone().sum();
        if longest > packing.context || total > packing.row_tokens {
            if packing.too_long == TooLong::Refuse {
                let worst = (first..last).max_by_key(|document| inputs(shards, *document));
                let (tokens, context) = match longest > packing.context {
                    true => (longest, packing.context),
                    false => (total, packing.row_tokens),
                };
                return Err(Error::TooLong {
                    id: shards.record(worst.unwrap_or(first))?.provenance.id,
                    tokens: tokens as usize,
                    context: context as usize,
                });
            }
            skipped += 1;
            continue;
        }
        let pieces =
            (first..last)
                .zip(lengths)
                .filter(|(_, len)| *len > 0)
                .map(|(document, len)| Piece {
                    document: document as u32,
                    start: 0,
                    len,
                });
        items.push(pieces);
    }
    Ok(skipped)
}

/// Puts the items in `order` into rows of at most `capacity` tokens.
fn best_fit(items: &Pieces, order: &[u32], capacity: u32) -> Vec<Vec<u32>> {
    let mut rows: Vec<Vec<u32>> = Vec::new();
    let mut room: BTreeSet<(u32, u32)> = BTreeSet::new(); // (tokens left, row)
    for &item in order {
        let len = items.tokens(item);
        if len == 0 {
            continue;
        }
        let fit = room.range((len, 0)..).next().copied();
        let (left, row) = fit.unwrap_or_else(|| {
            rows.push(Vec::new());
            (capacity, rows.len() as u32 - 1)
        });
        room.remove(&(left, row));
        rows[row as usize].push(item);
        if left > len {
            room.insert((left - len, row));
        }
    }
    rows
}
