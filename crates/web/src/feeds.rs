//! The feeds of a record: its latest acts, those of an organ, of a matter, of an instrument.

use crate::asked::{Asked, encoded};
use crate::lasting::urn;
use crate::pages::found_matter;
use crate::refusal::Refusal;
use crate::site::Site;
use crate::told;
use crate::words::find;
use servanda_model::{Day, Deed};
use servanda_publish::feed::{Entry, Feed};
use servanda_query::{act_sentence, source_text};
use std::collections::{BTreeMap, BTreeSet};

type Told = Result<Feed, Refusal>;

/// The most entries of the feed of all acts.
const ACTS_MAX: usize = 100;
/// The most entries of a feed about one thing.
const ENTRIES_MAX: usize = 500;

/// What a feed is about.
struct About<'a> {
    /// The words of its lasting name.
    words: &'a [&'a str],
    title: String,
    path: String,
    page: String,
}

/// Tells the latest acts.
pub(crate) fn acts(site: &Site, asked: &Asked) -> Told {
    let about = About {
        words: &["feed", "acts"],
        title: format!("{}: acts", site.name()),
        path: "/feeds/acts.atom".to_owned(),
        page: "/timeline".to_owned(),
    };
    let latest = latest(site, asked, ACTS_MAX, |_, _| true);
    Ok(feed(site, asked, &about, entries(site, asked, &latest)))
}

/// Tells what an organ did, its sessions and decisions, and what was done about it.
pub(crate) fn organ(site: &Site, asked: &Asked) -> Told {
    let law = &site.record().law;
    let word = asked.place("organ");
    let id = find(&law.body_names, word, "an organ")?;
    let name = law.body(id).map_or(word, |row| &row.titles.main);
    let about = About {
        words: &["feed", "organ", word],
        title: format!("{name}: sessions and decisions"),
        path: format!("/feeds/organs/{}.atom", encoded(word)),
        page: format!("/sessions/{}", encoded(word)),
    };
    let history = &site.record().history;
    let is_of = |_, deed: &Deed| history.body_of(deed) == Some(id);
    let latest = latest(site, asked, ENTRIES_MAX, is_of);
    Ok(feed(site, asked, &about, entries(site, asked, &latest)))
}

/// Tells the acts of a matter.
pub(crate) fn matter(site: &Site, asked: &Asked) -> Told {
    let found = found_matter(site, asked)?;
    let word = told::act_word(site, found.position);
    let steps = found.steps.iter().flat_map(|step| &step.acts);
    let acts = steps.chain(&found.beside).map(|act| act.position);
    let acts: BTreeSet<u32> = acts.chain([found.position]).collect();
    let about = About {
        words: &["feed", "matter", &word],
        title: format!("{}: {word}", found.procedure.titles.main),
        path: format!("/feeds/matters/{}.atom", encoded(&word)),
        page: format!("/matters/{}", encoded(&word)),
    };
    let latest = latest(site, asked, ENTRIES_MAX, |position, _| acts.contains(&position));
    Ok(feed(site, asked, &about, entries(site, asked, &latest)))
}

/// Tells the depositary's notifications about an instrument, with their numbers (VCLT 77(1)(e)).
pub(crate) fn instrument(site: &Site, asked: &Asked) -> Told {
    let (law, history) = (&site.record().law, &site.record().history);
    let word = asked.place("instrument");
    let id = find(&law.instrument_names, word, "an instrument")?;
    let name = law.instrument(id).map_or(word, |row| &row.titles.main);
    let of = (0u32..).zip(&history.acts);
    let of = of.filter(|(_, act)| history.instruments_of(&act.deed).contains(&id));
    let numbers: BTreeMap<u32, u32> = of.map(|(position, _)| position).zip(1..).collect();
    let about = About {
        words: &["feed", "instrument", word],
        title: format!("{name}: notifications"),
        path: format!("/feeds/instruments/{}.atom", encoded(word)),
        page: format!("/status/{}", encoded(word)),
    };
    let latest = latest(site, asked, ENTRIES_MAX, |position, _| numbers.contains_key(&position));
    let told = latest.iter().filter_map(|(recorded, position)| {
        let number = numbers.get(position)?;
        let act = told::act_word(site, *position);
        let entry = entry(site, asked, *recorded, *position);
        Some(Entry {
            id: urn(site, &["notification", word, &act]),
            title: format!("Notification {number}: {}", entry.title),
            page: asked.whole_link(&format!("/acts/{}/notification", encoded(&act))),
            ..entry
        })
    });
    Ok(feed(site, asked, &about, told.collect()))
}

/// Returns the acts to be told, the last recorded first, each with the day of its recording.
fn latest(
    site: &Site,
    asked: &Asked,
    most: usize,
    is_told: impl Fn(u32, &Deed) -> bool,
) -> Vec<(Day, u32)> {
    let history = &site.record().history;
    let acts = (0u32..).zip(&history.acts).filter_map(|(position, _)| {
        let placed = site.asking().place(position, &asked.moment, &[])?;
        let is_told = placed.when.order() <= asked.moment.on && is_told(position, placed.deed);
        is_told.then(|| (history.recorded_on(position), position))
    });
    let mut acts: Vec<(Day, u32)> = acts.collect();
    acts.sort_unstable_by(|one, other| other.cmp(one));
    acts.truncate(most);
    acts
}

fn entries(site: &Site, asked: &Asked, latest: &[(Day, u32)]) -> Vec<Entry> {
    latest.iter().map(|(recorded, position)| entry(site, asked, *recorded, *position)).collect()
}

/// Tells one act: the same in every feed that has it (RFC 4287, section 4.2.6).
fn entry(site: &Site, asked: &Asked, recorded: Day, position: u32) -> Entry {
    let word = told::act_word(site, position);
    Entry {
        id: urn(site, &["act", &word]),
        title: act_sentence(site.asking(), position),
        updated: recorded,
        page: asked.whole_link(&format!("/acts/{}", encoded(&word))),
        summary: summary(site, position),
    }
}

/// Says when an act was done, on what it rests, and who says so.
pub(crate) fn summary(site: &Site, position: u32) -> String {
    let (law, history) = (&site.record().law, &site.record().history);
    let Some(act) = history.act(position) else { return String::new() };
    let details = act.details.as_deref();
    let articles: Vec<&str> = details
        .iter()
        .flat_map(|details| &details.under)
        .map(|id| law.article_names.word(*id))
        .collect();
    let sources = history.sources(act.sources).iter();
    let sources: Vec<String> = sources.map(|source| source_text(site.asking(), source)).collect();
    let mut lines = vec![format!("Dated {}", act.when)];
    lines.extend(details.iter().flat_map(|details| details.what.iter().cloned()));
    if !articles.is_empty() {
        lines.push(format!("Under {}", articles.join(", ")));
    }
    if !sources.is_empty() {
        lines.push(format!("According to {}", sources.join(", ")));
    }
    lines.join("\n")
}

fn feed(site: &Site, asked: &Asked, about: &About<'_>, entries: Vec<Entry>) -> Feed {
    let first = entries.first().map(|entry| entry.updated);
    Feed {
        id: urn(site, about.words),
        title: about.title.clone(),
        author: site.name().to_owned(),
        updated: first.unwrap_or_else(|| site.last_recorded()),
        path: asked.whole_link(&about.path),
        page: asked.whole_link(&about.page),
        entries,
    }
}
