//! The town itself: districts, places, animals of the parks, events, dishes, months and days.

use super::people::action;
use super::{Action, Class, DishKind, EventKind, Noun, PlaceKind, Species, Wild, Word, w};
use Class::{Godan, Ichidan, Suru};

const fn one(ja: &'static str, en: &'static str) -> Noun {
    Noun { ja, en, plural: false }
}

const fn many(ja: &'static str, en: &'static str) -> Noun {
    Noun { ja, en, plural: true }
}

/// Parts of the town. English always with "the" in front.
pub const DISTRICTS: &[Word] = &[
    w("北地区", "North District"),
    w("南地区", "South District"),
    w("東地区", "East District"),
    w("西地区", "West District"),
    w("川辺地区", "Riverside District"),
    w("丘の上地区", "Hilltop District"),
];

/// Months, January first.
pub const MONTHS: &[Word] = &[
    w("1月", "January"),
    w("2月", "February"),
    w("3月", "March"),
    w("4月", "April"),
    w("5月", "May"),
    w("6月", "June"),
    w("7月", "July"),
    w("8月", "August"),
    w("9月", "September"),
    w("10月", "October"),
    w("11月", "November"),
    w("12月", "December"),
];

/// Days of the week, Sunday first.
pub const WEEKDAYS: &[Word] = &[
    w("日曜日", "Sunday"),
    w("月曜日", "Monday"),
    w("火曜日", "Tuesday"),
    w("水曜日", "Wednesday"),
    w("木曜日", "Thursday"),
    w("金曜日", "Friday"),
    w("土曜日", "Saturday"),
];

/// Days on which a place may be closed.
pub const CLOSED_DAYS: &[usize] = &[1, 2, 3, 4, 5];

/// All kinds of places; the first of each kind carries the name given here.
pub const PLACES: &[PlaceKind] = &[
    PlaceKind {
        key: "bakery",
        ja: "パン屋",
        en: "bakery",
        name: w("こむぎベーカリー", "Komugi Bakery"),
        suffix: w("ベーカリー", "Bakery"),
        known_for: &[
            many("メロンパン", "melon buns"),
            one("くるみパン", "walnut bread"),
            many("あんパン", "bean-jam buns"),
        ],
        visit: &[action!("焼きたてのパンを買う" Godan "buy" "buys" "bought" "buying" " fresh bread")],
    },
    PlaceKind {
        key: "library",
        ja: "図書館",
        en: "library",
        name: w("泉図書館", "Izumi Library"),
        suffix: w("図書館", "Library"),
        known_for: &[
            one("静かな読書室", "quiet reading room"),
            one("古い地図の部屋", "room of old maps"),
            many("絵本の棚", "shelves of picture books"),
        ],
        visit: &[action!("本を借りる" Ichidan "borrow" "borrows" "borrowed" "borrowing" " a book")],
    },
    PlaceKind {
        key: "school",
        ja: "小学校",
        en: "primary school",
        name: w("泉小学校", "Izumi School"),
        suffix: w("小学校", "School"),
        known_for: &[
            one("大きな桜の木", "great cherry tree"),
            one("広い校庭", "wide playground"),
            one("学校の畑", "school garden"),
        ],
        visit: &[action!("授業を見学する" Suru "watch" "watches" "watched" "watching" " a lesson")],
    },
    PlaceKind {
        key: "hospital",
        ja: "病院",
        en: "hospital",
        name: w("みどり病院", "Midori Hospital"),
        suffix: w("病院", "Hospital"),
        known_for: &[
            one("明るい待合室", "bright waiting room"),
            one("屋上の庭", "roof garden"),
            one("親切な受付", "friendly reception"),
        ],
        visit: &[action!("健康診断を受ける" Ichidan "have" "has" "had" "having" " a check-up")],
    },
    PlaceKind {
        key: "station",
        ja: "駅",
        en: "railway station",
        name: w("泉駅", "Izumi Station"),
        suffix: w("駅", "Station"),
        known_for: &[
            one("古い時計塔", "old clock tower"),
            one("赤い屋根", "red roof"),
            one("長い木のベンチ", "long wooden bench"),
        ],
        visit: &[action!("電車を待つ" Godan "wait" "waits" "waited" "waiting" " for the train")],
    },
    PlaceKind {
        key: "post",
        ja: "郵便局",
        en: "post office",
        name: w("泉郵便局", "Izumi Post Office"),
        suffix: w("郵便局", "Post Office"),
        known_for: &[
            many("花の切手", "flower stamps"),
            one("丸いポスト", "round postbox"),
            many("手作りの絵はがき", "handmade postcards"),
        ],
        visit: &[action!("小包を送る" Godan "send" "sends" "sent" "sending" " a parcel")],
    },
    PlaceKind {
        key: "park",
        ja: "公園",
        en: "park",
        name: w("つばめ公園", "Tsubame Park"),
        suffix: w("公園", "Park"),
        known_for: &[one("バラの庭", "rose garden"), one("睡蓮の池", "lily pond"), one("長い滑り台", "long slide")],
        visit: &[action!("池のまわりを歩く" Godan "walk" "walks" "walked" "walking" " round the pond")],
    },
    PlaceKind {
        key: "diner",
        ja: "食堂",
        en: "diner",
        name: w("ひので食堂", "Hinode Diner"),
        suffix: w("食堂", "Diner"),
        known_for: &[
            one("日替わり定食", "daily set meal"),
            one("安い朝ご飯", "cheap breakfast"),
            one("大盛りのご飯", "large helpings of rice"),
        ],
        visit: &[action!("昼ご飯を食べる" Ichidan "have" "has" "had" "having" " lunch")],
    },
    PlaceKind {
        key: "market",
        ja: "市場",
        en: "market",
        name: w("あおば市場", "Aoba Market"),
        suffix: w("市場", "Market"),
        known_for: &[
            one("新鮮な魚", "fresh fish"),
            many("朝取れの野菜", "morning vegetables"),
            one("にぎやかな朝市", "lively morning market"),
        ],
        visit: &[action!("魚を選ぶ" Godan "choose" "chooses" "chose" "choosing" " a fish")],
    },
    PlaceKind {
        key: "bookshop",
        ja: "本屋",
        en: "bookshop",
        name: w("ふくろう書店", "Fukuro Bookshop"),
        suffix: w("書店", "Bookshop"),
        known_for: &[
            many("古い漫画", "old comics"),
            one("旅の本の棚", "shelf of travel books"),
            one("二階の読書席", "reading seat upstairs"),
        ],
        visit: &[action!("新しい本を探す" Godan "look" "looks" "looked" "looking" " for a new book")],
    },
    PlaceKind {
        key: "florist",
        ja: "花屋",
        en: "flower shop",
        name: w("すみれ生花店", "Sumire Flower Shop"),
        suffix: w("生花店", "Flower Shop"),
        known_for: &[
            many("青いアジサイ", "blue hydrangeas"),
            many("チューリップ", "tulips"),
            many("ひまわり", "sunflowers"),
        ],
        visit: &[action!("花を一束買う" Godan "buy" "buys" "bought" "buying" " a bunch of flowers")],
    },
    PlaceKind {
        key: "hall",
        ja: "役場",
        en: "town hall",
        name: w("泉町役場", "Izumi Town Hall"),
        suffix: w("支所", "Branch Hall"),
        known_for: &[
            one("大きな壁画", "large wall painting"),
            one("昼の鐘", "noon bell"),
            one("石の階段", "stone stairs"),
        ],
        visit: &[action!("書類をもらう" Godan "get" "gets" "got" "getting" " a certificate")],
    },
    PlaceKind {
        key: "museum",
        ja: "美術館",
        en: "art museum",
        name: w("つきの美術館", "Tsukino Art Museum"),
        suffix: w("美術館", "Art Museum"),
        known_for: &[
            one("月の絵", "painting of the moon"),
            one("ガラスの馬", "glass horse"),
            one("猫の彫刻", "sculpture of a cat"),
        ],
        visit: &[action!("絵を見る" Ichidan "look" "looks" "looked" "looking" " at the pictures")],
    },
    PlaceKind {
        key: "music",
        ja: "音楽堂",
        en: "concert hall",
        name: w("しらべ音楽堂", "Shirabe Music Hall"),
        suffix: w("音楽堂", "Music Hall"),
        known_for: &[
            one("古いオルガン", "old organ"),
            one("日曜の音楽会", "Sunday concert"),
            one("丸い舞台", "round stage"),
        ],
        visit: &[action!("音楽を聴く" Godan "listen" "listens" "listened" "listening" " to music")],
    },
    PlaceKind {
        key: "farm",
        ja: "農園",
        en: "farm",
        name: w("おかの農園", "Okano Farm"),
        suffix: w("農園", "Farm"),
        known_for: &[
            one("いちご畑", "strawberry field"),
            many("甘いトマト", "sweet tomatoes"),
            many("大きなかぼちゃ", "big pumpkins"),
        ],
        visit: &[action!("野菜の収穫を手伝う" Godan "help" "helps" "helped" "helping" " with the harvest")],
    },
    PlaceKind {
        key: "fire",
        ja: "消防署",
        en: "fire station",
        name: w("泉消防署", "Izumi Fire Station"),
        suffix: w("消防署", "Fire Station"),
        known_for: &[
            one("高い見張り塔", "tall watchtower"),
            one("古い消防車", "old fire engine"),
            one("銀の鐘", "silver bell"),
        ],
        visit: &[action!("消防車を見学する" Suru "see" "sees" "saw" "seeing" " the fire engines")],
    },
    PlaceKind {
        key: "zoo",
        ja: "動物園",
        en: "zoo",
        name: w("ひだまり動物園", "Hidamari Zoo"),
        suffix: w("動物園", "Zoo"),
        known_for: &[
            one("ペンギンの散歩", "penguin walk"),
            one("猿の山", "monkey hill"),
            one("小さな乗り物", "little train"),
        ],
        visit: &[action!("動物を眺める" Ichidan "watch" "watches" "watched" "watching" " the animals")],
    },
    PlaceKind {
        key: "workshop",
        ja: "工房",
        en: "workshop",
        name: w("きつつき工房", "Kitsutsuki Workshop"),
        suffix: w("工房", "Workshop"),
        known_for: &[
            many("木のおもちゃ", "wooden toys"),
            many("手作りの椅子", "handmade chairs"),
            many("木の時計", "wooden clocks"),
        ],
        visit: &[action!("椅子を直してもらう" Godan "have" "has" "had" "having" " a chair mended")],
    },
];

const CARROTS: Noun = many("にんじん", "carrots");
const BANANAS: Noun = many("バナナ", "bananas");
const SMALL_FISH: Noun = one("小魚", "small fish");
const SWEET_POTATOES: Noun = many("さつまいも", "sweet potatoes");
const HAY: Noun = one("干し草", "hay");
const ACORNS: Noun = many("どんぐり", "acorns");
const HONEY: Noun = one("はちみつ", "honey");
const CABBAGES: Noun = many("キャベツ", "cabbages");
const SHRIMPS: Noun = many("小えび", "shrimps");
const SQUID: Noun = one("いか", "squid");
const BERRIES: Noun = many("木の実", "berries");

macro_rules! wild {
    ($ja:literal $en:literal [$($home:literal),+] [$($treat:ident),+] $species:literal $species_en:literal $counter:literal $($action:tt)*) => {
        Wild {
            name: w($ja, $en),
            homes: &[$($home),+],
            treats: &[$($treat),+],
            species: Species { ja: $species, en: $species_en, counter: $counter, action: action!($($action)*) },
        }
    };
}

/// Animals of the zoo, the park and the farm, each with the name it has in this town.
pub const WILD: &[Wild] = &[
    wild!("ゾウタ" "Zota" ["zoo"] [BANANAS, SWEET_POTATOES, HAY] "象" "elephant" "頭" "長い鼻で水を浴びる" Ichidan "shower" "showers" "showered" "showering" " with its long trunk"),
    wild!("ミドリコ" "Midoriko" ["zoo"] [HAY, CARROTS, CABBAGES] "キリン" "giraffe" "頭" "高い木の葉を食べる" Ichidan "eat" "eats" "ate" "eating" " leaves from tall trees"),
    wild!("ペペ" "Pepe" ["zoo"] [SMALL_FISH, SHRIMPS, SQUID] "ペンギン" "penguin" "羽" "よちよち歩く" Godan "waddle" "waddles" "waddled" "waddling" " about"),
    wild!("ゴロウ" "Goro" ["zoo"] [BANANAS, SWEET_POTATOES, ACORNS] "猿" "monkey" "匹" "枝から枝へ飛び移る" Godan "jump" "jumps" "jumped" "jumping" " from branch to branch"),
    wild!("メイコ" "Meiko" ["farm", "zoo"] [HAY, CARROTS, CABBAGES] "ヤギ" "goat" "頭" "岩に登る" Godan "climb" "climbs" "climbed" "climbing" " the rocks"),
    wild!("シズク" "Shizuku" ["park"] [CABBAGES, SMALL_FISH, SHRIMPS] "白鳥" "swan" "羽" "水の上で羽を広げる" Ichidan "spread" "spreads" "spread" "spreading" " its wings on the pond"),
    wild!("コンタ" "Konta" ["zoo", "park"] [SMALL_FISH, BERRIES, SWEET_POTATOES] "キツネ" "fox" "匹" "草むらに隠れる" Ichidan "hide" "hides" "hid" "hiding" " in the grass"),
    wild!("ポンタ" "Ponta" ["park"] [BERRIES, ACORNS, SWEET_POTATOES] "タヌキ" "raccoon dog" "匹" "夜の道を歩く" Godan "walk" "walks" "walked" "walking" " about at night"),
    wild!("ホウスケ" "Hosuke" ["zoo", "park"] [SMALL_FISH, SHRIMPS] "フクロウ" "owl" "羽" "夜に静かに飛ぶ" Godan "fly" "flies" "flew" "flying" " silently at night"),
    wild!("クマゴロ" "Kumagoro" ["zoo"] [HONEY, ACORNS, BERRIES] "熊" "bear" "頭" "丸太を転がす" Godan "roll" "rolls" "rolled" "rolling" " a log"),
    wild!("ワタコ" "Watako" ["farm"] [HAY, CABBAGES, CARROTS] "羊" "sheep" "頭" "木陰で休む" Godan "rest" "rests" "rested" "resting" " in the shade"),
    wild!("カワタ" "Kawata" ["zoo", "park"] [SMALL_FISH, SHRIMPS, SQUID] "カワウソ" "otter" "匹" "石で遊ぶ" Godan "play" "plays" "played" "playing" " with stones"),
];

/// Events of the year.
pub const EVENTS: &[EventKind] = &[
    EventKind {
        name: w("桜まつり", "Cherry Blossom Festival"),
        month: 4,
        at: &["park", "school"],
        highlight: one("花見の茶会", "a tea party under the trees"),
        action: action!("花を眺める" Ichidan "look" "looks" "looked" "looking" " at the blossoms"),
    },
    EventKind {
        name: w("花火大会", "Fireworks Festival"),
        month: 8,
        at: &["park", "school"],
        highlight: one("千発の花火", "a show of a thousand fireworks"),
        action: action!("夜空を見上げる" Ichidan "look" "looks" "looked" "looking" " up at the night sky"),
    },
    EventKind {
        name: w("収穫祭", "Harvest Festival"),
        month: 10,
        at: &["farm", "market"],
        highlight: one("かぼちゃの重さ比べ", "a contest for the heaviest pumpkin"),
        action: action!("野菜を食べ比べる" Ichidan "taste" "tastes" "tasted" "tasting" " the vegetables"),
    },
    EventKind {
        name: w("雪あかり祭", "Snow Lantern Festival"),
        month: 2,
        at: &["station", "hall"],
        highlight: many("雪の灯籠", "lanterns made of snow"),
        action: action!("灯籠に火をともす" Godan "light" "lights" "lit" "lighting" " the lanterns"),
    },
    EventKind {
        name: w("読書祭", "Reading Festival"),
        month: 11,
        at: &["library", "bookshop"],
        highlight: one("絵本の読み聞かせ", "a picture-book reading"),
        action: action!("好きな本を紹介する" Suru "present" "presents" "presented" "presenting" " favourite books"),
    },
    EventKind {
        name: w("音楽祭", "Music Festival"),
        month: 6,
        at: &["music"],
        highlight: one("町の合唱", "the choir of the whole town"),
        action: action!("いっしょに歌う" Godan "sing" "sings" "sang" "singing" " together"),
    },
    EventKind {
        name: w("古本市", "Old Book Fair"),
        month: 9,
        at: &["bookshop", "station"],
        highlight: many("十円の本", "ten-yen books"),
        action: action!("本を交換する" Suru "exchange" "exchanges" "exchanged" "exchanging" " books"),
    },
    EventKind {
        name: w("餅つき大会", "Rice Cake Festival"),
        month: 12,
        at: &["hall", "fire"],
        highlight: many("つきたての餅", "freshly pounded rice cakes"),
        action: action!("餅をつく" Godan "pound" "pounds" "pounded" "pounding" " rice cakes"),
    },
    EventKind {
        name: w("凧あげ大会", "Kite Festival"),
        month: 1,
        at: &["farm", "school"],
        highlight: one("六メートルの大凧", "a kite six metres long"),
        action: action!("凧をあげる" Ichidan "fly" "flies" "flew" "flying" " kites"),
    },
    EventKind {
        name: w("動物まつり", "Animal Festival"),
        month: 5,
        at: &["zoo"],
        highlight: one("動物たちの行進", "a parade of the animals"),
        action: action!("動物に餌をやる" Godan "feed" "feeds" "fed" "feeding" " the animals"),
    },
];

/// Dishes of the town.
pub const DISHES: &[DishKind] = &[
    DishKind {
        name: one("泉うどん", "Izumi udon"),
        ingredients: &[many("きのこ", "mushrooms"), many("ねぎ", "leeks"), one("海藻", "seaweed")],
        at: &["diner", "station"],
    },
    DishKind {
        name: many("川辺コロッケ", "Kawabe croquettes"),
        ingredients: &[many("じゃがいも", "potatoes"), one("かに", "crab"), one("とうもろこし", "sweetcorn")],
        at: &["market", "station"],
    },
    DishKind {
        name: one("丘のカレー", "hilltop curry"),
        ingredients: &[many("豆", "beans"), one("鶏肉", "chicken"), one("ほうれん草", "spinach")],
        at: &["diner", "farm"],
    },
    DishKind {
        name: one("雪見ケーキ", "snow-view cake"),
        ingredients: &[one("白ごま", "white sesame"), many("栗", "chestnuts"), one("ヨーグルト", "yoghurt")],
        at: &["bakery", "museum"],
    },
    DishKind {
        name: many("つばめ団子", "swallow dumplings"),
        ingredients: &[one("米粉", "rice flour"), many("小豆", "red beans"), one("よもぎ", "mugwort")],
        at: &["park", "music"],
    },
    DishKind {
        name: one("朝市スープ", "market soup"),
        ingredients: &[many("トマト", "tomatoes"), many("あさり", "clams"), one("大根", "white radish")],
        at: &["market", "farm"],
    },
    DishKind {
        name: one("森のパイ", "forest pie"),
        ingredients: &[many("くるみ", "walnuts"), many("ブルーベリー", "blueberries"), many("梨", "pears")],
        at: &["bakery", "farm"],
    },
    DishKind {
        name: many("ひだまりおにぎり", "sunny rice balls"),
        ingredients: &[one("鮭", "salmon"), many("梅干し", "pickled plums"), one("昆布", "kelp")],
        at: &["zoo", "park"],
    },
];
