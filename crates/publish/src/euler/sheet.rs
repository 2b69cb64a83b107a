//! The sheet: a scene falls into parts that share no member; each part is searched and laid out
//! alone, and the parts are set beside and below one another like lines of type.

use std::num::Saturating;

use super::grid::{Arrangement, ORGANIZATIONS_MOST, Puzzle};
use super::layout::{self, token_size};
use super::{Drawing, Frame, Obstacle, Organization, Scene, Token};
use crate::figure::Unit;

/// The width a drawing keeps to where it can: at 360 pixels, its texts are still ten pixels high.
pub(super) const WIDTH: Unit = Saturating(400);
/// The room around the drawing and between its parts.
const MARGIN: Unit = Saturating(12);
const PART_GAP: Unit = Saturating(14);
const COLUMNS_MOST: usize = 6;

/// Organisations connected by common members, and their members in blocks of equal membership.
pub(super) struct Part<'a> {
    scene: Scene<'a>,
    organizations: Vec<usize>,
    pub(super) blocks: Vec<Vec<usize>>,
    pub(super) puzzle: Puzzle,
}

impl<'a> Part<'a> {
    /// Returns the organisation of the nth outline.
    pub(super) fn organization(&self, ring: usize) -> Option<&'a Organization<'a>> {
        self.scene.organizations.get(*self.organizations.get(ring)?)
    }

    /// Returns the room the name of a polity takes.
    pub(super) fn token_size(&self, polity: usize) -> (Unit, Unit) {
        let polity = self.scene.polities.get(polity);
        polity.map(|polity| token_size(polity.name, polity.code)).unwrap_or_default()
    }

    /// Returns the token of a polity around a middle.
    pub(super) fn token(&self, polity: usize, x: Unit, y: Unit) -> Option<Token> {
        let code = self.scene.polities.get(polity)?.code;
        Some(layout::token(code, self.token_size(polity), x, y))
    }

    /// Returns the most pleasing exact drawing, or how far the nearest arrangement was from it.
    fn drawing(&self) -> Result<Drawing, usize> {
        let found = self.puzzle.arrangements(COLUMNS_MOST);
        let exact = found.iter().filter(|arrangement| arrangement.strays == 0);
        let drawings = exact.map(|arrangement| {
            let drawing = layout::drawing(self, arrangement);
            (cost(arrangement, &drawing), drawing)
        });
        let best = drawings.min_by_key(|(cost, _)| *cost).map(|(_, drawing)| drawing);
        best.ok_or_else(|| found.iter().map(|a| a.strays).min().unwrap_or(0))
    }
}

/// Weighs a drawing: no overlap without a common member, then the width of a page, then paper.
fn cost(arrangement: &Arrangement, drawing: &Drawing) -> (usize, i32, i32) {
    let room = (WIDTH - MARGIN * Saturating(2)).0;
    let beyond = drawing.width.saturating_sub(room).max(0);
    (arrangement.overlaps, beyond, drawing.height.saturating_add(drawing.width / 2))
}

/// Returns the whole drawing of a scene whose names are in order.
pub(super) fn drawing(scene: &Scene<'_>) -> Result<Drawing, Obstacle> {
    let drawn: Vec<usize> = (0..scene.organizations.len())
        .filter(|at| scene.organizations.get(*at).is_some_and(|o| !o.members.is_empty()))
        .collect();
    if drawn.len() > ORGANIZATIONS_MOST {
        let organizations = drawn.len();
        return Err(Obstacle::TooMany { organizations, most: ORGANIZATIONS_MOST });
    }
    let signatures = signatures(scene, &drawn);
    let parts = parts(scene, &drawn, &signatures);
    let tried = parts.iter().map(|part| part.puzzle.effort(COLUMNS_MOST)).sum();
    let (mut drawings, mut strays) = (Vec::new(), 0usize);
    for part in &parts {
        match part.drawing() {
            Ok(drawing) => drawings.push(drawing),
            Err(misplaced) => strays = strays.saturating_add(misplaced),
        }
    }
    if drawings.len() < parts.len() {
        return Err(Obstacle::NotFound { tried, strays });
    }
    Ok(composed(scene, drawings, &signatures))
}

/// Returns the memberships of each polity, one bit for each organisation that is drawn.
fn signatures(scene: &Scene<'_>, drawn: &[usize]) -> Vec<u64> {
    let bit = |polity: usize, (nth, organization): (usize, &usize)| {
        let organization = scene.organizations.get(*organization);
        u64::from(organization.is_some_and(|o| o.members.contains(&polity))) << nth.min(63)
    };
    let signature = |polity| drawn.iter().enumerate().map(|entry| bit(polity, entry)).sum();
    (0..scene.polities.len()).map(signature).collect()
}

/// Parts the scene where no member is shared, the largest part first.
fn parts<'a>(scene: &Scene<'a>, drawn: &[usize], signatures: &[u64]) -> Vec<Part<'a>> {
    let mut groups: Vec<u64> = Vec::new();
    for signature in signatures.iter().filter(|signature| **signature != 0) {
        let (touched, mut others): (Vec<u64>, Vec<u64>) =
            groups.into_iter().partition(|group| group & signature != 0);
        others.push(touched.into_iter().fold(*signature, |all, group| all | group));
        groups = others;
    }
    let mut parts: Vec<_> =
        groups.into_iter().map(|group| part(scene, drawn, signatures, group)).collect();
    parts.sort_by_key(|part| (std::cmp::Reverse(part.blocks.len()), part.organizations.clone()));
    parts
}

fn part<'a>(scene: &Scene<'a>, drawn: &[usize], signatures: &[u64], group: u64) -> Part<'a> {
    let mut distinct: Vec<u64> = signatures.iter().copied().filter(|s| s & group != 0).collect();
    distinct.sort_unstable();
    distinct.dedup();
    let with = |wanted: &u64| {
        let polities = signatures.iter().enumerate().filter(|(_, s)| *s == wanted);
        polities.map(|(at, _)| at).collect()
    };
    let blocks = distinct.iter().map(with).collect();
    let puzzle = Puzzle::new(distinct);
    let place = |bit: &u64| drawn.get(usize::try_from(bit.trailing_zeros()).unwrap_or(0)).copied();
    let organizations = puzzle.bits().iter().filter_map(place).collect();
    Part { scene: *scene, organizations, blocks, puzzle }
}

/// Where the next thing goes: from left to right, and below when the line is full.
struct Pen {
    x: Unit,
    y: Unit,
    lowest: Unit,
    right: Unit,
    edge: Unit,
}

impl Pen {
    fn place(&mut self, width: i32, height: i32, gap: Unit) -> (i32, i32) {
        if self.x > MARGIN && self.x + Saturating(width) > self.edge {
            self.feed(gap);
        }
        let corner = (self.x.0, self.y.0);
        self.right = self.right.max(self.x + Saturating(width));
        self.lowest = self.lowest.max(self.y + Saturating(height));
        self.x += Saturating(width) + gap;
        corner
    }

    fn feed(&mut self, gap: Unit) {
        if self.lowest > MARGIN {
            self.y = self.lowest + gap;
        }
        self.x = MARGIN;
    }
}

fn composed(scene: &Scene<'_>, parts: Vec<Drawing>, signatures: &[u64]) -> Drawing {
    let widest = parts.iter().map(|part| part.width).max().unwrap_or(0);
    let edge = (WIDTH - MARGIN).max(MARGIN + Saturating(widest));
    let mut pen = Pen { x: MARGIN, y: MARGIN, lowest: MARGIN, right: MARGIN, edge };
    let mut whole = Drawing { width: 0, height: 0, rings: vec![], tokens: vec![], labels: vec![] };
    for mut part in parts {
        let (x, y) = pen.place(part.width, part.height, PART_GAP);
        part.frames().for_each(|frame| frame.shift(x, y));
        whole.rings.append(&mut part.rings);
        whole.tokens.append(&mut part.tokens);
        whole.labels.append(&mut part.labels);
    }
    pen.feed(PART_GAP);
    let alone = scene.polities.iter().zip(signatures).filter(|(_, signature)| **signature == 0);
    for (polity, _) in alone {
        let (width, height) = token_size(polity.name, polity.code);
        let (x, y) = pen.place(width.0, height.0, Saturating(8));
        let frame = Frame { x, y, width: width.0, height: height.0 };
        whole.tokens.push(Token { code: polity.code.to_owned(), frame });
    }
    whole.width = WIDTH.max(pen.right + MARGIN).0;
    whole.height = (pen.lowest + MARGIN).0;
    whole
}

impl Drawing {
    fn frames(&mut self) -> impl Iterator<Item = &mut Frame> {
        let rings = self.rings.iter_mut().map(|ring| &mut ring.frame);
        let tokens = self.tokens.iter_mut().map(|token| &mut token.frame);
        rings.chain(tokens).chain(self.labels.iter_mut().map(|label| &mut label.frame))
    }
}

impl Frame {
    fn shift(&mut self, x: i32, y: i32) {
        self.x = self.x.saturating_add(x);
        self.y = self.y.saturating_add(y);
    }
}
