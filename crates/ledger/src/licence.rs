//! Licences: what each permits, within which release scope, and what it asks in return.
//!
//! This table is bookkeeping, not legal advice. Where a licence leaves room for doubt it takes the
//! stricter reading.

use serde::{Deserialize, Serialize};
use std::fmt;

/// What a document is to be used for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Use {
    /// Pre-training, and training a tokenizer.
    Train,
    /// Instruction tuning and alignment.
    Tune,
    /// Measuring a model.
    Evaluate,
    /// Searching it and quoting passages to the model.
    Retrieve,
    /// Displaying it to a person, as when an answer is traced to its source.
    Show,
    /// Passing copies on.
    Redistribute,
}

impl Use {
    pub const ALL: [Use; 6] = [
        Use::Train,
        Use::Tune,
        Use::Evaluate,
        Use::Retrieve,
        Use::Show,
        Use::Redistribute,
    ];

    /// The name in recipes and manifests.
    pub fn name(self) -> &'static str {
        match self {
            Use::Train => "train",
            Use::Tune => "tune",
            Use::Evaluate => "evaluate",
            Use::Retrieve => "retrieve",
            Use::Show => "show",
            Use::Redistribute => "redistribute",
        }
    }
}

impl fmt::Display for Use {
    fn fmt(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
        formatter.write_str(self.name())
    }
}

/// To whom a thing may be released, from the widest to the narrowest circle.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(rename_all = "kebab-case")]
pub enum Scope {
    /// To everyone, for every purpose.
    #[default]
    Open,
    /// To everyone, but not for commercial purposes.
    NonCommercial,
    /// To nobody outside the house.
    Internal,
}

impl Scope {
    /// The name in recipes and manifests.
    pub fn name(self) -> &'static str {
        match self {
            Scope::Open => "open",
            Scope::NonCommercial => "non-commercial",
            Scope::Internal => "internal",
        }
    }

    /// The scope of something made of both: the narrower one.
    pub fn combine(self, other: Scope) -> Scope {
        self.max(other)
    }
}

impl fmt::Display for Scope {
    fn fmt(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
        formatter.write_str(self.name())
    }
}

/// What must be done, or left undone, whatever the release scope.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Duties {
    /// Name the authors and keep their notices.
    pub attribution: bool,
    /// Pass adaptations on under the same licence.
    pub share_alike: bool,
    /// No commercial use, inside the house neither.
    pub non_commercial: bool,
}

impl Duties {
    /// The duties of something made of both.
    pub fn combine(self, other: Duties) -> Duties {
        Duties {
            attribution: self.attribution || other.attribution,
            share_alike: self.share_alike || other.share_alike,
            non_commercial: self.non_commercial || other.non_commercial,
        }
    }

    /// The names of the duties that hold, in a fixed order.
    pub fn names(self) -> Vec<&'static str> {
        [
            (self.attribution, "attribution"),
            (self.share_alike, "share-alike"),
            (self.non_commercial, "non-commercial use only"),
        ]
        .into_iter()
        .filter_map(|(holds, name)| holds.then_some(name))
        .collect()
    }
}

/// The terms of one licence.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Terms {
    /// Names the rule in decisions.
    pub(crate) rule: &'static str,
    /// Completes the sentence "LICENCE …".
    pub(crate) says: &'static str,
    /// For each of [`Use::ALL`]: the widest scope within which it is permitted, or `None`.
    permits: [Option<Scope>; 6],
    pub(crate) duties: Duties,
}

impl Terms {
    pub(crate) fn permits(&self, r#use: Use) -> Option<Scope> {
        self.permits[r#use as usize]
    }
}

const OPEN: Option<Scope> = Some(Scope::Open);
const NON_COMMERCIAL: Option<Scope> = Some(Scope::NonCommercial);
const INTERNAL: Option<Scope> = Some(Scope::Internal);

const fn duties(attribution: bool, share_alike: bool, non_commercial: bool) -> Duties {
    Duties {
        attribution,
        share_alike,
        non_commercial,
    }
}

const PUBLIC_DOMAIN: Terms = Terms {
    rule: "public-domain",
    says: "reserves no rights",
    permits: [OPEN; 6],
    duties: duties(false, false, false),
};
const PERMISSIVE: Terms = Terms {
    rule: "permissive",
    says: "permits every use if its notice is kept",
    permits: [OPEN; 6],
    duties: duties(true, false, false),
};
const ATTRIBUTION: Terms = Terms {
    rule: "attribution",
    says: "permits every use if the authors are named",
    permits: [OPEN; 6],
    duties: duties(true, false, false),
};
const SHARE_ALIKE: Terms = Terms {
    rule: "share-alike",
    says: "permits every use if the authors are named and adaptations keep the licence",
    permits: [OPEN; 6],
    duties: duties(true, true, false),
};
const NON_COMMERCIAL_USE: Terms = Terms {
    rule: "non-commercial",
    says: "forbids commercial use",
    permits: [NON_COMMERCIAL; 6],
    duties: duties(true, false, true),
};
const NON_COMMERCIAL_SHARE_ALIKE: Terms = Terms {
    rule: "non-commercial",
    says: "forbids commercial use",
    permits: [NON_COMMERCIAL; 6],
    duties: duties(true, true, true),
};
/// Adaptations may be made but not passed on, so a model of such text stays in the house; whole,
/// unchanged copies may be shown and shared.
const NO_DERIVATIVES: Terms = Terms {
    rule: "no-derivatives",
    says: "forbids passing adaptations on",
    permits: [INTERNAL, INTERNAL, OPEN, OPEN, OPEN, OPEN],
    duties: duties(true, false, false),
};
const NON_COMMERCIAL_NO_DERIVATIVES: Terms = Terms {
    rule: "no-derivatives",
    says: "forbids commercial use and passing adaptations on",
    permits: [
        INTERNAL,
        INTERNAL,
        NON_COMMERCIAL,
        NON_COMMERCIAL,
        NON_COMMERCIAL,
        NON_COMMERCIAL,
    ],
    duties: duties(true, false, true),
};
const CONFIDENTIAL: Terms = Terms {
    rule: "confidential",
    says: "must not leave the house",
    permits: [INTERNAL, INTERNAL, INTERNAL, INTERNAL, INTERNAL, None],
    duties: duties(false, false, false),
};
const ALL_RIGHTS_RESERVED: Terms = Terms {
    rule: "all-rights-reserved",
    says: "permits nothing without the owner's consent",
    permits: [None; 6],
    duties: duties(false, false, false),
};

/// Licences that are one identifier; families with versions are matched in [`terms`].
const TABLE: [(&str, Terms); 30] = [
    ("CC0-1.0", PUBLIC_DOMAIN),
    ("CC-PDM-1.0", PUBLIC_DOMAIN),
    ("PDDL-1.0", PUBLIC_DOMAIN),
    ("Unlicense", PUBLIC_DOMAIN),
    ("0BSD", PUBLIC_DOMAIN),
    ("MIT-0", PUBLIC_DOMAIN),
    ("LicenseRef-PublicDomain", PUBLIC_DOMAIN),
    ("MIT", PERMISSIVE),
    ("Apache-2.0", PERMISSIVE),
    ("BSD-2-Clause", PERMISSIVE),
    ("BSD-3-Clause", PERMISSIVE),
    ("ISC", PERMISSIVE),
    ("Zlib", PERMISSIVE),
    ("BSL-1.0", PERMISSIVE),
    ("Unicode-3.0", PERMISSIVE),
    ("ODC-By-1.0", ATTRIBUTION),
    ("CDLA-Permissive-1.0", ATTRIBUTION),
    ("CDLA-Permissive-2.0", ATTRIBUTION),
    ("ODbL-1.0", SHARE_ALIKE),
    ("GFDL-1.2-only", SHARE_ALIKE),
    ("GFDL-1.2-or-later", SHARE_ALIKE),
    ("GFDL-1.3-only", SHARE_ALIKE),
    ("GFDL-1.3-or-later", SHARE_ALIKE),
    ("LicenseRef-AllRightsReserved", ALL_RIGHTS_RESERVED),
    ("LicenseRef-Confidential", CONFIDENTIAL),
    // Names without a version are not SPDX, but their meaning does not hang on the version.
    ("CC0", PUBLIC_DOMAIN),
    ("BSD", PERMISSIVE),
    ("Apache", PERMISSIVE),
    ("Proprietary", ALL_RIGHTS_RESERVED),
    ("LicenseRef-Proprietary", ALL_RIGHTS_RESERVED),
];

/// The terms of one SPDX identifier, upper and lower case alike; `None` if it is not known.
pub(crate) fn terms(id: &str) -> Option<Terms> {
    if let Some((_, terms)) = TABLE.iter().find(|(name, _)| name.eq_ignore_ascii_case(id)) {
        return Some(*terms);
    }
    let lower = id.to_ascii_lowercase();
    // Public domain in one country, as `LicenseRef-PublicDomain-JP`.
    if let Some(country) = lower.strip_prefix("licenseref-publicdomain-") {
        let is_country = country.len() == 2 && country.bytes().all(|b| b.is_ascii_lowercase());
        return is_country.then_some(PUBLIC_DOMAIN);
    }
    let (family, version) = lower.strip_prefix("cc-by").map(split_version)?;
    if !is_creative_commons_version(version) {
        return None;
    }
    match family {
        "" => Some(ATTRIBUTION),
        "-sa" => Some(SHARE_ALIKE),
        "-nc" => Some(NON_COMMERCIAL_USE),
        "-nc-sa" => Some(NON_COMMERCIAL_SHARE_ALIKE),
        "-nd" => Some(NO_DERIVATIVES),
        "-nc-nd" | "-nd-nc" => Some(NON_COMMERCIAL_NO_DERIVATIVES),
        _ => None,
    }
}

/// Where the deed of one Creative Commons licence stands, as these licences want to be referred to; `None` for others
/// and where the version is not stated.
///
/// ```
/// let deed = ledger::creative_commons_deed("CC-BY-SA-3.0-US");
/// assert_eq!(deed.as_deref(), Some("https://creativecommons.org/licenses/by-sa/3.0/us/"));
/// assert_eq!(ledger::creative_commons_deed("MIT"), None);
/// ```
pub fn creative_commons_deed(id: &str) -> Option<String> {
    terms(id)?;
    let lower = id.to_ascii_lowercase();
    let (family, version) = lower.strip_prefix("cc-by").map(split_version)?;
    (!version.is_empty()).then(|| {
        let version = version.replacen('-', "/", 1);
        format!("https://creativecommons.org/licenses/by{family}/{version}/")
    })
}

/// `-sa-3.0-us` → (`-sa`, `3.0-us`); `-sa` → (`-sa`, ``).
fn split_version(rest: &str) -> (&str, &str) {
    match rest.find(|c: char| c.is_ascii_digit()) {
        Some(at) => (rest[..at].trim_end_matches('-'), &rest[at..]),
        None => (rest, ""),
    }
}

/// A version, with the country of a ported licence behind it, or nothing at all.
fn is_creative_commons_version(version: &str) -> bool {
    let (number, country) = match version.split_once('-') {
        Some((number, country)) => (number, Some(country)),
        None => (version, None),
    };
    matches!(number, "" | "1.0" | "2.0" | "2.1" | "2.5" | "3.0" | "4.0")
        && country.is_none_or(is_country)
}

/// Two or three letters; but `CC-BY-4.0-NC` is a slip for another licence, and no country.
fn is_country(tail: &str) -> bool {
    (2..=3).contains(&tail.len())
        && tail.chars().all(|c| c.is_ascii_alphabetic())
        && !["nc", "nd", "sa"].contains(&tail.to_ascii_lowercase().as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn families_are_recognised_in_every_version() {
        for (id, rule) in [
            ("CC-BY-4.0", "attribution"),
            ("cc-by-2.1-jp", "attribution"),
            ("CC-BY-SA-3.0", "share-alike"),
            ("CC-BY-NC-3.0", "non-commercial"),
            ("CC-BY-NC-SA-4.0", "non-commercial"),
            ("CC-BY-ND-4.0", "no-derivatives"),
            ("CC-BY-NC-ND-2.5", "no-derivatives"),
            ("CC-BY-NC", "non-commercial"),
            ("LicenseRef-PublicDomain-JP", "public-domain"),
            ("mit", "permissive"),
            ("LicenseRef-Confidential", "confidential"),
        ] {
            assert_eq!(terms(id).map(|terms| terms.rule), Some(rule), "{id}");
        }
    }

    #[test]
    fn what_only_resembles_a_licence_is_unknown() {
        for id in [
            "",
            "CC",
            "CC-BY-5.0",
            "CC-BY-XX-4.0",
            "CC-BYE",
            "CC-BY-4.0-international",
            "CC-BY-4.0-NC",
            "CC-BY-3.0-sa",
            "CC-BY-NC-4.0-ND",
            "CC-BY-4.0-12",
            "MIT2",
            "LicenseRef-PublicDomain-",
            "LicenseRef-PublicDomainish",
            "LicenseRef-Ours",
        ] {
            assert!(terms(id).is_none(), "{id}");
        }
    }

    #[test]
    fn scopes_combine_to_the_narrower() {
        assert_eq!(Scope::Open.combine(Scope::Internal), Scope::Internal);
        assert_eq!(
            Scope::NonCommercial.combine(Scope::Open),
            Scope::NonCommercial
        );
        assert!(Scope::Open < Scope::NonCommercial && Scope::NonCommercial < Scope::Internal);
    }
}
