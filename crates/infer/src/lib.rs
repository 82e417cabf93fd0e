//! Running a model: answers to many prompts at once, streamed; beam search; surprise.
mod beam;
mod cache;
mod error;
mod generate;
mod request;
mod sampling;
mod score;
mod text;

pub use beam::{BeamSearch, Hypothesis};
pub use error::Error;
pub use generate::Generator;
pub use request::{Completion, Counts, Finish, Piece, Request, Token};
pub use sampling::{Candidate, Sampling};
pub use score::{Next, Score};
pub use text::StopStrings;
