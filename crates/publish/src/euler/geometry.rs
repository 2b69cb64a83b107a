//! The numbers of a drawing: outlines, tokens, labels; and what a reader can measure on them,
//! rounded corners included. Exact integers throughout.

use std::collections::{BTreeMap, BTreeSet};
use std::num::Saturating;

/// An axis-aligned rectangle.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Frame {
    /// The left side.
    pub x: i32,
    /// The upper side.
    pub y: i32,
    /// The extent to the right.
    pub width: i32,
    /// The extent downward.
    pub height: i32,
}

/// The outline of an organization: a rectangle with rounded corners.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ring {
    /// The organization's id.
    pub id: String,
    /// The rectangle.
    pub frame: Frame,
    /// The radius of its corners.
    pub radius: i32,
}

/// The place of a state or entity, as large as its name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Token {
    /// The polity's code.
    pub code: String,
    /// The rectangle its name stands in.
    pub frame: Frame,
}

/// The short name on an outline.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Label {
    /// The organization's id.
    pub id: String,
    /// The rectangle the short name stands in.
    pub frame: Frame,
}

/// A finished diagram as numbers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Drawing {
    /// The extent to the right.
    pub width: i32,
    /// The extent downward.
    pub height: i32,
    /// The outlines.
    pub rings: Vec<Ring>,
    /// The states and entities.
    pub tokens: Vec<Token>,
    /// The short names on the outlines.
    pub labels: Vec<Label>,
}

/// Two things in a drawing that a reader could not tell apart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Clash {
    /// The outline runs through the token.
    OutlineThroughToken(String, String),
    /// The outline runs through the label of another.
    OutlineThroughLabel(String, String),
    /// Two outlines share a stretch.
    SharedOutline(String, String),
    /// Two texts overlap.
    Texts(String, String),
    /// Something reaches beyond the drawing.
    OffTheSheet(String),
}

/// Where a point or rectangle lies with respect to an outline.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Side {
    Inside,
    Outside,
    Astride,
}

impl Frame {
    fn right(self) -> i32 {
        self.x.saturating_add(self.width)
    }

    fn bottom(self) -> i32 {
        self.y.saturating_add(self.height)
    }

    /// Returns the point in the middle.
    #[must_use]
    pub fn center(self) -> (i32, i32) {
        (self.x.saturating_add(self.width / 2), self.y.saturating_add(self.height / 2))
    }

    fn corners(self) -> [(i32, i32); 4] {
        let (right, bottom) = (self.right(), self.bottom());
        [(self.x, self.y), (right, self.y), (self.x, bottom), (right, bottom)]
    }

    fn meets(self, other: Self) -> bool {
        self.x < other.right()
            && other.x < self.right()
            && self.y < other.bottom()
            && other.y < self.bottom()
    }

    fn holds(self, other: Self) -> bool {
        self.x <= other.x
            && self.y <= other.y
            && other.right() <= self.right()
            && other.bottom() <= self.bottom()
    }
}

impl Ring {
    /// Returns where a point lies: `Astride` is the line itself.
    pub(super) fn side_of_point(&self, (x, y): (i32, i32)) -> Side {
        let Frame { x: left, y: top, .. } = self.frame;
        let (right, bottom) = (self.frame.right(), self.frame.bottom());
        if x < left || x > right || y < top || y > bottom {
            return Side::Outside;
        }
        let radius = self.radius;
        let depth = |at: i32, low: i32, high: i32| {
            let nearest = at.saturating_sub(low).min(high.saturating_sub(at));
            Saturating(i64::from(radius.saturating_sub(nearest).max(0)))
        };
        let (across, down) = (depth(x, left, right), depth(y, top, bottom));
        let reach = Saturating(i64::from(radius));
        if across.0 == 0 || down.0 == 0 {
            let on_line = x == left || x == right || y == top || y == bottom;
            return if on_line { Side::Astride } else { Side::Inside };
        }
        // The point is in a corner square; there the outline is a quarter of a circle.
        match (across * across + down * down).cmp(&(reach * reach)) {
            std::cmp::Ordering::Less => Side::Inside,
            std::cmp::Ordering::Equal => Side::Astride,
            std::cmp::Ordering::Greater => Side::Outside,
        }
    }

    /// Returns where a whole rectangle lies; near an outer corner it errs towards `Astride`.
    pub(super) fn side_of(&self, frame: Frame) -> Side {
        // The area within an outline is convex, so the corners speak for the rectangle.
        if frame.corners().into_iter().all(|c| self.side_of_point(c) == Side::Inside) {
            Side::Inside
        } else if self.frame.meets(frame) {
            Side::Astride
        } else {
            Side::Outside
        }
    }

    /// Says whether the two outlines run along each other anywhere.
    fn runs_along(&self, other: &Self) -> bool {
        let (a, b) = (self.frame, other.frame);
        let shared = |(low, high): (i32, i32), (from, to): (i32, i32)| low < to && from < high;
        let level = [a.y, a.bottom()].iter().any(|y| *y == b.y || *y == b.bottom());
        let upright = [a.x, a.right()].iter().any(|x| *x == b.x || *x == b.right());
        (level && shared((a.x, a.right()), (b.x, b.right())))
            || (upright && shared((a.y, a.bottom()), (b.y, b.bottom())))
    }
}

impl Drawing {
    /// Returns, for each token, the outlines that its point lies inside.
    #[must_use]
    pub fn inside(&self) -> BTreeMap<&str, BTreeSet<&str>> {
        let rings = |token: &Token| {
            let point = token.frame.center();
            let around = self.rings.iter().filter(|r| r.side_of_point(point) == Side::Inside);
            around.map(|ring| ring.id.as_str()).collect()
        };
        self.tokens.iter().map(|token| (token.code.as_str(), rings(token))).collect()
    }

    /// Returns everything that a reader could not tell apart.
    #[must_use]
    pub fn clashes(&self) -> Vec<Clash> {
        let mut clashes = Vec::new();
        for (at, ring) in self.rings.iter().enumerate() {
            for token in self.tokens.iter().filter(|t| ring.side_of(t.frame) == Side::Astride) {
                clashes.push(Clash::OutlineThroughToken(ring.id.clone(), token.code.clone()));
            }
            let others = self.labels.iter().filter(|label| label.id != ring.id);
            for label in others.filter(|label| ring.side_of(label.frame) == Side::Astride) {
                clashes.push(Clash::OutlineThroughLabel(ring.id.clone(), label.id.clone()));
            }
            for other in self.rings.iter().take(at).filter(|other| ring.runs_along(other)) {
                clashes.push(Clash::SharedOutline(ring.id.clone(), other.id.clone()));
            }
        }
        self.clashes_of_texts(&mut clashes);
        clashes
    }

    fn clashes_of_texts(&self, clashes: &mut Vec<Clash>) {
        let tokens = self.tokens.iter().map(|token| (&token.code, token.frame));
        let labels = self.labels.iter().map(|label| (&label.id, label.frame));
        let texts: Vec<_> = tokens.chain(labels).collect();
        for (at, (name, frame)) in texts.iter().enumerate() {
            for (other, _) in texts.iter().take(at).filter(|(_, second)| frame.meets(*second)) {
                clashes.push(Clash::Texts((*name).clone(), (*other).clone()));
            }
        }
        let sheet = Frame { x: 0, y: 0, width: self.width, height: self.height };
        let rings = self.rings.iter().map(|ring| (&ring.id, ring.frame));
        for (name, _) in texts.into_iter().chain(rings).filter(|(_, f)| !sheet.holds(*f)) {
            clashes.push(Clash::OffTheSheet(name.clone()));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ring() -> Ring {
        let frame = Frame { x: 0, y: 0, width: 100, height: 60 };
        Ring { id: "ring".into(), frame, radius: 10 }
    }

    #[test]
    fn a_rounded_corner_is_measured_exactly() {
        // The circle of the first corner has its center at (10, 10): (4, 2) is exactly on it.
        assert_eq!(ring().side_of_point((4, 2)), Side::Astride);
        assert_eq!(ring().side_of_point((5, 2)), Side::Inside);
        assert_eq!(ring().side_of_point((3, 2)), Side::Outside);
        assert_eq!(ring().side_of_point((97, 58)), Side::Outside);
        assert_eq!(ring().side_of_point((95, 58)), Side::Inside);
    }

    #[test]
    fn the_line_itself_is_neither_in_nor_out() {
        assert_eq!(ring().side_of_point((50, 0)), Side::Astride);
        assert_eq!(ring().side_of_point((50, 1)), Side::Inside);
        assert_eq!(ring().side_of_point((101, 30)), Side::Outside);
    }

    #[test]
    fn outlines_that_share_a_stretch_are_reported() {
        let mut other = ring();
        other.frame = Frame { x: 20, y: 60, width: 10, height: 10 };
        assert!(ring().runs_along(&other));
        other.frame.y = 61;
        assert!(!ring().runs_along(&other));
    }
}
