//! `trace`
