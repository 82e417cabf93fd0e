//! Walking through a recipe's stages.

use std::cell::RefCell;
use std::time::Instant;

use ledger::{Artefact, Draft, Home, Input, Kind, Outcome, Plan, Progress};
use train::Timing;

use crate::recipe::{AlignSettings, TuneSettings};
use crate::{Error, Recipe, stages};

/// The stages, in the order in which a recipe goes through them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Stage {
    World,
    Corpus,
    Conversations,
    Preferences,
    Tokenizer,
    Shards,
    Pretrain,
    Tune,
    Align,
    Index,
    Evaluate,
}

impl Stage {
    /// A word for progress lines and summaries.
    pub fn name(self) -> &'static str {
        match self {
            Stage::World => "world",
            Stage::Corpus => "corpus",
            Stage::Conversations => "chats",
            Stage::Preferences => "pairs",
            Stage::Tokenizer => "tokenizer",
            Stage::Shards => "shards",
            Stage::Pretrain => "pretrain",
            Stage::Tune => "tune",
            Stage::Align => "align",
            Stage::Index => "index",
            Stage::Evaluate => "evaluate",
        }
    }
}

/// Who follows a run. Libraries tell, only the binary draws.
pub trait Watch {
    /// A stage begins; `is_up_to_date` if its artefact is there already and nothing will be done.
    fn begin(&mut self, stage: Stage, id: &str, is_up_to_date: bool);
    fn progress(&mut self, stage: Stage, progress: Progress<'_>);
    /// What the model in training writes at the moment.
    fn sample(&mut self, stage: Stage, step: u64, text: &str);
    fn end(&mut self, stage: Stage, artefact: &Artefact);
    /// Whether to find out where the time of training steps goes.
    fn wants_timing(&self) -> bool {
        false
    }
    /// Where it went, if wanted.
    fn timing(&mut self, _stage: Stage, _timing: &Timing) {}
}

/// A stage's result.
#[derive(Clone, Debug)]
pub struct Made {
    pub stage: Stage,
    pub artefact: Artefact,
    pub was_up_to_date: bool,
}

/// What instruction tuning works on.
#[derive(Clone, Debug)]
pub struct Prepared {
    /// Its folder holds the tokenizer.
    pub tokenizer: Artefact,
    /// Its folder holds the conversations.
    pub records: Artefact,
}

/// What a stage is to make, and of what.
pub(crate) struct Task<'t> {
    pub(crate) stage: Stage,
    pub(crate) kind: Kind,
    pub(crate) name: String,
    /// By their roles, in the order in which they are used.
    pub(crate) inputs: Vec<(&'t str, &'t Artefact)>,
    /// What lies outside of the home.
    pub(crate) outside: Vec<Input>,
    /// Every setting that has an influence on the result, and nothing else.
    pub(crate) config: serde_json::Value,
    /// Whether a draft that a killed run left behind can be gone on with.
    pub(crate) can_resume: bool,
}

impl Task<'_> {
    fn plan(&self) -> Plan {
        let inputs = self
            .inputs
            .iter()
            .map(|(role, artefact)| artefact.input(role));
        Plan {
            kind: self.kind,
            name: self.name.clone(),
            inputs: inputs.chain(self.outside.iter().cloned()).collect(),
            config: self.config.clone(),
        }
    }
}

/// A recipe being carried out.
pub struct Run<'a> {
    pub(crate) recipe: &'a Recipe,
    pub(crate) home: &'a Home,
    pub(crate) watch: RefCell<&'a mut dyn Watch>,
    /// The last stage that is asked for.
    goal: Stage,
    made: Vec<Made>,
}

impl<'a> Run<'a> {
    pub fn new(recipe: &'a Recipe, home: &'a Home, watch: &'a mut dyn Watch) -> Self {
        Self {
            recipe,
            home,
            watch: RefCell::new(watch),
            goal: Stage::Evaluate,
            made: Vec::new(),
        }
    }

    /// Goes through the stages up to and including `until`.
    ///
    /// # Errors
    /// What a stage runs into. Finished stages stay; one of training that failed leaves a draft from which it goes on the
    /// next time.
    pub fn to(mut self, until: Stage) -> Result<Vec<Made>, Error> {
        // All text is gathered and encoded, and its licences and lengths looked at, before the first step of training.
        let steps: [(Stage, Step); 10] = [
            (Stage::Corpus, stages::corpus::make),
            (Stage::Conversations, stages::tune::gather),
            (Stage::Preferences, stages::align::gather),
            (Stage::Tokenizer, stages::tokenizer::make),
            (Stage::Shards, stages::shards::make),
            (Stage::Tune, stages::tune::encode),
            (Stage::Align, stages::align::encode),
            (Stage::Pretrain, stages::pretrain::make),
            (Stage::Tune, stages::tune::make),
            (Stage::Align, stages::align::make),
        ];
        match until {
            Stage::Tune if self.recipe.tune.is_none() => {
                return Err(self
                    .refuse("there is no [tune], so nothing would be tuned: add a [tune] table"));
            }
            Stage::Align if self.recipe.align.is_none() => {
                return Err(self.refuse(
                    "there is no [align], so nothing would be aligned: add an [align] table",
                ));
            }
            _ => {}
        }
        self.goal = until;
        let mut state = self.start()?;
        for (_, step) in steps.into_iter().filter(|(stage, _)| *stage <= until) {
            step(&mut self, &mut state)?;
        }
        if until >= Stage::Index {
            stages::index::make(&mut self, &state)?;
        }
        // The tests of a world are questions: for models that have learnt to answer.
        if until >= Stage::Evaluate && state.world.is_some() && self.recipe.tune.is_some() {
            stages::evaluate::make(&mut self, &state)?;
        }
        Ok(self.made)
    }

    /// Goes as far as the conversations for instruction tuning, to look at them.
    ///
    /// # Errors
    /// As [`Run::to`].
    pub fn conversations(mut self) -> Result<Prepared, Error> {
        if self.recipe.tune.is_none() {
            return Err(
                self.refuse("there is no [tune], and so no conversations: add a [tune] table")
            );
        }
        self.goal = Stage::Tune;
        let mut state = self.start()?;
        stages::corpus::make(&mut self, &mut state)?;
        stages::tune::gather(&mut self, &mut state)?;
        stages::tokenizer::make(&mut self, &mut state)?;
        Ok(Prepared {
            tokenizer: made(&state.tokenizer).clone(),
            records: made(&state.conversations).clone(),
        })
    }

    /// The first stage, after a look at whether there will be text for the later ones.
    fn start(&mut self) -> Result<State, Error> {
        let no_world = self.recipe.world.is_none();
        let of_tuning = self.conversations_wanted().map(|tune| &tune.sources);
        if no_world && of_tuning.is_some_and(Vec::is_empty) {
            return Err(self.refuse(
                "[tune] has no conversations: give --instruct, add `tune.sources`, leave [tune] out, or end before it with `gensen train`",
            ));
        }
        let of_alignment = self.preferences_wanted().map(|align| &align.sources);
        if no_world && of_alignment.is_some_and(Vec::is_empty) {
            return Err(self.refuse(
                "[align] has no pairs: give --preference, add `align.sources`, or leave [align] out",
            ));
        }
        let parent = self.recipe.parent.as_ref();
        let parent = parent.map(|name| self.home.find(name)).transpose()?;
        if let Some(parent) = &parent {
            stages::must_be_model(parent)?;
            let context = model::read_config(&parent.path)?.context;
            let checked = self.recipe.check_contexts(context);
            checked.map_err(|problem| self.refuse(&problem))?;
        }
        let world = self
            .recipe
            .world
            .is_some()
            .then(|| stages::world::make(self))
            .transpose()?;
        Ok(State {
            world,
            parent,
            ..State::default()
        })
    }

    /// What the recipe says of tuning, if the run needs conversations to come to its goal.
    pub(crate) fn conversations_wanted(&self) -> Option<&'a TuneSettings> {
        let is_wanted = |tune: &&TuneSettings| {
            self.goal >= Stage::Tune || (tune.shapes_tokenizer && self.goal >= Stage::Tokenizer)
        };
        self.recipe.tune.as_ref().filter(is_wanted)
    }

    /// What it says of alignment, if the run needs preference pairs.
    pub(crate) fn preferences_wanted(&self) -> Option<&'a AlignSettings> {
        self.recipe
            .align
            .as_ref()
            .filter(|_| self.goal >= Stage::Align)
    }

    /// Training's refusal of examples that are too long, with the recipe's key that would let it leave them out.
    pub(crate) fn at_key(&self, error: train::Error, key: &str) -> Error {
        match error {
            train::Error::TooLong { .. } => self.refuse(&format!("{error} (the key is `{key}`)")),
            error => error.into(),
        }
    }

    fn refuse(&self, problem: &str) -> Error {
        Error::Unfit {
            what: format!("recipe `{}`", self.recipe.name),
            problem: problem.to_string(),
        }
    }

    /// The artefact of a task: the one that is there, or what `build` writes into its draft. Whatever it is made of is
    /// verified before that, so that nothing damaged, and nothing that no gate has seen, gets any further.
    pub(crate) fn make(
        &mut self,
        task: &Task<'_>,
        build: impl FnOnce(&Run<'_>, &Draft) -> Result<Outcome, Error>,
    ) -> Result<Artefact, Error> {
        let plan = task.plan();
        let existing = self.home.existing(&plan)?;
        let was_up_to_date = existing.is_some();
        self.watch
            .get_mut()
            .begin(task.stage, &plan.id(), was_up_to_date);
        let artefact = match existing {
            Some(artefact) => artefact,
            None => self.build(task, &plan, build)?,
        };
        self.watch.get_mut().end(task.stage, &artefact);
        self.made.push(Made {
            stage: task.stage,
            artefact: artefact.clone(),
            was_up_to_date,
        });
        Ok(artefact)
    }

    fn build(
        &self,
        task: &Task<'_>,
        plan: &Plan,
        build: impl FnOnce(&Run<'_>, &Draft) -> Result<Outcome, Error>,
    ) -> Result<Artefact, Error> {
        let started = Instant::now();
        task.inputs
            .iter()
            .try_for_each(|(_, artefact)| artefact.verify())?;
        let left_behind = match task.can_resume {
            true => self.home.resume(plan)?,
            false => None,
        };
        let draft = match left_behind {
            Some(draft) => draft,
            None => self.home.draft(plan)?,
        };
        // Another run may have made it before this one got the draft.
        if let Some(made) = self.home.existing(plan)? {
            draft.discard()?;
            return Ok(made);
        }
        let mut outcome = match build(self, &draft) {
            // Nothing would go on from it.
            Err(error) if !task.can_resume => {
                let _ = draft.discard();
                return Err(error);
            }
            built => built?,
        };
        if outcome.cost.duration_s == 0.0 {
            outcome.cost.duration_s = started.elapsed().as_secs_f64();
        }
        Ok(draft.commit(outcome)?)
    }

    /// Passes a library's progress on to whoever watches.
    pub(crate) fn report(&self, stage: Stage) -> impl FnMut(Progress) {
        move |progress| self.watch.borrow_mut().progress(stage, progress)
    }

    pub(crate) fn named(&self, suffix: &str) -> String {
        format!("{}-{suffix}", self.recipe.name)
    }
}

type Step = fn(&mut Run<'_>, &mut State) -> Result<(), Error>;

/// What the stages hand on to each other.
#[derive(Default)]
pub(crate) struct State {
    pub(crate) world: Option<Artefact>,
    /// The model that pre-training goes on from, looked up once: another may get its name meanwhile.
    pub(crate) parent: Option<Artefact>,
    pub(crate) corpus: Option<Artefact>,
    /// For tuning, if the recipe tunes.
    pub(crate) conversations: Option<Artefact>,
    /// For alignment, if the recipe aligns.
    pub(crate) preferences: Option<Artefact>,
    /// The artefact whose folder holds the tokenizer: one of its own, or the parent model.
    pub(crate) tokenizer: Option<Artefact>,
    pub(crate) shards: Option<Artefact>,
    /// The conversations and the pairs as tokens, as far as they are wanted.
    pub(crate) chat_shards: Option<Artefact>,
    pub(crate) pair_shards: Option<Artefact>,
    /// Base, tuned, aligned: as far as they have been made.
    pub(crate) models: Vec<Artefact>,
}

impl State {
    pub(crate) fn model(&self) -> &Artefact {
        self.models.last().expect("pre-training comes first")
    }
}

/// An artefact that an earlier stage has made; the order of the stages sees to it.
pub(crate) fn made(artefact: &Option<Artefact>) -> &Artefact {
    artefact.as_ref().expect("stages run in their order")
}
