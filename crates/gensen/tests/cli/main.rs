//! The real binary, from an empty folder to a model that answers, and on bad input.

mod credits;
mod refusals;
mod uses;

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// A model so small that it is made within seconds; it need not be good.
const RECIPE: &str = r#"
name = "tiny"
seed = 3
[world]
megabytes = 0.2
[tokenizer]
vocab_size = 600
[model]
width = 32
layers = 1
heads = 2
context = 512
[pretrain]
context = 128
tokens_per_step = 1024
tokens_per_pass = 1024
budget = { steps = 4 }
validation_tokens = 2000
sample_every = 2
[tune]
tuning = { too_long = "skip" }
training = { context = 128, tokens_per_step = 1024, tokens_per_pass = 1024, budget = { steps = 3 }, validation_tokens = 2000 }
[align]
too_long = "skip"
training = { context = 128, tokens_per_step = 512, tokens_per_pass = 1024, budget = { steps = 1 }, validation_tokens = 2000 }
"#;

struct Place {
    folder: tempfile::TempDir,
}

impl Place {
    fn new() -> Self {
        Self {
            folder: tempfile::tempdir().unwrap(),
        }
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn write(&self, name: &str, text: impl AsRef<[u8]>) -> PathBuf {
        let path = self.path(name);
        std::fs::write(&path, text).unwrap();
        path
    }

    fn gensen(&self, arguments: &[&str]) -> Output {
        Command::new(env!("CARGO_BIN_EXE_gensen"))
            .args(arguments)
            .env("GENSEN_HOME", self.path("home"))
            .current_dir(self.folder.path())
            .output()
            .unwrap()
    }

    #[track_caller]
    fn succeeds(&self, arguments: &[&str]) -> String {
        let output = self.gensen(arguments);
        let errors = String::from_utf8_lossy(&output.stderr);
        assert!(
            output.status.success(),
            "gensen {arguments:?} failed:\n{errors}"
        );
        String::from_utf8(output.stdout).unwrap()
    }

    /// Standard error of a command that must fail, politely.
    #[track_caller]
    fn fails(&self, arguments: &[&str]) -> String {
        let output = self.gensen(arguments);
        let errors = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(
            output.status.code(),
            Some(1),
            "gensen {arguments:?}:\n{errors}"
        );
        assert!(!errors.contains("panicked"), "{errors}");
        errors
    }

    /// `name@key` of the newest artefact of a name.
    fn id(&self, name: &str) -> String {
        let json = self.succeeds(&["show", name, "--json"]);
        let manifest: serde_json::Value = serde_json::from_str(&json).unwrap();
        let key = manifest["key"].as_str().unwrap();
        format!("{name}@{}", &key[..12])
    }

    fn artefact(&self, name: &str) -> PathBuf {
        self.path("home").join(self.id(name))
    }
}

#[track_caller]
fn contains(text: &str, parts: &[&str]) {
    for part in parts {
        assert!(text.contains(part), "`{part}` is not in:\n{text}");
    }
}

fn flip_a_bit(path: &Path) {
    let mut bytes = std::fs::read(path).unwrap();
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    let mut permissions = std::fs::metadata(path).unwrap().permissions();
    #[allow(clippy::permissions_set_readonly_false)]
    permissions.set_readonly(false);
    std::fs::set_permissions(path, permissions).unwrap();
    std::fs::write(path, bytes).unwrap();
}
