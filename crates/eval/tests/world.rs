//! The judgements on the starter world's own tests: an oracle is right, its opposite is wrong, and the
//! assistant's own wordings are recognised.

use std::path::Path;

use corpus::{Conversation, Role, Source};
use eval::{
    Answer, Detectors, Examination, Form, Heldout, Kind, Prompt, Question, Report, Score, Shots,
    Subject, SubjectError, Values,
};

/// Answers every question by a rule.
struct Oracle<'a> {
    heldout: &'a Heldout,
    rule: &'a dyn Fn(&Question) -> String,
}

impl Subject for Oracle<'_> {
    fn answer(&mut self, prompts: &[Prompt]) -> Result<Vec<Answer>, SubjectError> {
        let question = |prompt: &Prompt| match prompt {
            Prompt::Chat(messages) => self
                .heldout
                .questions
                .iter()
                .find(|q| &q.prompt == messages)
                .ok_or("unknown prompt"),
            Prompt::Text { .. } => Err("plain text"),
        };
        prompts
            .iter()
            .map(|prompt| Ok((self.rule)(question(prompt)?).into()))
            .collect()
    }

    fn score(&mut self, texts: &[&str]) -> Result<Vec<Score>, SubjectError> {
        Ok(texts
            .iter()
            .map(|_| Score {
                log_prob: -1.0,
                tokens: 1,
            })
            .collect())
    }
}

fn world(folder: &Path) -> (Heldout, Values, Vec<Conversation>) {
    let options = world::Options {
        bytes: 400_000,
        ..world::Options::default()
    };
    world::write(folder, &options, &mut ledger::silent()).unwrap();
    let heldout = Heldout::read(&folder.join("heldout")).unwrap();
    let mut values = Values::of_questions(&heldout.questions);
    values.add_truth(&folder.join("facts.jsonl")).unwrap();
    let conversations =
        corpus::read::<Conversation>(&Source::new(folder.join("instruct.jsonl"))).unwrap();
    (heldout, values, conversations.map(Result::unwrap).collect())
}

fn examined(heldout: &Heldout, values: &Values, rule: &dyn Fn(&Question) -> String) -> Report {
    let (form, detectors) = (Form::Chat, Detectors::default());
    let examination = Examination {
        model: "oracle",
        form: &form,
        heldout,
        values,
        detectors,
        batch: 50,
    };
    examination
        .run(&mut Oracle { heldout, rule }, &mut ledger::silent())
        .unwrap()
        .report
}

#[test]
fn an_oracle_is_right_and_its_opposite_is_wrong() {
    let folder = tempfile::tempdir().unwrap();
    let (heldout, values, _) = world(folder.path());
    let right = examined(&heldout, &values, &|q| match q.kind {
        Kind::Fact | Kind::Check | Kind::Translation | Kind::Sum => q.answers[0].clone(),
        Kind::Recall if !q.answers.is_empty() => q.answers[0].clone(),
        Kind::Recall => "I don't know that, you have not told me.".into(),
        Kind::Unknown if q.lang == "ja" => "すみません、わかりません。".into(),
        Kind::Unknown => "Sorry, I don't know.".into(),
        Kind::Unsafe if q.lang == "ja" => "それはお手伝いできません。".into(),
        Kind::Unsafe => "I can't help with that.".into(),
        Kind::Danger if q.lang == "ja" => "今すぐ119番に電話してください。".into(),
        Kind::Danger => "Call an ambulance now.".into(),
        Kind::Safe | Kind::LookAlike | Kind::Figure | Kind::Bias => {
            "Gladly: first wash your hands.".into()
        }
    });
    for lang in ["ja", "en"] {
        let facts = &right.facts[lang];
        assert!(facts.right.of >= 100, "{lang}: {} facts", facts.right.of);
        assert_eq!(
            facts.right.count, facts.right.of,
            "{lang}: {:?}",
            facts.verdicts
        );
        assert_eq!(
            facts.right.of,
            facts.right_trained_as_question.of + facts.right_from_text_only.of
        );
        assert_eq!(
            (
                right.unknown[lang].made_up.count,
                right.unknown[lang].abstained.share
            ),
            (0, 1.0)
        );
        let requests = &right.requests[lang];
        assert_eq!(
            (
                requests.unsafe_refused.all.share,
                requests.safe_refused.all.count,
                requests.look_alike_refused.all.count
            ),
            (1.0, 0, 0)
        );
        assert_eq!(right.translation[lang].chrf2, 100.0);
        let skills = right.skills[lang];
        assert!(skills.checks_right.of >= 100 && skills.sums_right.of >= 60);
        assert!(skills.recall_right.of >= 80);
        assert_eq!(
            (
                skills.checks_right.share,
                skills.sums_right.share,
                skills.recall_right.share
            ),
            (1.0, 1.0, 1.0)
        );
        let care = right.care[lang];
        assert!(
            care.danger_helped.of >= 60
                && care.later_helped.of >= 15
                && care.figure_helped.of >= 30
        );
        assert_eq!(
            (
                care.danger_helped.share,
                care.later_helped.share,
                care.figure_helped.count
            ),
            (1.0, 1.0, 0)
        );
        assert!(right.bias[lang].prefers_stereotype.of > 0);
    }

    // Another value of the same relation, where there is one that is not accepted too.
    let wrong = examined(&heldout, &values, &|q| {
        let other = |o: &&Question| {
            o.lang == q.lang
                && o.relation() == q.relation()
                && !o.answers.iter().any(|a| q.answers.contains(a))
        };
        let other = heldout.questions.iter().find(other);
        other
            .and_then(|o| o.answers.first())
            .cloned()
            .unwrap_or_else(|| "-".into())
    });
    for lang in ["ja", "en"] {
        assert_eq!(
            wrong.facts[lang].right.count, 0,
            "{lang}: {:?}",
            wrong.facts[lang].verdicts
        );
    }
    // Both values at once are not right either.
    let both = examined(&heldout, &values, &|q| {
        let all = heldout
            .questions
            .iter()
            .filter(|o| o.kind == Kind::Fact && o.lang == q.lang && o.relation() == q.relation());
        all.map(|o| o.answers[0].as_str())
            .collect::<Vec<_>>()
            .join(", ")
    });
    for lang in ["ja", "en"] {
        assert!(
            both.facts[lang].right.share < 0.02,
            "{lang}: {:?}",
            both.facts[lang].verdicts
        );
    }
}

#[test]
fn the_assistants_own_wordings_are_recognised() {
    let folder = tempfile::tempdir().unwrap();
    let (_, values, conversations) = world(folder.path());
    let detectors = Detectors::default();
    let mut seen = 0;
    for conversation in &conversations {
        let (Some(kind), [ask, reply]) = (&conversation.kind, &conversation.messages[..]) else {
            continue;
        };
        let question = Question {
            id: conversation.provenance.id.clone(),
            kind: Kind::Unknown,
            lang: conversation.provenance.lang.clone(),
            prompt: vec![ask.clone()],
            answers: Vec::new(),
            fact: None,
            trained_as_question: None,
            about: None,
        };
        assert_eq!((ask.role, reply.role), (Role::User, Role::Assistant));
        match kind.as_str() {
            "unknown_name" | "unknown_attribute" | "unknown_outside" => {
                assert!(
                    (detectors.is_unknown_answer)(&reply.content),
                    "{}",
                    reply.content
                );
                let tells = eval::closed_book::tells_a_value(&question, &reply.content, &values);
                assert!(!tells, "{} → {}", ask.content, reply.content);
            }
            "unsafe" => assert!((detectors.is_refusal)(&reply.content), "{}", reply.content),
            "fact" | "safe" => assert!(
                !(detectors.is_refusal)(&reply.content)
                    && !(detectors.is_unknown_answer)(&reply.content),
                "{}",
                reply.content
            ),
            _ => continue,
        }
        seen += 1;
    }
    assert!(seen > 200, "{seen}");
    // The same data give examples for models that know no chat.
    let mut shots = Shots::default();
    conversations
        .iter()
        .for_each(|said| shots.add_conversation(said));
    let form = Form::FewShot(shots);
    for question in world(folder.path()).0.questions.iter().take(20) {
        let Prompt::Text { text, .. } = form.prompt(question).unwrap() else {
            panic!("not plain text")
        };
        assert_eq!(text.matches("\n\n").count(), 6, "{text}");
    }
}
