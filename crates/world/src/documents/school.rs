//! Sums in words, worked out: the pupils' arithmetic pages.

use super::pages::state;
use super::sentences::Wordings;
use super::{Page, cast, companion};
use crate::grammar::{Pen, Register};

/// Things that can be counted: Japanese with counter, English singular and plural.
const THINGS: &[(&str, &str, &str, &str)] = &[
    ("りんご", "個", "apple", "apples"),
    ("みかん", "個", "orange", "oranges"),
    ("あめ", "個", "sweet", "sweets"),
    ("クッキー", "枚", "cookie", "cookies"),
    ("切手", "枚", "stamp", "stamps"),
    ("色紙", "枚", "sheet of coloured paper", "sheets of coloured paper"),
    ("えんぴつ", "本", "pencil", "pencils"),
    ("花", "本", "flower", "flowers"),
    ("本", "冊", "book", "books"),
    ("ノート", "冊", "notebook", "notebooks"),
    ("おにぎり", "個", "rice ball", "rice balls"),
    ("どんぐり", "個", "acorn", "acorns"),
];

/// Lets `part` play a count of things: "3個", "3 apples".
fn count(pen: &mut Pen<'_>, part: char, thing: usize, number: usize) {
    let (_, counter, one, many) = THINGS[thing];
    let noun = if number == 1 { one } else { many };
    pen.words(part, format!("{number}{counter}"), format!("{number} {noun}"));
}

/// Lets `part` play a bare number.
fn number(pen: &mut Pen<'_>, part: char, number: usize) {
    pen.words(part, number.to_string(), number.to_string());
}

pub(super) fn sums(pen: &mut Pen<'_>, resident: usize) -> Page {
    pen.register = Register::Polite;
    pen.honorific = true;
    pen.say(("[算数のノート|言葉の計算|算数の問題と答え]", "[Sums in words|Arithmetic notebook|Problems and answers]"));
    let title = pen.take();
    let mut resident = resident;
    for exercise in 0..3 + pen.below(3) {
        let other = companion(pen, resident);
        cast(pen, 'a', resident);
        cast(pen, 'b', other);
        number(pen, 'i', exercise + 1);
        pen.say(("[問題{i}|第{i}問|（{i}）]　", "[Problem|Number|No.] {i}. "));
        match pen.below(6) {
            0 | 1 => add(pen),
            2 | 3 => subtract(pen),
            4 => multiply(pen),
            _ => divide(pen),
        }
        pen.paragraph();
        resident = other;
    }
    Page { title, text: pen.take() }
}

/// Casts the things `t`, the counts `x` and `y` and the result `z`, and the bare numbers `l`, `m` and `r` of the sum.
fn set_numbers(pen: &mut Pen<'_>, numbers: [usize; 3]) {
    let thing = pen.below(THINGS.len());
    let (ja, _, _, many) = THINGS[thing];
    pen.words('t', ja, many);
    for (part, value) in ['x', 'y', 'z'].into_iter().zip(numbers) {
        count(pen, part, thing, value);
    }
    for (part, value) in ['l', 'm', 'r'].into_iter().zip(numbers) {
        number(pen, part, value);
    }
}

fn add(pen: &mut Pen<'_>) {
    let (x, y) = (2 + pen.below(18), 2 + pen.below(18));
    set_numbers(pen, [x, y, x + y]);
    let problem: Wordings = (
        &[
            "{a}は{t}を{x}持っています。{b}が{y}くれました。{a}の{t}は全部でいくつになりましたか。",
            "{a}が{t}を{x}、{b}が{t}を{y}持ってきました。合わせていくつですか。",
            "机の上に{t}が{x}あります。{a}がさらに{y}置きました。{t}はいくつありますか。",
        ],
        &[
            "{a} has {x}. {b} gives {a.him} {y}. How many {t} does {a} have now?",
            "{a} brings {x}, and {b} brings {y}. How many {t} are there together?",
            "There are {x} on the table. {a} puts {y} beside them. How many {t} are on the table?",
        ],
    );
    state(pen, problem);
    pen.line();
    state(
        pen,
        (
            &[
                "{x}と{y}を合わせるので、足し算をします。{l}足す{m}は{r}です。答えは{z}です。",
                "式は {l} + {m} = {r} です。答えは{z}です。",
            ],
            &[
                "We add the two numbers: {l} plus {m} is {r}. The answer is {z}.",
                "{l} + {m} = {r}. So the answer is {z}.",
            ],
        ),
    );
}

fn subtract(pen: &mut Pen<'_>) {
    let (y, z) = (2 + pen.below(14), 1 + pen.below(15));
    set_numbers(pen, [y + z, y, z]);
    let problem: Wordings = (
        &[
            "{a}は{t}を{x}持っていました。{b}に{y}あげました。残りはいくつですか。",
            "かごに{t}が{x}入っています。{a}が{y}取り出しました。かごに残った{t}はいくつですか。",
            "{a}は{t}を{x}、{b}は{y}持っています。{a}のほうがいくつ多いですか。",
        ],
        &[
            "{a} had {x} and gave {y} to {b}. How many {t} are left?",
            "There are {x} in a basket. {a} takes out {y}. How many {t} are still in the basket?",
            "{a} has {x}, and {b} has {y}. How many more does {a} have?",
        ],
    );
    state(pen, problem);
    pen.line();
    state(
        pen,
        (
            &["引き算をします。{l}引く{m}は{r}です。答えは{z}です。", "式は {l} - {m} = {r} です。答えは{z}です。"],
            &[
                "We take one number from the other: {l} minus {m} is {r}. The answer is {z}.",
                "{l} - {m} = {r}. So the answer is {z}.",
            ],
        ),
    );
}

fn multiply(pen: &mut Pen<'_>) {
    let (x, y) = (2 + pen.below(8), 2 + pen.below(8));
    set_numbers(pen, [x, y, x * y]);
    number(pen, 'k', y);
    let problem: Wordings = (
        &[
            "{t}が{x}ずつ入った袋が{k}つあります。{t}は全部でいくつありますか。",
            "{a}は{k}人の友だちに{t}を{x}ずつ配ります。{t}は全部でいくついりますか。",
        ],
        &[
            "There are {k} bags with {x} in each. How many {t} are there in all?",
            "{a} gives {x} to each of {k} friends. How many {t} does {a.he} need?",
        ],
    );
    state(pen, problem);
    pen.line();
    state(
        pen,
        (
            &["かけ算をします。{l}かける{m}は{r}です。答えは{z}です。", "式は {l} × {m} = {r} です。答えは{z}です。"],
            &["We multiply: {l} times {m} is {r}. The answer is {z}.", "{l} × {m} = {r}. So the answer is {z}."],
        ),
    );
}

fn divide(pen: &mut Pen<'_>) {
    let (y, z) = (2 + pen.below(8), 2 + pen.below(8));
    set_numbers(pen, [y * z, y, z]);
    number(pen, 'k', y);
    let problem: Wordings = (
        &[
            "{t}が{x}あります。{k}人で同じ数ずつ分けると、一人分はいくつですか。",
            "{a}は{x}の{t}を{k}つの袋に同じ数ずつ入れます。一つの袋にいくつ入りますか。",
        ],
        &[
            "There are {x}. If {k} people share them equally, how many does each of them get?",
            "{a} puts {x} into {k} bags, the same number in each. How many are in one bag?",
        ],
    );
    state(pen, problem);
    pen.line();
    state(
        pen,
        (
            &["わり算をします。{l}わる{m}は{r}です。答えは{z}です。", "式は {l} ÷ {m} = {r} です。答えは{z}です。"],
            &["We divide: {l} divided by {m} is {r}. The answer is {z}.", "{l} ÷ {m} = {r}. So the answer is {z}."],
        ),
    );
}
