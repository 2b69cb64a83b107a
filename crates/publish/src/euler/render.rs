//! The drawing as a figure (SVG): heading, outlines from the outermost inward, names, key.
//!
//! Every colour stands twice: as an attribute, for programs that know no style sheets, and as a
//! rule with a custom property (`--figure-paper`, `--figure-ink`, `--figure-quiet`, `--ring-0` …)
//! that a page may set; light or dark follows the reader's choice where it does not.

use std::num::Saturating;

use maud::{Markup, PreEscaped, html};

use super::layout::{LABEL_SIZE, LINE, TOKEN_SIZE, caption};
use super::{Drawing, Frame, Label, Organization, Polity, Ring, Scene, Standing, Token};
use crate::figure::{SANS, SERIF, Unit, counted, lines, text_width, unit};

/// The colours of outlines: on light paper, on dark paper.
const COLORS: [(&str, &str); 12] = [
    ("#1f5f99", "#7fb4e6"),
    ("#a63d2f", "#ec9484"),
    ("#2f7046", "#86cb9e"),
    ("#6d4a94", "#bda0e4"),
    ("#8a5f00", "#dcb65f"),
    ("#0f6b72", "#6fc8cf"),
    ("#98386f", "#e392c0"),
    ("#4a5a6a", "#adbccb"),
    ("#5c6712", "#bcc869"),
    ("#774f38", "#d2a98f"),
    ("#2c3f8c", "#98a9f0"),
    ("#5a5149", "#c4b9ae"),
];
/// The dashes of outlines; with the colours, the first sixty outlines all differ.
const DASHES: [&str; 5] = ["none", "8 3", "2 3", "10 3 2 3", "4 2"];
const PAPER: (&str, &str) = ("#fdfcf8", "#15181c");
const INK: (&str, &str) = ("#22262b", "#e8e6e1");
const QUIET: (&str, &str) = ("#5b6168", "#a5abb2");

const MARGIN: Unit = Saturating(12);
const TITLE_SIZE: i32 = 15;
const NOTE_SIZE: i32 = 11;

/// Returns the figure of a drawing of this scene.
#[must_use]
pub fn render(scene: &Scene<'_>, drawing: &Drawing) -> String {
    let column = Saturating(drawing.width) - MARGIN * Saturating(2);
    let heading = Heading {
        title: lines(scene.title, TITLE_SIZE, column),
        note: lines(scene.note, NOTE_SIZE, column),
    };
    let top = heading.height();
    let entries = entries(scene, column);
    let below = top + Saturating(drawing.height);
    let remarks = remarks(scene, drawing);
    let remarks: Vec<_> = remarks.iter().flat_map(|text| lines(text, NOTE_SIZE, column)).collect();
    let key = entries.iter().fold(Saturating(0), |sum, entry| sum + entry.height());
    let height = below + key + unit(remarks.len()) * LINE + MARGIN;
    let view = format!("0 0 {} {height}", drawing.width);
    let markup = html! {
        svg xmlns="http://www.w3.org/2000/svg" viewBox=(view) role="img" class="figure euler"
            font-family=(SANS) {
            title { (scene.title) }
            desc { (description(scene)) }
            style { (PreEscaped(style(scene.organizations.len()))) }
            rect class="paper" width=(drawing.width) height=(height.0) rx="6" fill=(PAPER.0) {}
            (heading.markup())
            g transform={ "translate(0 " (top) ")" } { (plate(scene, drawing)) }
            (key_markup(&entries, below))
            @for (line, y) in remarks.iter().zip(rows(below + key + Saturating(4))) {
                text class="quiet" x=(MARGIN) y=(y) font-size=(NOTE_SIZE) fill=(QUIET.0) { (line) }
            }
        }
    };
    markup.into_string()
}

struct Heading {
    title: Vec<String>,
    note: Vec<String>,
}

impl Heading {
    fn height(&self) -> Unit {
        MARGIN + unit(self.title.len()) * Saturating(19) + unit(self.note.len()) * LINE
    }

    fn markup(&self) -> Markup {
        let base = |nth| Saturating(27) + unit(nth) * Saturating(19);
        let under = base(self.title.len()) - Saturating(4);
        html! {
            @for (nth, line) in self.title.iter().enumerate() {
                text class="ink" x=(MARGIN) y=(base(nth)) font-family=(SERIF) font-size=(TITLE_SIZE)
                    font-weight="bold" fill=(INK.0) { (line) }
            }
            @for (nth, line) in self.note.iter().enumerate() {
                text class="quiet" x=(MARGIN) y=(under + unit(nth) * LINE) font-size=(NOTE_SIZE)
                    fill=(QUIET.0) { (line) }
            }
        }
    }
}

/// Returns the base lines of rows of text from a height on.
fn rows(from: Unit) -> impl Iterator<Item = Unit> {
    (0..).map(move |nth| from + unit(nth) * LINE)
}

fn plate(scene: &Scene<'_>, drawing: &Drawing) -> Markup {
    let mut rings: Vec<&Ring> = drawing.rings.iter().collect();
    let area = |f: Frame| i64::from(f.width).saturating_mul(i64::from(f.height));
    rings.sort_by_key(|ring| std::cmp::Reverse(area(ring.frame)));
    html! {
        rect class="sheet" x="0" y="0" width=(drawing.width) height=(drawing.height) fill="none" {}
        @for ring in rings {
            @if let Some((at, organization)) = organization(scene, &ring.id) {
                (outline(ring, at, organization, scene))
            }
        }
        @for label in &drawing.labels {
            @if let Some((at, organization)) = organization(scene, &label.id) {
                (tab(label, at, organization.short))
            }
        }
        @for token in &drawing.tokens {
            @if let Some((at, polity)) =
                scene.polities.iter().enumerate().find(|(_, p)| p.code == token.code) {
                (name(scene, token, at, polity))
            }
        }
    }
}

fn organization<'a>(scene: &Scene<'a>, id: &str) -> Option<(usize, &'a Organization<'a>)> {
    scene.organizations.iter().enumerate().find(|(_, organization)| organization.id == id)
}

/// Returns colour and dash of the nth organisation.
fn ink(at: usize) -> (&'static str, &'static str, usize) {
    let color = at.checked_rem(COLORS.len()).unwrap_or(0);
    let dash = at.checked_rem(DASHES.len()).unwrap_or(0);
    let of = |list: &[&'static str]| list.get(dash).copied().unwrap_or("none");
    (COLORS.get(color).map_or(INK.0, |pair| pair.0), of(&DASHES), color)
}

fn outline(ring: &Ring, at: usize, organization: &Organization<'_>, scene: &Scene<'_>) -> Markup {
    let (color, dash, class) = ink(at);
    let Frame { x, y, width, height } = ring.frame;
    html! {
        rect class={ "ring ring-" (class) } data-id=(ring.id) x=(x) y=(y) width=(width)
            height=(height) rx=(ring.radius) fill=(color) fill-opacity="0.05" stroke=(color)
            stroke-width="1.6" stroke-dasharray=(dash) {
            title { (organization.short) ": " (numbers(organization, scene)) }
        }
    }
}

fn tab(label: &Label, at: usize, short: &str) -> Markup {
    let (color, _, class) = ink(at);
    let Frame { x, y, width, height } = label.frame;
    let (middle, _) = label.frame.center();
    html! {
        rect class="tab paper" data-id=(label.id) x=(x) y=(y) width=(width) height=(height) rx="3"
            fill=(PAPER.0) {}
        text class={ "tint-" (class) } x=(middle) y=(Saturating(y) + Saturating(11))
            text-anchor="middle" font-size=(LABEL_SIZE) font-weight="bold" fill=(color) { (short) }
    }
}

fn name(scene: &Scene<'_>, token: &Token, at: usize, polity: &Polity<'_>) -> Markup {
    let Frame { x, y, width, height } = token.frame;
    let (middle, _) = token.frame.center();
    let caption = caption(polity.name, polity.code);
    let entity = polity.standing == Standing::Entity;
    let own = scene.organizations.iter().filter(|o| o.members.contains(&at));
    let own: Vec<&str> = own.map(|organization| organization.short).collect();
    let own = if own.is_empty() { "in none of these".to_owned() } else { own.join(", ") };
    html! {
        g class=(if entity { "polity entity" } else { "polity" }) {
            title { (polity.name) " (" (polity.code) "): " (own) }
            rect class=(if entity { "token dashed" } else { "token" }) data-code=(token.code)
                x=(x) y=(y) width=(width) height=(height) rx="4" fill=(PAPER.0)
                fill-opacity=(if entity { "0" } else { "0.75" })
                stroke=(if entity { QUIET.0 } else { "none" }) stroke-dasharray="3 2" {}
            text class="ink" text-anchor="middle" font-size=(TOKEN_SIZE) fill=(INK.0)
                font-style=(if entity { "italic" } else { "normal" }) {
                @for (line, base) in caption.iter().zip(rows(Saturating(y) + Saturating(14))) {
                    tspan x=(middle) y=(base) { (line) }
                }
            }
        }
    }
}

/// One organisation in the key.
struct Entry<'a> {
    at: usize,
    short: &'a str,
    lines: Vec<String>,
    indent: Unit,
}

impl Entry<'_> {
    fn height(&self) -> Unit {
        unit(self.lines.len().max(1)) * LINE + Saturating(4)
    }
}

fn entries<'a>(scene: &Scene<'a>, column: Unit) -> Vec<Entry<'a>> {
    let shorts = scene.organizations.iter().map(|o| text_width(o.short, LABEL_SIZE));
    let indent = (shorts.max().unwrap_or_default() + Saturating(48)).min(Saturating(150));
    let entry = |(at, organization): (usize, &Organization<'a>)| {
        let numbers = numbers(organization, scene);
        let text = if organization.title == organization.short {
            numbers
        } else {
            format!("{}: {numbers}", organization.title)
        };
        let mut lines = lines(&text, LABEL_SIZE, column - indent);
        // A name too long for its column has the first line to itself.
        if text_width(organization.short, LABEL_SIZE) + Saturating(44) > indent {
            lines.insert(0, String::new());
        }
        Entry { at, short: organization.short, lines, indent }
    };
    scene.organizations.iter().enumerate().map(entry).collect()
}

fn key_markup(entries: &[Entry<'_>], top: Unit) -> Markup {
    let mut at = top;
    let tops = entries.iter().map(move |entry| {
        let here = at;
        at += entry.height();
        here
    });
    html! {
        @for (entry, y) in entries.iter().zip(tops) {
            @let (color, dash, class) = ink(entry.at);
            rect class={ "ring-" (class) } x=(MARGIN) y=(y) width="26" height="12" rx="4"
                fill=(color) fill-opacity="0.05" stroke=(color) stroke-width="1.6"
                stroke-dasharray=(dash) {}
            text class={ "tint-" (class) } x=(MARGIN + Saturating(34)) y=(y + Saturating(10))
                font-size=(LABEL_SIZE) font-weight="bold" fill=(color) { (entry.short) }
            @for (line, base) in entry.lines.iter().zip(rows(y + Saturating(10))) {
                text class="ink" x=(MARGIN + entry.indent) y=(base) font-size=(LABEL_SIZE)
                    fill=(INK.0) { (line) }
            }
        }
    }
}

/// Returns the number of member states, and apart from it that of entities.
fn numbers(organization: &Organization<'_>, scene: &Scene<'_>) -> String {
    let states = organization.count(scene.polities, Standing::State);
    let entities = organization.count(scene.polities, Standing::Entity);
    match (states, entities) {
        (0, 0) => "no members".to_owned(),
        (0, _) => format!("no states, {}", counted(entities, "entity", "entities")),
        (_, 0) => counted(states, "state", "states"),
        _ => format!(
            "{}, {}",
            counted(states, "state", "states"),
            counted(entities, "entity", "entities")
        ),
    }
}

fn remarks(scene: &Scene<'_>, drawing: &Drawing) -> Vec<String> {
    let mut remarks = Vec::new();
    if drawing.inside().values().any(std::collections::BTreeSet::is_empty) {
        remarks.push("Outside every outline: in none of these.".to_owned());
    }
    if scene.polities.iter().any(|polity| polity.standing == Standing::Entity) {
        remarks.push(ENTITY_REMARK.to_owned());
    }
    remarks.push("An area without a name says nothing.".to_owned());
    remarks
}

const ENTITY_REMARK: &str =
    "Dashed, in italics: an entity not recognised as a state by all; never counted.";

/// Returns the whole diagram in words.
fn description(scene: &Scene<'_>) -> String {
    let mut text = String::from(
        "Each name stands inside exactly the outlines of the organisations it belongs to.",
    );
    for organization in scene.organizations {
        let names: Vec<&str> = organization
            .members
            .iter()
            .filter_map(|at| scene.polities.get(*at))
            .map(|p| p.name)
            .collect();
        let names = if names.is_empty() { "no members".to_owned() } else { names.join(", ") };
        text.push_str(&format!(" {}: {names}.", organization.short));
    }
    text
}

/// Returns the style sheet of every figure, for a page that loads it.
pub fn whole_style() -> String {
    style(COLORS.len())
}

/// Returns the style sheet of the figure, for the colours in use.
fn style(organizations: usize) -> String {
    let used = COLORS.iter().enumerate().take(organizations);
    let mut light = String::new();
    let mut dark = String::new();
    for (selector, property, variable, pair) in [
        ("paper", "fill", "figure-paper", PAPER),
        ("token", "fill", "figure-paper", PAPER),
        ("ink", "fill", "figure-ink", INK),
        ("quiet", "fill", "figure-quiet", QUIET),
        ("dashed", "stroke", "figure-quiet", QUIET),
    ] {
        let rule = |color| format!(".euler .{selector}{{{property}:var(--{variable},{color})}}");
        light.push_str(&rule(pair.0));
        dark.push_str(&rule(pair.1));
    }
    for (at, pair) in used {
        let rule = |color| {
            let color = format!("var(--ring-{at},{color})");
            format!(
                ".euler .ring-{at}{{stroke:{color};fill:{color}}}.euler .tint-{at}{{fill:{color}}}"
            )
        };
        light.push_str(&rule(pair.0));
        dark.push_str(&rule(pair.1));
    }
    format!("{light}@media(prefers-color-scheme:dark){{{dark}}}")
}
