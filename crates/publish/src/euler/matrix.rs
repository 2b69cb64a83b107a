//! The same memberships as a table: rows are states and entities, columns are organisations. It
//! stands where no exact diagram was found, and says so, or beside a diagram for those who
//! read better in rows.

use maud::{Markup, html};

use super::{Organization, Polity, Scene, Standing};

/// Why the table is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lead {
    /// No exact diagram was found.
    NoDiagram,
    /// It accompanies a diagram.
    BesideDiagram,
}

impl Lead {
    fn sentence(self) -> &'static str {
        match self {
            Self::NoDiagram => {
                "No exact diagram of these memberships was found; this table shows them all."
            }
            Self::BesideDiagram => "This table shows the same memberships as the diagram.",
        }
    }
}

const MEMBER: &str = "●";
const NO_MEMBER: &str = "–";

/// Returns the table as HTML.
#[must_use]
pub fn matrix_html(scene: &Scene<'_>, lead: Lead) -> String {
    let markup = html! {
        table class="figure matrix" {
            caption {
                strong { (scene.title) } " " (lead.sentence()) " " (scene.note)
                @if has_entities(scene) { " † " (MATRIX_REMARK) }
            }
            thead {
                tr {
                    th scope="col" { "State or entity" }
                    @for organization in scene.organizations {
                        th scope="col" { abbr title=(organization.title) { (organization.short) } }
                    }
                }
            }
            tbody { @for (at, polity) in scene.polities.iter().enumerate() { (row(scene, at, polity)) } }
            tfoot {
                tr {
                    th scope="row" { "States" }
                    @for organization in scene.organizations {
                        td { (organization.count(scene.polities, Standing::State)) }
                    }
                }
            }
        }
    };
    markup.into_string()
}

const MATRIX_REMARK: &str = "An entity not recognised as a state by all; never counted.";

fn row(scene: &Scene<'_>, at: usize, polity: &Polity<'_>) -> Markup {
    html! {
        tr class=(match polity.standing { Standing::State => "state", Standing::Entity => "entity" }) {
            th scope="row" {
                @match polity.standing {
                    Standing::State => (polity.name),
                    Standing::Entity => i { (polity.name) " †" },
                }
            }
            @for organization in scene.organizations {
                @if organization.members.contains(&at) {
                    td class="member" { abbr title="member" { (MEMBER) } }
                } @else {
                    td { (NO_MEMBER) }
                }
            }
        }
    }
}

/// Returns the table as Markdown.
#[must_use]
pub fn matrix_markdown(scene: &Scene<'_>, lead: Lead) -> String {
    let line = |cells: Vec<String>| format!("| {} |\n", cells.join(" | "));
    let columns = |first: &str, of: &dyn Fn(&Organization<'_>) -> String| {
        line(std::iter::once(first.to_owned()).chain(scene.organizations.iter().map(of)).collect())
    };
    let mut text = format!("**{}** {}\n\n", plain(scene.title), lead.sentence());
    text.push_str(&columns("State or entity", &|organization| plain(organization.short)));
    text.push_str(&columns("---", &|_| "---".to_owned()));
    for (at, polity) in scene.polities.iter().enumerate() {
        let name = match polity.standing {
            Standing::State => plain(polity.name),
            Standing::Entity => format!("*{}* †", plain(polity.name)),
        };
        let mark = |o: &Organization<'_>| if o.members.contains(&at) { MEMBER } else { NO_MEMBER };
        text.push_str(&columns(&name, &|organization| mark(organization).to_owned()));
    }
    let count = |o: &Organization<'_>| o.count(scene.polities, Standing::State).to_string();
    text.push_str(&columns("**States**", &count));
    if has_entities(scene) {
        text.push_str(&format!("\n† {MATRIX_REMARK}\n"));
    }
    text
}

fn has_entities(scene: &Scene<'_>) -> bool {
    scene.polities.iter().any(|polity| polity.standing == Standing::Entity)
}

/// Returns the text so that Markdown reads it as a text in a cell.
fn plain(text: &str) -> String {
    let mut plain = String::new();
    for c in text.chars() {
        match c {
            '\\' | '|' | '*' | '_' | '`' | '<' | '>' | '[' | ']' | '&' => plain.extend(['\\', c]),
            '\n' | '\r' => plain.push(' '),
            _ => plain.push(c),
        }
    }
    plain
}
