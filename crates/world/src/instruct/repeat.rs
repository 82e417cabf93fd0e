//! Saying after somebody. What is to be said may be anything: so a model learns to copy words whatever they are, which it
//! needs for a name that it never met. A token that it never had to write it cannot copy either.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use super::safety::HARMLESS;
use super::say::fill;
use super::sheet::acts;
use super::tables::tasks::{REPEAT_EN, REPEAT_JA};
use super::{Desk, Turns};
use crate::{Bilingual, Language};

/// A few words, said after somebody: half of them words that have nothing to do with each other.
pub(super) fn repeated(desk: &mut Desk<'_>) -> Option<Turns> {
    let words = match desk.chance(50) {
        true => anything(desk),
        false => (0..2 + desk.below(4)).map(|_| any_word(desk)).collect::<Vec<_>>().join(match desk.language {
            Language::En => ", ",
            Language::Ja => "、",
        }),
    };
    let asked = fill(desk.pick(REPEAT_EN, REPEAT_JA), &[("x", &words)]);
    Some(vec![(asked, words)])
}

/// A word or a few in the language of the desk: a name, a value of a fact, or words of something that people ask for.
pub(super) fn anything(desk: &mut Desk<'_>) -> String {
    match desk.below(10) {
        0 | 1 => desk.strangers.visitor(&mut desk.random).get(desk.language).to_string(),
        2 | 3 => desk.random.choose(&desk.facts).value.get(desk.language).to_string(),
        _ => some_words(desk),
    }
}

/// Some words on end of a harmless act; a whole act in Japanese, which writes no spaces.
fn some_words(desk: &mut Desk<'_>) -> String {
    const LONGEST_JA: usize = 14;
    loop {
        let act = desk.random.choose(acts(desk.language).all(HARMLESS.rare)).text;
        if act.contains(['{', '"', '「']) {
            continue;
        }
        match desk.language {
            Language::En => {
                let words: Vec<&str> = act.split(' ').collect();
                let first = desk.below(words.len());
                let last = words.len().min(first + 1 + desk.below(3));
                return words[first..last].join(" ").trim_matches(|c: char| !c.is_alphanumeric()).to_string();
            }
            Language::Ja if act.chars().count() <= LONGEST_JA => return act.to_string(),
            Language::Ja => {}
        }
    }
}

/// A name, or a word of what people ask for, each as likely as any other, with a capital or without.
fn any_word(desk: &mut Desk<'_>) -> String {
    if desk.chance(25) {
        return desk.strangers.visitor(&mut desk.random).get(desk.language).to_string();
    }
    let word = *desk.random.choose::<&str>(words(desk.language));
    match word.chars().next() {
        Some(first) if desk.chance(40) => format!("{}{}", first.to_uppercase(), &word[first.len_utf8()..]),
        _ => word.to_string(),
    }
}

/// The words of all harmless acts, each once. Of Japanese ones, what is written in one sort of signs other than hiragana.
fn words(language: Language) -> &'static [&'static str] {
    static WORDS: LazyLock<[Vec<&'static str>; 2]> = LazyLock::new(|| Language::ALL.map(distinct_words));
    let at = Language::ALL.iter().position(|other| *other == language).expect("a language is one of all");
    &WORDS[at]
}

fn distinct_words(language: Language) -> Vec<&'static str> {
    let lines = acts(language).all(HARMLESS.rare).iter().map(|line| line.text).filter(|text| !text.contains('{'));
    let words: BTreeSet<&str> = match language {
        Language::En => lines.flat_map(|text| text.split(|sign: char| !sign.is_ascii_alphabetic())).collect(),
        Language::Ja => lines.flat_map(runs).collect(),
    };
    words.into_iter().filter(|word| !word.is_empty()).collect()
}

/// The longest pieces of a text that are kanji only or katakana only.
fn runs(text: &'static str) -> impl Iterator<Item = &'static str> {
    let sort = |sign: char| match sign {
        'ァ'..='ヺ' | 'ー' => 1,
        '一'..='龠' | '々' => 2,
        _ => 0,
    };
    let starts = text.char_indices().scan(0, move |last, (at, sign)| {
        let starts = std::mem::replace(last, sort(sign)) != sort(sign);
        Some((starts && sort(sign) > 0).then_some(at))
    });
    starts.flatten().map(move |at| {
        let rest = &text[at..];
        let first = rest.chars().next().map_or(0, sort);
        rest.split(|sign| sort(sign) != first).next().unwrap_or_default()
    })
}

/// The same in both languages.
pub(super) fn in_both(words: &str) -> Bilingual {
    Bilingual::new(words, words)
}

#[cfg(test)]
mod tests {
    use ledger::random::Random;

    use super::*;
    use crate::instruct::names::Side;

    #[test]
    fn words_are_many_and_of_one_sort_of_signs() {
        assert_eq!(runs("お茶をカップに注いで人々と飲む").collect::<Vec<_>>(), ["茶", "カップ", "注", "人々", "飲"]);
        for language in Language::ALL {
            assert!(words(language).len() > 2000, "{language:?}: {}", words(language).len());
        }
    }

    #[test]
    fn what_is_repeated_was_said() {
        let world = crate::Options::default().world();
        let mut desk = Desk::new(&world, Side::Training, Random::new(1, "repeat", 0));
        for language in Language::ALL {
            desk.language = language;
            for _ in 0..500 {
                let (said, answer) = repeated(&mut desk).expect("there is always something to say").remove(0);
                assert!(!answer.is_empty() && said.contains(&answer), "{said}: {answer}");
            }
        }
    }
}
