//! Beam search: the most probable whole answers, not the most probable next tokens.

use crate::cache::{Cache, Rows};
use crate::sampling::{largest, log_sum_exp};
use crate::{Error, Finish, Generator};

/// Rows of one pass over the prompt.
const PROMPT_ROWS_MAX: usize = 512;

/// Each hypothesis keeps keys and values of its own; more than these nobody looks through.
const WIDTH_MAX: usize = 1024;

/// How to search.
#[derive(Clone, Debug, PartialEq)]
pub struct BeamSearch {
    /// Hypotheses followed at once, and most that are returned.
    pub width: usize,
    /// A hypothesis of `n` tokens (its stop token counts) scores `log p / n^length_penalty`: above
    /// 0 favours long answers, 0 compares plain probabilities. Defined as in transformers.
    pub length_penalty: f32,
    /// Most tokens of an answer; `None`: as many as the context holds.
    pub max_tokens: Option<usize>,
    /// Tokens that end an answer.
    pub stop_ids: Vec<u32>,
}

/// One answer of a beam search.
#[derive(Clone, Debug, PartialEq)]
pub struct Hypothesis {
    /// The answer without its stop token.
    pub ids: Vec<u32>,
    /// What ended it: a stop token or its length.
    pub finish: Finish,
    /// Natural logarithm of the answer's probability, stop token included.
    pub logprob: f64,
    /// What it was ranked by.
    pub score: f64,
}

/// A hypothesis that goes on; its place in the list is its slot of the cache.
struct Live {
    ids: Vec<u32>,
    logprob: f64,
}

impl BeamSearch {
    fn score(&self, logprob: f64, len: usize) -> f64 {
        logprob / (len as f64).powf(f64::from(self.length_penalty))
    }

    /// Nothing that becomes of `live` can score above this: its probability only falls, and the
    /// penalty is kindest at the greatest length, or at the least if it is negative: one token
    /// more, where there is room for one.
    fn bound(&self, live: &Live, tokens_max: usize) -> f64 {
        let kindest = if self.length_penalty > 0.0 {
            tokens_max
        } else {
            (live.ids.len() + 1).min(tokens_max)
        };
        self.score(live.logprob, kindest)
    }

    fn validate(&self) -> Result<(), Error> {
        if !(1..=WIDTH_MAX).contains(&self.width) {
            let remedy = "it must be from 1 to 1024";
            return Err(Error::option("beams", self.width, remedy));
        }
        if !self.length_penalty.is_finite() {
            let (found, remedy) = (self.length_penalty, "it must be a finite number");
            return Err(Error::option("length_penalty", found, remedy));
        }
        if self.max_tokens == Some(0) {
            let remedy = "it must be at least 1";
            return Err(Error::option("max_tokens", 0, remedy));
        }
        Ok(())
    }
}

impl Generator<'_> {
    /// The best answers to `prompt`, best first, at most `search.width` of them.
    ///
    /// Each step keeps the `width` most probable of all one-token continuations; one that ends
    /// with a stop token leaves the beam if it is among the `width` first. The search ends when no
    /// live hypothesis can beat the `width` best finished ones any more.
    ///
    /// # Errors
    /// [`Error::EmptyPrompt`], [`Error::ContextOverflow`], [`Error::Option`], or an id outside of
    /// the vocabulary.
    pub fn beam_search(
        &mut self,
        prompt: &[u32],
        search: &BeamSearch,
    ) -> Result<Vec<Hypothesis>, Error> {
        search.validate()?;
        self.check_prompt(prompt, 1)?;
        let room = self.config().context - prompt.len();
        let tokens_max = search.max_tokens.unwrap_or(room).min(room);

        let mut cache = Cache::new(self.config(), search.width, self.precision);
        let mut live = vec![Live {
            ids: Vec::new(),
            logprob: 0.0,
        }];
        let mut finished: Vec<Hypothesis> = Vec::new();
        let mut logits = self.prefill(&mut cache, prompt);
        for len in 1..=tokens_max {
            let (next, sources) = self.extend(&live, &logits, search, &mut finished);
            live = next;
            let worst = finished
                .get(search.width - 1)
                .map_or(f64::NEG_INFINITY, |last| last.score);
            if live
                .iter()
                .all(|live| search.bound(live, tokens_max) <= worst)
            {
                live.clear();
            }
            if live.is_empty() || len == tokens_max {
                break;
            }
            cache.reorder(&sources);
            let rows: Vec<Rows> = (live.iter().enumerate())
                .map(|(slot, live)| Rows {
                    slot,
                    ids: &live.ids[len - 1..],
                    wants_logits: true,
                })
                .collect();
            logits = self.forward(&mut cache, &rows);
        }
        for Live { ids, logprob } in live {
            let score = search.score(logprob, ids.len());
            finished.push(Hypothesis {
                finish: Finish::at_length(ids.len(), search.max_tokens),
                ids,
                logprob,
                score,
            });
        }
        finished.sort_by(|a, b| b.score.total_cmp(&a.score));
        finished.truncate(search.width);
        Ok(finished)
    }

    /// The logits (V) behind the prompt, which goes into slot 0.
    fn prefill(&mut self, cache: &mut Cache, prompt: &[u32]) -> Vec<f32> {
        let mut logits = Vec::new();
        for (index, ids) in prompt.chunks(PROMPT_ROWS_MAX).enumerate() {
            let wants_logits = index == (prompt.len() - 1) / PROMPT_ROWS_MAX;
            logits = self.forward(
                cache,
                &[Rows {
                    slot: 0,
                    ids,
                    wants_logits,
                }],
            );
        }
        logits
    }

    fn forward(&mut self, cache: &mut Cache, rows: &[Rows]) -> Vec<f32> {
        let (decoder, params) = (&self.model.decoder, &self.model.params);
        cache.forward(decoder, params, &mut self.workspace, self.precision, rows)
    }

    /// The live hypotheses one token on, with the slot that each comes from (and slot 0 for the
    /// rest of the beam); finished ones are ranked into `finished`.
    fn extend(
        &self,
        live: &[Live],
        logits: &[f32],
        search: &BeamSearch,
        finished: &mut Vec<Hypothesis>,
    ) -> (Vec<Live>, Vec<usize>) {
        // So many that `width` are left even if every beam ends in every possible way.
        let considered = search.width * (1 + search.stop_ids.len());
        let mut candidates: Vec<(f64, usize, u32)> = Vec::new();
        let rows = logits.chunks_exact(self.config().vocab_size);
        for (slot, (live, logits)) in live.iter().zip(rows).enumerate() {
            let total = log_sum_exp(logits);
            // A row has at most `width` that go on, and the tokens with which it ends.
            for (id, logit) in largest(logits, search.width + search.stop_ids.len()) {
                candidates.push((live.logprob + f64::from(logit - total), slot, id));
            }
        }
        candidates.sort_by(|a, b| b.0.total_cmp(&a.0).then((a.1, a.2).cmp(&(b.1, b.2))));
        let mut next = Vec::new();
        let mut sources = Vec::new();
        for (rank, &(logprob, slot, id)) in candidates.iter().take(considered).enumerate() {
            let mut ids = live[slot].ids.clone();
            if search.stop_ids.contains(&id) {
                if rank < search.width {
                    let score = search.score(logprob, ids.len() + 1);
                    finished.push(Hypothesis {
                        ids,
                        finish: Finish::StopToken(id),
                        logprob,
                        score,
                    });
                }
            } else if next.len() < search.width {
                ids.push(id);
                next.push(Live { ids, logprob });
                sources.push(slot);
            }
        }
        finished.sort_by(|a, b| b.score.total_cmp(&a.score));
        finished.truncate(search.width);
        sources.resize(search.width, 0);
        (next, sources)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_bound_is_the_best_score_of_every_length_that_is_still_possible() {
        let tokens_max = 4;
        for length_penalty in [-2.0, -1.0, 0.0, 0.5, 1.0] {
            let search = BeamSearch {
                width: 1,
                length_penalty,
                max_tokens: Some(tokens_max),
                stop_ids: Vec::new(),
            };
            for len in 1..=tokens_max {
                let live = Live {
                    ids: vec![0; len],
                    logprob: -3.0,
                };
                let possible = (len + 1).min(tokens_max)..=tokens_max;
                let best = possible
                    .map(|len| search.score(-3.0, len))
                    .fold(f64::NEG_INFINITY, f64::max);
                let bound = search.bound(&live, tokens_max);
                assert_eq!(bound, best, "penalty {length_penalty}, length {len}");
            }
        }
    }
}
