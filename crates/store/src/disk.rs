//! What a directory has to be told so that a name in it outlasts a loss of power.

use crate::Fault;
use std::fs::File;
use std::path::Path;

/// Makes the names in a file's directory durable.
pub(crate) fn keep_names(path: &Path) -> Result<(), Fault> {
    let parent = path.parent().filter(|parent| !parent.as_os_str().is_empty());
    let directory = parent.unwrap_or(Path::new("."));
    File::open(directory).and_then(|opened| opened.sync_all()).map_err(|cause| Fault::File {
        doing: "make durable the directory",
        place: directory.display().to_string(),
        cause,
    })
}
