//! Following an answer back to the documents that hold its words.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use ledger::{Policy, Use};
use serde::Serialize;

use crate::Error;
use crate::document::{Phase, Role};
use crate::index::{Index, Run};
use crate::normal::Normalised;
use crate::winnow::GUARANTEED;
use train::shards::Provenance;

/// Longest answer that is searched as a whole, in bytes.
const ANSWER_BYTES_MAX: usize = 1 << 20;

/// How an answer is traced.
#[derive(Debug, Clone)]
pub struct Options {
    /// Shortest match, in bytes of normalised UTF-8: at least [`GUARANTEED`], that is eight
    /// Japanese characters or about five English words.
    pub least_bytes: usize,
    /// Documents to report in full; all are counted.
    pub documents_max: usize,
    /// Characters of the document to show on either side of a match.
    pub context_chars: usize,
    /// A span held by more than this share of the documents, and by more than [`COMMON_LEAST`] of
    /// them, is a common phrase. Such a phrase tells how the training text speaks, not where an answer is from.
    pub common_share: f64,
}

/// A span that no more than this many documents hold is never called a common phrase.
pub const COMMON_LEAST: usize = 20;

impl Default for Options {
    fn default() -> Options {
        Options {
            least_bytes: GUARANTEED,
            documents_max: 10,
            context_chars: 40,
            common_share: 0.01,
        }
    }
}

/// What the training texts hold of an answer.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Trace {
    pub answer: String,
    /// Length by which the answer is compared: bytes of normalised UTF-8.
    pub answer_bytes: usize,
    /// Whether the answer is shorter than `least_bytes`, so that nothing could be found.
    pub too_short: bool,
    /// Longest matching spans, in order of their place in the answer; none lies within another. They
    /// begin and end with a letter or digit, unless they would be shorter than `least_bytes` then.
    pub spans: Vec<Span>,
    /// The best documents: longest span first, then the rarer one; common phrases last.
    pub documents: Vec<Found>,
    /// Documents that hold any of the spans. Those that hold only a piece of one do not count.
    pub documents_total: usize,
    /// Share of the answer's letters and digits (in bytes) that lie in a span, and in a span that is
    /// no common phrase.
    pub covered: f64,
    pub covered_by_rare: f64,
    /// What was searched.
    pub searched: Searched,
    /// Length of the shortest span that was looked for.
    pub least_bytes: usize,
}

/// The extent of a search.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Searched {
    /// Documents, counted once a stage of training.
    pub documents: u64,
    pub bytes: u64,
    /// The models of all stages, the earliest first.
    pub models: Vec<String>,
}

/// A piece of the answer that stands word for word in training texts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Span {
    /// Bytes `start..end` of the answer.
    pub start: usize,
    pub end: usize,
    pub text: String,
    /// Length by which spans are compared: bytes of normalised UTF-8.
    pub bytes: usize,
    /// Documents that hold it.
    pub documents: usize,
    pub common: bool,
}

/// A document that holds spans of the answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Found {
    #[serde(flatten)]
    pub provenance: Provenance,
    pub phase: Phase,
    /// The model that this training made.
    pub model: String,
    pub matches: Vec<Match>,
    /// The rule that forbids to show the text, if one does; there are no excerpts then.
    pub withheld: Option<String>,
}

/// One span in one document, in one role: a span that two roles hold gives two matches.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Match {
    /// Which of the trace's spans.
    pub span: usize,
    pub role: Role,
    /// The first passage that was read, or the first of all if none was.
    pub excerpt: Option<Excerpt>,
    /// The training steps that read the span, wherever it stands in this role; none if the run ended
    /// before the turn of every such passage.
    pub steps: Vec<u64>,
}

/// A passage of the document as it was written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Excerpt {
    pub before: String,
    pub matched: String,
    pub after: String,
}

/// Where the documents of one span hold it: document → positions in `normalised.bin`, in order.
type Holders = BTreeMap<usize, Vec<usize>>;

impl Index {
    /// Finds the documents that `answer` can be followed back to. Texts are shown only as far as
    /// `policy` allows [`Use::Show`]; where a document is from is always told.
    pub fn trace(&self, answer: &str, options: &Options, policy: &Policy) -> Result<Trace, Error> {
        if answer.len() > ANSWER_BYTES_MAX {
            return Err(Error::AnswerTooLong {
                bytes: answer.len(),
                limit: ANSWER_BYTES_MAX,
            });
        }
        if options.least_bytes < GUARANTEED {
            return Err(Error::TooShort {
                asked: options.least_bytes,
                least: GUARANTEED,
            });
        }
        let normalised = Normalised::new(answer);
        let (ranges, holders) = self.longest(&self.runs(&normalised.text, options.least_bytes));
        let common_from =
            ((self.meta().documents as f64 * options.common_share) as usize).max(COMMON_LEAST);
        let spans: Vec<Span> = ranges
            .iter()
            .zip(&holders)
            .map(|(&(from, to), holders)| {
                let (start, end) = normalised.original_range(answer, from, to);
                let text = answer[start..end].to_owned();
                Span {
                    start,
                    end,
                    text,
                    bytes: to - from,
                    documents: holders.len(),
                    common: holders.len() > common_from,
                }
            })
            .collect();
        let ranked = rank(&spans, &holders);
        let documents = ranked
            .iter()
            .take(options.documents_max)
            .map(|&document| self.found(document, &spans, &holders, options, policy))
            .collect::<Result<_, _>>()?;
        let meta = self.meta();
        Ok(Trace {
            covered: share_covered(answer, spans.iter()),
            covered_by_rare: share_covered(answer, spans.iter().filter(|span| !span.common)),
            answer: answer.to_owned(),
            answer_bytes: normalised.text.len(),
            too_short: normalised.text.len() < options.least_bytes,
            documents_total: ranked.len(),
            spans,
            documents,
            searched: Searched {
                documents: meta.documents,
                bytes: meta.original_bytes,
                models: meta
                    .stages
                    .iter()
                    .map(|stage| stage.model.clone())
                    .collect(),
            },
            least_bytes: options.least_bytes,
        })
    }

    /// The ranges of the answer that lie within no other, in order, and who holds each.
    fn longest(&self, runs: &[Run]) -> (Vec<(usize, usize)>, Vec<Holders>) {
        let mut ranges: Vec<(usize, usize)> = runs.iter().map(|run| (run.start, run.end)).collect();
        ranges.sort_unstable_by_key(|&(start, end)| (start, usize::MAX - end));
        ranges.dedup();
        let mut reached = 0;
        ranges.retain(|&(_, end)| {
            let within = end <= reached;
            reached = reached.max(end);
            !within
        });
        let mut holders = vec![Holders::new(); ranges.len()];
        for run in runs {
            if let Ok(span) = ranges.binary_search(&(run.start, run.end)) {
                let document = self.part(self.part_at(run.at)).document;
                holders[span].entry(document).or_default().push(run.at);
            }
        }
        (ranges, holders)
    }

    fn found(
        &self,
        document: usize,
        spans: &[Span],
        holders: &[Holders],
        options: &Options,
        policy: &Policy,
    ) -> Result<Found, Error> {
        let line = self.document(document);
        let decision = policy.decide(&line.provenance.license, Use::Show);
        let context = decision.allowed.then_some(options.context_chars);
        let mut matches = Vec::new();
        for (number, span) in spans.iter().enumerate() {
            let mut roles: BTreeMap<Role, Vec<usize>> = BTreeMap::new();
            for &at in holders[number].get(&document).into_iter().flatten() {
                let role = self.part(self.part_at(at)).role;
                roles.entry(role).or_default().push(at);
            }
            for (role, positions) in roles {
                let (excerpt, steps) = self.passages(&positions, span.bytes, context)?;
                matches.push(Match {
                    span: number,
                    role,
                    excerpt,
                    steps,
                });
            }
        }
        let stage = &self.meta().stages[line.stage];
        Ok(Found {
            provenance: line.provenance.clone(),
            phase: stage.phase,
            model: stage.model.clone(),
            matches,
            withheld: (!decision.allowed).then_some(decision.rule),
        })
    }

    /// What a match tells of the passages of `bytes` normalised bytes at `positions`: the first one
    /// that was read (or the first), with `context` characters on either side, and the steps of all.
    fn passages(
        &self,
        positions: &[usize],
        bytes: usize,
        context: Option<usize>,
    ) -> Result<(Option<Excerpt>, Vec<u64>), Error> {
        let mut steps = BTreeSet::new();
        let mut shown = None;
        // A text is normalised once, however often it holds the span.
        for positions in positions.chunk_by(|&a, &b| self.part_at(a) == self.part_at(b)) {
            let part = self.part(self.part_at(positions[0]));
            let text = self.original(part)?;
            let normalised = Normalised::new(text);
            if normalised.text.len() != part.normalised.len() {
                return Err(self.damaged_original("its text is not the one that was indexed"));
            }
            for at in positions {
                let from = at - part.normalised.start;
                let (start, end) = normalised.original_range(text, from, from + bytes);
                let read = self.steps(part, start..end);
                if shown.is_none() || (steps.is_empty() && !read.is_empty()) {
                    shown = Some((text, start, end));
                }
                steps.extend(read);
            }
        }
        let excerpt = context
            .zip(shown)
            .map(|(context, (text, start, end))| excerpt(text, start, end, context));
        Ok((excerpt, steps.into_iter().collect()))
    }
}

/// All documents that hold a span, the best first: those with more than common phrases, the longest
/// span, the rarest one of that length, the most spans, the earliest document.
fn rank(spans: &[Span], holders: &[Holders]) -> Vec<usize> {
    let mut best: BTreeMap<usize, (bool, usize, isize, usize)> = BTreeMap::new();
    for (span, holders) in spans.iter().zip(holders) {
        for &document in holders.keys() {
            let (rare, bytes, rarity, count) =
                best.entry(document).or_insert((false, 0, isize::MIN, 0));
            let candidate = (!span.common, span.bytes, -(span.documents as isize));
            if candidate > (*rare, *bytes, *rarity) {
                (*rare, *bytes, *rarity) = candidate;
            }
            *count += 1;
        }
    }
    let mut ranked: Vec<usize> = best.keys().copied().collect();
    ranked.sort_by_key(|document| (std::cmp::Reverse(best[document]), *document));
    ranked
}

/// The share of the answer's letters and digits that lie in a span. Spans end without signs, so signs
/// would make less than the whole of an answer that was copied whole.
fn share_covered<'a>(answer: &str, spans: impl Iterator<Item = &'a Span>) -> f64 {
    let mut ranges: Vec<(usize, usize)> = spans.map(|span| (span.start, span.end)).collect();
    ranges.sort_unstable();
    let mut covered: Vec<Range<usize>> = Vec::new();
    for (start, end) in ranges {
        match covered.last_mut().filter(|last| start <= last.end) {
            Some(last) => last.end = last.end.max(end),
            None => covered.push(start..end),
        }
    }
    let mut covered = covered.into_iter().peekable();
    let (mut all, mut held) = (0, 0);
    for (at, c) in answer.char_indices().filter(|(_, c)| c.is_alphanumeric()) {
        all += c.len_utf8();
        while covered.next_if(|range| range.end <= at).is_some() {}
        if covered.peek().is_some_and(|range| range.start <= at) {
            held += c.len_utf8();
        }
    }
    if all == 0 {
        0.0
    } else {
        held as f64 / all as f64
    }
}

fn excerpt(text: &str, start: usize, end: usize, context: usize) -> Excerpt {
    let before: Vec<char> = text[..start].chars().rev().take(context).collect();
    Excerpt {
        before: before.into_iter().rev().collect(),
        matched: text[start..end].to_owned(),
        after: text[end..].chars().take(context).collect(),
    }
}
