//! Where accounts differ, what the record lacks, and what differs between two days.

use super::Shown;
use crate::asked::Asked;
use crate::frame::Page;
use crate::named;
use crate::parts::{self, count, day, evidence};
use crate::routes::{AFTER, BEFORE};
use crate::site::Site;
use crate::words;
use maud::{Markup, html};
use servanda_model::{Day, Evidence, Grade};
use servanda_query::{
    Change, Checked, Dispute, LeftOpen, Report, act_sentence, check, diff as compare,
    disputes as ask,
};

/// Shows the acts that sources read differently.
pub(crate) fn disputes(site: &Site, asked: &Asked) -> Shown {
    let found = ask(site.asking(), &asked.moment);
    let changing = found.iter().filter(|dispute| !dispute.changes.is_empty()).count();
    let body = html! {
        h1 { "Where accounts differ" }
        p.lede { (count(found.len(), "act is", "acts are")) " read differently by sources; " (changing) " of these would change an answer of this record." }
        @if found.is_empty() { (parts::empty("All sources agree, as far as they were known on that day.")) }
        @for dispute in &found { (one(site, asked, dispute)) }
        p.elsewhere { "For programs: " a href=(asked.link("/api/v1/disputes")) { "the same as JSON" } }
    };
    Ok(Page { title: "Where accounts differ".to_owned(), body })
}

fn one(site: &Site, asked: &Asked, dispute: &Dispute) -> Markup {
    html! {
        article.dispute id=(format!("act-{}", dispute.position)) {
            h2 { (named::sentence(site, asked, &act_sentence(site.asking(), dispute.position))) }
            p.quiet { (named::act(site, asked, dispute.position)) }
            ol.readings {
                @for (index, reading) in dispute.readings.iter().enumerate() {
                    li {
                        (named::sentence(site, asked, &reading.value)) " " (named::sources(site, asked, &reading.sources))
                        @if dispute.preferred == Some(index) { " " span.followed { "followed here" } }
                        @if reading.is_less_exact { " " span.quiet { "less exact, not otherwise" } }
                    }
                }
            }
            @match &dispute.reason {
                Some(reason) => { p { "Followed because " (reason) "." } }
                None => { p { "The record does not decide between them." } }
            }
            @if dispute.changes.is_empty() { p.quiet { "Another reading would change nothing that this record asks." } }
            @else { ul.changes { @for change in &dispute.changes { li { (changed(site, asked, change)) } } } }
        }
    }
}

fn changed(site: &Site, asked: &Asked, change: &Change) -> Markup {
    html! {
        "from " (day(change.from))
        @match change.until { Some(until) => { " through " (day(until)) } None => { " on" } }
        ": " (named::sentence(site, asked, &change.what))
    }
}

/// Shows what the record lacks, and where an act departs from an article.
pub(crate) fn findings(site: &Site, asked: &Asked) -> Shown {
    let report = check(site.asking(), asked.moment.on);
    let body = html! {
        h1 { "Findings" }
        p.lede { "What the engine noticed while it read the whole record. A finding judges nobody: it says what an article, as encoded here, asks for and this record does not show." }
        p { (count(report.acts, "act", "acts")) ", " (count(report.held, "assertion holds", "assertions hold")) ", " (count(report.failed.len(), "does", "do")) " not, "
            (count(report.findings.len(), "finding", "findings")) "." }
        @for grade in Grade::ALL { (of_grade(site, asked, &report, grade)) }
        @if !report.failed.is_empty() {
            section { h2 { "Assertions that do not hold" }
                ul { @for (origin, text) in &report.failed { li { (named::sentence(site, asked, text)) " " code { (crate::told::place(site, *origin)) } } } } }
        }
        (articles(site, asked, &report))
    };
    Ok(Page { title: "Findings".to_owned(), body })
}

fn of_grade(site: &Site, asked: &Asked, report: &Report, grade: Grade) -> Markup {
    let own: Vec<&Checked> =
        report.findings.iter().filter(|checked| checked.finding.grade == grade).collect();
    let rows: Vec<Markup> = own
        .iter()
        .map(|checked| {
            html! {
                tr {
                    td { (named::act(site, asked, checked.finding.position)) }
                    td { (named::article_or_none(site, asked, checked.finding.article)) }
                    th scope="row" { (named::sentence(site, asked, &checked.finding.message(site.asking().law))) }
                    td { (checked.expected.as_deref().unwrap_or("not foreseen by the record")) }
                }
            }
        })
        .collect();
    html! {
        @if !rows.is_empty() {
            section { h2 { (grade.neutral()) } (parts::table(grade.neutral(), &["act", "article", "what was noticed", "what the record says of it"], &rows)) }
        }
    }
}

/// Lists the articles that rest on weak evidence.
fn articles(site: &Site, asked: &Asked, report: &Report) -> Markup {
    let law = &site.record().law;
    let weak: Vec<_> = (0u32..)
        .zip(&law.articles)
        .filter(|(_, article)| {
            article.versions.iter().any(|version| version.evidence == Evidence::Unverified)
        })
        .map(|(n, _)| <servanda_model::ArticleId as servanda_model::Id>::of(n))
        .collect();
    html! {
        section {
            h2 { "How sure the articles are" }
            dl.plain { @for (sure, articles) in &report.evidence { div { dt { (evidence(*sure)) } dd { (articles.len()) } } } }
            @if !weak.is_empty() {
                p { "Unverified, each of them a place to help: " (named::articles(site, asked, &weak)) }
            }
        }
    }
}

/// Shows what differs between two days.
pub(crate) fn diff(site: &Site, asked: &Asked) -> Shown {
    let title = "What differs between two days".to_owned();
    let (Some(before), Some(after)) = (asked.field(BEFORE.name), asked.field(AFTER.name)) else {
        let day_before = asked.moment.on.previous();
        let body = html! { h1 { (title) } p.lede { "Choose two days." } (form(asked, day_before, asked.moment.on)) };
        return Ok(Page { title, body });
    };
    let (before, after) = (words::day(before)?, words::day(after)?);
    let (first, second) = (asked.moment.at(before), asked.moment.at(after));
    let found = compare(site.asking(), &first, &second);
    let rows: Vec<Markup> = found
        .differing
        .iter()
        .map(|difference| {
            html! { tr {
                th scope="row" { (named::sentence(site, asked, &difference.what)) }
                td { (stands(site, asked, &difference.before)) }
                td { (stands(site, asked, &difference.after)) }
            } }
        })
        .collect();
    let body = html! {
        h1 { (title) }
        p.lede { (day(before)) " beside " (day(after)) "." }
        (form(asked, before, after))
        @if rows.is_empty() { (parts::empty("Nothing differs: no participation, no membership, no entry into force.")) }
        @else { (parts::table("Differences", &["what", "before", "after"], &rows)) }
        @if !found.undetermined.is_empty() { (left_open(site, asked, &found.undetermined)) }
    };
    Ok(Page { title, body })
}

/// Shows what cannot be told to differ, and why.
fn left_open(site: &Site, asked: &Asked, open: &[LeftOpen]) -> Markup {
    let rows: Vec<Markup> = open
        .iter()
        .map(|fact| {
            html! { tr {
                th scope="row" { (named::sentence(site, asked, &fact.what)) }
                td { (fact.because) }
            } }
        })
        .collect();
    parts::table("Left open", &["what", "because"], &rows)
}

/// Shows how a fact stood: a word of status by its mark, anything longer as it is told.
fn stands(site: &Site, asked: &Asked, told: &str) -> Markup {
    match told {
        "-" => parts::status("nothing"),
        "in force" => parts::status("in-force"),
        "not in force" => parts::status("not-in-force"),
        told if told.contains(' ') => named::sentence(site, asked, told),
        word => parts::status(word),
    }
}

fn form(asked: &Asked, before: Day, after: Day) -> Markup {
    html! {
        form.ask method="get" action="/diff" {
            label for="before" { "before" } input #before type="date" name=(BEFORE.name) value=(before) required;
            label for="after" { "after" } input #after type="date" name=(AFTER.name) value=(after) required;
            @for name in ["known", "according_to"] { @if let Some(text) = asked.field(name) { input type="hidden" name=(name) value=(text); } }
            button type="submit" { "Compare" }
        }
    }
}
