//! A PostgreSQL of its own: made in a fresh directory, reached by a Unix socket, gone at the end.

use anyhow::{Context as _, Result, ensure};
use postgres::{Client, NoTls};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// A running server and where its files lie.
#[derive(Debug)]
pub(crate) struct Cluster {
    programs: PathBuf,
    directory: PathBuf,
}

impl Cluster {
    /// Starts a server, or returns none where PostgreSQL is neither there nor can be installed.
    pub(crate) fn start() -> Result<Option<Self>> {
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
        let options = format!(
            "-c listen_addresses='' -c unix_socket_directories='{}' -c fsync=off \
             -c shared_buffers=256MB -c work_mem=64MB -c jit=off",
            cluster.directory.display()
        );
        run(cluster
            .program("pg_ctl")
            .arg("-D")
            .arg(&data)
            .args(["-w", "-l"])
            .arg(cluster.directory.join("log"))
            .args(["-o", &options, "start"]))?;
        Ok(Some(cluster))
    }

    /// Connects.
    pub(crate) fn client(&self) -> Result<Client> {
        let mut config = Client::configure();
        config.host_path(&self.directory).user("postgres").dbname("postgres");
        config.connect(NoTls).context("could not connect to PostgreSQL")
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
    command.stdin(Stdio::null()).stdout(Stdio::null());
    let status = command
        .stderr(Stdio::null())
        .status()
        .with_context(|| format!("could not run {command:?}"))?;
    ensure!(status.success(), "{command:?} ended with {status}");
    Ok(())
}
