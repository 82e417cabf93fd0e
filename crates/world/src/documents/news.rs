//! The town's news and its weather.

use super::pages::state;
use super::sentences::Wordings;
use super::{Page, cast};
use crate::facts::Pet;
use crate::grammar::{Pen, Register, Role};
use crate::lexicon::{DISTRICTS, MONTHS, WEEKDAYS};

/// Lets the date play `t`.
fn set_date(pen: &mut Pen<'_>) {
    let month = &MONTHS[pen.date.month as usize - 1];
    let day = pen.date.day;
    pen.words('t', format!("{}{day}日", month.ja), format!("{day} {}", month.en));
}

/// Casts two different residents as `a` and `b`.
fn cast_two(pen: &mut Pen<'_>) -> [usize; 2] {
    let count = pen.world.residents.len();
    let one = pen.below(count);
    let two = (one + 1 + pen.below(count - 1)) % count;
    cast(pen, 'a', one);
    cast(pen, 'b', two);
    [one, two]
}

pub(super) fn article(pen: &mut Pen<'_>, number: usize) -> Page {
    pen.register = if pen.chance(1, 2) { Register::Polite } else { Register::Plain };
    pen.honorific = true;
    set_date(pen);
    let [one, two] = cast_two(pen);
    let place = pen.below(pen.world.places.len());
    pen.cast('p', Role::Place(place));
    match number % 6 {
        0 => festival(pen),
        1 => place_news(pen),
        2 => talk(pen),
        3 => found(pen, [one, two]),
        4 => zoo(pen),
        _ => profile(pen),
    }
}

/// Writes a headline and a number of sentences.
fn report(pen: &mut Pen<'_>, headline: (&'static str, &'static str), sentences: &[Wordings]) -> Page {
    pen.honorific = false;
    pen.say(headline);
    let title = pen.take();
    pen.honorific = true;
    for &wordings in sentences {
        state(pen, wordings);
    }
    Page { title, text: pen.take() }
}

/// What a resident says of a thing; ends most reports.
const COMMENT: Wordings = (
    &[
        "{a.home}に住む[?a.child:{a.grade}の|{a.job}の]{a.full}さんは「[とても楽しかった|来年も来たい|うれしい]」と話して<いた>。",
        "[?a.child:{a.work}の{a.grade}、|{a.work}で働く]{a}は、[笑顔|真剣な顔]で見て<いた>。",
        "{a}は親友の{a.friend}といっしょに<来た>。「[また来ます|来てよかった]」と<言う5:た>。",
        "{a}は「終わったら{a.food}を食べたい。いちばん好きな食べ物だから」と<笑う5:た>。",
    ],
    &[
        "\"[It was great fun|I will come again next year|I am happy]!\" said {a.full}, [?a.child:a {a.grade} pupil|{a.ajob}] from {a.home}.",
        "{a}, [?a.child:a {a.grade} pupil of {a.work}|who works at {a.work}], watched with [a smile|great interest].",
        "{a} came together with {a.his} best friend {a.friend}. \"[We will be back|It was worth it],\" they said.",
        "\"Now I want {a.food}, my favourite food,\" said {a} and laughed.",
    ],
);

fn festival(pen: &mut Pen<'_>) -> Page {
    let event = pen.below(pen.world.events.len());
    pen.cast('e', Role::Event(event));
    let sentences: &[Wordings] = &[
        (
            &[
                "{e.month}の{e}が、今年も{e.venue}で開かれ<た>。",
                "{e.venue}で{e}が<あった>。毎年{e.month}に行われる行事<だ>。",
            ],
            &[
                "The {e} was held at {e.venue} again this {e.month}.",
                "This {e.month}, as every year, the {e} took place at {e.venue}.",
            ],
        ),
        (
            &[
                "[朝から|家族連れなど、|午後になると]大勢の人が集まり、{e.act.た}。",
                "目玉の{e.highlight}には長い列が<できる1:た>。",
            ],
            &[
                "[From early morning|With family and friends|In the afternoon] many people came and {e.act.did}.",
                "There was a long queue for the highlight, {e.highlight}.",
            ],
        ),
        COMMENT,
        (
            &[
                "来年の{e}も{e.month}に{e.venue}で開かれる予定<だ>。",
                "{b}は友だちと荷物運びを<手伝う5:た>。{b}は[?b.child:{b.grade}|{b.job}]<だ>。",
            ],
            &[
                "Next year's {e} will again be in {e.month} at {e.venue}.",
                "{b}, [?b.child:a {b.grade} pupil|{b.ajob}], helped to carry boxes.",
            ],
        ),
    ];
    report(
        pen,
        ("[{e}、にぎわう|{e.venue}で{e}|今年も{e}]", "[The {e} draws a crowd|The {e} at {e.venue}|Another fine {e}]"),
        sentences,
    )
}

fn place_news(pen: &mut Pen<'_>) -> Page {
    let sentences: &[Wordings] = &[
        (
            &[
                "{p.home}の{p}に、{t}、[新しい看板が<できる1:た>|新しいベンチが<できる1:た>|新しい花だんが<できる1:た>]。",
                "{t}、{p.home}にある{p}で[見学会|感謝の会|掃除の日]が<あった>。",
            ],
            &[
                "On {t}, {p} in {p.home} got [a new sign|a new bench|a new flower bed].",
                "On {t} there was [an open day|a cleaning day|a day of thanks] at {p} in {p.home}.",
            ],
        ),
        (
            &[
                "{p}は{p.known}で知られる{p.kind}<だ>。",
                "{p}といえば{p.known}が有名で、この日も多くの人が<訪れる1:た>。",
            ],
            &[
                "{p} is {p.akind} known for its {p.known}.",
                "{p} is famous for its {p.known}, and many people came on that day too.",
            ],
        ),
        COMMENT,
        (
            &[
                "[?p.closed:{p}は{p.closed}が休みなので、行く人は気をつけてほし<い>。|{p}は毎日開いて<いる>。]",
                "[?p.closed:なお、{p}の定休日は{p.closed}<だ>。|なお、{p}に休みの日は<ない>。]",
            ],
            &[
                "[?p.closed:Visitors should remember that {p} is closed on {p.closed}s.|{p} is open every day.]",
                "{p} is open every day[?p.closed: except {p.closed}|].",
            ],
        ),
    ];
    report(pen, ("[{p}に新しい動き|{p}の一日|{p}だより]", "[News from {p}|A day at {p}|What is new at {p}]"), sentences)
}

/// A resident has talked about a hobby.
fn talk(pen: &mut Pen<'_>) -> Page {
    let sentences: &[Wordings] = &[
        (
            &[
                "趣味の{a.hobby}について、{a.full}さんが町の集まりで<話す5:た>。",
                "{t}、{a.home}の{a}の話を聞く会が<あった>。話は趣味の{a.hobby}のこと<だった>。",
            ],
            &[
                "{a.full} has given a talk about {a.his} hobby, {a.hobby}.",
                "On {t}, {a} of {a.home} told the town about {a.hobby}, {a.his} hobby.",
            ],
        ),
        (
            &["{a}は[?a.child:{a.work}の{a.grade}で、{a.teacher}に教わって<いる>|{a.work}で働く{a.job}<だ>]。"],
            &["{a} is [?a.child:in the {a.grade} at {a.work} and is taught by {a.teacher}|{a.ajob} at {a.work}]."],
        ),
        (
            &[
                "「[みなさんに聞いてもらえてよかった|自分でもびっくりするほど話した]。帰ったら{a.food}を食べます」と、{a.food}が大好きな{a}は<話す5:た>。",
            ],
            &[
                "\"[It was good to have so many listeners|I was surprised how much I had to say]. Tonight I will eat {a.food}, my favourite food,\" said {a}.",
            ],
        ),
        (
            &["親友の{a.friend}は[いちばん前で聞いて<いた>|花束をわたして<いた>]。", "会場は{p}<だった>。"],
            &[
                "{a.p} best friend {a.friend} [sat in the first row|brought a bunch of flowers].",
                "The talk was given at {p}.",
            ],
        ),
    ];
    report(
        pen,
        (
            "[{a}、趣味を語る|{a.hobby}の話|{a}の話に拍手]",
            "[{a} talks about a hobby|A talk by {a}|A talk on {a.hobby}]",
        ),
        sentences,
    )
}

/// A pet that was lost and found by one of two residents, whichever is not its owner.
fn found(pen: &mut Pen<'_>, [one, two]: [usize; 2]) -> Page {
    let residents = &pen.world.residents;
    let can_be_lost = |pet: &Pet| pet.species.en != "goldfish";
    let owners: Vec<usize> =
        (0..residents.len()).filter(|&r| residents[r].pet.as_ref().is_some_and(can_be_lost)).collect();
    let owner = owners[pen.below(owners.len())];
    cast(pen, 'c', owner);
    cast(pen, 'b', if owner == two { one } else { two });
    let sentences: &[Wordings] = &[
        (
            &[
                "{t}、{c.home}に住む{c}の{c.pet}、{c.petname}が一時いなく<なる5:た>が、夕方に<見つかる5:た>。",
                "迷子になっていた{c.pet}の{c.petname}が、{t}、{p}の近くで<見つかる5:た>。飼い主は{c.home}の{c.full}さん<だ>。",
            ],
            &[
                "On {t}, {c.petname}, the {c.pet} of {c} in {c.home}, was lost for some hours and found in the evening.",
                "{c.petname}, a lost {c.pet}, was found near {p} on {t}. It belongs to {c.full} of {c.home}.",
            ],
        ),
        (
            &[
                "見つけたのは[?b.child:小学生の|{b.job}の]{b.full}さん<だ>。「{c.pet}が見えたので、{c.petname}だと思いました」と{b}は<話す5:た>。",
            ],
            &[
                "It was found by {b.full}, [?b.child:a pupil|{b.ajob}]. \"I saw {c.apet} and thought of {c.petname},\" {b} said.",
            ],
        ),
        (
            &[
                "{c}は「[無事でよかった|もうはなしません]」と[涙を浮かべて<いた>|ほっとした様子<だった>]。",
                "{c}はお礼に、{b}の好きな{b.food}を届け<た>。",
            ],
            &[
                "\"[I am so glad|I will take better care]!\" said {c}, [with tears in {c.his} eyes|much relieved].",
                "To say thank you, {c} brought {b} some {b.food}, {b.p} favourite food.",
            ],
        ),
    ];
    report(
        pen,
        (
            "[迷子の{c.pet}、見つかる|{c.petname}が帰ってきた|{c.petname}、無事に家へ]",
            "[Lost {c.pet} found|{c.petname} is home again|{c.p} {c.pet} {c.petname} found]",
        ),
        sentences,
    )
}

fn zoo(pen: &mut Pen<'_>) -> Page {
    let animal = pen.below(pen.world.animals.len());
    pen.cast('n', Role::Animal(animal));
    let sentences: &[Wordings] = &[
        (
            &[
                "{n.home}の人気者、{n.species}の{n}が、{t}、[新しい名札を<もらう5:た>|新しい小屋に<移る5:た>|絵本に<なる5:た>]。",
            ],
            &[
                "On {t}, {n} the {n.species}, the favourite of {n.home}, [was given a new name board|moved into a new hut|became the hero of a picture book].",
            ],
        ),
        (
            &[
                "{n}は{n.home}で暮らす{n.species}で、好物は{n.treat}<だ>。",
                "この日は{n.treat}をもらい、{n}は満足そうに{n.act.た}。",
            ],
            &[
                "{n} is {n.aspecies} who lives at {n.home} and loves {n.treat}.",
                "{n} was given {n.treat} and {n.act.did}, quite content.",
            ],
        ),
        COMMENT,
    ];
    report(
        pen,
        (
            "[{n.species}の{n}に拍手|{n.home}の{n}|{n}、元気です]",
            "[Good news of {n} the {n.species}|{n} of {n.home}|{n} is well]",
        ),
        sentences,
    )
}

fn profile(pen: &mut Pen<'_>) -> Page {
    let sentences: &[Wordings] = &[
        (
            &["「町の人」の欄、今回は{a.home}に住む{a.full}さん<だ>。", "今週は、{a.home}の{a}を紹介<する>。"],
            &[
                "In our column \"People of the town\" we present {a.full} of {a.home}.",
                "This week we introduce {a}, who lives in {a.home}.",
            ],
        ),
        (
            &[
                "{a}は[?a.child:{a.work}の{a.grade}<だ>|{a.work}で{a.job}をして<いる>]。",
                "{a}を{a.work}で見たことがある人もいる<だろう>。[?a.child:{a.grade}の小学生<だ>|{a.job}<だ>]。",
            ],
            &[
                "{a} is [?a.child:in the {a.grade} at {a.work}|{a.ajob} at {a.work}].",
                "Many of our readers will have seen {a} at {a.work}, where {a.he} is [?a.child:in the {a.grade}|{a.ajob}].",
            ],
        ),
        (
            &[
                "好きな食べ物は{a.food}、好きな色は{a.colour}、趣味は{a.hobby}<だ>。",
                "誕生日は{a.month}<だ>。親友の{a.friend}が毎年祝って<くれる1>。",
            ],
            &[
                "{a.p} favourite food is {a.food}, {a.his} favourite colour is {a.colour}, and {a.his} hobby is {a.hobby}.",
                "{a.p} birthday is in {a.month}, and {a.his} best friend {a.friend} never forgets it.",
            ],
        ),
        (
            &[
                "[?a.pet:家では{a.pet}の{a.petname}が待って<いる>。|「泉町は住みやすい」と{a}は<言う5>。]",
                "[?a.pet:{a.pet}の{a.petname}と写った写真を見せて<くれる1:た>。|写真をとると、少してれて<いた>。]",
            ],
            &[
                "[?a.pet:At home {a.petname}, {a.his} {a.pet}, is waiting.|\"Izumi is a good place to live,\" says {a}.]",
                "[?a.pet:{a} showed us a picture of {a.his} {a.pet} {a.petname}.|{a} was a little shy when we took a picture.]",
            ],
        ),
    ];
    report(
        pen,
        (
            "[町の人：{a.full}|{a.full}さんを紹介|{a.home}の{a.full}さん]",
            "[People of the town: {a.full}|Meet {a.full}|{a.full} of {a.home}]",
        ),
        sentences,
    )
}

pub(super) fn weather(pen: &mut Pen<'_>, _number: usize) -> Page {
    pen.register = Register::Polite;
    set_date(pen);
    let today = pen.below(7);
    pen.words('u', WEEKDAYS[today].ja, WEEKDAYS[today].en);
    pen.words('v', WEEKDAYS[(today + 1) % 7].ja, WEEKDAYS[(today + 1) % 7].en);
    pen.say(("[泉町の天気|{t}の天気|あしたの天気]", "[Weather in Izumi|The weather, {t}|The weather for tomorrow]"));
    let title = pen.take();
    // Mean temperatures of a mild inland town, January first, in degrees Celsius.
    const MEAN: [usize; 12] = [6, 7, 10, 15, 20, 23, 27, 28, 24, 18, 13, 8];
    let high = MEAN[pen.date.month as usize - 1] + 3 + pen.below(4);
    let low = high - 6 - pen.below(3).min(high - 6);
    pen.words('h', high.to_string(), high.to_string());
    pen.words('l', low.to_string(), low.to_string());
    let one = pen.below(DISTRICTS.len());
    let two = (one + 1 + pen.below(DISTRICTS.len() - 1)) % DISTRICTS.len();
    pen.words('d', DISTRICTS[one].ja, DISTRICTS[one].en);
    pen.words('e', DISTRICTS[two].ja, DISTRICTS[two].en);
    let sentences: &[Wordings] = &[
        (
            &[
                "{u}の泉町は[朝から晴れる|一日じゅうくもりの|雨の降りやすい|風の強い]一日になるでしょう。",
                "{t}、{u}は[晴れ|くもり|雨|晴れのちくもり]でしょう。",
            ],
            &[
                "{u} will be [sunny|cloudy|rainy|windy] in Izumi.",
                "On {u}, {t}, expect [sunshine|clouds|rain|wind and clouds].",
            ],
        ),
        (
            &["最高気温は{h}度、最低気温は{l}度です。", "気温は{l}度から{h}度の間でしょう。"],
            &["The high will be {h} degrees, the low {l}.", "Temperatures will be between {l} and {h} degrees."],
        ),
        (
            &[
                "{d}では[朝のうち霧が出る|昼すぎに雨が降る|夕方から風が強くなる]かもしれません。",
                "{d}では{e}より[少し暖かく|少し涼しく]なりそうです。",
            ],
            &[
                "In the {d} there may be [fog in the morning|a shower after noon|strong wind in the evening].",
                "The {d} will be a little [warmer|cooler] than the {e}.",
            ],
        ),
        (
            &[
                "[出かける人は傘を忘れずに|洗濯物は早めに取りこみましょう|水をよく飲みましょう|足もとに気をつけましょう]。",
                "{v}は[また晴れる|少しくもる|雨が上がる]見こみです。",
            ],
            &[
                "[Do not forget your umbrella|Bring in the washing early|Drink enough water|Mind your step].",
                "{v} will be [sunny again|a little cloudy|dry].",
            ],
        ),
    ];
    for &wordings in sentences {
        state(pen, wordings);
    }
    Page { title, text: pen.take() }
}
