//! `corpus`
