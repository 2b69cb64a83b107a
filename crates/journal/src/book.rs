//! A record that is open: entries are added at its end, one by one, and the last can be taken
//! back.

use crate::entry::{Desk, check_labels};
use crate::order::check_order;
use crate::record::{Fault, Header, Record, located};
use servanda_charter::Faults;
use servanda_model::{FileId, Instant, Law, Mark, Origin, RecordedRule};
use servanda_text::{Place, Reader, Tree};

/// The file of a record in which entries stand that were added to it; where another file would
/// stand after it in the order of bytes, a `z` more is put before it.
pub const RECEIVED_FILE: &str = "z-received.journal";

/// A record to which entries are added.
#[derive(Debug, Clone)]
pub struct Book {
    record: Record,
    file: FileId,
    received: Option<Instant>,
    before: Option<Before>,
}

/// What stood before the last entry.
#[derive(Debug, Clone)]
struct Before {
    mark: Mark,
    bytes: usize,
    law: Option<Box<Law>>,
    received: Option<Instant>,
}

/// What was read: the positions of its acts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Read {
    /// The first act's position.
    pub first: u32,
    /// How many acts there are; an entry without an act is a check or a table.
    pub acts: u32,
    /// How many entries there are, with and without an act.
    pub entries: u32,
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
        Self { record, file, received: None, before: None }
    }

    /// Opens a record again whose last file is the one for additions.
    pub fn reopen(record: Record) -> Self {
        let last = record.files.len().saturating_sub(1);
        let file = FileId(u16::try_from(last).unwrap_or(u16::MAX));
        // Whatever is added follows a line that says when it was received.
        let received = record.history.recorded.last().and_then(|(_, rule)| match rule {
            RecordedRule::Received(at, _) => Some(*at),
            RecordedRule::OnTheDayDone | RecordedRule::On(_) => None,
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

    /// Adds an entry that was received at an instant.
    ///
    /// # Errors
    /// Every fault of the entry; the record is then as before.
    pub fn add(&mut self, text: &str, received: Instant) -> Result<Read, Vec<Fault>> {
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
        let (faults, entries) = self.read_from(start, index);
        if faults.is_empty() {
            let acts = self.position().saturating_sub(first);
            return Ok(Read { first, acts, entries, changes_law });
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

    /// Says when what follows was received, where that is another instant than before.
    fn say_received(&mut self, at: Instant, index: usize) {
        if self.received.replace(at) == Some(at) {
            return;
        }
        let (position, day) = (self.position(), self.record.law.day_at(at));
        self.record.history.recorded.push((position, RecordedRule::Received(at, day)));
        if let Some((_, whole)) = self.record.files.get_mut(index) {
            whole.push_str(&format!("received {at}\n"));
        }
    }

    /// Reads what stands from a place on; returns its faults, and how many entries there are.
    fn read_from(&mut self, start: usize, index: usize) -> (Faults, u32) {
        let first = self.position();
        let Record { law, history, files } = &mut self.record;
        let mut faults = Faults::default();
        faults.enter(self.file);
        let Some((_, whole)) = files.get(index) else { return (faults, 0) };
        let (mut uses, mut entries) = (Vec::new(), 0u32);
        let mut reader = Reader::from(whole, start);
        let mut tree = Tree::new(whole);
        let mut desk = Desk::new(self.file, law, history, &mut faults, &mut uses);
        desk.begin(Header::Optional);
        let mut unread = Vec::new();
        while reader.entry(&mut tree) {
            for node in tree.top() {
                entries = entries.saturating_add(1);
                desk.entry(node);
            }
            unread.extend(tree.unread());
        }
        desk.end();
        reader.faults().into_iter().for_each(|fault| faults.push(fault));
        check_labels(&uses, history, &mut faults);
        check_order(first, &uses, history, &mut faults);
        if faults.is_empty() {
            unread.into_iter().for_each(|fault| faults.push(fault));
        }
        (faults, entries)
    }

    /// Puts faults in their places in the entry, not in the file that holds it.
    fn in_place(&self, faults: &Faults, text: &str, start: usize) -> Vec<Fault> {
        let start = u32::try_from(start).unwrap_or(u32::MAX);
        let mut own = Faults::default();
        let first = |_, first: Origin| match first.at.checked_sub(start) {
            Some(at) if first.file == self.file => format!("line {}", Place::of(text, at).line),
            _ => {
                let (path, line, column) = self.record.place(first);
                format!("{path}:{line}:{column}")
            }
        };
        for (_, mut diagnostic) in faults.placed(first) {
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
