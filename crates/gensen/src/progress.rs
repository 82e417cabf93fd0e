//! The one place that draws progress: a line on standard error.
//!
//! On a terminal the line is rewritten in place several times a second; elsewhere (a log file, CI)
//! a fresh line is written once a second or more often, so that nothing looks stuck.

use std::io::{IsTerminal, Write};
use std::time::{Duration, Instant};

use ledger::Progress;

/// Writes a line to standard error. What is told on the way is a courtesy: a closed standard error must not stop the work.
pub(crate) fn tell(text: &str) {
    let _ = writeln!(std::io::stderr(), "{text}");
}

/// Draws the progress of one piece of work.
pub(crate) struct Line {
    title: String,
    started: Instant,
    count: Count,
    drawn: Option<Instant>,
    on_terminal: bool,
    /// Whether something is drawn that no end of a line has come after.
    is_open: bool,
}

impl Drop for Line {
    /// What is told next, an error above all, begins on a line of its own.
    fn drop(&mut self) {
        self.end();
    }
}

impl Line {
    pub(crate) fn new(title: &str) -> Self {
        let on_terminal = std::io::stderr().is_terminal();
        Self {
            title: title.to_string(),
            started: Instant::now(),
            count: Count::default(),
            drawn: None,
            on_terminal,
            is_open: false,
        }
    }

    pub(crate) fn update(&mut self, progress: Progress<'_>) {
        let (first, since) = self.count.begun(progress.done);
        let interval = Duration::from_millis(if self.on_terminal { 100 } else { 500 });
        if self.drawn.is_some_and(|drawn| drawn.elapsed() < interval) {
            return;
        }
        self.drawn = Some(Instant::now());
        let text = describe(&self.title, progress, first, since.elapsed().as_secs_f64());
        self.draw(&text);
    }

    /// Ends the line with a closing remark.
    pub(crate) fn finish(&mut self, remark: &str) {
        let text = format!(
            "{:<9} {remark} ({})",
            self.title,
            seconds(self.started.elapsed().as_secs_f64())
        );
        self.draw(&text);
        self.end();
    }

    /// Writes a line of its own above the progress.
    pub(crate) fn remark(&mut self, text: &str) {
        self.draw(text);
        self.end();
    }

    fn draw(&mut self, text: &str) {
        let mut out = std::io::stderr().lock();
        let _ = if self.on_terminal {
            // Clipped at the window's edge: of a line that has gone on to a second row, only that would be drawn over.
            write!(out, "\r\x1b[?7l{text}\x1b[K\x1b[?7h")
        } else {
            writeln!(out, "{text}")
        };
        let _ = out.flush();
        self.is_open = self.on_terminal;
    }

    fn end(&mut self) {
        if std::mem::take(&mut self.is_open) {
            tell("");
        }
    }
}

/// Where a count began, and when. Work that counts anew, one model's tests after another's, is a count of
/// its own, with a rate of its own.
#[derive(Default)]
struct Count {
    begun: Option<(u64, Instant)>,
    last: u64,
}

impl Count {
    fn begun(&mut self, done: u64) -> (u64, Instant) {
        if done < self.last {
            self.begun = None;
        }
        self.last = done;
        *self.begun.get_or_insert_with(|| (done, Instant::now()))
    }
}

fn describe(title: &str, progress: Progress<'_>, first: u64, elapsed_s: f64) -> String {
    let Progress {
        done,
        total,
        unit,
        note,
    } = progress;
    let rate = done.saturating_sub(first) as f64 / elapsed_s.max(1e-9);
    let mut text = format!("{title:<9} ");
    match total {
        Some(total) if total > 0 => {
            text += &format!(
                "{:3.0} %  {}/{} {unit}",
                100.0 * done as f64 / total as f64,
                count(done),
                count(total)
            );
        }
        _ => text += &format!("{} {unit}", count(done)),
    }
    // A note that tells how long it still takes knows better than this line does.
    // Nor does time pass at a rate worth telling.
    if elapsed_s > 0.5 && rate > 0.0 && unit != "seconds" && !note.contains(" left") {
        text += &format!("  {}/s", count(rate as u64));
        if let Some(left) = total.map(|total| total.saturating_sub(done) as f64 / rate) {
            text += &format!("  {} left", seconds(left));
        }
    }
    if !note.is_empty() {
        text += &format!("  {note}");
    }
    text
}

/// 12345678 → "12.3M".
pub(crate) fn count(n: u64) -> String {
    match n {
        0..10_000 => n.to_string(),
        10_000..1_000_000 => format!("{:.0}k", n as f64 / 1e3),
        1_000_000..1_000_000_000 => format!("{:.1}M", n as f64 / 1e6),
        _ => format!("{:.1}G", n as f64 / 1e9),
    }
}

/// Seconds as people say them: "8 s", "2 min 05 s", "1 h 10 min".
pub(crate) fn seconds(s: f64) -> String {
    let whole = s.round() as u64;
    match whole {
        0..10 => format!("{s:.1} s"),
        10..60 => format!("{whole} s"),
        60..3600 => format!("{} min {:02} s", whole / 60, whole % 60),
        _ => format!("{} h {:02} min", whole / 3600, whole % 3600 / 60),
    }
}

/// A time of a manifest ("2026-11-30T17:30:28.269144Z") as one reads it: "2026-11-30 17:30:28 UTC".
pub(crate) fn to_the_second(time: &str) -> String {
    let second: String = time.chars().take(19).collect();
    second.replace('T', " ") + " UTC"
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tells_share_rate_and_time_left() {
        let progress = Progress {
            done: 50_000,
            total: Some(200_000),
            unit: "tokens",
            note: "loss 2.31",
        };
        let text = describe("pretrain", progress, 0, 10.0);
        assert_eq!(
            text,
            "pretrain   25 %  50k/200k tokens  5000/s  30 s left  loss 2.31"
        );
    }

    #[test]
    fn a_resumed_run_is_not_faster_than_it_is() {
        let progress = Progress {
            done: 1_100,
            total: None,
            unit: "steps",
            note: "",
        };
        assert_eq!(
            describe("tune", progress, 1_000, 10.0),
            "tune      1100 steps  10/s"
        );
    }

    #[test]
    fn a_count_that_begins_anew_has_a_rate_of_its_own() {
        let mut count = Count::default();
        let (first, since) = count.begun(100);
        assert_eq!((first, since), count.begun(2_000));
        let (again, later) = count.begun(32);
        assert_eq!((again, later), count.begun(64));
        assert!(again == 32 && later >= since);
    }

    #[test]
    fn times_read_well() {
        assert_eq!(
            to_the_second("2026-11-30T17:30:28.269144Z"),
            "2026-11-30 17:30:28 UTC"
        );
        assert_eq!(seconds(2.04), "2.0 s");
        assert_eq!(seconds(125.0), "2 min 05 s");
        assert_eq!(seconds(4200.0), "1 h 10 min");
    }
}
