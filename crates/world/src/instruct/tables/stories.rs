//! Plots of short stories and requests for them.

use crate::Relation;

/// A plot: what it tells of the hero (and must be allowed to tell), and its text, Japanese and English.
pub(crate) struct Plot {
    pub(crate) needs: &'static [Relation],
    pub(crate) ja: &'static str,
    pub(crate) en: &'static str,
}

pub(crate) const PLOTS: &[Plot] = &[
    Plot {
        needs: &[Relation::FavouriteFood, Relation::BestFriend],
        ja: "ある[晴れた|静かな|寒い]日、{a}は親友の{a.friend}に会いました。二人は{a.food}を食べて、[いろいろな話をしました|たくさん笑いました]。帰り道、空には[虹がかかっていました|星が光っていました]。",
        en: "One [sunny|quiet|cold] day {a} met {a.his} best friend {a.friend}. They ate {a.food} and [talked for hours|laughed a lot]. On the way home they saw [a rainbow|the first star].",
    },
    Plot {
        needs: &[Relation::Job, Relation::Workplace],
        ja: "{a}は{a.work}で働く{a.job}です。ある朝、[小さな鳥|迷子の子猫|小さな犬]が入り口にいました。{a}は[そっと中に入れて|やさしく声をかけて]、その日はずっと楽しい一日になりました。",
        en: "{a} is {a.ajob} at {a.work}. One morning [a little bird|a lost kitten|a small dog] was waiting at the door. {a} [let it in|spoke to it kindly], and it became a happy day.",
    },
    Plot {
        needs: &[Relation::PetName, Relation::PetSpecies, Relation::HomeDistrict],
        ja: "{a.home}に住む{a}は、{a.pet}の{a.petname}を飼っています。ある[夜|朝]、{a.petname}がいなくなりました。{a}は町中を探し、[木の下|駅の前|川のそば]で{a.petname}を見つけました。{a}は大喜びで{a.petname}を抱きしめました。",
        en: "{a} lives in {a.home} with {a.apet} called {a.petname}. One [night|morning] {a.petname} was gone. {a} looked all over town and found {a.petname} [under a tree|by the station|near the river]. {a} was overjoyed.",
    },
    Plot {
        needs: &[Relation::Hobby, Relation::BirthMonth],
        ja: "{a.month}は{a}の誕生月です。{a}の趣味は{a.hobby}なので、友だちは[新しい道具|すてきな本|手作りのカード]を贈りました。{a}は[うれしくて歌いました|にっこり笑いました]。とてもいい誕生日でした。",
        en: "{a} was born in {a.month}. {a.his} hobby is {a.hobby}, so {a.his} friends gave {a.him} [a fine book|new things for it|a card made by hand]. {a} [sang for joy|smiled all day]. It was a very good birthday.",
    },
    Plot {
        needs: &[Relation::FavouriteColour, Relation::HomeDistrict],
        ja: "{a}は{a.home}に住んでいます。好きな色は{a.colour}です。ある日、{a}は道で[{a.of}傘|{a.of}かばん|{a.of}帽子]を拾い、[おばあさん|小さな子]に返しました。お礼に[花|お菓子]をもらい、{a}は幸せでした。",
        en: "{a} lives in {a.home} and likes the colour {a.colour}. One day {a} found {a.acolour} [umbrella|bag|hat] in the street and gave it back to [an old woman|a small child]. {a} got [a flower|some sweets] for it and was happy.",
    },
    Plot {
        needs: &[Relation::Grade, Relation::Teacher],
        ja: "{a}は{a.grade}です。先生は{a.teacher}です。ある日、{a}は[宿題を忘れて|傘を忘れて]困っていました。でも[友だちが助けてくれて|先生が笑ってくれて]、{a}は安心しました。",
        en: "{a} is in the {a.grade}, and {a.his} teacher is {a.teacher}. One day {a} had forgotten [the homework|an umbrella]. But [a friend helped|the teacher only smiled], and all was well.",
    },
];

/// The same with an animal as the hero.
pub(crate) const ANIMAL_PLOTS: &[Plot] = &[
    Plot {
        needs: &[Relation::Species, Relation::Home, Relation::Treat],
        ja: "{a}は{a.home}で暮らす{a.species}です。ある[朝|夜]、{a}は[門が開いているのを見つけて|町が見たくなって]外に出ました。みんなで探すと、{a}は[木の下|川のそば]で{a.treat}を食べていました。",
        en: "{a} is {a.aspecies} that lives at {a.home}. One [morning|night] {a} [found the gate open|wanted to see the town] and went out. Everybody looked for {a.him}. They found {a} [under a tree|by the river], eating {a.treat}.",
    },
    Plot {
        needs: &[Relation::Treat, Relation::Home],
        ja: "ある[雨の|静かな|寒い]日、{a.home}の{a}は[退屈でした|寂しそうでした]。そこへ[小さな子|おばあさん]が{a.treat}を持ってきました。{a}は[大喜びで|目を輝かせて]食べました。その日から二人は友だちです。",
        en: "One [rainy|quiet|cold] day {a} was [bored|lonely] at {a.home}. Then [a small child|an old woman] came with {a.treat}. {a} [was overjoyed|ate it all]. From that day on they were friends.",
    },
];

/// Asked for what comes after the end, and told that this is the end.
pub(crate) const AND_THEN_EN: &[&str] = &["What happened next?", "And then?", "What happened then?", "What happened at the end?", "How does it end?", "And what happened after that?", "Is that all?", "Does the story go on?", "Go on!", "How does the story go on?"];
pub(crate) const THE_END_EN: &[&str] = &["That is the whole story. Shall I tell you another one?", "The story ends there. Would you like to hear another one?"];
pub(crate) const AND_THEN_JA: &[&str] = &["それからどうなりましたか？", "そのあとどうなったの？", "続きは？", "それから？", "最後はどうなりましたか？", "続きを聞かせてください。", "そのあとは？", "それで、どうなったの？", "それで終わりですか？", "続きはありますか？"];
pub(crate) const THE_END_JA: &[&str] = &["お話はこれで終わりです。もう一つお話ししましょうか。", "これでおしまいです。別のお話もしましょうか。"];

pub(crate) const ASK_EN: &[&str] = &["Tell me a short story about {s}.", "Tell me a story about {s}.", "I want to hear a story about {s}.", "Write a short story about {s}.", "A story about {s}, please.", "Can you tell a story with {s}?", "Can you tell me a story about {s}?", "Please tell me a short story about {s}.", "Do you know a story about {s}?"];

pub(crate) const ASK_JA: &[&str] = &["{s}の短いお話をしてください。", "{s}の物語を聞かせて", "{s}についてのお話を書いてください。", "{s}が出てくる話をして", "{s}のお話をお願いします。", "{s}の話が聞きたいです。", "{s}の短いお話を聞かせて", "{s}が出てくる短いお話を聞かせてください。", "{s}のお話を一つ聞かせてくれますか？"];

pub(crate) const ASK_ANY_EN: &[&str] = &["Tell me a story.", "Tell me a short story.", "I want a story!", "Do you know a story?", "Tell me any story.", "Can you tell me a story?", "Please tell me a story.", "Tell me a story about Izumi.", "Tell me a bedtime story.", "I would like to hear a story.", "Make up a story.", "Tell me a story about someone."];

pub(crate) const ASK_ANY_JA: &[&str] = &["お話をしてください。", "何かお話をして", "短い物語を聞かせて", "お話が聞きたいです。", "物語を一つお願いします。", "短いお話をお願いします。", "泉町のお話をしてください。", "何か物語を話して", "お話を作ってください。", "寝る前のお話をして", "誰かのお話を聞かせてください。", "お話をしてくれますか？"];

/// Asked after a story.
pub(crate) const AGAIN_EN: &[&str] = &["Tell me another one.", "Another one, please.", "One more story, please!", "Do you know another story?", "I want one more.", "Tell me another story.", "Another one!", "And another?", "More, please!", "One more!", "A different one, please."];

pub(crate) const AGAIN_JA: &[&str] = &["もう一つ話して", "別のお話をしてください。", "もう一つお願いします。", "ほかのお話もありますか？", "もう一つ聞きたいです。", "もっとお話を聞かせて", "もう一つ！", "もう一つ", "ほかの話は？", "違う話がいい", "もっと！", "次のお話は？"];
