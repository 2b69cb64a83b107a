//! A disk that is full, and one that takes no writing: a small one of our own, where the system
//! lets a program mount one.

use crate::batches::{append_at, at, whole};
use crate::bed::{Directory, head, identity, root_at, told};
use servanda_store::{Batch, CheckpointLock, Fault, found, open};
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Names the small disk, for the copy of this program that runs on it.
const DISK: &str = "SERVANDA_STORE_DISK";

#[test]
fn a_full_disk_and_one_that_is_read_only_lose_nothing() {
    let directory = Directory::new();
    let path = directory.path("disk");
    std::fs::create_dir(&path).unwrap();
    let mount = "mount -t tmpfs -o size=600k tmpfs \"$0\" && exec \"$@\"";
    let may = Command::new("unshare")
        .args(["--user", "--map-root-user", "--mount", "sh", "-c", mount])
        .arg(&path)
        .arg("true")
        .status();
    if !may.is_ok_and(|status| status.success()) {
        eprintln!("left out: a program may not mount a disk of its own here");
        return;
    }
    let status = Command::new("unshare")
        .args(["--user", "--map-root-user", "--mount", "sh", "-c", mount])
        .arg(&path)
        .arg(std::env::current_exe().unwrap())
        .args(["--exact", "disk::on_a_small_disk", "--nocapture"])
        .env(DISK, &path)
        .status()
        .unwrap();
    assert!(status.success());
}

/// What is played on the small disk; where there is none, it does nothing.
#[test]
fn on_a_small_disk() {
    let Some(disk) = std::env::var_os(DISK).map(PathBuf::from) else { return };
    let size = fill(&disk);
    lock(&disk);
    crowded(&disk, size);
    read_only(&disk, size);
}

/// Appends until there is no room, makes some, and goes on.
fn fill(disk: &Path) -> u64 {
    let address = format!("sqlite:{}", disk.join("log.db").display());
    let filler = disk.join("filler");
    // So much room is needed again to move what the write-ahead file holds into the database.
    std::fs::write(&filler, vec![1; 330_000]).unwrap();
    let mut store = found(&address, &identity()).unwrap();
    let mut size = 0;
    let fault = loop {
        let (entries, tiles) = at(size);
        let after = head(size + u64::try_from(entries.len()).unwrap());
        match store.append(size, &Batch { entries: &entries, tiles: &tiles, after }) {
            Ok(_) => size = after.size,
            Err(fault) => break fault,
        }
    };
    assert!(matches!(fault, Fault::Full { .. }), "{fault:?}");
    eprintln!("full at {size}: {fault}");
    assert_eq!(whole(&mut *store, 0), size);
    assert_eq!(whole(&mut *open(&address).unwrap(), 0), size);
    std::fs::remove_file(&filler).unwrap();
    size = append_at(&mut *store, size).unwrap();
    assert_eq!(whole(&mut *store, 0), size);
    store.examine().unwrap();
    drop(store);
    assert_eq!(whole(&mut *open(&address).unwrap(), 0), size);
    size
}

/// A lock that cannot be written stays as it was, and nothing is signed.
fn lock(disk: &Path) {
    let path = disk.join("lock");
    let mut lock = CheckpointLock::create(&path, "example.org/log").unwrap();
    lock.advance(&head(3), root_at).unwrap();
    let filler = disk.join("filler");
    let mut rest = std::fs::File::create(&filler).unwrap();
    while rest.write_all(&[1; 4_096]).is_ok() {}
    let fault = lock.advance(&head(4), root_at).unwrap_err();
    assert!(matches!(fault, Fault::Full { .. }), "{fault:?}");
    assert_eq!(CheckpointLock::open(&path, "example.org/log").unwrap().signed(), head(3));
    drop(rest);
    std::fs::remove_file(&filler).unwrap();
    lock.advance(&head(4), root_at).unwrap();
}

/// A disk without any room is told as one when the log is opened, and nothing is lost.
fn crowded(disk: &Path, size: u64) {
    let address = format!("sqlite:{}", disk.join("log.db").display());
    let filler = disk.join("filler");
    let mut rest = std::fs::File::create(&filler).unwrap();
    while rest.write_all(&[1; 4_096]).is_ok() {}
    drop(rest);
    let fault = open(&address).map(drop).unwrap_err();
    assert!(matches!(fault, Fault::Full { .. }), "{fault:?}");
    std::fs::remove_file(&filler).unwrap();
    assert_eq!(whole(&mut *open(&address).unwrap(), 0), size);
}

/// A log that can only be read says so when it is opened.
fn read_only(disk: &Path, size: u64) {
    let path = disk.join("log.db");
    let address = format!("sqlite:{}", path.display());
    let mount = |how: &str| {
        let status = Command::new("mount").args(["-o", how]).arg(disk).status().unwrap();
        assert!(status.success());
    };
    mount("remount,ro");
    let expected = format!(
        "`{address}` can be read and not written: the file or its directory cannot be written"
    );
    assert_eq!(told(open(&address)), expected);
    let fresh = format!("sqlite:{}", disk.join("other.db").display());
    let fault = found(&fresh, &identity()).unwrap_err();
    assert!(matches!(fault, Fault::Database { doing: "open", .. }), "{fault:?}");
    mount("remount,rw");
    assert_eq!(whole(&mut *open(&address).unwrap(), 0), size);
}
