//! Shares with their uncertainty.

use serde::{Deserialize, Serialize};

/// How often something happened, with the Wilson score interval at 95 %.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Rate {
    pub count: usize,
    pub of: usize,
    /// `count / of`; 0 where nothing was tried.
    pub share: f64,
    /// Ends of the interval; 0 and 1 where nothing was tried.
    pub low: f64,
    pub high: f64,
}

/// Nothing tried.
impl Default for Rate {
    fn default() -> Rate {
        Rate::new(0, 0)
    }
}

impl Rate {
    /// `count` out of `of`. E. B. Wilson, *Probable inference, the law of succession, and
    /// statistical inference* (1927): unlike the normal approximation it stays within 0 and 1 and
    /// says something even when nothing or everything happened.
    pub fn new(count: usize, of: usize) -> Rate {
        assert!(count <= of, "{count} of {of}");
        if of == 0 {
            return Rate {
                count,
                of,
                share: 0.0,
                low: 0.0,
                high: 1.0,
            };
        }
        const Z: f64 = 1.959_963_984_540_054; // 97.5 % quantile of the normal distribution
        let (n, share) = (of as f64, count as f64 / of as f64);
        let scale = 1.0 + Z * Z / n;
        let centre = (share + Z * Z / (2.0 * n)) / scale;
        let half = Z / scale * (share * (1.0 - share) / n + Z * Z / (4.0 * n * n)).sqrt();
        // At the ends the interval touches 0 or 1 exactly; rounding must not step beyond.
        let low = if count == 0 {
            0.0
        } else {
            (centre - half).max(0.0)
        };
        let high = if count == of {
            1.0
        } else {
            (centre + half).min(1.0)
        };
        Rate {
            count,
            of,
            share,
            low,
            high,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Rate;

    fn close(a: f64, b: f64) -> bool {
        (a - b).abs() < 5e-5
    }

    #[test]
    fn wilson_by_hand() {
        // z² = 3.8415. 8 of 10: centre (0.8 + 0.19207) / 1.38415 = 0.71674,
        // half 1.95996 / 1.38415 · √(0.016 + 0.0096037) = 0.22658.
        let rate = Rate::new(8, 10);
        assert!(
            close(rate.low, 0.49016) && close(rate.high, 0.94331),
            "{rate:?}"
        );
        // 0 of 20: high = z² / (n + z²) = 3.8415 / 23.8415.
        let rate = Rate::new(0, 20);
        assert!(rate.low == 0.0 && close(rate.high, 0.16113), "{rate:?}");
        let rate = Rate::new(20, 20);
        assert!(
            close(rate.low, 1.0 - 0.16113) && rate.high == 1.0,
            "{rate:?}"
        );
    }

    #[test]
    fn nothing_tried_tells_nothing() {
        assert_eq!(
            Rate::new(0, 0),
            Rate {
                count: 0,
                of: 0,
                share: 0.0,
                low: 0.0,
                high: 1.0
            }
        );
    }
}
