use std::path::Path;

use serde_json::Value;

use crate::Error;

/// A field of a JSON file that knows its name, so that every complaint can say where it is.
pub(crate) struct Node<'a> {
    file: &'a Path,
    name: String,
    /// Null where the field is missing.
    pub(crate) value: &'a Value,
}

impl<'a> Node<'a> {
    pub(crate) fn root(file: &'a Path, value: &'a Value) -> Node<'a> {
        Node {
            file,
            name: String::new(),
            value,
        }
    }

    /// A field of an object; null where there is none.
    pub(crate) fn get(&self, key: &str) -> Node<'a> {
        let dot = if self.name.is_empty() { "" } else { "." };
        Node {
            file: self.file,
            name: format!("{}{dot}{key}", self.name),
            value: self.value.get(key).unwrap_or(&Value::Null),
        }
    }

    pub(crate) fn items(&self) -> Result<impl Iterator<Item = Node<'a>> + use<'_, 'a>, Error> {
        let items = self.value.as_array().ok_or_else(|| self.not_a("a list"))?;
        Ok(items.iter().enumerate().map(|(i, value)| Node {
            file: self.file,
            name: format!("{}[{i}]", self.name),
            value,
        }))
    }

    pub(crate) fn entries(
        &self,
    ) -> Result<impl Iterator<Item = (&'a str, Node<'a>)> + use<'_, 'a>, Error> {
        let entries = self
            .value
            .as_object()
            .ok_or_else(|| self.not_a("an object"))?;
        Ok(entries.iter().map(|(key, value)| {
            let name = format!("{}[{key:?}]", self.name);
            (
                key.as_str(),
                Node {
                    file: self.file,
                    name,
                    value,
                },
            )
        }))
    }

    pub(crate) fn str(&self) -> Result<&'a str, Error> {
        self.value.as_str().ok_or_else(|| self.not_a("a string"))
    }

    /// True or false, or what holds when the field is missing.
    pub(crate) fn bool_or(&self, missing: bool) -> Result<bool, Error> {
        match self.value {
            Value::Null => Ok(missing),
            Value::Bool(value) => Ok(*value),
            _ => Err(self.not_a("true or false")),
        }
    }

    /// A token id below `bound`.
    pub(crate) fn id(&self, bound: usize) -> Result<u32, Error> {
        match self.value.as_u64() {
            Some(id) if id < bound as u64 => Ok(id as u32),
            Some(id) => {
                Err(self.wrong(format!("token id {id} is too large, the limit is {bound}")))
            }
            None => Err(self.not_a("a token id")),
        }
    }

    /// The error that this field holds something impossible.
    pub(crate) fn wrong(&self, problem: impl Into<String>) -> Error {
        Error::Field {
            path: self.file.to_owned(),
            field: self.name.clone(),
            problem: problem.into(),
        }
    }

    /// The error that this field asks for something that is not done here.
    pub(crate) fn unsupported(&self, remedy: &'static str) -> Error {
        Error::Unsupported {
            path: self.file.to_owned(),
            field: self.name.clone(),
            found: brief(self.value),
            remedy,
        }
    }

    fn not_a(&self, kind: &str) -> Error {
        match self.value {
            Value::Null => self.wrong(format!("missing, should be {kind}")),
            other => self.wrong(format!("{} found, should be {kind}", brief(other))),
        }
    }
}

/// A value in a few characters.
fn brief(value: &Value) -> String {
    const SHOWN_MAX: usize = 60;
    let text = value.to_string();
    match text.char_indices().nth(SHOWN_MAX) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text,
    }
}
