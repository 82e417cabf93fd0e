//! chrF2: how much of the reference's character n-grams a translation has, and the other way round.
//!
//! M. Popović, *chrF: character n-gram F-score for automatic MT evaluation* (WMT 2015). Character
//! n-grams of 1 to 6, white space left out, recall counted twice as much as precision (β = 2),
//! averaged over the orders that both sides have. Needs no words, so it suits Japanese. Values agree
//! with sacrebleu's `chrF2` (signature `case:mixed|eff:yes|nc:6|nw:0|space:no`).

use std::collections::HashMap;

const ORDER_MAX: usize = 6;
const BETA_SQUARED: f64 = 4.0;

/// N-gram counts of one pair, or of many added up, by order.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Counts {
    orders: [Order; ORDER_MAX],
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
struct Order {
    hypothesis: u64,
    reference: u64,
    matching: u64,
}

impl Counts {
    /// Counts a translation against the one of `references` that it resembles most; with no
    /// reference, nothing.
    pub fn new<S: AsRef<str>>(hypothesis: &str, references: &[S]) -> Counts {
        let mut best: Option<(f64, Counts)> = None;
        for reference in references {
            let counts = Counts::of_pair(hypothesis, reference.as_ref());
            let score = counts.score();
            if best.is_none_or(|(highest, _)| score > highest) {
                best = Some((score, counts));
            }
        }
        best.map_or_else(Counts::default, |(_, counts)| counts)
    }

    fn of_pair(hypothesis: &str, reference: &str) -> Counts {
        let characters = |text: &str| {
            text.chars()
                .filter(|c| !c.is_whitespace())
                .collect::<Vec<char>>()
        };
        let (hypothesis, reference) = (characters(hypothesis), characters(reference));
        let mut counts = Counts::default();
        for (n, order) in (1..).zip(&mut counts.orders) {
            if reference.len() < n {
                continue; // an order that the reference lacks counts on neither side
            }
            let mut left: HashMap<&[char], u64> = HashMap::new();
            for gram in reference.windows(n) {
                *left.entry(gram).or_default() += 1;
            }
            order.reference = (reference.len() + 1 - n) as u64;
            for gram in hypothesis.windows(n) {
                order.hypothesis += 1;
                if let Some(count) = left.get_mut(gram).filter(|count| **count > 0) {
                    *count -= 1;
                    order.matching += 1;
                }
            }
        }
        counts
    }

    /// Adds the counts of another sentence: the score of a corpus is that of its added counts.
    pub fn add(&mut self, other: &Counts) {
        for (order, more) in self.orders.iter_mut().zip(&other.orders) {
            order.hypothesis += more.hypothesis;
            order.reference += more.reference;
            order.matching += more.matching;
        }
    }

    /// chrF2 from 0 to 100.
    pub fn score(&self) -> f64 {
        let orders: Vec<&Order> = self
            .orders
            .iter()
            .filter(|o| o.hypothesis > 0 && o.reference > 0)
            .collect();
        let mean = |f: fn(&Order) -> u64| {
            orders
                .iter()
                .map(|o| o.matching as f64 / f(o) as f64)
                .sum::<f64>()
                / orders.len().max(1) as f64
        };
        let (precision, recall) = (mean(|o| o.hypothesis), mean(|o| o.reference));
        if precision + recall == 0.0 {
            return 0.0;
        }
        100.0 * (1.0 + BETA_SQUARED) * precision * recall / (BETA_SQUARED * precision + recall)
    }
}

#[cfg(test)]
mod tests {
    use super::Counts;

    #[test]
    fn by_hand() {
        // "ab c" against "abd": order 1: 2 of 3 and 3, order 2: 1 of 2 and 2, order 3: 0 of 1 and 1.
        // Precision = recall = (2/3 + 1/2 + 0) / 3 = 7/18.
        let score = Counts::new("ab c", &["abd"]).score();
        assert!((score - 100.0 * 7.0 / 18.0).abs() < 1e-9, "{score}");
    }

    #[test]
    fn perfect_empty_and_disjoint() {
        assert_eq!(Counts::new("猫がいる。", &["猫が いる。"]).score(), 100.0);
        assert_eq!(Counts::new("", &["abc"]).score(), 0.0);
        assert_eq!(Counts::new("abc", &[""]).score(), 0.0);
        assert_eq!(Counts::new::<&str>("abc", &[]).score(), 0.0);
        assert_eq!(Counts::new("xyz", &["abc"]).score(), 0.0);
    }

    #[test]
    fn takes_the_nearest_reference() {
        assert_eq!(
            Counts::new("a red boat", &["a blue ship", "a red boat"]).score(),
            100.0
        );
    }
}
