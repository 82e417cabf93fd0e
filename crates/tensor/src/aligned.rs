//! Numbers that begin at a cache line.

use std::ops::{Deref, DerefMut};

/// Bytes of a cache line, and of the widest vector register.
const LINE: usize = 64;

/// A buffer whose first number lies at the beginning of a cache line, so that no vector of a loop
/// over it straddles two lines. The system's allocator promises 16 bytes only, and gives exactly
/// those for large buffers.
#[derive(Debug)]
pub(crate) struct Aligned<T> {
    /// Never grown beyond its capacity, which would move it.
    memory: Vec<T>,
    first: usize,
}

impl<T> Default for Aligned<T> {
    fn default() -> Self {
        Self {
            memory: Vec::new(),
            first: 0,
        }
    }
}

impl<T: Clone + Default> Aligned<T> {
    /// `len` zeros.
    pub(crate) fn zeros(len: usize) -> Self {
        // Zeroed memory comes from the system untouched, so it is asked for whole.
        let memory = vec![T::default(); len + LINE / size_of::<T>()];
        let first = memory.as_ptr().align_offset(LINE);
        let mut aligned = Self { memory, first };
        aligned.memory.truncate(first + len);
        aligned
    }

    /// How many numbers it can hold where it is.
    pub(crate) fn capacity(&self) -> usize {
        self.memory.capacity() - self.first
    }

    /// Gives it another length, keeping what is there.
    ///
    /// # Panics
    /// If it has no room for so many.
    pub(crate) fn resize(&mut self, len: usize) {
        assert!(len <= self.capacity(), "{len} numbers need another buffer");
        self.memory.resize(self.first + len, T::default());
    }
}

impl<T: Clone + Default> From<Vec<T>> for Aligned<T> {
    fn from(values: Vec<T>) -> Self {
        let mut aligned = Self::zeros(values.len());
        aligned.clone_from_slice(&values);
        aligned
    }
}

impl<T> Deref for Aligned<T> {
    type Target = [T];

    fn deref(&self) -> &[T] {
        &self.memory[self.first..]
    }
}

impl<T> DerefMut for Aligned<T> {
    fn deref_mut(&mut self) -> &mut [T] {
        &mut self.memory[self.first..]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stays_aligned_and_keeps_its_numbers_when_resized() {
        for len in [0usize, 1, 17, 5000, 1 << 20] {
            let mut numbers: Aligned<f32> = (0..len).map(|i| i as f32).collect::<Vec<_>>().into();
            assert_eq!(numbers.len(), len);
            assert!(numbers.as_ptr().addr().is_multiple_of(LINE));
            let place = numbers.as_ptr();
            numbers.resize(len / 2);
            numbers.resize(len);
            assert_eq!(numbers.as_ptr(), place);
            assert!(
                numbers[..len / 2]
                    .iter()
                    .enumerate()
                    .all(|(i, x)| *x == i as f32)
            );
            assert!(numbers[len / 2..].iter().all(|x| *x == 0.0));
        }
    }
}
