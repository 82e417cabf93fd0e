//! Licence expressions: several licences in one line, and which of them bind.

/// An SPDX licence expression (SPDX specification 2.3, annex D); `X+` is an identifier of its own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Expression {
    Id(String),
    /// All of them bind.
    And(Vec<Expression>),
    /// The user picks one.
    Or(Vec<Expression>),
}

/// No honest expression is longer; the bound also bounds the depth of parentheses.
const EXPRESSION_BYTES_MAX: usize = 500;

impl Expression {
    /// Reads `MIT`, `MIT OR Apache-2.0`, `(MIT OR CC0-1.0) AND CC-BY-4.0`, `X WITH exception`.
    pub(crate) fn parse(text: &str) -> Result<Expression, String> {
        if text.len() > EXPRESSION_BYTES_MAX {
            return Err(format!("it is longer than {EXPRESSION_BYTES_MAX} bytes"));
        }
        let spaced = text.replace('(', " ( ").replace(')', " ) ");
        let mut words = spaced.split_whitespace().peekable();
        let expression = any_of(&mut words)?;
        match words.next() {
            None => Ok(expression),
            Some(word) => Err(format!("`{word}` stands where AND or OR should")),
        }
    }
}

type Words<'w> = std::iter::Peekable<std::str::SplitWhitespace<'w>>;

fn next_is(words: &mut Words, keyword: &str) -> bool {
    words
        .next_if(|word| word.eq_ignore_ascii_case(keyword))
        .is_some()
}

fn any_of(words: &mut Words) -> Result<Expression, String> {
    let mut parts = vec![all_of(words)?];
    while next_is(words, "OR") {
        parts.push(all_of(words)?);
    }
    Ok(one_or(parts, Expression::Or))
}

fn all_of(words: &mut Words) -> Result<Expression, String> {
    let mut parts = vec![single(words)?];
    while next_is(words, "AND") {
        parts.push(single(words)?);
    }
    Ok(one_or(parts, Expression::And))
}

fn one_or(mut parts: Vec<Expression>, many: fn(Vec<Expression>) -> Expression) -> Expression {
    if parts.len() == 1 {
        parts.remove(0)
    } else {
        many(parts)
    }
}

/// Exceptions of SPDX's list that are met with texts and programs.
const EXCEPTIONS: &[&str] = &[
    "Autoconf-exception-3.0",
    "Bison-exception-2.2",
    "Bootloader-exception",
    "Classpath-exception-2.0",
    "Font-exception-2.0",
    "GCC-exception-3.1",
    "Linux-syscall-note",
    "LLVM-exception",
    "OpenJDK-assembly-exception-1.0",
    "Qt-LGPL-exception-1.1",
    "Swift-exception",
    "Universal-FOSS-exception-1.0",
];

fn single(words: &mut Words) -> Result<Expression, String> {
    let word = words.next().ok_or("a licence is missing at its end")?;
    if word == "(" {
        let inner = any_of(words)?;
        return if next_is(words, ")") {
            Ok(inner)
        } else {
            Err("a closing parenthesis is missing".to_string())
        };
    }
    if !is_id(word.strip_suffix('+').unwrap_or(word)) {
        return Err(format!("`{word}` is not a licence identifier"));
    }
    if next_is(words, "WITH") {
        let name = words
            .next()
            .ok_or("the name of an exception is missing after WITH")?;
        if !is_id(name) {
            return Err(format!("`{name}` is not the name of an exception"));
        }
        // SPDX's exceptions only ever permit more, so the licence without them is the safe reading.
        // Other additions, such as the Commons Clause, may take away: together they are a licence that nobody knows.
        let is_name = |known: &&str| known.eq_ignore_ascii_case(name);
        if !EXCEPTIONS.iter().any(is_name) {
            return Ok(Expression::Id(format!("{word} WITH {name}")));
        }
    }
    Ok(Expression::Id(word.to_string()))
}

fn is_id(word: &str) -> bool {
    let is_id_byte = |b: u8| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'.' | b':');
    !word.is_empty() && word.bytes().all(is_id_byte) && !["AND", "OR", "WITH"].contains(&word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn expressions_bind_as_spdx_says() {
        let id = |name: &str| Expression::Id(name.to_string());
        assert_eq!(Expression::parse("MIT"), Ok(id("MIT")));
        assert_eq!(
            Expression::parse("MIT OR ISC AND Zlib"),
            Ok(Expression::Or(vec![
                id("MIT"),
                Expression::And(vec![id("ISC"), id("Zlib")])
            ]))
        );
        assert_eq!(
            Expression::parse("(MIT or ISC) and Zlib WITH LLVM-exception"),
            Ok(Expression::And(vec![
                Expression::Or(vec![id("MIT"), id("ISC")]),
                id("Zlib")
            ]))
        );
        // What may take away is another licence, and one part of a choice as any other.
        assert_eq!(
            Expression::parse("ISC OR MIT WITH Commons-Clause OR GPL-2.0+"),
            Ok(Expression::Or(vec![
                id("ISC"),
                id("MIT WITH Commons-Clause"),
                id("GPL-2.0+")
            ]))
        );
    }

    #[test]
    fn malformed_expressions_are_refused() {
        for text in [
            "",
            "MIT OR",
            "AND MIT",
            "(MIT",
            "MIT)",
            "MIT ISC",
            "a/b",
            "MIT WITH",
            "MIT WITH (ISC)",
            "MIT++",
        ] {
            assert!(Expression::parse(text).is_err(), "{text}");
        }
        assert!(Expression::parse(&"(".repeat(100_000)).is_err());
    }
}
