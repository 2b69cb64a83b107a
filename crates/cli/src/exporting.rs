//! `servanda export`: the record in other people's forms, with counts and what was left out.

use crate::arguments::{Asked, Export, Format, PageForm};
use crate::exit::Exit;
use crate::failure::Failure;
use crate::output::csv_line;
use crate::world::World;
use crate::{companions, questions, records};
use serde_json::{Map, Value, json};
use servanda_journal::Record;
use servanda_model::{Law, Order, Rule};
use servanda_publish::encyclopaedia::{Literal, Row, print, slug_of_name};
use servanda_publish::profile;
use servanda_publish::rehearsal::Rehearsal;
use servanda_publish::sheet::{NAMES, Sheet, sheet, sheets};
use servanda_query::{Asking, Moment};
use std::io::Write;

mod journal;

/// Writes the record in the form asked for; counts go to the error output.
pub(crate) fn export(
    form: &Export,
    world: &World,
    out: &mut dyn Write,
    err: &mut dyn Write,
) -> Result<Exit, Failure> {
    let asked = match form {
        Export::Profile { asked, .. }
        | Export::Journal { asked, .. }
        | Export::Csv { asked, .. }
        | Export::Json { asked, .. }
        | Export::EncyclopaediaRow { asked, .. } => asked,
    };
    let record = records::load(&asked.whence, world)?;
    let asking = Asking::new(&record.law, &record.history);
    let at = moment(asked, &asking, world)?;
    let (mut text, is_json) = (Vec::new(), form.told() == Format::Json);
    // What is no JSON of its own is a text inside one value.
    let wrapped = is_json && !matches!(form, Export::Profile { .. } | Export::Json { .. });
    let place: &mut dyn Write = if wrapped { &mut text } else { &mut *out };
    let report = match form {
        Export::Profile { format, .. } => page(&asking, &at, asked, *format, (world, place))?,
        Export::Journal { .. } => journal::export(&record, place)?,
        Export::Csv { table, .. } => csv(&one(&asking, &at, table)?, place)?,
        Export::Json { table: Some(table), .. } => {
            as_json(&[one(&asking, &at, table)?], &asking, &at, place)?
        }
        Export::Json { table: None, .. } => as_json(&sheets(&asking, &at), &asking, &at, place)?,
        Export::EncyclopaediaRow { .. } => row(&asking, &record, &at, place)?,
    };
    if wrapped {
        let text = String::from_utf8_lossy(&text);
        writeln!(out, "{:#}", json!({"text": text, "report": report}))?;
        return Ok(Exit::Yes);
    }
    match form.told() {
        Format::Json => writeln!(err, "{}", json!({"report": report}))?,
        Format::Text | Format::Csv => {
            for line in report {
                writeln!(err, "{line}")?;
            }
        }
    }
    Ok(Exit::Yes)
}

/// Reads the moment: without a day, the last complete one, so that what is written does not go
/// stale with the clock.
fn moment(asked: &Asked, asking: &Asking<'_>, world: &World) -> Result<Moment, Failure> {
    let settled = asking.history.complete_to.unwrap_or_else(|| world.day_under(asking.law));
    let on = asked.on.as_deref().map_or(Ok(settled), |text| questions::day(text, asking.law))?;
    let known = questions::known(asked.known.as_deref(), asking.law)?;
    Ok(Moment { on, known, account: None })
}

/// Returns the boundary file beside a record's texts, where there is one.
pub(crate) fn boundaries(asked: &Asked, world: &World) -> Result<Option<String>, Failure> {
    let Some(directory) = &asked.whence.record else {
        let bytes = records::built_in_file("boundaries");
        return Ok(bytes.map(|bytes| String::from_utf8_lossy(bytes).into_owned()));
    };
    companions::read("boundaries", directory, world)
}

fn page(
    asking: &Asking<'_>,
    at: &Moment,
    asked: &Asked,
    form: PageForm,
    (world, out): (&World, &mut dyn Write),
) -> Result<Vec<String>, Failure> {
    let boundaries = boundaries(asked, world)?;
    let text = match form {
        PageForm::Html => profile::html(asking, at, boundaries.as_deref()),
        PageForm::Markdown => profile::markdown(asking, at, boundaries.as_deref()),
    };
    out.write_all(text.as_bytes())?;
    let mut report = vec![format!("1 page of {} acts on {}", asking.history.acts.len(), at.on)];
    if boundaries.is_none() {
        report.push("left out: the map, for want of a boundary file beside the record".to_owned());
    }
    if form == PageForm::Markdown {
        report.push("left out: the drawings, which the HTML page carries".to_owned());
    }
    Ok(report)
}

fn one(asking: &Asking<'_>, at: &Moment, name: &str) -> Result<Sheet, Failure> {
    sheet(asking, at, name).ok_or_else(|| {
        let accounts = asking.history.tables.iter().map(|table| table.name.as_str());
        let known: Vec<&str> = NAMES.into_iter().chain(accounts).collect();
        let near = servanda_text::nearest(name, known.iter().copied());
        let hint = near.map_or_else(
            || format!("known: {}", known.join(", ")),
            |near| format!("did you mean `{near}`?"),
        );
        Failure::Usage { message: format!("`{name}` is no table of this record"), hint: Some(hint) }
    })
}

fn counted(sheet: &Sheet) -> Vec<String> {
    let mut report = vec![format!("{}: {} rows", sheet.name, sheet.rows.len())];
    report.extend(sheet.left_out.iter().map(|left| format!("left out of {}: {left}", sheet.name)));
    report
}

fn csv(sheet: &Sheet, out: &mut dyn Write) -> Result<Vec<String>, Failure> {
    for row in std::iter::once(&sheet.headings).chain(&sheet.rows) {
        writeln!(out, "{}", csv_line(row))?;
    }
    Ok(counted(sheet))
}

fn as_json(
    sheets: &[Sheet],
    asking: &Asking<'_>,
    at: &Moment,
    out: &mut dyn Write,
) -> Result<Vec<String>, Failure> {
    let mut value = Map::new();
    let own = asking.law.own.map(|own| asking.law.body_names.word(own));
    value.insert("organisation".to_owned(), json!(own));
    value.insert("on".to_owned(), json!(at.on.to_string()));
    value.insert(
        "complete_to".to_owned(),
        json!(asking.history.complete_to.map(|day| day.to_string())),
    );
    for sheet in sheets {
        let keyed = |row: &Vec<String>| -> Value {
            let cells = sheet.headings.iter().cloned().zip(row.iter().map(|cell| json!(cell)));
            Value::Object(cells.collect())
        };
        value.insert(sheet.name.clone(), sheet.rows.iter().map(keyed).collect());
    }
    let left: Map<String, Value> =
        sheets.iter().map(|sheet| (sheet.name.clone(), json!(sheet.left_out))).collect();
    value.insert("left_out".to_owned(), Value::Object(left));
    writeln!(out, "{:#}", Value::Object(value))?;
    Ok(sheets.iter().flat_map(counted).collect())
}

/// Returns the language in whose alphabet the members take turns; it names the page too.
fn ring_language(law: &Law) -> &str {
    let of_rule = |rule: &Rule| {
        let Rule::Rotation(rotation) = rule else { return None };
        Some(rotation.order.clone())
    };
    let orders = law.clauses().filter_map(|(_, clause)| of_rule(&clause.rule));
    let mut languages = orders.filter_map(|order| match order {
        Order::Alphabet { language, .. } => Some(language),
        Order::HostOfRegularSession => None,
    });
    let found = languages.next();
    let own = law.own.and_then(|own| law.body(own));
    let names = own.map_or(&[][..], |body| &body.titles.others);
    let known = names.iter().find(|title| Some(&title.language) == found.as_ref());
    known.map_or("en", |title| &title.language)
}

/// Writes the row of the encyclopaedia's table: the page's name as a slug, its title, the profile.
fn row(
    asking: &Asking<'_>,
    record: &Record,
    at: &Moment,
    out: &mut dyn Write,
) -> Result<Vec<String>, Failure> {
    let titles = record.law.own.and_then(|own| record.law.body(own)).map(|body| &body.titles);
    let Some(titles) = titles else {
        return Err(Failure::Usage {
            message: "the record has no own organisation".to_owned(),
            hint: None,
        });
    };
    let language = ring_language(&record.law);
    let slug = titles
        .others
        .iter()
        .find(|title| title.language == language)
        .map_or(&titles.main, |title| &title.text);
    let text = |text: String| Literal::Text(text);
    let page = profile::markdown(asking, at, None);
    let page = match Rehearsal::of_record(record) {
        Some(rehearsal) => rehearsal.markdown(&page),
        None => page,
    };
    let row = Row {
        table: "wiki_article".to_owned(),
        cells: vec![
            ("id".to_owned(), Literal::Null),
            ("article_id".to_owned(), text(slug_of_name(slug))),
            ("title".to_owned(), text(titles.main.clone())),
            ("article".to_owned(), text(page)),
            ("img_url".to_owned(), text(String::new())),
        ],
    };
    out.write_all(print(&row).as_bytes())?;
    Ok(vec![
        "1 row".to_owned(),
        "left out: id, which the reader's table gives; it is NULL".to_owned(),
        "left out: img_url, because this record has no picture".to_owned(),
    ])
}
