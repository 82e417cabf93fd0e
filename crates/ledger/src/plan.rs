//! What is to be made: the part of a manifest that is known beforehand.

use crate::manifest::{self, Input, Kind, SCHEMA};
use serde_json::Value;

/// A plan names an artefact before it exists; two equal plans make the same thing.
#[derive(Clone, Debug, PartialEq)]
pub struct Plan {
    pub kind: Kind,
    pub name: String,
    /// In the order in which they are used; the order is part of the key.
    pub inputs: Vec<Input>,
    /// Every setting that has an influence on the result, and nothing else.
    pub config: Value,
}

impl Plan {
    /// 64 hexadecimal digits: the BLAKE3 hash of kind, name, configuration, the roles,
    /// contents, release scopes and duties of the inputs, and the format version. The order of the fields in `config` has no influence;
    /// neither have the names of the inputs, since only what is in them matters.
    pub fn key(&self) -> String {
        let inputs: Vec<Value> = self
            .inputs
            .iter()
            .map(|input| serde_json::json!([input.role, input.content, input.scope, input.duties]))
            .collect();
        let whole = serde_json::json!([SCHEMA, self.kind, self.name, self.config, inputs]);
        let mut text = String::new();
        write_canonical(&whole, &mut text);
        blake3::hash(text.as_bytes()).to_hex().to_string()
    }

    /// `name@` and the first twelve digits of the key: the folder that the artefact will have.
    pub fn id(&self) -> String {
        manifest::id(&self.name, &self.key())
    }
}

/// JSON without spaces and with the fields of objects sorted.
fn write_canonical(value: &Value, text: &mut String) {
    match value {
        Value::Array(items) => {
            text.push('[');
            for (i, item) in items.iter().enumerate() {
                text.push_str(if i == 0 { "" } else { "," });
                write_canonical(item, text);
            }
            text.push(']');
        }
        Value::Object(fields) => {
            let mut sorted: Vec<_> = fields.iter().collect();
            sorted.sort_by_key(|(name, _)| name.as_str());
            text.push('{');
            for (i, (name, field)) in sorted.into_iter().enumerate() {
                text.push_str(if i == 0 { "" } else { "," });
                text.push_str(&Value::from(name.as_str()).to_string());
                text.push(':');
                write_canonical(field, text);
            }
            text.push('}');
        }
        scalar => text.push_str(&scalar.to_string()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Duties, Scope};
    use serde_json::json;

    fn plan() -> Plan {
        Plan {
            kind: Kind::Corpus,
            name: "starter".to_string(),
            inputs: vec![Input {
                role: "source".to_string(),
                name: "world".to_string(),
                key: "k".repeat(64),
                content: "c".repeat(64),
                scope: Scope::Open,
                duties: Duties::default(),
            }],
            config: json!({"seed": 1, "valid": 0.01, "nested": {"b": [1, 2], "a": null}}),
        }
    }

    #[test]
    fn equal_plans_have_equal_keys() {
        let mut reordered = plan();
        reordered.config = json!({"nested": {"a": null, "b": [1, 2]}, "valid": 0.01, "seed": 1});
        assert_eq!(plan().key(), reordered.key());
        assert_eq!(plan().key().len(), 64);
        assert_eq!(plan().id(), format!("starter@{}", &plan().key()[..12]));
    }

    #[test]
    fn everything_that_matters_changes_the_key() {
        let changes: [fn(&mut Plan); 9] = [
            |p| p.kind = Kind::Shards,
            |p| p.name.push('2'),
            |p| p.config["seed"] = json!(2),
            |p| p.config["seed"] = json!("1"),
            |p| p.config["nested"]["b"] = json!([2, 1]),
            |p| p.inputs[0].content = "d".repeat(64),
            |p| p.inputs[0].scope = Scope::Internal,
            |p| p.inputs[0].duties.attribution = true,
            |p| p.inputs[0].role = "parent".to_string(),
        ];
        let mut keys = std::collections::BTreeSet::from([plan().key()]);
        for change in changes {
            let mut changed = plan();
            change(&mut changed);
            keys.insert(changed.key());
        }
        assert_eq!(keys.len(), changes.len() + 1);
    }

    #[test]
    fn the_path_of_an_input_has_no_influence() {
        let mut renamed = plan();
        renamed.inputs[0].name = "elsewhere".to_string();
        assert_eq!(plan().key(), renamed.key());
    }
}
