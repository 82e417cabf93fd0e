//! How long work tells of itself: libraries report, only the binary draws.

/// How far a piece of work has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress<'a> {
    /// Units done so far.
    pub done: u64,
    /// Units in all, where that is known.
    pub total: Option<u64>,
    /// What is counted, in the plural: "documents", "tokens".
    pub unit: &'a str,
    /// A remark for the person who watches, such as "loss 2.31"; may be empty.
    pub note: &'a str,
}

/// Receives the progress of a long library function.
pub type Report<'r> = &'r mut dyn FnMut(Progress);

/// A report that nobody reads, for tests and for callers that show nothing.
///
/// ```
/// fn long_work(report: ledger::Report) -> u64 {
///     report(ledger::Progress { done: 1, total: Some(1), unit: "steps", note: "" });
///     1
/// }
/// assert_eq!(long_work(&mut ledger::silent()), 1);
/// ```
pub fn silent() -> impl FnMut(Progress) {
    |_| {}
}
