//! What somebody told of themselves, asked for later in the talk.
//!
//! Tuning data have neither these wordings nor these values, so that a model has to take the words over from where they
//! stand. One test in four asks for something that was not told.

use super::{Test, asked, questions, test};
use crate::instruct::{Desk, Message, say};
use crate::lexicon::{Word, w};
use crate::{Bilingual, Language};

/// Number of tests per language.
const RECALL: usize = 80;

/// Something to tell of oneself, as `{x}`, and how one asks for it.
pub(super) struct Topic {
    key: &'static str,
    pub(super) values: Values,
    pub(super) tells: [&'static [&'static str]; 2],
    pub(super) asks: [&'static [&'static str]; 2],
}

/// What may be told.
pub(super) enum Values {
    /// Names of people that are kept for tests.
    Names,
    Words(&'static [Word]),
}

/// English first, then Japanese.
#[rustfmt::skip]
pub(super) const TOPICS: &[Topic] = &[
    Topic {
        key: "name",
        values: Values::Names,
        tells: [
            &["{x} is what everybody calls me.", "Hey Gensen, {x} here!", "You are talking to {x}.", "By the way, I go by {x}.", "Allow me to introduce myself: {x}."],
            &["みんなからは{x}と呼ばれています。", "どうも、{x}という者です。", "{x}だけど、よろしくね。", "申し遅れました、{x}です。", "自己紹介しますと、{x}です。"],
        ],
        asks: [
            &["So who am I talking as?", "Can you still tell me my name?", "Which name did I give you?", "Let's see if you remember: my name?", "By which name do I go?"],
            &["さて、私の名前は何だったでしょう？", "私が名乗った名前を教えて。", "まだ私の名前がわかりますか。", "名前、何て言ったっけ、私。", "ところで私の名前を言えますか？"],
        ],
    },
    Topic {
        key: "home",
        values: Values::Words(&[w("リーズ", "Leeds"), w("リヨン", "Lyon"), w("松江", "Matsue"), w("大分", "Oita"), w("ダラス", "Dallas"), w("福井", "Fukui"), w("ザグレブ", "Zagreb"), w("ナポリ", "Naples")]),
        tells: [
            &["These days {x} is where I live.", "My flat is in {x}.", "We have our house in {x}."],
            &["今の家は{x}です。", "{x}暮らしです。", "{x}で一人暮らしをしています。"],
        ],
        asks: [
            &["In which town do I have my home?", "Where was it that I live?", "Do you recall where I live?"],
            &["私の家はどの町でしたか？", "私、どこに住んでるんだっけ。", "どこに住んでいると話しましたか？"],
        ],
    },
    Topic {
        key: "job",
        values: Values::Words(&[w("養蜂家", "a beekeeper"), w("外科医", "a surgeon"), w("鍵職人", "a locksmith"), w("理髪師", "a barber"), w("ガラス職人", "a glassblower"), w("指揮者", "a conductor"), w("植木職人", "a tree surgeon")]),
        tells: [
            &["By profession I'm {x}.", "I've been {x} for ten years.", "For a living? I am {x}."],
            &["職業は{x}です。", "{x}になって十年です。", "{x}として生計を立てています。"],
        ],
        asks: [
            &["What was my profession?", "What do I do for a job, do you recall?", "What did I tell you about my work?"],
            &["私の職業は何でしたか？", "私が何をして働いているかわかる？", "私の仕事、何て言ったっけ。"],
        ],
    },
    Topic {
        key: "food",
        values: Values::Words(&[w("ラビオリ", "ravioli"), w("おでん", "oden"), w("ファラフェル", "falafel"), w("茶碗蒸し", "chawanmushi"), w("しゃぶしゃぶ", "shabu-shabu"), w("グヤーシュ", "goulash"), w("ベーグル", "bagels")]),
        tells: [
            &["The best thing to eat is {x}, if you ask me.", "I never get tired of {x}, that is my favourite food.", "My all-time favourite food is {x}."],
            &["食べ物なら何といっても{x}が一番です。", "大好物と聞かれたら{x}と答えます。", "私の一番の好物は{x}です。"],
        ],
        asks: [
            &["Which food did I call my favourite?", "What do I love to eat most?", "Do you still know my favourite food?"],
            &["私の一番好きな食べ物、わかる？", "私の大好物は何だと言いましたか？", "好きな食べ物を聞いたよね。何だった？"],
        ],
    },
    Topic {
        key: "animal",
        values: Values::Words(&[w("ダチョウ", "ostriches"), w("アナグマ", "badgers"), w("白鳥", "swans"), w("カバ", "hippos"), w("クジャク", "peacocks"), w("アライグマ", "raccoons"), w("タコ", "octopuses")]),
        tells: [
            &["Of all animals I like {x} most.", "I am mad about {x}, my favourite animals.", "No animals are as lovely as {x}."],
            &["動物の中で{x}が一番好きです。", "動物といえば、私は{x}派です。", "何より好きな動物は{x}なんです。"],
        ],
        asks: [
            &["Which animals did I say I like most?", "What are my favourite animals?", "Which animals am I fond of?"],
            &["私が一番好きな動物はどれでしたか？", "私はどの動物が好きなんだっけ。", "好きな動物、覚えてくれた？"],
        ],
    },
    Topic {
        key: "hobby",
        values: Values::Words(&[w("ジャグリング", "juggling"), w("凧揚げ", "flying kites"), w("木彫り", "woodcarving"), w("腹話術", "ventriloquism"), w("化石掘り", "digging for fossils"), w("切り絵", "paper cutting")]),
        tells: [
            &["When I have time, I go in for {x}.", "My great passion is {x}.", "{x} is how I relax: it's my hobby."],
            &["時間があると{x}に夢中です。", "何年も続けている趣味は{x}です。", "{x}が私の生きがいの趣味です。"],
        ],
        asks: [
            &["What did I say I do as a hobby?", "Which hobby have I got?", "Do you recall my pastime?"],
            &["私の趣味は何だと話しましたか？", "私、何が趣味だって言った？", "私が夢中になっている趣味は？"],
        ],
    },
    Topic {
        key: "dog",
        values: Values::Words(&[w("バルタザル", "Balthazar"), w("ごんた", "Gonta"), w("ズズ", "Zuzu"), w("ピックル", "Pickles"), w("ワッフル丸", "Wafflemaru"), w("ノブタ", "Nobuta"), w("ジェット", "Jet")]),
        tells: [
            &["I share my home with a dog by the name of {x}.", "My old dog {x} is asleep at my feet.", "We named our dog {x}."],
            &["うちの老犬は{x}という名です。", "愛犬の{x}が足もとで寝ています。", "飼い犬に{x}と名付けました。"],
        ],
        asks: [
            &["What did we name our dog?", "My dog, what's the name?", "By which name do I call my dog?"],
            &["私の犬は何ていう名前だった？", "愛犬の名前は何でしたか？", "犬の名前、もう忘れちゃった？"],
        ],
    },
];

/// What was told, at times some talk of the town, and the question.
pub(super) fn tests(desk: &mut Desk<'_>) -> Vec<Test> {
    (0..RECALL).map(|number| recall(desk, number)).collect()
}

fn recall(desk: &mut Desk<'_>, number: usize) -> Test {
    let topic = &TOPICS[number % TOPICS.len()];
    let is_told = number % 4 != 3;
    let tells = if is_told { topic } else { &TOPICS[(number + 1 + desk.below(TOPICS.len() - 1)) % TOPICS.len()] };
    let value = value(desk, &tells.values);
    let value = value.get(desk.language);
    let told = say::fill(desk.pick(tells.tells[0], tells.tells[1]), &[("x", value)]);
    let reply = desk.pick(&["Thank you for telling me."], &["教えてくれてありがとうございます。"]);
    let mut prompt = vec![Message::user(desk.finish(told)), Message::assistant(reply)];
    if desk.chance(50) {
        prompt.extend(of_the_town(desk));
    }
    prompt.push(Message::user(desk.pick(topic.asks[0], topic.asks[1])));
    // Whether the model says "a barber" or "barber" is not what is asked.
    let answer = value.strip_prefix("a ").unwrap_or(value);
    Test {
        prompt,
        answers: if is_told { vec![answer.to_string()] } else { Vec::new() },
        about: Some(topic.key),
        ..test(desk.language, "recall", number, String::new())
    }
}

fn value(desk: &mut Desk<'_>, values: &Values) -> Bilingual {
    match values {
        Values::Words(words) => (*desk.random.choose(words)).into(),
        Values::Names => {
            let name = desk.strangers.person(&mut desk.random);
            Bilingual::new(name.get(Language::Ja), name.get(Language::En))
        }
    }
}

/// A question about the town and what is so.
fn of_the_town(desk: &mut Desk<'_>) -> [Message; 2] {
    let fact = desk.fact();
    let pattern = desk.random.choose(&questions(desk.language, fact.relation)).clone();
    let question = asked(say::slots(desk.world, fact, desk.language), fact.relation, &pattern, desk.language);
    let statement = say::statement(desk.world, fact, desk.language, &mut desk.random);
    [Message::user(desk.finish(question)), Message::assistant(desk.finish(statement))]
}
