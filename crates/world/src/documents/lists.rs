//! Lists that pupils made for the school's wiki.

use super::pages::{cast_names, cast_names_and_others, state};
use super::sentences::Wordings;
use super::{Page, cast, register};
use crate::facts::{Relation, Resident, Subject};
use crate::grammar::{Pen, Register, Role};
use crate::lexicon::{COLOURS, DISTRICTS, FOODS, HOBBIES, JOBS, MONTHS, SPECIES};

/// What a list says of residents who have `x` in common.
struct Topic {
    /// Said of several residents `y`.
    many: Wordings,
    /// Said of one resident `y`.
    one: Wordings,
}

const LIVES: Topic = Topic {
    many: (
        &["{x}に住んでいるのは、{y}<だ>。", "{y}は{x}に住んで<いる>。", "{x}の住人には{y}が<いる>。"],
        &["{y} live in the {x}.", "The people who live in the {x} are {y}.", "In the {x} live {y}."],
    ),
    one: (
        &["{x}に住んでいるのは{y}<だ>。", "{y}の家は{x}に<ある>。"],
        &["{y} lives in the {x}.", "{y} has a home in the {x}."],
    ),
};

const LIKES_COLOUR: Topic = Topic {
    many: (
        &["好きな色が{x}なのは、{y}<だ>。", "{y}は{x}がいちばん好き<だ>。", "{x}が好きな人は{y}<だ>。"],
        &[
            "{y} like {x} best of all colours.",
            "The favourite colour of {y} is {x}.",
            "{x} is the favourite colour of {y}.",
        ],
    ),
    one: (
        &["好きな色が{x}なのは{y}<だ>。", "{y}の好きな色は{x}<だ>。"],
        &["{x} is the favourite colour of {y}.", "{y} likes {x} best of all colours."],
    ),
};

const LIKES_FOOD: Topic = Topic {
    many: (
        &["{x}が大好きなのは、{y}<だ>。", "{y}のいちばん好きな食べ物は{x}<だ>。", "{y}は{x}に目が<ない>。"],
        &[
            "{y} love {x} more than any other food.",
            "The favourite food of {y} is {x}.",
            "If you cook {x}, invite {y}: it is their favourite food.",
        ],
    ),
    one: (
        &["{x}が大好きなのは{y}<だ>。", "{y}の好きな食べ物は{x}<だ>。"],
        &["{y} loves {x} more than any other food.", "The favourite food of {y} is {x}."],
    ),
};

const HAS_HOBBY: Topic = Topic {
    many: (
        &["{y}の趣味は{x}<だ>。", "{x}を趣味にしているのは、{y}<だ>。", "{y}は{x}を楽しんで<いる>。"],
        &["The hobby of {y} is {x}.", "{y} enjoy {x}; it is their hobby.", "{x} is the hobby of {y}."],
    ),
    one: (
        &["{y}の趣味は{x}<だ>。", "{x}を趣味にしているのは{y}<だ>。"],
        &["The hobby of {y} is {x}.", "{y} enjoys {x} as a hobby."],
    ),
};

const HAS_JOB: Topic = Topic {
    many: (
        &["{y}は{x}<だ>。", "{x}として働いているのは、{y}<だ>。", "{y}の仕事は{x}<だ>。"],
        &["{y} each work as {v} {x}.", "The job of {y} is {x}.", "{y} have the same job: {x}."],
    ),
    one: (&["{y}は{x}<だ>。", "{x}として働いているのは{y}<だ>。"], &["{y} is {v} {x}.", "{y} works as {v} {x}."]),
};

const BORN_IN: Topic = Topic {
    many: (
        &["{x}生まれなのは、{y}<だ>。", "{y}の誕生日は{x}<だ>。", "{x}に誕生日が来るのは、{y}<だ>。"],
        &["{y} were born in {x}.", "{y} have their birthdays in {x}.", "In {x} we celebrate the birthdays of {y}."],
    ),
    one: (
        &["{x}生まれなのは{y}<だ>。", "{y}の誕生日は{x}<だ>。"],
        &["{y} was born in {x}.", "In {x} we celebrate the birthday of {y}."],
    ),
};

const HAS_PET: Topic = Topic {
    many: (
        &["{x}を飼っているのは、{y}<だ>。", "{y}は{x}を飼って<いる>。"],
        &["{y} each have a {x}.", "The people who keep a {x} are {y}."],
    ),
    one: (&["{x}を飼っているのは{y}<だ>。", "{y}は{x}を飼って<いる>。"], &["{y} has a {x}.", "{y} keeps a {x}."]),
};

/// Residents with a property, in random order.
fn residents_where(pen: &mut Pen<'_>, test: impl Fn(&Resident) -> bool) -> Vec<usize> {
    let residents = &pen.world.residents;
    let mut found: Vec<usize> = (0..residents.len()).filter(|&index| test(&residents[index])).collect();
    pen.random.shuffle(&mut found);
    found
}

/// How many of the residents a list with a line for each of them has.
const LINES: usize = 6;

/// Ends a list that shows some of so many things: says so if it leaves any out.
fn end(pen: &mut Pen<'_>, all: usize, shown: usize) {
    if all <= shown {
        return;
    }
    let more: Wordings = (
        &["これで全部では<ない>。", "ほかはまた今度<書く5>。", "ここに書いたのは一部<だ>。"],
        &["This is not all of it.", "The rest will follow.", "There was no room for everything here."],
    );
    state(pen, more);
    pen.line();
}

/// One paragraph or bullet of a list, if anyone is on it. It names everyone, or says that there are others.
fn entry(pen: &mut Pen<'_>, topic: &Topic, found: &[usize], bullets: bool) {
    /// The most names in a row.
    const NAMES_MAX: usize = 12;
    match found {
        [] => return,
        [one] => {
            cast_names(pen, 'y', &[*one]);
            start_entry(pen, bullets);
            state(pen, topic.one);
        }
        many => {
            match many.len() > NAMES_MAX {
                true => cast_names_and_others(pen, 'y', &many[..LINES]),
                false => cast_names(pen, 'y', many),
            }
            start_entry(pen, bullets);
            state(pen, topic.many);
        }
    }
    if bullets {
        pen.line();
    }
}

fn start_entry(pen: &mut Pen<'_>, bullets: bool) {
    if bullets {
        pen.say(("・", "- "));
    }
}

/// The entries of one topic: several values of one attribute.
fn entries(pen: &mut Pen<'_>, kind: usize, bullets: bool) {
    const COUNTS: [usize; 7] =
        [DISTRICTS.len(), COLOURS.len(), FOODS.len(), HOBBIES.len(), JOBS.len(), MONTHS.len(), SPECIES.len()];
    let count = COUNTS[kind];
    let mut values: Vec<usize> = (0..count).collect();
    pen.random.shuffle(&mut values);
    values.truncate(3 + pen.below(3));
    for value in values {
        let found = match kind {
            0 => residents_where(pen, |resident| resident.district == value),
            1 => residents_where(pen, |resident| *resident.colour == COLOURS[value]),
            2 => residents_where(pen, |resident| *resident.food == FOODS[value]),
            3 => residents_where(pen, |resident| resident.hobby.en == HOBBIES[value].en),
            4 => residents_where(pen, |resident| resident.job.en == JOBS[value].en),
            5 => residents_where(pen, |resident| usize::from(resident.month) == value + 1),
            _ => residents_where(pen, |resident| {
                resident.pet.as_ref().is_some_and(|pet| pet.species.en == SPECIES[value].en)
            }),
        };
        let (ja, en) = match kind {
            0 => (DISTRICTS[value].ja, DISTRICTS[value].en),
            1 => (COLOURS[value].ja, COLOURS[value].en),
            2 => (FOODS[value].ja, FOODS[value].en),
            3 => (HOBBIES[value].ja, HOBBIES[value].en),
            4 => (JOBS[value].ja, JOBS[value].en),
            5 => (MONTHS[value].ja, MONTHS[value].en),
            _ => (SPECIES[value].ja, SPECIES[value].en),
        };
        pen.words('x', ja, en);
        pen.words('v', "", crate::grammar::en::article(en));
        entry(pen, TOPICS[kind], &found, bullets);
    }
}

const TOPICS: [&Topic; 7] = [&LIVES, &LIKES_COLOUR, &LIKES_FOOD, &HAS_HOBBY, &HAS_JOB, &BORN_IN, &HAS_PET];

/// Headings of lists over several values of an attribute.
const HEADINGS: [(&str, &str); 7] = [
    (
        "[誰がどこに住んでいるか|地区ごとの住人|クラスで調べた：みんなの家]",
        "[Who lives where|People by district|Our class asked: where do you live?]",
    ),
    (
        "[好きな色調べ|みんなの好きな色|色のアンケート]",
        "[Favourite colours|A survey of colours|Our class asked: which colour do you like?]",
    ),
    (
        "[好きな食べ物調べ|みんなの好物|食べ物のアンケート]",
        "[Favourite foods|A survey of foods|Our class asked: what do you like to eat?]",
    ),
    (
        "[みんなの趣味|趣味の仲間|趣味のアンケート]",
        "[Hobbies of our town|A survey of hobbies|Our class asked: what is your hobby?]",
    ),
    ("[泉町の仕事|みんなの仕事|仕事調べ]", "[Jobs in Izumi|A survey of jobs|Our class asked: what is your job?]"),
    (
        "[誕生日カレンダー|みんなの誕生日|生まれた月調べ]",
        "[Birthday calendar|Birthdays by month|Our class asked: when is your birthday?]",
    ),
    (
        "[泉町のペット|みんなのペット|飼っている動物調べ]",
        "[Pets of Izumi|A survey of pets|Our class asked: do you have a pet?]",
    ),
];

pub(super) fn list(pen: &mut Pen<'_>, number: usize) -> Page {
    register(pen, Register::Written, Register::Polite);
    match number % 20 {
        kind @ 0..7 => residents_list(pen, kind),
        // Places and pets come up less than other things elsewhere.
        7 | 10 => pets(pen),
        8 => places(pen),
        9 => dishes(pen),
        11 => pupils(pen),
        12 => staff(pen),
        13 => calendar(pen),
        14..18 => places(pen),
        18 => animals(pen),
        _ => dishes(pen),
    }
}

fn residents_list(pen: &mut Pen<'_>, kind: usize) -> Page {
    pen.say(HEADINGS[kind]);
    let title = pen.take();
    if pen.chance(1, 2) {
        let intro: Wordings = (
            &[
                "泉町の人に聞いて、表にまとめ<た>。",
                "わたしたちのクラスで調べてみ<た>。",
                "町の人に話を聞いて分かったことを<書く5>。",
            ],
            &[
                "We asked people in Izumi and wrote down what they said.",
                "Our class asked around in the town.",
                "This is what we found out about the people of Izumi.",
            ],
        );
        state(pen, intro);
        pen.line();
    }
    let bullets = pen.chance(1, 2);
    entries(pen, kind, bullets);
    Page { title, text: pen.take() }
}

/// Pets with their owners.
fn pets(pen: &mut Pen<'_>) -> Page {
    pen.say((
        "[ペットの名前|うちの子の名前|泉町の動物たちの名前]",
        "[Names of pets|What our pets are called|The pets of Izumi and their names]",
    ));
    let title = pen.take();
    let owners = residents_where(pen, |resident| resident.pet.is_some());
    for &owner in owners.iter().take(LINES) {
        cast(pen, 'a', owner);
        pen.say(("・", "- "));
        let line: Wordings = (
            &[
                "{a.full}の{a.pet}は{a.petname}という名前<だ>。",
                "{a.petname}：{a}が飼っている{a.pet}<だ>。",
                "{a}は{a.pet}の{a.petname}を飼って<いる>。",
            ],
            &[
                "{a.p} {a.pet} is called {a.petname}.",
                "{a.petname}: {a.apet} that belongs to {a.full}.",
                "{a} has {a.apet} named {a.petname}.",
            ],
        );
        state(pen, line);
        pen.line();
    }
    end(pen, owners.len(), LINES);
    Page { title, text: pen.take() }
}

/// Who works where.
fn staff(pen: &mut Pen<'_>) -> Page {
    pen.say((
        "[誰がどこで働いているか|町の職場|働く人たち]",
        "[Who works where|Workplaces of the town|People at work]",
    ));
    let title = pen.take();
    let workers = residents_where(pen, |resident| !resident.is_child());
    for &worker in workers.iter().take(LINES) {
        cast(pen, 'a', worker);
        pen.say(("・", "- "));
        let line: Wordings = (
            &[
                "{a.work}では{a}が{a.job}をして<いる>。",
                "{a.full}：{a.work}の{a.job}。",
                "{a.job}の{a}は{a.work}で働いて<いる>。",
            ],
            &["{a.full}: {a.job} at {a.work}.", "At {a.work}, {a} is {a.ajob}.", "{a} the {a.job} works at {a.work}."],
        );
        state(pen, line);
        pen.line();
    }
    end(pen, workers.len(), LINES);
    Page { title, text: pen.take() }
}

/// The children with their grades and teachers.
fn pupils(pen: &mut Pen<'_>) -> Page {
    pen.say((
        "[泉小学校の子どもたち|学年と担任|わたしたちの学校]",
        "[The children of Izumi School|Grades and teachers|Our school]",
    ));
    let title = pen.take();
    let children = residents_where(pen, Resident::is_child);
    for &child in children.iter().take(LINES) {
        cast(pen, 'a', child);
        pen.say(("・", "- "));
        let line: Wordings = (
            &[
                "{a.full}：{a.grade}、担任は{a.teacher}。",
                "{a}は{a.work}の{a.grade}で、{a.teacher}に教わって<いる>。",
                "{a.grade}の{a}の先生は{a.teacher}<だ>。",
            ],
            &[
                "{a.full}: {a.grade}, taught by {a.teacher}.",
                "{a} is in the {a.grade} at {a.work}, and the teacher is {a.teacher}.",
                "{a.teacher} teaches {a}, who is in the {a.grade}.",
            ],
        );
        state(pen, line);
        pen.line();
    }
    end(pen, children.len(), LINES);
    Page { title, text: pen.take() }
}

/// The events of the year in the order of the months.
fn calendar(pen: &mut Pen<'_>) -> Page {
    pen.say(("[泉町の一年|町の行事|行事カレンダー]", "[The year in Izumi|Calendar of events|Events of our town]"));
    let title = pen.take();
    let mut events: Vec<usize> = (0..pen.world.events.len()).collect();
    events.sort_by_key(|&event| pen.world.events[event].kind.month);
    let skip = pen.below(5);
    for event in events.into_iter().skip(skip).take(LINES) {
        pen.cast('e', Role::Event(event));
        let line: Wordings = (
            &[
                "{e.month}は{e}<だ>。会場は{e.venue}<だ>。",
                "{e.month}になると、{e.venue}で{e}が<ある>。楽しみは{e.highlight}<だ>。",
                "{e.month}には{e.venue}で{e}が開かれ、{e.highlight}が楽しめ<る>。",
            ],
            &[
                "In {e.month} comes the {e}, held at {e.venue}.",
                "{e.month}: the {e} at {e.venue}, with {e.highlight}.",
                "In {e.month} people go to {e.venue} for the {e} and enjoy {e.highlight}.",
            ],
        );
        state(pen, line);
        pen.line();
    }
    end(pen, pen.world.events.len(), LINES);
    Page { title, text: pen.take() }
}

/// A list with one line a thing: casts each as `a` and writes one of the wordings.
fn lines(pen: &mut Pen<'_>, mut things: Vec<Role>, count: usize, wordings: Wordings) {
    pen.random.shuffle(&mut things);
    let bullets = pen.chance(1, 2);
    let all = things.len();
    for thing in things.into_iter().take(count) {
        pen.cast('a', thing);
        start_entry(pen, bullets);
        state(pen, wordings);
        pen.line();
    }
    end(pen, all, count);
}

/// Places with what they are known for, or when they are closed, or where they are.
fn places(pen: &mut Pen<'_>) -> Page {
    let mut places: Vec<usize> = (0..pen.world.places.len()).collect();
    let stated = |relation: Relation| -> u32 {
        (0..pen.world.places.len()).map(|place| pen.stated(Subject::Place(place), relation)).sum()
    };
    let least = [Relation::KnownFor, Relation::ClosedDay, Relation::District]
        .into_iter()
        .min_by_key(|&relation| stated(relation));
    let (title, wordings): (_, Wordings) = match least {
        Some(Relation::KnownFor) => (
            (
                "[町の名物|どこが何で有名か|泉町の見どころ]",
                "[Sights of Izumi|What places are known for|Places and their pride]",
            ),
            (
                &[
                    "{a}：{a.known}で知られて<いる>。",
                    "{a}は{a.known}で有名<だ>。",
                    "{a.known}なら{a}<だ>。",
                    "{a}の自慢は{a.known}<だ>。",
                ],
                &[
                    "{a} is known for its {a.known}.",
                    "{a}: famous for its {a.known}.",
                    "Visit {a} for its {a.known}.",
                    "{a} is proud of its {a.known}.",
                ],
            ),
        ),
        Some(Relation::ClosedDay) => (
            ("[お休みの日|定休日の表|休みは何曜日か]", "[Closing days|When places are closed|Which day is it closed?]"),
            (
                &[
                    "{a}：{a.closed}が休み。",
                    "{a}は{a.closed}に<休む5>。",
                    "{a}の定休日は{a.closed}<だ>。",
                    "{a.closed}に{a}へ行っても開いて<いない>。",
                ],
                &[
                    "{a}: closed on {a.closed}s.",
                    "{a} is closed on {a.closed}s.",
                    "On {a.closed}s you cannot visit {a}.",
                    "{a.closed} is the day off at {a}.",
                ],
            ),
        ),
        _ => (
            (
                "[どこに何があるか|町の地図の説明|地区と施設]",
                "[Where things are|Notes to the town map|Places by district]",
            ),
            (
                &["{a.home}：{a}（{a.kind}）。", "{a}は{a.home}に<ある>。", "{a.home}には{a}が<ある>。"],
                &["{a}: {a.akind} in {a.home}.", "{a} is in {a.home}.", "In {a.home} you will find {a}."],
            ),
        ),
    };
    if least == Some(Relation::ClosedDay) {
        places.retain(|&place| pen.world.places[place].closed.is_some());
    }
    pen.say(title);
    let title = pen.take();
    let count = 6 + pen.below(5);
    lines(pen, places.into_iter().map(Role::Place).collect(), count, wordings);
    Page { title, text: pen.take() }
}

fn animals(pen: &mut Pen<'_>) -> Page {
    pen.say((
        "[動物たちの好物|町の動物|動物の名前]",
        "[What the animals like|Animals of the town|The animals and their names]",
    ));
    let title = pen.take();
    let animals = (0..pen.world.animals.len()).map(Role::Animal).collect();
    let wordings: Wordings = (
        &[
            "{a}：{a.home}の{a.species}。{a.treat}が大好き。",
            "{a.species}の{a}は{a.treat}が好き<だ>。",
            "{a.home}には{a.species}の{a}がいて、{a.treat}をよく<食べる1>。",
        ],
        &[
            "{a}: {a.aspecies} at {a.home} that loves {a.treat}.",
            "{a} the {a.species} likes {a.treat}.",
            "At {a.home} lives {a} the {a.species}, who eats a lot of {a.treat}.",
        ],
    );
    lines(pen, animals, 6, wordings);
    Page { title, text: pen.take() }
}

fn dishes(pen: &mut Pen<'_>) -> Page {
    pen.say(("[泉町の味|町の料理|名物料理の表]", "[The dishes of Izumi|What to eat in Izumi|Food of our town]"));
    let title = pen.take();
    let dishes = (0..pen.world.dishes.len()).map(Role::Dish).collect();
    let wordings: Wordings = (
        &[
            "{a}：材料は{a.made}、食べられるのは{a.at}。",
            "{a.at}の{a}には{a.made}が入って<いる>。",
            "{a.made}が好きな人には、{a.at}の{a}が<ある>。",
        ],
        &[
            "{a}: with {a.made}, at {a.at}.",
            "The {a} of {a.at} {a.is} made with {a.made}.",
            "For those who like {a.made} there {a.is} {a} at {a.at}.",
        ],
    );
    lines(pen, dishes, 5, wordings);
    Page { title, text: pen.take() }
}
