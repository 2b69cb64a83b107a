//! Sources: the list, one with what it is cited for, and their tables beside our reading.

use super::Shown;
use crate::asked::{ACCORDING_TO, Asked, encoded};
use crate::deeds;
use crate::frame::Page;
use crate::named;
use crate::paging::paged;
use crate::parts::{self, evidence, written};
use crate::site::Site;
use crate::tongue::{say, text};
use crate::words::find;
use maud::{Markup, html};
use servanda_model::{Id as _, Source, SourceId};
use servanda_query::{
    CellAnswer, Citation, RowAnswer, TableAnswer, article_citations, citations, source_text,
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
                th scope="row" { a href=(asked.link(&format!("/sources/{}", encoded(word)))) lang=[parts::written_in(asked)] { (source.titles.main) } }
                td { (written(asked, source.publisher.as_deref().unwrap_or(""))) }
                td { @if let Some(dated) = source.dated { (parts::when(asked, dated)) } @else { span.quiet { (say!(asked, "sources-not-dated")) } } }
                td { (evidence(asked, source.evidence)) }
                td.number { (citations(site.asking(), id).len()) }
            } }
        })
        .collect();
    let body = html! {
        h1 { (say!(asked, "frame-sources")) }
        p.lede { (say!(asked, "sources-lede")) }
        (parts::table(&say!(asked, "frame-sources"), &parts::columns(asked, &["parts-word", "sources-title", "sources-publisher", "parts-date", "parts-evidence-column", "sources-cited"]), &rows))
        (parts::sheets(asked, &["sources", "references"]))
    };
    Ok(Page { title: text!(asked, "frame-sources"), body })
}

/// The most acts of one page.
const PAGE_ACTS: usize = 100;

/// Shows a source.
pub(crate) fn source(site: &Site, asked: &Asked) -> Shown {
    let law = &site.record().law;
    let word = asked.place("id");
    let id = find(&law.source_names, word, "a source")?;
    let cited = citations(site.asking(), id);
    let page = paged(asked, &cited, PAGE_ACTS)?;
    let rows = page.shown.iter().map(|citation| cited_for(site, asked, citation));
    let rows: Vec<Markup> = rows.collect();
    let title = named::source_title(site, id);
    let body = html! {
        h1 lang=[parts::written_in(asked)] { (title) }
        @if let Some(source) = law.source(id) {
            p.lede {
                @match source.publisher.as_deref() { Some(publisher) => { (written(asked, publisher)) } None => { (say!(asked, "sources-no-publisher")) } }
                ", "
                @if let Some(dated) = source.dated { (parts::when(asked, dated)) } @else { (say!(asked, "sources-not-dated")) }
            }
            p { code { (word) } @if let Some(file) = &source.file { ", " (say!(asked, "sources-file", file = html! { code { (file) } })) } " · " (evidence(asked, source.evidence))
                " · " a href=(asked.link_with("/", &[(ACCORDING_TO.name, word)])) { (say!(asked, "sources-as-it-tells")) } }
        }
        section {
            h2 { (say!(asked, "sources-cited-for")) }
            (page.links(asked))
            @if rows.is_empty() { (parts::empty(&say!(asked, "sources-no-act"))) }
            @else { (parts::table(&say!(asked, "parts-acts", number = cited.len()), &parts::columns(asked, &["sources-line", "parts-date", "parts-what", "parts-act-column"]), &rows)) }
        }
        (articles(site, asked, id))
        @if let Some(source) = law.source(id) { (apparatus(asked, source, word)) }
        (parts::for_programs(asked, &format!("/api/v1/sources/{}", encoded(word))))
    };
    Ok(Page { title: title.to_owned(), body })
}

fn cited_for(site: &Site, asked: &Asked, citation: &Citation) -> Markup {
    let act = site.record().history.act(citation.act);
    html! {
        tr {
            td.source { (source_text(site.asking(), &citation.cited)) }
            td { @if let Some(act) = act { (parts::when(asked, act.when)) } }
            th scope="row" { (deeds::act(site, asked, citation.act)) }
            td { (named::act(site, asked, citation.act)) }
        }
    }
}

/// Lists the articles that rest on a source.
fn articles(site: &Site, asked: &Asked, id: SourceId) -> Markup {
    let found = article_citations(site.asking(), id);
    html! {
        @if !found.is_empty() {
            section {
                h2 { (say!(asked, "sources-articles")) }
                ul { @for one in &found { li {
                    span.source { (source_text(site.asking(), &one.cited)) } " " (named::article(site, asked, one.article))
                } } }
            }
        }
    }
}

/// Shows a source's own references and notes.
fn apparatus(asked: &Asked, source: &Source, word: &str) -> Markup {
    html! {
        @if !source.references.is_empty() {
            section {
                h2 { (say!(asked, "sources-references")) }
                ol.references {
                    @for reference in &source.references {
                        li value=(reference.number) lang=[parts::written_in(asked)] {
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
                h2 { (say!(asked, "sources-notes")) }
                ol.references {
                    @for note in &source.footnotes {
                        li value=(note.number) lang=[parts::written_in(asked)] { (note.text) @if let Some(line) = note.line { " " span.source { (word) ":" (line) } } }
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
        h1 { (say!(asked, "sources-tables")) }
        p.lede { (say!(asked, "sources-tables-lede")) }
        @if found.is_empty() { (parts::empty(&say!(asked, "sources-no-table"))) }
        @for table in &found { (one(site, asked, table)) }
        @let names: Vec<&str> = found.iter().map(|table| table.name.as_str()).collect();
        (parts::sheets(asked, &names))
        (parts::for_programs(asked, "/api/v1/tables"))
    };
    Ok(Page { title: text!(asked, "sources-tables"), body })
}

fn one(site: &Site, asked: &Asked, table: &TableAnswer) -> Markup {
    let printed = table.headings.iter().map(|heading| written(asked, heading));
    let headings: Vec<Markup> = std::iter::once(html! {}).chain(printed).collect();
    let rows: Vec<Markup> = table.rows.iter().map(|row| row_of(site, asked, row)).collect();
    html! {
        section id=(table.name) {
            h2 lang=[parts::written_in(asked)] { (table.title) }
            p.quiet { code { (table.name) } ", " (say!(asked, "sources-asked-on", day = asked.day(table.on))) " " (named::sources(site, asked, &table.of)) }
            (parts::table(&written(asked, &table.title), &headings, &rows))
        }
    }
}

fn row_of(site: &Site, asked: &Asked, row: &RowAnswer) -> Markup {
    let word = site.record().law.party_names.word(row.party);
    html! {
        tr {
            th scope="row" { a href=(asked.link(&format!("/states/{}", encoded(word)))) lang=[parts::written_in(asked)] { (row.name) } " " (named::sources(site, asked, &row.of)) }
            @for cell in &row.cells { td { (cell_of(asked, cell)) } }
        }
    }
}

fn cell_of(asked: &Asked, cell: &CellAnswer) -> Markup {
    html! {
        (written(asked, &cell.printed))
        @if let Some(ours) = &cell.ours {
            @let reading = html! { strong { (written(asked, ours)) } };
            div.ours { (say!(asked, "sources-our-reading", reading = reading)) @if let Some(because) = &cell.because { ": " (written(asked, because)) } }
        } @else if let Some(because) = &cell.because {
            div.ours { (written(asked, because)) }
        }
    }
}
