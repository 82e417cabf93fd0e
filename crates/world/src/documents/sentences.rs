//! One statement, many wordings: for every relation of every kind of entity, the sentences that state it of whoever plays
//! the part `a`. Encyclopaedia pages, profiles, letters and stories draw on the same lists.

use crate::facts::{Relation, Resident};

/// The wordings of a statement in Japanese and English.
pub(super) type Wordings = (&'static [&'static str], &'static [&'static str]);

/// The relations of a resident, in a fixed order, that sentences can state.
pub(super) fn relations(resident: &Resident) -> Vec<Relation> {
    let mut relations = match resident.is_child() {
        true => vec![Relation::Grade, Relation::Teacher],
        false => vec![Relation::Job],
    };
    relations.extend([
        Relation::HomeDistrict,
        Relation::FavouriteFood,
        Relation::Hobby,
        Relation::FavouriteColour,
        Relation::BirthMonth,
        Relation::BestFriend,
    ]);
    if resident.sibling.is_some() {
        relations.push(Relation::Sibling);
    }
    if resident.pet.is_some() {
        relations.push(Relation::PetName);
    }
    relations
}

/// Sentences that state a relation of the resident who plays `a`. Job and workplace are stated together, as are the kind
/// and the name of a pet.
pub(super) fn of_resident(relation: Relation) -> Wordings {
    match relation {
        Relation::Job | Relation::Workplace => JOB,
        Relation::Grade => GRADE,
        Relation::Teacher => TEACHER,
        Relation::HomeDistrict => HOME,
        Relation::FavouriteFood => FOOD,
        Relation::Hobby => HOBBY,
        Relation::FavouriteColour => COLOUR,
        Relation::BirthMonth => MONTH,
        Relation::BestFriend => FRIEND,
        Relation::Sibling => SIBLING,
        Relation::PetName | Relation::PetSpecies => PET,
        _ => (&[], &[]),
    }
}

const JOB: Wordings = (
    &[
        "{a.s}{a.work}で{a.job}として働いて<いる>。",
        "{a.s}{a.job}で、{a.work}に勤めて<いる>。",
        "{a.p}仕事は{a.job}<だ>。{a.work}で[毎日|いつも|ていねいに|熱心に]{a.job.る}。",
        "{a.s}{a.work}の{a.job}<だ>。",
        "{a.s}[毎朝|雨の日も|朝早く]{a.work}へ行き、{a.job}の仕事を<する>。",
        "{a.work}で{a.job.連体}のが{a.p}仕事<だ>。つまり、{a}は{a.job}<だ>。",
        "{a.s}{a.job}<だ>。勤め先は{a.work}<だ>。",
        "{a.work}に行けば、{a.job}の{a}に<会える1>。",
        "{a.p}職場は{a.work}で、仕事は{a.job}<だ>。",
        "{a.s}{a.job}[をして<いる>|の仕事をして<いる>]。働いているのは{a.work}<だ>。",
        "{a.work}には{a}という{a.job}が<いる>。",
        "{a.s}[もう長い間|ずいぶん前から|何年も前から]、{a.work}で{a.job}をして<いる>。",
    ],
    &[
        "{a.s} works as {a.ajob} at {a.work}.",
        "{a.s} is {a.ajob} at {a.work}.",
        "{a.s} spends the working day at {a.work}, where {a.he} is {a.ajob}.",
        "At {a.work}, {a.s} {a.job.does} [every day|for a living|with great care]; {a.he} is {a.ajob}.",
        "[Most days|Every morning|On working days] {a.s} goes to {a.work}, where {a.he} is {a.ajob}.",
        "{a.s} earns {a.his} living as {a.ajob}. {a.p} workplace is {a.work}.",
        "{a} is {a.ajob}. [To put it simply|In other words], {a.he} {a.job.does} at {a.work}.",
        "{a.s} has a job as {a.ajob}, and {a.his} workplace is {a.work}.",
        "If you go to {a.work}, you may meet {a}, who works there as {a.ajob}.",
        "{a.work} is where {a} works. {a.S} is {a.ajob} there.",
        "Working as {a.ajob} at {a.work} [suits|pleases] {a}, who {a.job.does} [gladly|with care].",
        "{a.s} became {a.ajob} [long ago|some years ago|as a young {a.man}] and still works at {a.work}.",
    ],
);

const GRADE: Wordings = (
    &[
        "{a.s}{a.work}に通う{a.grade}<だ>。",
        "{a.s}小学生で、今は{a.grade}<だ>。",
        "{a.s}{a.work}の{a.grade}<だ>。",
        "{a.p}学校は{a.work}で、学年は{a.grade}<だ>。",
        "{a.s}{a.work}で勉強して<いる>。今年は{a.grade}<だ>。",
    ],
    &[
        "{a.s} is in the {a.grade} at {a.work}.",
        "{a.s} goes to {a.work} and is in the {a.grade}.",
        "{a.s} is a pupil in the {a.grade} of {a.work}.",
        "This year {a.s} is in the {a.grade}. {a.p} school is {a.work}.",
        "At {a.work}, {a.s} is a {a.grade} pupil.",
    ],
);

const TEACHER: Wordings = (
    &[
        "{a.p}先生は{a.teacher}<だ>。",
        "{a.s}{a.teacher}のクラスに<いる>。",
        "{a.p}担任は{a.teacher}<だ>。",
        "{a.teacher}が{a}を[教えて<いる>|受け持って<いる>]。",
        "{a.s}{a.teacher}に[教わって<いる>|習って<いる>]。",
    ],
    &[
        "{a.p} teacher is {a.teacher}.",
        "{a.s} is taught by {a.teacher}.",
        "{a.teacher} is the teacher of {a}.",
        "At school {a.s} is in the class of {a.teacher}.",
        "{a.s} learns a great deal from {a.his} teacher, {a.teacher}.",
    ],
);

const HOME: Wordings = (
    &[
        "{a.s}{a.home}に住んで<いる>。",
        "{a.p}家は{a.home}に<ある>。",
        "{a.s}{a.home}で暮らして<いる>。",
        "住まいは{a.home}に<ある>。そこが{a}の[気に入りの場所|大切な家]<だ>。",
        "{a.s}{a.home}の[小さな|古い|静かな|明るい]家に住んで<いる>。",
        "{a.home}に{a}の家が<ある>。",
        "{a.s}{a.home}の住人<だ>。",
        "{a.s}[ずっと|何年も前から|長い間]{a.home}に住んで<いる>。",
    ],
    &[
        "{a.s} lives in {a.home}.",
        "{a.p} home is in {a.home}.",
        "{a.s} lives in a [small|quiet|bright|cosy] house in {a.home}.",
        "{a.p} house stands in {a.home}.",
        "{a.s} has lived in {a.home} [for years|for a long time|for a good while].",
        "You will find {a.p} house in {a.home}.",
        "In {a.home} there is a house with a [wide|wooden|low] gate, and that is where {a} lives.",
        "{a.s} is one of the people of {a.home}.",
        "When the day is over, {a} goes home to {a.home}.",
    ],
);

const FOOD: Wordings = (
    &[
        "{a.p}好きな食べ物は{a.food}<だ>。",
        "{a.p}大好物は{a.food}<だ>。",
        "{a.s}{a.food}が[大好き|いちばん好き|何より好き]<だ>。",
        "食べ物の中では、{a.s}{a.food}がいちばん好き<だ>。",
        "{a.s}{a.food}に目が<ない>。",
        "{a.p}いちばん好きな食べ物は{a.food}<だ>。",
        "[お祝いの日|誕生日|休みの日]には、{a.s}[いつも|きまって|必ず]大好きな{a.food}を<食べる1>。",
        "{a.food}を見ると、{a}は[すぐに笑顔に<なる5>|元気が<出る1>]。",
    ],
    &[
        "{a.p} favourite food is {a.food}.",
        "{a.s} loves {a.food} more than any other food.",
        "Of all foods, {a.s} likes {a.food} best.",
        "{a.food} {a.is} {a.p} favourite food.",
        "{a.s} could eat {a.food} every day.",
        "What {a.s} likes best to eat is {a.food}.",
        "On [birthdays|holidays|rainy days] {a.s} always eats {a.food}, {a.his} favourite food.",
        "Give {a} [some|plenty of] {a.food}, and {a.he} will be happy, for there is nothing {a.he} likes better.",
    ],
);

const HOBBY: Wordings = (
    &[
        "{a.p}趣味は{a.hobby}<だ>。",
        "{a.s}{a.hobby}が趣味<だ>。",
        "[休みの日|日曜日|ひまなとき|夕方]には、{a.s}[よく|たいてい|いつも]{a.hobby.る}。趣味が{a.hobby}だ<からだ>。",
        "{a.s}{a.hobby}を[楽しんで<いる>|趣味にして<いる>|長く続けて<いる>]。",
        "{a.s}時間があると{a.hobby.る}。{a.hobby}が好きな<のだ>。",
        "{a.p}楽しみは{a.hobby}<だ>。",
        "{a.s}{a.hobby}に夢中<だ>。",
        "仕事や勉強が終わると、{a.s}趣味の{a.hobby}を<楽しむ5>。",
    ],
    &[
        "{a.p} hobby is {a.hobby}.",
        "In {a.his} free time {a} {a.hobby.does}, for {a.his} hobby is {a.hobby}.",
        "{a.s} enjoys {a.hobby}, {a.his} hobby, [on Sundays|in the evening|whenever {a.he} can].",
        "As a hobby, {a.s} {a.hobby.does}.",
        "{a.s} is very fond of {a.hobby}.",
        "[On free days|At weekends|When the work is done], {a.s} {a.hobby.does}; {a.hobby} is {a.his} hobby.",
        "{a.hobby} is what {a.s} likes to do most.",
        "{a.s} has taken up {a.hobby} as a hobby.",
    ],
);

const COLOUR: Wordings = (
    &[
        "{a.p}好きな色は{a.colour}<だ>。",
        "色の中では、{a.s}{a.colour}がいちばん好き<だ>。",
        "{a.s}{a.colour}が好きで、[{a.of}座布団を持って<いる>|{a.of}帽子を持って<いる>|{a.of}皿を使って<いる>]。",
        "{a.p}[帽子|座布団|湯のみ]は{a.of}もの<だ>。好きな色が{a.colour}だ<からだ>。",
        "{a.s}{a.colour}という色が大好き<だ>。",
        "{a.p}いちばん好きな色は{a.colour}<だ>。",
        "{a.s}{a.of}[皿|服|帽子|湯のみ]が好き<だ>。好きな色が{a.colour}だ<からだ>。",
    ],
    &[
        "{a.p} favourite colour is {a.colour}.",
        "Of all colours, {a.s} likes {a.colour} best.",
        "{a.s} has {a.acolour} [hat|cushion|basket|lamp], because {a.his} favourite colour is {a.colour}.",
        "{a.colour} is {a.p} favourite colour.",
        "{a.s} likes {a.colour} more than any other colour.",
        "The colour {a.s} likes best is {a.colour}.",
        "{a.p} [hat|cushion|cup] is {a.colour}, and that is no surprise: {a.colour} is {a.his} favourite colour.",
    ],
);

const MONTH: Wordings = (
    &[
        "{a.p}誕生日は{a.month}<だ>。",
        "{a.s}{a.month}に生まれ<た>。",
        "{a.s}{a.month}生まれ<だ>。",
        "誕生日は{a.month}で、その月には[家族が|友だちの{a.friend}が|みんなで]{a}を<祝う5>。",
        "{a.p}生まれた月は{a.month}<だ>。",
        "{a.month}になると、{a}は一つ年を<とる5>。",
        "毎年{a.month}に、{a}の誕生日が<来る>。",
    ],
    &[
        "{a.p} birthday is in {a.month}.",
        "{a.s} was born in {a.month}.",
        "{a.s} has a birthday in {a.month}.",
        "Every {a.month}, {a} turns a year older.",
        "In {a.month} {a.p} [family|friends|neighbours] [bake a cake|sing a song], for that is the month of {a.his} birthday.",
        "The month of {a.p} birth is {a.month}.",
        "{a.s} celebrates {a.his} birthday in {a.month}.",
    ],
);

const FRIEND: Wordings = (
    &[
        "{a.p}親友は{a.friend}<だ>。",
        "{a.s}{a.friend}といちばん仲がよ<い>。",
        "いちばんの友だちは{a.friend}で、[二人はよくいっしょに出かけ<る>|二人は何でも話せ<る>|二人は毎週会って<いる>]。",
        "{a}と{a.friend}は親友<だ>。",
        "{a.s}親友の{a.friend}と[よく話を<する>|よく散歩を<する>|ときどきいっしょに<出かける1>]。",
        "{a.p}いちばんの友だちは{a.friend}<だ>。",
        "困ったとき、{a}は親友の{a.friend}に<相談するす>。",
    ],
    &[
        "{a.p} best friend is {a.friend}.",
        "{a} and {a.friend} are best friends.",
        "{a.s} tells everything to {a.friend}, {a.his} best friend.",
        "{a.friend} is {a.p} best friend.",
        "{a.s} often [goes for a walk|drinks tea|has a long talk] with {a.his} best friend {a.friend}.",
        "When {a} needs help, {a.he} asks {a.his} best friend, {a.friend}.",
        "No one is closer to {a} than {a.friend}, {a.his} best friend.",
    ],
);

const SIBLING: Wordings = (
    &[
        "{a.p}{a.sibword}は{a.sib}<だ>。",
        "{a}には{a.sibword}が一人<いる>。それが{a.sib}<だ>。",
        "{a.sib}は{a}の{a.sibword}<だ>。",
        "{a.s}{a.sibword}の{a.sib}と[仲がよ<い>|よく話を<する>]。",
    ],
    &[
        "{a.p} {a.sibword} is {a.sib}.",
        "{a.s} has one {a.sibword}, {a.sib}.",
        "{a.sib} is {a.p} {a.sibword}.",
        "{a.s} gets on well with {a.his} {a.sibword} {a.sib}.",
    ],
);

const PET: Wordings = (
    &[
        "{a.s}{a.pet}を飼って<いる>。名前は{a.petname}<だ>。",
        "{a.s}{a.petname}という{a.pet}を飼って<いる>。",
        "{a.p}家には{a.pet}が一{a.counter}いて、{a.petname}という名前<だ>。",
        "{a.s}{a.pet}の{a.petname}を[かわいがって<いる>|大切にして<いる>]。",
        "{a.p}{a.pet}は{a.petname}という名前で、{a.pet.連体}のが好き<だ>。",
        "{a.petname}は{a}の{a.pet}<だ>。いつも{a.pet.る}。",
        "{a.s}{a.pet}の{a.petname}と暮らして<いる>。",
    ],
    &[
        "{a.s} has {a.apet} called {a.petname}.",
        "{a.s} keeps {a.apet}. Its name is {a.petname}.",
        "{a.p} {a.pet} is called {a.petname}.",
        "{a.petname}, {a.p} {a.pet}, {a.pet.does} [most days|every day|when nobody is looking].",
        "{a.s} takes good care of {a.petname}, {a.his} {a.pet}.",
        "At home {a.s} has {a.apet} named {a.petname}, who likes [company|quiet mornings|quiet afternoons].",
        "{a.s} shares {a.his} home with {a.apet} named {a.petname}.",
    ],
);

/// A place that plays `a`.
pub(super) fn of_place(relation: Relation) -> Wordings {
    match relation {
        Relation::District => PLACE_DISTRICT,
        Relation::KnownFor => PLACE_KNOWN,
        _ => PLACE_CLOSED,
    }
}

const PLACE_DISTRICT: Wordings = (
    &[
        "{a}は{a.home}に<ある>。",
        "{a}は{a.home}にある{a.kind}<だ>。",
        "場所は{a.home}<だ>。{a}へは[歩いても行け<る>|地図を見れば行け<る>|自転車で行く人が多<い>]。",
        "{a.home}へ行くと、{a}が<ある>。",
        "{a.home}の[真ん中|通り|静かな道]に{a}が<ある>。",
        "{a}が建っているのは{a.home}<だ>。",
    ],
    &[
        "{a} is in {a.home}.",
        "{a} is {a.akind} in {a.home}.",
        "You will find {a} in {a.home}.",
        "{a} stands in {a.home}, [not far from the main street|beside an old wall|at the end of a quiet road].",
        "In {a.home} there is {a.akind} called {a}.",
        "To visit {a}, go to {a.home}.",
    ],
);

const PLACE_KNOWN: Wordings = (
    &[
        "{a}は{a.known}で知られて<いる>。",
        "{a}は{a.known}で有名<だ>。",
        "{a}といえば{a.known}<だ>。",
        "{a}の[自慢|名物|見どころ]は{a.known}<だ>。",
        "町の人は、{a}と聞くと{a.known}を思い<浮かべる1>。",
        "{a}に行ったら、{a.known}を見逃してはいけ<+ない>。",
    ],
    &[
        "{a} is known for its {a.known}.",
        "{a} is famous for its {a.known}.",
        "People come to {a} for its {a.known}.",
        "The pride of {a} is its {a.known}.",
        "When people in Izumi hear of {a}, they think of its {a.known}.",
        "The best thing about {a}, many say, is its {a.known}.",
    ],
);

const PLACE_CLOSED: Wordings = (
    &[
        "{a}は{a.closed}が休み<だ>。",
        "{a}の定休日は{a.closed}<だ>。",
        "{a.closed}は{a}が休み<だ>。",
        "{a}は{a.closed}のほかは毎日開いて<いる>。",
        "{a}は毎週{a.closed}に<休む5>。",
    ],
    &[
        "{a} is closed on {a.closed}s.",
        "{a} is open every day except {a.closed}.",
        "{a} closes on {a.closed}s.",
        "On {a.closed}s {a} is closed.",
        "The one day when {a} is closed is {a.closed}.",
    ],
);

/// An animal that plays `a`.
pub(super) fn of_animal(relation: Relation) -> Wordings {
    match relation {
        Relation::Species => ANIMAL_SPECIES,
        Relation::Home => ANIMAL_HOME,
        _ => ANIMAL_TREAT,
    }
}

const ANIMAL_SPECIES: Wordings = (
    &[
        "{a}は{a.species}<だ>。",
        "{a}は{a.species}で、[よく|毎日|いつも]{a.act.る}。",
        "{a}という名前の{a.species}が<いる>。",
        "{a.species}の{a}は[みんなの人気者|町の人気者|子どもたちの友だち]<だ>。",
    ],
    &[
        "{a} is {a.aspecies}.",
        "{a} is {a.aspecies} who often {a.act.does}.",
        "{a} the {a.species} is loved by [everyone|the whole town|all the children].",
        "There is {a.aspecies} whose name is {a}.",
    ],
);

const ANIMAL_HOME: Wordings = (
    &[
        "{a}は{a.home}で暮らして<いる>。",
        "{a}は{a.home}に<いる>。",
        "{a}に会いたければ、{a.home}へ行くとよ<い>。",
        "{a}の家は{a.home}<だ>。",
    ],
    &[
        "{a} lives at {a.home}.",
        "{a.p} home is {a.home}.",
        "If you want to see {a}, go to {a.home}.",
        "You can meet {a} at {a.home}.",
    ],
);

const ANIMAL_TREAT: Wordings = (
    &[
        "{a}の好きな食べ物は{a.treat}<だ>。",
        "{a}は{a.treat}が大好き<だ>。",
        "{a}は{a.treat}をもらうと[<喜ぶ5>|うれしそうに<する>]。",
        "{a}がいちばん好きなのは{a.treat}<だ>。",
    ],
    &[
        "{a} loves {a.treat}.",
        "{a.p} favourite food is {a.treat}.",
        "{a} is happiest when someone brings {a.treat}.",
        "What {a} likes best is {a.treat}.",
    ],
);

/// An event that plays `a`.
pub(super) fn of_event(relation: Relation) -> Wordings {
    match relation {
        Relation::Month => EVENT_MONTH,
        Relation::Venue => EVENT_VENUE,
        _ => EVENT_HIGHLIGHT,
    }
}

const EVENT_MONTH: Wordings = (
    &[
        "{a}は毎年{a.month}に開かれ<る>。",
        "{a}は{a.month}の行事<だ>。",
        "{a.month}には{a}が<ある>。",
        "{a}が行われるのは{a.month}<だ>。",
    ],
    &[
        "The {a} takes place in {a.month}.",
        "The {a} is held every year in {a.month}.",
        "In {a.month} the town holds the {a}.",
        "{a.month} is the month of the {a}.",
    ],
);

const EVENT_VENUE: Wordings = (
    &[
        "{a}の会場は{a.venue}<だ>。",
        "{a}は{a.venue}で行われ<る>。",
        "{a.venue}が{a}の会場に<なる5>。",
        "{a}の日、町の人は{a.venue}に<集まる5>。",
    ],
    &[
        "The {a} is held at {a.venue}.",
        "The place of the {a} is {a.venue}.",
        "For the {a}, people gather at {a.venue}.",
        "{a.venue} is where the {a} takes place.",
    ],
);

const EVENT_HIGHLIGHT: Wordings = (
    &[
        "{a}の目玉は{a.highlight}<だ>。",
        "{a}でいちばんの楽しみは{a.highlight}<だ>。",
        "{a}では{a.highlight}が人気<だ>。",
        "{a}に来る人は{a.highlight}を楽しみにして<いる>。",
    ],
    &[
        "The highlight of the {a} is {a.highlight}.",
        "The best part of the {a} is {a.highlight}.",
        "People come to the {a} for {a.highlight}.",
        "Everyone at the {a} looks forward to {a.highlight}.",
    ],
);

/// A dish that plays `a`.
pub(super) fn of_dish(relation: Relation) -> Wordings {
    match relation {
        Relation::Ingredient => DISH_INGREDIENT,
        _ => DISH_SERVED,
    }
}

const DISH_INGREDIENT: Wordings = (
    &[
        "{a}には{a.made}が入って<いる>。",
        "{a}の主な材料は{a.made}<だ>。",
        "{a}は{a.made}を使った料理<だ>。",
        "{a}に欠かせないのは{a.made}<だ>。",
    ],
    &[
        "{a} {a.is} made with {a.made}.",
        "The main ingredient of {a} is {a.made}.",
        "What goes into {a} is {a.made}.",
        "Cooks in Izumi use {a.made} for {a}.",
    ],
);

const DISH_SERVED: Wordings = (
    &[
        "{a}は{a.at}で食べられ<る>。",
        "{a}を出しているのは{a.at}<だ>。",
        "{a}が食べたければ、{a.at}へ行くとよ<い>。",
        "{a.at}では{a}を食べることが<できる1>。",
    ],
    &[
        "{a} {a.is} served at {a.at}.",
        "You can eat {a} at {a.at}.",
        "If you want to try {a}, go to {a.at}.",
        "{a.at} is the place for {a}.",
    ],
);
