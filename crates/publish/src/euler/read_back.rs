//! The drawing taken out of a rendered figure again: from the attributes a browser draws, not
//! from what the program meant to draw.

use std::collections::BTreeMap;

use super::{Drawing, Frame, Label, Ring, Token};

/// Why no drawing could be taken out of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unreadable {
    /// The text has no sheet to measure on.
    NoSheet,
    /// The rectangle lacks an attribute, or has no whole number there.
    Attribute {
        /// The class of the rectangle.
        class: String,
        /// The name of the attribute.
        attribute: &'static str,
    },
}

impl std::fmt::Display for Unreadable {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::NoSheet => write!(f, "the figure has no rectangle of class `sheet`"),
            Self::Attribute { class, attribute } => {
                write!(f, "a rectangle of class `{class}` has no readable `{attribute}`")
            }
        }
    }
}

/// Returns the drawing that a rendered figure shows.
///
/// # Errors
/// [`Unreadable`] when the text is not a figure of this module.
pub fn read_back(svg: &str) -> Result<Drawing, Unreadable> {
    let (mut rings, mut tokens, mut labels) = (Vec::new(), Vec::new(), Vec::new());
    let mut sheet = None;
    for rectangle in svg.split("<rect ").skip(1).map(Rectangle::read) {
        if rectangle.is("sheet") {
            sheet = Some(rectangle.frame()?);
        } else if rectangle.is("ring") {
            let (id, radius) = (rectangle.text("data-id")?, rectangle.number("rx")?);
            rings.push(Ring { id, frame: rectangle.frame()?, radius });
        } else if rectangle.is("tab") {
            labels.push(Label { id: rectangle.text("data-id")?, frame: rectangle.frame()? });
        } else if rectangle.is("token") {
            tokens.push(Token { code: rectangle.text("data-code")?, frame: rectangle.frame()? });
        }
    }
    let Frame { width, height, .. } = sheet.ok_or(Unreadable::NoSheet)?;
    Ok(Drawing { width, height, rings, tokens, labels })
}

/// The attributes of one rectangle element.
struct Rectangle<'a>(BTreeMap<&'a str, &'a str>);

impl<'a> Rectangle<'a> {
    fn read(text: &'a str) -> Self {
        let mut attributes = BTreeMap::new();
        let mut rest = text;
        while let Some((name, after)) = rest.split_once("=\"") {
            let Some((value, next)) = after.split_once('"') else { break };
            let name = name.trim();
            if name.contains(['>', '<']) {
                break;
            }
            attributes.insert(name, value);
            rest = next;
        }
        Self(attributes)
    }

    fn value(&self, attribute: &'static str) -> Result<&'a str, Unreadable> {
        let class = || self.0.get("class").copied().unwrap_or_default().to_owned();
        let absent = || Unreadable::Attribute { class: class(), attribute };
        self.0.get(attribute).copied().ok_or_else(absent)
    }

    fn is(&self, class: &str) -> bool {
        let classes = self.0.get("class").copied().unwrap_or_default();
        classes.split(' ').any(|own| own == class)
    }

    fn text(&self, attribute: &'static str) -> Result<String, Unreadable> {
        let value = self.value(attribute)?;
        let plain = value.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"");
        Ok(plain.replace("&amp;", "&"))
    }

    fn number(&self, attribute: &'static str) -> Result<i32, Unreadable> {
        let value = self.value(attribute)?;
        value.parse().ok().ok_or_else(|| {
            let class = self.value("class").unwrap_or_default().to_owned();
            Unreadable::Attribute { class, attribute }
        })
    }

    fn frame(&self) -> Result<Frame, Unreadable> {
        let [x, y] = [self.number("x")?, self.number("y")?];
        Ok(Frame { x, y, width: self.number("width")?, height: self.number("height")? })
    }
}
