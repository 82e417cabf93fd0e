//! What is told of the stretches that were found.

use ledger::{Policy, Scope};
use trace::{GUARANTEED, Options, Phase, Role};

use crate::{document, index, parts, seen, trace};

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
