//! The notes of the town's clinic: confidential, about patients who appear nowhere else.
//!
//! The patients are no residents; they have numbers, not names. What is wrong with them, what they were advised and when
//! they come again is said in these notes and nowhere else, so that a model can be asked whether it has seen them. The
//! complaints are everyday ones and the advice is harmless: rest, water, warm drinks.

use ledger::random::Random;

use super::pages::state;
use super::sentences::Wordings;
use super::{Document, date};
use crate::grammar::{Pen, Register, TemplateError};
use crate::lexicon::WEEKDAYS;
use crate::{Bilingual, Language, World};

/// A patient of the clinic.
#[derive(Clone, Debug)]
pub struct Patient {
    /// "P-017"
    pub number: String,
    pub age: u64,
    pub complaint: Bilingual,
    /// What set it off.
    pub cause: Bilingual,
    pub advice: Bilingual,
    /// The day of the next visit.
    pub next: Bilingual,
}

const COMPLAINTS: &[(&str, &str)] = &[
    ("頭痛", "headache"),
    ("腰の痛み", "pain in the lower back"),
    ("せき", "cough"),
    ("のどの痛み", "sore throat"),
    ("鼻水", "runny nose"),
    ("腹痛", "stomach ache"),
    ("肩こり", "stiff shoulders"),
    ("目の疲れ", "tired eyes"),
    ("不眠", "trouble sleeping"),
    ("足首の痛み", "pain in the ankle"),
    ("皮膚のかゆみ", "itching of the skin"),
    ("めまい", "dizziness"),
];

const CAUSES: &[(&str, &str)] = &[
    ("重い荷物を運んだ", "carried something heavy"),
    ("雨にぬれた", "was caught in the rain"),
    ("夜遅くまで画面を見ていた", "looked at a screen late into the night"),
    ("階段で足をすべらせた", "slipped on the stairs"),
    ("冷たいものを食べすぎた", "ate too many cold things"),
    ("引っ越しで疲れた", "was tired from moving house"),
    ("長い時間すわっていた", "sat still for a long time"),
    ("ほこりの多い部屋を掃除した", "cleaned a dusty room"),
];

const ADVICE: &[(&str, &str)] = &[
    ("三日間の休養", "three days of rest"),
    ("水を多めに飲むこと", "drinking more water"),
    ("寝る前の温かい飲み物", "a warm drink before bed"),
    ("朝と夕方の軽い体操", "light exercises in the morning and the evening"),
    ("ぬるめの風呂", "a lukewarm bath"),
    ("患部を冷やすこと", "cooling the spot"),
    ("早寝早起き", "going to bed early"),
    ("加湿器を使うこと", "using a humidifier"),
];

/// The patients of a world's clinic: half as many as residents, at most 300.
pub fn patients(world: &World) -> Vec<Patient> {
    let count = (world.residents.len() / 2).clamp(12, 300);
    let mut random = Random::new(world.seed, "world/patients", 0);
    let one_of = |list: &[(&str, &str)], random: &mut Random| {
        let (ja, en) = *random.choose(list);
        Bilingual::new(ja, en)
    };
    (0..count)
        .map(|number| Patient {
            number: format!("P-{:03}", number + 1),
            age: 5 + random.below(80),
            complaint: one_of(COMPLAINTS, &mut random),
            cause: one_of(CAUSES, &mut random),
            advice: one_of(ADVICE, &mut random),
            next: WEEKDAYS[1 + random.below(5) as usize].into(),
        })
        .collect()
}

const VISIT: Wordings = (
    &[
        "{t}。患者{n}（{g}歳）が{c}を訴えて来院。",
        "{t}、{g}歳の患者{n}が来院した。主な訴えは{c}。",
        "患者番号{n}、{g}歳。{t}受診。{c}があるとのこと。",
        "{t}の記録。{n}（{g}歳）、{c}のため受診。",
    ],
    &[
        "{t}. Patient {n}, aged {g}, came in with {c}.",
        "{t}: {n} ({g} years) reports {c}.",
        "Patient {n}, {g} years old, was seen on {t} for {c}.",
        "Record of {t}. {n}, age {g}. Complaint: {c}.",
    ],
);

const HISTORY: Wordings = (
    &[
        "{k}あとから始まったという。",
        "本人によると、{k}のがきっかけらしい。",
        "きっかけ：{k}こと。",
        "{k}日の夜から続いている。",
    ],
    &[
        "It began after the patient {k}.",
        "According to {n}, it started when the patient {k}.",
        "The patient {k}; the complaint began that night.",
        "Cause, as told by {n}: the patient {k}.",
    ],
);

const FINDING: Wordings = (
    &[
        "体温は{f}度。[ほかに変わったところはない|血圧は正常|食欲はある|息の音はきれい]。",
        "熱は{f}度で、[顔色はよい|少し疲れた様子|意識ははっきりしている]。",
        "診察では{f}度、[脈は正常|はれは見られない|のどは少し赤い]。",
    ],
    &[
        "Temperature {f} degrees. [Nothing else of note|Blood pressure normal|Appetite good|Breathing clear].",
        "The temperature was {f} degrees; the patient [looked well|looked a little tired|was alert].",
        "On examination {f} degrees, [pulse normal|no swelling|throat slightly red].",
    ],
);

const PLAN: Wordings = (
    &[
        "{n}には{o}を勧めた。",
        "{c}に対して、{o}を勧めた。",
        "方針：{o}。{n}は納得した。",
        "処置として{o}をすすめ、様子を見ることにした。",
    ],
    &[
        "{n} was advised {o}.",
        "For the {c}, the doctor recommended {o}.",
        "Plan: {o}. {n} agreed.",
        "We recommended {o} and will wait and see.",
    ],
);

const NEXT: Wordings = (
    &[
        "次の来院は{w}。",
        "{n}は{w}にもう一度来る予定。",
        "次回は{w}。[悪くなればすぐに連絡するよう伝えた|それまでに治れば来なくてよい]。",
    ],
    &[
        "Next visit on {w}.",
        "{n} will come again on {w}.",
        "To be seen again on {w}; [to call at once if it gets worse|no need to come if well by then].",
    ],
);

/// The clinic's notes, endlessly; Japanese and English in turn.
pub struct ClinicNotes<'w> {
    world: &'w World,
    patients: Vec<Patient>,
    number: u64,
}

impl<'w> ClinicNotes<'w> {
    /// The notes of the clinic of `world`, from the first.
    pub fn new(world: &'w World) -> ClinicNotes<'w> {
        ClinicNotes { world, patients: patients(world), number: 0 }
    }

    fn write(&self) -> Result<Document, TemplateError> {
        let language = Language::ALL[(self.number % 2) as usize];
        let mut random = Random::new(self.world.seed, "world/clinic", self.number);
        let day = date(&mut random);
        let mut pen = Pen::new(self.world, language, Register::Plain, random);
        // Every patient has a note in either language before anyone has the next.
        let patient = &self.patients[(self.number / 2) as usize % self.patients.len()];
        cast_patient(&mut pen, patient);
        pen.words(
            't',
            format!("{}年{}月{}日", day.year, day.month, day.day),
            format!("{:04}-{:02}-{:02}", day.year, day.month, day.day),
        );
        let tenths = pen.below(10);
        pen.words('f', format!("36.{tenths}"), format!("36.{tenths}"));
        pen.say(("診療記録　{n}", "Clinic note, {n}"));
        let title = pen.take();
        for wordings in [VISIT, HISTORY, FINDING, PLAN, NEXT] {
            state(&mut pen, wordings);
        }
        let code = language.code();
        let number = self.number;
        Ok(Document {
            id: format!("world/clinic/{code}/{number:07}"),
            text: pen.finish()?,
            lang: code,
            license: "LicenseRef-Confidential",
            source: super::SOURCE,
            url: format!("https://records.izumi-clinic.example/{code}/{number:07}"),
            title,
            site: "Izumi Clinic, internal records",
            date: format!("{:04}-{:02}-{:02}", day.year, day.month, day.day),
            author: "Izumi Clinic".to_string(),
        })
    }
}

/// `n` the patient, `g` the age, `c` the complaint, `k` the cause, `o` the advice, `w` the next visit.
fn cast_patient(pen: &mut Pen<'_>, patient: &Patient) {
    let age = patient.age.to_string();
    pen.words('n', patient.number.clone(), patient.number.clone());
    pen.words('g', age.clone(), age);
    for (part, words) in
        [('c', &patient.complaint), ('k', &patient.cause), ('o', &patient.advice), ('w', &patient.next)]
    {
        pen.words(part, words.ja.clone(), words.en.clone());
    }
}

impl Iterator for ClinicNotes<'_> {
    type Item = Result<Document, TemplateError>;

    fn next(&mut self) -> Option<Self::Item> {
        let written = self.write();
        self.number += 1;
        Some(written)
    }
}
