//! The web sites of the town and the licences under which they publish.

use ledger::random::Random;

/// A web site.
#[derive(Debug)]
pub struct Site {
    pub name: &'static str,
    /// Under the top-level domain that is kept free for examples (RFC 2606).
    pub host: &'static str,
    /// SPDX identifier, or `LicenseRef-` and a name.
    pub license: &'static str,
    pub authors: &'static [&'static str],
}

impl Site {
    /// Whether anyone may train on it, if only with attribution or share-alike.
    pub fn is_open(&self) -> bool {
        !self.license.contains("-NC") && !self.license.starts_with("LicenseRef-")
    }

    /// One of the site's authors.
    pub fn author(&self, random: &mut Random) -> String {
        random.choose(self.authors).to_string()
    }
}

pub(super) const PEDIA: usize = 0;
pub(super) const TOWN: usize = 1;
pub(super) const SCHOOL: usize = 2;
pub(super) const RADIO: usize = 3;
pub(super) const LIBRARY: usize = 4;
pub(super) const PICTURE_BOOKS: usize = 5;
pub(super) const NOTEBOOK: usize = 6;
pub(super) const NEWS: usize = 7;
pub(super) const MAGAZINE: usize = 8;
pub(super) const TWO_TONGUES: usize = 9;
pub(super) const KITCHEN: usize = 10;

const fn site(name: &'static str, host: &'static str, license: &'static str, authors: &'static [&'static str]) -> Site {
    Site { name, host, license, authors }
}

/// All sites of the public web.
pub const SITES: &[Site] = &[
    site("Izumi-pedia", "izumi-pedia.example", "CC0-1.0", &["Izumi-pedia contributors"]),
    site("Town of Izumi", "www.izumi-town.example", "CC-BY-4.0", &["Town of Izumi, public relations"]),
    site(
        "School Wiki",
        "wiki.izumi-school.example",
        "CC-BY-SA-4.0",
        &["Class 5-1", "Class 6-2", "School Wiki contributors"],
    ),
    site("Radio Izumi", "radio-izumi.example", "CC-BY-4.0", &["Radio Izumi"]),
    site("Library of Tales", "tales.izumi-library.example", "CC-BY-4.0", &["Tale Circle", "Friends of the Library"]),
    site("Picture-Book Club", "picture-books.example", "CC-BY-NC-4.0", &["Picture-Book Club"]),
    site("Open Notebook", "open-notebook.example", "CC-BY-4.0", &["Open Notebook writers"]),
    site("Izumi News", "news.izumi-town.example", "CC-BY-4.0", &["Izumi News desk", "Izumi News, town page"]),
    site("Monthly Izumi", "monthly-izumi.example", "LicenseRef-AllRightsReserved", &["Monthly Izumi editors"]),
    site("Two Tongues", "two-tongues.example", "CC-BY-4.0", &["Two Tongues study group"]),
    site("Izumi Kitchen", "kitchen.izumi.example", "CC0-1.0", &["Izumi Kitchen"]),
];
