//! Where the time of training goes, beside what the machine could do: as a table.

use serde_json::{Value, json};
use tensor::Machine;
use train::Timing;

/// The limits of the machine, a line each.
pub(crate) fn limits(machine: &Machine) -> String {
    let mut text = format!(
        "{}, {} threads: products at {} TFLOP/s in f32",
        tensor::cpu::tier(),
        machine.threads,
        tera(machine.flops_f32),
    );
    if tensor::cpu::tier().has_bf16_units() {
        text += &format!(", {} in bf16", tera(machine.flops_bf16));
    }
    for (bytes, rate) in &machine.reads {
        text += &format!(
            "\n  reading {:>8} over and over, all threads together: {:>6.1} GB/s",
            size(*bytes),
            rate / 1e9
        );
    }
    text
}

/// A row an operation, the longest first: its calls and time a step, its speed, and its share of the
/// limit: the least time that its products or its reading take on this machine, over its time.
pub(crate) fn table(machine: &Machine, timing: &Timing) -> String {
    if timing.steps == 0 {
        return "no step was left to train, so there is no profile\n".to_string();
    }
    let steps = timing.steps as f64;
    let mut text = format!(
        "{:<34} {:>7} {:>9} {:>6} {:>9} {:>7} {:>9}\n",
        "OPERATION, A STEP", "CALLS", "ms", "%", "GFLOP/s", "GB/s", "OF LIMIT"
    );
    for row in rows(machine, timing) {
        text += &format!(
            "{:<34} {:>7.0} {:>9.1} {:>6.1} {:>9} {:>7} {:>9}\n",
            row.name,
            row.calls as f64 / steps,
            1e3 * row.seconds / steps,
            100.0 * row.seconds / timing.seconds,
            figure(row.flops_per_second / 1e9),
            figure(row.bytes_per_second / 1e9),
            row.of_limit
                .map_or(String::new(), |share| format!("{:.0} %", 100.0 * share)),
        );
    }
    let rest = timing.seconds - timing.profile.seconds();
    for (name, seconds) in [
        ("what lies between", rest),
        ("a step in all", timing.seconds),
    ] {
        text += &format!(
            "{name:<34} {:>7} {:>9.1} {:>6.1}\n",
            "",
            1e3 * seconds / steps,
            100.0 * seconds / timing.seconds
        );
    }
    text += "OF LIMIT: the least time for the products, or for reading each operand once, over the time taken.\n";
    text
}

/// The limits for programs.
pub(crate) fn limit_values(machine: &Machine) -> Value {
    let reads: Vec<Value> = machine
        .reads
        .iter()
        .map(|(bytes, rate)| json!({ "bytes": bytes, "bytes_per_second": rate }))
        .collect();
    json!({
        "tier": tensor::cpu::tier().to_string(),
        "threads": machine.threads,
        "flops_f32": machine.flops_f32,
        "flops_bf16": machine.flops_bf16,
        "reads": reads,
    })
}

/// The rows of the table for programs.
pub(crate) fn values(machine: &Machine, timing: &Timing) -> Vec<Value> {
    let value = |row: Row| {
        json!({
            "name": row.name,
            "calls": row.calls,
            "seconds": row.seconds,
            "flops_per_second": row.flops_per_second,
            "bytes_per_second": row.bytes_per_second,
            "of_limit": row.of_limit,
        })
    };
    rows(machine, timing).into_iter().map(value).collect()
}

struct Row<'t> {
    name: &'t str,
    calls: u64,
    seconds: f64,
    flops_per_second: f64,
    bytes_per_second: f64,
    /// None where there is no work to speak of.
    of_limit: Option<f64>,
}

fn rows<'t>(machine: &Machine, timing: &'t Timing) -> Vec<Row<'t>> {
    let row = |(name, entry): (&'t str, &tensor::Entry)| {
        let least = machine.least_seconds(entry);
        Row {
            name,
            calls: entry.calls,
            seconds: entry.seconds,
            flops_per_second: entry.work.flops / entry.seconds,
            bytes_per_second: entry.work.bytes / entry.seconds,
            of_limit: (least > 0.0).then(|| least / entry.seconds),
        }
    };
    let mut rows: Vec<Row> = timing.profile.entries().map(row).collect();
    rows.retain(|row| row.seconds > 1e-6 * timing.seconds);
    rows.sort_by(|a, b| b.seconds.total_cmp(&a.seconds));
    rows
}

fn figure(value: f64) -> String {
    if value < 0.05 {
        String::new()
    } else {
        format!("{value:.1}")
    }
}

fn tera(flops: f64) -> String {
    format!("{:.3}", flops / 1e12)
}

fn size(bytes: usize) -> String {
    match bytes >> 20 {
        0 => format!("{} KiB", bytes >> 10),
        mib => format!("{mib} MiB"),
    }
}
