//! Rival readings that would change an answer, as reasons.

use super::{Reason, Verdict, plain, surest};
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
    let (holds, _) = answers.base;
    let told = rivals.map(|(choice, decided, (other, _))| {
        rival(asking, *choice, (*decided, *other != holds || is_list(fact)))
    });
    let mut reasons: Vec<Reason> = told.collect();
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

/// Says what another reading of an act says, whether the answer would be another by it, and whether the
/// record has decided.
fn rival(asking: &Asking<'_>, choice: Choice, (decided, changes): (bool, bool)) -> Reason {
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
    let what = match changes {
        true => Mention::Form("changes", "changes the answer"),
        false => Mention::Form("otherwise", "tells it otherwise"),
    };
    reason.text = match when {
        Some(when) => remark!(RIVAL_ON, what = what, follows = follows, when = when, said = said),
        None => remark!(RIVAL, what = what, follows = follows, said = said),
    };
    if let Some(reading) = reading {
        reason.sources.clone_from(&reading.sources);
        reason.told = surest(asking, &reading.sources);
    }
    reason
}

/// Tells whether a fact is about a list, or a right, of which every difference is one of the answer.
fn is_list(fact: &Fact) -> bool {
    matches!(fact, Fact::Parties(..) | Fact::Members(..) | Fact::WithoutVote(..))
}

/// What one fold says of a fact, for comparing readings: whether a state stands as is claimed, and
/// how it stands.
fn told(state: &State, fact: &Fact, on: Day) -> (bool, String) {
    let holds = match fact {
        Fact::Participation(party, status, instrument) => {
            let standing = state.standing(*instrument, *party, on);
            standing.is_some_and(|standing| standing.status == *status)
        }
        Fact::Membership(party, status, body) => state.member(*body, *party, on) == Some(*status),
        Fact::InForce(instrument) | Fact::Term(instrument, _) => state.in_force(*instrument, on),
        Fact::Parties(..)
        | Fact::Members(..)
        | Fact::WithoutVote(..)
        | Fact::Chair(..)
        | Fact::Holds(..)
        | Fact::Adopted(_) => false,
    };
    (holds, stands(state, fact, on))
}

fn stands(state: &State, fact: &Fact, on: Day) -> String {
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
