//! The encyclopaedia: pages about residents, places, animals, events and dishes.

use super::sentences::{self, Wordings};
use super::{Page, cast, register};
use crate::Language;
use crate::facts::{Relation, Subject};
use crate::grammar::{Pen, Register, Role};

/// Writes one of the wordings of a statement as a sentence of a paragraph.
pub(super) fn state(pen: &mut Pen<'_>, wordings: Wordings) {
    match pen.language {
        Language::Ja => pen.sentence(wordings.0),
        Language::En => pen.sentence(wordings.1),
    }
}

/// States the relations in the given order, with a new paragraph now and then.
fn state_all(pen: &mut Pen<'_>, statements: &[Wordings]) {
    let mut since_break = 0;
    for wordings in statements {
        if since_break >= 3 && pen.chance(1, 3) {
            pen.paragraph();
            since_break = 0;
        }
        state(pen, *wordings);
        since_break += 1;
    }
}

/// Names in a row: "A, B and C", 「A、B、C」.
pub(super) fn join(language: Language, names: &[String]) -> String {
    match (language, names) {
        (_, []) => String::new(),
        (_, [one]) => one.clone(),
        (Language::Ja, [one, two]) => format!("{one}と{two}"),
        (Language::Ja, many) => many.join("、"),
        (Language::En, [first @ .., last]) => format!("{} and {last}", first.join(", ")),
    }
}

/// The names of residents in a language.
fn names(pen: &Pen<'_>, language: Language, residents: &[usize]) -> Vec<String> {
    residents.iter().map(|&index| pen.world.residents[index].name.get(language).to_string()).collect()
}

/// Puts names in a row and lets them play a part.
pub(super) fn cast_names(pen: &mut Pen<'_>, part: char, residents: &[usize]) {
    let row = |language: Language| join(language, &names(pen, language, residents));
    let (ja, en) = (row(Language::Ja), row(Language::En));
    pen.words(part, ja, en);
}

/// The same for names that are not all: "A, B and others", 「A、Bなど」.
pub(super) fn cast_names_and_others(pen: &mut Pen<'_>, part: char, residents: &[usize]) {
    let ja = names(pen, Language::Ja, residents).join("、");
    let en = names(pen, Language::En, residents).join(", ");
    pen.words(part, format!("{ja}など"), format!("{en} and others"));
}

pub(super) fn person(pen: &mut Pen<'_>, resident: usize) -> Page {
    register(pen, Register::Written, Register::Polite);
    cast(pen, 'a', resident);
    pen.say(("{a.full}", "{a.full}"));
    let title = pen.take();
    match pen.below(5) {
        0 => fact_sheet(pen, resident),
        1 => {
            person_prose(pen, resident);
            pen.paragraph();
            fact_sheet(pen, resident);
        }
        _ => person_prose(pen, resident),
    }
    Page { title, text: pen.take() }
}

fn person_prose(pen: &mut Pen<'_>, resident: usize) {
    let intro: Wordings = (
        &[
            "{a.full}は[泉町|泉町の{a.home}|{a.home}]に住む[?a.child:小学生|{a.job}]<だ>。",
            "{a.full}は、泉町の[住人|町民]<だ>。",
            "{a}（姓は{a.family}）は泉町の[?a.child:{a.work}に通う子ども|{a.work}で働く{a.job}]<だ>。",
            "{a.full}は[?a.child:{a.work}の{a.grade}|{a.work}の{a.job}]として町の人に知られて<いる>。",
            "泉町に住む{a}の姓は{a.family}<だ>。{a.full}は[?a.child:小学生|{a.job}]<だ>。",
        ],
        &[
            "{a.full} is [?a.child:a pupil|{a.ajob}] who lives in {a.home} of Izumi.",
            "{a.full} is one of the people of [Izumi|the town of Izumi].",
            "{a}, whose family name is {a.family}, is [?a.child:a pupil at|{a.ajob} at] {a.work} in Izumi.",
            "{a.full} of Izumi is known as [?a.child:a {a.grade} pupil of|{a.ajob} at] {a.work}.",
            "{a.p} family name is {a.family}. {a.full} is [?a.child:a pupil|{a.ajob}] in the town of Izumi.",
        ],
    );
    state(pen, intro);
    let mut relations = sentences::relations(&pen.world.residents[resident]);
    pen.random.shuffle(&mut relations);
    // Some pages are short.
    if pen.chance(1, 4) {
        pen.least_stated_first(Subject::Resident(resident), &mut relations);
        relations.truncate(6);
    }
    let statements: Vec<Wordings> = relations.into_iter().map(sentences::of_resident).collect();
    state_all(pen, &statements);
    if pen.chance(1, 3) {
        let closing: Wordings = (
            &[
                "町の人はみな{a}が好き<だ>。",
                "{a}は泉町で知らない人のいない[町民|人]<だ>。",
                "これからも{a}は泉町で暮らしていく<だろう>。",
                "{a}に会ったら、気軽に声をかけてみるとよ<い>。",
            ],
            &[
                "Everyone in Izumi likes {a}.",
                "There is hardly anyone in Izumi who does not know {a}.",
                "{a} hopes to stay in Izumi for many years to come.",
                "If you meet {a} in the street, say hello.",
            ],
        );
        state(pen, closing);
    }
}

fn fact_sheet(pen: &mut Pen<'_>, resident: usize) {
    let person = &pen.world.residents[resident];
    let mut lines: Vec<(&str, &str)> = vec![
        ("[名前|氏名]：{a.full}", "[Name|Full name]: {a.full}"),
        ("[住まい|住んでいる地区|家]：{a.district}", "[Home|Lives in|District]: {a.district}"),
        ("[好きな食べ物|好物|大好物]：{a.food}", "[Favourite food|Likes to eat]: {a.food}"),
        ("[趣味|楽しみ]：{a.hobby}", "[Hobby|Free time]: {a.hobby}"),
        ("[好きな色|いちばん好きな色]：{a.colour}", "[Favourite colour|Colour]: {a.colour}"),
        ("[誕生日の月|誕生月|生まれた月]：{a.month}", "[Birthday|Born in|Month of birth]: {a.month}"),
        ("[親友|いちばんの友だち]：{a.friend}", "[Best friend|Closest friend]: {a.friend}"),
    ];
    match person.is_child() {
        true => lines.extend([
            ("[学年|学校]：{a.work}{a.grade}", "[School|Grade]: {a.grade}, {a.work}"),
            ("[先生|担任]：{a.teacher}", "Teacher: {a.teacher}"),
        ]),
        false => lines.extend([
            ("[仕事|職業]：{a.job}", "[Job|Occupation]: {a.job}"),
            ("[職場|勤め先]：{a.work}", "[Workplace|Works at]: {a.work}"),
        ]),
    }
    if person.sibling.is_some() {
        lines.push(("{a.sibword}：{a.sib}", "{a.sibword}: {a.sib}"));
    }
    if person.pet.is_some() {
        lines.push(("ペット：{a.pet}の{a.petname}", "Pet: {a.petname}, {a.apet}"));
    }
    pen.random.shuffle(&mut lines[1..]);
    let bullet = pen.below(3);
    pen.say((
        "[{a}について|{a}のプロフィール|{a}のまとめ|{a}の紹介]",
        "[About {a}|{a} in short|Facts about {a}|Profile of {a}]",
    ));
    pen.line();
    for line in lines {
        pen.say([("", ""), ("- ", "- "), ("・", "* ")][bullet]);
        pen.say(line);
        pen.line();
    }
}

/// Shuffles and states facts of what plays `a`.
fn state_shuffled(pen: &mut Pen<'_>, wordings: fn(Relation) -> Wordings, relations: &[Relation]) {
    let mut relations = relations.to_vec();
    pen.random.shuffle(&mut relations);
    for relation in relations {
        state(pen, wordings(relation));
    }
}

pub(super) fn place(pen: &mut Pen<'_>, index: usize) -> Page {
    register(pen, Register::Written, Register::Polite);
    pen.cast('a', Role::Place(index));
    pen.say(("{a}", "{a}"));
    let title = pen.take();
    if pen.chance(1, 2) {
        let intro: Wordings = (
            &["{a}は泉町の{a.kind}<だ>。", "{a}は泉町にある{a.kind}の名前<だ>。", "泉町の{a.kind}といえば{a}<だ>。"],
            &[
                "{a} is {a.akind} in the town of Izumi.",
                "{a} is the name of {a.akind} in Izumi.",
                "Among the places of Izumi is {a}, {a.akind}.",
            ],
        );
        state(pen, intro);
    }
    let relations = pen.world.places[index].relations();
    state_shuffled(pen, sentences::of_place, &relations);
    if pen.chance(1, 2) {
        let visit: Wordings = (
            &[
                "ここでは{a.visit.連体}ことが<できる1>。",
                "{a.visit.連体}ために来る人が多<い>。",
                "[休みの日|晴れた日|夕方]には、{a.visit.連体}人の姿が見られ<る>。",
            ],
            &[
                "Visitors come here to {a.visit.do}.",
                "It is a good place to {a.visit.do}.",
                "[On fine days|In the afternoon|Before noon] you can see people {a.visit.doing} here.",
            ],
        );
        state(pen, visit);
    }
    pen.paragraph();
    staff(pen, index);
    happenings(pen, index);
    Page { title, text: pen.take() }
}

/// Who works at a place.
fn staff(pen: &mut Pen<'_>, index: usize) {
    let world = pen.world;
    let staff: Vec<usize> = (0..world.residents.len())
        .filter(|&r| world.residents[r].workplace == index && !world.residents[r].is_child())
        .collect();
    for &resident in staff.iter().take(4) {
        cast(pen, 'b', resident);
        let works: Wordings = (
            &[
                "{a}では{b}が{b.job}として働いて<いる>。",
                "{b}は{a}の{b.job}<だ>。",
                "{a}には{b.job}の{b}が<いる>。",
                "{b.job}の{b}は{a}で{b.job.る}。",
                "{a}に勤める{b}は、{b.home}に住む{b.job}<だ>。",
            ],
            &[
                "{b} works at {a} as {b.ajob}.",
                "{b} is {b.ajob} at {a}.",
                "At {a} you can meet {b}, {b.ajob} who lives in {b.home}.",
                "One of the people who work at {a} is {b}, {b.ajob}.",
                "{b}, {b.ajob}, {b.job.does} at {a}.",
            ],
        );
        state(pen, works);
    }
}

/// Which events, dishes and animals a place has.
fn happenings(pen: &mut Pen<'_>, index: usize) {
    let world = pen.world;
    for event in (0..world.events.len()).filter(|&event| world.events[event].venue == index) {
        pen.cast('e', Role::Event(event));
        let held: Wordings = (
            &[
                "{e.month}には{a}で{e}が開かれ<る>。",
                "毎年{e.month}になると、{a}は{e}でにぎ<わう5>。",
                "{a}は{e}の会場でもあり、{e.month}には大勢の人が<来る>。",
            ],
            &[
                "Every {e.month} the {e} is held at {a}.",
                "In {e.month}, {a} is full of people, for the {e} takes place there.",
                "The {e} in {e.month} is also held at {a}.",
            ],
        );
        state(pen, held);
    }
    for dish in (0..world.dishes.len()).filter(|&dish| world.dishes[dish].served_at == index) {
        pen.cast('d', Role::Dish(dish));
        let served: Wordings = (
            &["{a}では{d.made}を使った{d}が食べられ<る>。", "{a}の{d}も人気<だ>。"],
            &[
                "{d}, made with {d.made}, {d.is} served at {a}.",
                "Visitors to {a} also like {d}, which {d.is} served there.",
            ],
        );
        state(pen, served);
    }
    for animal in (0..world.animals.len()).filter(|&animal| world.animals[animal].home == index) {
        pen.cast('n', Role::Animal(animal));
        let lives: Wordings = (
            &[
                "{a}には{n.species}の{n}が<いる>。",
                "{a}で暮らす{n}は{n.species}<だ>。",
                "{n.species}の{n}に会えるのは{a}<だ>。",
            ],
            &[
                "{n} the {n.species} lives at {a}.",
                "{a} is the home of {n}, {n.aspecies}.",
                "At {a} you can see {n}, {n.aspecies} who likes {n.treat}.",
            ],
        );
        state(pen, lives);
    }
}

pub(super) fn animal(pen: &mut Pen<'_>, index: usize) -> Page {
    register(pen, Register::Written, Register::Polite);
    pen.cast('a', Role::Animal(index));
    pen.say(("{a}[|（{a.species}）]", "{a}[| the {a.species}]"));
    let title = pen.take();
    state_shuffled(pen, sentences::of_animal, &[Relation::Species, Relation::Home, Relation::Treat]);
    let more: Wordings = (
        &[
            "{a}が{a.act.連体}ところを見ると、子どもたちは声を上げて<喜ぶ5>。",
            "運がよければ、{a}が{a.act.連体}姿が見られ<る>。",
            "{a.species}の{a}は、雨の日には少し元気がないよう<だ>。",
            "{a.home}に来た人は、まず{a}を<探す5>。",
            "{a}の前では、いつも誰かがカメラを構えて<いる>。",
        ],
        &[
            "Children cheer when they see {a} {a.act.doing}.",
            "If you are lucky, you can watch {a} {a.act.doing}.",
            "On rainy days {a} the {a.species} is a little sleepy.",
            "Visitors to {a.home} look for {a} first.",
            "There is always someone with a camera in front of {a}.",
        ],
    );
    state(pen, more);
    if pen.chance(2, 3) {
        let reader = pen.below(pen.world.residents.len());
        cast(pen, 'b', reader);
        let loved: Wordings = (
            &[
                "{b}も{a}が好きで、{a.treat}が好物だということもよく知って<いる>。",
                "{b.home}に住む{b}は、{a}の絵を描いたことが<ある>。",
                "[?b.child:{b.work}に通う{b}|{b.job}の{b}]は、{a}を見るとほっとすると<言う5>。",
            ],
            &[
                "{b} likes {a} too and knows very well that {a} loves {a.treat}.",
                "{b}, who lives in {b.home}, once drew a picture of {a}.",
                "{b}, [?b.child:a pupil of {b.work}|{b.ajob}], says that seeing {a} makes {b.him} feel at ease.",
            ],
        );
        state(pen, loved);
    }
    Page { title, text: pen.take() }
}

pub(super) fn event(pen: &mut Pen<'_>, index: usize) -> Page {
    register(pen, Register::Written, Register::Polite);
    pen.cast('a', Role::Event(index));
    pen.say(("{a}", "{a}"));
    let title = pen.take();
    state_shuffled(pen, sentences::of_event, &[Relation::Month, Relation::Venue, Relation::Highlight]);
    let more: Wordings = (
        &[
            "この日、町の人は{a.act.連体}のを楽しみに<する>。",
            "[大人も子どもも|家族で来た人も|遠くから来た人も]{a.act.る}。",
            "{a}の話になると、[町の人|子どもたち|お年寄り]の声が明るく<なる5>。",
            "{a}が近づくと、[町のあちこち|通り|橋の上]に小さな旗が<並ぶ5>。",
            "準備は[一か月前|二週間前]から<始まる5>。",
        ],
        &[
            "On that day people {a.act.do}.",
            "[Old and young|Families and guests from far away|Neighbours and friends] {a.act.do}.",
            "When the {a} is near, little flags hang [in the streets|all over the town|on the bridge].",
            "The preparations begin [a month|two weeks] before.",
            "Many people say that the {a} is the best day of {a.month}.",
        ],
    );
    state(pen, more);
    if pen.chance(2, 3) {
        let helper = pen.below(pen.world.residents.len());
        cast(pen, 'b', helper);
        let help: Wordings = (
            &[
                "{b.home}に住む{b}も、毎年{a}を手伝って<いる>。",
                "{b}は{a}に行くと、まず大好きな{b.food}を<食べる1>。",
                "親友どうしの{b}と{b.friend}は、{a}に必ずいっしょに<来る>。",
            ],
            &[
                "{b} of {b.home} helps with the {a} every year.",
                "When {b} goes to the {a}, {b.he} first looks for {b.food}, {b.his} favourite food.",
                "{b} and {b.his} best friend {b.friend} always come to the {a} together.",
            ],
        );
        state(pen, help);
    }
    Page { title, text: pen.take() }
}

pub(super) fn dish(pen: &mut Pen<'_>, index: usize) -> Page {
    register(pen, Register::Written, Register::Polite);
    pen.cast('a', Role::Dish(index));
    pen.say(("{a}", "{a}"));
    let title = pen.take();
    let intro: Wordings = (
        &[
            "{a}は泉町の名物<だ>。",
            "{a}は泉町でよく食べられている料理<だ>。",
            "泉町に来たら、{a}を食べてみてほし<い>。",
        ],
        &[
            "{a} {a.is} a dish of the town of Izumi.",
            "{a} {a.is} well known in Izumi.",
            "Visitors to Izumi should try {a}.",
        ],
    );
    state(pen, intro);
    state_shuffled(pen, sentences::of_dish, &[Relation::Ingredient, Relation::ServedAt]);
    let more: Wordings = (
        &[
            "{a}は[寒い日|お祝いの日|休みの日|雨の日]に特に人気が<ある>。",
            "作り方は家ごとに少しずつ<違う5>が、{a.made}だけは必ず使われ<る>。",
            "{a.at}では、{a}を囲んで話がはずむことも<ある>。",
            "ある人は「{a}の味は{a.made}で決まる」と<言う5>。",
        ],
        &[
            "{a} {a.is} most popular [on cold days|on holidays|at weekends|on rainy days].",
            "Every family has its own way of making {a}, but nobody leaves out the {a.made}.",
            "At {a.at}, many a long talk begins over {a}.",
            "Some say that it is the {a.made} that makes the taste of {a}.",
        ],
    );
    state(pen, more);
    let eater = pen.below(pen.world.residents.len());
    cast(pen, 'b', eater);
    let eaten: Wordings = (
        &[
            "{b}のいちばん好きな食べ物は{b.food}<だ>が、{a}もよく<食べる1>。",
            "[?b.child:小学生の{b}|{b.job}の{b}]は、月に一度{a.at}で{a}を<食べる1>。",
            "{b.home}の{b}は、{a}を親友の{b.friend}と分けて食べたことが<ある>。",
        ],
        &[
            "{b.p} favourite food is {b.food}, but {b.he} likes {a} as well.",
            "{b}, [?b.child:a pupil of {b.work}|{b.ajob}], goes to {a.at} once a month to eat {a}.",
            "{b} of {b.home} once shared {a} with {b.his} best friend {b.friend}.",
        ],
    );
    state(pen, eaten);
    Page { title, text: pen.take() }
}
