//! The strip chart of a course: one row for each party, one band for each stretch, the years
//! across, and the day asked about as a line. Where the first day of a stretch is not exactly
//! known, the days on which it may lie are hatched and said below the chart.

use crate::asked::Asked;
use crate::named::{is_entity, party_name, sorted};
use crate::parts::{listed, status_text};
use crate::site::Site;
use crate::tongue::{Part, say, text};
use maud::{Markup, html};
use servanda_model::{Day, PartyId};
use servanda_query::{Course, Stretch};

/// One row.
#[derive(Debug)]
pub(crate) struct Row {
    pub(crate) party: PartyId,
    pub(crate) bands: Vec<Band>,
}

/// One band.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Band {
    pub(crate) word: &'static str,
    pub(crate) from: Day,
    /// The last day, none where nothing on record ends it.
    pub(crate) until: Option<Day>,
    /// The earliest day on which it may have begun, where its first day is not exactly known.
    pub(crate) earliest: Option<Day>,
}

/// Makes a row for each party of a course.
pub(crate) fn rows<S: Copy>(
    site: &Site,
    asked: &Asked,
    course: &Course<S>,
    word: impl Fn(S) -> &'static str,
) -> Vec<Row> {
    let band = |stretch: &Stretch<S>| Band {
        word: word(stretch.value),
        from: stretch.from,
        until: stretch.until,
        earliest: earliest(site, asked, stretch),
    };
    let row = |(party, stretches): (&PartyId, &Vec<Stretch<S>>)| Row {
        party: *party,
        bands: stretches.iter().map(band).collect(),
    };
    sorted(site, asked, course.iter().map(row).collect(), |row| row.party)
}

/// Returns the earliest day on which a stretch may have begun, where the act behind it is dated
/// less exactly; what follows some days after an act is as uncertain as the act.
fn earliest<S>(site: &Site, asked: &Asked, stretch: &Stretch<S>) -> Option<Day> {
    let placed = site.asking().place(stretch.why.position, &asked.moment, &[])?;
    let (first, last) = (placed.when.earliest(), placed.when.order());
    let width = last.number().saturating_sub(first.number());
    let earliest =
        if first == Day::MIN { first } else { stretch.from.plus_days(width.saturating_neg()) };
    (!stretch.why.exact && width > 0).then_some(earliest)
}

const LEFT: i32 = 150;
const WIDTH: i32 = 900;
/// Where a year would no longer find room before the edge.
const NEAR_END: i32 = WIDTH - 34;
const ROW: i32 = 24;
const HEAD: i32 = 22;

/// Draws rows up to the day asked about.
pub(crate) fn strip(site: &Site, asked: &Asked, title: &Markup, rows: &[Row]) -> Markup {
    let on = asked.moment.on;
    let starts = rows.iter().flat_map(|row| &row.bands).map(|band| band.from);
    let Some(first) = starts.min() else { return html! {} };
    let scale = Scale::new(first, on);
    let count = i32::try_from(rows.len()).unwrap_or(0);
    let height = HEAD.saturating_add(count.saturating_mul(ROW)).saturating_add(6);
    html! {
        figure.strip {
            @let plain = Part::Page(title.clone()).plain();
            div.scroll role="region" aria-label=(plain) tabindex="0" {
                svg viewBox=(format!("0 0 {WIDTH} {height}")) role="img" aria-label=(text!(asked, "strip-same-in-table", title = &plain)) {
                    @for (year, x) in scale.years() {
                        line.grid x1=(x) x2=(x) y1=(HEAD) y2=(height) {}
                        @if x < NEAR_END { text.year x=(x.saturating_add(3)) y="14" { (year) } }
                    }
                    @for (index, row) in (0i32..).zip(rows) { (row_of(site, asked, &scale, index, row)) }
                    line.now x1=(scale.x(on)) x2=(scale.x(on)) y1="2" y2=(height) {}
                }
            }
            figcaption { (say!(asked, "strip-up-to", title = title.clone(), day = asked.day(on))) " " (legend(asked, rows)) (uncertain(site, asked, rows)) }
        }
    }
}

fn row_of(site: &Site, asked: &Asked, scale: &Scale, index: i32, row: &Row) -> Markup {
    let top = HEAD.saturating_add(index.saturating_mul(ROW));
    let name = party_name(site, asked, row.party);
    html! {
        text.row x="0" y=(top.saturating_add(16)) font-style=[is_entity(site, row.party).then_some("italic")] lang=[name.lender] { (name.text) }
        @for band in &row.bands {
            @let (x, end) = (scale.x(band.from), scale.x(band.until.unwrap_or(asked.moment.on)));
            rect class=(format!("band is-{}", band.word)) x=(x) y=(top.saturating_add(5)) height="14"
                width=(end.saturating_sub(x).max(2)) {
                title { (told(asked, name.text, band)) }
            }
            @if let Some(earliest) = band.earliest {
                @let middle = top.saturating_add(12);
                line class=(format!("unsure is-{}", band.word)) x1=(scale.x(earliest)) x2=(x) y1=(middle) y2=(middle) {
                    title { (told(asked, name.text, &Band { until: None, ..*band })) }
                }
            }
        }
    }
}

/// Says what a band is, as plain text.
fn told(asked: &Asked, name: &str, band: &Band) -> String {
    let (word, from) = (status_text(asked, band.word), begun(asked, band));
    match band.until {
        Some(until) => {
            let until = asked.day(until);
            text!(asked, "strip-through", state = name, word = word, from = from, until = until)
        }
        None => text!(asked, "strip-from", state = name, word = word, from = from),
    }
}

/// Says when a band begins, as exactly as it is known.
fn begun(asked: &Asked, band: &Band) -> Markup {
    let from = html! { (asked.tongue().day(band.from)) };
    match band.earliest {
        None => from,
        Some(Day::MIN) => say!(asked, "strip-by", day = from),
        Some(earliest) => {
            say!(asked, "strip-between", first = asked.tongue().day(earliest), second = from)
        }
    }
}

/// Says in words what is hatched.
fn uncertain(site: &Site, asked: &Asked, rows: &[Row]) -> Markup {
    let bands = rows.iter().flat_map(|row| row.bands.iter().map(move |band| (row.party, band)));
    let open: Vec<Markup> = bands
        .filter(|(_, band)| band.earliest.is_some())
        .map(|(party, band)| {
            let name = party_name(site, asked, party).shown(asked);
            let (word, from) = (status_text(asked, band.word), begun(asked, band));
            say!(asked, "strip-unsure", state = name, word = word, from = from)
        })
        .collect();
    html! {
        @if !open.is_empty() {
            p.unsure { span.key.unsure {} (say!(asked, "strip-hatched", bands = listed(&open))) }
        }
    }
}

fn legend(asked: &Asked, rows: &[Row]) -> Markup {
    let mut words: Vec<&'static str> =
        rows.iter().flat_map(|row| &row.bands).map(|band| band.word).collect();
    words.sort_unstable();
    words.dedup();
    html! { @for word in words { span class=(format!("key is-{word}")) {} (status_text(asked, word)) " " } }
}

struct Scale {
    first: Day,
    days: i32,
    last_year: i32,
}

impl Scale {
    fn new(first: Day, on: Day) -> Self {
        let start = Day::civil(first.year(), 1, 1).unwrap_or(first);
        let days = on.number().saturating_sub(start.number()).max(365);
        Self { first: start, days, last_year: on.year() }
    }

    fn x(&self, day: Day) -> i32 {
        let span = WIDTH.saturating_sub(LEFT).saturating_sub(12);
        let since = i64::from(day.number().saturating_sub(self.first.number()).clamp(0, self.days));
        let scaled = since.saturating_mul(i64::from(span)).checked_div(i64::from(self.days));
        let offset = scaled.and_then(|scaled| i32::try_from(scaled).ok()).unwrap_or(0);
        LEFT.saturating_add(offset)
    }

    /// Returns the years that are written, so that they do not run into each other.
    fn years(&self) -> Vec<(i32, i32)> {
        let all = self.last_year.saturating_sub(self.first.year()).max(1);
        let steps: [i32; 8] = [1, 2, 5, 10, 20, 50, 100, 500];
        let step = steps.into_iter().find(|step| all <= step.saturating_mul(12)).unwrap_or(1_000);
        let years =
            (self.first.year()..=self.last_year).filter(|year| year.checked_rem(step) == Some(0));
        years.filter_map(|year| Some((year, self.x(Day::civil(year, 1, 1)?)))).collect()
    }
}
