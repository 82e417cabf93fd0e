//! Bilingual pages: sentences with their translations, phrase books, word lists.

use super::{Page, cast, companion};
use crate::Language;
use crate::grammar::{Pen, Register, Role};
use crate::lexicon::{COLOURS, DISTRICTS, FOODS, HOBBIES, JOBS, MONTHS, SPECIES, WEEKDAYS, WILD};

type Pair = (&'static str, &'static str);

/// Sentences about the residents `a` and `b`, word for word the same in both languages. No choices: the two sides must not
/// drift apart.
const RESIDENT: &[Pair] = &[
    ("{a}は{a.home}に住んでいます。", "{a} lives in {a.home}."),
    ("{a}の家は{a.home}にあります。", "{a}'s home is in {a.home}."),
    ("{a}の好きな食べ物は{a.food}です。", "{a}'s favourite food is {a.food}."),
    ("{a}は{a.food}が大好きです。", "{a} loves {a.food}."),
    ("{a}の趣味は{a.hobby}です。", "{a}'s hobby is {a.hobby}."),
    ("{a}は休みの日に{a.hobby.る}。", "{a} {a.hobby.does} on days off."),
    ("昨日、{a}は{a.hobby.た}。", "Yesterday {a} {a.hobby.did}."),
    ("{a}の好きな色は{a.colour}です。", "{a}'s favourite colour is {a.colour}."),
    ("{a}は{a.of}帽子を持っています。", "{a} has {a.acolour} hat."),
    ("{a}の誕生日は{a.month}です。", "{a}'s birthday is in {a.month}."),
    ("{a}は{a.month}に生まれました。", "{a} was born in {a.month}."),
    ("{a}の親友は{a.friend}です。", "{a}'s best friend is {a.friend}."),
    ("{a}と{a.friend}は親友です。", "{a} and {a.friend} are best friends."),
    ("{a.full}は泉町に住んでいます。", "{a.full} lives in Izumi."),
    ("{a}の姓は{a.family}です。", "{a}'s family name is {a.family}."),
    ("{a}は{a.food}を食べました。", "{a} ate {a.food}."),
    ("{a}は{b}に{b.food}をあげました。", "{a} gave {b} some {b.food}."),
    ("{a}と{b}は散歩に行きました。", "{a} and {b} went for a walk."),
    ("{a}は{b}に手紙を書きました。", "{a} wrote a letter to {b}."),
    ("{a}は{b}を待っています。", "{a} is waiting for {b}."),
    ("{a}は{b}の家に行きました。", "{a} went to {b}'s house."),
    ("{a}は{b}にお礼を言いました。", "{a} thanked {b}."),
    ("{a}は{a.home}に、{b}は{b.home}に住んでいます。", "{a} lives in {a.home}, and {b} lives in {b.home}."),
    ("{a}は{a.food}が好きで、{b}は{b.food}が好きです。", "{a} likes {a.food}, and {b} likes {b.food}."),
    ("{a}は六時に{b}に電話しました。", "{a} called {b} at six."),
    ("{a}は今日とても元気です。", "{a} is very well today."),
    ("{a}は少し疲れています。", "{a} is a little tired."),
    ("{a}はうれしそうです。", "{a} looks happy."),
    ("{a}は今、家にいません。", "{a} is not at home now."),
];

/// Sentences about a grown-up `a`.
const WORKER: &[Pair] = &[
    ("{a}は{a.job}です。", "{a} is {a.ajob}."),
    ("{a}は{a.work}で働いています。", "{a} works at {a.work}."),
    ("{a}は{a.work}で{a.job}として働いています。", "{a} works as {a.ajob} at {a.work}."),
    ("{a}の仕事は{a.job}です。", "{a}'s job is {a.job}."),
    ("{a}は毎日{a.job.る}。", "{a} {a.job.does} every day."),
    ("昨日、{a}は{a.job.た}。", "Yesterday {a} {a.job.did}."),
];

const PUPIL: &[Pair] = &[
    ("{a}は{a.work}の{a.grade}です。", "{a} is in the {a.grade} at {a.work}."),
    ("{a}の先生は{a.teacher}です。", "{a}'s teacher is {a.teacher}."),
    ("{a}は毎日学校へ行きます。", "{a} goes to school every day."),
];

const OWNER: &[Pair] = &[
    ("{a}は{a.pet}を飼っています。", "{a} has {a.apet}."),
    ("{a}の{a.pet}の名前は{a.petname}です。", "{a}'s {a.pet} is called {a.petname}."),
    ("{a.petname}は{a}の{a.pet}です。", "{a.petname} is {a}'s {a.pet}."),
    ("{a}の{a.pet}は{a.pet.る}。", "{a}'s {a.pet} {a.pet.does}."),
];

const SIBLING: &[Pair] = &[
    ("{a}の{a.sibword}は{a.sib}です。", "{a}'s {a.sibword} is {a.sib}."),
    ("{a.sib}は{a}の{a.sibword}です。", "{a.sib} is {a}'s {a.sibword}."),
];

/// About the place `p`, the event `e`, the animal `n` and the dish `d`.
const TOWN: &[Pair] = &[
    ("{p}は{p.home}にあります。", "{p} is in {p.home}."),
    ("{p}は{p.known}で有名です。", "{p} is famous for its {p.known}."),
    ("{p}は{p.closed}が休みです。", "{p} is closed on {p.closed}s."),
    ("{p}は泉町の{p.kind}です。", "{p} is {p.akind} in Izumi."),
    ("昨日、{p}へ行きました。", "Yesterday I went to {p}."),
    ("{p}はどこですか。", "Where is {p}?"),
    ("{p}で{p.visit.た}。", "At {p} I {p.visit.did}."),
    ("{e}は{e.month}にあります。", "The {e} is in {e.month}."),
    ("{e}は{e.venue}で開かれます。", "The {e} is held at {e.venue}."),
    ("{e}の目玉は{e.highlight}です。", "The highlight of the {e} is {e.highlight}."),
    ("{n}は{n.species}です。", "{n} is {n.aspecies}."),
    ("{n}は{n.home}で暮らしています。", "{n} lives at {n.home}."),
    ("{n}は{n.treat}が好きです。", "{n} likes {n.treat}."),
    ("{d}には{d.made}が入っています。", "{d} {d.is} made with {d.made}."),
    ("{d}は{d.at}で食べられます。", "You can eat {d} at {d.at}."),
];

/// Everyday sentences that state nothing of anyone.
const PHRASES: &[Pair] = &[
    ("おはようございます。", "Good morning."),
    ("こんにちは。", "Hello."),
    ("こんばんは。", "Good evening."),
    ("おやすみなさい。", "Good night."),
    ("ありがとうございます。", "Thank you very much."),
    ("どういたしまして。", "You are welcome."),
    ("すみません。", "Excuse me."),
    ("ごめんなさい。", "I am sorry."),
    ("お元気ですか。", "How are you?"),
    ("はい、元気です。", "Yes, I am well."),
    ("はじめまして。", "Nice to meet you."),
    ("お名前は何ですか。", "What is your name?"),
    ("また明日。", "See you tomorrow."),
    ("いってきます。", "I am leaving now."),
    ("ただいま。", "I am home."),
    ("いただきます。", "Let us eat."),
    ("おいしいです。", "It is delicious."),
    ("いくらですか。", "How much is it?"),
    ("今、何時ですか。", "What time is it now?"),
    ("今日は何曜日ですか。", "What day is it today?"),
    ("分かりません。", "I do not know."),
    ("分かりました。", "I understand."),
    ("もう一度言ってください。", "Please say it again."),
    ("ゆっくり話してください。", "Please speak slowly."),
    ("駅はどこですか。", "Where is the station?"),
    ("まっすぐ行ってください。", "Go straight on."),
    ("右に曲がってください。", "Turn right."),
    ("左に曲がってください。", "Turn left."),
    ("今日はいい天気です。", "The weather is fine today."),
    ("雨が降っています。", "It is raining."),
    ("雪が降りそうです。", "It looks like snow."),
    ("今日は寒いです。", "It is cold today."),
    ("今日は暑いです。", "It is hot today."),
    ("お腹がすきました。", "I am hungry."),
    ("のどがかわきました。", "I am thirsty."),
    ("水をください。", "Some water, please."),
    ("お茶を一杯ください。", "A cup of tea, please."),
    ("この本はおもしろいです。", "This book is interesting."),
    ("あの花はきれいです。", "That flower is beautiful."),
    ("犬が庭で走っています。", "A dog is running in the garden."),
    ("猫が窓辺で寝ています。", "A cat is sleeping by the window."),
    ("子どもたちが公園で遊んでいます。", "Children are playing in the park."),
    ("電車が来ました。", "The train has come."),
    ("手紙を書いています。", "I am writing a letter."),
    ("本を読むのが好きです。", "I like reading books."),
    ("日曜日に会いましょう。", "Let us meet on Sunday."),
    ("手伝ってください。", "Please help me."),
    ("心配しないでください。", "Do not worry."),
    ("誕生日おめでとうございます。", "Happy birthday."),
    ("気をつけてください。", "Please be careful."),
    ("いっしょに行きましょう。", "Let us go together."),
    ("わたしもそう思います。", "I think so too."),
];

/// How a sentence and its translation are set beside each other.
#[derive(Clone, Copy)]
enum Layout {
    Lines,
    Slash,
    Labels,
    Table,
}

/// Writes a pair, the page's own language first.
fn set(pen: &mut Pen<'_>, pair: Pair, layout: Layout) {
    let own = pen.language;
    let other = match own {
        Language::Ja => Language::En,
        Language::En => Language::Ja,
    };
    let (before, between): (Pair, Pair) = match layout {
        Layout::Lines => (("", ""), ("\n", "\n")),
        Layout::Slash => (("", ""), (" / ", " / ")),
        Layout::Labels => (("日本語：", "English: "), ("\n英語：", "\nJapanese: ")),
        Layout::Table => (("・", "- "), (" = ", " = ")),
    };
    pen.forget();
    pen.say(before);
    pen.say(pair);
    pen.say(between);
    pen.language = other;
    pen.forget();
    pen.say(pair);
    pen.language = own;
    pen.line();
    if matches!(layout, Layout::Lines | Layout::Labels) {
        pen.paragraph();
    }
}

pub(super) fn page(pen: &mut Pen<'_>, resident: usize) -> Page {
    pen.register = Register::Polite;
    match pen.below(10) {
        0 => words(pen),
        1 => phrase_book(pen),
        2 | 3 => town(pen),
        _ => about(pen, resident),
    }
}

fn layout(pen: &mut Pen<'_>) -> Layout {
    [Layout::Lines, Layout::Slash, Layout::Labels, Layout::Table][pen.below(4)]
}

/// Sets `count` pairs of a list in random order.
fn set_some(pen: &mut Pen<'_>, mut pairs: Vec<Pair>, count: usize) {
    let layout = layout(pen);
    pen.random.shuffle(&mut pairs);
    for pair in pairs.into_iter().take(count) {
        set(pen, pair, layout);
    }
}

fn about(pen: &mut Pen<'_>, resident: usize) -> Page {
    let other = companion(pen, resident);
    cast(pen, 'a', resident);
    cast(pen, 'b', other);
    pen.say((
        "[{a.full}を英語で紹介する|{a.full}について（日本語と英語）|英語で言ってみよう：{a}]",
        "[{a.full} in two languages|Say it in Japanese: {a.full}|Reading practice: {a}]",
    ));
    let title = pen.take();
    let person = &pen.world.residents[resident];
    let mut pairs = RESIDENT.to_vec();
    pairs.extend(if person.is_child() { PUPIL } else { WORKER });
    if person.pet.is_some() {
        pairs.extend(OWNER);
    }
    if person.sibling.is_some() {
        pairs.extend(SIBLING);
    }
    let count = 6 + pen.below(4);
    set_some(pen, pairs, count);
    Page { title, text: pen.take() }
}

fn town(pen: &mut Pen<'_>) -> Page {
    let (place, event) = (pen.below(pen.world.places.len()), pen.below(pen.world.events.len()));
    let (animal, dish) = (pen.below(pen.world.animals.len()), pen.below(pen.world.dishes.len()));
    pen.cast('p', Role::Place(place));
    pen.cast('e', Role::Event(event));
    pen.cast('n', Role::Animal(animal));
    pen.cast('d', Role::Dish(dish));
    pen.say((
        "[英語で案内する泉町|町の案内（日本語と英語）]",
        "[Izumi in two languages|A guide to Izumi in English and Japanese]",
    ));
    let title = pen.take();
    let mut pairs = TOWN.to_vec();
    if pen.world.places[place].closed.is_none() {
        pairs.retain(|(_, en)| !en.contains("{p.closed}"));
    }
    set_some(pen, pairs, 10);
    Page { title, text: pen.take() }
}

fn phrase_book(pen: &mut Pen<'_>) -> Page {
    pen.say(("[やさしい英会話|毎日の英語|旅の英語]", "[A little phrase book|Everyday Japanese|Useful phrases]"));
    let title = pen.take();
    set_some(pen, PHRASES.to_vec(), 10);
    Page { title, text: pen.take() }
}

/// A word list of one or two subjects.
fn words(pen: &mut Pen<'_>) -> Page {
    pen.say(("[単語帳|英語の単語|言葉の表]", "[Word list|Japanese words|Vocabulary]"));
    let title = pen.take();
    let mut list: Vec<(String, String)> = match pen.below(7) {
        0 => FOODS.iter().map(|food| (food.ja.into(), food.en.into())).collect(),
        1 => HOBBIES.iter().map(|hobby| (hobby.ja.into(), hobby.en.into())).collect(),
        2 => JOBS.iter().map(|job| (job.ja.into(), job.en.into())).collect(),
        3 => COLOURS.iter().map(|colour| (colour.ja.into(), colour.en.into())).collect(),
        4 => MONTHS.iter().chain(WEEKDAYS).chain(DISTRICTS).map(|word| (word.ja.into(), word.en.into())).collect(),
        5 => {
            let wild = WILD.iter().map(|wild| &wild.species);
            SPECIES.iter().chain(wild).map(|species| (species.ja.into(), species.en.into())).collect()
        }
        _ => {
            let residents = pen.world.residents.iter().map(|resident| &resident.name);
            let places = pen.world.places.iter().map(|place| &place.name);
            residents.chain(places).map(|name| (name.ja.clone(), name.en.clone())).collect()
        }
    };
    pen.random.shuffle(&mut list);
    list.truncate(10 + pen.below(5));
    let sign = ["：", " = "][pen.below(2)];
    let lines: Vec<String> = list
        .into_iter()
        .map(|(ja, en)| match pen.language {
            Language::Ja => format!("{ja}{sign}{en}"),
            Language::En => format!("{en} = {ja}"),
        })
        .collect();
    // As they are: words of a list have no capitals.
    Page { title, text: lines.join("\n") }
}
