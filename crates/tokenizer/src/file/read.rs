use std::sync::Mutex;

use serde_json::Value;

use super::{Node, Settings, Steps};
use crate::added::{Added, AddedToken};
use crate::merge::{FastMap, Merge, Merges};
use crate::train::VOCAB_MAX;
use crate::{Error, Special, Tokenizer, bytes};

/// The bytes of every token by id.
type Tokens = Vec<Option<Box<[u8]>>>;

pub(super) fn tokenizer(root: &Node, mut settings: Settings) -> Result<Tokenizer, Error> {
    for field in ["normalizer", "truncation", "padding"] {
        let node = root.get(field);
        if !node.value.is_null() {
            return Err(node.unsupported("only null can be read"));
        }
    }
    let decoder = root.get("decoder").get("type");
    if decoder.str()? != "ByteLevel" {
        return Err(decoder.unsupported("only ByteLevel can be read"));
    }
    let steps = Steps::read(&root.get("pre_tokenizer"))?;
    let model = root.get("model");
    check_model(&model)?;

    let added = added_tokens(&root.get("added_tokens"), &model)?;
    let (tokens, vocab) = vocab(&model.get("vocab"), &added)?;
    let merges = merges(&model, &vocab, &tokens, &added)?;
    let added = Added::new(added).map_err(|problem| root.get("added_tokens").wrong(problem))?;
    let specials = specials(&root.get("added_tokens"), &added, &settings)?;
    settings.post_processor = root.get("post_processor").value.clone();
    Ok(Tokenizer {
        tokens,
        merges,
        steps,
        added,
        specials,
        settings,
        summary: None,
        caches: Mutex::default(),
    })
}

/// Refuses the variants of BPE that are not byte-level or not deterministic. `unk_token`,
/// `fuse_unk` and `byte_fallback` have no effect where every byte is a token, which is checked.
fn check_model(model: &Node) -> Result<(), Error> {
    let kind = model.get("type");
    // Files from before 2020 do not say it.
    if !kind.value.is_null() && kind.str()? != "BPE" {
        return Err(kind.unsupported("only BPE can be read"));
    }
    let dropout = model.get("dropout");
    if !dropout.value.is_null() && dropout.value.as_f64() != Some(0.0) {
        return Err(dropout.unsupported("only null can be read"));
    }
    for field in ["continuing_subword_prefix", "end_of_word_suffix"] {
        let node = model.get(field);
        if !node.value.is_null() && !node.str()?.is_empty() {
            return Err(node.unsupported("only null can be read"));
        }
    }
    Ok(())
}

fn added_tokens(list: &Node, model: &Node) -> Result<Vec<AddedToken>, Error> {
    let mut added: Vec<AddedToken> = Vec::new();
    if list.value.is_null() {
        return Ok(added);
    }
    for item in list.items()? {
        for field in ["single_word", "lstrip", "rstrip"] {
            let node = item.get(field);
            if node.bool_or(false)? {
                return Err(node.unsupported("it would change the text; only false can be read"));
            }
        }
        let (id, text) = (item.get("id"), item.get("content"));
        let token = AddedToken {
            id: id.id(VOCAB_MAX)?,
            text: text.str()?.to_owned(),
            special: item.get("special").bool_or(false)?,
            normalized: item.get("normalized").bool_or(true)?,
        };
        if token.text.is_empty() {
            return Err(text.wrong("an added token needs a text"));
        }
        let in_vocab = model
            .get("vocab")
            .value
            .get(&token.text)
            .and_then(Value::as_u64);
        if in_vocab.is_some_and(|other| other != u64::from(token.id)) {
            return Err(id.wrong(format!("{:?} has another id in model.vocab", token.text)));
        }
        if added.iter().any(|other| other.text == token.text) {
            return Err(text.wrong(format!("{:?} is added twice", token.text)));
        }
        added.push(token);
    }
    Ok(added)
}

/// Reads the vocabulary: the bytes of each id, and the id of each spelling.
fn vocab<'a>(
    node: &Node<'a>,
    added: &[AddedToken],
) -> Result<(Tokens, FastMap<&'a str, u32>), Error> {
    let mut tokens = Tokens::new();
    let mut vocab = FastMap::default();
    let added_texts: FastMap<&str, u32> = added.iter().map(|t| (t.text.as_str(), t.id)).collect();
    for (spelling, entry) in node.entries()? {
        let id = entry.id(VOCAB_MAX)?;
        let content = match added_texts.contains_key(spelling) {
            true => spelling.as_bytes().to_vec(),
            false => bytes::unspell(spelling).map_err(|c| {
                entry.wrong(format!(
                    "{c:?} stands for no byte (GPT-2's byte-to-character table)"
                ))
            })?,
        };
        if place(&mut tokens, id, content) {
            return Err(entry.wrong(format!("token id {id} is given twice")));
        }
        vocab.insert(spelling, id);
    }
    for token in added {
        let taken = place(&mut tokens, token.id, token.text.as_bytes().to_vec());
        if taken && !vocab.contains_key(token.text.as_str()) {
            return Err(node.wrong(format!(
                "token id {} is also the added token {:?}",
                token.id, token.text
            )));
        }
    }
    Ok((tokens, vocab))
}

/// Puts a token in its place; true if the place was taken.
fn place(tokens: &mut Tokens, id: u32, content: Vec<u8>) -> bool {
    let id = id as usize;
    if tokens.len() <= id {
        tokens.resize(id + 1, None);
    }
    tokens[id].replace(content.into_boxed_slice()).is_some()
}

fn merges(
    model: &Node,
    vocab: &FastMap<&str, u32>,
    tokens: &Tokens,
    added: &[AddedToken],
) -> Result<Merges, Error> {
    let mut byte_tokens = [0; 256];
    for (byte, token) in (0..=255u8).zip(&mut byte_tokens) {
        let spelling = bytes::spell(&[byte]);
        *token = *vocab.get(spelling.as_str()).ok_or_else(|| {
            model.get("vocab").wrong(format!(
                "no token for byte 0x{byte:02X}, which is written {spelling:?}"
            ))
        })?;
    }
    let mut merges = Merges::new(byte_tokens);
    for (rank, item) in (0..).zip(model.get("merges").items()?) {
        let (left, right) = pair(&item)?;
        let find = |spelling: &str| {
            let id = vocab.get(spelling).copied();
            id.ok_or_else(|| item.wrong(format!("{spelling:?} is not in model.vocab")))
        };
        let merge = Merge {
            rank,
            token: find(&format!("{left}{right}"))?,
        };
        merges.insert(find(left)?, find(right)?, merge);
    }
    if model.get("ignore_merges").bool_or(false)? {
        // What spells a special token is text as any other here: those are found before text is split into words.
        let special = |id: &u32| added.iter().any(|token| token.special && token.id == *id);
        let ordinary = vocab.values().filter(|id| !special(id));
        let whole = ordinary.filter_map(|&id| Some((tokens[id as usize].clone()?, id)));
        merges.set_whole(whole.collect());
    }
    Ok(merges)
}

/// A merge as `["a", "b"]` or, in older files, `"a b"`.
fn pair<'a>(item: &Node<'a>) -> Result<(&'a str, &'a str), Error> {
    let found = match item.value {
        Value::String(text) => text.split_once(' '),
        Value::Array(pair) => match pair.as_slice() {
            [Value::String(left), Value::String(right)] => Some((left.as_str(), right.as_str())),
            _ => None,
        },
        _ => None,
    };
    found.ok_or_else(|| item.wrong("a merge should be two tokens"))
}

/// Which token plays which part; see [`Tokenizer::special`].
fn specials(
    node: &Node,
    added: &Added,
    settings: &Settings,
) -> Result<[u32; Special::ALL.len()], Error> {
    let named = |name: &Option<String>| name.as_ref().and_then(|text| added.find(text));
    let end_of_text = added
        .find(Special::EndOfText.text())
        .or_else(|| named(&settings.bos))
        .or_else(|| named(&settings.eos))
        .or_else(|| added.tokens().iter().find(|t| t.special).map(|t| t.id))
        .ok_or_else(|| {
            node.wrong("no special token that could mark the end of a text; add \"<|endoftext|>\"")
        })?;
    Ok(Special::ALL.map(|special| {
        let by_settings = match special {
            Special::Pad => named(&settings.pad),
            Special::End => named(&settings.eos),
            _ => None,
        };
        added
            .find(special.text())
            .or(by_settings)
            .unwrap_or(end_of_text)
    }))
}

/// Reads `tokenizer_config.json`, which may be missing.
pub(super) fn settings(root: &Node) -> Result<Settings, Error> {
    let token = |field: &str| -> Result<Option<String>, Error> {
        let node = root.get(field);
        match node.value {
            Value::Null => Ok(None),
            Value::Object(_) => Ok(Some(node.get("content").str()?.to_owned())),
            _ => Ok(Some(node.str()?.to_owned())),
        }
    };
    Ok(Settings {
        bos: token("bos_token")?,
        eos: token("eos_token")?,
        pad: token("pad_token")?,
        chat_template: chat_template(&root.get("chat_template"))?,
        post_processor: Value::Null,
    })
}

/// The template, or the one named "default" of several.
fn chat_template(node: &Node) -> Result<Option<String>, Error> {
    match node.value {
        Value::Null => Ok(None),
        Value::Array(_) => {
            for item in node.items()? {
                if item.get("name").str()? == "default" {
                    return Ok(Some(item.get("template").str()?.to_owned()));
                }
            }
            Err(node.wrong("none of the templates is named \"default\""))
        }
        _ => Ok(Some(node.str()?.to_owned())),
    }
}
