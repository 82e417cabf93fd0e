//! JSON Lines of tests and of what is true, of which none may be left out.

use std::path::Path;

use serde::de::DeserializeOwned;

use crate::Error;

/// The records of a file with the numbers of their lines, from 1. Empty lines hold none, and a byte order mark is passed
/// over.
pub(crate) fn read<R: DeserializeOwned>(path: &Path) -> Result<Vec<(usize, R)>, Error> {
    let bytes = std::fs::read(path).map_err(Error::io(path))?;
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&bytes);
    let lines = (1..).zip(bytes.split(|&byte| byte == b'\n'));
    let full = lines.filter(|(_, line)| !line.trim_ascii().is_empty());
    full.map(|(number, line)| {
        let text = std::str::from_utf8(line).map_err(|e| {
            let problem = format!("invalid UTF-8 at byte {} of the line", e.valid_up_to());
            fault(path, number, problem)
        })?;
        let record = serde_json::from_str(text).map_err(|e| fault(path, number, e.to_string()))?;
        Ok((number, record))
    })
    .collect()
}

/// What is wrong with a line.
pub(crate) fn fault(path: &Path, line: usize, problem: String) -> Error {
    Error::Line {
        path: path.to_owned(),
        line,
        problem,
    }
}
