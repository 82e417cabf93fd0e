use serde_json::{Map, Value, json};

use crate::added::AddedToken;
use crate::{Tokenizer, bytes};

/// The contents of `tokenizer.json`.
pub(super) fn tokenizer(t: &Tokenizer) -> Value {
    let added: Vec<Value> = t.added.tokens().iter().map(added_token).collect();
    json!({
        "version": "1.0",
        "truncation": null,
        "padding": null,
        "added_tokens": added,
        "normalizer": null,
        "pre_tokenizer": t.steps.json(),
        "post_processor": t.settings.post_processor,
        "decoder": {"type": "ByteLevel", "add_prefix_space": true, "trim_offsets": true, "use_regex": true},
        "model": model(t),
    })
}

/// The rule that puts the token `id`, written `text`, before every text that is encoded with special
/// tokens, as files of Llama 3 have it.
pub(crate) fn begin_with(id: u32, text: &str) -> Value {
    let token = |of: u32| json!({"SpecialToken": {"id": text, "type_id": of}});
    let sequence = |name: &str, of: u32| json!({"Sequence": {"id": name, "type_id": of}});
    json!({
        "type": "TemplateProcessing",
        "single": [token(0), sequence("A", 0)],
        "pair": [token(0), sequence("A", 0), token(1), sequence("B", 1)],
        "special_tokens": {text: {"id": text, "ids": [id], "tokens": [text]}},
    })
}

fn added_token(token: &AddedToken) -> Value {
    json!({
        "id": token.id,
        "content": token.text,
        "single_word": false,
        "lstrip": false,
        "rstrip": false,
        "normalized": token.normalized,
        "special": token.special,
    })
}

fn model(t: &Tokenizer) -> Value {
    let is_added = |id: u32| t.added.tokens().iter().find(|token| token.id == id);
    let spelling = |id: u32| match is_added(id) {
        Some(token) => token.text.clone(),
        None => bytes::spell(t.token_bytes(id)),
    };
    let vocab: Map<String, Value> = (0..t.vocab_size() as u32)
        .filter(|&id| t.tokens[id as usize].is_some())
        .map(|id| (spelling(id), id.into()))
        .collect();
    let merges: Vec<Value> = t
        .merges
        .in_order()
        .iter()
        .map(|&(left, right)| json!([spelling(left), spelling(right)]))
        .collect();
    json!({
        "type": "BPE",
        "dropout": null,
        "unk_token": null,
        "continuing_subword_prefix": null,
        "end_of_word_suffix": null,
        "fuse_unk": false,
        "byte_fallback": false,
        "ignore_merges": t.merges.takes_whole(),
        "vocab": vocab,
        "merges": merges,
    })
}

/// The contents of `tokenizer_config.json`.
pub(super) fn config(t: &Tokenizer) -> Value {
    let decoder: Map<String, Value> = t
        .added
        .tokens()
        .iter()
        .map(|token| {
            let mut entry = added_token(token);
            entry
                .as_object_mut()
                .and_then(|fields| fields.shift_remove("id"));
            (token.id.to_string(), entry)
        })
        .collect();
    let mut config = json!({
        "tokenizer_class": "PreTrainedTokenizerFast",
        "add_prefix_space": false,
        "clean_up_tokenization_spaces": false,
        "added_tokens_decoder": decoder,
    });
    let settings = &t.settings;
    for (key, value) in [
        ("bos_token", &settings.bos),
        ("eos_token", &settings.eos),
        ("pad_token", &settings.pad),
        ("chat_template", &settings.chat_template),
    ] {
        if let Some(value) = value {
            config[key] = json!(value);
        }
    }
    config
}
