//! Whole tables, articles, and steps that somebody puts to an instrument.

use super::Answer;
use super::supposing::{short, unreadable};
use crate::asked::Asked;
use crate::routes::DEPOSITS;
use crate::site::Site;
use crate::words::{find, shown, unknown};
use serde_json::json;
use servanda_publish::sheet::{self as sheets, NAMES};
use servanda_publish::{deposits, json as forms};
use servanda_query as query;
use servanda_query::Asking;

/// Answers what an article says.
pub(crate) fn article(site: &Site, asked: &Asked) -> Answer {
    let word = asked.place("article");
    let id = find(&site.record().law.article_names, word, "an article")?;
    let found = query::article(site.asking(), id, &asked.moment);
    let found = found.ok_or_else(|| unreadable("the article has no version in this record"))?;
    Ok(forms::article_answer(site.asking(), &found, &asked.moment))
}

/// Answers when an instrument enters into force on steps that stand in place of the record's.
pub(crate) fn entry(site: &Site, asked: &Asked) -> Answer {
    let names = &site.record().law.instrument_names;
    let instrument = find(names, asked.place("instrument"), "an instrument")?;
    let text = short(asked.needed(&DEPOSITS)?)?;
    let mut record = site.record().clone();
    let steps = deposits::read(text.as_bytes(), &record.law).map_err(|faults| {
        let Some(fault) = faults.first() else { return unreadable("the steps cannot be read") };
        let message = format!("line {} of the steps: {}", fault.line, shown(&fault.message));
        unreadable(&message).hint(fault.hint.clone())
    })?;
    query::set_weights(&mut record.law, instrument, &steps);
    let first = query::add_steps(&mut record.history, instrument, &steps);
    let asking = Asking::new(&record.law, &record.history).supposing_from(first);
    let found = query::entry(&asking, instrument, first, &asked.moment);
    Ok(forms::entry(&asking, &found, &asked.moment))
}

/// Answers one table of the record.
pub(crate) fn sheet(site: &Site, asked: &Asked) -> Answer {
    whole(site, asked, asked.place("table"))
}

/// Answers the table of the sources.
pub(crate) fn sources(site: &Site, asked: &Asked) -> Answer {
    whole(site, asked, "sources")
}

fn whole(site: &Site, asked: &Asked, word: &str) -> Answer {
    let found = sheets::sheet(site.asking(), &asked.moment, word);
    let found = found.ok_or_else(|| {
        let accounts = site.record().history.tables.iter().map(|table| table.name.as_str());
        let known: Vec<&str> = NAMES.into_iter().chain(accounts).collect();
        unknown(word, "a table", &known)
    })?;
    Ok(json!({
        "table": found.name, "columns": found.headings, "rows": found.rows,
        "left_out": found.left_out,
    }))
}
