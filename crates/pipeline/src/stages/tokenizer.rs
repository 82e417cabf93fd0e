//! The vocabulary: learnt from the corpus and, where the recipe wants it, the conversations; or the parent model's.

use corpus::{Conversation, Split};
use ledger::{Kind, Outcome};
use tokenizer::{Fertility, Tokenizer};

use crate::run::{Run, State, Task, made};
use crate::{Error, Stage};

/// Documents that the fertility report looks at, at most.
const FERTILITY_DOCUMENTS: usize = 2000;

pub(crate) fn make(run: &mut Run<'_>, state: &mut State) -> Result<(), Error> {
    if state.parent.is_some() {
        state.tokenizer = state.parent.clone();
        return Ok(());
    }
    let corpus = made(&state.corpus).clone();
    let tune = run.recipe.tune.as_ref();
    let conversations = state.conversations.clone();
    let conversations = conversations.filter(|_| tune.is_some_and(|tune| tune.shapes_tokenizer));
    let options = run.recipe.tokenizer.clone();
    let said = conversations
        .iter()
        .map(|artefact| ("conversations", artefact));
    let task = Task {
        stage: Stage::Tokenizer,
        kind: Kind::Tokenizer,
        name: run.named("tokenizer"),
        inputs: std::iter::once(("corpus", &corpus)).chain(said).collect(),
        outside: Vec::new(),
        config: serde_json::to_value(&options).expect("options are plain data"),
        can_resume: false,
    };
    let artefact = run.make(&task, |run, draft| {
        let mut failure = None;
        let said = conversations
            .as_ref()
            .map(|artefact| corpus::conversations(&artefact.path, Split::Train))
            .transpose()?;
        let documents = corpus::documents(&corpus.path, Split::Train)?;
        let documents = documents.map(|document| document.map(|document| document.text));
        let said = said
            .into_iter()
            .flatten()
            .map(|conversation| conversation.map(transcript));
        let texts = documents.chain(said);
        let texts = texts.map_while(|text| text.map_err(|error| failure = Some(error)).ok());
        let tokenizer = Tokenizer::train(texts, &options, &mut run.report(Stage::Tokenizer));
        if let Some(error) = failure {
            return Err(error.into());
        }
        let tokenizer = tokenizer?;
        tokenizer.save(draft.path())?;
        let mut outcome = Outcome::default();
        outcome.inherit(&corpus.manifest);
        if let Some(conversations) = &conversations {
            outcome.inherit(&conversations.manifest);
        }
        outcome.metrics = serde_json::json!({
            "vocab_size": tokenizer.vocab_size(),
            "training": tokenizer.summary(),
            "fertility": fertility(&tokenizer, &corpus.path)?,
        });
        Ok(outcome)
    })?;
    state.tokenizer = Some(artefact);
    Ok(())
}

/// What is said in a conversation, a line a message.
fn transcript(conversation: Conversation) -> String {
    let said: Vec<String> = conversation
        .messages
        .into_iter()
        .map(|message| message.content)
        .collect();
    said.join("\n")
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
