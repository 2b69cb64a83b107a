//! The whole corpus: every Markdown file whose commands must answer what it says.

use crate::fault::Fault;
use crate::files::{read, under, write};
use crate::scenario::{Program, play};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};

/// What to do where an output differs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Mode {
    /// Report it.
    Compare,
    /// Write the new output into the file, where its path from the root begins so.
    Bless(PathBuf),
}

impl Mode {
    /// Reads what the variable `BLESS` says: `1` for every file, else where to bless.
    pub fn of_word(word: Option<&str>) -> Self {
        match word {
            None | Some("" | "0") => Self::Compare,
            Some("1") => Self::Bless(PathBuf::new()),
            Some(beginning) => Self::Bless(PathBuf::from(beginning)),
        }
    }

    /// Tells whether a file, by its path from the root, is to be written anew.
    pub fn blesses(&self, path: &Path) -> bool {
        match self {
            Self::Compare => false,
            Self::Bless(beginning) => path.starts_with(beginning),
        }
    }
}

/// A file that was played.
#[derive(Debug, Clone)]
pub struct Ran {
    /// Its path from the root.
    pub path: PathBuf,
    /// How many commands ran.
    pub commands: usize,
    /// Everything they answered.
    pub answers: String,
    /// Every difference, rendered.
    pub differences: Vec<String>,
}

/// The corpus, played.
#[derive(Debug, Clone)]
pub struct Report {
    /// Every file, in byte order.
    pub files: Vec<Ran>,
}

impl Report {
    /// Returns every difference of every file, ready to be read.
    pub fn differences(&self) -> Vec<&str> {
        self.files.iter().flat_map(|ran| &ran.differences).map(String::as_str).collect()
    }
}

/// Plays `README.md`, the book and the scenarios.
///
/// # Errors
/// The first fault of the disk.
pub fn run(root: &Path, program: &Program<'_>, mode: &Mode) -> Result<Report, Fault> {
    let files = find(root)?;
    let next = AtomicUsize::new(0);
    let work = || {
        let mut done = Vec::new();
        while let Some(path) = files.get(next.fetch_add(1, Ordering::Relaxed)) {
            done.push(one(root, path, program, mode));
        }
        done
    };
    let workers = std::thread::available_parallelism().map_or(1, usize::from);
    let done: Vec<Result<Ran, Fault>> = std::thread::scope(|scope| {
        let handles: Vec<_> = (0..workers).map(|_| scope.spawn(work)).collect();
        let joined = handles.into_iter().map(std::thread::ScopedJoinHandle::join);
        joined
            .flat_map(|done| done.unwrap_or_else(|panic| std::panic::resume_unwind(panic)))
            .collect()
    });
    let mut files = done.into_iter().collect::<Result<Vec<Ran>, Fault>>()?;
    files.sort_by(|a, b| a.path.cmp(&b.path));
    Ok(Report { files })
}

fn find(root: &Path) -> Result<Vec<PathBuf>, Fault> {
    let mut found = vec![root.join("README.md")];
    found.retain(|path| path.is_file());
    for directory in ["docs/book", "scenarios"] {
        let files = under(&root.join(directory))?;
        found.extend(files.into_iter().filter(|path| path.extension().is_some_and(|e| e == "md")));
    }
    Ok(found)
}

fn one(root: &Path, path: &Path, program: &Program<'_>, mode: &Mode) -> Result<Ran, Fault> {
    let text = read(path)?;
    let mut outcome = play(&text, program)?;
    let shown = path.strip_prefix(root).unwrap_or(path).to_owned();
    if mode.blesses(&shown) && outcome.blessed != text {
        write(path, &outcome.blessed)?;
        outcome.differences.retain(|difference| !difference.has_run);
    }
    let path = shown;
    let rendered = outcome.differences.iter();
    let differences = rendered.map(|found| format!("{}:{found}", path.display())).collect();
    Ok(Ran { path, commands: outcome.commands, answers: outcome.answers, differences })
}
