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

/// The size and root that were signed last for one origin.
///
/// Who signs calls [`CheckpointLock::advance`] first and signs only where it was done; two
/// programs with one key may hold the same file.
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
        let _held = hold(path)?;
        if path.exists() {
            return Err(unfit(path, "there is one already"));
        }
        let lock = Self { path: path.to_owned(), origin: origin.to_owned(), signed: Head::EMPTY };
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

    /// Returns what was signed last, as far as this program knows.
    #[must_use]
    pub const fn signed(&self) -> Head {
        self.signed
    }

    /// Compares a head with what was signed last. A longer one is compared by its size only: who
    /// opens a log also hands in the size that was signed and the root that the log has there.
    ///
    /// # Errors
    ///
    /// Says that the log is behind, or has another root.
    pub fn compare(&self, found: &Head) -> Result<(), Fault> {
        let place = self.path.display().to_string();
        let Head { size, root } = self.signed;
        if found.size < size {
            return Err(Fault::Behind { place, signed: size, found: found.size });
        }
        if found.size == size && found.root != root {
            return Err(Fault::Forked { place, size, signed: root, found: found.root });
        }
        Ok(())
    }

    /// Remembers, durably, what is about to be signed.
    ///
    /// # Errors
    ///
    /// Says that something else or something later was signed, or what keeps it from being
    /// written. Nothing may be signed then.
    pub fn advance(&mut self, next: &Head) -> Result<(), Fault> {
        let _held = hold(&self.path)?;
        // Another program with the same key may have signed since.
        self.signed = Self::open(&self.path, &self.origin)?.signed;
        self.compare(next)?;
        if *next != self.signed {
            self.write(next)?;
            self.signed = *next;
        }
        Ok(())
    }

    /// Remembers, durably, what is about to be signed, if what was signed last is still as
    /// expected; says whether it was. Of two that expect the same exactly one is told so.
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
        self.compare(next)?;
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
            file.write_all(print(&self.origin, next).as_bytes())?;
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

fn print(origin: &str, head: &Head) -> String {
    let body = format!("{TITLE}\n{origin}\n{}\n{}\n", head.size, Hex(&head.root));
    let sum = Sum::of("lock").bytes(body.as_bytes()).end();
    format!("{body}{sum}\n")
}

fn read(path: &Path) -> Result<(String, Head), Fault> {
    let text = std::fs::read(path).map_err(|cause| {
        if cause.kind() == ErrorKind::NotFound {
            return unfit(path, "it is not there");
        }
        told("read", path, cause)
    })?;
    let parsed = String::from_utf8(text).ok().and_then(|text| {
        let mut lines = text.lines();
        let (_, origin) = (lines.next(), lines.next()?.to_owned());
        let head = Head { size: lines.next()?.parse().ok()?, root: hash(lines.next()?)? };
        // What is read is what would be written, so nothing else passes for it.
        (print(&origin, &head) == text).then_some((origin, head))
    });
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
