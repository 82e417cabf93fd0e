//! Keys and values of sequences in progress.

use model::{Config, Decoder};
use tensor::{CachedSegment, KvLayer, Precision, Tape, Workspace};

/// One slot a sequence, each with one layer a block, and which tokens each slot holds.
pub(crate) struct Cache {
    layers: Vec<KvLayer>,
    /// Tokens whose keys and values are cached, slot by slot.
    held: Vec<Vec<u32>>,
}

/// New tokens for one slot.
pub(crate) struct Rows<'i> {
    pub(crate) slot: usize,
    pub(crate) ids: &'i [u32],
    /// Whether the logits behind the last of them are wanted.
    pub(crate) wants_logits: bool,
}

impl Cache {
    pub(crate) fn new(config: &Config, slots: usize, precision: Precision) -> Cache {
        let layer = KvLayer::new(slots, config.kv_heads, config.head_dim, precision);
        Cache {
            layers: vec![layer; config.layers],
            held: vec![Vec::new(); slots],
        }
    }

    pub(crate) fn slots(&self) -> usize {
        self.held.len()
    }

    /// How many tokens the slot holds.
    pub(crate) fn len(&self, slot: usize) -> usize {
        self.held[slot].len()
    }

    /// How many leading tokens of `prompt` the slot holds already.
    pub(crate) fn common_prefix(&self, slot: usize, prompt: &[u32]) -> usize {
        self.held[slot]
            .iter()
            .zip(prompt)
            .take_while(|(held, new)| held == new)
            .count()
    }

    /// Forgets all but the first `len` tokens of the slot.
    pub(crate) fn truncate(&mut self, slot: usize, len: usize) {
        self.held[slot].truncate(len);
        self.layers
            .iter_mut()
            .for_each(|layer| layer.truncate(slot, len));
    }

    /// Makes slot `i` what slot `sources[i]` was.
    pub(crate) fn reorder(&mut self, sources: &[usize]) {
        self.layers
            .iter_mut()
            .for_each(|layer| layer.reorder(sources));
        self.held = sources
            .iter()
            .map(|&source| self.held[source].clone())
            .collect();
    }

    /// Runs the decoder over new tokens of several slots at once, and caches them.
    ///
    /// Gives the logits (V) behind the last token of each of `rows` that wants them, in order.
    pub(crate) fn forward(
        &mut self,
        decoder: &Decoder,
        params: &tensor::Parameters,
        workspace: &mut Workspace,
        precision: Precision,
        rows: &[Rows],
    ) -> Vec<f32> {
        let (mut ids, mut positions) = (Vec::new(), Vec::new());
        let (mut segments, mut wanted) = (Vec::new(), Vec::new());
        for &Rows {
            slot,
            ids: new,
            wants_logits,
        } in rows
        {
            let before = self.held[slot].len() as u32;
            segments.push(CachedSegment {
                slot,
                start: ids.len(),
                len: new.len(),
            });
            ids.extend_from_slice(new);
            positions.extend(before..before + new.len() as u32);
            self.held[slot].extend_from_slice(new);
            if wants_logits {
                wanted.push(ids.len() - 1);
            }
        }
        let mut tape = Tape::inference(params, workspace, precision);
        let new = (&ids[..], &positions[..]);
        let hidden = decoder.hidden_cached(&mut tape, new, &mut self.layers, &segments, &wanted);
        decoder.logits(&tape, hidden)
    }
}
