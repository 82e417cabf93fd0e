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
    w("エベレストの高さは何メートルですか？", "How tall is Mount Everest?"),
    w("電話を発明した人は誰？", "Who came up with the telephone?"),
    w("光は1秒でどのくらい進みますか？", "How far does light get in a second?"),
    w("シェイクスピアの劇を一つ挙げてもらえますか？", "Can you name one of Shakespeare's plays?"),
    w("恐竜はどうしていなくなったの？", "Why did the dinosaurs die out?"),
    w("月に初めて降り立った人は誰でしょうか？", "Who was the first person to set foot on the moon?"),
    w("エジプトのピラミッドは何のために造られましたか？", "What did the Egyptians build the pyramids for?"),
    w("心臓は体の中でどんな働きをしますか？", "What job does the heart do in our body?"),
    w("ブラジルのお金は何といいますか？", "What is the money in Brazil called?"),
    w("モナ・リザは誰が描いた絵？", "Whose painting is the Mona Lisa?"),
    w("タイタニック号が沈んだのは何年ですか？", "In what year did the Titanic go down?"),
    w("富士山が最後に噴火したのはいつですか？", "When did Mount Fuji last erupt?"),
    w("虹はどうやってできるのですか？", "How does a rainbow come about?"),
    w("サハラ砂漠はどの大陸にありますか？", "On which continent is the Sahara?"),
    w("金の元素記号は何ですか？", "What's the chemical symbol for gold?"),
    w("次のオリンピックはどこの国でやるの？", "Which country has the next Olympics?"),
    w("クジラは魚の仲間なのでしょうか？", "Are whales a kind of fish?"),
    w("ニュートンは何を発見した人ですか？", "What did Newton find out?"),
    w("今、イギリスの国王はどなたですか？", "Who is on the British throne these days?"),
    w("ニューヨークは今日晴れていますか？", "Is the sun shining in New York today?"),
];
