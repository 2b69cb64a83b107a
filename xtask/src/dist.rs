//! What is handed out: the program, its unit and a package of Debian, unpacked and run once.

use crate::debian::run;
use crate::run::cargo;
use crate::served::{BUILD, Served, program};
use crate::tally::{Tally, Verdict};
use anyhow::{Context as _, Result, bail, ensure};
use std::fs;
use std::io::{Read as _, Write as _};
use std::net::TcpStream;
use std::os::unix::fs::PermissionsExt as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// What a package holds: where from, where to, and who may do what with it.
const FILES: [(&str, &str, u32); 8] = [
    ("xtask/dist/servanda.service", "usr/lib/systemd/system/servanda.service", 0o644),
    ("xtask/dist/sysusers.conf", "usr/lib/sysusers.d/servanda.conf", 0o644),
    ("docs/book/guide/operation.md", "usr/share/doc/servanda/operation.md", 0o644),
    ("LICENSE-MIT", "usr/share/doc/servanda/LICENSE-MIT", 0o644),
    ("LICENSE-APACHE", "usr/share/doc/servanda/LICENSE-APACHE", 0o644),
    ("crates/web/assets/fonts/OFL.txt", "usr/share/doc/servanda/OFL-fonts.txt", 0o644),
    ("xtask/dist/postinst", "DEBIAN/postinst", 0o755),
    ("xtask/dist/prerm", "DEBIAN/prerm", 0o755),
];

/// Builds the program with a profile, packs it, and runs what was packed.
pub(crate) fn pack(profile: &str, tally: &mut Tally) -> Result<()> {
    let root = servanda_testkit::root();
    let dist = root.join("target/dist");
    if dist.exists() {
        fs::remove_dir_all(&dist).context("could not remove `target/dist`")?;
    }
    let built = built(profile)?;
    let tree = dist.join("tree");
    for (from, to, mode) in FILES {
        put(&root.join(from), &tree.join(to), mode)?;
    }
    put(&built, &tree.join("usr/bin/servanda"), 0o755)?;
    let told = told(|words| run(Command::new("dpkg").args(words)))?;
    let version = env!("CARGO_PKG_VERSION");
    fs::write(tree.join("DEBIAN/control"), control(version, &told))?;
    let package = dist.join(format!("servanda_{version}_{told}.deb"));
    let said = |why: String| anyhow::anyhow!(why);
    let mut pack = Command::new("dpkg-deb");
    run(pack.args(["--build", "--root-owner-group"]).arg(&tree).arg(&package)).map_err(said)?;
    let unpacked = dist.join("unpacked");
    run(Command::new("dpkg-deb").arg("-x").arg(&package).arg(&unpacked)).map_err(said)?;
    let binary = unpacked.join("usr/bin/servanda");
    let answer = run(Command::new(&binary).arg("--version")).map_err(said)?;
    ensure!(answer.trim() == format!("servanda {version}"), "it says `{}`", answer.trim());
    let served = Served::of(binary, &dist.join("log"))?;
    tally.note("the packed program serves", &healthy(served.address())?);
    tally.note("the packed program ended when told", &served.stop()?);
    println!("         {}", package.strip_prefix(&root).unwrap_or(&package).display());
    Ok(())
}

/// Returns the architecture as Debian calls it.
fn told(ask: impl Fn(&[&str]) -> Result<String, String>) -> Result<String> {
    match ask(&["--print-architecture"]) {
        Ok(said) => Ok(said.trim().to_owned()),
        Err(why) => bail!("a package of Debian cannot be made here: {why}"),
    }
}

fn built(profile: &str) -> Result<PathBuf> {
    let built = cargo(&BUILD)
        .args(["--profile", profile])
        .stderr(Stdio::inherit())
        .output()
        .context("could not build the program")?;
    ensure!(built.status.success(), "the program does not build");
    let program = program(&String::from_utf8_lossy(&built.stdout));
    program.map(PathBuf::from).context("the build names no program")
}

fn put(from: &Path, to: &Path, mode: u32) -> Result<()> {
    let parent = to.parent().context("a place has no directory")?;
    fs::create_dir_all(parent).with_context(|| format!("could not make {}", parent.display()))?;
    fs::copy(from, to).with_context(|| format!("could not copy {}", from.display()))?;
    fs::set_permissions(to, fs::Permissions::from_mode(mode))?;
    Ok(())
}

fn control(version: &str, architecture: &str) -> String {
    format!(
        "Package: servanda\nVersion: {version}\nArchitecture: {architecture}\nSection: net\n\
         Priority: optional\nMaintainer: The Servanda engineers <servanda@example.org>\n\
         Depends: libc6\nRecommends: systemd\nHomepage: https://example.org/servanda\n\
         Description: law and acts of an organisation, kept, judged and shown\n \
         One program that keeps every act of an organisation sealed in a log, says what\n \
         follows from it on any day, and shows it as pages and to programs.\n"
    )
}

/// Asks whether the program is well.
fn healthy(address: &str) -> Result<Verdict> {
    let host = address.trim_start_matches("http://").trim_end_matches('/');
    let mut stream = TcpStream::connect(host).context("the program does not answer")?;
    write!(stream, "GET /healthz HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n")?;
    let mut answer = String::new();
    stream.read_to_string(&mut answer)?;
    let ill = (!answer.ends_with("\r\n\r\nok")).then_some(answer);
    Ok(Verdict::of(ill.into_iter().collect()))
}
