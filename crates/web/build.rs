//! Tells this build from every other, so that an answer that another build made is not taken for
//! its own.

use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use std::path::{Path, PathBuf};
use std::{env, fs};

/// The rooms that an answer comes through.
const ROOMS: [&str; 8] =
    ["model", "charter", "journal", "engine", "query", "publish", "depositary", "web"];

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let crates = PathBuf::from(env::var("CARGO_MANIFEST_DIR")?).join("..").canonicalize()?;
    let mut files = Vec::new();
    for room in ROOMS {
        for part in ["src", "messages", "assets"] {
            let directory = crates.join(room).join(part);
            if directory.is_dir() {
                println!("cargo::rerun-if-changed={}", directory.display());
                gather(&directory, &mut files)?;
            }
        }
    }
    files.sort();
    let mut hasher = DefaultHasher::new();
    for file in files {
        file.strip_prefix(&crates)?.hash(&mut hasher);
        fs::read(&file)?.hash(&mut hasher);
    }
    env::var_os("CARGO_FEATURE_PASSKEYS").is_some().hash(&mut hasher);
    println!("cargo::rustc-env=SERVANDA_BUILD={:016x}", hasher.finish());
    Ok(())
}

fn gather(directory: &Path, files: &mut Vec<PathBuf>) -> std::io::Result<()> {
    for entry in fs::read_dir(directory)? {
        let path = entry?.path();
        if path.is_dir() {
            gather(&path, files)?;
        } else {
            files.push(path);
        }
    }
    Ok(())
}
