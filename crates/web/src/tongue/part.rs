//! What is put into a message.

use maud::{Markup, html};

/// A part of a message that the page gives.
#[derive(Debug, Clone)]
pub(crate) enum Part {
    /// A number, which may choose the form of the words around it.
    Number(i64),
    /// One of our own words, which may choose the form of the words around it, as `party`.
    Word(&'static str),
    /// Text, escaped in a page.
    Text(String),
    /// A piece of a page, as a link.
    Page(Markup),
}

impl Part {
    /// Returns it as plain text; a piece of a page loses its tags.
    pub(crate) fn plain(&self) -> String {
        match self {
            Self::Number(number) => number.to_string(),
            Self::Word(word) => (*word).to_owned(),
            Self::Text(text) => text.clone(),
            Self::Page(page) => without_tags(&page.0),
        }
    }

    /// Returns it as it stands in a page.
    pub(super) fn page(&self) -> String {
        match self {
            Self::Number(_) | Self::Word(_) | Self::Text(_) => {
                html! { (self.plain()) }.into_string()
            }
            Self::Page(page) => page.0.clone(),
        }
    }
}

fn without_tags(page: &str) -> String {
    let mut text = String::new();
    let mut is_tag = false;
    for letter in page.chars() {
        match letter {
            '<' => is_tag = true,
            '>' => is_tag = false,
            other if !is_tag => text.push(other),
            _inside_a_tag => {}
        }
    }
    text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&amp;", "&")
}

impl From<Markup> for Part {
    fn from(page: Markup) -> Self {
        Self::Page(page)
    }
}

impl From<String> for Part {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<&str> for Part {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<&String> for Part {
    fn from(text: &String) -> Self {
        Self::Text(text.clone())
    }
}

impl From<usize> for Part {
    fn from(number: usize) -> Self {
        Self::Number(i64::try_from(number).unwrap_or(i64::MAX))
    }
}

impl From<u32> for Part {
    fn from(number: u32) -> Self {
        Self::Number(i64::from(number))
    }
}

impl From<i32> for Part {
    fn from(number: i32) -> Self {
        Self::Number(i64::from(number))
    }
}
