//! The program, run in process on the fixed day, and the corpus played once.

use servanda_testkit::{Answer, Call, Mode, Report, root, run};
use std::sync::OnceLock;

/// Returns the corpus, played once for all tests, and blessed where that is asked for.
pub(crate) fn corpus() -> &'static Report {
    static REPORT: OnceLock<Report> = OnceLock::new();
    REPORT.get_or_init(|| run(&root(), &servanda, &mode()).unwrap())
}

/// Returns which outputs in the repository are to be written anew.
pub(crate) fn mode() -> Mode {
    let word = std::env::var("BLESS").ok();
    Mode::of_word(word.as_deref())
}

/// Runs one command of the program.
pub(crate) fn servanda(call: &Call<'_>) -> Answer {
    let world = servanda_cli::World::quiet(servanda_testkit::today(), call.directory.to_owned());
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let exit = servanda_cli::run(call.arguments, &world, &mut out, &mut err);
    let text = |bytes| String::from_utf8(bytes).expect("BUG: the program wrote bytes, not text");
    Answer { out: text(out), err: text(err), exit }
}
