//! Sources: the list, one with what it is cited for, and their tables beside our reading.

use super::Shown;
use crate::asked::{ACCORDING_TO, Asked, encoded};
use crate::frame::Page;
use crate::named;
use crate::parts::{self, count, day, evidence};
use crate::site::Site;
use crate::words::find;
use maud::{Markup, html};
use servanda_model::{Id as _, Source, SourceId};
use servanda_query::{
    CellAnswer, Citation, RowAnswer, TableAnswer, act_sentence, citations, source_text,
    tables as ask,
};

/// Lists every source.
pub(crate) fn sources(site: &Site, asked: &Asked) -> Shown {
    let law = &site.record().law;
    let rows: Vec<Markup> = (0u32..)
        .zip(&law.sources)
        .map(|(n, source)| {
            let id = SourceId::of(n);
            let word = law.source_names.word(id);
            html! { tr {
                td { code { (word) } }
                th scope="row" { a href=(asked.link(&format!("/sources/{}", encoded(word)))) { (source.titles.main) } }
                td { (source.publisher.as_deref().unwrap_or("")) }
                td { @if let Some(dated) = source.dated { (parts::when(dated)) } @else { span.quiet { "not dated" } } }
                td { (evidence(source.evidence)) }
                td.number { (citations(site.asking(), id).len()) }
            } }
        })
        .collect();
    let body = html! {
        h1 { "Sources" }
        p.lede { "Everything this record says, it says on somebody's word." }
        (parts::table("Sources", &["word", "title", "publisher", "date", "evidence", "cited"], &rows))
    };
    Ok(Page { title: "Sources".to_owned(), body })
}

/// Shows a source.
pub(crate) fn source(site: &Site, asked: &Asked) -> Shown {
    let law = &site.record().law;
    let word = asked.place("id");
    let id = find(&law.source_names, word, "a source")?;
    let cited = citations(site.asking(), id);
    let rows: Vec<Markup> = cited.iter().map(|citation| cited_for(site, asked, citation)).collect();
    let title = named::source_title(site, id);
    let body = html! {
        h1 { (title) }
        @if let Some(source) = law.source(id) {
            p.lede { (source.publisher.as_deref().unwrap_or("publisher not known")) ", "
                @if let Some(dated) = source.dated { (parts::when(dated)) } @else { "not dated" } }
            p { code { (word) } @if let Some(file) = &source.file { ", file " code { (file) } } " · " (evidence(source.evidence))
                " · " a href=(asked.link_with("/", &[(ACCORDING_TO.name, word)])) { "Read the record as it tells it" } }
        }
        section {
            h2 { "Cited for" }
            @if rows.is_empty() { (parts::empty("No act rests on it; articles, names or tables may.")) }
            @else { (parts::table(&count(rows.len(), "act", "acts"), &["line", "date", "what", "act"], &rows)) }
        }
        @if let Some(source) = law.source(id) { (apparatus(source, word)) }
        p.elsewhere { "For programs: " a href=(asked.link(&format!("/api/v1/sources/{}", encoded(word)))) { "the same as JSON" } }
    };
    Ok(Page { title: title.to_owned(), body })
}

fn cited_for(site: &Site, asked: &Asked, citation: &Citation) -> Markup {
    let act = site.record().history.act(citation.act);
    html! {
        tr {
            td.source { (source_text(site.asking(), &citation.cited)) }
            td { @if let Some(act) = act { (parts::when(act.when)) } }
            th scope="row" { (named::sentence(site, asked, &act_sentence(site.asking(), citation.act))) }
            td { (named::act(site, asked, citation.act)) }
        }
    }
}

/// Shows a source's own references and notes.
fn apparatus(source: &Source, word: &str) -> Markup {
    html! {
        @if !source.references.is_empty() {
            section {
                h2 { "Its references" }
                ol.references {
                    @for reference in &source.references {
                        li value=(reference.number) {
                            (reference.title)
                            @if let Some(page) = reference.page { ", page " (page) }
                            @for (key, text) in &reference.particulars { span.quiet { "; " (key) " " (text) } }
                            @if let Some(line) = reference.line { " " span.source { (word) ":" (line) } }
                        }
                    }
                }
            }
        }
        @if !source.footnotes.is_empty() {
            section {
                h2 { "Its notes" }
                ol.references {
                    @for note in &source.footnotes {
                        li value=(note.number) { (note.text) @if let Some(line) = note.line { " " span.source { (word) ":" (line) } } }
                    }
                }
            }
        }
    }
}

/// Shows the tables of the sources, cell by cell.
pub(crate) fn tables(site: &Site, asked: &Asked) -> Shown {
    let found = ask(site.asking(), &asked.moment);
    let body = html! {
        h1 { "Tables of the sources" }
        p.lede { "Each cell as its source prints it; where our reading differs, it stands beside it with the reason." }
        @if found.is_empty() { (parts::empty("No table of this source is in the record. Choose another source above, or the whole record.")) }
        @for table in &found { (one(site, asked, table)) }
        p.elsewhere { "For programs: " a href=(asked.link("/api/v1/tables")) { "the same as JSON" } }
    };
    Ok(Page { title: "Tables of the sources".to_owned(), body })
}

fn one(site: &Site, asked: &Asked, table: &TableAnswer) -> Markup {
    let headings: Vec<&str> =
        std::iter::once("").chain(table.headings.iter().map(String::as_str)).collect();
    let rows: Vec<Markup> = table.rows.iter().map(|row| row_of(site, asked, row)).collect();
    html! {
        section id=(table.name) {
            h2 { (table.title) }
            p.quiet { code { (table.name) } ", asked on " (day(table.on)) " " (named::sources(site, asked, &table.of)) }
            (parts::table(&table.title, &headings, &rows))
        }
    }
}

fn row_of(site: &Site, asked: &Asked, row: &RowAnswer) -> Markup {
    let word = site.record().law.party_names.word(row.party);
    html! {
        tr {
            th scope="row" { a href=(asked.link(&format!("/states/{}", encoded(word)))) { (row.name) } " " (named::sources(site, asked, &row.of)) }
            @for cell in &row.cells { td { (cell_of(cell)) } }
        }
    }
}

fn cell_of(cell: &CellAnswer) -> Markup {
    html! {
        (cell.printed)
        @if let Some(ours) = &cell.ours {
            div.ours { "our reading: " strong { (ours) } @if let Some(because) = &cell.because { ": " (because) } }
        }
    }
}
