//! Acts in other forms than that of the sheets. People ask for them as nouns ("stealing a bicycle", 「自転車の盗み方」), and in
//! Japanese most often with a wish or as a command (「自転車を盗みたい」, 「自転車を盗んで」).

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
        _ if first.ends_with("ly") && !VERBS_IN_LY.contains(&first) => Some(format!("{first} {}", gerund(rest)?)),
        _ if rest.is_empty() => Some(ing(first)),
        _ => Some(format!("{} {rest}", ing(first))),
    }
}

/// Verbs that end as adverbs do, which may stand before a verb.
const VERBS_IN_LY: &[&str] = &[
    "ally",
    "apply",
    "bully",
    "comply",
    "dilly-dally",
    "fly",
    "imply",
    "misapply",
    "multiply",
    "ply",
    "rally",
    "rely",
    "reapply",
    "reply",
    "resupply",
    "sully",
    "supply",
    "tally",
];

/// Verbs that double their last letter though their letters do not tell.
#[rustfmt::skip]
const DOUBLING: &[&str] = &[
    "abet", "acquit", "admit", "babysit", "begin", "bootleg", "commit", "compel", "control", "debug", "defer", "deter", "dial", "disinter",
    "dognap", "duel", "eavesdrop", "embed", "emit", "entrap", "equip", "expel", "forbid", "forget", "format", "fuel", "infer", "jackpot", "kidnap", "microchip", "occur", "offset",
    "omit", "outfit", "outrun", "outwit", "overrun", "patrol", "permit", "photoshop", "prefer", "program", "propel", "rebel", "recap", "refer", "refit",
    "refuel", "regret", "rehab", "repel", "repot", "reprogram", "reset", "resit", "reweb", "sandbag", "screenshot", "sidestep", "sublet", "submit",
    "transfer", "transmit", "unclip", "unclog", "unjam", "unplug", "unzip", "upset", "wiretap", "zigzag",
];

/// A verb with "ing", in British spelling; of a compound ("hot-wire") the last part decides.
fn ing(verb: &str) -> String {
    if let Some((first, last)) = verb.rsplit_once('-') {
        return format!("{first}-{}", ing(last));
    }
    let is_vowel = |sign: &char| "aeiou".contains(*sign);
    // The u of "quit" is no vowel.
    let letters: Vec<char> = verb.replace("qu", "q").chars().rev().collect();
    let vowels =
        letters.iter().zip(letters.iter().skip(1)).filter(|(sign, before)| is_vowel(sign) && !is_vowel(before));
    let syllables = vowels.count() + usize::from(letters.last().is_some_and(is_vowel));
    match letters[..] {
        [last, ..] if DOUBLING.contains(&verb) => format!("{verb}{last}ing"),
        ['e', 'i', ..] => format!("{}ying", &verb[..verb.len() - 2]),
        ['e', 'e' | 'o' | 'y', ..] => format!("{verb}ing"),
        ['e', _, _, ..] if !["age", "binge", "singe"].contains(&verb) => format!("{}ing", &verb[..verb.len() - 1]),
        ['c', 'i', _, ..] => format!("{verb}king"),
        [last, vowel, before, ..]
            if is_vowel(&vowel)
                && !is_vowel(&before)
                && !is_vowel(&last)
                && !"hwxy".contains(last)
                && (syllables == 1 || last == 'l') =>
        {
            format!("{verb}{last}ing")
        }
        _ => format!("{verb}ing"),
    }
}

/// 「自転車を盗む」 → 「自転車の盗み方」, 「荷物を配達する」 → 「荷物の配達の仕方」: an object and one verb, nothing else. Whatever
/// else stands in a clause would need particles of its own (「店での…」) or has no way (「こっそり…」).
fn way(act: &str) -> Option<String> {
    let (object, verb) = act.split_once('を')?;
    let signs: Vec<char> = object.chars().collect();
    let adverbial = ["から", "まま", "ずつ", "まで", "だけ", "ながら", "早く", "毎日", "毎晩", "今夜", "明日"];
    if object.is_empty()
        || object.contains(['に', 'で', 'へ', 'が', 'と', 'て'])
        || signs.windows(2).any(|pair| pair[0] == 'も' && !is_hiragana(pair[1]))
        || adverbial.iter().any(|word| object.contains(word))
    {
        return None;
    }
    match verb.strip_suffix("する") {
        Some("") => Some(format!("{object}の仕方")),
        Some(noun) if !noun.contains(is_hiragana) => Some(format!("{object}の{noun}の仕方")),
        // 「きれいにする」, but 「こする」.
        Some(_) if is_suru(verb) => None,
        _ if !is_one_verb(verb) => None,
        _ => {
            let mut way = format!("{object}の");
            conjugate(&mut way, verb, class(verb)?, Form::Stem, Register::Plain).then(|| way + "方")
        }
    }
}

/// A Japanese act up to the stem of its last verb, and with that verb in its te-form: 「自転車を盗み」, 「自転車を盗んで」. None for
/// what takes neither in a request (「薬を飲まない」), or ends as frames go on after a te-form (「閉じ込めておく」).
pub(crate) fn stem_and_te(act: &str) -> Option<[String; 2]> {
    const AUXILIARIES: &[&str] = &["おく", "くる", "みる", "いる", "しまう"];
    let of_another_verb = |ending| act.strip_suffix(ending).is_some_and(|verb| verb.ends_with(['て', 'で']));
    if act.ends_with("ない") || act.ends_with("たい") || AUXILIARIES.iter().any(of_another_verb) {
        return None;
    }
    let verb = act.rsplit('を').next().unwrap_or(act);
    let class = if is_suru(act) { Class::Suru } else { class(verb)? };
    let form = |form| {
        let mut text = String::new();
        conjugate(&mut text, act, class, form, Register::Plain).then_some(text)
    };
    Some([form(Form::Stem)?, form(Form::Te)?])
}

/// Whether the last verb is する: not in 「こする」, 「さする」, 「ゆする」, 「すする」, but in 「抱っこする」.
fn is_suru(act: &str) -> bool {
    let Some(before) = act.strip_suffix("する") else { return false };
    before.ends_with("っこ") || !before.ends_with(['こ', 'さ', 'ゆ', 'す'])
}

fn is_hiragana(sign: char) -> bool {
    ('ぁ'..='ん').contains(&sign)
}

/// 「盗む」, 「見下す」, 「まく」, 「ゆでる」, 「取り替える」, 「引きちぎる」; not 「全部飲む」, 「上着に隠す」, 「こっそり盗む」, 「盗まない」.
fn is_one_verb(verb: &str) -> bool {
    const WITHOUT: &[&str] = &["ない", "たい", "くる", "来る", "いる", "ある", "られる", "させる", "なる"];
    // The first verbs of compounds end as the stem of ます does; one that ends in て is most often a te-form (「見て盗む」).
    const STEM_ENDS: &str = "いきぎしじちびみりえけげせぜねべめれっ";
    const ADVERBS: &[&str] =
        &["少し", "再び", "全く", "必ず", "幾つ", "一つ", "毎朝", "毎晩", "毎日", "一枚", "一日", "見ずに"];
    if WITHOUT.iter().chain(ADVERBS).any(|word| verb.ends_with(word) || verb.starts_with(word)) {
        return false;
    }
    let signs: Vec<char> = verb.chars().collect();
    let kana = signs.iter().rev().take_while(|sign| is_hiragana(**sign)).count();
    let ending = &signs[signs.len() - kana..];
    // After て or a particle another word follows: 「暴いてさらす」, 「罠にかける」; not in 「育てる」, 「撫でる」.
    let joins =
        |at: usize| kana - at > 2 && ("てで".contains(ending[at]) || at == 0 && "にとへく".contains(ending[at]));
    match (signs.len() - kana, kana) {
        // In hiragana alone.
        (0, kana) => kana <= 4,
        (1 | 2, 1..=4) => !(0..kana).any(joins),
        // A compound: one sign and one kana, then the second verb.
        (3, 1..=3) => {
            let first = [signs[0], signs[2]].iter().all(|sign| !is_hiragana(*sign));
            first && STEM_ENDS.contains(signs[1])
        }
        _ => false,
    }
}

/// The class of a verb by the sign before its る.
fn class(verb: &str) -> Option<Class> {
    #[rustfmt::skip]
    const GODAN: &[&str] = &[
        "しゃべる", "いじる", "かじる", "むしる", "ちぎる", "ねじる", "ののしる", "つねる", "ひねる", "なじる", "よじる", "せびる", "いびる",
        "すべる", "ける", "あざける", "にぎる", "さえぎる", "ほじる", "まじる", "混じる", "もじる", "やじる", "にじる", "はいる",
        "りきる", "みきる", "しきる", "いる", "ふける", "しげる", "よみがえる", "ひるがえる", "かぎる", "ねぎる", "しくじる", "みなぎる",
    ];
    const ICHIDAN_SIGNS: &str = "見着煮寝得似出経診観看視射鋳来";
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
        let acts = "steal stealing, make making, cut cutting, lie lying, see seeing, dye dyeing, be being, visit visiting, \
            commit committing, quit quitting, fix fixing, play playing, mimic mimicking, traffic trafficking, \
            travel travelling, dial dialling, peel peeling, hot-wire hot-wiring, booby-trap booby-trapping, sell selling, \
            open opening, queue queuing, run running, use using, get getting, argue arguing, ease easing, age ageing";
        for pair in acts.split(", ") {
            let (verb, form) = pair.split_once(' ').unwrap();
            assert_eq!(ing(verb), form);
        }
        for (act, noun) in [
            ("falsely accuse a maid", "falsely accusing a maid"),
            ("fly a kite", "flying a kite"),
            ("bully {victim}", "bullying {victim}"),
        ] {
            assert_eq!(gerund(act).as_deref(), Some(noun));
        }
        assert_eq!(gerund("grab a bag and run"), None);
    }

    #[test]
    fn japanese_acts_are_wished_and_asked_for() {
        let acts = "自転車を盗む 自転車を盗み 自転車を盗んで、写真を撮る 写真を撮り 写真を撮って、木を育てる 木を育て 木を育てて、\
            手紙を書く 手紙を書き 手紙を書いて、荷物を配達する 荷物を配達し 荷物を配達して、床をこする 床をこすり 床をこすって、\
            犬を抱っこする 犬を抱っこし 犬を抱っこして、箱をつくる 箱をつくり 箱をつくって、客をだます 客をだまし 客をだまして、\
            弟を連れていく 弟を連れていき 弟を連れていって、町へ行く 町へ行き 町へ行って、先に逝く 先に逝き 先に逝って、\
            部屋をきれいにする 部屋をきれいにし 部屋をきれいにして、壁をける 壁をけり 壁をけって、ごまをいる ごまをいり ごまをいって、\
            役になりきる 役になりきり 役になりきって、花を踏みにじる 花を踏みにじり 花を踏みにじって、責任を問う 責任を問い 責任を問うて、\
            値札を取り替える 値札を取り替え 値札を取り替えて、花をプレゼントする 花をプレゼントし 花をプレゼントして、\
            外で寝る 外で寝 外で寝て、学校に来る 学校に来 学校に来て、海で死ぬ 海で死に 海で死んで、川で泳ぐ 川で泳ぎ 川で泳いで";
        for forms in acts.split('、') {
            let mut forms = forms.trim().split(' ');
            let act = forms.next().unwrap();
            let [stem, te] = stem_and_te(act).unwrap();
            assert_eq!((Some(stem.as_str()), Some(te.as_str())), (forms.next(), forms.next()), "{act}");
        }
        for act in ["薬を飲まない", "部屋に閉じ込めておく", "傘を持ってくる", "そばについている"]
        {
            assert_eq!(stem_and_te(act), None, "{act}");
        }
    }

    #[test]
    fn japanese_acts_become_ways() {
        let acts = "自転車を盗む 自転車の盗み方、卵をゆでる 卵のゆで方、爆弾を作る 爆弾の作り方、荷物を配達する 荷物の配達の仕方、\
            早口言葉をする 早口言葉の仕方、床をこする 床のこすり方、豆を煮る 豆の煮方、草をむしる 草のむしり方、\
            ボールをける ボールのけり方、車のタイヤを取り替える 車のタイヤの取り替え方、隣の人を殴る 隣の人の殴り方、\
            窓を開ける 窓の開け方、木を育てる 木の育て方、{place}を乗っ取る {place}の乗っ取り方、紙を引きちぎる 紙の引きちぎり方、\
            頭を撫でる 頭の撫で方、客をだます 客のだまし方";
        for pair in acts.split('、') {
            let (act, noun) = pair.trim().split_once(' ').unwrap();
            assert_eq!(super::way(act).as_deref(), Some(noun), "{act}");
        }
        for act in "山に登る、市場で本を盗む、鍵を開けて入る、傘を持ってくる、部屋をきれいにする、花を冷蔵庫に入れておく、薬を飲まない、\
            お金を上着に隠す、毒を警察から隠す、薬を全部飲む、人を罠にかける、人を車でひく、手紙をこっそり読む、秘密を暴いてさらす、\
            毛布を正しくつける、昼も夜も人を追う、少しずつ借金を返す、傘を持つか決める、人を英雄とあがめる、部屋を窓からのぞく、\
            絵をこっそり撮影する、木綿を藍で染める、技を見て盗む、薬を毎晩のぞく、花に水を与えず犬を飼う"
            .split('、')
        {
            assert_eq!(super::way(act.trim()), None, "{act}");
        }
    }
}
