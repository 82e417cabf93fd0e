//! Elementwise functions that are fast because the compiler can vectorise them.
