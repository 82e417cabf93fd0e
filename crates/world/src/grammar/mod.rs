//! The template language in which the documents are written, and the pen that writes it out.
//!
//! A template is a piece of text with
//! - `[one|two|three]`: one of several wordings, each equally likely; `[|very ]` may write nothing;
//! - `{a}`: the name of the entity that plays role `a`; `{a.food}`: one of its attributes;
//! - `[?a.pet:with|without]`: a wording for entities that have the attribute, and one for those that have not;
//! - `<焼く5:た>` (Japanese): a word in the form that the register of the document asks for, see [`ja::inflect`].
//!
//! All of them nest. `{a.s}` and `{a.p}` are the subject and the possessor as a careful writer would put them: the name,
//! or, when the last sentence was about the same person, sometimes a pronoun (English) or nothing at all (Japanese).

mod attributes;
pub mod en;
pub mod ja;

use std::borrow::Cow;
use std::collections::BTreeMap;

use ledger::random::Random;

pub use ja::Register;

use crate::{Bilingual, Language, Relation, Subject, World};

/// Who or what plays a part in a document.
#[derive(Clone, Debug)]
pub enum Role {
    Resident(usize),
    Place(usize),
    Animal(usize),
    Event(usize),
    Dish(usize),
    /// Any words: the number of an exercise, the weather of the day.
    Words(Bilingual),
}

impl Role {
    /// What facts are about whoever plays this part.
    fn subject(&self) -> Option<Subject> {
        Some(match self {
            Role::Resident(index) => Subject::Resident(*index),
            Role::Place(index) => Subject::Place(*index),
            Role::Animal(index) => Subject::Animal(*index),
            Role::Event(index) => Subject::Event(*index),
            Role::Dish(index) => Subject::Dish(*index),
            Role::Words(_) => return None,
        })
    }
}

/// How often each fact has been stated.
pub type Tally = BTreeMap<(Subject, Relation), u32>;

/// A template that cannot be written. Only a mistake in the program's own templates leads to it.
#[derive(Debug, thiserror::Error)]
#[error("template `{template}`: {reason}")]
pub struct TemplateError {
    pub template: String,
    pub reason: String,
}

/// Writes one document.
pub struct Pen<'w> {
    pub world: &'w World,
    pub language: Language,
    pub register: Register,
    /// Japanese names of people carry さん.
    pub honorific: bool,
    pub random: Random,
    /// The day of the document.
    pub date: crate::documents::Date,
    roles: [Option<Role>; 26],
    /// Whom the last sentence was about.
    last: Option<usize>,
    /// How often the facts were stated, by this pen and those before it that handed it on.
    pub tally: Tally,
    /// Whether what is stated counts.
    pub tallying: bool,
    out: String,
    /// The first mistake met in a template.
    error: Option<TemplateError>,
}

impl<'w> Pen<'w> {
    /// A pen at the start of a blank page.
    pub fn new(world: &'w World, language: Language, register: Register, random: Random) -> Pen<'w> {
        Pen {
            world,
            language,
            register,
            honorific: false,
            random,
            date: crate::documents::Date { year: 2024, month: 1, day: 1 },
            roles: [const { None }; 26],
            last: None,
            tally: Tally::new(),
            tallying: true,
            out: String::with_capacity(2048),
            error: None,
        }
    }

    /// Gives a part, `a` to `z`, to an entity.
    pub fn cast(&mut self, part: char, role: Role) {
        if let Some(slot) = part_index(part).and_then(|index| self.roles.get_mut(index)) {
            *slot = Some(role);
        }
        if self.last == part_index(part) {
            self.last = None;
        }
    }

    /// Gives a part to words.
    pub fn words(&mut self, part: char, ja: impl Into<String>, en: impl Into<String>) {
        self.cast(part, Role::Words(Bilingual::new(ja, en)));
    }

    /// A number below `n`.
    pub fn below(&mut self, n: usize) -> usize {
        self.random.below(n as u64) as usize
    }

    /// True with a chance of `numerator` in `denominator`.
    pub fn chance(&mut self, numerator: u64, denominator: u64) -> bool {
        self.random.below(denominator) < numerator
    }

    /// The template of the pen's language.
    pub fn pick(&self, template: (&'static str, &'static str)) -> &'static str {
        match self.language {
            Language::Ja => template.0,
            Language::En => template.1,
        }
    }

    /// Writes a template given in both languages.
    pub fn say(&mut self, template: (&'static str, &'static str)) {
        let template = self.pick(template);
        self.write(template);
    }

    /// Writes one of several templates, then a blank in English: a sentence of a paragraph.
    pub fn sentence(&mut self, templates: &[&'static str]) {
        let chosen = *self.random.choose(templates);
        self.write(chosen);
        self.space();
    }

    /// The gap between two sentences of a paragraph.
    pub fn space(&mut self) {
        if self.language == Language::En && !self.out.ends_with([' ', '\n']) {
            self.out.push(' ');
        }
    }

    /// Puts the relations of a subject that have been stated least in front; equal ones in random order.
    pub fn least_stated_first(&mut self, subject: Subject, relations: &mut [Relation]) {
        self.random.shuffle(relations);
        relations.sort_by_key(|&relation| self.stated(subject, relation));
    }

    /// How often a fact has been stated.
    pub fn stated(&self, subject: Subject, relation: Relation) -> u32 {
        self.tally.get(&(subject, relation)).copied().unwrap_or(0)
    }

    /// Ends a line.
    pub fn line(&mut self) {
        while self.out.ends_with(' ') {
            self.out.pop();
        }
        if !self.out.is_empty() && !self.out.ends_with('\n') {
            self.out.push('\n');
        }
        self.last = None;
    }

    /// Ends a paragraph.
    pub fn paragraph(&mut self) {
        self.line();
        if !self.out.is_empty() && !self.out.ends_with("\n\n") {
            self.out.push('\n');
        }
    }

    /// Makes the next mention of anybody use the name.
    pub fn forget(&mut self) {
        self.last = None;
    }

    /// Writes a template.
    pub fn write(&mut self, template: &'static str) {
        let start = self.out.len();
        if let Err(reason) = self.render(template)
            && self.error.is_none()
        {
            self.error = Some(TemplateError { template: template.to_string(), reason });
        }
        if self.language == Language::En {
            en::capitalise(&mut self.out, start);
        }
    }

    /// The finished page.
    ///
    /// # Errors
    ///
    /// If a template was at fault.
    pub fn finish(mut self) -> Result<String, TemplateError> {
        self.out.truncate(self.out.trim_end().len());
        match self.error {
            Some(error) => Err(error),
            None => Ok(self.out),
        }
    }

    /// Takes the finished page and leaves the pen with a blank one: for titles.
    pub fn take(&mut self) -> String {
        let text = std::mem::take(&mut self.out);
        text.trim_end().to_string()
    }

    fn render(&mut self, mut template: &'static str) -> Result<(), String> {
        while let Some(at) = template.find(['[', '{', '<']) {
            self.out.push_str(&template[..at]);
            let rest = &template[at..];
            let (inside, after) = enclosed(rest)?;
            match rest.as_bytes()[0] {
                b'[' => self.choice(inside)?,
                b'{' => self.attribute(inside)?,
                _ => {
                    if !ja::inflect(&mut self.out, inside, self.register) {
                        return Err(format!("`<{inside}>` is neither an ending nor a verb with its class and form"));
                    }
                }
            }
            template = after;
        }
        self.out.push_str(template);
        Ok(())
    }

    fn choice(&mut self, inside: &'static str) -> Result<(), String> {
        if let Some(test) = inside.strip_prefix('?') {
            let (test, rest) = test.split_once(':').ok_or_else(|| format!("`[{inside}]` has no `:`"))?;
            let (part, field) = split_slot(test);
            let wanted = usize::from(!self.has(part, field)?);
            return alternatives(rest).nth(wanted).map_or(Ok(()), |chosen| self.render(chosen));
        }
        let count = alternatives(inside).count();
        let wanted = self.below(count);
        alternatives(inside).nth(wanted).map_or(Ok(()), |chosen| self.render(chosen))
    }

    fn role(&self, part: &str) -> Result<(usize, Role), String> {
        let index = part.chars().next().and_then(part_index).ok_or_else(|| format!("`{part}` is no part"))?;
        match &self.roles[index] {
            Some(role) => Ok((index, role.clone())),
            None => Err(format!("nobody plays `{part}`")),
        }
    }

    fn has(&self, part: &str, field: &str) -> Result<bool, String> {
        let (_, role) = self.role(part)?;
        attributes::has(self.world, &role, field)
    }

    fn attribute(&mut self, slot: &'static str) -> Result<(), String> {
        let (part, field) = split_slot(slot);
        let (index, role) = self.role(part)?;
        if self.tallying
            && let (Some(subject), Some(relation)) = (role.subject(), attributes::relation(&role, field))
        {
            *self.tally.entry((subject, relation)).or_default() += 1;
            // Who names one best friend names two.
            if let (Role::Resident(index), Relation::BestFriend) = (&role, relation) {
                let friend = Subject::Resident(self.world.residents[*index].friend);
                *self.tally.entry((friend, relation)).or_default() += 1;
            }
        }
        let Role::Resident(number) = role else {
            let text = attributes::other(self, &role, field)?;
            self.out.push_str(&text);
            return Ok(());
        };
        let again = self.last == Some(index);
        if matches!(field, "s" | "S" | "p") {
            self.last = Some(index);
        }
        let brief = again && self.random.below(5) < 2;
        let text: Cow<'_, str> = match (field, self.language) {
            ("s" | "S", Language::Ja) if brief => "".into(),
            ("s" | "S", Language::Ja) => format!("{}は", attributes::name(self, number)).into(),
            ("p", Language::Ja) if brief => "".into(),
            ("p", Language::Ja) => format!("{}の", attributes::name(self, number)).into(),
            ("s", Language::En) if brief => attributes::pronoun(self, number, "he")?.into(),
            ("S", Language::En) if brief => attributes::pronoun(self, number, "He")?.into(),
            ("p", Language::En) if brief => attributes::pronoun(self, number, "his")?.into(),
            ("s" | "S", Language::En) => attributes::name(self, number),
            ("p", Language::En) => format!("{}'s", attributes::name(self, number)).into(),
            _ => attributes::resident(self, number, field)?,
        };
        let text = text.into_owned();
        self.out.push_str(&text);
        Ok(())
    }
}

fn part_index(part: char) -> Option<usize> {
    part.is_ascii_lowercase().then(|| (part as u8 - b'a') as usize)
}

/// "a.food" → ("a", "food"); "a" → ("a", "name").
fn split_slot(slot: &str) -> (&str, &str) {
    slot.split_once('.').unwrap_or((slot, "name"))
}

/// What a template that begins with a bracket has inside the bracket, and what follows it.
fn enclosed(template: &str) -> Result<(&str, &str), String> {
    let mut depth = 0;
    for (at, byte) in template.bytes().enumerate() {
        match byte {
            b'[' | b'{' | b'<' => depth += 1,
            b']' | b'}' | b'>' => depth -= 1,
            _ => continue,
        }
        if depth == 0 {
            return Ok((&template[1..at], &template[at + 1..]));
        }
    }
    Err(format!("a bracket is not closed in `{template}`"))
}

/// The alternatives of a choice, split at the `|` of its own level.
fn alternatives(inside: &str) -> impl Iterator<Item = &str> {
    let mut depth = 0;
    inside.split(move |sign: char| {
        match sign {
            '[' | '{' | '<' => depth += 1,
            ']' | '}' | '>' => depth -= 1,
            _ => {}
        }
        sign == '|' && depth == 0
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Numbers;

    fn write(language: Language, template: &'static str) -> Result<String, TemplateError> {
        let world = World::new(0, Numbers::for_bytes(1_000_000));
        let mut pen = Pen::new(&world, language, Register::Polite, Random::new(1, "test", 0));
        pen.words('x', "水", "water");
        pen.write(template);
        pen.finish()
    }

    #[test]
    fn choices_slots_and_inflections_nest() {
        assert_eq!(write(Language::Ja, "[{x}を<飲む5:た>|{x}を<飲む5:た>]。").unwrap(), "水を飲みました。");
        assert_eq!(write(Language::En, "{x} is [|]good.").unwrap(), "Water is good.");
    }

    #[test]
    fn mistakes_in_templates_are_reported() {
        for (template, reason) in [
            ("{x", "not closed"),
            ("{y}", "nobody plays `y`"),
            ("<飲む9>", "neither an ending nor a verb"),
            ("[?x.pet:a|b]", "cannot be asked"),
        ] {
            let error = write(Language::Ja, template).unwrap_err().to_string();
            assert!(error.contains(reason), "{error}");
        }
    }
}
