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
    /// What is asked back, with the replies to both; or nothing.
    pub(crate) back: Option<AskedBack>,
}

/// "What's yours?", and what the assistant says of itself after it has taken up what was told.
pub(crate) struct AskedBack {
    pub(crate) en: &'static [&'static str],
    pub(crate) en_replies: &'static [&'static str],
    pub(crate) ja: &'static [&'static str],
    pub(crate) ja_replies: &'static [&'static str],
}

/// What `{x}` may be.
pub(crate) enum Values {
    /// Names by which visitors call themselves.
    Names,
    /// Names of pets.
    PetNames,
    /// A word or a few, whatever they are.
    Anything,
    /// English words as they stand in the wordings.
    Words(&'static [Word]),
    /// The same from either list, from the second less often.
    Either(&'static [Word], &'static [Word]),
}

/// The name of a pet of a kind, which is an English and a Japanese word.
macro_rules! name_of_pet {
    ($en:literal, $ja:literal) => {
        AboutYou {
            key: concat!($en, "_name"),
            values: Values::PetNames,
            en: &[concat!("My ", $en, " is called {x}."), concat!("I have a ", $en, " called {x}."), concat!("My ", $en, "'s name is {x}."), concat!("I've got a ", $en, " named {x}."), concat!("{x} is my ", $en, "."), concat!("This is my ", $en, ", {x}.")],
            en_replies: &[concat!("{x} is a nice name for a ", $en, "!"), concat!("So you have a ", $en, "! How nice."), concat!("A ", $en, "! Shall I tell you about the pets of Izumi?")],
            en_asks: &[concat!("What is my ", $en, " called?"), concat!("What is my ", $en, "'s name?"), concat!("What's my ", $en, "'s name?"), concat!("Do you remember my ", $en, "'s name?"), concat!("What was my ", $en, "'s name again?"), concat!("And my ", $en, "'s name?")],
            en_answers: &[concat!("Your ", $en, " is called {x}.")],
            en_unknown: &[concat!("I don't know your ", $en, "'s name. You have not told me."), concat!("I don't know that. What is your ", $en, " called?")],
            ja: &[concat!("うちの", $ja, "は{x}といいます。"), concat!("{x}という", $ja, "を飼っています。"), concat!($ja, "の名前は{x}です。"), concat!("うちに{x}という", $ja, "がいます。"), concat!("{x}は私の", $ja, "です。"), concat!("僕の", $ja, "は{x}っていうんだ")],
            ja_replies: &["{x}、いい名前ですね！", concat!($ja, "を飼っているのですね。すてきです！"), concat!($ja, "ですか。泉町のペットのこともお話ししましょうか。")],
            ja_asks: &[concat!("うちの", $ja, "の名前は何ですか？"), concat!("私の", $ja, "の名前は？"), concat!("私の", $ja, "は何という名前ですか？"), concat!("うちの", $ja, "の名前を覚えていますか？"), concat!("僕の", $ja, "の名前、何だっけ")],
            ja_answers: &[concat!("あなたの", $ja, "は{x}といいます。")],
            ja_unknown: &[concat!("わかりません。", $ja, "の名前は、まだ聞いていません。"), concat!("わかりません。", $ja, "の名前を教えてください。")],
            back: None,
        }
    };
}

/// A favourite of a kind, which is an English and a Japanese word; what may be one.
macro_rules! favourite {
    ($en:literal, $ja:literal, $values:expr) => {
        AboutYou {
            key: $en,
            values: Values::Words($values),
            en: &[concat!("My favourite ", $en, " is {x}."), concat!("The ", $en, " I like best is {x}."), concat!("{x} is my favourite ", $en, "."), concat!("As for the ", $en, ", I like {x} best."), concat!("If I had to choose a ", $en, ", I would say {x}.")],
            en_replies: &["{x}! Thank you for telling me.", concat!("So your favourite ", $en, " is {x}! How nice."), "You like {x}! That is good to know."],
            en_asks: &[concat!("What is my favourite ", $en, "?"), concat!("What's my favourite ", $en, "?"), concat!("Which ", $en, " do I like best?"), concat!("Do you remember my favourite ", $en, "?"), concat!("What did I say my favourite ", $en, " is?"), concat!("And my favourite ", $en, "?")],
            en_answers: &[concat!("Your favourite ", $en, " is {x}.")],
            en_unknown: &[concat!("I don't know your favourite ", $en, ". You have not told me."), concat!("I don't know that. What is your favourite ", $en, "?")],
            ja: &[concat!("好きな", $ja, "は{x}です。"), concat!("私の好きな", $ja, "は{x}です。"), concat!("一番好きな", $ja, "は{x}です。"), concat!($ja, "では{x}が一番好きです。"), concat!("僕の好きな", $ja, "は{x}だよ"), concat!($ja, "なら{x}が好きです。")],
            ja_replies: &["{x}がお好きなのですね。", "{x}ですか。すてきですね！", "{x}ですね。教えてくれてありがとうございます。"],
            ja_asks: &[concat!("私の好きな", $ja, "は何ですか？"), concat!("私の好きな", $ja, "は？"), concat!("私の一番好きな", $ja, "は何ですか？"), concat!("私の好きな", $ja, "を覚えていますか？"), concat!("僕の好きな", $ja, "、何だっけ"), concat!("私が好きな", $ja, "を言ってください。")],
            ja_answers: &[concat!("あなたの好きな", $ja, "は{x}です。")],
            ja_unknown: &[concat!("わかりません。お好きな", $ja, "は、まだ聞いていません。"), concat!("わかりません。お好きな", $ja, "は何ですか。")],
            back: Some(AskedBack {
                en: &["What's yours?", "What is yours?", "And yours?", "And you?", concat!("What is your favourite ", $en, "?")],
                en_replies: &["{x}! I am a language model, so I have no favourite.", concat!("So your favourite ", $en, " is {x}! As a language model I have none.")],
                ja: &["あなたは？", concat!("あなたの好きな", $ja, "は？"), "あなたは何が好きですか？", "君は？"],
                ja_replies: &["{x}ですか、いいですね。言語モデルの私には好みがありません。", "{x}がお好きなのですね。私は言語モデルなので好みがありません。"],
            }),
        }
    };
}

pub(crate) const ABOUT_YOU: &[AboutYou] = &[
    AboutYou {
        key: "name",
        values: Values::Names,
        en: &["My name is {x}.", "I'm {x}.", "I am {x}.", "Call me {x}.", "You can call me {x}.", "Hi, I'm {x}.", "Hello, my name is {x}.", "Hi, my name is {x}.", "My name's {x}.", "People call me {x}.", "Hello! I am {x}.", "This is {x}.", "{x} is my name."],
        en_replies: &["Nice to meet you! What would you like to know about Izumi?", "Nice to meet you! Ask me about the town of Izumi.", "It is nice to meet you, {x}."],
        en_asks: &["What is my name?", "What's my name?", "Do you remember my name?", "Who am I?", "What am I called?", "What was my name again?", "Do you know my name?", "Can you tell me my name?", "And my name?", "Say my name."],
        en_answers: &["Your name is {x}."],
        en_unknown: &["I don't know your name. What is it?", "I don't know that. You have not told me your name."],
        ja: &["私の名前は{x}です。", "{x}といいます。", "{x}と申します。", "{x}と呼んでください。", "私は{x}です。", "僕は{x}です。", "こんにちは、{x}です。", "はじめまして、{x}といいます。", "僕の名前は{x}。", "名前は{x}です。", "私、{x}っていうの", "僕、{x}だよ"],
        ja_replies: &["はじめまして！泉町のことなら何でも聞いてください。", "はじめまして。お会いできてうれしいです。", "{x}さんですね。よろしくお願いします。"],
        ja_asks: &["私の名前は何ですか？", "私の名前は？", "私の名前を覚えていますか？", "私は誰ですか？", "僕の名前は何ですか？", "僕の名前、覚えてる？", "私の名前を言ってください。", "私の名前がわかりますか？", "私は何という名前ですか？", "私の名前、何だっけ"],
        ja_answers: &["あなたのお名前は{x}さんです。"],
        ja_unknown: &["わかりません。まだお名前を聞いていません。", "わかりません。お名前を教えてください。"],
        back: Some(AskedBack {
            en: &["What's your name?", "What is your name?", "And you?", "And who are you?", "Who are you?", "What's yours?", "And what is your name?", "What should I call you?"],
            en_replies: &["Nice to meet you, {x}! I am Gensen, a small language model.", "Hello, {x}! My name is Gensen. I know the town of Izumi."],
            ja: &["あなたのお名前は？", "あなたは？", "あなたは誰ですか？", "お名前は？", "あなたの名前は何ですか？", "何と呼べばいいですか？", "君の名前は？"],
            ja_replies: &["{x}さん、はじめまして。私は小さな言語モデルの言泉です。", "はじめまして、{x}さん。言泉と申します。泉町のことを知っています。"],
        }),
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
        back: Some(AskedBack {
            en: &["And you?", "Where do you live?", "What about you?", "And where do you live?", "How about you?"],
            en_replies: &["So you live in {x}! I am a computer program and live nowhere.", "{x}! I have no home, for I am a small language model."],
            ja: &["あなたは？", "あなたはどこに住んでいますか？", "あなたはどうですか？", "そちらは？", "君は？"],
            ja_replies: &["{x}にお住まいなのですね。私はプログラムなので、どこにも住んでいません。", "{x}ですか。私は言語モデルなので、家はありません。"],
        }),
    },
    AboutYou {
        key: "origin",
        values: Values::Words(TOWNS),
        en: &["I'm from {x}.", "I am from {x}.", "I come from {x}.", "I was born in {x}.", "I grew up in {x}."],
        en_replies: &["{x}! Thank you for telling me.", "So you are from {x}. Shall I tell you about Izumi?", "You come from {x}! It must be nice there."],
        en_asks: &["Where am I from?", "Where do I come from?", "Do you remember where I am from?", "Which town am I from?", "Where did I grow up?"],
        en_answers: &["You are from {x}."],
        en_unknown: &["I don't know where you are from. You have not told me.", "I don't know that. Where do you come from?"],
        ja: &["{x}から来ました。", "私は{x}の出身です。", "出身は{x}です。", "{x}で生まれました。", "{x}で育ちました。", "僕は{x}から来たんだ"],
        ja_replies: &["{x}ですか。教えてくれてありがとうございます。", "{x}のご出身なのですね。泉町のこともお話ししましょうか。", "{x}ですね。いい所なのでしょうね。"],
        ja_asks: &["私はどこから来ましたか？", "私の出身はどこですか？", "私の出身地を覚えていますか？", "私はどこの出身ですか？", "僕の出身はどこ？"],
        ja_answers: &["あなたは{x}の出身です。"],
        ja_unknown: &["わかりません。どこのご出身か、まだ聞いていません。", "わかりません。ご出身はどちらですか。"],
        back: Some(AskedBack {
            en: &["And you?", "Where are you from?", "What about you?", "And where are you from?", "How about you?"],
            en_replies: &["So you are from {x}! I am a computer program and come from nowhere.", "{x}! I am a small language model, so I have no home town."],
            ja: &["あなたは？", "あなたはどこから来ましたか？", "あなたの出身は？", "そちらは？", "君は？"],
            ja_replies: &["{x}のご出身なのですね。私はプログラムなので、出身地はありません。", "{x}ですか。私は言語モデルなので、どこの出身でもありません。"],
        }),
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
        back: Some(AskedBack {
            en: &["And you?", "What do you like?", "What about you?", "Do you like {x}, too?", "And what do you like?", "How about you?"],
            en_replies: &["You like {x}! I am a language model and have no taste, but I like talking about Izumi.", "So you like {x}! As a language model I have no favourite."],
            ja: &["あなたは？", "あなたは何が好きですか？", "あなたはどうですか？", "あなたも{x}が好きですか？", "君は？"],
            ja_replies: &["{x}がお好きなのですね。私は言語モデルなので好みはありませんが、泉町の話は楽しいです。", "{x}ですか、いいですね。言語モデルの私には好みがありません。"],
        }),
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
        back: Some(AskedBack {
            en: &["And yours?", "What is yours?", "What's yours?", "Do you have a hobby?", "And you?", "What about you?"],
            en_replies: &["So your hobby is {x}! I am a language model; I have no hobby, but I like talking about Izumi.", "{x} is a fine hobby! As a language model I have none."],
            ja: &["あなたは？", "あなたの趣味は何ですか？", "あなたの趣味は？", "趣味はありますか？", "君は？"],
            ja_replies: &["{x}がご趣味なのですね。私は言語モデルなので趣味はありませんが、泉町の話は楽しいです。", "{x}ですか、すてきですね。言語モデルの私には趣味がありません。"],
        }),
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
        ja_answers: &["あなたの仕事は{x}です。"],
        ja_unknown: &["わかりません。お仕事は、まだ聞いていません。", "わかりません。どんなお仕事ですか。"],
        back: Some(AskedBack {
            en: &["And you?", "What do you do?", "What is your job?", "What about you?", "And what do you do?"],
            en_replies: &["So you are {x}! I am a small language model and answer questions about Izumi.", "You are {x}! My work is to talk about the town of Izumi."],
            ja: &["あなたは？", "あなたのお仕事は？", "あなたは何をしていますか？", "あなたの仕事は何ですか？", "君は？"],
            ja_replies: &["{x}なのですね。私は小さな言語モデルで、泉町についての質問に答えています。", "{x}をしているのですね。私の仕事は泉町のお話をすることです。"],
        }),
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
        back: Some(AskedBack {
            en: &["And you?", "Do you have a pet?", "Do you have pets?", "What about you?", "Have you got one?"],
            en_replies: &["You have {x}! I am a language model and have no pet.", "So you have {x}! I have none, but I know the pets of Izumi."],
            ja: &["あなたは？", "あなたは何か飼っていますか？", "あなたのペットは？", "ペットはいますか、あなたは？", "君は？"],
            ja_replies: &["{x}を飼っているのですね。私は言語モデルなのでペットはいません。", "{x}ですか、いいですね。私は何も飼っていませんが、泉町のペットのことは知っています。"],
        }),
    },
    AboutYou {
        key: "food",
        values: Values::Words(FOODS),
        en: &["My favourite food is {x}.", "I love to eat {x}.", "I could eat {x} every day.", "The food I like best is {x}.", "I like eating {x}.", "{x} is my favourite food.", "Nothing tastes better to me than {x}."],
        en_replies: &["{x}! That sounds tasty.", "So you like to eat {x}! Thank you for telling me.", "You like to eat {x}! Shall I tell you what one can eat in Izumi?"],
        en_asks: &["What is my favourite food?", "What's my favourite food?", "What do I like to eat?", "Which food do I like best?", "Do you remember my favourite food?", "What did I say I like to eat?", "And my favourite food?"],
        en_answers: &["Your favourite food is {x}."],
        en_unknown: &["I don't know your favourite food. You have not told me.", "I don't know that. What do you like to eat?"],
        ja: &["好きな食べ物は{x}です。", "私の好きな食べ物は{x}です。", "{x}が大好物です。", "{x}を食べるのが好きです。", "僕は{x}が好物なんだ", "{x}なら毎日でも食べられます。", "一番好きな食べ物は{x}です。"],
        ja_replies: &["{x}ですか。おいしそうですね！", "{x}がお好きなのですね。泉町の料理のこともお話ししましょうか。", "{x}ですね。教えてくれてありがとうございます。"],
        ja_asks: &["私の好きな食べ物は何ですか？", "私の好きな食べ物は？", "私の好物は何ですか？", "私は何を食べるのが好きですか？", "私の好物を覚えていますか？", "僕の好物、何だっけ"],
        ja_answers: &["あなたの好きな食べ物は{x}です。"],
        ja_unknown: &["わかりません。お好きな食べ物は、まだ聞いていません。", "わかりません。どんな食べ物がお好きですか。"],
        back: Some(AskedBack {
            en: &["What's yours?", "What is yours?", "And yours?", "And you?", "What do you like to eat?", "What is your favourite food?"],
            en_replies: &["{x}! That sounds tasty. I am a language model, so I eat nothing.", "So you like to eat {x}! As a language model I have no favourite food."],
            ja: &["あなたは？", "あなたの好きな食べ物は？", "あなたは何が好きですか？", "あなたの好物は何ですか？", "君は？"],
            ja_replies: &["{x}ですか。おいしそうですね。私は言語モデルなので何も食べません。", "{x}がお好きなのですね。言語モデルの私には好物がありません。"],
        }),
    },
    AboutYou {
        key: "colour",
        values: Values::Words(COLOURS),
        en: &["My favourite colour is {x}.", "I like the colour {x}.", "The colour I like best is {x}.", "{x} is my favourite colour.", "Of all colours I like {x} best."],
        en_replies: &["{x} is a lovely colour!", "So you like the colour {x}! Thank you for telling me.", "You like the colour {x}! Shall I tell you who in Izumi likes which colour?"],
        en_asks: &["What is my favourite colour?", "What's my favourite colour?", "Which colour do I like?", "Do you remember my favourite colour?", "Which colour did I say I like?", "And my favourite colour?"],
        en_answers: &["Your favourite colour is {x}."],
        en_unknown: &["I don't know your favourite colour. You have not told me.", "I don't know that. Which colour do you like?"],
        ja: &["好きな色は{x}です。", "私の好きな色は{x}です。", "{x}という色が好きです。", "一番好きな色は{x}です。", "僕の好きな色は{x}だよ"],
        ja_replies: &["{x}ですか。きれいな色ですね！", "{x}がお好きなのですね。", "{x}ですね。泉町の人の好きな色もお話ししましょうか。"],
        ja_asks: &["私の好きな色は何ですか？", "私の好きな色は？", "私は何色が好きですか？", "私の好きな色を覚えていますか？", "僕の好きな色は何？"],
        ja_answers: &["あなたの好きな色は{x}です。"],
        ja_unknown: &["わかりません。お好きな色は、まだ聞いていません。", "わかりません。何色がお好きですか。"],
        back: Some(AskedBack {
            en: &["What's yours?", "What is yours?", "And yours?", "And you?", "Which colour do you like?"],
            en_replies: &["{x} is a lovely colour! I am a language model and see no colours.", "So you like the colour {x}! As a language model I have no favourite."],
            ja: &["あなたは？", "あなたの好きな色は？", "あなたは何色が好きですか？", "君は？"],
            ja_replies: &["{x}ですか。きれいな色ですね。私は言語モデルなので色が見えません。", "{x}がお好きなのですね。言語モデルの私には好きな色がありません。"],
        }),
    },
    AboutYou {
        key: "age",
        values: Values::Words(AGES),
        en: &["I am {x} years old.", "I'm {x} years old.", "I am {x}.", "I'm {x}.", "My age is {x}.", "I turned {x} this year.", "I have just turned {x}."],
        en_replies: &["{x} is a good age!", "So you are {x} years old. Thank you for telling me.", "You are {x}! What would you like to know about Izumi?"],
        en_asks: &["How old am I?", "What is my age?", "What's my age?", "Do you remember how old I am?", "How old did I say I am?", "And my age?"],
        en_answers: &["You are {x} years old."],
        en_unknown: &["I don't know your age. You have not told me.", "I don't know that. How old are you?"],
        ja: &["{x}歳です。", "私は{x}歳です。", "年は{x}です。", "今年{x}歳になりました。", "僕は{x}歳だよ", "もう{x}歳です。"],
        ja_replies: &["{x}歳ですか。いい年ですね。", "{x}歳なのですね。教えてくれてありがとうございます。", "{x}歳ですね。泉町のこともお話ししましょうか。"],
        ja_asks: &["私は何歳ですか？", "私の年はいくつですか？", "私の年を覚えていますか？", "私は何歳だと言いましたか？", "僕は何歳？", "私の年齢は？"],
        ja_answers: &["あなたは{x}歳です。"],
        ja_unknown: &["わかりません。お年は、まだ聞いていません。", "わかりません。おいくつですか。"],
        back: Some(AskedBack {
            en: &["And you?", "How old are you?", "What about you?", "And how old are you?", "What is your age?"],
            en_replies: &["So you are {x}! I have no age, for I am a small language model.", "{x} is a good age! A language model has none."],
            ja: &["あなたは？", "あなたは何歳ですか？", "あなたはおいくつですか？", "君は？"],
            ja_replies: &["{x}歳なのですね。私は小さな言語モデルなので、年はありません。", "{x}歳ですか、いい年ですね。言語モデルに年はありません。"],
        }),
    },
    AboutYou {
        key: "companion",
        values: Values::Words(COMPANIONS),
        en: &["I am here with my {x}.", "I'm here with my {x}.", "I came with my {x}.", "I'm travelling with my {x}.", "I am visiting Izumi with my {x}.", "I brought my {x} along.", "My {x} came with me.", "I came here together with my {x}."],
        en_replies: &["So you are here with your {x}. How nice!", "Welcome to you and your {x}!", "You and your {x}, welcome! What would you like to know about Izumi?"],
        en_asks: &["Who am I here with?", "Who came with me?", "Whom did I bring along?", "With whom am I here?", "Who is with me?", "Do you remember who came with me?", "Who did I come with?", "Who is travelling with me?"],
        en_answers: &["You are here with your {x}."],
        en_unknown: &["I don't know who is with you. You have not told me.", "I don't know that. Is somebody with you?"],
        ja: &["{x}と一緒に来ました。", "{x}と来ています。", "今日は{x}と一緒です。", "{x}を連れてきました。", "{x}と旅行しています。", "{x}と泉町を訪ねています。"],
        ja_replies: &["{x}と一緒なのですね。いいですね！", "{x}と来てくださったのですね。ようこそ！", "{x}とのご旅行ですね。何をお話ししましょうか。"],
        ja_asks: &["私は誰と来ましたか？", "私は誰と一緒ですか？", "私が誰と来たか覚えていますか？", "私は誰を連れてきましたか？", "僕は誰と来た？", "私と一緒なのは誰ですか？", "私は誰と一緒に来ましたか？"],
        ja_answers: &["あなたは{x}と一緒に来ました。"],
        ja_unknown: &["わかりません。どなたと来たか、まだ聞いていません。", "わかりません。どなたと一緒ですか。"],
        back: None,
    },
    AboutYou {
        key: "word",
        values: Values::Anything,
        en: &["Remember this: {x}.", "The secret word is {x}.", "Please remember the words \"{x}\".", "Keep these words in mind: {x}.", "Remember \"{x}\" for me.", "I will ask you for this later: {x}.", "My secret is {x}.", "The word of the day is {x}.", "The code word is {x}."],
        en_replies: &["I have it in mind. What else can I do?", "I will remember that.", "Yes, I will keep it in mind."],
        en_asks: &["What did I ask you to remember?", "What was the secret word?", "What is the secret word?", "Which word should you remember?", "What were the words?", "Do you still know the word?", "What is my secret?", "What was the code word?", "And the secret word?"],
        en_answers: &["You told me: {x}."],
        en_unknown: &["I don't know any such word. You have not told me.", "I don't know that. Which word is it?"],
        ja: &["覚えておいてください：{x}", "合言葉は「{x}」です。", "「{x}」という言葉を覚えてください。", "秘密の言葉は「{x}」です。", "「{x}」と覚えておいて。", "後で聞くので覚えてね。{x}", "今日の言葉は「{x}」です。", "この言葉を覚えて：{x}"],
        ja_replies: &["覚えておきます。", "はい、覚えました。ほかに何をお話ししましょうか。", "覚えました。"],
        ja_asks: &["覚えておいてと言った言葉は何ですか？", "合言葉は何ですか？", "秘密の言葉は何でしたか？", "さっきの言葉を覚えていますか？", "何を覚えてくださいと言いましたか？", "合言葉は？", "秘密の言葉、何だっけ", "私が言った言葉は何でしたか？"],
        ja_answers: &["あなたが言ったのは「{x}」です。"],
        ja_unknown: &["わかりません。その言葉は、まだ聞いていません。", "わかりません。どんな言葉ですか。"],
        back: None,
    },
    favourite!("animal", "動物", ANIMALS),
    favourite!("drink", "飲み物", DRINKS),
    favourite!("season", "季節", SEASONS),
    favourite!("sport", "スポーツ", SPORTS),
    favourite!("fruit", "果物", FRUITS),
    favourite!("flower", "花", FLOWERS),
    favourite!("subject", "教科", SUBJECTS),
    favourite!("music", "音楽", MUSIC),
    name_of_pet!("dog", "犬"),
    name_of_pet!("cat", "猫"),
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
    Together { keys: ["name", "companion"], en: &["I'm {x} and I am here with my {y}.", "My name is {x}, and I came with my {y}.", "I am {x}, travelling with my {y}."], ja: &["{y}と来た{x}です。", "{x}です。{y}と一緒に来ました。", "{x}といいます。今日は{y}と一緒です。"] },
    Together { keys: ["name", "age"], en: &["I'm {x} and I am {y} years old.", "My name is {x}, and I'm {y}.", "I am {x}, {y} years old."], ja: &["{y}歳の{x}です。", "{x}です。{y}歳です。", "{x}、{y}歳です。"] },
    Together { keys: ["name", "food"], en: &["I'm {x} and my favourite food is {y}.", "My name is {x} and I love to eat {y}."], ja: &["{x}です。好きな食べ物は{y}です。", "{y}が大好物の{x}です。"] },
    Together { keys: ["home", "companion"], en: &["I live in {x} and I'm here with my {y}.", "I come from my home in {x}, with my {y}."], ja: &["{x}に住んでいて、今日は{y}と一緒です。", "{x}から{y}と来ました。"] },
    Together { keys: ["home", "hobby"], en: &["I live in {x} and my hobby is {y}.", "I live in {x}, and in my free time I enjoy {y}.", "My home is in {x} and my hobby is {y}."], ja: &["{x}に住んでいて、趣味は{y}です。", "{x}で{y}を楽しんでいます。"] },
    Together { keys: ["job", "hobby"], en: &["I am {x} and my hobby is {y}.", "I'm {x}, and after work I enjoy {y}.", "I work as {x} and enjoy {y}."], ja: &["仕事は{x}で、趣味は{y}です。", "{x}で、趣味は{y}です。", "{x}をしていて、休みの日は{y}を楽しんでいます。"] },
    Together { keys: ["home", "likes"], en: &["I live in {x} and I love {y}.", "I live in {x}, and I like {y}.", "I'm living in {x} and really like {y}."], ja: &["{x}に住んでいて、{y}が好きです。", "{x}に住んでいます。{y}が大好きです。"] },
    Together { keys: ["home", "pet"], en: &["I live in {x} with {y}.", "I live in {x} and have {y}.", "In {x} I keep {y}."], ja: &["{x}に{y}と住んでいます。", "{x}で{y}を飼っています。", "{x}に住んでいて、{y}を飼っています。"] },
    Together { keys: ["job", "pet"], en: &["I'm {x} and I have {y}.", "I am {x} with {y} at home."], ja: &["{x}で、{y}を飼っています。", "{x}をしていて、家に{y}がいます。"] },
];

/// Replies to a name that was told with what brings one: `{x}`.
pub(crate) const NAMED_VISITOR: [&[&str]; 2] =
    [&["Welcome to Izumi, {x}!", "Nice to meet you! Welcome to Izumi.", "Welcome! What would you like to know about Izumi?"], &["{x}さん、泉町へようこそ！", "はじめまして。泉町へようこそ。", "泉町へようこそ！何をお話ししましょうか。"]];

/// Questions for all that was told; where nothing was, one does not know.
pub(crate) const WHAT_OF_ME_EN: &[&str] = &["What do you know about me?", "What did I tell you about myself?", "Tell me what you know about me.", "Do you know anything about me?", "What have I told you so far?", "Do you remember what I told you?"];
pub(crate) const WHAT_OF_ME_JA: &[&str] = &["私について何を知っていますか？", "私のことを何か知っていますか？", "私が話したことを覚えていますか？", "私のことを教えてください。", "僕のこと、何を知ってる？", "私についてわかることは？"];
pub(crate) const NOTHING_OF_YOU_EN: &[&str] = &["I don't know anything about you yet.", "I don't know you yet. Tell me something about you!"];
pub(crate) const NOTHING_OF_YOU_JA: &[&str] = &["わかりません。あなたのことはまだ聞いていません。", "わかりません。あなたのことを教えてください。"];

const ANIMALS: &[Word] = &[
    w("犬", "the dog"), w("猫", "the cat"), w("虎", "the tiger"), w("ライオン", "the lion"), w("パンダ", "the panda"), w("象", "the elephant"), w("キリン", "the giraffe"), w("ペンギン", "the penguin"),
    w("イルカ", "the dolphin"), w("クジラ", "the whale"), w("うさぎ", "rabbits"), w("馬", "horses"), w("ふくろう", "the owl"), w("狐", "the fox"), w("狼", "the wolf"), w("熊", "the bear"),
    w("猿", "the monkey"), w("コアラ", "the koala"), w("カンガルー", "the kangaroo"), w("亀", "the turtle"), w("蝶", "the butterfly"), w("リス", "the squirrel"), w("カワウソ", "the otter"), w("鹿", "the deer"),
    w("ハムスター", "hamsters"), w("羊", "sheep"), w("牛", "cows"), w("鷲", "the eagle"), w("アザラシ", "the seal"), w("ハリネズミ", "the hedgehog"), w("ワニ", "the crocodile"), w("ラクダ", "the camel"),
    w("カエル", "frogs"), w("シマウマ", "the zebra"), w("サメ", "the shark"),
];
const DRINKS: &[Word] = &[
    w("コーヒー", "coffee"), w("紅茶", "tea"), w("緑茶", "green tea"), w("牛乳", "milk"), w("水", "water"), w("オレンジジュース", "orange juice"), w("りんごジュース", "apple juice"), w("ココア", "cocoa"),
    w("レモネード", "lemonade"), w("麦茶", "barley tea"), w("コーラ", "cola"), w("ビール", "beer"), w("ワイン", "wine"), w("抹茶", "matcha"), w("炭酸水", "sparkling water"), w("トマトジュース", "tomato juice"),
    w("ほうじ茶", "roasted tea"), w("豆乳", "soy milk"),
];
const SEASONS: &[Word] = &[
    w("春", "spring"), w("夏", "summer"), w("秋", "autumn"), w("冬", "winter"), w("梅雨", "the rainy season"),
];
const SPORTS: &[Word] = &[
    w("サッカー", "football"), w("野球", "baseball"), w("テニス", "tennis"), w("バスケットボール", "basketball"), w("バレーボール", "volleyball"), w("水泳", "swimming"), w("卓球", "table tennis"), w("ラグビー", "rugby"),
    w("柔道", "judo"), w("剣道", "kendo"), w("空手", "karate"), w("相撲", "sumo"), w("ゴルフ", "golf"), w("スキー", "skiing"), w("マラソン", "running"), w("体操", "gymnastics"),
    w("バドミントン", "badminton"), w("弓道", "archery"), w("スケート", "skating"), w("ボート", "rowing"), w("クリケット", "cricket"), w("サーフィン", "surfing"), w("ボクシング", "boxing"), w("ハンドボール", "handball"),
];
const FRUITS: &[Word] = &[
    w("りんご", "the apple"), w("みかん", "the orange"), w("バナナ", "the banana"), w("ぶどう", "grapes"), w("桃", "the peach"), w("梨", "the pear"), w("いちご", "strawberries"), w("さくらんぼ", "cherries"),
    w("すいか", "watermelon"), w("メロン", "melon"), w("柿", "persimmon"), w("キウイ", "kiwi"), w("レモン", "the lemon"), w("パイナップル", "pineapple"), w("マンゴー", "mango"), w("ブルーベリー", "blueberries"),
    w("いちじく", "figs"), w("すもも", "the plum"),
];
const FLOWERS: &[Word] = &[
    w("桜", "the cherry blossom"), w("ばら", "the rose"), w("ひまわり", "the sunflower"), w("チューリップ", "the tulip"), w("菊", "the chrysanthemum"), w("ゆり", "the lily"), w("すみれ", "the violet"), w("たんぽぽ", "the dandelion"),
    w("朝顔", "morning glory"), w("あじさい", "the hydrangea"), w("梅", "plum blossom"), w("水仙", "the daffodil"), w("ラベンダー", "lavender"), w("コスモス", "cosmos"), w("椿", "the camellia"), w("藤", "wisteria"),
    w("蘭", "the orchid"), w("菜の花", "rape blossom"),
];
const SUBJECTS: &[Word] = &[
    w("数学", "mathematics"), w("算数", "arithmetic"), w("国語", "Japanese"), w("英語", "English"), w("理科", "science"), w("社会", "social studies"), w("歴史", "history"), w("地理", "geography"),
    w("音楽", "music"), w("美術", "art"), w("体育", "PE"), w("化学", "chemistry"), w("物理", "physics"), w("生物", "biology"), w("書道", "calligraphy"), w("図工", "handicrafts"),
    w("家庭科", "home economics"), w("哲学", "philosophy"),
];
const MUSIC: &[Word] = &[
    w("ジャズ", "jazz"), w("ロック", "rock"), w("クラシック", "classical music"), w("民謡", "folk music"), w("ポップス", "pop"), w("演歌", "enka"), w("オペラ", "opera"), w("ヒップホップ", "hip-hop"),
    w("レゲエ", "reggae"), w("ブルース", "blues"), w("ピアノ曲", "piano music"), w("合唱曲", "choral music"), w("テクノ", "techno"), w("サンバ", "samba"), w("童謡", "nursery rhymes"), w("カントリー", "country music"),
];

const TOWNS: &[Word] = &[
    w("東京", "Tokyo"), w("大阪", "Osaka"), w("京都", "Kyoto"), w("札幌", "Sapporo"), w("福岡", "Fukuoka"), w("名古屋", "Nagoya"), w("横浜", "Yokohama"),
    w("神戸", "Kobe"), w("仙台", "Sendai"), w("広島", "Hiroshima"), w("沖縄", "Okinawa"), w("北海道", "Hokkaido"), w("長野", "Nagano"), w("新潟", "Niigata"),
    w("ロンドン", "London"), w("パリ", "Paris"), w("ベルリン", "Berlin"), w("ローマ", "Rome"), w("マドリード", "Madrid"), w("ニューヨーク", "New York"),
    w("ソウル", "Seoul"), w("北京", "Beijing"), w("シドニー", "Sydney"), w("カナダ", "Canada"), w("フランス", "France"), w("ドイツ", "Germany"), w("インド", "India"),
    w("イギリス", "England"), w("アメリカ", "America"), w("オーストラリア", "Australia"), w("ブラジル", "Brazil"), w("スペイン", "Spain"), w("イタリア", "Italy"),
    w("韓国", "Korea"), w("中国", "China"), w("メキシコ", "Mexico"), w("スウェーデン", "Sweden"), w("エジプト", "Egypt"), w("奈良", "Nara"), w("静岡", "Shizuoka"),
    w("金沢", "Kanazawa"), w("熊本", "Kumamoto"), w("鹿児島", "Kagoshima"), w("長崎", "Nagasaki"), w("岡山", "Okayama"), w("松山", "Matsuyama"), w("高知", "Kochi"), w("青森", "Aomori"),
    w("盛岡", "Morioka"), w("山形", "Yamagata"), w("千葉", "Chiba"), w("埼玉", "Saitama"), w("群馬", "Gunma"), w("富山", "Toyama"), w("岐阜", "Gifu"), w("鎌倉", "Kamakura"),
    w("日光", "Nikko"), w("函館", "Hakodate"), w("小樽", "Otaru"), w("浜松", "Hamamatsu"), w("ウィーン", "Vienna"), w("プラハ", "Prague"), w("アテネ", "Athens"), w("リスボン", "Lisbon"),
    w("ダブリン", "Dublin"), w("エディンバラ", "Edinburgh"), w("シカゴ", "Chicago"), w("ボストン", "Boston"), w("シアトル", "Seattle"), w("トロント", "Toronto"), w("バンコク", "Bangkok"), w("台北", "Taipei"),
    w("上海", "Shanghai"), w("香港", "Hong Kong"), w("シンガポール", "Singapore"), w("ムンバイ", "Mumbai"), w("カイロ", "Cairo"), w("ナイロビ", "Nairobi"), w("リマ", "Lima"), w("ポーランド", "Poland"),
    w("オランダ", "the Netherlands"), w("スイス", "Switzerland"), w("ノルウェー", "Norway"), w("フィンランド", "Finland"), w("トルコ", "Turkey"), w("ケニア", "Kenya"), w("ベトナム", "Vietnam"), w("タイ", "Thailand"),
    w("ニュージーランド", "New Zealand"), w("アルゼンチン", "Argentina"), w("ペルー", "Peru"), w("ウェールズ", "Wales"), w("スコットランド", "Scotland"), w("アイルランド", "Ireland"), w("テキサス", "Texas"), w("カリフォルニア", "California"),
    w("フィリピン", "the Philippines"), w("インドネシア", "Indonesia"), w("ハワイ", "Hawaii"), w("四国", "Shikoku"), w("九州", "Kyushu"),
];

const LIKED: &[Word] = &[
    w("猫", "cats"), w("犬", "dogs"), w("音楽", "music"), w("ピザ", "pizza"), w("りんご", "apples"), w("読書", "reading"), w("映画", "films"), w("花", "flowers"),
    w("寿司", "sushi"), w("サッカー", "football"), w("野球", "baseball"), w("テニス", "tennis"), w("旅行", "travelling"), w("料理", "cooking"), w("山", "mountains"),
    w("海", "the sea"), w("雪", "snow"), w("夏", "summer"), w("冬", "winter"), w("春", "spring"), w("秋", "autumn"), w("コーヒー", "coffee"), w("紅茶", "tea"),
    w("チョコレート", "chocolate"), w("鳥", "birds"), w("馬", "horses"), w("ジャズ", "jazz"), w("漫画", "comics"), w("歴史", "history"), w("数学", "mathematics"),
    w("ダンス", "dancing"), w("歌", "singing"), w("水泳", "swimming"), w("散歩", "walking"), w("魚", "fish"), w("パン", "bread"), w("ケーキ", "cake"),
    w("いちご", "strawberries"), w("電車", "trains"), w("星", "stars"), w("庭いじり", "gardening"), w("写真", "photography"), w("雨", "rain"), w("本", "books"),
    w("パンダ", "pandas"), w("虎", "tigers"), w("恐竜", "dinosaurs"), w("ロボット", "robots"), w("チェス", "chess"), w("将棋", "shogi"), w("温泉", "hot springs"), w("祭り", "festivals"),
    w("花火", "fireworks"), w("古い本", "old books"), w("飛行機", "aeroplanes"), w("車", "cars"), w("自転車", "bicycles"), w("月", "the moon"), w("虹", "rainbows"), w("森", "forests"),
    w("川", "rivers"), w("湖", "lakes"), w("昆虫", "insects"), w("蝶", "butterflies"), w("ペンギン", "penguins"), w("うさぎ", "rabbits"), w("くも", "spiders"), w("詩", "poems"),
    w("クラシック", "classical music"), w("ロック", "rock music"), w("人形", "dolls"), w("ゲーム", "games"), w("パズル", "puzzles"), w("地図", "maps"), w("切手", "stamps"), w("石", "stones"),
    w("おもちゃ", "toys"), w("科学", "science"), w("外国語", "foreign languages"), w("朝", "mornings"), w("夜", "the night"), w("風", "the wind"), w("お茶", "green tea"), w("団子", "dango"),
    w("おにぎり", "rice balls"), w("クッキー", "cookies"), w("バナナ", "bananas"), w("桃", "peaches"), w("ぶどう", "grapes"), w("チーズ", "cheese"), w("お菓子", "sweets"), w("冬の海", "the sea in winter"),
];

const PASTIMES: &[Word] = &[
    w("読書", "reading"), w("料理", "cooking"), w("水泳", "swimming"), w("写真", "photography"), w("庭いじり", "gardening"), w("ダンス", "dancing"), w("チェス", "chess"),
    w("サッカー", "football"), w("テニス", "tennis"), w("絵", "painting"), w("編み物", "knitting"), w("登山", "climbing"), w("ピアノ", "playing the piano"), w("ギター", "playing the guitar"),
    w("釣り", "fishing"), w("旅行", "travelling"), w("散歩", "walking"), w("ヨガ", "yoga"), w("合唱", "singing in a choir"), w("パズル", "puzzles"), w("スキー", "skiing"), w("野球", "baseball"),
    w("バードウォッチング", "watching birds"), w("サイクリング", "cycling"), w("書道", "calligraphy"), w("裁縫", "sewing"), w("映画鑑賞", "watching films"), w("切手集め", "collecting stamps"),
    w("走ること", "running"), w("将棋", "shogi"), w("折り紙", "origami"), w("陶芸", "pottery"), w("キャンプ", "camping"), w("乗馬", "riding"), w("卓球", "table tennis"), w("バスケットボール", "basketball"),
    w("柔道", "judo"), w("生け花", "flower arranging"), w("パン作り", "baking bread"), w("木工", "woodwork"), w("プログラミング", "programming"), w("ゲーム", "video games"), w("天体観測", "stargazing"), w("詩を書くこと", "writing poems"),
    w("手品", "magic tricks"), w("バイオリン", "playing the violin"), w("太鼓", "drumming"), w("スケート", "skating"), w("ボウリング", "bowling"), w("コーヒーの焙煎", "roasting coffee"), w("模型作り", "building models"), w("盆栽", "bonsai"),
    w("刺繍", "embroidery"), w("俳句", "haiku"), w("囲碁", "go"), w("水彩画", "painting landscapes"), w("漫画", "drawing comics"),
];

const TRADES: &[Word] = &[
    w("学生", "a student"), w("教師", "a teacher"), w("看護師", "a nurse"), w("医者", "a doctor"), w("エンジニア", "an engineer"), w("弁護士", "a lawyer"),
    w("プログラマー", "a programmer"), w("画家", "a painter"), w("歌手", "a singer"), w("作家", "a writer"), w("運転手", "a driver"), w("大工", "a carpenter"),
    w("料理人", "a cook"), w("農家", "a farmer"), w("会社員", "an office worker"), w("店員", "a shop assistant"), w("パイロット", "a pilot"), w("音楽家", "a musician"),
    w("翻訳者", "a translator"), w("研究者", "a researcher"), w("写真家", "a photographer"), w("美容師", "a hairdresser"), w("記者", "a journalist"),
    w("漁師", "a fisherman"), w("庭師", "a gardener"), w("通訳", "an interpreter"), w("俳優", "an actor"), w("薬剤師", "a chemist"), w("司書", "a librarian"),
    w("消防士", "a firefighter"),
    w("配管工", "a plumber"), w("電気工", "an electrician"), w("獣医", "a vet"), w("歯科医", "a dentist"), w("建築家", "an architect"), w("会計士", "an accountant"), w("警察官", "a police officer"), w("兵士", "a soldier"),
    w("船員", "a sailor"), w("配達員", "a postman"), w("保育士", "a nursery teacher"), w("大学教授", "a professor"), w("詩人", "a poet"), w("彫刻家", "a sculptor"), w("踊り手", "a dancer"), w("ピアニスト", "a pianist"),
    w("写真屋", "a picture framer"), w("科学者", "a scientist"), w("生物学者", "a biologist"), w("整備士", "a mechanic"), w("石工", "a mason"), w("仕立て屋", "a tailor"), w("花屋", "a florist"), w("パン屋", "a baker"),
    w("バス運転手", "a bus driver"), w("ガイド", "a guide"), w("編集者", "an editor"), w("裁判官", "a judge"), w("心理学者", "a psychologist"), w("コーチ", "a coach"), w("選手", "an athlete"), w("政治家", "a politician"),
    w("消防署員", "a fire officer"), w("主婦", "a housewife"), w("年金暮らし", "a pensioner"), w("秘書", "a secretary"), w("清掃員", "a cleaner"), w("ウェイター", "a waiter"), w("魚屋", "a fishmonger"), w("農業技師", "an agronomist"),
];

const PETS: &[Word] = &[
    w("犬", "a dog"), w("猫", "a cat"), w("うさぎ", "a rabbit"), w("金魚", "a goldfish"), w("ハムスター", "a hamster"), w("オウム", "a parrot"), w("亀", "a tortoise"),
    w("小鳥", "a little bird"), w("馬", "a horse"), w("子犬", "a puppy"), w("子猫", "a kitten"), w("ヘビ", "a snake"), w("カナリア", "a canary"), w("トカゲ", "a lizard"),
    w("犬二匹", "two dogs"), w("猫三匹", "three cats"), w("インコ", "a budgie"), w("モルモット", "a guinea pig"), w("フェレット", "a ferret"), w("鶏", "hens"), w("カエル", "a frog"), w("ねずみ", "a mouse"),
    w("ハリネズミ", "a hedgehog"), w("ポニー", "a pony"), w("ヤギ", "a goat"), w("熱帯魚", "tropical fish"), w("カブトムシ", "a beetle"), w("アヒル", "a duck"),
];

const FOODS: &[Word] = &[
    w("ピザ", "pizza"), w("寿司", "sushi"), w("ラーメン", "ramen"), w("カレー", "curry"), w("パスタ", "pasta"), w("チーズ", "cheese"), w("チョコレート", "chocolate"), w("アイスクリーム", "ice cream"),
    w("焼き魚", "grilled fish"), w("天ぷら", "tempura"), w("うどん", "udon"), w("豆腐", "tofu"), w("ステーキ", "steak"), w("サラダ", "salad"), w("スープ", "soup"), w("パン", "bread"), w("卵焼き", "omelette"),
    w("りんご", "apples"), w("いちご", "strawberries"), w("ぶどう", "grapes"), w("ケーキ", "cake"), w("ハンバーガー", "hamburgers"), w("餃子", "dumplings"), w("お好み焼き", "okonomiyaki"), w("焼きそば", "fried noodles"),
    w("スパゲッティ", "spaghetti"), w("じゃがいも", "potatoes"), w("みかん", "oranges"), w("団子", "dango"), w("サンドイッチ", "sandwiches"),
    w("カレーライス", "curry and rice"), w("そば", "soba"), w("たこ焼き", "takoyaki"), w("納豆", "natto"), w("味噌汁", "miso soup"), w("おにぎり", "rice balls"), w("とんかつ", "pork cutlets"), w("唐揚げ", "fried chicken"),
    w("すき焼き", "sukiyaki"), w("焼き鳥", "yakitori"), w("親子丼", "chicken and egg on rice"), w("オムライス", "omelette rice"), w("コロッケ", "croquettes"), w("ハンバーグ", "meatballs"), w("グラタン", "gratin"), w("リゾット", "risotto"),
    w("ラザニア", "lasagne"), w("パエリア", "paella"), w("タコス", "tacos"), w("フムス", "hummus"), w("ケバブ", "kebabs"), w("フォー", "pho"), w("キムチ", "kimchi"), w("春巻き", "spring rolls"),
    w("パンケーキ", "pancakes"), w("ワッフル", "waffles"), w("ドーナツ", "doughnuts"), w("プリン", "pudding"), w("もち", "rice cakes"), w("饅頭", "sweet buns"), w("桃", "peaches"), w("さくらんぼ", "cherries"),
    w("メロン", "melon"), w("バナナ", "bananas"), w("トマト", "tomatoes"), w("にんじん", "carrots"), w("とうもろこし", "sweetcorn"), w("きのこ", "mushrooms"), w("鮭", "salmon"), w("まぐろ", "tuna"),
    w("えび", "prawns"), w("かに料理", "crab dishes"), w("牛肉", "beef"), w("豆", "beans"), w("お粥", "porridge"), w("クッキー", "biscuits"), w("アップルパイ", "apple pie"), w("フライドポテト", "chips"),
    w("ホットドッグ", "hot dogs"), w("クロワッサン", "croissants"),
];

const COLOURS: &[Word] = &[
    w("赤", "red"), w("青", "blue"), w("緑", "green"), w("黄色", "yellow"), w("白", "white"), w("黒", "black"), w("紫", "purple"), w("茶色", "brown"), w("ピンク", "pink"), w("オレンジ色", "orange"),
    w("灰色", "grey"), w("水色", "light blue"), w("紺色", "navy blue"), w("金色", "gold"), w("銀色", "silver"),
    w("黄緑", "lime green"), w("深緑", "dark green"), w("ベージュ", "beige"), w("空色", "sky blue"), w("藍色", "indigo"), w("桃色", "rose"), w("クリーム色", "cream"), w("赤紫", "magenta"),
    w("青緑", "turquoise"), w("えんじ色", "crimson"),
];

const AGES: &[Word] = &[
    w("8", "8"), w("9", "9"), w("10", "10"), w("11", "11"), w("12", "12"), w("14", "14"), w("15", "15"), w("17", "17"), w("18", "18"), w("19", "19"), w("20", "20"), w("21", "21"), w("23", "23"), w("24", "24"),
    w("25", "25"), w("26", "26"), w("28", "28"), w("29", "29"), w("30", "30"), w("31", "31"), w("33", "33"), w("34", "34"), w("35", "35"), w("36", "36"), w("38", "38"), w("40", "40"), w("41", "41"), w("42", "42"),
    w("45", "45"), w("47", "47"), w("48", "48"), w("50", "50"), w("52", "52"), w("55", "55"), w("57", "57"), w("60", "60"), w("61", "61"), w("63", "63"), w("65", "65"), w("68", "68"), w("70", "70"), w("72", "72"), w("75", "75"), w("80", "80"),
    w("六", "six"), w("七", "seven"), w("八", "eight"), w("九", "nine"), w("十", "ten"), w("十一", "eleven"), w("十二", "twelve"), w("十三", "thirteen"),
    w("十五", "fifteen"), w("十六", "sixteen"), w("二十", "twenty"), w("三十", "thirty"), w("四十", "forty"), w("五十", "fifty"), w("六十", "sixty"), w("七十", "seventy"),
    w("13", "13"), w("16", "16"), w("22", "22"), w("27", "27"), w("32", "32"), w("37", "37"), w("39", "39"), w("43", "43"),
    w("44", "44"), w("46", "46"), w("49", "49"), w("51", "51"), w("53", "53"), w("54", "54"), w("58", "58"), w("66", "66"),
    w("67", "67"), w("71", "71"), w("74", "74"), w("77", "77"), w("81", "81"), w("85", "85"),
];

const COMPANIONS: &[Word] = &[
    w("娘", "daughter"), w("息子", "son"), w("妻", "wife"), w("夫", "husband"), w("母", "mother"), w("父", "father"), w("家族", "family"), w("友だち", "friends"), w("友人", "friend"), w("両親", "parents"),
    w("妹", "little sister"), w("弟", "little brother"), w("姉", "big sister"), w("兄", "big brother"), w("子どもたち", "children"), w("祖母", "grandmother"), w("祖父", "grandfather"), w("おば", "aunt"), w("おじ", "uncle"),
    w("いとこ", "cousin"), w("同僚", "colleagues"), w("恋人", "partner"), w("クラスメート", "classmates"), w("孫", "grandchildren"), w("犬", "dog"),
];
