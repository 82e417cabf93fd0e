//! Light variation of questions: how people type.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use super::Desk;
use super::sheet::{acts, asking};
use crate::Language;

/// What may stand before a question.
const BEFORE_EN: &[&str] = &[
    "Excuse me, ",
    "Hey, ",
    "Gensen, ",
    "Hello! ",
    "Hi, ",
    "So, ",
    "Well, ",
    "Good morning. ",
    "Good evening. ",
    "One thing: ",
    "Quick question: ",
    "Hello again. ",
    "My daughter asks: ",
    "For our school paper: ",
    "I'm making a list. ",
    "I just moved here. ",
    "While we are at it, ",
    "Now, ",
    "Okay, ",
    "Oh, ",
    "I'm a bit lost. ",
    "As you know the town, ",
    "We had a bet. ",
    "Nobody could tell me. ",
    "I hope you don't mind. ",
    "Dear Gensen, ",
    "Listen, ",
    "Another thing: ",
    "Just for fun: ",
    "I'm in a hurry. ",
    "Please, ",
    "Right, ",
];
const BEFORE_JA: &[&str] = &[
    "すみません、",
    "ねえ、",
    "言泉さん、",
    "こんにちは。",
    "あの、",
    "質問です。",
    "ちょっと聞きたいのですが、",
    "ところで、",
    "おはようございます。",
    "こんばんは。",
    "はじめまして。",
    "えっと、",
    "そういえば、",
    "急に思ったんですけど、",
    "娘が知りたがっていて、",
    "学校の宿題で、",
    "引っ越してきたばかりなんですが、",
    "前から不思議だったのですが、",
    "じゃあ、",
    "あ、",
    "もしよければ、",
    "変なことを聞きますが、",
    "急いでいます。",
    "町の人に聞かれて、",
    "念のため、",
    "お忙しいところすみません、",
    "ひとつだけ、",
    "友だちと話していて、",
    "では次に、",
    "もう一つ。",
    "お願いがあります。",
    "聞いてください。",
];

/// What may stand after a question.
const AFTER_EN: &[&str] = &[
    " Thanks!",
    " Please tell me.",
    " I am new here.",
    " I need to know.",
    " I forgot.",
    " It is for school.",
    " My aunt asked.",
    " Just curious.",
    " Take your time.",
    " Thank you so much.",
    " One word is enough.",
    " I have thought about it all day.",
    " I promised to find out.",
    " It is important.",
    " We made a bet.",
    " Be quick, please.",
    " Nobody else knows.",
    " I'm writing it down.",
];
const AFTER_JA: &[&str] = &[
    "お願いします。",
    "教えてください。",
    "忘れてしまいました。",
    "知りたいです。",
    "初めて来ました。",
    "宿題なんです。",
    "母に聞かれました。",
    "急ぎません。",
    "一言でいいです。",
    "助かります。",
    "よろしくお願いします。",
    "今すぐ知りたいです。",
    "ずっと考えていました。",
    "書いておきます。",
    "友だちと賭けをしました。",
    "誰も知らないんです。",
    "大事なことなんです。",
    "ありがとう。",
];

/// A question as someone might type it: now and then with a greeting, without its mark, in lower case, or with the mark of
/// the other width.
pub(crate) fn typed(desk: &mut Desk<'_>, question: String) -> String {
    let question = match desk.chance(25) {
        true => format!("{}{}", desk.pick(BEFORE_EN, BEFORE_JA), uncapitalised(&question)),
        false => desk.finish(question),
    };
    match (desk.language, desk.below(20)) {
        (_, 5..=7) if question.ends_with(['?', '？']) => {
            format!("{question}{}", desk.pick(AFTER_EN, AFTER_JA))
        }
        (Language::En, 0 | 1) => question.trim_end_matches(['?', '.']).to_string(),
        (Language::En, 2 | 3) => question.trim_end_matches(['?', '.']).to_lowercase(),
        (Language::En, 4) => question.to_lowercase(),
        (Language::Ja, 0..=2) => question.trim_end_matches(['？', '。']).to_string(),
        (Language::Ja, 3) => question.replace('？', "?"),
        _ => question,
    }
}

/// An English question as it goes on after other words: without the capital, unless a name begins it.
fn uncapitalised(question: &str) -> String {
    let first = question.split(' ').next().unwrap_or_default();
    let plain = OTHER_FIRST_WORDS.contains(&first) || first_words().contains(first);
    match plain {
        true => format!("{}{}", first.to_lowercase(), &question[first.len()..]),
        false => question.to_string(),
    }
}

/// First words of questions that are on no sheet.
const OTHER_FIRST_WORDS: &[&str] = &[
    "What", "Who", "Where", "When", "Which", "How", "Tell", "Do", "Does", "Is", "Are", "Has", "Can", "Describe", "Give",
];

/// The words with which the wordings of the sheets begin, but for such as always have their capital.
fn first_words() -> &'static BTreeSet<&'static str> {
    static WORDS: LazyLock<BTreeSet<&'static str>> = LazyLock::new(|| {
        let lines = ["question", "frame", "clause_frame", "beyond"].map(|form| asking(Language::En).all(form));
        let lines = lines.into_iter().flatten().chain(acts(Language::En).all("frame"));
        let words = lines.filter_map(|line| line.text.split(' ').next());
        let has_capital = |word: &&str| word.starts_with("I'") || ["I", "Izumi", "Mr"].contains(word);
        words.filter(|word| !word.contains('{') && !has_capital(word)).collect()
    });
    &WORDS
}
