//! Claims in the reader's language.

use crate::asked::Asked;
use crate::deeds;
use crate::named;
use crate::parts;
use crate::site::Site;
use crate::tongue::{Part, say};
use maud::{Markup, html};
use servanda_model::{Claim, Comparison, Fact, PartyId};

/// Says what is claimed.
pub(crate) fn claim(site: &Site, asked: &Asked, claim: &Claim) -> Markup {
    let fact = fact(site, asked, &claim.fact);
    if claim.holds { fact } else { say!(asked, "why-claim-not", claim = fact) }
}

fn fact(site: &Site, asked: &Asked, fact: &Fact) -> Markup {
    let party = |id: &PartyId| named::party(site, asked, *id);
    let instrument = |id| named::instrument(site, asked, id);
    let body = |id| named::body(site, asked, id);
    match fact {
        Fact::Participation(id, status, of) => {
            let status = parts::status_text(asked, status.word());
            let (party, of) = (party(id), instrument(*of));
            say!(asked, "why-claim-party", party = party, status = status, of = of)
        }
        Fact::Membership(id, status, of) => {
            let status = parts::status_text(asked, status.word());
            say!(asked, "why-claim-party", party = party(id), status = status, of = body(*of))
        }
        Fact::InForce(id) => say!(asked, "why-claim-force", instrument = instrument(*id)),
        Fact::Chair(id, organ) => {
            say!(asked, "why-claim-chair", party = party(id), organ = body(*organ))
        }
        Fact::WithoutVote(id, organ) => {
            say!(asked, "why-claim-without-vote", party = party(id), organ = body(*organ))
        }
        Fact::Holds(person, office) => {
            let person = parts::written(asked, person);
            let office = named::office(site, asked, *office);
            say!(asked, "why-claim-holds", person = person, office = office)
        }
        Fact::Adopted(label) => {
            say!(asked, "why-claim-adopted", act = deeds::label(site, asked, *label))
        }
        Fact::Parties(of, how, all) => {
            let (of, how, all) = (instrument(*of), compared(*how), list(site, asked, all));
            say!(asked, "why-claim-parties", instrument = of, how = how, parties = all)
        }
        Fact::Members(of, how, all) => {
            let (of, how, all) = (body(*of), compared(*how), list(site, asked, all));
            say!(asked, "why-claim-members", body = of, how = how, parties = all)
        }
        Fact::Term(of, number) => {
            let number = html! { (number) };
            say!(asked, "why-claim-term", instrument = instrument(*of), number = number)
        }
    }
}

fn compared(how: Comparison) -> Part {
    Part::Word(match how {
        Comparison::Equals => "equals",
        Comparison::Includes => "includes",
        Comparison::Excludes => "excludes",
    })
}

fn list(site: &Site, asked: &Asked, all: &[PartyId]) -> Markup {
    match all {
        [] => say!(asked, "why-claim-nobody"),
        all => named::parties(site, asked, all),
    }
}
