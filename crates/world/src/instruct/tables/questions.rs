//! Questions about facts other than the plain one: whether something is so, from the value back, comparing two residents.

use crate::Relation;
use crate::lexicon::{Word, w};

/// Yes-no questions around a whole statement `{x}`, which has no end mark.
pub(crate) const CHECK_FRAMES_EN: &[&str] = &[
    "Is it true that {x}?", "Is it right that {x}?", "Am I right that {x}?", "Is it so that {x}?", "I heard that {x}. Is that so?",
    "I think that {x}. Am I right?", "They say that {x}. Is it true?", "So {x}, right?", "Would you say that {x}?", "Hey, is it true that {x}?",
    "is it true that {x}", "Yes or no: {x}?", "Is it the case that {x}?", "My sister insists that {x}. Is she right?", "My brother says {x}. Is that correct?",
    "Someone at work told me that {x}, and I don't know whether to believe it. Is it so?", "Could you tell me whether {x}?", "Could you please check whether {x}?", "I'd like to verify something: {x}. Is this statement accurate?", "can you tell me if {x}, yes or no",
    "hey quick question, is it right that {x}?", "{x}. Yes or no?", "{x}. Is that a fact?", "Quiz time! Is the sentence \"{x}\" true?", "I'm not sure whether {x}. Can you tell me yes or no?",
    "If I told someone that {x}, would that be true?", "Two of us are arguing: I say that {x}, and my cousin says that's wrong. Am I right?", "Does it hold that {x}?", "My neighbour mentioned that {x}. Did he get it right?", "According to my classmate, {x}. Is this true?",
    "Please answer yes or no. Is it correct that {x}?", "Just checking: is it so that {x}?", "Would it be accurate to say that {x}?", "Do you know if {x}? A yes or a no is enough.", "I read somewhere that {x}. Can you tell me if that's true?",
];
/// The same in Japanese: statements in polite words.
pub(crate) const CHECK_FRAMES_JA: &[&str] = &[
    "{x}よね？", "{x}よね。合っていますか？", "{x}ね？", "{x}か？", "{x}、合っていますか？",
    "{x}。本当ですか？", "{x}。これは正しいですか？", "「{x}」は本当ですか？", "「{x}」と聞きました。本当ですか？", "「{x}」で合っていますか？",
    "{x}か。", "{x}か?", "{x}よね?", "ねえ、{x}か?", "すみません、{x}か。",
    "ちょっと聞きたいんだけど、{x}か?", "一つ確認させてください。{x}か。", "はいかいいえで答えてください。{x}か。", "{x}か。はい、いいえのどちらかでお願いします。", "「{x}」は本当ですか。",
    "「{x}」って本当?", "「{x}」って合ってる?", "「{x}」、これって合ってますか?", "「{x}」というのは本当でしょうか。", "「{x}」という話は事実ですか。",
    "「{x}」という文は正しいですか。", "次の文は正しいですか。「{x}。」", "妹が「{x}」と言い張っています。妹の言うことは正しいですか。", "兄は「{x}」と言うのですが、本当でしょうか。", "友達が「{x}」って言ってたんだけど、それって本当?",
    "同僚から「{x}」と聞きました。事実かどうか教えてください。", "どこかで「{x}」と読んだのですが、合っていますか。", "母に「{x}」と教わりました。これは正しいですか。", "隣の人によると「{x}」だそうですが、そうなんですか?", "自信がないので教えてください。{x}か?",
    "よく覚えていないのですが、{x}か。", "恐れ入りますが、「{x}」が正しいかどうか、ご確認いただけますか。", "「{x}」で間違いないかどうか、調べてもらえますか。", "{x}。イエス?ノー?", "{x}、って本当かどうかわかる?",
    "私は「{x}」と思うのですが、弟は違うと言います。私は合っていますか。",
];

/// What people call those who do a job, beside its name: the name, and the other in both languages.
pub(crate) const ALSO_CALLED: &[(&str, Word)] = &[
    ("baker", w("パン屋さん", "bread maker")), ("teacher", w("先生", "school teacher")), ("teacher", w("学校の先生", "schoolteacher")), ("doctor", w("お医者さん", "physician")), ("station clerk", w("駅員さん", "ticket seller")),
    ("mail carrier", w("郵便屋さん", "postman")), ("gardener", w("庭師さん", "park gardener")), ("cook", w("コックさん", "chef")), ("fishmonger", w("魚屋さん", "fish seller")), ("bookseller", w("本屋さん", "bookshop assistant")),
    ("florist", w("お花屋さん", "flower seller")), ("town clerk", w("役場の人", "clerk at the town hall")), ("painter", w("絵描きさん", "artist")), ("pianist", w("ピアノを弾く人", "piano player")), ("farmer", w("お百姓さん", "farm worker")),
    ("firefighter", w("消防士さん", "fireman")), ("zookeeper", w("動物園の人", "keeper at the zoo")), ("carpenter", w("大工さん", "woodworker")), ("nurse", w("看護師さん", "hospital nurse")), ("train driver", w("電車の運転士", "driver of trains")),
    ("greengrocer", w("八百屋さん", "vegetable seller")), ("vet", w("動物のお医者さん", "animal doctor")), ("clockmaker", w("時計屋さん", "watchmaker")), ("photographer", w("カメラマン", "cameraman")),
];

/// Questions that give the value and ask for the subject.
pub(crate) struct Reverse {
    pub(crate) relation: Relation,
    pub(crate) en: &'static [&'static str],
    /// Answers for one subject and for several: `{s}` the names.
    pub(crate) en_answers: [&'static str; 2],
    pub(crate) ja: &'static [&'static str],
    pub(crate) ja_answer: &'static str,
}

pub(crate) const REVERSE: &[Reverse] = &[
    Reverse { relation: Relation::Job, en: &["Who is {a}?", "Who is the {v}?", "Who works as {a}?", "Which resident is {a}?", "Do you know {a} in Izumi?", "Who in Izumi is {a}?", "Who in town is {a}?", "Is there {a} in Izumi? Who is it?", "Tell me who is {a}.", "Name someone who is {a}.", "I need {a}. Whom can I ask?", "I am looking for {a}.", "Any {v}s in town? Who?", "Who has the job of {a}?", "Are there any {v}s in Izumi?", "Does {a} live here?", "Who here works as {a}?"], en_answers: ["{s} is {a}.", "{s} are {v}s."], ja: &["{v}は誰ですか？", "誰が{v}ですか？", "泉町の{v}は誰？", "{v}をしているのは誰ですか？", "{v}の人を教えてください。", "{v}はいますか？誰ですか？", "{v}は誰がしていますか？", "{v}として働いている人は誰ですか？", "{v}って誰？", "{v}を探しています。誰ですか？", "町で{v}をしている人は？", "{v}の人の名前を教えて", "この町に{v}はいますか？", "泉町に{v}の人はいますか？", "この町で{v}をしているのは誰？", "泉町にも{v}はいる？"], ja_answer: "{v}は{s}です。" },
    Reverse { relation: Relation::Workplace, en: &["Who works at {v}?", "Who can I meet at {v}?", "Which people work at {v}?", "Who is employed at {v}?", "Who are the people at {v}?", "Tell me who works at {v}.", "Name someone who works at {v}.", "Whose workplace is {v}?", "Who has a job at {v}?"], en_answers: ["{s} works at {v}.", "{s} work at {v}."], ja: &["{v}で働いているのは誰ですか？", "{v}では誰が働いていますか？", "誰が{v}で働いているの？", "{v}に勤めている人は誰？", "{v}の職員は誰ですか？", "{v}に勤めているのは誰ですか？", "{v}で働いている人を教えてください。", "{v}で働く人は？", "{v}が職場の人は誰ですか？"], ja_answer: "{v}で働いているのは{s}です。" },
    Reverse { relation: Relation::HomeDistrict, en: &["Who lives in the {v}?", "Which people live in the {v}?", "Name someone who lives in the {v}.", "Who has a home in the {v}?", "Who are the people of the {v}?", "Whose home is in the {v}?", "Tell me who lives in the {v}.", "Name people who live in the {v}.", "Who is from the {v}?"], en_answers: ["{s} lives in the {v}.", "{s} live in the {v}."], ja: &["{v}に住んでいるのは誰ですか？", "{v}には誰が住んでいますか？", "誰が{v}に住んでいるの？", "{v}に住んでいる人を教えてください。", "{v}の住人は誰ですか？", "{v}に家があるのは誰ですか？", "{v}には誰がいる？", "{v}に住んでいる人は？"], ja_answer: "{v}に住んでいるのは{s}です。" },
    Reverse { relation: Relation::FavouriteFood, en: &["Who likes {v} best?", "Who loves {v}?", "Whose favourite food is {v}?", "Which resident loves {v}?", "Who likes to eat {v} most?", "Who is fond of {v}?", "Tell me who loves {v}.", "Name someone who loves {v}.", "Which people like {v} best?", "Who would be happy with {v}?"], en_answers: ["{s} loves {v}.", "{s} love {v}."], ja: &["{v}が好きなのは誰ですか？", "誰が{v}を一番好きですか？", "{v}が大好きな人は誰？", "{v}が好物の人は誰ですか？", "{v}が一番好きなのは誰？", "{v}が大好物なのは誰ですか？", "{v}が好きな人を教えてください。", "好きな食べ物が{v}の人は誰ですか？", "{v}をあげたら喜ぶのは誰？"], ja_answer: "{v}が大好きなのは{s}です。" },
    Reverse { relation: Relation::Hobby, en: &["Who enjoys {v}?", "Whose hobby is {v}?", "Who likes {v}?", "Which resident enjoys {v}?", "Who has {v} as a hobby?", "Whose favourite pastime is {v}?", "Which people enjoy {v}?", "Tell me who enjoys {v}.", "Name someone whose hobby is {v}.", "With whom can I share my love of {v}?"], en_answers: ["{s} enjoys {v}.", "{s} enjoy {v}."], ja: &["{v}が趣味の人は誰ですか？", "趣味が{v}なのは誰？", "誰が{v}を趣味にしていますか？", "{v}が好きな人は誰ですか？", "{v}を楽しんでいるのは誰ですか？", "趣味が{v}の人を教えてください。", "{v}を趣味にしている人は？", "{v}が趣味なのは誰ですか？", "{v}の好きな人はいますか？誰ですか？"], ja_answer: "{v}が趣味なのは{s}です。" },
    Reverse { relation: Relation::FavouriteColour, en: &["Who likes the colour {v}?", "Whose favourite colour is {v}?", "Who likes {v} best of all colours?", "Which people like the colour {v}?", "Tell me whose favourite colour is {v}.", "Who has {v} as a favourite colour?", "Name someone who likes the colour {v}."], en_answers: ["{s} likes the colour {v}.", "{s} like the colour {v}."], ja: &["{v}が好きなのは誰ですか？", "好きな色が{v}の人は誰？", "{v}が一番好きなのは誰ですか？", "{v}が好きな人を教えてください。", "誰の好きな色が{v}ですか？", "{v}という色が好きな人は？"], ja_answer: "{v}が好きなのは{s}です。" },
    Reverse { relation: Relation::BirthMonth, en: &["Who was born in {v}?", "Whose birthday is in {v}?", "Who has a birthday in {v}?", "Which people were born in {v}?", "Who celebrates a birthday in {v}?", "Tell me who was born in {v}.", "Name someone who was born in {v}.", "Any birthdays in {v}?"], en_answers: ["{s} was born in {v}.", "{s} were born in {v}."], ja: &["{v}生まれは誰ですか？", "{v}に生まれたのは誰？", "誰の誕生日が{v}ですか？", "{v}が誕生日の人は誰ですか？", "{v}に誕生日があるのは誰？", "{v}生まれの人を教えてください。", "誕生日が{v}なのは誰ですか？"], ja_answer: "{v}生まれなのは{s}です。" },
    Reverse { relation: Relation::PetName, en: &["Whose pet is {v}?", "Who is {v}'s owner?", "Who owns {v}?", "Who is {v}?", "To whom does {v} belong?", "Tell me whose pet {v} is.", "Who has a pet called {v}?", "Whom does {v} belong to?"], en_answers: ["{v} is {s}'s pet.", "{v} is the pet of {s}."], ja: &["{v}は誰のペットですか？", "{v}の飼い主は誰ですか？", "{v}を飼っているのは誰？", "{v}って誰？", "{v}は誰が飼っていますか？", "{v}の飼い主を教えてください。", "{v}というペットがいるのは誰の家ですか？", "{v}は誰の家にいますか？"], ja_answer: "{v}は{s}のペットです。" },
    Reverse { relation: Relation::FamilyName, en: &["Who has the family name {v}?", "Who in Izumi is called {v}?", "Whose family name is {v}?", "Who has the surname {v}?", "Whose surname is {v}?", "Which resident is called {v}?", "Is there anyone called {v}? Who?", "Tell me who has the family name {v}."], en_answers: ["{s} has the family name {v}.", "{s} have the family name {v}."], ja: &["名字が{v}の人は誰ですか？", "{v}という名字の人は？", "{v}さんというのは誰ですか？", "{v}さんの下の名前は？", "名字が{v}なのは誰ですか？", "{v}という名字なのは誰？", "{v}さんって誰のこと？"], ja_answer: "名字が{v}なのは{s}です。" },
    Reverse { relation: Relation::KnownFor, en: &["Which place is known for its {v}?", "Which place is famous for its {v}?", "Where in Izumi is the place known for its {v}?", "Which place has the well-known {v}?", "Where do people go for the {v}?", "Tell me which place is known for its {v}.", "Where can I find the {v}?"], en_answers: ["{s} is known for its {v}.", "{s} are known for their {v}."], ja: &["{v}で知られているのはどこですか？", "{v}で有名な場所はどこですか？", "{v}があるのはどこ？", "{v}が有名なのはどこですか？", "{v}はどこの名物ですか？", "名物が{v}の場所はどこですか？", "どこに行けば{v}がありますか？"], ja_answer: "{v}で知られているのは{s}です。" },
    Reverse { relation: Relation::Species, en: &["Which animal is {a}?", "What is the {v} called?", "What is the name of the {v}?", "What name does the {v} have?", "Is there {a} in Izumi? What is it called?", "Tell me the name of the {v}.", "Which of the animals is {a}?", "Do you know the {v}'s name?"], en_answers: ["{s} is {a}.", "{s} are {v}s."], ja: &["{v}の名前は何ですか？", "泉町の{v}は何という名前ですか？", "{v}は何と呼ばれていますか？", "{v}はいますか？名前は何ですか？", "{v}の名前を教えてください。", "{v}なのはどの動物ですか？", "{v}は何て名前？", "町の{v}の名前は？"], ja_answer: "{v}の名前は{s}です。" },
    Reverse { relation: Relation::Month, en: &["What is there in {v}?", "Which festival is held in {v}?", "What event is in {v}?", "What happens in Izumi in {v}?", "Which events are there in {v}?", "What can I celebrate in {v}?", "Is there a festival in {v}? Which one?", "What is on in {v}?", "Tell me what is held in {v}."], en_answers: ["{s} is held in {v}.", "{s} are held in {v}."], ja: &["{v}には何がありますか？", "{v}の行事は何ですか？", "{v}に開かれる祭りは何ですか？", "{v}に泉町では何がありますか？", "{v}のお祭りは何ですか？", "{v}に行ける行事を教えてください。", "{v}にはどんな行事がありますか？", "{v}に何か祭りはありますか？何ですか？", "{v}に開かれるのは何？"], ja_answer: "{v}には{s}があります。" },
    Reverse { relation: Relation::Venue, en: &["Which event is held at {v}?", "What takes place at {v}?", "Which festival is at {v}?", "What is celebrated at {v}?", "Is there a festival at {v}? Which one?", "What event can I go to at {v}?", "Tell me what is held at {v}."], en_answers: ["{s} is held at {v}.", "{s} are held at {v}."], ja: &["{v}では何の行事がありますか？", "{v}で開かれるのは何ですか？", "{v}ではどんな祭りがありますか？", "{v}が会場の行事は何ですか？", "{v}で行われる祭りは何ですか？", "{v}ではどんな行事が開かれますか？", "{v}で何が開かれますか？"], ja_answer: "{v}で開かれるのは{s}です。" },
    Reverse { relation: Relation::ServedAt, en: &["What can I eat at {v}?", "What food does {v} serve?", "Which dish is served at {v}?", "What is there to eat at {v}?", "What can I order at {v}?", "Is there food at {v}? What?", "Tell me what I can eat at {v}.", "Which dishes can I get at {v}?"], en_answers: ["You can eat {s} at {v}.", "You can eat {s} at {v}."], ja: &["{v}では何が食べられますか？", "{v}の料理は何ですか？", "{v}で何を食べられるの？", "{v}でおいしいものは何ですか？", "{v}で食べられる料理を教えてください。", "{v}ではどんな料理を出していますか？", "{v}のメニューには何がありますか？", "{v}で食べられるのは何？"], ja_answer: "{v}では{s}が食べられます。" },
    Reverse { relation: Relation::Ingredient, en: &["Which dish is made with {v}?", "What dish has {v} in it?", "Which dishes have {v} in them?", "In which dish do I find {v}?", "I like {v}. Which dish has it?", "What do they make with {v}?", "Tell me a dish with {v}."], en_answers: ["You find {v} in {s}.", "You find {v} in {s}."], ja: &["{v}が入っている料理は何ですか？", "{v}を使う料理は何？", "{v}を使った料理は何ですか？", "{v}が入っているのは何ですか？", "{v}の料理を教えてください。", "{v}はどの料理に入っていますか？", "主な材料が{v}の料理は？"], ja_answer: "{v}が入っているのは{s}です。" },
    Reverse { relation: Relation::PetSpecies, en: &["Who has {a}?", "Who keeps {a}?", "Who owns {a}?", "Whose pet is {a}?", "Which people have {a}?", "Does anyone have {a}? Who?", "Name someone who has {a}.", "Tell me who keeps {a}.", "Who has {a} at home?", "Who has {a} as a pet?"], en_answers: ["{s} has {a}.", "{s} each have {a}."], ja: &["{v}を飼っているのは誰ですか？", "{v}を飼っている人は？", "誰が{v}を飼っていますか？", "{v}がいるのは誰の家ですか？", "{v}の飼い主は誰ですか？", "{v}を飼っている人を教えてください。", "ペットが{v}の人は誰？", "{v}を飼ってる人は誰？"], ja_answer: "{v}を飼っているのは{s}です。" },
    Reverse { relation: Relation::Grade, en: &["Who is in the {v}?", "Which children are in the {v}?", "Who goes to the {v}?", "Name someone in the {v}.", "Tell me who is in the {v}.", "Which pupils are in the {v}?"], en_answers: ["{s} is in the {v}.", "{s} are in the {v}."], ja: &["{v}は誰ですか？", "{v}の子どもは誰ですか？", "誰が{v}ですか？", "{v}なのは誰？", "{v}の子を教えてください。", "小学{v}は誰ですか？"], ja_answer: "{v}なのは{s}です。" },
    Reverse { relation: Relation::Teacher, en: &["Whom does {v} teach?", "Who is taught by {v}?", "Who are {v}'s pupils?", "Which children does {v} teach?", "Who has {v} as a teacher?", "Who is in {v}'s class?"], en_answers: ["{v} teaches {s}.", "{v} teaches {s}."], ja: &["{v}さんが教えているのは誰ですか？", "{v}さんは誰を教えていますか？", "{v}さんに教わっているのは誰ですか？", "先生が{v}さんなのは誰？", "{v}さんの生徒は誰ですか？", "{v}さんのクラスには誰がいますか？"], ja_answer: "{v}さんが教えているのは{s}です。" },
    Reverse { relation: Relation::ClosedDay, en: &["Which places are closed on {v}?", "What is closed on {v}?", "Where should I not go on {v}?", "Which place does not open on {v}?", "What does not open on {v}?", "Tell me what is closed on {v}."], en_answers: ["{s} is closed on {v}.", "{s} are closed on {v}."], ja: &["{v}が休みなのはどこですか？", "{v}が休みの場所は？", "{v}に閉まっているのはどこですか？", "{v}はどこが休みですか？", "定休日が{v}なのはどこ？", "{v}が定休日の場所を教えてください。"], ja_answer: "{v}が休みなのは{s}です。" },
    Reverse { relation: Relation::District, en: &["What is there in the {v}?", "Which places are in the {v}?", "What can I visit in the {v}?", "What does the {v} have?", "Name a place in the {v}.", "Where can I go in the {v}?"], en_answers: ["{s} is in the {v}.", "{s} are in the {v}."], ja: &["{v}には何がありますか？", "{v}にある場所はどこですか？", "{v}にはどんな場所がありますか？", "{v}の場所を教えてください。", "{v}で行ける所は？", "{v}にあるのは何？"], ja_answer: "{v}にあるのは{s}です。" },
    Reverse { relation: Relation::Home, en: &["Which animals live at {v}?", "What animals are there at {v}?", "Which animal can I see at {v}?", "What animals can I meet at {v}?", "Name an animal at {v}.", "Are there animals at {v}? Which?"], en_answers: ["{s} lives at {v}.", "{s} live at {v}."], ja: &["{v}にはどんな動物がいますか？", "{v}で暮らしている動物は何ですか？", "{v}にいる動物の名前は？", "{v}ではどの動物に会えますか？", "{v}にいるのはどの動物？", "{v}の動物を教えてください。"], ja_answer: "{v}で暮らしているのは{s}です。" },
    Reverse { relation: Relation::Treat, en: &["Which animal likes {v}?", "Which animal likes to eat {v}?", "Which animal eats {v}?", "Which of the animals loves {v}?", "To which animal can I give {v}?", "What animal has {v} as its favourite treat?"], en_answers: ["{s} likes to eat {v}.", "{s} like to eat {v}."], ja: &["{v}が好物の動物は？", "どの動物が{v}を好きですか？", "{v}が好きな動物は何ですか？", "{v}を食べるのはどの動物ですか？", "{v}をよく食べる動物の名前は？", "{v}が好物なのはどの動物？"], ja_answer: "{v}が好物なのは{s}です。" },
    Reverse { relation: Relation::Highlight, en: &["Which festival is famous for {v}?", "At which festival can I see {v}?", "Which event has {v}?", "Which festival do people come to for {v}?", "What festival has {v} as its highlight?", "When I want {v}, which festival do I go to?"], en_answers: ["{s} is famous for {v}.", "{s} are famous for {v}."], ja: &["{v}が楽しめるのはどの祭りですか？", "{v}が見どころの行事は何ですか？", "{v}があるのはどの行事？", "どの祭りで{v}が楽しめますか？", "{v}が楽しめる行事を教えてください。", "見どころが{v}の祭りは？"], ja_answer: "{v}が楽しめるのは{s}です。" },
];

/// How near the place that was just spoken of is to another one `{t}`.
pub(crate) const NEAR_EN: &[&str] = &["Is it far from {t}?", "Is it near {t}?", "How far is it from {t}?", "Is that close to {t}?", "Can I walk there from {t}?", "Is it in the same district as {t}?"];
pub(crate) const NEAR_JA: &[&str] = &["{t}から遠いですか？", "{t}の近くですか？", "{t}からどのくらいですか？", "{t}に近いですか？", "{t}から歩いて行けますか？", "{t}と同じ地区ですか？"];

/// Questions of who or what is "there", where a place was just spoken of; answered as the reversed question is.
pub(crate) struct There {
    pub(crate) relation: Relation,
    pub(crate) en: &'static [&'static str],
    pub(crate) ja: &'static [&'static str],
}

pub(crate) const THERE: &[There] = &[
    There { relation: Relation::Workplace, en: &["Who works there?", "And who works there?", "Whom can I meet there?", "Does anyone I know work there?", "Who are the people there?"], ja: &["そこでは誰が働いていますか？", "そこで働いているのは誰ですか？", "誰が働いていますか？", "働いている人は？", "そこの職員は誰ですか？", "そこでは誰に会えますか？"] },
    There { relation: Relation::Home, en: &["Are there animals there? Which?", "Which animals live there?", "What animals can I see there?"], ja: &["そこにはどんな動物がいますか？", "どんな動物がいますか？", "そこで会える動物は？"] },
    There { relation: Relation::Venue, en: &["Are there any festivals there?", "What is held there?", "Which event takes place there?", "Is anything celebrated there?"], ja: &["そこではどんな祭りがありますか？", "そこで開かれる行事は何ですか？", "そこで何か行事はありますか？", "何の祭りが開かれますか？"] },
    There { relation: Relation::ServedAt, en: &["Can I eat there?", "What can I eat there?", "Do they serve food there?", "What food do they have there?"], ja: &["そこで食事はできますか？", "そこでは何が食べられますか？", "何が食べられますか？", "そこの料理は何ですか？"] },
];

/// What a resident may lack: questions that name the resident, and what one is told.
pub(crate) struct Lack {
    pub(crate) relation: Relation,
    pub(crate) en: &'static [&'static str],
    pub(crate) en_replies: &'static [&'static str],
    pub(crate) ja: &'static [&'static str],
    pub(crate) ja_replies: &'static [&'static str],
}

pub(crate) const LACKS: &[Lack] = &[
    Lack {
        relation: Relation::PetSpecies,
        en: &["Does {s} have a pet?", "What pet does {s} have?", "What is {s}'s pet called?", "What animal does {s} keep?", "Has {s} got a pet?", "Does {s} have any pets?", "And {s}'s pet?"],
        en_replies: &["{s} has no pet.", "{s} does not have a pet."],
        ja: &["{s}はペットを飼っていますか？", "{s}は何を飼っていますか？", "{s}のペットは何ですか？", "{s}のペットの名前は？", "{s}にペットはいますか？", "{s}は動物を飼っていますか？", "{s}のペットは？"],
        ja_replies: &["{s}はペットを飼っていません。", "{s}にペットはいません。"],
    },
    Lack {
        relation: Relation::Sibling,
        en: &["Does {s} have a brother or a sister?", "Who is {s}'s sibling?", "Does {s} have any siblings?", "Has {s} got a brother or sister?", "And {s}'s brothers or sisters?"],
        en_replies: &["{s} has no brother or sister.", "{s} does not have any siblings."],
        ja: &["{s}にきょうだいはいますか？", "{s}のきょうだいは誰ですか？", "{s}はきょうだいがいるの？", "{s}のきょうだいは？", "{s}に兄弟はいる？"],
        ja_replies: &["{s}にきょうだいはいません。", "{s}はきょうだいがいません。"],
    },
];

/// Whether two residents share something.
pub(crate) struct Compare {
    pub(crate) relation: Relation,
    pub(crate) en: &'static [&'static str],
    /// What both have: `{v}` and `{u}` are the values.
    pub(crate) en_answer: &'static str,
    pub(crate) ja: &'static [&'static str],
    pub(crate) ja_answer: &'static str,
}

pub(crate) const COMPARE: &[Compare] = &[
    Compare { relation: Relation::Month, en: &["Which comes first in the year, {s} or {t}?", "Is {s} before {t}?", "Which is earlier, {s} or {t}?", "Are {s} and {t} in the same month?"], en_answer: "{s} is held in {v} and {t} in {u}.", ja: &["{s}と{t}はどちらが先ですか？", "{s}は{t}より前ですか？", "{s}と{t}は同じ月ですか？", "{s}と{t}、早いのはどっち？"], ja_answer: "{s}は{v}で、{t}は{u}です。" },
    Compare { relation: Relation::District, en: &["Is {s} near {t}?", "Is it far from {s} to {t}?", "Are {s} and {t} in the same district?", "Are {s} and {t} close to each other?"], en_answer: "{s} is in the {v} and {t} is in the {u}.", ja: &["{s}は{t}の近くですか？", "{s}から{t}は遠いですか？", "{s}と{t}は同じ地区ですか？", "{s}と{t}は近いですか？"], ja_answer: "{s}は{v}で、{t}は{u}です。" },
    Compare { relation: Relation::ClosedDay, en: &["Are {s} and {t} closed on the same day?", "Which of them is closed on Monday, {s} or {t}?"], en_answer: "{s} is closed on {v} and {t} on {u}.", ja: &["{s}と{t}は休みの日が同じですか？", "月曜日が休みなのは{s}と{t}のどちらですか？"], ja_answer: "{s}は{v}が休みで、{t}は{u}が休みです。" },
    Compare { relation: Relation::PetSpecies, en: &["Do {s} and {t} have the same kind of pet?", "Which pets do {s} and {t} have?"], en_answer: "{s} has {a} and {t} has {b}.", ja: &["{s}と{t}は同じペットを飼っていますか？", "{s}と{t}のペットは何ですか？"], ja_answer: "{s}は{v}を飼っていて、{t}は{u}を飼っています。" },
    Compare { relation: Relation::Workplace, en: &["Do {s} and {t} work at the same place?", "Where do {s} and {t} work?"], en_answer: "{s} works at {v} and {t} works at {u}.", ja: &["{s}と{t}は同じ所で働いていますか？", "{s}と{t}はどこで働いていますか？"], ja_answer: "{s}は{v}で、{t}は{u}で働いています。" },
    Compare { relation: Relation::Hobby, en: &["Do {s} and {t} have the same hobby?", "What are the hobbies of {s} and {t}?"], en_answer: "{s} enjoys {v} and {t} enjoys {u}.", ja: &["{s}と{t}は趣味が同じですか？", "{s}と{t}の趣味は何ですか？"], ja_answer: "{s}の趣味は{v}で、{t}の趣味は{u}です。" },
    Compare { relation: Relation::FavouriteColour, en: &["Do {s} and {t} like the same colour?", "Have {s} and {t} the same favourite colour?"], en_answer: "{s} likes {v} and {t} likes {u}.", ja: &["{s}と{t}は同じ色が好きですか？", "{s}と{t}の好きな色は同じですか？"], ja_answer: "{s}は{v}が好きで、{t}は{u}が好きです。" },
    Compare { relation: Relation::HomeDistrict, en: &["Do {s} and {t} live in the same district?", "Are {s} and {t} from the same part of town?"], en_answer: "{s} lives in the {v} and {t} lives in the {u}.", ja: &["{s}と{t}は同じ地区に住んでいますか？", "{s}と{t}の家は同じ地区ですか？"], ja_answer: "{s}は{v}に住み、{t}は{u}に住んでいます。" },
    Compare { relation: Relation::BirthMonth, en: &["Were {s} and {t} born in the same month?", "Do {s} and {t} share a birth month?"], en_answer: "{s} was born in {v} and {t} in {u}.", ja: &["{s}と{t}は同じ月に生まれましたか？", "{s}と{t}の誕生月は同じですか？"], ja_answer: "{s}は{v}生まれで、{t}は{u}生まれです。" },
    Compare { relation: Relation::Job, en: &["Do {s} and {t} have the same job?", "Are {s} and {t} in the same trade?"], en_answer: "{s} is {a} and {t} is {b}.", ja: &["{s}と{t}は同じ仕事ですか？", "{s}と{t}の仕事は同じですか？"], ja_answer: "{s}は{v}で、{t}は{u}です。" },
    Compare { relation: Relation::FavouriteFood, en: &["Do {s} and {t} like the same food?", "Have {s} and {t} the same favourite food?"], en_answer: "{s} loves {v} and {t} loves {u}.", ja: &["{s}と{t}は同じ食べ物が好きですか？", "{s}と{t}の好物は同じですか？"], ja_answer: "{s}は{v}が大好きで、{t}は{u}が大好きです。" },
];
