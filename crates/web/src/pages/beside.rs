//! Two matters, step by step, one beside the other.

use super::Shown;
use super::docket::{named_matter, step_state, told_act};
use crate::asked::{Asked, encoded};
use crate::frame::Page;
use crate::named;
use crate::parts;
use crate::routes::{LEFT, RIGHT};
use crate::site::Site;
use crate::told;
use maud::{Markup, html};
use servanda_query::{MatterAnswer, StepAnswer, docket};

/// Shows two matters beside each other, or asks which.
pub(crate) fn beside(site: &Site, asked: &Asked) -> Shown {
    let title = "Two matters side by side".to_owned();
    let (Some(left), Some(right)) = (asked.field(LEFT.name), asked.field(RIGHT.name)) else {
        let body = html! {
            h1 { (title) }
            p.lede { "Choose two matters that were opened by " (asked.day(asked.moment.on)) "." }
            (form(site, asked))
        };
        return Ok(Page { title, body });
    };
    let (left, right) = (named_matter(site, asked, left)?, named_matter(site, asked, right)?);
    let heads = (heading(site, asked, &left), heading(site, asked, &right));
    let body = html! {
        h1 { (title) }
        p.lede { (head(site, asked, &left)) ", beside " (head(site, asked, &right)) "." }
        (compared(site, asked, (&heads.0, &heads.1), (&left, &right)))
        section { h2 { "Compare others" } (form(site, asked)) }
    };
    Ok(Page { title, body })
}

/// Returns who opened a matter, and the year.
fn heading(site: &Site, asked: &Asked, matter: &MatterAnswer<'_>) -> String {
    let whose = matter.opener.or(matter.about).map(|id| named::party_text(site, asked, id));
    let whose = whose.unwrap_or(&matter.procedure.title);
    format!("{whose} {}", matter.opened.year())
}

fn head(site: &Site, asked: &Asked, matter: &MatterAnswer<'_>) -> Markup {
    html! {
        a href=(asked.link(&format!("/matters/{}", encoded(&told::act_word(site, matter.position))))) { (matter.procedure.title) }
        ", opened " (parts::when(asked, matter.when))
        @if let Some(opener) = matter.opener { " by " (named::party(site, asked, opener)) }
    }
}

/// Shows the same rows of two matters, and says at which step they part.
pub(super) fn compared(
    site: &Site,
    asked: &Asked,
    heads: (&str, &str),
    (left, right): (&MatterAnswer<'_>, &MatterAnswer<'_>),
) -> Markup {
    let both = |name: &str, tell: &dyn Fn(&MatterAnswer<'_>) -> Markup| html! { tr { th scope="row" { (name) } td { (tell(left)) } td { (tell(right)) } } };
    let mut rows = vec![
        both("opened", &|matter| parts::when(asked, matter.when)),
        both("opened by", &|matter| match matter.opener {
            Some(opener) => named::party(site, asked, opener),
            None => html! { span.quiet { "nobody found in this record" } },
        }),
        both("spoke for it", &|matter| signed(matter)),
        both("article", &|matter| named::article(site, asked, matter.article)),
        both("as it stood", &|matter| wording(asked, matter)),
    ];
    let mut parting = None;
    for index in 0..left.steps.len().max(right.steps.len()) {
        let (one, other) = (left.steps.get(index), right.steps.get(index));
        let Some(step) = one.or(other) else { continue };
        let is_taken =
            |step: Option<&StepAnswer<'_>>| step.is_some_and(|step| !step.acts.is_empty());
        if parting.is_none() && is_taken(one) != is_taken(other) {
            parting = Some(step.step.kind.word());
        }
        rows.push(html! { tr {
            th scope="row" { (step.step.kind.word()) " " span.quiet { "by " (parts::actor(site, asked, step.step.by)) } }
            td { (stands(site, asked, one)) }
            td { (stands(site, asked, other)) }
        } });
    }
    html! {
        (parts::table(&html! { "The same steps" }, &["", heads.0, heads.1].map(|word| html! { (word) }), &rows))
        p.verdict { @match parting {
            Some(step) => { "They part at the step " strong { (step) } "." }
            None => { "The same steps were taken in both." }
        } }
    }
}

fn signed(matter: &MatterAnswer<'_>) -> Markup {
    html! {
        @for (index, signed) in matter.signed.iter().enumerate() {
            @if index > 0 { "; " }
            (signed.person) @if let Some(capacity) = &signed.capacity { ", " (capacity.replace('-', " ")) }
        }
        @if matter.signed.is_empty() { span.quiet { "not found in this record" } }
    }
}

fn wording(asked: &Asked, matter: &MatterAnswer<'_>) -> Markup {
    html! {
        @match &matter.wording {
            Some((gist, evidence)) => { (gist) " " (parts::evidence(asked, *evidence)) }
            None => { span.quiet { "no summary in this record" } }
        }
    }
}

/// Shows a step: the acts that took it, or how it stands.
fn stands(site: &Site, asked: &Asked, step: Option<&StepAnswer<'_>>) -> Markup {
    html! {
        @match step {
            None => { span.quiet { "no such step" } }
            Some(step) if step.acts.is_empty() => { span.quiet { (step_state(asked, step)) } }
            Some(step) => { @for act in &step.acts { p { (asked.tongue().when(&act.when)) ": " (told_act(site, asked, act)) } } }
        }
    }
}

fn form(site: &Site, asked: &Asked) -> Markup {
    let found = docket(site.asking(), &asked.moment);
    if found.is_empty() {
        return parts::empty(
            &html! { "No matter was open by that day. Choose a later day above." },
        );
    }
    html! {
        form.ask method="get" action="/beside" {
            @for (field, name, first) in [(LEFT, "one", 0), (RIGHT, "the other", 1)] {
                label for=(field.name) { (name) }
                select id=(field.name) name=(field.name) {
                    @for (index, matter) in found.iter().rev().enumerate() {
                        @let word = told::act_word(site, matter.position);
                        @let is_chosen = asked.field(field.name).map_or(index == first, |chosen| chosen == word);
                        option value=(word) selected[is_chosen] { (heading(site, asked, matter)) ": " (matter.procedure.title) }
                    }
                }
            }
            (parts::moment_fields(asked))
            button type="submit" { "Compare" }
        }
    }
}
