//! Settings from outside of the recipe file: `--set pretrain.seed=7` and `GENSEN_PRETRAIN_SEED=7`
//! both mean the key `seed` of the table `[pretrain]`.

use std::ffi::OsString;

use toml::{Table, Value};

use crate::Error;

/// Puts `value`, written as in TOML (bare words are taken as strings), at the dotted `key`.
pub(crate) fn set(recipe: &mut Table, key: &str, value: &str) -> Result<(), Error> {
    let bad = |problem: &str| Error::Override {
        setting: format!("{key}={value}"),
        problem: problem.to_string(),
    };
    let (path, last) = match key.rsplit_once('.') {
        Some((path, last)) => (path, last),
        None => ("", key),
    };
    if last.is_empty() {
        return Err(bad("the key is empty"));
    }
    let mut table = recipe;
    for part in path.split('.').filter(|part| !part.is_empty()) {
        table = table
            .entry(part)
            .or_insert_with(|| Value::Table(Table::new()))
            .as_table_mut()
            .ok_or_else(|| bad(&format!("`{part}` is not a table")))?;
    }
    // A budget is one choice among several: another unit takes the place of the one written.
    if path.rsplit('.').next() == Some("budget") {
        table.clear();
    }
    table.insert(last.to_string(), parse(value));
    Ok(())
}

fn parse(value: &str) -> Value {
    toml::from_str::<Table>(&format!("value = {value}"))
        .ok()
        .and_then(|mut table| table.remove("value"))
        .unwrap_or_else(|| Value::String(value.to_string()))
}

/// The settings named by environment variables, as `(dotted key, value)`.
///
/// `known` holds every key that a recipe may have, with all its tables; `PRETRAIN_TOKENS_PER_STEP`
/// is ambiguous by itself and is understood by comparing with these.
pub(crate) fn from_environment(
    known: &Table,
    variables: impl Iterator<Item = (OsString, OsString)>,
) -> Vec<(String, String)> {
    let mut keys = Vec::new();
    collect(known, "", &mut keys);
    let mut found: Vec<(String, String)> = variables
        .filter_map(|(name, value)| {
            let name = name.to_str()?.strip_prefix("GENSEN_")?;
            let key = keys
                .iter()
                .find(|key| key.replace('.', "_").to_uppercase() == name)?;
            // What is not UTF-8 gets marks in its place, which no number and no name has.
            Some((key.clone(), value.to_string_lossy().into_owned()))
        })
        .collect();
    found.sort();
    found
}

/// All dotted keys of a table's leaves.
fn collect(table: &Table, prefix: &str, keys: &mut Vec<String>) {
    for (name, value) in table {
        let key = if prefix.is_empty() {
            name.clone()
        } else {
            format!("{prefix}.{name}")
        };
        match value {
            Value::Table(inner) => collect(inner, &key, keys),
            _ => keys.push(key),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sets_nested_keys_with_toml_values() {
        let mut recipe: Table = toml::from_str("name = 'a'\n[pretrain]\nseed = 1").unwrap();
        set(&mut recipe, "pretrain.seed", "7").unwrap();
        set(&mut recipe, "pretrain.budget.minutes", "2.5").unwrap();
        set(&mut recipe, "name", "my-model").unwrap();
        let expected = "name = 'my-model'\n[pretrain]\nseed = 7\nbudget = { minutes = 2.5 }";
        assert_eq!(recipe, toml::from_str::<Table>(expected).unwrap());
        set(&mut recipe, "pretrain.budget.tokens", "9").unwrap();
        assert_eq!(recipe["pretrain"]["budget"].to_string(), "{ tokens = 9 }");
        let error = set(&mut recipe, "name.first", "1").unwrap_err().to_string();
        assert!(error.contains("`name` is not a table"), "{error}");
    }

    #[test]
    fn environment_variables_name_known_keys_only() {
        let known = toml::from_str("seed = 1\n[pretrain]\ntokens_per_step = 1").unwrap();
        let variables = [
            ("GENSEN_PRETRAIN_TOKENS_PER_STEP", "4096"),
            ("GENSEN_HOME", "somewhere"),
            ("GENSEN_SEED", "3"),
            ("PATH", "x"),
        ];
        let variables = variables
            .iter()
            .map(|(n, v)| (OsString::from(n), OsString::from(v)));
        assert_eq!(
            from_environment(&known, variables),
            [
                ("pretrain.tokens_per_step".to_string(), "4096".to_string()),
                ("seed".to_string(), "3".to_string())
            ]
        );
    }
}
