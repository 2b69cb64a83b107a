//! What was signed last, kept beside the key and not in the database.
//!
//! A database that was restored from an older copy does not know what it forgot. This file does,
//! and whoever signs asks it first.

use crate::disk::keep_names;
use crate::row::Hex;
use crate::sum::Sum;
use crate::{Fault, Hash, Head};
use std::fs::{File, OpenOptions};
use std::io::{ErrorKind, Write as _};
use std::path::{Path, PathBuf};

const TITLE: &str = "servanda checkpoint lock 1";

/// The size and root that were signed or acknowledged last for one origin.
///
/// Who signs or acknowledges calls [`CheckpointLock::advance`] when the log holds the entries
/// durably, and goes on only where it was done: the file may be behind the log and is never ahead
/// of it. Two programs with one key may hold the same file.
#[derive(Debug)]
pub struct CheckpointLock {
    path: PathBuf,
    origin: String,
    signed: Head,
}

impl CheckpointLock {
    /// Makes the file for a log that was never signed for.
    ///
    /// # Errors
    ///
    /// Says that there is one already, or what keeps it from being written.
    pub fn create(path: &Path, origin: &str) -> Result<Self, Fault> {
        Self::create_at(path, origin, Head::EMPTY)
    }

    /// Makes the file anew for a log of which others have seen what was signed last.
    ///
    /// # Errors
    ///
    /// As [`CheckpointLock::create`]: one that is damaged is moved away first.
    pub fn create_at(path: &Path, origin: &str, signed: Head) -> Result<Self, Fault> {
        let _held = hold(path)?;
        if path.exists() {
            return Err(unfit(path, "there is one already"));
        }
        let lock = Self { path: path.to_owned(), origin: origin.to_owned(), signed };
        lock.write(&lock.signed)?;
        Ok(lock)
    }

    /// Opens the file of a log.
    ///
    /// # Errors
    ///
    /// Says that it is not there, or belongs to another origin, or is damaged: then it cannot be
    /// known what was signed, and nothing is.
    pub fn open(path: &Path, origin: &str) -> Result<Self, Fault> {
        let (found, signed) = read(path)?;
        if found != origin {
            return Err(unfit(path, format!("it is of `{found}`, and not of `{origin}`")));
        }
        Ok(Self { path: path.to_owned(), origin: found, signed })
    }

    /// Parses the bytes of such a file; none where they are not what would be written.
    #[must_use]
    pub fn parse(bytes: &[u8]) -> Option<(String, Head)> {
        let text = std::str::from_utf8(bytes).ok()?;
        let mut lines = text.lines();
        let (_, origin) = (lines.next(), lines.next()?.to_owned());
        let head = Head { size: lines.next()?.parse().ok()?, root: hash(lines.next()?)? };
        // What is read is what would be written, so nothing else passes for it.
        (Self::print(&origin, &head) == text).then_some((origin, head))
    }

    /// Prints such a file.
    #[must_use]
    pub fn print(origin: &str, head: &Head) -> String {
        let body = format!("{TITLE}\n{origin}\n{}\n{}\n", head.size, Hex(&head.root));
        let sum = Sum::of("lock").bytes(body.as_bytes()).end();
        format!("{body}{sum}\n")
    }

    /// Returns what was signed last, as far as this program knows.
    #[must_use]
    pub const fn signed(&self) -> Head {
        self.signed
    }

    /// Compares a log with what was signed last: its head, and the root that it had at the size
    /// that was signed. A log that is longer and was another one there is a fork.
    ///
    /// # Errors
    ///
    /// Says that the log is behind, or has another root; or why its root cannot be told.
    pub fn compare<E: From<Fault>>(
        &self,
        found: &Head,
        root_at: impl FnOnce(u64) -> Result<Hash, E>,
    ) -> Result<(), E> {
        let Head { size, root } = self.signed;
        self.reaches(found)?;
        let then = if found.size == size { found.root } else { root_at(size)? };
        if then != root {
            let place = self.path.display().to_string();
            return Err(Fault::Forked { place, size, signed: root, found: then }.into());
        }
        Ok(())
    }

    /// Says whether a head is at least as long as what was signed.
    fn reaches(&self, found: &Head) -> Result<(), Fault> {
        if found.size < self.signed.size {
            let place = self.path.display().to_string();
            return Err(Fault::Behind { place, signed: self.signed.size, found: found.size });
        }
        Ok(())
    }

    /// Remembers, durably, what the log holds and is about to be signed or acknowledged.
    ///
    /// # Errors
    ///
    /// As [`CheckpointLock::compare`], or what keeps it from being written. Nothing may be signed
    /// then.
    pub fn advance<E: From<Fault>>(
        &mut self,
        next: &Head,
        root_at: impl FnOnce(u64) -> Result<Hash, E>,
    ) -> Result<(), E> {
        let _held = hold(&self.path)?;
        // Another program with the same key may have signed since.
        self.signed = Self::open(&self.path, &self.origin)?.signed;
        self.compare(next, root_at)?;
        if *next != self.signed {
            self.write(next)?;
            self.signed = *next;
        }
        Ok(())
    }

    /// Remembers, durably, what is about to be signed, if what was signed last is still as
    /// expected; says whether it was. Of two that expect the same exactly one is told so. Who calls
    /// has compared the root that the log had at the expected size.
    ///
    /// # Errors
    ///
    /// As [`CheckpointLock::advance`].
    pub fn exchange(&mut self, expected: &Head, next: &Head) -> Result<bool, Fault> {
        let _held = hold(&self.path)?;
        self.signed = Self::open(&self.path, &self.origin)?.signed;
        if self.signed != *expected {
            return Ok(false);
        }
        self.compare(next, |_size| Ok::<_, Fault>(expected.root))?;
        if *next != self.signed {
            self.write(next)?;
            self.signed = *next;
        }
        Ok(true)
    }

    /// Writes beside the file and puts the new one in its place: it is the old or the new one.
    fn write(&self, next: &Head) -> Result<(), Fault> {
        let fresh = beside(&self.path, ".new");
        let write = || {
            let mut file = File::create(&fresh)?;
            file.write_all(Self::print(&self.origin, next).as_bytes())?;
            file.sync_all()?;
            std::fs::rename(&fresh, &self.path)
        };
        write().map_err(|cause| told("write", &self.path, cause))?;
        keep_names(&self.path)
    }
}

/// Holds others off until it is let go.
fn hold(path: &Path) -> Result<File, Fault> {
    let guard = beside(path, ".held");
    let held = OpenOptions::new().create(true).truncate(false).write(true).open(&guard);
    let held = held.and_then(|file| file.lock().map(|()| file));
    held.map_err(|cause| told("hold", &guard, cause))
}

fn beside(path: &Path, ending: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(ending);
    PathBuf::from(name)
}

fn told(doing: &'static str, path: &Path, cause: std::io::Error) -> Fault {
    let place = path.display().to_string();
    if cause.kind() == ErrorKind::StorageFull {
        return Fault::Full { place, cause: cause.to_string() };
    }
    Fault::File { doing, place, cause }
}

fn read(path: &Path) -> Result<(String, Head), Fault> {
    let text = std::fs::read(path).map_err(|cause| {
        if cause.kind() == ErrorKind::NotFound {
            return unfit(path, "it is not there");
        }
        told("read", path, cause)
    })?;
    let parsed = CheckpointLock::parse(&text);
    parsed.ok_or_else(|| unfit(path, "it is not as it was written"))
}

fn unfit(path: &Path, cause: impl Into<String>) -> Fault {
    Fault::Lock { place: path.display().to_string(), cause: cause.into() }
}

fn hash(text: &str) -> Option<Hash> {
    let digits = text.as_bytes();
    let pairs = digits
        .chunks_exact(2)
        .map(|pair| u8::from_str_radix(std::str::from_utf8(pair).ok()?, 16).ok());
    let bytes: Vec<u8> = pairs.collect::<Option<_>>()?;
    Hash::try_from(bytes.as_slice()).ok()
}
