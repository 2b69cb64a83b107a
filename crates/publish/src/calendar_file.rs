//! Calendars for people's own programs (iCalendar, RFC 5545): whole days, as the record has them.

use crate::plain;
use crate::rehearsal::{Rehearsal, WORDS};
use servanda_model::Day;

/// The most octets of a line without its break (RFC 5545, section 3.1).
const LINE_OCTETS_MAX: usize = 75;

/// A calendar.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CalendarFile {
    /// What it is called.
    pub name: String,
    /// What is said of the whole of it.
    pub note: String,
    /// What it lists.
    pub occasions: Vec<Occasion>,
}

/// Something that takes place, or is due, on a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Occasion {
    /// What it is called for ever.
    pub uid: String,
    /// The day on which what is told of it was last recorded.
    pub recorded: Day,
    /// Its day.
    pub day: Day,
    /// How often it was told otherwise; it never falls while the record grows.
    pub sequence: u32,
    /// Whether it stands.
    pub standing: Standing,
    /// What it is.
    pub summary: String,
    /// Where.
    pub place: Option<String>,
    /// What more is said, a line for each thing.
    pub description: String,
    /// How many days before it a calendar reminds of it (RFC 5545, section 3.6.6).
    pub reminds_days_before: Option<u32>,
}

/// Whether an occasion stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// It does.
    Confirmed,
    /// The record says that it does not any more.
    Cancelled,
}

impl Standing {
    fn word(self) -> &'static str {
        match self {
            Self::Confirmed => "CONFIRMED",
            Self::Cancelled => "CANCELLED",
        }
    }
}

impl CalendarFile {
    /// Returns the calendar as a file; over a rehearsal its name and each occasion say so.
    pub fn print(&self, rehearsal: Option<&Rehearsal>) -> String {
        let title = |title: &str| match rehearsal {
            Some(_) => text(&format!("{WORDS}: {title}")),
            None => text(title),
        };
        let note = match rehearsal {
            Some(rehearsal) => format!("{}\n{}", rehearsal.sentence(), self.note),
            None => self.note.clone(),
        };
        let mut file = Lines::default();
        file.put("BEGIN", "VCALENDAR");
        file.put("VERSION", "2.0");
        file.put("PRODID", "-//Servanda//The record//EN");
        file.put("CALSCALE", "GREGORIAN");
        // RFC 7986, section 5.1, and the older word that most programs still read.
        file.put("NAME", &title(&self.name));
        file.put("X-WR-CALNAME", &title(&self.name));
        file.put("DESCRIPTION", &text(&note));
        for occasion in &self.occasions {
            occasion.put(&mut file, &title(&occasion.summary));
        }
        if self.occasions.is_empty() {
            // RFC 5545, section 3.6, asks for one component at least.
            let zone = "BEGIN:VTIMEZONE TZID:UTC BEGIN:STANDARD DTSTART:19700101T000000 \
                        TZOFFSETFROM:+0000 TZOFFSETTO:+0000 END:STANDARD END:VTIMEZONE";
            for (name, value) in zone.split(' ').filter_map(|line| line.split_once(':')) {
                file.put(name, value);
            }
        }
        file.put("END", "VCALENDAR");
        file.0
    }
}

impl Occasion {
    fn put(&self, file: &mut Lines, summary: &str) {
        file.put("BEGIN", "VEVENT");
        file.put("UID", &text(&self.uid));
        file.put("DTSTAMP", &format!("{}T000000Z", date(self.recorded)));
        file.put("DTSTART;VALUE=DATE", &date(self.day));
        file.put("SEQUENCE", &self.sequence.to_string());
        file.put("STATUS", self.standing.word());
        // Whole days of a record take nobody's time.
        file.put("TRANSP", "TRANSPARENT");
        file.put("SUMMARY", summary);
        if let Some(place) = &self.place {
            file.put("LOCATION", &text(place));
        }
        if !self.description.is_empty() {
            file.put("DESCRIPTION", &text(&self.description));
        }
        if let (Some(days), Standing::Confirmed) = (self.reminds_days_before, self.standing) {
            file.put("BEGIN", "VALARM");
            file.put("ACTION", "DISPLAY");
            file.put("DESCRIPTION", summary);
            file.put("TRIGGER", &format!("-P{days}D"));
            file.put("END", "VALARM");
        }
        file.put("END", "VEVENT");
    }
}

fn date(day: Day) -> String {
    let (year, month, date) = day.parts();
    format!("{year:04}{month:02}{date:02}")
}

/// Escapes a text (RFC 5545, section 3.3.11).
fn text(text: &str) -> String {
    let plain = plain::lines(text).replace('\\', "\\\\");
    plain.replace(';', "\\;").replace(',', "\\,").replace('\n', "\\n")
}

/// Content lines, each folded so that no character is cut.
#[derive(Debug, Default)]
struct Lines(String);

impl Lines {
    fn put(&mut self, name: &str, value: &str) {
        let mut octets = 0usize;
        for character in name.chars().chain([':']).chain(value.chars()) {
            let width = character.len_utf8();
            if octets.saturating_add(width) > LINE_OCTETS_MAX {
                self.0.push_str("\r\n ");
                octets = 1;
            }
            self.0.push(character);
            octets = octets.saturating_add(width);
        }
        self.0.push_str("\r\n");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn calendar(summary: &str) -> CalendarFile {
        let occasion = Occasion {
            uid: "1".to_owned(),
            recorded: "2020-01-02".parse().unwrap(),
            day: "2020-02-03".parse().unwrap(),
            sequence: 2,
            standing: Standing::Cancelled,
            summary: summary.to_owned(),
            place: None,
            description: String::new(),
            reminds_days_before: Some(7),
        };
        CalendarFile { name: "Council".to_owned(), note: String::new(), occasions: vec![occasion] }
    }

    #[test]
    fn a_line_is_folded_at_75_octets_and_between_characters() {
        let file = calendar(&"Совет ".repeat(30)).print(None);
        assert!(file.split("\r\n").all(|line| line.len() <= LINE_OCTETS_MAX), "{file}");
        assert!(!file.replace("\r\n", "").contains(['\r', '\n']), "{file}");
        let unfolded = file.replace("\r\n ", "");
        assert!(unfolded.contains(&format!("\r\nSUMMARY:{}\r\n", "Совет ".repeat(30))), "{file}");
    }

    #[test]
    fn what_stands_is_reminded_of_and_what_is_cancelled_is_not() {
        let mut calendar = calendar("an answer");
        assert!(!calendar.print(None).contains("VALARM"));
        for occasion in &mut calendar.occasions {
            occasion.standing = Standing::Confirmed;
        }
        let alarm = "BEGIN:VALARM\r\nACTION:DISPLAY\r\nDESCRIPTION:an answer\r\nTRIGGER:-P7D\r\n\
                     END:VALARM\r\nEND:VEVENT\r\n";
        assert!(calendar.print(None).contains(alarm), "{}", calendar.print(None));
    }

    #[test]
    fn a_name_cannot_add_a_line() {
        let file = calendar("a;b,c\\d\r\nEND:VEVENT\rx\0").print(None);
        let expected = "\r\nSUMMARY:a\\;b\\,c\\\\d\\nEND:VEVENT\u{FFFD}x\u{FFFD}\r\n";
        assert!(file.contains(expected), "{file}");
        assert_eq!(file.matches("\r\nEND:VEVENT\r\n").count(), 1, "{file}");
        assert!(file.contains("\r\nSEQUENCE:2\r\nSTATUS:CANCELLED\r\n"), "{file}");
    }

    #[test]
    fn a_calendar_without_occasions_has_one_component_still() {
        let file = CalendarFile { occasions: Vec::new(), ..calendar("") }.print(None);
        assert!(file.contains("\r\nBEGIN:VTIMEZONE\r\nTZID:UTC\r\n"), "{file}");
    }

    #[test]
    fn a_rehearsal_says_so_in_its_name_and_in_each_occasion() {
        let file = calendar("Meets").print(Some(&Rehearsal::of("league.example/log")));
        let words = "REHEARSAL\\, INVENTED ACTS: ";
        for line in [format!("NAME:{words}Council"), format!("SUMMARY:{words}Meets")] {
            assert!(file.contains(&format!("\r\n{line}\r\n")), "{file}");
        }
    }
}
