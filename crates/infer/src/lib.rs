//! Running a model: answers to many prompts at once, streamed; beam search; surprise.
//!
//! ```
//! use std::ops::ControlFlow;
//!
//! use infer::{Generator, Request, Sampling};
//! use model::{Config, Model};
//!
//! let model = Model::new(Config::llama(256, 64, 32, 2, 4), 1)?;
//! let mut generator = Generator::new(&model);
//! let request = Request {
//!     sampling: Sampling { top_p: Some(0.9), ..Sampling::plain(7) },
//!     max_tokens: Some(5),
//!     ..generator.request(vec![1, 2, 3])
//! };
//! let mut streamed = Vec::new();
//! let answer = generator.generate(&request, &mut |piece| {
//!     streamed.extend(piece.token.map(|token| token.id));
//!     ControlFlow::Continue(())
//! })?;
//! assert_eq!(answer.ids(), streamed);
//! assert_eq!(answer.tokens.len(), 5);
//!
//! // A new model is about as surprised by each token as by one of 256 equal ones: 8 bits.
//! let score = generator.score(&[1, 2, 3, 4])?;
//! assert!((score.total_bits() - 3.0 * 8.0).abs() < 1.0);
//! # Ok::<(), infer::Error>(())
//! ```
//!
//! Reading order: `request` (what can be asked), `sampling` (from logits to a token), `text` (from
//! tokens to text), `cache` and `generate` (many answers at once), `conversation`, `beam`, `score`.

mod beam;
mod cache;
mod conversation;
mod error;
mod generate;
mod request;
mod sampling;
mod score;
mod text;

pub use beam::{BeamSearch, Hypothesis};
pub use conversation::{Conversation, Reply};
pub use error::Error;
pub use generate::Generator;
pub use request::{Completion, Counts, Finish, Piece, Request, Token};
pub use sampling::Sampling;
pub use score::{Next, Score};
