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
}

struct Parameter {
    name: String,
    shape: Vec<usize>,
    value: Aligned<f32>,
    /// Empty until the first training tape asks for it: inference pays for no gradients.
    gradient: Aligned<f32>,
    /// By precision, for tapes of either may use the same weights: `[W as (Out, In) → right operand
    /// Wᵀ, W as right operand]`, made when first used.
    packed: [[PackedCell; 2]; 2],
}

impl Parameter {
    fn opened(&mut self) -> (&mut [f32], &[f32]) {
        let cells = self.packed.iter_mut().flatten();
        cells.for_each(PackedCell::invalidate);
        (&mut self.value, &self.gradient)
    }
}

#[derive(Default)]
struct PackedCell {
    current: OnceLock<Packed>,
    /// The memory of a stale packing, used again for the next one.
    spare: Mutex<Option<Packed>>,
}

impl PackedCell {
    fn get(&self, matrix: Matrix<'_>, precision: Precision) -> &Packed {
        self.current.get_or_init(|| {
            let spare = self.spare.lock().expect("no panic while packing").take();
            match spare {
                Some(mut packed) => {
                    packed.pack_into(matrix, precision.compute());
                    packed
                }
                None => Packed::new(matrix, precision.compute()),
            }
        })
    }

    fn invalidate(&mut self) {
        if let Some(packed) = self.current.take() {
            *self.spare.get_mut().expect("no panic while packing") = Some(packed);
        }
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
        let (value, gradient) = self.all[id.0].opened();
        change(value, gradient);
    }

    /// Every parameter's values, to be changed, and gradient, in the order of their addition; stale
    /// packed copies are dropped.
    pub fn opened(&mut self) -> impl Iterator<Item = (&mut [f32], &[f32])> {
        self.all.iter_mut().map(Parameter::opened)
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
        let parameter = &self.all[id.0];
        parameter.packed[precision as usize][0].get(
            Matrix::f32(&parameter.value, rows, cols).transposed(),
            precision,
        )
    }

    /// `W (Out, In)` packed as right operand: `dx = dy · W`.
    pub(crate) fn packed(&self, id: ParamId, precision: Precision) -> &Packed {
        let (rows, cols) = self.matrix_shape(id);
        let parameter = &self.all[id.0];
        parameter.packed[precision as usize][1]
            .get(Matrix::f32(&parameter.value, rows, cols), precision)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cpu::{MatrixMut, Right, gemm, tier};

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
}
