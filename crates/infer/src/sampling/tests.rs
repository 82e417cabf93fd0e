use super::*;

fn logits(count: usize, stream: &str) -> Vec<f32> {
    let mut random = Random::new(5, stream, 0);
    (0..count).map(|_| 3.0 * random.normal_f32()).collect()
}

fn softmax(logits: &[f64]) -> Vec<f64> {
    let total: f64 = logits.iter().map(|x| x.exp()).sum();
    logits.iter().map(|x| x.exp() / total).collect()
}

/// Each step spelt out on a full vector, −∞ for what is left out, as transformers does it.
fn naive(options: &Sampling, logits: &[f32]) -> Vec<f64> {
    let mut scores: Vec<f64> = logits
        .iter()
        .map(|&x| f64::from(x) / f64::from(options.temperature))
        .collect();
    let descending = |scores: &[f64]| {
        let mut order: Vec<usize> = (0..scores.len()).collect();
        order.sort_by(|&a, &b| scores[b].total_cmp(&scores[a]));
        order
    };
    if let Some(k) = options.top_k {
        let order = descending(&scores);
        let threshold = scores[order[k.min(scores.len()) - 1]];
        scores
            .iter_mut()
            .filter(|score| **score < threshold)
            .for_each(|score| *score = f64::NEG_INFINITY);
    }
    if let Some(p) = options.top_p {
        let (order, shares) = (descending(&scores), softmax(&scores));
        let mut before = 0.0;
        for id in order {
            if before >= f64::from(p) {
                scores[id] = f64::NEG_INFINITY;
            }
            before += shares[id];
        }
    }
    if let Some(p) = options.min_p {
        let shares = softmax(&scores);
        let most = shares.iter().copied().fold(0.0, f64::max);
        for (score, share) in scores.iter_mut().zip(shares) {
            if share < f64::from(p) * most {
                *score = f64::NEG_INFINITY;
            }
        }
    }
    softmax(&scores)
}

#[test]
fn each_filter_and_all_together_equal_their_definitions() {
    let plain = Sampling::plain(0);
    let options = [
        plain.clone(),
        Sampling {
            temperature: 0.7,
            ..plain.clone()
        },
        Sampling {
            top_k: Some(1),
            ..plain.clone()
        },
        Sampling {
            top_k: Some(7),
            ..plain.clone()
        },
        Sampling {
            top_k: Some(1000),
            ..plain.clone()
        },
        Sampling {
            top_p: Some(0.01),
            ..plain.clone()
        },
        Sampling {
            top_p: Some(0.9),
            ..plain.clone()
        },
        Sampling {
            top_p: Some(1.0),
            ..plain.clone()
        },
        Sampling {
            min_p: Some(0.1),
            ..plain.clone()
        },
        Sampling {
            min_p: Some(1.0),
            ..plain.clone()
        },
        Sampling {
            temperature: 1.4,
            top_k: Some(40),
            top_p: Some(0.8),
            min_p: Some(0.05),
            ..plain
        },
    ];
    for (case, options) in options.iter().enumerate() {
        for size in [1, 2, 50, 400] {
            let logits = logits(size, &format!("{case}"));
            let expected = naive(options, &logits);
            let mut found = vec![0.0; size];
            for candidate in options.remaining(&logits) {
                found[candidate.id as usize] = candidate.probability;
            }
            for (id, (found, expected)) in found.iter().zip(&expected).enumerate() {
                assert!(
                    (found - expected).abs() < 1e-6,
                    "{options:?}, token {id} of {size}: {found}, not {expected}"
                );
            }
        }
    }
}

#[test]
fn top_k_keeps_ties_with_the_last() {
    let options = Sampling {
        top_k: Some(2),
        ..Sampling::plain(0)
    };
    let mut ids: Vec<u32> = options
        .remaining(&[1.0, 0.0, 0.5, 0.5, -1.0])
        .iter()
        .map(|c| c.id)
        .collect();
    ids.sort_unstable();
    assert_eq!(ids, [0, 2, 3]);
}

#[test]
fn repetition_penalty_counts_a_token_once_and_lowers_it_on_both_sides_of_zero() {
    let options = Sampling {
        repetition_penalty: 2.0,
        ..Sampling::greedy()
    };
    let mut logits = [4.0, -1.0, 3.0, 0.0];
    options.penalise(&mut logits, &[0, 1, 0, 0, 3]);
    assert_eq!(logits, [2.0, -2.0, 3.0, 0.0]);
    assert_eq!(options.choose(&mut [4.0, -1.0, 3.0, 0.0], &[0], 1), 2);
}

#[test]
fn logits_that_are_not_numbers_still_give_an_id() {
    for top_p in [None, Some(0.5)] {
        let options = Sampling {
            top_p,
            top_k: Some(2),
            ..Sampling::plain(1)
        };
        assert_eq!(options.choose(&mut [f32::NAN; 3], &[], 0), 0);
    }
}

#[test]
fn greedy_takes_the_lowest_id_among_equals() {
    assert_eq!(
        Sampling::greedy().choose(&mut [0.0, 2.0, 1.0, 2.0], &[], 0),
        1
    );
}

#[test]
fn draws_follow_the_distribution_and_repeat_by_seed_and_position() {
    let options = Sampling::plain(11);
    let logits = [0.0f32, 1.0, 2.0, -1.0];
    let shares = softmax(&logits.map(f64::from));
    let draws = 40_000;
    let mut counts = [0.0; 4];
    for position in 0..draws {
        let id = options.choose(&mut logits.clone(), &[], position);
        assert_eq!(id, options.choose(&mut logits.clone(), &[9], position));
        counts[id as usize] += 1.0;
    }
    for (count, share) in counts.iter().zip(shares) {
        assert!((count / draws as f64 - share).abs() < 0.01);
    }
    let other = Sampling::plain(12);
    let differ = (0..100).filter(|&p| {
        other.choose(&mut logits.clone(), &[], p) != options.choose(&mut logits.clone(), &[], p)
    });
    assert!(differ.count() > 20);
}

#[test]
fn options_without_meaning_are_refused_by_name() {
    let greedy = Sampling::greedy();
    let cases = [
        (
            Sampling {
                temperature: -1.0,
                ..greedy.clone()
            },
            "option `temperature` is -1; it must be 0 (greedy) or more",
        ),
        (
            Sampling {
                temperature: f32::NAN,
                ..greedy.clone()
            },
            "option `temperature` is NaN; it must be 0 (greedy) or more",
        ),
        (
            Sampling {
                top_k: Some(0),
                ..greedy.clone()
            },
            "option `top_k` is 0; it must be at least 1, or absent",
        ),
        (
            Sampling {
                top_p: Some(0.0),
                ..greedy.clone()
            },
            "option `top_p` is 0; it must be above 0 and at most 1",
        ),
        (
            Sampling {
                min_p: Some(1.5),
                ..greedy.clone()
            },
            "option `min_p` is 1.5; it must be from 0 to 1",
        ),
        (
            Sampling {
                repetition_penalty: 0.0,
                ..greedy
            },
            "option `repetition_penalty` is 0; it must be above 0; 1 changes nothing",
        ),
    ];
    for (options, message) in cases {
        assert_eq!(options.validate().unwrap_err().to_string(), message);
    }
}

#[test]
fn the_largest_come_in_order() {
    assert_eq!(
        largest(&[1.0, 3.0, 2.0, 3.0], 3),
        [(1, 3.0), (3, 3.0), (2, 2.0)]
    );
    assert_eq!(largest(&[1.0], 5), [(0, 1.0)]);
    assert_eq!(largest(&[1.0], 0), []);
}
