//! Where the time of training goes: each kind of operation with its calls, its time and its work.
//!
//! A [`Workspace`](crate::Workspace) that has been told to profile collects what the tapes on it do.
//! Operations state their work themselves, so that a time can be set beside the least time that a
//! machine needs for it (Williams et al., "Roofline", 2009).

use std::collections::BTreeMap;
use std::time::Instant;

use crate::buffer::Precision;
use crate::parameters::{ParamId, Parameters};
use crate::tape::{Node, Var};

/// What has to be done at least.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Work {
    /// Floating-point operations of products: a multiplication and an addition count two. What is
    /// done to each number by itself, such as the exponentials of a softmax, is not counted.
    pub flops: f64,
    /// Bytes moved if each operand is read once and each result written once.
    pub bytes: f64,
}

impl Work {
    pub(crate) fn new(flops: f64, bytes: f64) -> Work {
        Work { flops, bytes }
    }

    /// Work on each number by itself.
    pub fn moving(bytes: f64) -> Work {
        Work { flops: 0.0, bytes }
    }
}

impl std::ops::AddAssign for Work {
    fn add_assign(&mut self, other: Work) {
        self.flops += other.flops;
        self.bytes += other.bytes;
    }
}

/// What an operation is called, with the shapes of its products, and its work in both directions.
pub(crate) struct Cost {
    pub(crate) name: String,
    pub(crate) forward: Work,
    pub(crate) backward: Work,
}

impl Cost {
    /// Of work on each number by itself that moves so many values of the output's size each way.
    pub(crate) fn moving(name: String, shapes: &Shapes<'_>, forward: f64, backward: f64) -> Cost {
        let bytes = shapes.output_bytes();
        Cost {
            name,
            forward: Work::moving(forward * bytes),
            backward: Work::moving(backward * bytes),
        }
    }
}

/// All calls of one kind of operation.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Entry {
    pub calls: u64,
    pub seconds: f64,
    pub work: Work,
    /// Of the operands of its products.
    pub precision: Precision,
}

/// Operations by name.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Profile {
    entries: BTreeMap<String, Entry>,
}

impl Profile {
    /// Adds a call that took `seconds`, its products with operands of this precision.
    pub fn add(&mut self, name: &str, seconds: f64, work: Work, precision: Precision) {
        let entry = match self.entries.get_mut(name) {
            Some(entry) => entry,
            None => self.entries.entry(name.to_owned()).or_default(),
        };
        entry.precision = precision;
        entry.calls += 1;
        entry.seconds += seconds;
        entry.work += work;
    }

    /// Name and figures of each kind of operation, in the order of their names.
    pub fn entries(&self) -> impl Iterator<Item = (&str, &Entry)> {
        self.entries.iter().map(|(name, entry)| (&name[..], entry))
    }

    /// Seconds of all calls together.
    pub fn seconds(&self) -> f64 {
        self.entries.values().map(|entry| entry.seconds).sum()
    }
}

/// Collects what happens between marks; does nothing unless it was begun.
#[derive(Debug, Default)]
pub(crate) struct Recorder {
    profile: Option<Profile>,
}

impl Recorder {
    pub(crate) fn begin(&mut self) {
        self.profile = Some(Profile::default());
    }

    pub(crate) fn take(&mut self) -> Option<Profile> {
        self.profile.take()
    }

    /// The time, if anybody wants to know.
    pub(crate) fn now(&self) -> Option<Instant> {
        self.profile.as_ref().map(|_| Instant::now())
    }

    pub(crate) fn add(
        &mut self,
        name: &str,
        since: Option<Instant>,
        work: Work,
        precision: Precision,
    ) {
        if let (Some(profile), Some(since)) = (&mut self.profile, since) {
            profile.add(name, since.elapsed().as_secs_f64(), work, precision);
        }
    }
}

/// What an operation can look at to tell its work.
pub(crate) struct Shapes<'a> {
    pub(crate) nodes: &'a [Node],
    pub(crate) parameters: &'a Parameters,
    /// `(rows, cols)` of the operation's output.
    pub(crate) output: (usize, usize),
    /// Bytes of a number of an activation.
    pub(crate) size: f64,
}

impl Shapes<'_> {
    /// `(rows, cols)` of a value.
    pub(crate) fn shape(&self, var: Var) -> (usize, usize) {
        self.nodes[var.0].shape()
    }

    /// Bytes of a value.
    pub(crate) fn bytes(&self, var: Var) -> f64 {
        let (rows, cols) = self.shape(var);
        self.size * (rows * cols) as f64
    }

    /// Bytes of the output.
    pub(crate) fn output_bytes(&self) -> f64 {
        self.size * (self.output.0 * self.output.1) as f64
    }

    /// Numbers of a parameter.
    pub(crate) fn numbers(&self, id: ParamId) -> f64 {
        self.parameters.value(id).len() as f64
    }
}

#[cfg(test)]
mod tests {
    use crate::{Attention, Linear, Parameters, Precision, Segment, Tape, Work, Workspace};

    #[test]
    fn operations_tell_their_calls_and_their_work() {
        let mut parameters = Parameters::default();
        let table = parameters.add("table", &[7, 4], vec![0.5; 28]);
        let weight = parameters.add("weight", &[4, 4], vec![0.25; 16]);
        let layer = Linear { weight, bias: None };
        let mut workspace = Workspace::default();
        workspace.begin_profile();
        let mut tape = Tape::training(&mut parameters, &mut workspace, Precision::F32);
        let x = tape.embedding(table, &[0, 1, 2, 3, 4]);
        let y = tape.linear(x, layer);
        let y = tape.linear(y, layer);
        let heads = Attention {
            heads: 2,
            kv_heads: 2,
            head_dim: 2,
            causal: true,
        };
        let segments = [Segment { start: 0, len: 2 }, Segment { start: 2, len: 3 }];
        let y = tape.attention(y, y, y, &heads, &segments);
        let targets = [1, 2, 6, 3, 4];
        let loss = tape.cross_entropy(y, table, None, &targets, &[0.2; 5]);
        tape.backward(loss);
        drop(tape);
        let began = workspace.now();
        workspace.note("rest", began, Work::default(), Precision::Bf16);

        let profile = workspace.end_profile().expect("it was begun");
        let entry = |name: &str| {
            let found = profile.entries().find(|(entry, _)| *entry == name);
            *found.unwrap_or_else(|| panic!("no {name}: {profile:?}")).1
        };
        let flops = |name: &str| (entry(name).calls, entry(name).work.flops);
        // Two layers, 5 rows, 16 weights; twice as much backwards.
        assert_eq!(flops("linear 4 → 4 forward"), (2, 2.0 * 2.0 * 5.0 * 16.0));
        assert_eq!(flops("linear 4 → 4 backward"), (2, 2.0 * 4.0 * 5.0 * 16.0));
        // 3 + 6 pairs that see each other, two heads of 2: two products forward, five backward.
        assert_eq!(flops("attention forward"), (1, 2.0 * 2.0 * 9.0 * 4.0));
        assert_eq!(flops("attention backward"), (1, 5.0 * 2.0 * 9.0 * 4.0));
        // Five rows; logits and both gradients.
        assert_eq!(
            flops("head 4 → 7 with loss forward"),
            (1, 3.0 * 2.0 * 5.0 * 28.0)
        );
        // 4 bytes a number: x, weights, y.
        assert_eq!(
            entry("linear 4 → 4 forward").work.bytes,
            2.0 * 4.0 * (20.0 + 16.0 + 20.0)
        );
        assert_eq!(entry("rest").calls, 1);
        assert_eq!(entry("rest").precision, Precision::Bf16);
        let bytes = |name: &str| entry(name).work.bytes;
        // dy, x and dx, weights and, read and written, their gradients.
        assert_eq!(
            bytes("linear 4 → 4 backward"),
            2.0 * 4.0 * (20.0 + 40.0 + 16.0 + 32.0)
        );
        // The table's rows and the output; backwards the table's gradients are read and written.
        assert_eq!(bytes("embedding forward"), 4.0 * (20.0 + 20.0));
        assert_eq!(bytes("embedding backward"), 4.0 * (40.0 + 20.0));
        // q, k, v, out; backwards those and the gradients of all four.
        assert_eq!(bytes("attention forward"), 4.0 * 80.0);
        assert_eq!(bytes("attention backward"), 4.0 * 160.0);
        // The head twice, the rows, their gradients and those of the head.
        assert_eq!(
            bytes("head 4 → 7 with loss forward"),
            4.0 * (56.0 + 20.0 + 20.0 + 56.0)
        );
        assert_eq!(bytes("head 4 → 7 with loss backward"), 0.0);
        assert!(profile.seconds() > 0.0);
        assert!(workspace.end_profile().is_none() && workspace.now().is_none());
    }

    #[test]
    fn nothing_is_collected_unasked_or_without_training() {
        let mut parameters = Parameters::default();
        let table = parameters.add("table", &[3, 2], vec![0.5; 6]);
        let mut workspace = Workspace::default();
        let mut tape = Tape::training(&mut parameters, &mut workspace, Precision::F32);
        tape.embedding(table, &[0, 1]);
        drop(tape);
        assert!(workspace.end_profile().is_none());
        workspace.begin_profile();
        let mut tape = Tape::inference(&parameters, &mut workspace, Precision::F32);
        tape.embedding(table, &[0, 1]);
        drop(tape);
        assert_eq!(
            workspace
                .end_profile()
                .expect("it was begun")
                .entries()
                .count(),
            0
        );
    }
}
