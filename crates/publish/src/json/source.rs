//! A source as JSON, with its numbered references and notes and what it is cited for.

use super::{act, moment};
use serde_json::{Map, Value, json};
use servanda_model::{Origin, Source, SourceId};
use servanda_query::{Asking, Known, Moment, article_citations, citations, source_text};

/// What a source is and what it is cited for; places are told by the caller, who has the files.
pub fn source(
    asking: &Asking<'_>,
    id: SourceId,
    at: &Moment,
    place: impl Fn(Origin) -> String,
) -> Value {
    let Some(source) = asking.law.source(id) else {
        return Value::Null;
    };
    let word = asking.law.source_names.word(id);
    let known = |position| at.known == Known::Now || asking.is_known(position, at);
    let acts = citations(asking, id).into_iter().filter(|citation| known(citation.act));
    let acts = acts.filter_map(|citation| {
        let found = asking.history.act(citation.act)?;
        let (when, text) = citation.told(asking)?;
        Some(json!({
            "cited": source_text(asking, &citation.cited),
            "date": when.to_string(),
            "text": text,
            "act": act(asking, citation.act),
            "where": place(found.origin),
        }))
    });
    let articles = article_citations(asking, id).into_iter().filter_map(|citation| {
        let version = asking.law.article(citation.article)?.versions.first()?;
        let article = asking.law.article_names.word(citation.article);
        Some(json!({
            "cited": source_text(asking, &citation.cited),
            "date": null,
            "text": format!("{article}: {}", version.title),
            "act": null,
            "article": article,
            "where": null,
        }))
    });
    let cited_for: Vec<Value> = acts.chain(articles).collect();
    let told = json!({
        "source": word,
        "title": source.titles.main,
        "publisher": source.publisher,
        "dated": source.dated.map(|when| when.to_string()),
        "file": source.file,
        "evidence": source.evidence.word(),
        "references": references(source, word),
        "notes": footnotes(source, word),
        "cited_for": cited_for,
    });
    moment(asking, at, told)
}

/// Returns the numbered references with their lines.
fn references(source: &Source, word: &str) -> Value {
    let all = source.references.iter().map(|reference| {
        let told: Map<String, Value> =
            reference.particulars.iter().map(|(key, said)| (key.clone(), json!(said))).collect();
        json!({"number": reference.number, "title": reference.title, "page": reference.page,
            "particulars": told, "cited": reference.line.map(|line| format!("{word}:{line}"))})
    });
    all.collect()
}

/// Returns the numbered notes with their lines.
fn footnotes(source: &Source, word: &str) -> Value {
    let all = source.footnotes.iter().map(|note| {
        let cited = note.line.map(|line| format!("{word}:{line}"));
        json!({"number": note.number, "text": note.text, "cited": cited})
    });
    all.collect()
}
