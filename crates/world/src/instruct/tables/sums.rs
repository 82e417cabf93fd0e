//! Small sums: how they are written, and how they are asked for.

/// A kind of sum: its sign, the ways of writing it, and questions that hold for this kind alone.
///
/// Slots: `{l}` and `{r}` the numbers in figures, `{lw}` and `{rw}` in words, `{lf}` and `{rf}` in figures of full width.
pub(crate) struct Sums {
    pub(crate) sign: char,
    pub(crate) en: &'static [&'static str],
    pub(crate) en_asks: &'static [&'static str],
    pub(crate) ja: &'static [&'static str],
    pub(crate) ja_asks: &'static [&'static str],
}

pub(crate) const ADDITION: Sums = Sums {
    sign: '+',
    en: &["{l} + {r}", "{l}+{r}", "{l} plus {r}", "{lw} plus {rw}", "{l} and {r}", "{lw} and {rw}"],
    en_asks: &["Add {l} and {r}.", "Add {r} to {l}.", "What is the sum of {l} and {r}?", "How much are {l} and {r} together?", "If I add {r} to {l}, what do I get?", "What do {l} and {r} make together?"],
    ja: &["{l} + {r}", "{l}+{r}", "{lf}＋{rf}", "{l}たす{r}", "{l}足す{r}", "{lw}たす{rw}"],
    ja_asks: &["{l}と{r}を足してください。", "{l}と{r}を足すといくつですか？", "{l}に{r}を足すと？", "{l}と{r}の合計は？", "{l}と{r}を合わせるといくつ？", "{lw}に{rw}を足したらいくつになりますか？"],
};

pub(crate) const SUBTRACTION: Sums = Sums {
    sign: '-',
    en: &["{l} - {r}", "{l}-{r}", "{l} minus {r}", "{l} take away {r}", "{lw} minus {rw}"],
    en_asks: &["Take {r} from {l}.", "Subtract {r} from {l}.", "What is left if I take {r} away from {l}?", "What is the difference between {l} and {r}?", "If I take {r} from {l}, what do I get?", "How much is {l} less {r}?"],
    ja: &["{l} - {r}", "{l}-{r}", "{lf}－{rf}", "{l}ひく{r}", "{l}引く{r}", "{lw}ひく{rw}"],
    ja_asks: &["{l}から{r}を引いてください。", "{l}から{r}を引くといくつですか？", "{l}から{r}を引くと？", "{l}と{r}の差はいくつですか？", "{l}から{r}を取るといくつ残る？", "{lw}から{rw}を引いたらいくつになりますか？"],
};

pub(crate) const MULTIPLICATION: Sums = Sums {
    sign: '×',
    en: &["{l} × {r}", "{l}×{r}", "{l} x {r}", "{l} * {r}", "{l} times {r}", "{lw} times {rw}"],
    en_asks: &["Multiply {l} by {r}.", "What is the product of {l} and {r}?", "If I multiply {l} by {r}, what do I get?", "What is {l} multiplied by {r}?", "What do I get if I multiply {l} by {r}?"],
    ja: &["{l} × {r}", "{l}×{r}", "{lf}×{rf}", "{l}かける{r}", "{l}掛ける{r}", "{lw}かける{rw}"],
    ja_asks: &["{l}と{r}をかけてください。", "{l}に{r}をかけるといくつですか？", "{l}に{r}をかけると？", "{l}の{r}倍はいくつですか？", "{l}と{r}の積は？", "{lw}に{rw}をかけたらいくつになりますか？"],
};

/// Questions around any sum `{x}`.
pub(crate) const ASK_EN: &[&str] = &[
    "What is {x}?", "What's {x}?", "what is {x}", "whats {x}", "{x}?", "{x}", "{x} =", "{x} = ?", "{x} is?", "{x} makes?", "How much is {x}?", "how much is {x}", "How much does {x} make?", "{x} is how much?", "{x} equals what?", "What does {x} make?",
    "What does {x} equal?", "What do you get for {x}?", "What is the answer to {x}?", "What is the result of {x}?", "Calculate {x}.", "Please calculate {x}.", "Compute {x}.", "Solve {x}.", "Work out {x}.", "Can you work out {x}?", "Can you do {x}?",
    "Can you calculate {x} for me?", "Tell me what {x} is.", "Please tell me {x}.", "Do you know {x}?", "Do you know what {x} is?", "I need the answer to {x}.", "My homework asks for {x}. What is it?", "And what is {x}?", "Help me with {x}.",
];

pub(crate) const ASK_JA: &[&str] = &[
    "{x}は？", "{x}", "{x}=", "{x}=？", "{x}は", "{x}はいくつですか？", "{x}はいくつ？", "{x}はいくら？", "{x}は何ですか？", "{x}は何？", "{x}って何？", "{x}っていくつ？", "{x}はいくつになりますか？", "{x}はいくつになる？", "{x}は何になりますか？",
    "{x}の答えは？", "{x}の答えは何ですか？", "{x}の答えを教えてください。", "{x}の答えを教えて", "{x}の結果は？", "{x}を計算してください。", "{x}を計算して", "{x}の計算をお願いします。", "{x}を解いてください。", "{x}がわかりますか？", "{x}はわかる？",
    "{x}ができますか？", "{x}を教えてください。", "{x}の答えが知りたいです。", "計算してください。{x}", "計算して：{x}", "宿題です。{x}はいくつですか？", "では、{x}は？", "じゃあ{x}は？",
];

/// What may be asked after an answer, around another sum.
pub(crate) const NEXT_EN: &[&str] = &["And {x}?", "and {x}", "Now {x}.", "What about {x}?", "{x}?", "{x}", "And what is {x}?", "Good. {x}?"];
pub(crate) const NEXT_JA: &[&str] = &["{x}は？", "じゃあ{x}は？", "では、{x}は？", "次は{x}", "{x}", "それなら{x}は？", "そうですね。{x}は？", "次に{x}はいくつですか？"];

/// Number words from nought to twenty.
pub(crate) const NUMBERS_EN: [&str; 21] = [
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
    "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty",
];
pub(crate) const NUMBERS_JA: [&str; 21] = [
    "ゼロ", "一", "二", "三", "四", "五", "六", "七", "八", "九", "十",
    "十一", "十二", "十三", "十四", "十五", "十六", "十七", "十八", "十九", "二十",
];
