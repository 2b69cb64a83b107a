//! Files of the repository and fresh directories for scenarios.

use crate::fault::Fault;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};

/// Returns the root of the repository.
pub fn root() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.ancestors().nth(2).unwrap_or(here).to_owned()
}

/// Reads a text.
///
/// # Errors
/// The fault of the disk.
pub fn read(path: &Path) -> Result<String, Fault> {
    fs::read_to_string(path).map_err(|source| Fault::Read { path: path.to_owned(), source })
}

/// Writes a text, and the directories above it.
///
/// # Errors
/// The fault of the disk.
pub fn write(path: &Path, text: &str) -> Result<(), Fault> {
    write_bytes(path, text.as_bytes())
}

/// Writes bytes, and the directories above them.
pub(crate) fn write_bytes(path: &Path, bytes: &[u8]) -> Result<(), Fault> {
    let fault = |source| Fault::Write { path: path.to_owned(), source };
    if let Some(above) = path.parent() {
        fs::create_dir_all(above).map_err(fault)?;
    }
    fs::write(path, bytes).map_err(fault)
}

/// Returns every file below a directory, in byte order; none where there is no such directory.
///
/// # Errors
/// The fault of the disk.
pub fn under(directory: &Path) -> Result<Vec<PathBuf>, Fault> {
    let mut found = Vec::new();
    if directory.is_dir() {
        walk(directory, &mut found)?;
    }
    found.sort();
    Ok(found)
}

fn walk(directory: &Path, found: &mut Vec<PathBuf>) -> Result<(), Fault> {
    let fault = |source| Fault::Read { path: directory.to_owned(), source };
    for entry in fs::read_dir(directory).map_err(fault)? {
        let path = entry.map_err(fault)?.path();
        if path.is_dir() {
            walk(&path, found)?;
        } else {
            found.push(path);
        }
    }
    Ok(())
}

/// A directory of its own, gone when it is dropped.
#[derive(Debug)]
pub(crate) struct Fresh {
    pub(crate) path: PathBuf,
}

impl Fresh {
    pub(crate) fn new() -> Result<Self, Fault> {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let number = COUNT.fetch_add(1, Ordering::Relaxed);
        let name = format!("servanda-scenario-{}-{number}", std::process::id());
        let path = std::env::temp_dir().join(name);
        fs::create_dir_all(&path).map_err(|source| Fault::Write { path: path.clone(), source })?;
        Ok(Self { path })
    }
}

impl Drop for Fresh {
    fn drop(&mut self) {
        // A directory that stays behind in the temporary place does no harm.
        drop(fs::remove_dir_all(&self.path));
    }
}
