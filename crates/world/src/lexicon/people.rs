//! What residents have and do: jobs, foods, hobbies, colours, pets.

use super::{Action, Class, Colour, Hobby, Job, Noun, Species};
use Class::{Godan, Ichidan, Suru};

/// An [`Action`] from its Japanese, the four forms of the English verb and the rest of the English phrase.
macro_rules! action {
    ($ja:literal $class:ident $base:literal $third:literal $past:literal $ing:literal $rest:literal) => {
        Action {
            ja: $ja,
            class: $class,
            base: concat!($base, $rest),
            third: concat!($third, $rest),
            past: concat!($past, $rest),
            ing: concat!($ing, $rest),
        }
    };
}
pub(super) use action;

macro_rules! job {
    ($ja:literal $en:literal $at:literal $($action:tt)*) => {
        Job { ja: $ja, en: $en, at: $at, action: action!($($action)*) }
    };
}

/// Jobs of grown-ups. The order is that in which they are handed out, so that every workplace has someone.
pub const JOBS: &[Job] = &[
    job!("パン職人" "baker" "bakery" "パンを焼く" Godan "bake" "bakes" "baked" "baking" " bread"),
    job!("司書" "librarian" "library" "本を貸し出す" Godan "lend" "lends" "lent" "lending" " books"),
    job!("教師" "teacher" "school" "子どもたちに教える" Ichidan "teach" "teaches" "taught" "teaching" " children"),
    job!("医者" "doctor" "hospital" "病人を診る" Ichidan "treat" "treats" "treated" "treating" " sick people"),
    job!("駅員" "station clerk" "station" "切符を売る" Godan "sell" "sells" "sold" "selling" " tickets"),
    job!("郵便配達員" "mail carrier" "post" "手紙を配る" Godan "deliver" "delivers" "delivered" "delivering" " letters"),
    job!("庭師" "gardener" "park" "木の手入れをする" Suru "look" "looks" "looked" "looking" " after the trees"),
    job!("料理人" "cook" "diner" "定食を作る" Godan "cook" "cooks" "cooked" "cooking" " set meals"),
    job!("魚屋" "fishmonger" "market" "魚をさばく" Godan "clean" "cleans" "cleaned" "cleaning" " fish"),
    job!("書店員" "bookseller" "bookshop" "本を並べる" Ichidan "arrange" "arranges" "arranged" "arranging" " books on the shelves"),
    job!("花屋" "florist" "florist" "花束を作る" Godan "make" "makes" "made" "making" " bouquets"),
    job!("役場職員" "town clerk" "hall" "書類を整える" Ichidan "prepare" "prepares" "prepared" "preparing" " papers"),
    job!("画家" "painter" "museum" "絵を描く" Godan "paint" "paints" "painted" "painting" " pictures"),
    job!("ピアニスト" "pianist" "music" "ピアノを弾く" Godan "play" "plays" "played" "playing" " the piano"),
    job!("農家" "farmer" "farm" "野菜を育てる" Ichidan "grow" "grows" "grew" "growing" " vegetables"),
    job!("消防士" "firefighter" "fire" "火を消す" Godan "put" "puts" "put" "putting" " out fires"),
    job!("飼育員" "zookeeper" "zoo" "動物の世話をする" Suru "take" "takes" "took" "taking" " care of animals"),
    job!("大工" "carpenter" "workshop" "家を建てる" Ichidan "build" "builds" "built" "building" " houses"),
    job!("看護師" "nurse" "hospital" "けが人の手当てをする" Suru "dress" "dresses" "dressed" "dressing" " wounds"),
    job!("運転士" "train driver" "station" "電車を運転する" Suru "drive" "drives" "drove" "driving" " trains"),
    job!("八百屋" "greengrocer" "market" "野菜を売る" Godan "sell" "sells" "sold" "selling" " vegetables"),
    job!("獣医" "vet" "zoo" "動物の病気を治す" Godan "cure" "cures" "cured" "curing" " sick animals"),
    job!("時計職人" "clockmaker" "workshop" "時計を直す" Godan "mend" "mends" "mended" "mending" " clocks"),
    job!("写真家" "photographer" "museum" "写真を撮る" Godan "take" "takes" "took" "taking" " photographs"),
];

/// What children are.
pub const PUPIL: Job =
    job!("小学生" "pupil" "school" "学校で勉強する" Suru "study" "studies" "studied" "studying" " at school");

const fn one(ja: &'static str, en: &'static str) -> Noun {
    Noun { ja, en, plural: false }
}

const fn many(ja: &'static str, en: &'static str) -> Noun {
    Noun { ja, en, plural: true }
}

/// Favourite foods.
pub const FOODS: &[Noun] = &[
    one("ラーメン", "ramen"),
    one("カレーライス", "curry rice"),
    many("おにぎり", "rice balls"),
    many("パンケーキ", "pancakes"),
    one("寿司", "sushi"),
    one("天ぷら", "tempura"),
    one("スパゲッティ", "spaghetti"),
    one("ピザ", "pizza"),
    many("いちご", "strawberries"),
    many("りんご", "apples"),
    many("ぶどう", "grapes"),
    one("すいか", "watermelon"),
    one("アイスクリーム", "ice cream"),
    one("チョコレート", "chocolate"),
    many("クッキー", "cookies"),
    one("味噌汁", "miso soup"),
    one("焼き魚", "grilled fish"),
    one("卵焼き", "rolled omelette"),
    many("コロッケ", "croquettes"),
    one("うどん", "udon"),
    one("そば", "soba"),
    many("餃子", "dumplings"),
    one("グラタン", "gratin"),
    many("サンドイッチ", "sandwiches"),
    many("焼き芋", "roasted sweet potatoes"),
    one("豆腐", "tofu"),
    one("チーズ", "cheese"),
    one("プリン", "custard pudding"),
    many("ドーナツ", "doughnuts"),
    one("シチュー", "cream stew"),
];

macro_rules! hobby {
    ($ja:literal $en:literal $($action:tt)*) => {
        Hobby { ja: $ja, en: $en, action: action!($($action)*) }
    };
}

/// Hobbies.
pub const HOBBIES: &[Hobby] = &[
    hobby!("釣り" "fishing" "釣りをする" Suru "go" "goes" "went" "going" " fishing"),
    hobby!("読書" "reading" "本を読む" Godan "read" "reads" "read" "reading" " books"),
    hobby!("スケッチ" "sketching" "スケッチをする" Suru "make" "makes" "made" "making" " sketches"),
    hobby!("ギター" "playing the guitar" "ギターを弾く" Godan "play" "plays" "played" "playing" " the guitar"),
    hobby!("山登り" "hiking" "山に登る" Godan "go" "goes" "went" "going" " hiking"),
    hobby!("水泳" "swimming" "プールで泳ぐ" Godan "swim" "swims" "swam" "swimming" " in the pool"),
    hobby!("ダンス" "dancing" "ダンスをする" Suru "dance" "dances" "danced" "dancing" ""),
    hobby!("将棋" "playing shogi" "将棋を指す" Godan "play" "plays" "played" "playing" " shogi"),
    hobby!("編み物" "knitting" "編み物をする" Suru "knit" "knits" "knitted" "knitting" ""),
    hobby!("園芸" "gardening" "花の世話をする" Suru "tend" "tends" "tended" "tending" " flowers"),
    hobby!("サイクリング" "cycling" "自転車で走る" Godan "ride" "rides" "rode" "riding" " a bicycle"),
    hobby!("卓球" "playing table tennis" "卓球をする" Suru "play" "plays" "played" "playing" " table tennis"),
    hobby!("サッカー" "playing football" "サッカーをする" Suru "play" "plays" "played" "playing" " football"),
    hobby!("テニス" "playing tennis" "テニスをする" Suru "play" "plays" "played" "playing" " tennis"),
    hobby!("書道" "calligraphy" "筆で字を書く" Godan "practise" "practises" "practised" "practising" " calligraphy"),
    hobby!("折り紙" "origami" "折り紙を折る" Godan "fold" "folds" "folded" "folding" " origami"),
    hobby!("天体観測" "stargazing" "星を眺める" Ichidan "watch" "watches" "watched" "watching" " the stars"),
    hobby!("野鳥観察" "birdwatching" "野鳥を観察する" Suru "watch" "watches" "watched" "watching" " wild birds"),
    hobby!("合唱" "singing" "歌を歌う" Godan "sing" "sings" "sang" "singing" " songs"),
    hobby!("詩作" "writing poems" "詩を書く" Godan "write" "writes" "wrote" "writing" " poems"),
    hobby!("裁縫" "sewing" "縫い物をする" Suru "sew" "sews" "sewed" "sewing" ""),
    hobby!("木工" "woodworking" "木で小物を作る" Godan "make" "makes" "made" "making" " things from wood"),
    hobby!("手品" "magic tricks" "手品をする" Suru "do" "does" "did" "doing" " magic tricks"),
    hobby!("ジョギング" "jogging" "ジョギングをする" Suru "go" "goes" "went" "going" " jogging"),
];

const fn colour(ja: &'static str, ja_of: &'static str, en: &'static str) -> Colour {
    Colour { ja, ja_of, en }
}

/// Favourite colours.
pub const COLOURS: &[Colour] = &[
    colour("赤", "赤い", "red"),
    colour("青", "青い", "blue"),
    colour("緑", "緑の", "green"),
    colour("黄色", "黄色い", "yellow"),
    colour("白", "白い", "white"),
    colour("紫", "紫の", "purple"),
    colour("ピンク", "ピンクの", "pink"),
    colour("水色", "水色の", "light blue"),
    colour("オレンジ色", "オレンジ色の", "orange"),
    colour("茶色", "茶色い", "brown"),
];

macro_rules! species {
    ($ja:literal $en:literal $counter:literal $($action:tt)*) => {
        Species { ja: $ja, en: $en, counter: $counter, action: action!($($action)*) }
    };
}

/// Kinds of pets.
pub const SPECIES: &[Species] = &[
    species!("犬" "dog" "匹" "庭を走り回る" Godan "run" "runs" "ran" "running" " around the garden"),
    species!("猫" "cat" "匹" "窓辺で昼寝をする" Suru "sleep" "sleeps" "slept" "sleeping" " by the window"),
    species!("うさぎ" "rabbit" "羽" "部屋を跳ね回る" Godan "hop" "hops" "hopped" "hopping" " around the room"),
    species!("オウム" "parrot" "羽" "人の言葉をまねる" Ichidan "repeat" "repeats" "repeated" "repeating" " people's words"),
    species!("ハムスター" "hamster" "匹" "回し車で遊ぶ" Godan "play" "plays" "played" "playing" " on the wheel"),
    species!("亀" "turtle" "匹" "石の上で日なたぼっこをする" Suru "lie" "lies" "lay" "lying" " in the sun on a stone"),
    species!("金魚" "goldfish" "匹" "水槽の中を泳ぐ" Godan "swim" "swims" "swam" "swimming" " round the tank"),
    species!("カナリア" "canary" "羽" "朝早くから歌う" Godan "sing" "sings" "sang" "singing" " early in the morning"),
];
