//! Generation against full recomputation and one request at a time.

use std::ops::ControlFlow;

use crate::tiny::*;
use infer::{Error, Finish, Request, Sampling};
use model::Config;

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
    let full = run(&mut generator, &ask(prompt(20, 1), None));
    assert_eq!((full.tokens.len(), &full.finish), (4, &Finish::ContextFull));
    let limited = run(&mut generator, &ask(prompt(20, 1), Some(3)));
    assert_eq!(
        (limited.tokens.len(), &limited.finish),
        (3, &Finish::MaxTokens)
    );
    let nothing = run(&mut generator, &ask(prompt(20, 1), Some(0)));
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
            ..ask(prompt(20, 1), None)
        },
    );
    assert_eq!(
        (stopped.ids(), stopped.finish),
        (full.ids()[..first].to_vec(), Finish::StopToken(stop))
    );

    let mut seen = 0;
    let cancelled = generator.generate(&ask(prompt(20, 1), None), &mut |_| {
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
    let base = ask(prompt(5, 1), None);
    assert_eq!(
        refusal(ask(Vec::new(), None)),
        "the prompt has no tokens; begin it with the model's start token or some text"
    );
    assert_eq!(
        refusal(ask(prompt(24, 1), None)),
        "the prompt has 24 tokens and 1 are kept for the answer, but the model's context is 24; shorten the prompt"
    );
    assert_eq!(
        refusal(ask(vec![1, 60], None)),
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
