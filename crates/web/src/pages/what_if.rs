//! What would follow under a law that is only supposed: a wording to choose or write, and what
//! differs.

use super::Shown;
use super::beside::compared;
use super::docket::named_matter;
use super::doubts::{left_open, stands};
use crate::api::supposed;
use crate::asked::Asked;
use crate::frame::Page;
use crate::named;
use crate::parts;
use crate::refusal::Refusal;
use crate::routes::{APPLIED, ARTICLE, FROM, SUPPOSE, WORDING};
use crate::said::said;
use crate::site::Site;
use crate::told;
use crate::tongue::{say, text};
use crate::words::{find, position};
use maud::{Markup, html};
use servanda_journal::{Record, Wording, wordings};
use servanda_model::ArticleId;
use servanda_query::{Asking, WhatIf, docket, matter, what_if as ask};

/// Shows what a supposed law would change, or asks what to suppose.
pub(crate) fn what_if(site: &Site, asked: &Asked) -> Shown {
    let law = &site.record().law;
    let article = asked.field(ARTICLE.name);
    let article = article.map(|word| find(&law.article_names, word, "an article")).transpose()?;
    let known = article.map(|id| wordings(site.record(), law.article_names.word(id)));
    let known = known.unwrap_or_default();
    let text = text(asked, &known);
    let answer = match &text {
        Some(text) => match supposed(site, asked, text) {
            Ok(record) => Some(answer(site, asked, record)?),
            Err(refusal) => Some(unread(asked, &refusal)),
        },
        None => None,
    };
    let shown = text.or_else(|| known.first().map(|wording| wording.lines.clone()));
    let body = html! {
        h1 { (say!(asked, "what-if-title")) }
        p.lede { (say!(asked, "what-if-lede")) }
        @if let Some(answer) = &answer { (answer) }
        @if let Some(id) = article { (versions(site, asked, id, &known)) }
        section { h2 { (say!(asked, "what-if-suppose")) } (article_form(site, asked, article)) (text_form(site, asked, shown.as_deref())) }
        (parts::question_for_programs(asked))
    };
    Ok(Page { title: text!(asked, "what-if-title"), body })
}

/// Returns what is supposed: what was written, or the wording that was chosen.
fn text(asked: &Asked, known: &[Wording]) -> Option<String> {
    let written = asked.field(SUPPOSE.name).map(str::to_owned);
    let chosen = asked.field(WORDING.name).and_then(position);
    let chosen = chosen.and_then(|chosen| known.get(chosen as usize));
    written.or_else(|| chosen.map(|wording| wording.lines.clone()))
}

fn unread(asked: &Asked, refusal: &Refusal) -> Markup {
    let fault =
        html! { (refusal.message) "." @if let Some(hint) = &refusal.hint { " " (hint) "." } };
    html! {
        p.note role="alert" { (say!(asked, "what-if-unread", fault = parts::english(asked, fault))) }
    }
}

fn answer(site: &Site, asked: &Asked, record: Record) -> Result<Markup, Refusal> {
    // What is inserted has its names in the supposed record alone.
    let with = site.supposing(record);
    let record = with.record();
    let supposing = Asking::new(&record.law, &record.history).supposing_the_last();
    let found = ask(site.asking(), &supposing, &asked.moment);
    let lines = servanda_publish::json::supposed_versions(record);
    let applied = asked.field(APPLIED.name);
    let applied = applied.map(|word| named_matter(site, asked, word)).transpose()?;
    let law = html! { @for (index, line) in lines.iter().enumerate() { @if index > 0 { ", " } (said(&with, asked, line)) } };
    let law = match asked.field(FROM.name) {
        Some(from) => {
            let day = from.parse().map_or_else(|_| parts::code(from), |day| asked.day(day));
            say!(asked, "what-if-from", law = law, day = day)
        }
        None => law,
    };
    Ok(html! {
        section aria-labelledby="answer" {
            h2 #answer { (say!(asked, "what-if-on", day = asked.day(asked.moment.on))) }
            p.verdict { (say!(asked, "what-if-differ", law = law, number = found.differences.differing.len(), compared = found.differences.compared)) }
            @if let Some(left) = &applied {
                h3 { (say!(asked, "what-if-matter")) }
                @match matter(&supposing, left.position, &asked.moment) {
                    Some(right) => { (compared(&with, asked, (&text!(asked, "what-if-of-record"), &text!(asked, "what-if-of-supposed")), (left, &right))) }
                    None => { p { (say!(asked, "what-if-no-matter")) } }
                }
            }
            (differences(&with, asked, &found))
        }
    })
}

fn differences(site: &Site, asked: &Asked, found: &WhatIf) -> Markup {
    let differing = found.differences.differing.iter();
    let rows: Vec<Markup> = differing
        .map(|difference| {
            html! { tr {
                th scope="row" { (said(site, asked, &difference.what)) }
                td { (stands(site, asked, &difference.before)) }
                td { (stands(site, asked, &difference.after)) }
            } }
        })
        .collect();
    html! {
        @if !rows.is_empty() { (parts::table(&say!(asked, "what-if-differs"), &[say!(asked, "parts-what"), say!(asked, "what-if-before"), say!(asked, "what-if-after")], &rows)) }
        @if !found.differences.undetermined.is_empty() { (left_open(site, asked, &found.differences.undetermined)) }
        @if !found.without_basis.is_empty() {
            h3 { (say!(asked, "what-if-otherwise")) }
            ul { @for lost in &found.without_basis {
                li { (named::act(site, asked, lost.position)) " " (named::article_or_none(site, asked, lost.article)) " " (said(site, asked, &lost.message)) } } }
        }
        @for note in &found.notes { p.note { (said(site, asked, note)) } }
    }
}

/// Lists the wordings of an article, each to be supposed by a link.
fn versions(site: &Site, asked: &Asked, id: ArticleId, known: &[Wording]) -> Markup {
    let law = &site.record().law;
    let word = law.article_names.word(id);
    let applied = asked.field(APPLIED.name).unwrap_or("");
    let link = |(name, text): (&str, &str)| {
        let fields = [(ARTICLE.name, word), (APPLIED.name, applied), (name, text)];
        asked.link_with("/what-if", &fields)
    };
    html! {
        section {
            h2 { (say!(asked, "what-if-wordings", article = named::article(site, asked, id))) }
            ol { @for (number, wording) in known.iter().enumerate() {
                li {
                    @match &wording.by { Some(by) => { (say!(asked, "what-if-worded-by", act = named::sentence(site, asked, by))) } None => { (say!(asked, "what-if-as-made")) } }
                    ": " a href=(link((WORDING.name, &number.to_string()))) { (say!(asked, "what-if-this")) }
                    details { summary { (say!(asked, "what-if-lines")) } pre lang=[parts::written_in(asked)] { code { (wording.lines) } } }
                }
            } }
            p { a href=(link((SUPPOSE.name, &format!("repeals {word}")))) { (say!(asked, "what-if-repealed")) } }
        }
    }
}

fn article_form(site: &Site, asked: &Asked, chosen: Option<ArticleId>) -> Markup {
    let law = &site.record().law;
    let title = |id| {
        let version = law.article(id).and_then(|article| article.versions.first());
        version.map_or("", |version| version.title.as_str())
    };
    html! {
        form.ask method="get" action="/what-if" {
            label for=(ARTICLE.name) { (say!(asked, "what-if-article")) }
            select #article name=(ARTICLE.name) required {
                @for (id, word) in law.article_names.iter() {
                    option value=(word) lang=[parts::written_in(asked)] selected[chosen == Some(id)] { (word) " · " (title(id)) }
                }
            }
            @if let Some(applied) = asked.field(APPLIED.name) { input type="hidden" name=(APPLIED.name) value=(applied); }
            (parts::moment_fields(asked))
            button type="submit" { (say!(asked, "what-if-show")) }
        }
    }
}

fn text_form(site: &Site, asked: &Asked, text: Option<&str>) -> Markup {
    let matters = docket(site.asking(), &asked.moment);
    html! {
        form.ask.long method="get" action="/what-if" {
            label for=(SUPPOSE.name) { (say!(asked, "what-if-text", replaces = parts::code("replaces"), inserts = parts::code("inserts"), repeals = parts::code("repeals"))) }
            textarea #suppose name=(SUPPOSE.name) rows="14" required spellcheck="false" lang=[parts::written_in(asked)] maxlength="32768" { (text.unwrap_or("")) }
            label for=(FROM.name) { (say!(asked, "what-if-counting")) }
            input #from type="date" name=(FROM.name) value=(asked.field(FROM.name).unwrap_or(""));
            @if !matters.is_empty() {
                label for=(APPLIED.name) { (say!(asked, "what-if-applied")) }
                select #applied name=(APPLIED.name) {
                    option value="" { (say!(asked, "what-if-to-none")) }
                    @for matter in matters.iter().rev() {
                        @let word = told::act_word(site, matter.position);
                        @let title = named::procedure(asked, matter.procedure);
                        option value=(word) lang=[title.lender] selected[asked.field(APPLIED.name) == Some(&word)] {
                            @if let Some(whose) = matter.opener.or(matter.about) { (named::party_text(site, asked, whose)) " " }
                            (matter.opened.year()) ": " (title.text)
                        }
                    }
                }
            }
            @if let Some(article) = asked.field(ARTICLE.name) { input type="hidden" name=(ARTICLE.name) value=(article); }
            (parts::moment_fields(asked))
            button type="submit" { (say!(asked, "what-if-suppose")) }
        }
    }
}

/// Returns the link to what another wording of an article would make of a matter, where it has one.
pub(super) fn of_matter(site: &Site, asked: &Asked, id: ArticleId, matter: &str) -> Markup {
    let law = &site.record().law;
    let has_others = law.article(id).is_some_and(|article| article.versions.len() > 1);
    let fields = [(ARTICLE.name, law.article_names.word(id)), (APPLIED.name, matter)];
    html! {
        @if has_others { a href=(asked.link_with("/what-if", &fields)) { (say!(asked, "docket-what-if")) } }
    }
}
