//! Feeds of acts for programs that follow a record (Atom, RFC 4287).

use crate::plain;
use crate::rehearsal::{Rehearsal, WORDS};
use servanda_model::Day;

/// A feed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Feed {
    /// What it is called for ever: an absolute IRI (RFC 4287, section 4.2.6).
    pub id: String,
    /// Its title.
    pub title: String,
    /// Whose record it follows.
    pub author: String,
    /// The day on which the record last grew by what it tells.
    pub updated: Day,
    /// The address at which it is found.
    pub path: String,
    /// The address of the page that tells the same to people.
    pub page: String,
    /// What it tells, the latest first.
    pub entries: Vec<Entry>,
}

/// One thing that a feed tells.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// What it is called for ever: an absolute IRI.
    pub id: String,
    /// Its title.
    pub title: String,
    /// The day on which it was recorded.
    pub updated: Day,
    /// The address of its page.
    pub page: String,
    /// What is said of it, a line for each thing.
    pub summary: String,
}

impl Feed {
    /// Returns the feed as a document; over a rehearsal its title and each entry's say so.
    pub fn print(&self, rehearsal: Option<&Rehearsal>) -> String {
        let title = |title: &str| match rehearsal {
            Some(_) => format!("{WORDS}: {title}"),
            None => title.to_owned(),
        };
        let mut out = "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n\
             <feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"en\">\n"
            .to_owned();
        out.push_str(&element("id", &self.id));
        out.push_str(&element("title", &title(&self.title)));
        if let Some(rehearsal) = rehearsal {
            out.push_str(&element("subtitle", &rehearsal.sentence()));
        }
        out.push_str(&element("updated", &instant(self.updated)));
        out.push_str(&format!("<author>{}</author>\n", element("name", &self.author).trim_end()));
        out.push_str(&link("self", "application/atom+xml", &self.path));
        out.push_str(&link("alternate", "text/html", &self.page));
        for entry in &self.entries {
            out.push_str("<entry>\n");
            out.push_str(&element("id", &entry.id));
            out.push_str(&element("title", &title(&entry.title)));
            out.push_str(&element("updated", &instant(entry.updated)));
            out.push_str(&link("alternate", "text/html", &entry.page));
            out.push_str(&element("summary", &entry.summary));
            out.push_str("</entry>\n");
        }
        out.push_str("</feed>\n");
        out
    }
}

/// Returns the beginning of a day as RFC 3339 has it: the record keeps days of recording. Where
/// nothing is recorded yet, it is the first day that every reader of feeds takes.
fn instant(day: Day) -> String {
    let day = if day == Day::MIN { "1970-01-01".to_owned() } else { day.to_string() };
    format!("{day}T00:00:00Z")
}

fn element(name: &str, text: &str) -> String {
    let text = if name == "summary" { plain::lines(text) } else { plain::line(text) };
    format!("<{name}>{}</{name}>\n", escaped(&text))
}

fn link(rel: &str, media: &str, path: &str) -> String {
    format!("<link rel=\"{rel}\" type=\"{media}\" href=\"{}\"/>\n", escaped(&plain::line(path)))
}

fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            other => out.push(other),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn feed(title: &str) -> Feed {
        let day = "2020-01-02".parse().unwrap();
        let entry = Entry {
            id: "urn:uuid:2".to_owned(),
            title: title.to_owned(),
            updated: day,
            page: "/acts/a\"b".to_owned(),
            summary: "one\ntwo".to_owned(),
        };
        Feed {
            id: "urn:uuid:1".to_owned(),
            title: title.to_owned(),
            author: "League".to_owned(),
            updated: day,
            path: "/feeds/acts.atom".to_owned(),
            page: "/timeline".to_owned(),
            entries: vec![entry],
        }
    }

    #[test]
    fn a_name_cannot_end_its_element_nor_turn_the_line() {
        let text = feed("</title><x a='&\"'>\0\u{202E}\nb").print(None);
        let expected = "<title>&lt;/title&gt;&lt;x a='&amp;&quot;'&gt;\u{FFFD}\u{FFFD} b</title>\n";
        assert_eq!(text.matches(expected).count(), 2, "{text}");
        assert!(text.contains("href=\"/acts/a&quot;b\"/>"), "{text}");
        assert!(text.contains("<summary>one\ntwo</summary>"), "{text}");
    }

    #[test]
    fn a_rehearsal_says_so_in_every_title() {
        let text = feed("Acts").print(Some(&Rehearsal::of("league.example/log")));
        assert_eq!(text.matches("<title>REHEARSAL, INVENTED ACTS: Acts</title>").count(), 2);
        assert!(text.contains("<subtitle>REHEARSAL, INVENTED ACTS: a fork of league.example/log"));
    }
}
