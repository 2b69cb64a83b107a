//! The lines that an answer cites, from the files a reader has: what its sources say, and what
//! carries the acts and the articles that it names.

use crate::answer::Answer;
use crate::failure::Failure;
use crate::world::World;
use serde_json::{Value, json};
use servanda_query::{Asking, source_text};
use std::collections::BTreeSet;
use std::io::ErrorKind;
use std::path::Path;

/// The most characters of a cited line that are shown.
const SHOWN_CHARS: usize = 400;

/// A directory with the files of sources.
struct Shelf<'a> {
    asking: &'a Asking<'a>,
    /// As the reader named it, and where it is.
    shown: &'a Path,
    place: std::path::PathBuf,
}

/// Adds each cited line to the JSON of an answer, and returns them as they are shown to people.
pub(crate) fn quote(
    answer: &mut Answer,
    asking: &Asking<'_>,
    (shown, world): (&Path, &World),
) -> Result<Vec<String>, Failure> {
    let place = world.directory.join(shown);
    if !place.is_dir() {
        return Err(Failure::Usage {
            message: format!("`{}` is no directory", shown.display()),
            hint: Some("`--sources` names the directory that holds the sources' files".to_owned()),
        });
    }
    let shelf = Shelf { asking, shown, place };
    let all = shelf.lines(&answer.json)?;
    match &mut answer.json {
        Value::Array(rows) => {
            for row in rows.iter_mut() {
                let quoted = shelf.lines(row)?;
                insert(row, quoted);
            }
        }
        whole => insert(whole, all.clone()),
    }
    let text = |line: &Value| {
        let word = |key: &str| line.get(key).and_then(Value::as_str).unwrap_or_default();
        match line.get("line").and_then(Value::as_u64) {
            Some(number) => format!("{}:{number} | {}", word("source"), word("text")),
            None => format!("{}: {}", word("source"), word("text")),
        }
    };
    Ok(all.iter().map(text).collect())
}

fn insert(value: &mut Value, quoted: Vec<Value>) {
    if let Some(fields) = value.as_object_mut() {
        fields.insert("quoted".to_owned(), Value::Array(quoted));
    }
}

impl Shelf<'_> {
    /// Returns each line that a value cites.
    fn lines(&self, value: &Value) -> Result<Vec<Value>, Failure> {
        let mut cited = BTreeSet::new();
        collect(self.asking, value, &mut cited);
        let mut quoted = Vec::new();
        for word in &cited {
            self.add(word, &mut quoted)?;
        }
        Ok(quoted)
    }

    /// Adds the lines of a citation.
    fn add(&self, word: &str, quoted: &mut Vec<Value>) -> Result<(), Failure> {
        let (name, lines) = word.split_once(':').unwrap_or((word, ""));
        let law = self.asking.law;
        let file = law.source_names.find(name).and_then(|id| law.source(id)?.file.clone());
        let (first, last) = lines.split_once('-').unwrap_or((lines, lines));
        let range = first.parse::<u32>().ok().zip(last.parse::<u32>().ok());
        let Some((file, (first, last))) = file.zip(range) else { return Ok(()) };
        let text = match std::fs::read_to_string(self.place.join(&file)) {
            Ok(text) => text,
            Err(cause) if cause.kind() == ErrorKind::NotFound => {
                let absent = format!("`{file}` is not in `{}`", self.shown.display());
                let line = json!({"source": name, "line": null, "text": absent});
                if !quoted.contains(&line) {
                    quoted.push(line);
                }
                return Ok(());
            }
            Err(cause) => {
                let path = self.shown.join(&file);
                return Err(Failure::Disk { doing: "read the source", path, cause });
            }
        };
        let count = u32::try_from(text.lines().count()).unwrap_or(u32::MAX);
        if first > 0 && last > count {
            let absent = format!("line {lines} is not in `{file}`, which has {count}");
            quoted.push(json!({"source": name, "line": null, "text": absent}));
        }
        let numbered = (1u32..).zip(text.lines());
        for (number, line) in numbered.filter(|(number, _)| first <= *number && *number <= last) {
            let shown: String = line.chars().take(SHOWN_CHARS).collect();
            let more = if shown.len() < line.len() { " …" } else { "" };
            let line = json!({"source": name, "line": number, "text": format!("{shown}{more}")});
            if !quoted.contains(&line) {
                quoted.push(line);
            }
        }
        Ok(())
    }
}

/// Gathers every source that a value cites, and those of the acts and articles that it names.
fn collect(asking: &Asking<'_>, value: &Value, cited: &mut BTreeSet<String>) {
    match value {
        Value::Object(fields) => {
            for (key, value) in fields {
                match key.as_str() {
                    "sources" | "cited" => {
                        let list = value.as_array().into_iter().flatten().chain([value]);
                        cited.extend(list.filter_map(|item| item.as_str().map(str::to_owned)));
                    }
                    "act" | "matter" => cited.extend(of_act(asking, value)),
                    "article" => cited.extend(of_article(asking, value)),
                    _ => {}
                }
                collect(asking, value, cited);
            }
        }
        Value::Array(items) => items.iter().for_each(|item| collect(asking, item, cited)),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

/// Returns the sources of an act that is named by its label or its position.
fn of_act(asking: &Asking<'_>, named: &Value) -> Vec<String> {
    let history = asking.history;
    let labelled = |label: &str| history.labels.find(label).and_then(|id| history.position_of(id));
    let position = match named {
        Value::String(label) => labelled(label),
        Value::Number(position) => position.as_u64().and_then(|it| u32::try_from(it).ok()),
        Value::Null | Value::Bool(_) | Value::Array(_) | Value::Object(_) => None,
    };
    let act = position.and_then(|position| history.act(position));
    let sources = act.map(|act| history.sources(act.sources)).unwrap_or_default();
    sources.iter().map(|source| source_text(asking, source)).collect()
}

/// Returns the sources of every version of an article.
fn of_article(asking: &Asking<'_>, named: &Value) -> Vec<String> {
    let id = named.as_str().and_then(|word| asking.law.article_names.find(word));
    let versions = id.and_then(|id| asking.law.article(id)).map(|row| row.versions.as_slice());
    let sources = versions.unwrap_or_default().iter().flat_map(|version| &version.sources);
    sources.map(|source| source_text(asking, source)).collect()
}
