//! Short stories about residents and animals. What they tell of a life is true; what happens is made up.

use super::known::called;
use super::say;
use super::tables::stories::*;
use super::unknown::stranger_reply;
use super::vary::typed;
use super::{Desk, Turns};
use crate::grammar::{Pen, Register, Role};
use crate::{Language, Subject};

/// A story about a resident or an animal, at times another one after it; of someone who does not live in the town one knows none.
pub(super) fn story(desk: &mut Desk<'_>) -> Option<Turns> {
    let mut turns = vec![told(desk, None)?];
    match desk.below(10) {
        0 | 1 => {
            let again = desk.pick(AGAIN_EN, AGAIN_JA);
            turns.push(told(desk, Some(again))?);
        }
        2 => turns.push(at_its_end(desk)),
        _ => {}
    }
    Some(turns)
}

/// Asked how a story goes on, after its end.
fn at_its_end(desk: &mut Desk<'_>) -> (String, String) {
    let [asked, reply] = [(AND_THEN_EN, AND_THEN_JA), (THE_END_EN, THE_END_JA)].map(|(en, ja)| desk.pick(en, ja));
    (asked.to_string(), reply.to_string())
}

/// Asked for a story about a stranger.
pub(super) fn of_a_stranger(desk: &mut Desk<'_>) -> Option<Turns> {
    let name = desk.strangers.person(&mut desk.random).get(desk.language);
    let name = called(name, desk.language);
    let asked = say::fill(desk.pick(ASK_EN, ASK_JA), &[("s", &name)]);
    Some(vec![(typed(desk, asked), stranger_reply(desk))])
}

/// A request, unless it is given, and the story of a resident or of an animal.
fn told(desk: &mut Desk<'_>, asked: Option<&str>) -> Option<(String, String)> {
    let (role, subject, plots) = match desk.chance(20) {
        true => {
            let animal = desk.below(desk.world.animals.len());
            (Role::Animal(animal), Subject::Animal(animal), ANIMAL_PLOTS)
        }
        false => {
            let resident = desk.resident();
            (Role::Resident(resident), Subject::Resident(resident), PLOTS)
        }
    };
    let may_tell = |plot: &&Plot| plot.needs.iter().all(|&relation| desk.told(subject, relation).is_some());
    let fitting: Vec<&Plot> = plots.iter().filter(may_tell).collect();
    if fitting.is_empty() {
        return None;
    }
    let plot = *desk.random.choose(&fitting);
    let fact = desk.told(subject, plot.needs[0])?;
    let asked = match asked {
        Some(asked) => asked.to_string(),
        None if desk.chance(20) => desk.pick(ASK_ANY_EN, ASK_ANY_JA).to_string(),
        None => {
            let pattern = desk.pick(ASK_EN, ASK_JA);
            say::slots(desk.world, fact, desk.language).fill(pattern)
        }
    };
    let step = desk.random.next_u64();
    let mut pen = Pen::new(
        desk.world,
        desk.language,
        Register::Polite,
        ledger::random::Random::new(desk.world.seed, "world/stories", step),
    );
    pen.honorific = true;
    pen.cast('a', role);
    pen.write(if desk.language == Language::En { plot.en } else { plot.ja });
    let text = pen.finish().expect("the plots are sound templates");
    Some((typed(desk, asked), text))
}
