//! Names of things in several languages, with the days from which and until which they are used.

use crate::day::Day;
use crate::history::SourceRef;

/// What a name is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TitleForm {
    /// The usual one.
    Plain,
    /// The short name, by which lists are ordered.
    Short,
    /// The full official name.
    Official,
    /// Written in Latin letters.
    Romanised,
    /// Another name in use.
    Alias,
}

/// One name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Title {
    /// BCP 47 language tag.
    pub language: String,
    /// What it is for.
    pub form: TitleForm,
    /// The name itself.
    pub text: String,
    /// The first day of its use, where known.
    pub from: Option<Day>,
    /// The first day on which it is no longer used.
    pub until: Option<Day>,
    /// Who gives it.
    pub sources: Vec<SourceRef>,
    /// Whether nobody who knows the language has looked at it yet.
    pub draft: bool,
}

/// All names of one thing; the first is the one in the project's own language.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Titles {
    /// The name it was declared with.
    pub main: String,
    /// All others.
    pub others: Vec<Title>,
}

impl Titles {
    /// Returns the short name in a language on a day, else any name in that language.
    pub fn short(&self, language: &str, on: Day) -> Option<&str> {
        self.pick(language, TitleForm::Short, on)
            .or_else(|| self.pick(language, TitleForm::Plain, on))
            .or_else(|| self.pick(language, TitleForm::Official, on))
    }

    /// Returns the short English name on a day, else the declared one.
    pub fn short_or_main(&self, on: Day) -> &str {
        self.pick("en", TitleForm::Short, on).unwrap_or(&self.main)
    }

    fn pick(&self, language: &str, form: TitleForm, on: Day) -> Option<&str> {
        let used = |title: &&Title| {
            title.language == language
                && title.form == form
                && title.from.is_none_or(|from| from <= on)
                && title.until.is_none_or(|until| on < until)
        };
        self.others.iter().find(used).map(|title| title.text.as_str())
    }
}
