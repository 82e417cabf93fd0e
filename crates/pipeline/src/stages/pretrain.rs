//! Pre-training: a new model reads the corpus, or a parent reads on.

use model::Model;
use trace::Phase;

use crate::run::{Run, State, made};
use crate::stages::training::Lesson;
use crate::{Error, Stage};

pub(crate) fn make(run: &mut Run<'_>, state: &mut State) -> Result<(), Error> {
    let recipe = run.recipe;
    let parent = state.parent.as_ref();
    let special = match parent {
        Some(_) => serde_json::Value::Null,
        None => serde_json::json!({ "model": recipe.model, "seed": recipe.seed }),
    };
    let is_last = recipe.tune.is_none() && recipe.align.is_none();
    let lesson = Lesson {
        stage: Stage::Pretrain,
        phase: Phase::PreTraining,
        name: if is_last {
            recipe.name.clone()
        } else {
            run.named("base")
        },
        settings: &recipe.pretrain,
        special,
        tokenizer: made(&state.tokenizer),
        parent,
        shards: vec![made(&state.shards)],
        set_aside: None,
        prompts: &["The ", "今日は"],
    };
    let model = lesson.carry_out(
        run,
        |tokenizer| match parent {
            Some(parent) => Ok(crate::load_model(parent)?.0),
            None => {
                use tokenizer::Special;
                let mut config = recipe.model.config(tokenizer.vocab_size());
                config.bos_token_id = Some(tokenizer.special(Special::EndOfText));
                config.eos_token_ids = vec![
                    tokenizer.special(Special::End),
                    tokenizer.special(Special::EndOfText),
                ];
                config.pad_token_id = Some(tokenizer.special(Special::Pad));
                Ok(Model::new(config, recipe.seed)?)
            }
        },
        |work, hooks| train::pretrain(work, &recipe.pretrain, hooks),
    )?;
    state.models.push(model);
    Ok(())
}
