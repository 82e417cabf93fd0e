//! `corpus`

mod record;

pub use record::{Common, CommonMut, Conversation, Document, Message, Preference, Record, Role};
