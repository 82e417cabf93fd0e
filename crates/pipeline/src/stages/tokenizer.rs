//! The vocabulary: learnt from the corpus, or the parent model's.

use corpus::Split;
use ledger::{Kind, Outcome, Plan};
use tokenizer::{Fertility, Tokenizer};

use crate::run::{Run, State, made};
use crate::{Error, Stage};

/// Documents that the fertility report looks at, at most.
const FERTILITY_DOCUMENTS: usize = 2000;

pub(crate) fn make(run: &mut Run<'_>, state: &mut State, _until: Stage) -> Result<(), Error> {
    if let Some(parent) = &run.recipe.parent {
        state.tokenizer = Some(run.home.find(parent)?);
        return Ok(());
    }
    let corpus = made(&state.corpus).clone();
    let options = run.recipe.tokenizer.clone();
    let plan = Plan {
        kind: Kind::Tokenizer,
        name: run.named("tokenizer"),
        inputs: vec![corpus.input("corpus")],
        config: serde_json::to_value(&options).unwrap_or_default(),
    };
    let artefact = run.make(Stage::Tokenizer, &plan, false, |run, folder| {
        let mut failure = None;
        let texts = corpus::documents(&corpus.path, Split::Train)?
            .map_while(|document| document.map_err(|error| failure = Some(error)).ok())
            .map(|document| document.text);
        let tokenizer = Tokenizer::train(texts, &options, &mut run.report(Stage::Tokenizer));
        if let Some(error) = failure {
            return Err(error.into());
        }
        let tokenizer = tokenizer?;
        tokenizer.save(folder)?;
        let mut outcome = Outcome::default();
        outcome.inherit(&corpus.manifest);
        outcome.metrics = serde_json::json!({
            "vocab_size": tokenizer.vocab_size(),
            "fertility": fertility(&tokenizer, &corpus.path)?,
        });
        Ok(outcome)
    })?;
    state.tokenizer = Some(artefact);
    Ok(())
}

fn fertility(tokenizer: &Tokenizer, corpus: &std::path::Path) -> Result<Fertility, Error> {
    let documents = corpus::documents(corpus, Split::Train)?
        .take(FERTILITY_DOCUMENTS)
        .collect::<Result<Vec<_>, _>>()?;
    Ok(Fertility::measure(
        tokenizer,
        documents.iter().map(|d| (&d.lang, &d.text)),
    ))
}
