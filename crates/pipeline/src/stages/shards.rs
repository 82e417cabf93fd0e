//! Records as tokens.

use std::path::Path;

use corpus::{Record, Split};
use ledger::{Artefact, Cost, Kind, Outcome, Report};
use tokenizer::{ChatTemplate, Tokenizer};
use train::shards::{Table, Written};

use crate::run::{Run, State, Task, made};
use crate::{Error, Stage};

/// 2: tables of documents keep author, attribution, site and date; 3: those of conversations and pairs, too, with URL and title.
const FORMAT: u64 = 3;

/// Whether the table tells who wrote the texts, if those say so.
pub(crate) fn keep_authors(shards: &Artefact, table: &Table) -> bool {
    let format = shards.manifest.config["format"].as_u64();
    format >= Some(if table.is_masked() { 3 } else { 2 })
}

pub(crate) fn make(run: &mut Run<'_>, state: &mut State) -> Result<(), Error> {
    let name = run.named("shards");
    let shards = encode(
        run,
        state,
        Stage::Shards,
        name,
        made(&state.corpus),
        |records, tokenizer, to, split, report| {
            train::encode_documents(records, tokenizer, to, split, report)
        },
    )?;
    state.shards = Some(shards);
    Ok(())
}

pub(crate) fn conversations(
    run: &mut Run<'_>,
    state: &State,
    records: &Artefact,
) -> Result<Artefact, Error> {
    let name = run.named("chat-shards");
    encode(
        run,
        state,
        Stage::Tune,
        name,
        records,
        |records, tokenizer, to, split, report| {
            train::encode_conversations(
                records,
                tokenizer,
                &ChatTemplate::of(tokenizer)?,
                to,
                split,
                report,
            )
        },
    )
}

pub(crate) fn preferences(
    run: &mut Run<'_>,
    state: &State,
    records: &Artefact,
) -> Result<Artefact, Error> {
    let name = run.named("pair-shards");
    encode(
        run,
        state,
        Stage::Align,
        name,
        records,
        |records, tokenizer, to, split, report| {
            train::encode_preferences(
                records,
                tokenizer,
                &ChatTemplate::of(tokenizer)?,
                to,
                split,
                report,
            )
        },
    )
}

/// Both splits of `records` through `write`.
fn encode<R: Record>(
    run: &mut Run<'_>,
    state: &State,
    stage: Stage,
    name: String,
    records: &Artefact,
    write: impl Fn(corpus::Records<R>, &Tokenizer, &Path, &str, Report) -> Result<Written, train::Error>,
) -> Result<Artefact, Error> {
    let tokenizer = made(&state.tokenizer);
    let task = Task {
        stage,
        kind: Kind::Shards,
        name,
        inputs: vec![("text", records), ("tokenizer", tokenizer)],
        outside: Vec::new(),
        config: serde_json::json!({ "format": FORMAT }),
        can_resume: false,
    };
    run.make(&task, |run, draft| {
        let tokenizer = Tokenizer::load(&tokenizer.path)?;
        let mut outcome = Outcome::default();
        outcome.inherit(&records.manifest);
        let mut splits = serde_json::Map::new();
        for (split, name) in [(Split::Train, train::TRAIN), (Split::Valid, train::VALID)] {
            let all = corpus::records::<R>(&records.path, split)?;
            let written = write(all, &tokenizer, draft.path(), name, &mut run.report(stage))?;
            outcome.cost = Cost { tokens: outcome.cost.tokens + written.tokens, ..Cost::default() };
            let figures = serde_json::json!({
                "documents": written.documents, "tokens": written.tokens, "text_bytes": written.text_bytes,
            });
            splits.insert(name.to_string(), figures);
        }
        outcome.metrics = splits.into();
        Ok(outcome)
    })
}
