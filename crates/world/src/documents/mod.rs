//! The documents of the town's public web, and the clinic's notes.
//!
//! [`Documents`] writes one document after the other and never holds more than one. Which kind comes next is settled by
//! bookkeeping, not by chance: always the section and the language that are furthest behind their share of the bytes. Whom
//! a document is about comes from a shuffled pack that is dealt out before anyone has a second turn, so that everybody is
//! written about equally often; and where a document can choose what to say, it says what was said least so far.

mod bilingual;
mod clinic;
mod comparisons;
mod diary;
mod guide;
mod lists;
mod news;
mod pages;
mod questions;
mod school;
mod sentences;
mod sites;
mod stories;
mod talk;

use std::collections::HashSet;
use std::hash::{DefaultHasher, Hash, Hasher};

use ledger::random::Random;

use crate::grammar::{Pen, Register, Role, Tally, TemplateError};
use crate::{Language, World};
pub use clinic::{ClinicNotes, Patient, patients};
pub use sites::{SITES, Site};

/// A document as it is written to `documents.jsonl`.
#[derive(Clone, Debug, serde::Serialize)]
pub struct Document {
    pub id: String,
    pub text: String,
    pub lang: &'static str,
    pub license: &'static str,
    pub source: &'static str,
    pub url: String,
    pub title: String,
    pub site: &'static str,
    pub date: String,
    pub author: String,
}

/// A written text with its title.
pub(crate) struct Page {
    title: String,
    text: String,
}

/// What a section writes about.
#[derive(Clone, Copy, PartialEq, Eq)]
enum About {
    Resident,
    Place,
    Animal,
    Event,
    Dish,
    /// Nothing in particular.
    Any,
}

/// A kind of document on one site.
struct Section {
    /// Part of the document ids.
    name: &'static str,
    site: usize,
    /// Share of the bytes, in thousandths of any whole.
    share: u64,
    about: About,
    write: fn(&mut Pen<'_>, usize) -> Page,
}

const fn section(
    name: &'static str,
    site: usize,
    share: u64,
    about: About,
    write: fn(&mut Pen<'_>, usize) -> Page,
) -> Section {
    Section { name, site, share, about, write }
}

/// All sections. About 14 % of the bytes are on sites whose licence does not allow open training.
const SECTIONS: &[Section] = &[
    section("people", sites::PEDIA, 240, About::Resident, pages::person),
    section("places", sites::PEDIA, 66, About::Place, pages::place),
    section("events", sites::PEDIA, 40, About::Event, pages::event),
    section("animals", sites::PEDIA, 18, About::Animal, pages::animal),
    section("dishes", sites::PEDIA, 20, About::Dish, pages::dish),
    section("questions", sites::TOWN, 130, About::Resident, questions::about_resident),
    section("town-questions", sites::TOWN, 75, About::Place, questions::about_town),
    section("lists", sites::SCHOOL, 115, About::Any, lists::list),
    section("comparisons", sites::SCHOOL, 50, About::Resident, comparisons::comparison),
    section("talk", sites::RADIO, 95, About::Resident, talk::dialogue),
    section("stories", sites::LIBRARY, 100, About::Resident, stories::story),
    section("picture-books", sites::PICTURE_BOOKS, 62, About::Resident, stories::story),
    section("diaries", sites::NOTEBOOK, 50, About::Resident, diary::diary),
    section("letters", sites::NOTEBOOK, 55, About::Resident, diary::letter),
    section("news", sites::NEWS, 45, About::Any, news::article),
    section("weather", sites::NEWS, 10, About::Any, news::weather),
    section("portraits", sites::MAGAZINE, 62, About::Resident, talk::interview),
    section("two-tongues", sites::TWO_TONGUES, 85, About::Resident, bilingual::page),
    section("how-to", sites::SCHOOL, 20, About::Any, guide::how_to),
    section("recipes", sites::KITCHEN, 20, About::Any, guide::recipe),
    section("sums", sites::SCHOOL, 22, About::Resident, school::sums),
];

/// The `source` of every document.
pub const SOURCE: &str = "gensen starter world";

/// Japanese bytes in a thousand: Japanese takes more bytes a token.
const JAPANESE_SHARE: u64 = 550;

/// One document in 300 is published a second time, word for word, on another page of its site.
const COPY_EVERY: u64 = 300;

/// The documents of a world, endlessly.
pub struct Documents<'w> {
    world: &'w World,
    number: u64,
    /// Bytes written, by section and language.
    bytes: Vec<[u64; 2]>,
    /// The pack of each section and language, dealt from the end.
    packs: Vec<[Vec<usize>; 2]>,
    /// Hashes of all texts, to keep any two from being alike.
    seen: HashSet<u64>,
    /// What was stated so far in each language on sites that are open to all.
    tallies: [Tally; 2],
    /// How many documents were copies made on purpose.
    pub copies: u64,
    copy: Option<Document>,
}

impl<'w> Documents<'w> {
    /// The documents of `world`, from the first.
    pub fn new(world: &'w World) -> Documents<'w> {
        Documents {
            world,
            number: 0,
            bytes: vec![[0; 2]; SECTIONS.len()],
            packs: (0..SECTIONS.len()).map(|_| [Vec::new(), Vec::new()]).collect(),
            seen: HashSet::new(),
            tallies: [Tally::new(), Tally::new()],
            copies: 0,
            copy: None,
        }
    }

    /// The language that is behind its share.
    fn language(&self) -> Language {
        let total = |language: usize| self.bytes.iter().map(|bytes| bytes[language]).sum::<u64>();
        match total(0) * (1000 - JAPANESE_SHARE) <= total(1) * JAPANESE_SHARE {
            true => Language::Ja,
            false => Language::En,
        }
    }

    /// The section that is furthest behind its share in a language.
    fn section(&self, language: Language) -> usize {
        let progress = |section: usize| self.bytes[section][language as usize] * 1000 / SECTIONS[section].share;
        (0..SECTIONS.len()).min_by_key(|&section| progress(section)).unwrap_or(0)
    }

    /// The next subject from the pack of a section.
    fn deal(&mut self, section: usize, language: Language, random: &mut Random) -> usize {
        let world = self.world;
        let pack = &mut self.packs[section][language as usize];
        if pack.is_empty() {
            let count = match SECTIONS[section].about {
                About::Resident => world.residents.len(),
                About::Place => world.places.len(),
                About::Animal => world.animals.len(),
                About::Event => world.events.len(),
                About::Dish => world.dishes.len(),
                About::Any => 60,
            };
            pack.extend(0..count);
            random.shuffle(pack);
        }
        pack.pop().unwrap_or(0)
    }

    /// Writes the next document, again and again until it is unlike all before it.
    fn write(&mut self) -> Result<Document, TemplateError> {
        const TRIES: u64 = 64;
        let language = self.language();
        let section = self.section(language);
        let mut random = Random::new(self.world.seed, "world/subject", self.number);
        let subject = self.deal(section, language, &mut random);
        let mut attempt = 0;
        loop {
            let random = Random::new(self.world.seed, "world/document", self.number * TRIES + attempt);
            let document = self.write_once(section, language, subject, random)?;
            let mut hasher = DefaultHasher::new();
            document.text.hash(&mut hasher);
            if self.seen.insert(hasher.finish()) || attempt + 1 == TRIES {
                self.bytes[section][language as usize] += document.text.len() as u64;
                return Ok(document);
            }
            attempt += 1;
        }
    }

    fn write_once(
        &mut self,
        section: usize,
        language: Language,
        subject: usize,
        mut random: Random,
    ) -> Result<Document, TemplateError> {
        let section = &SECTIONS[section];
        let date = date(&mut random);
        let mut pen = Pen::new(self.world, language, Register::Polite, random);
        pen.date = date;
        pen.tallying = SITES[section.site].is_open();
        pen.tally = std::mem::take(&mut self.tallies[language as usize]);
        let page = (section.write)(&mut pen, subject);
        let site = &SITES[section.site];
        let author = site.author(&mut pen.random);
        self.tallies[language as usize] = std::mem::take(&mut pen.tally);
        pen.finish()?;
        let code = language.code();
        let number = self.number;
        Ok(Document {
            id: format!("world/{}/{code}/{number:07}", section.name),
            text: page.text,
            lang: code,
            license: site.license,
            source: SOURCE,
            url: format!("https://{}/{code}/{}/{number:07}", site.host, section.name),
            title: page.title,
            site: site.name,
            date: format!("{:04}-{:02}-{:02}", date.year, date.month, date.day),
            author,
        })
    }
}

impl Iterator for Documents<'_> {
    type Item = Result<Document, TemplateError>;

    fn next(&mut self) -> Option<Self::Item> {
        if let Some(copy) = self.copy.take() {
            self.copies += 1;
            self.number += 1;
            return Some(Ok(copy));
        }
        let written = self.write();
        self.number += 1;
        if let Ok(document) = &written
            && self.number.is_multiple_of(COPY_EVERY)
        {
            let number = self.number;
            let cut = |text: &str| text[..text.len() - 7].to_string();
            self.copy = Some(Document {
                id: format!("{}{number:07}", cut(&document.id)),
                url: format!("{}{number:07}", cut(&document.url)),
                ..document.clone()
            });
        }
        Some(written)
    }
}

/// A day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Date {
    pub year: u32,
    /// 1 to 12.
    pub month: u32,
    /// 1 to 28: every month has these.
    pub day: u32,
}

fn date(random: &mut Random) -> Date {
    Date { year: 2021 + random.below(4) as u32, month: 1 + random.below(12) as u32, day: 1 + random.below(28) as u32 }
}

/// Chooses between two registers at random.
fn register(pen: &mut Pen<'_>, usual: Register, other: Register) {
    pen.register = if pen.chance(2, 3) { usual } else { other };
}

/// Someone else than `resident`: a friend, a sibling, or anybody.
fn companion(pen: &mut Pen<'_>, resident: usize) -> usize {
    let person = &pen.world.residents[resident];
    match (pen.below(10), person.sibling) {
        (0..4, _) => person.friend,
        (4, Some(sibling)) => sibling.resident,
        _ => {
            let other = pen.below(pen.world.residents.len() - 1);
            if other >= resident { other + 1 } else { other }
        }
    }
}

/// Casts a resident in a part.
fn cast(pen: &mut Pen<'_>, part: char, resident: usize) {
    pen.cast(part, Role::Resident(resident));
}
