//! What the world does not contain, asked for in held-out tests only: Japanese and English.

use crate::lexicon::{Word, w};

/// Things of a resident that the world does not contain.
pub(super) const ATTRIBUTES: &[Word] = &[
    w("家賃", "rent"), w("ズボンのサイズ", "trouser size"), w("好きな香り", "favourite smell"), w("好きな作曲家", "favourite composer"), w("苦手な教科", "worst school subject"),
    w("夕食の時間", "dinner time"), w("財布の色", "wallet colour"), w("名付け親の名前", "godparent's name"), w("免許証の番号", "driving licence number"), w("尊敬する人", "role model"),
    w("脈拍", "pulse"), w("好きな模様", "favourite pattern"),
];

/// Questions about the world outside.
pub(super) const OUTSIDE: &[Word] = &[
    w("ポルトガルの首都を知っていますか？", "Do you know the capital of Portugal?"),
    w("フィンランドの首都はどこ？", "What city is the capital of Finland?"),
    w("ペニシリンを発見したのは誰ですか？", "Who discovered penicillin?"),
    w("世界で一番深い湖はどれですか？", "Which lake is the deepest in the world?"),
    w("塩はどんな元素でできていますか？", "Which elements make up salt?"),
    w("キュリー夫人は何で有名ですか？", "What was Marie Curie famous for?"),
    w("赤毛のアンの作者は誰ですか？", "Who is the writer of Anne of Green Gables?"),
    w("ベルリンの壁はいつ崩れましたか？", "When did the Berlin Wall fall?"),
    w("土星の輪は何でできていますか？", "What are the rings of Saturn made of?"),
    w("ベルギーの人は何語を話しますか？", "What language do people in Belgium speak?"),
    w("アマゾン川はどこを流れていますか？", "Where does the Amazon flow?"),
    w("地球には何人の人がいますか？", "How many people are there on earth?"),
    w("水は何度で沸騰しますか？", "At what temperature does water boil?"),
    w("大人の歯は何本ありますか？", "How many teeth does an adult have?"),
    w("バルセロナでは何が見られますか？", "What is there to see in Barcelona?"),
    w("ショパンはどんな曲を書きましたか？", "What music did Chopin write?"),
    w("日本からイギリスまで飛行機で何時間ですか？", "How long is the flight from Japan to England?"),
    w("リンカーンはいつ亡くなりましたか？", "When did Lincoln die?"),
    w("ドイツを今治めているのは誰ですか？", "Who governs Germany now?"),
    w("1ドルは何円ですか？", "How many yen is one dollar?"),
];
