//! A request as words: its path, its fields, and the moment it asks about.

use crate::desk::Holder;
use crate::proof::Proof;
use crate::refusal::{Kind, Refusal};
use crate::site::Site;
use crate::tongue::Tongue;
use crate::words;
use axum::http::HeaderMap;
use axum::http::header::ACCEPT_LANGUAGE;
use maud::{Markup, html};
use servanda_journal::nearest;
use servanda_model::Day;
use servanda_query::{Known, Moment};

/// A field of a query.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Field {
    pub(crate) name: &'static str,
    pub(crate) about: &'static str,
    pub(crate) example: &'static str,
    pub(crate) is_needed: bool,
    pub(crate) form: Form,
}

/// What a field or a word of a path must look like.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Form {
    /// A day or an instant.
    Day,
    /// A position or a day.
    Known,
    /// A position.
    Position,
    /// A word or text.
    Text,
}

pub(crate) const ON: Field = Field {
    name: "on",
    about: "The day asked about, at its end, or an instant; today where it is left out.",
    example: "1999-04-20",
    is_needed: false,
    form: Form::Day,
};
pub(crate) const KNOWN: Field = Field {
    name: "known",
    about: "Up to where the record is read: the position of an act, or a day of recording.",
    example: "1999-06-01",
    is_needed: false,
    form: Form::Known,
};
pub(crate) const ACCORDING_TO: Field = Field {
    name: "according_to",
    about: "Follow one source alone.",
    example: "s001",
    is_needed: false,
    form: Form::Text,
};
pub(crate) const LANG: Field = Field {
    name: "lang",
    about: "The language of the page; the one your browser asks for where it is left out.",
    example: "ru",
    is_needed: false,
    form: Form::Text,
};
pub(crate) const FORMAT: Field = Field {
    name: "format",
    about: "How the answer is written: `json`, or `csv` for its table (RFC 4180).",
    example: "csv",
    is_needed: false,
    form: Form::Text,
};
/// What every question takes.
pub(crate) const MOMENT: &[Field] = &[ON, KNOWN, ACCORDING_TO];

/// Fields that a page keeps when its day changes.
const PAGE_FIELDS: &[&str] = &[
    "claim",
    "before",
    "after",
    "page",
    "left",
    "right",
    "suppose",
    "from",
    "article",
    "wording",
    "applied",
    "matter",
    "target",
    "state",
    "instrument",
];
/// What the field of a member's vote begins with; its code follows.
pub(crate) const VOTE: &str = "vote-";

/// What a program or a person wrote into a request.
#[derive(Debug, Clone, Default)]
pub(crate) struct Raw {
    /// The path as it came.
    pub(crate) path: String,
    /// The words that stand in the path's places.
    pub(crate) places: Vec<(String, String)>,
    /// The fields of the query.
    pub(crate) fields: Vec<(String, String)>,
    /// The languages the reader's program asks for, as it wrote them.
    pub(crate) accepted: String,
    /// Who is signed in.
    pub(crate) signed_in: Option<Holder>,
    /// Where the log has the act that is asked about.
    pub(crate) proof: Option<Proof>,
    /// The address of the server, where what is told names it: what leaves it is read elsewhere.
    pub(crate) address: Option<String>,
    /// The address of what stands beside, where the request comes from this machine.
    pub(crate) neighbour: Option<String>,
}

/// Returns the languages a reader's program asks for, as it wrote them.
pub(crate) fn accepted(headers: &HeaderMap) -> String {
    let text = headers.get(ACCEPT_LANGUAGE).and_then(|text| text.to_str().ok());
    text.unwrap_or_default().to_owned()
}

/// A request whose moment is read.
#[derive(Debug)]
pub(crate) struct Asked {
    raw: Raw,
    tongue: &'static Tongue,
    pub(crate) moment: Moment,
}

/// How a request treats fields it does not know.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Unknown {
    /// A program's slip must not give another answer.
    Refused,
    /// A person's link may carry what others added.
    Ignored,
}

impl Asked {
    /// Reads a request.
    pub(crate) fn read(
        site: &Site,
        raw: Raw,
        own: &[Field],
        unknown: Unknown,
    ) -> Result<Self, Refusal> {
        let known = || MOMENT.iter().chain([&FORMAT]).chain(own).map(|field| field.name);
        if unknown == Unknown::Refused {
            for (name, _) in &raw.fields {
                if !known().any(|field| field == name) {
                    return Err(no_field(name, known()));
                }
                if raw.fields.iter().filter(|(other, _)| other == name).count() > 1 {
                    return Err(Refusal::new(
                        Kind::Unreadable,
                        format!("`{name}` is given more than once"),
                    ));
                }
            }
        }
        let mut asked = Self::of(site, raw);
        if let Some(text) = asked.field(ON.name) {
            asked.moment.on = words::day(text, &site.record().law)?;
        }
        if let Some(text) = asked.field(KNOWN.name) {
            asked.moment.known = words::known(text, &site.record().law)?;
        }
        if let Some(word) = asked.field(ACCORDING_TO.name) {
            let found = words::find(&site.record().law.source_names, word, "a source");
            let as_field =
                |refusal: Refusal| Refusal { kind: Kind::UnknownWord, near: None, ..refusal };
            asked.moment.account = Some(found.map_err(as_field)?);
        }
        Ok(asked)
    }

    /// Makes a request about today, in the language it asks for.
    fn of(site: &Site, raw: Raw) -> Self {
        let chosen = raw.fields.iter().find(|(field, _)| field == LANG.name);
        let tongue = chosen
            .and_then(|(_, tag)| Tongue::of(tag.trim()))
            .unwrap_or_else(|| Tongue::wanted(&raw.accepted));
        Self { moment: Moment::on(site.today()), tongue, raw }
    }

    /// Makes a request about today, for pages that tell why there is no answer.
    pub(crate) fn plain(site: &Site, raw: &Raw) -> Self {
        let kept = raw.fields.iter().filter(|(name, _)| name == LANG.name);
        let fields = kept.cloned().collect();
        Self::of(site, Raw { fields, places: Vec::new(), ..raw.clone() })
    }

    /// Returns the language of the page.
    pub(crate) fn tongue(&self) -> &'static Tongue {
        self.tongue
    }

    /// Returns the same request with its answer in English; what it links to stays as it is.
    pub(crate) fn in_english(&self) -> Self {
        Self { raw: self.raw.clone(), tongue: Tongue::english(), moment: self.moment }
    }

    /// Shows a day.
    pub(crate) fn day(&self, day: Day) -> Markup {
        html! { time datetime=(day) { (self.tongue.day(day)) } }
    }

    /// Shows a last day, beside which a script may count down.
    pub(crate) fn due(&self, day: Day) -> Markup {
        html! { time datetime=(day) data-due { (self.tongue.day(day)) } }
    }

    /// Returns a field that is given and not blank: a form sends empty fields too.
    pub(crate) fn field(&self, name: &str) -> Option<&str> {
        let found = self.raw.fields.iter().find(|(field, _)| field == name);
        found.map(|(_, text)| text.trim()).filter(|text| !text.is_empty())
    }

    /// Returns a field without which there is no question.
    pub(crate) fn needed(&self, field: &Field) -> Result<&str, Refusal> {
        self.field(field.name).ok_or_else(|| {
            Refusal::new(Kind::Unreadable, format!("`{}` is missing", field.name))
                .hint(format!("as in `?{}={}`", field.name, field.example))
        })
    }

    /// Returns the word in one of the path's places.
    pub(crate) fn place(&self, name: &str) -> &str {
        let found = self.raw.places.iter().find(|(place, _)| place == name);
        found.map_or("", |(_, word)| word)
    }

    /// Returns who is signed in.
    pub(crate) fn signed_in(&self) -> Option<&Holder> {
        self.raw.signed_in.as_ref()
    }

    /// Returns where the log has the act that is asked about; none where it was not looked up.
    pub(crate) fn proof(&self) -> Option<&Proof> {
        self.raw.proof.as_ref()
    }

    /// Returns the address of the rehearsal of this record, or of the record of this rehearsal, where
    /// one stands beside it on the reader's own machine.
    pub(crate) fn neighbour(&self) -> Option<&str> {
        self.raw.neighbour.as_deref()
    }

    /// Returns the address of the server, where what is told names it.
    pub(crate) fn address(&self) -> Option<&str> {
        self.raw.address.as_deref()
    }

    /// Returns a link that keeps the moment and leads here from anywhere.
    pub(crate) fn whole_link(&self, path: &str) -> String {
        format!("{}{}", self.address().unwrap_or_default(), self.link(path))
    }

    pub(crate) fn path(&self) -> &str {
        &self.raw.path
    }

    /// Returns a link that keeps the moment.
    pub(crate) fn link(&self, path: &str) -> String {
        self.link_with(path, &[])
    }

    /// Returns a link with fields of its own that keeps the moment; programs are answered in one
    /// language, so a link to what they read does not name it.
    pub(crate) fn link_with(&self, path: &str, fields: &[(&str, &str)]) -> String {
        let own = fields.iter().map(|(name, text)| (*name, *text));
        let tongue = [&LANG].into_iter().filter(|_| !path.starts_with("/api/"));
        let names = MOMENT.iter().chain(tongue).map(|field| field.name);
        let kept = names.filter(|name| fields.iter().all(|(own, _)| own != name));
        let kept = kept.filter_map(|name| Some((name, self.field(name)?)));
        let mut link = path.to_owned();
        let filled = own.chain(kept).filter(|(_, text)| !text.is_empty());
        for (index, (name, text)) in filled.enumerate() {
            link.push(if index == 0 { '?' } else { '&' });
            link.push_str(name);
            link.push('=');
            link.push_str(&encoded(text));
        }
        link
    }

    /// Returns the fields that belong to the page rather than to the moment.
    pub(crate) fn own_fields(&self) -> impl Iterator<Item = (&str, &str)> {
        let own = self
            .raw
            .fields
            .iter()
            .filter(|(name, _)| PAGE_FIELDS.contains(&name.as_str()) || name.starts_with(VOTE));
        own.map(|(name, text)| (name.as_str(), text.as_str()))
    }

    /// Tells whether the whole record is read as we read it.
    pub(crate) fn is_plain(&self) -> bool {
        self.moment.known == Known::Now && self.moment.account.is_none()
    }
}

fn no_field<'a>(name: &str, known: impl Iterator<Item = &'a str> + Clone) -> Refusal {
    let refusal = Refusal::new(
        Kind::Unreadable,
        format!("`{}` is no field of this question", words::shown(name)),
    );
    match nearest(name, known.clone()) {
        Some(near) => refusal.hint(format!("did you mean `{near}`?")),
        None => refusal.hint(format!("known: {}", known.collect::<Vec<_>>().join(", "))),
    }
}

/// Returns a text as it stands in a link (RFC 3986, section 2.3: all but unreserved is encoded).
pub(crate) fn encoded(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for byte in text.bytes() {
        let unreserved = byte.is_ascii_alphanumeric() || b"-._~".contains(&byte);
        if unreserved {
            out.push(char::from(byte));
        } else {
            out.push_str(&format!("%{byte:02X}"));
        }
    }
    out
}
