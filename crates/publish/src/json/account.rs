//! One account beside our reading: where we differ, and what its own tables print.

use super::sources;
use serde_json::{Value, json};
use servanda_model::Asks;
use servanda_query::{Asking, Moment, act_sentence};

/// Adds our reading to an answer that follows one account.
pub(super) fn beside(
    mut answer: Value,
    at: &Moment,
    ours: impl FnOnce(&Moment) -> Option<Value>,
) -> Value {
    let reading = at.account.and_then(|_| ours(&Moment { account: None, ..*at }));
    if let (Some(reading), Some(fields)) = (reading, answer.as_object_mut()) {
        fields.insert("our_reading".to_owned(), reading);
    }
    answer
}

/// Says our reading of an act, nothing where the account tells the same.
pub(super) fn of_act(asking: &Asking<'_>, position: u32, theirs: &Moment, ours: &Moment) -> Value {
    let told = asking.place(position, theirs, &[]);
    let (Some(told), Some(own)) = (told, asking.place(position, ours, &[])) else {
        return Value::Null;
    };
    if told.deed != own.deed {
        json!(format!("{}: {}", own.when, act_sentence(asking, position)))
    } else if told.when != own.when {
        json!(own.when.to_string())
    } else {
        Value::Null
    }
}

/// Adds what the account's own tables print about the same thing, row by row.
pub(super) fn printed(
    mut answer: Value,
    asking: &Asking<'_>,
    at: &Moment,
    about: impl Fn(&Asks) -> bool,
) -> Value {
    let Some(account) = at.account else { return answer };
    let of_account = asking.history.tables.iter().filter(|table| {
        let told = table.of.iter().any(|source| source.source == account);
        told && table.columns.iter().any(|column| about(&column.asks))
    });
    let rows = of_account.flat_map(|table| {
        table.rows.iter().map(move |row| {
            let cells = table.columns.iter().zip(&row.cells);
            let cells: Vec<String> =
                cells.map(|(column, cell)| format!("{}: {}", column.heading, cell.0)).collect();
            json!({
                "table": table.name,
                "state": asking.law.party_names.word(row.party),
                "name": row.name,
                "cells": cells,
                "sources": sources(asking, &row.of),
            })
        })
    });
    let rows: Value = rows.collect();
    if let Some(fields) = answer.as_object_mut() {
        fields.insert("as_printed".to_owned(), rows);
    }
    answer
}
