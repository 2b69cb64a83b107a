//! What was filed about the sessions of an organ.

use super::label;
use crate::asked::Asked;
use crate::named;
use crate::parts::written;
use crate::site::Site;
use crate::tongue::{Part, say};
use maud::Markup;
use servanda_model::{Call, Paper};

/// Says what a paper is.
pub(super) fn paper(site: &Site, asked: &Asked, paper: &Paper) -> Markup {
    match paper {
        Paper::Call(call) => convened(site, asked, call),
        Paper::Agenda { of, stage } => {
            let stage = Part::Word(stage.word());
            say!(asked, "deeds-agenda", act = label(site, asked, *of), stage = stage)
        }
        Paper::Minutes { of, revision } => {
            say!(asked, "deeds-minutes", act = label(site, asked, *of), revision = *revision)
        }
        Paper::Credentials(credentials) => {
            let party = named::party(site, asked, credentials.party);
            let person = written(asked, &credentials.person);
            let body = named::body(site, asked, credentials.to);
            say!(asked, "deeds-credentials", party = party, person = person, body = body)
        }
        Paper::Examination { of, by, stage } => {
            let (act, body) = (label(site, asked, *of), named::body(site, asked, *by));
            say!(asked, "deeds-examine", body = body, stage = Part::Word(stage.word()), act = act)
        }
    }
}

fn convened(site: &Site, asked: &Asked, call: &Call) -> Markup {
    let body = call.body.map(|body| named::body(site, asked, body));
    let office = call.office.map(|office| named::office(site, asked, office));
    let who = body.or(office).unwrap_or_else(|| named::parties(site, asked, &call.parties));
    let (organ, form) = (
        named::body(site, asked, call.organ),
        Part::Word(call.form.counted().word().unwrap_or_default()),
    );
    say!(asked, "deeds-call", who = who, organ = organ, day = asked.day(call.on), form = form)
}
