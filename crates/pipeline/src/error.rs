//! What can go wrong between a recipe and its model.

use std::path::{Path, PathBuf};

/// An error of the pipeline; those of the rooms it walks through are passed on as they are.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    #[error("{path}: {problem}", path = path.display())]
    Recipe { path: PathBuf, problem: String },
    #[error("there is no recipe {}{}", path.display(), others(beside))]
    NoRecipe { path: PathBuf, beside: Vec<PathBuf> },
    #[error("{setting}: {problem}")]
    Override { setting: String, problem: String },
    /// A recipe or an artefact that cannot serve for what is asked.
    #[error("{what}: {problem}")]
    Unfit { what: String, problem: String },
    #[error("{doing} {path}: {source}", path = path.display())]
    Io {
        doing: &'static str,
        path: PathBuf,
        source: std::io::Error,
    },
    #[error(transparent)]
    Ledger(#[from] ledger::Error),
    #[error(transparent)]
    Corpus(#[from] corpus::Error),
    #[error(transparent)]
    World(#[from] world::Error),
    #[error(transparent)]
    Tokenizer(#[from] tokenizer::Error),
    #[error(transparent)]
    Model(#[from] model::Error),
    #[error(transparent)]
    Train(#[from] train::Error),
    #[error(transparent)]
    Infer(#[from] infer::Error),
    #[error(transparent)]
    Trace(#[from] trace::Error),
    #[error(transparent)]
    Eval(#[from] eval::Error),
}

impl Error {
    /// A recipe that could not be read.
    pub(crate) fn no_recipe(path: &Path, source: std::io::Error) -> Self {
        match source.kind() {
            std::io::ErrorKind::NotFound => Error::NoRecipe {
                path: path.to_path_buf(),
                beside: recipes_near(path),
            },
            std::io::ErrorKind::IsADirectory => Error::Recipe {
                path: path.to_path_buf(),
                problem: "this is a folder, and a recipe is a TOML file; texts in a folder are given to a recipe by --corpus"
                    .to_string(),
            },
            std::io::ErrorKind::InvalidData => Error::Recipe {
                path: path.to_path_buf(),
                problem: "it is not UTF-8, as TOML must be: convert it, or name another file".to_string(),
            },
            _ => Error::io("read recipe", path, source),
        }
    }

    pub(crate) fn io(doing: &'static str, path: &Path, source: std::io::Error) -> Self {
        Error::Io {
            doing,
            path: path.to_path_buf(),
            source,
        }
    }
}

/// Which recipes there are in place of one that is missing.
fn others(beside: &[PathBuf]) -> String {
    let names: Vec<String> = beside
        .iter()
        .map(|path| path.display().to_string())
        .collect();
    match names.is_empty() {
        true => "; the project's recipes are in its folder recipes/".to_string(),
        false => format!("; there are: {}", names.join(", ")),
    }
}

/// The recipes in the folder of one that does not exist, or in `recipes/` where that has none.
fn recipes_near(path: &Path) -> Vec<PathBuf> {
    let folder = match path.parent() {
        Some(folder) if folder != Path::new("") => folder,
        _ => Path::new("."),
    };
    let recipes = |folder: &Path| {
        let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
        let mut found: Vec<PathBuf> = entries.map(|entry| entry.path()).collect();
        found.retain(|path| {
            path.extension()
                .is_some_and(|extension| extension == "toml")
        });
        // What lies beside a program is not always a recipe.
        found.retain(|path| {
            std::fs::read_to_string(path)
                .is_ok_and(|text| toml::from_str::<crate::Recipe>(&text).is_ok())
        });
        found.sort();
        found
    };
    let found = recipes(folder);
    if found.is_empty() {
        recipes(Path::new("recipes"))
    } else {
        found
    }
}
