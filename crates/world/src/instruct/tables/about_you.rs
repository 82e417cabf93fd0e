//! What people tell of themselves, and how they ask for it back.

use crate::lexicon::{Word, w};

/// Something that one can tell of oneself: wordings with the slot `{x}`, and what it may be.
pub(crate) struct AboutYou {
    pub(crate) key: &'static str,
    pub(crate) values: Values,
    pub(crate) en: &'static [&'static str],
    pub(crate) en_replies: &'static [&'static str],
    pub(crate) en_asks: &'static [&'static str],
    pub(crate) en_answers: &'static [&'static str],
    /// Where it was not told.
    pub(crate) en_unknown: &'static [&'static str],
    pub(crate) ja: &'static [&'static str],
    pub(crate) ja_replies: &'static [&'static str],
    pub(crate) ja_asks: &'static [&'static str],
    pub(crate) ja_answers: &'static [&'static str],
    pub(crate) ja_unknown: &'static [&'static str],
}

/// What `{x}` may be.
pub(crate) enum Values {
    /// Names of people who do not live in Izumi.
    Names,
    /// English words as they stand in the wordings.
    Words(&'static [Word]),
    /// The same from either list, from the second less often.
    Either(&'static [Word], &'static [Word]),
}

pub(crate) const ABOUT_YOU: &[AboutYou] = &[
    AboutYou {
        key: "name",
        values: Values::Names,
        en: &["My name is {x}.", "I'm {x}.", "I am {x}.", "Call me {x}.", "You can call me {x}.", "Hi, I'm {x}.", "Hello, my name is {x}.", "Hi, my name is {x}.", "My name's {x}.", "People call me {x}.", "Hello! I am {x}.", "This is {x}.", "{x} is my name."],
        en_replies: &["Nice to meet you! What would you like to know about Izumi?", "Nice to meet you! Ask me about the town of Izumi.", "It is nice to meet you, {x}."],
        en_asks: &["What is my name?", "What's my name?", "Do you remember my name?", "Who am I?", "What am I called?", "What was my name again?", "Do you know my name?", "Can you tell me my name?", "And my name?", "Say my name."],
        en_answers: &["Your name is {x}.", "You are {x}."],
        en_unknown: &["I don't know your name. What is it?", "I don't know that. You have not told me your name."],
        ja: &["私の名前は{x}です。", "{x}といいます。", "{x}と申します。", "{x}と呼んでください。", "私は{x}です。", "僕は{x}です。", "こんにちは、{x}です。", "はじめまして、{x}といいます。", "僕の名前は{x}。", "名前は{x}です。", "私、{x}っていうの", "僕、{x}だよ"],
        ja_replies: &["はじめまして！泉町のことなら何でも聞いてください。", "はじめまして。お会いできてうれしいです。", "{x}さんですね。よろしくお願いします。"],
        ja_asks: &["私の名前は何ですか？", "私の名前は？", "私の名前を覚えていますか？", "私は誰ですか？", "僕の名前は何ですか？", "僕の名前、覚えてる？", "私の名前を言ってください。", "私の名前がわかりますか？", "私は何という名前ですか？", "私の名前、何だっけ"],
        ja_answers: &["あなたは{x}さんです。", "お名前は{x}さんです。"],
        ja_unknown: &["わかりません。まだお名前を聞いていません。", "わかりません。お名前を教えてください。"],
    },
    AboutYou {
        key: "home",
        values: Values::Words(TOWNS),
        en: &["I live in {x}.", "I am living in {x}.", "My home is in {x}.", "I have a flat in {x}.", "I've lived in {x} for years."],
        en_replies: &["{x}! Thank you for telling me.", "So you live in {x}. Shall I tell you about Izumi?", "You live in {x}! It must be nice there."],
        en_asks: &["Where do I live?", "Do you remember where I live?", "Which town do I live in?", "Where is my home?", "Where did I say I live?", "In which town is my home?"],
        en_answers: &["You live in {x}."],
        en_unknown: &["I don't know where you live. You have not told me.", "I don't know that. Where do you live?"],
        ja: &["{x}に住んでいます。", "私は{x}に住んでいます。", "家は{x}にあります。", "僕は{x}に住んでるよ", "今、{x}に住んでいます。", "住まいは{x}です。"],
        ja_replies: &["{x}ですか。教えてくれてありがとうございます。", "{x}にお住まいなのですね。泉町のこともお話ししましょうか。", "{x}ですね。いい所なのでしょうね。"],
        ja_asks: &["私はどこに住んでいますか？", "私の家はどこですか？", "私がどこに住んでいるか覚えていますか？", "私の住んでいる町はどこですか？", "僕はどこに住んでる？", "私の住まいはどこでしょう？"],
        ja_answers: &["あなたは{x}に住んでいます。"],
        ja_unknown: &["わかりません。どこに住んでいるか、まだ聞いていません。", "わかりません。どちらにお住まいですか。"],
    },
    AboutYou {
        key: "origin",
        values: Values::Words(TOWNS),
        en: &["I'm from {x}.", "I am from {x}.", "I come from {x}.", "I was born in {x}.", "I grew up in {x}."],
        en_replies: &["{x}! Thank you for telling me.", "So you are from {x}. Shall I tell you about Izumi?", "You come from {x}! It must be nice there."],
        en_asks: &["Where am I from?", "Where do I come from?", "Do you remember where I am from?", "Which town am I from?", "Where did I grow up?"],
        en_answers: &["You come from {x}.", "You are from {x}."],
        en_unknown: &["I don't know where you are from. You have not told me.", "I don't know that. Where do you come from?"],
        ja: &["{x}から来ました。", "私は{x}の出身です。", "出身は{x}です。", "{x}で生まれました。", "{x}で育ちました。", "僕は{x}から来たんだ"],
        ja_replies: &["{x}ですか。教えてくれてありがとうございます。", "{x}のご出身なのですね。泉町のこともお話ししましょうか。", "{x}ですね。いい所なのでしょうね。"],
        ja_asks: &["私はどこから来ましたか？", "私の出身はどこですか？", "私の出身地を覚えていますか？", "私はどこの出身ですか？", "僕の出身はどこ？"],
        ja_answers: &["あなたは{x}の出身です。"],
        ja_unknown: &["わかりません。どこのご出身か、まだ聞いていません。", "わかりません。ご出身はどちらですか。"],
    },
    AboutYou {
        key: "likes",
        values: Values::Either(LIKED, PASTIMES),
        en: &["I like {x}.", "I love {x}.", "I like {x} very much.", "I really like {x}.", "I enjoy {x}.", "What I like is {x}."],
        en_replies: &["How nice that you like {x}!", "So you like {x}! Thank you for telling me.", "You like {x}? That is interesting! Shall I tell you who in Izumi likes what?"],
        en_asks: &["What do I like?", "Do you remember what I like?", "What did I say I like?", "What do I love?", "What is it that I like?"],
        en_answers: &["You like {x}."],
        en_unknown: &["I don't know what you like. You have not told me.", "I don't know that. What do you like?"],
        ja: &["{x}が好きです。", "私は{x}が好きです。", "{x}が大好きです。", "僕は{x}が好き", "好きなものは{x}です。", "{x}がとても好きなんです。"],
        ja_replies: &["{x}がお好きなのですね。", "{x}ですか。すてきですね！", "{x}ですね。泉町の人の好きなものもお話ししましょうか。"],
        ja_asks: &["私は何が好きですか？", "私の好きなものは何ですか？", "私が何を好きか覚えていますか？", "私の好きなものは？", "僕は何が好きだと言った？"],
        ja_answers: &["あなたは{x}が好きです。"],
        ja_unknown: &["わかりません。何がお好きか、まだ聞いていません。", "わかりません。何がお好きですか。"],
    },
    AboutYou {
        key: "hobby",
        values: Values::Words(PASTIMES),
        en: &["My hobby is {x}.", "I enjoy {x} in my free time.", "In my free time I do a lot of {x}.", "I spend my weekends with {x}.", "{x} is my hobby.", "As a hobby I have {x}."],
        en_replies: &["So your hobby is {x}! How nice.", "Your hobby is {x}! Thank you for telling me.", "{x} is a fine hobby. Shall I tell you the hobbies of people in Izumi?"],
        en_asks: &["What is my hobby?", "What's my hobby?", "Do you remember my hobby?", "What do I do in my free time?", "What did I say my hobby is?", "How do I spend my free time?", "And my hobby?"],
        en_answers: &["Your hobby is {x}."],
        en_unknown: &["I don't know your hobby. You have not told me.", "I don't know that. What is your hobby?"],
        ja: &["趣味は{x}です。", "私の趣味は{x}です。", "{x}が趣味です。", "僕の趣味は{x}だよ", "暇なときは{x}をしています。", "休みの日は{x}を楽しんでいます。"],
        ja_replies: &["{x}がご趣味なのですね。", "{x}ですか。すてきなご趣味ですね！", "ご趣味は{x}ですね。泉町の人の趣味もお話ししましょうか。"],
        ja_asks: &["私の趣味は何ですか？", "私の趣味は？", "私の趣味を覚えていますか？", "僕の趣味は何？", "私は暇なときに何をしますか？", "私の趣味、何だっけ", "私の趣味を当ててください。"],
        ja_answers: &["あなたの趣味は{x}です。"],
        ja_unknown: &["わかりません。ご趣味は、まだ聞いていません。", "わかりません。ご趣味は何ですか。"],
    },
    AboutYou {
        key: "job",
        values: Values::Words(TRADES),
        en: &["I am {x}.", "I'm {x}.", "I work as {x}.", "My job: I am {x}.", "I earn my living as {x}."],
        en_replies: &["So you are {x}! That is a fine thing to be.", "You are {x}! Thank you for telling me.", "Being {x} must be interesting! Shall I tell you who does what in Izumi?"],
        en_asks: &["What is my job?", "What do I do for a living?", "Do you remember my job?", "What do I work as?", "What am I by trade?", "What did I say my job is?"],
        en_answers: &["You are {x}."],
        en_unknown: &["I don't know what you do. You have not told me.", "I don't know that. What is your job?"],
        ja: &["私は{x}です。", "{x}をしています。", "仕事は{x}です。", "{x}として働いています。", "僕は{x}です。", "{x}をやっています。"],
        ja_replies: &["{x}をしているのですね。すてきなお仕事です。", "{x}ですか。教えてくれてありがとうございます。", "{x}なのですね。泉町の人の仕事もお話ししましょうか。"],
        ja_asks: &["私の仕事は何ですか？", "私の仕事は？", "私の仕事を覚えていますか？", "私は何の仕事をしていますか？", "僕の仕事は何？", "私の職業は何でしょう？"],
        ja_answers: &["あなたの仕事は{x}です。", "あなたは{x}です。"],
        ja_unknown: &["わかりません。お仕事は、まだ聞いていません。", "わかりません。どんなお仕事ですか。"],
    },
    AboutYou {
        key: "pet",
        values: Values::Words(PETS),
        en: &["I have {x}.", "I've got {x}.", "I have {x} at home.", "My pet is {x}.", "I keep {x}."],
        en_replies: &["You have {x}! How nice.", "So you have {x}. Shall I tell you about the pets of Izumi?"],
        en_asks: &["What pet do I have?", "Which animal do I have?", "Do you remember my pet?", "What is my pet?", "What animal do I keep?"],
        en_answers: &["You have {x}."],
        en_unknown: &["I don't know whether you have a pet. You have not told me.", "I don't know that. Do you have a pet?"],
        ja: &["{x}を飼っています。", "私は{x}を飼っています。", "家に{x}がいます。", "うちに{x}がいるんだ", "ペットは{x}です。"],
        ja_replies: &["{x}を飼っているのですね。すてきです！", "{x}ですか。泉町のペットのこともお話ししましょうか。"],
        ja_asks: &["私は何を飼っていますか？", "私のペットは何ですか？", "私のペットを覚えていますか？", "僕は何を飼ってる？", "私のペットは？"],
        ja_answers: &["あなたは{x}を飼っています。"],
        ja_unknown: &["わかりません。ペットのことは、まだ聞いていません。", "わかりません。ペットを飼っているのですか。"],
    },
];

/// Two things told in one sentence: their keys, and wordings with the slots `{x}` and `{y}`.
pub(crate) struct Together {
    pub(crate) keys: [&'static str; 2],
    pub(crate) en: &'static [&'static str],
    pub(crate) ja: &'static [&'static str],
}

pub(crate) const TOGETHER: &[Together] = &[
    Together { keys: ["home", "job"], en: &["I work as {y} in {x}.", "I am {y} in {x}.", "In {x} I work as {y}.", "I live in {x} and I am {y}."], ja: &["{x}で{y}をしています。", "{x}で{y}として働いています。", "{x}に住んで{y}をしています。", "{x}で{y}をしている者です。"] },
    Together { keys: ["name", "home"], en: &["I'm {x} and I live in {y}.", "My name is {x}, and my home is in {y}.", "I am {x}, living in {y}."], ja: &["{y}に住む{x}です。", "{y}在住の{x}といいます。", "{x}です。{y}に住んでるよ", "私は{y}に住んでいる{x}です。"] },
    Together { keys: ["name", "origin"], en: &["I'm {x} from {y}.", "Hi, I'm {x}, and I come from {y}.", "My name is {x} and I'm from {y}.", "Hello, {x} from {y} here."], ja: &["{y}から来た{x}です。", "{y}出身の{x}です。", "{y}から来ました、{x}といいます。", "はじめまして、{y}の{x}です。"] },
    Together { keys: ["name", "job"], en: &["I'm {x}, {y}.", "My name is {x} and I am {y}.", "I am {x} and I work as {y}."], ja: &["{y}の{x}です。", "{y}をしている{x}です。", "{x}といいます。{y}です。", "{x}です。仕事は{y}です。"] },
    Together { keys: ["name", "likes"], en: &["I'm {x} and I like {y}.", "My name is {x} and I love {y}.", "Call me {x}; I like {y}."], ja: &["{y}が好きな{x}です。", "{x}です。{y}が大好きです。", "僕は{x}、{y}が好きです。"] },
    Together { keys: ["home", "hobby"], en: &["I live in {x} and my hobby is {y}.", "I live in {x}, and in my free time I enjoy {y}.", "My home is in {x} and my hobby is {y}."], ja: &["{x}に住んでいて、趣味は{y}です。", "{x}で{y}を楽しんでいます。"] },
    Together { keys: ["job", "hobby"], en: &["I am {x} and my hobby is {y}.", "I'm {x}, and after work I enjoy {y}.", "I work as {x} and enjoy {y}."], ja: &["仕事は{x}で、趣味は{y}です。", "{x}で、趣味は{y}です。", "{x}をしていて、休みの日は{y}を楽しんでいます。"] },
    Together { keys: ["home", "likes"], en: &["I live in {x} and I love {y}.", "I live in {x}, and I like {y}.", "I'm living in {x} and really like {y}."], ja: &["{x}に住んでいて、{y}が好きです。", "{x}に住んでいます。{y}が大好きです。"] },
    Together { keys: ["home", "pet"], en: &["I live in {x} with {y}.", "I live in {x} and have {y}.", "In {x} I keep {y}."], ja: &["{x}に{y}と住んでいます。", "{x}で{y}を飼っています。", "{x}に住んでいて、{y}を飼っています。"] },
    Together { keys: ["job", "pet"], en: &["I'm {x} and I have {y}.", "I am {x} with {y} at home."], ja: &["{x}で、{y}を飼っています。", "{x}をしていて、家に{y}がいます。"] },
];

/// Questions for all that was told; where nothing was, one does not know.
pub(crate) const WHAT_OF_ME_EN: &[&str] = &["What do you know about me?", "What did I tell you about myself?", "Tell me what you know about me.", "Do you know anything about me?", "What have I told you so far?", "Do you remember what I told you?"];
pub(crate) const WHAT_OF_ME_JA: &[&str] = &["私について何を知っていますか？", "私のことを何か知っていますか？", "私が話したことを覚えていますか？", "私のことを教えてください。", "僕のこと、何を知ってる？", "私についてわかることは？"];
pub(crate) const NOTHING_OF_YOU_EN: &[&str] = &["I don't know anything about you yet.", "I don't know you yet. Tell me something about you!"];
pub(crate) const NOTHING_OF_YOU_JA: &[&str] = &["わかりません。あなたのことはまだ聞いていません。", "わかりません。あなたのことを教えてください。"];

const TOWNS: &[Word] = &[
    w("東京", "Tokyo"), w("大阪", "Osaka"), w("京都", "Kyoto"), w("札幌", "Sapporo"), w("福岡", "Fukuoka"), w("名古屋", "Nagoya"), w("横浜", "Yokohama"),
    w("神戸", "Kobe"), w("仙台", "Sendai"), w("広島", "Hiroshima"), w("沖縄", "Okinawa"), w("北海道", "Hokkaido"), w("長野", "Nagano"), w("新潟", "Niigata"),
    w("ロンドン", "London"), w("パリ", "Paris"), w("ベルリン", "Berlin"), w("ローマ", "Rome"), w("マドリード", "Madrid"), w("ニューヨーク", "New York"),
    w("ソウル", "Seoul"), w("北京", "Beijing"), w("シドニー", "Sydney"), w("カナダ", "Canada"), w("フランス", "France"), w("ドイツ", "Germany"), w("インド", "India"),
    w("イギリス", "England"), w("アメリカ", "America"), w("オーストラリア", "Australia"), w("ブラジル", "Brazil"), w("スペイン", "Spain"), w("イタリア", "Italy"),
    w("韓国", "Korea"), w("中国", "China"), w("メキシコ", "Mexico"), w("スウェーデン", "Sweden"), w("エジプト", "Egypt"), w("奈良", "Nara"), w("静岡", "Shizuoka"),
];

const LIKED: &[Word] = &[
    w("猫", "cats"), w("犬", "dogs"), w("音楽", "music"), w("ピザ", "pizza"), w("りんご", "apples"), w("読書", "reading"), w("映画", "films"), w("花", "flowers"),
    w("寿司", "sushi"), w("サッカー", "football"), w("野球", "baseball"), w("テニス", "tennis"), w("旅行", "travelling"), w("料理", "cooking"), w("山", "mountains"),
    w("海", "the sea"), w("雪", "snow"), w("夏", "summer"), w("冬", "winter"), w("春", "spring"), w("秋", "autumn"), w("コーヒー", "coffee"), w("紅茶", "tea"),
    w("チョコレート", "chocolate"), w("鳥", "birds"), w("馬", "horses"), w("ジャズ", "jazz"), w("漫画", "comics"), w("歴史", "history"), w("数学", "mathematics"),
    w("ダンス", "dancing"), w("歌", "singing"), w("水泳", "swimming"), w("散歩", "walking"), w("魚", "fish"), w("パン", "bread"), w("ケーキ", "cake"),
    w("いちご", "strawberries"), w("電車", "trains"), w("星", "stars"), w("庭いじり", "gardening"), w("写真", "photography"), w("雨", "rain"), w("本", "books"),
];

const PASTIMES: &[Word] = &[
    w("読書", "reading"), w("料理", "cooking"), w("水泳", "swimming"), w("写真", "photography"), w("庭いじり", "gardening"), w("ダンス", "dancing"), w("チェス", "chess"),
    w("サッカー", "football"), w("テニス", "tennis"), w("絵", "painting"), w("編み物", "knitting"), w("登山", "climbing"), w("ピアノ", "playing the piano"), w("ギター", "playing the guitar"),
    w("釣り", "fishing"), w("旅行", "travelling"), w("散歩", "walking"), w("ヨガ", "yoga"), w("合唱", "singing in a choir"), w("パズル", "puzzles"), w("スキー", "skiing"), w("野球", "baseball"),
    w("バードウォッチング", "watching birds"), w("サイクリング", "cycling"), w("書道", "calligraphy"), w("裁縫", "sewing"), w("映画鑑賞", "watching films"), w("切手集め", "collecting stamps"),
];

const TRADES: &[Word] = &[
    w("学生", "a student"), w("教師", "a teacher"), w("看護師", "a nurse"), w("医者", "a doctor"), w("エンジニア", "an engineer"), w("弁護士", "a lawyer"),
    w("プログラマー", "a programmer"), w("画家", "a painter"), w("歌手", "a singer"), w("作家", "a writer"), w("運転手", "a driver"), w("大工", "a carpenter"),
    w("料理人", "a cook"), w("農家", "a farmer"), w("会社員", "an office worker"), w("店員", "a shop assistant"), w("パイロット", "a pilot"), w("音楽家", "a musician"),
    w("翻訳者", "a translator"), w("研究者", "a researcher"), w("写真家", "a photographer"), w("美容師", "a hairdresser"), w("記者", "a journalist"),
    w("漁師", "a fisherman"), w("庭師", "a gardener"), w("通訳", "an interpreter"), w("俳優", "an actor"), w("薬剤師", "a chemist"), w("司書", "a librarian"),
    w("消防士", "a firefighter"),
];

const PETS: &[Word] = &[
    w("犬", "a dog"), w("猫", "a cat"), w("うさぎ", "a rabbit"), w("金魚", "a goldfish"), w("ハムスター", "a hamster"), w("オウム", "a parrot"), w("亀", "a tortoise"),
    w("小鳥", "a little bird"), w("馬", "a horse"), w("子犬", "a puppy"), w("子猫", "a kitten"), w("ヘビ", "a snake"), w("カナリア", "a canary"), w("トカゲ", "a lizard"),
];
