//! A whole record: its files, its law and its history, or everything that is wrong with them.

use crate::entry;
use crate::order::check_order;
use servanda_charter::{CharterFile, Faults};
use servanda_model::{FileId, History, Law, Origin};
use servanda_text::{Diagnostic, Lines, Place, Reader, Span, Tree, decode};

/// A file of a record, as bytes.
#[derive(Debug, Clone)]
pub struct RecordFile {
    /// Its path, as it is shown.
    pub path: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// A record that was read without fault.
#[derive(Debug, Clone)]
pub struct Record {
    /// The law.
    pub law: Law,
    /// The acts.
    pub history: History,
    /// The files' paths and texts, in order.
    pub files: Vec<(String, String)>,
}

/// A fault with the path and text it stands in.
#[derive(Debug, Clone)]
pub struct Fault {
    /// The path.
    pub path: String,
    /// The line and column.
    pub place: (u32, u32),
    /// The diagnostic.
    pub diagnostic: Diagnostic,
    /// It, rendered for people.
    pub rendered: String,
}

impl Fault {
    /// Puts a diagnostic in its place.
    pub fn new(path: &str, text: &str, diagnostic: Diagnostic) -> Self {
        Self::at(path, text, Place::of(text, diagnostic.span.start), diagnostic)
    }

    /// Puts a diagnostic in its place, where the lines of the text are known already.
    pub fn among(path: &str, text: &str, lines: &Lines<'_>, diagnostic: Diagnostic) -> Self {
        Self::at(path, text, lines.place(diagnostic.span.start), diagnostic)
    }

    fn at(path: &str, text: &str, place: Place, diagnostic: Diagnostic) -> Self {
        let rendered = diagnostic.render_at(path, text, place);
        let place = (place.line, place.column);
        Self { path: path.to_owned(), place, diagnostic, rendered }
    }
}

impl Record {
    /// Returns the path, line and column of a place.
    pub fn place(&self, origin: Origin) -> (&str, u32, u32) {
        match self.files.get(usize::from(origin.file.0)) {
            Some((path, text)) => {
                let place = Place::of(text, origin.at);
                (path, place.line, place.column)
            }
            None => ("", 0, 0),
        }
    }
}

/// Reads a record: charter files and `naming` as law, `*.journal` as history.
///
/// # Errors
/// Returns every fault of every file.
pub fn read(files: Vec<RecordFile>) -> Result<Record, Vec<Fault>> {
    read_then(files, None)
}

/// Reads a record and, after all its files, one more journal, which needs no first line.
///
/// # Errors
/// Returns every fault of every file.
pub fn read_then(
    mut files: Vec<RecordFile>,
    last: Option<RecordFile>,
) -> Result<Record, Vec<Fault>> {
    files.sort_by(|a, b| a.path.as_bytes().cmp(b.path.as_bytes()));
    let own = files.len();
    files.extend(last);
    let texts = decoded(files)?;
    let mut charters = Vec::new();
    let mut journals = Vec::new();
    for (index, (path, text)) in texts.iter().enumerate() {
        let file = FileId(u16::try_from(index).unwrap_or(u16::MAX));
        if index >= own {
            journals.push((file, text.as_str(), Header::Optional));
        } else if path.ends_with(".journal") {
            journals.push((file, text.as_str(), Header::Needed));
        } else {
            charters.push(CharterFile { file, text });
        }
    }
    let (mut law, mut faults) = servanda_charter::load(&charters);
    let mut history = History::default();
    history.tried = (texts.len() > own).then(|| FileId(u16::try_from(own).unwrap_or(u16::MAX)));
    let mut uses = Vec::new();
    for (file, text, header) in journals {
        faults.enter(file);
        journal((file, text, header), &mut law, &mut history, &mut faults, &mut uses);
    }
    entry::check_labels(&uses, &history, &mut faults);
    check_order(0, &uses, &history, &mut faults);
    history.shrink();
    if faults.is_empty() {
        Ok(Record { law, history, files: texts })
    } else {
        Err(located(&faults, &texts))
    }
}

/// Whether a journal must begin with its header.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Header {
    /// A file of the record.
    Needed,
    /// Acts that are tried against a record.
    Optional,
}

/// Reads one journal, entry by entry, so that its tokens stay small.
fn journal(
    (file, text, header): (FileId, &str, Header),
    law: &mut Law,
    history: &mut History,
    faults: &mut Faults,
    uses: &mut Vec<entry::LabelUse>,
) {
    let mut reader = Reader::new(text);
    let mut tree = Tree::new(text);
    let mut desk = entry::Desk::new(file, law, history, faults, uses);
    desk.begin(header);
    let mut unread = Vec::new();
    while reader.entry(&mut tree) {
        tree.top().for_each(|node| desk.entry(node));
        unread.extend(tree.unread());
    }
    desk.end();
    reader.faults().into_iter().for_each(|fault| faults.push(fault));
    // Where something else is at fault, lines below it are not read, and that is told.
    if !faults.has_some_of(file) {
        unread.into_iter().for_each(|fault| faults.push(fault));
    }
}

/// Reads the bytes of files as text.
pub(crate) fn decoded(files: Vec<RecordFile>) -> Result<Vec<(String, String)>, Vec<Fault>> {
    let mut texts = Vec::new();
    let mut faults = Vec::new();
    for file in files {
        let fault = decode(&file.bytes).err();
        match (fault, String::from_utf8(file.bytes)) {
            (None, Ok(text)) => texts.push((file.path, text)),
            (Some(diagnostic), Ok(text)) => {
                faults.push(Fault::new(&file.path, &text, *diagnostic));
            }
            (diagnostic, Err(error)) => {
                let text = String::from_utf8_lossy(error.as_bytes());
                let fault = diagnostic.map_or_else(
                    || Diagnostic::new("T-UTF8", Span::default(), "the bytes are not UTF-8"),
                    |diagnostic| *diagnostic,
                );
                faults.push(Fault::new(&file.path, &text, fault));
            }
        }
    }
    if faults.is_empty() { Ok(texts) } else { Err(faults) }
}

/// Puts every fault in its place.
pub(crate) fn located(faults: &Faults, texts: &[(String, String)]) -> Vec<Fault> {
    let text_of = |file: FileId| texts.get(usize::from(file.0));
    let mut all = faults.placed(|file, first| match text_of(first.file) {
        Some((_, text)) if first.file == file => {
            format!("line {}", Place::of(text, first.at).line)
        }
        Some((path, text)) => format!("{path}:{}", Place::of(text, first.at)),
        None => String::new(),
    });
    all.sort_by_key(|(file, diagnostic)| (*file, diagnostic.span));
    let mut lines: Option<(FileId, Lines<'_>)> = None;
    let mut found = Vec::with_capacity(all.len());
    for (file, diagnostic) in all {
        let (path, text) = match text_of(file) {
            Some((path, text)) => (path.as_str(), text.as_str()),
            None => ("", ""),
        };
        let known = lines.take().filter(|(known, _)| *known == file);
        let (_, index) = lines.insert(known.unwrap_or_else(|| (file, Lines::new(text))));
        let place = index.place(diagnostic.span.start);
        found.push(Fault::at(path, text, place, diagnostic));
    }
    found
}
