//! Views of matrices in memory: what goes into a product, and where it goes to.

use half::bf16;

/// The values of a matrix that is read, in either of the two storage types.
#[derive(Clone, Copy, Debug)]
pub enum Elements<'a> {
    F32(&'a [f32]),
    Bf16(&'a [bf16]),
}

impl Elements<'_> {
    pub fn len(&self) -> usize {
        match self {
            Elements::F32(values) => values.len(),
            Elements::Bf16(values) => values.len(),
        }
    }

    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

/// The values of a matrix that is written. A `bf16` result is rounded to nearest, ties to even.
#[derive(Debug)]
pub enum ElementsMut<'a> {
    F32(&'a mut [f32]),
    Bf16(&'a mut [bf16]),
}

impl ElementsMut<'_> {
    pub fn len(&self) -> usize {
        match self {
            ElementsMut::F32(values) => values.len(),
            ElementsMut::Bf16(values) => values.len(),
        }
    }

    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

/// A `rows × cols` matrix with any strides (in elements); element `(i, j)` is
/// `elements[i * row_stride + j * col_stride]`.
#[derive(Clone, Copy, Debug)]
pub struct Matrix<'a> {
    elements: Elements<'a>,
    rows: usize,
    cols: usize,
    row_stride: usize,
    col_stride: usize,
}

impl<'a> Matrix<'a> {
    /// A dense row-major matrix.
    ///
    /// # Panics
    /// If `values` does not hold exactly `rows · cols` values.
    pub fn f32(values: &'a [f32], rows: usize, cols: usize) -> Self {
        assert_eq!(values.len(), rows * cols, "a {rows}×{cols} matrix");
        Self::strided(Elements::F32(values), rows, cols, cols, 1)
    }

    /// A dense row-major matrix.
    ///
    /// # Panics
    /// If `values` does not hold exactly `rows · cols` values.
    pub fn bf16(values: &'a [bf16], rows: usize, cols: usize) -> Self {
        assert_eq!(values.len(), rows * cols, "a {rows}×{cols} matrix");
        Self::strided(Elements::Bf16(values), rows, cols, cols, 1)
    }

    /// # Panics
    /// If the last element lies outside `elements`: the kernels rely on this check.
    pub fn strided(
        elements: Elements<'a>,
        rows: usize,
        cols: usize,
        row_stride: usize,
        col_stride: usize,
    ) -> Self {
        assert!(
            extent(rows, cols, row_stride, col_stride) <= elements.len(),
            "a {rows}×{cols} matrix with strides {row_stride}, {col_stride} in {} values",
            elements.len()
        );
        Matrix {
            elements,
            rows,
            cols,
            row_stride,
            col_stride,
        }
    }

    pub fn transposed(self) -> Self {
        Matrix {
            rows: self.cols,
            cols: self.rows,
            row_stride: self.col_stride,
            col_stride: self.row_stride,
            ..self
        }
    }

    /// The `rows × cols` part whose first element is `(row, col)`.
    ///
    /// # Panics
    /// If it reaches beyond this matrix.
    pub fn part(self, row: usize, rows: usize, col: usize, cols: usize) -> Self {
        assert!(
            row + rows <= self.rows && col + cols <= self.cols,
            "part outside its matrix"
        );
        if rows == 0 || cols == 0 {
            return Matrix { rows, cols, ..self };
        }
        let start = row * self.row_stride + col * self.col_stride;
        let elements = match self.elements {
            Elements::F32(values) => Elements::F32(&values[start..]),
            Elements::Bf16(values) => Elements::Bf16(&values[start..]),
        };
        Matrix {
            elements,
            rows,
            cols,
            ..self
        }
    }

    pub fn elements(&self) -> Elements<'a> {
        self.elements
    }

    pub fn rows(&self) -> usize {
        self.rows
    }

    pub fn cols(&self) -> usize {
        self.cols
    }

    pub fn row_stride(&self) -> usize {
        self.row_stride
    }

    pub fn col_stride(&self) -> usize {
        self.col_stride
    }

    pub fn is_bf16(&self) -> bool {
        matches!(self.elements, Elements::Bf16(_))
    }
}

/// A `rows × cols` matrix to write: each row is contiguous, rows are `row_stride` apart.
#[derive(Debug)]
pub struct MatrixMut<'a> {
    elements: ElementsMut<'a>,
    rows: usize,
    cols: usize,
    row_stride: usize,
}

impl<'a> MatrixMut<'a> {
    /// A dense row-major matrix.
    ///
    /// # Panics
    /// If `values` does not hold exactly `rows · cols` values.
    pub fn f32(values: &'a mut [f32], rows: usize, cols: usize) -> Self {
        assert_eq!(values.len(), rows * cols, "a {rows}×{cols} matrix");
        Self::strided(ElementsMut::F32(values), rows, cols, cols)
    }

    /// A dense row-major matrix.
    ///
    /// # Panics
    /// If `values` does not hold exactly `rows · cols` values.
    pub fn bf16(values: &'a mut [bf16], rows: usize, cols: usize) -> Self {
        assert_eq!(values.len(), rows * cols, "a {rows}×{cols} matrix");
        Self::strided(ElementsMut::Bf16(values), rows, cols, cols)
    }

    /// # Panics
    /// If rows overlap or the last element lies outside `elements`: the kernels rely on this check.
    pub fn strided(elements: ElementsMut<'a>, rows: usize, cols: usize, row_stride: usize) -> Self {
        assert!(
            extent(rows, cols, row_stride, 1) <= elements.len() && (rows < 2 || cols <= row_stride),
            "a {rows}×{cols} matrix with row stride {row_stride} in {} values",
            elements.len()
        );
        MatrixMut {
            elements,
            rows,
            cols,
            row_stride,
        }
    }

    pub fn rows(&self) -> usize {
        self.rows
    }

    pub fn cols(&self) -> usize {
        self.cols
    }

    pub fn row_stride(&self) -> usize {
        self.row_stride
    }

    pub fn elements_mut(&mut self) -> &mut ElementsMut<'a> {
        &mut self.elements
    }
}

/// How many elements the matrix spans, from its first to its last.
fn extent(rows: usize, cols: usize, row_stride: usize, col_stride: usize) -> usize {
    if rows == 0 || cols == 0 {
        return 0;
    }
    let span = |count: usize, stride: usize| {
        (count - 1)
            .checked_mul(stride)
            .expect("a matrix larger than memory")
    };
    span(rows, row_stride)
        .checked_add(span(cols, col_stride))
        .and_then(|last| last.checked_add(1))
        .expect("a matrix larger than memory")
}
