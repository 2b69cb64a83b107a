//! A draft: an act with places to fill, made from the law and the docket, and the text it becomes.

use crate::asked::Asked;
use crate::refusal::{Kind, Refusal};
use crate::tongue::say;
use crate::words::shown;
use maud::Markup;
use servanda_model::ArticleId;

/// The longest text of one place, in characters.
const TEXT_MAX: usize = 4_000;

/// An act with places to fill.
#[derive(Debug, Clone)]
pub(super) struct Draft {
    /// The word by which it is asked for.
    pub(super) id: String,
    /// Under which heading it is offered.
    pub(super) group: Group,
    /// What is communicated, in words.
    pub(super) title: String,
    /// The article that provides for it.
    pub(super) article: Option<ArticleId>,
    /// What is to be filled in.
    pub(super) asks: Vec<Ask>,
    /// The lines of the act with `{places}`; a line with an empty place is left out, but for one
    /// written `{?place}`, which may be empty.
    pub(super) lines: Vec<String>,
}

/// A heading of the desk.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Group {
    /// Steps of matters that are open.
    Open,
    /// Matters that can be opened.
    Opening,
    /// Instruments.
    Instruments,
    /// What needs neither.
    Free,
}

impl Group {
    pub(super) const ALL: [Self; 4] = [Self::Open, Self::Opening, Self::Instruments, Self::Free];

    /// Returns the heading.
    pub(super) fn title(self, asked: &Asked) -> Markup {
        match self {
            Self::Open => say!(asked, "desk-group-open"),
            Self::Opening => say!(asked, "desk-group-opening"),
            Self::Instruments => say!(asked, "desk-group-instruments"),
            Self::Free => say!(asked, "desk-group-free"),
        }
    }
}

/// A place to fill.
#[derive(Debug, Clone)]
pub(super) struct Ask {
    pub(super) name: &'static str,
    pub(super) label: String,
    pub(super) form: AskForm,
    pub(super) is_needed: bool,
}

/// What a place takes.
#[derive(Debug, Clone)]
pub(super) enum AskForm {
    /// Words, which are put between quotation marks.
    Words,
    /// One of some words of the language, each with what is shown for it.
    One(Vec<(String, String)>),
    /// Several of them.
    Several(Vec<(String, String)>),
}

impl Ask {
    pub(super) fn words(name: &'static str, label: String) -> Self {
        Self { name, label, form: AskForm::Words, is_needed: true }
    }

    pub(super) fn one(name: &'static str, label: String, of: Vec<(String, String)>) -> Self {
        Self { name, label, form: AskForm::One(of), is_needed: true }
    }

    pub(super) fn several(name: &'static str, label: String, of: Vec<(String, String)>) -> Self {
        Self { name, label, form: AskForm::Several(of), is_needed: false }
    }

    #[must_use]
    pub(super) fn optional(mut self) -> Self {
        self.is_needed = false;
        self
    }

    /// Writes what was filled in as the journal does; nothing where the place was left empty.
    fn written(&self, given: &[&str]) -> Result<Option<String>, Refusal> {
        let refused = |message: String| Refusal::new(Kind::Unreadable, message);
        let Some(first) = given.first() else {
            return match self.is_needed {
                true => Err(refused(format!("`{}` is missing", self.label))),
                false => Ok(None),
            };
        };
        match &self.form {
            AskForm::Words => {
                if first.chars().count() > TEXT_MAX {
                    let message = format!("`{}` has more than {TEXT_MAX} characters", self.label);
                    return Err(refused(message).hint("keep a long text as a document"));
                }
                let line: Vec<&str> = first.split_whitespace().collect();
                let text = line.join(" ").replace('\\', "\\\\").replace('"', "\\\"");
                Ok(Some(format!("\"{text}\"")))
            }
            AskForm::One(of) | AskForm::Several(of) => {
                let is_listed = |word: &&str| of.iter().any(|(known, _)| known == word);
                if let Some(other) = given.iter().find(|word| !is_listed(word)) {
                    let message = format!("`{}` does not stand in the list", shown(other));
                    return Err(refused(message).hint("choose one of those the form offers"));
                }
                Ok(Some(given.join(", ")))
            }
        }
    }
}

impl Draft {
    /// Writes the act.
    ///
    /// # Errors
    /// A place that is needed and empty, or filled with what it does not take.
    pub(super) fn text<'f>(&self, given: impl Fn(&str) -> Vec<&'f str>) -> Result<String, Refusal> {
        let mut written = Vec::new();
        for ask in &self.asks {
            written.push((format!("{{{}}}", ask.name), ask.written(&given(ask.name))?));
        }
        let mut text = String::new();
        for line in &self.lines {
            let mut out = String::new();
            let mut rest = line.as_str();
            let mut is_whole = true;
            // Each place is filled once: what was filled in is never read for places again.
            while let Some((before, after)) = rest.split_once('{') {
                let Some((name, later)) = after.split_once('}') else { break };
                let (name, is_extra) =
                    name.strip_prefix('?').map_or((name, false), |name| (name, true));
                let place = format!("{{{name}}}");
                let value = written.iter().find(|(known, _)| *known == place);
                out.push_str(before);
                match value.and_then(|(_, value)| value.as_deref()) {
                    Some(value) if is_extra => out.extend([" ", value]),
                    Some(value) => out.push_str(value),
                    None => is_whole &= is_extra,
                }
                rest = later;
            }
            out.push_str(rest);
            if is_whole {
                text.push_str(&out);
                text.push('\n');
            }
        }
        Ok(text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn draft() -> Draft {
        let states = vec![("ARM".to_owned(), "Armenia".to_owned())];
        Draft {
            id: "x".to_owned(),
            group: Group::Free,
            title: "x".to_owned(),
            article: None,
            asks: vec![
                Ask::words("what", "what".to_owned()),
                Ask::words("note", "remark".to_owned()).optional(),
                Ask::several("for", "for".to_owned(), states),
            ],
            lines: vec![
                "2026-11-22 statement by ARM".to_owned(),
                "  what {what}".to_owned(),
                "  note {note}".to_owned(),
                "  for {for}".to_owned(),
            ],
        }
    }

    fn written<'f>(given: &'f [(&'f str, &'f str)]) -> Result<String, Refusal> {
        let find = |name: &str| -> Vec<&'f str> {
            given.iter().filter(|(known, _)| *known == name).map(|(_, text)| *text).collect()
        };
        draft().text(find)
    }

    #[test]
    fn an_empty_place_leaves_its_line_out_and_words_cannot_leave_their_marks() {
        let text = written(&[("what", "a \"b\" \\ c\n  deposit {note}")]).unwrap();
        assert_eq!(
            text,
            "2026-11-22 statement by ARM\n  what \"a \\\"b\\\" \\\\ c deposit {note}\"\n"
        );
    }

    #[test]
    fn a_list_takes_only_what_it_offers() {
        assert!(written(&[("what", "x"), ("for", "ARM")]).unwrap().ends_with("  for ARM\n"));
        assert!(written(&[("what", "x"), ("for", "ARM\n  note")]).is_err());
        assert!(written(&[]).is_err());
    }
}
