use crate::Tokenizer;

/// Turns tokens into text as they come, for example while a model writes. A character whose
/// bytes are spread over several tokens is held back until it is whole.
///
/// What the pushes and the end give, joined, is exactly [`Tokenizer::decode`] of all the tokens:
/// bytes that cannot be UTF-8 become U+FFFD as soon as that is certain.
#[derive(Clone, Debug)]
pub struct Decoder<'t> {
    tokenizer: &'t Tokenizer,
    /// The beginning of a character, at most three bytes between pushes.
    pending: Vec<u8>,
}

impl<'t> Decoder<'t> {
    pub(crate) fn new(tokenizer: &'t Tokenizer) -> Decoder<'t> {
        Decoder {
            tokenizer,
            pending: Vec::new(),
        }
    }

    /// The text that is certain after one more token; often empty in Japanese.
    pub fn push(&mut self, id: u32) -> String {
        self.pending
            .extend_from_slice(self.tokenizer.token_bytes(id));
        let mut text = String::new();
        let mut rest = self.pending.as_slice();
        loop {
            let error = match std::str::from_utf8(rest) {
                Ok(valid) => {
                    text.push_str(valid);
                    rest = &[];
                    break;
                }
                Err(error) => error,
            };
            let (valid, after) = rest.split_at(error.valid_up_to());
            text.push_str(&String::from_utf8_lossy(valid));
            let Some(broken) = error.error_len() else {
                rest = after;
                break;
            };
            text.push(char::REPLACEMENT_CHARACTER);
            rest = &after[broken..];
        }
        let done = self.pending.len() - rest.len();
        self.pending.drain(..done);
        text
    }

    /// What is left: U+FFFD if the tokens ended inside a character, else nothing.
    pub fn finish(self) -> String {
        String::from_utf8_lossy(&self.pending).into_owned()
    }
}
