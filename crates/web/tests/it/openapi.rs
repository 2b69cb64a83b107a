//! The document is complete: every route that answers stands in it, every path in it answers, and
//! every answer has the form it promises.

use crate::client::{get, reference};
use serde_json::Value;
use servanda_web::{
    ENTRANCE, EVENTS, METRICS, REHEARSAL_ENROL, desk_paths, ledger_paths, log_paths, paths,
    reference_paths,
};
use std::collections::BTreeSet;

fn document() -> Value {
    get("/openapi.json").json()
}

#[test]
fn the_document_lists_exactly_what_the_router_answers() {
    let document = document();
    assert_eq!(document["openapi"], "3.1.0");
    let listed: BTreeSet<String> = document["paths"].as_object().unwrap().keys().cloned().collect();
    let routed: BTreeSet<String> = paths()
        .chain(log_paths())
        .chain(desk_paths())
        .chain(ledger_paths())
        .chain(reference_paths())
        .chain([METRICS, EVENTS])
        .chain([REHEARSAL_ENROL, ENTRANCE])
        .map(str::to_owned)
        .collect();
    assert_eq!(listed, routed);
    let operations: Vec<&Value> = document["paths"]
        .as_object()
        .unwrap()
        .values()
        .flat_map(|item| item.as_object().unwrap().values())
        .map(|operation| &operation["operationId"])
        .collect();
    let distinct: BTreeSet<&str> = operations.iter().map(|name| name.as_str().unwrap()).collect();
    assert_eq!(distinct.len(), operations.len(), "an operation stands twice");
}

#[test]
fn every_reference_leads_to_a_schema() {
    let document = document();
    let text = document.to_string();
    for part in text.split("\"#/").skip(1) {
        let pointer = format!("/{}", part.split('"').next().unwrap());
        assert!(document.pointer(&pointer).is_some(), "{pointer}");
    }
}

/// Questions that come with a text of their own.
const WITH_TEXTS: [(&str, &str); 4] = [
    (
        "/api/v1/decide/{organ}",
        "/api/v1/decide/csc?matter=ordinary&on=2009-06-14&votes=state,vote%0AARM,yes%0AKAZ,yes%0AKGZ,yes%0ARUS,yes%0ATJK,yes%0AUZB,yes%0ABLR,absent%0AGEO,yes",
    ),
    ("/api/v1/what-if", "/api/v1/what-if?on=2000-01-01&suppose=repeals%20extension-1999.1"),
    (
        "/api/v1/entry-into-force/{instrument}",
        "/api/v1/entry-into-force/cst?on=1999-01-01&deposits=state,action,date%0AARM,sign,1992-05-15%0AARM,deposit,1993-01-01",
    ),
    ("/api/v1/overlap", "/api/v1/overlap?first=cst&second=guam&on=2010-01-01"),
];

/// Fills a path's places and needed fields with words of the record.
fn examples(path: &str) -> Vec<String> {
    if let Some((_, text)) = WITH_TEXTS.iter().find(|(with_text, _)| *with_text == path) {
        return vec![(*text).to_owned()];
    }
    let record = reference();
    let law = &record.law;
    let words = |name: &str| -> Vec<String> {
        match name {
            "{instrument}" => {
                law.instrument_names.iter().map(|(_, word)| word.to_owned()).collect()
            }
            "{organisation}" | "{organ}" => {
                law.body_names.iter().map(|(_, word)| word.to_owned()).collect()
            }
            "{office}" => law.office_names.iter().map(|(_, word)| word.to_owned()).collect(),
            "{state}" => law.party_names.iter().map(|(_, word)| word.to_owned()).collect(),
            "{matter}" => vec!["kgz-asks-police".to_owned()],
            "{article}" => law.article_names.iter().map(|(_, word)| word.to_owned()).collect(),
            "{table}" => vec!["acts".to_owned(), "participation".to_owned()],
            "{id}" => law.source_names.iter().map(|(_, word)| word.to_owned()).collect(),
            // The record is read from text: it has no documents.
            "{commitment}" => Vec::new(),
            _ => vec![String::new()],
        }
    };
    let query = match path {
        "/api/v1/why" => "?claim=GEO%20party%20cst&",
        "/api/v1/diff" => "?before=1999-04-20&after=1999-04-21&",
        "/api/v1/side-by-side" => "?left=kgz-asks-police&right=kaz-asks&",
        _ => "?",
    };
    let (lead, place) = path
        .split_once('{')
        .map_or((path, String::new()), |(lead, rest)| (lead, format!("{{{rest}")));
    let days = [
        "on=1999-04-21",
        "on=2012-12-19&known=2013-01-01",
        "on=2031-01-01",
        "on=2010-01-01&according_to=s003",
    ];
    // The first words are asked about on every day, the others on one.
    // A matter is there from the day on which it was opened.
    let of_matters = place == "{matter}" || path == "/api/v1/side-by-side";
    let days = if of_matters { &days[2..3] } else { &days[..] };
    let words = words(&place).into_iter().enumerate();
    words
        .flat_map(|(index, word)| {
            let days = days.iter().take(if index < 3 { days.len() } else { 1 });
            days.map(move |day| format!("{lead}{word}{query}{day}"))
        })
        .collect()
}

#[test]
fn every_answer_has_the_form_the_document_promises() {
    let document = document();
    for (path, item) in document["paths"].as_object().unwrap() {
        let schema = &item["get"]["responses"]["200"]["content"]["application/json"]["schema"];
        // What the desk answers needs a log, and is asked in `desk`.
        let is_of_desk = desk_paths().any(|desk| desk == path);
        if schema.is_null() || path == "/openapi.json" || is_of_desk {
            continue;
        }
        for example in examples(path) {
            let answer = get(&example);
            assert_eq!(answer.status, 200, "{example}: {}", answer.text);
            let faults = against(&document, schema, &answer.json(), "");
            assert!(faults.is_empty(), "{example}:\n{}", faults.join("\n"));
        }
    }
    let faults = against(
        &document,
        &document["components"]["schemas"]["Problem"],
        &get("/api/v1/status/x").json(),
        "",
    );
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// Holds a value against a schema, as far as this document uses JSON Schema; a property that is
/// not described is a fault too.
pub(crate) fn against(document: &Value, schema: &Value, value: &Value, at: &str) -> Vec<String> {
    if let Some(target) = schema["$ref"].as_str() {
        let target = document.pointer(target.trim_start_matches('#')).unwrap();
        return against(document, target, value, at);
    }
    let mut faults = Vec::new();
    if let Some(allowed) = schema["enum"].as_array()
        && !allowed.contains(value)
    {
        faults.push(format!("{at}: {value} is none of {allowed:?}"));
    }
    let own = schema["type"].as_str().into_iter();
    let listed = schema["type"].as_array().into_iter().flatten().filter_map(Value::as_str);
    let types: Vec<&str> = own.chain(listed).collect();
    if !types.is_empty() && !types.contains(&kind(value)) {
        faults.push(format!("{at}: {value} is no {types:?}"));
    }
    for name in schema["required"].as_array().into_iter().flatten().filter_map(Value::as_str) {
        if value.get(name).is_none() && value.is_object() {
            faults.push(format!("{at}: `{name}` is missing"));
        }
    }
    if let (Some(properties), Some(fields)) = (schema["properties"].as_object(), value.as_object())
    {
        for (name, field) in fields {
            match properties.get(name) {
                Some(schema) => {
                    faults.extend(against(document, schema, field, &format!("{at}/{name}")));
                }
                None => faults.push(format!("{at}: `{name}` is not described")),
            }
        }
    }
    for (index, item) in value.as_array().into_iter().flatten().enumerate() {
        if schema["items"].is_object() {
            faults.extend(against(document, &schema["items"], item, &format!("{at}/{index}")));
        }
    }
    faults
}

fn kind(value: &Value) -> &'static str {
    match value {
        Value::Null => "null",
        Value::Bool(_) => "boolean",
        Value::Number(_) => "integer",
        Value::String(_) => "string",
        Value::Array(_) => "array",
        Value::Object(_) => "object",
    }
}
