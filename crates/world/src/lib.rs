//! `world`
