//! Comparisons of two residents: what they have in common and what not.

use super::pages::state;
use super::sentences::Wordings;
use super::{Page, cast, companion, register};
use crate::grammar::{Pen, Register};

/// What two residents have in common and what not.
pub(super) fn comparison(pen: &mut Pen<'_>, resident: usize) -> Page {
    register(pen, Register::Written, Register::Polite);
    let other = companion(pen, resident);
    cast(pen, 'a', resident);
    cast(pen, 'b', other);
    pen.say((
        "[{a.full}と{b.full}を比べる|{a.full}と{b.full}|{a}と{b}の違い]",
        "[{a.full} and {b.full}|{a.full} and {b.full} compared|How are {a} and {b} different?]",
    ));
    let title = pen.take();
    let (one, two) = (&pen.world.residents[resident], &pen.world.residents[other]);
    let same = [
        (one.district == two.district, SAME[0], DIFFERENT[0]),
        (one.food == two.food, SAME[1], DIFFERENT[1]),
        (one.hobby == two.hobby, SAME[2], DIFFERENT[2]),
        (one.colour == two.colour, SAME[3], DIFFERENT[3]),
        (one.month == two.month, SAME[4], DIFFERENT[4]),
        (
            one.is_child() && two.is_child(),
            SAME[5],
            if one.is_child() || two.is_child() { MIXED_WORK } else { DIFFERENT[5] },
        ),
    ];
    let mut order: Vec<usize> = (0..same.len()).collect();
    pen.random.shuffle(&mut order);
    // Hobbies and colours are always among them.
    order.sort_by_key(|index| !matches!(index, 2 | 3));
    if one.friend == other {
        let friends: Wordings = (
            &["{a}と{b}は親友<だ>が、違うところも多<い>。", "{a}の親友は{b}<だ>。二人を比べてみ<る>。"],
            &[
                "{a} and {b} are best friends, but they are not alike in everything.",
                "{a.p} best friend is {b}. Let us compare the two.",
            ],
        );
        state(pen, friends);
    }
    order.truncate(4 + pen.below(3));
    pen.random.shuffle(&mut order);
    for index in order {
        let (equal, alike, different) = same[index];
        pen.forget();
        state(pen, if equal { alike } else { different });
    }
    Page { title, text: pen.take() }
}

const SAME: [Wordings; 6] = [
    (
        &["{a}も{b}も{a.home}に住んで<いる>。", "二人とも家は{a.home}に<ある>。"],
        &["Both {a} and {b} live in {a.home}.", "{a} and {b} live in the same part of town, {a.home}."],
    ),
    (
        &["{a}も{b}も{a.food}がいちばん好き<だ>。", "二人の好きな食べ物は同じで、{a}も{b}も{a.food}<だ>。"],
        &["{a} and {b} have the same favourite food: {a.food}.", "Both {a} and {b} love {a.food}."],
    ),
    (&["{a}も{b}も趣味は{a.hobby}<だ>。"], &["{a} and {b} share a hobby: {a.hobby}."]),
    (&["{a}も{b}も{a.colour}が好き<だ>。"], &["Both {a} and {b} like {a.colour} best of all colours."]),
    (&["{a}も{b}も{a.month}に生まれ<た>。"], &["{a} and {b} were both born in {a.month}."]),
    (
        &["{a}も{b}も小学生<だ>。{a}は{a.grade}で、{b}は{b.grade}<だ>。"],
        &["Both are pupils: {a} is in the {a.grade}, and {b} is in the {b.grade}."],
    ),
];

const DIFFERENT: [Wordings; 6] = [
    (
        &["{a}は{a.home}に、{b}は{b.home}に住んで<いる>。", "{a}の家は{a.home}に<ある>が、{b}の家は{b.home}に<ある>。"],
        &[
            "{a} lives in {a.home}, while {b} lives in {b.home}.",
            "{a.p} home is in {a.home}, but {b.p} is in {b.home}.",
        ],
    ),
    (
        &[
            "{a}は{a.food}が好き<だ>が、{b}は{b.food}のほうが好き<だ>。",
            "{a}の好物は{a.food}で、{b}の好物は{b.food}<だ>。",
        ],
        &["{a} likes {a.food} best, but {b} prefers {b.food}.", "{a.p} favourite food is {a.food}; {b.p} is {b.food}."],
    ),
    (
        &[
            "{a}の趣味は{a.hobby}で、{b}の趣味は{b.hobby}<だ>。",
            "休みの日、{a}は{a.hobby.る}が、{b}は{b.hobby.る}。趣味が違う<のだ>。",
        ],
        &[
            "{a.p} hobby is {a.hobby}, and {b.p} is {b.hobby}.",
            "On days off {a} {a.hobby.does}, while {b} {b.hobby.does}; such are their hobbies.",
        ],
    ),
    (
        &[
            "{a}は{a.colour}が好きで、{b}は{b.colour}が好き<だ>。",
            "好きな色は、{a}が{a.colour}で、{b}が{b.colour}<だ>。",
        ],
        &[
            "{a} likes {a.colour} best, and {b} likes {b.colour}.",
            "The favourite colour of {a} is {a.colour}, that of {b} is {b.colour}.",
        ],
    ),
    (
        &["{a}の誕生日は{a.month}で、{b}の誕生日は{b.month}<だ>。", "{a}は{a.month}、{b}は{b.month}に生まれ<た>。"],
        &["{a} was born in {a.month}, and {b} in {b.month}.", "{a.p} birthday is in {a.month}; {b.p} is in {b.month}."],
    ),
    (
        &[
            "{a}は{a.work}の{a.job}で、{b}は{b.work}の{b.job}<だ>。",
            "{a}は{a.job}として{a.work}で、{b}は{b.job}として{b.work}で働いて<いる>。",
        ],
        &[
            "{a} is {a.ajob} at {a.work}, and {b} is {b.ajob} at {b.work}.",
            "{a} works at {a.work} as {a.ajob}; {b} works at {b.work} as {b.ajob}.",
        ],
    ),
];

const MIXED_WORK: Wordings = (
    &[
        "{a}は[?a.child:{a.grade}の小学生|{a.work}の{a.job}]で、{b}は[?b.child:{b.grade}の小学生|{b.work}の{b.job}]<だ>。",
    ],
    &[
        "{a} is [?a.child:a pupil in the {a.grade}|{a.ajob} at {a.work}], and {b} is [?b.child:a pupil in the {b.grade}|{b.ajob} at {b.work}].",
    ],
);
