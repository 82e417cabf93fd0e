//! chrF2 against values that sacrebleu gave (see `fixtures/chrf_sacrebleu.py`).

use eval::chrf::Counts;
use serde::Deserialize;

#[derive(Deserialize)]
struct Fixture {
    pairs: Vec<Pair>,
    corpus_with_first_references: f64,
}

#[derive(Deserialize)]
struct Pair {
    hypothesis: String,
    references: Vec<String>,
    chrf2: f64,
}

#[test]
fn agrees_with_sacrebleu() {
    let fixture: Fixture =
        serde_json::from_str(include_str!("fixtures/chrf_sacrebleu.json")).unwrap();
    let mut corpus = Counts::default();
    assert!(fixture.pairs.len() > 20);
    for pair in &fixture.pairs {
        let score = Counts::new(&pair.hypothesis, &pair.references).score();
        assert!(
            (score - pair.chrf2).abs() < 1e-6,
            "`{}`: {score}, sacrebleu {}",
            pair.hypothesis,
            pair.chrf2
        );
        corpus.add(&Counts::new(&pair.hypothesis, &pair.references[..1]));
    }
    assert!(
        (corpus.score() - fixture.corpus_with_first_references).abs() < 1e-6,
        "{}",
        corpus.score()
    );
}
