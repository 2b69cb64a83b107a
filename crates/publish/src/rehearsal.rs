//! What every answer over a rehearsal says, in every form in which an answer leaves: rehearsal,
//! invented acts.

use maud::{Markup, html};
use serde_json::{Map, Value, json};
use servanda_journal::Record;

/// The words that every answer over a rehearsal carries.
pub const WORDS: &str = "REHEARSAL, INVENTED ACTS";

/// The key under which JSON carries them.
const KEY: &str = "rehearsal";

/// That a record is a rehearsal, and of which log.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rehearsal {
    of: String,
}

impl Rehearsal {
    /// Returns that a record is a rehearsal, where it says so.
    pub fn of_record(record: &Record) -> Option<Self> {
        record.history.rehearses.as_deref().map(Self::of)
    }

    /// Makes a rehearsal of the log of an origin.
    pub fn of(origin: &str) -> Self {
        Self { of: origin.to_owned() }
    }

    /// Returns the sentence that people read.
    pub fn sentence(&self) -> String {
        format!("{WORDS}: a fork of {}, not its record", self.of)
    }

    /// Returns the sentence as the value of an HTTP header, which knows ASCII alone.
    pub fn header(&self) -> String {
        let plain = |character: char| if matches!(character, ' '..='~') { character } else { '?' };
        self.sentence().chars().map(plain).collect()
    }

    /// Puts the sentence on a line before a text, behind the mark that begins a comment in it.
    pub fn text(&self, mark: &str, text: &str) -> String {
        format!("{mark}{}\n{text}", self.sentence().replace(['\n', '\r'], " "))
    }

    /// Puts the words into JSON: into an object, or into each object of a list.
    pub fn json(&self, value: Value) -> Value {
        match value {
            Value::Object(fields) => {
                let mut all = Map::new();
                all.insert(KEY.to_owned(), json!({"says": WORDS, "of": self.of}));
                all.extend(fields);
                Value::Object(all)
            }
            Value::Array(items) => {
                Value::Array(items.into_iter().map(|item| self.json(item)).collect())
            }
            Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => value,
        }
    }

    /// Puts the words into the description of an interface (OpenAPI 3.1).
    pub fn openapi(&self, mut document: Value) -> Value {
        if let Some(Value::Object(information)) = document.get_mut("info") {
            let title = information.get("title").and_then(Value::as_str).unwrap_or("");
            let title = format!("{WORDS}: {title}");
            information.insert("title".to_owned(), json!(title));
            information.insert(format!("x-{KEY}"), json!({"says": WORDS, "of": self.of}));
        }
        document
    }

    /// Puts the words into a table of comma-separated values: a further column, whose heading they
    /// are and whose cells say of which log (RFC 4180).
    pub fn csv(&self, text: &str) -> String {
        let quoted = |cell: &str| format!(",\"{}\"", cell.replace('"', "\"\""));
        let (heading, cell) = (quoted(WORDS), quoted(&self.sentence()));
        let (mut out, mut is_quoted, mut is_first) = (String::new(), false, true);
        let mut rows = text.split_inclusive('\n').peekable();
        while let Some(line) = rows.next() {
            is_quoted ^= line.matches('"').count() % 2 == 1;
            if is_quoted && rows.peek().is_some() {
                out.push_str(line);
                continue;
            }
            let row = line.trim_end_matches(['\n', '\r']);
            let end = line.get(row.len()..).unwrap_or("");
            out.push_str(row);
            out.push_str(if is_first { &heading } else { &cell });
            out.push_str(end);
            is_first = false;
        }
        out
    }

    /// Puts the words into a page: its title, and a line above all else.
    pub fn html(&self, page: &str) -> String {
        let of = html! { "A fork of " bdi { (self.of) } ", not its record." };
        self.html_saying(page, None, &of)
    }

    /// Returns the origin of the log that is rehearsed.
    pub fn origin(&self) -> &str {
        &self.of
    }

    /// Puts the words into a page, with a sentence of its own language behind them; `lang` is the
    /// language of the words, where the page is in another.
    pub fn html_saying(&self, page: &str, lang: Option<&str>, sentence: &Markup) -> String {
        let banner = html! {
            p.sv-rehearsal role="note" { strong lang=[lang] { (WORDS) } " " (sentence) }
        }
        .into_string();
        let titled = page.replacen("<title>", &format!("<title>{WORDS} · "), 1);
        let start = titled.find("<body").and_then(|body| {
            let inside = titled.get(body..)?.find('>')?;
            body.checked_add(inside)?.checked_add(1)
        });
        match start.and_then(|start| titled.split_at_checked(start)) {
            Some((before, after)) => format!("{before}{banner}{after}"),
            None => format!("{banner}{titled}"),
        }
    }

    /// Puts the words into a text for readers of plain files.
    pub fn markdown(&self, text: &str) -> String {
        let sentence = self.sentence();
        let escaped = sentence.replace(['*', '_', '`', '<', '>', '[', ']'], " ");
        format!("**{escaped}**\n\n{text}\n**{escaped}**\n")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_gets_one_more_column_whatever_its_cells_hold() {
        let rehearsal = Rehearsal::of("a\"b");
        let told = rehearsal.csv("x,y\n1,\"two\nlines \"\"and\"\" more\"\n,\r\n");
        let words = "\"REHEARSAL, INVENTED ACTS\"";
        let cell = "\"REHEARSAL, INVENTED ACTS: a fork of a\"\"b, not its record\"";
        let expected =
            format!("x,y,{words}\n1,\"two\nlines \"\"and\"\" more\",{cell}\n,,{cell}\r\n");
        assert_eq!(told, expected);
        let mut reader = csv::Reader::from_reader(told.as_bytes());
        assert!(reader.records().all(|row| row.unwrap().len() == 3));
        assert_eq!(rehearsal.csv("x\n"), format!("x,{words}\n"));
    }

    #[test]
    fn objects_and_lists_of_them_get_the_key_first() {
        let rehearsal = Rehearsal::of("a");
        let key = r#""rehearsal":{"says":"REHEARSAL, INVENTED ACTS","of":"a"}"#;
        let told = rehearsal.json(json!([{"b": [1]}, 2])).to_string();
        assert_eq!(told, format!("[{{{key},\"b\":[1]}},2]"));
    }

    #[test]
    fn a_page_says_so_in_its_title_and_above_all_else() {
        let told = Rehearsal::of("<x>").html("<title>T</title><body class=\"a\"><main>");
        assert!(
            told.starts_with("<title>REHEARSAL, INVENTED ACTS · T</title><body class=\"a\"><p")
        );
        assert!(told.contains("&lt;x&gt;") && told.ends_with("</p><main>"));
        assert!(Rehearsal::of("x").html("plain").contains(WORDS));
    }
}
