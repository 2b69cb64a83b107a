//! Where accounts differ, what the record lacks, and what differs between two days.

use super::Shown;
use crate::asked::Asked;
use crate::asked::FORMAT;
use crate::deeds;
use crate::frame::Page;
use crate::named;
use crate::parts::{self, evidence, written};
use crate::routes::{AFTER, BEFORE};
use crate::said::{all_said, said};
use crate::site::Site;
use crate::tongue::{say, text};
use crate::words;
use maud::{Markup, html};
use servanda_model::{Day, Evidence, Grade, Mention, Remark, Wording};
use servanda_query::{
    Change, Checked, Dispute, Edge, LeftOpen, Report, check, diff as compare, disputes as ask,
};

/// Shows the acts that sources read differently.
pub(crate) fn disputes(site: &Site, asked: &Asked) -> Shown {
    let found = ask(site.asking(), &asked.moment);
    let changing = found.iter().filter(|dispute| !dispute.changes.is_empty()).count();
    let body = html! {
        h1 { (say!(asked, "doubts-title")) }
        p.lede { (say!(asked, "doubts-lede", number = found.len(), changing = changing)) }
        @if found.is_empty() { (parts::empty(&say!(asked, "doubts-none"))) }
        @for dispute in &found { (one(site, asked, dispute)) }
        (parts::for_programs(asked, "/api/v1/disputes"))
    };
    Ok(Page { title: text!(asked, "doubts-title"), body })
}

fn one(site: &Site, asked: &Asked, dispute: &Dispute) -> Markup {
    html! {
        article.dispute id=(format!("act-{}", dispute.position)) {
            h2 { (deeds::act(site, asked, dispute.position)) }
            p.quiet { (named::act(site, asked, dispute.position)) }
            ol.readings {
                @for (index, reading) in dispute.readings.iter().enumerate() {
                    li {
                        (said(site, asked, &reading.value)) " " (named::sources(site, asked, &reading.sources))
                        @if dispute.preferred == Some(index) { " " span.followed { (say!(asked, "parts-followed-here")) } }
                        @if reading.is_less_exact { " " span.quiet { (say!(asked, "doubts-less-exact")) } }
                    }
                }
            }
            @match &dispute.reason {
                Some(reason) => { p { (say!(asked, "parts-followed-because", reason = said(site, asked, reason))) } }
                None => { p { (say!(asked, "parts-undecided")) } }
            }
            @if dispute.changes.is_empty() { p.quiet { (say!(asked, "doubts-changes-nothing")) } }
            @else { ul.changes { @for change in &dispute.changes { li { (changed(site, asked, change)) } } } }
        }
    }
}

fn changed(site: &Site, asked: &Asked, change: &Change) -> Markup {
    let edge = |edge: Edge| match edge.uncertain() {
        Some(day) => say!(asked, "doubts-uncertain-day", day = asked.day(day)),
        None => asked.day(edge.day),
    };
    let (from, what) = (edge(change.from), said(site, asked, &change.what));
    match change.until {
        Some(until) => {
            say!(asked, "doubts-from-through", from = from, until = edge(until), what = what)
        }
        None => say!(asked, "doubts-from-on", from = from, what = what),
    }
}

/// Shows what the record lacks, and where an act departs from an article.
pub(crate) fn findings(site: &Site, asked: &Asked) -> Shown {
    let report = check(site.asking(), asked.moment.on);
    let body = html! {
        h1 { (say!(asked, "frame-findings")) }
        p.lede { (say!(asked, "doubts-findings-lede")) }
        p { (say!(asked, "doubts-counts", acts = report.acts, held = report.held, failed = report.failed.len(), findings = report.findings.len())) }
        @for grade in Grade::ALL { (of_grade(site, asked, &report, grade)) }
        @if !report.failed.is_empty() {
            section { h2 { (say!(asked, "doubts-failed")) }
                ul { @for failed in &report.failed { li { (said(site, asked, &failed.message)) " " code { (crate::told::place(site, failed.origin)) } @if let Some(other) = failed.other { " ≠ " code { (crate::told::place(site, other)) } } } } } }
        }
        (articles(site, asked, &report))
        (parts::sheets(asked, &["findings"]))
    };
    Ok(Page { title: text!(asked, "frame-findings"), body })
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
                    th scope="row" { (crate::noticed::noticed(site, asked, &checked.finding)) }
                    td { @match checked.expected.as_deref() { Some(reason) => { (written(asked, reason)) } None => { (say!(asked, "doubts-not-foreseen")) } } }
                }
            }
        })
        .collect();
    html! {
        @if !rows.is_empty() {
            section { h2 { (parts::grade(asked, grade)) } (parts::table(&parts::grade(asked, grade), &parts::columns(asked, &["parts-act-column", "parts-article", "doubts-noticed", "doubts-says"]), &rows)) }
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
            h2 { (say!(asked, "doubts-how-sure")) }
            dl.plain { @for (sure, articles) in &report.evidence { div { dt { (evidence(asked, *sure)) } dd { (articles.len()) } } } }
            @if !weak.is_empty() {
                p { (say!(asked, "doubts-unverified", articles = named::articles(site, asked, &weak))) }
            }
        }
    }
}

/// Links to what differs between two days, for programs.
fn differs_for_programs(asked: &Asked, days: &[(&str, String); 2]) -> Markup {
    let fields = days.each_ref().map(|(name, day)| (*name, day.as_str()));
    let json = asked.link_with("/api/v1/diff", &fields);
    let csv = [fields.as_slice(), &[(FORMAT.name, "csv")]].concat();
    let csv = asked.link_with("/api/v1/diff", &csv);
    let links = html! { a href=(json) { (say!(asked, "parts-as-json")) } ", " a href=(csv) { (say!(asked, "parts-as-csv")) } };
    html! { p.elsewhere { (say!(asked, "parts-for-programs", link = links)) } }
}

/// Shows what differs between two days.
pub(crate) fn diff(site: &Site, asked: &Asked) -> Shown {
    let title = text!(asked, "doubts-diff");
    let (Some(before), Some(after)) = (asked.field(BEFORE.name), asked.field(AFTER.name)) else {
        let day_before = asked.moment.on.previous();
        let body = html! { h1 { (title) } p.lede { (say!(asked, "doubts-choose")) } (form(asked, day_before, asked.moment.on)) };
        return Ok(Page { title, body });
    };
    let law = &site.record().law;
    let (before, after) = (words::day(before, law)?, words::day(after, law)?);
    let (first, second) = (asked.moment.at(before), asked.moment.at(after));
    let found = compare(site.asking(), &first, &second);
    let rows: Vec<Markup> = found
        .differing
        .iter()
        .map(|difference| {
            html! { tr {
                th scope="row" { (said(site, asked, &difference.what)) }
                td { (stands(site, asked, &difference.before)) }
                td { (stands(site, asked, &difference.after)) }
            } }
        })
        .collect();
    let body = html! {
        h1 { (title) }
        p.lede { (say!(asked, "doubts-beside", before = asked.day(before), after = asked.day(after))) }
        (form(asked, before, after))
        @if rows.is_empty() { (parts::empty(&say!(asked, "doubts-no-difference"))) }
        @else { (parts::table(&say!(asked, "doubts-differences"), &parts::columns(asked, &["parts-what", "doubts-before", "doubts-after"]), &rows)) }
        @if !found.undetermined.is_empty() { (left_open(site, asked, &found.undetermined)) }
        @let days = [(BEFORE.name, before.to_string()), (AFTER.name, after.to_string())];
        (differs_for_programs(asked, &days))
    };
    Ok(Page { title, body })
}

/// Shows what cannot be told to differ, and why.
pub(super) fn left_open(site: &Site, asked: &Asked, open: &[LeftOpen]) -> Markup {
    let rows: Vec<Markup> = open
        .iter()
        .map(|fact| {
            html! { tr {
                th scope="row" { (said(site, asked, &fact.what)) }
                td { (all_said(site, asked, &fact.because)) }
            } }
        })
        .collect();
    let columns = parts::columns(asked, &["parts-what", "parts-because"]);
    parts::table(&say!(asked, "doubts-left-open"), &columns, &rows)
}

/// Shows how something stands on one of two days: a status, or what else is told.
pub(crate) fn stands(site: &Site, asked: &Asked, told: &Remark) -> Markup {
    let status = match (told.wording, told.mentions.as_slice()) {
        (Wording::NOT_TOLD, _) => Some("nothing"),
        (Wording::STANDS, [(_, Mention::Word(word) | Mention::Form(word, _))]) => {
            parts::status_of(word)
        }
        _ => None,
    };
    match status {
        Some(word) => parts::status(asked, word),
        None => said(site, asked, told),
    }
}

fn form(asked: &Asked, before: Day, after: Day) -> Markup {
    html! {
        form.ask method="get" action="/diff" {
            label for="before" { (say!(asked, "doubts-before")) } input #before type="date" name=(BEFORE.name) value=(before) required;
            label for="after" { (say!(asked, "doubts-after")) } input #after type="date" name=(AFTER.name) value=(after) required;
            (parts::kept(asked, &["known", "according_to"]))
            button type="submit" { (say!(asked, "doubts-compare")) }
        }
    }
}
