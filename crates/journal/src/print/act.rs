//! Printing one act with its children.

use super::{line, paper, quoted};
use crate::record::Record;
use servanda_model::{
    Act, ArticleId, BodyId, Cause, Decision, Deed, Details, Expectation, Joining, LabelId, List,
    MemberStatus, Outcome, PartyId, Preference, Reading, Rival, SourceRef, Speech,
};

/// Prints an act.
pub(super) fn print(record: &Record, act: &Act, out: &mut String) {
    if let Deed::Amend { .. } = act.deed {
        return as_written(record, act, out);
    }
    let label = act.label.map(|label| format!(" {}", record.history.labels.word(label)));
    let label = label.unwrap_or_default();
    line(out, 0, &format!("{} {}{label}", act.when, deed(record, &act.deed)));
    let sources = record.history.sources(act.sources);
    if !sources.is_empty() {
        line(out, 1, &format!("source {}", source_list(record, sources)));
    }
    if let Deed::Decide(decision) = &act.deed {
        of_decision(record, decision, out);
    }
    if let Deed::Correct { deed: corrected, when, .. } = &act.deed {
        line(out, 1, &format!("as {when} {}", deed(record, corrected)));
    }
    if let Some(details) = &act.details {
        of_details(record, details, out);
    }
}

/// An act that carries charter text is printed as it was written.
fn as_written(record: &Record, act: &Act, out: &mut String) {
    let file = record.files.get(usize::from(act.origin.file.0));
    let rest = file.and_then(|(_, text)| text.get(act.origin.at as usize..)).unwrap_or_default();
    for (number, text) in rest.lines().enumerate() {
        if number > 0 && !text.starts_with(' ') {
            break;
        }
        line(out, 0, text);
    }
}

/// Prints a verb with what follows it, up to the label.
#[expect(
    clippy::too_many_lines,
    reason = "one arm for each kind of act, so that none is forgotten"
)]
fn deed(record: &Record, deed_: &Deed) -> String {
    let law = &record.law;
    let of = |list: &List| instruments(record, *list);
    let by = |list: &List| parties(record, *list);
    let name = |party: &PartyId| law.party_names.word(*party);
    let word = |body: &BodyId| law.body_names.word(*body);
    let label = |label: &LabelId| record.history.labels.word(*label);
    match deed_ {
        Deed::Sign { instruments, parties } => {
            format!("sign {} by {}", of(instruments), by(parties))
        }
        Deed::Deposit { form, instruments, parties } => {
            format!("deposit {} of {} by {}", form.word(), of(instruments), by(parties))
        }
        Deed::Ratify { instruments, parties } => {
            format!("ratify {} by {}", of(instruments), by(parties))
        }
        Deed::Refuse { instruments, parties } => {
            format!("refuse {} by {}", of(instruments), by(parties))
        }
        Deed::EnterIntoForce { instruments, parties } => {
            format!("in-force {}{}", of(instruments), for_whom(record, *parties))
        }
        Deed::Provisional { instruments, parties } => {
            format!("provisional {} by {}", of(instruments), by(parties))
        }
        Deed::GiveNotice { instruments, parties } => {
            format!("notice of withdrawal from {} by {}", of(instruments), by(parties))
        }
        Deed::Revoke { label: what, parties } => {
            format!("revoke {} by {}", label(what), by(parties))
        }
        Deed::End { instruments, parties, cause } => {
            format!("end {}{} cause {}", of(instruments), for_whom(record, *parties), cause.word())
        }
        Deed::Suspend { instruments, parties, cause } => {
            format!("suspend {} in {} {}", by(parties), of(instruments), ground(*cause))
        }
        Deed::Resume { instruments, parties } => {
            format!("resume {} in {}", by(parties), of(instruments))
        }
        Deed::Register { instruments, with } => format!("register {} with {with}", of(instruments)),
        Deed::Reserve { instruments, parties, text } => {
            format!("reserve {} by {} {}", of(instruments), by(parties), quoted(text))
        }
        Deed::Object { label: to, parties, text } => {
            format!("object to {} by {} {}", label(to), by(parties), quoted(text))
        }
        Deed::Join { body, parties, status, by: organ, how, .. } => {
            join(record, (word(body), &by(parties)), *status, *how, *organ)
        }
        Deed::Leave { body, parties, cause: Cause::Expelled, by: organ } => {
            format!("expel {} from {}{}", by(parties), word(body), by_organ(record, *organ))
        }
        Deed::Leave { body, parties, .. } => format!("leave {} by {}", word(body), by(parties)),
        Deed::SuspendMember { body, parties, cause, by: organ } => {
            let organ = by_organ(record, *organ);
            format!("suspend {} in {} {}{organ}", by(parties), word(body), ground(*cause))
        }
        Deed::VoteRight { body, parties, right, by: organ } => {
            let organ = by_organ(record, *organ);
            format!("{} vote of {} in {}{organ}", right.verb(), by(parties), word(body))
        }
        Deed::Vote { vote, parties } => format!("vote {} by {}", vote.cast_word(), by(parties)),
        Deed::Session { organ, place, form } => {
            let at = place.map(|place| format!(" at {}", law.place_names.word(place)));
            let form = form.word().unwrap_or_default();
            format!("session {}{} {form}", word(organ), at.unwrap_or_default())
                .trim_end()
                .to_owned()
        }
        Deed::Paper(paper) => paper::deed(record, paper),
        Deed::Decide(decision) => format!("decide {}", word(&decision.organ)),
        Deed::Chair { organ, party, instead_of } => {
            let absent = instead_of.map(|absent| format!(" instead of {}", name(&absent)));
            format!("chair {} {}{}", word(organ), name(party), absent.unwrap_or_default())
        }
        Deed::Appoint(appointment) => {
            let verb = if appointment.acting { "acting" } else { "appoint" };
            let office = law.office_names.word(appointment.office);
            let person = quoted(&appointment.person);
            let recommended = appointment.recommended_by.as_ref();
            let recommended =
                recommended.map(|organ| format!(" on recommendation of {}", word(organ)));
            let (organ, recommended) =
                (by_organ(record, appointment.by), recommended.unwrap_or_default());
            format!("{verb} {office} {person} of {}{organ}{recommended}", name(&appointment.of))
        }
        Deed::Vacate { office, by } => {
            let by = by.map(|party| format!(" by {}", name(&party))).unwrap_or_default();
            format!("vacate {}{by}", law.office_names.word(*office))
        }
        Deed::Request { what, parties, body, party } => {
            let asked = body.as_ref().map(word).or(party.as_ref().map(name));
            let asked = asked.map(|asked| format!(" to {asked}")).unwrap_or_default();
            format!("request {} by {}{asked}", quoted(what), by(parties))
        }
        Deed::Aid(aid) => paper::aid(record, aid),
        Deed::State(speech) => statement(record, speech),
        Deed::Happen { what } => format!("event {}", quoted(what)),
        Deed::Exercise { name, parties } if parties.is_empty() => {
            format!("exercise {}", quoted(name))
        }
        Deed::Exercise { name, parties } => format!("exercise {} in {}", quoted(name), by(parties)),
        Deed::Figure(figure) => {
            let whose = figure.party.as_ref().map(name).or(figure.body.as_ref().map(word));
            let whose = whose.map(|whose| format!(" of {whose}")).unwrap_or_default();
            format!("figure {}{whose} = {}", figure.name, figure.number)
        }
        Deed::Position { party, on, position } => {
            format!("position {} on {} {position}", name(party), name(on))
        }
        Deed::Agree { title, body } => format!("treaty-with {} by {}", quoted(title), word(body)),
        Deed::Correct { label: what, .. } => format!("correct {}", label(what)),
        Deed::Amend { .. } => String::new(),
    }
}

fn join(
    record: &Record,
    (body, parties): (&str, &str),
    status: MemberStatus,
    how: Joining,
    organ: Option<BodyId>,
) -> String {
    let class = format!(" as {}", status.word());
    let class = if status == MemberStatus::Member { String::new() } else { class };
    match how {
        Joining::Told => format!("join {body} by {parties}{class}"),
        Joining::Admitted => format!("admit {parties} to {body}{class}{}", by_organ(record, organ)),
        Joining::Restored => {
            format!("restore {parties} to {body}{class}{}", by_organ(record, organ))
        }
    }
}

fn statement(record: &Record, speech: &Speech) -> String {
    let party = speech.party.map(|party| record.law.party_names.word(party));
    let body = speech.body.map(|body| record.law.body_names.word(body));
    let whose = party.or(body).map(|whose| format!(" of {whose}")).unwrap_or_default();
    let Some(person) = &speech.person else {
        return match party {
            Some(party) => format!("statement by {party}"),
            None => format!("statement{whose}"),
        };
    };
    let capacity = speech.capacity.as_ref().map(|capacity| format!(" as {}", quoted(capacity)));
    format!("statement by {}{}{whose}", quoted(person), capacity.unwrap_or_default())
}

fn parties(record: &Record, list: List) -> String {
    party_list(record, record.history.parties(list))
}

pub(super) fn party_list(record: &Record, parties: &[PartyId]) -> String {
    let words = parties.iter().map(|party| record.law.party_names.word(*party));
    words.collect::<Vec<_>>().join(", ")
}

fn instruments(record: &Record, list: List) -> String {
    let words = record.history.instruments(list).iter();
    words.map(|id| record.law.instrument_names.word(*id)).collect::<Vec<_>>().join(", ")
}

fn for_whom(record: &Record, list: List) -> String {
    if list.is_empty() { String::new() } else { format!(" for {}", parties(record, list)) }
}

fn by_organ(record: &Record, organ: Option<BodyId>) -> String {
    organ.map(|organ| format!(" by {}", record.law.body_names.word(organ))).unwrap_or_default()
}

fn ground(cause: Cause) -> &'static str {
    if cause == Cause::SuspendedOwnRequest { "at own request" } else { "as sanction" }
}

/// Prints a list of sources.
pub(super) fn source_list(record: &Record, sources: &[SourceRef]) -> String {
    let text = |source: &SourceRef| source.written(record.law.source_names.word(source.source));
    sources.iter().map(text).collect::<Vec<_>>().join(", ")
}

fn of_decision(record: &Record, decision: &Decision, out: &mut String) {
    for (word, list) in [
        ("for", &decision.in_favour),
        ("absent", &decision.absent),
        ("abstain", &decision.abstaining),
        ("against", &decision.against),
    ] {
        if !list.is_empty() {
            line(out, 1, &format!("{word} {}", party_list(record, list)));
        }
    }
    for (party, opinion) in &decision.opinions {
        let name = record.law.party_names.word(*party);
        line(out, 1, &format!("opinion {name} {}", quoted(opinion)));
    }
    if decision.outcome != Outcome::Adopted {
        line(out, 1, &format!("outcome {}", decision.outcome.word()));
    }
    if !decision.adopts.is_empty() {
        let words = decision.adopts.iter().map(|id| record.law.instrument_names.word(*id));
        line(out, 1, &format!("adopts {}", words.collect::<Vec<_>>().join(", ")));
    }
    if let Some(condition) = &decision.condition {
        line(out, 1, &format!("condition {}", quoted(condition)));
    }
    if let Some(kind) = decision.matter {
        line(out, 1, &format!("matter {}", record.law.matter_names.word(kind)));
    }
    if let Some(target) = decision.target {
        line(out, 1, &format!("target {}", record.law.party_names.word(target)));
    }
    if !decision.interested.is_empty() {
        line(out, 1, &format!("interested {}", party_list(record, &decision.interested)));
    }
    if let Some(label) = decision.fulfils {
        line(out, 1, &format!("fulfils {}", record.history.labels.word(label)));
    }
}

fn of_details(record: &Record, details: &Details, out: &mut String) {
    if let Some(from) = details.from {
        line(out, 1, &format!("from {from}"));
    }
    if let Some(received) = details.received {
        line(out, 1, &format!("received {received}"));
    }
    if let Some(place) = details.place {
        line(out, 1, &format!("at {}", record.law.place_names.word(place)));
    }
    if !details.under.is_empty() {
        let words = details.under.iter().map(|id: &ArticleId| record.law.article_names.word(*id));
        line(out, 1, &format!("under {}", words.collect::<Vec<_>>().join(", ")));
    }
    let texts = [("what", &details.what), ("claim", &details.claims), ("note", &details.notes)];
    for (word, texts) in texts {
        texts.iter().for_each(|text| line(out, 1, &format!("{word} {}", quoted(text))));
    }
    paper::of_details(record, details, out);
    for (word, labels) in [("after", &details.after), ("before", &details.before)] {
        let word_of = |label: &LabelId| record.history.labels.word(*label).to_owned();
        labels.iter().for_each(|label| line(out, 1, &format!("{word} {}", word_of(label))));
    }
    if let Some(opening) = details.opens {
        let about = opening.about.map(|party| record.law.party_names.word(party));
        let about = about.map(|party| format!(" about {party}")).unwrap_or_default();
        let procedure = record.law.procedure_names.word(opening.procedure);
        let area = opening.area.map(|area| record.law.area_names.word(area));
        let area = area.map(|area| format!(" in {area}")).unwrap_or_default();
        line(out, 1, &format!("opens {procedure}{about}{area}"));
    }
    if let Some((label, step)) = details.on {
        let step = step.map(|step| format!(" {}", step.word())).unwrap_or_default();
        line(out, 1, &format!("on {}{step}", record.history.labels.word(label)));
    }
    for count in &details.counts {
        line(out, 1, &format!("count {} {}", count.of, count.number));
    }
    if !details.taking_part.is_empty() {
        line(out, 1, &format!("taking-part {}", party_list(record, &details.taking_part)));
    }
    for (word, text) in &details.particulars {
        let said = if word == "reference" { text.clone() } else { quoted(text) };
        line(out, 1, &format!("{word} {said}"));
    }
    details.readings.iter().for_each(|other| reading(record, other, out));
    preference(details, out);
    details.expected.iter().for_each(|expected| expectation(record, expected, out));
}

fn reading(record: &Record, reading: &Reading, out: &mut String) {
    let text = match &reading.rival {
        Rival::Date(when) => format!("or {when}"),
        Rival::Deed(other, None) => format!("or as {}", deed(record, other)),
        Rival::Deed(other, Some(when)) => format!("or {when} as {}", deed(record, other)),
    };
    line(out, 1, &text);
    if !reading.sources.is_empty() {
        line(out, 2, &format!("source {}", source_list(record, &reading.sources)));
    }
    reading.notes.iter().for_each(|note| line(out, 2, &format!("note {}", quoted(note))));
}

fn preference(details: &Details, out: &mut String) {
    match &details.preference {
        Preference::Undecided => {}
        Preference::This(reason) => {
            line(out, 1, &format!("prefer this because {}", quoted(reason)));
        }
        Preference::Rival(index, reason) => {
            let rival = details.readings.get(*index).map(|reading| &reading.rival);
            let which = match rival {
                Some(Rival::Date(when) | Rival::Deed(_, Some(when))) => when.to_string(),
                Some(Rival::Deed(_, None)) | None => "as".to_owned(),
            };
            line(out, 1, &format!("prefer {which} because {}", quoted(reason)));
        }
    }
}

/// Prints an expected finding.
pub(super) fn expectation(record: &Record, expected: &Expectation, out: &mut String) {
    let article = expected.article.map(|id| format!(" {}", record.law.article_names.word(id)));
    let article = article.unwrap_or_default();
    let text =
        format!("expect finding {}{article} {}", expected.grade.word(), quoted(&expected.reason));
    line(out, 1, &text);
}
