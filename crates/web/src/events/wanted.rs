//! What a reader wants to be told of: everything, one matter, or one organ.

use crate::asked::{Field, Form};
use crate::refusal::{Kind, Refusal};
use crate::site::Site;
use crate::told;
use crate::words::{self, find};
use servanda_model::{BodyId, Deed, History};

pub(crate) const FIELDS: &[Field] = &[
    Field {
        name: "matter",
        about: "Only the acts of one matter: the label of the act that opened it without its `#`, or its position.",
        example: "LABEL",
        is_needed: false,
        form: Form::Text,
    },
    Field {
        name: "organ",
        about: "Only the acts of one organ, or about it.",
        example: "ORGAN",
        is_needed: false,
        form: Form::Text,
    },
    Field {
        name: "after",
        about: "Only later entries of the log; what comes from now on where it is left out. A header `last-event-id` comes before it.",
        example: "1200",
        is_needed: false,
        form: Form::Position,
    },
];

/// What a reader wants to be told of.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Wanted {
    matter: Option<u32>,
    organ: Option<BodyId>,
    /// The entry after which it begins.
    pub(super) after: Option<u64>,
}

impl Wanted {
    /// Reads the fields of a query.
    pub(super) fn read(site: &Site, fields: &[(String, String)]) -> Result<Self, Refusal> {
        if let Some((name, _)) =
            fields.iter().find(|(name, _)| FIELDS.iter().all(|field| field.name != name))
        {
            let message = format!("`{}` is no field of this question", words::shown(name));
            return Err(Refusal::new(Kind::Unreadable, message).hint("known: matter, organ, after"));
        }
        let field = |wanted: &str| {
            let found = fields.iter().find(|(name, _)| name == wanted);
            found.map(|(_, text)| text.trim()).filter(|text| !text.is_empty())
        };
        let law = &site.record().law;
        let organ =
            field("organ").map(|word| find(&law.body_names, word, "an organ")).transpose()?;
        let matter = field("matter").map(|word| opened(site, word)).transpose()?;
        let after = field("after").map(entry).transpose()?;
        Ok(Self { matter, organ, after })
    }

    /// Tells whether an act is wanted.
    pub(super) fn takes(&self, history: &History, position: u32) -> bool {
        let of_organ = |organ: BodyId| {
            history.act(position).and_then(|act| history.body_of(&act.deed)) == Some(organ)
        };
        self.matter.is_none_or(|matter| matter_of(history, position) == Some(matter))
            && self.organ.is_none_or(of_organ)
    }
}

fn entry(text: &str) -> Result<u64, Refusal> {
    text.parse().map_err(|_not_a_number| {
        let message = format!("`{}` is no entry of a log", words::shown(text));
        Refusal::new(Kind::Unreadable, message).hint("an entry is a number from 0")
    })
}

/// Finds a matter by the act that opened it.
fn opened(site: &Site, word: &str) -> Result<u32, Refusal> {
    let position = told::act(site, word)?;
    let history = &site.record().history;
    if matter_of(history, position) == Some(position) {
        return Ok(position);
    }
    let message = format!("`{}` opened no matter", words::shown(word));
    Err(Refusal::new(Kind::UnknownWord, message).hint("`/api/v1/docket` lists the matters"))
}

/// Returns the position of the act that opened the matter to which an act belongs.
pub(super) fn matter_of(history: &History, position: u32) -> Option<u32> {
    let act = history.act(position)?;
    let details = act.details.as_deref();
    if details.is_some_and(|details| details.opens.is_some()) {
        return Some(position);
    }
    if let Some((label, _)) = details.and_then(|details| details.on.as_ref()) {
        return history.position_of(*label);
    }
    // What corrects or takes back an act of a matter is told with it.
    let (Deed::Correct { label, .. } | Deed::Revoke { label, .. }) = &act.deed else { return None };
    let of = history.position_of(*label).filter(|of| *of < position)?;
    matter_of(history, of)
}
