//! What the program reads from outside once: the day and the working directory.

use anyhow::Context as _;
use servanda_model::Day;
use std::path::PathBuf;

/// The day and the place in which a command runs.
#[derive(Debug, Clone)]
pub struct World {
    /// The day on which questions without `--on` are asked.
    pub today: Day,
    /// The directory from which paths are read.
    pub directory: PathBuf,
    /// The width of the terminal that tables are set to; none where the output is no terminal.
    pub width: Option<u16>,
}

impl World {
    /// Reads the clock and the working directory.
    ///
    /// # Errors
    /// Says which of the two could not be read.
    pub fn here() -> anyhow::Result<Self> {
        let date = jiff::Timestamp::now().to_zoned(jiff::tz::TimeZone::UTC).date();
        let (year, month, day) = (i32::from(date.year()), date.month(), date.day());
        let part = |n: i8| u32::try_from(n).ok();
        let today =
            part(month).zip(part(day)).and_then(|(month, day)| Day::civil(year, month, day));
        let today = today
            .with_context(|| format!("the clock shows {date}, which is no day of this calendar"))?;
        let directory = std::env::current_dir().context("could not read the working directory")?;
        let width = terminal_size::terminal_size().map(|(width, _)| width.0);
        Ok(Self { today, directory, width })
    }
}
