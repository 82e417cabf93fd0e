//! The figures of a model, and several models side by side.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use serde::{Deserialize, Serialize};

use crate::bias::{Bias, ScoredPair};
use crate::chrf::Counts;
use crate::examine::{Evaluation, Record, Verdict};
use crate::interval::Rate;
use crate::table::Table;
use crate::{Error, Kind};

/// The form of `report.json`; another number where a reader of the old one would go wrong.
const SCHEMA: u32 = 5;

/// What the held-out tests say of a model, by language.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Report {
    pub schema: u32,
    pub model: String,
    /// The form in which it was asked: [`Form::name`](crate::Form::name).
    pub form: String,
    /// Answers that were cut off before the model had ended them.
    #[serde(default)]
    pub cut: usize,
    pub facts: BTreeMap<String, Facts>,
    pub unknown: BTreeMap<String, Unknown>,
    pub requests: BTreeMap<String, Requests>,
    /// By the language it is asked in, from which is translated.
    pub translation: BTreeMap<String, Translation>,
    pub skills: BTreeMap<String, Skills>,
    pub care: BTreeMap<String, Care>,
    pub bias: BTreeMap<String, Bias>,
}

/// Closed-book questions about facts of the training text.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Facts {
    pub right: Rate,
    /// Of the facts that were also asked for in the instruction data, and of those that were not;
    /// tests that do not say so are in neither.
    pub right_trained_as_question: Rate,
    pub right_from_text_only: Rate,
    pub verdicts: BTreeMap<Verdict, usize>,
    /// Right answers by topic, usually the relation.
    pub by_topic: BTreeMap<String, Rate>,
}

/// Questions that have no answer.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Unknown {
    pub made_up: Rate,
    /// Not the rest of `made_up`: empty replies and refusals are in neither.
    pub abstained: Rate,
    /// Made-up answers by topic: unknown of whom, or what.
    pub by_topic: BTreeMap<String, Rate>,
}

/// Unsafe requests, ordinary ones, and harmless ones in words that unsafe ones have: what a model that
/// goes by words refuses too (Röttger et al., "XSTest", 2024).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Requests {
    pub unsafe_refused: Refused,
    pub safe_refused: Refused,
    pub look_alike_refused: Refused,
    /// Safe and look-alike requests that were answered with not knowing: no refusal, no help either.
    pub safe_abstained: Rate,
}

/// How many requests were refused.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Refused {
    pub all: Rate,
    /// Of those for help with acts that the instruction data ask for too, in other words, and with
    /// other acts; tests that do not say so are in neither.
    pub trained: Rate,
    pub new: Rate,
    /// Of those that name their act with a noun, and of those written freely; they are in neither of the two above.
    pub noun: Rate,
    pub whole: Rate,
}

/// What a model does with what it knows.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Skills {
    /// Yes-no questions about facts whose answers tell what is true.
    pub checks_right: Rate,
    /// Small sums with the right result.
    pub sums_right: Rate,
    /// What was told earlier in the talk, told back when it is asked for; what was not, not known.
    #[serde(default)]
    pub recall_right: Rate,
}

/// What a model says to people who tell of danger or despair.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Care {
    /// They are sent to people who can help, the first time that they say so.
    pub danger_helped: Rate,
    /// The same when they go on about it.
    pub later_helped: Rate,
    /// What only sounds like danger is answered in that way.
    pub figure_helped: Rate,
}

/// Translations from one language.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Translation {
    pub sentences: usize,
    /// Of the whole set, 0 to 100.
    pub chrf2: f64,
}

impl Report {
    pub(crate) fn new(
        model: &str,
        form: &str,
        records: &[Record],
        counts: &BTreeMap<String, Counts>,
        pairs: &BTreeMap<String, Vec<ScoredPair>>,
    ) -> Report {
        let of = |kinds: &[Kind]| {
            let mut by_lang: BTreeMap<String, Vec<&Record>> = BTreeMap::new();
            for record in records.iter().filter(|record| kinds.contains(&record.kind)) {
                by_lang.entry(record.lang.clone()).or_default().push(record);
            }
            by_lang
        };
        Report {
            schema: SCHEMA,
            model: model.to_owned(),
            form: form.to_owned(),
            cut: records.iter().filter(|record| record.cut).count(),
            facts: of(&[Kind::Fact])
                .into_iter()
                .map(|(lang, records)| (lang, facts(&records)))
                .collect(),
            unknown: of(&[Kind::Unknown])
                .into_iter()
                .map(|(lang, records)| {
                    let made_up = rate(&records, |_| true, Verdict::MadeUp);
                    (
                        lang,
                        Unknown {
                            made_up,
                            abstained: rate(&records, |_| true, Verdict::Abstained),
                            by_topic: by_topic(&records, Verdict::MadeUp),
                        },
                    )
                })
                .collect(),
            requests: of(&[Kind::Unsafe, Kind::Safe, Kind::LookAlike])
                .into_iter()
                .map(|(lang, records)| {
                    let requests = Requests {
                        unsafe_refused: refused(&records, Kind::Unsafe),
                        safe_refused: refused(&records, Kind::Safe),
                        look_alike_refused: refused(&records, Kind::LookAlike),
                        safe_abstained: rate(
                            &records,
                            |r| matches!(r.kind, Kind::Safe | Kind::LookAlike),
                            Verdict::Abstained,
                        ),
                    };
                    (lang, requests)
                })
                .collect(),
            translation: of(&[Kind::Translation])
                .into_iter()
                .map(|(lang, records)| {
                    let chrf2 = counts.get(&lang).map_or(0.0, Counts::score);
                    (
                        lang,
                        Translation {
                            sentences: records.len(),
                            chrf2,
                        },
                    )
                })
                .collect(),
            skills: of(&[Kind::Check, Kind::Sum, Kind::Recall])
                .into_iter()
                .map(|(lang, records)| {
                    let right = |kind| rate(&records, |r| r.kind == kind, Verdict::Right);
                    let skills = Skills {
                        checks_right: right(Kind::Check),
                        sums_right: right(Kind::Sum),
                        recall_right: right(Kind::Recall),
                    };
                    (lang, skills)
                })
                .collect(),
            care: of(&[Kind::Danger, Kind::Figure])
                .into_iter()
                .map(|(lang, records)| (lang, care(&records)))
                .collect(),
            bias: pairs
                .iter()
                .map(|(lang, pairs)| (lang.clone(), Bias::of_pairs(pairs)))
                .collect(),
        }
    }
}

fn facts(records: &[&Record]) -> Facts {
    let mut verdicts = BTreeMap::new();
    for record in records {
        *verdicts.entry(record.verdict).or_default() += 1;
    }
    Facts {
        right: rate(records, |_| true, Verdict::Right),
        right_trained_as_question: rate(
            records,
            |r| r.trained_as_question == Some(true),
            Verdict::Right,
        ),
        right_from_text_only: rate(
            records,
            |r| r.trained_as_question == Some(false),
            Verdict::Right,
        ),
        verdicts,
        by_topic: by_topic(records, Verdict::Right),
    }
}

fn refused(records: &[&Record], kind: Kind) -> Refused {
    let framed = |r: &Record, trained: bool| {
        !matches!(r.about.as_deref(), Some("noun" | "whole"))
            && r.trained_as_question == Some(trained)
    };
    let of = |which: &dyn Fn(&Record) -> bool| {
        rate(records, |r| r.kind == kind && which(r), Verdict::Refused)
    };
    Refused {
        all: of(&|_| true),
        trained: of(&|r| framed(r, true)),
        new: of(&|r| framed(r, false)),
        noun: of(&|r| r.about.as_deref() == Some("noun")),
        whole: of(&|r| r.about.as_deref() == Some("whole")),
    }
}

fn care(records: &[&Record]) -> Care {
    let later = |r: &Record| r.about.as_deref() == Some("later");
    let helped = |which: &dyn Fn(&Record) -> bool| rate(records, which, Verdict::Helped);
    Care {
        danger_helped: helped(&|r| r.kind == Kind::Danger && !later(r)),
        later_helped: helped(&|r| r.kind == Kind::Danger && later(r)),
        figure_helped: helped(&|r| r.kind == Kind::Figure),
    }
}

/// The rate of a verdict by what the tests are about; tests that do not say so are left out.
fn by_topic(records: &[&Record], verdict: Verdict) -> BTreeMap<String, Rate> {
    let topics: BTreeSet<&String> = records
        .iter()
        .filter_map(|record| record.about.as_ref())
        .collect();
    topics
        .into_iter()
        .map(|topic| {
            (
                topic.clone(),
                rate(records, |r| r.about.as_ref() == Some(topic), verdict),
            )
        })
        .collect()
}

/// Among the records that `which` picks, those with the verdict.
fn rate(records: &[&Record], which: impl Fn(&Record) -> bool, verdict: Verdict) -> Rate {
    let picked = records.iter().filter(|record| which(record));
    let (count, of) = picked.fold((0, 0), |(count, of), record| {
        (count + usize::from(record.verdict == verdict), of + 1)
    });
    Rate::new(count, of)
}

impl Evaluation {
    /// Writes `report.json`, `records.jsonl` and `report.md` into `folder`, which must exist. What an earlier examination
    /// wrote there stays until the new file is whole.
    pub fn write(&self, folder: &Path) -> Result<(), Error> {
        let report =
            serde_json::to_string_pretty(&self.report).expect("a report has string keys only");
        let mut records = String::new();
        for record in &self.records {
            records += &serde_json::to_string(record).expect("a record has string keys only");
            records.push('\n');
        }
        let table = compare(std::slice::from_ref(&self.report)).markdown();
        for (name, text) in [
            ("report.json", report),
            ("records.jsonl", records),
            ("report.md", table),
        ] {
            let path = folder.join(name);
            let part = folder.join(format!("{name}.part"));
            std::fs::write(&part, text).map_err(Error::io(&part))?;
            std::fs::rename(&part, &path).map_err(Error::io(&path))?;
        }
        Ok(())
    }
}

/// Several models side by side, a row a figure: shares in per cent with their 95 % intervals.
pub fn compare(reports: &[Report]) -> Table {
    let mut rows = Rows {
        reports,
        rows: Vec::new(),
    };
    rows.rates("facts right, ", |r| &r.facts, |f| f.right);
    rows.rates(
        "  asked in training too, ",
        |r| &r.facts,
        |f| f.right_trained_as_question,
    );
    rows.rates(
        "  from text only, ",
        |r| &r.facts,
        |f| f.right_from_text_only,
    );
    rows.rates("unknown: made up, ", |r| &r.unknown, |u| u.made_up);
    rows.rates("unknown: says so, ", |r| &r.unknown, |u| u.abstained);
    rows.rates("is it so: truth told, ", |r| &r.skills, |s| s.checks_right);
    rows.rates("small sums right, ", |r| &r.skills, |s| s.sums_right);
    rows.rates(
        "told in the talk: recalled, ",
        |r| &r.skills,
        |s| s.recall_right,
    );
    rows.refused("unsafe", |q| &q.unsafe_refused);
    rows.refused("safe", |q| &q.safe_refused);
    rows.refused("look-alike", |q| &q.look_alike_refused);
    rows.rates(
        "safe or look-alike: does not know, ",
        |r| &r.requests,
        |q| q.safe_abstained,
    );
    rows.rates(
        "danger: told to seek help, ",
        |r| &r.care,
        |c| c.danger_helped,
    );
    rows.rates(
        "  when it is gone on about, ",
        |r| &r.care,
        |c| c.later_helped,
    );
    rows.rates(
        "only sounds like danger: told to seek help too, ",
        |r| &r.care,
        |c| c.figure_helped,
    );
    rows.cells(
        "translation chrF2 from ",
        |r| &r.translation,
        |t| Some(format!("{:.1} (n {})", t.chrf2, t.sentences)),
    );
    rows.rates(
        "prefers stereotype, ",
        |r| &r.bias,
        |b| b.prefers_stereotype,
    );
    rows.cells(
        "  nats a token, ",
        |r| &r.bias,
        |b| Some(format!("{:+.4}", b.mean_difference)),
    );
    let line = |first: &str, cell: fn(&Report) -> String| -> Vec<String> {
        let cells = reports.iter().map(cell);
        std::iter::once(first.to_owned()).chain(cells).collect()
    };
    let mut first = vec![line("asked in form", |r| r.form.clone())];
    if reports.iter().any(|report| report.cut > 0) {
        first.push(line("answers cut off", |r| r.cut.to_string()));
    }
    Table {
        header: line("held-out tests", |r| r.model.clone()),
        rows: first.into_iter().chain(rows.rows).collect(),
    }
}

/// The rows of a table of several models.
struct Rows<'r> {
    reports: &'r [Report],
    rows: Vec<Vec<String>>,
}

impl Rows<'_> {
    /// A row for each language of a part of the reports, with a dash where a model has no figure;
    /// none where no model has one.
    fn cells<T>(
        &mut self,
        label: &str,
        part: fn(&Report) -> &BTreeMap<String, T>,
        show: impl Fn(&T) -> Option<String>,
    ) {
        let langs: BTreeSet<&String> = self.reports.iter().flat_map(|r| part(r).keys()).collect();
        for lang in langs {
            let cells = self
                .reports
                .iter()
                .map(|r| part(r).get(lang).and_then(&show));
            let cells: Vec<Option<String>> = cells.collect();
            if cells.iter().any(Option::is_some) {
                let cells = cells
                    .into_iter()
                    .map(|cell| cell.unwrap_or_else(|| "–".to_owned()));
                let row = std::iter::once(format!("{label}{lang}")).chain(cells);
                self.rows.push(row.collect());
            }
        }
    }

    fn rates<T>(
        &mut self,
        label: &str,
        part: fn(&Report) -> &BTreeMap<String, T>,
        pick: impl Fn(&T) -> Rate,
    ) {
        self.cells(label, part, |figures| share(pick(figures)));
    }

    /// The rows of one kind of requests.
    fn refused(&mut self, kind: &str, pick: fn(&Requests) -> &Refused) {
        let mut row = |label: String, part: fn(&Refused) -> Rate| {
            self.rates(&label, |r| &r.requests, |q| part(pick(q)));
        };
        row(format!("{kind} refused, "), |refused| refused.all);
        row(format!("  {kind} acts of training, "), |refused| {
            refused.trained
        });
        row(format!("  other {kind} acts, "), |refused| refused.new);
        row(format!("  {kind} acts as nouns, "), |refused| refused.noun);
        row(format!("  {kind} in words of their own, "), |refused| {
            refused.whole
        });
    }
}

fn share(rate: Rate) -> Option<String> {
    (rate.of > 0).then(|| {
        format!(
            "{:.1} % ({:.1}–{:.1}, n {})",
            rate.share * 100.0,
            rate.low * 100.0,
            rate.high * 100.0,
            rate.of
        )
    })
}
