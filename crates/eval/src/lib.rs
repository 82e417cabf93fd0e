//! Examines a model with held-out tests: what it knows, what it makes up, what it refuses, how it
//! translates and adds up, what it prefers.
//!
//! Knows nothing of models: a [`Subject`] is anything that answers prompts and scores texts.
//!
//! ```
//! use eval::{Answer, Detectors, Examination, Form, Heldout, Prompt, Score, Subject, SubjectError, Values};
//!
//! struct Parrot;
//! impl Subject for Parrot {
//!     fn answer(&mut self, prompts: &[Prompt]) -> Result<Vec<Answer>, SubjectError> {
//!         Ok(prompts.iter().map(|_| "Mika is a baker.".to_owned().into()).collect())
//!     }
//!     fn score(&mut self, texts: &[&str]) -> Result<Vec<Score>, SubjectError> {
//!         Ok(texts.iter().map(|t| Score { log_prob: -(t.len() as f64), tokens: t.len() }).collect())
//!     }
//! }
//!
//! let folder = tempfile::tempdir()?;
//! std::fs::write(folder.path().join("facts.jsonl"), r#"{"id":"1","lang":"en","kind":"fact","fact":"mika/job",
//!     "prompt":[{"role":"user","content":"What does Mika do?"}],"answers":["baker"]}"#.replace('\n', " "))?;
//! let heldout = Heldout::read(folder.path())?;
//! let values = Values::of_questions(&heldout.questions);
//! let examination = Examination { model: "parrot", form: &Form::Chat, heldout: &heldout, values: &values, detectors: Detectors::default(), batch: 8 };
//! let evaluation = examination.run(&mut Parrot, &mut ledger::silent())?;
//! assert_eq!(evaluation.report.facts["en"].right.share, 1.0);
//! println!("{}", eval::compare(&[evaluation.report]).text());
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

pub mod bias;
pub mod chrf;
pub mod closed_book;
mod denial;
mod error;
mod examine;
mod form;
mod heldout;
pub mod interval;
mod lines;
mod number;
mod report;
mod subject;
mod table;

pub use closed_book::Values;
pub use error::Error;
pub use examine::{Detectors, Evaluation, Examination, Record, Verdict};
pub use form::{Form, Shot, Shots};
pub use heldout::{Heldout, Kind, Pair, Question};
pub use report::{Facts, Refused, Report, Requests, Translation, Unknown, compare};
pub use subject::{Answer, Prompt, Score, Subject, SubjectError};
pub use table::Table;
