//! The texts of the languages, built into the program.

use super::Tongue;
use super::dates::Dates;
use fluent_bundle::FluentResource;
use fluent_bundle::concurrent::FluentBundle;
use unic_langid::LanguageIdentifier;

/// The messages of a language: one file for each place where they are said.
macro_rules! messages {
    ($tag:literal: $($file:literal)*) => {
        &[$(($file, include_str!(concat!("../../messages/", $tag, "/", $file, ".ftl")))),*]
    };
}

type Texts = &'static [(&'static str, &'static str)];

const ENGLISH: Texts = messages!("en":
    "about" "act" "because" "beside" "bodies" "bound" "checks" "counts" "crisis" "decide" "decided" "decides" "deeds" "desk" "differs" "disputed" "docket"
    "documents" "doors" "doubts" "duties" "followed" "forces" "frame" "home" "instruments" "ledger" "lists" "live"
    "noticed" "notification" "parts" "passkeys" "reasons" "reference" "refusal" "remarks" "seats" "sessions" "sources" "states"
    "strip" "timeline" "today" "turns" "what-if" "why" "years");
const RUSSIAN: Texts = messages!("ru":
    "about" "act" "because" "beside" "bodies" "bound" "checks" "counts" "crisis" "decide" "decided" "decides" "deeds" "desk" "differs" "disputed" "docket"
    "documents" "doors" "doubts" "duties" "followed" "forces" "frame" "home" "instruments" "ledger" "lists" "live"
    "noticed" "notification" "parts" "passkeys" "reasons" "reference" "refusal" "remarks" "seats" "sessions" "sources" "states"
    "strip" "timeline" "today" "turns" "what-if" "why" "years");
const ARMENIAN: Texts = messages!("hy": "terms");
const BELARUSIAN: Texts = messages!("be": "terms");
const KAZAKH: Texts = messages!("kk": "terms");
const KYRGYZ: Texts = messages!("ky": "terms");
const TAJIK: Texts = messages!("tg": "terms");

/// Returns English, which everything is first written in.
pub(super) fn english() -> Tongue {
    tongue("en", "English", true, None, ENGLISH)
}

/// Returns the other languages.
pub(super) fn others() -> Vec<Tongue> {
    vec![
        tongue("ru", "русский", true, Some("en"), RUSSIAN),
        tongue("hy", "հայերեն", false, Some("ru"), ARMENIAN),
        tongue("be", "беларуская", false, Some("ru"), BELARUSIAN),
        tongue("kk", "қазақша", false, Some("ru"), KAZAKH),
        tongue("ky", "кыргызча", false, Some("ru"), KYRGYZ),
        tongue("tg", "тоҷикӣ", false, Some("ru"), TAJIK),
    ]
}

/// Makes one language of its texts. What cannot be read of them is left out, and a test tells it.
fn tongue(
    tag: &'static str,
    name: &'static str,
    is_reviewed: bool,
    borrows: Option<&'static str>,
    texts: Texts,
) -> Tongue {
    let mut words = FluentBundle::new_concurrent(vec![identifier(tag)]);
    // Parts are links and numbers of the page, which say their own direction.
    words.set_use_isolating(false);
    for (file, text) in texts {
        let resource = match FluentResource::try_new((*text).to_owned()) {
            Ok(resource) => resource,
            Err((resource, faults)) => {
                debug_assert!(faults.is_empty(), "BUG: {tag}/{file}.ftl: {faults:?}");
                resource
            }
        };
        let added = words.add_resource(resource);
        debug_assert!(added.is_ok(), "BUG: {tag}/{file}.ftl: {added:?}");
    }
    Tongue { tag, name, is_reviewed, borrows, words, dates: Dates::of(tag) }
}

fn identifier(tag: &str) -> LanguageIdentifier {
    tag.parse().unwrap_or_default()
}
