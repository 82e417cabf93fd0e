//! Text for pre-training: read, gated, deduplicated, split.

use corpus::{Document, Gate, Record, Source};
use ledger::{Artefact, Input, Kind, Policy, Use};

use crate::recipe::WorldDocuments;
use crate::run::{Run, State, Task};
use crate::{Error, Stage};

/// 2: a licence is found under both of its spellings; 3: conversations and pairs keep all that documents do: author,
/// attribution, URL and the like.
const FORMAT: u64 = 3;

/// Whether records tell who wrote them, if their sources say so.
pub(crate) fn keep_authors(texts: &Artefact) -> bool {
    let format = texts.manifest.config["format"].as_u64();
    texts.manifest.kind == Kind::Corpus || format >= Some(3)
}

pub(crate) fn make(run: &mut Run<'_>, state: &mut State) -> Result<(), Error> {
    let file = match run.recipe.world.as_ref().map(|world| world.documents) {
        Some(WorldDocuments::Clinic) => "clinic.jsonl",
        _ => "documents.jsonl",
    };
    let sources = run.recipe.corpus.sources.clone();
    let name = run.named("corpus");
    let corpus = gather::<Document>(
        run,
        state,
        Gathering {
            stage: Stage::Corpus,
            kind: Kind::Corpus,
            name,
            file,
            sources,
            r#use: Use::Train,
        },
    )?;
    state.corpus = Some(corpus);
    Ok(())
}

/// What is to be gathered, and for what.
pub(crate) struct Gathering {
    pub(crate) stage: Stage,
    pub(crate) kind: Kind,
    pub(crate) name: String,
    /// The world's file of such records.
    pub(crate) file: &'static str,
    pub(crate) sources: Vec<Source>,
    pub(crate) r#use: Use,
}

/// Reads the world's records and those of the sources, of whichever kind.
pub(crate) fn gather<R: Record>(
    run: &mut Run<'_>,
    state: &State,
    gathering: Gathering,
) -> Result<Artefact, Error> {
    let Gathering {
        stage,
        kind,
        name,
        file,
        mut sources,
        r#use,
    } = gathering;
    let mut outside = Vec::new();
    for source in &sources {
        // What is wrong with a source is told before anything is begun.
        corpus::read::<R>(source)?;
        outside.push(Input::outside(
            "source",
            &source.path,
            source.content::<R>()?,
        ));
    }
    let stated: Vec<serde_json::Value> = sources.iter().map(without_path).collect();
    let contents = outside.iter().map(|input| input.content.clone());
    let as_found: Vec<(Source, String)> = sources.iter().cloned().zip(contents).collect();
    if let Some(world) = &state.world {
        sources.insert(
            0,
            Source {
                source: Some(world.manifest.name.clone()),
                ..Source::new(world.path.join(file))
            },
        );
    }
    // A short document teaches little; an answer may be short.
    let chars_min = match kind {
        Kind::Corpus => run.recipe.corpus.options.chars_min,
        _ => 1,
    };
    let options = corpus::Options {
        chars_min,
        ..run.recipe.corpus.options.clone()
    };
    let scope = run.recipe.scope;
    let task = Task {
        stage,
        kind,
        name,
        inputs: state.world.iter().map(|world| ("world", world)).collect(),
        outside,
        config: serde_json::json!({ "format": FORMAT, "scope": scope, "use": r#use, "world_file": file, "sources": stated, "options": options }),
        can_resume: false,
    };
    run.make(&task, |run, draft| {
        let gate = Gate {
            policy: Policy::for_scope(scope),
            r#use,
        };
        let summary = corpus::build::<R>(
            &sources,
            &gate,
            &options,
            draft.path(),
            &mut run.report(stage),
        )?;
        for (source, content) in &as_found {
            if source.content::<R>()? != *content {
                return Err(Error::Unfit {
                    what: source.path.display().to_string(),
                    problem: "it was changed while it was read; run again".to_string(),
                });
            }
        }
        // What a recipe declares to stay in the house stays there, whatever its texts would permit.
        let mut outcome = summary.outcome();
        outcome.scope = outcome.scope.combine(scope);
        Ok(outcome)
    })
}

/// A source's settings as part of a plan: where its files lie has no influence on the result.
fn without_path(source: &Source) -> serde_json::Value {
    let named = Source {
        path: source.label().into(),
        ..source.clone()
    };
    serde_json::to_value(named).expect("only a path can be what JSON is not, and this one is text")
}
