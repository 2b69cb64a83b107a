//! What `servanda serve` holds in memory when nobody asks it anything.

use crate::cold::program;
use crate::figure::{Effort, Figure, Measured, float};
use crate::hall::Directory;
use anyhow::{Context as _, Result, ensure};
use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::TcpStream;
use std::process::{Command, Stdio};
use std::time::Duration;

/// Megabytes that are allowed.
const BOUND: f64 = 64.0;

/// Starts the program in a fresh directory, asks for one page, and looks at its memory.
pub(crate) fn idle(_effort: Effort) -> Result<Measured> {
    let directory = Directory::new("idle")?;
    let mut child = Command::new(program()?)
        .args(["serve", "--listen", "127.0.0.1:0"])
        .current_dir(&directory.0)
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()?;
    let looked = look(&mut child);
    child.kill()?;
    child.wait()?;
    let bytes = looked?;
    let value = float(bytes) / 1e6;
    let figure =
        Figure { name: "idle-memory", value, unit: "MB", ratio: BOUND / value, against: "64-MB" };
    Ok(Measured::Figures(
        vec![figure],
        vec!["the reference organisation, one page asked".to_owned()],
    ))
}

fn look(child: &mut std::process::Child) -> Result<usize> {
    let out = child.stdout.take().context("it has an output")?;
    let mut line = String::new();
    BufReader::new(out).read_line(&mut line)?;
    let address = line.trim().strip_prefix("http://").and_then(|rest| rest.strip_suffix('/'));
    let address = address.context("it told no address")?;
    let mut stream = TcpStream::connect(address)?;
    write!(stream, "GET / HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\n\r\n")?;
    let mut page = String::new();
    stream.read_to_string(&mut page)?;
    ensure!(page.starts_with("HTTP/1.1 200 "), "no page came");
    std::thread::sleep(Duration::from_millis(300));
    let said = std::fs::read_to_string(format!("/proc/{}/statm", child.id()))?;
    let pages: usize = said.split_whitespace().nth(1).context("it says how many")?.parse()?;
    Ok(pages.saturating_mul(4_096))
}
