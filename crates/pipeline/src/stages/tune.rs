//! Instruction tuning: the model learns to answer.

use ::corpus::Conversation;
use ledger::{Kind, Use};
use trace::Phase;

use crate::run::{Run, State, made};
use crate::stages::corpus::{self, Gathering};
use crate::stages::shards;
use crate::stages::training::Lesson;
use crate::{Error, Stage};

/// The conversations, as far as the licence gate lets them through.
pub(crate) fn gather(run: &mut Run<'_>, state: &mut State) -> Result<(), Error> {
    let Some(tune) = run.conversations_wanted() else {
        return Ok(());
    };
    let gathering = Gathering {
        stage: Stage::Conversations,
        kind: Kind::Examples,
        name: run.named("chats"),
        file: "instruct.jsonl",
        sources: tune.sources.clone(),
        r#use: Use::Tune,
    };
    state.conversations = Some(corpus::gather::<Conversation>(run, state, gathering)?);
    Ok(())
}

/// The conversations as tokens, before any training: each must fit the context, or be left out.
pub(crate) fn encode(run: &mut Run<'_>, state: &mut State) -> Result<(), Error> {
    let Some(tune) = &run.recipe.tune else {
        return Ok(());
    };
    let shards = shards::conversations(run, state, made(&state.conversations))?;
    train::check_conversations(&shards.path, &tune.training, tune.tuning.too_long)
        .map_err(|error| run.at_key(error, "tune.tuning.too_long"))?;
    state.chat_shards = Some(shards);
    Ok(())
}

pub(crate) fn make(run: &mut Run<'_>, state: &mut State) -> Result<(), Error> {
    let recipe = run.recipe;
    let Some(tune) = &recipe.tune else {
        return Ok(());
    };
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
        shards: std::iter::once(made(&state.chat_shards))
            .chain(replay)
            .collect(),
        set_aside: None,
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
