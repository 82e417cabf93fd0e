//! Questions about the town as a whole.

use crate::lexicon::{Class, Word, w};

/// What a list is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Listed {
    /// Not a list: how many there are.
    Number(&'static Listed),
    People,
    Children,
    Places,
    Shops,
    /// Where a dish of the town is served.
    Eateries,
    Districts,
    Events,
    Dishes,
    Animals,
    Pets,
    Jobs,
    Hobbies,
    /// One thing to do at one place.
    Doing,
}

/// A question in several wordings, and the answer with its slot `{x}`.
///
/// Where a question holds `{n}`, in Japanese with its counter, the answer names so many.
pub(crate) struct OfTheTown {
    pub(crate) listed: Listed,
    pub(crate) en: &'static [&'static str],
    pub(crate) ja: &'static [&'static str],
    pub(crate) en_reply: &'static str,
    pub(crate) ja_reply: &'static str,
}

/// Numbers from two to five, the Japanese ones for things and for people.
pub(crate) const HOW_MANY_EN: [&str; 4] = ["two", "three", "four", "five"];
pub(crate) const HOW_MANY_JA: [&str; 4] = ["二つ", "三つ", "四つ", "五つ"];
pub(crate) const HOW_MANY_PEOPLE_JA: [&str; 4] = ["二人", "三人", "四人", "五人"];

/// Whether the town has a kind of place: `{k}` the kind, `{a}` with its article.
pub(crate) const IS_THERE_EN: &[&str] = &[
    "Is there {a} in Izumi?", "Does Izumi have {a}?", "Is there {a} in town?", "Do you have {a} in Izumi?", "Has Izumi got {a}?", "I'm looking for {a}. Is there one?",
    "Is there {a} here?", "Does this town have {a}?", "Do you know {a} in Izumi?", "Can I find {a} in Izumi?", "Is there {a} nearby?", "Any {k} in Izumi?",
    "Is there {a} where I can rest?", "Is there a good {k} in Izumi?", "Do you know a nice {k}?", "Can you recommend {a}?", "Is there {a} for my children?", "Is there also {a}?",
];
/// The same in Japanese.
pub(crate) const IS_THERE_JA: &[&str] = &[
    "泉町に{k}はありますか？", "この町に{k}はありますか？", "泉町には{k}がありますか？", "{k}はありますか？", "町に{k}はあるの？", "{k}を探しています。ありますか？",
    "近くに{k}はありますか？", "泉町に{k}があるか教えてください。", "泉町で{k}を知っていますか？", "この町には{k}があるの？", "{k}ってある？",
    "ゆっくりできる{k}はありますか？", "おすすめの{k}はありますか？", "いい{k}を知っていますか？", "子どもと行ける{k}はありますか？", "{k}もありますか？",
];

/// Whether there is an event: `{e}`, in English with its article.
pub(crate) const IS_HELD_EN: &[&str] =
    &["Is there {e} in Izumi?", "Is there also {e}?", "Does Izumi have {e}?", "Do you know {e}?", "Is {e} held here?", "Have you heard of {e}?", "Can I go to {e} in Izumi?"];
pub(crate) const IS_HELD_JA: &[&str] =
    &["泉町に{e}はありますか？", "{e}もありますか？", "{e}はありますか？", "{e}を知っていますか？", "泉町では{e}が開かれますか？", "この町に{e}はあるの？", "{e}って知ってる？"];

/// What one can do at a place `{s}`, or where it was just spoken of; what one can buy in a shop.
pub(crate) const DO_AT: [&[&str]; 2] = [
    &["What can I do at {s}?", "What do people do at {s}?", "What is there to do at {s}?", "Why would I go to {s}?"],
    &["{s}では何ができますか？", "{s}では何をしますか？", "{s}で何ができるの？", "{s}に行ったら何ができますか？"],
];
pub(crate) const DO_THERE: [&[&str]; 2] = [
    &["What can I do there?", "What do people do there?", "What is there to do there?", "And what can I do there?"],
    &["そこでは何ができますか？", "そこで何をしますか？", "何ができますか？", "そこに行ったら何ができますか？"],
];
pub(crate) const BUY_THERE: [&[&str]; 2] = [
    &["What can I buy there?", "What do they sell there?", "What do they have there?", "What can I get there?"],
    &["そこでは何が買えますか？", "そこで何を売っていますか？", "何が買えますか？", "何を売っていますか？"],
];

/// How many people there are; who; what there is.
pub(crate) const TOWN: &[OfTheTown] = &[
    OfTheTown {
        listed: Listed::Number(&Listed::People),
        en: &["How many people live in Izumi?", "What is the population of Izumi?", "How many residents does Izumi have?", "How big is Izumi?", "How many people are there in town?", "How many people live here?"],
        ja: &["泉町には何人住んでいますか？", "泉町の人口は？", "泉町の住民は何人ですか？", "泉町はどのくらいの大きさですか？", "この町には何人いますか？", "町の人口を教えてください。"],
        en_reply: "{x} people live in Izumi.",
        ja_reply: "泉町には{x}人が住んでいます。",
    },
    OfTheTown {
        listed: Listed::Number(&Listed::Children),
        en: &["How many children live in Izumi?", "How many children are there in town?", "How many pupils does Izumi have?"],
        ja: &["泉町には子どもが何人いますか？", "町の子どもは何人ですか？", "小学生は何人いますか？"],
        en_reply: "{x} children live in Izumi.",
        ja_reply: "泉町には子どもが{x}人います。",
    },
    OfTheTown {
        listed: Listed::Number(&Listed::Animals),
        en: &["How many animals live in Izumi?", "How many animals are there in Izumi?", "How many animals do you know?"],
        ja: &["泉町には動物が何匹いますか？", "動物は何匹いますか？", "動物を何匹知っていますか？"],
        en_reply: "I know {x} animals of Izumi by name.",
        ja_reply: "名前を知っている動物は{x}匹です。",
    },
    OfTheTown {
        listed: Listed::Number(&Listed::Places),
        en: &["How many places are there in Izumi?", "How many buildings does Izumi have?", "How many places do you know in town?"],
        ja: &["泉町には場所がいくつありますか？", "この町には建物がいくつありますか？", "場所をいくつ知っていますか？"],
        en_reply: "I know {x} places in Izumi.",
        ja_reply: "知っている場所は{x}か所です。",
    },
    OfTheTown {
        listed: Listed::Number(&Listed::Eateries),
        en: &["How many restaurants are there in Izumi?", "In how many places can I eat?", "How many places serve food?"],
        ja: &["泉町にはレストランがいくつありますか？", "食事ができる場所はいくつありますか？", "食べられる店は何軒ありますか？"],
        en_reply: "I know {x} places where you can eat.",
        ja_reply: "食べられる場所を{x}か所知っています。",
    },
    OfTheTown {
        listed: Listed::Number(&Listed::Events),
        en: &["How many festivals are there in Izumi?", "How many events does the town have?", "How many festivals do you know?"],
        ja: &["泉町には祭りがいくつありますか？", "行事はいくつありますか？", "一年に何回お祭りがありますか？"],
        en_reply: "I know {x} events of Izumi.",
        ja_reply: "知っている行事の数は{x}です。",
    },
    OfTheTown {
        listed: Listed::Number(&Listed::Districts),
        en: &["How many districts does Izumi have?", "How many parts of town are there?"],
        ja: &["泉町には地区がいくつありますか？", "地区はいくつですか？"],
        en_reply: "Izumi has {x} districts.",
        ja_reply: "泉町の地区の数は{x}です。",
    },
    OfTheTown {
        listed: Listed::People,
        en: &["Who lives in Izumi?", "Name three people of Izumi.", "Tell me some names of residents.", "Which people do you know?", "Who do you know?", "Name three people of the town.", "Name {n} people of Izumi.", "Name {n} residents.", "Tell me {n} names of people in Izumi.", "Give me {n} names from the town.", "Who lives in this town?", "Who are the people of Izumi?", "Give me some names.", "List some people of Izumi.", "Whom can I meet in Izumi?"],
        ja: &["泉町には誰が住んでいますか？", "泉町の人を三人教えてください。", "住民の名前を教えて", "誰を知っていますか？", "どんな人がいますか？", "この町には誰がいますか？", "町の人を{n}教えてください。", "泉町の人の名前を{n}挙げてください。", "住民を{n}教えて", "{n}の名前を教えてください。", "町に住んでいる人は？", "泉町の人を何人か教えてください。", "この町の人の名前は？", "泉町では誰に会えますか？"],
        en_reply: "For example, {x} live in Izumi.",
        ja_reply: "たとえば、{x}が住んでいます。",
    },
    OfTheTown {
        listed: Listed::Children,
        en: &["Which children live in Izumi?", "Are there children in Izumi? Who?", "Name {n} children of Izumi.", "Who goes to school in Izumi?", "Tell me some pupils of Izumi.", "Which pupils do you know?", "Who are the children of the town?", "Name some children."],
        ja: &["泉町にはどんな子どもがいますか？", "子どもはいますか？誰ですか？", "泉町の子どもを{n}教えてください。", "小学校に通っているのは誰ですか？", "どの小学生を知っていますか？", "町の子どもの名前は？", "小学生の名前を教えてください。", "この町の子どもは誰？"],
        en_reply: "For example, {x} go to school in Izumi.",
        ja_reply: "たとえば、{x}が小学校に通っています。",
    },
    OfTheTown {
        listed: Listed::Places,
        en: &["What places are there in Izumi?", "Name three places in Izumi.", "Where can I go in Izumi?", "What can I visit in Izumi?", "Name {n} places in Izumi.", "Tell me {n} places to visit.", "Which places are there in this town?", "What is there in Izumi?", "What is there to see here?", "Which sights does Izumi have?", "Which place should I visit first?", "Where should I go first?", "What should I see first?", "Which places do you recommend?", "Where should a visitor go in Izumi?", "List some places of the town.", "What buildings are there in Izumi?"],
        ja: &["泉町にはどんな場所がありますか？", "泉町の場所を三つ教えてください。", "泉町ではどこに行けますか？", "泉町の名所は？", "泉町の場所を{n}教えてください。", "行ける場所を{n}挙げてください。", "この町にはどんな場所がありますか？", "泉町には何がありますか？", "この町の見どころはどこですか？", "最初にどこへ行けばいいですか？", "まずどこを見ればいいですか？", "おすすめの場所はどこですか？", "どこがおすすめですか？", "泉町ではどこに行けばいいですか？", "町の建物を教えてください。", "おすすめの場所はどこ？"],
        en_reply: "There are {x}, for example.",
        ja_reply: "たとえば、{x}があります。",
    },
    OfTheTown {
        listed: Listed::Shops,
        en: &["What shops are there in Izumi?", "Which shops does the town have?", "Where can I go shopping?", "Where can I buy things in Izumi?", "Are there any shops? Which?", "Name {n} shops in Izumi.", "Any shops in town?", "Tell me the shops of Izumi.", "What kinds of shops are there?", "I want to go shopping in Izumi. Where?"],
        ja: &["泉町にはどんな店がありますか？", "この町にはどんな店がありますか？", "どんなお店がありますか？", "買い物はどこでできますか？", "泉町ではどこで買い物ができますか？", "店はありますか？どこですか？", "泉町の店を{n}教えてください。", "お店を教えて", "買い物に行きたいです。どこがいいですか？", "町の店の名前は？"],
        en_reply: "You can go shopping at {x}.",
        ja_reply: "{x}で買い物ができます。",
    },
    OfTheTown {
        listed: Listed::Eateries,
        en: &["Where can I eat in Izumi?", "Where can I get something to eat?", "I'm hungry. Where can I eat?", "Where do people eat in Izumi?", "Name {n} places where I can eat.", "Which places in Izumi serve food?", "Is there somewhere to eat in town? Where?", "Any restaurants in Izumi?", "Where can I have lunch?", "I'm hungry.", "I am so hungry!", "I am getting hungry.", "I want to eat something.", "I have not eaten yet.", "I would like to have dinner.", "Do you know a good restaurant?", "Is there a restaurant here?"],
        ja: &["泉町ではどこで食事ができますか？", "どこで食べられますか、この町では？", "お腹がすきました。どこで食べられますか？", "食事ができる場所はどこですか？", "食べられる所を{n}教えてください。", "料理を出している所は？", "昼ご飯はどこで食べられますか？", "レストランはありますか？", "この町ではどこで食べたらいい？", "お腹がすきました。", "お腹すいた", "お腹すいたなあ。", "腹が減った", "何か食べたいです。", "まだ何も食べていません。", "晩ご飯を食べたいのですが。", "いいレストランを知っていますか？"],
        en_reply: "You can eat at {x}, for example.",
        ja_reply: "たとえば、{x}で食べられます。",
    },
    OfTheTown {
        listed: Listed::Districts,
        en: &["Which districts does Izumi have?", "What parts of town are there?", "Name {n} districts of Izumi.", "What are the districts of Izumi called?", "Tell me the districts of the town.", "Into which districts is Izumi divided?"],
        ja: &["泉町にはどんな地区がありますか？", "地区の名前を教えてください。", "泉町の地区を{n}教えてください。", "どんな地区がありますか？", "この町の地区は何といいますか？", "町はどんな地区に分かれていますか？"],
        en_reply: "There are {x}, for example.",
        ja_reply: "たとえば、{x}があります。",
    },
    OfTheTown {
        listed: Listed::Events,
        en: &["What festivals are there in Izumi?", "Name three events in Izumi.", "Which events does Izumi have?", "What is there to celebrate in Izumi?", "Which festivals are there?", "Name {n} festivals of Izumi.", "Tell me {n} events.", "Are there festivals in this town? Which?", "What festivals can I go to?", "What do people celebrate in Izumi?", "Any festivals in town?", "List some events of the year."],
        ja: &["泉町にはどんな祭りがありますか？", "泉町の行事を三つ教えてください。", "泉町の行事は何ですか？", "どんなイベントがありますか？", "お祭りはありますか？何ですか？", "泉町の祭りを{n}教えてください。", "行事を{n}挙げてください。", "この町にはどんなお祭りがありますか？", "どのお祭りに行けますか？", "町の人は何を祝いますか？", "一年の行事を教えて", "この町の祭りは？"],
        en_reply: "There are {x}, for example.",
        ja_reply: "たとえば、{x}があります。",
    },
    OfTheTown {
        listed: Listed::Dishes,
        en: &["What dishes are there in Izumi?", "What can I eat in Izumi?", "Name three dishes of Izumi.", "Which foods is Izumi known for?", "Name {n} dishes of the town.", "Tell me {n} things to eat in Izumi.", "What is there to eat in this town?", "What do people eat in Izumi?", "What food should I try here?", "Which local dishes are there?", "What is good to eat in Izumi?", "What are the specialities of Izumi?", "What's a typical dish here?", "What is a typical dish of the town?", "I'm hungry. What is the local food?", "I'm hungry, what's a typical dish here?", "Which dish should I try?", "What food do you recommend?"],
        ja: &["泉町の料理は何がありますか？", "泉町では何が食べられますか？", "泉町の料理を三つ教えてください。", "泉町の名物料理は？", "泉町の料理を{n}教えてください。", "食べられるものを{n}挙げてください。", "この町では何が食べられますか？", "この町のおいしいものは何ですか？", "何を食べたらいいですか？", "泉町の名物は何ですか？", "どんな料理がありますか？", "町の料理を教えて", "ここの名物料理は何ですか？", "お腹がすきました。名物は何ですか？", "お腹がすいた。どんな料理がある？", "お腹がすいたなあ。何かおいしいものはありますか？", "何か美味しいものある？", "おいしいものはありますか？", "何かおいしいものが食べたいです。", "おすすめの料理は何ですか？", "どの料理を食べてみるべきですか？"],
        en_reply: "You can eat {x}, for example.",
        ja_reply: "たとえば、{x}が食べられます。",
    },
    OfTheTown {
        listed: Listed::Animals,
        en: &["Which animals live in Izumi?", "Name three animals of Izumi.", "What animals can I see in Izumi?", "Name {n} animals of the town.", "Tell me the names of {n} animals.", "Are there animals in Izumi? Which?", "Which animals do you know?", "What animals are there in this town?", "Which animals can I visit?"],
        ja: &["泉町にはどんな動物がいますか？", "泉町の動物の名前を三つ教えてください。", "泉町ではどの動物に会えますか？", "動物の名前を{n}教えてください。", "泉町の動物を{n}挙げてください。", "動物はいますか？", "どの動物を知っていますか？", "この町にはどんな動物がいますか？", "会いに行ける動物は？"],
        en_reply: "You can meet {x}, for example.",
        ja_reply: "たとえば、{x}に会えます。",
    },
    OfTheTown {
        listed: Listed::Pets,
        en: &["What pets are there in Izumi?", "What pets do people in Izumi have?", "Which kinds of pets live in Izumi?", "Which pets do the residents keep?", "What animals do people keep at home?"],
        ja: &["泉町の人はどんなペットを飼っていますか？", "泉町にはどんなペットがいますか？", "町の人は何を飼っていますか？", "家で飼われている動物は何ですか？", "この町のペットにはどんな動物がいますか？"],
        en_reply: "People have pets such as {x}.",
        ja_reply: "たとえば、{x}を飼っている人がいます。",
    },
    OfTheTown {
        listed: Listed::Jobs,
        en: &["What jobs do people in Izumi have?", "Which jobs are there in Izumi?", "What do people in Izumi do for a living?", "Name {n} jobs in Izumi.", "What work is there in this town?", "What kinds of jobs do the residents have?", "Which trades are there in town?"],
        ja: &["泉町の人はどんな仕事をしていますか？", "泉町にはどんな仕事がありますか？", "町の人は何の仕事をしていますか？", "泉町の仕事を{n}教えてください。", "この町にはどんな職業の人がいますか？", "どんな仕事の人がいますか？", "住民の職業は何ですか？"],
        en_reply: "There is {x}, for example.",
        ja_reply: "たとえば、{x}がいます。",
    },
    OfTheTown {
        listed: Listed::Hobbies,
        en: &["What hobbies do people in Izumi have?", "What do people in Izumi do for fun?", "Which hobbies are there in Izumi?", "Name {n} hobbies of the residents.", "What do the residents enjoy?", "How do people in Izumi spend their free time?"],
        ja: &["泉町の人の趣味は何ですか？", "泉町の人はどんな趣味がありますか？", "町の人は暇なときに何をしますか？", "住民の趣味を{n}教えてください。", "この町ではどんな趣味が人気ですか？", "町の人は何を楽しんでいますか？"],
        en_reply: "People enjoy {x}, for example.",
        ja_reply: "たとえば、{x}を楽しむ人がいます。",
    },
    OfTheTown {
        listed: Listed::Doing,
        en: &["What can I do in Izumi?", "What is there to do in Izumi?", "What can one do in this town?", "What shall I do in Izumi today?", "Give me an idea of what to do in Izumi.", "What do visitors do in Izumi?", "I have a free day in Izumi. What can I do?", "How can I spend a day in Izumi?"],
        ja: &["泉町では何ができますか？", "この町では何ができますか？", "泉町で何をすればいいですか？", "泉町で一日どう過ごせますか？", "泉町でできることを教えて", "泉町に行ったら何ができますか？", "今日は泉町で何をしようか？", "泉町で遊べることはありますか？"],
        en_reply: "You can {x}, for example.",
        ja_reply: "たとえば、{x}ことができます。",
    },
];

/// Seasons with their months, and how one asks what is held then: `{n}`.
pub(crate) const SEASONS: &[(Word, [u8; 3])] =
    &[(w("春", "spring"), [3, 4, 5]), (w("夏", "summer"), [6, 7, 8]), (w("秋", "autumn"), [9, 10, 11]), (w("冬", "winter"), [12, 1, 2])];
pub(crate) const IN_SEASON_EN: &[&str] = &[
    "Is there a festival in {n}?", "What festivals are there in {n}?", "What happens in Izumi in {n}?", "Which events are held in {n}?", "Any festivals in {n}?", "What is there to celebrate in {n}?",
    "I will come in {n}. Is there a festival?", "Are there events in {n}?", "Which festival is in {n}?", "Tell me the {n} festivals.", "Is there a {n} festival?",
];
pub(crate) const IN_SEASON_JA: &[&str] = &[
    "{n}にはどんな祭りがありますか？", "{n}のお祭りはありますか？", "{n}に開かれる行事は何ですか？", "{n}には何がありますか？", "{n}の行事を教えてください。", "{n}に祭りはある？", "{n}のイベントは？",
    "{n}に行きます。お祭りはありますか？", "{n}の祭りは何ですか？", "泉町の{n}の行事は？",
];

/// The same after one season was asked for.
pub(crate) const AND_SEASON_EN: &[&str] = &["And in {n}?", "What about {n}?", "And what is there in {n}?", "How about {n}?"];
pub(crate) const AND_SEASON_JA: &[&str] = &["{n}は？", "では、{n}は？", "{n}はどうですか？", "じゃあ{n}は？", "{n}には？"];

/// On with a list.
pub(crate) const ANY_MORE_EN: &[&str] = &["Any others?", "What else?", "Anything else?", "Are there more?", "And what else is there?", "Tell me more of them.", "Others, please.", "Some more, please."];
pub(crate) const ANY_MORE_JA: &[&str] = &["ほかには？", "ほかにもありますか？", "もっと教えてください。", "ほかは？", "あとは？", "それ以外には？", "ほかにも教えて", "もう少し教えてください。"];

/// Which of those on a list is more than the others: nobody knows.
pub(crate) const WHICH_OF_EN: &[&str] = &["Which one is the most popular?", "Which of them is the best?", "Which one is the nearest?", "And which is the oldest?", "Which one do most people like?", "Which of these is the biggest?", "Which one is cheapest?", "Which one should I choose?"];
pub(crate) const WHICH_OF_JA: &[&str] = &["その中で一番人気なのはどれですか？", "一番いいのはどれですか？", "どれが一番近いですか？", "一番古いのは？", "どれが人気ですか？", "一番大きいのはどれ？", "その中で一番安いのは？", "どれを選べばいいですか？"];

/// Why a place was named that one might go to.
pub(crate) const WHY_THERE_EN: &[&str] = &["Why do you recommend it?", "Why there?", "Why should I go there?", "What makes it special?", "Why that one?", "What is so good about it?", "Why do you say so?"];
pub(crate) const WHY_THERE_JA: &[&str] = &["どうしてそこがいいんですか？", "なぜですか？", "なぜそこがおすすめなのですか？", "どうしてですか？", "そこの何がいいの？", "どうしてそこなの？"];

/// Where one can do something: `{act}`, in Japanese also `{wish}`.
pub(crate) const WHERE_TO_EN: &[&str] = &[
    "Where can I {act}?", "Where do people {act}?", "I want to {act}. Where do I go?", "At which place can I {act}?", "I would like to {act}. Where?", "Is there a place to {act}?",
    "Where should I go to {act}?", "I need to {act}. Any idea where?", "Where in Izumi can I {act}?",
];
pub(crate) const WHERE_TO_JA: &[&str] = &[
    "{act}にはどこへ行けばいいですか？", "{act}のはどこですか？", "{act}ことができるのはどこですか？", "{act}にはどこがいい？", "{wish}です。どこへ行けばいいですか？", "{wish}のですが、どこがいいですか？",
    "{wish}んだけど、どこがいい？", "どこで{act}ことができますか？", "{act}所はありますか？", "{act}ならどこですか？", "{wish}ときはどこへ行きますか？",
];

/// More that one can do at the first place of a kind, for which it has its key: in English after "to", in Japanese as the
/// dictionary has it.
pub(crate) const PURPOSES: &[(&str, &str, &str, Class)] = &[
    ("bakery", "get bread for breakfast", "朝ご飯のパンを買う", Class::Godan), ("bakery", "buy a bun", "菓子パンを買う", Class::Godan),
    ("library", "read a book", "本を読む", Class::Godan), ("library", "read in peace", "静かに読書する", Class::Suru), ("library", "find a quiet place", "静かに過ごす", Class::Godan),
    ("hospital", "see a doctor", "お医者さんに診てもらう", Class::Godan), ("hospital", "get a medical examination", "診察を受ける", Class::Ichidan),
    ("station", "take a train", "電車に乗る", Class::Godan), ("station", "travel by train", "電車で出かける", Class::Ichidan),
    ("post", "post a letter", "手紙を出す", Class::Godan), ("post", "buy stamps", "切手を買う", Class::Godan),
    ("park", "take a walk in the green", "緑の中を散歩する", Class::Suru), ("park", "let my children play", "子どもを遊ばせる", Class::Ichidan), ("park", "have a picnic", "ピクニックをする", Class::Suru), ("park", "play outside", "外で遊ぶ", Class::Godan),
    ("diner", "have a meal", "食事をする", Class::Suru), ("diner", "have dinner", "晩ご飯を食べる", Class::Ichidan),
    ("market", "buy fish", "魚を買う", Class::Godan), ("market", "buy something for dinner", "夕飯の材料を買う", Class::Godan),
    ("bookshop", "buy a book", "本を買う", Class::Godan), ("bookshop", "buy a novel", "小説を買う", Class::Godan),
    ("florist", "buy flowers", "花を買う", Class::Godan), ("florist", "buy roses for my mother", "母に花を贈る", Class::Godan),
    ("museum", "see art", "美術を見る", Class::Ichidan), ("museum", "look at paintings", "絵画を見る", Class::Ichidan),
    ("music", "hear a concert", "コンサートを聴く", Class::Godan), ("music", "hear an orchestra", "演奏を聴く", Class::Godan),
    ("farm", "see how vegetables grow", "畑を見る", Class::Ichidan), ("farm", "pick vegetables", "野菜を収穫する", Class::Suru),
    ("zoo", "see animals", "動物を見る", Class::Ichidan), ("zoo", "meet animals", "動物に会う", Class::Godan),
    ("workshop", "have my table mended", "机を直してもらう", Class::Godan), ("workshop", "have furniture made", "家具を作ってもらう", Class::Godan),
];

/// What one can do nowhere in the town.
pub(crate) const NOWHERE: &[(&str, &str, Class)] = &[
    ("spend the night", "泊まる", Class::Godan), ("swim", "泳ぐ", Class::Godan), ("see a film", "映画を見る", Class::Ichidan), ("get a haircut", "髪を切る", Class::Godan), ("buy shoes", "靴を買う", Class::Godan),
    ("rent a car", "車を借りる", Class::Ichidan), ("go skiing", "スキーをする", Class::Suru), ("buy medicine", "薬を買う", Class::Godan), ("buy toys", "おもちゃを買う", Class::Godan), ("pray", "お参りする", Class::Suru),
    ("park my car", "車を止める", Class::Ichidan), ("have my car repaired", "車を直してもらう", Class::Godan), ("learn to dance", "ダンスを習う", Class::Godan), ("go bowling", "ボウリングをする", Class::Suru),
    ("catch a plane", "飛行機に乗る", Class::Godan), ("change money", "両替をする", Class::Suru), ("have my teeth checked", "歯を診てもらう", Class::Godan), ("buy a computer", "パソコンを買う", Class::Godan),
    ("do my laundry", "洗濯をする", Class::Suru), ("take a hot bath", "温泉に入る", Class::Godan), ("book a hotel room", "ホテルを予約する", Class::Suru), ("sleep", "寝る", Class::Ichidan), ("surf", "サーフィンをする", Class::Suru),
    ("buy clothes", "服を買う", Class::Godan), ("rent a bicycle", "自転車を借りる", Class::Ichidan), ("play golf", "ゴルフをする", Class::Suru), ("see dolphins", "イルカを見る", Class::Ichidan), ("get petrol", "ガソリンを入れる", Class::Ichidan),
];
