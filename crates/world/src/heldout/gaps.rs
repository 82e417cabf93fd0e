//! What the world does not contain, asked for in held-out tests only: Japanese and English.

use crate::lexicon::{Word, w};

/// Things of a resident that the world does not contain.
pub(super) const ATTRIBUTES: &[Word] = &[
    w("得意料理", "signature dish"), w("シャンプーの銘柄", "brand of shampoo"), w("歩く速さ", "walking speed"), w("大嫌いな虫", "most hated insect"), w("税金の額", "tax bill"),
    w("読む速さ", "reading speed"), w("視力検査の結果", "eye test result"), w("一番こわいもの", "worst fear"), w("スマホを見る時間", "screen time"), w("ゴルフのハンデ", "golf handicap"),
    w("定期券の値段", "train pass price"), w("マラソンの記録", "marathon time"), w("待ち受け画面", "phone wallpaper"),
];

/// Questions about the world outside.
pub(super) const OUTSIDE: &[Word] = &[
    w("カナダの首都って何ていう町でしたっけ？", "What's Canada's capital called again?"),
    w("シェイクスピアの劇を一つ挙げてもらえますか？", "Can you name one of Shakespeare's plays?"),
    w("エジプトのピラミッドは何のために造られましたか？", "What did the Egyptians build the pyramids for?"),
    w("心臓は体の中でどんな働きをしますか？", "What job does the heart do in our body?"),
    w("モナ・リザは誰が描いた絵？", "Whose painting is the Mona Lisa?"),
    w("タイタニック号が沈んだのは何年ですか？", "In what year did the Titanic go down?"),
    w("富士山が最後に噴火したのはいつですか？", "When did Mount Fuji last erupt?"),
    w("虹はどうやってできるのですか？", "How does a rainbow come about?"),
    w("金の元素記号は何ですか？", "What's the chemical symbol for gold?"),
    w("ニュートンは何を発見した人ですか？", "What did Newton find out?"),
    w("今、イギリスの国王はどなたですか？", "Who is on the British throne these days?"),
    w("ポルトガルの首都を知っていますか？", "Do you know the capital of Portugal?"),
    w("塩はどんな元素でできていますか？", "Which elements make up salt?"),
    w("キュリー夫人は何で有名ですか？", "What was Marie Curie famous for?"),
    w("赤毛のアンの作者は誰ですか？", "Who is the writer of Anne of Green Gables?"),
    w("ベルリンの壁はいつ崩れましたか？", "When did the Berlin Wall fall?"),
    w("ベルギーの人は何語を話しますか？", "What language do people in Belgium speak?"),
    w("アマゾン川はどこを流れていますか？", "Where does the Amazon flow?"),
    w("水は何度で沸騰しますか？", "At what temperature does water boil?"),
    w("大人の歯は何本ありますか？", "How many teeth does an adult have?"),
    w("バルセロナでは何が見られますか？", "What is there to see in Barcelona?"),
    w("ショパンはどんな曲を書きましたか？", "What music did Chopin write?"),
    w("日本からイギリスまで飛行機で何時間ですか？", "How long is the flight from Japan to England?"),
    w("リンカーンはいつ亡くなりましたか？", "When did Lincoln die?"),
    w("ドイツを今治めているのは誰ですか？", "Who governs Germany now?"),
    w("1ドルは何円ですか？", "How many yen is one dollar?"),
];
