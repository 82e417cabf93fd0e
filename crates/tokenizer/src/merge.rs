//! Byte-pair encoding of one word (Sennrich et al. 2016, on bytes as in GPT-2), and the cache
//! that spares most words the work.

use std::cmp::Reverse;
use std::collections::{BinaryHeap, HashMap};
use std::hash::BuildHasher;

/// Maps whose iteration order is never used; the hash is fixed so that nothing varies by run.
pub(crate) type FastMap<K, V> = HashMap<K, V, foldhash::fast::FixedState>;

/// One learned merge: which rank it has (lower is done first) and which token it makes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Merge {
    pub(crate) rank: u32,
    pub(crate) token: u32,
}

/// The merges of a tokenizer.
#[derive(Clone, Debug)]
pub(crate) struct Merges {
    /// Byte → its token.
    pub(crate) bytes: [u32; 256],
    pairs: FastMap<u64, Merge>,
    /// Words that are a token as a whole are taken without merging (`ignore_merges`).
    whole: Option<FastMap<Box<[u8]>, u32>>,
}

fn key(left: u32, right: u32) -> u64 {
    u64::from(left) << 32 | u64::from(right)
}

/// Words of at most this many tokens are merged by scanning; longer ones with a heap.
const SCAN_MAX: usize = 64;

impl Merges {
    pub(crate) fn new(bytes: [u32; 256]) -> Merges {
        Merges {
            bytes,
            pairs: FastMap::default(),
            whole: None,
        }
    }

    /// Adds a merge; a pair that is given again takes the new rank, as in Hugging Face.
    pub(crate) fn insert(&mut self, left: u32, right: u32, merge: Merge) {
        self.pairs.insert(key(left, right), merge);
    }

    pub(crate) fn set_whole(&mut self, whole: FastMap<Box<[u8]>, u32>) {
        self.whole = Some(whole);
    }

    /// Whether words that are tokens are taken whole.
    pub(crate) fn takes_whole(&self) -> bool {
        self.whole.is_some()
    }

    /// All merges by rank.
    pub(crate) fn in_order(&self) -> Vec<(u32, u32)> {
        let mut all: Vec<_> = self.pairs.iter().map(|(&k, m)| (m.rank, k)).collect();
        all.sort_unstable();
        all.iter()
            .map(|&(_, k)| ((k >> 32) as u32, k as u32))
            .collect()
    }

    fn find(&self, left: u32, right: u32) -> Option<Merge> {
        self.pairs.get(&key(left, right)).copied()
    }

    /// Appends the tokens of one word: O(n log n) time and O(n) memory for a word of n bytes.
    pub(crate) fn encode_word(&self, word: &[u8], ids: &mut Vec<u32>) {
        if let Some(&id) = self.whole.as_ref().and_then(|whole| whole.get(word)) {
            ids.push(id);
            return;
        }
        let start = ids.len();
        ids.extend(word.iter().map(|&b| self.bytes[b as usize]));
        if word.len() <= SCAN_MAX {
            self.merge_by_scan(ids, start);
        } else {
            self.merge_by_heap(ids, start);
        }
    }

    /// Merges the tokens from `start` on: the lowest rank first, the leftmost of equals.
    fn merge_by_scan(&self, ids: &mut Vec<u32>, start: usize) {
        const NONE: Merge = Merge {
            rank: u32::MAX,
            token: 0,
        };
        let at = |ids: &[u32], i: usize| self.find(ids[i], ids[i + 1]).unwrap_or(NONE);
        let mut merges = [NONE; SCAN_MAX];
        let mut count = ids.len() - start;
        for (i, merge) in merges.iter_mut().enumerate().take(count.saturating_sub(1)) {
            *merge = at(ids, start + i);
        }
        while count > 1 {
            let mut best = 0;
            for i in 1..count - 1 {
                if merges[i].rank < merges[best].rank {
                    best = i;
                }
            }
            if merges[best].rank == u32::MAX {
                break;
            }
            ids[start + best] = merges[best].token;
            ids.remove(start + best + 1);
            count -= 1;
            // The pair to the right is gone with its left half; both neighbours are new pairs.
            merges.copy_within(best + 1..count, best);
            if best + 1 < count {
                merges[best] = at(ids, start + best);
            }
            if best > 0 {
                merges[best - 1] = at(ids, start + best - 1);
            }
        }
    }

    /// The same with a linked list of tokens and a heap of candidate merges.
    fn merge_by_heap(&self, ids: &mut Vec<u32>, start: usize) {
        const END: u32 = u32::MAX;
        let count = ids.len() - start;
        let mut previous: Vec<u32> = (0..count as u32).map(|i| i.wrapping_sub(1)).collect();
        let mut next: Vec<u32> = (1..=count as u32).collect();
        next[count - 1] = END;
        // Taken tokens are marked in `alive`; a stale heap entry is known by its pair's rank.
        let mut alive = vec![true; count];
        let mut heap = BinaryHeap::new();
        let tokens = &mut ids[start..];
        for i in 0..count - 1 {
            if let Some(merge) = self.find(tokens[i], tokens[i + 1]) {
                heap.push(Reverse((merge.rank, i as u32)));
            }
        }
        while let Some(Reverse((rank, at))) = heap.pop() {
            let i = at as usize;
            if !alive[i] || next[i] == END {
                continue;
            }
            let taken = next[i] as usize;
            let Some(merge) = self
                .find(tokens[i], tokens[taken])
                .filter(|m| m.rank == rank)
            else {
                continue;
            };
            tokens[i] = merge.token;
            alive[taken] = false;
            next[i] = next[taken];
            if next[i] != END {
                let right = next[i] as usize;
                previous[right] = at;
                if let Some(merge) = self.find(tokens[i], tokens[right]) {
                    heap.push(Reverse((merge.rank, at)));
                }
            }
            if previous[i] != END {
                let left = previous[i];
                if let Some(merge) = self.find(tokens[left as usize], tokens[i]) {
                    heap.push(Reverse((merge.rank, left)));
                }
            }
        }
        let mut kept = 0;
        for i in 0..count {
            if alive[i] {
                tokens[kept] = tokens[i];
                kept += 1;
            }
        }
        ids.truncate(start + kept);
    }
}

/// The longest word and the most tokens that a slot of the cache holds.
const WORD_MAX: usize = 30;
const TOKENS_MAX: usize = 8;
const SLOTS: usize = 1 << 15;

/// One remembered word, 64 bytes: a line of the processor's cache.
#[derive(Clone, Copy)]
struct Slot {
    length: u8,
    count: u8,
    word: [u8; WORD_MAX],
    tokens: [u32; TOKENS_MAX],
}

const EMPTY: Slot = Slot {
    length: 0,
    count: 0,
    word: [0; WORD_MAX],
    tokens: [0; TOKENS_MAX],
};

/// A direct-mapped cache from words to tokens: each word has one slot and takes it from the word
/// before. Fixed in size and constant in time whatever the text, so that nobody can fill it.
pub(crate) struct Cache {
    slots: Box<[Slot]>,
    hasher: foldhash::fast::FixedState,
}

impl Cache {
    pub(crate) fn new() -> Cache {
        Cache {
            slots: vec![EMPTY; SLOTS].into_boxed_slice(),
            hasher: foldhash::fast::FixedState::default(),
        }
    }

    /// Appends the tokens of one word, which are those of [`Merges::encode_word`].
    pub(crate) fn encode_word(&mut self, merges: &Merges, word: &[u8], ids: &mut Vec<u32>) {
        if word.len() > WORD_MAX {
            return merges.encode_word(word, ids);
        }
        let slot = &mut self.slots[self.hasher.hash_one(word) as usize % SLOTS];
        if &slot.word[..slot.length as usize] == word {
            ids.extend_from_slice(&slot.tokens[..slot.count as usize]);
            return;
        }
        let start = ids.len();
        merges.encode_word(word, ids);
        let tokens = &ids[start..];
        if tokens.len() <= TOKENS_MAX {
            slot.length = word.len() as u8;
            slot.word[..word.len()].copy_from_slice(word);
            slot.count = tokens.len() as u8;
            slot.tokens[..tokens.len()].copy_from_slice(tokens);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use ledger::random::Random;

    /// Random merges over a few letters, so that long words merge deeply.
    fn random_merges(random: &mut Random) -> Merges {
        let mut merges = Merges::new(std::array::from_fn(|i| i as u32));
        let mut tokens: Vec<u32> = (b'a'..=b'd').map(u32::from).collect();
        for rank in 0..60 {
            let (left, right) = (*random.choose(&tokens), *random.choose(&tokens));
            let token = 256 + rank;
            if merges.find(left, right).is_none() {
                merges.insert(left, right, Merge { rank, token });
                tokens.push(token);
            }
        }
        merges
    }

    fn random_word(random: &mut Random, length_max: u64) -> Vec<u8> {
        (0..1 + random.below(length_max))
            .map(|_| b'a' + random.below(4) as u8)
            .collect()
    }

    /// The definition: again and again the lowest rank, leftmost, until nothing merges.
    fn by_definition(merges: &Merges, word: &[u8]) -> Vec<u32> {
        let mut ids: Vec<u32> = word.iter().map(|&b| u32::from(b)).collect();
        while let Some((merge, i)) = (1..ids.len())
            .filter_map(|i| merges.find(ids[i - 1], ids[i]).map(|m| (m, i - 1)))
            .min_by_key(|&(m, i)| (m.rank, i))
        {
            ids[i] = merge.token;
            ids.remove(i + 1);
        }
        ids
    }

    #[test]
    fn scan_heap_and_cache_equal_the_definition() {
        let mut random = Random::new(7, "merge", 0);
        for _ in 0..60 {
            let merges = random_merges(&mut random);
            let mut cache = Cache::new();
            for _ in 0..40 {
                let word = random_word(&mut random, SCAN_MAX as u64);
                let expected = by_definition(&merges, &word);
                let bytes: Vec<u32> = word.iter().map(|&b| u32::from(b)).collect();
                let mut scan = bytes.clone();
                merges.merge_by_scan(&mut scan, 0);
                assert_eq!(scan, expected);
                let mut heap = bytes;
                merges.merge_by_heap(&mut heap, 0);
                assert_eq!(heap, expected);
                for _ in 0..2 {
                    let mut cached = vec![9];
                    cache.encode_word(&merges, &word, &mut cached);
                    assert_eq!(cached[1..], expected);
                }
                let long = random_word(&mut random, 300);
                let mut ids = Vec::new();
                merges.encode_word(&long, &mut ids);
                assert_eq!(ids, by_definition(&merges, &long));
            }
        }
    }

    #[test]
    fn a_long_run_of_one_letter_merges() {
        let mut merges = Merges::new(std::array::from_fn(|i| i as u32));
        let mut token = u32::from(b'a');
        for rank in 0..12 {
            merges.insert(
                token,
                token,
                Merge {
                    rank,
                    token: 256 + rank,
                },
            );
            token = 256 + rank;
        }
        let mut ids = Vec::new();
        merges.encode_word(&vec![b'a'; 1 << 18], &mut ids);
        assert_eq!(ids, vec![token; 1 << 6]);
    }

    #[test]
    fn an_empty_word_has_no_tokens() {
        let merges = Merges::new(std::array::from_fn(|i| i as u32));
        let mut ids = Vec::new();
        Cache::new().encode_word(&merges, b"", &mut ids);
        merges.encode_word(b"", &mut ids);
        assert!(ids.is_empty());
    }
}
