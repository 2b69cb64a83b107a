//! Counts what passed, failed and was skipped, and says so in one plain last line.

use std::fmt;
use std::process::ExitCode;

/// How one check ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Verdict {
    Passed,
    Failed(Vec<String>),
    Skipped(String),
}

impl Verdict {
    /// Passes where nothing was found.
    pub(crate) fn of(found: Vec<String>) -> Self {
        if found.is_empty() { Self::Passed } else { Self::Failed(found) }
    }
}

/// What has been counted so far.
#[derive(Debug, Default)]
pub(crate) struct Tally {
    passed: u32,
    failed: u32,
    skipped: u32,
}

impl Tally {
    /// Counts a check and says how it ended.
    pub(crate) fn note(&mut self, name: &str, verdict: &Verdict) {
        match verdict {
            Verdict::Passed => {
                self.passed = self.passed.saturating_add(1);
                println!("ok       {name}");
            }
            Verdict::Failed(found) => {
                self.failed = self.failed.saturating_add(1);
                println!("FAILED   {name}");
                found.iter().for_each(|line| println!("  {line}"));
            }
            Verdict::Skipped(why) => {
                self.skipped = self.skipped.saturating_add(1);
                println!("SKIPPED  {name}: {why}");
            }
        }
    }

    pub(crate) fn exit(&self) -> ExitCode {
        if self.failed == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
    }
}

impl fmt::Display for Tally {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} passed, {} failed", self.passed, self.failed)?;
        if self.skipped > 0 { write!(f, ", {} skipped", self.skipped) } else { Ok(()) }
    }
}
