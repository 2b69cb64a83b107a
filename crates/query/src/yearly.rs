//! Duties that an article opens each year, and the years of which no act discharges them.

use crate::asking::Asking;
use crate::moment::Moment;
use servanda_engine::{Filed, State};
use servanda_model::{
    Actor, ArticleId, Day, Evidence, Finding, Grade, InstrumentKind, MemberStatus, Mention,
    PartyId, SourceRef, Yearly, remark,
};

/// A duty of each year, and how each year stands.
#[derive(Debug, Clone, PartialEq)]
pub struct YearlyAnswer<'r> {
    /// The duty.
    pub duty: &'r Yearly,
    /// The article that opens it.
    pub article: ArticleId,
    /// How sure the article is.
    pub evidence: Evidence,
    /// Who carries it.
    pub sources: Vec<SourceRef>,
    /// The years that an act discharged, each with the position of the act.
    pub found: Vec<(u32, u32)>,
    /// The years that are over, of which no act is found.
    pub not_found: Vec<u32>,
    /// The day by which the duty of the running year is due, where nothing discharged it yet.
    pub due: Option<Day>,
    /// The states that owe it on the day asked about, none where an organ does.
    pub owed_by: Vec<PartyId>,
}

/// Answers how every yearly duty stands on a day. Years of which the record is not complete are
/// not said to lack an act.
pub fn yearly<'r>(asking: &'r Asking<'r>, moment: &Moment) -> Vec<YearlyAnswer<'r>> {
    let mut duties = asking.code.all_yearly().peekable();
    if duties.peek().is_none() {
        return Vec::new();
    }
    let state = asking.fold(&asking.everything(), moment, &[]);
    let on_day = asking.code.yearly_on(&state, moment.on);
    let opened = on_day.filter(|(_, duty)| duty.from <= year_of(moment.on));
    opened.map(|(article, duty)| one(asking, &state, (article, duty), moment)).collect()
}

fn one<'r>(
    asking: &'r Asking<'r>,
    state: &State,
    (article, duty): (ArticleId, &'r Yearly),
    moment: &Moment,
) -> YearlyAnswer<'r> {
    let version = asking.code.version(article, state, moment.on);
    let row = asking.law.article(article);
    let version = version.and_then(|number| row?.versions.get(usize::from(number)));
    let owed_by = match (duty.owed_by, asking.law.own) {
        (Actor::Member, Some(own)) => state.members(own, moment.on),
        (Actor::Member, None)
        | (
            Actor::State
            | Actor::Opener
            | Actor::Target
            | Actor::EachOtherMember
            | Actor::PartyTo(_)
            | Actor::Organ(_)
            | Actor::Office(_)
            | Actor::Nobody,
            _,
        ) => Vec::new(),
    };
    let mut answer = YearlyAnswer {
        duty,
        article,
        evidence: version.map_or(Evidence::Unverified, |version| version.evidence),
        sources: version.map(|version| version.sources.clone()).unwrap_or_default(),
        found: Vec::new(),
        not_found: Vec::new(),
        due: None,
        owed_by,
    };
    let last = year_of(moment.on).min(duty.until.unwrap_or(u32::MAX));
    for year in duty.from..=last {
        let Some(end) = i32::try_from(year).ok().and_then(|year| Day::civil(year, 12, 31)) else {
            continue;
        };
        let discharged = state.papers.iter().find(|filing| {
            filing.paper == Filed::Discharge { article, year } && filing.from <= moment.on
        });
        if let Some(filing) = discharged {
            answer.found.push((year, filing.why.position));
        } else if !counts(asking, state, article, end) {
            continue;
        } else if end >= moment.on {
            answer.due = Some(end);
        } else if asking.history.complete_to.is_none_or(|complete| end <= complete) {
            answer.not_found.push(year);
        }
    }
    answer
}

fn year_of(day: Day) -> u32 {
    u32::try_from(day.parts().0).unwrap_or(0)
}

/// Tells whether the article binds on a day: a treaty's once it is in force.
pub(crate) fn counts(asking: &Asking<'_>, state: &State, article: ArticleId, on: Day) -> bool {
    let instrument = asking.law.article(article).map(|row| row.instrument);
    let row = instrument.and_then(|id| Some((id, asking.law.instrument(id)?)));
    row.is_some_and(|(id, row)| match row.kind {
        InstrumentKind::Treaty | InstrumentKind::Protocol => state.in_force(id, on),
        InstrumentKind::Decision | InstrumentKind::Practice => true,
    })
}

/// Returns a finding for each year of which no act is found, at the act that discharged the duty
/// last before it, else at the act by which the instrument is in force.
pub(crate) fn findings(asking: &Asking<'_>, moment: &Moment) -> Vec<Finding> {
    let mut found = Vec::new();
    for answer in yearly(asking, moment) {
        let instrument = asking.law.article(answer.article).map(|row| row.instrument);
        let state =
            instrument.map(|id| (id, asking.fold(&asking.about_instrument(id), moment, &[])));
        let force = state
            .as_ref()
            .and_then(|(id, state)| Some(state.treaty(*id)?.force.spans().first()?.why.position));
        for year in &answer.not_found {
            let before = answer.found.iter().rfind(|(done, _)| done < year);
            let position = before.map(|(_, position)| *position).or(force).unwrap_or(0);
            let (title, of) = (Mention::Titles(answer.duty.titles.clone()), Mention::Number(*year));
            let said = remark!(NOT_DISCHARGED, duty = title, year = of);
            found.push(Finding {
                grade: Grade::Unrecorded,
                position,
                article: Some(answer.article),
                notice: said.into(),
            });
        }
    }
    found
}

/// Returns how the years of a duty stand, in words.
pub fn years_text(answer: &YearlyAnswer<'_>) -> String {
    let mut said = Vec::new();
    if !answer.found.is_empty() {
        let years: Vec<u32> = answer.found.iter().map(|(year, _)| *year).collect();
        said.push(format!("found for {}", stretches(&years)));
    }
    if !answer.not_found.is_empty() {
        said.push(format!("no act found in this record for {}", stretches(&answer.not_found)));
    }
    if let Some(due) = answer.due {
        said.push(format!("due by {due}"));
    }
    said.join("; ")
}

/// Returns years in words, those that follow one another as a stretch.
fn stretches(years: &[u32]) -> String {
    let mut found: Vec<(u32, u32)> = Vec::new();
    for year in years {
        match found.last_mut() {
            Some((_, last)) if last.saturating_add(1) == *year => *last = *year,
            Some(_) | None => found.push((*year, *year)),
        }
    }
    let words = found.iter().map(|(first, last)| match last.saturating_sub(*first) {
        0 => first.to_string(),
        1 => format!("{first}, {last}"),
        _ => format!("{first} to {last}"),
    });
    words.collect::<Vec<_>>().join(", ")
}

impl YearlyAnswer<'_> {
    /// Tells whether a state owes it on the day asked about.
    pub fn binds(&self, party: PartyId) -> bool {
        self.owed_by.contains(&party)
    }
}

/// The status of those who owe a yearly duty as members.
pub fn owed_as() -> &'static str {
    MemberStatus::Member.word()
}
