//! Embeds the reference organisation that `organisations/reference` names.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let root = PathBuf::from(env::var("CARGO_MANIFEST_DIR")?).join("../..").canonicalize()?;
    let pointer = root.join("organisations/reference");
    println!("cargo::rerun-if-changed={}", pointer.display());
    let directory = root.join(fs::read_to_string(&pointer)?.trim());
    println!("cargo::rerun-if-changed={}", directory.display());
    let mut files = Vec::new();
    for entry in fs::read_dir(&directory)? {
        let path = entry?.path();
        if path.is_file() {
            files.push(path);
        }
    }
    files.sort();
    let name = directory.file_name().map(|name| name.to_string_lossy().into_owned());
    let table = table(&files, &name.unwrap_or_default())?;
    let out = PathBuf::from(env::var("OUT_DIR")?).join("reference.rs");
    Ok(fs::write(out, table)?)
}

fn table(files: &[PathBuf], name: &str) -> Result<String, Box<dyn std::error::Error>> {
    let mut text = format!(
        "pub(crate) const NAME: &str = {name:?};\npub(crate) const FILES: &[(&str, &[u8])] = &[\n"
    );
    for path in files {
        println!("cargo::rerun-if-changed={}", path.display());
        let shown = path.file_name().map(|file| format!("{name}/{}", file.to_string_lossy()));
        writeln!(
            text,
            "    ({:?}, include_bytes!({:?})),",
            shown.unwrap_or_default(),
            absolute(path)
        )?;
    }
    text.push_str("];\n");
    Ok(text)
}

fn absolute(path: &Path) -> String {
    path.display().to_string()
}
