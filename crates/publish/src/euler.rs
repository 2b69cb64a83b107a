//! Diagrams of overlapping organizations in which every state stands inside exactly the outlines
//! of the organizations it belongs to, or no diagram at all.
//!
//! Each outline is a rounded rectangle around the cells of its members. [`arrange`] looks, with a
//! fixed seed and bounded effort, for a grid in which nobody stands in the rectangle of an
//! organization that is not theirs, measures the finished drawing, and answers with an
//! [`Obstacle`] when it falls short; [`matrix_html`] and [`matrix_markdown`] then say the same as
//! a table. [`read_back`] takes the drawing out of the rendered figure again, for a reader who
//! trusts numbers more than authors. An area without a name says nothing.

mod geometry;
mod grid;
mod layout;
mod matrix;
mod read_back;
mod render;
mod sheet;
#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, BTreeSet};

pub use geometry::{Clash, Drawing, Frame, Label, Ring, Token};
pub use matrix::{Lead, matrix_html, matrix_markdown};
pub use read_back::{Unreadable, read_back};
pub use render::{render, whole_style as style};

/// Everything a diagram or matrix is about.
#[derive(Clone, Copy, Debug)]
pub struct Scene<'a> {
    /// The heading, with the day it is true for.
    pub title: &'a str,
    /// A sentence on where the memberships come from; may be empty.
    pub note: &'a str,
    /// The states and entities, in the order of the matrix.
    pub polities: &'a [Polity<'a>],
    /// The organizations, in the order of the key.
    pub organizations: &'a [Organization<'a>],
}

/// A state, or an entity that not all recognize as one.
#[derive(Clone, Copy, Debug)]
pub struct Polity<'a> {
    /// The code, unique in a scene.
    pub code: &'a str,
    /// The name people read.
    pub name: &'a str,
    /// Whether it is counted among states.
    pub standing: Standing,
}

/// Whether a polity is counted among states.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Counted.
    State,
    /// Drawn dashed and never counted.
    Entity,
}

/// An organization on the day of the scene.
#[derive(Clone, Debug)]
pub struct Organization<'a> {
    /// The id, unique in a scene.
    pub id: &'a str,
    /// The short name that stands on the outline.
    pub short: &'a str,
    /// The full name, for the key.
    pub title: &'a str,
    /// The members, as positions among the polities.
    pub members: BTreeSet<usize>,
}

impl Organization<'_> {
    /// Returns how many members of a standing the organization has.
    fn count(&self, polities: &[Polity<'_>], standing: Standing) -> usize {
        let of = |member: &&usize| polities.get(**member).is_some_and(|p| p.standing == standing);
        self.members.iter().filter(of).count()
    }
}

/// Why there is no exact diagram of a scene.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Obstacle {
    /// The organization names a member that the scene does not have.
    UnknownMember {
        /// The organization.
        organization: String,
        /// The position that is beyond the polities.
        position: usize,
    },
    /// Two polities or two organizations have the same code or id.
    RepeatedName(String),
    /// More organizations with members than a diagram can tell apart.
    TooMany {
        /// How many there are.
        organizations: usize,
        /// How many a diagram can hold.
        most: usize,
    },
    /// The search ended without an exact arrangement.
    NotFound {
        /// How many arrangements were looked at.
        tried: usize,
        /// How often, in the nearest one, a polity stood inside an outline that is not its own.
        strays: usize,
    },
}

impl std::fmt::Display for Obstacle {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::UnknownMember { organization, position } => {
                write!(
                    f,
                    "`{organization}` has a member at position {position}, which is no polity"
                )
            }
            Self::RepeatedName(name) => write!(f, "`{name}` stands for two things"),
            Self::TooMany { organizations, most } => {
                write!(f, "{organizations} organizations have members, a diagram holds {most}")
            }
            Self::NotFound { tried, strays } => write!(
                f,
                "no exact diagram found among {tried} arrangements; the nearest had {strays} misplaced"
            ),
        }
    }
}

/// Returns the exact drawing of a scene, measured before it is handed out.
///
/// # Errors
/// An [`Obstacle`] when the scene cannot be read or the search found nothing exact.
pub fn arrange(scene: &Scene<'_>) -> Result<Drawing, Obstacle> {
    check_names(scene)?;
    let drawing = sheet::drawing(scene)?;
    let astray = strays(scene, &drawing);
    if astray > 0 || !drawing.clashes().is_empty() {
        return Err(Obstacle::NotFound { tried: 1, strays: astray });
    }
    Ok(drawing)
}

/// Returns the outlines each polity must stand inside, by code and id.
#[must_use]
pub fn memberships<'a>(scene: &Scene<'a>) -> BTreeMap<&'a str, BTreeSet<&'a str>> {
    let ids = |at: usize| {
        let own = scene.organizations.iter().filter(move |o| o.members.contains(&at));
        own.map(|organization| organization.id).collect()
    };
    scene.polities.iter().enumerate().map(|(at, polity)| (polity.code, ids(at))).collect()
}

/// Returns how many polities the drawing shows inside other outlines than their own.
fn strays(scene: &Scene<'_>, drawing: &Drawing) -> usize {
    let shown = drawing.inside();
    let stray = |(code, ids): &(&str, BTreeSet<&str>)| shown.get(code) != Some(ids);
    memberships(scene).into_iter().filter(stray).count()
}

fn check_names(scene: &Scene<'_>) -> Result<(), Obstacle> {
    let mut seen = BTreeSet::new();
    for code in scene.polities.iter().map(|polity| polity.code) {
        if !seen.insert(code) {
            return Err(Obstacle::RepeatedName(code.to_owned()));
        }
    }
    seen.clear();
    for organization in scene.organizations {
        if !seen.insert(organization.id) {
            return Err(Obstacle::RepeatedName(organization.id.to_owned()));
        }
        if let Some(position) = organization.members.range(scene.polities.len()..).next() {
            let organization = organization.id.to_owned();
            return Err(Obstacle::UnknownMember { organization, position: *position });
        }
    }
    Ok(())
}
