//! What holds of the messages of every language.

use super::Tongue;
use servanda_model::{Day, Wording};
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

fn files(below: &str, ending: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut places = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join(below)];
    while let Some(place) = places.pop() {
        for entry in std::fs::read_dir(place).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                places.push(path);
            } else if path.extension().is_some_and(|known| known == ending) {
                found.push(path);
            }
        }
    }
    found.sort();
    found
}

/// Returns the messages of a language with the parts that each is given.
fn messages(tag: &str) -> BTreeMap<String, BTreeSet<String>> {
    let mut found: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for path in files(&format!("messages/{tag}"), "ftl") {
        let text = std::fs::read_to_string(&path).unwrap();
        let mut id = String::new();
        for line in text.lines().filter(|line| !line.starts_with('#')) {
            if let Some((name, _)) = line.split_once(" =")
                && line.starts_with(|c: char| c.is_ascii_lowercase())
            {
                assert!(!found.contains_key(name), "{}: `{name}` stands twice", path.display());
                id = name.to_owned();
                found.insert(id.clone(), BTreeSet::new());
            }
            for rest in line.split("$").skip(1) {
                let end = rest.find(|c: char| !c.is_ascii_lowercase() && c != '_');
                let name = rest.get(..end.unwrap_or(rest.len())).unwrap().to_owned();
                found.get_mut(&id).unwrap().insert(name);
            }
        }
    }
    found
}

#[test]
fn english_and_russian_say_the_same_messages_with_the_same_parts() {
    assert_eq!(messages("en"), messages("ru"));
}

#[test]
fn no_language_says_what_english_does_not() {
    let english = messages("en");
    for tongue in Tongue::all() {
        for (id, parts) in messages(tongue.tag) {
            assert!(
                tongue.words.has_message(&id),
                "{}: `{id}` is in no file that is read",
                tongue.tag
            );
            let known = english.get(&id).unwrap_or_else(|| panic!("{}: `{id}`", tongue.tag));
            assert!(parts.is_subset(known), "{}: `{id}` names a part nobody gives", tongue.tag);
        }
    }
}

#[test]
fn every_message_is_said_somewhere_and_every_one_said_is_there() {
    let english = messages("en");
    let mut said = BTreeSet::new();
    let mut quoted = String::new();
    for path in files("src", "rs").iter().filter(|path| !path.ends_with("tongue/tests.rs")) {
        let text = std::fs::read_to_string(path).unwrap();
        for macro_name in ["say!(", "text!("] {
            for call in text.split(macro_name).skip(1) {
                let Some((_, rest)) = call.split_once(',') else { continue };
                let rest = rest.trim_start();
                if let Some(id) = rest.strip_prefix('"').and_then(|rest| rest.split_once('"')) {
                    said.insert(id.0.to_owned());
                }
            }
        }
        quoted.push_str(&text);
    }
    for id in &said {
        // The examples of the macros themselves say `id`.
        assert!(english.contains_key(id) || id == "id", "`{id}` is said and is no message");
    }
    let remarked = Wording::all().map(|wording| format!("\"{}\"", wording.message()));
    quoted.extend(remarked);
    for id in english.keys() {
        assert!(quoted.contains(&format!("\"{id}\"")), "nobody says `{id}`");
    }
}

#[test]
fn every_sentence_about_an_act_is_a_message_with_the_same_gaps() {
    let russian = messages("ru");
    for wording in Wording::all() {
        let gaps = wording.english.split('{').skip(1);
        let gaps: BTreeSet<String> =
            gaps.filter_map(|gap| Some(gap.split_once('}')?.0.to_owned())).collect();
        let said = russian.get(&wording.message());
        assert_eq!(said, Some(&gaps), "`{}`: {}", wording.id, wording.english);
    }
}

#[test]
fn a_missing_message_is_borrowed_and_says_whose_it_is() {
    let armenian = Tongue::of("hy").unwrap();
    let shown = armenian.say("frame-skip", &[]).into_string();
    assert_eq!(shown, "<span class=\"sv-borrowed\" lang=\"ru\">Перейти к странице</span>");
    assert_eq!(armenian.say("frame-sources", &[]).into_string(), "Աղբյուրներ");
}

#[test]
fn parts_are_escaped_and_links_are_not() {
    let english = Tongue::english();
    let near = maud::html! { a href="/x" { "x & y" } };
    let shown = english.say("frame-did-you-mean", &[("word", near.into())]).into_string();
    assert_eq!(shown, "Did you mean <a href=\"/x\">x &amp; y</a>?");
    let shown = english.say("frame-did-you-mean", &[("word", "<b>".into())]).into_string();
    assert_eq!(shown, "Did you mean &lt;b&gt;?");
}

#[test]
fn a_point_stands_once_at_the_end_of_a_sentence() {
    let russian = Tongue::of("ru").unwrap();
    let day = russian.day(Day::civil(2025, 12, 31).unwrap());
    let shown = russian.text("frame-complete-to", &[("day", day.into())]);
    assert_eq!(shown, "Запись полна до 31 декабря 2025\u{202f}г.");
}

#[test]
fn a_browser_gets_the_language_it_asks_for() {
    for (accepted, tag) in [
        ("", "en"),
        ("ru", "ru"),
        ("de, fr;q=0.9", "en"),
        ("de, ru;q=0.5, hy;q=0.75", "hy"),
        ("be-BY,be;q=0.9,ru;q=0.8", "be"),
        ("ru;q=0, en;q=0.1", "en"),
        ("*;q=1, ;;,q=", "en"),
    ] {
        assert_eq!(Tongue::wanted(accepted).tag, tag, "{accepted}");
    }
}

#[test]
fn days_read_as_each_language_writes_them() {
    let day = Day::civil(2002, 10, 7).unwrap();
    let shown: Vec<String> = Tongue::all().map(|tongue| tongue.day(day)).collect();
    assert_eq!(
        shown,
        [
            "7 October 2002",
            "7 октября 2002\u{202f}г.",
            "2002 թ․ հոկտեմբերի 07",
            "7 кастрычніка 2002\u{202f}г.",
            "2002\u{202f}ж. 7 қазан",
            "2002-ж. 7-октябрь",
            "07 Октябр 2002",
        ]
    );
}

#[test]
fn names_sort_as_each_language_sorts_them() {
    let mut names = ["Яна", "Ёлка", "ель"];
    names.sort_by(|one, other| Tongue::of("ru").unwrap().compare(one, other));
    assert_eq!(names, ["Ёлка", "ель", "Яна"]);
}
