//! Where a record comes from: the program itself, or a directory.

use crate::arguments::{Question, Whence};
use crate::failure::Failure;
use crate::world::World;
use crate::{companions, logs};
use servanda_journal::{Record, RecordFile, read_then};
use std::path::{Path, PathBuf};

/// From which size on a person is told that a record is being read.
const LARGE_MEGABYTES: usize = 16;

mod reference {
    include!(concat!(env!("OUT_DIR"), "/reference.rs"));
}

/// Reads the record of a directory or a log, or the one built into the program.
pub(crate) fn load(whence: &Whence, world: &World) -> Result<Record, Failure> {
    load_then(whence, world, None)
}

/// Reads the files of the record of a directory, or of the one built into the program.
pub(crate) fn files(directory: Option<&Path>, world: &World) -> Result<Vec<RecordFile>, Failure> {
    let (mut files, root) = match directory {
        Some(directory) => {
            companions::legible(directory, world)?;
            (gathered(directory, world)?, directory.display().to_string())
        }
        None => (built_in(), reference::NAME.to_owned()),
    };
    files.iter_mut().for_each(|file| file.path = within(&file.path, &root).to_owned());
    Ok(files)
}

fn gathered(directory: &Path, world: &World) -> Result<Vec<RecordFile>, Failure> {
    let mut files = Vec::new();
    gather(&world.directory.join(directory), directory, &mut files)?;
    if files.is_empty() {
        let message = format!("`{}` holds no charter or journal file", directory.display());
        let hint = "a record has `*.charter` and `*.journal` files".to_owned();
        return Err(Failure::Usage { message, hint: Some(hint) });
    }
    Ok(files)
}

/// Reads the record that a question is asked of, and after it the acts that it supposes.
pub(crate) fn of_question(question: &Question, world: &World) -> Result<Record, Failure> {
    let supposed = question.supposing.as_deref();
    let supposed = supposed.map(|file| journal(file, world)).transpose()?;
    load_then(&question.whence, world, supposed)
}

/// Reads the bytes of one journal that stands outside the record.
pub(crate) fn journal(file: &Path, world: &World) -> Result<RecordFile, Failure> {
    let bytes = std::fs::read(world.directory.join(file)).map_err(|cause| Failure::Disk {
        doing: "read",
        path: file.to_path_buf(),
        cause,
    })?;
    Ok(RecordFile { path: file.display().to_string(), bytes })
}

/// Reads a record and one more journal after it.
pub(crate) fn load_then(
    whence: &Whence,
    world: &World,
    last: Option<RecordFile>,
) -> Result<Record, Failure> {
    let files = match (&whence.log, &whence.record) {
        (Some(log), _) => of_log(log, world)?,
        (None, Some(directory)) => gathered(directory, world)?,
        (None, None) => built_in(),
    };
    tell_size(&files, world);
    let own = files.len();
    let mut record = read_then(files, last).map_err(Failure::Unreadable)?;
    if let (None, Some(directory)) = (&whence.log, &whence.record) {
        companions::check(directory, &record, world)?;
    }
    if whence.log.is_none() {
        let root = whence.record.as_ref().map(|directory| directory.display().to_string());
        let root = root.as_deref().unwrap_or(reference::NAME);
        let own = record.files.iter_mut().take(own);
        own.for_each(|(path, _)| *path = within(path, root).to_owned());
    }
    world.meets(&record);
    Ok(record)
}

/// Returns how a record names a file of its own, wherever the record was read from: a log names it
/// so, and no answer tells where on a machine it stands.
fn within<'p>(path: &'p str, root: &str) -> &'p str {
    path.strip_prefix(root).unwrap_or(path).trim_start_matches('/')
}

/// Reads the files of the record of a log.
fn of_log(log: &str, world: &World) -> Result<Vec<RecordFile>, Failure> {
    let mut office = logs::open(log, world)?;
    let contested = &office.contested()?.positions;
    // A command reads one record.
    let _first = world.contested.get_or_init(|| contested.clone());
    let file = |(path, text): (&str, &str)| RecordFile {
        path: path.to_owned(),
        bytes: text.as_bytes().to_vec(),
    };
    Ok(office.ledger().files().into_iter().map(file).collect())
}

/// Returns a file that stands beside a record's texts, for an organisation's record: that of its
/// directory, or where it is the reference organisation's, the one built into the program.
pub(crate) fn beside(
    name: &str,
    directory: Option<&Path>,
    organisation: &str,
    world: &World,
) -> Result<Option<String>, Failure> {
    let Some(directory) = directory else {
        let own = Some(()).filter(|()| organisation == reference::NAME);
        let bytes = own.and_then(|()| built_in_file(name));
        return Ok(bytes.map(|bytes| String::from_utf8_lossy(bytes).into_owned()));
    };
    companions::read(name, directory, world)
}

/// Says what a person waits for where a record is large.
pub(crate) fn tell_size(files: &[RecordFile], world: &World) {
    let bytes: usize = files.iter().map(|file| file.bytes.len()).sum();
    let megabytes = bytes / 1_000_000;
    if megabytes >= LARGE_MEGABYTES {
        (world.progress)(&format!("reading {megabytes} MB of text"));
    }
}

/// Returns the files of the reference organisation.
pub(crate) fn built_in() -> Vec<RecordFile> {
    let files = reference::FILES.iter().filter(|(path, _)| is_of_record(Path::new(path)));
    files
        .map(|(path, bytes)| RecordFile { path: (*path).to_owned(), bytes: bytes.to_vec() })
        .collect()
}

/// Returns a file beside the reference organisation's charter and journals, such as its
/// boundaries.
pub(crate) fn built_in_file(name: &str) -> Option<&'static [u8]> {
    let path = format!("{}/{name}", reference::NAME);
    reference::FILES.iter().find(|(known, _)| *known == path).map(|(_, bytes)| *bytes)
}

/// Tells whether a file belongs to a record: charter files, `naming`, journals.
pub(crate) fn is_of_record(path: &Path) -> bool {
    let extension = path.extension().is_some_and(|e| e == "charter" || e == "journal");
    extension || path.file_name().is_some_and(|name| name == "naming")
}

/// Returns how a file's name is spelt that only capitals keep from being one of a record.
fn misspelt(path: &Path) -> Option<String> {
    let name = path.file_name()?.to_str()?;
    let right = match name.rsplit_once('.') {
        Some((stem, extension)) => format!("{stem}.{}", extension.to_ascii_lowercase()),
        None => name.to_ascii_lowercase(),
    };
    let is_known = is_of_record(Path::new(&right)) || companions::NAMES.contains(&right.as_str());
    (is_known && right != name && path.is_file()).then_some(right)
}

/// Reads the record's files of a directory and the directories in it.
pub(crate) fn gather(
    path: &Path,
    shown: &Path,
    files: &mut Vec<RecordFile>,
) -> Result<(), Failure> {
    let fault = |cause| Failure::Disk { doing: "read", path: shown.to_owned(), cause };
    if path.is_file() {
        files.push(RecordFile {
            path: shown.display().to_string(),
            bytes: std::fs::read(path).map_err(fault)?,
        });
        return Ok(());
    }
    let mut entries: Vec<PathBuf> = Vec::new();
    for entry in std::fs::read_dir(path).map_err(fault)? {
        entries.push(entry.map_err(fault)?.path());
    }
    entries.sort();
    for entry in entries {
        let name = entry.file_name().map(|name| shown.join(name)).unwrap_or_default();
        if is_of_record(&entry) && !entry.is_file() {
            return Err(companions::no_file(&name));
        }
        if let Some(right) = misspelt(&entry) {
            let message = format!("`{}` would not be read as it is spelt", name.display());
            return Err(Failure::Usage { message, hint: Some(format!("call it `{right}`")) });
        }
        if entry.is_dir() || is_of_record(&entry) {
            gather(&entry, &name, files)?;
        }
    }
    Ok(())
}
