//! Every page in Russian: what stands in Latin letters is either a word of the record that is the
//! same in every language, or marked as another language's.

use crate::client::{get, get_of, page};
use crate::crawl::crawled_from;
use servanda_model::Wording;

/// Latin words that Russian pages have as they are.
const ALLOWED: &[&str] = &[
    // The names of the format and of its description.
    "CSV", "JSON", "OpenAPI", // The standard for error documents.
    "RFC",
];

/// Elements that have no end.
const VOID: &[&str] = &["br", "hr", "img", "input", "link", "meta", "line", "rect"];

/// Returns the texts of a page that are in its own language: without what is in another, without
/// words of the record, which stand as code, and without places in sources.
fn own_texts(text: &str) -> Vec<String> {
    let body = text.split_once("<body").map_or(text, |(_, body)| body);
    let body = body.split_once('>').map_or(body, |(_, body)| body);
    let classes = ["sources", "source", "article", "act", "number"];
    let is_other = |name: &str, tag: &str| {
        name == "code"
            || tag.contains(" lang=\"") && !tag.contains(" lang=\"ru\"")
            || classes.iter().any(|class| tag.contains(&format!("class=\"{class}\"")))
    };
    let texts = texts(body, is_other).into_iter().filter(|(_, is_other)| !is_other);
    texts.map(|(text, _)| text.trim().to_owned()).filter(|text| !text.is_empty()).collect()
}

/// Returns the texts between the tags of a page, each with whether it stands within a tag of a kind.
fn texts(text: &str, is_it: impl Fn(&str, &str) -> bool) -> Vec<(&str, bool)> {
    let mut found = Vec::new();
    let mut open: Vec<(String, bool)> = Vec::new();
    for part in text.split('<').skip(1) {
        let (tag, content) = part.split_once('>').unwrap_or((part, ""));
        let name = tag.split([' ', '/']).next().unwrap_or_default();
        if let Some(ended) = tag.strip_prefix('/') {
            if let Some(at) = open.iter().rposition(|(name, _)| name == ended) {
                open.truncate(at);
            }
        } else if !VOID.contains(&name) && !tag.ends_with('/') {
            open.push((name.to_owned(), is_it(name, tag)));
        }
        found.push((content, open.iter().any(|(_, is_it)| *is_it)));
    }
    found
}

fn latin_words(text: &str) -> Vec<&str> {
    let words = text.split(|letter: char| !letter.is_alphabetic());
    let is_latin = |word: &&str| word.chars().any(|letter| letter.is_ascii_alphabetic());
    words.filter(is_latin).filter(|word| !ALLOWED.contains(word)).collect()
}

/// Returns the texts of a page that are marked as English.
fn english_texts(text: &str) -> String {
    let all = texts(text, |_, tag| tag.contains(" lang=\"en\"")).into_iter();
    let english = all.filter(|(_, is_english)| *is_english);
    english.map(|(text, _)| format!("{text}\n")).collect()
}

/// Returns what our English sentences say between what they are about, where it is long enough to
/// tell it from the record's own words.
fn pieces_of_ours() -> Vec<&'static str> {
    let gap = |c| matches!(c, '{' | '}' | '`');
    let pieces = Wording::all().flat_map(|wording| wording.english.split(gap));
    let pieces = pieces.map(|piece| piece.trim_matches(|letter: char| !letter.is_alphabetic()));
    pieces.filter(|piece| piece.matches(' ').count() >= 3).collect()
}

/// Returns the sentences of ours that a page in Russian shows in English.
fn ours_in_english(text: &str) -> Vec<&'static str> {
    let english = english_texts(text);
    pieces_of_ours().into_iter().filter(|piece| english.contains(piece)).collect()
}

/// Questions whose answers say much, each on a day on which there is much to say.
const TELLING: &[&str] = &[
    "/why?claim=GEO%20party%20cst&on=2000-01-01",
    "/why?claim=ARM%20party%20cst&on=2000-01-01",
    "/why?claim=UZB%20member%20csto&on=2014-01-01",
    "/why?claim=ARM%20member%20csto&on=2025-06-01",
    "/why?claim=cst%20in-force&on=1996-01-01",
    "/why?claim=charter%20in-force&on=2005-01-01",
    "/why?claim=KAZ%20chair%20csc&on=2025-06-01",
    "/why?claim=adopted%20%23ksor-decided&on=2010-01-01",
    "/why?claim=adopted%20%23arms-price&on=2010-01-01",
    "/chair/csc?on=2025-06-01",
    "/chair/csc?on=2040-06-01",
    "/office/secretary-general?on=2025-06-01",
    "/office/secretary-general?on=2040-06-01",
    "/decide/csc?on=2009-12-31&matter=ordinary&vote-ARM=yes&vote-BLR=absent",
    "/acts/ksor-decided/decision?on=2010-01-01",
    "/acts/session-documents-2009/decision?on=2010-01-01",
    "/diff?before=1999-01-01&after=2026-01-01",
    "/what-if?suppose=repeals%20cst.11&on=2010-01-01",
    "/what-if?suppose=repeals%20practice.chair&on=2025-06-01",
    "/members/csto?on=1990-01-01",
    "/members/csc?on=2025-06-01",
    "/status/cst?on=1999-04-21",
    "/obligations/ARM?on=2003-12-15",
    "/obligations/BLR?on=2009-12-31",
    "/disputes?on=2010-01-01",
    "/matters/kaz-asks?on=2022-01-31",
    "/crisis/kaz-asks?on=2022-01-31",
];

/// What pages say in Russian where they said it in English, each with what stands in its place.
const SAID: &[(&str, &[&str], &[&str])] = &[
    (
        "/disputes?on=2026-11-22",
        &[
            "подписавшее государство (по записи — не участвует)",
            "в прочтении",
            "практика следует",
            "(день не установлен точно)",
            "Islam Karimov, глава государства",
        ],
        &["instead of", "read as", "practice follows", "head-of-state"],
    ),
    (
        "/obligations/ARM?on=2003-12-15",
        &["исполнено ли это, зависит от даты акта", "кто участвует, в этой записи не указано"],
        &["whether it is done", "who is party is not"],
    ),
    ("/obligations/ARM?on=2004-01-01", &["исполнено, декабрь 2003"], &[": done"]),
    (
        "/obligations/BLR?on=2009-12-31",
        &["позиции расходятся: по правилу принято в прочтении"],
        &["carry out #", "positions differ", "the rule gives"],
    ),
    (
        "/matters/kaz-asks?on=2022-01-31",
        &["сообщения: открытие дела"],
        &["messages:", "opening RequestResource"],
    ),
];

#[test]
fn what_is_ours_is_said_in_russian() {
    for (question, ours, english) in SAID {
        let text = crate::crisis::said(&page(&format!("{question}&lang=ru")));
        for said in *ours {
            assert!(text.contains(said), "{question}: {said}\n{text}");
        }
        for said in *english {
            assert!(!text.contains(said), "{question}: {said}\n{text}");
        }
    }
}

const CHARTER: &str = "servanda 1

organisation league \"League\"

party ARM \"Armenia\"
party BLR \"Belarus\"
party KAZ \"Kazakhstan\"

instrument pact \"Pact\"
  kind treaty
  of league

article pact.1 \"Members\"
  evidence official-text
  signature definitive
  in-force each on deposit
  membership of league by pact

article pact.2 \"Help\"
  evidence official-text
  procedure help \"Help\"
    opened by member
    step contribute by each other member
      optional
    step end by anyone
      optional
";

#[test]
fn what_was_contributed_is_said_in_russian() {
    let acts = "2020-01-01 sign pact by ARM, BLR, KAZ\n\
                2020-02-01 request \"Tents\" by ARM #tents\n  opens help\n\
                2020-02-02 contribute \"forty tents\" by BLR\n  on #tents\n  count tents 40\n";
    for path in ["/matters/tents", "/crisis/tents"] {
        let text =
            crate::crisis::said(&get_of((CHARTER, acts), &format!("{path}?lang=ru"), &[]).text);
        let is_matter = path.starts_with("/matters");
        let line = "Belarus — предоставлено: forty tents, 40 tents (";
        assert_eq!(text.contains(line), is_matter, "{path}: {text}");
        assert!(!text.contains("contributed") && !text.contains("no contribution"), "{text}");
        let lacks = "в этой записи не найдено, чтобы помощь, которая добровольна";
        assert_eq!(text.contains(lacks), is_matter, "{path}: {text}");
    }
}

#[test]
fn what_does_not_hold_is_said_in_russian() {
    let acts = "2020-01-01 sign pact by BLR\n  expect finding void pact.1 \"x\"\n\n\
                2020-02-01 assert ARM party pact\n";
    let answer = get_of((CHARTER, acts), "/findings?lang=ru", &[]);
    let text = crate::crisis::said(&answer.text);
    for said in [
        "1 февраля 2020 г.: Armenia — участник, Pact: это не так",
        "здесь ожидается замечание, и его нет: не влечёт последствий",
    ] {
        assert!(text.contains(said), "{said}\n{text}");
    }
    let english = get_of((CHARTER, acts), "/api/v1/check", &[]).text;
    for said in ["2020-02-01: `ARM party pact` is not so", "a finding `void` is expected here"] {
        assert!(english.contains(said), "{said}\n{english}");
    }
}

#[test]
fn the_title_of_why_names_the_claim_in_the_readers_language() {
    for (question, titled) in [
        ("/why?claim=GEO%20party%20cst&on=2000-01-01&lang=ru", "Почему: Грузия — участник, "),
        ("/why?claim=not%20cst%20in-force&lang=ru", "Почему: неверно, что: Договор"),
        ("/why?claim=KAZ%20chair%20csc&lang=ru", "Почему: Казахстан — председательство, "),
        ("/why?claim=GEO%20party%20cst&on=2000-01-01", "Why: Georgia "),
    ] {
        let text = page(question);
        let title = text.split_once("<title>").unwrap().1.split_once("</title>").unwrap().0;
        assert!(title.starts_with(titled), "{question}: {title}");
        assert!(!title.contains('<') && !title.contains("&lt;"), "{title}");
    }
}

#[test]
fn answers_are_worded_in_russian() {
    for question in TELLING {
        let text = page(&format!("{question}&lang=ru"));
        assert_eq!(ours_in_english(&text), Vec::<&str>::new(), "{question}");
        let latin: Vec<String> = own_texts(&text)
            .into_iter()
            .filter(|own| {
                !latin_words(&own.replace("&amp;", "&").replace("&quot;", "\"")).is_empty()
            })
            .collect();
        assert_eq!(latin, Vec::<String>::new(), "{question}");
    }
}

#[test]
fn every_page_speaks_russian() {
    let mut faults = Vec::new();
    let pages = crawled_from("/?lang=ru");
    assert!(pages.len() > 100, "only {} pages were reached", pages.len());
    for (link, text) in &pages {
        let is_profile = link.starts_with("/profile");
        if is_profile || !link.contains("lang=ru") {
            // The profile is a document of its own, in English; what a form leads to takes the
            // language from the form.
            continue;
        }
        assert!(text.contains("<html lang=\"ru\""), "{link}");
        for own in own_texts(text) {
            let own = own.replace("&amp;", "&").replace("&quot;", "\"");
            if !latin_words(&own).is_empty() {
                faults.push(format!("{link}: {own}"));
            }
        }
        // How programs are answered is told in English.
        let of_its_own = ["/about", "/api"].iter().any(|page| link.starts_with(page));
        for english in ours_in_english(text).into_iter().filter(|_| !of_its_own) {
            faults.push(format!("{link}: {english}"));
        }
        let title = text.split_once("<title>").unwrap().1.split_once("</title>").unwrap().0;
        if !title.chars().any(|letter| ('а'..='я').contains(&letter)) {
            faults.push(format!("{link}: {title}"));
        }
    }
    assert!(faults.is_empty(), "{} texts:\n{}", faults.len(), faults.join("\n"));
}

#[test]
fn names_come_from_the_record_and_what_is_borrowed_says_so() {
    let text = page("/states?lang=ru");
    assert!(text.contains(">Армения</a>") && !text.contains(">Armenia<"), "{text}");
    let text = page("/states?lang=hy");
    assert!(text.contains(">Հայաստան</a>"), "{text}");
    let text = page("/status/cst?lang=hy");
    assert!(
        text.contains("<span lang=\"ru\">Договор о коллективной безопасности</span>"),
        "{text}"
    );
}

#[test]
fn a_procedure_has_its_title_in_the_readers_language_marked_as_a_draft() {
    let text = page("/docket?lang=ru");
    let draft = "title=\"черновик, не проверено\"";
    assert!(text.contains("Взаимная помощь") && text.contains(draft));
    assert!(!text.contains("Mutual assistance"), "{text}");
    assert!(text.contains("совместное командное учение") && !text.contains("joint command"));
    let text = page("/docket?lang=hy");
    assert!(text.contains("lang=\"ru\" title="), "{text}");
    assert!(page("/docket").contains(">Mutual assistance</a>"));
}

#[test]
fn what_is_noticed_about_an_act_is_said_in_the_readers_language() {
    let text = page("/findings?lang=ru");
    assert!(text.contains("в этой записи не найдено акта"), "{text}");
    for english in ["no act found", "the act changes nothing", "under the reading", "encoded here"]
    {
        assert!(!text.contains(english), "{english}");
    }
}

#[test]
fn states_stand_in_the_order_of_the_readers_alphabet() {
    let text = page("/status/cst?lang=ru&on=1998-01-01");
    let at = |name: &str| text.find(&format!(">{name}</a>")).unwrap_or_else(|| panic!("{name}"));
    let places: Vec<usize> =
        ["Азербайджан", "Армения", "Беларусь", "Грузия", "Казахстан"].map(at).to_vec();
    assert!(places.is_sorted(), "{places:?}");
}

#[test]
fn a_refusal_speaks_the_readers_language() {
    let answer = get("/members/cstoo?lang=ru");
    assert_eq!(answer.status, 404);
    assert!(answer.text.contains("В этой записи нет ничего с таким названием"));
    assert!(answer.text.contains("<span lang=\"en\">"), "{}", answer.text);
}

#[test]
fn questions_answer_programs_in_english_whatever_they_accept() {
    let plain = get("/api/v1/members/csto?on=2020-01-01");
    let headers = [("accept-language", "ru")];
    let path = "/api/v1/members/csto?on=2020-01-01";
    let russian = crate::client::send(axum::http::Method::GET, path, &headers);
    assert_eq!(plain.text, russian.text);
}
