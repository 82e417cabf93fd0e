//! Writing `config.json`: from [`Config`] to the keys of transformers' GPT-2, Llama and Qwen3.

use serde_json::{Value, json};

use crate::Error;
use crate::config::{Config, Mlp, Norm, Positions};

/// The class that reads a folder.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Architecture {
    Gpt2,
    Llama,
    Qwen3,
    /// A combination of options that transformers has no class for; only this program reads it.
    Gensen,
}

impl Architecture {
    /// `architectures` and `model_type` as config.json spells them.
    pub fn names(self) -> (&'static str, &'static str) {
        match self {
            Architecture::Gpt2 => ("GPT2LMHeadModel", "gpt2"),
            Architecture::Llama => ("LlamaForCausalLM", "llama"),
            Architecture::Qwen3 => ("Qwen3ForCausalLM", "qwen3"),
            Architecture::Gensen => ("GensenForCausalLM", "gensen"),
        }
    }
}

impl Config {
    /// The class whose layout a saved folder has.
    pub fn architecture(&self) -> Architecture {
        self.transformers_architecture()
            .unwrap_or(Architecture::Gensen)
    }

    /// The class of transformers that computes what this configuration computes.
    ///
    /// # Errors
    /// [`Error::NotInTransformers`] names the first option that no class has.
    pub fn transformers_architecture(&self) -> Result<Architecture, Error> {
        let no = |option, remedy| Err(Error::NotInTransformers { option, remedy });
        if self.logit_softcap.is_some() {
            return no(
                "logit_softcap",
                "train without it to publish for transformers",
            );
        }
        if self.positions == Positions::Learned {
            if self.norm != Norm::LayerNorm {
                return no(
                    "rms_norm with learned positions",
                    "use layer_norm or rotary positions",
                );
            }
            if self.mlp.is_gated() {
                return no(
                    "a gated mlp with learned positions",
                    "use gelu, relu2 or rotary positions",
                );
            }
            if !(self.attention_bias && self.mlp_bias) {
                return no(
                    "learned positions without biases",
                    "use biases or rotary positions",
                );
            }
            if self.qk_norm {
                return no("qk_norm with learned positions", "use rotary positions");
            }
            if self.kv_heads != self.heads {
                return no(
                    "grouped-query attention with learned positions",
                    "use rotary positions",
                );
            }
            if self.query_width() != self.width {
                return no(
                    "head_dim with learned positions",
                    "make it hidden_size / num_attention_heads",
                );
            }
            return Ok(Architecture::Gpt2);
        }
        if self.norm != Norm::RmsNorm {
            return no(
                "layer_norm with rotary positions",
                "use rms_norm or learned positions",
            );
        }
        if !self.mlp.is_gated() {
            return no(
                "an mlp without gate with rotary positions",
                "use swiglu, relu2_glu or learned positions",
            );
        }
        if !self.qk_norm && !self.width.is_multiple_of(self.heads) {
            return no(
                "heads that do not divide hidden_size without qk_norm",
                "make heads divide hidden_size",
            );
        }
        if self.qk_norm && self.mlp_bias {
            return no("mlp_bias with qk_norm", "leave out one of them");
        }
        Ok(if self.qk_norm {
            Architecture::Qwen3
        } else {
            Architecture::Llama
        })
    }

    /// The configuration as a Hugging Face `config.json`.
    ///
    /// What transformers has no key for (`zero_init`) is kept under a key of its own, which
    /// transformers passes over. A configuration that transformers has no class for gets the
    /// model type `gensen` and Llama's keys beside `norm`, `positions`, `mlp`, `qk_norm` and
    /// `final_logit_softcapping`.
    pub fn to_json(&self) -> Value {
        let architecture = self.architecture();
        let (class, model_type) = architecture.names();
        let mut json = json!({
            "architectures": [class],
            "model_type": model_type,
            "vocab_size": self.vocab_size,
            "initializer_range": short(self.init_std),
            "tie_word_embeddings": self.tied_head,
            "bos_token_id": self.bos_token_id,
            "eos_token_id": eos_json(&self.eos_token_ids),
            "pad_token_id": self.pad_token_id,
            "zero_init": self.zero_init,
        });
        let sizes = match architecture {
            Architecture::Gpt2 => self.gpt2_keys(),
            Architecture::Llama | Architecture::Qwen3 | Architecture::Gensen => self.llama_keys(),
        };
        let own = match architecture {
            Architecture::Gensen => self.gensen_keys(),
            _ => json!({}),
        };
        for keys in [sizes, own] {
            if let (Value::Object(all), Value::Object(keys)) = (&mut json, keys) {
                all.extend(keys);
            }
        }
        json
    }

    fn gpt2_keys(&self) -> Value {
        json!({
            "n_positions": self.context,
            "n_embd": self.width,
            "n_layer": self.layers,
            "n_head": self.heads,
            "n_inner": self.mlp_width,
            "activation_function": if self.mlp == Mlp::Relu2 { "relu2" } else { "gelu_new" },
            "layer_norm_epsilon": short(self.norm_eps),
            // Our training has no dropout; transformers' defaults would bring it in on fine-tuning.
            "attn_pdrop": 0.0,
            "embd_pdrop": 0.0,
            "resid_pdrop": 0.0,
        })
    }

    fn llama_keys(&self) -> Value {
        let mut json = json!({
            "max_position_embeddings": self.context,
            "hidden_size": self.width,
            "num_hidden_layers": self.layers,
            "num_attention_heads": self.heads,
            "num_key_value_heads": self.kv_heads,
            "head_dim": self.head_dim,
            "intermediate_size": self.mlp_width,
            "hidden_act": if self.mlp == Mlp::Relu2Glu { "relu2" } else { "silu" },
            "rms_norm_eps": short(self.norm_eps),
            "attention_bias": self.attention_bias,
            "mlp_bias": self.mlp_bias,
        });
        if let Positions::Rotary { theta } = self.positions {
            // Before version 5 transformers read the first key, since then the second.
            json["rope_theta"] = short(theta);
            json["rope_parameters"] = json!({ "rope_type": "default", "rope_theta": short(theta) });
        }
        json
    }

    fn gensen_keys(&self) -> Value {
        json!({
            "norm": match self.norm {
                Norm::LayerNorm => "layer_norm",
                Norm::RmsNorm => "rms_norm",
            },
            "positions": match self.positions {
                Positions::Learned => "learned",
                Positions::Rotary { .. } => "rotary",
            },
            "mlp": match self.mlp {
                Mlp::Gelu => "gelu",
                Mlp::Relu2 => "relu2",
                Mlp::SwiGlu => "swiglu",
                Mlp::Relu2Glu => "relu2_glu",
            },
            "qk_norm": self.qk_norm,
            "final_logit_softcapping": self.logit_softcap.map(short),
        })
    }
}

impl TryFrom<Value> for Config {
    type Error = Error;

    fn try_from(json: Value) -> Result<Config, Error> {
        Config::from_json(&json)
    }
}

impl From<Config> for Value {
    fn from(config: Config) -> Value {
        config.to_json()
    }
}

/// One id as a number, several as a list, none as null: as transformers writes them.
fn eos_json(ids: &[u32]) -> Value {
    match ids {
        [] => Value::Null,
        [id] => json!(id),
        ids => json!(ids),
    }
}

/// The shortest decimal that reads back as `value`: 1e-6, not 9.99999997e-7.
fn short(value: f32) -> Value {
    json!(value.to_string().parse::<f64>().unwrap_or(f64::from(value)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_option_survives_json() {
        let llama = Config {
            bos_token_id: Some(0),
            eos_token_ids: vec![0, 5],
            ..Config::llama(300, 64, 32, 2, 4)
        };
        let configs = [
            (Config::gpt2(300, 64, 32, 2, 4), Architecture::Gpt2),
            (
                Config {
                    mlp: Mlp::Relu2,
                    mlp_width: 96,
                    tied_head: false,
                    ..Config::gpt2(300, 64, 32, 2, 4)
                },
                Architecture::Gpt2,
            ),
            (
                Config {
                    kv_heads: 2,
                    head_dim: 16,
                    tied_head: false,
                    ..llama.clone()
                },
                Architecture::Llama,
            ),
            (
                // Llama's class refuses it.
                Config {
                    head_dim: 6,
                    ..Config::llama(300, 64, 32, 2, 5)
                },
                Architecture::Gensen,
            ),
            (
                Config {
                    mlp: Mlp::Relu2Glu,
                    mlp_bias: true,
                    zero_init: true,
                    ..llama.clone()
                },
                Architecture::Llama,
            ),
            (
                Config {
                    attention_bias: true,
                    norm_eps: 1e-5,
                    ..Config::qwen3(300, 64, 32, 2, 4)
                },
                Architecture::Qwen3,
            ),
            (
                Config {
                    logit_softcap: Some(30.0),
                    qk_norm: true,
                    ..llama.clone()
                },
                Architecture::Gensen,
            ),
            (
                Config {
                    mlp: Mlp::Relu2,
                    positions: Positions::Rotary { theta: 5e5 },
                    ..llama.clone()
                },
                Architecture::Gensen,
            ),
            (
                Config {
                    positions: Positions::Learned,
                    ..llama
                },
                Architecture::Gensen,
            ),
        ];
        for (config, architecture) in configs {
            assert_eq!(config.architecture(), architecture);
            let text = serde_json::to_string(&config).unwrap();
            assert_eq!(
                serde_json::from_str::<Config>(&text).unwrap(),
                config,
                "{text}"
            );
        }
    }

    #[test]
    fn export_names_the_option_that_transformers_lacks() {
        let config = Config {
            logit_softcap: Some(30.0),
            ..Config::llama(300, 64, 32, 2, 4)
        };
        assert_eq!(
            config.transformers_architecture().unwrap_err().to_string(),
            "no class of transformers has `logit_softcap` together with the rest of this configuration; \
             train without it to publish for transformers"
        );
    }
}
