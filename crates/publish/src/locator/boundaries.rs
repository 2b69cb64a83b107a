//! The boundary file: shapes by code, rings of points in hundredths of a degree.

/// A boundary file that was read.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Boundaries {
    /// Where it comes from.
    pub source: String,
    /// Under which terms.
    pub licence: String,
    /// From whose point of view boundaries are drawn.
    pub view: String,
    /// The shapes.
    pub shapes: Vec<Shape>,
}

/// A point: hundredths of a degree east and north.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Point {
    /// East.
    pub east: i32,
    /// North.
    pub north: i32,
}

/// The land of one code.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shape {
    /// ISO 3166-1 alpha-3, or a word that begins with `x-`.
    pub code: String,
    /// Its rings; a ring inside another is a hole.
    pub rings: Vec<Vec<Point>>,
}

/// What is wrong with a line of a boundary file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unreadable {
    /// The line, from 1.
    pub line: u32,
    /// What is wrong.
    pub message: String,
    /// What would be right.
    pub hint: &'static str,
}

/// The greatest longitude and latitude, in hundredths of a degree.
const EAST_MAX: i32 = 36_000;
const NORTH_MAX: i32 = 9_000;

/// Reads a boundary file.
///
/// # Errors
/// Says what is wrong with every line that cannot be read.
pub fn parse(text: &str) -> Result<Boundaries, Vec<Unreadable>> {
    let mut found = Boundaries::default();
    let mut faults = Vec::new();
    let mut has_header = false;
    for (number, line) in (1u32..).zip(text.lines()) {
        let line = line.trim();
        if line.is_empty() || line.starts_with(';') {
            continue;
        }
        if !has_header {
            has_header = true;
            if line == "boundaries 1" {
                continue;
            }
            faults.push(fault(number, line, "begin the file with `boundaries 1`"));
        }
        if let Err(hint) = one(line, &mut found) {
            faults.push(fault(number, line, hint));
        }
    }
    if !has_header {
        faults.push(fault(1, "", "begin the file with `boundaries 1`"));
    }
    let broken = found.shapes.iter().find(|shape| is_broken_off(shape));
    if let Some(shape) = broken.filter(|_| faults.is_empty()) {
        let last = u32::try_from(text.lines().count()).unwrap_or(u32::MAX).max(1);
        let message = format!("`shape {}` is broken off", shape.code);
        let hint = "a shape has a ring, and a ring three points or more";
        faults.push(Unreadable { line: last, message, hint });
    }
    if faults.is_empty() { Ok(found) } else { Err(faults) }
}

fn is_broken_off(shape: &Shape) -> bool {
    shape.rings.is_empty() || shape.rings.iter().any(|ring| ring.len() < 3)
}

fn fault(line: u32, said: &str, hint: &'static str) -> Unreadable {
    let shown: String = said.chars().take(60).collect();
    let message = match shown.is_empty() {
        true => "the file says nothing".to_owned(),
        false => format!("`{shown}` cannot be read here"),
    };
    Unreadable { line, message, hint }
}

fn one(line: &str, found: &mut Boundaries) -> Result<(), &'static str> {
    let (word, rest) = line.split_once(' ').unwrap_or((line, ""));
    match word {
        "source" => found.source = quoted(rest)?,
        "licence" => found.licence = quoted(rest)?,
        "view" => found.view = quoted(rest)?,
        "shape" => {
            let is_code =
                !rest.is_empty() && rest.chars().all(|c| c.is_ascii_alphanumeric() || c == '-');
            if !is_code || found.shapes.iter().any(|shape| shape.code == rest) {
                return Err("give each shape a code of its own, as in `shape ARM`");
            }
            found.shapes.push(Shape { code: rest.to_owned(), rings: Vec::new() });
        }
        "ring" => match found.shapes.last_mut() {
            Some(shape) => shape.rings.push(Vec::new()),
            None => return Err("a ring stands below a shape"),
        },
        _ => {
            let ring = found.shapes.last_mut().and_then(|shape| shape.rings.last_mut());
            let ring = ring.ok_or(
                "points stand below a ring; other words are `source`, `licence`, `view`, `shape`",
            )?;
            for pair in line.split(' ').filter(|pair| !pair.is_empty()) {
                ring.push(point(pair)?);
            }
        }
    }
    Ok(())
}

fn quoted(rest: &str) -> Result<String, &'static str> {
    let inner = rest.strip_prefix('"').and_then(|rest| rest.strip_suffix('"'));
    inner.map(str::to_owned).ok_or("write the text between `\"`")
}

fn point(pair: &str) -> Result<Point, &'static str> {
    const HINT: &str = "write points as `EAST,NORTH` in hundredths of a degree";
    let (east, north) = pair.split_once(',').ok_or(HINT)?;
    let (east, north): (i32, i32) = east.parse().ok().zip(north.parse().ok()).ok_or(HINT)?;
    let real = east.abs() <= EAST_MAX && north.abs() <= NORTH_MAX;
    if real { Ok(Point { east, north }) } else { Err(HINT) }
}

/// Prints a boundary file so that reading gives it again.
pub fn print(boundaries: &Boundaries) -> String {
    let mut out = String::from("boundaries 1\n");
    for (word, text) in [
        ("source", &boundaries.source),
        ("licence", &boundaries.licence),
        ("view", &boundaries.view),
    ] {
        out.push_str(&format!("{word} \"{text}\"\n"));
    }
    for shape in &boundaries.shapes {
        out.push_str(&format!("\nshape {}\n", shape.code));
        for ring in &shape.rings {
            out.push_str("  ring\n");
            for points in ring.chunks(10) {
                let pairs: Vec<String> =
                    points.iter().map(|point| format!("{},{}", point.east, point.north)).collect();
                out.push_str(&format!("    {}\n", pairs.join(" ")));
            }
        }
    }
    out
}
