//! `tensor`
