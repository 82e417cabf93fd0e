//! Beam search against every answer that there is; surprise against full recomputation.

use crate::tiny::*;
use infer::{BeamSearch, Finish, Hypothesis};
use model::{Config, Model};

fn search(width: usize, length_penalty: f32, max_tokens: usize, stop_ids: &[u32]) -> BeamSearch {
    BeamSearch {
        width,
        length_penalty,
        max_tokens: Some(max_tokens),
        stop_ids: stop_ids.to_vec(),
    }
}

#[test]
fn a_beam_of_one_is_greedy() {
    for config in configs() {
        let model = opinionated(config);
        let mut generator = exact(&model);
        for seed in 0..4 {
            let ids = prompt(3 + seed as usize, seed);
            let beams = generator
                .beam_search(&ids, &search(1, 1.0, 15, &[]))
                .unwrap();
            let greedy = run(&mut generator, &ask(ids, Some(15)));
            assert_eq!(beams.len(), 1);
            assert_eq!(beams[0].ids, greedy.ids());
            let logprob: f64 = greedy
                .tokens
                .iter()
                .map(|token| f64::from(token.logprob))
                .sum();
            assert!((beams[0].logprob - logprob).abs() < 1e-4);
            assert!((beams[0].score - logprob / 15.0).abs() < 1e-5);
        }
    }
}

/// Every answer of at most `max_tokens` tokens out of a vocabulary of 5, with its score.
fn all_answers(
    model: &Model,
    ids: &[u32],
    penalty: f64,
    max_tokens: usize,
    stop: u32,
) -> Vec<Hypothesis> {
    let mut all = Vec::new();
    let mut open = vec![(Vec::new(), 0.0)];
    for len in 1..=max_tokens {
        let mut longer = Vec::new();
        for (answer, logprob) in open {
            let next = recomputed(model, &[ids, &answer].concat());
            for (id, step) in (0u32..).zip(next) {
                let logprob = logprob + step;
                let score = logprob / (len as f64).powf(penalty);
                let whole = [answer.clone(), vec![id]].concat();
                if id == stop {
                    all.push(Hypothesis {
                        ids: answer.clone(),
                        finish: Finish::StopToken(stop),
                        logprob,
                        score,
                    });
                } else if len == max_tokens {
                    all.push(Hypothesis {
                        ids: whole,
                        finish: Finish::MaxTokens,
                        logprob,
                        score,
                    });
                } else {
                    longer.push((whole, logprob));
                }
            }
        }
        open = longer;
    }
    all.sort_by(|a, b| b.score.total_cmp(&a.score));
    all
}

#[test]
fn a_wide_beam_finds_the_best_of_all_answers() {
    let model = opinionated(Config {
        context: 16,
        ..Config::llama(5, 16, 32, 2, 4)
    });
    let mut generator = exact(&model);
    for (seed, penalty) in [(1, 0.0), (2, 1.0), (3, 2.0), (4, -1.0), (5, 0.6)] {
        let ids: Vec<u32> = prompt(6, seed).iter().map(|id| id % 5).collect();
        let expected = all_answers(&model, &ids, f64::from(penalty), 4, 0);
        let found = generator
            .beam_search(&ids, &search(300, penalty, 4, &[0]))
            .unwrap();
        assert!(found.len() >= 5);
        for (found, expected) in found.iter().zip(&expected).take(5) {
            assert_eq!(
                (&found.ids, &found.finish),
                (&expected.ids, &expected.finish),
                "penalty {penalty}"
            );
            assert!((found.logprob - expected.logprob).abs() < 1e-5);
            assert!((found.score - expected.score).abs() < 1e-5);
        }
        // A narrow beam may miss the best, but what it finds is scored as it should be.
        for narrow in generator
            .beam_search(&ids, &search(2, penalty, 4, &[0]))
            .unwrap()
        {
            let same =
                |other: &&Hypothesis| other.ids == narrow.ids && other.finish == narrow.finish;
            let expected = expected.iter().find(same).unwrap();
            assert!((narrow.score - expected.score).abs() < 1e-5);
        }
    }
}

#[test]
fn an_answer_that_fills_the_context_says_so() {
    let model = opinionated(Config {
        context: 16,
        ..configs()[0].clone()
    });
    let open = BeamSearch {
        max_tokens: None,
        ..search(2, 1.0, 1, &[])
    };
    let found = exact(&model).beam_search(&prompt(12, 1), &open).unwrap();
    assert_eq!(
        (found[0].ids.len(), &found[0].finish),
        (4, &Finish::ContextFull)
    );
}

#[test]
fn surprise_is_that_of_full_recomputation() {
    let model = opinionated(Config {
        context: 16,
        ..configs()[2].clone()
    });
    let mut generator = exact(&model);
    let (short, long) = (prompt(10, 1), prompt(50, 2));
    let scores = generator
        .score_all(&[&short[..], &[], &short[..1], &long])
        .unwrap();
    assert_eq!(
        scores
            .iter()
            .map(|score| score.bits.len())
            .collect::<Vec<_>>(),
        [9, 0, 0, 49]
    );
    let bits =
        |ids: &[u32], id: u32| -recomputed(&model, ids)[id as usize] / std::f64::consts::LN_2;
    for at in 1..10 {
        assert!((f64::from(scores[0].bits[at - 1]) - bits(&short[..at], short[at])).abs() < 1e-4);
    }
    for at in 1..50 {
        // Windows of 16 begin at 0, 8, 16 …; the first predicts 16 tokens, each other 8.
        let start = if at <= 16 { 0 } else { (at - 1) / 8 * 8 - 8 };
        assert!(
            (f64::from(scores[3].bits[at - 1]) - bits(&long[start..at], long[at])).abs() < 1e-4,
            "token {at}"
        );
    }
    assert_eq!(generator.score(&long).unwrap(), scores[3]);
    let answer = scores[0].logprob_from(4);
    let expected: f64 = (4..10)
        .map(|at| recomputed(&model, &short[..at])[short[at] as usize])
        .sum();
    assert!((answer - expected).abs() < 1e-4);
    assert!((scores[0].bits_per_byte(20) - scores[0].total_bits() / 20.0).abs() < 1e-9);
}

#[test]
fn the_next_distribution_sums_to_one() {
    let model = opinionated(configs()[0].clone());
    let mut generator = exact(&model);
    let ids = prompt(7, 1);
    let next = generator.next(&ids, 5).unwrap();
    let expected = recomputed(&model, &ids);
    assert_eq!(next.candidates.len(), 5);
    assert!(next.candidates.is_sorted_by(|a, b| a.1 >= b.1));
    for &(id, probability) in &next.candidates {
        assert!((probability - expected[id as usize].exp()).abs() < 1e-5);
    }
    let named: f64 = next
        .candidates
        .iter()
        .map(|(_, probability)| probability)
        .sum();
    assert!((named + next.rest - 1.0).abs() < 1e-6);
    let entropy: f64 = expected
        .iter()
        .map(|p| -p.exp() * p / std::f64::consts::LN_2)
        .sum();
    assert!((next.entropy_bits - entropy).abs() < 1e-4);
    assert_eq!(generator.next(&ids, 1000).unwrap().candidates.len(), 60);
}
