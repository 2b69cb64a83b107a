//! A PostgreSQL of its own: made in a fresh directory, reached by a Unix socket, gone at the end.

use std::io::{Error, Result};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// A running server and where its files lie.
#[derive(Debug)]
pub struct Cluster {
    programs: PathBuf,
    directory: PathBuf,
}

impl Cluster {
    /// Starts a server with settings `NAME=VALUE`, or returns none where PostgreSQL is neither
    /// there nor can be installed.
    ///
    /// # Errors
    ///
    /// Says which of its programs did not do its work.
    pub fn start(settings: &[&str]) -> Result<Option<Self>> {
        let Some(programs) = programs().or_else(|| install().then(programs).flatten()) else {
            return Ok(None);
        };
        let directory =
            std::env::temp_dir().join(format!("servanda-postgres-{}", std::process::id()));
        std::fs::create_dir_all(&directory)?;
        if is_root() {
            run(Command::new("chown").arg("postgres").arg(&directory))?;
        }
        let cluster = Self { programs, directory };
        let data = cluster.directory.join("data");
        run(cluster.program("initdb").arg("-D").arg(&data).args([
            "-A",
            "trust",
            "-U",
            "postgres",
            "--no-sync",
        ]))?;
        let mut options = format!(
            "-c listen_addresses='' -c unix_socket_directories='{}'",
            cluster.directory.display()
        );
        for setting in settings {
            options.push_str(" -c ");
            options.push_str(setting);
        }
        run(cluster
            .program("pg_ctl")
            .arg("-D")
            .arg(&data)
            .args(["-w", "-l"])
            .arg(cluster.directory.join("log"))
            .args(["-o", &options, "start"]))?;
        Ok(Some(cluster))
    }

    /// Returns the directory of the socket by which it is reached, as the user `postgres`.
    #[must_use]
    pub fn directory(&self) -> &Path {
        &self.directory
    }

    /// Returns the address of its first database.
    #[must_use]
    pub fn address(&self) -> String {
        let host = self.directory.display().to_string().replace('/', "%2F");
        format!("postgres://postgres@{host}/postgres")
    }

    /// A program of the server, run by `postgres` where we are root, which it refuses.
    fn program(&self, name: &str) -> Command {
        let path = self.programs.join(name);
        let mut command = if is_root() {
            let mut command = Command::new("setpriv");
            command.args(["--reuid=postgres", "--regid=postgres", "--clear-groups"]);
            command.arg(path);
            command
        } else {
            Command::new(path)
        };
        command.current_dir(&self.directory);
        command
    }
}

impl Drop for Cluster {
    fn drop(&mut self) {
        let data = self.directory.join("data");
        let stop =
            run(self.program("pg_ctl").arg("-D").arg(&data).args(["-m", "immediate", "stop"]));
        // What stays behind lies in the temporary place.
        drop((stop, std::fs::remove_dir_all(&self.directory)));
    }
}

fn is_root() -> bool {
    std::fs::metadata("/proc/self").is_ok_and(|of| std::os::unix::fs::MetadataExt::uid(&of) == 0)
}

fn programs() -> Option<PathBuf> {
    let mut versions: Vec<PathBuf> = std::fs::read_dir("/usr/lib/postgresql")
        .ok()?
        .filter_map(|entry| Some(entry.ok()?.path().join("bin")))
        .filter(|bin| bin.join("initdb").is_file())
        .collect();
    versions.sort();
    versions.pop()
}

/// Installs PostgreSQL where Debian's tools are there and we may.
fn install() -> bool {
    is_root()
        && Path::new("/usr/bin/apt-get").is_file()
        && run(Command::new("apt-get").args(["install", "--yes", "--quiet", "postgresql-15"]))
            .is_ok()
}

fn run(command: &mut Command) -> Result<()> {
    command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    let status = command.status()?;
    if status.success() {
        return Ok(());
    }
    Err(Error::other(format!("{command:?} ended with {status}")))
}
