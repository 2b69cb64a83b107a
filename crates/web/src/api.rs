//! The questions of programs: words to ids, ask, and the JSON of `publish`.

mod acts;
mod sheets;
mod supposing;

pub(crate) use acts::acts;
pub(crate) use sheets::{article, entry, sheet, sources};
pub(crate) use supposing::{decide, decided, overlap, supposed, what_if};

use crate::asked::Asked;
use crate::documents;
use crate::pages::{found_matter, named_matter};
use crate::refusal::Refusal;
use crate::routes::{AFTER, BEFORE, CLAIM, LEFT, RIGHT, TABLE};
use crate::site::Site;
use crate::told;
use crate::words::{self, day, find};
use serde_json::{Value, json};
use servanda_publish::json as forms;
use servanda_query as query;

type Answer = Result<Value, Refusal>;

pub(crate) fn status(site: &Site, asked: &Asked) -> Answer {
    let id = find(&site.record().law.instrument_names, asked.place("instrument"), "an instrument")?;
    let found = query::status(site.asking(), id, &asked.moment);
    Ok(forms::status(site.asking(), &found, &asked.moment))
}

pub(crate) fn members(site: &Site, asked: &Asked) -> Answer {
    let id = find(
        &site.record().law.body_names,
        asked.place("organisation"),
        "an organisation or organ",
    )?;
    let found = query::members(site.asking(), id, &asked.moment);
    Ok(forms::members(site.asking(), &found, &asked.moment))
}

pub(crate) fn chair(site: &Site, asked: &Asked) -> Answer {
    let id = find(&site.record().law.body_names, asked.place("organ"), "an organ")?;
    let found = query::chair(site.asking(), id, &asked.moment);
    Ok(forms::chair(site.asking(), &found, &asked.moment))
}

pub(crate) fn office(site: &Site, asked: &Asked) -> Answer {
    let id = find(&site.record().law.office_names, asked.place("office"), "an office")?;
    let found = query::office(site.asking(), id, &asked.moment);
    Ok(forms::office(site.asking(), &found, &asked.moment))
}

/// Lists what the log says; whether a body is here, and who may read it, is asked of each.
pub(crate) fn documents(site: &Site, _asked: &Asked) -> Answer {
    let list = documents::listed(site).into_iter().map(|(commitment, document)| {
        let body = if document.erased.is_none() { "kept" } else { "erased" };
        documents::document_json(commitment, document, body)
    });
    let note =
        site.documents().is_none().then_some("this record is read from text, and has no log");
    Ok(json!({"documents": list.collect::<Vec<_>>(), "note": note}))
}

pub(crate) fn timeline(site: &Site, asked: &Asked) -> Answer {
    let (asking, moment) = (site.asking(), &asked.moment);
    Ok(events(site, moment, &query::timeline(asking, moment)))
}

pub(crate) fn timeline_of(site: &Site, asked: &Asked) -> Answer {
    let id = find(&site.record().law.party_names, asked.place("state"), "a state")?;
    let (asking, moment) = (site.asking(), &asked.moment);
    Ok(events(site, moment, &query::timeline_of(asking, id, moment)))
}

fn events(site: &Site, moment: &query::Moment, events: &[query::Event]) -> Value {
    let all = forms::timeline(site.asking(), events, moment);
    let Value::Array(rows) = all else { return Value::Null };
    let told = |(row, event): (Value, &query::Event)| told::contested(site, event.position, row);
    rows.into_iter().zip(events).map(told).collect()
}

pub(crate) fn obligations(site: &Site, asked: &Asked) -> Answer {
    let id = find(&site.record().law.party_names, asked.place("state"), "a state")?;
    let (asking, moment) = (site.asking(), &asked.moment);
    let duties = query::obligations(asking, id, moment);
    let list = forms::obligations(asking, &duties, &query::yearly(asking, moment), id);
    Ok(forms::by_rules(asking, moment, list))
}

pub(crate) fn today(site: &Site, asked: &Asked) -> Answer {
    let id = find(&site.record().law.party_names, asked.place("state"), "a state")?;
    let (asking, moment) = (site.asking(), &asked.moment);
    let list = forms::awaited(asking, &query::awaited(asking, id, moment));
    Ok(forms::by_rules(asking, moment, list))
}

pub(crate) fn docket(site: &Site, asked: &Asked) -> Answer {
    let (asking, moment) = (site.asking(), &asked.moment);
    let (unopened, yearly) = (query::unopened(asking, moment), query::yearly(asking, moment));
    let list = forms::docket(asking, &query::docket(asking, moment), (&unopened, &yearly));
    Ok(forms::by_rules(asking, moment, list))
}

pub(crate) fn matter(site: &Site, asked: &Asked) -> Answer {
    let found = found_matter(site, asked)?;
    Ok(forms::matter(site.asking(), &found, &asked.moment))
}

pub(crate) fn side_by_side(site: &Site, asked: &Asked) -> Answer {
    let one = |field| named_matter(site, asked, asked.needed(field)?);
    let (left, right) = (one(&LEFT)?, one(&RIGHT)?);
    Ok(forms::side_by_side(site.asking(), (&left, &right), &asked.moment))
}

pub(crate) fn sessions(site: &Site, asked: &Asked) -> Answer {
    let id = find(&site.record().law.body_names, asked.place("organ"), "an organ")?;
    let found = query::sessions(site.asking(), id, &asked.moment);
    Ok(forms::sessions(site.asking(), &found, &asked.moment))
}

pub(crate) fn why(site: &Site, asked: &Asked) -> Answer {
    let claim = told::claim(site, asked.needed(&CLAIM)?)?;
    Ok(forms::why(site.asking(), &query::why(site.asking(), &claim, &asked.moment), &asked.moment))
}

pub(crate) fn disputes(site: &Site, asked: &Asked) -> Answer {
    let (asking, moment) = (site.asking(), &asked.moment);
    let list = forms::disputes(asking, &query::disputes(asking, moment));
    Ok(forms::on_record(asking, moment, list))
}

pub(crate) fn tables(site: &Site, asked: &Asked) -> Answer {
    let mut found = query::tables(site.asking(), &asked.moment);
    if let Some(word) = asked.field(TABLE.name) {
        let names: Vec<&str> = found.iter().map(|table| table.name.as_str()).collect();
        if !names.contains(&word) {
            return Err(words::unknown(word, "a table", &names));
        }
        found.retain(|table| table.name == word);
    }
    Ok(forms::on_record(site.asking(), &asked.moment, forms::tables(site.asking(), &found)))
}

pub(crate) fn source(site: &Site, asked: &Asked) -> Answer {
    let id = find(&site.record().law.source_names, asked.place("id"), "a source")?;
    Ok(forms::source(site.asking(), id, &asked.moment, |origin| told::place(site, origin)))
}

pub(crate) fn check(site: &Site, asked: &Asked) -> Answer {
    let report = query::check(site.asking(), asked.moment.on);
    let holes = servanda_charter::lint(&site.record().law);
    Ok(forms::check(site.asking(), (&report, &holes), |origin| told::placed(site, origin)))
}

pub(crate) fn lint(site: &Site, asked: &Asked) -> Answer {
    let law = &site.record().law;
    let mut holes = servanda_charter::lint(law);
    holes.extend(query::holes(site.asking(), &asked.moment));
    holes.sort_by_key(|hole| hole.gravity);
    Ok(forms::lint(law, &holes))
}

pub(crate) fn diff(site: &Site, asked: &Asked) -> Answer {
    let law = &site.record().law;
    let (before, after) = (day(asked.needed(&BEFORE)?, law)?, day(asked.needed(&AFTER)?, law)?);
    let (first, second) = (asked.moment.at(before), asked.moment.at(after));
    let found = query::diff(site.asking(), &first, &second);
    Ok(forms::diff(site.asking(), &first, &second, &found))
}
