//! The data order: complete, repeatable, and the same looked at from either end.

mod support;

use std::collections::BTreeMap;

use support::{batches, packing, settings, write_shards};
use train::shards::{Provenance, Record, ShardWriter, Shards};
use train::{Batch, BatchHash, Batches, Error, IGNORED, Items, Order, Packing, TooLong};

/// Every `(document, position)` that is a target, with how often it is.
fn targets_seen(batches: &mut Batches, steps: u64) -> BTreeMap<(u32, u32), usize> {
    let mut seen = BTreeMap::new();
    for step in 0..steps {
        for row in batches.rows(step).unwrap() {
            for piece in row.pieces {
                for position in piece.start..piece.start + piece.len {
                    *seen.entry((piece.document, position + 1)).or_default() += 1;
                }
            }
        }
    }
    seen
}

#[test]
fn an_epoch_predicts_every_token_once() {
    let dir = tempfile::tempdir().unwrap();
    let shards = write_shards(dir.path(), "train", 200);
    let mut one_row = settings(1);
    one_row.tokens_per_step = one_row.context;
    let mut batches = batches(dir.path(), &one_row);
    let rows = batches.steps_for_epochs(1);
    let two_epochs = batches.steps_for_epochs(2);
    let seen = targets_seen(&mut batches, rows);
    // Documents have a separator, so the last target of each is one past its end.
    assert_eq!(seen.len() as u64, shards.tokens());
    assert!(seen.values().all(|times| *times == 1));
    let seen = targets_seen(&mut batches, two_epochs);
    assert!(seen.len() as u64 == shards.tokens() && seen.values().all(|times| *times == 2));
    // Rows are nearly full: less than one token in twenty is left empty.
    assert!(
        rows * 32 * 19 <= shards.tokens() * 20,
        "{rows} rows for {} tokens",
        shards.tokens()
    );
}

#[test]
fn held_out_documents_are_cut_from_their_start_in_every_epoch() {
    let dir = tempfile::tempdir().unwrap();
    let shards = write_shards(dir.path(), "valid", 50);
    let order = Order {
        seed: 3,
        parts: vec![Packing {
            items: Items::SplitFromStart,
            context: 7,
            row_tokens: 21,
            rows_per_step: 1,
            ..packing(&settings(1))
        }],
    };
    let mut batches =
        Batches::new(order, vec![Shards::open(dir.path(), "valid").unwrap()]).unwrap();
    let rows = batches.steps_for_epochs(1);
    let mut expected = BTreeMap::new();
    for document in 0..shards.documents() {
        let length = shards.length(document) as u32;
        for start in (0..length).step_by(7) {
            expected.insert((document as u32, start), 7.min(length - start));
        }
    }
    for epoch in 0..2 {
        let rows = (epoch * rows..(epoch + 1) * rows).flat_map(|step| batches.rows(step).unwrap());
        let pieces: Vec<_> = rows.flat_map(|row| row.pieces).collect();
        assert_eq!(pieces.len(), expected.len());
        let found = pieces
            .iter()
            .map(|piece| ((piece.document, piece.start), piece.len));
        assert_eq!(found.collect::<BTreeMap<_, _>>(), expected);
    }
}

#[test]
fn batches_hold_what_the_ledger_says() {
    let dir = tempfile::tempdir().unwrap();
    let shards = write_shards(dir.path(), "train", 50);
    let settings = settings(1);
    let mut batches = batches(dir.path(), &settings);
    for step in 0..20 {
        let rows = batches.rows(step).unwrap();
        let batch = batches.batch(&rows);
        assert!(batch.tokens() <= settings.tokens_per_step as usize);
        assert_eq!(batch.targets.len(), batch.tokens());
        let mut at = 0;
        let ledger = batches.ledger(step).unwrap();
        assert_eq!(ledger.len(), batch.input.segments.len());
        for (entry, segment) in ledger.iter().zip(&batch.input.segments) {
            assert_eq!(segment.start, at, "segments lie end to end");
            let is_it = |document: &usize| {
                shards.record(*document).unwrap().provenance.id == entry.document
            };
            let document = (0..shards.documents()).find(is_it).unwrap();
            for (position, row) in (entry.start..entry.end).zip(segment.start..) {
                assert_eq!(
                    Some(batch.input.ids[row]),
                    shards.token(document, position as usize)
                );
                assert_eq!(batch.input.positions[row], position - entry.start);
                let next = shards.token(document, position as usize + 1).unwrap();
                assert_eq!(batch.targets[row], next);
            }
            at += segment.len;
        }
        assert_eq!(at, batch.tokens());
        // Passes are the same rows in the same order.
        let passes = batches.passes(&rows, 64);
        assert!(passes.len() > 1);
        let ids: Vec<u32> = passes
            .iter()
            .flat_map(|pass| pass.input.ids.clone())
            .collect();
        assert_eq!(ids, batch.input.ids);
    }
}

#[test]
fn the_order_depends_on_seed_and_step_alone() {
    let dir = tempfile::tempdir().unwrap();
    write_shards(dir.path(), "train", 100);
    let of_seed = |seed| {
        let settings = train::Settings {
            seed,
            ..settings(1)
        };
        batches(dir.path(), &settings)
    };
    let (mut forwards, mut at_random, mut other) = (of_seed(1), of_seed(1), of_seed(2));
    let rows: Vec<_> = (0..60).map(|step| forwards.rows(step).unwrap()).collect();
    for step in [59, 0, 31, 30, 12, 58] {
        assert_eq!(at_random.rows(step).unwrap(), rows[step as usize]);
    }
    assert_ne!(other.rows(0).unwrap(), rows[0]);
    // The next epoch has another order.
    let steps = forwards.steps_for_epochs(1);
    assert_ne!(
        forwards.rows(steps + 1).unwrap()[0].pieces,
        rows[1][0].pieces
    );

    let hash = BatchHash::at(&mut forwards, 40).unwrap();
    let mut running = BatchHash::start(&at_random);
    for rows in &rows[..40] {
        running = running.after(rows);
    }
    assert_eq!(running, hash);
    assert_ne!(BatchHash::at(&mut other, 40).unwrap(), hash);
    assert_ne!(BatchHash::at(&mut forwards, 41).unwrap(), hash);
}

fn conversations(dir: &std::path::Path, lengths: &[usize]) -> Shards {
    let mut writer = ShardWriter::create(dir, "train", 32, None, true).unwrap();
    for (index, length) in lengths.iter().enumerate() {
        let tokens: Vec<u32> = (0..*length as u32).map(|n| n % 32).collect();
        let mask: Vec<bool> = (0..*length).map(|at| at >= length / 2).collect();
        let record = Record {
            bytes: 1,
            provenance: Provenance {
                id: format!("c{index}"),
                ..Provenance::default()
            },
            ..Record::default()
        };
        writer.push(record, &tokens, &mask).unwrap();
    }
    writer.finish().unwrap();
    Shards::open(dir, "train").unwrap()
}

fn whole(documents: u32, too_long: TooLong) -> Order {
    let packing = Packing {
        name: "tune".to_owned(),
        context: 20,
        row_tokens: 40,
        rows_per_step: 1,
        items: Items::Whole(documents),
        too_long,
    };
    Order {
        seed: 3,
        parts: vec![packing],
    }
}

#[test]
fn masked_documents_are_learnt_where_the_mask_says() {
    let dir = tempfile::tempdir().unwrap();
    let shards = conversations(dir.path(), &[8, 12]);
    let mut batches = Batches::new(whole(1, TooLong::Refuse), vec![shards]).unwrap();
    let rows = batches.rows(0).unwrap();
    let Batch {
        input,
        targets,
        pieces,
        ..
    } = batches.batch(&rows);
    // Without a separator the last token of a document predicts nothing and is left out.
    assert_eq!(input.ids.len(), 7 + 11);
    for (segment, piece) in input.segments.iter().zip(pieces) {
        let length = piece.len as usize + 1;
        for at in 0..segment.len {
            let expected = if at + 1 >= length / 2 {
                at as u32 + 1
            } else {
                IGNORED
            };
            assert_eq!(targets[segment.start + at], expected);
        }
    }
}

#[test]
fn pairs_stay_together_and_too_long_ones_are_refused_or_counted() {
    let dir = tempfile::tempdir().unwrap();
    let lengths = [10, 12, 9, 40, 20, 21, 5, 6];
    let error = Batches::new(
        whole(2, TooLong::Refuse),
        vec![conversations(dir.path(), &lengths)],
    );
    let Err(Error::TooLong { id, tokens, .. }) = error else {
        panic!("a pair that is too long was taken")
    };
    assert_eq!((id.as_str(), tokens), ("c3", 39), "the longer one is named");
    let shards = conversations(dir.path(), &lengths);
    let mut batches = Batches::new(whole(2, TooLong::Skip), vec![shards]).unwrap();
    assert_eq!(batches.skipped(), 1);
    let mut seen = Vec::new();
    for row in batches.first_epoch(0).unwrap() {
        for pair in row.pieces.chunks(2) {
            assert_eq!(pair[0].document + 1, pair[1].document);
            assert!(pair[0].document.is_multiple_of(2));
            seen.push(pair[0].document);
        }
    }
    seen.sort();
    assert_eq!(seen, [0, 4, 6]);
    let error = Batches::new(
        whole(1, TooLong::Skip),
        vec![conversations(dir.path(), &[50, 60])],
    );
    assert!(matches!(error, Err(Error::AllTooLong { examples: 2, .. })));
}

#[test]
fn a_mixture_takes_its_share_of_each_part() {
    let (dir, other) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let (first, second) = (
        write_shards(dir.path(), "train", 30),
        write_shards(other.path(), "train", 90),
    );
    let part = |name: &str, rows_per_step| Packing {
        name: name.to_owned(),
        rows_per_step,
        ..packing(&settings(1))
    };
    let order = Order {
        seed: 1,
        parts: vec![part("new", 3), part("replay", 1)],
    };
    let mut batches = Batches::new(order, vec![first, second]).unwrap();
    for step in 0..25 {
        let parts: Vec<usize> = batches
            .rows(step)
            .unwrap()
            .iter()
            .map(|row| row.part)
            .collect();
        assert_eq!(parts, [0, 0, 0, 1]);
        let names: Vec<String> = batches
            .ledger(step)
            .unwrap()
            .into_iter()
            .map(|e| e.part)
            .collect();
        assert!(names.contains(&"new".to_owned()) && names.contains(&"replay".to_owned()));
    }
}
