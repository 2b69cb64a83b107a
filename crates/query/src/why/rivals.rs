//! Rival readings that would change an answer, as reasons.

use super::{Reason, Verdict, plain};
use crate::asking::{Asking, Choice};
use crate::describe::{deed_sentence, named};
use crate::moment::Moment;
use servanda_engine::State;
use servanda_model::{Day, Deed, Fact, Mention, Rival, remark};

/// Lists the rival readings of the acts behind a fact that would change it, and the acts on whose
/// open date it depends.
pub(super) fn readings(
    asking: &Asking<'_>,
    fact: &Fact,
    moment: &Moment,
    verdict: Verdict,
) -> Vec<Reason> {
    let slice = match fact {
        Fact::Participation(_, _, instrument)
        | Fact::InForce(instrument)
        | Fact::Parties(instrument, ..)
        | Fact::Term(instrument, _) => asking.about_instrument(*instrument),
        Fact::Membership(_, _, body) | Fact::Members(body, ..) => asking.about_body(*body),
        Fact::WithoutVote(_, body) => asking.about_decisions(*body),
        Fact::Chair(..) | Fact::Holds(..) | Fact::Adopted(_) => return Vec::new(),
    };
    let answers = asking.vary(&slice, moment, |state| told(state, fact, moment.on));
    let rivals = answers.rivals.iter().filter(|(_, _, answer)| *answer != answers.base);
    let mut reasons: Vec<Reason> =
        rivals.map(|(choice, decided, _)| rival(asking, *choice, *decided)).collect();
    if verdict == Verdict::Undetermined {
        for position in answers.deciding.iter().chain(&answers.untried) {
            let mut reason = plain(asking, *position);
            let when = asking.history.act(*position).map(|act| Mention::When(act.when));
            let when = when.unwrap_or_else(|| Mention::from(""));
            let name = named(asking, *position);
            reason.text = remark!(DEPENDS, name = name, when = when, act = reason.text);
            reasons.push(reason);
        }
    }
    reasons
}

/// Says what another reading of an act says, and whether the record has decided.
fn rival(asking: &Asking<'_>, choice: Choice, decided: bool) -> Reason {
    let mut reason = plain(asking, choice.position);
    let details = asking.history.act(choice.position).and_then(|act| act.details.as_ref());
    let reading = choice.reading.and_then(|index| details?.readings.get(index));
    let index = choice.reading.unwrap_or_default();
    let rival = |deed: &Deed| Mention::Rival(choice.position, index, deed_sentence(asking, deed));
    let (when, said) = match reading.map(|reading| &reading.rival) {
        Some(Rival::Date(when)) => (Some(*when), Mention::from(reason.text)),
        Some(Rival::Deed(deed, when)) => (*when, rival(deed)),
        None => (None, Mention::from(reason.text)),
    };
    let follows = match decided {
        true => Mention::Form("another", "the record follows another reading"),
        false => Mention::Form("none", "the record does not decide"),
    };
    reason.text = match when {
        Some(when) => remark!(RIVAL_ON, follows = follows, when = when, said = said),
        None => remark!(RIVAL, follows = follows, said = said),
    };
    if let Some(reading) = reading {
        reason.sources.clone_from(&reading.sources);
    }
    reason
}

/// What one fold says of a fact, for comparing readings.
fn told(state: &State, fact: &Fact, on: Day) -> String {
    match fact {
        Fact::Participation(party, _, instrument) => {
            format!("{:?}", state.standing(*instrument, *party, on))
        }
        Fact::Membership(party, _, body) => format!("{:?}", state.member(*body, *party, on)),
        Fact::InForce(instrument) | Fact::Term(instrument, _) => {
            format!("{}", state.in_force(*instrument, on))
        }
        Fact::Parties(instrument, ..) => format!("{:?}", state.parties(*instrument, on)),
        Fact::Members(body, ..) => format!("{:?}", state.members(*body, on)),
        Fact::WithoutVote(party, body) => format!("{:?}", state.vote_right(*body, *party, on)),
        Fact::Chair(..) | Fact::Holds(..) | Fact::Adopted(_) => String::new(),
    }
}
