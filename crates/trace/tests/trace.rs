//! Traces of answers whose sources are known.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use ledger::{Policy, Scope, random::Random};
use trace::normal::{is_border, normalised};
use trace::{
    Builder, Error, GUARANTEED, Index, Options, Part, Phase, Provenance, Role, Seen, Stage,
    TrainingDocument,
};

fn stages() -> Vec<Stage> {
    [
        (Phase::PreTraining, "base@1"),
        (Phase::Tuning, "tuned@2"),
        (Phase::Alignment, "aligned@3"),
    ]
    .map(|(phase, model)| Stage {
        phase,
        model: model.into(),
    })
    .to_vec()
}

fn document(id: &str, text: &str) -> TrainingDocument {
    TrainingDocument {
        provenance: Provenance {
            id: id.into(),
            lang: "en".into(),
            license: "CC-BY-4.0".into(),
            source: "test".into(),
            ..Provenance::default()
        },
        stage: 0,
        parts: vec![Part {
            role: Role::Text,
            text: text.into(),
        }],
        seen: Vec::new(),
    }
}

/// A document of several parts from one stage of training.
fn parts(id: &str, stage: usize, parts: &[(Role, &str)]) -> TrainingDocument {
    let part = |&(role, text): &(Role, &str)| Part {
        role,
        text: text.into(),
    };
    TrainingDocument {
        stage,
        parts: parts.iter().map(part).collect(),
        ..document(id, "")
    }
}

fn seen(step: u64, bytes: std::ops::Range<usize>) -> Seen {
    Seen {
        step,
        start: bytes.start as u64,
        end: bytes.end as u64,
    }
}

fn index(folder: &Path, documents: &[TrainingDocument]) -> Index {
    let mut builder = Builder::create(folder, stages()).unwrap();
    for document in documents {
        builder.add(document).unwrap();
    }
    builder.finish().unwrap();
    Index::open(folder).unwrap()
}

fn trace(index: &Index, answer: &str) -> trace::Trace {
    index
        .trace(answer, &Options::default(), &Policy::default())
        .unwrap()
}

#[test]
fn planted_sentence_leads_to_its_document_licence_and_steps() {
    let folder = tempfile::tempdir().unwrap();
    let filler = "Nothing to see in this one, only words about the weather of the season. ";
    let planted = "The ferry to Kamome Island leaves at seven in the morning.";
    let text = format!("{filler}{planted} {filler}");
    let half = filler.len() as u64;
    let mut planted_document = document("ferry", &text);
    planted_document.provenance.license = "CC-BY-SA-4.0".into();
    planted_document.provenance.title = Some("Ferries\u{1b}[31m\nand boats".into());
    planted_document.provenance.url = Some("https://harbour.example/ferry".into());
    planted_document.seen = vec![
        Seen {
            step: 90,
            start: half,
            end: text.len() as u64,
        },
        Seen {
            step: 11,
            start: 0,
            end: text.len() as u64,
        },
        Seen {
            step: 44,
            start: 0,
            end: half,
        },
    ];
    let index = index(
        folder.path(),
        &[document("other", filler), planted_document],
    );

    let answer = "Of course! the ferry to  Kamome Island\nleaves at seven in the morning, I think.";
    let found = trace(&index, answer);
    assert_eq!(found.spans.len(), 1);
    assert_eq!(
        found.spans[0].text,
        "the ferry to  Kamome Island\nleaves at seven in the morning"
    );
    assert_eq!(
        (found.spans[0].documents, found.spans[0].common),
        (1, false)
    );
    let best = &found.documents[0];
    assert_eq!(
        (best.provenance.id.as_str(), best.phase, best.model.as_str()),
        ("ferry", Phase::PreTraining, "base@1")
    );
    // Step 44 read only the half before the sentence.
    assert_eq!(best.matches[0].steps, [11, 90]);
    let excerpt = best.matches[0].excerpt.as_ref().unwrap();
    assert_eq!(
        excerpt.matched,
        "The ferry to Kamome Island leaves at seven in the morning"
    );
    assert!(filler.ends_with(&excerpt.before) && excerpt.after.starts_with(". Nothing"));

    let shown = found.to_string();
    assert!(
        shown.contains("Ferries [31m and boats") && !shown.contains('\u{1b}'),
        "{shown}"
    );
    for word in [
        "licence CC-BY-SA-4.0",
        "https://harbour.example/ferry",
        "pre-training",
        "read at steps 11, 90",
        "»The ferry",
    ] {
        assert!(shown.contains(word), "{word} is missing in:\n{shown}");
    }
}

#[test]
fn japanese_needs_no_blanks_and_no_equal_widths() {
    let folder = tempfile::tempdir().unwrap();
    let index = index(
        folder.path(),
        &[document(
            "ja",
            "山田花子は、\n　２０２０年に港町でﾊﾟﾝ屋を開きました。",
        )],
    );
    let found = trace(&index, "山田花子は、2020年に港町でパン屋を開いた。");
    assert_eq!(found.spans[0].text, "山田花子は、2020年に港町でパン屋を開");
    assert_eq!(
        found.documents[0].matches[0]
            .excerpt
            .as_ref()
            .unwrap()
            .matched,
        "山田花子は、\n　２０２０年に港町でﾊﾟﾝ屋を開"
    );
}

#[test]
fn says_so_when_nothing_matches() {
    let folder = tempfile::tempdir().unwrap();
    let index = index(
        folder.path(),
        &[document(
            "a",
            "A lighthouse keeper paints his boat blue every spring.",
        )],
    );
    let found = trace(&index, "The keeper of the lighthouse paints boats.");
    assert!(found.spans.is_empty() && found.documents.is_empty());
    assert_eq!(
        (found.covered, found.documents_total, found.too_short),
        (0.0, 0, false)
    );
    let shown = found.to_string();
    for words in [
        "No match",
        "1 training documents",
        "base@1",
        "Shorter pieces may stand there",
    ] {
        assert!(shown.contains(words), "{words} is missing in:\n{shown}");
    }
}

#[test]
fn says_so_when_the_answer_is_too_short() {
    let folder = tempfile::tempdir().unwrap();
    let text = "A lighthouse keeper paints his boat blue. ２　＋　３　＝　５．";
    let index = index(folder.path(), &[document("a", text)]);
    for (answer, bytes) in [
        ("", 0),
        ("短い", 6),
        ("２　＋　３　＝　５．", 10),
        ("A lighthouse keeper pai", 23),
    ] {
        let found = trace(&index, answer);
        assert!(found.spans.is_empty() && found.documents.is_empty());
        let json = serde_json::to_value(&found).unwrap();
        assert_eq!(json["too_short"], true, "{answer}");
        assert_eq!(json["answer_bytes"], bytes, "{answer}");
        assert_eq!(json["least_bytes"], GUARANTEED);
        let shown = found.to_string();
        let told =
            format!("Too short to be followed back: this answer has {bytes} bytes; 24 are needed");
        assert!(shown.starts_with(&told), "{shown}");
    }
    let long_enough = trace(&index, "A lighthouse keeper pain");
    assert!(!long_enough.too_short);
}

#[test]
fn the_sign_after_the_words_hides_no_document() {
    for (answer, page) in [
        (
            "Akemi works at Hinode Diner.",
            "Akemi works at Hinode Diner, where she bakes the bread.",
        ),
        (
            "明美さんは日の出食堂で働いています。",
            "明美さんは日の出食堂で働いています、と町の人は言います。",
        ),
    ] {
        let folder = tempfile::tempdir().unwrap();
        let mut web = document("page", page);
        web.provenance.url = Some("https://izumi.example/akemi".into());
        let talk = parts("talk", 1, &[(Role::Assistant, answer)]);
        let found = trace(&index(folder.path(), &[talk, web]), answer);
        let words = answer.trim_end_matches(['.', '。']);
        assert_eq!(found.spans.len(), 1, "{:?}", found.spans);
        let span = &found.spans[0];
        assert_eq!((span.text.as_str(), span.bytes), (words, words.len()));
        assert_eq!((span.documents, found.documents_total), (2, 2));
        let ids: Vec<_> = found.documents.iter().map(|d| &d.provenance.id).collect();
        assert_eq!(ids, ["talk", "page"]);
        // The whole answer was copied; its full stop makes it no less.
        assert_eq!(found.covered, 1.0);
        let shown = found.to_string();
        assert!(
            shown.contains("https://izumi.example/akemi")
                && shown.contains("2 documents of 2 hold one of these spans"),
            "{shown}"
        );
    }
}

#[test]
fn signs_stay_where_the_words_alone_would_be_too_short() {
    let folder = tempfile::tempdir().unwrap();
    // 23 bytes without the signs.
    let index = index(
        folder.path(),
        &[
            document("quoted", "\"She works at Nami Diner.\""),
            document("stop", "Yes. She works at Nami Diner."),
            document("comma", "She works at Nami Diner, I think."),
        ],
    );
    let found = trace(&index, "\"She works at Nami Diner.\"");
    let spans: Vec<_> = found
        .spans
        .iter()
        .map(|s| (s.text.as_str(), s.bytes, s.documents))
        .collect();
    assert_eq!(
        spans,
        [
            ("\"She works at Nami Diner", 24, 1),
            ("She works at Nami Diner.", 24, 1)
        ]
    );
    assert_eq!(found.documents_total, 2);
}

#[test]
fn words_are_never_cut() {
    let folder = tempfile::tempdir().unwrap();
    let index = index(
        folder.path(),
        &[document(
            "a",
            "the wildcat sat on the soft red mattress today",
        )],
    );
    let found = trace(&index, "A cat sat on the soft red mat.");
    assert_eq!(
        found.spans.len(),
        0,
        "{:?}: `sat on the soft red` has 19 bytes",
        found.spans
    );
    let found = trace(&index, "A cat sat on the soft red mattress today.");
    assert_eq!(
        found.spans[0].text.trim(),
        "sat on the soft red mattress today"
    );
}

#[test]
fn ranks_long_and_rare_first_and_marks_common_phrases() {
    let folder = tempfile::tempdir().unwrap();
    let common = "is a small town in the north";
    let mut documents: Vec<_> = (0..60)
        .map(|i| {
            document(
                &format!("c{i}"),
                &format!("Place number {i} {common} of it all, {i}."),
            )
        })
        .collect();
    documents.push(document(
        "long",
        "They say that Aoba is known for its apple cakes and lanterns.",
    ));
    documents.push(document(
        "short",
        "Well: is known for its apple cakes, that town.",
    ));
    let index = index(folder.path(), &documents);
    let found = trace(
        &index,
        &format!("Aoba {common}. Aoba is known for its apple cakes and lanterns."),
    );
    let spans: Vec<_> = found
        .spans
        .iter()
        .map(|s| (s.text.trim(), s.documents, s.common))
        .collect();
    assert_eq!(
        spans,
        [
            (common, 60, true),
            ("Aoba is known for its apple cakes and lanterns", 1, false)
        ]
    );
    // `short` holds only a part of the longest span, so it is no source of a longest span.
    let ids: Vec<_> = found
        .documents
        .iter()
        .take(2)
        .map(|d| d.provenance.id.as_str())
        .collect();
    assert_eq!(ids, ["long", "c0"]);
    assert_eq!((found.documents_total, found.documents.len()), (61, 10));
    assert!(found.covered_by_rare < found.covered);
    let shown = found.to_string();
    assert!(
        shown.contains("60 documents, a common phrase")
            && shown.contains("… and 51 more documents"),
        "{shown}"
    );
}

#[test]
fn tells_phase_and_role_and_keeps_parts_apart() {
    let folder = tempfile::tempdir().unwrap();
    let mut talk = parts(
        "talk",
        1,
        &[
            (Role::User, "Who keeps the lighthouse of Kamome?"),
            (Role::Assistant, "Old Genzo has kept it since the storm."),
        ],
    );
    let turn = talk.parts[0].text.len();
    talk.seen = vec![seen(3, 0..turn), seen(5, turn..turn + 38)];
    let pair = parts(
        "pair",
        2,
        &[
            (Role::Chosen, "I do not know who that is, sorry."),
            (
                Role::Rejected,
                "The mayor of Kamome is called Professor Zed.",
            ),
        ],
    );
    let index = index(folder.path(), &[talk, pair]);
    let found = trace(
        &index,
        "Who keeps the lighthouse of Kamome? Old Genzo has kept it since the storm. The mayor of Kamome is called Professor Zed.",
    );
    let seen: Vec<_> = found
        .documents
        .iter()
        .flat_map(|d| {
            d.matches
                .iter()
                .map(move |m| (d.phase, m.role, m.steps.clone()))
        })
        .collect();
    assert_eq!(
        seen,
        [
            (Phase::Alignment, Role::Rejected, vec![]),
            (Phase::Tuning, Role::User, vec![3]),
            (Phase::Tuning, Role::Assistant, vec![5]),
        ]
    );
    let shown = found.to_string();
    assert!(
        shown.contains("trained away from") && shown.contains("never read"),
        "{shown}"
    );
}

/// Role and steps of each match of the only document that holds the answer's only span.
fn matches(found: &trace::Trace) -> Vec<(Role, Vec<u64>)> {
    assert_eq!((found.spans.len(), found.documents.len()), (1, 1));
    assert_eq!((found.spans[0].documents, found.documents_total), (1, 1));
    let of_match = |m: &trace::Match| (m.role, m.steps.clone());
    found.documents[0].matches.iter().map(of_match).collect()
}

#[test]
fn a_span_in_question_and_answer_is_told_of_both() {
    let folder = tempfile::tempdir().unwrap();
    let words = "Old Genzo keeps the lighthouse of Kamome";
    let (ask, reply) = (
        format!("Is it true that {words}?"),
        format!("Yes, {words}."),
    );
    let mut talk = parts("talk", 1, &[(Role::User, &ask), (Role::Assistant, &reply)]);
    talk.seen = vec![
        seen(3, 0..ask.len()),
        seen(5, ask.len()..ask.len() + reply.len()),
    ];
    let found = trace(&index(folder.path(), &[talk]), words);
    assert_eq!(
        matches(&found),
        [(Role::User, vec![3]), (Role::Assistant, vec![5])]
    );
    let shown = found.to_string();
    assert!(
        shown.contains("[1] user's turn (not the answer); read at step 3")
            && shown.contains("[1] assistant's turn; read at step 5"),
        "{shown}"
    );
}

#[test]
fn a_span_in_both_answers_of_a_pair_is_told_of_both() {
    let folder = tempfile::tempdir().unwrap();
    let words = "The mayor of Kamome is called";
    let (chosen, rejected) = (format!("{words} Sato."), format!("{words} Professor Zed."));
    let mut pair = parts(
        "pair",
        2,
        &[(Role::Chosen, &chosen), (Role::Rejected, &rejected)],
    );
    pair.seen = vec![seen(7, 0..chosen.len() + rejected.len())];
    let found = trace(&index(folder.path(), &[pair]), words);
    assert_eq!(
        matches(&found),
        [(Role::Chosen, vec![7]), (Role::Rejected, vec![7])]
    );
}

#[test]
fn a_span_that_a_document_repeats_has_the_steps_of_every_passage() {
    let folder = tempfile::tempdir().unwrap();
    let words = "the ferry to Kamome Island leaves at seven";
    let text = format!("First: {words}. Second: {words}. Third: {words}.");
    let [second, third] = ["Second", "Third"].map(|word| text.find(word).unwrap());
    let mut long = document("long", &text);
    // The first passage was never read.
    long.seen = vec![
        seen(20, third..text.len()),
        seen(9, second..third),
        seen(12, second..text.len()),
    ];
    let found = trace(&index(folder.path(), &[long]), words);
    assert_eq!(matches(&found), [(Role::Text, vec![9, 12, 20])]);
    let excerpt = found.documents[0].matches[0].excerpt.as_ref().unwrap();
    assert!(excerpt.before.ends_with("Second: "), "{excerpt:?}");
    assert!(!found.to_string().contains("never read"));
}

#[test]
fn text_is_withheld_where_the_licence_forbids_to_show_it() {
    let folder = tempfile::tempdir().unwrap();
    let secret = "Patient Mori takes the blue pills twice a day.";
    let mut note = document("note", secret);
    note.provenance.license = "LicenseRef-Confidential".into();
    let index = index(folder.path(), &[note]);
    let open = trace(&index, secret);
    assert_eq!(
        open.documents[0].provenance.license,
        "LicenseRef-Confidential"
    );
    assert!(open.documents[0].matches[0].excerpt.is_none());
    assert!(open.to_string().contains("text withheld: "));
    let inside = index
        .trace(
            secret,
            &Options::default(),
            &Policy::for_scope(Scope::Internal),
        )
        .unwrap();
    assert_eq!(
        inside.documents[0].matches[0]
            .excerpt
            .as_ref()
            .unwrap()
            .matched,
        secret.trim_end_matches('.')
    );
}

/// The definition, tried out: every stretch that the answer shares with a text and that goes no further
/// on either side, from its first border of words to its last, without the signs at its ends; and of
/// these ranges those that lie within no other one.
fn naive(texts: &[String], answer: &str) -> BTreeMap<(usize, usize), BTreeSet<usize>> {
    let a = answer.as_bytes();
    let mut held: BTreeMap<(usize, usize), BTreeSet<usize>> = BTreeMap::new();
    for (number, text) in texts.iter().enumerate() {
        let t = text.as_bytes();
        for (i, j) in (0..a.len()).flat_map(|i| (0..t.len()).map(move |j| (i, j))) {
            if i > 0 && j > 0 && a[i - 1] == t[j - 1] {
                continue;
            }
            let shared = a[i..].iter().zip(&t[j..]).take_while(|(x, y)| x == y);
            let borders: Vec<usize> = (0..=shared.count())
                .filter(|&k| is_border(a, i + k) && is_border(t, j + k))
                .collect();
            if let [first, .., last] = borders[..] {
                let (start, end) = without_signs(answer, i + first, i + last);
                if end - start >= GUARANTEED {
                    held.entry((start, end)).or_default().insert(number);
                }
            }
        }
    }
    let ranges: Vec<_> = held.keys().copied().collect();
    held.retain(|&(s, e), _| {
        !ranges
            .iter()
            .any(|&(s2, e2)| (s2, e2) != (s, e) && s2 <= s && e <= e2)
    });
    held
}

/// The range without the signs at its end and start, as far as the least length allows.
fn without_signs(answer: &str, mut start: usize, mut end: usize) -> (usize, usize) {
    let is_sign = |c: &char| !c.is_alphanumeric();
    while let Some(c) = answer[start..end].chars().next_back().filter(is_sign)
        && end - c.len_utf8() >= start + GUARANTEED
    {
        end -= c.len_utf8();
    }
    while let Some(c) = answer[start..end].chars().next().filter(is_sign)
        && end - c.len_utf8() >= start + GUARANTEED
    {
        start += c.len_utf8();
    }
    (start, end)
}

#[test]
fn agrees_with_the_naive_search_on_random_texts() {
    let words = [
        "a", "cat", "cats", "sat", "on", "猫", "が", "いる", "、", "。", "the", "3", "mat", ". ",
    ];
    let mut matches = 0;
    for round in 0..60 {
        let mut random = Random::new(5, "naive-search", round);
        let mut sentence = |count: usize| -> String {
            // Already normalised, so that offsets of both searches are the same.
            normalised(
                &(0..count)
                    .map(|_| *random.choose(&words))
                    .collect::<Vec<_>>()
                    .join(" "),
            )
        };
        let texts: Vec<String> = (0..8).map(|_| sentence(60)).collect();
        let piece =
            |i: usize, from: usize| texts[i].chars().skip(from).take(30).collect::<String>();
        let answer = normalised(&format!(
            "{} {} {} {}",
            sentence(6),
            piece(0, 11),
            piece(3, 40),
            sentence(20)
        ));
        let folder = tempfile::tempdir().unwrap();
        let documents: Vec<_> = texts
            .iter()
            .enumerate()
            .map(|(i, t)| document(&i.to_string(), t))
            .collect();
        let options = Options {
            documents_max: 100,
            ..Options::default()
        };
        let found = index(folder.path(), &documents)
            .trace(&answer, &options, &Policy::default())
            .unwrap();
        let mut got: BTreeMap<(usize, usize), BTreeSet<usize>> = BTreeMap::new();
        for document in &found.documents {
            for m in &document.matches {
                let span = &found.spans[m.span];
                // A span's original range leaves out the blanks at its ends.
                got.entry((span.start, span.end))
                    .or_default()
                    .insert(document.provenance.id.parse().unwrap());
            }
        }
        let trimmed = |(s, e): (usize, usize)| {
            (
                e - answer[s..e].trim_start().len(),
                s + answer[s..e].trim_end().len(),
            )
        };
        let expected: BTreeMap<_, _> = naive(&texts, &answer)
            .into_iter()
            .map(|(range, ids)| (trimmed(range), ids))
            .collect();
        assert_eq!(got, expected, "round {round}: {answer}");
        assert!(
            found
                .spans
                .iter()
                .all(|s| s.documents == got[&(s.start, s.end)].len())
        );
        matches += got.len();
    }
    assert!(matches > 60, "the rounds must contain matches: {matches}");
}

#[test]
fn equal_builds_give_equal_files() {
    let documents = [
        document("a", "One text that is long enough to be found."),
        document("b", "二つ目の文章も十分に長いものです。"),
    ];
    let (one, two) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    index(one.path(), &documents);
    index(two.path(), &documents);
    for entry in std::fs::read_dir(one.path()).unwrap() {
        let name = entry.unwrap().file_name();
        assert_eq!(
            std::fs::read(one.path().join(&name)).unwrap(),
            std::fs::read(two.path().join(&name)).unwrap(),
            "{name:?}"
        );
    }
}

#[test]
fn damaged_and_missing_files_are_named() {
    let folder = tempfile::tempdir().unwrap();
    assert!(
        matches!(Index::open(folder.path()), Err(Error::Io { path, .. }) if path.ends_with("trace.json"))
    );
    index(
        folder.path(),
        &[
            document("a", "One text that is long enough to be found."),
            document("b", "Another one, also long enough for it."),
        ],
    );
    for name in [
        "original.bin",
        "normalised.bin",
        "postings.bin",
        "documents.jsonl",
        "trace.json",
    ] {
        let path = folder.path().join(name);
        let good = std::fs::read(&path).unwrap();
        std::fs::write(&path, &good[..good.len() - 2]).unwrap();
        let error = Index::open(folder.path())
            .err()
            .unwrap_or_else(|| panic!("{name} was opened"));
        assert!(
            error.to_string().contains(name) && error.to_string().contains("build the index"),
            "{error}"
        );
        std::fs::write(&path, good).unwrap();
    }
    let path = folder.path().join("documents.jsonl");
    let lines = std::fs::read_to_string(&path).unwrap();
    for (from, to) in [
        (
            "\"original_bytes\":41",
            "\"original_bytes\":18446744073709551615",
        ),
        ("\"stage\":0", "\"stage\":9"),
        ("\"id\"", "id"),
    ] {
        assert!(lines.contains(from), "{lines}");
        std::fs::write(&path, lines.replacen(from, to, 1)).unwrap();
        let error = Index::open(folder.path())
            .err()
            .expect("opened a broken index")
            .to_string();
        assert!(error.contains("documents.jsonl: line "), "{error}");
    }
}

#[test]
fn any_postings_are_survived() {
    // Positions out of range, inside characters, across the border of two texts.
    let folder = tempfile::tempdir().unwrap();
    let text = "二つ目の文章も十分に長いものです。";
    index(folder.path(), &[document("a", text), document("b", text)]);
    let path = folder.path().join("postings.bin");
    let postings = std::fs::read(&path).unwrap();
    for shift in [1u64, 7, 1000, (1 << 40) - 1] {
        let moved: Vec<u8> = postings
            .chunks_exact(8)
            .flat_map(|p| (u64::from_le_bytes(p.try_into().unwrap()) ^ shift).to_le_bytes())
            .collect();
        std::fs::write(&path, moved).unwrap();
        trace(&Index::open(folder.path()).unwrap(), text);
    }
}

#[test]
fn limits_are_errors_with_a_remedy() {
    let folder = tempfile::tempdir().unwrap();
    let index = index(folder.path(), &[]);
    let policy = Policy::default();
    let long = "a".repeat((1 << 20) + 1);
    assert!(
        index
            .trace(&long, &Options::default(), &policy)
            .unwrap_err()
            .to_string()
            .contains("trace it in parts")
    );
    let options = Options {
        least_bytes: 5,
        ..Options::default()
    };
    assert!(
        index
            .trace("x", &options, &policy)
            .unwrap_err()
            .to_string()
            .contains("ask for 24 or more")
    );
    let mut builder = Builder::create(folder.path(), stages()).unwrap();
    let mut stray = document("stray", "text");
    stray.stage = 3;
    assert!(matches!(
        builder.add(&stray),
        Err(Error::Stage {
            stage: 3,
            stages: 3,
            ..
        })
    ));
}
