//! Which tokens the model sees at which step: a pure function of the seed and the step.
//!
//! Documents are packed into *rows* of at most `row_tokens` tokens. A step takes the next
//! `rows_per_step` rows of each part of the mixture; when an epoch's rows are used up the next epoch
//! begins with a new order. Rows are laid end to end without padding: a piece of a document is a
//! segment of its own, with positions from 0, and attention never leaves it.

mod ledger;
mod plan;

pub use ledger::{BatchHash, Entry};
pub use plan::{Items, Packing, Piece, TooLong};

use plan::EpochPlan;
use serde::{Deserialize, Serialize};
use tensor::Segment;

use crate::{Error, shards::Shards};

/// The full description of a data order. Together with the shards it determines every batch.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Order {
    pub seed: u64,
    /// The parts of the mixture; every step takes rows from each.
    pub parts: Vec<Packing>,
}

/// A row of a step.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// Index of the part in [`Order::parts`].
    pub part: usize,
    /// Number of the row since the beginning of training, within its part.
    pub number: u64,
    pub pieces: Vec<Piece>,
}

impl Row {
    /// Number of input tokens.
    pub fn tokens(&self) -> usize {
        self.pieces.iter().map(|piece| piece.len as usize).sum()
    }
}

/// The target of a token after which nothing is learnt.
pub const IGNORED: u32 = u32::MAX;

/// Rows laid end to end, ready for the tape; `N` tokens.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Batch {
    /// Tokens, positions from the piece's first token, and one segment per piece.
    pub input: model::Batch,
    /// `(N)` next tokens; [`IGNORED`] where nothing is to be learnt.
    pub targets: Vec<u32>,
    /// The piece of each segment, in order.
    pub pieces: Vec<Piece>,
}

impl Batch {
    /// Number of input tokens.
    pub fn tokens(&self) -> usize {
        self.input.ids.len()
    }
}

/// Cuts rows into runs of at most `tokens_max` tokens, or of one row where that is longer.
pub fn cut(rows: &[Row], tokens_max: usize) -> Vec<&[Row]> {
    let mut runs = Vec::new();
    let mut start = 0;
    while start < rows.len() {
        let (mut end, mut tokens) = (start + 1, rows[start].tokens());
        while end < rows.len() && tokens + rows[end].tokens() <= tokens_max {
            tokens += rows[end].tokens();
            end += 1;
        }
        runs.push(&rows[start..end]);
        start = end;
    }
    runs
}

/// The batches of a run.
pub struct Batches {
    order: Order,
    parts: Vec<Part>,
}

struct Part {
    shards: Shards,
    /// The epoch that was used last.
    current: (u64, EpochPlan),
}

impl Part {
    /// How many rows an epoch has. All have as many: the pieces differ in place, not in length, and lengths alone decide
    /// how many rows they fill.
    fn rows(&self) -> u64 {
        self.current.1.rows() as u64
    }
}

impl Batches {
    /// Plans the first epoch of each part, `shards[i]` by `order.parts[i]`.
    ///
    /// # Errors
    /// If a part has no documents, or one that is too long and must not be skipped.
    pub fn new(order: Order, shards: Vec<Shards>) -> Result<Self, Error> {
        assert_eq!(order.parts.len(), shards.len(), "one packing for each part");
        let mut parts = Vec::new();
        for (packing, shards) in order.parts.iter().zip(shards) {
            for (name, value) in [
                ("context", packing.context),
                ("row_tokens", packing.row_tokens),
                ("rows_per_step", packing.rows_per_step),
            ] {
                if value == 0 {
                    return Err(Error::setting(name, "must be at least 1"));
                }
            }
            let plan = EpochPlan::new(&shards, packing, order.seed, 0)?;
            if plan.rows() == 0 {
                let path = shards.path().to_owned();
                return Err(match plan.skipped {
                    0 => Error::Empty(path, "documents"),
                    examples => Error::AllTooLong {
                        path,
                        examples,
                        context: packing.context as usize,
                    },
                });
            }
            parts.push(Part {
                shards,
                current: (0, plan),
            });
        }
        Ok(Self { order, parts })
    }

    pub fn order(&self) -> &Order {
        &self.order
    }

    pub fn shards(&self, part: usize) -> &Shards {
        &self.parts[part].shards
    }

    /// Items left out because they are too long, over all parts.
    pub fn skipped(&self) -> usize {
        self.parts.iter().map(|part| part.current.1.skipped).sum()
    }

    /// The number of steps after which part 0 has been seen `epochs` times.
    pub fn steps_for_epochs(&self, epochs: u64) -> u64 {
        let rows = epochs.saturating_mul(self.parts[0].rows());
        rows.div_ceil(u64::from(self.order.parts[0].rows_per_step))
    }

    /// The rows of `step`, part by part.
    pub fn rows(&mut self, step: u64) -> Result<Vec<Row>, Error> {
        let mut rows = Vec::new();
        for part in 0..self.parts.len() {
            let count = u64::from(self.order.parts[part].rows_per_step);
            for number in step * count..(step + 1) * count {
                let pieces = self.row(part, number)?.to_vec();
                rows.push(Row {
                    part,
                    number,
                    pieces,
                });
            }
        }
        Ok(rows)
    }

    /// The rows of the first epoch of a part.
    pub fn first_epoch(&mut self, part: usize) -> Result<Vec<Row>, Error> {
        let rows = 0..self.parts[part].rows();
        rows.map(|number| {
            Ok(Row {
                part,
                number,
                pieces: self.row(part, number)?.to_vec(),
            })
        })
        .collect()
    }

    /// Lays a step's rows end to end, in batches of at most `tokens_max` tokens each.
    pub fn passes(&self, rows: &[Row], tokens_max: usize) -> Vec<Batch> {
        cut(rows, tokens_max)
            .into_iter()
            .map(|rows| self.batch(rows))
            .collect()
    }

    /// Lays `rows` end to end.
    pub fn batch(&self, rows: &[Row]) -> Batch {
        let mut batch = Batch::default();
        for row in rows {
            for piece in &row.pieces {
                self.lay(row.part, *piece, &mut batch);
            }
        }
        batch
    }

    fn lay(&self, part: usize, piece: Piece, batch: &mut Batch) {
        let shards = &self.parts[part].shards;
        let document = piece.document as usize;
        let range = piece.start as usize..(piece.start + piece.len) as usize;
        let input = &mut batch.input;
        input.segments.push(Segment {
            start: input.ids.len(),
            len: range.len(),
        });
        input.positions.extend(0..piece.len);
        batch.pieces.push(piece);
        batch.targets.extend(range.clone().map(|position| {
            let learnt = shards.is_learnt(document, position + 1);
            shards
                .token(document, position + 1)
                .filter(|_| learnt)
                .unwrap_or(IGNORED)
        }));
        shards.read(document, range, &mut batch.input.ids);
    }

    fn row(&mut self, part: usize, number: u64) -> Result<&[Piece], Error> {
        let rows = self.parts[part].rows();
        self.plan(part, number / rows)?;
        Ok(self.parts[part].current.1.row((number % rows) as usize))
    }

    /// Makes `epoch` the current one.
    fn plan(&mut self, part: usize, epoch: u64) -> Result<(), Error> {
        let packing = &self.order.parts[part];
        let part = &mut self.parts[part];
        if part.current.0 != epoch {
            let plan = EpochPlan::new(&part.shards, packing, self.order.seed, epoch)?;
            assert_eq!(plan.rows() as u64, part.rows(), "rows of an epoch");
            part.current = (epoch, plan);
        }
        Ok(())
    }
}
