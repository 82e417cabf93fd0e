//! Small sums, plain and as stories.
//!
//! The numbers are so small that all sums there are come up many times: a small model does not learn to calculate, it
//! learns the table by heart. For the same reason every answer repeats the sum in the same figures and signs.

use super::known::called;
use super::say::fill;
use super::tables::sums::*;
use super::tables::tasks::THINGS;
use super::vary::typed;
use super::wording::{Gap, unknown_templates};
use super::{Desk, Turns};
use crate::Language;

/// The largest number of a sum, as an operand or as its result.
const LARGEST: usize = 10;

/// A sum with its result.
pub(crate) struct Sum {
    kind: &'static Sums,
    left: usize,
    right: usize,
    pub(crate) result: usize,
}

impl Sum {
    /// One of those whose numbers are at most [`LARGEST`], all of them equally likely.
    pub(crate) fn draw(desk: &mut Desk<'_>) -> Sum {
        loop {
            let sum = Sum::with_numbers(desk, LARGEST + 1);
            if sum.left.max(sum.right).max(sum.result) <= LARGEST {
                return sum;
            }
        }
    }

    /// A sum of any kind that has a result from 0 up, with operands below `limit`.
    fn with_numbers(desk: &mut Desk<'_>, limit: usize) -> Sum {
        loop {
            let (left, right) = (desk.below(limit), desk.below(limit));
            let (kind, result) = match desk.below(3) {
                0 => (&ADDITION, Some(left + right)),
                1 => (&SUBTRACTION, left.checked_sub(right)),
                _ => (&MULTIPLICATION, (left * right > 0).then_some(left * right)),
            };
            if let Some(result) = result {
                return Sum { kind, left, right, result };
            }
        }
    }

    /// One with a larger number.
    fn beyond(desk: &mut Desk<'_>) -> Sum {
        loop {
            let limit = if desk.chance(50) { 21 } else { 201 };
            let sum = Sum::with_numbers(desk, limit);
            if sum.left.max(sum.right).max(sum.result) > LARGEST {
                return sum;
            }
        }
    }

    /// The sum in a way of writing it.
    fn written(&self, pattern: &str, language: Language) -> String {
        let words = if language == Language::En { NUMBERS_EN } else { NUMBERS_JA };
        let in_words = |number: usize| words.get(number).map_or_else(|| number.to_string(), |word| word.to_string());
        let [left, right] = [self.left, self.right].map(|number| number.to_string());
        let slots = [
            ("l", left.as_str()),
            ("r", right.as_str()),
            ("lw", &in_words(self.left)),
            ("rw", &in_words(self.right)),
            ("lf", &full_width(&left)),
            ("rf", &full_width(&right)),
        ];
        fill(pattern, &slots)
    }

    /// In one of the ways of writing its kind.
    pub(crate) fn notation(&self, desk: &mut Desk<'_>) -> String {
        let pattern = desk.pick(self.kind.en, self.kind.ja);
        self.written(pattern, desk.language)
    }

    /// "3 + 4 = 7."
    fn answer(&self, language: Language) -> String {
        let end = if language == Language::En { "." } else { "です。" };
        format!("{} {} {} = {}{end}", self.left, self.kind.sign, self.right, self.result)
    }
}

/// Figures as Japanese keyboards write them.
fn full_width(figures: &str) -> String {
    figures.chars().map(|figure| char::from_u32(u32::from(figure) + 0xFEE0).unwrap_or(figure)).collect()
}

/// One sum or a few.
pub(super) fn arithmetic(desk: &mut Desk<'_>) -> Option<Turns> {
    let first = Sum::draw(desk);
    if first.kind.sign != '×' && first.left > 1 && first.right > 0 && first.result > 1 && desk.chance(35) {
        return Some(vec![counting(desk, &first)]);
    }
    let mut turns = vec![(asked(desk, &first), first.answer(desk.language))];
    // People who try a model out go on.
    while turns.len() < 3 && desk.chance(35) {
        let next = Sum::draw(desk);
        let frame = desk.pick(NEXT_EN, NEXT_JA);
        let asked = fill(frame, &[("x", &next.notation(desk))]);
        turns.push((asked, next.answer(desk.language)));
    }
    Some(turns)
}

/// A sum that is too large to know.
pub(super) fn too_large(desk: &mut Desk<'_>) -> Option<Turns> {
    let sum = Sum::beyond(desk);
    let reply = desk.random.choose::<&str>(unknown_templates(desk.language, Gap::Sum)).to_string();
    Some(vec![(asked(desk, &sum), reply)])
}

/// A question for a sum.
fn asked(desk: &mut Desk<'_>, sum: &Sum) -> String {
    if desk.chance(20) {
        let pattern = desk.pick(sum.kind.en_asks, sum.kind.ja_asks);
        let question = sum.written(pattern, desk.language);
        return typed(desk, question);
    }
    let written = sum.notation(desk);
    let question = fill(desk.pick(ASK_EN, ASK_JA), &[("x", &written)]);
    // A bare sum is not dressed up.
    match question.ends_with(['.', '。', '?', '？']) && desk.chance(40) {
        true => typed(desk, question),
        false => question,
    }
}

/// "Kenta has 3 apples and gets 2 more. How many apples are there now?"
fn counting(desk: &mut Desk<'_>, sum: &Sum) -> (String, String) {
    let (en, ja, counter) = *desk.random.choose(THINGS);
    let resident = desk.resident();
    let name = called(desk.world.residents[resident].name.get(desk.language), desk.language);
    let (ask, reply) = match (desk.language, sum.kind.sign) {
        (Language::En, '+') => (
            "{name} has {left} {thing} and gets {right} more. How many {thing} are there now?",
            "{left} + {right} = {result}, so there are {result}.",
        ),
        (Language::En, _) => (
            "{name} has {left} {thing} and gives away {right}. How many {thing} are left?",
            "{left} - {right} = {result}, so {result} are left.",
        ),
        (Language::Ja, '+') => (
            "{name}は{thing}を{left}{counter}持っています。{right}{counter}もらうと全部で何{counter}ですか？",
            "{left} + {right} = {result}なので、{result}{counter}です。",
        ),
        (Language::Ja, _) => (
            "{name}は{thing}を{left}{counter}持っています。{right}{counter}あげると残りは何{counter}ですか？",
            "{left} - {right} = {result}なので、残りは{result}{counter}です。",
        ),
    };
    let thing = if desk.language == Language::En { en } else { ja };
    let [left, right, result] = [sum.left, sum.right, sum.result].map(|number| number.to_string());
    let slots = [
        ("name", name.as_str()),
        ("thing", thing),
        ("counter", counter),
        ("left", &left),
        ("right", &right),
        ("result", &result),
    ];
    (fill(ask, &slots), fill(reply, &slots))
}

#[cfg(test)]
mod tests {
    use ledger::random::Random;

    use super::*;
    use crate::instruct::names::Side;
    use crate::{Numbers, World};

    #[test]
    fn answers_repeat_small_sums_and_are_right() {
        let world = World::new(3, Numbers::for_bytes(4_000_000));
        let mut desk = Desk::new(&world, Side::Training, Random::new(1, "test", 0));
        for language in Language::ALL {
            desk.language = language;
            for (asked, reply) in (0..2_000).filter_map(|_| arithmetic(&mut desk)).flatten() {
                assert!(!asked.contains(['{', '}']) && !asked.is_empty(), "{asked}");
                let words: Vec<&str> = reply.split([' ', '.', ',', 'で', 'な']).collect();
                let [left, sign, right, "=", result, ..] = words[..] else { panic!("{reply}") };
                let [left, right, result] = [left, right, result].map(|number| number.parse::<usize>().unwrap());
                let wanted = match sign {
                    "+" => left + right,
                    "-" => left - right,
                    _ => left * right,
                };
                assert!(result == wanted && left.max(right).max(result) <= LARGEST, "{reply}");
            }
        }
    }

    #[test]
    fn larger_sums_are_not_answered() {
        let world = World::new(3, Numbers::for_bytes(4_000_000));
        let mut desk = Desk::new(&world, Side::Training, Random::new(1, "test", 0));
        for language in Language::ALL {
            desk.language = language;
            for (asked, reply) in (0..1_000).filter_map(|_| too_large(&mut desk)).flatten() {
                assert!(!asked.contains(['{', '}']) && crate::is_unknown_answer(&reply), "{asked} {reply}");
            }
        }
    }

    #[test]
    fn all_small_sums_come_up_about_equally_often() {
        let world = World::new(3, Numbers::for_bytes(4_000_000));
        let mut desk = Desk::new(&world, Side::Training, Random::new(1, "test", 0));
        let mut counts = std::collections::BTreeMap::new();
        for _ in 0..16_000 {
            let sum = Sum::draw(&mut desk);
            *counts.entry((sum.kind.sign, sum.left, sum.right)).or_insert(0) += 1;
        }
        // 66 of addition, 66 of subtraction, 27 of multiplication: about 100 each.
        assert_eq!(counts.len(), 159);
        assert!(counts.values().all(|count| (60..150).contains(count)));
    }

    #[test]
    fn full_width_figures() {
        assert_eq!(full_width("10"), "１０");
    }
}
