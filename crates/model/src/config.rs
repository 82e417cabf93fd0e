//! The shape of a decoder: sizes, and which member of the family it is.

use serde::{Deserialize, Serialize};

use crate::Error;

/// How activations are normalised before each half of a block and at the end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Norm {
    /// Mean and variance, gain and bias (Ba, Kiros and Hinton, 2016).
    LayerNorm,
    /// Root mean square and gain (Zhang and Sennrich, 2019).
    RmsNorm,
}

/// How a block learns where a token stands.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Positions {
    /// A learned vector for each position, added to the token's embedding.
    Learned,
    /// Rotation of queries and keys by an angle that grows with the position (Su et al., 2021).
    Rotary { theta: f32 },
}

/// The feed-forward half of a block.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mlp {
    /// `down(gelu(up(x)))`, GELU in its tanh form.
    Gelu,
    /// `down(relu(up(x))²)` (So et al., "Primer", 2021).
    Relu2,
    /// `down(silu(gate(x)) · up(x))` (Shazeer, 2020).
    SwiGlu,
    /// `down(relu(gate(x))² · up(x))`.
    Relu2Glu,
}

impl Mlp {
    /// Whether the half has a gate projection beside its up projection.
    pub fn is_gated(self) -> bool {
        matches!(self, Mlp::SwiGlu | Mlp::Relu2Glu)
    }
}

/// Everything that fixes a decoder's parameters and mathematics.
///
/// Made by [`Config::gpt2`], [`Config::llama`] or [`Config::qwen3`] and then changed field by
/// field; as JSON it is a Hugging Face `config.json` (see [`Config::to_json`]).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(try_from = "serde_json::Value", into = "serde_json::Value")]
pub struct Config {
    /// Number of token ids, V.
    pub vocab_size: usize,
    /// The longest sequence, in tokens.
    pub context: usize,
    /// Features of a token between blocks, D.
    pub width: usize,
    /// Number of blocks.
    pub layers: usize,
    /// Query heads, H.
    pub heads: usize,
    /// Key and value heads; fewer than `heads` is grouped-query attention (Ainslie et al., 2023).
    pub kv_heads: usize,
    /// Features of a head, D_head.
    pub head_dim: usize,
    /// Inner features of the feed-forward half.
    pub mlp_width: usize,
    pub norm: Norm,
    pub norm_eps: f32,
    pub positions: Positions,
    pub mlp: Mlp,
    /// Whether the four attention projections have biases.
    pub attention_bias: bool,
    /// Whether the feed-forward projections have biases.
    pub mlp_bias: bool,
    /// RMS norm with a gain over each query's and key's head, before the rotation
    /// (Dehghani et al., 2023; as in Qwen3).
    pub qk_norm: bool,
    /// Whether the vocabulary projection is the embedding table itself (Press and Wolf, 2017).
    pub tied_head: bool,
    /// `c` of `logit = c · tanh(x / c)`, which bounds logits (Gemma 2, 2024).
    pub logit_softcap: Option<f32>,
    /// Whether the projections that write into the residual stream begin at zero, so that each
    /// block begins as the identity (Zhang et al., "Fixup", 2019). Matters to a new model only.
    pub zero_init: bool,
    /// Standard deviation of a new model's weights.
    pub init_std: f32,
    /// The token that a text begins with.
    pub bos_token_id: Option<u32>,
    /// Tokens that end an answer.
    pub eos_token_ids: Vec<u32>,
    pub pad_token_id: Option<u32>,
}

impl Config {
    /// GPT-2's mathematics (Radford et al., 2019): LayerNorm, GELU, learned positions, biases, tied
    /// head; `mlp_width` = 4 · `width`.
    pub fn gpt2(
        vocab_size: usize,
        context: usize,
        width: usize,
        layers: usize,
        heads: usize,
    ) -> Config {
        Config {
            norm: Norm::LayerNorm,
            norm_eps: 1e-5,
            positions: Positions::Learned,
            mlp: Mlp::Gelu,
            mlp_width: width.saturating_mul(4),
            attention_bias: true,
            mlp_bias: true,
            ..Config::llama(vocab_size, context, width, layers, heads)
        }
    }

    /// Llama's mathematics (Touvron et al., 2023): RMSNorm, RoPE, SwiGLU, no biases; here with a
    /// tied head, as many key as query heads, and `mlp_width` = 8/3 · `width` rounded up to a
    /// multiple of 64.
    pub fn llama(
        vocab_size: usize,
        context: usize,
        width: usize,
        layers: usize,
        heads: usize,
    ) -> Config {
        Config {
            vocab_size,
            context,
            width,
            layers,
            heads,
            kv_heads: heads,
            // Zero where the heads do not divide the width: `validate` then says so.
            head_dim: if heads > 0 && width.is_multiple_of(heads) {
                width / heads
            } else {
                0
            },
            // An absurd width is refused by `validate`, not by an overflow.
            mlp_width: width.saturating_mul(8).div_ceil(3).next_multiple_of(64),
            norm: Norm::RmsNorm,
            norm_eps: 1e-6,
            positions: Positions::Rotary { theta: 10_000.0 },
            mlp: Mlp::SwiGlu,
            attention_bias: false,
            mlp_bias: false,
            qk_norm: false,
            tied_head: true,
            logit_softcap: None,
            zero_init: false,
            init_std: 0.02,
            bos_token_id: None,
            eos_token_ids: Vec::new(),
            pad_token_id: None,
        }
    }

    /// [`Config::llama`] with QK-norm, as Qwen3 has it.
    pub fn qwen3(
        vocab_size: usize,
        context: usize,
        width: usize,
        layers: usize,
        heads: usize,
    ) -> Config {
        Config {
            qk_norm: true,
            ..Config::llama(vocab_size, context, width, layers, heads)
        }
    }

    /// Features of all query heads, H · D_head.
    pub fn query_width(&self) -> usize {
        self.heads * self.head_dim
    }

    /// Features of all key (or value) heads.
    pub fn kv_width(&self) -> usize {
        self.kv_heads * self.head_dim
    }

    /// Refuses what no decoder can be made of.
    ///
    /// # Errors
    /// [`Error::Config`] with the key as config.json spells it for Llama, what it is, and what it
    /// may be.
    pub fn validate(&self) -> Result<(), Error> {
        self.validate_sizes()?;
        let refuse = |key, found: String, remedy: &str| {
            Err(Error::Config {
                key,
                found,
                remedy: remedy.into(),
            })
        };
        if !(self.norm_eps.is_finite() && self.norm_eps > 0.0) {
            return refuse(
                "rms_norm_eps",
                self.norm_eps.to_string(),
                "it must be a small positive number such as 1e-6",
            );
        }
        if let Positions::Rotary { theta } = self.positions {
            if !(theta.is_finite() && theta > 0.0) {
                return refuse(
                    "rope_theta",
                    theta.to_string(),
                    "it must be positive, 10000 by custom",
                );
            }
            if !self.head_dim.is_multiple_of(2) {
                return refuse(
                    "head_dim",
                    self.head_dim.to_string(),
                    "rotary positions turn pairs: it must be even",
                );
            }
        }
        if let Some(cap) = self.logit_softcap
            && !(cap.is_finite() && cap > 0.0)
        {
            return refuse(
                "final_logit_softcapping",
                cap.to_string(),
                "it must be positive, such as 30, or absent",
            );
        }
        if !(self.init_std.is_finite() && self.init_std > 0.0) {
            return refuse(
                "initializer_range",
                self.init_std.to_string(),
                "it must be positive, 0.02 by custom",
            );
        }
        let ids = self.bos_token_id.iter().map(|&id| ("bos_token_id", id));
        let ids = ids.chain(self.eos_token_ids.iter().map(|&id| ("eos_token_id", id)));
        for (key, id) in ids.chain(self.pad_token_id.iter().map(|&id| ("pad_token_id", id))) {
            if id as usize >= self.vocab_size {
                return refuse(
                    key,
                    id.to_string(),
                    &format!("it must be below vocab_size {}", self.vocab_size),
                );
            }
        }
        Ok(())
    }

    /// Refuses token ids that the vocabulary does not have.
    ///
    /// # Errors
    /// [`Error::TokenId`] with the first of them and its place.
    pub fn check_ids(&self, ids: &[u32]) -> Result<(), Error> {
        let vocab_size = self.vocab_size;
        match ids.iter().position(|&id| id as usize >= vocab_size) {
            Some(row) => Err(Error::TokenId {
                row,
                id: ids[row],
                vocab_size,
            }),
            None => Ok(()),
        }
    }

    fn validate_sizes(&self) -> Result<(), Error> {
        if self.head_dim == 0 && self.heads > 0 && !self.width.is_multiple_of(self.heads) {
            let remedy = format!(
                "it must divide hidden_size {}, or head_dim must be stated",
                self.width
            );
            return Err(Error::Config {
                key: "num_attention_heads",
                found: self.heads.to_string(),
                remedy,
            });
        }
        // Beyond these limits a size is a mistake or an attack; they keep the size of every tensor below 2^63.
        let limits = [
            ("vocab_size", self.vocab_size, 1 << 24),
            ("max_position_embeddings", self.context, 1 << 26),
            ("hidden_size", self.width, 1 << 20),
            ("num_hidden_layers", self.layers, 1 << 12),
            ("num_attention_heads", self.heads, 1 << 12),
            ("num_key_value_heads", self.kv_heads, 1 << 12),
            ("head_dim", self.head_dim, 1 << 14),
            ("intermediate_size", self.mlp_width, 1 << 22),
        ];
        for (key, value, limit) in limits {
            if value == 0 || value > limit {
                let remedy = format!("it must be from 1 to {limit}");
                return Err(Error::Config {
                    key,
                    found: value.to_string(),
                    remedy,
                });
            }
        }
        if !self.heads.is_multiple_of(self.kv_heads) {
            let remedy = format!("it must divide num_attention_heads {}", self.heads);
            return Err(Error::Config {
                key: "num_key_value_heads",
                found: self.kv_heads.to_string(),
                remedy,
            });
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn presets_are_valid() {
        for config in [
            Config::gpt2(256, 64, 32, 2, 4),
            Config::llama(256, 64, 32, 2, 4),
            Config::qwen3(256, 64, 32, 2, 4),
        ] {
            config.validate().unwrap();
        }
        assert_eq!(Config::llama(8192, 512, 384, 6, 6).mlp_width, 1024);
    }

    #[test]
    fn refusals_name_the_key_and_the_remedy() {
        let base = Config::llama(256, 64, 32, 2, 4);
        let cases: [(Config, &str); 9] = [
            (
                Config::llama(256, 64, 32, 2, 5),
                "config: `num_attention_heads` is 5; it must divide hidden_size 32, or head_dim must be stated",
            ),
            (
                Config {
                    kv_heads: 3,
                    ..base.clone()
                },
                "config: `num_key_value_heads` is 3; it must divide num_attention_heads 4",
            ),
            (
                Config {
                    vocab_size: 0,
                    ..base.clone()
                },
                "config: `vocab_size` is 0; it must be from 1 to 16777216",
            ),
            (
                Config {
                    context: 0,
                    ..base.clone()
                },
                "config: `max_position_embeddings` is 0; it must be from 1 to 67108864",
            ),
            (
                Config {
                    head_dim: 5,
                    ..base.clone()
                },
                "config: `head_dim` is 5; rotary positions turn pairs: it must be even",
            ),
            (
                Config {
                    norm_eps: 0.0,
                    ..base.clone()
                },
                "config: `rms_norm_eps` is 0; it must be a small positive number such as 1e-6",
            ),
            (
                Config {
                    logit_softcap: Some(-1.0),
                    ..base.clone()
                },
                "config: `final_logit_softcapping` is -1; it must be positive, such as 30, or absent",
            ),
            (
                Config {
                    eos_token_ids: vec![1, 256],
                    ..base.clone()
                },
                "config: `eos_token_id` is 256; it must be below vocab_size 256",
            ),
            (
                Config {
                    layers: usize::MAX,
                    ..base
                },
                "config: `num_hidden_layers` is 18446744073709551615; it must be from 1 to 4096",
            ),
        ];
        for (config, message) in cases {
            assert_eq!(config.validate().unwrap_err().to_string(), message);
        }
    }
}
