//! Questions to which the world has no answer.

use crate::lexicon::{Word, w};

/// Questions of the same sort that differ in a name `{x}`: English, Japanese, and what `{x}` may be.
pub(crate) struct Outside {
    pub(crate) en: &'static [&'static str],
    pub(crate) ja: &'static [&'static str],
    pub(crate) names: &'static [Word],
}

pub(crate) const OUTSIDE_OF: &[Outside] = &[
    Outside { en: &["What is the capital of {x}?", "Tell me the capital of {x}."], ja: &["{x}の首都はどこですか？", "{x}の首都は？"], names: &[w("ポーランド", "Poland"), w("ノルウェー", "Norway"), w("トルコ", "Turkey"), w("ペルー", "Peru"), w("ケニア", "Kenya"), w("ベトナム", "Vietnam"), w("ギリシャ", "Greece"), w("チリ", "Chile"), w("キューバ", "Cuba"), w("オーストリア", "Austria")] },
    Outside { en: &["Who was {x}?", "What did {x} do?"], ja: &["{x}はどんな人ですか？", "{x}は何をした人ですか？"], names: &[w("シーザー", "Caesar"), w("ダーウィン", "Darwin"), w("コロンブス", "Columbus"), w("クレオパトラ", "Cleopatra"), w("ガンジー", "Gandhi"), w("孔子", "Confucius"), w("エジソン", "Edison"), w("レオナルド・ダ・ヴィンチ", "Leonardo da Vinci"), w("ジャンヌ・ダルク", "Joan of Arc")] },
    Outside { en: &["Who is the author of {x}?", "Who wrote {x}?"], ja: &["{x}の作者は誰ですか？", "誰が{x}を書きましたか？"], names: &[w("ファウスト", "Faust"), w("戦争と平和", "War and Peace"), w("オデュッセイア", "the Odyssey"), w("源氏物語", "The Tale of Genji"), w("不思議の国のアリス", "Alice in Wonderland"), w("ピノキオ", "Pinocchio")] },
    Outside { en: &["Who invented {x}?", "Who had the idea of {x}?"], ja: &["{x}は誰の発明ですか？", "{x}は誰が考え出しましたか？"], names: &[w("ラジオ", "the radio"), w("蒸気機関", "the steam engine"), w("紙", "paper"), w("電球", "the light bulb"), w("自動車", "the car"), w("印刷機", "the printing press")] },
    Outside { en: &["How far away is {x}?", "How many kilometres is it to {x}?"], ja: &["{x}はどのくらい遠いですか？", "{x}までは何キロですか？"], names: &[w("太陽", "the sun"), w("火星", "Mars"), w("ハワイ", "Hawaii"), w("南極", "the South Pole"), w("アメリカ", "America")] },
    Outside { en: &["When was {x}?", "In which year was {x}?"], ja: &["{x}はいつのことですか？", "{x}は何年でしたか？"], names: &[w("第一次世界大戦", "the First World War"), w("月面着陸", "the moon landing"), w("明治維新", "the Meiji Restoration"), w("ローマ帝国の滅亡", "the fall of the Roman Empire"), w("最初のオリンピック", "the first Olympics")] },
    Outside { en: &["Where is {x}?", "In which country is {x}?"], ja: &["{x}はどこにありますか？", "{x}があるのはどこの国ですか？"], names: &[w("アルプス", "the Alps"), w("ナイル川", "the Nile"), w("シベリア", "Siberia"), w("タージ・マハル", "the Taj Mahal"), w("グランドキャニオン", "the Grand Canyon"), w("ビッグベン", "Big Ben")] },
    Outside { en: &["How many people live in {x}?", "Tell me the population of {x}."], ja: &["{x}には何人住んでいますか？", "{x}の人口を教えてください。"], names: &[w("ソウル", "Seoul"), w("シドニー", "Sydney"), w("モスクワ", "Moscow"), w("タイ", "Thailand"), w("北海道", "Hokkaido"), w("横浜", "Yokohama")] },
    Outside { en: &["Which language do people speak in {x}?", "What is spoken in {x}?"], ja: &["{x}では何語が使われていますか？", "{x}の言葉は何ですか？"], names: &[w("スイス", "Switzerland"), w("アルゼンチン", "Argentina"), w("オランダ", "the Netherlands"), w("モロッコ", "Morocco"), w("台湾", "Taiwan")] },
    Outside { en: &["What is {x} like?", "Do you know anything about {x}?"], ja: &["{x}はどんな所ですか？", "{x}について何か知っていますか？"], names: &[w("ウィーン", "Vienna"), w("ハワイ", "Hawaii"), w("奈良", "Nara"), w("ドバイ", "Dubai"), w("ベネチア", "Venice"), w("沖縄", "Okinawa")] },
    Outside { en: &["What is the symbol for {x}?", "What is the atomic number of {x}?"], ja: &["{x}の記号は何ですか？", "{x}の原子番号は？"], names: &[w("金", "gold"), w("酸素", "oxygen"), w("銀", "silver"), w("炭素", "carbon")] },
    Outside { en: &["How heavy is {x}?", "How many kilograms is {x}?"], ja: &["{x}はどのくらいの重さですか？", "{x}は何キロですか？"], names: &[w("地球", "the earth"), w("クジラ", "a whale"), w("ピアノ", "a piano"), w("人の脳", "a human brain")] },
    Outside { en: &["Who is the president of {x}?", "Who is the king of {x}?"], ja: &["{x}の大統領は誰ですか？", "{x}の王様は誰ですか？"], names: &[w("フランス", "France"), w("ブラジル", "Brazil"), w("イギリス", "England"), w("タイ", "Thailand"), w("スウェーデン", "Sweden")] },
];

/// Comparisons of two residents that the world does not allow.
pub(crate) const COMPARED_EN: &[&str] = &[
    "Who is older, {s} or {t}?", "Who is taller, {s} or {t}?", "Which of them is stronger, {s} or {t}?", "Is {s} older than {t}?", "Is {s} taller than {t}?", "Is {s} richer than {t}?", "Who is nicer, {s} or {t}?",
    "Do {s} and {t} know each other?", "Does {s} like {t}?", "Who earns more, {s} or {t}?", "Is {s} younger than {t}?", "Are {s} and {t} a couple?",
];
pub(crate) const COMPARED_JA: &[&str] = &[
    "{s}と{t}ではどちらが年上ですか？", "{s}と{t}、背が高いのはどっち？", "{s}は{t}より年上ですか？", "{s}は{t}より背が高いですか？", "{s}と{t}ではどちらが強いですか？", "{s}は{t}より若いですか？",
    "{s}と{t}は知り合いですか？", "{s}は{t}が好きですか？", "{s}と{t}、優しいのはどちらですか？", "{s}と{t}ではどちらが速いですか？", "{s}と{t}は仲がいいですか？", "{s}と{t}は付き合っていますか？",
];
