//! Diaries and letters: residents write in the first person.

use super::pages::state;
use super::sentences::Wordings;
use super::{Page, cast, companion};
use crate::grammar::{Pen, Register, Role};
use crate::lexicon::MONTHS;

/// Lets the date play `t` ("5月12日", "12 May"), the season `z` and a kind of weather `w`.
fn set_day(pen: &mut Pen<'_>) {
    let month = &MONTHS[pen.date.month as usize - 1];
    let day = pen.date.day;
    pen.words('t', format!("{}{day}日", month.ja), format!("{day} {}", month.en));
    let (ja, en) = match pen.date.month {
        3..=5 => ("ずいぶん暖かくなりましたが", "Spring is in the air"),
        6..=8 => ("暑い日が続いていますが", "It is hot these days"),
        9..=11 => ("朝夕は涼しくなりましたが", "It has grown cool"),
        _ => ("寒い日が続いていますが", "It has become cold"),
    };
    pen.words('z', ja, en);
    const WEATHER: [(&str, &str); 5] = [
        ("晴れ", "sunny"),
        ("くもり", "cloudy"),
        ("雨", "rainy"),
        ("風の強い日", "windy"),
        ("晴れのちくもり", "sunny, then cloudy"),
    ];
    let (ja, en) = WEATHER[pen.below(WEATHER.len())];
    pen.words('w', ja, en);
}

/// Writes one each of several groups of wordings, as a paragraph.
fn passage(pen: &mut Pen<'_>, groups: &[Wordings]) {
    for &wordings in groups {
        state(pen, wordings);
    }
    pen.paragraph();
}

const MORNING: Wordings = (
    &[
        "朝、{a.home}の家で目が覚め<た>。窓の外は[明る<かった>|まだ暗<かった>|鳥の声がして<いた>]。",
        "今朝は[早く|いつもより遅く|日の出とともに]起き<た>。{a.home}の朝はいつも静か<だ>。",
        "朝ご飯のあと、{a.home}の家を<出る1:た>。",
        "[?a.pet:朝いちばんに{a.pet}の{a.petname}にえさを<やる5:た>。|朝いちばんに窓を<開ける1:た>。]{a.home}の空気は気持ちがよ<い>。",
    ],
    &[
        "I woke up in my house in {a.home}. [It was bright outside|It was still dark outside|The birds were singing].",
        "This morning I got up [early|late|with the sun]. Mornings in {a.home} are always quiet.",
        "After breakfast I left my house in {a.home}.",
        "[?a.pet:First of all I fed {a.petname}, my {a.pet}.|First of all I opened the window.] The air in {a.home} was fresh.",
    ],
);

const WORK: Wordings = (
    &[
        "今日も[?a.child:{a.work}へ行き、{a.teacher}の授業を<受ける1:た>。|{a.work}で{a.job.た}。それが{a.job}の仕事<だ>。]",
        "[?a.child:{a.grade}の教室はにぎやか<だった>。{a.teacher}も笑って<いた>。|{a.work}は忙しく、{a.job}の仕事は山ほど<あった>。]",
        "[?a.child:学校では{a.teacher}にほめられ<た>。|{a.job}として{a.work}に通って、もう何年に<なる5>。今日も一日よく<働く5:た>。]",
    ],
    &[
        "[?a.child:At {a.work} I had lessons with {a.teacher}.|At {a.work} I {a.job.did}, as {a.ajob} does.]",
        "[?a.child:It was noisy in the {a.grade} today. Even {a.teacher}, our teacher, laughed.|There was a lot to do at {a.work}. {a.ajob} is never bored.]",
        "[?a.child:At school {a.teacher} praised me.|I have been {a.ajob} at {a.work} for years now, and today I worked hard again.]",
    ],
);

const FREE: Wordings = (
    &[
        "夕方は趣味の{a.hobby}の時間<だ>。[一時間|暗くなるまで|少しだけ]{a.hobby.た}。",
        "そのあと、[久しぶりに|いつものように]{a.hobby.た}。{a.hobby}をしていると、いやなことも忘れ<る>。",
        "時間があったので、{a.hobby.た}。やはり{a.hobby}は楽し<い>。",
    ],
    &[
        "In the evening I had time for my hobby, {a.hobby}. I {a.hobby.did} [for an hour|until it got dark|for a little while].",
        "Then I {a.hobby.did}, [for the first time in a while|as usual]. When it comes to {a.hobby}, I forget all my worries.",
        "I had some time, so I {a.hobby.did}. {a.hobby} is a good hobby.",
    ],
);

const SUPPER: Wordings = (
    &[
        "夜は{a.food}を<食べる1:た>。{a.food}がいちばん好き<だ>。",
        "夕方、大好物の{a.food}を<食べる1:た>。[おいしかった|幸せな気分になった|残さず食べた]のは言うまでも<ない>。",
        "家に帰ると{a.food}が<あった>。いちばん好きな食べ物があると、疲れも忘れ<る>。",
    ],
    &[
        "In the evening I had {a.food}. I like {a.food} best.",
        "Later I had some {a.food}, my favourite food, and was [happy|no longer tired].",
        "When I came home, I found some {a.food} waiting. My favourite food makes me forget how tired I am.",
    ],
);

const VISIT: Wordings = (
    &[
        "昼に親友の{a.friend}に<会う5:た>。[いろいろな話を<した>|二人で<笑う5:た>|元気そう<だった>]。",
        "帰り道、いちばんの友だちの{a.friend}が手を振って<いた>。いっしょに少し<歩く5:た>。",
        "{a.friend}から電話が<あった>。親友の声を聞くと安心<する>。",
    ],
    &[
        "At noon I met my best friend {a.friend}. [We talked about everything|We laughed a lot|We had tea].",
        "On the way home my best friend {a.friend} waved to me, and we walked a little way together.",
        "{a.friend} called me. It is good to hear the voice of my best friend.",
    ],
);

const PLACE: Wordings = (
    &[
        "途中で{p}に<寄る5:た>。{p.known}が気になった<からだ>。",
        "{p.home}の{p}にも<行く5:た>。{p}は{p.known}で有名<だ>。",
        "[?p.closed:{p}へ行こうと<した>が、今日は{p.closed}で休み<だった>。|{p}の前のベンチで少し<休む5:た>。]",
    ],
    &[
        "On the way I stopped at {p}, which is known for its {p.known}.",
        "I also went to {p} in {p.home}. It is famous for its {p.known}.",
        "[?p.closed:I wanted to go to {p}, but it was {p.closed}, and on {p.closed}s it is closed.|I rested for a while on the bench in front of {p}.]",
    ],
);

const PET: Wordings = (
    &[
        "家では{a.petname}が待って<いた>。うちの{a.pet}は[今日も元気<だ>|今日もよく<食べる1:た>|わたしを見ると<喜ぶ5>]。",
        "{a.petname}は今日も{a.pet.た}。{a.pet}を見ていると飽き<+ない>。",
    ],
    &[
        "{a.petname} was waiting at home. My {a.pet} [is full of life|ate well today|is always happy to see me].",
        "Today {a.petname} {a.pet.did}, as always. I could watch my {a.pet} for hours.",
    ],
);

const SMALL: Wordings = (
    &[
        "店で{a.of}[帽子|皿|座布団|湯のみ]を見つけて<買う5:た>。{a.colour}は好きな色<だ>。",
        "[?a.child:友だち|近所の人]に{a.of}花を<もらう5:た>。好きな色を覚えていてくれた<のだ>。",
        "{a.month}が来るのが待ち遠し<い>。わたしの誕生日がある月だ<からだ>。",
        "{a.month}の誕生日には{a.of}ものがほし<い>。",
    ],
    &[
        "In a shop I found {a.acolour} [cushion|plate|cup|hat] and bought it. {a.colour} is my favourite colour.",
        "Someone gave me {a.acolour} flower; they had remembered my favourite colour.",
        "I am already looking forward to {a.month}, for that is when my birthday is.",
        "For my birthday in {a.month} I want something {a.colour}, my favourite colour.",
    ],
);

const NIGHT: Wordings = (
    &[
        "[いい|忙しい|静かな|長い]一日<だった>。",
        "[あした|今度の休みに]は{a.friend}と[出かけたい|ゆっくり話したい]と<思う5>。",
        "もう寝る時間<だ>。あしたも[晴れるとよ<い>|いい日になるとよ<い>]。",
        "日記を書いていたら眠くなって<きた>。",
    ],
    &[
        "It was a [good|busy|quiet|long] day.",
        "[Tomorrow|On my next day off] I would like to [go out|have a long talk] with {a.friend}.",
        "It is time to sleep. I hope tomorrow will be [fine|a good day] too.",
        "Writing this has made me sleepy.",
    ],
);

pub(super) fn diary(pen: &mut Pen<'_>, resident: usize) -> Page {
    pen.register = if pen.chance(2, 3) { Register::Plain } else { Register::Polite };
    cast(pen, 'a', resident);
    let place = pen.below(pen.world.places.len());
    pen.cast('p', Role::Place(place));
    set_day(pen);
    pen.say((
        "[{a.full}の日記|{a.full}の日記、{t}|{t}の日記（{a}）]",
        "[Diary of {a.full}|{a.full}'s diary, {t}|{t}, from the diary of {a}]",
    ));
    let title = pen.take();
    pen.say(("[{a.full}の日記　|]{t}（{w}）", "[{a.full}'s diary, |]{t}, {w}"));
    pen.line();
    pen.honorific = true;
    let mut middle = vec![WORK, FREE, VISIT, PLACE, SMALL];
    if pen.world.residents[resident].pet.is_some() {
        middle.push(PET);
    }
    pen.random.shuffle(&mut middle);
    middle.truncate(2 + pen.below(3));
    if pen.chance(2, 3) {
        middle.push(SUPPER);
    }
    state(pen, MORNING);
    passage(pen, &middle);
    state(pen, NIGHT);
    Page { title, text: pen.take() }
}

pub(super) fn letter(pen: &mut Pen<'_>, resident: usize) -> Page {
    pen.register = Register::Polite;
    pen.honorific = true;
    let other = companion(pen, resident);
    cast(pen, 'a', resident);
    cast(pen, 'b', other);
    set_day(pen);
    pen.say(("{a.bare}から{b}への[手紙|便り]", "[A letter|Letter] from {a} to {b}"));
    let title = pen.take();
    state(pen, (&["{b}へ", "親愛なる{b}", "{b}、お元気ですか。"], &["Dear {b},", "My dear {b},", "Hello {b},"]));
    pen.paragraph();
    passage(pen, &[SEASON]);
    let mut news = vec![NEWS_FOOD, NEWS_HOBBY];
    news.push(if pen.world.residents[resident].is_child() { NEWS_SCHOOL } else { NEWS_WORK });
    if pen.world.residents[resident].pet.is_some() {
        news.push(NEWS_PET);
    }
    pen.random.shuffle(&mut news);
    news.truncate(1 + pen.below(2));
    news.push(NEWS_COLOUR);
    passage(pen, &news);
    let mut about_you = vec![YOUR_FOOD, YOUR_HOBBY, YOUR_BIRTHDAY, YOUR_COLOUR];
    if pen.world.residents[other].pet.is_some() {
        about_you.push(YOUR_PET);
    }
    pen.random.shuffle(&mut about_you);
    about_you.truncate(2 + pen.below(2));
    passage(pen, &about_you);
    state(
        pen,
        (
            &[
                "それでは、体に気をつけて。",
                "お返事を待っています。",
                "また手紙を書きます。",
                "近いうちに会いましょう。",
            ],
            &[
                "Take care of yourself.",
                "I am looking forward to your answer.",
                "I will write again soon.",
                "Let us meet before long.",
            ],
        ),
    );
    pen.line();
    pen.say(("[{a.full}|{a.bare}]より", "[With love,|Yours,|Your friend,] [{a.full}|{a}]"));
    Page { title, text: pen.take() }
}

const SEASON: Wordings = (
    &[
        "{z}、いかがお過ごしですか。わたしは{a.home}で元気に暮らしています。",
        "しばらくお会いしていませんね。{a.home}では[花がきれいです|何も変わりません|雨が続いています]。",
        "お手紙をありがとうございました。{a.home}の家で、[何度も|うれしく|すぐに]読みました。",
    ],
    &[
        "{z}. How are you? I am well and still living in {a.home}.",
        "We have not met for some time. Here in {a.home} [the flowers are out|nothing has changed|it rains every day].",
        "Thank you for your letter. I read it [twice|with joy|at once] in my house in {a.home}.",
    ],
);

const NEWS_WORK: Wordings = (
    &[
        "わたしは相変わらず{a.work}で{a.job}をしています。[毎日{a.job.連体}のは楽しいです|忙しいですが、元気です]。",
        "仕事のほうは、{a.job}として{a.work}で[毎日働いています|がんばっています]。",
    ],
    &[
        "I am still {a.ajob} at {a.work}. [I {a.job.do} every day, and I like it|There is much to do, but I am well].",
        "As for my work, I {a.job.do} at {a.work}; {a.ajob} has no time to be bored.",
    ],
);

const NEWS_SCHOOL: Wordings = (
    &["{a.work}では{a.grade}になりました。先生は{a.teacher}です。"],
    &["At {a.work} I am in the {a.grade} now, and my teacher is {a.teacher}."],
);

const NEWS_FOOD: Wordings = (
    &[
        "昨日は大好きな{a.food}を食べました。あなたにも食べさせたかったです。",
        "好きな食べ物は今も{a.food}です。[少し太ったかもしれません|それだけは変わりません]。",
    ],
    &[
        "Yesterday I had {a.food}, my favourite food. I wish you had been there.",
        "My favourite food is still {a.food}. [I may have put on some weight|Some things never change].",
    ],
);

const NEWS_HOBBY: Wordings = (
    &[
        "趣味の{a.hobby}も続けています。[先週も|日曜日にも|昨日も]{a.hobby.た}。",
        "休みの日には{a.hobby.る}。{a.hobby}はよい趣味です。",
    ],
    &[
        "I also keep up my hobby, {a.hobby}. [Last week|On Sunday|Yesterday] I {a.hobby.did} again.",
        "On my days off I {a.hobby.do}. {a.hobby} is a good hobby.",
    ],
);

const NEWS_COLOUR: Wordings = (
    &[
        "新しい{a.of}[座布団|帽子|湯のみ]を買いました。わたしの好きな色は{a.colour}ですから。",
        "この便せんの色を見てください。{a.colour}は、わたしのいちばん好きな色です。",
        "[植木鉢|道具箱|いす]を{a.colour}にぬりました。好きな色に囲まれると気分がよいです。",
    ],
    &[
        "I have bought {a.acolour} [cushion|hat|lamp], because my favourite colour is {a.colour}.",
        "Look at the colour of this paper: {a.colour} is what I like best.",
        "I have painted [the chairs|my toolbox|the flower pots] {a.colour}. It does one good to live with one's favourite colour.",
    ],
);

const NEWS_PET: Wordings = (
    &[
        "{a.pet}の{a.petname}も元気です。よく{a.pet.る}。",
        "うちの{a.pet}を覚えていますか。{a.petname}は少し大きくなりました。",
    ],
    &[
        "My {a.pet} {a.petname} is well and {a.pet.does} as always.",
        "Do you remember my {a.pet}? {a.petname} has grown a little.",
    ],
);

const YOUR_FOOD: Wordings = (
    &[
        "今度来るときは、{b}の好きな{b.food}を用意しておきます。",
        "{b}は今も{b.food}がいちばん好きですか。わたしは{b.food}を見るたびに{b}を思い出します。",
    ],
    &[
        "When you come, {b}, I will have some {b.food} ready, for I know that is your favourite food.",
        "Do you still like {b.food} best, {b}? I think of you whenever I see {b.food}.",
    ],
);

const YOUR_HOBBY: Wordings = (
    &[
        "{b}の{b.hobby}のほうはどうですか。趣味があるのはよいことです。",
        "{b}、まだ{b.hobby}を続けていますか。{b.hobby}は{b}らしい趣味だと思います。",
    ],
    &[
        "How is it going with your hobby, {b.hobby}, {b}?",
        "{b}, do you still enjoy {b.hobby}? I often tell others about your hobby.",
    ],
);

const YOUR_BIRTHDAY: Wordings = (
    &[
        "{b}の誕生日は{b.month}でしたね。その日には[花|本|お菓子]を送ります。",
        "{b.month}の{b}の誕生日には、必ず会いに行きます。",
    ],
    &[
        "Your birthday is in {b.month}, {b}. I will send you [flowers|a book|sweets].",
        "For your birthday in {b.month}, {b}, I will come and see you.",
    ],
);

const YOUR_COLOUR: Wordings = (
    &[
        "店で{b.of}ハンカチを見つけました。好きな色は{b.colour}でしたね、{b}。今度送ります。",
        "{b}の好きな{b.of}花が、{b.home}でも咲いているでしょうか。",
        "{b.of}毛糸を買いました。{b}のいちばん好きな色は{b.colour}ですから、それで手袋を編みます。",
    ],
    &[
        "In a shop I saw {b.acolour} handkerchief. {b.colour} is still your favourite colour, {b}, is it not? I will send it to you.",
        "Are there any flowers in {b.home} in your favourite colour, {b.colour}, {b}?",
        "I have bought some wool in {b.colour}, because that is your favourite colour, {b}, and I will knit gloves for you.",
    ],
);

const YOUR_PET: Wordings = (
    &["{b}の{b.pet}の{b.petname}は元気ですか。", "{b.petname}にもよろしく。{b}の{b.pet}にまた会いたいです。"],
    &[
        "How is {b.petname}, your {b.pet}, {b}?",
        "Say hello to {b.petname}. I would like to see your {b.pet} again, {b}.",
    ],
);
