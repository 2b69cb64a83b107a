//! The map as SVG: each state one path, shaded by how it stands, with a key.

use super::boundaries::{Boundaries, Point, Shape};
use super::path::path;
use super::{Locator, Shade};
use maud::{Markup, PreEscaped, html};

/// The part of the world that is shown, in hundredths of a degree.
const WEST: i32 = -1_500;
const EAST: i32 = 19_100;
const SOUTH: i32 = 500;
const NORTH: i32 = 8_200;
/// Points further west than this lie east of the 180th meridian.
const WRAP: i32 = -2_500;
const FULL_CIRCLE: i32 = 36_000;
/// Degrees of longitude are drawn at 13/20 of those of latitude: true at 49° 27′ north.
const EAST_SCALE: (i32, i32) = (13, 20);
/// Hundredths of a degree of latitude to a unit of the figure.
const UNIT: i32 = 17;
/// The smallest ring that is drawn, in units of its bounding box; a member's land always is.
const SMALL: i32 = 3;

/// Draws the map.
pub fn render(boundaries: &Boundaries, locator: &Locator<'_>) -> String {
    let (width, height) = (x(EAST), y(SOUTH));
    let key_height = 44;
    let total = height.saturating_add(key_height);
    let view = format!("0 0 {width} {total}");
    let land: Vec<Markup> = boundaries.shapes.iter().map(|shape| state(shape, locator)).collect();
    let about = format!(
        "{} on {}. Boundaries: {}. {}",
        locator.title, locator.day, boundaries.source, boundaries.view
    );
    html! {
        svg xmlns="http://www.w3.org/2000/svg" viewBox=(view) role="img" class="locator" {
            title { (locator.title) ", " (locator.day) }
            desc { (about) }
            defs {
                clipPath id="locator-frame" { rect width=(width) height=(height) {} }
                pattern id="locator-suspended" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)" {
                    rect width="6" height="6" fill="var(--map-suspended-ground, #e7d3a8)" {}
                    rect width="2" height="6" fill="var(--map-suspended, #a86b12)" {}
                }
            }
            rect width=(width) height=(height) fill="var(--map-sea, #eef2f1)" {}
            g clip-path="url(#locator-frame)" stroke="var(--map-line, #ffffff)" stroke-width="0.7" stroke-linejoin="round" fill-rule="evenodd" {
                @for path in &land { (path) }
            }
            (key(locator, height))
        }
    }
    .into_string()
}

/// Draws one state.
fn state(shape: &Shape, locator: &Locator<'_>) -> Markup {
    let shade = locator.shades.get(&shape.code).copied();
    let path: String = shape.rings.iter().filter_map(|ring| ring_path(ring, shade)).collect();
    if path.is_empty() {
        return PreEscaped(String::new());
    }
    html! { path d=(path) fill=(fill(shade)) data-code=(shape.code) data-shade=(shade.map_or("other", Shade::word)) {} }
}

fn fill(shade: Option<Shade>) -> &'static str {
    match shade {
        Some(Shade::Member) => "var(--map-member, #3f7557)",
        Some(Shade::Suspended) => "url(#locator-suspended)",
        Some(Shade::Observer) => "var(--map-observer, #7a9fc0)",
        Some(Shade::Former) => "var(--map-former, #b9b3a2)",
        None => "var(--map-other, #dcd8cc)",
    }
}

/// Returns a ring as a path of relative steps; none where it is too small to see or not shown.
fn ring_path(ring: &[Point], shade: Option<Shade>) -> Option<String> {
    let points: Vec<(i32, i32)> =
        ring.iter().map(|point| (x(wrapped(point.east)), y(point.north))).collect();
    let span = |of: fn(&(i32, i32)) -> i32| {
        let (low, high) = (points.iter().map(of).min(), points.iter().map(of).max());
        low.zip(high).map_or(0, |(low, high)| high.saturating_sub(low))
    };
    // A ring that the cut in the west takes apart would be drawn across the whole map.
    let is_torn = span(|point| point.0) > x(EAST);
    let small = span(|point| point.0).max(span(|point| point.1)) < SMALL;
    let shown = points
        .iter()
        .any(|(x_at, y_at)| (0..=x(EAST)).contains(x_at) && (0..=y(SOUTH)).contains(y_at));
    let (first, rest) = points.split_first()?;
    if !shown || is_torn || (small && shade.is_none()) {
        return None;
    }
    Some(path(*first, rest))
}

fn wrapped(east: i32) -> i32 {
    if east < WRAP { east.saturating_add(FULL_CIRCLE) } else { east }
}

fn x(east: i32) -> i32 {
    let (numerator, denominator) = EAST_SCALE;
    let scaled = east.saturating_sub(WEST).saturating_mul(numerator);
    scaled.div_euclid(denominator.saturating_mul(UNIT))
}

fn y(north: i32) -> i32 {
    NORTH.saturating_sub(north).div_euclid(UNIT)
}

/// Draws the key: only the shades that the map shows.
fn key(locator: &Locator<'_>, top: i32) -> Markup {
    let shown =
        Shade::ALL.into_iter().filter(|shade| locator.shades.values().any(|own| own == shade));
    let entries: Vec<(i32, Shade)> =
        (0..).zip(shown).map(|(n, shade)| (i32::saturating_mul(n, 150), shade)).collect();
    let (box_top, text_top) = (top.saturating_add(14), top.saturating_add(29));
    html! {
        g font-family="system-ui, 'Noto Sans', 'DejaVu Sans', sans-serif" font-size="17" fill="var(--ink, #22262b)" {
            @for (left, shade) in &entries {
                rect x=(left.saturating_add(4)) y=(box_top) width="26" height="18" rx="3" fill=(fill(Some(*shade))) {}
                text x=(left.saturating_add(38)) y=(text_top) { (shade.word()) }
            }
        }
    }
}
