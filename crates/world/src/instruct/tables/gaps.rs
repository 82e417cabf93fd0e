//! Questions to which the world has no answer.

use crate::lexicon::Word;

const fn w(ja: &'static str, en: &'static str) -> Word {
    Word { ja, en }
}

/// Things about a resident that the world does not contain.
pub(crate) const ATTRIBUTES: &[Word] = &[
    w("電話番号", "phone number"), w("靴のサイズ", "shoe size"), w("血液型", "blood type"), w("星座", "star sign"), w("身長", "height"),
    w("体重", "weight"), w("給料", "salary"), w("髪の色", "hair colour"), w("目の色", "eye colour"), w("メールアドレス", "email address"),
    w("好きな歌", "favourite song"), w("好きな映画", "favourite film"), w("好きな本", "favourite book"), w("好きな数字", "favourite number"), w("嫌いな食べ物", "least favourite food"),
    w("初恋の人", "first love"), w("祖父の名前", "grandfather's name"), w("車の色", "car colour"), w("大学", "university"), w("銀行", "bank"),
    w("政党", "political party"), w("宗教", "religion"), w("あだ名", "nickname"), w("好きな花", "favourite flower"), w("好きな季節", "favourite season"),
    w("夢", "dream"), w("宝物", "treasure"), w("特技", "special skill"), w("母親の名前", "mother's name"), w("父親の名前", "father's name"),
];

/// Such things kept for the held-out tests.
pub(crate) const ATTRIBUTES_HELD_OUT: &[Word] = &[
    w("郵便番号", "postcode"), w("帽子のサイズ", "hat size"), w("視力", "eyesight"), w("好きな歌手", "favourite singer"), w("好きな作家", "favourite writer"),
    w("利き手", "writing hand"), w("結婚記念日", "wedding anniversary"), w("車のナンバー", "car number"), w("好きなゲーム", "favourite game"), w("起きる時間", "waking time"),
    w("枕の色", "pillow colour"), w("祖母の名前", "grandmother's name"),
];

/// Questions about the real world and other matters that no document of the world treats: Japanese and English.
pub(crate) const OUTSIDE: &[Word] = &[
    w("フランスの首都はどこですか？", "What is the capital of France?"),
    w("ドイツの首都はどこですか？", "What is the capital of Germany?"),
    w("イタリアの首都は？", "What's the capital of Italy?"),
    w("中国の人口は何人ですか？", "How many people live in China?"),
    w("アメリカの大統領は誰ですか？", "Who is the president of the United States?"),
    w("日本の総理大臣は誰？", "Who is the prime minister of Japan?"),
    w("世界で一番高い山は何ですか？", "What is the highest mountain in the world?"),
    w("世界で一番長い川は？", "Which river is the longest in the world?"),
    w("ハムレットを書いたのは誰ですか？", "Who wrote Hamlet?"),
    w("モナ・リザを描いたのは誰？", "Who painted the Mona Lisa?"),
    w("電話を発明したのは誰ですか？", "Who invented the telephone?"),
    w("第二次世界大戦はいつ終わりましたか？", "When did the Second World War end?"),
    w("月までの距離はどのくらいですか？", "How far away is the moon?"),
    w("光の速さはどれくらい？", "How fast is light?"),
    w("水の化学式は何ですか？", "What is the chemical formula of water?"),
    w("ニューヨークの天気は？", "What is the weather in New York?"),
    w("東京タワーの高さは？", "How tall is Tokyo Tower?"),
    w("エッフェル塔はどこにありますか？", "Where is the Eiffel Tower?"),
    w("太陽系に惑星はいくつありますか？", "How many planets are there?"),
    w("アインシュタインとは誰ですか？", "Who was Einstein?"),
    w("ピカソは誰？", "Who is Picasso?"),
    w("モーツァルトはいつ生まれましたか？", "When was Mozart born?"),
    w("円周率を教えてください。", "Tell me the digits of pi."),
    w("株価はいくらですか？", "What is the price of the stock?"),
    w("昨日のサッカーの試合はどうなりましたか？", "Who won the football match yesterday?"),
    w("今何時ですか？", "What time is it?"),
    w("今日は何曜日？", "What day is it today?"),
    w("今日の日付は？", "What is the date today?"),
    w("今日のニュースは何ですか？", "What is in the news today?"),
    w("ブラジルの言葉は何ですか？", "Which language do they speak in Brazil?"),
    w("オーストラリアの一番大きい都市は？", "What is the biggest city in Australia?"),
    w("万里の長城はどこにありますか？", "Where is the Great Wall?"),
    w("量子力学を説明してください。", "Explain quantum mechanics."),
    w("相対性理論とは何ですか？", "What is the theory of relativity?"),
    w("Pythonのプログラムを書いてください。", "Write a program in Python."),
    w("ビットコインの値段は？", "How much is a bitcoin?"),
    w("私の名前は何ですか？", "What is my name?"),
    w("私はどこに住んでいますか？", "Where do I live?"),
    w("私の誕生日はいつ？", "When is my birthday?"),
    w("パリについて教えて", "Tell me about Paris."),
    w("ロンドンはどんな町ですか？", "What is London like?"),
    w("アフリカで一番大きい国は？", "What is the largest country in Africa?"),
    w("恐竜はいつ絶滅しましたか？", "When did the dinosaurs die out?"),
    w("オリンピックは次はどこですか？", "Where are the next Olympic Games?"),
    w("ロシアの首都を教えて", "Tell me the capital of Russia."),
    w("火星に水はありますか？", "Is there water on Mars?"),
    w("DNAとは何ですか？", "What is DNA?"),
    w("シェイクスピアはどこで生まれましたか？", "Where was Shakespeare born?"),
    w("富士山の高さは何メートルですか？", "How high is Mount Fuji?"),
    w("ナポレオンとは誰？", "Who was Napoleon?"),
    w("インドの首都はどこですか", "what is the capital of india"),
    w("カナダのお金は何といいますか？", "What is the money of Canada called?"),
    w("ベートーベンの曲を教えてください。", "Name a piece by Beethoven."),
    w("宇宙はどのくらい古いですか？", "How old is the universe?"),
    w("人間の骨は何本ですか？", "How many bones does a human have?"),
    w("一番人気のある映画は何ですか？", "What is the most popular film?"),
    w("次の選挙はいつですか？", "When is the next election?"),
    w("隣の町の町長は誰ですか？", "Who is the mayor of the next town?"),
    w("京都のお寺を教えて", "Name a temple in Kyoto."),
    w("大阪の人口は？", "What is the population of Osaka?"),
];

/// Such questions kept for the held-out tests.
pub(crate) const OUTSIDE_HELD_OUT: &[Word] = &[
    w("スペインの首都はどこですか？", "What is the capital of Spain?"),
    w("エジプトの首都はどこですか？", "Which city is the capital of Egypt?"),
    w("飛行機を発明したのは誰ですか？", "Who invented the aeroplane?"),
    w("世界で一番大きい海は何ですか？", "Which ocean is the largest?"),
    w("鉄の化学記号は何ですか？", "What is the chemical symbol of iron?"),
    w("ガリレオとは誰ですか？", "Who was Galileo?"),
    w("ドン・キホーテを書いたのは誰ですか？", "Who wrote Don Quixote?"),
    w("フランス革命はいつ起きましたか？", "When was the French Revolution?"),
    w("木星には月がいくつありますか？", "How many moons does Jupiter have?"),
    w("メキシコでは何語を話しますか？", "What language is spoken in Mexico?"),
    w("サハラ砂漠はどこですか？", "Where is the Sahara desert?"),
    w("ロンドンの人口は何人ですか？", "What is the population of London?"),
    w("音の速さはどのくらいですか？", "How fast does sound travel?"),
    w("人の心臓は何グラムですか？", "How heavy is a human heart?"),
    w("ローマについて教えてください。", "Tell me something about Rome."),
    w("ゴッホは何を描きましたか？", "What did Van Gogh paint?"),
    w("北極星までの距離は？", "How far is the North Star?"),
    w("ニュートンはいつ生まれましたか？", "When was Newton born?"),
    w("韓国の大統領は誰ですか？", "Who is the president of South Korea?"),
    w("ベルリンはどんな町ですか？", "What kind of city is Berlin?"),
];

/// Whole questions about a resident `{s}` that the world does not answer: English and Japanese apart.
pub(crate) const ATTRIBUTE_QUESTIONS_EN: &[&str] = &[
    "How old is {s}?", "How tall is {s}?", "Is {s} married?", "What did {s} eat for breakfast yesterday?", "When does {s} get up?", "How much does {s} earn?",
    "What is {s} doing right now?", "Who is {s} in love with?", "What does {s} look like?", "Which school did {s} go to as a child?", "What is {s}'s age?", "Can {s} swim a mile?",
    "How many children does {s} have?", "What car does {s} drive?", "What does {s} think about politics?", "Where was {s} yesterday?", "Does {s} smoke?", "What did {s} dream last night?",
];

pub(crate) const ATTRIBUTE_QUESTIONS_JA: &[&str] = &[
    "{s}は何歳ですか？", "{s}の背は高いですか？", "{s}は結婚していますか？", "{s}は昨日の朝、何を食べましたか？", "{s}は何時に起きますか？", "{s}はいくら稼いでいますか？",
    "{s}は今何をしていますか？", "{s}は誰が好きなの？", "{s}はどんな顔ですか？", "{s}は子どものころどの学校に行きましたか？", "{s}の年齢は？", "{s}の年は？",
    "{s}に子どもは何人いますか？", "{s}はどんな車に乗っていますか？", "{s}は政治をどう思っていますか？", "{s}は昨日どこにいましたか？", "{s}はたばこを吸いますか？", "{s}はどんな夢を見ましたか？",
];

/// Whole questions about a place, an animal, an event or a dish `{s}` that the world does not answer.
pub(crate) const THING_QUESTIONS: &[(Kind, &[&str], &[&str])] = &[
    (
        Kind::Place,
        &["When was {s} built?", "What time does {s} open?", "How old is {s}?", "What is the phone number of {s}?", "How many people visit {s} in a year?", "Who owns {s}?", "How much did {s} cost?", "What colour are the walls of {s}?"],
        &["{s}はいつ建てられましたか？", "{s}は何時に開きますか？", "{s}はどのくらい古いですか？", "{s}の電話番号は？", "{s}には一年に何人来ますか？", "{s}の持ち主は誰ですか？", "{s}を建てるのにいくらかかりましたか？", "{s}の壁は何色ですか？"],
    ),
    (
        Kind::Animal,
        &["How old is {s}?", "How heavy is {s}?", "Where was {s} born?", "How long does {s} sleep?", "How tall is {s}?"],
        &["{s}は何歳ですか？", "{s}の体重は？", "{s}はどこで生まれましたか？", "{s}はどのくらい眠りますか？", "{s}の背の高さは？"],
    ),
    (
        Kind::Event,
        &["How many people come to {s}?", "How much does {s} cost?", "Who invented {s}?", "What time does {s} begin?", "How old is {s}?"],
        &["{s}には何人来ますか？", "{s}の入場料はいくらですか？", "{s}は誰が始めましたか？", "{s}は何時に始まりますか？", "{s}は何年続いていますか？"],
    ),
    (
        Kind::Dish,
        &["What is the price of {s}?", "Who invented {s}?", "How many calories {is} in {s}?", "How long does one cook {s}?", "How much {is} {s}?"],
        &["{s}はいくらですか？", "{s}を考えたのは誰ですか？", "{s}は何カロリーですか？", "{s}は何分で作れますか？", "{s}の値段は？"],
    ),
];

/// Kinds of things.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    Place,
    Animal,
    Event,
    Dish,
}

/// What nobody in Izumi is, has or likes: English and Japanese wordings of "who …".
pub(crate) const NOBODY: &[Word] = &[
    w("宇宙飛行士", "an astronaut"), w("弁護士", "a lawyer"), w("パイロット", "a pilot"), w("俳優", "an actor"), w("船長", "a ship's captain"), w("科学者", "a scientist"), w("歯医者", "a dentist"),
    w("警察官", "a police officer"), w("プログラマー", "a programmer"), w("王様", "a king"), w("忍者", "a ninja"), w("占い師", "a fortune teller"), w("美容師", "a hairdresser"), w("記者", "a journalist"),
];

pub(crate) const NOBODY_EN: &[&str] = &["Who is {n}?", "Who works as {n}?", "Which resident is {n}?", "Is there {n} in Izumi?", "Do you know {n} in Izumi?"];

pub(crate) const NOBODY_JA: &[&str] = &["{n}は誰ですか？", "誰が{n}ですか？", "泉町の{n}は誰？", "泉町に{n}はいますか？", "{n}をしているのは誰ですか？"];

/// Frames for an attribute as a noun phrase `{n}`.
pub(crate) const ATTRIBUTE_FRAMES_EN: &[&str] = &["What is {n}?", "what's {n}", "Tell me {n}.", "Do you know {n}?", "Please tell me {n}.", "I'd like to know {n}.", "{n}?", "Can you tell me {n}?", "I can't remember {n}.", "Could you remind me what {n} is?", "I'm curious about {n}.", "Do you remember {n}?", "Excuse me, what is {n}?"];

pub(crate) const ATTRIBUTE_FRAMES_JA: &[&str] = &["{n}は何ですか？", "{n}は？", "{n}を教えてください。", "{n}を知っていますか？", "{n}を教えて", "{n}を知りたいです。", "{n}って何？", "{n}はわかりますか？", "{n}を覚えていますか？", "{n}が思い出せません。", "{n}が気になっています。", "{n}を忘れてしまいました。", "すみません、{n}は何ですか？"];
