//! Answers about a whole record: its checks, its tables of sources, what differs between two days.

use super::{act, article, moment, party, sources};
use serde_json::{Map, Value, json};
use servanda_model::Origin;
use servanda_query::{Asking, Difference, Moment, Report, TableAnswer};

/// The answer to `check`; places are told by the caller, who has the files.
pub fn check(asking: &Asking<'_>, report: &Report, place: impl Fn(Origin) -> Value) -> Value {
    let findings: Vec<Value> = report
        .findings
        .iter()
        .map(|checked| {
            json!({
                "grade": checked.finding.grade.word(),
                "article": article(asking, checked.finding.article),
                "act": act(asking, checked.finding.position),
                "message": checked.finding.message(asking.law),
                "expected": checked.expected.is_some(),
                "reason": checked.expected,
                "where": place(checked.origin),
            })
        })
        .collect();
    let failures: Vec<Value> = report
        .failed
        .iter()
        .map(|(origin, message)| json!({"message": message, "where": place(*origin)}))
        .collect();
    let evidence: Map<String, Value> = report
        .evidence
        .iter()
        .map(|(evidence, articles)| {
            let words = articles.iter().map(|id| json!(asking.law.article_names.word(*id)));
            (evidence.word().to_owned(), words.collect())
        })
        .collect();
    json!({
        "acts": report.acts,
        "assertions": {"held": report.held, "failed": report.failed.len()},
        "failures": failures,
        "findings": findings,
        "evidence": evidence,
    })
}

/// The answer to `diff`.
pub fn diff(asking: &Asking<'_>, before: &Moment, after: &Moment, found: &[Difference]) -> Value {
    let at = |at: &Moment| moment(asking, at, json!({"day": at.on.to_string()}));
    let differences: Vec<Value> = found
        .iter()
        .map(|difference| {
            json!({"what": difference.what, "before": difference.before, "after": difference.after})
        })
        .collect();
    json!({"before": at(before), "after": at(after), "differences": differences, "undetermined": []})
}

/// A source's tables beside our reading.
pub fn tables(asking: &Asking<'_>, tables: &[TableAnswer]) -> Value {
    tables
        .iter()
        .map(|table| {
            let rows: Vec<Value> = table
                .rows
                .iter()
                .map(|row| {
                    let cells: Vec<Value> = row
                        .cells
                        .iter()
                        .map(|cell| json!({"printed": cell.printed, "ours": cell.ours, "because": cell.because}))
                        .collect();
                    json!({"state": party(asking, row.party), "name": row.name, "sources": sources(asking, &row.of), "cells": cells})
                })
                .collect();
            json!({"table": table.name, "title": table.title, "on": table.on.to_string(),
                   "sources": sources(asking, &table.of), "columns": table.headings, "rows": rows})
        })
        .collect()
}
