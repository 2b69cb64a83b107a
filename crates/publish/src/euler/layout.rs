//! From cells to lengths: how wide columns and rows must be, where the lines between them run,
//! and where on its outline each organisation's short name stands.
//!
//! Between two columns runs a gutter. Every outline that ends or begins there has a line of its
//! own in it, endings first, so no two outlines share a stretch:
//!
//! ```text
//!   cell │ inner ends │ outer ends │ outer begins │ inner begins │ cell
//! ```
//!
//! Between rows the beginnings have lanes as high as a label, so labels never meet one another.

use std::num::Saturating;

use super::grid::{Arrangement, Span};
use super::sheet::Part;
use super::{Drawing, Frame, Label, Ring, Token};
use crate::figure::{Unit, half, lines, text_width, unit};

/// The font size of a polity's name.
pub(super) const TOKEN_SIZE: i32 = 12;
/// The font size of the short name on an outline.
pub(super) const LABEL_SIZE: i32 = 11;
/// The distance between the lines of a name.
pub(super) const LINE: Unit = Saturating(14);
const TOKEN_WIDTH_MOST: Unit = Saturating(92);
const TOKEN_GAP: Unit = Saturating(5);
const LABEL_HEIGHT: Unit = Saturating(14);
/// From a cell to the nearest line. More than 0.3 of the greatest radius, so that no corner of a
/// cell is cut off by the corner of an outline.
const PAD: Unit = Saturating(9);
const GAP: Unit = Saturating(7);
/// From the last outline that ends in a gutter to the first that begins there.
const BETWEEN: Unit = Saturating(14);
const LANE: Unit = Saturating(17);
const RADIUS: Unit = Saturating(9);
const RADIUS_STEP: Unit = Saturating(4);
const RADIUS_MOST: Unit = Saturating(25);

/// Returns the lines a polity is written in: its name, or its code where the name is too long.
pub(super) fn caption(name: &str, code: &str) -> Vec<String> {
    let broken = lines(name, TOKEN_SIZE, TOKEN_WIDTH_MOST);
    let fits = |line: &String| text_width(line, TOKEN_SIZE) <= TOKEN_WIDTH_MOST;
    if !broken.is_empty() && broken.len() <= 2 && broken.iter().all(fits) {
        return broken;
    }
    vec![code.to_owned()]
}

/// The room a polity's name takes.
pub(super) fn token_size(name: &str, code: &str) -> (Unit, Unit) {
    let caption = caption(name, code);
    let widest = caption.iter().map(|line| text_width(line, TOKEN_SIZE)).max();
    (widest.unwrap_or_default() + Saturating(10), LINE * unit(caption.len()) + Saturating(6))
}

/// The tokens of one block, stacked in one or more columns of equal cells.
struct Stack {
    cell: (Unit, Unit),
    columns: usize,
    rows: usize,
}

impl Stack {
    fn new(part: &Part<'_>, block: &[usize]) -> Self {
        let sizes = || block.iter().map(|at| part.token_size(*at));
        let width = sizes().map(|(width, _)| width).max().unwrap_or_default();
        let height = sizes().map(|(_, height)| height).max().unwrap_or_default();
        let columns = match block.len() {
            0..=3 => 1,
            4..=12 => 2,
            _ => 3,
        };
        Self { cell: (width, height), columns, rows: block.len().div_ceil(columns) }
    }

    fn size(&self) -> (Unit, Unit) {
        let extent = |count, cell| unit(count) * (cell + TOKEN_GAP) - TOKEN_GAP;
        (extent(self.columns, self.cell.0), extent(self.rows, self.cell.1))
    }

    /// Returns the middle of the nth token, from the corner of the stack.
    fn middle(&self, nth: usize) -> (Unit, Unit) {
        let column = nth.checked_rem(self.columns).unwrap_or(0);
        let row = nth.checked_div(self.columns).unwrap_or(0);
        let middle = |count, cell: Unit| unit(count) * (cell + TOKEN_GAP) + half(cell);
        (middle(column, self.cell.0), middle(row, self.cell.1))
    }
}

/// One direction of the grid: where its tracks begin, and where each outline begins and ends.
struct Axis {
    starts: Vec<Unit>,
    edges: Vec<(Unit, Unit)>,
    length: Unit,
}

impl Axis {
    /// Lays out tracks of given lengths; `order` names the outlines from inner to outer.
    fn new(lengths: &[Unit], spans: &[(usize, usize)], order: &[usize], lane: Unit) -> Self {
        let mut axis = Self {
            starts: Vec::new(),
            edges: vec![Default::default(); spans.len()],
            length: Saturating(0),
        };
        for gutter in 0..=lengths.len() {
            let of = |side: fn(&(usize, usize)) -> usize| {
                let at = move |ring: &&usize| spans.get(**ring).is_some_and(|s| side(s) == gutter);
                order.iter().filter(at)
            };
            let ends: Vec<_> = of(|span| span.1.saturating_add(1)).collect();
            let begins: Vec<_> = of(|span| span.0).rev().collect();
            axis.gutter(&ends, &begins, (gutter > 0, gutter < lengths.len()), lane);
            axis.starts.push(axis.length);
            axis.length += lengths.get(gutter).copied().unwrap_or_default();
        }
        axis
    }

    fn gutter(&mut self, ends: &[&usize], begins: &[&usize], cells: (bool, bool), lane: Unit) {
        for (nth, ring) in ends.iter().enumerate() {
            self.length += if nth == 0 { PAD } else { GAP };
            if let Some(edge) = self.edges.get_mut(**ring) {
                edge.1 = self.length;
            }
        }
        for (nth, ring) in begins.iter().enumerate() {
            self.length += match (nth, ends.is_empty(), cells.0) {
                (0, false, _) => BETWEEN,
                (0, true, true) => PAD + half(lane),
                (0, true, false) => half(lane) + Saturating(1),
                _ => lane,
            };
            if let Some(edge) = self.edges.get_mut(**ring) {
                edge.0 = self.length;
            }
        }
        self.length += match cells {
            (_, false) => Saturating(1),
            (true, true) if begins.is_empty() && ends.is_empty() => PAD,
            (false, true) if begins.is_empty() => Saturating(0),
            (_, true) if begins.is_empty() => PAD,
            (_, true) => PAD + half(lane - GAP),
        };
    }
}

/// The lines of the outlines and the beginnings of the tracks, for given track lengths.
struct Lines {
    across: Axis,
    down: Axis,
}

impl Lines {
    /// Returns the free stretch for a label on the upper line of an outline, or how much the
    /// widest stretch lacks and in which column it lies.
    fn slot(
        &self,
        ring: usize,
        span: Span,
        needed: Unit,
        radius: Unit,
    ) -> Result<Unit, (usize, Unit)> {
        let edges = |axis: &Axis, at: usize| axis.edges.get(at).copied().unwrap_or_default();
        let ((left, right), (top, _)) = (edges(&self.across, ring), edges(&self.down, ring));
        let reach = LABEL_HEIGHT;
        let crosses = |at: &usize| {
            let (above, below) = edges(&self.down, *at);
            *at != ring && above <= top + reach && top <= below + reach
        };
        let others = (0..self.across.edges.len()).filter(crosses);
        let mut cuts: Vec<Unit> = others
            .flat_map(|at| [edges(&self.across, at).0, edges(&self.across, at).1])
            .filter(|x| left < *x && *x < right)
            .collect();
        cuts.extend([left + radius - half(GAP), right - radius + half(GAP)]);
        cuts.sort_unstable();
        let margin = half(GAP) + Saturating(1);
        let stretches: Vec<_> =
            cuts.iter().zip(cuts.iter().skip(1)).map(|(a, b)| (*a + margin, *b - margin)).collect();
        if let Some((start, _)) = stretches.iter().find(|(start, end)| *end - *start >= needed) {
            return Ok(*start);
        }
        let lacking = |column: usize| {
            let x = self.across.starts.get(column).copied().unwrap_or_default();
            let around = stretches.iter().find(|(start, end)| *start <= x + PAD && x <= *end);
            around.map_or(needed, |(start, end)| needed - (*end - *start))
        };
        let least = (span.columns.0..=span.columns.1).map(|column| (lacking(column), column)).min();
        let (lack, column) = least.unwrap_or((needed, 0));
        Err((column, lack.max(Saturating(1))))
    }
}

/// Returns the drawing of one part, its corner at zero.
pub(super) fn drawing(part: &Part<'_>, arrangement: &Arrangement) -> Drawing {
    let spans = part.puzzle.spans(&arrangement.cells);
    let order = inner_to_outer(&spans);
    let radii: Vec<Unit> = spans.iter().map(|span| radius(*span, &spans)).collect();
    let (mut columns, rows) = track_lengths(part, arrangement);
    // Each round widens a column until one more label fits, and widths only grow.
    for _ in 0..=spans.len().saturating_mul(4) {
        let lines = lines_between(&columns, &rows, &spans, &order);
        match labels(part, &spans, &lines, &radii) {
            Ok(labels) => {
                return assembled(part, arrangement, &lines, (&columns, &rows), &radii, labels);
            }
            Err((column, lack)) => {
                if let Some(width) = columns.get_mut(column) {
                    *width += lack;
                }
            }
        }
    }
    let lines = lines_between(&columns, &rows, &spans, &order);
    assembled(part, arrangement, &lines, (&columns, &rows), &radii, Vec::new())
}

fn lines_between(columns: &[Unit], rows: &[Unit], spans: &[Span], order: &[usize]) -> Lines {
    let across: Vec<_> = spans.iter().map(|span| span.columns).collect();
    let down: Vec<_> = spans.iter().map(|span| span.rows).collect();
    Lines {
        across: Axis::new(columns, &across, order, GAP),
        down: Axis::new(rows, &down, order, LANE),
    }
}

/// Orders outlines so that whatever lies in another comes before it.
fn inner_to_outer(spans: &[Span]) -> Vec<usize> {
    let area = |span: &Span| span.extent().0.saturating_mul(span.extent().1);
    let mut order: Vec<(usize, usize)> =
        spans.iter().enumerate().map(|(at, span)| (area(span), at)).collect();
    order.sort_unstable();
    order.into_iter().map(|(_, at)| at).collect()
}

/// Returns a radius that grows with the number of outlines within.
fn radius(span: Span, spans: &[Span]) -> Unit {
    let within = spans.iter().filter(|inner| **inner != span && span.around(**inner) == span);
    (RADIUS + unit(within.count()) * RADIUS_STEP).min(RADIUS_MOST)
}

fn track_lengths(part: &Part<'_>, arrangement: &Arrangement) -> (Vec<Unit>, Vec<Unit>) {
    let (mut columns, mut rows) = (Vec::new(), Vec::new());
    for (block, cell) in part.blocks.iter().zip(&arrangement.cells) {
        let (width, height) = Stack::new(part, block).size();
        lengthen(&mut columns, cell.column, width);
        lengthen(&mut rows, cell.row, height);
    }
    (columns, rows)
}

fn lengthen(tracks: &mut Vec<Unit>, at: usize, least: Unit) {
    if tracks.len() <= at {
        tracks.resize(at.saturating_add(1), Saturating(0));
    }
    if let Some(track) = tracks.get_mut(at) {
        *track = (*track).max(least);
    }
}

fn labels(
    part: &Part<'_>,
    spans: &[Span],
    lines: &Lines,
    radii: &[Unit],
) -> Result<Vec<Label>, (usize, Unit)> {
    let place = |(ring, (span, radius)): (usize, (&Span, &Unit))| {
        let Some(organization) = part.organization(ring) else { return Err((0, Saturating(0))) };
        let width = text_width(organization.short, LABEL_SIZE) + Saturating(6);
        let x = lines.slot(ring, *span, width, *radius)?;
        let top = lines.down.edges.get(ring).copied().unwrap_or_default().0;
        let y = top - half(LABEL_HEIGHT);
        let frame = Frame { x: x.0, y: y.0, width: width.0, height: LABEL_HEIGHT.0 };
        Ok(Label { id: organization.id.to_owned(), frame })
    };
    spans.iter().zip(radii).enumerate().map(place).collect()
}

fn assembled(
    part: &Part<'_>,
    arrangement: &Arrangement,
    lines: &Lines,
    (columns, rows): (&[Unit], &[Unit]),
    radii: &[Unit],
    labels: Vec<Label>,
) -> Drawing {
    let mut tokens = Vec::new();
    for (block, cell) in part.blocks.iter().zip(&arrangement.cells) {
        let stack = Stack::new(part, block);
        let corner = |axis: &Axis, lengths: &[Unit], at: usize, size: Unit| {
            let start = axis.starts.get(at).copied().unwrap_or_default();
            start + half(lengths.get(at).copied().unwrap_or_default() - size)
        };
        let left = corner(&lines.across, columns, cell.column, stack.size().0);
        let top = corner(&lines.down, rows, cell.row, stack.size().1);
        for (nth, polity) in block.iter().enumerate() {
            let (x, y) = stack.middle(nth);
            tokens.extend(part.token(*polity, left + x, top + y));
        }
    }
    let rings = lines.across.edges.iter().zip(&lines.down.edges).zip(radii).enumerate();
    let rings = rings.filter_map(|(at, ((across, down), radius))| {
        let (width, height) = (across.1 - across.0, down.1 - down.0);
        let frame = Frame { x: across.0.0, y: down.0.0, width: width.0, height: height.0 };
        Some(Ring { id: part.organization(at)?.id.to_owned(), frame, radius: radius.0 })
    });
    let (width, height) = (lines.across.length.0, lines.down.length.0);
    Drawing { width, height, rings: rings.collect(), tokens, labels }
}

/// Returns a token around a middle.
pub(super) fn token(code: &str, (width, height): (Unit, Unit), x: Unit, y: Unit) -> Token {
    let (left, top) = (x - half(width), y - half(height));
    let frame = Frame { x: left.0, y: top.0, width: width.0, height: height.0 };
    Token { code: code.to_owned(), frame }
}
