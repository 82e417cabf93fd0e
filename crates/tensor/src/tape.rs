//! The tape: records a forward pass, then walks it backwards.
//!
//! Each operation of [`crate::ops`] adds methods to [`Tape`] and implements [`Operation`] for what
//! its backward pass needs.

use std::time::Instant;

use crate::buffer::{Buffer, Element, Precision, Workspace};
use crate::parameters::Parameters;
use crate::profile::{Cost, Shapes};

/// Names one value on a tape.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Var(pub(crate) usize);

/// A recorded forward pass over one batch.
pub struct Tape<'p> {
    pub(crate) parameters: Access<'p>,
    pub(crate) workspace: &'p mut Workspace,
    pub(crate) precision: Precision,
    nodes: Vec<Node>,
    /// When the operation that is under way began, where a profile is taken.
    began: Option<Instant>,
}

/// Training changes gradients, inference only reads.
pub(crate) enum Access<'p> {
    Training(&'p mut Parameters),
    Inference(&'p Parameters),
}

impl Access<'_> {
    pub(crate) fn get(&self) -> &Parameters {
        match self {
            Access::Training(parameters) => parameters,
            Access::Inference(parameters) => parameters,
        }
    }
}

pub(crate) struct Node {
    value: Value,
    operation: Option<Box<dyn Operation>>,
    /// Whether the operation of a later node computed this value too, and takes its gradient.
    is_companion: bool,
}

/// A value `(rows, cols)` on the tape.
pub(crate) struct Value {
    pub(crate) buffer: Buffer,
    pub(crate) rows: usize,
    pub(crate) cols: usize,
}

/// What the backward pass of one recorded operation does.
pub(crate) trait Operation: Send {
    /// Given the gradient of the operation's output, adds to the gradients of its inputs.
    fn backward(&mut self, gradient: Buffer, pass: &mut Backward<'_>);

    /// Name and work, for a profile.
    fn cost(&self, shapes: &Shapes<'_>) -> Cost;

    /// Returns the buffers saved for the backward pass.
    fn reclaim(&mut self, _workspace: &mut Workspace) {}
}

impl<'p> Tape<'p> {
    /// A tape whose backward pass adds to the gradients of `parameters`.
    pub fn training(
        parameters: &'p mut Parameters,
        workspace: &'p mut Workspace,
        precision: Precision,
    ) -> Self {
        parameters.ensure_gradients();
        Self {
            parameters: Access::Training(parameters),
            began: workspace.recorder.now(),
            workspace,
            precision,
            nodes: Vec::new(),
        }
    }

    /// A tape that only computes values.
    pub fn inference(
        parameters: &'p Parameters,
        workspace: &'p mut Workspace,
        precision: Precision,
    ) -> Self {
        Self {
            parameters: Access::Inference(parameters),
            workspace,
            precision,
            nodes: Vec::new(),
            began: None,
        }
    }

    /// Whether operations keep what a backward pass needs.
    pub fn is_training(&self) -> bool {
        matches!(self.parameters, Access::Training(_))
    }

    /// `(rows, cols)` of a value.
    pub fn shape(&self, var: Var) -> (usize, usize) {
        let value = self.value(var);
        (value.rows, value.cols)
    }

    /// A copy of a value, row-major, widened to f32.
    pub fn value_f32(&self, var: Var) -> Vec<f32> {
        self.value(var).buffer.to_f32()
    }

    /// The number of a `(1, 1)` value such as a loss.
    pub fn scalar(&self, var: Var) -> f32 {
        assert_eq!(self.shape(var), (1, 1), "not a scalar");
        self.value_f32(var)[0]
    }

    /// A constant `(rows, cols)` without gradient.
    pub fn constant(&mut self, values: &[f32], cols: usize) -> Var {
        assert!(
            cols > 0 && values.len().is_multiple_of(cols),
            "values do not fill whole rows"
        );
        let mut buffer = self.workspace.take(self.precision, values.len());
        crate::buffer::with_element!(self.precision, E => {
            for (out, value) in buffer.view_mut::<E>().iter_mut().zip(values) {
                *out = E::narrow(*value);
            }
        });
        self.push(buffer, values.len() / cols, cols, None)
    }

    /// Adds gradients of `loss`, a scalar, to every parameter it was computed from.
    pub fn backward(&mut self, loss: Var) {
        assert_eq!(self.shape(loss), (1, 1), "backward starts from a scalar");
        self.backward_from(loss, &[1.0]);
    }

    /// As [`Tape::backward`], from any value and the gradient of the loss by that value.
    pub fn backward_from(&mut self, var: Var, upstream: &[f32]) {
        let (rows, cols) = self.shape(var);
        assert_eq!(
            upstream.len(),
            rows * cols,
            "upstream gradient does not fit the value"
        );
        let Access::Training(parameters) = &mut self.parameters else {
            panic!("backward needs a training tape");
        };
        let mut gradients: Vec<Option<Buffer>> = (0..self.nodes.len()).map(|_| None).collect();
        let precision = self.nodes[var.0].value.precision();
        let mut seed = self.workspace.take(precision, rows * cols);
        crate::buffer::with_element!(precision, E => {
            for (out, value) in seed.view_mut::<E>().iter_mut().zip(upstream) {
                *out = E::narrow(*value);
            }
        });
        gradients[var.0] = Some(seed);
        for index in (0..=var.0).rev() {
            let Some(gradient) = gradients[index].take() else {
                continue;
            };
            let (before, rest) = self.nodes.split_at_mut(index);
            let node = &mut rest[0];
            assert!(
                !node.is_companion,
                "an output of several has a gradient, and the last of them has none"
            );
            let Some(mut operation) = node.operation.take() else {
                self.workspace.give(gradient);
                continue;
            };
            let began = self.workspace.recorder.now();
            let mut pass = Backward {
                inputs: before,
                output: &node.value,
                gradients: &mut gradients,
                parameters,
                workspace: self.workspace,
                precision: self.precision,
            };
            operation.backward(gradient, &mut pass);
            pass.parameters.operation_ended();
            if began.is_some() {
                let shapes = Shapes {
                    nodes: before,
                    parameters,
                    output: node.shape(),
                    size: self.precision.size(),
                };
                let cost = operation.cost(&shapes);
                let name = format!("{} backward", cost.name);
                self.workspace
                    .recorder
                    .add(&name, began, cost.backward, self.precision);
            }
            node.operation = Some(operation);
        }
    }

    pub(crate) fn value(&self, var: Var) -> &Value {
        &self.nodes[var.0].value
    }

    /// A value beside the parts that computing with it changes.
    pub(crate) fn parts(&mut self, var: Var) -> (&Value, &mut Access<'p>, &mut Workspace) {
        (
            &self.nodes[var.0].value,
            &mut self.parameters,
            self.workspace,
        )
    }

    /// Adds a value; `operation` is dropped at once on tapes without a backward pass.
    pub(crate) fn push(
        &mut self,
        buffer: Buffer,
        rows: usize,
        cols: usize,
        operation: Option<Box<dyn Operation>>,
    ) -> Var {
        let operation = match operation {
            Some(mut operation) if !self.is_training() => {
                operation.reclaim(self.workspace);
                None
            }
            operation => operation,
        };
        if let (Some(_), Some(operation)) = (self.began, &operation) {
            let cost = operation.cost(&Shapes {
                nodes: &self.nodes,
                parameters: self.parameters.get(),
                output: (rows, cols),
                size: self.precision.size(),
            });
            let name = format!("{} forward", cost.name);
            self.workspace
                .recorder
                .add(&name, self.began, cost.forward, self.precision);
            self.began = self.workspace.recorder.now();
        }
        if let Access::Training(parameters) = &mut self.parameters {
            parameters.operation_ended();
        }
        self.nodes.push(Node {
            value: Value { buffer, rows, cols },
            operation,
            is_companion: false,
        });
        Var(self.nodes.len() - 1)
    }

    /// Adds a further output of the operation that will be pushed next, which takes its gradient.
    pub(crate) fn push_companion(&mut self, buffer: Buffer, rows: usize, cols: usize) -> Var {
        self.nodes.push(Node {
            value: Value { buffer, rows, cols },
            operation: None,
            is_companion: true,
        });
        Var(self.nodes.len() - 1)
    }

    /// An unfilled `(rows, cols)` buffer in the tape's precision.
    pub(crate) fn output(&mut self, rows: usize, cols: usize) -> Buffer {
        self.workspace.take(self.precision, rows * cols)
    }
}

impl Drop for Tape<'_> {
    fn drop(&mut self) {
        for node in self.nodes.drain(..) {
            self.workspace.give(node.value.buffer);
            if let Some(mut operation) = node.operation {
                operation.reclaim(self.workspace);
            }
        }
    }
}

impl Node {
    /// `(rows, cols)` of its value.
    pub(crate) fn shape(&self) -> (usize, usize) {
        (self.value.rows, self.value.cols)
    }
}

impl Value {
    fn precision(&self) -> Precision {
        match self.buffer {
            Buffer::F32(_) => Precision::F32,
            Buffer::Bf16(_) => Precision::Bf16,
        }
    }
}

/// What an [`Operation`] sees while gradients flow back through it.
pub(crate) struct Backward<'a> {
    inputs: &'a [Node],
    output: &'a Value,
    gradients: &'a mut [Option<Buffer>],
    pub(crate) parameters: &'a mut Parameters,
    pub(crate) workspace: &'a mut Workspace,
    pub(crate) precision: Precision,
}

impl<'a> Backward<'a> {
    /// The value of an input.
    pub(crate) fn input(&self, var: Var) -> &'a Value {
        &self.inputs[var.0].value
    }

    /// The value that the operation computed.
    pub(crate) fn output(&self) -> &'a Value {
        self.output
    }

    /// An unfilled buffer shaped like `var`.
    pub(crate) fn like(&mut self, var: Var) -> Buffer {
        let value = self.input(var);
        self.workspace.take(self.precision, value.rows * value.cols)
    }

    /// The gradient collected for `var` so far, to be added to in place; `None` if there is none
    /// yet. Give it back with [`Backward::add`].
    pub(crate) fn take(&mut self, var: Var) -> Option<Buffer> {
        self.gradients[var.0].take()
    }

    /// Adds `gradient` to what has been collected for `var`.
    pub(crate) fn add(&mut self, var: Var, gradient: Buffer) {
        match &mut self.gradients[var.0] {
            slot @ None => *slot = Some(gradient),
            Some(sum) => {
                crate::buffer::with_element!(self.precision, E => {
                    add_into::<E>(sum.view_mut(), gradient.view());
                });
                self.workspace.give(gradient);
            }
        }
    }
}

/// `sum += addend`, elementwise.
pub(crate) fn add_into<E: Element>(sum: &mut [E], addend: &[E]) {
    assert_eq!(
        sum.len(),
        addend.len(),
        "gradients of one value differ in size"
    );
    let split = crate::rows::Split::new(sum);
    crate::rows::for_blocks(addend.len(), 16 * 1024, |range| {
        // SAFETY: blocks are disjoint.
        let (sum, addend) = (unsafe { split.range(range.clone()) }, &addend[range]);
        crate::rows::vectorised(
            #[inline(always)]
            || {
                for (s, a) in sum.iter_mut().zip(addend) {
                    *s = E::narrow(s.widen() + a.widen());
                }
            },
        );
    });
}
