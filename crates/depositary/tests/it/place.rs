//! A place on disk for one test.

use std::path::PathBuf;

/// A place on disk that is taken away in the end.
pub(crate) struct Place(pub(crate) PathBuf);

impl Place {
    pub(crate) fn new(name: &str) -> Self {
        let path = std::env::temp_dir().join(format!("servanda-{name}-{}", std::process::id()));
        std::fs::create_dir_all(&path).unwrap();
        Self(path)
    }

    pub(crate) fn mirror(&self) -> String {
        format!("sqlite:{}", self.0.join("mirror.db").display())
    }

    pub(crate) fn address(&self) -> String {
        format!("sqlite:{}", self.0.join("log.db").display())
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        drop(std::fs::remove_dir_all(&self.0));
    }
}
