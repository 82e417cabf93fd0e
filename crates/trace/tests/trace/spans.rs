//! Which stretches of an answer are found, and where.

use std::collections::{BTreeMap, BTreeSet};

use ledger::{Policy, random::Random};
use trace::normal::{is_border, normalised};
use trace::{GUARANTEED, Options, Phase, Role, Seen};

use crate::{document, index, parts, trace};

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
                && shown.contains("2 of 2 documents hold one of these spans"),
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
