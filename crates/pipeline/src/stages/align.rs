//! Alignment: of two answers, the model learns to prefer the better.

use ::corpus::Preference;
use ledger::{Kind, Use};
use trace::Phase;

use crate::run::{Run, State, made};
use crate::stages::corpus::{self, Gathering};
use crate::stages::shards;
use crate::stages::training::Lesson;
use crate::{Error, Stage};

/// The pairs, as far as the licence gate lets them through.
pub(crate) fn gather(run: &mut Run<'_>, state: &mut State) -> Result<(), Error> {
    let Some(align) = run.preferences_wanted() else {
        return Ok(());
    };
    let gathering = Gathering {
        stage: Stage::Preferences,
        kind: Kind::Examples,
        name: run.named("pairs"),
        file: "preference.jsonl",
        sources: align.sources.clone(),
        r#use: Use::Tune,
    };
    state.preferences = Some(corpus::gather::<Preference>(run, state, gathering)?);
    Ok(())
}

/// The pairs as tokens, before any training: each must fit the context, or be left out.
pub(crate) fn encode(run: &mut Run<'_>, state: &mut State) -> Result<(), Error> {
    let Some(align) = &run.recipe.align else {
        return Ok(());
    };
    let shards = shards::preferences(run, state, made(&state.preferences))?;
    train::check_pairs(&shards.path, &align.training, align.too_long)
        .map_err(|error| run.at_key(error, "align.too_long"))?;
    state.pair_shards = Some(shards);
    Ok(())
}

pub(crate) fn make(run: &mut Run<'_>, state: &mut State) -> Result<(), Error> {
    let recipe = run.recipe;
    let Some(align) = &recipe.align else {
        return Ok(());
    };
    let lesson = Lesson {
        stage: Stage::Align,
        phase: Phase::Alignment,
        name: recipe.name.clone(),
        settings: &align.training,
        special: serde_json::json!({ "dpo": align.dpo, "too_long": align.too_long }),
        tokenizer: made(&state.tokenizer),
        parent: Some(state.model()),
        shards: vec![made(&state.pair_shards)],
        prompts: &["Hello!", "こんにちは。"],
    };
    let model = lesson.carry_out(
        run,
        |_| Ok(crate::load_model(state.model())?.0),
        |work, hooks| train::align(work, &align.training, align.dpo, align.too_long, hooks),
    )?;
    state.models.push(model);
    Ok(())
}
