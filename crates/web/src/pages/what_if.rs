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
use crate::site::Site;
use crate::told;
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
            Ok(record) => Some(answer(site, asked, &record)?),
            Err(refusal) => Some(unread(&refusal)),
        },
        None => None,
    };
    let shown = text.or_else(|| known.first().map(|wording| wording.lines.clone()));
    let body = html! {
        h1 { "What if?" }
        p.lede { "Suppose another wording of an article, or that it were not there. Nothing of the record changes." }
        @if let Some(answer) = &answer { (answer) }
        @if let Some(id) = article { (versions(site, asked, id, &known)) }
        section { h2 { "Suppose" } (article_form(site, asked, article)) (text_form(site, asked, shown.as_deref())) }
        p.elsewhere { "For programs: " a href="/about#programs" { "the same question in JSON" } }
    };
    Ok(Page { title: "What if?".to_owned(), body })
}

/// Returns what is supposed: what was written, or the wording that was chosen.
fn text(asked: &Asked, known: &[Wording]) -> Option<String> {
    let written = asked.field(SUPPOSE.name).map(str::to_owned);
    let chosen = asked.field(WORDING.name).and_then(position);
    let chosen = chosen.and_then(|chosen| known.get(chosen as usize));
    written.or_else(|| chosen.map(|wording| wording.lines.clone()))
}

fn unread(refusal: &Refusal) -> Markup {
    html! {
        p.note role="alert" { "This cannot be read as charter text: " (refusal.message) "." @if let Some(hint) = &refusal.hint { " " (hint) "." } }
    }
}

fn answer(site: &Site, asked: &Asked, record: &Record) -> Result<Markup, Refusal> {
    let supposing = Asking::new(&record.law, &record.history).supposing_the_last();
    let found = ask(site.asking(), &supposing, &asked.moment);
    let lines = servanda_publish::json::supposed_lines(record);
    let applied = asked.field(APPLIED.name);
    let applied = applied.map(|word| named_matter(site, asked, word)).transpose()?;
    Ok(html! {
        section aria-labelledby="answer" {
            h2 #answer { "Supposing on " (asked.day(asked.moment.on)) }
            p.verdict {
                @for (index, line) in lines.iter().enumerate() { @if index > 0 { ", " } (named::sentence(site, asked, line)) }
                @if let Some(from) = asked.field(FROM.name) { ", from " (named::sentence(site, asked, from)) } ": "
                @match found.differences.differing.len() {
                    0 => { strong { "no answer differs" } }
                    number => { strong { (number) " " @if number == 1 { "answer differs" } @else { "answers differ" } } }
                }
                " of " (found.differences.compared) " that were compared."
            }
            @if let Some(left) = &applied {
                h3 { "The matter, under each" }
                @match matter(&supposing, left.position, &asked.moment) {
                    Some(right) => { (compared(site, asked, ("as the record has it", "as supposed"), (left, &right))) }
                    None => { p { "Under the supposed law no matter is opened by that act." } }
                }
            }
            (differences(site, asked, &found))
        }
    })
}

fn differences(site: &Site, asked: &Asked, found: &WhatIf) -> Markup {
    let differing = found.differences.differing.iter();
    let rows: Vec<Markup> = differing
        .map(|difference| {
            html! { tr {
                th scope="row" { (named::sentence(site, asked, &difference.what)) }
                td { (stands(site, asked, &difference.before)) }
                td { (stands(site, asked, &difference.after)) }
            } }
        })
        .collect();
    html! {
        @if !rows.is_empty() { (parts::table(&html! { "What differs" }, &["what", "before", "after"].map(|word| html! { (word) }), &rows)) }
        @if !found.differences.undetermined.is_empty() { (left_open(site, asked, &found.differences.undetermined)) }
        @if !found.without_basis.is_empty() {
            h3 { "Acts that would stand otherwise" }
            ul { @for lost in &found.without_basis {
                li { (named::act(site, asked, lost.position)) " " (named::article_or_none(site, asked, lost.article)) " " (named::sentence(site, asked, &lost.message)) } } }
        }
        @for note in &found.notes { p.note { (named::sentence(site, asked, note)) } }
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
            h2 { "The wordings of " (named::article(site, asked, id)) }
            ol { @for (number, wording) in known.iter().enumerate() {
                li {
                    @match &wording.by { Some(by) => { "as worded by " (named::sentence(site, asked, by)) } None => { "as it was made" } }
                    ": " a href=(link((WORDING.name, &number.to_string()))) { "suppose this wording" }
                    details { summary { "its lines" } pre { code { (wording.lines) } } }
                }
            } }
            p { a href=(link((SUPPOSE.name, &format!("repeals {word}")))) { "Suppose it were repealed" } }
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
            label for=(ARTICLE.name) { "article" }
            select #article name=(ARTICLE.name) required {
                @for (id, word) in law.article_names.iter() {
                    option value=(word) selected[chosen == Some(id)] { (word) " · " (title(id)) }
                }
            }
            @if let Some(applied) = asked.field(APPLIED.name) { input type="hidden" name=(APPLIED.name) value=(applied); }
            (parts::moment_fields(asked))
            button type="submit" { "Show its wordings" }
        }
    }
}

fn text_form(site: &Site, asked: &Asked, text: Option<&str>) -> Markup {
    let matters = docket(site.asking(), &asked.moment);
    html! {
        form.ask.long method="get" action="/what-if" {
            label for=(SUPPOSE.name) { "charter text that begins with " code { "replaces" } ", " code { "inserts" } " or " code { "repeals" } }
            textarea #suppose name=(SUPPOSE.name) rows="14" required spellcheck="false" maxlength="32768" { (text.unwrap_or("")) }
            label for=(FROM.name) { "counting from" }
            input #from type="date" name=(FROM.name) value=(asked.field(FROM.name).unwrap_or(""));
            @if !matters.is_empty() {
                label for=(APPLIED.name) { "applied to" }
                select #applied name=(APPLIED.name) {
                    option value="" { "no matter" }
                    @for matter in matters.iter().rev() {
                        @let word = told::act_word(site, matter.position);
                        option value=(word) selected[asked.field(APPLIED.name) == Some(&word)] {
                            @if let Some(whose) = matter.opener.or(matter.about) { (named::party_text(site, asked, whose)) " " }
                            (matter.opened.year()) ": " (matter.procedure.title)
                        }
                    }
                }
            }
            @if let Some(article) = asked.field(ARTICLE.name) { input type="hidden" name=(ARTICLE.name) value=(article); }
            (parts::moment_fields(asked))
            button type="submit" { "Suppose" }
        }
    }
}

/// Returns the link to what another wording of an article would make of a matter, where it has one.
pub(super) fn of_matter(site: &Site, asked: &Asked, id: ArticleId, matter: &str) -> Markup {
    let law = &site.record().law;
    let has_others = law.article(id).is_some_and(|article| article.versions.len() > 1);
    let fields = [(ARTICLE.name, law.article_names.word(id)), (APPLIED.name, matter)];
    html! {
        @if has_others { a href=(asked.link_with("/what-if", &fields)) { (crate::tongue::say!(asked, "docket-what-if")) } }
    }
}
