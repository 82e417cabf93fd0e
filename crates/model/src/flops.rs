//! What a model costs: parameters and floating-point operations.

use crate::config::Config;
use crate::parameters::{Role, specs};

/// Numbers of scalars by their part in the model; a tied head counts once, as embedding.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ParameterCount {
    pub embedding: u64,
    pub positions: u64,
    /// The untied vocabulary projection, else zero.
    pub head: u64,
    /// Everything inside of the blocks and the final norm.
    pub blocks: u64,
}

impl ParameterCount {
    pub fn total(&self) -> u64 {
        self.embedding + self.positions + self.head + self.blocks
    }
}

impl Config {
    /// How many parameters a decoder of this shape has, without making it.
    pub fn parameter_count(&self) -> ParameterCount {
        let mut count = ParameterCount::default();
        for spec in specs(self) {
            let part = match spec.role {
                Role::Embedding => &mut count.embedding,
                Role::Positions => &mut count.positions,
                Role::Head => &mut count.head,
                Role::Matrix | Role::ResidualMatrix | Role::Gain | Role::Bias => &mut count.blocks,
            };
            *part += spec.len() as u64;
        }
        count
    }

    /// Floating-point operations of the forward pass for one token in a sequence of `context`.
    ///
    /// A weight of a projection is one multiplication and one addition a token: 2 · (weights of
    /// the blocks + the head's V · D; looking up an embedding costs nothing). Attention multiplies
    /// each query with `context` keys and each weight with `context` values: 2 · 2 · L · H · D_head ·
    /// `context`. As in PaLM (Chowdhery et al., 2022, appendix B) the causal half that a kernel may
    /// leave out is counted; norms and activations, below one per cent, are not.
    pub fn forward_flops_per_token(&self, context: usize) -> f64 {
        let matrices: f64 = specs(self)
            .iter()
            .filter(|spec| matches!(spec.role, Role::Matrix | Role::ResidualMatrix))
            .map(|spec| spec.len() as f64)
            .sum();
        let head = (self.vocab_size * self.width) as f64;
        let attention = 4.0 * (self.layers * self.query_width()) as f64 * context as f64;
        2.0 * (matrices + head) + attention
    }

    /// Floating-point operations of training on one token in a sequence of `context`: the forward
    /// pass, and twice that for the gradients of inputs and of weights.
    pub fn flops_per_token(&self, context: usize) -> f64 {
        3.0 * self.forward_flops_per_token(context)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn gpt2_small_has_its_published_size() {
        let config = Config::gpt2(50_257, 1024, 768, 12, 12);
        assert_eq!(config.parameter_count().total(), 124_439_808);
    }

    #[test]
    fn flops_follow_the_published_formula() {
        let config = Config {
            tied_head: false,
            ..Config::llama(8192, 512, 384, 6, 6)
        };
        // 6 N + 12 L H Q T with N = the weights of all projections.
        let matrices = 6 * (4 * 384 * 384 + 3 * 384 * 1024) + 8192 * 384;
        let expected = 6 * matrices + 12 * 6 * 6 * 64 * 512;
        assert_eq!(config.flops_per_token(512), expected as f64);
    }
}
