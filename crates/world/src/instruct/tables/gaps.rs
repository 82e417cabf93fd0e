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
    w("好きな飲み物", "favourite drink"), w("好きなスポーツ", "favourite sport"), w("好きな曜日", "favourite day of the week"), w("好きな国", "favourite country"), w("好きな木", "favourite tree"),
    w("好きな鳥", "favourite bird"), w("好きな教科", "favourite school subject"), w("好きな画家", "favourite painter"), w("好きな俳優", "favourite actor"), w("好きな言葉", "favourite word"),
    w("好きな楽器", "favourite instrument"), w("好きな天気", "favourite weather"), w("好きなお茶", "favourite tea"), w("好きな店", "favourite shop"), w("好きな絵", "favourite picture"),
    w("好きなテレビ番組", "favourite television programme"), w("好きな山", "favourite mountain"), w("好きなおもちゃ", "favourite toy"), w("好きな詩", "favourite poem"), w("嫌いな色", "least favourite colour"),
    w("部屋番号", "room number"), w("口座番号", "account number"), w("学生番号", "student number"), w("家の番地", "house number"), w("幸運の数字", "lucky number"),
    w("寝る時間", "bedtime"), w("朝ご飯", "breakfast"), w("昼休み", "lunch break"), w("手袋のサイズ", "glove size"), w("指輪のサイズ", "ring size"),
    w("服のサイズ", "dress size"), w("声の高さ", "pitch of voice"), w("髪型", "hairstyle"), w("眼鏡の色", "glasses' colour"), w("靴の色", "shoe colour"),
    w("傘の色", "umbrella colour"), w("かばんの色", "bag colour"), w("ドアの色", "door colour"), w("自転車の色", "bicycle colour"), w("カーテンの色", "curtain colour"),
    w("おじの名前", "uncle's name"), w("おばの名前", "aunt's name"), w("いとこの名前", "cousin's name"), w("隣の人の名前", "neighbour's name"), w("上司の名前", "boss's name"),
    w("弁護士", "lawyer"), w("歯医者", "dentist"), w("最初の仕事", "first job"), w("次の旅行", "next holiday"), w("子どものころの夢", "childhood dream"),
    w("一番の思い出", "best memory"), w("悩み", "worry"), w("借金", "debt"), w("貯金", "savings"), w("飛行機の席", "seat on the plane"),
    w("病気", "illness"), w("アレルギー", "allergy"), w("体温", "body temperature"), w("握力", "grip strength"), w("走る速さ", "running speed"),
];

/// Such things kept for the held-out tests.
pub(crate) const ATTRIBUTES_HELD_OUT: &[Word] = &[
    w("家賃", "rent"), w("ズボンのサイズ", "trouser size"), w("好きな香り", "favourite smell"), w("好きな作曲家", "favourite composer"), w("苦手な教科", "worst school subject"),
    w("夕食の時間", "dinner time"), w("財布の色", "wallet colour"), w("名付け親の名前", "godparent's name"), w("免許証の番号", "driving licence number"), w("尊敬する人", "role model"),
    w("脈拍", "pulse"), w("好きな模様", "favourite pattern"),
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

/// Such questions kept for the held-out tests.
pub(crate) const OUTSIDE_HELD_OUT: &[Word] = &[
    w("ポルトガルの首都を知っていますか？", "Do you know the capital of Portugal?"),
    w("フィンランドの首都はどこ？", "What city is the capital of Finland?"),
    w("ペニシリンを発見したのは誰ですか？", "Who discovered penicillin?"),
    w("世界で一番深い湖はどれですか？", "Which lake is the deepest in the world?"),
    w("塩はどんな元素でできていますか？", "Which elements make up salt?"),
    w("キュリー夫人は何で有名ですか？", "What was Marie Curie famous for?"),
    w("赤毛のアンの作者は誰ですか？", "Who is the writer of Anne of Green Gables?"),
    w("ベルリンの壁はいつ崩れましたか？", "When did the Berlin Wall fall?"),
    w("土星の輪は何でできていますか？", "What are the rings of Saturn made of?"),
    w("ベルギーの人は何語を話しますか？", "What language do people in Belgium speak?"),
    w("アマゾン川はどこを流れていますか？", "Where does the Amazon flow?"),
    w("地球には何人の人がいますか？", "How many people are there on earth?"),
    w("水は何度で沸騰しますか？", "At what temperature does water boil?"),
    w("大人の歯は何本ありますか？", "How many teeth does an adult have?"),
    w("バルセロナでは何が見られますか？", "What is there to see in Barcelona?"),
    w("ショパンはどんな曲を書きましたか？", "What music did Chopin write?"),
    w("日本からイギリスまで飛行機で何時間ですか？", "How long is the flight from Japan to England?"),
    w("リンカーンはいつ亡くなりましたか？", "When did Lincoln die?"),
    w("ドイツを今治めているのは誰ですか？", "Who governs Germany now?"),
    w("1ドルは何円ですか？", "How many yen is one dollar?"),
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
