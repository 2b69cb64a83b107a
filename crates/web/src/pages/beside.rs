//! Two matters, step by step, one beside the other.

use super::Shown;
use super::docket::{named_matter, step_state, told_act};
use crate::asked::{Asked, encoded};
use crate::capacity::capacity;
use crate::frame::Page;
use crate::named;
use crate::parts;
use crate::routes::{LEFT, RIGHT};
use crate::site::Site;
use crate::told;
use crate::tongue::{say, text};
use maud::{Markup, html};
use servanda_model::ProcedureStep;
use servanda_query::{MatterAnswer, StepAnswer, beside as pairs, docket, parting};

/// Shows two matters beside each other, or asks which.
pub(crate) fn beside(site: &Site, asked: &Asked) -> Shown {
    let title = text!(asked, "beside-title");
    let (Some(left), Some(right)) = (asked.field(LEFT.name), asked.field(RIGHT.name)) else {
        let body = html! {
            h1 { (title) }
            p.lede { (say!(asked, "beside-lede", day = asked.day(asked.moment.on))) }
            (form(site, asked))
        };
        return Ok(Page { title, body });
    };
    let (left, right) = (named_matter(site, asked, left)?, named_matter(site, asked, right)?);
    let heads = (heading(site, asked, &left), heading(site, asked, &right));
    let body = html! {
        h1 { (title) }
        p.lede { (say!(asked, "beside-these", left = head(site, asked, &left), right = head(site, asked, &right))) }
        (compared(site, asked, (&heads.0, &heads.1), (&left, &right)))
        section { h2 { (say!(asked, "beside-others")) } (form(site, asked)) }
    };
    Ok(Page { title, body })
}

/// Returns who opened a matter, and the year.
fn heading(site: &Site, asked: &Asked, matter: &MatterAnswer<'_>) -> String {
    let whose = matter.opener.or(matter.about).map(|id| named::party_text(site, asked, id));
    let whose = whose.unwrap_or(named::procedure(asked, matter.procedure).text);
    format!("{whose} {}", matter.opened.year())
}

fn head(site: &Site, asked: &Asked, matter: &MatterAnswer<'_>) -> Markup {
    let link = asked.link(&format!("/matters/{}", encoded(&told::act_word(site, matter.position))));
    let title = named::procedure(asked, matter.procedure).link_to(asked, &link);
    let day = parts::when(asked, matter.when);
    match matter.opener {
        Some(opener) => {
            let opener = named::party(site, asked, opener);
            say!(asked, "beside-head-by", matter = title, day = day, opener = opener)
        }
        None => say!(asked, "beside-head", matter = title, day = day),
    }
}

/// Shows the same rows of two matters, and says at which step they part.
pub(super) fn compared(
    site: &Site,
    asked: &Asked,
    heads: (&str, &str),
    (left, right): (&MatterAnswer<'_>, &MatterAnswer<'_>),
) -> Markup {
    let both = |name: Markup, tell: &dyn Fn(&MatterAnswer<'_>) -> Markup| html! { tr { th scope="row" { (name) } td { (tell(left)) } td { (tell(right)) } } };
    let mut rows = vec![
        both(say!(asked, "beside-opened"), &|matter| parts::when(asked, matter.when)),
        both(say!(asked, "beside-opened-by"), &|matter| match matter.opener {
            Some(opener) => named::party(site, asked, opener),
            None => html! { span.quiet { (say!(asked, "parts-nobody-found")) } },
        }),
        both(say!(asked, "beside-spoke"), &|matter| signed(site, asked, matter)),
        both(say!(asked, "beside-article"), &|matter| named::article(site, asked, matter.article)),
        both(say!(asked, "beside-as-it-stood"), &|matter| wording(asked, matter)),
    ];
    for (one, other) in pairs(left, right) {
        let one = one.and_then(|place| left.steps.get(place));
        let other = other.and_then(|place| right.steps.get(place));
        rows.extend(step_row(site, asked, one, other));
    }
    html! {
        (parts::table(&say!(asked, "beside-same-steps"), &["", heads.0, heads.1].map(|word| html! { (word) }), &rows))
        p.verdict { @match parting(left, right) {
            Some(step) => { (say!(asked, "beside-part", step = html! { strong { (parts::step(asked, step)) } })) }
            None => { (say!(asked, "beside-alike")) }
        } }
    }
}

/// Shows a step of two matters; who takes it is said beside its name, or in each matter where it is
/// another in one than in the other.
fn step_row(
    site: &Site,
    asked: &Asked,
    one: Option<&StepAnswer<'_>>,
    other: Option<&StepAnswer<'_>>,
) -> Option<Markup> {
    let step = one.or(other)?.step;
    let parted = one.zip(other).filter(|(one, other)| one.step.by != other.step.by).is_some();
    let by = |step: &ProcedureStep| html! { span.quiet { (say!(asked, "beside-by", actor = parts::actor(site, asked, step.by))) } };
    let cell = |answer: Option<&StepAnswer<'_>>| html! { td { @if let Some(answer) = answer.filter(|_| parted) { p { (by(answer.step)) } } (stands(site, asked, answer)) } };
    Some(html! { tr {
        th scope="row" { (parts::step(asked, step.kind)) @if !parted { " " (by(step)) } }
        (cell(one))
        (cell(other))
    } })
}

fn signed(site: &Site, asked: &Asked, matter: &MatterAnswer<'_>) -> Markup {
    html! {
        @for (index, signed) in matter.signed.iter().enumerate() {
            @if index > 0 { "; " }
            (parts::written(asked, &signed.person)) @if let Some(word) = &signed.capacity { ", " (capacity(site, asked, word)) }
        }
        @if matter.signed.is_empty() { span.quiet { (say!(asked, "beside-not-found")) } }
    }
}

fn wording(asked: &Asked, matter: &MatterAnswer<'_>) -> Markup {
    html! {
        @match &matter.wording {
            Some((gist, evidence)) => { (parts::written(asked, gist)) " " (parts::evidence(asked, *evidence)) }
            None => { span.quiet { (say!(asked, "beside-no-summary")) } }
        }
    }
}

/// Shows a step: the acts that took it, or how it stands.
fn stands(site: &Site, asked: &Asked, step: Option<&StepAnswer<'_>>) -> Markup {
    html! {
        @match step {
            None => { span.quiet { (say!(asked, "beside-no-step")) } }
            Some(step) if step.acts.is_empty() => { span.quiet { (step_state(asked, step)) } }
            Some(step) => { @for act in &step.acts { p { (asked.tongue().when(&act.when)) ": " (told_act(site, asked, act)) } } }
        }
    }
}

fn form(site: &Site, asked: &Asked) -> Markup {
    let found = docket(site.asking(), &asked.moment);
    if found.is_empty() {
        return parts::empty(&say!(asked, "beside-none"));
    }
    html! {
        form.ask method="get" action="/beside" {
            @for (field, name, first) in [(LEFT, say!(asked, "beside-one"), 0), (RIGHT, say!(asked, "beside-other"), 1)] {
                label for=(field.name) { (name) }
                select id=(field.name) name=(field.name) {
                    @for (index, matter) in found.iter().rev().enumerate() {
                        @let word = told::act_word(site, matter.position);
                        @let is_chosen = asked.field(field.name).map_or(index == first, |chosen| chosen == word);
                        @let title = named::procedure(asked, matter.procedure);
                        option value=(word) lang=[title.lender] selected[is_chosen] { (heading(site, asked, matter)) ": " (title.text) }
                    }
                }
            }
            (parts::moment_fields(asked))
            button type="submit" { (say!(asked, "beside-compare")) }
        }
    }
}
