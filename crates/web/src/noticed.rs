//! What was noticed about an act, in the reader's language where it is told as ids.

use crate::asked::Asked;
use crate::name::{Name, Size};
use crate::named;
use crate::parts;
use crate::site::Site;
use crate::tongue::{Part, say};
use maud::{Markup, html};
use servanda_model::{
    Convener, Finding, Mention, Notice, Period, ProcedureId, Remark, Rule, Status,
};

/// Says what was noticed.
pub(crate) fn noticed(site: &Site, asked: &Asked, finding: &Finding) -> Markup {
    let instrument = |id| named::instrument(site, asked, id);
    let party = |id| named::party(site, asked, id);
    match &finding.notice {
        Notice::Remark(remark) => remarked(site, asked, remark),
        Notice::ChangesNothing { instrument: of, party: whose, before } => {
            let status = parts::status_text(asked, before.map_or("no-participant", Status::word));
            let (of, whose) = (instrument(*of), party(*whose));
            say!(asked, "noticed-nothing", party = whose, status = status, instrument = of)
        }
        Notice::NoSignature { instrument: of, party: whose, form } => {
            let (of, whose, form) = (instrument(*of), party(*whose), Part::Word(form.word()));
            say!(asked, "noticed-no-signature", party = whose, instrument = of, form = form)
        }
        Notice::StepNotFound { kind, by, .. } => {
            let (step, actor) = (parts::step(asked, *kind), parts::actor(site, asked, *by));
            say!(asked, "noticed-no-step", step = step, actor = actor)
        }
        Notice::StepRuns { kind, until } => {
            let (step, day) = (parts::step(asked, *kind), asked.day(*until));
            say!(asked, "noticed-step-runs", step = step, day = day)
        }
        Notice::MatterEnded { on } => say!(asked, "noticed-ended", day = asked.day(*on)),
        Notice::DecisionNotFound { party: whose, by } => {
            let whose = party(*whose);
            match by {
                Some(by) => {
                    let organ = named::body(site, asked, *by);
                    say!(asked, "noticed-no-decision", party = whose, organ = organ)
                }
                None => say!(asked, "noticed-no-decision-of-any", party = whose),
            }
        }
        Notice::NoConsent { instrument: of, party: whose } => {
            say!(asked, "noticed-no-consent", instrument = instrument(*of), party = party(*whose))
        }
    }
}

/// What the names of our sentences about acts begin with among the messages.
const REMARKS: &str = "remarks-";

/// Says a sentence about an act in the reader's language.
fn remarked(site: &Site, asked: &Asked, remark: &Remark) -> Markup {
    let mentions = remark.mentions.iter();
    let parts: Vec<(&'static str, Part)> =
        mentions.map(|(gap, mention)| (*gap, mentioned(site, asked, mention))).collect();
    asked.tongue().say(&format!("{REMARKS}{}", remark.wording.id), &parts)
}

/// Shows what a sentence is about.
fn mentioned(site: &Site, asked: &Asked, mention: &Mention) -> Part {
    Part::Page(match mention {
        Mention::Word(word) => return Part::Word(word),
        Mention::Party(id) => named::party(site, asked, *id),
        Mention::Parties(ids) => named::parties(site, asked, ids),
        Mention::Instrument(id) => named::instrument(site, asked, *id),
        Mention::Body(id) => named::body(site, asked, *id),
        Mention::Article(id) => named::article(site, asked, *id),
        Mention::Procedure(id) | Mention::Titled(id, _) => procedure(site, asked, *id),
        Mention::Titles(titles) => Name::of(asked, titles, Size::Whole).shown(asked),
        Mention::Actor(by) => parts::actor(site, asked, *by),
        Mention::Step(kind) => parts::step(asked, *kind),
        Mention::Conveners(all) => {
            let all: Vec<Markup> = all.iter().map(|one| convener(site, asked, *one)).collect();
            html! { @for (index, one) in all.iter().enumerate() { @if index > 0 { " " (say!(asked, "remarks-or")) " " } (one) } }
        }
        Mention::Day(day) => asked.day(*day),
        Mention::When(when) => parts::when(asked, *when),
        Mention::Period(period) => self::period(asked, *period),
        Mention::Number(number) => html! { (number) },
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
