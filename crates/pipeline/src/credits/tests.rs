use super::*;

fn credits(documents: impl IntoIterator<Item = Provenance>) -> Credits {
    let duties = Duties {
        attribution: true,
        ..Duties::default()
    };
    let mut credits = Credits {
        model: "m@0123".to_string(),
        duties,
        owed: Owed::default(),
        gaps: BTreeSet::new(),
        read: BTreeSet::new(),
    };
    for document in documents {
        credits.owed.add(&document);
    }
    credits
}

fn document(number: usize, author: Option<&str>, licence: &str) -> Provenance {
    Provenance {
        id: format!("d/{number:04}"),
        license: licence.to_string(),
        source: "set".to_string(),
        url: Some(format!("https://a.example/{number:04}?x=1")),
        title: Some(format!("Title {number:04}")),
        author: author.map(str::to_string),
        ..Provenance::default()
    }
}

#[track_caller]
fn contains(text: &str, parts: &[&str]) {
    for part in parts {
        assert!(text.contains(part), "`{part}` is not in:\n{text}");
    }
}

#[test]
fn all_documents_are_listed_under_whom_to_name() {
    let few = (0..2).map(|n| document(n, Some("Few"), "CC-BY-4.0"));
    let many = (2..41).map(|n| document(n, Some("Many"), "CC-BY-4.0"));
    let anonymous = (41..62).map(|n| document(n, None, "CC-BY-SA-4.0"));
    let text = credits(few.chain(many).chain(anonymous)).to_string();
    contains(
        &text,
        &[
            "- **Few**, on <https://a.example>, out of the data set set: 2 documents\n  - “Title 0000”, <https://a.example/0000?x=1>\n",
            "- **Many**, on <https://a.example>, out of the data set set: 39 documents\n  - “Title 0002”",
            "## CC-BY-4.0\n\n41 documents; asks for attribution. <https://creativecommons.org/licenses/by/4.0/>",
            "- on <https://a.example>, out of the data set set: 21 documents\n  - “Title 0041”, <https://a.example/0041?x=1>\n",
        ],
    );
    for number in 0..62 {
        assert!(text.contains(&format!("“Title {number:04}”")), "{text}");
    }
    assert!(!text.contains("incomplete"), "{text}");
}

#[test]
fn only_what_asks_for_something_is_listed_each_document_once_whatever_the_order() {
    let all = [
        document(1, Some("A"), "CC0-1.0"),
        document(2, Some("B"), "CC-BY-SA-4.0"),
        document(3, Some("C"), "MIT OR CC0-1.0"),
        document(4, Some("D"), "CC-BY-NC-4.0 AND MIT"),
        document(5, None, "CC-BY-4.0"),
        document(6, Some("Z"), "CC-BY-4.0"),
        document(2, Some("B"), " CC-BY-SA-4.0\n"),
    ];
    let forwards = credits(all.clone());
    assert_eq!(forwards.documents(), 4);
    let text = forwards.to_string();
    assert_eq!(text, credits(all.into_iter().rev()).to_string());
    contains(
        &text,
        &[
            "asks for attribution, share-alike.",
            "asks for attribution, non-commercial use only.",
            "Not known: whom to name for 1 document,",
        ],
    );
    assert!(!text.contains("**A**") && !text.contains("**C**"), "{text}");
    // Those without a name come last under their licence.
    assert!(text.find("**Z**") < text.find("Title 0005"), "{text}");
}

#[test]
fn attribution_author_and_site_are_told_together_and_blanks_are_nothing() {
    let stated = Provenance {
        attribution: Some("The A Project".to_string()),
        site: Some("A".to_string()),
        ..document(1, Some("Ann"), "CC-BY-4.0")
    };
    let twice = Provenance {
        attribution: Some("Bo".to_string()),
        ..document(2, Some("Bo"), "CC-BY-4.0")
    };
    let blank = Provenance {
        title: Some(" ".to_string()),
        url: Some(String::new()),
        source: String::new(),
        ..document(3, Some("  "), "CC-BY-4.0")
    };
    contains(
        &credits([stated, twice, blank]).to_string(),
        &[
            "- **The A Project**, **Ann**, on A (<https://a.example>), out of the data set set: 1 document\n",
            "- **Bo**, on <https://a.example>, out",
            "- of unknown origin: 1 document\n  - document d/0003\n",
        ],
    );
}

#[test]
fn what_strangers_write_cannot_become_markdown() {
    let document = Provenance {
        title: Some("# [x](javascript:1)\n- <b>".to_string()),
        url: Some("https://a.example/> <b>".to_string()),
        ..document(1, Some("**A**\n## CC0"), "CC-BY-4.0")
    };
    contains(
        &credits([document]).to_string(),
        &[
            r"**\*\*A\*\* \#\# CC0**",
            r"“\# \[x\](javascript:1) - \<b\>”, https://a.example/\> \<b\>",
        ],
    );
}

#[test]
fn gaps_are_told_at_the_top_even_where_nothing_is_left() {
    let mut credits = credits([]);
    credits.gaps.insert(Gap::Missing {
        id: "s@1".to_string(),
        of: "m@0123".to_string(),
    });
    contains(
        &credits.to_string(),
        &[
            "## This list is incomplete",
            "- s@1, of which m@0123 was made, is no longer at hand",
            "Nothing: none of the texts that are still at hand has such a licence.",
        ],
    );
}

#[test]
fn where_all_that_asks_was_held_back_the_page_does_not_claim_that_it_was_learnt() {
    let text = credits([]).to_string();
    contains(
        &text,
        &[
            "Licences of its texts ask for the following",
            "Nothing: none of the texts that training could read has such a licence.",
        ],
    );
    assert!(!text.contains("could learn from"), "{text}");
}

#[test]
fn only_web_addresses_are_passed_on_and_without_passwords() {
    let web = |url: &str| web_address(url).unwrap_or_default();
    let expected = |host: &str, url: &str| (host.to_string(), url.to_string());
    for (url, host, path) in [
        ("https://a.example/b?c", "https://a.example", "/b?c"),
        (" HTTP://a.example:80", "http://a.example:80", ""),
        ("https://a.example?b=c@d", "https://a.example", "?b=c@d"),
        (
            "https://ann:secret@a.example/@b",
            "https://a.example",
            "/@b",
        ),
        ("https://token@x@a.example#c", "https://a.example", "#c"),
    ] {
        assert_eq!(web(url), expected(host, &format!("{host}{path}")), "{url}");
    }
    for url in [
        "file:///home/ann/a.txt",
        "/home/ann/a.txt",
        "s3://ann:secret@bucket/a",
        "https://",
        "https://ann@/a",
        "somewhere",
    ] {
        assert_eq!(address(url), (None, None), "{url}");
    }
    for url in ["doi:10.1000/1", "URN:isbn:1", "www.a.example/b"] {
        assert_eq!(address(url), (None, Some(url.to_string())), "{url}");
    }
    let local = Provenance {
        url: Some("file:///home/ann/a.txt".to_string()),
        ..document(1, None, "CC-BY-4.0")
    };
    let secret = Provenance {
        url: Some("https://ann:secret@a.example/1".to_string()),
        ..document(2, None, "CC-BY-4.0")
    };
    let elsewhere = ["doi:10.1000/1", "www.a.example/<b>"].map(|url| Provenance {
        url: Some(url.to_string()),
        ..document(3, None, "CC-BY-4.0")
    });
    let text = credits([local, secret].into_iter().chain(elsewhere)).to_string();
    contains(
        &text,
        &[
            "  - “Title 0001”\n",
            "on <https://a.example>",
            "<https://a.example/1>",
            "<doi:10.1000/1>",
            r"www.a.example/\<b\>",
        ],
    );
    assert!(!text.contains("home") && !text.contains("secret"), "{text}");
}
