//! Alignment: of two answers, the model learns to prefer the better.

use ::corpus::Preference;
use ledger::{Kind, Use};
use tokenizer::Tokenizer;
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
    if !align.borders.is_empty() {
        let tokenizer = Tokenizer::load(&made(&state.tokenizer).path)?;
        let chats = &made(&state.chat_shards).path;
        train::check_borders(chats, &tokenizer, &align.training, &align.borders)?;
    }
    Ok(())
}

pub(crate) fn make(run: &mut Run<'_>, state: &mut State) -> Result<(), Error> {
    let recipe = run.recipe;
    let Some(align) = &recipe.align else {
        return Ok(());
    };
    let set_aside = (!align.borders.is_empty()).then(|| made(&state.chat_shards));
    let mut special = serde_json::json!({ "dpo": align.dpo, "too_long": align.too_long });
    if set_aside.is_some() {
        // 1: the version of the method.
        special["borders"] = serde_json::json!({ "form": 1, "between": align.borders });
    }
    let lesson = Lesson {
        stage: Stage::Align,
        phase: Phase::Alignment,
        name: recipe.name.clone(),
        settings: &align.training,
        special,
        tokenizer: made(&state.tokenizer),
        parent: Some(state.model()),
        shards: vec![made(&state.pair_shards)],
        set_aside,
        prompts: &["Hello!", "こんにちは。"],
    };
    let model = lesson.carry_out(
        run,
        |_| Ok(crate::load_model(state.model())?.0),
        |work, hooks| {
            let borders = set_aside.map(|chats| (align.borders.as_slice(), chats.path.as_path()));
            let (settings, dpo, too_long) = (&align.training, align.dpo, align.too_long);
            train::align(work, settings, dpo, too_long, borders, hooks)
        },
    )?;
    state.models.push(model);
    Ok(())
}
