//! Questions about facts other than the plain one: from the value back, comparing two residents, asking for a portrait.

use crate::Relation;

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
    Reverse { relation: Relation::Job, en: &["Who is {a}?", "Who is the {v}?", "Who works as {a}?", "Which resident is {a}?", "Do you know {a} in Izumi?", "Who in Izumi is {a}?"], en_answers: ["{s} is {a}.", "{s} are {v}s."], ja: &["{v}は誰ですか？", "誰が{v}ですか？", "泉町の{v}は誰？", "{v}をしているのは誰ですか？", "{v}の人を教えてください。"], ja_answer: "{v}は{s}です。" },
    Reverse { relation: Relation::Workplace, en: &["Who works at {v}?", "Who can I meet at {v}?", "Which people work at {v}?", "Who is employed at {v}?"], en_answers: ["{s} works at {v}.", "{s} work at {v}."], ja: &["{v}で働いているのは誰ですか？", "{v}では誰が働いていますか？", "誰が{v}で働いているの？", "{v}に勤めている人は誰？"], ja_answer: "{v}で働いているのは{s}です。" },
    Reverse { relation: Relation::HomeDistrict, en: &["Who lives in the {v}?", "Which people live in the {v}?", "Name someone who lives in the {v}."], en_answers: ["{s} lives in the {v}.", "{s} live in the {v}."], ja: &["{v}に住んでいるのは誰ですか？", "{v}には誰が住んでいますか？", "誰が{v}に住んでいるの？"], ja_answer: "{v}に住んでいるのは{s}です。" },
    Reverse { relation: Relation::FavouriteFood, en: &["Who likes {v} best?", "Who loves {v}?", "Whose favourite food is {v}?", "Which resident loves {v}?"], en_answers: ["{s} loves {v}.", "{s} love {v}."], ja: &["{v}が好きなのは誰ですか？", "誰が{v}を一番好きですか？", "{v}が大好きな人は誰？", "{v}が好物の人は誰ですか？"], ja_answer: "{v}が大好きなのは{s}です。" },
    Reverse { relation: Relation::Hobby, en: &["Who enjoys {v}?", "Whose hobby is {v}?", "Who likes {v}?", "Which resident enjoys {v}?"], en_answers: ["{s} enjoys {v}.", "{s} enjoy {v}."], ja: &["{v}が趣味の人は誰ですか？", "趣味が{v}なのは誰？", "誰が{v}を趣味にしていますか？", "{v}が好きな人は誰ですか？"], ja_answer: "{v}が趣味なのは{s}です。" },
    Reverse { relation: Relation::FavouriteColour, en: &["Who likes the colour {v}?", "Whose favourite colour is {v}?"], en_answers: ["{s} likes the colour {v}.", "{s} like the colour {v}."], ja: &["{v}が好きなのは誰ですか？", "好きな色が{v}の人は誰？"], ja_answer: "{v}が好きなのは{s}です。" },
    Reverse { relation: Relation::BirthMonth, en: &["Who was born in {v}?", "Whose birthday is in {v}?", "Who has a birthday in {v}?"], en_answers: ["{s} was born in {v}.", "{s} were born in {v}."], ja: &["{v}生まれは誰ですか？", "{v}に生まれたのは誰？", "誰の誕生日が{v}ですか？"], ja_answer: "{v}生まれなのは{s}です。" },
    Reverse { relation: Relation::PetName, en: &["Whose pet is {v}?", "Who is {v}'s owner?", "Who owns {v}?", "Who is {v}?", "To whom does {v} belong?"], en_answers: ["{v} is {s}'s pet.", "{v} is the pet of {s}."], ja: &["{v}は誰のペットですか？", "{v}の飼い主は誰ですか？", "{v}を飼っているのは誰？", "{v}って誰？", "{v}は誰が飼っていますか？"], ja_answer: "{v}は{s}のペットです。" },
    Reverse { relation: Relation::FamilyName, en: &["Who has the family name {v}?", "Who in Izumi is called {v}?"], en_answers: ["{s} has the family name {v}.", "{s} have the family name {v}."], ja: &["名字が{v}の人は誰ですか？", "{v}という名字の人は？"], ja_answer: "名字が{v}なのは{s}です。" },
    Reverse { relation: Relation::KnownFor, en: &["Which place is known for its {v}?", "Which place is famous for its {v}?", "Where in Izumi is the place known for its {v}?"], en_answers: ["{s} is known for its {v}.", "{s} are known for their {v}."], ja: &["{v}で知られているのはどこですか？", "{v}で有名な場所はどこですか？", "{v}があるのはどこ？"], ja_answer: "{v}で知られているのは{s}です。" },
    Reverse { relation: Relation::Species, en: &["Which animal is {a}?", "What is the {v} called?", "What is the name of the {v}?"], en_answers: ["{s} is {a}.", "{s} are {v}s."], ja: &["{v}の名前は何ですか？", "泉町の{v}は何という名前ですか？", "{v}は何と呼ばれていますか？"], ja_answer: "{v}の名前は{s}です。" },
    Reverse { relation: Relation::Month, en: &["What is there in {v}?", "Which festival is held in {v}?", "What event is in {v}?", "What happens in Izumi in {v}?"], en_answers: ["{s} is held in {v}.", "{s} are held in {v}."], ja: &["{v}には何がありますか？", "{v}の行事は何ですか？", "{v}に開かれる祭りは何ですか？", "{v}に泉町では何がありますか？"], ja_answer: "{v}には{s}があります。" },
    Reverse { relation: Relation::Venue, en: &["Which event is held at {v}?", "What takes place at {v}?", "Which festival is at {v}?"], en_answers: ["{s} is held at {v}.", "{s} are held at {v}."], ja: &["{v}では何の行事がありますか？", "{v}で開かれるのは何ですか？", "{v}ではどんな祭りがありますか？"], ja_answer: "{v}で開かれるのは{s}です。" },
    Reverse { relation: Relation::ServedAt, en: &["What can I eat at {v}?", "What food does {v} serve?", "Which dish is served at {v}?"], en_answers: ["You can eat {s} at {v}.", "You can eat {s} at {v}."], ja: &["{v}では何が食べられますか？", "{v}の料理は何ですか？", "{v}で何を食べられるの？"], ja_answer: "{v}では{s}が食べられます。" },
    Reverse { relation: Relation::Ingredient, en: &["Which dish is made with {v}?", "What dish has {v} in it?"], en_answers: ["You find {v} in {s}.", "You find {v} in {s}."], ja: &["{v}が入っている料理は何ですか？", "{v}を使う料理は何？"], ja_answer: "{v}が入っているのは{s}です。" },
];

/// Whether two residents share something.
pub(crate) struct Compare {
    pub(crate) relation: Relation,
    pub(crate) en: &'static [&'static str],
    /// Same, different: `{v}` and `{u}` are the values.
    pub(crate) en_answers: [&'static str; 2],
    pub(crate) ja: &'static [&'static str],
    pub(crate) ja_answers: [&'static str; 2],
}

pub(crate) const COMPARE: &[Compare] = &[
    Compare { relation: Relation::FavouriteColour, en: &["Do {s} and {t} like the same colour?", "Have {s} and {t} the same favourite colour?"], en_answers: ["Yes, {s} and {t} both like {v}.", "No, {s} likes {v} and {t} likes {u}."], ja: &["{s}と{t}は同じ色が好きですか？", "{s}と{t}の好きな色は同じですか？"], ja_answers: ["はい、{s}も{t}も{v}が好きです。", "いいえ、{s}は{v}が好きで、{t}は{u}が好きです。"] },
    Compare { relation: Relation::HomeDistrict, en: &["Do {s} and {t} live in the same district?", "Are {s} and {t} from the same part of town?"], en_answers: ["Yes, {s} and {t} both live in the {v}.", "No, {s} lives in the {v} and {t} lives in the {u}."], ja: &["{s}と{t}は同じ地区に住んでいますか？", "{s}と{t}の家は同じ地区ですか？"], ja_answers: ["はい、{s}も{t}も{v}に住んでいます。", "いいえ、{s}は{v}に住み、{t}は{u}に住んでいます。"] },
    Compare { relation: Relation::BirthMonth, en: &["Were {s} and {t} born in the same month?", "Do {s} and {t} share a birth month?"], en_answers: ["Yes, {s} and {t} were both born in {v}.", "No, {s} was born in {v} and {t} in {u}."], ja: &["{s}と{t}は同じ月に生まれましたか？", "{s}と{t}の誕生月は同じですか？"], ja_answers: ["はい、{s}も{t}も{v}生まれです。", "いいえ、{s}は{v}生まれで、{t}は{u}生まれです。"] },
    Compare { relation: Relation::Job, en: &["Do {s} and {t} have the same job?", "Are {s} and {t} in the same trade?"], en_answers: ["Yes, both {s} and {t} work as {a}.", "No, {s} is {a} and {t} is {b}."], ja: &["{s}と{t}は同じ仕事ですか？", "{s}と{t}の仕事は同じですか？"], ja_answers: ["はい、{s}も{t}も{v}です。", "いいえ、{s}は{v}で、{t}は{u}です。"] },
    Compare { relation: Relation::FavouriteFood, en: &["Do {s} and {t} like the same food?", "Have {s} and {t} the same favourite food?"], en_answers: ["Yes, {s} and {t} both love {v}.", "No, {s} loves {v} and {t} loves {u}."], ja: &["{s}と{t}は同じ食べ物が好きですか？", "{s}と{t}の好物は同じですか？"], ja_answers: ["はい、{s}も{t}も{v}が大好きです。", "いいえ、{s}は{v}が大好きで、{t}は{u}が大好きです。"] },
];
