//! Questions that come with a text of their own: votes that are told, a law that is supposed.

use crate::asked::{Asked, ON};
use crate::refusal::{Kind, Refusal};
use crate::routes::{
    EXPIRES, FIRST, FROM, INTERESTED, MATTER_KIND, OPENED, SECOND, SUPPOSE, TARGET, VOTES,
};
use crate::site::Site;
use crate::words::{self, day, find, shown};
use serde_json::Value;
use servanda_journal::{Record, RecordFile, Supposition, suppose};
use servanda_model::{BodyId, Instant, MatterId};
use servanda_publish::{json as forms, votes};
use servanda_query as query;
use servanda_query::{Asking, DecisionAnswer, Motion, Side};

type Answer = Result<Value, Refusal>;

/// The longest text that a question brings with it, in bytes.
const TEXT_BYTES_MAX: usize = 32_768;

/// Answers what an organ decides when its members vote so.
pub(crate) fn decide(site: &Site, asked: &Asked) -> Answer {
    let found = decided(site, asked, asked.needed(&VOTES)?)?;
    Ok(forms::decision(site.asking(), &found, &asked.moment))
}

/// Returns what an organ decides by a file of votes.
pub(crate) fn decided<'s>(
    site: &'s Site,
    asked: &Asked,
    text: &str,
) -> Result<DecisionAnswer<'s>, Refusal> {
    let law = &site.record().law;
    let organ = find(&law.body_names, asked.place("organ"), "an organ")?;
    let kind = kind_of(site, organ, asked.needed(&MATTER_KIND)?)?;
    let votes = votes::read(short(text)?.as_bytes(), law).map_err(|faults| {
        let told = faults.first().map(|fault| (fault.line, &fault.message, &fault.hint));
        let Some((line, message, hint)) = told else {
            return unreadable("the votes cannot be read");
        };
        unreadable(&format!("line {line} of the votes: {}", shown(message))).hint(hint.clone())
    })?;
    let state = |word: &str| {
        let found = find(&law.party_names, word, "a state");
        found.map_err(|refusal| Refusal { kind: Kind::UnknownWord, near: None, ..refusal })
    };
    let target = asked.field(TARGET.name).map(state).transpose()?;
    let interested = asked.field(INTERESTED.name).unwrap_or_default().split(',');
    let interested = interested.map(str::trim).filter(|word| !word.is_empty());
    let interested = interested.map(state).collect::<Result<_, _>>()?;
    let opened = asked.field(OPENED.name).map(instant).transpose()?;
    let expires = asked.field(EXPIRES.name).map(instant).transpose()?;
    let closed = match asked.field(ON.name) {
        None => None,
        Some(text) if text.contains('T') => Some(instant(text)?),
        Some(_) => Some(Instant::end_of(asked.moment.on)),
    };
    let motion = Motion { votes, target, interested, opened, expires, closed, ..Motion::default() };
    let found = query::decision(site.asking(), organ, kind, &motion, &asked.moment);
    if found.lacks_target(&motion) {
        let message = "that matter leaves out the vote of the state it is about, and none is named";
        return Err(unreadable(message).hint(format!("say which with `{}`", TARGET.name)));
    }
    Ok(found)
}

/// Finds a kind of matter that the organ decides, or says which there are.
fn kind_of(site: &Site, organ: BodyId, word: &str) -> Result<MatterId, Refusal> {
    let names = &site.record().law.matter_names;
    let kinds = site.asking().code.kinds_of(organ);
    let known: Vec<&str> = kinds.iter().map(|kind| names.word(*kind)).collect();
    let found = names.find(word).filter(|kind| kinds.contains(kind));
    found.ok_or_else(|| {
        let refusal = words::unknown(word, "a kind of matter of that organ", &known);
        Refusal { near: None, ..refusal }
    })
}

fn instant(text: &str) -> Result<Instant, Refusal> {
    text.parse().map_err(|()| {
        unreadable(&format!("`{}` is no instant", shown(text)))
            .hint("write it as `2020-03-27T12:00:00Z`")
    })
}

pub(super) fn unreadable(message: &str) -> Refusal {
    Refusal::new(Kind::Unreadable, message)
}

pub(super) fn short(text: &str) -> Result<&str, Refusal> {
    if text.len() <= TEXT_BYTES_MAX {
        return Ok(text);
    }
    Err(unreadable(&format!("a text in a question has at most {TEXT_BYTES_MAX} bytes")))
}

/// Answers what would differ under a law that is only supposed.
pub(crate) fn what_if(site: &Site, asked: &Asked) -> Answer {
    let supposed = supposed(site, asked, asked.needed(&SUPPOSE)?)?;
    let supposing = Asking::new(&supposed.law, &supposed.history).supposing_the_last();
    let found = query::what_if(site.asking(), &supposing, &asked.moment);
    let lines = forms::supposed_lines(&supposed);
    Ok(forms::what_if(site.asking(), &asked.moment, &found, &lines))
}

/// Returns the record under the law that a text supposes.
pub(crate) fn supposed(site: &Site, asked: &Asked, text: &str) -> Result<Record, Refusal> {
    // A browser ends the lines of a form with two characters (HTML, form submission).
    let mut text = short(text)?.replace("\r\n", "\n");
    text.push('\n');
    let supposition = Supposition {
        file: RecordFile { path: SUPPOSE.name.to_owned(), bytes: text.into_bytes() },
        from: asked.field(FROM.name).map(|text| day(text, &site.record().law)).transpose()?,
        on: asked.moment.on,
    };
    suppose(site.record(), supposition).map_err(|faults| {
        let Some(fault) = faults.first() else { return unreadable("the change cannot be read") };
        let (line, _) = fault.place;
        let message = shown(&fault.diagnostic.message);
        let refusal = unreadable(&format!("line {line} of the change: {message}"));
        match &fault.diagnostic.hint {
            Some(hint) => refusal.hint(hint.clone()),
            None => refusal,
        }
    })
}

/// Answers who stood in an instrument or organisation and in another at once.
pub(crate) fn overlap(site: &Site, asked: &Asked) -> Answer {
    let (one, other) = (asked.needed(&FIRST)?, asked.needed(&SECOND)?);
    let found = query::overlap(site.asking(), side(site, one)?, side(site, other)?, &asked.moment);
    Ok(forms::overlap(site.asking(), (one, other), &found, &asked.moment))
}

fn side(site: &Site, word: &str) -> Result<Side, Refusal> {
    let law = &site.record().law;
    if let Some(instrument) = law.instrument_names.find(word) {
        return Ok(Side::Bound(instrument));
    }
    let found = find(&law.body_names, word, "an instrument or an organisation");
    found.map(Side::Members).map_err(|refusal| Refusal { near: None, ..refusal })
}
