//! Named weights: f32 masters, f32 gradients, and the packed copies that products read.

use std::sync::{Mutex, OnceLock};

use crate::aligned::Aligned;
use crate::buffer::Precision;
use crate::cpu::{Matrix, Packed};

/// Names one parameter of a [`Parameters`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct ParamId(pub(crate) usize);

/// An ordered set of named parameters.
#[derive(Default)]
pub struct Parameters {
    all: Vec<Parameter>,
    for_one_pass: bool,
    /// The memory of packed copies that are no more, for the next ones.
    spare: Mutex<Vec<Packed>>,
}

struct Parameter {
    name: String,
    shape: Vec<usize>,
    value: Aligned<f32>,
    /// Empty until the first training tape asks for it: inference pays for no gradients.
    gradient: Aligned<f32>,
    /// By precision, for tapes of either may use the same weights: `[W as (Out, In) → right operand
    /// Wᵀ, W as right operand]`, made when first used.
    packed: [[OnceLock<Packed>; 2]; 2],
}

impl Parameter {
    /// The packed copies, which are there no more.
    fn take_packed(&mut self) -> impl Iterator<Item = Packed> {
        self.packed.iter_mut().flatten().filter_map(OnceLock::take)
    }
}

impl Parameters {
    /// Adds a parameter of `shape` with `value` in row-major order.
    ///
    /// # Panics
    /// If the name is taken or the number of values does not fit the shape: both are programming
    /// errors, readers of files check first.
    pub fn add(&mut self, name: &str, shape: &[usize], value: Vec<f32>) -> ParamId {
        assert_eq!(
            shape.iter().product::<usize>(),
            value.len(),
            "values of {name} do not fit {shape:?}"
        );
        assert!(self.find(name).is_none(), "parameter {name} exists");
        self.all.push(Parameter {
            name: name.to_owned(),
            shape: shape.to_vec(),
            value: value.into(),
            gradient: Aligned::default(),
            packed: Default::default(),
        });
        ParamId(self.all.len() - 1)
    }

    pub fn find(&self, name: &str) -> Option<ParamId> {
        self.all.iter().position(|p| p.name == name).map(ParamId)
    }

    /// All parameters in the order of their addition.
    pub fn ids(&self) -> impl Iterator<Item = ParamId> + use<> {
        (0..self.all.len()).map(ParamId)
    }

    pub fn name(&self, id: ParamId) -> &str {
        &self.all[id.0].name
    }

    pub fn shape(&self, id: ParamId) -> &[usize] {
        &self.all[id.0].shape
    }

    pub fn value(&self, id: ParamId) -> &[f32] {
        &self.all[id.0].value
    }

    /// The gradient that training tapes have added up since [`Parameters::zero_gradients`]; empty
    /// if no tape has trained these parameters.
    pub fn gradient(&self, id: ParamId) -> &[f32] {
        &self.all[id.0].gradient
    }

    /// Changes a parameter's values (an optimiser step, loading); stale packed copies are dropped.
    pub fn update(&mut self, id: ParamId, change: impl FnOnce(&mut [f32], &[f32])) {
        let parameter = &mut self.all[id.0];
        retire(parameter, &mut self.spare, self.for_one_pass);
        change(&mut parameter.value, &parameter.gradient);
    }

    /// Every parameter's values, to be changed, and gradient, in the order of their addition; stale
    /// packed copies are dropped.
    pub fn opened(&mut self) -> impl Iterator<Item = (&mut [f32], &[f32])> {
        let (spare, for_one_pass) = (&mut self.spare, self.for_one_pass);
        self.all.iter_mut().map(move |parameter| {
            retire(parameter, spare, for_one_pass);
            (&mut parameter.value[..], &parameter.gradient[..])
        })
    }

    /// Whether weights will be changed after each pass of a training tape. Then a packed copy serves one operation
    /// only, and all share the little memory that one takes; else they stay until the weights change.
    pub fn pack_for_one_pass(&mut self, yes: bool) {
        self.for_one_pass = yes;
    }

    /// Called after each operation of a training tape, forwards and backwards.
    pub(crate) fn operation_ended(&mut self) {
        if self.for_one_pass {
            let spare = self.spare.get_mut().expect("no panic while packing");
            spare.extend(self.all.iter_mut().flat_map(Parameter::take_packed));
        }
    }

    pub fn zero_gradients(&mut self) {
        for parameter in &mut self.all {
            parameter.gradient.fill(0.0);
        }
    }

    /// Number of scalars in all parameters.
    pub fn count(&self) -> usize {
        self.all.iter().map(|p| p.value.len()).sum()
    }

    pub(crate) fn ensure_gradients(&mut self) {
        for parameter in &mut self.all {
            if parameter.gradient.is_empty() {
                parameter.gradient = Aligned::zeros(parameter.value.len());
            }
        }
    }

    pub(crate) fn value_and_gradient(&mut self, id: ParamId) -> (&[f32], &mut [f32]) {
        let parameter = &mut self.all[id.0];
        (&parameter.value, &mut parameter.gradient)
    }

    /// `(rows, cols)` of a matrix parameter.
    pub(crate) fn matrix_shape(&self, id: ParamId) -> (usize, usize) {
        match *self.shape(id) {
            [rows, cols] => (rows, cols),
            ref other => panic!("{} has shape {other:?}, a matrix is needed", self.name(id)),
        }
    }

    /// `Wᵀ (In, Out)` packed as right operand: `y = x · Wᵀ`.
    pub(crate) fn packed_transposed(&self, id: ParamId, precision: Precision) -> &Packed {
        let (rows, cols) = self.matrix_shape(id);
        let matrix = Matrix::f32(&self.all[id.0].value, rows, cols).transposed();
        self.all[id.0].packed[precision as usize][0].get_or_init(|| self.pack(matrix, precision))
    }

    /// `W (Out, In)` packed as right operand: `dx = dy · W`.
    pub(crate) fn packed(&self, id: ParamId, precision: Precision) -> &Packed {
        let (rows, cols) = self.matrix_shape(id);
        let matrix = Matrix::f32(&self.all[id.0].value, rows, cols);
        self.all[id.0].packed[precision as usize][1].get_or_init(|| self.pack(matrix, precision))
    }

    /// Packs into the least spare memory that is enough, else into new memory.
    fn pack(&self, matrix: Matrix<'_>, precision: Precision) -> Packed {
        let bytes = Packed::bytes_of(&matrix, precision.compute());
        let mut spare = self.spare.lock().expect("no panic while packing");
        let large_enough = spare
            .iter()
            .enumerate()
            .filter(|(_, packed)| packed.capacity() >= bytes);
        let best = large_enough
            .min_by_key(|(_, packed)| packed.capacity())
            .map(|(at, _)| at);
        let mut packed = best.map_or_else(Packed::default, |at| spare.swap_remove(at));
        drop(spare);
        packed.pack_into(matrix, precision.compute());
        packed
    }
}

/// Takes a parameter's packed copies away, before its values change. Their memory is needed again if all are kept;
/// else they were made outside of a training tape, as by a validation.
fn retire(parameter: &mut Parameter, spare: &mut Mutex<Vec<Packed>>, for_one_pass: bool) {
    let packed = parameter.take_packed();
    if for_one_pass {
        packed.for_each(drop);
    } else {
        spare
            .get_mut()
            .expect("no panic while packing")
            .extend(packed);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cpu::{MatrixMut, Right, gemm, tier};
    use crate::{Linear, Tape, Workspace};

    #[test]
    fn each_precision_has_packed_weights_of_its_own() {
        let mut parameters = Parameters::default();
        let w = parameters.add("w", &[2, 3], vec![1.0, 2.0, 3.0, 4.0, 5.0, 6.0]);
        // What stands in packed weights shows when a unit matrix is multiplied with them.
        let contents = |packed: &Packed| {
            let side = packed.rows();
            let unit: Vec<f32> = (0..side * side)
                .map(|at| f32::from(at % (side + 1) == 0))
                .collect();
            let mut out = vec![0.0; side * packed.cols()];
            let target = MatrixMut::f32(&mut out, side, packed.cols());
            let unit = Matrix::f32(&unit, side, side);
            gemm(unit, Right::Packed(packed), target, false, None);
            out
        };
        for value in [1.0, 1.0 + 1.0 / 512.0] {
            parameters.update(w, |values, _| values[0] = value);
            for precision in [Precision::Bf16, Precision::F32] {
                // Where there are no units for bf16, both are multiplied in f32.
                let is_rounded = precision == Precision::Bf16 && tier().has_bf16_units();
                let as_packed = if is_rounded { 1.0 } else { value };
                let packed = contents(parameters.packed(w, precision));
                assert_eq!(packed, [as_packed, 2.0, 3.0, 4.0, 5.0, 6.0]);
                let across = contents(parameters.packed_transposed(w, precision));
                assert_eq!(across, [as_packed, 4.0, 2.0, 5.0, 3.0, 6.0]);
            }
        }
    }

    /// Losses and gradients of two passes through three layers, and the packed copies that are left: those of weights, and
    /// the memory of others.
    fn two_passes(for_one_pass: bool) -> (Vec<Vec<f32>>, [usize; 2]) {
        let mut parameters = Parameters::default();
        let values = |seed: usize| {
            (0..48 * 48)
                .map(|i| ((i * seed) % 17) as f32 / 17.0 - 0.5)
                .collect()
        };
        let weights =
            [3, 5, 7].map(|seed| parameters.add(&format!("w{seed}"), &[48, 48], values(seed)));
        parameters.pack_for_one_pass(for_one_pass);
        let (mut workspace, mut seen) = (Workspace::default(), Vec::new());
        for _ in 0..2 {
            let mut tape = Tape::training(&mut parameters, &mut workspace, Precision::F32);
            let mut x = tape.embedding(weights[0], &[0, 1, 2, 3]);
            for weight in weights {
                x = tape.linear(x, Linear { weight, bias: None });
            }
            let loss = tape.cross_entropy(x, weights[1], None, &[4, 5, 6, 7], &[0.25; 4]);
            seen.push(vec![tape.scalar(loss)]);
            tape.backward(loss);
        }
        seen.extend(weights.map(|weight| parameters.gradient(weight).to_vec()));
        let cells = parameters
            .all
            .iter()
            .flat_map(|parameter| parameter.packed.iter().flatten());
        let current = cells.filter(|cell| cell.get().is_some()).count();
        (seen, [current, parameters.spare.get_mut().unwrap().len()])
    }

    #[test]
    fn weights_are_packed_for_one_operation_or_until_they_change_with_the_same_results() {
        let (kept, left) = two_passes(false);
        // Three weights, each for both directions.
        assert_eq!(left, [6, 0]);
        let (passing, left) = two_passes(true);
        // The loss reads its head in both directions, every other operation one weight.
        assert_eq!(left, [0, 2]);
        assert_eq!(kept, passing);
    }

    #[test]
    fn memory_of_packed_weights_is_used_again() {
        let mut parameters = Parameters::default();
        let [small, large] = [16, 64]
            .map(|side| parameters.add(&format!("w{side}"), &[side, side], vec![1.0; side * side]));
        let capacity =
            |parameters: &Parameters, id| parameters.packed(id, Precision::F32).capacity();
        let bytes = [small, large].map(|id| capacity(&parameters, id));
        for id in [large, small] {
            parameters.update(id, |values, _| values[0] = 2.0);
        }
        assert_eq!(parameters.spare.get_mut().unwrap().len(), 2);
        assert_eq!([small, large].map(|id| capacity(&parameters, id)), bytes);
        assert_eq!(parameters.spare.get_mut().unwrap().len(), 0);
        // What was packed outside of a training tape goes when each weight is used once.
        parameters.pack_for_one_pass(true);
        parameters.update(small, |values, _| values[0] = 3.0);
        assert_eq!(parameters.spare.get_mut().unwrap().len(), 0);
    }
}
