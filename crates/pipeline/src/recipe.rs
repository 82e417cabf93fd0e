//! A recipe: one TOML file that says how one model comes to be.

use std::path::{Path, PathBuf};

use corpus::Source;
use ledger::{Policy, Scope, Use};
use model::{Config, Mlp};
use serde::{Deserialize, Serialize};
use tokenizer::TrainOptions;
use toml::{Table, Value};
use train::{Border, DpoSettings, Settings, TooLong, TuningSettings};

use crate::{Error, overrides};

/// Everything that decides about a model, from its text to its manners.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Recipe {
    /// The final model gets this name, what leads to it `NAME-base`, `NAME-corpus` and so on.
    pub name: String,
    /// Every random choice follows from it; stages may have a `seed` of their own.
    #[serde(default)]
    pub seed: u64,
    /// Who the model is for, which decides about the licences that may enter.
    #[serde(default)]
    pub scope: Scope,
    /// A model to continue from, with its tokenizer, instead of a new one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub parent: Option<String>,
    /// Write a starter world of this size and use its text, examples and tests.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub world: Option<WorldSettings>,
    #[serde(default)]
    pub corpus: CorpusSettings,
    #[serde(default)]
    pub tokenizer: TrainOptions,
    #[serde(default)]
    pub model: ModelSettings,
    #[serde(default)]
    pub pretrain: Settings,
    /// Instruction tuning; without it the base model is the final one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tune: Option<TuneSettings>,
    /// Alignment by direct preference optimisation.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub align: Option<AlignSettings>,
}

/// The starter world.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WorldSettings {
    /// Size of its public documents.
    pub megabytes: f64,
    /// Which of its documents the model reads: the public web, or the confidential clinic notes.
    #[serde(default)]
    pub documents: WorldDocuments,
    #[serde(default)]
    pub seed: u64,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum WorldDocuments {
    #[default]
    Web,
    Clinic,
}

/// The text for pre-training.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct CorpusSettings {
    /// Files and folders of text, beside the world if there is one.
    pub sources: Vec<Source>,
    /// For conversations and pairs too, but for `chars_min`: an answer may be short.
    pub options: corpus::Options,
}

/// Which family of decoders.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Family {
    /// LayerNorm, GELU, learned positions, biases.
    Gpt2,
    /// RMSNorm, RoPE, SwiGLU.
    Llama,
    /// Llama with RMSNorm on queries and keys.
    Qwen3,
}

/// The shape of a new model.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct ModelSettings {
    pub family: Family,
    pub width: usize,
    pub layers: usize,
    pub heads: usize,
    /// Absent: as many as `heads`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kv_heads: Option<usize>,
    /// Absent: the family's usual multiple of `width`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub mlp_width: Option<usize>,
    /// The longest conversation, in tokens.
    pub context: usize,
    /// ReLU² in place of the family's activation.
    pub relu2: bool,
    pub zero_init: bool,
    pub tied_head: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub logit_softcap: Option<f32>,
    /// Absent: 10,000. Only for rotary positions.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rope_theta: Option<f32>,
}

impl Default for ModelSettings {
    fn default() -> Self {
        Self {
            family: Family::Qwen3,
            width: 384,
            layers: 6,
            heads: 6,
            kv_heads: None,
            mlp_width: None,
            context: 512,
            relu2: false,
            zero_init: true,
            tied_head: true,
            logit_softcap: None,
            rope_theta: None,
        }
    }
}

impl ModelSettings {
    /// The configuration of a model with this shape and a vocabulary of `vocab_size`.
    pub fn config(&self, vocab_size: usize) -> Config {
        let make = match self.family {
            Family::Gpt2 => Config::gpt2,
            Family::Llama => Config::llama,
            Family::Qwen3 => Config::qwen3,
        };
        let mut config = make(
            vocab_size,
            self.context,
            self.width,
            self.layers,
            self.heads,
        );
        config.kv_heads = self.kv_heads.unwrap_or(self.heads);
        config.mlp_width = self.mlp_width.unwrap_or(config.mlp_width);
        config.zero_init = self.zero_init;
        config.tied_head = self.tied_head;
        config.logit_softcap = self.logit_softcap;
        if let (model::Positions::Rotary { theta }, Some(wanted)) =
            (&mut config.positions, self.rope_theta)
        {
            *theta = wanted;
        }
        config.mlp = match (config.mlp, self.relu2) {
            (Mlp::Gelu, true) => Mlp::Relu2,
            (Mlp::SwiGlu, true) => Mlp::Relu2Glu,
            (mlp, _) => mlp,
        };
        config
    }
}

/// Instruction tuning.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TuneSettings {
    /// Conversations, beside those of the world if there is one.
    #[serde(default)]
    pub sources: Vec<Source>,
    /// Whether the tokenizer learns from the conversations too. Their words are then as short in tokens as those of the
    /// documents, but other conversations make another tokenizer, and so another base model. The
    /// licence gate lets them in for tuning, here too.
    #[serde(default)]
    pub shapes_tokenizer: bool,
    #[serde(default)]
    pub tuning: TuningSettings,
    /// What is left out is as [`Settings::tuning`] has it.
    #[serde(default = "Settings::tuning")]
    pub training: Settings,
}

/// Alignment.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AlignSettings {
    /// Preference pairs, beside those of the world if there is one.
    #[serde(default)]
    pub sources: Vec<Source>,
    #[serde(default)]
    pub dpo: DpoSettings,
    /// What to do with pairs that do not fit the context.
    #[serde(default)]
    pub too_long: TooLong,
    /// Borders between two ways to begin an answer, settled after alignment on the conversations that tuning set aside.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub borders: Vec<Border>,
    /// What is left out is as [`Settings::alignment`] has it.
    #[serde(default = "Settings::alignment")]
    pub training: Settings,
}

/// What the caller adds to the file.
#[derive(Clone, Debug, Default)]
pub struct Additions {
    /// Dotted keys and values, from the command line; they go before the environment.
    pub set: Vec<(String, String)>,
    pub corpus: Vec<PathBuf>,
    pub instruct: Vec<PathBuf>,
    pub preference: Vec<PathBuf>,
    /// The licence of what these three hold, where a record states none.
    pub license: Option<String>,
}

impl Recipe {
    /// Reads a recipe and what comes from outside of it: the file, then the environment, then the
    /// command line; the later wins. Relative paths in the file start from the file's folder.
    ///
    /// # Errors
    /// [`Error::Recipe`] names the file, the line and the key, and suggests the key that was meant.
    pub fn read(path: &Path, additions: &Additions) -> Result<Recipe, Error> {
        let bad = |problem: String| Error::Recipe {
            path: path.to_path_buf(),
            problem,
        };
        let text = std::fs::read_to_string(path).map_err(|e| Error::no_recipe(path, e))?;
        // Parsed from the text first: only so do errors know their line.
        let written: Recipe = toml::from_str(&text).map_err(|e| bad(explain(&e)))?;
        let mut table: Table = toml::from_str(&text).map_err(|e| bad(explain(&e)))?;
        let mut changes = overrides::from_environment(&written.all_keys(), std::env::vars_os())?;
        overrides::check_budgets(&changes)?;
        overrides::check_budgets(&additions.set)?;
        changes.extend_from_slice(&additions.set);
        for (key, value) in &changes {
            overrides::set(&mut table, key, value)?;
        }
        // What is wrong from here on need not stand in the file.
        let bad = |problem: String| match changes.is_empty() {
            true => bad(problem),
            false => bad(format!("with --set and the environment: {problem}")),
        };
        if table.contains_key("parent") {
            for key in ["model", "tokenizer"] {
                if table.contains_key(key) {
                    return Err(bad(parents(key)));
                }
            }
        }
        complete(&mut table).map_err(|e| bad(e.to_string()))?;
        let mut recipe: Recipe = table.try_into().map_err(|e| bad(explain(&e)))?;
        recipe.resolve_paths(path.parent().unwrap_or(Path::new("")));
        recipe.add(additions).map_err(bad)?;
        recipe.check().map_err(bad)?;
        Ok(recipe)
    }

    /// The recipe as TOML, with every key that has a value. Paths are those from the current folder.
    ///
    /// # Errors
    /// If the path of a source is not UTF-8, which TOML must be.
    pub fn to_toml(&self) -> Result<String, Error> {
        toml::to_string_pretty(self).map_err(|e| Error::Unfit {
            what: "the recipe as TOML".to_string(),
            problem: e.to_string(),
        })
    }

    /// Every key of this recipe's tables, absent ones with their defaults.
    fn all_keys(&self) -> Table {
        match Value::try_from(self) {
            Ok(Value::Table(table)) => table,
            _ => Table::new(),
        }
    }

    fn sources_mut(&mut self) -> impl Iterator<Item = &mut Source> {
        let tune = self.tune.iter_mut().flat_map(|tune| &mut tune.sources);
        let align = self.align.iter_mut().flat_map(|align| &mut align.sources);
        self.corpus.sources.iter_mut().chain(tune).chain(align)
    }

    fn resolve_paths(&mut self, folder: &Path) {
        for source in self.sources_mut() {
            source.path = folder.join(&source.path);
        }
    }

    fn add(&mut self, additions: &Additions) -> Result<(), String> {
        let source = |path: &PathBuf| Source {
            license: additions.license.clone(),
            ..Source::new(path)
        };
        let added = [
            &additions.corpus,
            &additions.instruct,
            &additions.preference,
        ];
        if additions.license.is_some() && added.iter().all(|paths| paths.is_empty()) {
            let problem = "--license is for what --corpus, --instruct and --preference name, and none is given";
            return Err(problem.to_string());
        }
        if let Some(license) = &additions.license {
            // One that no document could be used under is a slip, and would cost all that state none.
            let decision = Policy::for_scope(self.scope).decide(license, Use::Train);
            let is_slip = |mark: &str| decision.rule.ends_with(mark);
            if is_slip("[malformed]") || is_slip("[unknown]") {
                return Err(format!("--license: {}", decision.rule));
            }
        }
        self.corpus
            .sources
            .extend(additions.corpus.iter().map(source));
        let missing = |flag: &str, table: &str| {
            format!("--{flag} was given, but the recipe has no [{table}] table: add one")
        };
        if !additions.instruct.is_empty() {
            let tune = self
                .tune
                .as_mut()
                .ok_or_else(|| missing("instruct", "tune"))?;
            tune.sources.extend(additions.instruct.iter().map(source));
        }
        if !additions.preference.is_empty() {
            let align = self
                .align
                .as_mut()
                .ok_or_else(|| missing("preference", "align"))?;
            align
                .sources
                .extend(additions.preference.iter().map(source));
        }
        Ok(())
    }

    fn check(&self) -> Result<(), String> {
        let shapes = self.tune.as_ref().is_some_and(|tune| tune.shapes_tokenizer);
        if self.parent.is_some() && shapes {
            return Err(parents("tune.shapes_tokenizer"));
        }
        // The name alone means the newest: a run would go on from what the last one made.
        let own = ["", "-base", "-tuned"].map(|suffix| format!("{}{suffix}", self.name));
        if let Some(parent) = self.parent.as_ref().filter(|name| own.contains(name)) {
            return Err(format!(
                "`parent` is `{parent}`, a name that this recipe gives to a model of its own: name the parent with its \
                 key, as `gensen ls` shows it ({parent}@…), or call the recipe otherwise"
            ));
        }
        if self.world.is_none() && self.corpus.sources.is_empty() {
            return Err(
                "there is no text: add a [world], `corpus.sources`, or --corpus".to_string(),
            );
        }
        if let Some(world) = &self.world {
            let megabytes = |bytes: u64| bytes as f64 / 1e6;
            let (least, most) = (megabytes(world::BYTES_MIN), megabytes(world::BYTES_MAX));
            if !(least..=most).contains(&world.megabytes) {
                return Err(format!(
                    "`world.megabytes` is {}: choose from {least} to {most}",
                    world.megabytes
                ));
            }
        }
        if self.parent.is_none() {
            self.check_contexts(self.model.context)?;
        }
        if self.model.family == Family::Gpt2 && self.model.rope_theta.is_some() {
            return Err(
                "model.rope_theta is for rotary positions, and gpt2 has learned ones: leave it out"
                    .to_string(),
            );
        }
        if self.parent.is_none() {
            let config = self.model.config(self.tokenizer.vocab_size);
            let named = |error| format!("[model], in the names of config.json: {error}");
            config.validate().map_err(named)?;
        }
        let is_centred = [
            Some(&self.pretrain),
            self.tune.as_ref().map(|tune| &tune.training),
            self.align.as_ref().map(|align| &align.training),
        ];
        let mut is_centred = is_centred.into_iter().flatten();
        if self.model.logit_softcap.is_some() && is_centred.any(|s| s.optimizer.centered_head) {
            return Err(
                "`optimizer.centered_head` changes nothing that a model says only where no `model.logit_softcap` bends \
                 its logits: leave one of the two out"
                    .to_string(),
            );
        }
        self.check_stages()
    }

    /// Refuses stages that train on more tokens at once than the model, its parent's or its own, has positions.
    pub(crate) fn check_contexts(&self, of_model: usize) -> Result<(), String> {
        let tune = self.tune.as_ref().map(|tune| tune.training.context);
        let align = self.align.as_ref().map(|align| align.training.context);
        for (key, context) in [
            ("pretrain.context", Some(self.pretrain.context)),
            ("tune.training.context", tune),
            ("align.training.context", align),
        ] {
            if let Some(context) = context.filter(|context| *context as usize > of_model) {
                return Err(format!(
                    "`{key}` is {context} tokens, but the model's context is {of_model}: lower it, or take a \
                     model with a longer one"
                ));
            }
        }
        Ok(())
    }

    /// Settings of all stages, so that hours of one do not pass before a mistake in the next is told.
    fn check_stages(&self) -> Result<(), String> {
        let of = |stage: &'static str| move |error: train::Error| format!("{stage}: {error}");
        let corpus = self.corpus.options.check();
        corpus.map_err(|error| format!("corpus.options: {error}"))?;
        if self.parent.is_none() {
            let tokenizer = self.tokenizer.check();
            tokenizer.map_err(|error| format!("tokenizer: {error}"))?;
        }
        self.pretrain.check().map_err(of("pretrain"))?;
        if let Some(tune) = &self.tune {
            tune.training.check().map_err(of("tune.training"))?;
            tune.tuning
                .check(&tune.training)
                .map_err(of("tune.tuning"))?;
        }
        if let Some(align) = &self.align {
            align.dpo.check().map_err(of("align"))?;
            let mut borders = align.borders.iter();
            borders.try_for_each(|border| border.check().map_err(|error| error.to_string()))?;
            if !align.borders.is_empty() && self.tune.is_none() {
                return Err(
                    "`align.borders` are settled on conversations, and there is no [tune]: add one, or leave them out"
                        .to_string(),
                );
            }
            align.training.check().map_err(of("align.training"))?;
        }
        Ok(())
    }
}

/// That a key cannot be given beside `parent`.
fn parents(key: &str) -> String {
    format!("`{key}` is the parent's: leave it out, or leave `parent` out")
}

/// Adds what follows from the rest: stages without a seed of their own take the recipe's, and tuning
/// and alignment are done as usual in what they leave open.
fn complete(table: &mut Table) -> Result<(), toml::ser::Error> {
    let seed = table.get("seed").cloned().unwrap_or(Value::Integer(0));
    table
        .entry("pretrain")
        .or_insert_with(|| Value::Table(Table::new()));
    for stage in ["world", "pretrain"] {
        if let Some(Value::Table(stage)) = table.get_mut(stage) {
            fill_in(stage, "seed", seed.clone());
        }
    }
    for (stage, usual) in [
        ("tune", Settings::tuning()),
        ("align", Settings::alignment()),
    ] {
        if let Some(Value::Table(stage)) = table.get_mut(stage) {
            let mut usual = Table::try_from(usual)?;
            usual.insert("seed".to_string(), seed.clone());
            fill_in(stage, "training", Value::Table(usual));
        }
    }
    Ok(())
}

/// Gives `key` its usual value where the recipe leaves it out, key by key in tables. A budget is
/// one choice among several, so it is taken whole.
fn fill_in(table: &mut Table, key: &str, usual: Value) {
    match (table.get_mut(key), usual) {
        (None, usual) => {
            table.insert(key.to_string(), usual);
        }
        (Some(Value::Table(written)), Value::Table(usual)) if key != "budget" => {
            for (key, usual) in usual {
                fill_in(written, &key, usual);
            }
        }
        _ => {}
    }
}

/// TOML's error with the key that was probably meant, and numbers in plain words.
fn explain(error: &toml::de::Error) -> String {
    let mut text = error.to_string().trim_end().to_string();
    for (kind, plain) in [
        ("usize", "a whole number, not below 0"),
        ("u64", "a whole number, not below 0"),
        ("u32", "a whole number, not below 0"),
        ("f64", "a number"),
        ("f32", "a number"),
    ] {
        text = text.replace(&format!("expected {kind}"), &format!("expected {plain}"));
    }
    let names: Vec<&str> = error.message().split('`').skip(1).step_by(2).collect();
    match names.split_first() {
        Some((unknown, known)) if error.message().starts_with("unknown field") => {
            let likeness = |name: &str| strsim::jaro_winkler(unknown, name);
            let best = known
                .iter()
                .max_by(|a, b| likeness(a).total_cmp(&likeness(b)));
            match best.filter(|name| likeness(name) > 0.7) {
                Some(name) => format!("{text}\ndid you mean `{name}`?"),
                None => text,
            }
        }
        _ => text,
    }
}

#[cfg(test)]
mod tests;
