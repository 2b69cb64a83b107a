//! Figures of the organisation, its exercises, and tables of figures as accounts print them.

use super::arithmetic::{divided, grouped, ratio, tenths, whole};
use super::desk::Desk;
use super::facts::{POPULATION, figure_of_own, number, shown};
use super::page::{
    Block, From, Line, Piece, Row, Section, Table, capital, head, number_head, row, words,
};
use crate::calendar::day_text;
use servanda_model::{Asks, Deed, PartyId, SourceTable};
use servanda_query::{TableAnswer, source_text, table};

/// Tells of figures and exercises.
pub(crate) fn section(desk: &mut Desk<'_, '_>) -> Section {
    let mut blocks = Vec::new();
    let tables = desk.asking.history.tables.iter().filter(|table| has_figures(table));
    for source_table in tables {
        blocks.extend(personnel(desk, source_table));
    }
    blocks.push(Block::Heading("Figures of the whole organisation".to_owned()));
    blocks.push(figures(desk));
    blocks.push(Block::Heading("Exercises".to_owned()));
    blocks.push(exercises(desk));
    Section { id: "strength", heading: "Strength and exercises".to_owned(), blocks }
}

/// Tells whether a table prints figures.
pub(crate) fn has_figures(table: &SourceTable) -> bool {
    table.columns.iter().any(|column| matches!(column.asks, Asks::Figure(_)))
}

/// A column of figures: where it stands, its heading, its numbers and their sum.
struct Column {
    index: usize,
    heading: String,
    numbers: Vec<u64>,
    sum: u64,
}

/// Prints a table exactly as the account does, and below it what follows by arithmetic.
fn personnel(desk: &mut Desk<'_, '_>, source_table: &SourceTable) -> Vec<Block> {
    let answer = table(desk.asking, source_table, &desk.moment);
    let columns = columns(source_table, &answer);
    let mut rows: Vec<Row> = answer
        .rows
        .iter()
        .map(|printed| {
            let mut cells = vec![words(printed.name.clone())];
            cells.extend(printed.cells.iter().map(|cell| words(cell.printed.clone())));
            let mut source = desk.cite(&printed.of);
            source.extend(references(desk, printed.party, source_table));
            cells.push(source);
            row(cells)
        })
        .collect();
    rows.push(totals(&columns, answer.headings.len()));
    let mut heads = vec![head("State")];
    heads.extend(answer.headings.iter().map(|heading| number_head(heading)));
    heads.push(head("Source"));
    let mut caption = words(format!("{}, exactly as the account prints it", answer.title));
    caption.extend(desk.point(&answer.of));
    let mut blocks =
        vec![Block::Heading(answer.title.clone()), Block::Table(Table { caption, heads, rows })];
    blocks.extend(cross_check(&columns));
    blocks.push(shares(desk, &answer, &columns));
    blocks.extend(rates(desk, &columns, &answer));
    blocks
}

fn columns(source_table: &SourceTable, answer: &TableAnswer) -> Vec<Column> {
    let mut columns = Vec::new();
    for (index, column) in source_table.columns.iter().enumerate() {
        if !matches!(column.asks, Asks::Figure(_)) {
            continue;
        }
        let cells = answer
            .rows
            .iter()
            .map(|row| row.cells.get(index).and_then(|cell| whole(&cell.printed)));
        let numbers: Option<Vec<u64>> = cells.collect();
        let sum = numbers
            .as_ref()
            .and_then(|all| all.iter().try_fold(0u64, |sum, next| sum.checked_add(*next)));
        if let (Some(numbers), Some(sum)) = (numbers, sum) {
            columns.push(Column { index, heading: column.heading.clone(), numbers, sum });
        }
    }
    columns
}

fn totals(columns: &[Column], count: usize) -> Row {
    let mut cells = vec![words("All rows together (derived)")];
    for index in 0..count {
        let sum = columns.iter().find(|column| column.index == index);
        cells.push(words(sum.map_or_else(|| "–".to_owned(), |column| grouped(column.sum))));
    }
    cells.push(words("our sum"));
    Row { cells, from: From::Derived }
}

/// Points to the numbered references and the remarks of the figures a row is made of.
fn references(desk: &mut Desk<'_, '_>, party: PartyId, source_table: &SourceTable) -> Line {
    let names: Vec<&str> = source_table
        .columns
        .iter()
        .filter_map(|column| {
            let Asks::Figure(name) = &column.asks else { return None };
            Some(name.as_str())
        })
        .collect();
    let mut line: Line = Vec::new();
    for (position, act) in (0u32..).zip(&desk.asking.history.acts) {
        let Deed::Figure(figure) = &act.deed else { continue };
        let own = figure.party == Some(party) && names.contains(&figure.name.as_str());
        if !own || !desk.asking.is_known(position, &desk.moment) {
            continue;
        }
        let details = act.details.as_deref();
        for piece in details.into_iter().filter_map(|details| reference(desk, details)) {
            if !line.contains(&piece) {
                line.push(Piece::Text(" ".to_owned()));
                line.push(piece);
            }
        }
        line.extend(desk.notes_of(details));
    }
    line
}

/// Points to the numbered reference of a figure, with its title and page.
fn reference(desk: &Desk<'_, '_>, details: &servanda_model::Details) -> Option<Piece> {
    let told = |word: &str| {
        details.particulars.iter().find(|(known, _)| known == word).map(|(_, said)| said)
    };
    let (source, number) = told("reference")?.split_once(' ')?;
    let number: u32 = number.parse().ok()?;
    let id = desk.asking.law.source_names.find(source)?;
    let found =
        desk.asking.law.source(id)?.references.iter().find(|known| known.number == number)?;
    let page = found.page.map(|page| format!(", p. {page}")).unwrap_or_default();
    Some(Piece::Cite(format!("{}{page}", found.title), format!("reference-{source}-{number}")))
}

/// Says which column is the sum of the others, where one is in every row.
fn cross_check(columns: &[Column]) -> Option<Block> {
    let is_sum = |whole: &&Column| {
        columns.len() > 2
            && (0..whole.numbers.len()).all(|row| {
                let others = columns.iter().filter(|other| other.index != whole.index);
                let parts = others.filter_map(|other| other.numbers.get(row));
                parts.copied().try_fold(0u64, u64::checked_add) == whole.numbers.get(row).copied()
            })
    };
    let column = columns.iter().find(is_sum)?;
    let said = format!(
        "Derived check: in every row, `{}` is the sum of the other figures.",
        column.heading
    );
    Some(Block::Aside(words(said.replace('`', "“").replacen("“ is", "” is", 1))))
}

/// Tells the share of each row in the sum of each column, and the number of inhabitants its
/// printed rate implies.
fn shares(desk: &mut Desk<'_, '_>, answer: &TableAnswer, columns: &[Column]) -> Block {
    let implied = columns.iter().rev().find_map(|column| Some((column, rate_of(answer, column)?)));
    let mut rows = Vec::new();
    let mut all = Some(0u64);
    for (number, printed) in answer.rows.iter().enumerate() {
        let mut cells = vec![words(printed.name.clone())];
        for column in columns {
            let share =
                column.numbers.get(number).and_then(|part| ratio(*part, column.sum, 100, 2));
            cells.push(words(share.map_or_else(|| "–".to_owned(), |share| format!("{share} %"))));
        }
        if let Some((column, rate)) = &implied {
            let people = printed
                .cells
                .get(*rate)
                .and_then(|cell| inhabitants(*column.numbers.get(number)?, &cell.printed));
            all = all.zip(people).and_then(|(sum, next)| sum.checked_add(next));
            cells.push(words(
                people.map_or_else(|| "–".to_owned(), |people| format!("≈ {}", grouped(people))),
            ));
        }
        rows.push(Row { cells, from: From::Derived });
    }
    let mut heads = vec![head("State")];
    heads.extend(columns.iter().map(|column| number_head(&format!("{}, share", column.heading))));
    let mut caption = words(
        "Derived by us: shares of the sums above, in exact integers, rounded once to two places, a half upwards",
    );
    if let Some((column, rate)) = implied {
        heads.push(number_head("Inhabitants implied"));
        let printed = answer.headings.get(rate).cloned().unwrap_or_default();
        caption.push(Piece::Text(format!(
            "; inhabitants implied by “{}” divided by “{printed}”, rounded to ten thousands",
            column.heading
        )));
        if let Some(sum) = all {
            caption.push(Piece::Text(format!(", together ≈ {}", grouped(sum))));
        }
    }
    caption.extend(desk.point(&answer.of));
    Block::Table(Table { caption, heads, rows })
}

/// Finds the column of printed rates that belongs to a column of figures: its heading begins with
/// the same word and says per how many.
fn rate_of(answer: &TableAnswer, column: &Column) -> Option<usize> {
    let word = column.heading.split(' ').next()?;
    answer.headings.iter().position(|heading| {
        *heading != column.heading
            && heading.split(' ').next() == Some(word)
            && heading.contains("1000")
    })
}

/// Returns how many inhabitants a printed rate per thousand implies, to ten thousands.
fn inhabitants(figure: u64, rate: &str) -> Option<u64> {
    let dividend = u128::from(figure).checked_mul(10_000)?;
    let divisor = u128::from(tenths(rate)?).checked_mul(10_000)?;
    u64::try_from(divided(dividend, divisor)?).ok()?.checked_mul(10_000)
}

/// Tells the figures for each thousand inhabitants of the whole organisation.
fn rates(desk: &mut Desk<'_, '_>, columns: &[Column], answer: &TableAnswer) -> Option<Block> {
    let (position, when, figure) = figure_of_own(desk, POPULATION)?;
    let people = whole(&figure.number)?;
    let told: Vec<String> = columns
        .iter()
        .filter_map(|column| {
            Some(format!(
                "{} {}",
                column.heading.to_lowercase(),
                ratio(column.sum, people, 1000, 1)?
            ))
        })
        .collect();
    let mut line = words(format!(
        "Derived by us, per 1000 inhabitants of the organisation: {}. The sums above divided by {} inhabitants, a count of {when}; the figures are of {}. Rounded once to one place, a half upwards.",
        told.join(", "),
        grouped(people),
        answer.on.year()
    ));
    let details = desk.asking.history.act(position).and_then(|act| act.details.as_deref());
    line.extend(basis(details));
    line.extend(desk.notes_of(details));
    line.extend(desk.cite_act(position));
    Some(Block::Aside(line))
}

/// Says on what basis a figure was counted.
fn basis(details: Option<&servanda_model::Details>) -> Line {
    let told = details
        .into_iter()
        .flat_map(|details| &details.particulars)
        .filter(|(word, _)| word == "basis");
    told.map(|(_, said)| Piece::Quiet(format!(" Basis: {said}."))).collect()
}

/// Lists the figures of the organisation itself.
fn figures(desk: &mut Desk<'_, '_>) -> Block {
    let own = desk.own_bodies();
    let acts = (0u32..).zip(&desk.asking.history.acts);
    let mut rows = Vec::new();
    for (position, act) in acts {
        let Deed::Figure(figure) = &act.deed else { continue };
        let of_own = figure.body.is_some_and(|body| own.contains(&body));
        let told =
            act.when.earliest() <= desk.moment.on && desk.asking.is_known(position, &desk.moment);
        if !of_own || !told {
            continue;
        }
        let mut what = capital(words(figure.name.replace('-', " ")));
        what.extend(desk.notes_of(act.details.as_deref()));
        what.extend(basis(act.details.as_deref()));
        rows.push(row(vec![
            what,
            words(number(&figure.number)),
            words(shown(act.when)),
            desk.cite_act(position),
        ]));
    }
    if rows.is_empty() {
        return Block::Text(words("This record has none by that day."));
    }
    let heads = vec![head("Figure"), number_head("Number"), head("Of"), head("Source")];
    Block::Table(Table { caption: words("Figures as sources give them"), heads, rows })
}

fn exercises(desk: &mut Desk<'_, '_>) -> Block {
    let mut rows = Vec::new();
    for (position, act) in (0u32..).zip(&desk.asking.history.acts) {
        let Deed::Exercise { name, parties } = &act.deed else { continue };
        let Some(placed) = desk.asking.place(position, &desk.moment, &[]) else { continue };
        if placed.when.earliest() > desk.moment.on {
            continue;
        }
        let details = act.details.as_deref();
        let place = desk.parties(desk.asking.history.parties(*parties), placed.day);
        let part: Vec<PartyId> =
            details.map(|details| details.taking_part.clone()).unwrap_or_default();
        let counts: Vec<String> = details
            .into_iter()
            .flat_map(|details| &details.counts)
            .map(|count| format!("{} {}", number(&count.number), count.of))
            .collect();
        let mut title = vec![Piece::Strong(name.to_string())];
        for what in details.into_iter().flat_map(|details| &details.what) {
            title.push(Piece::Text(format!(": {what}")));
        }
        title.extend(desk.notes_of(details));
        let counts = if counts.is_empty() { "not told".to_owned() } else { counts.join(", ") };
        rows.push(row(vec![
            words(shown(placed.when)),
            title,
            place,
            desk.parties(&part, placed.day),
            words(counts),
            desk.cite_act(position),
        ]));
    }
    if rows.is_empty() {
        return Block::Text(words("This record has none by that day."));
    }
    let heads = vec![
        head("When"),
        head("Exercise"),
        head("Where"),
        head("Taking part"),
        head("Figures"),
        head("Source"),
    ];
    Block::Table(Table {
        caption: words(format!("Exercises told by {}", day_text(desk.moment.on))),
        heads,
        rows,
    })
}

/// Prints the other tables of the accounts, cell by cell, with our reading where it differs.
pub(crate) fn accounts(desk: &mut Desk<'_, '_>) -> Section {
    let mut blocks = Vec::new();
    let tables: Vec<&SourceTable> =
        desk.asking.history.tables.iter().filter(|table| !has_figures(table)).collect();
    for source_table in tables {
        let answer = table(desk.asking, source_table, &desk.moment);
        let mut caption = words(format!("{}, as the account prints it", answer.title));
        caption.extend(desk.point(&answer.of));
        caption.push(Piece::Text(format!("; our reading is of {}", day_text(answer.on))));
        let mut heads = vec![head("State")];
        heads.extend(answer.headings.iter().map(|heading| head(heading)));
        heads.push(head("Line"));
        let rows = answer
            .rows
            .iter()
            .map(|printed| {
                let mut cells = vec![words(printed.name.clone())];
                cells.extend(printed.cells.iter().map(|cell| {
                    let mut line = words(cell.printed.clone());
                    if let Some(ours) = &cell.ours {
                        line.push(Piece::Quiet(format!(" · our reading: {ours}")));
                    }
                    if let Some(because) = &cell.because {
                        line.push(desk.note(words(format!("Our reading differs: {because}."))));
                    }
                    line
                }));
                let mut of = desk.cite(&printed.of);
                if of.is_empty() {
                    of = words(
                        printed
                            .of
                            .iter()
                            .map(|source| source_text(desk.asking, source))
                            .collect::<Vec<_>>()
                            .join(", "),
                    );
                }
                cells.push(of);
                row(cells)
            })
            .collect();
        blocks.push(Block::Table(Table { caption, heads, rows }));
    }
    if blocks.is_empty() {
        blocks.push(Block::Text(words("This record has no other tables of accounts.")));
    }
    Section { id: "accounts", heading: "Tables of the accounts".to_owned(), blocks }
}
