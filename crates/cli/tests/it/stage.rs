//! A league with a log on disk, the log shown over HTTP, and the program run in its directory.

use crate::serve::REASON;
use axum::Router;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::routing::get;
use servanda_cli::{World, run};
use servanda_depositary::Depositary;
use servanda_model::Day;
use servanda_tlog::{Bundle, Tile};
use std::path::PathBuf;

const CHARTER: &str = "servanda 1

organisation league \"League\"

party ARM \"Armenia\"
party BLR \"Belarus\"

instrument pact \"Pact\"
  kind treaty
  of league

article pact.1 \"Entry into force\"
  evidence official-text
  signature definitive
  in-force each on deposit
article pact.2 \"Withdrawal\"
  evidence official-text
  withdrawal by notice of 6 months
";

const JOURNAL: &str = "journal league
  recorded on the day done
  complete to 2020-12-31

2020-01-01 sign pact by ARM, BLR
";

/// A directory with a log, which is taken away in the end.
pub(crate) struct Stage {
    pub(crate) directory: PathBuf,
}

impl Drop for Stage {
    fn drop(&mut self) {
        drop(std::fs::remove_dir_all(&self.directory));
    }
}

impl Stage {
    #[expect(clippy::expect_used, reason = "a test stops where its stage cannot be set")]
    pub(crate) fn set(name: &str) -> Self {
        let named = format!("servanda-cli-{name}-{}", std::process::id());
        let directory = std::env::temp_dir().join(named);
        std::fs::create_dir_all(directory.join("league")).expect(REASON);
        let stage = Self { directory };
        stage.write("league/league.charter", CHARTER);
        stage.write("league/league.journal", JOURNAL);
        stage.yes("log create --log sqlite:league.db --record league --keys office.keys");
        stage
    }

    #[expect(clippy::expect_used, reason = "a test stops where its stage cannot be set")]
    pub(crate) fn write(&self, path: &str, text: &str) {
        std::fs::write(self.directory.join(path), text).expect(REASON);
    }

    /// Runs a command line; returns the exit code, the output and the error output.
    #[expect(clippy::expect_used, reason = "a test stops where its stage cannot be set")]
    pub(crate) fn run(&self, line: &str) -> (u8, String, String) {
        self.run_on(Day::civil(2026, 11, 22).expect(REASON), line)
    }

    /// Runs a command line on another day; a `~` stands for a space within a word.
    #[expect(clippy::expect_used, reason = "a test stops where its stage cannot be set")]
    pub(crate) fn run_on(&self, today: Day, line: &str) -> (u8, String, String) {
        let words = line.split_whitespace().map(|word| word.replace('~', " "));
        let words: Vec<String> = words.collect();
        let (mut out, mut err) = (Vec::new(), Vec::new());
        let code = run(&words, &World::quiet(today, self.directory.clone()), &mut out, &mut err);
        let text = |bytes| String::from_utf8(bytes).expect(REASON);
        (code, text(out), text(err))
    }

    /// Runs a command line whose answer is yes, and returns the output.
    pub(crate) fn yes(&self, line: &str) -> String {
        let (code, out, err) = self.run(line);
        assert_eq!(code, 0, "{line}: {out}{err}");
        out
    }

    /// Records a notice of a state in the log.
    pub(crate) fn notice(&self, state: &str) {
        let text = format!("2026-11-22 notice of withdrawal from pact by {state}\n");
        self.write("note.journal", &text);
        let act = format!("{state}.act");
        self.yes(&format!(
            "act note.journal --log sqlite:league.db --keys office.keys --out {act}"
        ));
        self.yes(&format!("log append {act} --log sqlite:league.db --keys office.keys"));
    }

    pub(crate) fn log(&self) -> String {
        self.log_at("league.db")
    }

    fn log_at(&self, file: &str) -> String {
        format!("sqlite:{}", self.directory.join(file).display())
    }

    /// Shows the log as `servanda serve` does, on a port of its own, and returns the address.
    pub(crate) fn show(&self) -> String {
        self.show_at("league.db")
    }

    /// Shows the log of a file so.
    #[expect(clippy::expect_used, reason = "a test stops where its stage cannot be set")]
    pub(crate) fn show_at(&self, file: &str) -> String {
        let listener = std::net::TcpListener::bind("127.0.0.1:0").expect(REASON);
        listener.set_nonblocking(true).expect(REASON);
        let address = format!("http://{}", listener.local_addr().expect(REASON));
        let routes = Router::new().route("/log/{*path}", get(shown)).with_state(self.log_at(file));
        std::thread::spawn(move || {
            let runtime =
                tokio::runtime::Builder::new_current_thread().enable_all().build().expect(REASON);
            runtime.block_on(async move {
                let listener = tokio::net::TcpListener::from_std(listener).expect(REASON);
                axum::serve(listener, routes).await.expect(REASON);
            });
        });
        address
    }
}

#[expect(clippy::expect_used, reason = "a test stops where its stage cannot be set")]
async fn shown(State(log): State<String>, Path(path): Path<String>) -> Result<Vec<u8>, StatusCode> {
    let mut office = Depositary::open(&log).expect(REASON);
    if path == "checkpoint" {
        return Ok(office.checkpoint().expect(REASON).print().into_bytes());
    }
    let found = match (Bundle::parse(&path), Tile::parse(&path)) {
        (Some(bundle), _) => office.bundle(bundle).expect(REASON),
        (None, Some(tile)) => office.tile(tile).expect(REASON),
        (None, None) => None,
    };
    found.ok_or(StatusCode::NOT_FOUND)
}
