//! `gensen show`: all that is known about one artefact.

use anyhow::Result;
use ledger::{Artefact, Home};

use crate::output::{self, Output};
use crate::progress::{seconds, to_the_second};

#[derive(clap::Args)]
pub(crate) struct Args {
    /// Name, or name@key
    name: String,
    /// Read every file again and compare it with its hash
    #[arg(long)]
    verify: bool,
    /// Of a model: which documents its last training read at this step, counted from 0 as `trace` does
    #[arg(long)]
    step: Option<u64>,
}

pub(crate) fn run(args: Args, home: &Home, output: Output) -> Result<()> {
    let artefact = home.find(&args.name)?;
    if args.verify {
        artefact.verify()?;
    }
    if let Some(step) = args.step {
        return show_step(&artefact, home, step, output);
    }
    let manifest = &artefact.manifest;
    if output.is_json() {
        return output::json(manifest);
    }
    println!("{}  ({})", manifest.id(), manifest.kind);
    println!("  folder    {}", artefact.path.display());
    println!(
        "  content   {}{}",
        manifest.content,
        if args.verify { "  verified" } else { "" }
    );
    println!("  scope     {}", manifest.scope.name());
    let uses: Vec<&str> = manifest.allowed_uses.iter().map(|u| u.name()).collect();
    println!("  uses      {}", uses.join(", "));
    let duties = manifest.duties.names();
    println!(
        "  duties    {}",
        if duties.is_empty() {
            "none".to_string()
        } else {
            duties.join(", ")
        }
    );
    println!(
        "  made      {} in {} by {} {}",
        to_the_second(&manifest.created),
        seconds(manifest.cost.duration_s),
        manifest.program.name,
        manifest.program.version
    );
    println!(
        "  machine   {} ({} cores, {} {})",
        manifest.machine.cpu, manifest.machine.cores, manifest.machine.os, manifest.machine.arch
    );
    if manifest.cost.flops > 0.0 {
        println!(
            "  cost      {} tokens, {:.3e} FLOPs",
            manifest.cost.tokens, manifest.cost.flops
        );
    }
    super::run::print_bits_per_byte(manifest);
    for input in &manifest.inputs {
        println!(
            "  input     {} = {}@{:.12}",
            input.role,
            input.name,
            if input.is_outside() {
                &input.content
            } else {
                &input.key
            }
        );
    }
    for (licence, count) in &manifest.licences {
        println!(
            "  licence   {licence}: {} documents, {} bytes",
            count.documents, count.bytes
        );
    }
    for (path, file) in &manifest.files {
        println!(
            "  file      {path}  {} bytes  {:.16}",
            file.bytes, file.blake3
        );
    }
    if !manifest.config.is_null() {
        let config = serde_json::to_string_pretty(&manifest.config)?;
        println!("  config    {}", config.replace('\n', "\n            "));
    }
    match manifest
        .metrics
        .get("table")
        .and_then(|table| table.as_str())
    {
        // A report: its table says all of it to a reader.
        Some(table) => println!("\n{}", table.trim_end()),
        None if manifest.metrics.is_null() => {}
        None => println!(
            "  metrics   {}",
            serde_json::to_string_pretty(&manifest.metrics)?.replace('\n', "\n            ")
        ),
    }
    Ok(())
}

/// The batch ledger of one step.
fn show_step(model: &Artefact, home: &Home, step: u64, output: Output) -> Result<()> {
    let id = model.manifest.id();
    let entries = pipeline::read_at(model, home, step)?;
    if output.is_json() {
        return output::json(&entries);
    }
    println!("{id} read at step {step}, by rows of tokens that end to end make its batch:");
    for entry in entries {
        let row = format!("{} {}", entry.part, entry.row);
        let tokens = format!("{}..{}", entry.start, entry.end);
        println!("  {row:<12} tokens {tokens:<12} of {}", entry.document);
    }
    Ok(())
}
