//! Instruction tuning: the model learns to answer.

use corpus::Conversation;
use ledger::{Artefact, Kind, Use};
use trace::Phase;

use crate::run::{Run, State, made};
use crate::stages::corpus::{Gathering, gather};
use crate::stages::shards;
use crate::stages::training::Lesson;
use crate::{Error, Stage};

pub(crate) fn make(run: &mut Run<'_>, state: &mut State, until: Stage) -> Result<(), Error> {
    let recipe = run.recipe;
    let Some(tune) = &recipe.tune else {
        return Ok(());
    };
    let records = records(run, state)?;
    let chats = shards::conversations(run, state, &records)?;
    if until < Stage::Tune {
        return Ok(());
    }
    let replay = (tune.tuning.replay > 0.0).then(|| made(&state.shards));
    let lesson = Lesson {
        stage: Stage::Tune,
        phase: Phase::Tuning,
        name: if recipe.align.is_none() {
            recipe.name.clone()
        } else {
            run.named("tuned")
        },
        settings: &tune.training,
        special: serde_json::json!({ "tuning": tune.tuning }),
        tokenizer: made(&state.tokenizer),
        parent: Some(state.model()),
        shards: std::iter::once(&chats).chain(replay).collect(),
        prompts: &["Hello!", "こんにちは。"],
    };
    let model = lesson.carry_out(
        run,
        |_| Ok(crate::load_model(state.model())?.0),
        |work, hooks| {
            train::tune(
                work,
                &tune.training,
                tune.tuning,
                replay.map(|shards| shards.path.as_path()),
                hooks,
            )
        },
    )?;
    state.models.push(model);
    Ok(())
}

/// The conversations, as far as the licence gate lets them through.
pub(crate) fn records(run: &mut Run<'_>, state: &State) -> Result<Artefact, Error> {
    let gathering = Gathering {
        stage: Stage::Conversations,
        kind: Kind::Examples,
        name: run.named("chats"),
        file: "instruct.jsonl",
        sources: run
            .recipe
            .tune
            .as_ref()
            .map(|tune| tune.sources.clone())
            .unwrap_or_default(),
        r#use: Use::Tune,
    };
    gather::<Conversation>(run, state, gathering)
}
