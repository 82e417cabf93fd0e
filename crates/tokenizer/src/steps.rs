//! The pre-tokeniser as steps: each cuts the pieces of the step before.

use fancy_regex::Regex;
use serde_json::{Value, json};

use crate::Error;
use crate::file::Node;
use crate::split::{Words, pattern};

/// GPT-2's expression, which a `ByteLevel` step with `use_regex` stands for.
const GPT2: &str = r"'s|'t|'re|'ve|'m|'ll|'d| ?\p{L}+| ?\p{N}+| ?[^\s\p{L}\p{N}]+|\s+(?!\S)|\s+";

/// Steps of backtracking that an expression may take at one place. Where a foreign expression
/// needs more, the rest of the text becomes one word: still lossless.
const BACKTRACK_MAX: usize = 1 << 24;

#[derive(Clone, Debug)]
enum Step {
    /// Our own rule, by its scanner.
    Ours,
    /// Matches and what lies between them.
    Split(Box<Regex>),
    /// Digits apart from everything else, and from each other if `singly`.
    Digits { singly: bool },
}

#[derive(Clone, Debug)]
pub(crate) struct Steps {
    steps: Vec<Step>,
    json: Value,
}

impl Steps {
    pub(crate) fn ours() -> Steps {
        Steps {
            steps: vec![Step::Ours],
            json: json!({
                "type": "Sequence",
                "pretokenizers": [
                    {"type": "Split", "pattern": {"Regex": pattern()}, "behavior": "Isolated", "invert": false},
                    {"type": "ByteLevel", "add_prefix_space": false, "trim_offsets": true, "use_regex": false},
                ],
            }),
        }
    }

    /// Reads the field `pre_tokenizer`.
    pub(crate) fn read(node: &Node) -> Result<Steps, Error> {
        let mut steps = Vec::new();
        let mut byte_level = false;
        read_step(node, &mut steps, &mut byte_level)?;
        if !byte_level {
            return Err(node.unsupported(
                "only byte-level tokenizers can be read: a ByteLevel step is needed",
            ));
        }
        Ok(Steps {
            steps,
            json: node.value.clone(),
        })
    }

    pub(crate) fn json(&self) -> &Value {
        &self.json
    }

    pub(crate) fn for_each_word(&self, text: &str, take: &mut impl FnMut(&str)) {
        cut(&self.steps, text, take);
    }
}

fn read_step(node: &Node, steps: &mut Vec<Step>, byte_level: &mut bool) -> Result<(), Error> {
    let kind = node.get("type");
    if *byte_level {
        return Err(kind.unsupported("no step may follow ByteLevel"));
    }
    match kind.str()? {
        "Sequence" => {
            for item in node.get("pretokenizers").items()? {
                read_step(&item, steps, byte_level)?;
            }
        }
        "Split" => steps.push(read_split(node)?),
        "Digits" => steps.push(Step::Digits {
            singly: node.get("individual_digits").bool_or(false)?,
        }),
        "ByteLevel" => {
            let prefix = node.get("add_prefix_space");
            if prefix.bool_or(true)? {
                return Err(prefix.unsupported("it would change the text; only false can be read"));
            }
            if node.get("use_regex").bool_or(true)? {
                steps.push(Step::Split(Box::new(compile(
                    &node.get("use_regex"),
                    GPT2,
                )?)));
            }
            *byte_level = true;
        }
        _ => return Err(kind.unsupported("Sequence, Split, Digits and ByteLevel can be read")),
    }
    Ok(())
}

fn read_split(node: &Node) -> Result<Step, Error> {
    let behavior = node.get("behavior");
    if behavior.str()? != "Isolated" {
        return Err(behavior.unsupported("only Isolated can be read"));
    }
    let invert = node.get("invert");
    if invert.bool_or(false)? {
        return Err(invert.unsupported("only false can be read"));
    }
    let regex = node.get("pattern").get("Regex");
    if regex.value.is_null() {
        let literal = node.get("pattern").get("String");
        let escaped = fancy_regex::escape(literal.str()?);
        return Ok(Step::Split(Box::new(compile(&literal, &escaped)?)));
    }
    match regex.str()? {
        ours if ours == pattern() => Ok(Step::Ours),
        other => Ok(Step::Split(Box::new(compile(&regex, other)?))),
    }
}

fn compile(node: &Node, expression: &str) -> Result<Regex, Error> {
    fancy_regex::RegexBuilder::new(expression)
        .backtrack_limit(BACKTRACK_MAX)
        .build()
        .map_err(|e| node.wrong(format!("not a regular expression: {e}")))
}

fn cut(steps: &[Step], text: &str, take: &mut impl FnMut(&str)) {
    let Some((step, steps)) = steps.split_first() else {
        if !text.is_empty() {
            take(text);
        }
        return;
    };
    match step {
        Step::Ours => Words::of(text).for_each(|word| cut(steps, word, take)),
        Step::Split(regex) => {
            let mut done = 0;
            // The first error ends the search; what is left is cut as one piece below.
            for found in regex.find_iter(text).map_while(Result::ok) {
                if found.start() > done {
                    cut(steps, &text[done..found.start()], take);
                }
                if found.end() > found.start() {
                    cut(steps, found.as_str(), take);
                }
                done = found.end();
            }
            cut(steps, &text[done..], take);
        }
        Step::Digits { singly } => {
            let mut rest = text;
            while let Some(first) = rest.chars().next() {
                let digit = first.is_numeric();
                let end = match digit && *singly {
                    true => first.len_utf8(),
                    false => rest
                        .find(|c: char| c.is_numeric() != digit)
                        .unwrap_or(rest.len()),
                };
                let (piece, after) = rest.split_at(end);
                cut(steps, piece, take);
                rest = after;
            }
        }
    }
}
