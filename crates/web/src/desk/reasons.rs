//! Why the door does not take an act, in the reader's language: what its code means, what was
//! noticed, and the words of the office where nothing but its words is known.

use crate::asked::Asked;
use crate::noticed::noticed;
use crate::parts;
use crate::site::Site;
use crate::tongue::say;
use maud::{Markup, html};
use servanda_depositary::Refused;

/// Says why an act is not taken.
pub(super) fn reason(site: &Site, asked: &Asked, refused: &Refused) -> Markup {
    html! {
        p { (meaning(asked, refused.code)) }
        @match &refused.finding {
            Some(finding) => { p.reason { (noticed(site, asked, finding)) "." } }
            None => {
                pre.desk lang=[parts::written_in(asked)] { (refused.message) }
                p { (parts::written(asked, &refused.hint)) }
            }
        }
    }
}

/// Says what a code means; the codes of texts that cannot be read mean one thing to whoever sends.
fn meaning(asked: &Asked, code: &str) -> Markup {
    match code {
        "R-NO-EFFECT" => say!(asked, "reasons-no-effect"),
        "R-DEPARTS" => say!(asked, "reasons-departs"),
        "R-TURN" => say!(asked, "reasons-turn"),
        "R-ENDED" => say!(asked, "reasons-ended"),
        "R-ORPHAN" => say!(asked, "reasons-orphan"),
        "L-FORM" => say!(asked, "reasons-form"),
        "L-ORIGIN" => say!(asked, "reasons-origin"),
        "L-KEYS" => say!(asked, "reasons-keys"),
        "L-KNOWN" => say!(asked, "reasons-known"),
        "L-ORDER" => say!(asked, "reasons-order"),
        "L-PARTY" => say!(asked, "reasons-party"),
        "L-ENTRY" => say!(asked, "reasons-entry"),
        "L-CAPACITY" => say!(asked, "reasons-capacity"),
        "L-AHEAD" => say!(asked, "reasons-ahead"),
        "L-SEEN" => say!(asked, "reasons-seen"),
        "L-DAMAGED" => say!(asked, "reasons-damaged"),
        "L-READER" => say!(asked, "reasons-reader"),
        "L-REHEARSAL" => say!(asked, "reasons-rehearsal"),
        "L-DOCUMENT" => say!(asked, "reasons-document"),
        _of_a_text => say!(asked, "reasons-text"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::asked::Raw;
    use servanda_journal::RecordFile;
    use servanda_testkit::{read, root, today};

    fn asked(site: &Site, lang: &str) -> Asked {
        let fields = vec![("lang".to_owned(), lang.to_owned())];
        Asked::plain(site, &Raw { fields, ..Raw::default() })
    }

    #[test]
    fn every_code_of_the_door_is_said_in_both_languages() {
        let text = "servanda 1\norganisation league \"League\"\n";
        let file = RecordFile { path: "a.charter".to_owned(), bytes: text.as_bytes().to_vec() };
        let record = servanda_journal::read(vec![file]).unwrap();
        let site = Site::open(record, None, today);
        let page = read(&root().join("docs/book/reference/refusals.md")).unwrap();
        let of_law = page.lines().filter_map(|line| line.strip_prefix("| [`")?.split('`').next());
        let of_log = Refused::CODES.iter().map(|(code, _)| *code);
        let all: Vec<&str> = of_law.chain(of_log).collect();
        assert!(all.len() > 18, "{all:?}");
        for lang in ["en", "ru"] {
            let asked = asked(&site, lang);
            let other = meaning(&asked, "T-NO-CODE").into_string();
            for code in &all {
                assert_ne!(meaning(&asked, code).into_string(), other, "{lang}: {code}");
            }
        }
    }
}
