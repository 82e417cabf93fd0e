//! Short stories about residents. What they tell of a resident's life is true; what happens is made up.

use super::say;
use super::tables::stories::{ASK_ANY_EN, ASK_ANY_JA, ASK_EN, ASK_JA, PLOTS, Plot};
use super::vary::typed;
use super::{Desk, Turns};
use crate::grammar::{Pen, Register, Role};
use crate::{Language, Relation, Subject};

/// A story about a resident.
pub(super) fn story(desk: &mut Desk<'_>) -> Option<Turns> {
    let resident = desk.resident();
    let subject = Subject::Resident(resident);
    let fact = desk.world.fact(subject, Relation::Hobby)?;
    let fitting: Vec<&Plot> =
        PLOTS.iter().filter(|plot| plot.needs.iter().all(|&relation| desk.told(subject, relation).is_some())).collect();
    if fitting.is_empty() {
        return None;
    }
    let plot = *desk.random.choose(&fitting);
    let asked = match desk.chance(15) {
        true => desk.pick(ASK_ANY_EN, ASK_ANY_JA).to_string(),
        false => {
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
    pen.cast('a', Role::Resident(resident));
    pen.write(if desk.language == Language::En { plot.en } else { plot.ja });
    let text = pen.finish().expect("the plots are sound templates");
    Some(vec![(typed(desk, asked), text)])
}
