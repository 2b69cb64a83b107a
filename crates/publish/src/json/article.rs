//! What an article says, as JSON.

use super::{moment, sources};
use serde_json::{Value, json};
use servanda_query::{ArticleAnswer, Asking, Moment};

/// The answer to `article`.
pub fn article(asking: &Asking<'_>, answer: &ArticleAnswer, at: &Moment) -> Value {
    let versions = answer.versions.iter().enumerate().map(|(number, version)| {
        json!({
            "current": answer.current == Some(number) && !version.repeals,
            "since": version.since.map(|day| day.to_string()),
            "made_by": version.made_by,
            "title": version.title,
            "gist": version.gist,
            "text": version.text,
            "evidence": version.evidence.word(),
            "sources": sources(asking, &version.sources),
            "repeals": version.repeals,
        })
    });
    let versions: Vec<Value> = versions.collect();
    let json = json!({
        "article": asking.law.article_names.word(answer.article),
        "instrument": asking.law.instrument_names.word(answer.instrument),
        "in_force": answer.in_force,
        "counts_as_told": answer.counts_as_told,
        "versions": versions,
    });
    moment(asking, at, json)
}
