//! The list of a decoder's parameters: names, shapes, roles and how each begins.

use ledger::random::Random;

use crate::config::{Config, Norm, Positions};

/// What a parameter does; optimisers treat roles differently.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// The token table (V, D); also the vocabulary projection where the head is tied.
    Embedding,
    /// The position table (T, D).
    Positions,
    /// The untied vocabulary projection (V, D).
    Head,
    /// A projection (Out, In) inside of a block.
    Matrix,
    /// A projection (Out, In) that writes into the residual stream.
    ResidualMatrix,
    /// A norm's gain.
    Gain,
    Bias,
}

/// One parameter: what to call it, its shape, its part in the model.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spec {
    pub name: String,
    /// Row-major; projections are (Out, In).
    pub shape: Vec<usize>,
    pub role: Role,
}

impl Spec {
    /// Number of scalars.
    pub fn len(&self) -> usize {
        self.shape.iter().product()
    }

    /// Whether it holds no scalar; a valid configuration has no such parameter.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// A new model's values: a pure function of `(config, seed, name)`.
    ///
    /// Weights are drawn from N(0, `init_std`²); those that write into the residual stream are
    /// scaled by 1/√(2 · layers), one for each of the additions to the stream, so that its variance
    /// does not grow with depth (Radford et al., "Language models are unsupervised multitask
    /// learners", 2019, section 2.3), or begin at zero with `zero_init`. Gains begin at one,
    /// biases at zero.
    pub fn initial(&self, config: &Config, seed: u64) -> Vec<f32> {
        let normal = |std: f32| {
            let mut random = Random::new(seed, &self.name, 0);
            (0..self.len()).map(|_| std * random.normal_f32()).collect()
        };
        match self.role {
            Role::Embedding | Role::Positions | Role::Head | Role::Matrix => {
                normal(config.init_std)
            }
            Role::ResidualMatrix if config.zero_init => vec![0.0; self.len()],
            Role::ResidualMatrix => normal(config.init_std / ((2 * config.layers) as f32).sqrt()),
            Role::Gain => vec![1.0; self.len()],
            Role::Bias => vec![0.0; self.len()],
        }
    }
}

/// All parameters of `config` in the order of the forward pass.
pub fn specs(config: &Config) -> Vec<Spec> {
    let mut list = List {
        config,
        specs: Vec::new(),
    };
    let (d, q, kv, m) = (
        config.width,
        config.query_width(),
        config.kv_width(),
        config.mlp_width,
    );
    list.add(
        "embedding.weight".into(),
        &[config.vocab_size, d],
        Role::Embedding,
    );
    if config.positions == Positions::Learned {
        list.add(
            "positions.weight".into(),
            &[config.context, d],
            Role::Positions,
        );
    }
    for layer in 0..config.layers {
        let block = format!("blocks.{layer}");
        let bias = config.attention_bias;
        list.norm(&format!("{block}.attention_norm"), d);
        list.linear(
            &format!("{block}.attention.query"),
            q,
            d,
            bias,
            Role::Matrix,
        );
        list.linear(&format!("{block}.attention.key"), kv, d, bias, Role::Matrix);
        list.linear(
            &format!("{block}.attention.value"),
            kv,
            d,
            bias,
            Role::Matrix,
        );
        if config.qk_norm {
            for of in ["query", "key"] {
                list.add(
                    format!("{block}.attention.{of}_norm.weight"),
                    &[config.head_dim],
                    Role::Gain,
                );
            }
        }
        list.linear(
            &format!("{block}.attention.output"),
            d,
            q,
            bias,
            Role::ResidualMatrix,
        );
        let bias = config.mlp_bias;
        list.norm(&format!("{block}.mlp_norm"), d);
        if config.mlp.is_gated() {
            list.linear(&format!("{block}.mlp.gate"), m, d, bias, Role::Matrix);
        }
        list.linear(&format!("{block}.mlp.up"), m, d, bias, Role::Matrix);
        list.linear(
            &format!("{block}.mlp.down"),
            d,
            m,
            bias,
            Role::ResidualMatrix,
        );
    }
    list.norm("norm", d);
    if !config.tied_head {
        list.add("head.weight".into(), &[config.vocab_size, d], Role::Head);
    }
    list.specs
}

struct List<'c> {
    config: &'c Config,
    specs: Vec<Spec>,
}

impl List<'_> {
    fn add(&mut self, name: String, shape: &[usize], role: Role) {
        self.specs.push(Spec {
            name,
            shape: shape.to_vec(),
            role,
        });
    }

    fn linear(&mut self, name: &str, out: usize, input: usize, bias: bool, role: Role) {
        self.add(format!("{name}.weight"), &[out, input], role);
        if bias {
            self.add(format!("{name}.bias"), &[out], Role::Bias);
        }
    }

    fn norm(&mut self, name: &str, width: usize) {
        self.add(format!("{name}.weight"), &[width], Role::Gain);
        if self.config.norm == Norm::LayerNorm {
            self.add(format!("{name}.bias"), &[width], Role::Bias);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn deviation(values: &[f32]) -> f64 {
        (values.iter().map(|v| f64::from(*v).powi(2)).sum::<f64>() / values.len() as f64).sqrt()
    }

    #[test]
    fn initial_values_have_the_documented_scale() {
        let config = Config::gpt2(512, 64, 64, 8, 4);
        for spec in specs(&config) {
            let values = spec.initial(&config, 1);
            let expected = match spec.role {
                Role::Gain => 1.0,
                Role::Bias => 0.0,
                Role::ResidualMatrix => 0.02 / 4.0,
                _ => 0.02,
            };
            assert!(
                (deviation(&values) - expected).abs() <= 0.05 * expected,
                "{}",
                spec.name
            );
        }
        let zero = Config {
            zero_init: true,
            ..config
        };
        let down = specs(&zero)
            .into_iter()
            .find(|spec| spec.name == "blocks.7.mlp.down.weight")
            .unwrap();
        assert!(down.initial(&zero, 1).iter().all(|&value| value == 0.0));
    }

    #[test]
    fn parameters_with_different_names_or_seeds_differ() {
        let config = Config::llama(64, 16, 16, 2, 2);
        let all = specs(&config);
        let query = |layer: usize| {
            all.iter()
                .find(|s| s.name == format!("blocks.{layer}.attention.query.weight"))
                .unwrap()
        };
        assert_ne!(query(0).initial(&config, 1), query(1).initial(&config, 1));
        assert_ne!(query(0).initial(&config, 1), query(0).initial(&config, 2));
        assert_eq!(query(0).initial(&config, 1), query(0).initial(&config, 1));
    }
}
