//! The search: polities with the same memberships form one block, blocks get cells of a grid, and
//! an organization is the smallest span of cells around its blocks. Sought are cells for which no
//! span holds a foreign block. Fixed seed, bounded effort: the same scene gives the same answer.

use std::num::Saturating;

/// The place of a block.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Cell {
    pub(super) column: usize,
    pub(super) row: usize,
}

/// A rectangle of cells, both ends included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Span {
    pub(super) columns: (usize, usize),
    pub(super) rows: (usize, usize),
}

/// The cells of all blocks, with what is wrong about them.
#[derive(Clone, Debug)]
pub(super) struct Arrangement {
    pub(super) cells: Vec<Cell>,
    /// How often a block stands in a foreign span.
    pub(super) strays: usize,
    /// How many pairs of organizations without a common member overlap.
    pub(super) overlaps: usize,
}

/// The blocks of one connected part of a scene, as sets of organizations in bits.
#[derive(Debug)]
pub(super) struct Puzzle {
    signatures: Vec<u64>,
    bits: Vec<u64>,
}

/// The greatest number of organizations: one bit each.
pub(super) const ORGANIZATIONS_MOST: usize = 60;
/// The moves of one attempt, and the attempts for each number of columns.
const MOVES: i64 = 2_400;
const ATTEMPTS: u64 = 4;
/// How much worse a move may make things at the beginning of an attempt.
const SLACK: i64 = 900;

impl Puzzle {
    /// Takes the memberships of each block, one bit for an organization.
    pub(super) fn new(signatures: Vec<u64>) -> Self {
        let all = signatures.iter().fold(0, |all, signature| all | signature);
        let bits = (0..64).map(|at| 1u64 << at).filter(|bit| all & bit != 0).collect();
        Self { signatures, bits }
    }

    /// Returns the organizations of this part, as bits.
    pub(super) fn bits(&self) -> &[u64] {
        &self.bits
    }

    /// Returns the best arrangement found for each number of columns up to a greatest.
    pub(super) fn arrangements(&self, columns_most: usize) -> Vec<Arrangement> {
        let blocks = self.signatures.len();
        let widest = columns_most.min(blocks).max(1);
        (1..=widest).map(|columns| self.best(columns, blocks)).collect()
    }

    /// Returns how many arrangements are looked at for that many columns.
    pub(super) fn effort(&self, columns_most: usize) -> usize {
        let each = usize::try_from(MOVES).unwrap_or(0).saturating_mul(4);
        columns_most.min(self.signatures.len()).saturating_mul(each)
    }

    fn best(&self, columns: usize, rows: usize) -> Arrangement {
        let attempts = (1..=ATTEMPTS).map(|seed| self.attempt(columns, rows, Luck(seed)));
        let cells = attempts.min_by_key(|(cost, _)| *cost).map(|(_, cells)| cells);
        let cells = packed(cells.unwrap_or_default());
        let (strays, overlaps) = self.faults(&self.spans(&cells), &cells);
        Arrangement { cells, strays, overlaps }
    }

    /// Moves one block at a time, accepting ever smaller losses, and keeps the best seen.
    fn attempt(&self, columns: usize, rows: usize, mut luck: Luck) -> (i64, Vec<Cell>) {
        let blocks = self.signatures.len();
        let mut cells: Vec<Cell> = (0..blocks)
            .map(|at| Cell {
                column: at.checked_rem(columns).unwrap_or(0),
                row: at.checked_div(columns).unwrap_or(0),
            })
            .collect();
        let mut cost = self.cost(&cells);
        let mut best = (cost, cells.clone());
        for left in (0..MOVES).rev() {
            let target = Cell { column: luck.below(columns), row: luck.below(rows) };
            let undo = relocate(&mut cells, luck.below(blocks), target);
            let next = self.cost(&cells);
            if next > cost.saturating_add(SLACK.saturating_mul(left) / MOVES) {
                undo.into_iter().for_each(|(at, cell)| put(&mut cells, at, cell));
                continue;
            }
            cost = next;
            if cost < best.0 {
                best = (cost, cells.clone());
            }
        }
        best
    }

    /// Weighs an arrangement: foreign blocks, then needless overlaps, then loose spans.
    fn cost(&self, cells: &[Cell]) -> i64 {
        let spans = self.spans(cells);
        let (strays, overlaps) = self.faults(&spans, cells);
        let mut cost = Saturating(int(strays)) * Saturating(2_000);
        cost += Saturating(int(overlaps)) * Saturating(500);
        for span in spans {
            let (width, height) = span.extent();
            cost += Saturating(int(width)) * Saturating(int(height)) * Saturating(6);
            cost +=
                Saturating(int(width)) * Saturating(4) + Saturating(int(height)) * Saturating(2);
        }
        let lowest = cells.iter().map(|cell| cell.row).max().unwrap_or(0);
        (cost + Saturating(int(lowest)) * Saturating(20)).0
    }

    /// Returns the span of each organization, in the order of the bits.
    pub(super) fn spans(&self, cells: &[Cell]) -> Vec<Span> {
        self.bits.iter().filter_map(|bit| self.span(*bit, cells)).collect()
    }

    fn span(&self, bit: u64, cells: &[Cell]) -> Option<Span> {
        let own = self.signatures.iter().zip(cells).filter(|(signature, _)| *signature & bit != 0);
        own.map(|(_, cell)| Span::of(*cell)).reduce(Span::around)
    }

    /// Returns how many blocks stand in foreign spans, and how many spans overlap for nobody.
    fn faults(&self, spans: &[Span], cells: &[Cell]) -> (usize, usize) {
        let (mut strays, mut overlaps) = (0usize, 0usize);
        for (at, (bit, span)) in self.bits.iter().zip(spans).enumerate() {
            let foreign = self.signatures.iter().zip(cells).filter(|(s, _)| *s & bit == 0);
            strays = strays.saturating_add(foreign.filter(|(_, c)| span.holds(**c)).count());
            let earlier = self.bits.iter().zip(spans).take(at);
            let needless = earlier.filter(|(other, second)| {
                span.meets(**second)
                    && !self.signatures.iter().any(|s| s & bit != 0 && s & *other != 0)
            });
            overlaps = overlaps.saturating_add(needless.count());
        }
        (strays, overlaps)
    }
}

impl Span {
    fn of(Cell { column, row }: Cell) -> Self {
        Self { columns: (column, column), rows: (row, row) }
    }

    pub(super) fn around(self, other: Self) -> Self {
        let join = |a: (usize, usize), b: (usize, usize)| (a.0.min(b.0), a.1.max(b.1));
        Self { columns: join(self.columns, other.columns), rows: join(self.rows, other.rows) }
    }

    fn holds(self, Cell { column, row }: Cell) -> bool {
        (self.columns.0..=self.columns.1).contains(&column)
            && (self.rows.0..=self.rows.1).contains(&row)
    }

    fn meets(self, other: Self) -> bool {
        let shared = |a: (usize, usize), b: (usize, usize)| a.0 <= b.1 && b.0 <= a.1;
        shared(self.columns, other.columns) && shared(self.rows, other.rows)
    }

    /// Returns the number of columns and rows.
    pub(super) fn extent(self) -> (usize, usize) {
        let count = |(low, high): (usize, usize)| high.saturating_sub(low).saturating_add(1);
        (count(self.columns), count(self.rows))
    }
}

/// Moves a block to a cell, and whoever was there to the cell it left; returns the way back.
fn relocate(cells: &mut [Cell], block: usize, target: Cell) -> Vec<(usize, Cell)> {
    let Some(old) = cells.get(block).copied() else { return Vec::new() };
    let mut undo = vec![(block, old)];
    if let Some(other) = cells.iter().position(|cell| *cell == target) {
        undo.push((other, target));
        put(cells, other, old);
    }
    put(cells, block, target);
    undo
}

fn put(cells: &mut [Cell], at: usize, cell: Cell) {
    if let Some(place) = cells.get_mut(at) {
        *place = cell;
    }
}

/// Closes up columns and rows in which nothing stands.
fn packed(cells: Vec<Cell>) -> Vec<Cell> {
    let rank = |of: fn(&Cell) -> usize| {
        let used: std::collections::BTreeSet<usize> = cells.iter().map(of).collect();
        move |at: usize| used.range(..at).count()
    };
    let (column, row) = (rank(|cell| cell.column), rank(|cell| cell.row));
    cells.iter().map(|c| Cell { column: column(c.column), row: row(c.row) }).collect()
}

fn int(count: usize) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}

/// A fixed sequence of numbers that look drawn by lot (a linear congruential generator).
struct Luck(u64);

impl Luck {
    fn below(&mut self, bound: usize) -> usize {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        let drawn = usize::try_from(self.0 >> 33).unwrap_or(0);
        drawn.checked_rem(bound).unwrap_or(0)
    }
}
