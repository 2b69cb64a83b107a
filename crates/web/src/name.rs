//! A name of the record as the reader's language has it on a day, or as the language it is
//! borrowed from has it: what is borrowed says whose it is, and a draft says that it is one.

use crate::asked::Asked;
use crate::tongue::{Tongue, say, text};
use maud::{Markup, html};
use servanda_model::{Title, TitleForm, Titles};

/// How much of a name is wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Size {
    /// The name by which lists are ordered.
    Short,
    /// The usual name.
    Whole,
    /// The full official name.
    Official,
}

/// A name and the language it is in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Name<'s> {
    pub(crate) text: &'s str,
    /// The language it is borrowed from, none where it is the reader's own.
    pub(crate) lender: Option<&'static str>,
    /// Whether nobody who knows the language has looked at it.
    pub(crate) is_draft: bool,
}

impl<'s> Name<'s> {
    /// Returns a word of the record that has no name; it is the same in every language.
    pub(crate) fn word(text: &'s str) -> Self {
        Self { text, lender: None, is_draft: false }
    }

    /// Returns a text of the record, which is written in English.
    pub(crate) fn written(asked: &Asked, text: &'s str) -> Self {
        Self { text, lender: lender(asked, Tongue::english()), is_draft: false }
    }

    /// Returns the name in the reader's language, or the nearest that lends one.
    pub(crate) fn of(asked: &Asked, titles: &'s Titles, size: Size) -> Self {
        for tongue in asked.tongue().and_lenders() {
            if tongue.tag == Tongue::english().tag {
                break;
            }
            if let Some(title) = pick(titles, tongue.tag, size, asked) {
                let lender = lender(asked, tongue);
                return Self { text: &title.text, lender, is_draft: title.draft };
            }
        }
        let text = match size {
            Size::Short => titles.short_or_main(asked.moment.on),
            Size::Whole | Size::Official => &titles.main,
        };
        Self::written(asked, text)
    }

    /// Returns what is said of it when one points at it: that it is a draft.
    pub(crate) fn remark(&self, asked: &Asked) -> Option<String> {
        self.is_draft.then(|| text!(asked, "frame-draft"))
    }

    /// Shows it.
    pub(crate) fn shown(&self, asked: &Asked) -> Markup {
        html! {
            @if self.lender.is_some() || self.is_draft {
                span lang=[self.lender] title=[self.remark(asked)] { (self.text) }
            } @else { (self.text) }
        }
    }

    /// Shows it as a link to an address that keeps the moment already.
    pub(crate) fn link_to(&self, asked: &Asked, address: &str) -> Markup {
        html! { a lang=[self.lender] title=[self.remark(asked)] href=(address) { (self.text) } }
    }

    /// Shows it as a link.
    pub(crate) fn link(&self, asked: &Asked, class: Option<&str>, path: &str) -> Markup {
        html! {
            a class=[class] lang=[self.lender] title=[self.remark(asked)] href=(asked.link(path)) { (self.text) }
        }
    }
}

fn lender(asked: &Asked, tongue: &'static Tongue) -> Option<&'static str> {
    (tongue.tag != asked.tongue().tag).then_some(tongue.tag)
}

/// Returns the title in a language that is used on the day asked about.
fn pick<'s>(titles: &'s Titles, tag: &str, size: Size, asked: &Asked) -> Option<&'s Title> {
    let on = asked.moment.on;
    let forms = match size {
        Size::Short => [TitleForm::Short, TitleForm::Plain, TitleForm::Official],
        Size::Whole => [TitleForm::Plain, TitleForm::Official, TitleForm::Short],
        Size::Official => [TitleForm::Official, TitleForm::Plain, TitleForm::Short],
    };
    let is_used = |title: &&Title| {
        title.from.is_none_or(|from| from <= on) && title.until.is_none_or(|until| on < until)
    };
    forms.into_iter().find_map(|form| {
        let mut own = titles.others.iter().filter(is_used);
        own.find(|title| title.language == tag && title.form == form)
    })
}

/// Shows every name of a thing beside the declared one, each marked with its language, and the
/// drafts as such.
pub(crate) fn others(asked: &Asked, titles: &Titles) -> Markup {
    html! {
        @if !titles.others.is_empty() {
            p.names {
                @for title in &titles.others {
                    span lang=(language(title)) { (title.text) } " "
                    @if title.draft { span.quiet { (say!(asked, "frame-draft")) " " } }
                }
            }
        }
    }
}

/// Returns the tag of a name: what is romanised is in Latin letters (BCP 47, section 2.2.3).
fn language(title: &Title) -> String {
    let is_romanised = title.form == TitleForm::Romanised && !title.language.contains('-');
    let script = if is_romanised { "-Latn" } else { "" };
    format!("{}{script}", title.language)
}
