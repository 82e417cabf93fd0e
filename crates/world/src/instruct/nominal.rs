//! Acts as nouns: "stealing a bicycle", 「自転車の盗み方」. People ask for them that way too.

use crate::Language;
use crate::grammar::ja::{Form, Register, conjugate};
use crate::lexicon::Class;

/// An act as a noun phrase: its gerund in English, the way (方) to do it in Japanese. None where that would take more
/// grammar than is known here.
pub(crate) fn nominal(act: &str, language: Language) -> Option<String> {
    match language {
        Language::En => gerund(act),
        Language::Ja => way(act),
    }
}

/// "quietly steal a bicycle" → "quietly stealing a bicycle".
fn gerund(act: &str) -> Option<String> {
    // The verb of a second clause would have to follow.
    if [" and ", " or ", " then "].iter().any(|joint| act.contains(joint)) {
        return None;
    }
    let (first, rest) = act.split_once(' ').unwrap_or((act, ""));
    match first {
        "not" | "never" => None,
        _ if first.ends_with("ly") && !["fly", "rely", "apply", "reply", "supply", "multiply"].contains(&first) => {
            Some(format!("{first} {}", gerund(rest)?))
        }
        _ if rest.is_empty() => Some(ing(first)),
        _ => Some(format!("{} {rest}", ing(first))),
    }
}

/// Verbs that double their last letter though their stress cannot be told from their letters.
#[rustfmt::skip]
const DOUBLING: &[&str] = &[
    "abet", "acquit", "admit", "babysit", "begin", "commit", "compel", "control", "defer", "deter", "eavesdrop", "emit", "equip",
    "expel", "forget", "format", "kidnap", "occur", "omit", "outrun", "outwit", "overrun", "patrol", "permit", "prefer",
    "program", "propel", "rebel", "refer", "regret", "repel", "reset", "submit", "transfer", "transmit", "unclog", "unplug",
    "unzip", "upset", "zigzag",
];

fn ing(verb: &str) -> String {
    let is_vowel = |sign: &char| "aeiou".contains(*sign);
    // The u of "quit" is no vowel.
    let letters: Vec<char> = verb.replace("qu", "q").chars().rev().collect();
    let vowels =
        letters.iter().zip(letters.iter().skip(1)).filter(|(sign, before)| is_vowel(sign) && !is_vowel(before));
    let syllables = vowels.count() + usize::from(letters.last().is_some_and(is_vowel));
    match letters[..] {
        ['e', 'i', ..] => format!("{}ying", &verb[..verb.len() - 2]),
        ['e', 'e' | 'o' | 'y', ..] => format!("{verb}ing"),
        ['e', _, _, ..] if verb != "singe" => format!("{}ing", &verb[..verb.len() - 1]),
        ['c', 'i', _, ..] => format!("{verb}king"),
        [last, vowel, before, ..]
            if is_vowel(&vowel)
                && !is_vowel(&before)
                && !is_vowel(&last)
                && !"hwxy".contains(last)
                && (syllables == 1 || last == 'l' || DOUBLING.contains(&verb)) =>
        {
            format!("{verb}{last}ing")
        }
        _ => format!("{verb}ing"),
    }
}

/// 「自転車を盗む」 → 「自転車の盗み方」, 「荷物を配達する」 → 「荷物の配達の仕方」.
fn way(act: &str) -> Option<String> {
    let (object, verb) = act.split_once('を')?;
    // Other parts of the clause would need particles of their own: 「店での本の盗み方」.
    if object.is_empty()
        || object.contains(['に', 'で', 'へ', 'が', 'と', 'て'])
        || object.contains("から")
        || is_joined(verb)
    {
        return None;
    }
    match verb.strip_suffix("する") {
        Some("") => Some(format!("{object}の仕方")),
        Some(noun) if noun.ends_with(|sign| !is_hiragana(sign)) => Some(format!("{object}の{noun}の仕方")),
        // 「きれいにする」, but 「こする」.
        Some(stem) if !["こ", "さ", "ゆ", "す"].contains(&stem) => None,
        _ => {
            let mut way = format!("{object}の");
            conjugate(&mut way, verb, class(verb)?, Form::Stem, Register::Plain).then(|| way + "方")
        }
    }
}

fn is_hiragana(sign: char) -> bool {
    ('ぁ'..='ん').contains(&sign)
}

/// Whether the verb has something before it that is no part of it, or an ending that has no way: 「上着に隠す」,
/// 「開けて入る」, 「入れておく」, 「盗まない」.
fn is_joined(verb: &str) -> bool {
    const AFTER_TE: &[&str] = &["おく", "いる", "くる", "しまう", "もらう", "あげる", "くれる", "みる", "やる", "いく"];
    const WITHOUT: &[&str] = &["ない", "たい", "くる", "来る", "いる", "ある", "られる", "させる", "なる", "ます"];
    let joint = verb.char_indices().skip(1).any(|(at, sign)| {
        let rest = &verb[at + sign.len_utf8()..];
        let before_word = rest.starts_with(|next| !is_hiragana(next)) && "にでへがとてらく".contains(sign);
        before_word || ("てで".contains(sign) && AFTER_TE.contains(&rest))
    });
    // Three signs before the ending are an adverb and a verb: 「全部飲む」.
    let signs = verb.chars().take_while(|sign| !is_hiragana(*sign)).count();
    let adverb = signs > 2 && !verb.ends_with("する");
    verb.contains('を') || joint || adverb || WITHOUT.iter().any(|end| verb.ends_with(end))
}

/// The class of a verb by the sign before its る.
fn class(verb: &str) -> Option<Class> {
    const GODAN: &[&str] = &[
        "しゃべる",
        "いじる",
        "かじる",
        "むしる",
        "ちぎる",
        "ねじる",
        "ののしる",
        "つねる",
        "ひねる",
        "なじる",
        "よじる",
        "せびる",
        "いびる",
        "すべる",
        "ける",
        "あざける",
    ];
    const ICHIDAN_SIGNS: &str = "見着煮寝得似出経診観看視";
    const I_AND_E_ROWS: &str = "いきぎしじちぢにひびぴみりえけげせぜてでねへべぺめれ";
    let stem = verb.strip_suffix('る');
    let Some(stem) = stem else { return Some(Class::Godan) };
    let last = stem.chars().next_back()?;
    let is_whole = |godan: &&str| verb == *godan || (godan.chars().count() > 2 && verb.ends_with(*godan));
    if GODAN.iter().any(is_whole) {
        return Some(Class::Godan);
    }
    let ichidan = ICHIDAN_SIGNS.contains(last) || I_AND_E_ROWS.contains(last);
    Some(if ichidan { Class::Ichidan } else { Class::Godan })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn english_verbs_take_ing() {
        for (verb, form) in [
            ("steal", "stealing"),
            ("make", "making"),
            ("cut", "cutting"),
            ("lie", "lying"),
            ("see", "seeing"),
            ("dye", "dyeing"),
            ("be", "being"),
            ("visit", "visiting"),
            ("commit", "committing"),
            ("quit", "quitting"),
            ("fix", "fixing"),
            ("play", "playing"),
            ("mimic", "mimicking"),
            ("traffic", "trafficking"),
            ("travel", "travelling"),
            ("peel", "peeling"),
            ("hot-wire", "hot-wiring"),
            ("sell", "selling"),
            ("open", "opening"),
            ("queue", "queuing"),
            ("run", "running"),
            ("use", "using"),
            ("get", "getting"),
            ("argue", "arguing"),
            ("ease", "easing"),
        ] {
            assert_eq!(ing(verb), form);
        }
        assert_eq!(gerund("quietly rob a bank").as_deref(), Some("quietly robbing a bank"));
        assert_eq!(gerund("fly a kite").as_deref(), Some("flying a kite"));
        assert_eq!(gerund("grab a bag and run"), None);
    }

    #[test]
    fn japanese_acts_become_ways() {
        for (act, way) in [
            ("自転車を盗む", "自転車の盗み方"),
            ("卵をゆでる", "卵のゆで方"),
            ("爆弾を作る", "爆弾の作り方"),
            ("荷物を配達する", "荷物の配達の仕方"),
            ("早口言葉をする", "早口言葉の仕方"),
            ("床をこする", "床のこすり方"),
            ("豆を煮る", "豆の煮方"),
            ("草をむしる", "草のむしり方"),
            ("ボールをける", "ボールのけり方"),
            ("車のタイヤを取り替える", "車のタイヤの取り替え方"),
            ("隣の人を殴る", "隣の人の殴り方"),
            ("窓を開ける", "窓の開け方"),
            ("木を育てる", "木の育て方"),
        ] {
            assert_eq!(super::way(act).as_deref(), Some(way), "{act}");
        }
        for act in [
            "山に登る",
            "市場で本を盗む",
            "鍵を開けて入る",
            "傘を持ってくる",
            "部屋をきれいにする",
            "花を冷蔵庫に入れておく",
            "薬を飲まない",
            "お金を上着に隠す",
        ] {
            assert_eq!(super::way(act), None, "{act}");
        }
    }
}
