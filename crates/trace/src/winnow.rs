//! Winnowing: which n-grams of a text to keep so that no long match is missed.
//!
//! S. Schleimer, D. Wilkerson, A. Aiken, *Winnowing: local algorithms for document fingerprinting*
//! (SIGMOD 2003). Of every window of consecutive n-gram hashes the least is kept (the rightmost of
//! equals). Two texts that share `gram + window - 1` bytes share a whole window, hence a kept
//! n-gram, while only about `2 / (window + 1)` of all n-grams are stored.

/// Bytes of an n-gram: five Japanese characters, or about three English words.
pub const GRAM: usize = 16;
/// Hashes in a window.
pub const WINDOW: usize = 9;
/// Every shared run of at least this many bytes is found: eight Japanese characters, or about five
/// English words. UTF-8 happens to weigh the two languages about right.
pub const GUARANTEED: usize = GRAM + WINDOW - 1;

const BASE: u64 = 0x9e37_79b9_7f4a_7c15;

/// Calls `keep(hash, position)` for every kept n-gram of `text`, in order of position. A text
/// shorter than [`GUARANTEED`] has no whole window and gives nothing.
pub fn winnow(text: &[u8], mut keep: impl FnMut(u64, usize)) {
    if text.len() < GUARANTEED {
        return;
    }
    let outgoing = (1..GRAM).fold(BASE, |power, _| power.wrapping_mul(BASE));
    let mut rolling = 0u64;
    let mut ring = [u64::MAX; WINDOW]; // the hashes of the current window, at position % WINDOW
    let mut least = 0; // position of the window's least hash
    let mut kept = None;
    for (end, &byte) in text.iter().enumerate() {
        rolling = rolling.wrapping_add(u64::from(byte) + 1).wrapping_mul(BASE);
        if end >= GRAM {
            rolling = rolling.wrapping_sub(
                (u64::from(text[end - GRAM]) + 1)
                    .wrapping_mul(outgoing)
                    .wrapping_mul(BASE),
            );
        }
        if end + 1 < GRAM {
            continue;
        }
        let position = end + 1 - GRAM;
        let hash = mix(rolling);
        ring[position % WINDOW] = hash;
        if position > 0 && least + WINDOW <= position {
            // The least one left the window: look for the new one, the rightmost of equals.
            least = (position + 1 - WINDOW..=position)
                .rev()
                .min_by_key(|p| ring[p % WINDOW])
                .expect("window is not empty");
        } else if hash <= ring[least % WINDOW] {
            least = position;
        }
        if position + 1 >= WINDOW && kept != Some(least) {
            keep(ring[least % WINDOW], least);
            kept = Some(least);
        }
    }
}

/// Spreads the polynomial's low entropy over all bits (the finaliser of SplitMix64).
fn mix(mut z: u64) -> u64 {
    z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    z ^ (z >> 31)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    fn text(seed: u64, length: usize, alphabet: u64) -> Vec<u8> {
        (0..length as u64)
            .map(|i| b'a' + (mix(seed.wrapping_mul(BASE) ^ i) % alphabet) as u8)
            .collect()
    }

    #[test]
    fn equals_the_definition() {
        for alphabet in [1, 2, 26] {
            let t = text(3, 400, alphabet);
            let hashes: Vec<u64> = t
                .windows(GRAM)
                .map(|g| {
                    mix(g.iter().fold(0, |h: u64, &b| {
                        h.wrapping_add(u64::from(b) + 1).wrapping_mul(BASE)
                    }))
                })
                .collect();
            let expected: BTreeSet<usize> = (0..=hashes.len() - WINDOW)
                .map(|s| (s..s + WINDOW).rev().min_by_key(|&p| hashes[p]).unwrap())
                .collect();
            let mut got = Vec::new();
            winnow(&t, |hash, p| {
                assert_eq!(hash, hashes[p]);
                got.push(p);
            });
            assert_eq!(
                got,
                expected.into_iter().collect::<Vec<_>>(),
                "alphabet {alphabet}"
            );
        }
    }

    #[test]
    fn no_shared_run_of_guaranteed_length_is_missed() {
        for seed in 0..200 {
            let shared = text(seed, GUARANTEED, 26);
            let a = [
                text(seed + 1000, 50, 26),
                shared.clone(),
                text(seed + 2000, 31, 26),
            ]
            .concat();
            let b = [text(seed + 3000, 7, 26), shared, text(seed + 4000, 90, 26)].concat();
            let (mut in_a, mut in_b) = (BTreeSet::new(), BTreeSet::new());
            winnow(&a, |h, _| _ = in_a.insert(h));
            winnow(&b, |h, _| _ = in_b.insert(h));
            assert!(in_a.intersection(&in_b).next().is_some(), "seed {seed}");
        }
    }

    #[test]
    fn short_texts_give_nothing_and_few_grams_are_kept() {
        winnow(&text(1, GUARANTEED - 1, 26), |_, _| {
            panic!("no whole window")
        });
        let mut kept = 0;
        winnow(&text(1, 100_000, 26), |_, _| kept += 1);
        assert!((15_000..25_000).contains(&kept), "{kept}");
    }
}
