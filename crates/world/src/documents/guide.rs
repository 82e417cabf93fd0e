//! How-tos and recipes.

use super::pages::state;
use super::sentences::Wordings;
use super::{Page, cast};
use crate::Language;
use crate::grammar::{Pen, Register, Role};

/// Instructions: a title, what is needed, steps in order, a last word. Each is (Japanese, English).
struct Guide {
    title: (&'static str, &'static str),
    needed: (&'static str, &'static str),
    steps: &'static [(&'static str, &'static str)],
    last: (&'static str, &'static str),
}

const HOW_TO: &[Guide] = &[
    Guide {
        title: ("[手紙の出し方|手紙を送るには]", "[How to send a letter|Sending a letter]"),
        needed: ("紙、封筒、切手", "paper, an envelope and a stamp"),
        steps: &[
            ("紙に[伝えたいこと|近ごろのこと]を書きます。", "Write down [what you want to say|your news]."),
            (
                "手紙を[二つに|三つに]折って封筒に入れます。",
                "Fold the letter [once|twice] and put it into the envelope.",
            ),
            ("封筒の表に相手の名前と住所を書きます。", "Write the name and the address on the front."),
            (
                "切手をはり、泉郵便局かポストに持っていきます。",
                "Put on a stamp and take the letter to Izumi Post Office or to a postbox.",
            ),
        ],
        last: ("返事を待つ時間も楽しいものです。", "Waiting for the answer is part of the fun."),
    },
    Guide {
        title: ("[植物の育て方|花を育てるには]", "[How to grow a flower|Growing flowers]"),
        needed: ("鉢、土、種、水", "a pot, soil, seeds and water"),
        steps: &[
            (
                "鉢に土を入れ、[指で|棒で]小さな穴をあけます。",
                "Fill the pot with soil and make a small hole [with a finger|with a stick].",
            ),
            ("穴に種を[二つ|三つ]入れ、土をかぶせます。", "Put [two|three] seeds into the hole and cover them."),
            ("日の当たる場所に置き、毎朝水をやります。", "Put the pot in the sun and water it every morning."),
            (
                "芽が出たら、[弱い芽をぬきます|元気な芽だけを残します]。",
                "When the shoots come up, [pull out the weak ones|keep only the strong ones].",
            ),
        ],
        last: ("あわてず、毎日見てあげることが大切です。", "Do not hurry, and look after it every day."),
    },
    Guide {
        title: ("[折り紙で鳥を折る|紙の鳥の作り方]", "[How to fold a paper bird|A bird of paper]"),
        needed: ("正方形の紙一枚", "one square sheet of paper"),
        steps: &[
            (
                "紙を三角に折り、もう一度三角に折ります。",
                "Fold the sheet into a triangle, and once more into a smaller one.",
            ),
            ("袋になったところを開いて、四角くつぶします。", "Open the pocket and press it flat into a square."),
            ("左右のかどを真ん中に合わせて折ります。", "Fold the left and right corners to the middle."),
            ("先を折って、[頭|くちばし]を作ります。", "Fold the tip to make the [head|beak]."),
        ],
        last: ("羽を広げたら、できあがりです。", "Spread the wings, and the bird is finished."),
    },
    Guide {
        title: ("[自転車の点検|自転車に乗る前に]", "[How to check a bicycle|Before you ride a bicycle]"),
        needed: ("空気入れと布", "a pump and a cloth"),
        steps: &[
            (
                "タイヤを押して、空気が入っているか確かめます。",
                "Press the tyres to see whether there is enough air in them.",
            ),
            (
                "前と後ろのブレーキを[一つずつ|順番に]かけてみます。",
                "Try the front and the back brake [one by one|in turn].",
            ),
            ("ライトがつくかどうか見ます。", "See whether the light works."),
            ("サドルの高さを合わせ、よごれをふきます。", "Set the saddle to the right height and wipe off the dirt."),
        ],
        last: (
            "悪いところがあれば、乗らずに直してもらいましょう。",
            "If something is wrong, do not ride before it is mended.",
        ),
    },
    Guide {
        title: ("[本の借り方|図書館で本を借りるには]", "[How to borrow a book|Borrowing a book from the library]"),
        needed: ("図書カード", "a library card"),
        steps: &[
            (
                "泉図書館で[読みたい本|気になる本]を探します。",
                "Look for a book that [you want to read|interests you] at Izumi Library.",
            ),
            (
                "見つからないときは、[司書|係の人]に聞きます。",
                "If you cannot find it, ask [the librarian|someone at the desk].",
            ),
            ("受付で図書カードといっしょに本を出します。", "Hand over the book with your card at the desk."),
            ("二週間以内に読んで、返します。", "Read the book and bring it back within two weeks."),
        ],
        last: ("本は[やさしく|きれいな手で]あつかいましょう。", "Handle books [gently|with clean hands]."),
    },
    Guide {
        title: ("[部屋の片づけ方|部屋をきれいにするには]", "[How to tidy a room|Tidying up]"),
        needed: ("箱三つとほうき", "three boxes and a broom"),
        steps: &[
            ("まず窓を開けます。", "First open the window."),
            (
                "物を「使う」「使わない」「分からない」の三つの箱に分けます。",
                "Sort your things into three boxes: keep, give away, not sure.",
            ),
            (
                "「使う」物を[決まった場所に|元の場所に]もどします。",
                "Put what you keep [in its place|back where it belongs].",
            ),
            ("最後に、ほうきで床をはきます。", "Last of all, sweep the floor."),
        ],
        last: (
            "一日に[十分|十五分]だけでも、続ければきれいになります。",
            "Even [ten|fifteen] minutes a day will make a difference.",
        ),
    },
    Guide {
        title: ("[よく眠るには|眠れない夜のために]", "[How to sleep well|For sleepless nights]"),
        needed: ("静かな部屋", "a quiet room"),
        steps: &[
            ("昼のうちに[外を歩きます|体を動かします]。", "During the day, [take a walk|move about]."),
            ("夜は[コーヒー|濃いお茶]を飲まないようにします。", "In the evening, do not drink [coffee|strong tea]."),
            ("寝る一時間前に、明るい画面を見るのをやめます。", "Stop looking at bright screens an hour before bed."),
            ("部屋を暗くして、ゆっくり息をします。", "Make the room dark and breathe slowly."),
        ],
        last: (
            "それでも眠れない日が続くときは、医者に相談しましょう。",
            "If you still cannot sleep for many days, ask a doctor.",
        ),
    },
    Guide {
        title: ("[犬の散歩のしかた|犬と歩くときに]", "[How to walk a dog|Walking a dog]"),
        needed: ("首輪、ひも、水、袋", "a collar, a lead, water and a bag"),
        steps: &[
            ("首輪とひもがしっかりしているか確かめます。", "Make sure that the collar and the lead are firm."),
            ("[犬の速さに合わせて|急がずに]歩きます。", "Walk [at the pace of the dog|without hurrying]."),
            ("途中で水を飲ませます。", "Give the dog some water on the way."),
            ("ふんは袋に入れて持ち帰ります。", "Put the droppings into the bag and take them home."),
        ],
        last: ("知らない犬に急にさわってはいけません。", "Never touch a strange dog without asking."),
    },
    Guide {
        title: ("[時計の読み方|時計を読むには]", "[How to read a clock|Reading the clock]"),
        needed: ("針のある時計", "a clock with hands"),
        steps: &[
            ("短い針が何時かを教えます。", "The short hand shows the hour."),
            (
                "長い針が何分かを教えます。一つの目もりは一分です。",
                "The long hand shows the minutes. One small mark is one minute.",
            ),
            ("長い針が[6|六]にあれば三十分、つまり半です。", "When the long hand is at six, it is half past the hour."),
            (
                "短い針が3、長い針が12なら、三時です。",
                "If the short hand is at three and the long one at twelve, it is three o'clock.",
            ),
        ],
        last: (
            "毎日少しずつ読めば、すぐに覚えられます。",
            "Read it a few times every day, and you will soon know how.",
        ),
    },
    Guide {
        title: ("[地震のときにすること|地震にそなえて]", "[What to do in an earthquake|Earthquakes]"),
        needed: ("落ち着いた心", "a calm mind"),
        steps: &[
            (
                "ゆれを感じたら、[机|丈夫なテーブル]の下に入って頭を守ります。",
                "When you feel the ground shake, get under a [desk|strong table] and protect your head.",
            ),
            ("ゆれが止まったら、火を消します。", "When it stops, put out any fire."),
            ("戸や窓を開けて、出口を作ります。", "Open a door or a window so that you can get out."),
            (
                "落ち着いて、[広い場所|学校の校庭]へ歩いて行きます。",
                "Stay calm and walk to [an open place|the school playground].",
            ),
        ],
        last: ("ふだんから家族と集まる場所を決めておきましょう。", "Agree with your family beforehand where to meet."),
    },
];

const RECIPES: &[Guide] = &[
    Guide {
        title: ("[おにぎりの作り方|簡単おにぎり]", "[How to make rice balls|Easy rice balls]"),
        needed: ("ご飯二杯、塩少し、のり二枚", "two bowls of cooked rice, a little salt and two sheets of seaweed"),
        steps: &[
            ("手を水でぬらし、塩を少しつけます。", "Wet your hands and rub a little salt on them."),
            (
                "温かいご飯を手に取り、[真ん中に好きな具を入れます|くぼみを作って具を入れます]。",
                "Take some warm rice and [put a filling into the middle|make a hollow for the filling].",
            ),
            ("三角になるように、やさしくにぎります。", "Press it gently into the shape of a triangle."),
            ("のりを巻きます。", "Wrap it in seaweed."),
        ],
        last: ("強くにぎりすぎないのがこつです。", "Do not press too hard."),
    },
    Guide {
        title: ("[味噌汁の作り方|毎日の味噌汁]", "[How to make miso soup|Miso soup for every day]"),
        needed: ("だし、味噌、豆腐、ねぎ", "stock, miso, tofu and leeks"),
        steps: &[
            ("鍋でだしを温めます。", "Heat the stock in a pot."),
            ("豆腐を小さく切って入れます。", "Cut the tofu into small cubes and add it."),
            ("火を弱くして、味噌をとかします。", "Turn down the heat and stir in the miso."),
            ("ねぎをちらして、[すぐに|熱いうちに]食べます。", "Sprinkle the leeks on top and serve it [at once|hot]."),
        ],
        last: ("味噌を入れたら、わかしてはいけません。", "Do not let it boil once the miso is in."),
    },
    Guide {
        title: ("[パンケーキの作り方|ふわふわパンケーキ]", "[How to make pancakes|Soft pancakes]"),
        needed: ("小麦粉、卵、牛乳、砂糖、バター", "flour, eggs, milk, sugar and butter"),
        steps: &[
            ("卵と牛乳と砂糖をよくまぜます。", "Beat the eggs with the milk and the sugar."),
            ("小麦粉を加えて、[さっと|軽く]まぜます。", "Add the flour and stir [quickly|lightly]."),
            (
                "フライパンにバターをとかし、生地を丸く流します。",
                "Melt the butter in a pan and pour in a round of batter.",
            ),
            ("泡が出てきたら裏返し、両面を焼きます。", "When bubbles appear, turn it over and bake the other side."),
        ],
        last: ("はちみつやいちごといっしょに食べるとおいしいです。", "Pancakes are good with honey or strawberries."),
    },
    Guide {
        title: ("[カレーライスの作り方|家のカレーライス]", "[How to make curry rice|Curry rice at home]"),
        needed: (
            "玉ねぎ、にんじん、じゃがいも、肉、カレー粉、ご飯",
            "onions, carrots, potatoes, meat, curry powder and rice",
        ),
        steps: &[
            (
                "野菜と肉を[食べやすい大きさに|大きめに]切ります。",
                "Cut the vegetables and the meat into [small|large] pieces.",
            ),
            ("鍋で玉ねぎを茶色になるまでいためます。", "Fry the onions in a pot until they are brown."),
            (
                "ほかの材料と水を入れて、三十分ほどにます。",
                "Add everything else and some water, and cook it for half an hour.",
            ),
            ("カレー粉を入れてまぜ、ご飯にかけます。", "Stir in the curry powder and serve it over rice."),
        ],
        last: ("次の日のカレーは、もっとおいしくなります。", "On the next day it tastes even better."),
    },
    Guide {
        title: ("[卵焼きの作り方|甘い卵焼き]", "[How to make a rolled omelette|Sweet rolled omelette]"),
        needed: ("卵三個、砂糖、塩、油", "three eggs, sugar, salt and oil"),
        steps: &[
            ("卵をとき、砂糖と塩を入れます。", "Beat the eggs with the sugar and the salt."),
            ("フライパンに油を引き、卵を薄く流します。", "Oil the pan and pour in a thin layer of egg."),
            ("固まってきたら、はしから巻きます。", "When it begins to set, roll it up from one side."),
            (
                "これを[三回|くり返し]行い、切り分けます。",
                "Do this [three times|again and again], then cut the roll into slices.",
            ),
        ],
        last: ("火は中くらいがよいでしょう。", "A medium heat is best."),
    },
    Guide {
        title: ("[焼き芋の作り方|秋の焼き芋]", "[How to roast sweet potatoes|Roasted sweet potatoes for autumn]"),
        needed: ("さつまいもと紙とアルミホイル", "sweet potatoes, paper and foil"),
        steps: &[
            ("さつまいもをよく洗います。", "Wash the sweet potatoes well."),
            ("ぬらした紙で包み、その上からホイルで包みます。", "Wrap them in wet paper and then in foil."),
            ("弱い火で[一時間|五十分]ほど焼きます。", "Roast them over a low heat for about [an hour|fifty minutes]."),
            ("竹ぐしがすっと通れば、できあがりです。", "When a stick goes through easily, they are done."),
        ],
        last: ("熱いので、気をつけて食べましょう。", "Be careful: they are hot."),
    },
    Guide {
        title: ("[サンドイッチの作り方|昼のサンドイッチ]", "[How to make sandwiches|Sandwiches for lunch]"),
        needed: ("パン、バター、卵、きゅうり、チーズ", "bread, butter, eggs, cucumber and cheese"),
        steps: &[
            ("パンにバターをぬります。", "Butter the bread."),
            ("ゆで卵をつぶし、塩を少しまぜます。", "Mash the boiled eggs with a little salt."),
            ("卵ときゅうりとチーズをパンにのせます。", "Put egg, cucumber and cheese on the bread."),
            (
                "もう一枚のパンではさみ、[半分に|四つに]切ります。",
                "Cover it with another slice and cut it into [halves|quarters].",
            ),
        ],
        last: (
            "パンのみみは、こむぎベーカリーでは切らずに出すそうです。",
            "Komugi Bakery, they say, leaves the crusts on.",
        ),
    },
    Guide {
        title: ("[プリンの作り方|手作りプリン]", "[How to make custard pudding|Home-made custard pudding]"),
        needed: ("卵、牛乳、砂糖", "eggs, milk and sugar"),
        steps: &[
            (
                "砂糖と少しの水をにつめて、茶色のソースを作ります。",
                "Boil some sugar with a little water until it is brown.",
            ),
            (
                "卵と温めた牛乳と砂糖をまぜて、こします。",
                "Mix the eggs with warm milk and sugar, and strain the mixture.",
            ),
            (
                "カップにソースと卵液を入れ、弱い火でむします。",
                "Pour the sauce and the mixture into cups and steam them over a low heat.",
            ),
            ("冷やしてから、皿に出します。", "Let them cool before you turn them out."),
        ],
        last: ("前の日に作っておくと、味がなじみます。", "They taste best on the next day."),
    },
];

/// How steps are joined: with numbers, with words, or in a row.
fn steps(pen: &mut Pen<'_>, guide: &Guide) {
    const ORDER: [(&str, &str); 4] =
        [("まず、", "First, "), ("次に、", "Next, "), ("それから、", "After that, "), ("最後に、", "Finally, ")];
    let numbered = pen.chance(1, 2);
    for (index, step) in guide.steps.iter().enumerate() {
        if numbered {
            pen.words('i', (index + 1).to_string(), (index + 1).to_string());
            pen.say(("{i}　", "{i}. "));
            pen.say(*step);
            pen.line();
            continue;
        }
        let plain = match pen.language {
            Language::Ja => !step.0.starts_with("まず") && !step.0.starts_with("最後"),
            Language::En => false,
        };
        if plain && pen.chance(2, 3) {
            pen.say(ORDER[index.min(3)]);
        }
        pen.say(*step);
        pen.space();
    }
    pen.line();
}

fn guide(pen: &mut Pen<'_>, guide: &Guide, needed: (&'static str, &'static str)) -> Page {
    pen.register = Register::Polite;
    pen.honorific = true;
    let expert = pen.below(pen.world.residents.len());
    cast(pen, 'a', expert);
    pen.say(guide.title);
    let title = pen.take();
    if pen.chance(2, 3) {
        expert_says(pen);
        pen.paragraph();
    }
    pen.say(needed);
    pen.say(guide.needed);
    pen.say(("です。", "."));
    pen.paragraph();
    steps(pen, guide);
    pen.paragraph();
    pen.say(guide.last);
    Page { title, text: pen.take() }
}

/// Who explains it.
fn expert_says(pen: &mut Pen<'_>) {
    let wordings: Wordings = (
        &[
            "今日は、{a.home}に住む{a.full}さんに聞きました。",
            "[?a.child:{a.work}に通う{a}|{a.work}で{a.job}をしている{a}]が教えてくれました。",
            "{a.hobby}が趣味の{a.full}さんのやり方を紹介します。",
            "{a}が親友の{a.friend}に教わったやり方です。",
        ],
        &[
            "Today we asked {a.full}, who lives in {a.home}.",
            "{a}, [?a.child:a pupil at {a.work}|{a.ajob} at {a.work}], explained it to us.",
            "This is how {a.full}, whose hobby is {a.hobby}, does it.",
            "{a} learned this from {a.his} best friend {a.friend}.",
        ],
    );
    state(pen, wordings);
}

pub(super) fn how_to(pen: &mut Pen<'_>, _number: usize) -> Page {
    let chosen = &HOW_TO[pen.below(HOW_TO.len())];
    guide(pen, chosen, ("[用意するもの|いるもの]は、", "[You need|What you need is] "))
}

pub(super) fn recipe(pen: &mut Pen<'_>, number: usize) -> Page {
    if number.is_multiple_of(3) {
        return town_dish(pen, number);
    }
    let chosen = &RECIPES[pen.below(RECIPES.len())];
    guide(pen, chosen, ("[材料|用意するもの]は、", "[You need|The ingredients are] "))
}

/// A dish of the town: where it comes from and what is in it.
fn town_dish(pen: &mut Pen<'_>, _number: usize) -> Page {
    pen.register = Register::Polite;
    pen.honorific = true;
    let (dish, eater) = (pen.below(pen.world.dishes.len()), pen.below(pen.world.residents.len()));
    pen.cast('d', Role::Dish(dish));
    cast(pen, 'a', eater);
    pen.say(("[家で作る{d}|{d}の作り方|泉町の味：{d}]", "[{d} at home|How to make {d}|A taste of Izumi: {d}]"));
    let title = pen.take();
    let opening: Wordings = (
        &[
            "{d}は{d.at}で食べられますが、家でも作れます。",
            "{d.at}の{d}をまねて作ってみました。",
            "泉町の名物、{d}を家で作りましょう。店で食べたい人は{d.at}へどうぞ。",
        ],
        &[
            "{d} {d.is} served at {d.at}, but you can make {d.them} at home.",
            "This is our copy of the {d} of {d.at}.",
            "Let us make {d}, the pride of Izumi. If you would rather eat out, go to {d.at}.",
        ],
    );
    state(pen, opening);
    let inside: Wordings = (
        &["大切な材料は{d.made}です。[新しいもの|よいもの]を選びましょう。", "{d}には{d.made}が欠かせません。"],
        &[
            "The important thing is the {d.made}. [Choose with care|Only the best will do].",
            "There {d.is} no {d} without {d.made}.",
        ],
    );
    state(pen, inside);
    pen.paragraph();
    let work: Wordings = (
        &[
            "{d.made}の下ごしらえを[前の日|朝]にすませ、弱い火でゆっくり仕上げます。",
            "{d.made}をほかの材料と合わせ、[よくまぜて|味をつけて]から火を通します。",
        ],
        &[
            "Prepare the {d.made} [the day before|in the morning] and cook everything slowly over a low heat.",
            "Take the {d.made}, [mix everything well|add a little of this and that], and then cook it all.",
        ],
    );
    state(pen, work);
    let praise: Wordings = (
        &[
            "{a.food}が好きな{a}も、「{d}もおいしい」と言っていました。",
            "[?a.child:{a.grade}の{a}|{a.job}の{a}]も、これを食べて笑顔になりました。",
        ],
        &[
            "Even {a}, whose favourite food is {a.food}, said that {d.they} tasted good.",
            "It made {a}, [?a.child:a {a.grade} pupil|{a.ajob}], smile.",
        ],
    );
    state(pen, praise);
    Page { title, text: pen.take() }
}
