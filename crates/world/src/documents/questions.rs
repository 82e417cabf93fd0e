//! The town's page of frequently asked questions.

use super::pages::{cast_names, state};
use super::sentences::{self, Wordings};
use super::{Page, cast};
use crate::facts::{Relation, Subject};
use crate::grammar::{Pen, Register, Role};

/// How questions and answers are marked.
const MARKS: [[(&str, &str); 2]; 4] = [
    [("Q：", "Q: "), ("A：", "A: ")],
    [("問：", "Question: "), ("答：", "Answer: ")],
    [("質問：", "Visitor: "), ("回答：", "Town hall: ")],
    [("", ""), ("", "")],
];

/// Questions about a relation of the resident who plays `a`.
fn questions(relation: Relation) -> Wordings {
    match relation {
        Relation::FamilyName => (
            &["{a}の姓は何ですか。", "{a}の名字を教えてください。"],
            &["What is {a.p} family name?", "What is the full name of {a}?"],
        ),
        Relation::Job => (
            &["{a}の仕事は何ですか。", "{a}は何をしている人ですか。", "{a}の職業を教えてください。"],
            &["What is {a.p} job?", "What does {a} do for a living?", "What kind of work does {a} do?"],
        ),
        Relation::Workplace => (
            &["{a}はどこで働いていますか。", "{a}の職場はどこですか。"],
            &["Where does {a} work?", "At which place does {a} work?"],
        ),
        Relation::Grade => (
            &["{a}は何年生ですか。", "{a}の学年はいくつですか。"],
            &["Which grade is {a} in?", "What grade is {a} in at school?"],
        ),
        Relation::Teacher => (
            &["{a}の先生は誰ですか。", "{a}を教えているのはどの先生ですか。"],
            &["Who is {a.p} teacher?", "Who teaches {a}?"],
        ),
        Relation::HomeDistrict => (
            &["{a}はどこに住んでいますか。", "{a}の家はどの地区にありますか。"],
            &["Where does {a} live?", "In which district is {a.p} home?"],
        ),
        Relation::FavouriteFood => (
            &["{a}の好きな食べ物は何ですか。", "{a}は何を食べるのが好きですか。"],
            &["What is {a.p} favourite food?", "What does {a} like to eat best?"],
        ),
        Relation::Hobby => (
            &["{a}の趣味は何ですか。", "{a}は休みの日に何をしますか。"],
            &["What is {a.p} hobby?", "What does {a} do in {a.his} free time?"],
        ),
        Relation::FavouriteColour => (
            &["{a}の好きな色は何ですか。", "{a}は何色が好きですか。"],
            &["What is {a.p} favourite colour?", "Which colour does {a} like best?"],
        ),
        Relation::BirthMonth => (
            &["{a}の誕生日は何月ですか。", "{a}は何月生まれですか。"],
            &["In which month is {a.p} birthday?", "When was {a} born?"],
        ),
        Relation::BestFriend => (
            &["{a}の親友は誰ですか。", "{a}といちばん仲がよいのは誰ですか。"],
            &["Who is {a.p} best friend?", "Who is {a} closest to?"],
        ),
        Relation::Sibling => (
            &["{a}の{a.sibword}は誰ですか。", "{a}の{a.sibword}の名前は何ですか。"],
            &["Who is {a.p} {a.sibword}?", "What is the name of {a.p} {a.sibword}?"],
        ),
        Relation::PetSpecies => (
            &["{a}は何を飼っていますか。", "{a}のペットはどんな動物ですか。"],
            &["What pet does {a} have?", "What kind of animal does {a} keep?"],
        ),
        _ => (
            &["{a}の{a.pet}の名前は何ですか。", "{a}の{a.pet}は何という名前ですか。"],
            &["What is the name of {a.p} {a.pet}?", "What is {a.p} {a.pet} called?"],
        ),
    }
}

/// Answers; beside them any statement of the fact will do.
fn answers(relation: Relation) -> Wordings {
    match relation {
        Relation::FamilyName => (
            &["{a}の姓は{a.family}です。", "{a.family}です。姓名は{a.full}です。"],
            &["{a.p} family name is {a.family}.", "{a.p} full name is {a.full}."],
        ),
        Relation::Job => (
            &["{a}は{a.job}です。", "{a}の仕事は{a.job}です。", "{a.job}です。{a}は{a.work}で{a.job.る}。"],
            &[
                "{a} is {a.ajob}.",
                "{a} works as {a.ajob}.",
                "{a.p} job is to be {a.ajob}. {a.He} {a.job.does} at {a.work}.",
            ],
        ),
        Relation::Workplace => (
            &["{a}は{a.work}で働いています。", "{a.work}です。{a}はそこの{a.job}です。"],
            &["{a} works at {a.work}.", "At {a.work}. {a} is {a.ajob} there."],
        ),
        Relation::PetSpecies => (
            &["{a}は{a.pet}を飼っています。名前は{a.petname}です。", "{a}のペットは{a.pet}です。"],
            &["{a} has {a.apet}. Its name is {a.petname}.", "{a.p} pet is {a.apet}."],
        ),
        Relation::PetName => (
            &["{a}の{a.pet}の名前は{a.petname}です。", "{a.petname}という名前です。"],
            &["{a.p} {a.pet} is called {a.petname}.", "Its name is {a.petname}."],
        ),
        Relation::HomeDistrict => (
            &["{a}は{a.home}に住んでいます。", "{a.home}です。{a}の家はそこにあります。"],
            &["{a} lives in {a.home}.", "In {a.home}. That is where {a} lives."],
        ),
        Relation::FavouriteFood => (
            &["{a}の好きな食べ物は{a.food}です。", "{a.food}です。{a}は{a.food}が大好きです。"],
            &["{a.p} favourite food is {a.food}.", "{a.food}. {a} loves {a.food}."],
        ),
        Relation::Hobby => (
            &["{a}の趣味は{a.hobby}です。", "{a}は休みの日に{a.hobby.る}。{a.hobby}が趣味なのです。"],
            &["{a.p} hobby is {a.hobby}.", "{a} {a.hobby.does}. {a.hobby} is {a.his} hobby."],
        ),
        Relation::FavouriteColour => (
            &["{a}の好きな色は{a.colour}です。", "{a.colour}です。{a}は{a.colour}がいちばん好きです。"],
            &["{a.p} favourite colour is {a.colour}.", "{a} likes {a.colour} best."],
        ),
        Relation::BirthMonth => (
            &["{a}の誕生日は{a.month}です。", "{a}は{a.month}生まれです。"],
            &["{a.p} birthday is in {a.month}.", "{a} was born in {a.month}."],
        ),
        Relation::BestFriend => (
            &["{a}の親友は{a.friend}です。", "{a.friend}です。{a}と{a.friend}は親友です。"],
            &["{a.p} best friend is {a.friend}.", "{a.friend}. {a} and {a.friend} are best friends."],
        ),
        other => sentences::of_resident(other),
    }
}

/// All relations that can be asked of a resident.
fn asked(pen: &Pen<'_>, resident: usize) -> Vec<Relation> {
    let person = &pen.world.residents[resident];
    let mut relations = sentences::relations(person);
    relations.push(Relation::FamilyName);
    if !person.is_child() {
        relations.push(Relation::Workplace);
    }
    if person.pet.is_some() {
        relations.push(Relation::PetSpecies);
    }
    relations
}

fn ask(pen: &mut Pen<'_>, marks: [(&'static str, &'static str); 2], question: Wordings, answer: Wordings) {
    pen.say(marks[0]);
    state(pen, question);
    pen.line();
    pen.say(marks[1]);
    state(pen, answer);
    pen.line();
}

pub(super) fn about_resident(pen: &mut Pen<'_>, resident: usize) -> Page {
    pen.register = Register::Polite;
    pen.honorific = true;
    cast(pen, 'a', resident);
    pen.say((
        "[{a.full}さんについてのよくある質問|{a.full}さんのことを聞かれたら|{a}に関する質問と答え]",
        "[Questions about {a.full}|What people ask about {a.full}|All about {a}: questions and answers]",
    ));
    let title = pen.take();
    let marks = MARKS[pen.below(MARKS.len())];
    let mut relations = asked(pen, resident);
    pen.least_stated_first(Subject::Resident(resident), &mut relations);
    relations.truncate(7 + pen.below(3));
    pen.random.shuffle(&mut relations);
    for relation in relations {
        ask(pen, marks, questions(relation), answers(relation));
    }
    Page { title, text: pen.take() }
}

/// Questions about places, events, animals and dishes, and who lives or works where.
pub(super) fn about_town(pen: &mut Pen<'_>, place: usize) -> Page {
    pen.register = Register::Polite;
    pen.say((
        "[町の案内所に聞く|泉町の質問箱|よくある質問]",
        "[Ask the town office|The question box of Izumi|Frequently asked questions]",
    ));
    let title = pen.take();
    let marks = MARKS[pen.below(MARKS.len())];
    let mut topics: Vec<usize> = (0..11).collect();
    pen.random.shuffle(&mut topics);
    topics.truncate(8);
    for topic in topics {
        match topic {
            0..3 => {
                let (question, relation) = PLACE_QUESTIONS[topic];
                if !pen.world.places[place].relations().contains(&relation) {
                    continue;
                }
                pen.cast('a', Role::Place(place));
                ask(pen, marks, question, sentences::of_place(relation));
            }
            3 | 4 => {
                let event = pen.below(pen.world.events.len());
                pen.cast('a', Role::Event(event));
                let (question, relation) = least_stated(pen, Subject::Event(event), EVENT_QUESTIONS);
                ask(pen, marks, question, sentences::of_event(relation));
            }
            5 | 6 => {
                let animal = pen.below(pen.world.animals.len());
                pen.cast('a', Role::Animal(animal));
                let (question, relation) = least_stated(pen, Subject::Animal(animal), ANIMAL_QUESTIONS);
                ask(pen, marks, question, sentences::of_animal(relation));
            }
            7 | 8 => {
                let dish = pen.below(pen.world.dishes.len());
                pen.cast('a', Role::Dish(dish));
                let (question, relation) = least_stated(pen, Subject::Dish(dish), DISH_QUESTIONS);
                ask(pen, marks, question, sentences::of_dish(relation));
            }
            9 => who_works(pen, marks, place),
            _ => {
                let other = pen.below(pen.world.places.len());
                pen.cast('a', Role::Place(other));
                let (question, relation) = least_stated(pen, Subject::Place(other), PLACE_QUESTIONS);
                ask(pen, marks, question, sentences::of_place(relation));
            }
        }
    }
    Page { title, text: pen.take() }
}

/// Some of the people who work at a place: how many there are, nobody says.
fn who_works(pen: &mut Pen<'_>, marks: [(&'static str, &'static str); 2], place: usize) {
    let world = pen.world;
    let staff: Vec<usize> = (0..world.residents.len())
        .filter(|&r| world.residents[r].workplace == place && !world.residents[r].is_child())
        .collect();
    if staff.is_empty() {
        return;
    }
    pen.cast('a', Role::Place(place));
    cast_names(pen, 'x', &staff[..staff.len().min(8)]);
    let answer: Wordings = match staff.len() {
        1 => (
            &["たとえば{x}が{a}で働いています。", "{a}には、たとえば{x}が勤めています。"],
            &["{x}, for one, works at {a}.", "At {a} you will find {x}, who works there."],
        ),
        _ => (
            &["{a}で働いている人には{x}がいます。", "{a}には、たとえば{x}が勤めています。"],
            &["{x}, among others, work at {a}.", "Among the people who work at {a} are {x}."],
        ),
    };
    ask(
        pen,
        marks,
        (
            &["{a}では誰が働いていますか。", "{a}で働いている人は誰ですか。"],
            &["Who works at {a}?", "Which people work at {a}?"],
        ),
        answer,
    );
}

/// The question about a subject whose answer has been stated least.
fn least_stated(pen: &Pen<'_>, subject: Subject, questions: &[Question]) -> Question {
    let known = questions.iter().filter(|(_, relation)| pen.world.fact(subject, *relation).is_some());
    let found = known.min_by_key(|(_, relation)| pen.stated(subject, *relation));
    *found.unwrap_or(&questions[0])
}

type Question = (Wordings, Relation);

const PLACE_QUESTIONS: &[Question] = &[
    (
        (&["{a}はどこにありますか。", "{a}はどの地区にありますか。"], &["Where is {a}?", "In which district is {a}?"]),
        Relation::District,
    ),
    (
        (&["{a}は何で有名ですか。", "{a}の名物は何ですか。"], &["What is {a} known for?", "What is {a} famous for?"]),
        Relation::KnownFor,
    ),
    (
        (
            &["{a}の休みは何曜日ですか。", "{a}の定休日はいつですか。"],
            &["On which day is {a} closed?", "When is {a} closed?"],
        ),
        Relation::ClosedDay,
    ),
];

const EVENT_QUESTIONS: &[Question] = &[
    (
        (
            &["{a}は何月にありますか。", "{a}はいつ開かれますか。"],
            &["When is the {a}?", "In which month is the {a} held?"],
        ),
        Relation::Month,
    ),
    (
        (
            &["{a}はどこで開かれますか。", "{a}の会場はどこですか。"],
            &["Where is the {a} held?", "Where does the {a} take place?"],
        ),
        Relation::Venue,
    ),
    (
        (
            &["{a}の目玉は何ですか。", "{a}では何が楽しめますか。"],
            &["What is the highlight of the {a}?", "What can one see at the {a}?"],
        ),
        Relation::Highlight,
    ),
];

const ANIMAL_QUESTIONS: &[Question] = &[
    (
        (&["{a}はどんな動物ですか。", "{a}は何の動物ですか。"], &["What kind of animal is {a}?", "What is {a}?"]),
        Relation::Species,
    ),
    (
        (&["{a}はどこにいますか。", "{a}にはどこで会えますか。"], &["Where does {a} live?", "Where can I see {a}?"]),
        Relation::Home,
    ),
    (
        (
            &["{a}は何を食べるのが好きですか。", "{a}の好物は何ですか。"],
            &["What does {a} like to eat?", "What is {a.p} favourite food?"],
        ),
        Relation::Treat,
    ),
];

const DISH_QUESTIONS: &[Question] = &[
    (
        (
            &["{a}には何が入っていますか。", "{a}の主な材料は何ですか。"],
            &["What is in {a}?", "What is the main ingredient of {a}?"],
        ),
        Relation::Ingredient,
    ),
    (
        (
            &["{a}はどこで食べられますか。", "{a}を出しているのはどこですか。"],
            &["Where can I eat {a}?", "Which place serves {a}?"],
        ),
        Relation::ServedAt,
    ),
];
