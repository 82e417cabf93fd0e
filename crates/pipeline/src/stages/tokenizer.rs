//! The vocabulary: learnt from the corpus and, where the recipe wants it, the conversations; or the parent model's.

use corpus::{Conversation, Document, Records, Split};
use ledger::{Kind, Outcome, Plan};
use tokenizer::{Fertility, Tokenizer};

use crate::run::{Run, State, made};
use crate::{Error, Stage};

/// Documents that the fertility report looks at, at most.
const FERTILITY_DOCUMENTS: usize = 2000;

pub(crate) fn make(run: &mut Run<'_>, state: &mut State) -> Result<(), Error> {
    if let Some(parent) = &run.recipe.parent {
        state.tokenizer = Some(run.home.find(parent)?);
        return Ok(());
    }
    let corpus = made(&state.corpus).clone();
    let shapes = run
        .recipe
        .tune
        .as_ref()
        .is_some_and(|tune| tune.shapes_tokenizer);
    let conversations = state.conversations.clone().filter(|_| shapes);
    let options = run.recipe.tokenizer.clone();
    let mut inputs = vec![corpus.input("corpus")];
    inputs.extend(
        conversations
            .iter()
            .map(|chats| chats.input("conversations")),
    );
    let plan = Plan {
        kind: Kind::Tokenizer,
        name: run.named("tokenizer"),
        inputs,
        config: serde_json::to_value(&options).unwrap_or_default(),
    };
    let artefact = run.make(Stage::Tokenizer, &plan, false, |run, folder| {
        let mut failure = None;
        let chats = conversations
            .iter()
            .map(|chats| corpus::conversations(&chats.path, Split::Train));
        let chats = chats.collect::<Result<Vec<_>, _>>()?;
        let texts = texts(corpus::documents(&corpus.path, Split::Train)?, chats);
        let texts = texts.map_while(|text| text.map_err(|error| failure = Some(error)).ok());
        let tokenizer = Tokenizer::train(texts, &options, &mut run.report(Stage::Tokenizer));
        if let Some(error) = failure {
            return Err(error.into());
        }
        let tokenizer = tokenizer?;
        tokenizer.save(folder)?;
        let mut outcome = Outcome::default();
        outcome.inherit(&corpus.manifest);
        conversations
            .iter()
            .for_each(|chats| outcome.inherit(&chats.manifest));
        outcome.metrics = serde_json::json!({
            "vocab_size": tokenizer.vocab_size(),
            "fertility": fertility(&tokenizer, &corpus.path)?,
        });
        Ok(outcome)
    })?;
    state.tokenizer = Some(artefact);
    Ok(())
}

/// Every text that the vocabulary is learnt from: documents, then what people and assistants say.
fn texts(
    documents: Records<Document>,
    conversations: Vec<Records<Conversation>>,
) -> impl Iterator<Item = Result<String, corpus::Error>> {
    let said = |conversation: Conversation| {
        conversation
            .messages
            .into_iter()
            .map(|message| Ok(message.content))
    };
    let chats = conversations.into_iter().flatten();
    let chats = chats.flat_map(move |chat| match chat {
        Ok(conversation) => said(conversation).collect::<Vec<_>>(),
        Err(error) => vec![Err(error)],
    });
    documents
        .map(|document| document.map(|document| document.text))
        .chain(chats)
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
