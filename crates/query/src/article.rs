//! What an article says on a day, and every version it has had.

use crate::asking::Asking;
use crate::describe::act_name;
use crate::moment::Moment;
use servanda_model::{ArticleId, Day, Evidence, InstrumentId, SourceRef, VersionStart};

/// The answer about an article.
#[derive(Debug, Clone, PartialEq)]
pub struct ArticleAnswer {
    /// The article.
    pub article: ArticleId,
    /// The instrument it belongs to.
    pub instrument: InstrumentId,
    /// Whether that instrument is in force on the day.
    pub in_force: bool,
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
        current: asking.code.version(id, &state, moment.on).map(usize::from),
        versions: versions.collect(),
    })
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
