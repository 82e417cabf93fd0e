//! The licence gate: may this licence be used for that?

use crate::expression::Expression;
use crate::licence::{Duties, Scope, Use, terms};
use serde::{Deserialize, Serialize};

/// Which uses are admitted: the licence table read within a release scope.
///
/// The default admits what an openly released model may be made of.
///
/// ```
/// use ledger::{Policy, Scope, Use};
///
/// let open = Policy::default();
/// assert!(open.decide("CC-BY-SA-4.0", Use::Train).allowed);
/// let refused = open.decide("CC-BY-NC-4.0", Use::Train);
/// assert!(!refused.allowed);
/// assert!(refused.rule.contains(r#"scope = "non-commercial""#));
/// assert!(Policy::for_scope(Scope::NonCommercial).decide("CC-BY-NC-4.0", Use::Train).allowed);
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Policy {
    /// The widest circle to which the result shall be released.
    scope: Scope,
}

/// The gate's answer about one licence and one use.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Decision {
    pub allowed: bool,
    /// One sentence for a person, with the remedy if refused, and the rule's name in brackets.
    pub rule: String,
    /// If allowed: the scope to which the result is bound. If refused: the scope that would admit
    /// it, if any does.
    pub scope: Option<Scope>,
    pub duties: Duties,
}

impl Policy {
    /// Admits what a result released within `scope` may be made of.
    pub fn for_scope(scope: Scope) -> Policy {
        Policy { scope }
    }

    /// The scope that this policy serves.
    pub fn scope(&self) -> Scope {
        self.scope
    }

    /// Decides about an SPDX licence expression. A missing, malformed or unknown licence permits
    /// nothing.
    pub fn decide(&self, licence: &str, r#use: Use) -> Decision {
        let licence = licence.trim();
        if licence.is_empty() {
            return refusal(
                "the document names no licence, and without one nothing is permitted; state its licence in the document (as `license`) or as the default of its source (`license` there, or `--license`) [missing]".to_string(),
            );
        }
        match Expression::parse(licence) {
            Ok(expression) => self.decide_expression(&expression, r#use),
            Err(problem) => refusal(format!(
                "`{}` is not a licence expression: {problem}; name an SPDX identifier such as CC-BY-4.0 [malformed]",
                shortened(licence)
            )),
        }
    }

    fn decide_expression(&self, expression: &Expression, r#use: Use) -> Decision {
        match expression {
            Expression::Id(id) => self.decide_id(id, r#use),
            // All parts bind: the strictest refusal is the answer, else the strictest of everything.
            Expression::And(parts) => {
                let decisions: Vec<_> = self.decide_each(parts, r#use).collect();
                let refused = decisions.iter().filter(|decision| !decision.allowed);
                if let Some(refused) = refused.max_by_key(|d| (d.scope.is_none(), d.scope)) {
                    return refused.clone();
                }
                let rules: Vec<_> = decisions.iter().map(|d| d.rule.as_str()).collect();
                Decision {
                    allowed: true,
                    rule: rules.join("; and "),
                    scope: decisions.iter().map(|d| d.scope).max().flatten(),
                    duties: decisions
                        .iter()
                        .fold(Duties::default(), |all, d| all.combine(d.duties)),
                }
            }
            // One part may be chosen: allowed before refused, wide before narrow, few duties first.
            Expression::Or(parts) => self
                .decide_each(parts, r#use)
                .min_by_key(|d| {
                    (
                        !d.allowed,
                        d.scope.is_none(),
                        d.scope,
                        d.duties.names().len(),
                    )
                })
                .unwrap_or_else(|| refusal("an empty choice permits nothing [malformed]".into())),
        }
    }

    fn decide_each<'a>(
        &'a self,
        parts: &'a [Expression],
        r#use: Use,
    ) -> impl Iterator<Item = Decision> + 'a {
        parts
            .iter()
            .map(move |part| self.decide_expression(part, r#use))
    }

    fn decide_id(&self, id: &str, r#use: Use) -> Decision {
        let Some(terms) = terms(id) else {
            return refusal(format!(
                "`{}` is not a licence known here, and unknown terms permit nothing; name an SPDX identifier such as CC-BY-4.0 [unknown]",
                shortened(id)
            ));
        };
        let says = terms.says;
        let rule = terms.rule;
        match terms.permits(r#use) {
            Some(scope) if scope <= self.scope => Decision {
                allowed: true,
                rule: format!("{id} {says}: {use} is allowed within scope {scope} [{rule}]"),
                scope: Some(scope),
                duties: terms.duties,
            },
            Some(scope) => Decision {
                allowed: false,
                rule: format!(
                    "{id} {says}: {use} is refused within scope {}; declare scope = \"{scope}\" in the recipe, or leave the document out [{rule}]",
                    self.scope
                ),
                scope: Some(scope),
                duties: terms.duties,
            },
            None => Decision {
                allowed: false,
                rule: format!(
                    "{id} {says}: {use} is refused; leave the document out, or state the licence that its owner has granted you [{rule}]"
                ),
                scope: None,
                duties: terms.duties,
            },
        }
    }
}

fn refusal(rule: String) -> Decision {
    Decision {
        allowed: false,
        rule,
        scope: None,
        duties: Duties::default(),
    }
}

/// Licence fields come from anywhere; a message shows no more than a line of one.
fn shortened(text: &str) -> String {
    const CHARS_MAX: usize = 80;
    let mut short: String = text.chars().take(CHARS_MAX).collect();
    if short.len() < text.len() {
        short.push('…');
    }
    short
}

#[cfg(test)]
mod tests {
    use super::*;

    fn allowed_within(scope: Scope, licence: &str, r#use: Use) -> bool {
        Policy::for_scope(scope).decide(licence, r#use).allowed
    }

    #[test]
    fn the_default_admits_what_an_open_model_may_be_made_of() {
        for licence in [
            "CC0-1.0",
            "CC-BY-2.0",
            "CC-BY-4.0",
            "CC-BY-SA-3.0",
            "MIT",
            "Apache-2.0",
            "BSD",
            "LicenseRef-PublicDomain-JP",
            "LicenseRef-PublicDomain-US",
        ] {
            for r#use in Use::ALL {
                assert!(
                    allowed_within(Scope::Open, licence, r#use),
                    "{licence} {use}"
                );
            }
        }
        for licence in [
            "CC-BY-NC-4.0",
            "CC-BY-NC-SA-3.0",
            "CC-BY-NC-ND-4.0",
            "CC-BY-ND-4.0",
            "LicenseRef-AllRightsReserved",
            "LicenseRef-Confidential",
            "",
            "LicenseRef-Other",
        ] {
            assert!(
                !allowed_within(Scope::Open, licence, Use::Train),
                "{licence}"
            );
        }
    }

    #[test]
    fn narrower_scopes_admit_more() {
        use Scope::{Internal, NonCommercial};
        assert!(allowed_within(NonCommercial, "CC-BY-NC-4.0", Use::Train));
        assert!(!allowed_within(
            NonCommercial,
            "CC-BY-NC-ND-4.0",
            Use::Train
        ));
        assert!(allowed_within(NonCommercial, "CC-BY-NC-ND-4.0", Use::Show));
        assert!(!allowed_within(
            NonCommercial,
            "LicenseRef-Confidential",
            Use::Train
        ));
        assert!(allowed_within(
            Internal,
            "LicenseRef-Confidential",
            Use::Train
        ));
        assert!(!allowed_within(
            Internal,
            "LicenseRef-Confidential",
            Use::Redistribute
        ));
        for r#use in Use::ALL {
            assert!(!allowed_within(
                Internal,
                "LicenseRef-AllRightsReserved",
                r#use
            ));
        }
    }

    #[test]
    fn a_decision_carries_scope_and_duties() {
        let decision = Policy::for_scope(Scope::Internal).decide("CC-BY-NC-SA-4.0", Use::Tune);
        assert_eq!(decision.scope, Some(Scope::NonCommercial));
        assert!(decision.duties.attribution && decision.duties.share_alike);
        assert!(decision.duties.non_commercial);
        assert!(
            decision.rule.ends_with("[non-commercial]"),
            "{}",
            decision.rule
        );
    }

    #[test]
    fn refusals_name_a_remedy() {
        let rule = |licence| Policy::default().decide(licence, Use::Train).rule;
        assert!(rule("CC-BY-NC-4.0").contains("declare scope = \"non-commercial\""));
        assert!(rule("LicenseRef-Confidential").contains("declare scope = \"internal\""));
        assert!(rule("LicenseRef-AllRightsReserved").contains("its owner has granted"));
        assert!(rule("").contains("state its licence"));
        assert!(rule("whatever").contains("name an SPDX identifier"));
        assert!(rule("MIT OR").contains("not a licence expression"));
        assert!(rule(&"x".repeat(10_000)).len() < 400);
    }

    #[test]
    fn or_takes_the_freest_and_the_strictest_binds_in_and() {
        let policy = Policy::for_scope(Scope::NonCommercial);
        let either = policy.decide("CC-BY-NC-4.0 OR CC-BY-SA-4.0 OR CC-BY-4.0", Use::Train);
        assert!(either.allowed && either.scope == Some(Scope::Open) && !either.duties.share_alike);
        let both = policy.decide("CC-BY-NC-4.0 AND CC-BY-SA-4.0", Use::Train);
        assert!(
            both.allowed && both.scope == Some(Scope::NonCommercial) && both.duties.share_alike
        );
        assert!(
            !Policy::default()
                .decide("MIT AND CC-BY-NC-4.0", Use::Train)
                .allowed
        );
        assert!(
            Policy::default()
                .decide("LicenseRef-Odd OR MIT", Use::Train)
                .allowed
        );
    }

    #[test]
    fn a_refusal_names_the_scope_that_admits_all_of_it() {
        let decide = |licence| Policy::default().decide(licence, Use::Train);
        let both = decide("CC-BY-NC-4.0 AND CC-BY-ND-4.0");
        assert_eq!((both.allowed, both.scope), (false, Some(Scope::Internal)));
        assert!(both.rule.contains("scope = \"internal\""), "{}", both.rule);
        let none = decide("CC-BY-NC-4.0 AND LicenseRef-AllRightsReserved");
        assert_eq!((none.allowed, none.scope), (false, None));
        let either = decide("LicenseRef-AllRightsReserved OR LicenseRef-Confidential");
        assert_eq!(
            (either.allowed, either.scope),
            (false, Some(Scope::Internal))
        );
    }
}
