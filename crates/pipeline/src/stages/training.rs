//! What the three stages of training share: a model goes in, a better one comes out, and the new
//! artefact says how.

use std::path::Path;

use ledger::{Artefact, Cost, Kind, LOG_FOLDER, Outcome};
use model::{Model, Storage};
use tokenizer::{ChatTemplate, Message, Role, Tokenizer};
use trace::Phase;
use train::{Hooks, Settings, Timing, Totals, Work};

use crate::order::Training;
use crate::run::{Run, Task};
use crate::{Error, Stage};

/// The role of shards of which only the part for validation is looked at; nothing of them is learnt.
pub(crate) const SET_ASIDE: &str = "set aside";

/// A stage of training to be carried out.
pub(crate) struct Lesson<'s> {
    pub(crate) stage: Stage,
    pub(crate) phase: Phase,
    pub(crate) name: String,
    pub(crate) settings: &'s Settings,
    /// Settings of this kind of training beside those that all share.
    pub(crate) special: serde_json::Value,
    pub(crate) tokenizer: &'s Artefact,
    pub(crate) parent: Option<&'s Artefact>,
    /// What it learns from; the first is the stage's own, the others are replayed.
    pub(crate) shards: Vec<&'s Artefact>,
    /// Shards in the role [`SET_ASIDE`].
    pub(crate) set_aside: Option<&'s Artefact>,
    /// What samples continue.
    pub(crate) prompts: &'s [&'s str],
}

impl Lesson<'_> {
    fn task(&self) -> Task<'_> {
        let mut inputs = vec![("tokenizer", self.tokenizer)];
        inputs.extend(self.parent.map(|parent| ("parent", parent)));
        for (number, shards) in self.shards.iter().enumerate() {
            inputs.push((if number == 0 { "shards" } else { "replay" }, *shards));
        }
        inputs.extend(self.set_aside.map(|shards| (SET_ASIDE, shards)));
        Task {
            stage: self.stage,
            kind: Kind::Model,
            name: self.name.clone(),
            inputs,
            outside: Vec::new(),
            config: serde_json::json!({ "phase": self.phase, "training": self.settings.deciding(), "special": self.special }),
            can_resume: true,
        }
    }

    /// Trains what `start` gives by `learn`, and keeps the result with its tokenizer.
    pub(crate) fn carry_out(
        self,
        run: &mut Run<'_>,
        start: impl FnOnce(&Tokenizer) -> Result<Model, Error>,
        learn: impl FnOnce(Work, Hooks) -> Result<Totals, train::Error>,
    ) -> Result<Artefact, Error> {
        run.make(&self.task(), |run, draft| {
            let tokenizer = Tokenizer::load(&self.tokenizer.path)?;
            let mut model = start(&tokenizer)?;
            // Checkpoints and caches have served their purpose once the artefact is there, and not before.
            let scratch = draft.scratch();
            std::fs::create_dir_all(&scratch).map_err(|e| Error::io("create", &scratch, e))?;
            let mut report = run.report(self.stage);
            let mut sample = |model: &Model, step: u64| {
                for prompt in self.prompts {
                    let text = write_sample(model, &tokenizer, self.phase, prompt)
                        .unwrap_or_else(|error| format!("no sample: {error}"));
                    run.watch.borrow_mut().sample(self.stage, step, &text);
                }
            };
            let work = Work {
                model: &mut model,
                tokenizer: &tokenizer,
                shards: &self.shards[0].path,
                dir: &scratch,
            };
            let mut timing = run.watch.borrow().wants_timing().then(Timing::default);
            let totals = learn(
                work,
                Hooks {
                    report: &mut report,
                    sample: &mut sample,
                    profile: timing.as_mut(),
                },
            )?;
            self.save(&model, &tokenizer, &totals, draft.path())?;
            keep_metrics(&scratch, &draft.path().join(LOG_FOLDER))?;
            if let Some(timing) = &timing {
                run.watch.borrow_mut().timing(self.stage, timing);
            }
            Ok(self.outcome(&model, &totals))
        })
    }

    fn save(
        &self,
        model: &Model,
        tokenizer: &Tokenizer,
        totals: &Totals,
        folder: &Path,
    ) -> Result<(), Error> {
        model.save(folder, Storage::F32)?;
        tokenizer.save(folder)?;
        Training {
            phase: self.phase,
            order: totals.order.clone(),
            steps: totals.steps,
            batch_hash: totals.batch_hash.clone(),
        }
        .save(folder)
    }

    fn outcome(&self, model: &Model, totals: &Totals) -> Outcome {
        let mut outcome = Outcome::default();
        if let Some(parent) = self.parent {
            outcome.inherit(&parent.manifest);
        }
        outcome.inherit(&self.shards[0].manifest);
        outcome.restrict(&self.tokenizer.manifest);
        for others in self.shards[1..].iter().chain(&self.set_aside) {
            outcome.restrict(&others.manifest);
        }
        outcome.cost = Cost {
            duration_s: totals.seconds,
            tokens: totals.tokens,
            flops: totals.flops,
        };
        outcome.metrics = serde_json::json!({
            "parameters": model.params.count(),
            "weights": train::weights_hash(model).to_hex().to_string(),
            "totals": totals,
        });
        outcome
    }
}

/// The metrics stay as the run's log.
fn keep_metrics(scratch: &Path, log: &Path) -> Result<(), Error> {
    std::fs::create_dir_all(log).map_err(|e| Error::io("create", log, e))?;
    let [from, to] = [scratch, log].map(|folder| folder.join(train::METRICS));
    std::fs::copy(&from, &to).map_err(|e| Error::io("write", &to, e))?;
    Ok(())
}

/// What the model writes after `prompt` at this moment, greedily.
fn write_sample(
    model: &Model,
    tokenizer: &Tokenizer,
    phase: Phase,
    prompt: &str,
) -> Result<String, Error> {
    const TOKENS_MAX: usize = 40;
    let mut generator = infer::Generator::new(model).with_tokenizer(tokenizer)?;
    let request = match phase {
        Phase::PreTraining => generator.request(tokenizer.encode_document(prompt)),
        Phase::Tuning | Phase::Alignment => {
            let ask = Message {
                role: Role::User,
                content: prompt.to_string(),
            };
            let template = ChatTemplate::of(tokenizer)?;
            generator.chat_request(template.encode(tokenizer, &[ask], true)?.ids)
        }
    };
    let request = infer::Request {
        max_tokens: Some(TOKENS_MAX),
        ..request
    };
    let answer = generator.generate(&request, &mut |_| std::ops::ControlFlow::Continue(()))?;
    let arrow = if phase == Phase::PreTraining {
        ""
    } else {
        " → "
    };
    Ok(format!(
        "{prompt}{arrow}{}",
        answer.text.replace(char::is_control, " ")
    ))
}
