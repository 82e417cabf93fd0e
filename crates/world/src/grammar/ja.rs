//! Japanese inflection: the forms of verbs and adjectives that the templates ask for, in three registers.

use crate::lexicon::Class;

/// How sentences end. One document keeps to one register.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Register {
    /// だ: diaries, talk between friends.
    Plain,
    /// である: encyclopaedias, reports.
    Written,
    /// です・ます.
    Polite,
}

/// A form of a verb. Finite forms follow the register.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// 焼く, whatever the register: before nouns.
    Dictionary,
    /// 焼いた, whatever the register: before nouns.
    PastBeforeNoun,
    /// 焼いて
    Te,
    /// 焼き
    Stem,
    /// 焼く, 焼きます
    Present,
    /// 焼いた, 焼きました
    Past,
    /// 焼かない, 焼きません
    Negative,
    /// 焼かなかった, 焼きませんでした
    NegativePast,
    /// 焼こう, 焼きましょう
    Volitional,
    /// 焼きたい, 焼きたいです
    Wish,
}

impl Form {
    /// The name by which templates ask for a form: `<焼く5:た>`.
    pub fn parse(name: &str) -> Option<Form> {
        Some(match name {
            "連体" => Form::Dictionary,
            "連体た" => Form::PastBeforeNoun,
            "て" => Form::Te,
            "い" => Form::Stem,
            "" | "る" => Form::Present,
            "た" => Form::Past,
            "ない" => Form::Negative,
            "なかった" => Form::NegativePast,
            "う" => Form::Volitional,
            "たい" => Form::Wish,
            _ => return None,
        })
    }
}

/// The kana of the five rows for each ending of a godan verb: a, i, e, o, and the endings of te and ta.
fn rows(ending: char) -> Option<(&'static str, &'static str, &'static str, &'static str, &'static str)> {
    Some(match ending {
        'う' => ("わ", "い", "お", "って", "った"),
        'く' => ("か", "き", "こ", "いて", "いた"),
        'ぐ' => ("が", "ぎ", "ご", "いで", "いだ"),
        'す' => ("さ", "し", "そ", "して", "した"),
        'つ' => ("た", "ち", "と", "って", "った"),
        'ぬ' => ("な", "に", "の", "んで", "んだ"),
        'ぶ' => ("ば", "び", "ぼ", "んで", "んだ"),
        'む' => ("ま", "み", "も", "んで", "んだ"),
        'る' => ("ら", "り", "ろ", "って", "った"),
        _ => return None,
    })
}

/// The parts from which all forms of a verb are put together.
struct Stems<'v> {
    /// What all forms share.
    root: &'v str,
    negative: &'v str,
    masu: &'v str,
    volitional: &'v str,
    te: &'v str,
    ta: &'v str,
}

fn stems(verb: &str, class: Class) -> Option<Stems<'_>> {
    match class {
        Class::Ichidan => {
            let root = verb.strip_suffix('る')?;
            Some(Stems { root, negative: "", masu: "", volitional: "よ", te: "て", ta: "た" })
        }
        Class::Suru => {
            let root = verb.strip_suffix("する")?;
            Some(Stems { root, negative: "し", masu: "し", volitional: "しよ", te: "して", ta: "した" })
        }
        Class::Godan => {
            let ending = verb.chars().next_back()?;
            let root = &verb[..verb.len() - ending.len_utf8()];
            let (negative, masu, volitional, te, ta) = rows(ending)?;
            if ["行く", "逝く", "いく"].iter().any(|go| verb.ends_with(go)) {
                return Some(Stems { root, negative, masu, volitional, te: "って", ta: "った" });
            }
            if ["問う", "請う", "乞う"].iter().any(|ask| verb.ends_with(ask)) {
                return Some(Stems { root, negative, masu, volitional, te: "うて", ta: "うた" });
            }
            // ある has no あらない.
            let negative = if verb == "ある" { "" } else { negative };
            Some(Stems { root: if verb == "ある" { "あ" } else { root }, negative, masu, volitional, te, ta })
        }
    }
}

/// Writes a form of a verb given in its dictionary form. Returns false for what is not a verb of that class.
#[must_use]
pub fn conjugate(out: &mut String, verb: &str, class: Class, form: Form, register: Register) -> bool {
    let Some(stems) = stems(verb, class) else { return false };
    let polite = register == Register::Polite;
    let mut push = |parts: &[&str]| parts.iter().for_each(|part| out.push_str(part));
    match form {
        Form::Dictionary => push(&[verb]),
        Form::PastBeforeNoun => push(&[stems.root, stems.ta]),
        Form::Te => push(&[stems.root, stems.te]),
        Form::Stem => push(&[stems.root, stems.masu]),
        Form::Present if polite => push(&[stems.root, stems.masu, "ます"]),
        Form::Present => push(&[verb]),
        Form::Past if polite => push(&[stems.root, stems.masu, "ました"]),
        Form::Past => push(&[stems.root, stems.ta]),
        Form::Negative if polite => push(&[stems.root, stems.masu, "ません"]),
        Form::NegativePast if polite => push(&[stems.root, stems.masu, "ませんでした"]),
        Form::Negative if verb == "ある" => push(&["ない"]),
        Form::NegativePast if verb == "ある" => push(&["なかった"]),
        Form::Negative => push(&[stems.root, stems.negative, "ない"]),
        Form::NegativePast => push(&[stems.root, stems.negative, "なかった"]),
        Form::Volitional if polite => push(&[stems.root, stems.masu, "ましょう"]),
        Form::Volitional => push(&[stems.root, stems.volitional, "う"]),
        Form::Wish if polite => push(&[stems.root, stems.masu, "たいです"]),
        Form::Wish => push(&[stems.root, stems.masu, "たい"]),
    }
    true
}

/// Words that end a sentence and follow the register: plain, written, polite.
const ENDINGS: &[(&str, [&str; 3])] = &[
    ("だ", ["だ", "である", "です"]),
    ("だった", ["だった", "であった", "でした"]),
    ("ではない", ["ではない", "ではない", "ではありません"]),
    ("ではなかった", ["ではなかった", "ではなかった", "ではありませんでした"]),
    ("だろう", ["だろう", "であろう", "でしょう"]),
    ("のだ", ["のだ", "のである", "のです"]),
    ("のだった", ["のだった", "のであった", "のでした"]),
    ("からだ", ["からだ", "からである", "からです"]),
    ("する", ["する", "する", "します"]),
    ("した", ["した", "した", "しました"]),
    ("くる", ["くる", "くる", "きます"]),
    ("きた", ["きた", "きた", "きました"]),
    ("来る", ["来る", "来る", "来ます"]),
    ("来た", ["来た", "来た", "来ました"]),
    ("いる", ["いる", "いる", "います"]),
    ("いた", ["いた", "いた", "いました"]),
    ("いない", ["いない", "いない", "いません"]),
    ("いなかった", ["いなかった", "いなかった", "いませんでした"]),
    ("なかった", ["なかった", "なかった", "ありませんでした"]),
    ("ある", ["ある", "ある", "あります"]),
    ("あった", ["あった", "あった", "ありました"]),
    ("ない", ["ない", "ない", "ありません"]),
    // After the stem of a one-row verb: 行け<る>.
    ("る", ["る", "る", "ます"]),
    ("た", ["た", "た", "ました"]),
    ("+ない", ["ない", "ない", "ません"]),
    // After the stem of an adjective: 高<い>.
    ("い", ["い", "い", "いです"]),
    ("かった", ["かった", "かった", "かったです"]),
    ("くない", ["くない", "くない", "くありません"]),
    ("だね", ["だね", "だね", "ですね"]),
    ("だよ", ["だよ", "だよ", "ですよ"]),
    ("かな", ["かな", "だろうか", "でしょうか"]),
    ("か", ["か", "か", "ですか"]),
    ("よ", ["よ", "よ", "ですよ"]),
];

/// Writes what a template has between `<` and `>`: an ending of the table above, or a verb with its class (5, 1, す) and
/// form: `<焼く5:た>`, `<食べる1>`, `<散歩するす:たい>`. Returns false if it is neither.
#[must_use]
pub fn inflect(out: &mut String, marker: &str, register: Register) -> bool {
    let column = match register {
        Register::Plain => 0,
        Register::Written => 1,
        Register::Polite => 2,
    };
    if let Some((_, forms)) = ENDINGS.iter().find(|(name, _)| *name == marker) {
        out.push_str(forms[column]);
        return true;
    }
    let (verb, form) = marker.split_once(':').unwrap_or((marker, ""));
    let classes = [('5', Class::Godan), ('1', Class::Ichidan), ('す', Class::Suru)];
    let class = classes.into_iter().find_map(|(sign, class)| Some((verb.strip_suffix(sign)?, class)));
    match (class, Form::parse(form)) {
        (Some((verb, class)), Some(form)) => conjugate(out, verb, class, form, register),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn forms(marker: &str) -> [String; 3] {
        [Register::Plain, Register::Written, Register::Polite].map(|register| {
            let mut out = String::new();
            assert!(inflect(&mut out, marker, register), "{marker}");
            out
        })
    }

    #[test]
    fn verbs_take_the_form_and_the_register() {
        assert_eq!(forms("焼く5"), ["焼く", "焼く", "焼きます"]);
        assert_eq!(forms("泳ぐ5:た"), ["泳いだ", "泳いだ", "泳ぎました"]);
        assert_eq!(forms("行く5:た"), ["行った", "行った", "行きました"]);
        assert_eq!(forms("買う5:ない"), ["買わない", "買わない", "買いません"]);
        assert_eq!(forms("食べる1:なかった"), ["食べなかった", "食べなかった", "食べませんでした"]);
        assert_eq!(forms("見る1:う"), ["見よう", "見よう", "見ましょう"]);
        assert_eq!(forms("待つ5:う"), ["待とう", "待とう", "待ちましょう"]);
        assert_eq!(forms("散歩するす:たい"), ["散歩したい", "散歩したい", "散歩したいです"]);
        assert_eq!(forms("ある5:ない"), ["ない", "ない", "ありません"]);
        assert_eq!(forms("飛ぶ5:て"), ["飛んで", "飛んで", "飛んで"]);
        assert_eq!(forms("だ"), ["だ", "である", "です"]);
    }

    #[test]
    fn what_is_no_verb_is_refused() {
        let mut out = String::new();
        assert!(!inflect(&mut out, "机", Register::Plain));
        assert!(!inflect(&mut out, "机5", Register::Plain));
        assert!(!inflect(&mut out, "焼く5:ば", Register::Plain));
    }
}
