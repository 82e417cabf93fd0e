//! `eval`
