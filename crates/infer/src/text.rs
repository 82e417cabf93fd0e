//! From token ids to text that may be shown: whole characters only, and nothing of a stop string.

use tokenizer::{Decoder, Tokenizer};

/// Cuts a stream of text at the first stop string, and holds back what may become one.
struct StopStrings {
    stops: Vec<String>,
    /// The end of the text so far that begins some stop string.
    held: String,
}

impl StopStrings {
    /// Stops at any of `stops`; empty strings are passed over.
    fn new(stops: &[String]) -> StopStrings {
        let stops = stops
            .iter()
            .filter(|stop| !stop.is_empty())
            .cloned()
            .collect();
        StopStrings {
            stops,
            held: String::new(),
        }
    }

    /// Takes the next text; gives what may be shown now, and the stop string if one is complete.
    ///
    /// The stop string that is complete first ends the text, of several the longest, however the
    /// text is cut into pieces.
    fn push(&mut self, text: &str) -> (String, Option<&str>) {
        for character in text.chars() {
            self.held.push(character);
            let complete = self
                .stops
                .iter()
                .filter(|stop| self.held.ends_with(stop.as_str()));
            if let Some(stop) = complete.max_by_key(|stop| stop.len()) {
                self.held.truncate(self.held.len() - stop.len());
                return (std::mem::take(&mut self.held), Some(stop));
            }
        }
        let kept = self.held.len() - self.longest_beginning();
        let rest = self.held.split_off(kept);
        (std::mem::replace(&mut self.held, rest), None)
    }

    /// What was held back, when no more text comes.
    fn finish(&mut self) -> String {
        std::mem::take(&mut self.held)
    }

    /// Bytes of the longest end of the held text that begins a stop string.
    fn longest_beginning(&self) -> usize {
        let begins = |at: &usize| {
            self.stops
                .iter()
                .any(|stop| stop.starts_with(&self.held[*at..]))
        };
        let mut starts = self.held.char_indices().map(|(at, _)| at);
        starts.find(begins).map_or(0, |at| self.held.len() - at)
    }
}

/// The text of one answer as its tokens arrive.
pub(crate) struct TextStream<'t> {
    decoder: Option<Decoder<'t>>,
    stops: StopStrings,
    /// Everything released so far.
    pub(crate) text: String,
    pub(crate) stopped_at: Option<String>,
}

impl<'t> TextStream<'t> {
    /// Without a tokenizer there is no text, and no stop string is ever found.
    pub(crate) fn new(tokenizer: Option<&'t Tokenizer>, stops: &[String]) -> TextStream<'t> {
        TextStream {
            decoder: tokenizer.map(Tokenizer::decoder),
            stops: StopStrings::new(stops),
            text: String::new(),
            stopped_at: None,
        }
    }

    /// Takes one token; gives the text that it releases.
    pub(crate) fn push(&mut self, id: u32) -> String {
        let Some(decoder) = &mut self.decoder else {
            return String::new();
        };
        let whole = decoder.push(id);
        self.release(&whole)
    }

    /// The end of the answer: gives what was still held back.
    pub(crate) fn finish(&mut self) -> String {
        if self.stopped_at.is_some() {
            return String::new();
        }
        let whole = self.decoder.take().map(Decoder::finish).unwrap_or_default();
        let mut released = self.release(&whole);
        if self.stopped_at.is_none() {
            let held = self.stops.finish();
            self.text.push_str(&held);
            released.push_str(&held);
        }
        released
    }

    fn release(&mut self, text: &str) -> String {
        let (released, stop) = self.stops.push(text);
        self.stopped_at = stop.map(str::to_owned);
        self.text.push_str(&released);
        released
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn run(stops: &[&str], pieces: &[&str]) -> (Vec<String>, Option<String>) {
        let stops: Vec<String> = stops.iter().map(|&stop| stop.to_owned()).collect();
        let mut stream = StopStrings::new(&stops);
        let mut released = Vec::new();
        for piece in pieces {
            let (text, stop) = stream.push(piece);
            released.push(text);
            if let Some(stop) = stop {
                return (released, Some(stop.to_owned()));
            }
        }
        released.push(stream.finish());
        (released, None)
    }

    fn owned(pieces: &[&str]) -> Vec<String> {
        pieces.iter().map(|&piece| piece.to_owned()).collect()
    }

    #[test]
    fn a_stop_string_is_found_across_pieces_and_never_shown_in_part() {
        assert_eq!(
            run(&["END"], &["one E", "N", "D two"]),
            (owned(&["one ", "", ""]), Some("END".into()))
        );
        assert_eq!(
            run(&["。\n"], &["はい。", "\nそう"]),
            (owned(&["はい", ""]), Some("。\n".into()))
        );
    }

    #[test]
    fn what_only_looked_like_a_stop_string_is_released() {
        assert_eq!(
            run(&["END"], &["E", "N", "E", "x"]),
            (owned(&["", "", "EN", "Ex", ""]), None)
        );
        assert_eq!(run(&["END"], &["the E"]), (owned(&["the ", "E"]), None));
        assert_eq!(
            run(&["aab"], &["a", "a", "a", "b"]),
            (owned(&["", "", "a", ""]), Some("aab".into()))
        );
    }

    #[test]
    fn the_first_to_be_complete_wins() {
        assert_eq!(
            run(&["later", "now"], &["x now later"]),
            (owned(&["x "]), Some("now".into()))
        );
        assert_eq!(
            run(&["abcd", "bc"], &["abcd"]),
            (owned(&["a"]), Some("bc".into()))
        );
        assert_eq!(
            run(&["c", "bc"], &["abcd"]),
            (owned(&["a"]), Some("bc".into()))
        );
        assert_eq!(
            run(&["ab", "abc"], &["abc"]),
            (owned(&[""]), Some("ab".into()))
        );
        assert_eq!(run(&["", "b"], &["ab"]), (owned(&["a"]), Some("b".into())));
        assert_eq!(run(&[], &["ab"]), (owned(&["ab", ""]), None));
    }

    /// However the text is cut into pieces, what is shown is the text up to the stop string.
    #[test]
    fn any_cut_gives_the_same_text() {
        let text = "ababacab言葉abac尾";
        let boundaries: Vec<usize> = text.char_indices().map(|(at, _)| at).skip(1).collect();
        for stops in [
            &["abac"][..],
            &["cab言", "葉"],
            &["zz"],
            &["尾", "bac尾"],
            &["babac", "ac"],
        ] {
            let first = stops
                .iter()
                .filter_map(|stop| Some((text.find(stop)? + stop.len(), text.find(stop)?)))
                .min();
            let expected = first.map_or(text.len(), |(_, start)| start);
            for mask in 0..1u32 << boundaries.len().min(12) {
                let mut pieces = Vec::new();
                let mut start = 0;
                for (bit, &at) in boundaries.iter().enumerate() {
                    if mask >> bit & 1 == 1 {
                        pieces.push(&text[start..at]);
                        start = at;
                    }
                }
                pieces.push(&text[start..]);
                assert_eq!(
                    run(stops, &pieces).0.concat(),
                    text[..expected],
                    "{stops:?} {pieces:?}"
                );
            }
        }
    }
}
