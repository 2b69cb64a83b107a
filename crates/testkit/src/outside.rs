//! Outside data that is read where it lies and never copied into the repository.

use crate::files::root;
use std::path::PathBuf;

/// Returns the path of a file of the outside data, where it is there.
///
/// The directory is `SERVANDA_DATA`, else `../shared/data` beside the repository. Whoever gets
/// none says so in a line that begins with `SKIPPED`.
pub fn outside_data(name: &str) -> Option<PathBuf> {
    let directory = std::env::var_os("SERVANDA_DATA")
        .map_or_else(|| root().join("../shared/data"), PathBuf::from);
    let path = directory.join(name);
    path.is_file().then_some(path)
}
