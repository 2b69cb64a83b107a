//! The calendars of a record: when an organ meets, and what is awaited of a state by when.

use crate::asked::{Asked, encoded};
use crate::feeds;
use crate::lasting::uuid;
use crate::refusal::Refusal;
use crate::site::Site;
use crate::told;
use crate::words::find;
use servanda_model::{Act, BodyId, Day, Deed, Paper, PartyId, SessionForm, When};
use servanda_publish::calendar_file::{CalendarFile, Occasion, Standing};
use servanda_query::{
    Awaited, Call, MatterAnswer, SessionAnswer, Sessions, act_sentence, awaited, call_text, docket,
    expiry_text, place_name, sessions,
};
use std::collections::{BTreeMap, BTreeSet};

type Told = Result<CalendarFile, Refusal>;

/// Tells when an organ met and when it was called to meet.
pub(crate) fn organ(site: &Site, asked: &Asked) -> Told {
    let word = asked.place("organ");
    let id = find(&site.record().law.body_names, word, "an organ")?;
    let found = sessions(site.asking(), id, &asked.moment);
    let meeting = Meeting::of(site, asked, id, word);
    let mut occasions = Vec::new();
    let mut undated = 0u32;
    for session in &found.sessions {
        match meeting.held(session) {
            Some(occasion) => occasions.push(occasion),
            None => undated = undated.saturating_add(1),
        }
    }
    occasions.extend(meeting.called(&found));
    occasions.extend(meeting.cancelled());
    // What two acts tell under one name is told once.
    let mut names = BTreeSet::new();
    occasions.retain(|occasion| names.insert(occasion.uid.clone()));
    let note = match undated {
        0 => "Whole days, as the record has them.".to_owned(),
        number => format!(
            "Whole days, as the record has them. Sessions whose day is not known are left out: {number}."
        ),
    };
    Ok(CalendarFile { name: format!("{}: sessions", meeting.name), note, occasions })
}

/// An organ whose sessions are told.
struct Meeting<'s> {
    site: &'s Site,
    asked: &'s Asked,
    organ: BodyId,
    word: &'s str,
    name: &'s str,
    /// The corrections of the record, each with the act to which it goes back.
    corrections: BTreeMap<u32, u32>,
}

impl<'s> Meeting<'s> {
    fn of(site: &'s Site, asked: &'s Asked, organ: BodyId, word: &'s str) -> Self {
        let name = site.record().law.body(organ).map_or(word, |row| &row.titles.main);
        let history = &site.record().history;
        let mut corrections = BTreeMap::new();
        for (position, act) in (0u32..).zip(&history.acts) {
            let Deed::Correct { label, .. } = &act.deed else { continue };
            let Some(before) = history.position_of(*label) else { continue };
            let root = corrections.get(&before).copied().unwrap_or(before);
            corrections.insert(position, root);
        }
        Self { site, asked, organ, word, name, corrections }
    }

    /// Tells a session that was held; none where its day is not known.
    fn held(&self, session: &SessionAnswer) -> Option<Occasion> {
        let position = session.act.position;
        let day = self.day_of(position)?;
        let call = session.call.as_ref().map(|call| call.position);
        let place = session.place.and_then(|place| place_name(self.site.asking(), place));
        let decided = session.decided.iter().map(|act| act.text.as_str());
        let lines: Vec<&str> = std::iter::once(session.act.text.as_str()).chain(decided).collect();
        let mut last = self.site.record().history.recorded_on(position);
        let corrected = self.told_otherwise(position);
        let sequence = call.map_or(corrected, |call| {
            last = last.max(self.site.record().history.recorded_on(call));
            corrected.saturating_add(self.told_otherwise(call))
        });
        Some(Occasion {
            uid: self.uid(call.unwrap_or(position)),
            recorded: last,
            day,
            sequence,
            standing: Standing::Confirmed,
            summary: self.summary(session.form),
            place,
            description: self.description(&lines, position),
            reminds_days_before: None,
        })
    }

    /// Tells the calls of which no session is found.
    fn called(&self, found: &Sessions) -> Vec<Occasion> {
        let told = found.called.iter().map(|call| {
            let position = call.act.position;
            Occasion {
                uid: self.uid(position),
                recorded: self.site.record().history.recorded_on(position),
                day: call.on,
                sequence: self.told_otherwise(position),
                standing: Standing::Confirmed,
                summary: self.summary(call.form),
                place: None,
                description: self.description(&[&call.act.text], position),
                reminds_days_before: None,
            }
        });
        told.collect()
    }

    /// Tells the calls and sessions in whose place a correction put something else.
    fn cancelled(&self) -> Vec<Occasion> {
        let cancelled =
            self.corrections.iter().filter_map(|(position, root)| self.ended(*position, *root));
        cancelled.collect()
    }

    fn ended(&self, position: u32, root: u32) -> Option<Occasion> {
        let history = &self.site.record().history;
        let placed = self.site.asking().place(position, &self.asked.moment, &[])?;
        let met = |deed: &&Deed| history.organ_that_met(deed) == Some(self.organ);
        if met(&placed.deed) {
            return None;
        }
        let earlier = self.corrections.range(..position).filter(|(_, of)| **of == root);
        let earlier = std::iter::once(root).chain(earlier.map(|(earlier, _)| *earlier));
        let mut before = earlier
            .filter_map(|earlier| history.act(earlier).map(said))
            .filter(|(_, deed)| met(deed));
        let (when, deed) = before.next_back()?;
        let (day, form) = meant(deed);
        let told = act_sentence(self.site.asking(), position);
        Some(Occasion {
            uid: self.uid(position),
            recorded: history.recorded_on(position),
            day: day.or_else(|| when.exact())?,
            sequence: self.told_otherwise(position),
            standing: Standing::Cancelled,
            summary: self.summary(form?),
            place: None,
            description: self.description(&[&told], position),
            reminds_days_before: None,
        })
    }

    fn day_of(&self, position: u32) -> Option<Day> {
        self.site.asking().place(position, &self.asked.moment, &[])?.when.exact()
    }

    /// Returns the act to which corrections go back.
    fn root(&self, position: u32) -> u32 {
        self.corrections.get(&position).copied().unwrap_or(position)
    }

    /// Counts the corrections by which an act came to say what it says.
    fn told_otherwise(&self, position: u32) -> u32 {
        let root = self.root(position);
        let through = self.corrections.range(..=position);
        u32::try_from(through.filter(|(_, of)| **of == root).count()).unwrap_or(u32::MAX)
    }

    /// Returns the lasting name of a session: of the act that first told of it.
    fn uid(&self, position: u32) -> String {
        let word = told::act_word(self.site, self.root(position));
        uuid(self.site, &["session", self.word, &word])
    }

    fn summary(&self, form: SessionForm) -> String {
        let form = form.word().map(|form| format!("{form} ")).unwrap_or_default();
        format!("{}: {form}session", self.name)
    }

    fn description(&self, lines: &[&str], position: u32) -> String {
        let page = self.asked.whole_link(&format!("/sessions/{}", encoded(self.word)));
        format!("{}\n{}\n{page}", lines.join("\n"), feeds::summary(self.site, position))
    }
}

/// Returns what an act says was done, and when: of a correction what it puts in place.
fn said(act: &Act) -> (When, &Deed) {
    if let Deed::Correct { deed, when, .. } = &act.deed {
        return (*when, deed);
    }
    (act.when, &act.deed)
}

/// Returns for which day an act calls an organ together, and the form of the session it tells of.
fn meant(deed: &Deed) -> (Option<Day>, Option<SessionForm>) {
    if let Deed::Session { form, .. } = deed {
        return (None, Some(*form));
    }
    let Deed::Paper(paper) = deed else { return (None, None) };
    let Paper::Call(call) = &**paper else { return (None, None) };
    (Some(call.on), Some(call.form))
}

/// Tells what is awaited of a state, each on the last day for it.
pub(crate) fn state(site: &Site, asked: &Asked) -> Told {
    let law = &site.record().law;
    let word = asked.place("state");
    let id = find(&law.party_names, word, "a state")?;
    let name = law.party(id).map_or(word, |row| &row.titles.main);
    let found = awaited(site.asking(), id, &asked.moment);
    let matters = docket(site.asking(), &asked.moment);
    let occasions = found.iter().filter_map(|awaited| due(site, asked, (id, awaited), &matters));
    let open = found.iter().filter(|awaited| awaited.due.is_none()).count();
    let page = asked.whole_link(&format!("/today/{}", encoded(word)));
    Ok(CalendarFile {
        name: format!("{name}: awaited"),
        note: format!(
            "The last day of each thing awaited. Without a day, and left out: {open}.\n{page}"
        ),
        occasions: occasions.collect(),
    })
}

/// Tells what is due on a day; none where it has no day.
fn due(
    site: &Site,
    asked: &Asked,
    (party, awaited): (PartyId, &Awaited<'_>),
    matters: &[MatterAnswer<'_>],
) -> Option<Occasion> {
    let day = awaited.due?;
    let (law, history) = (&site.record().law, &site.record().history);
    let matter = awaited.act.and_then(|act| matters.iter().find(|matter| matter.position == act));
    let acts: Vec<u32> = matter.map_or_else(Vec::new, acts_of);
    let recorded = acts.iter().chain(&awaited.act).map(|act| history.recorded_on(*act)).max();
    let article = awaited.article.map_or("", |article| law.article_names.word(article));
    let mut lines = Vec::new();
    if !article.is_empty() {
        lines.push(format!("Under {article}"));
    }
    lines.extend(awaited.on_expiry.map(|expiry| format!("Then {}", expiry_text(expiry))));
    if let Some(act) = awaited.act {
        lines.push(act_sentence(site.asking(), act));
        let word = encoded(&told::act_word(site, act));
        lines.push(asked.whole_link(&format!("/acts/{word}")));
    }
    let words = [
        "awaited".to_owned(),
        law.party_names.word(party).to_owned(),
        awaited.call.word().to_owned(),
        place_of(awaited, day),
        article.to_owned(),
        awaited.act.map(|act| told::act_word(site, act)).unwrap_or_default(),
    ];
    Some(Occasion {
        uid: uuid(site, &words.each_ref().map(String::as_str)),
        recorded: recorded.unwrap_or_else(|| site.last_recorded()),
        day,
        // Whatever moves the last day of a step is an act of its matter.
        sequence: u32::try_from(acts.len()).unwrap_or(u32::MAX),
        standing: Standing::Confirmed,
        summary: call_text(site.asking(), awaited.call),
        place: None,
        description: lines.join("\n"),
        reminds_days_before: Some(REMINDS_DAYS_BEFORE),
    })
}

/// How many days before the last one a calendar reminds of what is awaited.
const REMINDS_DAYS_BEFORE: u32 = 7;

/// Returns the acts of a matter after the one that opened it.
fn acts_of(matter: &MatterAnswer<'_>) -> Vec<u32> {
    let steps = matter.steps.iter().flat_map(|step| &step.acts);
    let acts: BTreeSet<u32> = steps.chain(&matter.beside).map(|act| act.position).collect();
    acts.into_iter().collect()
}

/// Returns what tells a call from others of its kind: which step of its procedure it is, or the
/// year of the duty.
fn place_of(awaited: &Awaited<'_>, day: Day) -> String {
    match awaited.call {
        Call::Step(procedure, step) | Call::Vote(_, procedure, step) => {
            let place = procedure.steps.iter().position(|one| one == step);
            place.map(|place| place.to_string()).unwrap_or_default()
        }
        Call::Yearly(duty) => format!("{} {}", day.year(), duty.titles.main),
        Call::Consent(_) => String::new(),
    }
}
