//! Generation against plain definitions: full recomputation, one request at a time, every answer
//! that there is.

use std::ops::ControlFlow;

use infer::{
    BeamSearch, Completion, Conversation, Error, Finish, Generator, Hypothesis, Request, Sampling,
};
use ledger::random::Random;
use model::{Batch, Config, Model};
use tensor::{Precision, Tape, Workspace};
use tokenizer::{ChatTemplate, Role, Special, Tokenizer, TrainOptions};

/// Numbers large enough that the model has opinions.
fn opinionated(config: Config) -> Model {
    Model::with_values(config, |spec| {
        let mut random = Random::new(11, &spec.name, 0);
        let (mean, deviation) = if spec.name.ends_with("norm.weight") {
            (1.0, 0.1)
        } else {
            (0.0, 0.15)
        };
        (0..spec.len())
            .map(|_| mean + deviation * random.normal_f32())
            .collect()
    })
    .unwrap()
}

fn configs() -> [Config; 3] {
    [
        Config::gpt2(60, 700, 32, 2, 4),
        Config {
            kv_heads: 2,
            logit_softcap: Some(20.0),
            ..Config::llama(60, 700, 32, 2, 4)
        },
        Config {
            kv_heads: 1,
            ..Config::qwen3(60, 700, 32, 2, 4)
        },
    ]
}

fn exact(model: &Model) -> Generator<'_> {
    Generator::new(model).with_precision(Precision::F32)
}

fn prompt(len: usize, seed: u64) -> Vec<u32> {
    let mut random = Random::new(seed, "prompt", 0);
    (0..len).map(|_| random.below(60) as u32).collect()
}

fn run(generator: &mut Generator, request: &Request) -> Completion {
    generator
        .generate(request, &mut |_| ControlFlow::Continue(()))
        .unwrap()
}

/// The log-probabilities (V) of the token after `ids`, without any cache.
fn recomputed(model: &Model, ids: &[u32]) -> Vec<f64> {
    let mut workspace = Workspace::default();
    let mut tape = Tape::inference(&model.params, &mut workspace, Precision::F32);
    let hidden = model.decoder.hidden(&mut tape, &Batch::packed(&[ids]));
    let logits = model.decoder.logits(&mut tape, hidden, &[ids.len() - 1]);
    let total = logits.iter().map(|&x| f64::from(x).exp()).sum::<f64>().ln();
    logits.iter().map(|&x| f64::from(x) - total).collect()
}

#[test]
fn cached_steps_equal_full_recomputation() {
    for config in configs() {
        let model = opinionated(config);
        let mut generator = exact(&model);
        // The second prompt is longer than the rows of one step.
        for len in [5, 600] {
            let mut ids = prompt(len, 1);
            let request = Request {
                max_tokens: Some(12),
                top_logprobs: 60,
                ..generator.request(ids.clone())
            };
            let answer = run(&mut generator, &request);
            assert_eq!(answer.tokens.len(), 12);
            for token in &answer.tokens {
                let expected = recomputed(&model, &ids);
                for &(id, logprob) in &token.top {
                    let difference = (f64::from(logprob) - expected[id as usize]).abs();
                    assert!(
                        difference < 1e-5,
                        "token {id} after {}: {difference}",
                        ids.len()
                    );
                }
                assert_eq!((token.id, token.logprob), token.top[0]);
                ids.push(token.id);
            }
        }
    }
}

#[test]
fn many_at_once_equal_one_at_a_time() {
    for config in configs() {
        let model = opinionated(config);
        let requests: Vec<Request> = (0..13u64)
            .map(|n| Request {
                prompt: prompt(1 + (n as usize * 37) % 90, n),
                sampling: Sampling {
                    top_k: Some(20),
                    repetition_penalty: 1.2,
                    ..Sampling::plain(n)
                },
                max_tokens: Some(1 + (n as usize * 5) % 17),
                stop_ids: vec![3, 4],
                ..Request::default()
            })
            .collect();
        let mut streamed = vec![Vec::new(); requests.len()];
        let together = exact(&model)
            .with_slots(4)
            .generate_all(&requests, &mut |piece| {
                streamed[piece.request].extend(piece.token.map(|token| token.id));
                ControlFlow::Continue(())
            })
            .unwrap();
        for ((request, together), streamed) in requests.iter().zip(&together).zip(streamed) {
            let alone = run(&mut exact(&model), request);
            assert_eq!(alone.ids(), together.ids());
            assert_eq!(alone.finish, together.finish);
            assert_eq!(streamed, together.ids());
            for (alone, together) in alone.tokens.iter().zip(&together.tokens) {
                assert!((alone.logprob - together.logprob).abs() < 1e-5);
            }
        }
        assert!(
            together
                .iter()
                .any(|answer| matches!(answer.finish, Finish::StopToken(_)))
        );
        assert!(
            together
                .iter()
                .any(|answer| answer.finish == Finish::MaxTokens)
        );
    }
}

#[test]
fn a_prompt_that_begins_as_before_is_not_computed_again() {
    let model = opinionated(configs()[1].clone());
    let mut generator = exact(&model).with_slots(2);
    let first = Request {
        max_tokens: Some(6),
        ..generator.request(prompt(40, 1))
    };
    let answer = run(&mut generator, &first);
    assert_eq!(answer.cached_tokens, 0);

    // The next turn: all that was said, and more. The last token of the answer was never fed.
    let mut longer = [first.prompt.clone(), answer.ids()].concat();
    longer.extend(prompt(9, 2));
    let next = Request {
        max_tokens: Some(6),
        ..generator.request(longer)
    };
    let computed = generator.counts().prompt_tokens;
    let warm = run(&mut generator, &next);
    assert_eq!(warm.cached_tokens, 45);
    assert_eq!(generator.counts().prompt_tokens - computed, 10);
    assert_eq!(warm.ids(), run(&mut exact(&model), &next).ids());

    // The same prompt once more: only its last token is needed.
    assert_eq!(
        run(&mut generator, &next).cached_tokens,
        next.prompt.len() - 1
    );
    // A prompt that differs from the first token on finds nothing, whichever slot it gets.
    let other: Vec<u32> = next.prompt.iter().map(|id| (id + 1) % 60).collect();
    let other = Request {
        prompt: other,
        ..next
    };
    let cold = run(&mut generator, &other);
    assert_eq!(
        (cold.cached_tokens, cold.ids()),
        (0, run(&mut exact(&model), &other).ids())
    );
}

#[test]
fn draws_are_a_function_of_the_seed() {
    let model = opinionated(configs()[0].clone());
    let mut generator = exact(&model);
    let mut answer = |seed| {
        let request = Request {
            sampling: Sampling::plain(seed),
            max_tokens: Some(20),
            ..Request::default()
        };
        run(
            &mut generator,
            &Request {
                prompt: prompt(4, 1),
                ..request
            },
        )
        .ids()
    };
    assert_eq!(answer(1), answer(1));
    assert_ne!(answer(1), answer(2));
}

#[test]
fn answers_end_where_they_must() {
    let model = opinionated(Config {
        context: 24,
        ..configs()[1].clone()
    });
    let mut generator = exact(&model);
    let full = run(&mut generator, &generator_request(prompt(20, 1), None));
    assert_eq!((full.tokens.len(), &full.finish), (4, &Finish::ContextFull));
    let limited = run(&mut generator, &generator_request(prompt(20, 1), Some(3)));
    assert_eq!(
        (limited.tokens.len(), &limited.finish),
        (3, &Finish::MaxTokens)
    );
    let nothing = run(&mut generator, &generator_request(prompt(20, 1), Some(0)));
    assert_eq!(
        (nothing.tokens.len(), &nothing.finish),
        (0, &Finish::MaxTokens)
    );

    let stop = full.tokens[2].id;
    let first = full.ids().iter().position(|&id| id == stop).unwrap();
    let stopped = run(
        &mut generator,
        &Request {
            stop_ids: vec![stop],
            ..generator_request(prompt(20, 1), None)
        },
    );
    assert_eq!(
        (stopped.ids(), stopped.finish),
        (full.ids()[..first].to_vec(), Finish::StopToken(stop))
    );

    let mut seen = 0;
    let cancelled = generator.generate(&generator_request(prompt(20, 1), None), &mut |_| {
        seen += 1;
        if seen == 2 {
            ControlFlow::Break(())
        } else {
            ControlFlow::Continue(())
        }
    });
    let cancelled = cancelled.unwrap();
    assert_eq!(
        (cancelled.tokens.len(), cancelled.finish),
        (2, Finish::Cancelled)
    );
}

fn generator_request(prompt: Vec<u32>, max_tokens: Option<usize>) -> Request {
    Request {
        prompt,
        max_tokens,
        ..Request::default()
    }
}

#[test]
fn requests_that_cannot_be_met_are_refused() {
    let model = opinionated(Config {
        context: 24,
        ..configs()[0].clone()
    });
    let mut generator = exact(&model);
    let mut refusal = |request: Request| {
        let result = generator.generate(&request, &mut |_| panic!("nothing is generated"));
        result.unwrap_err().to_string()
    };
    let base = generator_request(prompt(5, 1), None);
    assert_eq!(
        refusal(generator_request(Vec::new(), None)),
        "the prompt has no tokens; begin it with the model's start token or some text"
    );
    assert_eq!(
        refusal(generator_request(prompt(24, 1), None)),
        "the prompt has 24 tokens and 1 are kept for the answer, but the model's context is 24; shorten the prompt"
    );
    assert_eq!(
        refusal(generator_request(vec![1, 60], None)),
        "token 1 of the input has id 60; the vocabulary has 60: was it made by this model's tokenizer?"
    );
    assert_eq!(
        refusal(Request {
            stop_strings: vec!["x".into()],
            ..base.clone()
        }),
        "a stop string needs a tokenizer, and this generator works on token ids only"
    );
    let hot = Sampling {
        temperature: f32::INFINITY,
        ..Sampling::greedy()
    };
    assert_eq!(
        refusal(Request {
            sampling: hot,
            ..base
        }),
        "option `temperature` is inf; it must be 0 (greedy) or more"
    );
    assert!(matches!(
        generator.next(&prompt(25, 1), 3),
        Err(Error::ContextOverflow { prompt: 25, .. })
    ));
}

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
            let greedy = run(&mut generator, &generator_request(ids, Some(15)));
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
                        stop_id: Some(stop),
                        logprob,
                        score,
                    });
                } else if len == max_tokens {
                    all.push(Hypothesis {
                        ids: whole,
                        stop_id: None,
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
                (&found.ids, found.stop_id),
                (&expected.ids, expected.stop_id),
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
                |other: &&Hypothesis| other.ids == narrow.ids && other.stop_id == narrow.stop_id;
            let expected = expected.iter().find(same).unwrap();
            assert!((narrow.score - expected.score).abs() < 1e-5);
        }
    }
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

fn small_tokenizer() -> Tokenizer {
    let texts = [
        "the cat sat on the mat",
        "the dog sat on the log",
        "猫が座る。犬が座る。",
    ];
    let options = TrainOptions {
        vocab_size: 275,
        min_count: 2,
        ..TrainOptions::default()
    };
    Tokenizer::train(texts, &options, &mut ledger::silent()).unwrap()
}

fn text_model(tokenizer: &Tokenizer, context: usize) -> Model {
    opinionated(Config {
        context,
        ..Config::llama(tokenizer.vocab_size(), context, 32, 2, 4)
    })
}

#[test]
fn stop_strings_are_found_across_tokens_and_never_shown() {
    let tokenizer = small_tokenizer();
    let model = text_model(&tokenizer, 256);
    let ids = tokenizer.encode("the cat sat");
    let sampling = Sampling::plain(5);
    let free = Request {
        prompt: ids,
        sampling,
        max_tokens: Some(60),
        ..Request::default()
    };
    let generate = |request: &Request| {
        let mut pieces = Vec::new();
        let mut generator = exact(&model).with_tokenizer(&tokenizer).unwrap();
        let answer = generator.generate(request, &mut |piece| {
            pieces.push(piece.text.to_owned());
            ControlFlow::Continue(())
        });
        (answer.unwrap(), pieces)
    };
    let (answer, pieces) = generate(&free);
    assert_eq!(answer.text, tokenizer.decode(&answer.ids()));
    assert_eq!(pieces.concat(), answer.text);

    let characters: Vec<(usize, char)> = answer.text.char_indices().collect();
    let mut crossed = 0;
    for window in characters.windows(4).skip(3) {
        let stop: String = window.iter().map(|&(_, character)| character).collect();
        let at = answer.text.find(&stop).unwrap();
        let (stopped, pieces) = generate(&Request {
            stop_strings: vec![stop.clone()],
            ..free.clone()
        });
        assert_eq!(stopped.text, answer.text[..at]);
        assert_eq!(pieces.concat(), stopped.text);
        assert_eq!(stopped.finish, Finish::StopString(stop.clone()));
        assert!(stopped.tokens.len() <= answer.tokens.len());
        crossed += usize::from(stopped.tokens.len() > 1);
    }
    assert!(crossed > 10);
}

#[test]
fn a_conversation_drops_its_oldest_turns_whole_and_says_so() {
    let tokenizer = small_tokenizer();
    let model = text_model(&tokenizer, 80);
    let mut generator = exact(&model).with_tokenizer(&tokenizer).unwrap();
    let options = Request {
        max_tokens: Some(10),
        sampling: Sampling::plain(1),
        ..Request::default()
    };
    let mut chat = Conversation::new(&tokenizer, ChatTemplate::built_in());
    chat.push(Role::System, "the cat");
    let mut dropped = Vec::new();
    for turn in 0..8 {
        let reply = chat.reply(
            &mut generator,
            "the dog sat on the log",
            &options,
            &mut |_| ControlFlow::Continue(()),
        );
        let reply = reply.unwrap();
        assert!(reply.completion.prompt_tokens + 10 <= 80);
        // Whole turns: a question and its answer are two messages.
        assert_eq!(reply.dropped_messages % 2, 0);
        dropped.push(reply.dropped_messages);
        assert_eq!(chat.messages().len(), 1 + 2 * (turn + 1));
        let (ids, _) = chat_prompt(&chat, 80);
        let start = [Special::EndOfText, Special::System].map(|special| tokenizer.special(special));
        assert_eq!(ids[..2], start);
    }
    assert_eq!(dropped[0], 0);
    assert!(dropped.is_sorted() && dropped[7] > 0, "{dropped:?}");

    let before = chat.messages().len();
    let endless = "the dog sat on the log ".repeat(40);
    let refused = chat.reply(&mut generator, &endless, &options, &mut |_| {
        ControlFlow::Continue(())
    });
    assert!(matches!(
        refused,
        Err(Error::ContextOverflow {
            reserve: 10,
            context: 80,
            ..
        })
    ));
    assert_eq!(chat.messages().len(), before);
}

fn chat_prompt(chat: &Conversation, context: usize) -> (Vec<u32>, usize) {
    chat.prompt(context, 1).unwrap()
}

#[test]
fn a_chat_computes_only_what_is_new() {
    let tokenizer = small_tokenizer();
    let model = text_model(&tokenizer, 400);
    let mut generator = exact(&model).with_tokenizer(&tokenizer).unwrap();
    let options = Request {
        max_tokens: Some(1),
        ..Request::default()
    };
    let mut chat = Conversation::new(&tokenizer, ChatTemplate::built_in());
    let mut receive = |_: infer::Piece| ControlFlow::Continue(());
    let first = chat
        .reply(
            &mut generator,
            "the cat sat on the mat",
            &options,
            &mut receive,
        )
        .unwrap();
    let second = chat
        .reply(&mut generator, "the dog", &options, &mut receive)
        .unwrap();
    assert_eq!(first.completion.cached_tokens, 0);
    assert!(second.completion.cached_tokens >= first.completion.prompt_tokens);
}
