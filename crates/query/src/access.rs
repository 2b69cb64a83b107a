//! Whether a party may read, on a day, what was deposited for those who sit in organs.
//!
//! A member reads by its seat. Whoever is suspended, or has no seat, reads only where its class of
//! membership is given `read`. What the record leaves open stays open, and opens nothing.

use crate::asking::Asking;
use crate::describe::act_name;
use crate::moment::Moment;
use crate::why::Verdict;
use servanda_engine::{State, class_rights, composition};
use servanda_model::{ArticleId, BodyId, Day, MemberStatus, PartyId};

/// The right of a class of membership by which its members read without a seat.
const READ: &str = "read";

/// For whom something was deposited, and when.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Restriction {
    /// The bodies whose members may read it; everybody where none is named.
    pub organs: Vec<BodyId>,
    /// The day on which it was deposited.
    pub since: Option<Day>,
}

/// Whether it may be read on a day, and why.
#[derive(Debug, Clone, PartialEq)]
pub enum Access {
    /// It was deposited only later.
    NotYet(Day),
    /// It is for everybody.
    Public,
    /// It is for the members of these, and nobody said for whom he reads.
    Unnamed(Vec<BodyId>),
    /// It is for the members of organs; so a party stands to each of them.
    Restricted(Vec<OrganAccess>),
}

/// Whether a party reads by an organ.
#[derive(Debug, Clone, PartialEq)]
pub struct OrganAccess {
    /// The party.
    pub party: PartyId,
    /// The organ.
    pub organ: BodyId,
    /// Whether it reads.
    pub verdict: Verdict,
    /// How it stands to the organ.
    pub seat: Seat,
    /// The article that says so, where one does.
    pub article: Option<ArticleId>,
    /// What the answer depends on, where it is left open.
    pub note: Option<String>,
}

/// How a party stands to an organ, as far as reading goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Seat {
    /// It has a seat.
    Taken,
    /// It has no seat, or is suspended, and its class lets it read all the same.
    ByClass(MemberStatus),
    /// It has no seat, or is suspended, and its class does not let it read.
    Without(MemberStatus),
    /// It is nothing to the organ or its organisation.
    None,
    /// The record does not say of whom the organ is made on that day.
    NotTold,
}

/// Answers whether a party may read something on a day.
pub fn access(
    asking: &Asking<'_>,
    to: &Restriction,
    party: Option<PartyId>,
    moment: &Moment,
) -> Access {
    if let Some(since) = to.since.filter(|since| moment.on < *since) {
        return Access::NotYet(since);
    }
    match party {
        _ if to.organs.is_empty() => Access::Public,
        None => Access::Unnamed(to.organs.clone()),
        Some(party) => {
            let by = to.organs.iter().map(|organ| by_organ(asking, *organ, party, moment));
            Access::Restricted(by.collect())
        }
    }
}

/// Looks at one organ, in every way in which the record can be read.
fn by_organ(asking: &Asking<'_>, organ: BodyId, party: PartyId, moment: &Moment) -> OrganAccess {
    let slice = asking.about_decisions(organ);
    let answers = asking.vary(&slice, moment, |state| seated(asking, state, organ, party, moment));
    let (seat, article) = answers.base;
    let reads = seat.reads();
    let differs = |(other, _): &(Seat, Option<ArticleId>)| other.reads() != reads;
    let mut found = OrganAccess { party, organ, verdict: reads, seat, article, note: None };
    let rival = answers.rivals.iter().find(|(_, decided, other)| !decided && differs(other));
    let deciding =
        if answers.placements.iter().any(differs) { &answers.deciding } else { &answers.untried };
    if let Some((choice, ..)) = rival {
        found.verdict = Verdict::Disputed;
        found.note = Some(format!("positions differ on {}", act_name(asking, choice.position)));
    } else if !deciding.is_empty() {
        let acts: Vec<String> = deciding.iter().map(|at| act_name(asking, *at)).collect();
        found.verdict = Verdict::Undetermined;
        found.note = Some(format!("it depends on the date of {}", acts.join(", ")));
    }
    found
}

/// Tells how a party stands to an organ in one state of the record.
fn seated(
    asking: &Asking<'_>,
    state: &State,
    organ: BodyId,
    party: PartyId,
    moment: &Moment,
) -> (Seat, Option<ArticleId>) {
    let (code, on) = (&asking.code, moment.on);
    let row = code.body_on(organ, state, on);
    let (whole, own) = (row.and_then(|row| row.composed), row.and_then(|row| row.article));
    let seats = composition(code, state, organ, on);
    let is_seated = seats.as_ref().is_some_and(|seats| seats.members.contains(party));
    let line = |body: BodyId| {
        let span = state.bodies.get(&body)?.members.get(&party)?.at(on)?;
        // With a seat it is a member or suspended; where both tell, the organ's own list counts.
        let sits = matches!(span.value.0, MemberStatus::Member | MemberStatus::Suspended);
        (sits || !is_seated).then_some((span.value, span.why.article))
    };
    let status = line(organ).or_else(|| line(whole?.members_of));
    let (status, by) = match (seats, status) {
        (Some(_), Some(((MemberStatus::Member, _), _)) | None) if is_seated => {
            return (Seat::Taken, own);
        }
        (None, None) => return (Seat::NotTold, own),
        (Some(_), None) => return (Seat::None, own),
        (Some(_) | None, Some(status)) => status,
    };
    let class = class_rights(code, state, status, on);
    let (status, _) = status;
    let given = class.filter(|(_, rights)| {
        rights.iter().take_while(|word| *word != "without").any(|word| word == READ)
    });
    match (given, class) {
        (Some((article, _)), _) => (Seat::ByClass(status), Some(article)),
        (None, Some((article, _))) => (Seat::Without(status), Some(article)),
        (None, None) => (Seat::Without(status), by.or(own)),
    }
}

impl Seat {
    fn reads(self) -> Verdict {
        match self {
            Self::Taken | Self::ByClass(_) => Verdict::Yes,
            Self::Without(_) | Self::None => Verdict::No,
            Self::NotTold => Verdict::Undetermined,
        }
    }
}

impl Access {
    /// Tells whether it may be read: one organ is enough, and what is open opens nothing.
    pub fn verdict(&self) -> Verdict {
        match self {
            Self::Public => Verdict::Yes,
            Self::NotYet(_) | Self::Unnamed(_) => Verdict::No,
            Self::Restricted(by) => {
                let any = |wanted: Verdict| by.iter().any(|one| one.verdict == wanted);
                [Verdict::Yes, Verdict::Disputed, Verdict::Undetermined]
                    .into_iter()
                    .find(|wanted| any(*wanted))
                    .unwrap_or(Verdict::No)
            }
        }
    }

    /// Returns the article that decides, where one does.
    pub fn article(&self) -> Option<ArticleId> {
        self.deciding().and_then(|one| one.article)
    }

    /// Returns the organ that decides: the first that gives the verdict.
    fn deciding(&self) -> Option<&OrganAccess> {
        let Self::Restricted(by) = self else { return None };
        let verdict = self.verdict();
        by.iter().find(|one| one.verdict == verdict)
    }

    /// Says why, in sentences without a full stop.
    pub fn reasons(&self, asking: &Asking<'_>, on: Day) -> Vec<String> {
        let words = |organs: &[BodyId]| {
            let words = organs.iter().map(|id| format!("`{}`", asking.law.body_names.word(*id)));
            words.collect::<Vec<_>>().join(", ")
        };
        match self {
            Self::NotYet(since) => vec![format!("it was deposited on {since}")],
            Self::Public => vec!["no organ is named: everybody may read it".to_owned()],
            Self::Unnamed(organs) => {
                let day = "on the day of reading";
                vec![format!("it is for those who have a seat in {} {day}", words(organs))]
            }
            Self::Restricted(by) => by.iter().map(|one| one.reason(asking, on)).collect(),
        }
    }
}

impl OrganAccess {
    /// Says in one sentence how the party stands to the organ.
    pub fn reason(&self, asking: &Asking<'_>, on: Day) -> String {
        let law = asking.law;
        let (name, organ) = (law.party_names.word(self.party), law.body_names.word(self.organ));
        let said = match self.seat {
            Seat::Taken => format!("{name} has a seat in `{organ}` on {on}"),
            Seat::ByClass(status) => {
                format!("{name} is {} on {on}, a class that is given `{READ}`", as_said(status))
            }
            Seat::Without(MemberStatus::Former) => {
                format!("{name} is no longer a member on {on}, and has no seat in `{organ}`")
            }
            Seat::Without(MemberStatus::Member) => {
                format!("{name} is a member on {on} without a seat in `{organ}`")
            }
            Seat::Without(status @ (MemberStatus::Observer | MemberStatus::Partner)) => {
                let status = as_said(status);
                format!(
                    "{name} is {status} on {on} without a seat in `{organ}`, a class that is not given `{READ}`"
                )
            }
            Seat::Without(status) => {
                format!("{name} is {} on {on}, a class that is not given `{READ}`", as_said(status))
            }
            Seat::None => format!("{name} has no seat in `{organ}` on {on}"),
            Seat::NotTold => format!("the record does not say who has a seat in `{organ}` on {on}"),
        };
        let article = self.article.map(|id| format!(" ({})", law.article_names.word(id)));
        let note = self.note.as_ref().map(|note| format!("; {note}"));
        format!("{said}{}{}", article.unwrap_or_default(), note.unwrap_or_default())
    }
}

/// Returns a status as it is said of a party.
fn as_said(status: MemberStatus) -> &'static str {
    match status {
        MemberStatus::Member => "a member",
        MemberStatus::Suspended => "suspended",
        MemberStatus::Observer => "an observer",
        MemberStatus::Partner => "a partner",
        MemberStatus::Former => "a former member",
    }
}
