//! Reading `config.json`: from the keys of transformers' GPT-2, Llama and Qwen3 to [`Config`].

use serde_json::{Map, Value, json};

use crate::Error;
use crate::config::{Config, Mlp, Norm, Positions};

impl Config {
    /// Reads a Hugging Face `config.json` of GPT-2, Llama, Qwen3 or this program, and validates it.
    ///
    /// Absent keys mean what they mean in transformers, those of token ids that there are none. A key
    /// that changes the mathematics into something this decoder does not compute (scaled RoPE, sliding
    /// windows, another activation) is an error; keys without influence on logits are passed over.
    pub fn from_json(json: &Value) -> Result<Config, Error> {
        let Value::Object(map) = json else {
            return Err(not_an_object(json));
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

/// The stop tokens that a `generation_config.json` states, if it does.
pub(crate) fn stop_tokens(generation: &Value) -> Result<Option<Vec<u32>>, Error> {
    let Value::Object(map) = generation else {
        return Err(not_an_object(generation));
    };
    let keys = Keys {
        map,
        model_type: "",
    };
    keys.get("eos_token_id")
        .map(|_| keys.ids("eos_token_id"))
        .transpose()
}

fn not_an_object(json: &Value) -> Error {
    Error::WrongType {
        key: "(the whole file)".into(),
        found: json.to_string().chars().take(40).collect(),
        expected: "an object",
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
        config.mlp_width = self.size("n_inner")?.unwrap_or(config.mlp_width);
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
        if let Some(kinds) = self.typed("layer_types", "a list", Value::as_array)?
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
            let Some(rope) = self.typed(key, "an object", Value::as_object)? else {
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

    /// Token ids: a number or a list of them. Some published folders write −1 for "none". Absent means none: the ids that
    /// transformers' classes have instead belong to tokenizers of their own, and generation does not stop at them.
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

#[cfg(test)]
mod tests {
    use super::*;

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
                "rope_scaling",
                json!("dynamic"),
                "config: `rope_scaling` is \"dynamic\"; expected an object",
            ),
            (
                "layer_types",
                json!("sliding_attention"),
                "config: `layer_types` is \"sliding_attention\"; expected a list",
            ),
            (
                "hidden_size",
                json!(usize::MAX / 2),
                "config: `hidden_size` is 9223372036854775807; it must be from 1 to 1048576",
            ),
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
        // Those that Llama's class has instead are not where transformers stops either.
        assert_eq!((config.bos_token_id, config.eos_token_ids), (None, vec![]));
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
