//! Generation against plain definitions: full recomputation, one request at a time, every answer
//! that there is.

mod answers;
mod search_and_score;
mod text;
mod tiny;
