//! How parameters lie in a Hugging Face folder: transformers' names, fused and transposed tensors.

use std::collections::HashMap;

use crate::config::Config;
use crate::config_json::Architecture;
use crate::parameters::Spec;

/// A tensor of the folder and the parameters it is made of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Stored {
    pub(crate) name: String,
    /// Shape in the file.
    pub(crate) shape: Vec<usize>,
    /// Indices into the list of specs; several are stacked along their first dimension.
    pub(crate) parts: Vec<usize>,
    /// Whether the file holds (In, Out) where we hold (Out, In): GPT-2's `Conv1D`.
    pub(crate) transposed: bool,
}

/// The tensors of the folder in the order of the forward pass.
pub(crate) fn stored(config: &Config, specs: &[Spec]) -> Vec<Stored> {
    let architecture = config.architecture();
    let mut tensors: Vec<Stored> = Vec::new();
    let mut places: HashMap<String, usize> = HashMap::new();
    for (index, spec) in specs.iter().enumerate() {
        let is_gpt2 = architecture == Architecture::Gpt2;
        let name = if is_gpt2 {
            gpt2_name(&spec.name)
        } else {
            llama_name(&spec.name)
        };
        let transposed = is_gpt2 && spec.name.starts_with("blocks.") && spec.shape.len() == 2;
        match places.get(&name) {
            Some(&place) => {
                let fused = &mut tensors[place];
                let stacked = if transposed { 1 } else { 0 };
                fused.shape[stacked] += spec.shape[0];
                fused.parts.push(index);
            }
            None => {
                let mut shape = spec.shape.clone();
                if transposed {
                    shape.reverse();
                }
                places.insert(name.clone(), tensors.len());
                tensors.push(Stored {
                    name,
                    shape,
                    parts: vec![index],
                    transposed,
                });
            }
        }
    }
    tensors
}

/// The name of the tensor in a GPT-2 folder; queries, keys and values share one.
fn gpt2_name(name: &str) -> String {
    rename(name, "transformer.h.", |part| match part {
        "embedding" => "transformer.wte",
        "positions" => "transformer.wpe",
        "norm" => "transformer.ln_f",
        "head" => "lm_head",
        "attention_norm" => "ln_1",
        "attention.query" | "attention.key" | "attention.value" => "attn.c_attn",
        "attention.output" => "attn.c_proj",
        "mlp_norm" => "ln_2",
        "mlp.up" => "mlp.c_fc",
        "mlp.down" => "mlp.c_proj",
        other => unreachable!("{other} is no part of GPT-2"),
    })
}

/// The name of the tensor in a Llama or Qwen3 folder, and in one of our own.
fn llama_name(name: &str) -> String {
    rename(name, "model.layers.", |part| match part {
        "embedding" => "model.embed_tokens",
        "positions" => "model.embed_positions",
        "norm" => "model.norm",
        "head" => "lm_head",
        "attention_norm" => "input_layernorm",
        "attention.query" => "self_attn.q_proj",
        "attention.key" => "self_attn.k_proj",
        "attention.value" => "self_attn.v_proj",
        "attention.query_norm" => "self_attn.q_norm",
        "attention.key_norm" => "self_attn.k_norm",
        "attention.output" => "self_attn.o_proj",
        "mlp_norm" => "post_attention_layernorm",
        "mlp.gate" => "mlp.gate_proj",
        "mlp.up" => "mlp.up_proj",
        "mlp.down" => "mlp.down_proj",
        other => unreachable!("{other} is no part of the decoder"),
    })
}

/// `blocks.3.PART.weight` → `{blocks}3.{PART renamed}.weight`; `PART.weight` likewise.
fn rename(name: &str, blocks: &str, part: impl Fn(&str) -> &'static str) -> String {
    let (whole, kind) = name
        .rsplit_once('.')
        .expect("names end in .weight or .bias");
    match whole
        .strip_prefix("blocks.")
        .and_then(|rest| rest.split_once('.'))
    {
        Some((layer, rest)) => format!("{blocks}{layer}.{}.{kind}", part(rest)),
        None => format!("{}.{kind}", part(whole)),
    }
}

/// How folders call the head, where it has a name of its own.
pub(crate) const HEAD: &str = "lm_head.weight";

/// Whether a tensor that the model has no place for may be passed over: buffers that older
/// versions of transformers wrote.
pub(crate) fn is_redundant(name: &str) -> bool {
    name.ends_with(".attn.bias")
        || name.ends_with(".attn.masked_bias")
        || name.ends_with("rotary_emb.inv_freq")
}

/// The values of a stored tensor out of those of its parts, in the file's layout.
pub(crate) fn join(tensor: &Stored, parts: &[&[f32]]) -> Vec<f32> {
    let stacked = parts.concat();
    if !tensor.transposed {
        return stacked;
    }
    let [input, out] = tensor.shape[..] else {
        unreachable!("only matrices are transposed")
    };
    transpose(&stacked, out, input)
}

/// The values of each part, in our layout, out of those of the stored tensor.
pub(crate) fn split(tensor: &Stored, values: Vec<f32>, specs: &[Spec]) -> Vec<Vec<f32>> {
    let stacked = if tensor.transposed {
        let [input, out] = tensor.shape[..] else {
            unreachable!("only matrices are transposed")
        };
        transpose(&values, input, out)
    } else {
        values
    };
    if tensor.parts.len() == 1 {
        return vec![stacked];
    }
    let mut rest = &stacked[..];
    tensor
        .parts
        .iter()
        .map(|&part| {
            let (values, after) = rest.split_at(specs[part].len());
            rest = after;
            values.to_vec()
        })
        .collect()
}

/// (rows, cols) → (cols, rows).
fn transpose(values: &[f32], rows: usize, cols: usize) -> Vec<f32> {
    let mut out = vec![0.0; values.len()];
    for (row, line) in values.chunks_exact(cols).enumerate() {
        for (col, &value) in line.iter().enumerate() {
            out[col * rows + row] = value;
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::parameters::specs;

    #[test]
    fn gpt2_fuses_and_transposes_attention() {
        let config = Config::gpt2(32, 16, 8, 1, 2);
        let specs = specs(&config);
        let all = stored(&config, &specs);
        let fused = all
            .iter()
            .find(|tensor| tensor.name == "transformer.h.0.attn.c_attn.weight")
            .unwrap();
        assert_eq!(
            (&fused.shape[..], fused.parts.len(), fused.transposed),
            (&[8, 24][..], 3, true)
        );
        let bias = all
            .iter()
            .find(|tensor| tensor.name == "transformer.h.0.attn.c_attn.bias")
            .unwrap();
        assert_eq!((&bias.shape[..], bias.transposed), (&[24][..], false));

        let parts: Vec<Vec<f32>> = (0..3)
            .map(|part| (0..64).map(|n| (100 * part + n) as f32).collect())
            .collect();
        let views: Vec<&[f32]> = parts.iter().map(Vec::as_slice).collect();
        let joined = join(fused, &views);
        // Row i of the file holds the weights of input i for all queries, keys and values.
        assert_eq!(joined[0..2], [0.0, 8.0]);
        assert_eq!(joined[8], 100.0);
        assert_eq!(joined[24 + 16], 201.0);
        assert_eq!(split(fused, joined, &specs), parts);
    }

    #[test]
    fn names_are_those_of_transformers() {
        assert_eq!(
            llama_name("blocks.11.attention.query_norm.weight"),
            "model.layers.11.self_attn.q_norm.weight"
        );
        assert_eq!(llama_name("norm.weight"), "model.norm.weight");
        assert_eq!(
            gpt2_name("blocks.0.mlp.up.bias"),
            "transformer.h.0.mlp.c_fc.bias"
        );
        assert_eq!(gpt2_name("norm.bias"), "transformer.ln_f.bias");
    }
}
