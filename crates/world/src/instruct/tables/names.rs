//! Names that nobody and nothing in Izumi has: Latin letters and Japanese script.

use crate::lexicon::{Word, w};

/// Given names of men of the real world; those that a resident bears are left out at run time.
pub(crate) const GIVEN_MALE: &[(&str, &str)] = &[
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
    ("Hiroshi", "ヒロシ"), ("Takashi", "タカシ"), ("Satoshi", "サトシ"), ("Kazuo", "カズオ"), ("Makoto", "マコト"),
    ("Shinji", "シンジ"), ("Tetsuo", "テツオ"), ("Yuji", "ユウジ"), ("Masato", "マサト"), ("Noboru", "ノボル"),
    ("Osamu", "オサム"), ("Susumu", "ススム"), ("Tsutomu", "ツトム"), ("Yasuo", "ヤスオ"), ("Hideki", "ヒデキ"),
    ("Koji", "コウジ"), ("Junichi", "ジュンイチ"), ("Ryota", "リョウタ"), ("Shota", "ショウタ"), ("Daisuke", "ダイスケ"),
];

/// The same of women.
pub(crate) const GIVEN_FEMALE: &[(&str, &str)] = &[
    ("Amelia", "アメリア"), ("Olivia", "オリビア"), ("Isla", "アイラ"), ("Sophie", "ソフィー"), ("Charlotte", "シャーロット"),
    ("Alice", "アリス"), ("Grace", "グレース"), ("Emily", "エミリー"), ("Jessica", "ジェシカ"), ("Sarah", "サラ"),
    ("Linda", "リンダ"), ("Susan", "スーザン"), ("Karen", "カレン"), ("Nancy", "ナンシー"), ("Betty", "ベティ"),
    ("Helen", "ヘレン"), ("Sandra", "サンドラ"), ("Donna", "ドナ"), ("Carol", "キャロル"), ("Ruth", "ルース"),
    ("Sharon", "シャロン"), ("Michelle", "ミシェル"), ("Laura", "ローラ"), ("Kimberly", "キンバリー"), ("Deborah", "デボラ"),
    ("Rachel", "レイチェル"), ("Catherine", "キャサリン"), ("Victoria", "ビクトリア"), ("Rebecca", "レベッカ"), ("Diana", "ダイアナ"),
    ("Julia", "ジュリア"), ("Elena", "エレナ"), ("Maria", "マリア"), ("Carmen", "カルメン"), ("Ingrid", "イングリッド"),
    ("Olga", "オルガ"), ("Natasha", "ナターシャ"), ("Yvonne", "イボンヌ"), ("Camille", "カミーユ"), ("Chloe", "クロエ"),
    ("Kumiko", "クミコ"), ("Noriko", "ノリコ"), ("Yoshiko", "ヨシコ"), ("Kazuko", "カズコ"), ("Michiko", "ミチコ"),
    ("Tomoko", "トモコ"), ("Akiko", "アキコ"), ("Mariko", "マリコ"), ("Junko", "ジュンコ"), ("Reiko", "レイコ"),
    ("Chiyo", "チヨ"), ("Fumie", "フミエ"), ("Harue", "ハルエ"), ("Kiyomi", "キヨミ"), ("Mayumi", "マユミ"),
    ("Natsuko", "ナツコ"), ("Sayuri", "サユリ"), ("Tamaki", "タマキ"), ("Wakana", "ワカナ"), ("Yukari", "ユカリ"),
];

/// Names by which visitors call themselves, besides those above: given names, and in Japan family names.
pub(crate) const VISITORS: &[(&str, &str)] = &[
    ("サム", "Sam"), ("トム", "Tom"), ("ベン", "Ben"), ("アンナ", "Anna"), ("エマ", "Emma"), ("ジョン", "John"), ("メアリー", "Mary"), ("ケイト", "Kate"),
    ("リサ", "Lisa"), ("マイク", "Mike"), ("ニック", "Nick"), ("ルーシー", "Lucy"), ("ジェーン", "Jane"), ("ボブ", "Bob"), ("ジム", "Jim"), ("ティム", "Tim"),
    ("マックス", "Max"), ("レオ", "Leo"), ("ノア", "Noah"), ("リアム", "Liam"), ("ミア", "Mia"), ("エイミー", "Amy"), ("エラ", "Ella"), ("ゾーイ", "Zoe"),
    ("クリス", "Chris"), ("アレックス", "Alex"), ("パット", "Pat"), ("ジョー", "Joe"), ("マット", "Matt"), ("ダン", "Dan"), ("デイブ", "Dave"), ("スティーブ", "Steve"),
    ("プリヤ", "Priya"), ("ラージ", "Raj"), ("アリ", "Ali"), ("オマル", "Omar"), ("ファティマ", "Fatima"), ("メイ", "Mei"), ("リン", "Lin"), ("ウェイ", "Wei"),
    ("チェン", "Chen"), ("ミンジ", "Minji"), ("ジウ", "Jiwoo"), ("ソフィア", "Sofia"), ("ルカ", "Luca"), ("ジュリア", "Giulia"), ("ハンナ", "Hannah"), ("クララ", "Clara"),
    ("フェリックス", "Felix"), ("エミール", "Emil"), ("ニーナ", "Nina"), ("サーシャ", "Sasha"), ("ロビン", "Robin"), ("テイラー", "Taylor"), ("ジョーダン", "Jordan"), ("モーガン", "Morgan"),
    ("田中", "Tanaka"), ("佐藤", "Sato"), ("鈴木", "Suzuki"), ("高橋", "Takahashi"), ("山田", "Yamada"), ("伊藤", "Ito"), ("渡辺", "Watanabe"), ("山本", "Yamamoto"),
    ("中村", "Nakamura"), ("小林", "Kobayashi"), ("加藤", "Kato"), ("吉田", "Yoshida"), ("佐々木", "Sasaki"), ("山口", "Yamaguchi"), ("松本", "Matsumoto"), ("井上", "Inoue"),
    ("木村", "Kimura"), ("林", "Hayashi"), ("清水", "Shimizu"), ("山崎", "Yamazaki"), ("森", "Mori"), ("池田", "Ikeda"), ("橋本", "Hashimoto"), ("石川", "Ishikawa"),
    ("前田", "Maeda"), ("藤田", "Fujita"), ("小川", "Ogawa"), ("後藤", "Goto"), ("長谷川", "Hasegawa"), ("村上", "Murakami"), ("近藤", "Kondo"), ("坂本", "Sakamoto"),
    ("太郎", "Taro"), ("次郎", "Jiro"), ("花子", "Hanako"), ("さくら", "Sakura"), ("翔", "Sho"), ("大翔", "Hiroto"), ("蓮", "Ren"), ("陽菜", "Hina"),
    ("葵", "Aoi"), ("結衣", "Yui"), ("健", "Ken"), ("誠", "Makoto"), ("愛", "Ai"), ("舞", "Mai"), ("直樹", "Naoki"), ("優子", "Yuko"),
    ("アーロン", "Aaron"), ("アビー", "Abby"), ("アイシャ", "Aisha"), ("アラン", "Alan"), ("アミール", "Amir"), ("アンドレア", "Andrea"), ("アンディ", "Andy"), ("アンジェラ", "Angela"),
    ("アントニオ", "Antonio"), ("アストリッド", "Astrid"), ("バーバラ", "Barbara"), ("ベス", "Beth"), ("ビョルン", "Bjorn"), ("カラム", "Callum"), ("キャシー", "Cathy"), ("コリン", "Colin"),
    ("クレイグ", "Craig"), ("ダーナ", "Dana"), ("ダリオ", "Dario"), ("デレク", "Derek"), ("ドミトリー", "Dmitri"), ("ドーラ", "Dora"), ("エルサ", "Elsa"), ("エリン", "Erin"),
    ("エスター", "Esther"), ("エヴァ", "Eva"), ("フィオナ", "Fiona"), ("フロリアン", "Florian"), ("フレヤ", "Freya"), ("ギャビン", "Gavin"), ("ジーナ", "Gina"), ("グレッグ", "Greg"),
    ("グスタフ", "Gustav"), ("ハイディ", "Heidi"), ("ホリー", "Holly"), ("ヒューゴ", "Hugo"), ("イアン", "Ian"), ("イネス", "Ines"), ("アイリーン", "Irene"), ("イザベル", "Isabel"),
    ("ジャスミン", "Jasmine"), ("ジェニー", "Jenny"), ("ジョーン", "Joan"), ("ヨハン", "Johan"), ("ジョシュ", "Josh"), ("フアン", "Juan"), ("カール", "Karl"), ("カーチャ", "Katya"),
    ("キース", "Keith"), ("キム", "Kim"), ("クワメ", "Kwame"), ("レーナ", "Lena"), ("レイラ", "Leila"), ("リリー", "Lily"), ("ロレンツォ", "Lorenzo"), ("ルイス", "Luis"),
    ("マグヌス", "Magnus"), ("マリー", "Marie"), ("メーガン", "Megan"), ("ムハンマド", "Mohammed"), ("モリー", "Molly"), ("モニカ", "Monica"), ("ナディア", "Nadia"), ("ナオミ", "Naomi"),
    ("ニール", "Neil"), ("ノーラ", "Nora"), ("オットー", "Otto"), ("パブロ", "Pablo"), ("パウラ", "Paula"), ("ペトラ", "Petra"), ("フィル", "Phil"), ("リタ", "Rita"),
    ("ローザ", "Rosa"), ("ロス", "Ross"), ("ルビー", "Ruby"), ("サリー", "Sally"), ("サンティアゴ", "Santiago"), ("ショーン", "Sean"), ("セルマ", "Selma"), ("ステラ", "Stella"),
    ("スティーヴン", "Stephen"), ("タリク", "Tariq"), ("テッサ", "Tessa"), ("テオ", "Theo"), ("ティナ", "Tina"), ("トビー", "Toby"), ("トニー", "Tony"), ("ウルスラ", "Ursula"),
    ("ヴェラ", "Vera"), ("ヴィクラム", "Vikram"), ("ヴィンス", "Vince"), ("ウェンディ", "Wendy"), ("ウィル", "Will"), ("ザビエル", "Xavier"), ("ユスフ", "Yusuf"), ("ザラ", "Zara"),
    ("斎藤", "Saito"), ("三浦", "Miura"), ("岡田", "Okada"), ("石井", "Ishii"), ("上田", "Ueda"), ("内田", "Uchida"), ("原田", "Harada"), ("中野", "Nakano"),
    ("小野", "Ono"), ("田村", "Tamura"), ("竹内", "Takeuchi"), ("金子", "Kaneko"), ("和田", "Wada"), ("中山", "Nakayama"), ("藤井", "Fujii"), ("岡本", "Okamoto"),
    ("松田", "Matsuda"), ("中島", "Nakajima"), ("青木", "Aoki"), ("西村", "Nishimura"), ("福田", "Fukuda"), ("太田", "Ota"), ("三宅", "Miyake"), ("桜井", "Sakurai"),
    ("宮本", "Miyamoto"), ("大野", "Ohno"), ("野口", "Noguchi"), ("新井", "Arai"), ("杉山", "Sugiyama"), ("遠藤", "Endo"), ("悠真", "Yuma"), ("蒼", "Ao"),
    ("陽太", "Yota"), ("大樹", "Daiki"), ("拓海", "Takumi"), ("美月", "Mizuki"), ("凛", "Rin"), ("結菜", "Yuna"), ("愛子", "Aiko"), ("美穂", "Miho"),
    ("由紀", "Yuki"), ("恵", "Megumi"), ("学", "Manabu"), ("明", "Akira"), ("勇", "Isamu"),
];

/// First parts of given names in hiragana; any goes with any last part.
pub(crate) const KANA_FIRST: &[(&str, &str)] = &[
    ("み", "Mi"), ("ゆ", "Yu"), ("あ", "A"), ("は", "Ha"), ("さ", "Sa"), ("な", "Na"), ("ま", "Ma"), ("り", "Ri"), ("ひ", "Hi"), ("か", "Ka"),
    ("と", "To"), ("く", "Ku"), ("し", "Shi"), ("も", "Mo"), ("た", "Ta"), ("え", "E"), ("の", "No"), ("ち", "Chi"), ("き", "Ki"), ("す", "Su"),
];

/// Last parts of them.
pub(crate) const KANA_LAST: &[(&str, &str)] = &[
    ("さき", "saki"), ("い", "i"), ("おい", "oi"), ("るか", "ruka"), ("くら", "kura"), ("つき", "tsuki"), ("なみ", "nami"), ("ずは", "zuha"), ("こ", "ko"), ("か", "ka"),
    ("ほ", "ho"), ("みじ", "miji"), ("んな", "nna"), ("すけ", "suke"), ("と", "to"), ("うた", "uta"), ("き", "ki"), ("え", "e"), ("りん", "rin"), ("ね", "ne"),
];

/// First parts of family names; any goes with any last part.
pub(crate) const FAMILY_FIRST: &[(&str, &str)] = &[
    ("青", "Ao"), ("赤", "Aka"), ("石", "Ishi"), ("岩", "Iwa"), ("上", "Ue"), ("大", "O"), ("岡", "Oka"), ("小", "Ko"), ("川", "Kawa"), ("北", "Kita"),
    ("木", "Ki"), ("栗", "Kuri"), ("黒", "Kuro"), ("桜", "Sakura"), ("白", "Shira"), ("杉", "Sugi"), ("高", "Taka"), ("竹", "Take"), ("土", "Tsuchi"), ("中", "Naka"),
    ("永", "Naga"), ("長", "Naga"), ("西", "Nishi"), ("野", "No"), ("橋", "Hashi"), ("浜", "Hama"), ("林", "Hayashi"), ("原", "Hara"), ("東", "Higashi"), ("平", "Hira"),
    ("福", "Fuku"), ("古", "Furu"), ("星", "Hoshi"), ("細", "Hoso"), ("堀", "Hori"), ("前", "Mae"), ("松", "Matsu"), ("丸", "Maru"), ("水", "Mizu"), ("三", "Mi"),
    ("南", "Minami"), ("宮", "Miya"), ("村", "Mura"), ("森", "Mori"), ("八", "Ya"), ("山", "Yama"), ("横", "Yoko"), ("吉", "Yoshi"), ("若", "Waka"), ("和", "Wa"),
    ("佐", "Sa"), ("今", "Ima"), ("江", "E"), ("河", "Kawa"), ("菊", "Kiku"), ("秋", "Aki"), ("荒", "Ara"), ("市", "Ichi"), ("梅", "Ume"), ("関", "Seki"),
    ("滝", "Taki"), ("辻", "Tsuji"), ("藤", "Fuji"), ("増", "Masu"), ("柳", "Yanagi"), ("飯", "Ii"), ("榎", "Enoki"), ("桐", "Kiri"), ("菅", "Suga"), ("牧", "Maki"),
];

/// Last parts of them.
pub(crate) const FAMILY_LAST: &[(&str, &str)] = &[
    ("田", "da"), ("川", "kawa"), ("山", "yama"), ("村", "mura"), ("本", "moto"), ("木", "ki"), ("野", "no"), ("井", "i"), ("島", "shima"), ("崎", "zaki"),
    ("沢", "sawa"), ("谷", "tani"), ("原", "hara"), ("口", "guchi"), ("尾", "o"), ("岡", "oka"), ("橋", "hashi"), ("池", "ike"), ("藤", "to"), ("部", "be"),
    ("塚", "zuka"), ("見", "mi"), ("松", "matsu"), ("瀬", "se"), ("越", "koshi"),
];

/// Names of pets, besides names of people.
pub(crate) const PET_NAMES: &[(&str, &str)] = &[
    ("ポチ", "Pochi"), ("タマ", "Tama"), ("モモ", "Momo"), ("クロ", "Kuro"), ("シロ", "Shiro"), ("ハチ", "Hachi"), ("コロ", "Koro"), ("ココ", "Coco"), ("レオ", "Leo"), ("ルナ", "Luna"),
    ("マックス", "Max"), ("ベラ", "Bella"), ("チャーリー", "Charlie"), ("ミロ", "Milo"), ("バディ", "Buddy"), ("ロッキー", "Rocky"), ("デイジー", "Daisy"), ("オスカー", "Oscar"), ("シンバ", "Simba"), ("クッキー", "Cookie"),
    ("ミッドナイト", "Midnight"), ("ジンジャー", "Ginger"), ("シャドウ", "Shadow"), ("スモーキー", "Smokey"), ("タイガー", "Tiger"), ("ハニー", "Honey"), ("ブルーノ", "Bruno"), ("ロラ", "Lola"), ("サニー", "Sunny"), ("ペッパー", "Pepper"),
    ("モカ", "Mocha"), ("チョコ", "Choco"), ("マロン", "Maron"), ("ミルク", "Milk"), ("ムギ", "Mugi"), ("ソラ", "Sora"), ("ハナ", "Hana"), ("マル", "Maru"), ("フク", "Fuku"), ("アズキ", "Azuki"),
    ("キナコ", "Kinako"), ("ゴマ", "Goma"), ("ミント", "Mint"), ("ベリー", "Berry"), ("ラッキー", "Lucky"), ("スポット", "Spot"), ("ファング", "Fang"), ("ニケ", "Nike"), ("ボルト", "Bolt"), ("ジャスパー", "Jasper"),
    ("フィン", "Finn"), ("ルル", "Lulu"), ("トト", "Toto"), ("キキ", "Kiki"), ("プリン", "Purin"), ("テト", "Teto"), ("ノノ", "Nono"), ("リク", "Riku"), ("ダイズ", "Daizu"), ("チビ", "Chibi"),
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

/// What Izumi lacks, by its kind alone: "the cinema". In tuning data only.
pub(crate) const LACKING: &[Word] = &[
    w("映画館", "cinema"), w("プール", "swimming pool"), w("空港", "airport"), w("お城", "castle"), w("港", "harbour"), w("お寺", "temple"), w("大学", "university"),
    w("銀行", "bank"), w("ホテル", "hotel"), w("劇場", "theatre"), w("海岸", "beach"), w("灯台", "lighthouse"), w("警察署", "police station"), w("教会", "church"),
    w("体育館", "gym"), w("温泉", "hot spring"), w("スーパー", "supermarket"), w("薬局", "pharmacy"), w("幼稚園", "kindergarten"), w("水族館", "aquarium"),
    w("靴屋", "shoe shop"), w("おもちゃ屋", "toy shop"), w("球場", "stadium"), w("喫茶店", "café"), w("肉屋", "butcher's shop"), w("床屋", "barber's shop"),
    w("歯医者", "dentist's"), w("神社", "shrine"), w("遊園地", "amusement park"), w("植物園", "botanical garden"), w("スケート場", "skating rink"), w("駐車場", "car park"),
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
    ("流れ星コロッケ", "shooting-star croquettes"), ("風花だんご", "snowflake dumplings"), ("白波クッキー", "white-wave cookies"), ("滝のおにぎり", "waterfall rice balls"), ("朝霧パンケーキ", "morning-mist pancakes"),
    ("花園マフィン", "flower-garden muffins"), ("岬の餃子", "headland dumplings"), ("三日月ドーナツ", "crescent doughnuts"), ("森番サンドイッチ", "forester sandwiches"), ("港町ワッフル", "seaport waffles"),
    ("朝露パフェ", "dewdrop parfait"), ("砂時計パスタ", "hourglass pasta"), ("石畳カレー", "cobblestone curry"), ("白鳥ムース", "swan mousse"), ("羊雲シチュー", "fleecy-cloud stew"),
];

/// Further events and dishes that the town does not have, for tuning data only: each of the first with each of the
/// second. A short list would be learnt by heart, and a dish that is not on it taken for a request for its recipe.
pub(crate) const EVENT_THINGS: &[(&str, &str)] = &[
    ("竹", "Bamboo"), ("ばら", "Rose"), ("そば", "Soba"), ("氷", "Ice"), ("自転車", "Bicycle"), ("人形", "Doll"), ("海", "Sea"), ("紅葉", "Autumn Leaves"),
    ("落語", "Storytelling"), ("陶器", "Pottery"), ("水泳", "Swimming"), ("ジャズ", "Jazz"), ("チューリップ", "Tulip"), ("古本", "Book"), ("味噌", "Miso"), ("鉄道", "Train"),
    ("猫", "Cat"), ("コーヒー", "Coffee"), ("影絵", "Shadow Play"), ("時計", "Clock"), ("歌", "Song"), ("川", "River"), ("収穫", "Harvest"), ("雨", "Rain"),
    ("風", "Wind"), ("山", "Mountain"), ("駅前", "Station"), ("新緑", "Green Leaves"), ("帽子", "Hat"), ("おもちゃ", "Toy"), ("パン", "Bread"), ("みかん", "Orange"),
    ("星", "Star"), ("ダンス", "Dance"), ("書道", "Calligraphy"), ("カレー", "Curry"), ("きのこ", "Mushroom"), ("灯り", "Light"), ("太鼓", "Drum"), ("手芸", "Craft"),
];
pub(crate) const EVENT_KINDS: &[(&str, &str)] = &[
    ("まつり", "Festival"), ("大会", "Contest"), ("展", "Exhibition"), ("市", "Fair"), ("の夕べ", "Evening"), ("の会", "Meeting"), ("の日", "Day"), ("パレード", "Parade"), ("フェア", "Show"), ("合戦", "Battle"),
];

pub(crate) const DISH_WORDS: &[(&str, &str)] = &[
    ("森の", "woodland"), ("波の", "wave"), ("太陽の", "sunshine"), ("霧の", "mist"), ("青空の", "blue-sky"), ("雷の", "thunder"), ("山びこの", "echo"), ("春風の", "spring-breeze"),
    ("真珠の", "pearl"), ("王様の", "king's"), ("水車の", "waterwheel"), ("雪見の", "snow-view"), ("灯台の", "lighthouse"), ("妖精の", "fairy"), ("紅葉の", "maple"), ("北風の", "north-wind"),
    ("砂丘の", "sand-dune"), ("宝島の", "treasure"), ("夏祭りの", "festival"), ("おばあちゃんの", "grandma's"), ("船乗りの", "sailor's"), ("田舎の", "country"), ("魔法の", "magic"), ("港の", "harbour"),
    ("小川の", "brook"), ("満月の", "full-moon"), ("秘密の", "secret"), ("黒猫の", "black-cat"), ("天使の", "angel"), ("木こりの", "woodcutter's"), ("旅人の", "traveller's"), ("庭の", "garden"),
];
pub(crate) const DISH_KINDS: &[(&str, &str)] = &[
    ("炊き込みご飯", "rice"), ("クッキー", "cookies"), ("オムレツ", "omelette"), ("ムース", "mousse"), ("ソーダ", "soda"), ("ラーメン", "ramen"), ("だんご", "dumplings"), ("グラタン", "gratin"),
    ("うどん", "udon"), ("もち", "rice cake"), ("バーガー", "burger"), ("タルト", "tart"), ("天ぷら", "tempura"), ("シチュー", "stew"), ("プリン", "pudding"), ("チャーハン", "fried rice"),
    ("サラダ", "salad"), ("スープ", "soup"), ("カレー", "curry"), ("パイ", "pie"), ("パスタ", "pasta"), ("ケーキ", "cake"), ("サンド", "sandwich"), ("ゼリー", "jelly"),
];
