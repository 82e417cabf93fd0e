//! Talk: two residents in conversation, and the magazine's interviews.

use super::pages::state;
use super::sentences::{self, Wordings};
use super::{Page, cast};
use crate::facts::{Relation, Subject};
use crate::grammar::{Pen, Register, Role};

/// A question to the person who plays `a`, the answer in the first person, and what the other says to that.
struct Exchange {
    relation: Relation,
    question: Wordings,
    answer: Wordings,
    reaction: Wordings,
}

const EXCHANGES: &[Exchange] = &[
    Exchange {
        relation: Relation::Job,
        question: (
            &[
                "{a}、お仕事は何を[していますか|しているんですか]？",
                "{a}は[どちらで|どこで]働いているんですか？",
                "最近、お仕事はどうですか、{a}？",
            ],
            &["What do you do for a living, {a}?", "Where do you work, {a}?", "How is work these days, {a}?"],
        ),
        answer: (
            &[
                "{a.work}で{a.job}をしています。",
                "{a.job}です。{a.work}で働いています。",
                "おかげさまで、{a.work}で{a.job}の仕事を続けています。",
                "毎日{a.work}で{a.job.連体}のが仕事です。{a.job}ですからね。",
            ],
            &[
                "I work at {a.work}. I am {a.ajob}.",
                "I am {a.ajob} at {a.work}.",
                "I {a.job.do} at {a.work}. That is what {a.ajob} does, after all.",
                "I am still {a.ajob} at {a.work}, and I like it there.",
            ],
        ),
        reaction: (
            &[
                "それは[すてきな|大切な|立派な]お仕事ですね。",
                "{a.job}の仕事は大変でしょう。",
                "今度{a.work}に会いに行きますね。",
                "{a}にぴったりですね。",
            ],
            &[
                "That is [fine|important|good] work.",
                "It must be hard to be {a.ajob}.",
                "I will come and see you at {a.work}.",
                "That suits you well, {a}.",
            ],
        ),
    },
    Exchange {
        relation: Relation::Grade,
        question: (
            &["{a}は何年生ですか？", "{a}、学校はどこですか？"],
            &["Which grade are you in, {a}?", "Do you go to school, {a}?"],
        ),
        answer: (
            &["{a.work}の{a.grade}です。", "{a.grade}です。{a.work}に通っています。"],
            &["I am in the {a.grade} at {a.work}.", "Yes, I go to {a.work}. I am in the {a.grade}."],
        ),
        reaction: (
            &["学校、楽しそうですね。", "もう{a.grade}ですか。早いですね。"],
            &["I hope you like it there.", "Already in the {a.grade}! How time flies."],
        ),
    },
    Exchange {
        relation: Relation::Teacher,
        question: (&["担任の先生は誰ですか、{a}？"], &["Who is your teacher, {a}?"]),
        answer: (
            &["{a.teacher}です。", "{a.teacher}に教わっています。"],
            &["My teacher is {a.teacher}.", "It is {a.teacher}."],
        ),
        reaction: (&["{a.teacher}なら、きっと授業がおもしろいでしょう。"], &["With {a.teacher}, lessons must be fun."]),
    },
    Exchange {
        relation: Relation::HomeDistrict,
        question: (
            &["{a}のお家はどのあたりですか？", "{a}はどこに住んでいるんですか？", "{a}のお住まいはどちらですか？"],
            &["Where do you live, {a}?", "Which part of town is your home in, {a}?", "And where is your house, {a}?"],
        ),
        answer: (
            &[
                "{a.home}に住んでいます。",
                "家は{a.home}にあります。",
                "{a.home}です。[静かで|店が近くて|景色がよくて]気に入っています。",
            ],
            &["I live in {a.home}.", "My house is in {a.home}.", "In {a.home}. It is [quiet|friendly|pleasant] there."],
        ),
        reaction: (
            &[
                "{a.home}はいいところですね。",
                "そうですか。{a.home}にはよく散歩に行きます。",
                "今度遊びに行かせてください。",
            ],
            &[
                "{a.home} is a nice part of town.",
                "I often go for a walk in {a.home}.",
                "I would like to visit you there some day.",
            ],
        ),
    },
    Exchange {
        relation: Relation::FavouriteFood,
        question: (
            &[
                "{a}は何を食べるのがいちばん好きですか？",
                "{a}の好きな食べ物は何ですか？",
                "{a}、いちばんの好物は何ですか？",
            ],
            &[
                "What do you like to eat best, {a}?",
                "What is your favourite food, {a}?",
                "Which food do you love most, {a}?",
            ],
        ),
        answer: (
            &[
                "やっぱり{a.food}です。大好物なんです。",
                "{a.food}がいちばん好きです。",
                "好きな食べ物は{a.food}です。[毎日でも食べたいくらいです|週に一度は食べます|子どものころから大好きです]。",
            ],
            &[
                "{a.food}, of course. I love {a.them}.",
                "My favourite food is {a.food}.",
                "I like {a.food} best. [I could eat {a.them} every day|I have loved {a.them} since I was small].",
            ],
        ),
        reaction: (
            &["{a.food}、いいですね。", "では、今度いっしょに{a.food}を食べましょう。", "{a}らしいですね。"],
            &[
                "{a.food}! Good choice.",
                "Then let us eat {a.food} together some day.",
                "I should have known. You and your {a.food}!",
            ],
        ),
    },
    Exchange {
        relation: Relation::Hobby,
        question: (
            &["休みの日は何をしているんですか、{a}？", "{a}の趣味は何ですか？", "{a}、ひまなときは何をしていますか？"],
            &[
                "What do you do on your days off, {a}?",
                "Do you have a hobby, {a}?",
                "How do you spend your free time, {a}?",
            ],
        ),
        answer: (
            &[
                "趣味は{a.hobby}で、ひまがあればそればかりです。",
                "たいてい{a.hobby.る}。趣味が{a.hobby}なんです。",
                "{a.hobby}が好きで、ひまがあると{a.hobby.る}。",
            ],
            &[
                "My hobby is {a.hobby}, so that is what I do.",
                "I {a.hobby.do} most of the time. {a.hobby} is my hobby.",
                "You know me: {a.hobby}. It is my hobby.",
            ],
        ),
        reaction: (
            &["{a.hobby}は楽しそうですね。", "いいですね。わたしもやってみたいです。", "今度教えてください。"],
            &["{a.hobby} sounds like fun.", "I would like to try that too.", "You must show me how some day."],
        ),
    },
    Exchange {
        relation: Relation::FavouriteColour,
        question: (
            &["{a}は何色が好きですか？", "{a}の好きな色は何ですか？", "すてきな{a.of}帽子ですね、{a}。"],
            &[
                "Which colour do you like best, {a}?",
                "What is your favourite colour, {a}?",
                "That is a fine {a.colour} hat, {a}.",
            ],
        ),
        answer: (
            &[
                "{a.colour}が好きなんです。",
                "好きな色は{a.colour}です。",
                "{a.colour}が好きで、服も{a.of}ものが多いです。",
            ],
            &[
                "{a.colour} is my favourite colour.",
                "I like {a.colour} best.",
                "I love the colour {a.colour}. Even my cup is {a.colour}.",
            ],
        ),
        reaction: (
            &["{a.colour}は{a}によく似合います。", "なるほど、{a.of}ものが多いわけですね。"],
            &["{a.colour} suits you.", "So that is why you have so many {a.colour} things."],
        ),
    },
    Exchange {
        relation: Relation::BirthMonth,
        question: (
            &["{a}の誕生日はいつですか？", "{a}は何月生まれですか？"],
            &["When is your birthday, {a}?", "Which month were you born in, {a}?"],
        ),
        answer: (
            &["{a.month}です。", "誕生日は{a.month}です。", "{a.month}生まれです。"],
            &["My birthday is in {a.month}.", "I was born in {a.month}.", "In {a.month}."],
        ),
        reaction: (
            &["では、{a.month}にお祝いをしましょう。", "{a.month}生まれなんですね。覚えておきます。"],
            &["Then we will celebrate in {a.month}.", "{a.month}! I will remember that."],
        ),
    },
    Exchange {
        relation: Relation::BestFriend,
        question: (
            &["{a}がいちばん仲のよい人は誰ですか？", "{a}の親友は誰ですか？"],
            &["Who is your best friend, {a}?", "Who knows you best, {a}?"],
        ),
        answer: (
            &[
                "親友は{a.friend}です。[何でも話せます|もう長い付き合いです|毎週会っています]。",
                "{a.friend}です。[いつもいっしょにいます|わたしのことを何でも知っています]。",
                "いちばんの友だちですか。{a.friend}です。",
            ],
            &[
                "My best friend is {a.friend}. [I can tell {a.friend} everything|We meet every week].",
                "{a.friend} is my best friend, and has been for years.",
                "That must be {a.friend}, my best friend.",
            ],
        ),
        reaction: (
            &["いい友だちがいて幸せですね。", "{a}と{a.friend}は本当に仲がいいですね。"],
            &["You are lucky to have such a friend.", "{a} and {a.friend}, always together!"],
        ),
    },
    Exchange {
        relation: Relation::PetName,
        question: (
            &["{a}は動物を飼っていますか？", "{a}のお家には動物がいますか？"],
            &["Do you have a pet, {a}?", "Are there any animals in your house, {a}?"],
        ),
        answer: (
            &[
                "はい、{a.pet}の{a.petname}を飼っています。",
                "ええ、{a.pet}が一{a.counter}います。{a.petname}という名前です。",
                "うちの{a.pet}は{a.petname}といいます。[とてもかわいいです|毎日にぎやかです]。",
            ],
            &[
                "I have {a.apet}. Its name is {a.petname}.",
                "Yes, my {a.pet} {a.petname}.",
                "Yes, {a.apet} called {a.petname}. [We are good friends|It keeps me busy].",
            ],
        ),
        reaction: (
            &["{a.petname}に会いたいです。", "{a.petname}とはいい名前ですね。"],
            &["I would love to meet {a.petname}.", "{a.petname} is a good name for {a.apet}."],
        ),
    },
];

/// Writes a line of a conversation.
fn speak(pen: &mut Pen<'_>, speaker: char, wordings: Wordings) {
    label(pen, speaker);
    state(pen, wordings);
    pen.line();
}

fn label(pen: &mut Pen<'_>, speaker: char) {
    match speaker {
        'a' => pen.say(("{a.bare}：", "{a.bare}: ")),
        _ => pen.say(("{b.bare}：", "{b.bare}: ")),
    }
}

/// Lets `b` ask `a` about one to three things, then the other way round.
pub(super) fn dialogue(pen: &mut Pen<'_>, resident: usize) -> Page {
    pen.register = Register::Polite;
    pen.honorific = true;
    let other = acquaintance(pen, resident);
    cast(pen, 'a', resident);
    cast(pen, 'b', other);
    pen.say((
        "[{a.full}と{b.full}の会話|立ち話：{a.full}と{b.full}|{b.bare}、{a.bare}に会う]",
        "[{a.full} and {b.full} talk|A talk between {a.full} and {b.full}|{b} meets {a}]",
    ));
    let title = pen.take();
    scene(pen);
    let (hello, reply) = GREETINGS[pen.below(GREETINGS.len())];
    speak(pen, 'b', hello);
    speak(pen, 'a', reply);
    exchanges(pen, resident, 'a', 'b');
    // The roles change: now the other one is asked.
    cast(pen, 'a', other);
    cast(pen, 'b', resident);
    exchanges(pen, other, 'a', 'b');
    speak(
        pen,
        'b',
        (
            &[
                "では、そろそろ[行きますね|失礼します]。{a}、また[今度|あした|来週]。",
                "楽しかったです、{a}。ありがとうございました。",
                "もうこんな時間ですね。また話しましょう、{a}。",
            ],
            &[
                "Well, I must go. [See you soon|See you tomorrow|Until next time], {a}.",
                "It was nice to talk to you, {a}. Thank you.",
                "Is it so late already? Let us talk again, {a}.",
            ],
        ),
    );
    speak(
        pen,
        'a',
        (
            &["はい、{b}。[気をつけて|また会いましょう|こちらこそ]。", "またね、{b}。[よい一日を|お元気で]。"],
            &["[Goodbye|Take care|Until then], {b}.", "Thank you, {b}. [Have a nice day|Come again]!"],
        ),
    );
    Page { title, text: pen.take() }
}

/// How a conversation begins, and the reply to that.
const GREETINGS: &[(Wordings, Wordings)] = &[
    (
        (&["[こんにちは|おはようございます|お久しぶりです]、{a}。"], &["[Hello|Good morning|Good afternoon], {a}!"]),
        (
            &["こんにちは、{b}。[お元気ですか|会えてうれしいです]。", "ああ、{b}。ちょうど会いたかったんです。"],
            &["Hello, {b}! [Good to see you|How nice to meet you].", "{b}! I was just thinking of you."],
        ),
    ),
    (
        (&["{a}、今日は[いいお天気|寒い|暑い|風が強い]ですね。"], &["[Fine|Cold|Warm|Windy] today, isn't it, {a}?"]),
        (
            &[
                "本当に。{b}、[どこへ行くんですか|お出かけですか]。",
                "そうですね、{b}。[少し休みませんか|あしたも続くそうです]。",
            ],
            &[
                "It is, {b}. [Where are you going|Are you out for a walk]?",
                "Yes, {b}. [Shall we sit down for a while?|They say it will last.]",
            ],
        ),
    ),
    (
        (
            &["{a}、[少しお話ししませんか|ちょっとお時間ありますか|いっしょに歩きませんか]。"],
            &["{a}, [do you have a moment|may I ask you something|shall we walk together]?"],
        ),
        (
            &["はい、{b}。もちろんです。", "いいですよ、{b}。[時間はたっぷりあります|ちょうどひまでした]。"],
            &["Of course, {b}.", "Gladly, {b}. I have time."],
        ),
    ),
    (
        (
            &["はじめまして。{b.full}といいます。[よろしくお願いします|{b.home}に住んでいます]。"],
            &["Hello, we have not met. I am {b.full}[.|, and I live in {b.home}.]"],
        ),
        (
            &["はじめまして。{a.full}です。[こちらこそよろしくお願いします|わたしは{a.home}に住んでいます]。"],
            &["Nice to meet you, {b}. I am {a.full}.", "Pleased to meet you, {b}. My name is {a.full}."],
        ),
    ),
];

/// Someone who does not know `resident` well: neither best friend nor sibling.
fn acquaintance(pen: &mut Pen<'_>, resident: usize) -> usize {
    let person = &pen.world.residents[resident];
    let mut other = pen.below(pen.world.residents.len());
    while other == resident || other == person.friend || person.sibling.is_some_and(|sibling| sibling.resident == other)
    {
        other = (other + 1) % pen.world.residents.len();
    }
    other
}

fn scene(pen: &mut Pen<'_>) {
    if pen.chance(1, 2) {
        return;
    }
    let place = pen.below(pen.world.places.len());
    pen.cast('p', Role::Place(place));
    state(
        pen,
        (
            &["（{p}の前で）", "（{p}で二人が会いました。）", "（{p.home}の道で、{b}が{a}を見かけました。）"],
            &["(In front of {p}.)", "(The two meet at {p}.)", "(On a street in {p.home}, {b} sees {a}.)"],
        ),
    );
    pen.line();
}

fn exchanges(pen: &mut Pen<'_>, asked: usize, answerer: char, asker: char) {
    let person = &pen.world.residents[asked];
    let mut relations = sentences::relations(person);
    pen.least_stated_first(Subject::Resident(asked), &mut relations);
    relations.truncate(2 + pen.below(3));
    for relation in relations {
        let Some(exchange) = EXCHANGES.iter().find(|exchange| exchange.relation == relation) else { continue };
        speak(pen, asker, exchange.question);
        speak(pen, answerer, exchange.answer);
        if pen.chance(2, 3) {
            speak(pen, asker, exchange.reaction);
        }
    }
}

/// A portrait in the magazine: questions of the editor, answers of the resident.
pub(super) fn interview(pen: &mut Pen<'_>, resident: usize) -> Page {
    pen.register = Register::Polite;
    pen.honorific = true;
    cast(pen, 'a', resident);
    pen.say((
        "[今月の顔：{a.full}|{a}に聞く|泉町の人：{a.full}]",
        "[Face of the month: {a.full}|An interview with {a.full}|People of Izumi: {a.full}]",
    ));
    let title = pen.take();
    state(
        pen,
        (
            &[
                "今月は{a.full}さんにお話を聞きました。[?a.child:{a.work}に通う{a.grade}です|{a.work}の{a.job}です]。",
                "{a.home}に住む{a}をたずねました。[明るい声で迎えてくれました|お茶を飲みながら話してくれました]。",
                "本誌の編集部が、[?a.child:小学生|{a.job}]の{a}に質問しました。",
            ],
            &[
                "This month we talked to {a.full}, [?a.child:a {a.grade} pupil of|{a.ajob} at] {a.work}.",
                "We visited {a} in {a.home}, and {a.he} [welcomed us with a smile|offered us a cup of tea].",
                "Our editors had some questions for {a}, [?a.child:a pupil of {a.work}|{a.ajob}].",
            ],
        ),
    );
    pen.paragraph();
    let mut relations = sentences::relations(&pen.world.residents[resident]);
    relations.retain(|relation| *relation != Relation::Sibling);
    pen.random.shuffle(&mut relations);
    relations.truncate(4 + pen.below(3));
    for relation in relations {
        let Some(exchange) = EXCHANGES.iter().find(|exchange| exchange.relation == relation) else { continue };
        pen.say(("――", "Monthly Izumi: "));
        state(pen, exchange.question);
        pen.line();
        label(pen, 'a');
        state(pen, exchange.answer);
        pen.line();
    }
    pen.say((
        "――[今日はありがとうございました|これからもお元気で]。",
        "Monthly Izumi: [Thank you for the talk|Thank you, and all the best].",
    ));
    pen.line();
    Page { title, text: pen.take() }
}
