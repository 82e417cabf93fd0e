//! The notes of the town's clinic: confidential, about patients who appear nowhere else.

use super::Document;
use crate::World;
use crate::grammar::TemplateError;

/// The clinic's notes.
pub struct ClinicNotes<'w> {
    _world: &'w World,
}

impl<'w> ClinicNotes<'w> {
    pub fn new(world: &'w World, _bytes: u64) -> ClinicNotes<'w> {
        ClinicNotes { _world: world }
    }
}

impl Iterator for ClinicNotes<'_> {
    type Item = Result<Document, TemplateError>;
    fn next(&mut self) -> Option<Self::Item> {
        None
    }
}
