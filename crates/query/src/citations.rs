//! What a source is cited for: acts, their other readings, and articles.

use crate::asking::Asking;
use crate::describe::{act_sentence, deed_sentence};
use servanda_model::{ArticleId, Id as _, Reading, Rival, SourceId, SourceRef, When};

/// An act for which a source is cited.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Citation {
    /// The lines of the source.
    pub cited: SourceRef,
    /// The position of the act.
    pub act: u32,
    /// The other reading of the act that the source tells, by its place; none where it tells the act
    /// as it stands.
    pub reading: Option<usize>,
}

impl Citation {
    /// Returns the date as the source tells it, and what it tells in one sentence.
    pub fn told(&self, asking: &Asking<'_>) -> Option<(When, String)> {
        let act = asking.history.act(self.act)?;
        let readings = act.details.as_ref().map_or(&[][..], |details| &details.readings);
        let reading: Option<&Reading> = self.reading.and_then(|index| readings.get(index));
        let own = || act_sentence(asking, self.act);
        Some(match reading.map(|reading| &reading.rival) {
            None => (act.when, own()),
            Some(Rival::Date(when)) => (*when, format!("as another reading has it: {}", own())),
            Some(Rival::Deed(deed, when)) => {
                let said = deed_sentence(asking, deed);
                (when.unwrap_or(act.when), format!("as another reading has it: {said}"))
            }
        })
    }
}

/// An article for which a source is cited, in whatever version.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ArticleCitation {
    /// The lines of the source.
    pub cited: SourceRef,
    /// The article.
    pub article: ArticleId,
}

/// Lists the acts that a source tells, as they stand or in another reading, in the source's order.
pub fn citations(asking: &Asking<'_>, source: SourceId) -> Vec<Citation> {
    let mut found = Vec::new();
    for (position, act) in (0u32..).zip(&asking.history.acts) {
        let own = asking.history.sources(act.sources).iter().map(|cited| (cited, None));
        let readings = act.details.iter().flat_map(|details| &details.readings).enumerate();
        let others = readings
            .flat_map(|(index, reading)| reading.sources.iter().map(move |it| (it, Some(index))));
        let cited = own.chain(others).filter(|(cited, _)| cited.source == source);
        found.extend(cited.map(|(cited, reading)| Citation {
            cited: *cited,
            act: position,
            reading,
        }));
    }
    found.sort_by_key(|citation| (citation.cited.line, citation.cited.last(), citation.act));
    found
}

/// Lists the articles for which a source is cited, in the source's order.
pub fn article_citations(asking: &Asking<'_>, source: SourceId) -> Vec<ArticleCitation> {
    let mut found = Vec::new();
    for (ordinal, row) in (0u32..).zip(&asking.law.articles) {
        let article = ArticleId::of(ordinal);
        let cited = row.versions.iter().filter(|version| !version.repeals);
        let cited = cited.flat_map(|version| &version.sources).filter(|it| it.source == source);
        found.extend(cited.map(|cited| ArticleCitation { cited: *cited, article }));
    }
    found.sort_by_key(|it| (it.cited.line, it.cited.last(), it.article.ordinal()));
    found.dedup();
    found
}
