//! Matters and their steps as JSON.

use super::{act, article, moment, sources};
use serde_json::{Value, json};
use servanda_model::{PartyId, StepKind};
use servanda_query::{
    ActAnswer, Asking, Contributions, MatterAnswer, Moment, StepAnswer, Unopened, YearlyAnswer,
    beside, parting, years_text,
};

/// The answer to `docket`.
pub fn docket(
    asking: &Asking<'_>,
    matters: &[MatterAnswer<'_>],
    (unopened, yearly): (&[Unopened<'_>], &[YearlyAnswer<'_>]),
) -> Value {
    let matters = matters.iter().map(|matter| summary(asking, matter));
    let calls = unopened.iter().map(|call| of_call(asking, call));
    let yearly = yearly.iter().map(|duty| of_each_year(asking, duty));
    matters.chain(calls).chain(yearly).collect()
}

/// A call that opened no matter stands on the docket with the reason.
fn of_call(asking: &Asking<'_>, call: &Unopened<'_>) -> Value {
    let party = |party| asking.law.party_names.word(party);
    let told = asking.history.act(call.position);
    let own = told.and_then(|act| asking.history.parties_of(&act.deed).first().copied());
    let cited = call.findings.iter().find_map(|finding| finding.article);
    let why: Vec<String> =
        call.findings.iter().map(|finding| finding.message(asking.law)).collect();
    let when = told.map(|act| act.when.to_string()).unwrap_or_default();
    let word = asking.law.procedure_names.word(call.opening.procedure);
    json!({
        "matter": act(asking, call.position),
        "procedure": word,
        "title": call.procedure.map_or(word, |procedure| procedure.titles.main.as_str()),
        "article": article(asking, cited),
        "opened": null,
        "called": when,
        "may_be_opened": false,
        "opener": own.map(party),
        "about": call.opening.about.map(party),
        "area": call.opening.area.map(|area| asking.law.area_names.word(area)),
        "signed": [],
        "wording": null,
        "evidence": null,
        "closed": true,
        "next": null,
        "next_state": format!("called for {when}, opened nothing: {}", why.join("; ")),
    })
}

/// A duty of each year stands on the docket under its article.
fn of_each_year(asking: &Asking<'_>, answer: &YearlyAnswer<'_>) -> Value {
    let by = answer.duty.owed_by.words(asking.law);
    json!({
        "matter": asking.law.article_names.word(answer.article),
        "procedure": "each-year",
        "title": format!("each year {}", answer.duty.titles.main),
        "article": article(asking, Some(answer.article)),
        "opened": format!("{:04}-01-01", answer.duty.from),
        "may_be_opened": false,
        "opener": null,
        "about": null,
        "area": null,
        "signed": [],
        "wording": null,
        "evidence": answer.evidence.word(),
        "closed": answer.due.is_none(),
        "next": answer.due.map(|_| format!("owed by {by}")),
        "next_state": years_text(answer),
    })
}

/// The answer to `matter`.
pub fn matter(asking: &Asking<'_>, answer: &MatterAnswer<'_>, at: &Moment) -> Value {
    let mut value = summary(asking, answer);
    let steps: Vec<Value> = answer.steps.iter().map(|one| step(asking, one)).collect();
    let beside: Vec<Value> = answer.beside.iter().map(|one| told(asking, one)).collect();
    let findings = answer.findings.iter().map(
        |found| json!({"act": act(asking, found.position), "message": found.message(asking.law)}),
    );
    if let Some(object) = value.as_object_mut() {
        object.insert("steps".to_owned(), json!(steps));
        object.insert("beside".to_owned(), json!(beside));
        object.insert("findings".to_owned(), findings.collect());
        object.insert("message".to_owned(), json!(answer.procedure.message));
        let given = answer.contributions.as_ref().map(|given| contributions(asking, given));
        object.insert("contributions".to_owned(), json!(given));
    }
    moment(asking, at, value)
}

/// The answer to `side-by-side`.
pub fn side_by_side(
    asking: &Asking<'_>,
    (left, right): (&MatterAnswer<'_>, &MatterAnswer<'_>),
    at: &Moment,
) -> Value {
    let part_at = parting(left, right).map(StepKind::word);
    let rows: Vec<Value> =
        beside(left, right).into_iter().map(|(one, other)| json!([one, other])).collect();
    json!({
        "left": matter(asking, left, at), "right": matter(asking, right, at),
        "beside": rows, "part_at": part_at,
    })
}

fn summary(asking: &Asking<'_>, answer: &MatterAnswer<'_>) -> Value {
    let party = |party| asking.law.party_names.word(party);
    let next = answer.steps.iter().find(|step| step.state.is_open());
    json!({
        "matter": act(asking, answer.position),
        "procedure": asking.law.procedure_names.word(answer.procedure.name),
        "title": answer.procedure.titles.main,
        "article": article(asking, Some(answer.article)),
        "opened": answer.when.exact().map_or_else(|| answer.when.to_string(), |day| day.to_string()),
        "may_be_opened": answer.may_be_opened,
        "opener": answer.opener.map(party),
        "about": answer.about.map(party),
        "area": answer.area.map(|area| asking.law.area_names.word(area)),
        "signed": answer.signed.iter().map(|signed| {
            let capacity = signed.capacity.as_ref().map(|text| format!(", {text}"));
            format!("{}{}", signed.person, capacity.unwrap_or_default())
        }).collect::<Vec<_>>(),
        "wording": answer.wording.as_ref().map(|(gist, _)| gist),
        "evidence": answer.wording.as_ref().map(|(_, evidence)| evidence.word()),
        "closed": answer.is_closed(),
        "next": next.map(|step| step_name(asking, step)),
        "next_state": next.map(StepAnswer::state_text),
    })
}

fn step_name(asking: &Asking<'_>, answer: &StepAnswer<'_>) -> String {
    format!("{} by {}", answer.step.kind.word(), answer.step.whose(asking.law))
}

/// Says how a step stands, and for whom it still is, where each of several has to take it.
fn stands(answer: &StepAnswer<'_>, awaits: &[&str]) -> String {
    let state = answer.state_text();
    if awaits.is_empty() { state } else { format!("{state}: {}", awaits.join(", ")) }
}

fn step(asking: &Asking<'_>, answer: &StepAnswer<'_>) -> Value {
    let word = |party: &PartyId| asking.law.party_names.word(*party);
    let awaits: Vec<&str> = answer.awaits.iter().map(word).collect();
    json!({
        "step": answer.step.kind.word(),
        "by": answer.step.whose(asking.law),
        "optional": answer.step.optional,
        "message": answer.step.message,
        "state": stands(answer, &awaits),
        "awaits": awaits,
        "acts": answer.acts.iter().map(|one| told(asking, one)).collect::<Vec<_>>(),
    })
}

/// Who contributed what, and of whom no act is found.
fn contributions(asking: &Asking<'_>, given: &Contributions) -> Value {
    let party = |party: &PartyId| asking.law.party_names.word(*party).to_owned();
    let states = given.states.iter().map(|one| {
        json!({
            "state": party(&one.party),
            "kind": one.kind.word(),
            "what": one.what,
            "counts": one.counts.iter().map(|(of, number)| json!({"of": of, "number": number})).collect::<Vec<_>>(),
            "act": act(asking, one.position),
        })
    });
    json!({
        "voluntary": given.voluntary,
        "states": states.collect::<Vec<_>>(),
        "not_found": given.not_found.iter().map(party).collect::<Vec<_>>(),
    })
}

fn told(asking: &Asking<'_>, answer: &ActAnswer) -> Value {
    json!({
        "act": act(asking, answer.position),
        "when": answer.when,
        "text": answer.text,
        "under": answer.under.iter().map(|id| article(asking, Some(*id))).collect::<Vec<_>>(),
        "sources": sources(asking, &answer.sources),
    })
}
