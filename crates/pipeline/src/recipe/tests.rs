use super::*;

fn read(tables: &str) -> Recipe {
    try_read(tables, "").unwrap()
}

fn try_read(tables: &str, keys: &str) -> Result<Recipe, Error> {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("recipe.toml");
    let text = format!("name = \"r\"\n{keys}[world]\nmegabytes = 1\n{tables}");
    std::fs::write(&path, text).unwrap();
    Recipe::read(&path, &Additions::default())
}

#[test]
fn a_missing_recipe_names_those_that_there_are() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(
        folder.path().join("mine.toml"),
        "name = \"r\"\n[world]\nmegabytes = 1\n",
    )
    .unwrap();
    std::fs::write(folder.path().join("Cargo.toml"), "[package]\n").unwrap();
    let error = Recipe::read(&folder.path().join("mien.toml"), &Additions::default())
        .unwrap_err()
        .to_string();
    assert!(
        error.contains("mien.toml; there are: ") && error.ends_with("mine.toml"),
        "{error}"
    );
}

#[test]
fn what_a_stage_leaves_out_is_usual_for_that_stage() {
    let recipe = read("[tune]\n[align]\n");
    assert_eq!(recipe.tune.unwrap().training, Settings::tuning());
    assert_eq!(recipe.align.unwrap().training, Settings::alignment());

    let recipe = read(
        "[tune.training]\nbudget = { steps = 7 }\noptimizer = { adamw_lr = 0.5 }\n[align.training]\ncontext = 64\n",
    );
    let mut tuned = Settings::tuning();
    tuned.budget = train::Budget::Steps(7);
    tuned.optimizer.adamw_lr = 0.5;
    assert_eq!(recipe.tune.unwrap().training, tuned);
    let aligned = Settings {
        context: 64,
        ..Settings::alignment()
    };
    assert_eq!(recipe.align.unwrap().training, aligned);
    assert_eq!(recipe.pretrain, Settings::default());
}

#[test]
fn what_is_no_recipe_file_is_told_as_that() {
    let folder = tempfile::tempdir().unwrap();
    let read = |path: &Path| Recipe::read(path, &Additions::default()).unwrap_err();
    let error = read(folder.path()).to_string();
    assert!(
        error.contains("is a folder") && error.contains("--corpus"),
        "{error}"
    );
    let path = folder.path().join("sjis.toml");
    std::fs::write(&path, [0x96, 0xbc]).unwrap();
    let error = read(&path).to_string();
    assert!(
        error.contains("sjis.toml") && error.contains("UTF-8"),
        "{error}"
    );
    std::fs::write(&path, "name = \"r\"\n[world]\nmegabytes = -3\n").unwrap();
    let error = read(&path).to_string();
    assert!(
        error.contains("`world.megabytes` is -3: choose from 0.2 to 4000"),
        "{error}"
    );
}

#[test]
fn settings_of_every_stage_are_checked_before_the_first() {
    for (text, place, problem) in [
        ("[tokenizer]\nvocab_size = 100\n", "tokenizer", "100"),
        (
            "[corpus.options]\nvalid_fraction = 1.0\n",
            "corpus.options",
            "valid_fraction",
        ),
        ("[pretrain]\ncontext = 0\n", "pretrain", "context"),
        (
            "[pretrain]\noptimizer = { muon_iterations = 0 }\n",
            "pretrain",
            "muon_iterations",
        ),
        (
            "[tune.tuning]\nprompt_share = 2.0\n",
            "tune.tuning",
            "prompt_share",
        ),
        (
            "[tune.tuning]\nfirst_weight = 0.0\n",
            "tune.tuning",
            "first_weight",
        ),
        (
            "[tune.training]\nclip_norm = -1.0\n",
            "tune.training",
            "clip_norm",
        ),
        ("[align.dpo]\nbeta = -1.0\n", "align", "dpo.beta"),
        (
            "[align.training]\ncontext = 0\n",
            "align.training",
            "context",
        ),
    ] {
        let message = try_read(text, "").unwrap_err().to_string();
        assert!(
            message.contains(place) && message.contains(problem),
            "{message}"
        );
    }
}

#[test]
fn stages_take_the_recipes_seed_unless_they_have_their_own() {
    let recipe = try_read("[tune]\n[align.training]\nseed = 3\n", "seed = 7\n").unwrap();
    let world = recipe.world.unwrap().seed;
    assert_eq!([world, recipe.pretrain.seed], [7, 7]);
    assert_eq!(recipe.tune.unwrap().training.seed, 7);
    assert_eq!(recipe.align.unwrap().training.seed, 3);
}

#[test]
fn shapes_that_no_model_has_are_told_before_the_first_stage() {
    let error = try_read("[model]\nheads = 5\n", "")
        .unwrap_err()
        .to_string();
    assert!(
        error.contains("[model]") && error.contains("must divide"),
        "{error}"
    );
}

#[test]
fn keys_without_effect_are_refused() {
    let error = try_read("[model]\nfamily = \"gpt2\"\nrope_theta = 5.0\n", "").unwrap_err();
    assert!(error.to_string().contains("learned"), "{error}");
    let config = read("[model]\nrope_theta = 5.0\n").model.config(1000);
    assert_eq!(config.positions, model::Positions::Rotary { theta: 5.0 });
}

#[test]
fn what_is_the_parents_is_not_asked_for_again() {
    for table in ["[model]", "[tokenizer]", "[tune]\nshapes_tokenizer = true"] {
        let error = try_read(&format!("{table}\n"), "parent = \"p\"\n").unwrap_err();
        assert!(error.to_string().contains("is the parent's"), "{error}");
    }
}

#[test]
fn a_value_of_the_wrong_kind_is_told_in_plain_words() {
    for (text, problem) in [
        (
            "[model]\nwidth = \"wide\"\n",
            "invalid type: string \"wide\", expected a whole number, not below 0",
        ),
        (
            "[tokenizer]\nvocab_size = -3\n",
            "invalid value: integer `-3`, expected a whole number, not below 0",
        ),
        (
            "[align.dpo]\nbeta = \"x\"\n",
            "invalid type: string \"x\", expected a number",
        ),
    ] {
        let error = try_read(text, "").unwrap_err().to_string();
        assert!(error.contains(problem), "{error}");
    }
}

#[test]
fn a_licence_that_is_none_is_refused_before_it_costs_all_documents() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("recipe.toml");
    std::fs::write(&path, "name = \"r\"\n").unwrap();
    let with = |license: &str| {
        let additions = Additions {
            corpus: vec![folder.path().to_owned()],
            license: Some(license.to_string()),
            ..Additions::default()
        };
        Recipe::read(&path, &additions).map_err(|error| error.to_string())
    };
    for (license, mark) in [("CC BY 4.0", "[malformed]"), ("My-Licence", "[unknown]")] {
        let error = with(license).unwrap_err();
        assert!(
            error.contains("--license: ") && error.ends_with(mark),
            "{error}"
        );
    }
    // One that only the scope forbids is told by the gate, document by document.
    assert!(with("CC-BY-4.0").is_ok() && with("CC-BY-NC-4.0").is_ok());
}
