//! A record as values: acts in their positions, pools of lists, checks and tables of sources.

mod mark;
mod receipt;

pub use mark::Mark;

use crate::act::Act;
use crate::claim::Claim;
use crate::day::Day;
use crate::deed::Deed;
use crate::instant::Instant;
use crate::names::{BodyId, Id as _, InstrumentId, LabelId, Names, OfficeId, PartyId, SourceId};
use crate::paper::Paper;
use crate::table::SourceTable;
use crate::when::When;

/// A list in one of the history's pools.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct List {
    start: u32,
    len: u32,
}

/// A file of the record.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct FileId(pub u16);

/// Where something stands in the record's files.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct Origin {
    /// The file.
    pub file: FileId,
    /// The byte at which it begins.
    pub at: u32,
}

/// A source, file and lines; small, since every act has one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SourceRef {
    /// The source.
    pub source: SourceId,
    /// How many lines follow the first.
    further: u16,
    /// The first line, 0 where none is given.
    pub line: u32,
}

impl SourceRef {
    /// Makes a reference; none where the last line lies before the first or 65,536 lines after.
    #[inline]
    pub fn new(source: SourceId, line: u32, last: u32) -> Option<Self> {
        let further = u16::try_from(last.checked_sub(line)?).ok()?;
        Some(Self { source, further, line })
    }

    /// Returns the last line.
    pub fn last(self) -> u32 {
        self.line.saturating_add(u32::from(self.further))
    }

    /// Returns the reference as it is written, where a word names its source: `s003:43-51`.
    pub fn written(self, word: &str) -> String {
        match (self.line, self.last()) {
            (0, _) => word.to_owned(),
            (line, last) if line == last => format!("{word}:{line}"),
            (line, last) => format!("{word}:{line}-{last}"),
        }
    }
}

/// How the days of recording are known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RecordedRule {
    /// As if kept at the time.
    OnTheDayDone,
    /// On a day.
    On(Day),
    /// By an office that received them at an instant, on a day of its seat.
    Received(Instant, Day),
}

/// What a check demands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CheckKind {
    /// Our own check: an error when false.
    Assert,
    /// A source's claim: a finding when the engine disagrees.
    Attest,
}

/// A check at the end of a day.
#[derive(Debug, Clone, PartialEq)]
pub struct Check {
    /// The day.
    pub when: When,
    /// What it demands.
    pub kind: CheckKind,
    /// The claim.
    pub claim: Claim,
    /// Who says so.
    pub sources: Vec<SourceRef>,
    /// Findings the record knows of.
    pub expected: Vec<crate::act::Expectation>,
    /// The position after which it stands.
    pub position: u32,
    /// Where it stands.
    pub origin: Origin,
}

/// All acts of a record.
#[derive(Debug, Clone, Default)]
pub struct History {
    /// The acts; an act's position is its index.
    pub acts: Vec<Act>,
    /// On which day the acts from a position on were recorded.
    pub recorded: Vec<(u32, RecordedRule)>,
    /// The last day for which the record is complete.
    pub complete_to: Option<Day>,
    /// The origin of the log that this record rehearses; what is added to it is then invented.
    pub rehearses: Option<String>,
    /// The first file of acts that are tried at the door, where some are.
    pub tried: Option<FileId>,
    /// Words of labels.
    pub labels: Names<LabelId>,
    /// The position of the act that carries a label.
    pub labelled: Vec<Option<u32>>,
    /// The record's own checks and the claims of sources.
    pub checks: Vec<Check>,
    /// Tables as sources print them.
    pub tables: Vec<SourceTable>,
    party_pool: Vec<PartyId>,
    instrument_pool: Vec<InstrumentId>,
    source_pool: Vec<SourceRef>,
}

impl History {
    /// Keeps a list of parties.
    #[inline]
    pub fn keep_parties(&mut self, parties: &[PartyId]) -> List {
        keep(&mut self.party_pool, parties)
    }

    /// Keeps a list of instruments.
    #[inline]
    pub fn keep_instruments(&mut self, instruments: &[InstrumentId]) -> List {
        keep(&mut self.instrument_pool, instruments)
    }

    /// Keeps a list of source references.
    #[inline]
    pub fn keep_sources(&mut self, sources: &[SourceRef]) -> List {
        keep(&mut self.source_pool, sources)
    }

    /// Returns the parties of a list.
    pub fn parties(&self, list: List) -> &[PartyId] {
        slice(&self.party_pool, list)
    }

    /// Returns the instruments of a list.
    pub fn instruments(&self, list: List) -> &[InstrumentId] {
        slice(&self.instrument_pool, list)
    }

    /// Returns the source references of a list.
    pub fn sources(&self, list: List) -> &[SourceRef] {
        slice(&self.source_pool, list)
    }

    /// Returns the act at a position.
    pub fn act(&self, position: u32) -> Option<&Act> {
        self.acts.get(position as usize)
    }

    /// Returns the position of the act with a label.
    pub fn position_of(&self, label: LabelId) -> Option<u32> {
        self.labelled.get(label.ordinal() as usize).copied().flatten()
    }

    /// Returns the day on which the act at a position was recorded.
    pub fn recorded_on(&self, position: u32) -> Day {
        match self.recorded_by(position) {
            Some(RecordedRule::On(day) | RecordedRule::Received(_, day)) => day,
            Some(RecordedRule::OnTheDayDone) | None => {
                self.act(position).map_or(Day::MAX, |act| act.when.order())
            }
        }
    }

    /// Tells whether any part of the record was written afterwards as if kept at the time.
    pub fn is_written_afterwards(&self) -> bool {
        self.recorded.iter().any(|(_, rule)| *rule == RecordedRule::OnTheDayDone)
    }

    /// Returns the instruments an act is about.
    pub fn instruments_of<'a>(&'a self, deed: &'a Deed) -> &'a [InstrumentId] {
        match deed {
            Deed::Sign { instruments, .. }
            | Deed::Deposit { instruments, .. }
            | Deed::Ratify { instruments, .. }
            | Deed::Refuse { instruments, .. }
            | Deed::EnterIntoForce { instruments, .. }
            | Deed::Provisional { instruments, .. }
            | Deed::GiveNotice { instruments, .. }
            | Deed::End { instruments, .. }
            | Deed::Suspend { instruments, .. }
            | Deed::Resume { instruments, .. }
            | Deed::Register { instruments, .. }
            | Deed::Reserve { instruments, .. } => self.instruments(*instruments),
            Deed::Decide(decision) => &decision.adopts,
            Deed::Correct { deed, .. } => self.instruments_of(deed),
            Deed::Amend { instrument, .. } => std::slice::from_ref(instrument),
            Deed::Revoke { .. }
            | Deed::Object { .. }
            | Deed::Join { .. }
            | Deed::Leave { .. }
            | Deed::SuspendMember { .. }
            | Deed::VoteRight { .. }
            | Deed::Vote { .. }
            | Deed::Session { .. }
            | Deed::Paper(_)
            | Deed::Chair { .. }
            | Deed::Appoint(_)
            | Deed::Vacate { .. }
            | Deed::Request { .. }
            | Deed::Aid(_)
            | Deed::State(_)
            | Deed::Happen { .. }
            | Deed::Exercise { .. }
            | Deed::Figure(_)
            | Deed::Position { .. }
            | Deed::Agree { .. } => &[],
        }
    }

    /// Returns the body an act changes or is about.
    pub fn body_of(&self, deed: &Deed) -> Option<BodyId> {
        match deed {
            Deed::Join { body, .. }
            | Deed::Leave { body, .. }
            | Deed::SuspendMember { body, .. }
            | Deed::VoteRight { body, .. }
            | Deed::Agree { body, .. } => Some(*body),
            Deed::Session { organ, .. } | Deed::Chair { organ, .. } => Some(*organ),
            Deed::Decide(decision) => Some(decision.organ),
            Deed::Paper(paper) => self.body_of_paper(paper),
            Deed::Request { body, .. } => *body,
            Deed::Aid(aid) => aid.body,
            Deed::State(speech) => speech.body,
            Deed::Figure(figure) => figure.body,
            Deed::Correct { deed, .. } => self.body_of(deed),
            Deed::Sign { .. }
            | Deed::Deposit { .. }
            | Deed::Ratify { .. }
            | Deed::Refuse { .. }
            | Deed::EnterIntoForce { .. }
            | Deed::Provisional { .. }
            | Deed::GiveNotice { .. }
            | Deed::Revoke { .. }
            | Deed::End { .. }
            | Deed::Suspend { .. }
            | Deed::Resume { .. }
            | Deed::Register { .. }
            | Deed::Reserve { .. }
            | Deed::Object { .. }
            | Deed::Vote { .. }
            | Deed::Appoint(_)
            | Deed::Vacate { .. }
            | Deed::Happen { .. }
            | Deed::Exercise { .. }
            | Deed::Position { .. }
            | Deed::Amend { .. } => None,
        }
    }

    /// Returns the organ of whose sessions a paper is.
    fn body_of_paper(&self, paper: &Paper) -> Option<BodyId> {
        let told = |label| self.act(self.position_of(label)?).map(|act| &act.deed);
        match paper {
            Paper::Call(call) => Some(call.organ),
            Paper::Credentials(credentials) => Some(credentials.to),
            Paper::Agenda { of, .. } | Paper::Minutes { of, .. } => self.organ_that_met(told(*of)?),
            Paper::Examination { of, by, .. } => {
                let Some(Deed::Paper(paper)) = told(*of) else { return Some(*by) };
                let Paper::Credentials(credentials) = &**paper else { return Some(*by) };
                Some(credentials.to)
            }
        }
    }

    /// Returns the organ of a session or of a call to one, none for any other act.
    pub fn organ_that_met(&self, deed: &Deed) -> Option<BodyId> {
        if let Deed::Session { organ, .. } = deed {
            return Some(*organ);
        }
        let Deed::Paper(paper) = deed else { return None };
        let Paper::Call(call) = &**paper else { return None };
        Some(call.organ)
    }

    /// Returns the office an act fills or empties.
    pub fn office_of(&self, deed: &Deed) -> Option<OfficeId> {
        if let Deed::Correct { deed, .. } = deed {
            return self.office_of(deed);
        }
        if let Deed::Vacate { office, .. } = deed {
            return Some(*office);
        }
        let Deed::Appoint(appointment) = deed else { return None };
        Some(appointment.office)
    }

    /// Returns the parties an act names as its doers or subjects.
    pub fn parties_of(&self, deed: &Deed) -> Vec<PartyId> {
        match deed {
            Deed::Sign { parties, .. }
            | Deed::Deposit { parties, .. }
            | Deed::Ratify { parties, .. }
            | Deed::Refuse { parties, .. }
            | Deed::EnterIntoForce { parties, .. }
            | Deed::Provisional { parties, .. }
            | Deed::GiveNotice { parties, .. }
            | Deed::Revoke { parties, .. }
            | Deed::End { parties, .. }
            | Deed::Suspend { parties, .. }
            | Deed::Resume { parties, .. }
            | Deed::Reserve { parties, .. }
            | Deed::Object { parties, .. }
            | Deed::Join { parties, .. }
            | Deed::Leave { parties, .. }
            | Deed::SuspendMember { parties, .. }
            | Deed::VoteRight { parties, .. }
            | Deed::Vote { parties, .. }
            | Deed::Request { parties, .. }
            | Deed::Exercise { parties, .. } => self.parties(*parties).to_vec(),
            Deed::Chair { party, .. } | Deed::Position { party, .. } => vec![*party],
            Deed::Appoint(appointment) => vec![appointment.of],
            Deed::Vacate { by, .. } => by.iter().copied().collect(),
            Deed::Aid(aid) => aid.parties.clone(),
            Deed::State(speech) => speech.party.iter().copied().collect(),
            Deed::Figure(figure) => figure.party.iter().copied().collect(),
            Deed::Decide(decision) => decision.in_favour.clone(),
            Deed::Paper(paper) => match &**paper {
                Paper::Call(call) => call.parties.clone(),
                Paper::Credentials(credentials) => vec![credentials.party],
                Paper::Agenda { .. } | Paper::Minutes { .. } | Paper::Examination { .. } => {
                    Vec::new()
                }
            },
            Deed::Correct { deed, .. } => self.parties_of(deed),
            Deed::Session { .. }
            | Deed::Register { .. }
            | Deed::Happen { .. }
            | Deed::Agree { .. }
            | Deed::Amend { .. } => Vec::new(),
        }
    }

    /// Gives back what growing left unused.
    pub fn shrink(&mut self) {
        self.acts.shrink_to_fit();
        self.party_pool.shrink_to_fit();
        self.instrument_pool.shrink_to_fit();
        self.source_pool.shrink_to_fit();
    }
}

#[inline]
fn keep<T: Copy + PartialEq>(pool: &mut Vec<T>, items: &[T]) -> List {
    let narrow = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    // An equal list just before is shared: neighbouring acts often cite the same line.
    let start = pool.len().saturating_sub(items.len());
    let start = if pool.get(start..) == Some(items) {
        start
    } else {
        pool.extend_from_slice(items);
        pool.len().saturating_sub(items.len())
    };
    List { start: narrow(start), len: narrow(items.len()) }
}

fn slice<T>(pool: &[T], list: List) -> &[T] {
    let start = list.start as usize;
    pool.get(start..start.saturating_add(list.len as usize)).unwrap_or(&[])
}

impl List {
    /// Tells whether the list has no items.
    pub fn is_empty(self) -> bool {
        self.len == 0
    }
}
