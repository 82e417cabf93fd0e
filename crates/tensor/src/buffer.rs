//! Activation storage: f32 or bf16 buffers, and the pool they return to between steps.

use std::time::Instant;

use half::bf16;

use crate::aligned::Aligned;
use crate::cpu;
use crate::profile::{Profile, Recorder, Work};

/// How activations and their gradients are stored. Sums are always f32, as are parameters,
/// their gradients and the optimiser's state.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Precision {
    F32,
    Bf16,
}

impl Precision {
    /// How products are to be computed for values stored like this.
    pub(crate) fn compute(self) -> cpu::Compute {
        match self {
            Precision::F32 => cpu::Compute::F32,
            Precision::Bf16 => cpu::Compute::Bf16,
        }
    }

    /// Bytes of a number.
    pub(crate) fn size(self) -> f64 {
        match self {
            Precision::F32 => size_of::<f32>() as f64,
            Precision::Bf16 => size_of::<bf16>() as f64,
        }
    }
}

impl Default for Precision {
    /// bf16 where the processor multiplies bf16, else f32, which needs no conversion.
    fn default() -> Self {
        if cpu::tier().has_bf16_units() {
            Precision::Bf16
        } else {
            Precision::F32
        }
    }
}

/// One activation or gradient, row-major.
#[derive(Debug)]
pub(crate) enum Buffer {
    F32(Aligned<f32>),
    Bf16(Aligned<bf16>),
}

impl Buffer {
    pub(crate) fn view<E: Element>(&self) -> &[E] {
        E::slice(self).expect("buffer has the tape's precision")
    }

    pub(crate) fn view_mut<E: Element>(&mut self) -> &mut [E] {
        E::slice_mut(self).expect("buffer has the tape's precision")
    }

    pub(crate) fn to_f32(&self) -> Vec<f32> {
        match self {
            Buffer::F32(values) => values.to_vec(),
            Buffer::Bf16(values) => values.iter().map(|v| v.to_f32()).collect(),
        }
    }
}

/// A stored number type. Conversions are written so that loops over them vectorise.
pub(crate) trait Element: Copy + Send + Sync + Default + 'static {
    fn widen(self) -> f32;
    fn narrow(value: f32) -> Self;
    fn slice(buffer: &Buffer) -> Option<&[Self]>;
    fn slice_mut(buffer: &mut Buffer) -> Option<&mut [Self]>;
    fn elements_mut(slice: &mut [Self]) -> cpu::ElementsMut<'_>;
    fn elements(slice: &[Self]) -> cpu::Elements<'_>;

    /// A dense row-major operand.
    fn matrix(slice: &[Self], rows: usize, cols: usize) -> cpu::Matrix<'_> {
        assert_eq!(slice.len(), rows * cols, "a {rows}×{cols} matrix");
        cpu::Matrix::strided(Self::elements(slice), rows, cols, cols, 1)
    }

    /// A dense row-major result.
    fn matrix_mut(slice: &mut [Self], rows: usize, cols: usize) -> cpu::MatrixMut<'_> {
        assert_eq!(slice.len(), rows * cols, "a {rows}×{cols} matrix");
        cpu::MatrixMut::strided(Self::elements_mut(slice), rows, cols, cols)
    }
}

impl Element for f32 {
    #[inline(always)]
    fn widen(self) -> f32 {
        self
    }

    #[inline(always)]
    fn narrow(value: f32) -> Self {
        value
    }

    fn slice(buffer: &Buffer) -> Option<&[Self]> {
        match buffer {
            Buffer::F32(values) => Some(values),
            Buffer::Bf16(_) => None,
        }
    }

    fn slice_mut(buffer: &mut Buffer) -> Option<&mut [Self]> {
        match buffer {
            Buffer::F32(values) => Some(values),
            Buffer::Bf16(_) => None,
        }
    }

    fn elements_mut(slice: &mut [Self]) -> cpu::ElementsMut<'_> {
        cpu::ElementsMut::F32(slice)
    }

    fn elements(slice: &[Self]) -> cpu::Elements<'_> {
        cpu::Elements::F32(slice)
    }
}

impl Element for bf16 {
    #[inline(always)]
    fn widen(self) -> f32 {
        cpu::math::widen(self)
    }

    #[inline(always)]
    fn narrow(value: f32) -> Self {
        cpu::math::narrow(value)
    }

    fn slice(buffer: &Buffer) -> Option<&[Self]> {
        match buffer {
            Buffer::Bf16(values) => Some(values),
            Buffer::F32(_) => None,
        }
    }

    fn slice_mut(buffer: &mut Buffer) -> Option<&mut [Self]> {
        match buffer {
            Buffer::Bf16(values) => Some(values),
            Buffer::F32(_) => None,
        }
    }

    fn elements_mut(slice: &mut [Self]) -> cpu::ElementsMut<'_> {
        cpu::ElementsMut::Bf16(slice)
    }

    fn elements(slice: &[Self]) -> cpu::Elements<'_> {
        cpu::Elements::Bf16(slice)
    }
}

/// Runs `$body` with `$element` standing for the number type of `$precision`.
macro_rules! with_element {
    ($precision:expr, $element:ident => $body:expr) => {
        match $precision {
            $crate::buffer::Precision::F32 => {
                type $element = f32;
                $body
            }
            $crate::buffer::Precision::Bf16 => {
                type $element = half::bf16;
                $body
            }
        }
    };
}
pub(crate) use with_element;

/// Buffers that outlive a step: a training step takes what the one before gave back, so that
/// after the first step the core allocates (nearly) nothing.
#[derive(Default)]
pub struct Workspace {
    f32s: Vec<Aligned<f32>>,
    bf16s: Vec<Aligned<bf16>>,
    pub(crate) rotary: crate::ops::rope::Tables,
    /// An input that the gradients of several weights read.
    pub(crate) right: cpu::Packed,
    pub(crate) recorder: Recorder,
}

impl Workspace {
    /// Begins to profile what training tapes on this workspace do.
    pub fn begin_profile(&mut self) {
        self.recorder.begin();
    }

    /// Ends it; `None` if it was not begun.
    pub fn end_profile(&mut self) -> Option<Profile> {
        self.recorder.take()
    }

    /// The time, while a profile is taken: for [`Workspace::note`].
    pub fn now(&self) -> Option<Instant> {
        self.recorder.now()
    }

    /// Adds to the profile something that happened outside of tapes, since a time of
    /// [`Workspace::now`].
    pub fn note(&mut self, name: &str, since: Option<Instant>, work: Work, precision: Precision) {
        self.recorder.add(name, since, work, precision);
    }

    /// A buffer of `len` numbers with unspecified contents.
    pub(crate) fn take(&mut self, precision: Precision, len: usize) -> Buffer {
        match precision {
            Precision::F32 => Buffer::F32(self.take_f32(len)),
            Precision::Bf16 => Buffer::Bf16(take_best(&mut self.bf16s, len)),
        }
    }

    /// A buffer full of one number, for tests.
    #[cfg(test)]
    pub(crate) fn filled(&mut self, precision: Precision, len: usize, value: f32) -> Buffer {
        let mut buffer = self.take(precision, len);
        with_element!(precision, E => buffer.view_mut::<E>().fill(E::narrow(value)));
        buffer
    }

    pub(crate) fn take_f32(&mut self, len: usize) -> Aligned<f32> {
        take_best(&mut self.f32s, len)
    }

    pub(crate) fn give(&mut self, buffer: Buffer) {
        match buffer {
            Buffer::F32(values) => self.give_f32(values),
            Buffer::Bf16(values) => self.bf16s.push(values),
        }
    }

    pub(crate) fn give_f32(&mut self, values: Aligned<f32>) {
        self.f32s.push(values);
    }
}

/// The smallest free buffer that holds `len` without wasting more than half, else a new one.
///
/// A free one that is too small by less than half is given up for a new one: passes differ a little in
/// length, and buffers of all their lengths together would be several times what any pass needs.
fn take_best<T: Clone + Default>(free: &mut Vec<Aligned<T>>, len: usize) -> Aligned<T> {
    let sizes = || free.iter().map(Aligned::capacity).enumerate();
    let best = sizes()
        .filter(|(_, capacity)| (len..=2 * len + 64).contains(capacity))
        .min_by_key(|(_, capacity)| *capacity);
    if let Some((index, _)) = best {
        let mut buffer = free.swap_remove(index);
        buffer.resize(len);
        return buffer;
    }
    let outgrown = sizes()
        .filter(|(_, capacity)| *capacity < len && 2 * capacity + 64 >= len)
        .max_by_key(|(_, capacity)| *capacity);
    if let Some((index, _)) = outgrown {
        free.swap_remove(index);
    }
    Aligned::zeros(len)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn passes_of_differing_length_share_their_buffers() {
        let mut workspace = Workspace::default();
        for pass in 0..200 {
            let rows = 1000 + pass * 37 % 100;
            let lens = [rows, 3 * rows, rows, 3 * rows, 40 * rows];
            let buffers = lens.map(|len| workspace.take_f32(len));
            assert_eq!(buffers.each_ref().map(|buffer| buffer.len()), lens);
            for buffer in buffers {
                workspace.give_f32(buffer);
            }
        }
        assert_eq!(workspace.f32s.len(), 5);
    }

    #[test]
    fn bf16_rounds_to_nearest_even_like_half() {
        for bits in (0..u32::MAX).step_by(65_521 * 3) {
            let value = f32::from_bits(bits);
            let ours = <bf16 as Element>::narrow(value);
            if value.is_nan() {
                assert!(ours.is_nan());
            } else {
                assert_eq!(ours.to_bits(), bf16::from_f32(value).to_bits(), "{value}");
            }
        }
    }
}
