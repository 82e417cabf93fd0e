//! Text: stop strings across tokens, and conversations.

use std::ops::ControlFlow;

use crate::tiny::*;
use infer::{Conversation, Error, Finish, Request, Sampling};
use model::{Config, Model};
use tokenizer::{ChatTemplate, Role, Special, Tokenizer, TrainOptions};

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

#[test]
fn an_answer_in_a_chat_ends_where_another_message_begins() {
    let tokenizer = small_tokenizer();
    let model = text_model(&tokenizer, 256);
    let mut generator = exact(&model).with_tokenizer(&tokenizer).unwrap();
    let mut ended_by_user = 0;
    for seed in 0..40 {
        let options = Request {
            sampling: Sampling::plain(seed),
            max_tokens: Some(60),
            ..generator.chat_request(Vec::new())
        };
        let mut chat = Conversation::new(&tokenizer, ChatTemplate::built_in());
        let reply = chat.reply(&mut generator, "the cat", &options, &mut |_| {
            ControlFlow::Continue(())
        });
        let completion = reply.unwrap().completion;
        let is_special = |id: &u32| tokenizer.is_special(*id);
        assert!(!completion.ids().iter().any(is_special));
        let user = Finish::StopToken(tokenizer.special(Special::User));
        ended_by_user += usize::from(completion.finish == user);
    }
    assert!(ended_by_user > 0, "no answer came to the user's turn");
}

#[test]
fn an_answer_may_be_allowed_more_than_the_context_holds() {
    let tokenizer = small_tokenizer();
    let model = text_model(&tokenizer, 80);
    let mut generator = exact(&model).with_tokenizer(&tokenizer).unwrap();
    let options = Request {
        max_tokens: Some(80),
        ..Request::default()
    };
    let mut chat = Conversation::new(&tokenizer, ChatTemplate::built_in());
    let reply = chat.reply(&mut generator, "the cat", &options, &mut |_| {
        ControlFlow::Continue(())
    });
    assert_eq!(reply.unwrap().completion.finish, Finish::ContextFull);
}

#[test]
fn what_was_held_back_is_in_the_text_of_an_answer_that_was_broken_off() {
    let tokenizer = small_tokenizer();
    let model = text_model(&tokenizer, 256);
    let mut generator = exact(&model).with_tokenizer(&tokenizer).unwrap();
    let free = Request {
        max_tokens: Some(5),
        ..generator.request(tokenizer.encode("the cat sat"))
    };
    let whole = run(&mut generator, &free);
    // The whole answer might still become this stop string, so nothing of it is shown.
    let request = Request {
        max_tokens: None,
        stop_strings: vec![whole.text.clone() + "…"],
        ..free
    };
    let mut calls = 0;
    let broken_off = generator.generate(&request, &mut |piece| {
        assert_eq!(piece.text, "");
        calls += 1;
        if calls == 5 {
            ControlFlow::Break(())
        } else {
            ControlFlow::Continue(())
        }
    });
    let broken_off = broken_off.unwrap();
    assert_eq!(broken_off.finish, Finish::Cancelled);
    assert_eq!((broken_off.ids(), calls), (whole.ids(), 5));
    assert_eq!(broken_off.text, whole.text);
}
