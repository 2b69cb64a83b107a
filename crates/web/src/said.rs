//! Sentences about acts and of answers, in the reader's language, with what they are about as names
//! and links.

use crate::asked::Asked;
use crate::claims;
use crate::deeds;
use crate::name::{Name, Size};
use crate::named;
use crate::noticed::noticed;
use crate::parts;
use crate::site::Site;
use crate::tongue::{Part, say};
use maud::{Markup, html};
use servanda_model::{Convener, Mention, Period, ProcedureId, Remark, Rival, Rule};

/// Says a sentence.
pub(crate) fn said(site: &Site, asked: &Asked, remark: &Remark) -> Markup {
    let mentions = remark.mentions.iter();
    let parts: Vec<(&'static str, Part)> =
        mentions.map(|(gap, mention)| (*gap, mentioned(site, asked, mention))).collect();
    asked.tongue().say(&remark.wording.message(), &parts)
}

/// Says several sentences as one.
pub(crate) fn all_said(site: &Site, asked: &Asked, remarks: &[Remark]) -> Markup {
    html! { @for (index, remark) in remarks.iter().enumerate() { @if index > 0 { "; " } (said(site, asked, remark)) } }
}

/// Shows what a sentence is about.
fn mentioned(site: &Site, asked: &Asked, mention: &Mention) -> Part {
    Part::Page(match mention {
        Mention::Word(word) | Mention::Form(word, _) => return Part::Word(word),
        Mention::Count(number) => return Part::Number(i64::try_from(*number).unwrap_or(i64::MAX)),
        Mention::Party(id) => named::party(site, asked, *id),
        Mention::Parties(ids) => named::parties(site, asked, ids),
        Mention::Instrument(id) => named::instrument(site, asked, *id),
        Mention::Body(id) => named::body(site, asked, *id),
        Mention::Office(id) => named::office(site, asked, *id),
        Mention::Article(id) => named::article(site, asked, *id),
        Mention::Under(None) => html! {},
        Mention::Under(Some(id)) => html! { " (" (named::article(site, asked, *id)) ")" },
        Mention::Procedure(id) | Mention::Titled(id, _) => procedure(site, asked, *id),
        Mention::Titles(titles) => Name::of(asked, titles, Size::Whole).shown(asked),
        Mention::Actor(by) | Mention::Each(by) => parts::actor(site, asked, *by),
        Mention::Step(kind) => parts::step(asked, *kind),
        Mention::Conveners(all) => {
            let all: Vec<Markup> = all.iter().map(|one| convener(site, asked, *one)).collect();
            html! { @for (index, one) in all.iter().enumerate() { @if index > 0 { " " (say!(asked, "remarks-or")) " " } (one) } }
        }
        Mention::Day(day) => asked.day(*day),
        Mention::When(when) => parts::when(asked, *when),
        Mention::Period(period) => self::period(asked, *period),
        Mention::Number(number) => html! { (number) },
        Mention::Instant(instant) => parts::code(&instant.to_string()),
        Mention::Deed(position, _) => deeds::act(site, asked, *position),
        Mention::Rival(position, reading, text) => rival(site, asked, (*position, *reading), text),
        Mention::Claim(claim, _) => claims::claim(site, asked, claim),
        Mention::Act(position, _) => named::act(site, asked, *position),
        Mention::Remark(remark) => said(site, asked, remark),
        Mention::List(all) => {
            let all = all.iter().map(|one| one_of(site, asked, one));
            parts::listed(&all.collect::<Vec<_>>())
        }
        Mention::Noticed(all) => html! {
            @for (index, one) in all.iter().enumerate() { @if index > 0 { "; " } (noticed(site, asked, one)) }
        },
        Mention::Code(word) => parts::code(word),
        Mention::Label(word) => match site.record().history.labels.find(word) {
            Some(label) => {
                let at = site.record().history.position_of(label);
                at.map_or_else(|| parts::code(word), |at| named::act(site, asked, at))
            }
            None => parts::code(word),
        },
        Mention::Text(text) => parts::written(asked, text),
    })
}

/// Shows one of several.
fn one_of(site: &Site, asked: &Asked, mention: &Mention) -> Markup {
    match mentioned(site, asked, mention) {
        Part::Page(page) => page,
        other @ (Part::Number(_) | Part::Word(_) | Part::Text(_)) => html! { (other.plain()) },
    }
}

/// Says what an act did as a rival reading of it has it.
fn rival(site: &Site, asked: &Asked, (position, reading): (u32, usize), text: &str) -> Markup {
    let act = site.record().history.act(position);
    let details = act.and_then(|act| act.details.as_ref());
    match details.and_then(|details| details.readings.get(reading)).map(|it| &it.rival) {
        Some(Rival::Deed(deed, _)) => deeds::deed(site, asked, deed),
        Some(Rival::Date(_)) | None => parts::written(asked, text),
    }
}

/// Shows the title of a procedure as its last wording has it.
fn procedure(site: &Site, asked: &Asked, id: ProcedureId) -> Markup {
    let law = &site.record().law;
    let versions = law.articles.iter().flat_map(|row| &row.versions);
    let mut known = versions.flat_map(|version| &version.clauses).filter_map(|clause| {
        let Rule::Procedure(procedure) = &clause.rule else { return None };
        (procedure.name == id).then_some(&**procedure)
    });
    known.next_back().map_or_else(
        || parts::code(law.procedure_names.word(id)),
        |procedure| named::procedure(asked, procedure).shown(asked),
    )
}

/// Says who may convene an organ.
fn convener(site: &Site, asked: &Asked, convener: Convener) -> Markup {
    match convener {
        Convener::Chair => say!(asked, "remarks-chair"),
        Convener::Members(count) => say!(asked, "remarks-members", number = count),
        Convener::Organ(id) => named::body(site, asked, id),
        Convener::Office(id) => named::office(site, asked, id),
    }
}

/// Says a length of time.
fn period(asked: &Asked, period: Period) -> Markup {
    let (number, unit) = match period {
        Period::Days(days) => (days, "day"),
        Period::Months(months) => (months, "month"),
        Period::Years(years) => (years, "year"),
    };
    say!(asked, "remarks-period", number = number, unit = Part::Word(unit))
}

/// Says that nobody is found, or why it is left open who it is.
pub(crate) fn nobody(site: &Site, asked: &Asked, note: Option<&Remark>) -> Markup {
    match note {
        Some(note) => say!(asked, "parts-left-open", because = said(site, asked, note)),
        None => say!(asked, "parts-nobody-found"),
    }
}
