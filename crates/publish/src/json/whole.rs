//! Answers about a whole record: its checks, its tables of sources, what differs between two days.

use super::{act, article, joined, moment, party, said, sources};
use serde_json::{Map, Value, json};
use servanda_model::{Gravity, Hole, Law, Origin, Remark};
use servanda_query::{Asking, Differences, Moment, Report, TableAnswer, WhatIf};

/// The answer to `check`, with the holes of the law's own form; places are told by the caller, who
/// has the files.
pub fn check(
    asking: &Asking<'_>,
    (report, holes): (&Report, &[Hole]),
    place: impl Fn(Origin) -> Value,
) -> Value {
    let findings: Vec<Value> = report
        .findings
        .iter()
        .map(|checked| {
            with_other(
                checked.other.map(&place),
                json!({
                    "grade": checked.finding.grade.word(),
                    "article": article(asking, checked.finding.article),
                    "act": act(asking, checked.finding.position),
                    "message": checked.finding.message(asking.law),
                    "expected": checked.expected.is_some(),
                    "reason": checked.expected,
                    "where": place(checked.origin),
                }),
            )
        })
        .collect();
    let failures: Vec<Value> = report
        .failed
        .iter()
        .map(|failed| {
            let told = json!({"message": failed.message.english(asking.law), "where": place(failed.origin)});
            with_other(failed.other.map(&place), told)
        })
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
        "holes": told_holes(asking.law, holes),
    })
}

/// Adds where what contradicts it stands, where something of the record does.
fn with_other(other: Option<Value>, mut told: Value) -> Value {
    if let (Some(other), Some(fields)) = (other, told.as_object_mut()) {
        fields.insert("other".to_owned(), other);
    }
    told
}

/// The answer to `lint`.
pub fn lint(law: &Law, holes: &[Hole]) -> Value {
    let open = holes.iter().filter(|hole| hole.gravity == Gravity::Open).count();
    let remarks = holes.len().saturating_sub(open);
    json!({"open": open, "remarks": remarks, "holes": told_holes(law, holes)})
}

fn told_holes(law: &Law, holes: &[Hole]) -> Value {
    let told = |hole: &Hole| {
        let article = hole.article.map(|id| law.article_names.word(id));
        json!({
            "code": hole.code.word(), "gravity": hole.gravity.word(), "article": article,
            "message": hole.message, "hint": hole.hint,
        })
    };
    holes.iter().map(told).collect()
}

/// The answer to `diff`.
pub fn diff(asking: &Asking<'_>, before: &Moment, after: &Moment, found: &Differences) -> Value {
    let at = |at: &Moment| moment(asking, at, json!({"day": at.on.to_string()}));
    let (differences, undetermined) = differing(asking, found);
    json!({"before": at(before), "after": at(after), "differences": differences, "undetermined": undetermined})
}

/// The answer to `what-if`; `lines` are what is supposed.
pub fn what_if(asking: &Asking<'_>, at: &Moment, found: &WhatIf, lines: &[String]) -> Value {
    let before = moment(asking, at, json!({"day": at.on.to_string()}));
    let mut after = before.clone();
    if let Some(fields) = after.as_object_mut() {
        fields.insert("supposing".to_owned(), json!(lines));
    }
    let (differences, undetermined) = differing(asking, &found.differences);
    let baseless = found.without_basis.iter();
    let without_basis: Vec<Value> = baseless
        .map(|lost| json!({"act": act(asking, lost.position), "article": article(asking, lost.article), "message": lost.message.english(asking.law)}))
        .collect();
    json!({
        "before": before,
        "after": after,
        "compared": found.differences.compared,
        "differences": differences,
        "undetermined": undetermined,
        "without_basis": without_basis,
        "notes": said(asking, &found.notes),
    })
}

fn differing(asking: &Asking<'_>, found: &Differences) -> (Vec<Value>, Vec<Value>) {
    let told = |remark: &Remark| remark.english(asking.law);
    let differing = found.differing.iter();
    let open = found.undetermined.iter();
    (
        differing
            .map(|it| json!({"what": told(&it.what), "before": told(&it.before), "after": told(&it.after)}))
            .collect(),
        open.map(|it| json!({"what": told(&it.what), "before": told(&it.before), "after": told(&it.after), "because": joined(asking, &it.because).unwrap_or_default()}))
            .collect(),
    )
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
