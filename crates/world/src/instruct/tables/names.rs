//! Names that nobody and nothing in Izumi has: Latin letters and Japanese script.

/// Given names of the real world; those that a resident bears are left out at run time.
pub(crate) const GIVEN: &[(&str, &str)] = &[
    ("Oliver", "オリバー"), ("George", "ジョージ"), ("Harry", "ハリー"), ("Jack", "ジャック"), ("Charlie", "チャーリー"),
    ("Oscar", "オスカー"), ("William", "ウィリアム"), ("Henry", "ヘンリー"), ("Thomas", "トーマス"), ("James", "ジェームズ"),
    ("Arthur", "アーサー"), ("Edward", "エドワード"), ("Daniel", "ダニエル"), ("Samuel", "サミュエル"), ("Joseph", "ジョセフ"),
    ("David", "デイビッド"), ("Michael", "マイケル"), ("Robert", "ロバート"), ("Richard", "リチャード"), ("Peter", "ピーター"),
    ("Paul", "ポール"), ("Mark", "マーク"), ("Steven", "スティーブン"), ("Kevin", "ケビン"), ("Brian", "ブライアン"),
    ("Jason", "ジェイソン"), ("Ryan", "ライアン"), ("Eric", "エリック"), ("Adam", "アダム"), ("Simon", "サイモン"),
    ("Martin", "マーティン"), ("Victor", "ビクター"), ("Walter", "ウォルター"), ("Albert", "アルバート"), ("Frank", "フランク"),
    ("Gary", "ゲイリー"), ("Dennis", "デニス"), ("Roger", "ロジャー"), ("Bruce", "ブルース"), ("Carlos", "カルロス"),
    ("Diego", "ディエゴ"), ("Pedro", "ペドロ"), ("Hans", "ハンス"), ("Olaf", "オラフ"), ("Ivan", "イワン"),
    ("Boris", "ボリス"), ("Sergei", "セルゲイ"), ("Pierre", "ピエール"), ("Louis", "ルイ"), ("Marco", "マルコ"),
    ("Amelia", "アメリア"), ("Olivia", "オリビア"), ("Isla", "アイラ"), ("Sophie", "ソフィー"), ("Charlotte", "シャーロット"),
    ("Alice", "アリス"), ("Grace", "グレース"), ("Emily", "エミリー"), ("Jessica", "ジェシカ"), ("Sarah", "サラ"),
    ("Linda", "リンダ"), ("Susan", "スーザン"), ("Karen", "カレン"), ("Nancy", "ナンシー"), ("Betty", "ベティ"),
    ("Helen", "ヘレン"), ("Sandra", "サンドラ"), ("Donna", "ドナ"), ("Carol", "キャロル"), ("Ruth", "ルース"),
    ("Sharon", "シャロン"), ("Michelle", "ミシェル"), ("Laura", "ローラ"), ("Kimberly", "キンバリー"), ("Deborah", "デボラ"),
    ("Rachel", "レイチェル"), ("Catherine", "キャサリン"), ("Victoria", "ビクトリア"), ("Rebecca", "レベッカ"), ("Diana", "ダイアナ"),
    ("Julia", "ジュリア"), ("Elena", "エレナ"), ("Maria", "マリア"), ("Carmen", "カルメン"), ("Ingrid", "イングリッド"),
    ("Olga", "オルガ"), ("Natasha", "ナターシャ"), ("Yvonne", "イボンヌ"), ("Camille", "カミーユ"), ("Chloe", "クロエ"),
    ("Hiroshi", "ヒロシ"), ("Takashi", "タカシ"), ("Satoshi", "サトシ"), ("Kazuo", "カズオ"), ("Makoto", "マコト"),
    ("Shinji", "シンジ"), ("Tetsuo", "テツオ"), ("Yuji", "ユウジ"), ("Masato", "マサト"), ("Noboru", "ノボル"),
    ("Osamu", "オサム"), ("Susumu", "ススム"), ("Tsutomu", "ツトム"), ("Yasuo", "ヤスオ"), ("Hideki", "ヒデキ"),
    ("Koji", "コウジ"), ("Junichi", "ジュンイチ"), ("Ryota", "リョウタ"), ("Shota", "ショウタ"), ("Daisuke", "ダイスケ"),
    ("Kumiko", "クミコ"), ("Noriko", "ノリコ"), ("Yoshiko", "ヨシコ"), ("Kazuko", "カズコ"), ("Michiko", "ミチコ"),
    ("Tomoko", "トモコ"), ("Akiko", "アキコ"), ("Mariko", "マリコ"), ("Junko", "ジュンコ"), ("Reiko", "レイコ"),
    ("Chiyo", "チヨ"), ("Fumie", "フミエ"), ("Harue", "ハルエ"), ("Kiyomi", "キヨミ"), ("Mayumi", "マユミ"),
    ("Natsuko", "ナツコ"), ("Sayuri", "サユリ"), ("Tamaki", "タマキ"), ("Wakana", "ワカナ"), ("Yukari", "ユカリ"),
];

/// Syllables of invented names: Latin letters and katakana.
pub(crate) const SYLLABLES: &[(&str, &str)] = &[
    ("ba", "バ"), ("be", "ベ"), ("bo", "ボ"), ("da", "ダ"), ("do", "ド"), ("fa", "ファ"), ("fi", "フィ"), ("fo", "フォ"),
    ("ga", "ガ"), ("go", "ゴ"), ("ja", "ジャ"), ("jo", "ジョ"), ("ka", "カ"), ("ke", "ケ"), ("ki", "キ"), ("ko", "コ"),
    ("la", "ラ"), ("le", "レ"), ("li", "リ"), ("lo", "ロ"), ("lu", "ル"), ("ma", "マ"), ("me", "メ"), ("mi", "ミ"),
    ("mo", "モ"), ("na", "ナ"), ("ne", "ネ"), ("ni", "ニ"), ("no", "ノ"), ("pa", "パ"), ("pe", "ペ"), ("pi", "ピ"),
    ("po", "ポ"), ("ra", "ラ"), ("ri", "リ"), ("ro", "ロ"), ("ru", "ル"), ("sa", "サ"), ("se", "セ"), ("so", "ソ"),
    ("ta", "タ"), ("te", "テ"), ("to", "ト"), ("va", "バ"), ("vi", "ビ"), ("vo", "ボ"), ("wa", "ワ"), ("ya", "ヤ"),
    ("yo", "ヨ"), ("za", "ザ"), ("ze", "ゼ"), ("zo", "ゾ"),
];

/// Ends of invented names.
pub(crate) const ENDINGS: &[(&str, &str)] = &[
    ("", ""), ("n", "ン"), ("s", "ス"), ("r", "ー"), ("l", "ル"), ("x", "クス"), ("k", "ク"), ("d", "ド"), ("mo", "モ"),
    ("na", "ナ"), ("ri", "リ"), ("to", "ト"),
];

/// Proper names of places that are not in Izumi.
pub(crate) const PROPER: &[(&str, &str)] = &[
    ("くるみ", "Kurumi"), ("ほたる", "Hotaru"), ("みなと", "Minato"), ("かえで", "Kaede"), ("すずらん", "Suzuran"), ("ゆうひ", "Yuhi"),
    ("きさらぎ", "Kisaragi"), ("はやて", "Hayate"), ("つくし", "Tsukushi"), ("あんず", "Anzu"), ("こもれび", "Komorebi"), ("しおかぜ", "Shiokaze"),
    ("まんてん", "Manten"), ("ひいらぎ", "Hiiragi"), ("やまぶき", "Yamabuki"), ("りんどう", "Rindo"), ("おぼろ", "Oboro"), ("かもめ", "Kamome"),
    ("せせらぎ", "Seseragi"), ("とちのき", "Tochinoki"),
];

/// Kinds of place to go with a proper name: those of the town and some that it does not have.
pub(crate) const PLACE_KINDS: &[(&str, &str)] = &[
    ("ベーカリー", "Bakery"), ("図書館", "Library"), ("病院", "Hospital"), ("公園", "Park"), ("食堂", "Diner"), ("市場", "Market"),
    ("書店", "Bookshop"), ("美術館", "Art Museum"), ("農園", "Farm"), ("動物園", "Zoo"), ("映画館", "Cinema"), ("ホテル", "Hotel"),
    ("銀行", "Bank"), ("神社", "Shrine"), ("空港", "Airport"), ("温泉", "Hot Springs"), ("大学", "University"), ("水族館", "Aquarium"),
];

/// Events that the town does not hold.
pub(crate) const EVENT_NAMES: &[(&str, &str)] = &[
    ("雪だるま祭", "Snowman Festival"), ("船まつり", "Boat Festival"), ("仮装行列", "Costume Parade"), ("ワイン祭", "Wine Festival"), ("映画祭", "Film Festival"),
    ("マラソン大会", "Marathon"), ("七夕まつり", "Star Festival"), ("相撲大会", "Sumo Tournament"), ("写真展", "Photo Exhibition"), ("将棋大会", "Shogi Tournament"),
    ("梅まつり", "Plum Festival"), ("月見の会", "Moon Viewing Party"), ("料理大会", "Cooking Contest"), ("ロボット展", "Robot Show"), ("犬の品評会", "Dog Show"),
    ("風船まつり", "Balloon Festival"), ("盆踊り", "Bon Dance"), ("釣り大会", "Fishing Contest"), ("古着市", "Old Clothes Fair"), ("演劇祭", "Theatre Festival"),
];

/// Dishes that the town does not have.
pub(crate) const DISH_NAMES: &[(&str, &str)] = &[
    ("星空パスタ", "starlight pasta"), ("虹のゼリー", "rainbow jelly"), ("海風サラダ", "sea-breeze salad"), ("月夜スープ", "moonlight soup"), ("金色プリン", "golden pudding"),
    ("竜のカレー", "dragon curry"), ("雲のパン", "cloud bread"), ("花火アイス", "firework ice cream"), ("湖のピザ", "lake pizza"), ("銀のうどん", "silver udon"),
    ("朝焼けケーキ", "sunrise cake"), ("風車サンド", "windmill sandwich"), ("古城シチュー", "castle stew"), ("夕焼けパイ", "sunset pie"), ("雪国そば", "snow-country soba"),
];

/// Further events and dishes that the town does not have, for tuning data only.
pub(crate) const EVENT_NAMES_MORE: &[(&str, &str)] = &[
    ("凧揚げ大会", "Kite Contest"), ("ばら祭", "Rose Festival"), ("そば祭", "Soba Festival"), ("氷の彫刻展", "Ice Sculpture Show"), ("自転車レース", "Bicycle Race"), ("人形展", "Doll Exhibition"),
    ("海の日", "Sea Day"), ("紅葉狩り", "Autumn Leaves Walk"), ("落語の会", "Storytelling Evening"), ("陶器市", "Pottery Market"), ("泳ぎくらべ", "Swimming Race"), ("ジャズの夕べ", "Jazz Evening"),
    ("綱引き大会", "Tug of War"), ("チューリップ祭", "Tulip Festival"), ("古本まつり", "Book Fair"), ("餅つき大会", "Rice Cake Party"), ("こたつ列車祭", "Train Festival"), ("猫まつり", "Cat Festival"),
    ("コーヒー祭", "Coffee Festival"), ("影絵の会", "Shadow Play Evening"), ("時計祭", "Clock Festival"), ("歌合戦", "Song Battle"), ("川下り", "Raft Race"), ("収穫感謝祭", "Thanksgiving Party"),
];

pub(crate) const DISH_NAMES_MORE: &[(&str, &str)] = &[
    ("森の炊き込みご飯", "woodland rice"), ("波のクッキー", "wave cookies"), ("太陽オムレツ", "sunshine omelette"), ("霧のムース", "mist mousse"), ("青空ソーダ", "blue-sky soda"), ("雷おこげ", "thunder rice crust"),
    ("山びこラーメン", "echo ramen"), ("春風だんご", "spring-breeze dumplings"), ("真珠ごはん", "pearl rice"), ("王様のグラタン", "king's gratin"), ("水車うどん", "waterwheel udon"), ("雪見もち", "snow-view rice cake"),
    ("灯台バーガー", "lighthouse burger"), ("妖精のタルト", "fairy tart"), ("紅葉天ぷら", "maple tempura"), ("北風シチュー", "north-wind stew"), ("砂丘プリン", "sand-dune pudding"), ("宝島チャーハン", "treasure fried rice"),
];
