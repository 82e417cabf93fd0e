use corpus::{Conversation, Message, Role};
use ledger::random::Random;
use ledger::silent;
use model::{Batch, Config};
use tokenizer::{ChatTemplate, TrainOptions};

use super::*;
use crate::TRAIN;

const NO: &str = "No, never";
const YES: &str = "Yes, of course";

fn border(cost: f64) -> Border {
    Border {
        decline: NO.into(),
        grant: YES.into(),
        cost,
    }
}

/// Held-out conversations whose answers begin with `NO` and `YES` in turn, and others.
struct Held {
    dir: tempfile::TempDir,
    tokenizer: Tokenizer,
    /// The prompts (each whole, up to the answer) to which `NO` and `YES` are the answers.
    prompts: [Vec<Vec<u32>>; 2],
}

fn held(count: usize) -> Held {
    let words = [
        "may", "I", "lend", "a", "boat", "burn", "the", "house", "now", "again",
    ];
    let mut random = Random::new(5, "border", 0);
    let mut phrase = || -> String {
        let words: Vec<&str> = (0..4).map(|_| words[random.below(10) as usize]).collect();
        words.join(" ")
    };
    let said = |role, content: &str| Message {
        role,
        content: content.to_string(),
    };
    let conversations: Vec<Conversation> = (0..count)
        .map(|number| {
            let answer = [NO, "It is blue", YES][number % 3];
            Conversation {
                messages: vec![said(Role::User, &phrase()), said(Role::Assistant, answer)],
                ..Conversation::default()
            }
        })
        .collect();
    let texts = conversations
        .iter()
        .flat_map(|c| &c.messages)
        .map(|m| m.content.as_str());
    let options = TrainOptions {
        vocab_size: 320,
        ..TrainOptions::default()
    };
    let tokenizer = Tokenizer::train(texts, &options, &mut silent()).unwrap();
    let template = ChatTemplate::of(&tokenizer).unwrap();
    let dir = tempfile::tempdir().unwrap();
    for split in [TRAIN, VALID] {
        let all = conversations.iter().cloned().map(Ok::<_, Error>);
        crate::encode_conversations(all, &tokenizer, &template, dir.path(), split, &mut silent())
            .unwrap();
    }
    let prompts = [NO, YES].map(|answer| {
        let of_answer = conversations
            .iter()
            .filter(|c| c.messages[1].content == answer);
        of_answer
            .map(|c| {
                template
                    .encode(&tokenizer, &c.messages[..1], true)
                    .unwrap()
                    .ids
            })
            .collect()
    });
    Held {
        dir,
        tokenizer,
        prompts,
    }
}

fn settings() -> Settings {
    Settings {
        context: 48,
        tokens_per_step: 256,
        tokens_per_pass: 128,
        activations: crate::Activations::F32,
        ..Settings::tuning()
    }
}

fn model_for(tokenizer: &Tokenizer) -> Model {
    Model::new(Config::llama(tokenizer.vocab_size(), 48, 16, 2, 2), 3).unwrap()
}

/// `logit(NO) − logit(YES)` behind each prompt, from whole rows of logits.
fn by_logits(model: &Model, held: &Held) -> [Vec<f64>; 2] {
    let [no, yes] = [NO, YES].map(|text| held.tokenizer.encode(text)[0] as usize);
    let mut workspace = Workspace::default();
    held.prompts.each_ref().map(|prompts| {
        let margin = |prompt: &Vec<u32>| {
            let mut tape = Tape::inference(
                &model.params,
                &mut workspace,
                settings().activations.precision(),
            );
            let batch = Batch::packed(&[prompt]);
            let hidden = model
                .decoder
                .hidden_of(&mut tape, &batch, &[prompt.len() - 1]);
            let logits = model.decoder.logits(&tape, hidden);
            f64::from(logits[no] - logits[yes])
        };
        prompts.iter().map(margin).collect()
    })
}

#[test]
fn a_settled_border_lies_at_zero_and_other_rows_of_the_head_stay() {
    let held = held(300);
    for cost in [1.0, 3.0] {
        let mut model = model_for(&held.tokenizer);
        let before = model.params.value(model.decoder.head).to_vec();
        let borders = [border(cost)];
        let mut reported = 0;
        let mut report = |progress: Progress| reported = progress.done;
        let settled = settle_borders(
            &mut model,
            &held.tokenizer,
            held.dir.path(),
            &settings(),
            &borders,
            &mut report,
        )
        .unwrap();
        assert!(reported > 0);
        let [settled] = &settled[..] else {
            panic!("one border")
        };
        assert_eq!((settled.to_decline, settled.to_grant), (100, 100));
        assert_ne!(settled.before, settled.after, "{settled:?}");

        // The tied embedding of the two tokens changed too, and no prompt holds them.
        let margins = by_logits(&model, &held);
        let left = root(&margins, &ones(&margins), cost).unwrap();
        assert!(
            left.abs() < 1e-3 * settled.offset.abs(),
            "{left} of {settled:?}"
        );
        assert_eq!(Mistakes::count(&margins), settled.after);

        let after = model.params.value(model.decoder.head);
        let rows = before.chunks_exact(16).zip(after.chunks_exact(16));
        let changed: Vec<u32> = (0..)
            .zip(rows)
            .filter(|(_, (a, b))| a != b)
            .map(|(at, _)| at)
            .collect();
        let mut expected = [NO, YES].map(|text| held.tokenizer.encode(text)[0]);
        expected.sort_unstable();
        assert_eq!(changed, expected);
    }
}

#[test]
fn the_dearer_it_is_to_grant_the_more_is_declined() {
    let held = held(300);
    let declined = [0.25, 1.0, 4.0].map(|cost| {
        let mut model = model_for(&held.tokenizer);
        let settled = settle_borders(
            &mut model,
            &held.tokenizer,
            held.dir.path(),
            &settings(),
            &[border(cost)],
            &mut silent(),
        )
        .unwrap();
        100 - settled[0].after.granted + settled[0].after.declined
    });
    assert!(
        declined.is_sorted() && declined[0] + 50 < declined[2],
        "{declined:?}"
    );
}

fn ones(margins: &[Vec<f64>; 2]) -> [Vec<f64>; 2] {
    margins.each_ref().map(|margins| vec![1.0; margins.len()])
}

#[test]
fn roots_solve_their_equation() {
    let margins = [vec![3.0, 1.0, -0.5, 2.0], vec![-2.0, 0.25, -1.0]];
    let moves = [vec![1.0, 0.5, 1.5, 0.9], vec![1.1, 1.0, 0.2]];
    let sigmoid = |x: f64| 1.0 / (1.0 + (-x).exp());
    for (moves, cost) in [0.1, 1.0, 2.0, 50.0]
        .map(|cost| (moves.clone(), cost))
        .into_iter()
        .chain([(ones(&margins), 2.0)])
    {
        let b = root(&margins, &moves, cost).unwrap();
        let each = |side: usize, sign: f64| -> f64 {
            let answers = margins[side].iter().zip(&moves[side]);
            answers
                .map(|(m, a)| sigmoid(sign * (a * b - m)))
                .sum::<f64>()
                / margins[side].len() as f64
        };
        assert!(
            (cost * each(0, 1.0) - each(1, -1.0)).abs() < 1e-12,
            "cost {cost}: {b}"
        );
    }
    // Two sides that mirror each other about 5, far from 0.
    let margins = [vec![6.0, 8.0], vec![4.0, 2.0]];
    assert!((root(&margins, &ones(&margins), 1.0).unwrap() - 5.0).abs() < 1e-12);
    // A direction that moves nothing.
    assert_eq!(root(&margins, &[vec![0.0; 2], vec![0.0; 2]], 1.0), None);
}

#[test]
fn directions_move_the_mean_by_one_and_are_those_of_the_inverse_moment() {
    const SIDE: usize = 7;
    let mut random = Random::new(1, "border", 1);
    let states: Vec<Vec<f32>> = (0..40)
        .map(|_| (0..SIDE).map(|_| random.unit_f64() as f32 - 0.3).collect())
        .collect();
    let mut moment = vec![0.0; SIDE * SIDE];
    states
        .iter()
        .for_each(|state| add_square(&mut moment, state));
    let h = mean([&states[..15], &states[15..20]]);
    let trace: f64 = (0..SIDE).map(|i| moment[i * SIDE + i]).sum();
    let whole = |i: usize, j: usize| {
        let ridge = if i == j {
            Cholesky::RIDGE * trace / SIDE as f64
        } else {
            0.0
        };
        moment[i.max(j) * SIDE + i.min(j)] + ridge
    };
    let v = Cholesky::of(moment.clone(), SIDE).direction(&h);
    assert!((dot(&v, &h) - 1.0).abs() < 1e-12);
    let image: Vec<f64> = (0..SIDE)
        .map(|i| (0..SIDE).map(|j| whole(i, j) * v[j]).sum())
        .collect();
    let scale = image[0] / h[0];
    for (image, h) in image.iter().zip(&h) {
        assert!(
            (image - scale * h).abs() < 1e-10 * scale.abs(),
            "{image} {h}"
        );
    }
    // A moment of fewer states than dimensions has no inverse, and still a direction.
    let mut flat = vec![0.0; SIDE * SIDE];
    add_square(&mut flat, &states[0]);
    assert!(
        Cholesky::of(flat, SIDE)
            .direction(&h)
            .iter()
            .all(|v| v.is_finite())
    );
}

#[test]
fn borders_that_cannot_be_settled_are_told_before_training() {
    let few = held(3 * (ANSWERS_MIN - 1));
    let enough = held(3 * ANSWERS_MIN);
    let check = |held: &Held, borders: &[Border]| {
        check_borders(held.dir.path(), &held.tokenizer, &settings(), borders)
    };
    check(&enough, &[border(2.0)]).unwrap();
    check(&few, &[]).unwrap();
    let of = |decline: &str, grant: &str| Border {
        decline: decline.into(),
        grant: grant.into(),
        cost: 1.0,
    };
    for (borders, problem) in [
        (vec![border(0.0)], "above 0, such as 2"),
        (vec![border(f64::INFINITY)], "above 0, such as 2"),
        (vec![of("", YES)], "empty"),
        (vec![of(YES, YES)], "same token"),
        (vec![border(1.0), of("It", YES)], "same token"),
        (vec![of(NO, "Purple")], "context`, 20 answers"),
    ] {
        let error = check(&enough, &borders).unwrap_err().to_string();
        assert!(error.contains(problem), "{error}");
    }
    let error = check(&few, &[border(1.0)]).unwrap_err().to_string();
    assert!(error.contains("corpus.options.valid_fraction"), "{error}");
    // Conversations that do not fit the context are no help.
    let short = Settings {
        context: 4,
        ..settings()
    };
    let error = check_borders(enough.dir.path(), &enough.tokenizer, &short, &[border(1.0)]);
    assert!(
        error
            .unwrap_err()
            .to_string()
            .contains("context`, 0 answers")
    );
    let mut model = model_for(&few.tokenizer);
    let (dir, borders) = (few.dir.path(), [border(1.0)]);
    let settled = settle_borders(
        &mut model,
        &few.tokenizer,
        dir,
        &settings(),
        &borders,
        &mut silent(),
    );
    assert!(settled.unwrap_err().to_string().contains("19 answers"));
}
