//! Requests that nobody means well with: each is answered, escaped, and short.

use crate::client::get;

const HOSTILE: &[&str] = &[
    "%00",
    "%3Cscript%3Ealert(1)%3C%2Fscript%3E",
    "%22%3E%3Cimg%20src%3Dx%20onerror%3D1%3E",
    "%E2%80%AEtxt.exe",
    "%E2%81%A6x%E2%81%A9",
    "..%2F..%2Fetc%2Fpasswd",
    "%2e%2e",
    "%0d%0aSet-Cookie:%20a=b",
    "'%20or%201=1--",
    "%D8%A7%D9%84%D8%B9",
    "%F0%9F%97%BA",
    "$%7Bjndi:x%7D",
    "%25%25",
    "-1",
    "99999999999999999999",
];

fn places() -> Vec<String> {
    let long = "a".repeat(20_000);
    let words: Vec<&str> = HOSTILE.iter().copied().chain([long.as_str()]).collect();
    let mut all = Vec::new();
    for word in words {
        for lead in [
            "/status/",
            "/members/",
            "/chair/",
            "/office/",
            "/states/",
            "/obligations/",
            "/sources/",
            "/feeds/organs/",
            "/feeds/matters/",
            "/calendar/states/",
            "/acts/",
            "/why?claim=",
            "/diff?after=1999-04-20&before=",
            "/?on=",
            "/?known=",
            "/?according_to=",
            "/",
            "/api/v1/status/",
            "/api/v1/why?claim=",
            "/api/v1/acts?after=",
            "/api/v1/timeline?on=",
        ] {
            all.push(format!("{lead}{word}"));
        }
    }
    all
}

#[test]
fn a_hostile_word_is_refused_escaped_and_short() {
    for path in places() {
        let answer = get(&path);
        let shown: String = path.chars().take(90).collect();
        assert!(matches!(answer.status.as_u16(), 200 | 400 | 404), "{shown}: {}", answer.status);
        let is_page = answer.header("content-type").starts_with("text/html");
        for markup in ["<script", "<img"] {
            assert!(!is_page || !answer.text.contains(markup), "{shown}");
        }
        assert!(!answer.text.contains("root:"), "{shown}");
        assert!(answer.headers.get("set-cookie").is_none(), "{shown}");
        for barred in ['\0', '\u{202E}', '\u{2066}'] {
            assert!(!answer.text.contains(barred), "{shown}: {barred:?} is sent back");
        }
        assert!(
            answer.status == 200 || answer.text.len() < 60_000,
            "{shown}: {} bytes",
            answer.text.len()
        );
    }
}

#[test]
fn a_path_that_is_no_text_is_told_as_one() {
    assert_eq!(get("/status/%FF").status, 400);
    let answer = get("/api/v1/status/%FF%FE");
    assert_eq!(
        (answer.status.as_u16(), answer.header("content-type")),
        (400, "application/problem+json")
    );
}

#[test]
fn a_refused_path_never_becomes_the_target_of_a_form_or_link() {
    let answer = get("//elsewhere.example/status");
    assert_eq!(answer.status, 404);
    assert!(!answer.text.contains("=\"//"), "{}", answer.text);
}

#[test]
fn many_fields_and_deep_paths_are_answered() {
    let many: String = (0..2_000).map(|n| format!("&f{n}=1")).collect();
    assert_eq!(get(&format!("/?on=1999-04-20{many}")).status, 200);
    assert_eq!(get(&format!("/api/v1/timeline?on=1999-04-20{many}")).status, 400);
    assert_eq!(get(&format!("/{}", "a/".repeat(2_000))).status, 404);
}
