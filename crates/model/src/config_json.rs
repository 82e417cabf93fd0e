//! `config.json`: between [`Config`] and the keys of transformers' GPT-2, Llama and Qwen3.

use serde_json::{Map, Value, json};

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

    /// Reads a Hugging Face `config.json` of GPT-2, Llama, Qwen3 or this program, and validates it.
    ///
    /// Absent keys mean what they mean in transformers. A key that changes the mathematics into
    /// something this decoder does not compute (scaled RoPE, sliding windows, another activation)
    /// is an error; keys without influence on logits are passed over.
    pub fn from_json(json: &Value) -> Result<Config, Error> {
        let Value::Object(map) = json else {
            let found = json.to_string().chars().take(40).collect();
            return Err(Error::WrongType {
                key: "(the whole file)".into(),
                found,
                expected: "an object",
            });
        };
        let class = map
            .get("architectures")
            .and_then(|a| a.get(0))
            .and_then(Value::as_str);
        let kind = match map.get("model_type").and_then(Value::as_str) {
            Some(kind) => kind,
            None => match class {
                Some("GPT2LMHeadModel") => "gpt2",
                Some("LlamaForCausalLM") => "llama",
                Some("Qwen3ForCausalLM") => "qwen3",
                _ => {
                    return Err(Error::MissingKey {
                        key: "model_type",
                        model_type: class.unwrap_or("model").into(),
                    });
                }
            },
        };
        let keys = Keys {
            map,
            model_type: kind,
        };
        let mut config = match kind {
            "gpt2" => keys.gpt2()?,
            "llama" | "qwen3" => keys.llama()?,
            "gensen" => keys.gensen()?,
            other => {
                let supported = "gpt2, llama, qwen3, gensen";
                return Err(Error::Unsupported {
                    key: "model_type".into(),
                    found: other.into(),
                    supported,
                });
            }
        };
        config.init_std = keys.number("initializer_range")?.unwrap_or(0.02);
        config.zero_init = keys.flag("zero_init")?.unwrap_or(false);
        config.bos_token_id = keys.ids("bos_token_id")?.first().copied();
        config.eos_token_ids = keys.ids("eos_token_id")?;
        config.pad_token_id = keys.ids("pad_token_id")?.first().copied();
        config.validate()?;
        Ok(config)
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

/// The keys of one config.json, read with types checked. `null` counts as absent.
struct Keys<'j> {
    map: &'j Map<String, Value>,
    model_type: &'j str,
}

impl Keys<'_> {
    fn gpt2(&self) -> Result<Config, Error> {
        self.only("scale_attn_weights", &[json!(true)], "true")?;
        self.only("scale_attn_by_inverse_layer_idx", &[json!(false)], "false")?;
        self.only("add_cross_attention", &[json!(false)], "false")?;
        let mut config = Config::gpt2(
            self.need("vocab_size")?,
            self.need("n_positions")?,
            self.need("n_embd")?,
            self.need("n_layer")?,
            self.need("n_head")?,
        );
        // Saturating: an absurd size is then refused by `validate`, not by an overflow.
        config.mlp_width = self
            .size("n_inner")?
            .unwrap_or(config.width.saturating_mul(4));
        config.mlp = match self.text("activation_function")?.unwrap_or("gelu_new") {
            "gelu_new" | "gelu_pytorch_tanh" => Mlp::Gelu,
            "relu2" => Mlp::Relu2,
            other => {
                return unsupported(
                    "activation_function",
                    other,
                    "gelu_new, gelu_pytorch_tanh, relu2",
                );
            }
        };
        config.norm_eps = self.number("layer_norm_epsilon")?.unwrap_or(1e-5);
        config.tied_head = self.flag("tie_word_embeddings")?.unwrap_or(true);
        Ok(config)
    }

    fn llama(&self) -> Result<Config, Error> {
        self.only("use_sliding_window", &[json!(false)], "false")?;
        self.only("pretraining_tp", &[json!(0), json!(1)], "1")?;
        if let Some(Value::Array(kinds)) = self.map.get("layer_types")
            && let Some(other) = kinds.iter().find(|&kind| kind != "full_attention")
        {
            return unsupported("layer_types", &other.to_string(), "full_attention");
        }
        let mut config = self.llama_sizes()?;
        config.qk_norm = self.model_type == "qwen3";
        config.mlp = match self.text("hidden_act")?.unwrap_or("silu") {
            "silu" | "swish" => Mlp::SwiGlu,
            "relu2" => Mlp::Relu2Glu,
            other => return unsupported("hidden_act", other, "silu, relu2"),
        };
        Ok(config)
    }

    fn gensen(&self) -> Result<Config, Error> {
        let mut config = self.llama_sizes()?;
        config.norm = match self.need_text("norm")? {
            "layer_norm" => Norm::LayerNorm,
            "rms_norm" => Norm::RmsNorm,
            other => return unsupported("norm", other, "layer_norm, rms_norm"),
        };
        config.positions = match self.need_text("positions")? {
            "learned" => Positions::Learned,
            "rotary" => config.positions,
            other => return unsupported("positions", other, "learned, rotary"),
        };
        config.mlp = match self.need_text("mlp")? {
            "gelu" => Mlp::Gelu,
            "relu2" => Mlp::Relu2,
            "swiglu" => Mlp::SwiGlu,
            "relu2_glu" => Mlp::Relu2Glu,
            other => return unsupported("mlp", other, "gelu, relu2, swiglu, relu2_glu"),
        };
        config.qk_norm = self.flag("qk_norm")?.unwrap_or(false);
        config.logit_softcap = self.number("final_logit_softcapping")?;
        Ok(config)
    }

    /// The keys that Llama, Qwen3 and our own folders share.
    fn llama_sizes(&self) -> Result<Config, Error> {
        let heads = self.need("num_attention_heads")?;
        let mut config = Config::llama(
            self.need("vocab_size")?,
            self.need("max_position_embeddings")?,
            self.need("hidden_size")?,
            self.need("num_hidden_layers")?,
            heads,
        );
        // Qwen3's class has defaults of its own (32 and 128), which depend on no other key.
        let (kv_heads, head_dim) = match self.model_type {
            "qwen3" => (32, 128),
            _ => (heads, config.head_dim),
        };
        config.kv_heads = match self.map.get("num_key_value_heads") {
            Some(Value::Null) => heads,
            _ => self.size("num_key_value_heads")?.unwrap_or(kv_heads),
        };
        config.head_dim = self.size("head_dim")?.unwrap_or(head_dim);
        config.mlp_width = self.need("intermediate_size")?;
        config.norm_eps = self.number("rms_norm_eps")?.unwrap_or(1e-6);
        config.positions = Positions::Rotary {
            theta: self.rope_theta()?,
        };
        config.attention_bias = self.flag("attention_bias")?.unwrap_or(false);
        config.mlp_bias = self.flag("mlp_bias")?.unwrap_or(false);
        config.tied_head = self.flag("tie_word_embeddings")?.unwrap_or(false);
        Ok(config)
    }

    /// The base of the rotation, with every scaled form of RoPE refused.
    fn rope_theta(&self) -> Result<f32, Error> {
        let mut theta = self.number("rope_theta")?;
        for key in ["rope_scaling", "rope_parameters"] {
            let Some(Value::Object(rope)) = self.map.get(key) else {
                continue;
            };
            let inner = Keys {
                map: rope,
                model_type: self.model_type,
            };
            for kind in ["rope_type", "type"] {
                if let Some(kind) = inner.text(kind)?.filter(|&kind| kind != "default") {
                    return unsupported(key, kind, "rope_type default");
                }
            }
            inner.only("partial_rotary_factor", &[json!(1), json!(1.0)], "1")?;
            theta = inner.number("rope_theta")?.or(theta);
        }
        self.only("partial_rotary_factor", &[json!(1), json!(1.0)], "1")?;
        Ok(theta.unwrap_or(10_000.0))
    }

    fn get(&self, key: &str) -> Option<&Value> {
        self.map.get(key).filter(|value| !value.is_null())
    }

    fn typed<'v, T>(
        &'v self,
        key: &str,
        expected: &'static str,
        read: impl Fn(&'v Value) -> Option<T>,
    ) -> Result<Option<T>, Error> {
        let Some(value) = self.get(key) else {
            return Ok(None);
        };
        let found = || value.to_string().chars().take(40).collect();
        read(value).map(Some).ok_or_else(|| Error::WrongType {
            key: key.into(),
            found: found(),
            expected,
        })
    }

    fn size(&self, key: &str) -> Result<Option<usize>, Error> {
        self.typed(key, "a whole number", |value| {
            usize::try_from(value.as_u64()?).ok()
        })
    }

    fn need(&self, key: &'static str) -> Result<usize, Error> {
        self.size(key)?.ok_or_else(|| Error::MissingKey {
            key,
            model_type: self.model_type.into(),
        })
    }

    fn number(&self, key: &str) -> Result<Option<f32>, Error> {
        self.typed(key, "a number", |value| {
            value.as_f64().map(|number| number as f32)
        })
    }

    fn flag(&self, key: &str) -> Result<Option<bool>, Error> {
        self.typed(key, "true or false", Value::as_bool)
    }

    fn text(&self, key: &str) -> Result<Option<&str>, Error> {
        self.typed(key, "a string", Value::as_str)
    }

    fn need_text(&self, key: &'static str) -> Result<&str, Error> {
        self.text(key)?.ok_or_else(|| Error::MissingKey {
            key,
            model_type: self.model_type.into(),
        })
    }

    /// Token ids: a number or a list of them. Some published folders write −1 for "none".
    fn ids(&self, key: &str) -> Result<Vec<u32>, Error> {
        let ids = self.typed(key, "a token id or a list of them", |value| match value {
            Value::Array(ids) => ids
                .iter()
                .map(|id| u32::try_from(id.as_u64()?).ok())
                .collect(),
            id if id.as_i64() == Some(-1) => Some(Vec::new()),
            id => Some(vec![u32::try_from(id.as_u64()?).ok()?]),
        })?;
        Ok(ids.unwrap_or_default())
    }

    /// Refuses a key whose value is none of `allowed`; absence is fine.
    fn only(&self, key: &str, allowed: &[Value], supported: &'static str) -> Result<(), Error> {
        match self.get(key) {
            Some(value) if !allowed.contains(value) => {
                unsupported(key, &value.to_string(), supported)
            }
            _ => Ok(()),
        }
    }
}

fn unsupported<T>(key: &str, found: &str, supported: &'static str) -> Result<T, Error> {
    Err(Error::Unsupported {
        key: key.into(),
        found: found.into(),
        supported,
    })
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

    #[test]
    fn unsupported_mathematics_is_refused_by_key() {
        let base = Config::llama(300, 64, 32, 2, 4).to_json();
        let with = |key: &str, value: Value| {
            let mut json = base.clone();
            json[key] = value;
            Config::from_json(&json)
                .map(|_| ())
                .map_err(|error| error.to_string())
        };
        assert_eq!(
            with("rope_scaling", json!({"rope_type": "default"})),
            Ok(())
        );
        let cases = [
            (
                "model_type",
                json!("mamba"),
                "config: `model_type` = mamba is not supported; supported: gpt2, llama, qwen3, gensen",
            ),
            (
                "rope_scaling",
                json!({"rope_type": "llama3"}),
                "config: `rope_scaling` = llama3 is not supported; supported: rope_type default",
            ),
            (
                "hidden_act",
                json!("gelu"),
                "config: `hidden_act` = gelu is not supported; supported: silu, relu2",
            ),
            (
                "layer_types",
                json!(["sliding_attention"]),
                "config: `layer_types` = \"sliding_attention\" is not supported; supported: full_attention",
            ),
            (
                "hidden_size",
                json!("32"),
                "config: `hidden_size` is \"32\"; expected a whole number",
            ),
            (
                "hidden_size",
                json!(-32),
                "config: `hidden_size` is -32; expected a whole number",
            ),
            (
                "hidden_size",
                Value::Null,
                "config: `hidden_size` is missing; a llama folder must state it",
            ),
            (
                "eos_token_id",
                json!([1, "x"]),
                "config: `eos_token_id` is [1,\"x\"]; expected a token id or a list of them",
            ),
            (
                "eos_token_id",
                json!(300),
                "config: `eos_token_id` is 300; it must be below vocab_size 300",
            ),
        ];
        for (key, value, message) in cases {
            assert_eq!(with(key, value), Err(message.to_owned()));
        }
    }

    #[test]
    fn defaults_are_those_of_transformers() {
        let llama = json!({"architectures": ["LlamaForCausalLM"], "vocab_size": 100, "max_position_embeddings": 64,
            "hidden_size": 32, "num_hidden_layers": 2, "num_attention_heads": 4, "intermediate_size": 64});
        let config = Config::from_json(&llama).unwrap();
        assert_eq!(
            (config.kv_heads, config.head_dim, config.tied_head),
            (4, 8, false)
        );
        let mut qwen3 = llama;
        qwen3["model_type"] = json!("qwen3");
        qwen3["num_key_value_heads"] = Value::Null;
        let config = Config::from_json(&qwen3).unwrap();
        assert_eq!(
            (config.kv_heads, config.head_dim, config.qk_norm),
            (4, 128, true)
        );
    }
}
