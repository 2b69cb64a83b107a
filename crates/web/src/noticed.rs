//! What was noticed about an act, in the reader's language where it is told as ids.

use crate::asked::Asked;
use crate::named;
use crate::parts;
use crate::said::said;
use crate::site::Site;
use crate::tongue::{Part, say};
use maud::Markup;
use servanda_model::{Finding, Notice, Status};

/// Says what was noticed.
pub(crate) fn noticed(site: &Site, asked: &Asked, finding: &Finding) -> Markup {
    let instrument = |id| named::instrument(site, asked, id);
    let party = |id| named::party(site, asked, id);
    match &finding.notice {
        Notice::Remark(remark) => said(site, asked, remark),
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
