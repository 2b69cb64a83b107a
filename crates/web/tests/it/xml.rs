//! A strict reader of XML, which shares nothing with what writes it.

/// An element of a document.
#[derive(Debug, Default)]
pub(crate) struct Element {
    pub(crate) name: String,
    attributes: Vec<(String, String)>,
    pub(crate) text: String,
    children: Vec<Element>,
}

impl Element {
    pub(crate) fn all<'e>(&'e self, name: &'e str) -> impl Iterator<Item = &'e Element> {
        self.children.iter().filter(move |child| child.name == name)
    }

    pub(crate) fn one(&self, name: &str) -> &Element {
        let mut found = self.children.iter().filter(|child| child.name == name);
        let one = found.next().unwrap_or_else(|| panic!("{} has no {name}", self.name));
        assert!(found.next().is_none(), "{} has more than one {name}", self.name);
        one
    }

    pub(crate) fn attribute(&self, name: &str) -> &str {
        self.attributes.iter().find(|(own, _)| own == name).map_or("", |(_, value)| value)
    }

    pub(crate) fn link(&self, rel: &str) -> &str {
        let link = self.all("link").find(|link| link.attribute("rel") == rel);
        link.unwrap_or_else(|| panic!("no link {rel}")).attribute("href")
    }
}

/// Reads a document strictly: every element ends, nothing stands outside, all is escaped.
pub(crate) fn xml(text: &str) -> Element {
    let barred = |c: char| c.is_control() && !matches!(c, '\n' | '\r' | '\t');
    assert!(!text.contains(barred) && !text.contains(['\u{FFFE}', '\u{FFFF}']), "{text}");
    let mut rest = text.strip_prefix("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n").unwrap();
    let mut open = vec![Element::default()];
    while let Some((before, after)) = rest.split_once('<') {
        let top = open.last_mut().unwrap();
        top.text.push_str(&unescaped(before));
        let (tag, later) = after.split_once('>').expect("a tag ends");
        rest = later;
        if let Some(name) = tag.strip_prefix('/') {
            let done = open.pop().unwrap();
            assert_eq!(done.name, name);
            open.last_mut().unwrap().children.push(done);
            continue;
        }
        let (inside, is_empty) = tag.strip_suffix('/').map_or((tag, false), |tag| (tag, true));
        let (name, mut fields) = inside.split_once(' ').unwrap_or((inside, ""));
        let mut element = Element { name: name.to_owned(), ..Element::default() };
        assert!(name.chars().all(|c| c.is_ascii_lowercase()), "{name}");
        while let Some((name, value)) = fields.split_once("=\"") {
            let (value, more) = value.split_once('"').expect("a value ends");
            element.attributes.push((name.trim().to_owned(), unescaped(value)));
            fields = more;
        }
        assert!(fields.trim().is_empty(), "{tag}");
        if is_empty {
            open.last_mut().unwrap().children.push(element);
        } else {
            open.push(element);
        }
    }
    assert!(rest.trim().is_empty(), "{rest}");
    let mut document = open.pop().unwrap();
    assert!(open.is_empty() && document.text.trim().is_empty() && document.children.len() == 1);
    document.children.remove(0)
}

fn unescaped(text: &str) -> String {
    let mut parts = text.split('&');
    let mut out = parts.next().unwrap().to_owned();
    for part in parts {
        let (entity, rest) = part.split_once(';').expect("an ampersand is escaped");
        out.push_str(match entity {
            "amp" => "&",
            "lt" => "<",
            "gt" => ">",
            "quot" => "\"",
            other => panic!("`{other}` is no entity of XML"),
        });
        out.push_str(rest);
    }
    out
}
