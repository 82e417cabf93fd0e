//! Traces of answers whose sources are known.

mod files;
mod spans;
mod told;

use std::path::Path;

use ledger::Policy;
use trace::{
    Builder, Index, Options, Part, Phase, Provenance, Role, Seen, Stage, TrainingDocument,
};

fn stages() -> Vec<Stage> {
    [
        (Phase::PreTraining, "base@1"),
        (Phase::Tuning, "tuned@2"),
        (Phase::Alignment, "aligned@3"),
    ]
    .map(|(phase, model)| Stage {
        phase,
        model: model.into(),
    })
    .to_vec()
}

fn document(id: &str, text: &str) -> TrainingDocument {
    TrainingDocument {
        provenance: Provenance {
            id: id.into(),
            lang: "en".into(),
            license: "CC-BY-4.0".into(),
            source: "test".into(),
            ..Provenance::default()
        },
        stage: 0,
        parts: vec![Part {
            role: Role::Text,
            text: text.into(),
        }],
        seen: Vec::new(),
    }
}

/// A document of several parts from one stage of training.
fn parts(id: &str, stage: usize, parts: &[(Role, &str)]) -> TrainingDocument {
    let part = |&(role, text): &(Role, &str)| Part {
        role,
        text: text.into(),
    };
    TrainingDocument {
        stage,
        parts: parts.iter().map(part).collect(),
        ..document(id, "")
    }
}

fn seen(step: u64, bytes: std::ops::Range<usize>) -> Seen {
    Seen {
        step,
        start: bytes.start as u64,
        end: bytes.end as u64,
    }
}

fn index(folder: &Path, documents: &[TrainingDocument]) -> Index {
    let mut builder = Builder::create(folder, stages()).unwrap();
    for document in documents {
        builder.add(document).unwrap();
    }
    builder.finish().unwrap();
    Index::open(folder).unwrap()
}

fn trace(index: &Index, answer: &str) -> trace::Trace {
    index
        .trace(answer, &Options::default(), &Policy::default())
        .unwrap()
}
