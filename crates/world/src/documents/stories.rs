//! Stories: a problem, attempts, a turn and an end, told of residents with the attributes that they really have.
//!
//! A plot is a list of paragraphs in each language. `a` and `b` are two residents, `p` is a place. What happens is made up
//! on the spot and touches nothing that the ground truth settles.

mod plots_en;
mod plots_ja;

use super::{Page, cast, companion, register};
use crate::Language;
use crate::grammar::{Pen, Register, Role};

/// What a plot needs of its hero.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Needs {
    Nothing,
    /// The hero has a pet that can go away.
    Pet,
    /// The hero is a grown-up with a job.
    Job,
    /// Both are grown-ups with different jobs.
    OtherJob,
    /// The hobby of the other one is not the hero's.
    OtherHobby,
    /// Neither runs as a hobby.
    NoRunner,
    /// The hero's favourite food is one that is made.
    MadeFood,
    /// The other one is not the hero's best friend.
    OtherThanFriend,
}

/// A plot in one language: the title, then paragraphs of templates.
struct Plot {
    needs: Needs,
    title: &'static str,
    paragraphs: &'static [&'static [&'static str]],
}

/// Sentences that may be put at the start of any story, to say who the hero is.
const OPENINGS: (&[&str], &[&str]) = (
    &[
        "泉町の{a.home}に、{a.full}という[?a.child:子ども|{a.job}]が住んで<いる>。",
        "{a.full}は[?a.child:{a.work}に通う{a.grade}|{a.work}で働く{a.job}]<だ>。",
        "[?a.child:{a}は{a.grade}で、先生は{a.teacher}<だ>。|{a.job}の{a}を知らない人は、泉町には<いない>。]",
        "これは、{a.home}に住む{a.full}の話<だ>。",
        "{a}は{a.food}が大好きな[?a.child:子ども|{a.job}]<だ>。",
        "{a}には{a.friend}という親友が<いる>。",
        "{a.full}の趣味は{a.hobby}で、好きな色は{a.colour}<だ>。",
    ],
    &[
        "In {a.home} of Izumi lives [?a.child:a child|{a.ajob}] called {a.full}.",
        "{a.full} is [?a.child:a {a.grade} pupil at|{a.ajob} at] {a.work}.",
        "[?a.child:{a} is in the {a.grade}, and {a.his} teacher is {a.teacher}.|Everyone in Izumi knows {a}, the {a.job}.]",
        "This is a story about {a.full}, who lives in {a.home}.",
        "There was nothing {a} liked better than {a.food}.",
        "{a} has a best friend whose name is {a.friend}.",
        "The hobby of {a.full} is {a.hobby}, and {a.his} favourite colour is {a.colour}.",
    ],
);

pub(super) fn story(pen: &mut Pen<'_>, resident: usize) -> Page {
    register(pen, Register::Polite, Register::Plain);
    pen.honorific = pen.register == Register::Polite && pen.chance(1, 2);
    let other = companion(pen, resident);
    cast(pen, 'a', resident);
    cast(pen, 'b', other);
    let place = pen.below(pen.world.places.len());
    pen.cast('p', Role::Place(place));
    let plot = choose(pen, resident, other);
    pen.write(plot.title);
    let title = pen.take();
    if pen.chance(2, 3) {
        let openings = match pen.language {
            Language::Ja => OPENINGS.0,
            Language::En => OPENINGS.1,
        };
        pen.sentence(openings);
    }
    for paragraph in plot.paragraphs {
        for sentence in *paragraph {
            pen.write(sentence);
            pen.space();
        }
        pen.paragraph();
    }
    Page { title, text: pen.take() }
}

/// A plot that fits the two.
fn choose(pen: &mut Pen<'_>, resident: usize, other: usize) -> &'static Plot {
    let plots = match pen.language {
        Language::Ja => plots_ja::PLOTS,
        Language::En => plots_en::PLOTS,
    };
    let residents = &pen.world.residents;
    let (hero, second) = (&residents[resident], &residents[other]);
    let fits = |plot: &Plot| match plot.needs {
        Needs::Nothing => true,
        Needs::Pet => hero.pet.as_ref().is_some_and(|pet| pet.species.en != "goldfish"),
        Needs::Job => !hero.is_child(),
        Needs::OtherJob => !hero.is_child() && !second.is_child() && hero.job != second.job,
        Needs::OtherHobby => hero.hobby != second.hobby,
        Needs::NoRunner => [hero, second].iter().all(|one| one.hobby.en != "jogging"),
        Needs::MadeFood => !["strawberries", "apples", "grapes", "watermelon"].contains(&hero.food.en),
        Needs::OtherThanFriend => hero.friend != other,
    };
    let start = pen.below(plots.len());
    let found = (0..plots.len()).map(|step| &plots[(start + step) % plots.len()]).find(|plot| fits(plot));
    found.unwrap_or(&plots[start])
}
