//! The mathematics of the decoder family, from token ids to logits.
//!
//! Rows are tokens: N counts all tokens of a batch, packed one sequence after the other. D is the
//! width, Q the features of all query heads, KV those of all key heads, M the inner width of the
//! feed-forward half, V the vocabulary.

use tensor::{Attention, CachedSegment, KvLayer, Linear, ParamId, Parameters, Segment, Tape, Var};

use crate::Error;
use crate::config::{Config, Mlp, Norm, Positions};

/// Token sequences, packed.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Batch {
    /// (N)
    pub ids: Vec<u32>,
    /// (N) the place of each token in its own sequence.
    pub positions: Vec<u32>,
    /// Which rows belong to which sequence; attention stays inside.
    pub segments: Vec<Segment>,
}

impl Batch {
    /// Packs whole sequences, each from position 0.
    pub fn packed<S: AsRef<[u32]>>(sequences: &[S]) -> Batch {
        let mut batch = Batch::default();
        for sequence in sequences {
            let sequence = sequence.as_ref();
            batch.segments.push(Segment {
                start: batch.ids.len(),
                len: sequence.len(),
            });
            batch.ids.extend_from_slice(sequence);
            batch.positions.extend(0..sequence.len() as u32);
        }
        batch
    }

    /// Refuses ids and positions that the model does not have. Segments are as [`Batch::packed`] makes them.
    ///
    /// # Errors
    /// [`Error::TokenId`] or [`Error::Position`], with the row.
    pub fn check(&self, config: &Config) -> Result<(), Error> {
        check_rows(config, &self.ids, &self.positions)
    }
}

fn check_rows(config: &Config, ids: &[u32], positions: &[u32]) -> Result<(), Error> {
    config.check_ids(ids)?;
    let beyond = |&position: &u32| position as usize >= config.context;
    match positions.iter().position(beyond) {
        Some(row) => Err(Error::Position {
            row,
            position: positions[row],
            context: config.context,
        }),
        None => Ok(()),
    }
}

/// A norm's gain and, for LayerNorm, bias; both (D).
#[derive(Clone, Debug)]
pub struct NormWeights {
    pub gain: ParamId,
    pub bias: Option<ParamId>,
}

/// One block: attention, then the feed-forward half, each behind a norm and added to its input.
#[derive(Clone, Debug)]
pub struct Block {
    pub attention_norm: NormWeights,
    pub query: Linear,
    pub key: Linear,
    pub value: Linear,
    /// Gains (D_head) of the norms over heads of queries and of keys.
    pub query_key_norm: Option<(ParamId, ParamId)>,
    pub output: Linear,
    pub mlp_norm: NormWeights,
    pub gate: Option<Linear>,
    pub up: Linear,
    pub down: Linear,
}

/// The structure of a model: its configuration and which parameter stands where.
///
/// It holds no numbers, so that a tape may borrow the parameters beside it.
#[derive(Clone, Debug)]
pub struct Decoder {
    pub config: Config,
    /// (V, D)
    pub embedding: ParamId,
    /// (T, D)
    pub positions: Option<ParamId>,
    pub blocks: Vec<Block>,
    pub norm: NormWeights,
    /// (V, D); the embedding itself where the head is tied.
    pub head: ParamId,
}

/// Where queries find their keys: in the batch itself, or also in what was computed before.
enum Keys<'k> {
    Packed(&'k [Segment]),
    Cached(&'k mut [KvLayer], &'k [CachedSegment]),
}

impl Decoder {
    /// The states (N, D) behind the final norm.
    ///
    /// # Panics
    /// If the batch has ids or positions beyond the model's; [`Batch::check`] tells beforehand.
    pub fn hidden(&self, tape: &mut Tape, batch: &Batch) -> Var {
        let keys = Keys::Packed(&batch.segments);
        self.run(tape, &batch.ids, &batch.positions, keys, None)
    }

    /// The states (R, D) behind the final norm of some `rows` (R), named in ascending order, each once.
    /// Behind the last attention nothing is computed for the others, which saves most of the last block
    /// where few are wanted.
    ///
    /// # Panics
    /// As [`Decoder::hidden`], and as [`Tape::rows`].
    pub fn hidden_of(&self, tape: &mut Tape, batch: &Batch, rows: &[usize]) -> Var {
        let keys = Keys::Packed(&batch.segments);
        self.run(tape, &batch.ids, &batch.positions, keys, Some(rows))
    }

    /// The states (R, D) of some `rows` (R) of new tokens, whose queries also see the cached keys of their
    /// slot. All new tokens' keys and values are appended to `cache`, one layer a block.
    ///
    /// # Panics
    /// As [`Decoder::hidden_of`], if the cache has not one layer a block, and as [`Tape::attention_cached`].
    pub fn hidden_cached(
        &self,
        tape: &mut Tape,
        (ids, positions): (&[u32], &[u32]),
        cache: &mut [KvLayer],
        segments: &[CachedSegment],
        rows: &[usize],
    ) -> Var {
        assert_eq!(cache.len(), self.blocks.len(), "one cache layer a block");
        let keys = Keys::Cached(cache, segments);
        self.run(tape, ids, positions, keys, Some(rows))
    }

    /// Weighted sum over rows of the negative log-likelihood of `targets` (N), in nats.
    pub fn loss(&self, tape: &mut Tape, hidden: Var, targets: &[u32], weights: &[f32]) -> Var {
        tape.cross_entropy(
            hidden,
            self.head,
            self.config.logit_softcap,
            targets,
            weights,
        )
    }

    /// Natural logarithm (N) of each target's probability.
    pub fn token_log_probs(&self, tape: &mut Tape, hidden: Var, targets: &[u32]) -> Var {
        tape.token_log_probs(hidden, self.head, self.config.logit_softcap, targets)
    }

    /// Logits (N, V), soft-capped if the model is.
    pub fn logits(&self, tape: &Tape, hidden: Var) -> Vec<f32> {
        tape.logits(hidden, self.head, self.config.logit_softcap)
    }

    /// The states of the tokens behind the final norm: of all, or only of some `rows`.
    fn run(
        &self,
        tape: &mut Tape,
        ids: &[u32],
        positions: &[u32],
        mut keys: Keys,
        rows: Option<&[usize]>,
    ) -> Var {
        if let Err(error) = check_rows(&self.config, ids, positions) {
            panic!("{error}");
        }
        let mut x = tape.embedding(self.embedding, ids); // (N, D)
        if let Some(table) = self.positions {
            let place = tape.embedding(table, positions);
            x = tape.add(x, place);
        }
        for (layer, block) in self.blocks.iter().enumerate() {
            let normed = self.norm(tape, x, &block.attention_norm);
            let mut mixed = self.attention(tape, normed, layer, positions, &mut keys); // (N, Q)
            let is_last = layer + 1 == self.blocks.len();
            if let Some(rows) = rows.filter(|rows| is_last && rows.len() < ids.len()) {
                // The others have given their keys and values, which is all that they are for.
                (x, mixed) = (tape.rows(x, rows), tape.rows(mixed, rows));
            }
            x = tape.linear_onto(x, mixed, block.output);
            let normed = self.norm(tape, x, &block.mlp_norm);
            let active = self.mlp(tape, normed, block); // (N, M)
            x = tape.linear_onto(x, active, block.down);
        }
        self.norm(tape, x, &self.norm)
    }

    fn norm(&self, tape: &mut Tape, x: Var, weights: &NormWeights) -> Var {
        match self.config.norm {
            Norm::LayerNorm => tape.layer_norm(x, weights.gain, weights.bias, self.config.norm_eps),
            Norm::RmsNorm => tape.rms_norm(x, Some(weights.gain), self.config.norm_eps),
        }
    }

    fn attention(
        &self,
        tape: &mut Tape,
        x: Var,
        layer: usize,
        positions: &[u32],
        keys: &mut Keys,
    ) -> Var {
        let (config, block) = (&self.config, &self.blocks[layer]);
        // (N, Q) and twice (N, KV)
        let [mut q, mut k, v] = tape.linears(x, [block.query, block.key, block.value]);
        if let Some((query_gain, key_gain)) = block.query_key_norm {
            q = tape.head_norm(q, query_gain, config.heads, config.norm_eps);
            k = tape.head_norm(k, key_gain, config.kv_heads, config.norm_eps);
        }
        if let Positions::Rotary { theta } = config.positions {
            q = tape.rope(q, config.heads, positions, theta);
            k = tape.rope(k, config.kv_heads, positions, theta);
        }
        let (heads, kv_heads, head_dim) = (config.heads, config.kv_heads, config.head_dim);
        let shape = Attention {
            heads,
            kv_heads,
            head_dim,
            causal: true,
        };
        match keys {
            Keys::Packed(segments) => tape.attention(q, k, v, &shape, segments),
            Keys::Cached(cache, segments) => {
                tape.attention_cached(q, k, v, &shape, &mut cache[layer], segments)
            }
        }
    }

    fn mlp(&self, tape: &mut Tape, x: Var, block: &Block) -> Var {
        let Some(gate) = block.gate else {
            let up = tape.linear(x, block.up); // (N, M)
            return match self.config.mlp {
                Mlp::Relu2 => tape.relu2(up),
                Mlp::Gelu => tape.gelu(up),
                Mlp::SwiGlu | Mlp::Relu2Glu => {
                    unreachable!("gated halves are bound with their gate")
                }
            };
        };
        let [gate, up] = tape.linears(x, [gate, block.up]); // both (N, M)
        match self.config.mlp {
            Mlp::Relu2Glu => tape.relu2_gated(gate, up),
            Mlp::SwiGlu => tape.swiglu(gate, up),
            Mlp::Relu2 | Mlp::Gelu => unreachable!("plain halves are bound without a gate"),
        }
    }

    /// Finds each parameter of `config` by its name (see [`crate::specs`]).
    ///
    /// # Panics
    /// If `parameters` were not made for `config`.
    pub fn bind(config: Config, parameters: &Parameters) -> Decoder {
        let find = |name: &str| parameters.find(name);
        let need =
            |name: &str| find(name).unwrap_or_else(|| panic!("no parameter is called {name}"));
        let linear = |name: String| Linear {
            weight: need(&format!("{name}.weight")),
            bias: find(&format!("{name}.bias")),
        };
        let norm = |name: String| NormWeights {
            gain: need(&format!("{name}.weight")),
            bias: find(&format!("{name}.bias")),
        };
        let block = |layer: usize| {
            let of = |part: &str| format!("blocks.{layer}.{part}");
            Block {
                attention_norm: norm(of("attention_norm")),
                query: linear(of("attention.query")),
                key: linear(of("attention.key")),
                value: linear(of("attention.value")),
                query_key_norm: find(&of("attention.query_norm.weight"))
                    .zip(find(&of("attention.key_norm.weight"))),
                output: linear(of("attention.output")),
                mlp_norm: norm(of("mlp_norm")),
                gate: config.mlp.is_gated().then(|| linear(of("mlp.gate"))),
                up: linear(of("mlp.up")),
                down: linear(of("mlp.down")),
            }
        };
        let embedding = need("embedding.weight");
        Decoder {
            embedding,
            positions: find("positions.weight"),
            blocks: (0..config.layers).map(block).collect(),
            norm: norm("norm".into()),
            head: find("head.weight").unwrap_or(embedding),
            config,
        }
    }
}
