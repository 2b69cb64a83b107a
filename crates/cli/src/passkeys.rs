//! The file of passkeys, beside the office's keys: whole or as before, and read by its owner alone.

use crate::failure::{Failure, Place};
use crate::world::World;
use servanda_web::{Reception, Shelf};
use std::fs::{File, OpenOptions};
use std::io::{ErrorKind, Write as _};
use std::os::unix::fs::OpenOptionsExt as _;
use std::path::{Path, PathBuf};

/// Lets a reception keep passkeys in the file beside a file of keys.
pub(crate) fn kept(
    reception: Reception,
    origin: &str,
    keys: &Path,
    world: &World,
) -> Result<Reception, Failure> {
    let shown = beside(keys, ".passkeys");
    let path = world.directory.join(&shown);
    let (read, changed) = (path.clone(), path);
    let read = move || text(&read);
    let exchange = move |before: Option<&str>, after: &str| exchange(&changed, before, after);
    let shelf = Shelf::new(Box::new(read), Box::new(exchange));
    shelf.look(origin).map_err(|cause| Failure::Key {
        at: Place::file(&shown),
        message: cause.to_string(),
        hint: "put back the file as the program wrote it, or move it away: its passkeys are then made anew".to_owned(),
    })?;
    Ok(reception.with_passkeys(shelf))
}

fn beside(path: &Path, ending: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(ending);
    PathBuf::from(name)
}

fn text(path: &Path) -> std::io::Result<Option<String>> {
    match std::fs::read_to_string(path) {
        Ok(text) => Ok(Some(text)),
        Err(fault) if fault.kind() == ErrorKind::NotFound => Ok(None),
        Err(fault) => Err(fault),
    }
}

/// Writes a text in the place of the one that is expected; says whether that one was there.
/// Whoever else serves with these keys waits.
fn exchange(path: &Path, before: Option<&str>, after: &str) -> std::io::Result<bool> {
    let mut options = OpenOptions::new();
    options.create(true).write(true).mode(0o600);
    let held = options.truncate(false).open(beside(path, ".held"))?;
    held.lock()?;
    if text(path)?.as_deref() != before {
        return Ok(false);
    }
    let fresh = beside(path, ".new");
    let mut file = options.truncate(true).open(&fresh)?;
    file.write_all(after.as_bytes())?;
    file.sync_all()?;
    std::fs::rename(&fresh, path)?;
    if let Some(directory) = path.parent() {
        File::open(directory)?.sync_all()?;
    }
    Ok(true)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::os::unix::fs::PermissionsExt as _;

    #[test]
    fn a_text_is_exchanged_where_it_is_as_expected_and_its_owner_alone_reads_it() {
        let place = std::env::temp_dir().join(format!("servanda-passkeys-{}", std::process::id()));
        std::fs::create_dir_all(&place).unwrap();
        let path = place.join("servanda.key.passkeys");
        assert_eq!(text(&path).unwrap(), None);
        assert!(exchange(&path, None, "one").unwrap());
        assert!(!exchange(&path, None, "two").unwrap());
        assert!(exchange(&path, Some("one"), "two").unwrap());
        assert_eq!(text(&path).unwrap().as_deref(), Some("two"));
        let mode = std::fs::metadata(&path).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o600);
        std::fs::remove_dir_all(place).unwrap();
    }

    #[test]
    fn a_file_of_another_log_is_told_by_place_cause_and_hint_before_anything_is_served() {
        let place = std::env::temp_dir().join(format!("servanda-others-{}", std::process::id()));
        std::fs::create_dir_all(&place).unwrap();
        let other = "{\"form\":\"servanda.passkeys/v1\",\"log\":\"b.example/log\",\"kept\":[]}\n";
        std::fs::write(place.join("servanda.key.passkeys"), other).unwrap();
        let world = World::quiet(servanda_model::Day::civil(2026, 11, 22).unwrap(), place.clone());
        let open = || {
            let (clock, chance) = (Box::new(|| None), Box::new(|| Some([1; 32])));
            let reception = Reception::open("a.example/log", None, clock, chance).unwrap();
            kept(reception, "a.example/log", Path::new("servanda.key"), &world)
        };
        let Failure::Key { at, message, hint } = open().unwrap_err() else { panic!("no key") };
        assert_eq!(at, Place::file(Path::new("servanda.key.passkeys")));
        assert_eq!(message, "line 1: these are not the passkeys of `a.example/log`");
        assert!(hint.contains("move it away"));
        std::fs::remove_file(place.join("servanda.key.passkeys")).unwrap();
        assert!(open().is_ok());
        std::fs::remove_dir_all(place).unwrap();
    }
}
