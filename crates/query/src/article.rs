//! What an article says on a day, and every version it has had.

use crate::asking::Asking;
use crate::describe::act_name;
use crate::moment::Moment;
use servanda_model::{
    Act, ArticleId, Day, Deed, Evidence, InstrumentId, InstrumentKind, Rule, SourceRef,
    VersionStart,
};

/// The answer about an article.
#[derive(Debug, Clone, PartialEq)]
pub struct ArticleAnswer {
    /// The article.
    pub article: ArticleId,
    /// The instrument it belongs to.
    pub instrument: InstrumentId,
    /// Whether that instrument is in force on the day.
    pub in_force: bool,
    /// Whether it counts without an entry into force, as practice and regulations do.
    pub counts_as_told: bool,
    /// The index of the version that counts on the day, none where none does.
    pub current: Option<usize>,
    /// Its versions, the original first.
    pub versions: Vec<VersionAnswer>,
}

/// One version.
#[derive(Debug, Clone, PartialEq)]
pub struct VersionAnswer {
    /// Its heading.
    pub title: String,
    /// Our own summary.
    pub gist: Option<String>,
    /// Authentic text, where a reader has loaded it.
    pub text: Option<String>,
    /// How sure it is.
    pub evidence: Evidence,
    /// Who carries it.
    pub sources: Vec<SourceRef>,
    /// Whether this version takes the article away.
    pub repeals: bool,
    /// What made it.
    pub made_by: Option<String>,
    /// The day from which it counts, where it has come to count.
    pub since: Option<Day>,
}

/// Answers what an article says on a day.
pub fn article(asking: &Asking<'_>, id: ArticleId, moment: &Moment) -> Option<ArticleAnswer> {
    let row = asking.law.article(id)?;
    let state = asking.fold(&asking.about_instrument(row.instrument), moment, &[]);
    let spans = state.versions.get(&id).map(|line| line.spans()).unwrap_or_default();
    let since = |number: usize| {
        let counts = |value: Option<u16>| value.map(usize::from) == Some(number);
        spans.iter().find(|span| counts(span.value)).map(|span| span.from)
    };
    let versions = row.versions.iter().enumerate().map(|(number, version)| VersionAnswer {
        title: version.title.clone(),
        gist: version.gist.clone(),
        text: version.text.clone(),
        evidence: version.evidence,
        sources: version.sources.clone(),
        repeals: version.repeals,
        made_by: made_by(asking, version.start),
        since: since(number),
    });
    Some(ArticleAnswer {
        article: id,
        instrument: row.instrument,
        in_force: state.in_force(row.instrument, moment.on),
        counts_as_told: counts_as_told(asking, row.instrument, moment),
        current: asking.code.version(id, &state, moment.on).map(usize::from),
        versions: versions.collect(),
    })
}

/// Tells whether an instrument of practice, or a decision or regulation without a clause of entry,
/// counts on a day: as soon as the record says so, or from the act that adopts it where one does.
fn counts_as_told(asking: &Asking<'_>, id: InstrumentId, moment: &Moment) -> bool {
    let kind = asking.law.instrument(id).map(|row| row.kind);
    let is_told = matches!(kind, Some(InstrumentKind::Decision | InstrumentKind::Practice));
    let is_own = |of| asking.law.article(of).is_some_and(|row| row.instrument == id);
    let enters = asking.law.clauses().any(|(of, clause)| {
        let entry = matches!(clause.rule, Rule::EntryIntoForce { .. } | Rule::EntryAsSourcesSay);
        entry && is_own(of)
    });
    let adopts = |(_, act): &(u32, &Act)| matches!(&act.deed, Deed::Decide(decision) if decision.adopts.contains(&id));
    let mut adopting = (0u32..).zip(&asking.history.acts).filter(adopts).peekable();
    let adopted = adopting.peek().is_none()
        || adopting.any(|(position, _)| {
            asking.place(position, moment, &[]).is_some_and(|placed| placed.day <= moment.on)
        });
    is_told && !enters && adopted
}

fn made_by(asking: &Asking<'_>, start: VersionStart) -> Option<String> {
    match start {
        VersionStart::Original => None,
        VersionStart::WithInstrument(_, by) | VersionStart::From(_, by) => {
            Some(asking.law.article_names.word(by).to_owned())
        }
        VersionStart::ByAct(position) => Some(act_name(asking, position)),
    }
}
