//! A record that is open: entries are added at its end, one by one, and the last can be taken
//! back.

use crate::entry::{Desk, check_labels};
use crate::record::{Fault, Header, Record, located};
use servanda_charter::Faults;
use servanda_model::{Day, FileId, Law, Mark, RecordedRule};
use servanda_text::{Reader, Tree};

/// The file of a record in which entries stand that were added to it; where another file would
/// stand after it in the order of bytes, a `z` more is put before it.
pub const RECEIVED_FILE: &str = "z-received.journal";

/// Tells whether a file is one in which received entries stand, by its name.
pub(crate) fn is_received(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or(path);
    name.strip_prefix('z').is_some_and(|rest| {
        let rest = rest.trim_start_matches('z');
        RECEIVED_FILE.strip_prefix('z') == Some(rest)
    })
}

/// A record to which entries are added.
#[derive(Debug, Clone)]
pub struct Book {
    record: Record,
    file: FileId,
    received: Option<Day>,
    before: Option<Before>,
}

/// What stood before the last entry.
#[derive(Debug, Clone)]
struct Before {
    mark: Mark,
    bytes: usize,
    law: Option<Box<Law>>,
    received: Option<Day>,
}

/// What was read: the positions of its acts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Read {
    /// The first act's position.
    pub first: u32,
    /// How many acts there are; an entry without an act is a check or a table.
    pub acts: u32,
    /// Whether the law changed with it.
    pub changes_law: bool,
}

impl Book {
    /// Opens a record; what is added stands in a file of its own after all others.
    pub fn open(mut record: Record) -> Self {
        let mut path = RECEIVED_FILE.to_owned();
        while record.files.iter().any(|(other, _)| other.as_bytes() >= path.as_bytes()) {
            path.insert(0, 'z');
        }
        let file = FileId(u16::try_from(record.files.len()).unwrap_or(u16::MAX));
        let own = record.law.own.map_or("", |own| record.law.body_names.word(own));
        let header = format!("journal {own}\n");
        record.files.push((path, header));
        record.history.received.push(file);
        Self { record, file, received: None, before: None }
    }

    /// Opens a record again whose last file is the one for additions.
    pub fn reopen(record: Record) -> Self {
        let last = record.files.len().saturating_sub(1);
        let file = FileId(u16::try_from(last).unwrap_or(u16::MAX));
        // Whatever is added follows a line that says when it was recorded.
        let received = record.history.recorded.last().and_then(|(_, rule)| match rule {
            RecordedRule::On(day) => Some(*day),
            RecordedRule::OnTheDayDone => None,
        });
        Self { record, file, received, before: None }
    }

    /// Returns the path of the file for additions.
    pub fn path(&self) -> &str {
        self.record.files.get(usize::from(self.file.0)).map_or("", |(path, _)| path.as_str())
    }

    /// Returns the files of the record; the one for additions only where something was added.
    pub fn files(&self) -> impl Iterator<Item = (&str, &str)> {
        let count = usize::from(self.file.0).saturating_add(usize::from(self.received.is_some()));
        let files = self.record.files.iter().take(count);
        files.map(|(path, text)| (path.as_str(), text.as_str()))
    }

    /// Returns the record as it stands.
    pub fn record(&self) -> &Record {
        &self.record
    }

    /// Adds an entry that was received on a day.
    ///
    /// # Errors
    /// Every fault of the entry; the record is then as before.
    pub fn add(&mut self, text: &str, received: Day) -> Result<Read, Vec<Fault>> {
        let index = usize::from(self.file.0);
        let changes_law = changes_law(text);
        let before = Before {
            mark: self.record.history.mark(),
            bytes: self.record.files.get(index).map_or(0, |(_, text)| text.len()),
            law: changes_law.then(|| Box::new(self.record.law.clone())),
            received: self.received,
        };
        self.before = Some(before);
        self.say_received(received, index);
        let start = self.record.files.get(index).map_or(0, |(_, text)| text.len());
        if let Some((_, whole)) = self.record.files.get_mut(index) {
            whole.push_str(text);
            if !text.ends_with('\n') {
                whole.push('\n');
            }
        }
        let first = self.position();
        let faults = self.read_from(start, index);
        if faults.is_empty() {
            let acts = self.position().saturating_sub(first);
            return Ok(Read { first, acts, changes_law });
        }
        let found = self.in_place(&faults, text, start);
        self.take_back();
        Err(found)
    }

    /// Takes the last entry back, as if it had not been added.
    pub fn take_back(&mut self) {
        let Some(before) = self.before.take() else { return };
        self.record.history.rewind(before.mark);
        if let Some(law) = before.law {
            self.record.law = *law;
        }
        if let Some((_, whole)) = self.record.files.get_mut(usize::from(self.file.0)) {
            whole.truncate(before.bytes);
        }
        self.received = before.received;
    }

    fn position(&self) -> u32 {
        u32::try_from(self.record.history.acts.len()).unwrap_or(u32::MAX)
    }

    /// Says on which day what follows was recorded, where that day is another than before.
    fn say_received(&mut self, day: Day, index: usize) {
        if self.received.replace(day) == Some(day) {
            return;
        }
        let position = self.position();
        self.record.history.recorded.push((position, RecordedRule::On(day)));
        if let Some((_, whole)) = self.record.files.get_mut(index) {
            whole.push_str(&format!("recorded {day}\n"));
        }
    }

    fn read_from(&mut self, start: usize, index: usize) -> Faults {
        let Record { law, history, files } = &mut self.record;
        let mut faults = Faults::default();
        faults.enter(self.file);
        let Some((_, whole)) = files.get(index) else { return faults };
        let mut uses = Vec::new();
        let mut reader = Reader::from(whole, start);
        let mut tree = Tree::new(whole);
        let mut desk = Desk::new(self.file, law, history, &mut faults, &mut uses);
        desk.begin(Header::Optional);
        let mut unread = Vec::new();
        while reader.entry(&mut tree) {
            tree.top().for_each(|node| desk.entry(node));
            unread.extend(tree.unread());
        }
        desk.end();
        reader.faults().into_iter().for_each(|fault| faults.push(fault));
        check_labels(&uses, history, &mut faults);
        if faults.is_empty() {
            unread.into_iter().for_each(|fault| faults.push(fault));
        }
        faults
    }

    /// Puts faults in their places in the entry, not in the file that holds it.
    fn in_place(&self, faults: &Faults, text: &str, start: usize) -> Vec<Fault> {
        let start = u32::try_from(start).unwrap_or(u32::MAX);
        let mut own = Faults::default();
        for (_, diagnostic) in faults.all() {
            let mut diagnostic = diagnostic.clone();
            diagnostic.span.start = diagnostic.span.start.saturating_sub(start);
            diagnostic.span.end = diagnostic.span.end.saturating_sub(start);
            own.push(diagnostic);
        }
        located(&own, &[("act".to_owned(), text.to_owned())])
    }
}

/// Tells whether an entry changes the law or what it says.
fn changes_law(text: &str) -> bool {
    let entries = text.lines().filter(|line| !line.starts_with([' ', ';']));
    entries.filter_map(|line| line.split(' ').nth(1)).any(|verb| matches!(verb, "amend" | "recode"))
}
