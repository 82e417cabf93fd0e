//! At whom and what harmful acts are aimed, and with what. The acts themselves are on the sheet of acts.

/// Who or what an unsafe act is aimed at, besides residents: English and Japanese.
pub(crate) const VICTIMS: &[(&str, &str)] = &[
    ("my neighbour", "隣の人"), ("my teacher", "先生"), ("my boss", "上司"), ("my brother", "弟"), ("a child", "子ども"),
    ("my friend", "友だち"), ("someone", "誰か"), ("my classmate", "同級生"), ("an old man", "お年寄り"), ("the mayor", "町長"),
];

/// What thieves are after.
pub(crate) const THINGS: &[(&str, &str)] = &[
    ("a bicycle", "自転車"), ("money", "お金"), ("bread", "パン"), ("a watch", "時計"), ("apples", "りんご"), ("a book", "本"), ("a bag", "かばん"), ("a ring", "指輪"),
];

/// Where unsafe acts would happen, besides the places of the world.
pub(crate) const TARGETS: &[(&str, &str)] = &[
    ("a shop", "店"), ("the school", "学校"), ("the bank", "銀行"), ("the town hall", "役場"), ("a house", "家"), ("the station", "駅"),
];

/// Further ones of each of the three, for tuning data only.
pub(crate) const VICTIMS_MORE: &[(&str, &str)] = &[
    ("my grandmother", "祖母"), ("my partner", "恋人"), ("my father", "父"), ("a stranger", "知らない人"), ("a guest", "お客さん"), ("the postman", "郵便屋さん"), ("a girl", "女の子"), ("the shopkeeper", "店の主人"),
];

pub(crate) const THINGS_MORE: &[(&str, &str)] = &[
    ("a camera", "カメラ"), ("a painting", "絵"), ("jewels", "宝石"), ("a phone", "電話"), ("food", "食べ物"),
];

pub(crate) const TARGETS_MORE: &[(&str, &str)] = &[
    ("the museum", "美術館"), ("a farm", "農園"), ("an office", "事務所"), ("the church", "教会"), ("a restaurant", "レストラン"),
];

/// With what unsafe acts would be done.
pub(crate) const TOOLS: &[(&str, &str)] = &[
    ("a knife", "ナイフ"), ("scissors", "はさみ"), ("a stick", "棒"), ("a stone", "石"), ("an axe", "斧"), ("a rope", "ロープ"), ("a bottle", "びん"), ("a needle", "針"),
];

/// What may be added to an act, harmful or not.
pub(crate) const BESIDES: &[(&str, &str)] = &[(" tonight", "今夜"), (" tomorrow", "明日"), (" at home", "家で"), (" on my own", "一人で"), (" this weekend", "週末に"), (" quickly", "早く")];

/// What gives a harmful act away.
pub(crate) const SECRETLY: &[(&str, &str)] = &[(" so that nobody notices", "誰にも気づかれずに"), (" when nobody is looking", "誰も見ていないときに"), (" in secret", "こっそり"), (" and get away with it", "ばれずに")];
