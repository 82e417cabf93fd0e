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
    let value = parse(value);
    if last == "budget" && !value.is_table() {
        let units = train::Budget::UNITS.join(", ");
        return Err(bad(&format!(
            "a budget has a unit ({units}), as in {key}.minutes=30"
        )));
    }
    table.insert(last.to_string(), value);
    Ok(())
}

/// Refuses two units of one budget among settings of one origin: one of them would be ignored.
pub(crate) fn check_budgets(settings: &[(String, String)]) -> Result<(), Error> {
    let budget = |key: &str| {
        let (table, _) = key.rsplit_once('.')?;
        (table.rsplit('.').next() == Some("budget")).then(|| table.to_string())
    };
    for (at, (key, value)) in settings.iter().enumerate() {
        let Some(table) = budget(key) else { continue };
        let mut others = settings[..at].iter().map(|(other, _)| other);
        if let Some(other) =
            others.find(|other| *other != key && budget(other).as_ref() == Some(&table))
        {
            return Err(Error::Override {
                setting: format!("{key}={value}"),
                problem: format!(
                    "{other} is set as well, and a budget has one unit: leave one of them out"
                ),
            });
        }
    }
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
///
/// # Errors
/// If a variable begins with the name of a recipe's table and goes on with no key that has a value there, or looks like
/// a key outside of tables and is none.
pub(crate) fn from_environment(
    known: &Table,
    variables: impl Iterator<Item = (OsString, OsString)>,
) -> Result<Vec<(String, String)>, Error> {
    let mut keys = Vec::new();
    collect(known, "", &mut keys);
    let as_variable = |key: &str| key.replace('.', "_").to_uppercase();
    let mut found = Vec::new();
    for (variable, value) in variables {
        let Some(name) = variable.to_str().and_then(|v| v.strip_prefix("GENSEN_")) else {
            continue;
        };
        match keys.iter().find(|key| as_variable(key) == name) {
            // What is not UTF-8 gets marks in its place, which no number and no name has.
            Some(key) => found.push((key.clone(), value.to_string_lossy().into_owned())),
            None if is_meant_for_a_recipe(name) => {
                let likeness = |key: &&String| strsim::jaro_winkler(&as_variable(key), name);
                let nearest = keys
                    .iter()
                    .max_by(|a, b| likeness(a).total_cmp(&likeness(b)));
                return Err(Error::Override {
                    setting: format!("GENSEN_{name}"),
                    problem: format!(
                        "the recipe has no value of that name{}; what it leaves open can be set by --set table.key=value",
                        nearest.map_or(String::new(), |key| format!(
                            " (the nearest is GENSEN_{})",
                            as_variable(key)
                        ))
                    ),
                });
            }
            None => {}
        }
    }
    found.sort();
    Ok(found)
}

/// How variables begin that mean a key of a recipe's table; other names belong to the program or to someone else.
const TABLES: [&str; 7] = [
    "WORLD_",
    "CORPUS_",
    "TOKENIZER_",
    "MODEL_",
    "PRETRAIN_",
    "TUNE_",
    "ALIGN_",
];

/// Whether a name that is no key was meant for one: it begins with a table's name, or looks like a key outside of
/// tables, of which a mistyped scope would go unnoticed longest.
fn is_meant_for_a_recipe(name: &str) -> bool {
    let looks_like = |key: &&str| strsim::jaro_winkler(key, name) > 0.9;
    TABLES.iter().any(|table| name.starts_with(table))
        || ["NAME", "SEED", "SCOPE", "PARENT"].iter().any(looks_like)
}

/// All dotted keys of a table's leaves, and all units of a budget, which is written in one of them.
fn collect(table: &Table, prefix: &str, keys: &mut Vec<String>) {
    for (name, value) in table {
        let key = if prefix.is_empty() {
            name.clone()
        } else {
            format!("{prefix}.{name}")
        };
        match value {
            Value::Table(_) if name == "budget" => {
                keys.extend(train::Budget::UNITS.map(|unit| format!("{key}.{unit}")));
            }
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
        let error = set(&mut recipe, "pretrain.budget", "3").unwrap_err();
        assert!(
            error.to_string().contains("pretrain.budget.minutes=30"),
            "{error}"
        );
        set(&mut recipe, "pretrain.budget", "{ steps = 3 }").unwrap();
    }

    #[test]
    fn a_budget_is_set_in_one_unit() {
        let setting = |key: &str| (key.to_string(), "5".to_string());
        let (steps, minutes) = (
            setting("pretrain.budget.steps"),
            setting("pretrain.budget.minutes"),
        );
        let other = setting("tune.training.budget.minutes");
        check_budgets(&[steps.clone(), other, steps.clone()]).unwrap();
        let error = check_budgets(&[steps, minutes]).unwrap_err().to_string();
        assert!(
            error.contains("pretrain.budget.minutes=5") && error.contains("pretrain.budget.steps"),
            "{error}"
        );
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
            from_environment(&known, variables).unwrap(),
            [
                ("pretrain.tokens_per_step".to_string(), "4096".to_string()),
                ("seed".to_string(), "3".to_string())
            ]
        );
    }

    #[test]
    fn a_variable_that_means_no_key_is_refused_and_any_unit_of_a_budget_is_one() {
        let known = toml::from_str("[pretrain]\nseed = 1\nbudget = { tokens = 9 }").unwrap();
        let read = |name: &str| {
            let variables = [(OsString::from(name), OsString::from("5"))];
            from_environment(&known, variables.into_iter())
        };
        let minutes = ("pretrain.budget.minutes".to_string(), "5".to_string());
        assert_eq!(read("GENSEN_PRETRAIN_BUDGET_MINUTES").unwrap(), [minutes]);
        // A scope that is not meant so would go unnoticed.
        for name in ["GENSEN_SCOP", "GENSEN_SEEED", "GENSEN_PARENT"] {
            let error = read(name).unwrap_err().to_string();
            assert!(
                error.contains("the recipe has no value of that name"),
                "{error}"
            );
        }
        assert!(
            read("GENSEN_THREADS").unwrap().is_empty() && read("GENSEN_JSON").unwrap().is_empty()
        );
        let error = read("GENSEN_PRETRAIN_SEEED").unwrap_err().to_string();
        assert!(
            error.contains("GENSEN_PRETRAIN_SEEED") && error.contains("GENSEN_PRETRAIN_SEED)"),
            "{error}"
        );
        assert!(
            read("GENSEN_MODEL").unwrap().is_empty() && read("GENSEN_TIER").unwrap().is_empty()
        );
    }
}
