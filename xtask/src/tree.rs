//! The files of the repository, as they would be committed.

use anyhow::{Context as _, Result, ensure};
use std::path::PathBuf;
use std::process::Command;

/// A text of the repository.
#[derive(Debug)]
pub(crate) struct File {
    /// Its path from the root, with `/`.
    pub(crate) path: String,
    pub(crate) text: String,
}

impl File {
    pub(crate) fn is_rust(&self) -> bool {
        self.path.ends_with(".rs")
    }

    pub(crate) fn is_markdown(&self) -> bool {
        self.path.ends_with(".md")
    }

    /// Returns the room whose source this is; tests are no source of a room.
    pub(crate) fn room(&self) -> Option<&str> {
        let (room, rest) = self.path.strip_prefix("crates/")?.split_once('/')?;
        (rest.starts_with("src/") && !rest.ends_with("/tests.rs")).then_some(room)
    }
}

/// All texts of the repository.
#[derive(Debug)]
pub(crate) struct Tree {
    pub(crate) root: PathBuf,
    pub(crate) files: Vec<File>,
}

impl Tree {
    /// Reads every text that git tracks or would take.
    pub(crate) fn load() -> Result<Self> {
        let root = servanda_testkit::root();
        let listed = Command::new("git")
            .args(["ls-files", "--cached", "--others", "--exclude-standard", "-z"])
            .current_dir(&root)
            .output()
            .context("could not run `git ls-files`")?;
        ensure!(listed.status.success(), "`git ls-files` failed");
        let mut files = Vec::new();
        for path in String::from_utf8(listed.stdout)?.split_terminator('\0') {
            let whole = root.join(path);
            // A file that was removed and not yet committed is still listed.
            if !whole.is_file() {
                continue;
            }
            let bytes =
                std::fs::read(&whole).with_context(|| format!("could not read `{path}`"))?;
            if let Ok(text) = String::from_utf8(bytes) {
                files.push(File { path: path.to_owned(), text });
            }
        }
        files.sort_by(|a, b| a.path.cmp(&b.path));
        Ok(Self { root, files })
    }

    pub(crate) fn text(&self, path: &str) -> Option<&str> {
        self.files.iter().find(|file| file.path == path).map(|file| file.text.as_str())
    }

    pub(crate) fn rust(&self) -> impl Iterator<Item = &File> {
        self.files.iter().filter(|file| file.is_rust())
    }
}
