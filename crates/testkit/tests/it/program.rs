//! The program, run in process on the fixed day, and the corpus played once.

use servanda_testkit::{Answer, Call, Mode, Report, root, run};
use std::sync::OnceLock;

/// Returns the corpus, played once for all tests, and blessed where that is asked for.
pub(crate) fn corpus() -> &'static Report {
    static REPORT: OnceLock<Report> = OnceLock::new();
    REPORT.get_or_init(|| {
        let mode = if blesses() {
            Mode::Bless
        } else {
            Mode::Compare
        };
        run(&root(), &servanda, mode).unwrap()
    })
}

/// Tells whether outputs in the repository are to be written anew.
pub(crate) fn blesses() -> bool {
    std::env::var_os("BLESS").is_some_and(|value| value == "1")
}

/// Runs one command of the program.
pub(crate) fn servanda(call: &Call<'_>) -> Answer {
    let world = servanda_cli::World {
        today: servanda_testkit::today(),
        directory: call.directory.to_owned(),
    };
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let exit = servanda_cli::run(call.arguments, &world, &mut out, &mut err);
    let text = |bytes| String::from_utf8(bytes).expect("BUG: the program wrote bytes, not text");
    Answer {
        out: text(out),
        err: text(err),
        exit,
    }
}
