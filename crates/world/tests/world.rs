//! The world as users meet it: the folder that `write` writes, read back and held against the ground truth.

use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::path::Path;
use std::sync::OnceLock;

use serde::Deserialize;
use world::{Options, Summary, World, write};

#[derive(Deserialize)]
struct Document {
    id: String,
    text: String,
    lang: String,
    license: String,
    url: String,
    title: String,
    date: String,
}

impl Document {
    fn is_open(&self) -> bool {
        ["CC0-1.0", "CC-BY-4.0", "CC-BY-SA-4.0"].contains(&self.license.as_str())
    }
}

struct Written {
    world: World,
    summary: Summary,
    documents: Vec<Document>,
    clinic: Vec<Document>,
    heldout: Vec<serde_json::Value>,
}

fn options(seed: u64, bytes: u64) -> Options {
    Options { seed, bytes, ..Options::default() }
}

fn lines<T: serde::de::DeserializeOwned>(path: &Path) -> Vec<T> {
    let text = std::fs::read_to_string(path).unwrap();
    text.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

/// The default world, written once for all tests.
fn default_world() -> &'static Written {
    static WRITTEN: OnceLock<Written> = OnceLock::new();
    WRITTEN.get_or_init(|| {
        let dir = tempfile::tempdir().unwrap();
        let options = Options { conversations: 10, preferences: 10, ..Options::default() };
        let summary = write(dir.path(), &options, &mut ledger::silent()).unwrap();
        Written {
            world: options.world(),
            summary,
            documents: lines(&dir.path().join("documents.jsonl")),
            clinic: lines(&dir.path().join("clinic.jsonl")),
            heldout: lines(&dir.path().join("heldout/facts.jsonl")),
        }
    })
}

/// The hash of every file under a folder, by name.
fn hashes(dir: &Path) -> BTreeMap<String, blake3::Hash> {
    let mut found = BTreeMap::new();
    for entry in std::fs::read_dir(dir).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        if path.is_dir() {
            found.extend(hashes(&path).into_iter().map(|(file, hash)| (format!("{name}/{file}"), hash)));
        } else {
            found.insert(name, blake3::hash(&std::fs::read(&path).unwrap()));
        }
    }
    found
}

#[test]
fn equal_seeds_give_equal_files_and_other_seeds_other_towns() {
    let folders = [(1, "a"), (1, "b"), (2, "c")].map(|(seed, _)| {
        let dir = tempfile::tempdir().unwrap();
        let options = Options { conversations: 200, preferences: 60, ..options(seed, 300_000) };
        write(dir.path(), &options, &mut ledger::silent()).unwrap();
        hashes(dir.path())
    });
    assert_eq!(folders[0], folders[1]);
    for name in ["documents.jsonl", "clinic.jsonl", "facts.jsonl", "instruct.jsonl", "heldout/facts.jsonl"] {
        assert_ne!(folders[0][name], folders[2][name], "{name}");
    }
}

#[test]
fn sizes_and_languages_are_as_asked() {
    for bytes in [1_000_000, 4_000_000] {
        let dir = tempfile::tempdir().unwrap();
        let options = Options { conversations: 10, preferences: 10, ..options(3, bytes) };
        let summary = write(dir.path(), &options, &mut ledger::silent()).unwrap();
        let near = |value: u64, wanted: f64| (value as f64 / wanted - 1.0).abs() < 0.03;
        assert!(near(summary.bytes, bytes as f64), "{summary:?}");
        assert!(near(summary.clinic_bytes, bytes as f64 / 20.0), "{summary:?}");
        assert!(near(summary.bytes_ja, bytes as f64 * 0.55), "{summary:?}");
        let open: u64 = ["CC0-1.0", "CC-BY-4.0", "CC-BY-SA-4.0"].iter().map(|name| summary.licences[*name].bytes).sum();
        assert!(open as f64 >= 0.85 * bytes as f64, "{summary:?}");
        let residents = if bytes == 1_000_000 { 24 } else { 42 };
        assert_eq!(summary.residents, residents);
    }
}

#[test]
fn a_size_out_of_range_is_refused_and_nothing_is_written() {
    let dir = tempfile::tempdir().unwrap();
    let error = write(dir.path(), &options(0, 10), &mut ledger::silent()).unwrap_err();
    assert_eq!(error.to_string(), "a world of 10 bytes cannot be written: choose from 200000 to 4000000000 bytes");
    assert_eq!(std::fs::read_dir(dir.path()).unwrap().count(), 0);
}

#[test]
fn an_unwritable_folder_is_named() {
    let dir = tempfile::tempdir().unwrap();
    let file = dir.path().join("taken");
    std::fs::write(&file, "not a folder").unwrap();
    let error = write(&file, &options(0, 300_000), &mut ledger::silent()).unwrap_err().to_string();
    assert!(error.starts_with("cannot write `") && error.contains("taken"), "{error}");
}

#[test]
fn progress_grows_and_ends_at_the_whole() {
    let dir = tempfile::tempdir().unwrap();
    let mut seen = Vec::new();
    let options = Options { conversations: 10, preferences: 10, ..options(0, 3_000_000) };
    write(dir.path(), &options, &mut |progress: ledger::Progress<'_>| {
        if progress.unit == "bytes" {
            seen.push((progress.done, progress.total));
        }
    })
    .unwrap();
    assert!(seen.len() >= 3 && seen.is_sorted(), "{seen:?}");
    assert_eq!(*seen.last().unwrap(), (3_000_000, Some(3_000_000)));
}

#[test]
fn documents_are_distinct_but_for_the_copies_made_on_purpose() {
    let written = default_world();
    let texts: HashSet<&str> = written.documents.iter().map(|document| document.text.as_str()).collect();
    let repeated = written.documents.len() - texts.len();
    assert_eq!(repeated as u64, written.summary.copies);
    assert!(repeated >= 10, "{repeated}");
    let ids: HashSet<&str> = written.documents.iter().map(|document| document.id.as_str()).collect();
    assert_eq!(ids.len(), written.documents.len());
}

#[test]
fn every_record_is_complete() {
    for document in default_world().documents.iter().chain(&default_world().clinic) {
        assert!(document.text.len() > 40, "{} is too short: {}", document.id, document.text);
        assert!(!document.title.is_empty(), "{}", document.id);
        let host = document.url.split('/').nth(2).unwrap_or_default();
        assert!(host.ends_with(".example"), "{}", document.url);
        assert!(document.date.len() == 10 && ["ja", "en"].contains(&document.lang.as_str()), "{}", document.id);
    }
}

/// The texts of open documents about a subject are gathered once per language, title included.
#[test]
fn every_fact_is_stated_often_in_open_documents_of_each_language() {
    const LEAST: usize = 32;
    let written = default_world();
    let texts: Vec<(String, String)> = written
        .documents
        .iter()
        .filter(|document| document.is_open())
        .map(|document| format!("{}\n{}", document.title, document.text))
        .map(|text| (text.to_lowercase(), text))
        .collect();
    let mut by_subject: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    let mut total = 0;
    for fact in &written.world.facts {
        for (name, value) in [(&fact.name.ja, &fact.value.ja), (&fact.name.en, &fact.value.en)] {
            let about = by_subject.entry(name).or_insert_with(|| {
                texts.iter().filter(|(_, text)| text.contains(name.as_str())).map(|(lower, _)| lower.as_str()).collect()
            });
            let value = value.to_lowercase();
            let count = about.iter().filter(|text| text.contains(&value)).count();
            assert!(count >= LEAST, "{}: {name} and {value} are together in {count} documents", fact.id);
            total += count;
        }
    }
    let mean = total / written.world.facts.len() / 2;
    assert!(mean >= 50, "{mean}");
}

/// Every value stated of a resident in a fixed wording is the value of the ground truth.
#[test]
fn nothing_contradicts_the_ground_truth() {
    let written = default_world();
    let patterns: &[(&str, &str, &str)] = &[
        ("'s favourite food is ", ".", "favourite_food"),
        ("'s hobby is ", ".", "hobby"),
        ("'s favourite colour is ", ".", "favourite_colour"),
        ("'s birthday is in ", ".", "birth_month"),
        ("'s best friend is ", ".", "best_friend"),
        (" was born in ", ".", "birth_month"),
        (" lives in the ", ".", "home_district"),
        ("の好きな食べ物は", "で", "favourite_food"),
        ("の趣味は", "で", "hobby"),
        ("の好きな色は", "で", "favourite_colour"),
        ("の誕生日は", "で", "birth_month"),
        ("の親友は", "で", "best_friend"),
        ("の大好物は", "で", "favourite_food"),
        ("の家は", "に", "home_district"),
    ];
    let facts: BTreeMap<(&str, &str), &world::Fact> = written
        .world
        .facts
        .iter()
        .filter(|fact| matches!(fact.subject, world::Subject::Resident(_)))
        .flat_map(|fact| [&fact.name.ja, &fact.name.en].map(|name| ((name.as_str(), fact.relation.key()), fact)))
        .collect();
    let names: BTreeSet<&str> = facts.keys().map(|(name, _)| *name).collect();
    let mut checked = 0;
    for document in &written.documents {
        for (between, end, relation) in patterns {
            for (at, _) in document.text.match_indices(between) {
                let before = document.text[..at].trim_end_matches("さん");
                let Some(name) = names.iter().find(|name| before.ends_with(**name)) else { continue };
                let Some(fact) = facts.get(&(*name, *relation)) else { continue };
                let rest = &document.text[at + between.len()..];
                let stated = rest.split('\n').next().unwrap_or_default();
                // Questions state nothing, and 「そこ」 points back.
                if stated.starts_with("そこ") || stated.split(['。', '？']).next().unwrap_or_default().ends_with('か')
                {
                    continue;
                }
                let stated = stated.split(end).next().unwrap_or_default();
                // A sentence may go on ("; Koji's is chocolate"), or say something else of the hobby.
                let value = if name.is_ascii() { &fact.value.en } else { &fact.value.ja };
                let fits = stated.trim_end_matches("さん").starts_with(value.as_str()) || value.starts_with(stated);
                assert!(fits, "{}: `{name}{between}{stated}`, but {relation} is {value}", document.id);
                checked += 1;
            }
        }
    }
    assert!(checked > 3_000, "{checked}");
}

#[test]
fn no_template_shows_through() {
    let residue =
        ["{", "}", "[", "]", "<", ">", "|", "  ", "。。", "、、", "、。", "。、", " .", " ,", "..", ",.", "?,", "!,"];
    let wrong_forms = [
        "っました",
        "んました",
        "っます",
        "んます",
        "だます",
        "まます",
        "かます",
        "いますが、です",
        "でしたです",
        "ですです",
        "だです",
    ];
    for document in default_world().documents.iter().chain(&default_world().clinic) {
        for sign in residue.iter().chain(&wrong_forms) {
            assert!(!document.text.contains(sign), "{}: `{sign}` in {}", document.id, document.text);
            assert!(!document.title.contains(sign), "{}: `{sign}` in {}", document.id, document.title);
        }
    }
}

#[test]
fn english_articles_and_capitals_are_right() {
    for document in default_world().documents.iter().filter(|document| document.lang == "en") {
        let mut words = document.text.split_whitespace().peekable();
        while let (Some(word), Some(next)) = (words.next(), words.peek()) {
            let first = next.trim_start_matches('"').chars().next().unwrap_or(' ').to_ascii_lowercase();
            let vowel = "aeiou".contains(first) && !next.starts_with("one");
            match word.trim_start_matches('"').to_ascii_lowercase().as_str() {
                // "hour" is the only word of the world whose first letter is mute.
                "a" => assert!(!vowel || next.starts_with("us"), "{}: `{word} {next}`", document.id),
                "an" => assert!(vowel || next.starts_with("hour"), "{}: `{word} {next}`", document.id),
                _ => {}
            }
            let ends = word.ends_with(['.', '!', '?']) && !word.ends_with(".\"");
            if ends && next.is_ascii() {
                let start = next.trim_start_matches(['"', '(']).chars().next().unwrap_or('A');
                assert!(!start.is_ascii_lowercase(), "{}: `{word} {next}`", document.id);
            }
        }
    }
}

#[test]
fn a_polite_document_keeps_to_its_register() {
    let narrative =
        ["/people/", "/places/", "/events/", "/animals/", "/comparisons/", "/news/", "/lists/", "/diaries/"];
    let endings = ["である", "だった", "だろう", "かった", "ていた", "食べた", "喜ぶ", "元気だ", "いる", "ある"];
    let mut polite = 0;
    for document in default_world().documents.iter().filter(|document| document.lang == "ja") {
        if !narrative.iter().any(|section| document.id.contains(section)) {
            continue;
        }
        // What people say in quotation marks may have a register of its own.
        let mut depth = 0;
        let told: String = document
            .text
            .chars()
            .filter(|sign| {
                depth += i32::from(*sign == '「') - i32::from(*sign == '」');
                depth == 0
            })
            .collect();
        let sentences: Vec<&str> = told.split(['。', '\n']).filter(|sentence| !sentence.is_empty()).collect();
        let is_polite = |sentence: &str| {
            ["です", "ます", "ました", "ません", "でした", "でしょう"].iter().any(|end| sentence.ends_with(end))
        };
        if sentences.iter().any(|sentence| is_polite(sentence)) {
            polite += 1;
            for sentence in sentences {
                assert!(
                    !endings.iter().any(|end| sentence.ends_with(end)),
                    "{}: {sentence}\n{}",
                    document.id,
                    document.text
                );
            }
        }
    }
    assert!(polite > 300, "{polite}");
}

/// Where Japanese and English stand beside each other, English sentences begin with capitals too.
#[test]
fn english_beside_japanese_begins_with_a_capital() {
    let mut seen = 0;
    for document in default_world().documents.iter().filter(|document| document.id.contains("/two-tongues/ja/")) {
        for sign in ["。 / ", "。 = ", "。\n英語：", "。\n"] {
            for (at, _) in document.text.match_indices(sign) {
                let english = &document.text[at + sign.len()..];
                assert!(!english.starts_with(|first: char| first.is_ascii_lowercase()), "{}: {english}", document.id);
                seen += usize::from(english.starts_with(|first: char| first.is_ascii_uppercase()));
            }
        }
    }
    assert!(seen > 300, "{seen}");
}

/// A list of who lives where names everyone, or says that there are others.
#[test]
fn lists_of_residents_leave_nobody_out() {
    let written = default_world();
    let mut checked = 0;
    for document in written.documents.iter().filter(|document| document.id.contains("/lists/en/")) {
        for line in document.text.split(['.', '\n']) {
            let Some((names, district)) = line.split_once(" live in the ") else { continue };
            let home = written
                .world
                .facts
                .iter()
                .filter(|fact| fact.relation == world::Relation::HomeDistrict && fact.value.en == district);
            let named = |name: &str| names.split(|sign: char| !sign.is_alphabetic()).any(|word| word == name);
            let missing = home.filter(|fact| !named(&fact.name.en)).count();
            assert!(missing == 0 || names.ends_with(" and others"), "{}: {line}", document.id);
            checked += 1;
        }
    }
    assert!(checked > 3, "{checked}");
}

#[test]
fn the_clinic_keeps_its_patients_to_itself() {
    let written = default_world();
    let patients = world::documents::patients(&written.world);
    assert!(patients.len() >= 12);
    for patient in &patients {
        assert!(written.documents.iter().all(|document| !document.text.contains(&patient.number)));
        for lang in ["ja", "en"] {
            let notes = written.clinic.iter().filter(|note| note.lang == lang && note.text.contains(&patient.number));
            assert!(notes.count() >= 5, "{} in {lang}", patient.number);
        }
    }
    assert!(written.clinic.iter().all(|note| note.license == "LicenseRef-Confidential"));
}

#[test]
fn held_out_questions_are_in_no_document() {
    let written = default_world();
    let lines: HashSet<&str> = written
        .documents
        .iter()
        .flat_map(|document| document.text.lines())
        .map(|line| line.split_once(": ").or_else(|| line.split_once('：')).map_or(line, |(_, rest)| rest).trim())
        .collect();
    let mut asked = 0;
    for test in &written.heldout {
        for message in test["prompt"].as_array().unwrap() {
            let question = message["content"].as_str().unwrap();
            assert!(!lines.contains(question), "{question}");
            asked += 1;
        }
    }
    assert!(asked > 500, "{asked}");
}
