//! One Markdown file played: its files written, its commands run, their outputs compared.

use crate::command::words;
use crate::escape::bytes;
use crate::fault::Fault;
use crate::files::{Fresh, read, root, under, write, write_bytes};
use crate::markdown::{Block, blocks};
use std::collections::BTreeSet;
use std::fmt;
use std::path::{Component, Path};

/// One command to run.
#[derive(Debug, Clone, Copy)]
pub struct Call<'c> {
    /// The words after the program's name.
    pub arguments: &'c [String],
    /// The directory it runs in.
    pub directory: &'c Path,
}

/// What a command answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// What it wrote for the asker.
    pub out: String,
    /// What it wrote about faults.
    pub err: String,
    /// Its exit code.
    pub exit: u8,
}

/// Runs one command.
pub type Program<'p> = dyn Fn(&Call<'_>) -> Answer + Sync + 'p;

/// A command whose output is not the one that stands in the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    /// The line of the command.
    pub line: usize,
    /// The command as it stands there.
    pub command: String,
    /// What stands below it.
    pub expected: String,
    /// What it answered, or why it was not run.
    pub actual: String,
    /// Whether it ran, so that its output can be accepted.
    pub has_run: bool,
}

/// A file that was played.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Outcome {
    /// How many commands ran.
    pub commands: usize,
    /// Everything the commands answered.
    pub answers: String,
    /// Where an output differs.
    pub differences: Vec<Difference>,
    /// The file with the outputs as they are now.
    pub blessed: String,
}

/// Plays a file in a fresh directory.
///
/// # Errors
/// The fault of the disk.
pub fn play(text: &str, program: &Program<'_>) -> Result<Outcome, Fault> {
    let mut stage: Option<Fresh> = None;
    let mut outcome = Outcome::default();
    let mut copied = 0;
    for block in blocks(text) {
        let is_file = matches!(block.language, "charter" | "journal" | "csv");
        if !is_file && block.language != "console" {
            continue;
        }
        let directory = match &stage {
            Some(fresh) => fresh.path.clone(),
            None => {
                let fresh = stage.insert(Fresh::new()?).path.clone();
                carry(text, &fresh)?;
                fresh
            }
        };
        if is_file {
            place(&block, &directory, &mut outcome)?;
            continue;
        }
        outcome.blessed.push_str(text.get(copied..block.body.start).unwrap_or(""));
        console(&block, &directory, program, &mut outcome);
        copied = block.body.end;
    }
    outcome.blessed.push_str(text.get(copied..).unwrap_or(""));
    Ok(outcome)
}

/// Copies the organisations of the repository whose records a text asks, to where it asks for them.
fn carry(text: &str, directory: &Path) -> Result<(), Fault> {
    let root = root();
    let ends = |letter: char| !letter.is_ascii_lowercase();
    let asked = text.split("--record organisations/").skip(1);
    let names: BTreeSet<&str> = asked.filter_map(|rest| rest.split(ends).next()).collect();
    for name in names {
        for file in under(&root.join("organisations").join(name))? {
            if let Ok(inside) = file.strip_prefix(&root) {
                write(&directory.join(inside), &read(&file)?)?;
            }
        }
    }
    Ok(())
}

/// Writes the file of a block.
fn place(block: &Block<'_>, directory: &Path, outcome: &mut Outcome) -> Result<(), Fault> {
    let name = block.name.map_or_else(|| format!("case.{}", block.language), str::to_owned);
    let stays_inside = Path::new(&name).components().all(|c| matches!(c, Component::Normal(_)));
    let plain = || Ok(block.text.as_bytes().to_vec());
    let content = if block.is_escaped { bytes(block.text) } else { plain() };
    match content {
        Ok(content) if stays_inside => return write_bytes(&directory.join(&name), &content),
        Ok(_) => {
            let message = format!("`{name}` lies outside the scenario's directory");
            outcome.differences.push(note(block.line, &name, message));
        }
        Err(message) => outcome.differences.push(note(block.line, &name, message)),
    }
    Ok(())
}

fn note(line: usize, command: &str, actual: String) -> Difference {
    let command = command.to_owned();
    Difference { line, command, expected: String::new(), actual, has_run: false }
}

/// A command of a block and the output below it.
struct Step<'t> {
    line: usize,
    command: &'t str,
    expected: Vec<&'t str>,
}

fn steps<'t>(block: &Block<'t>) -> (Vec<&'t str>, Vec<Step<'t>>) {
    let mut before = Vec::new();
    let mut steps: Vec<Step<'t>> = Vec::new();
    for (line, row) in (block.line.saturating_add(1)..).zip(block.text.lines()) {
        match (row.strip_prefix("$ "), steps.last_mut()) {
            (Some(command), _) => steps.push(Step { line, command, expected: Vec::new() }),
            (None, Some(step)) => step.expected.push(row),
            (None, None) => before.push(row),
        }
    }
    (before, steps)
}

/// Runs the commands of a block and writes it anew.
fn console(block: &Block<'_>, directory: &Path, program: &Program<'_>, outcome: &mut Outcome) {
    let (before, steps) = steps(block);
    if !before.is_empty() || steps.is_empty() {
        let message = "a console block begins with a line `$ servanda …`".to_owned();
        outcome.differences.push(note(block.line, "```console", message));
    }
    before.iter().for_each(|row| outcome.blessed.push_str(&format!("{row}\n")));
    let last = steps.len().saturating_sub(1);
    for (index, step) in steps.iter().enumerate() {
        let expected = step.expected.join("\n").trim_end_matches('\n').to_owned();
        let actual = match answer(step.command, directory, program) {
            Ok(answer) => shown(&answer, directory, block.marks),
            Err(message) => Err(message),
        };
        outcome.commands = outcome.commands.saturating_add(1);
        let kept = actual.as_ref().unwrap_or(&expected);
        let gap = if index == last { "" } else { "\n" };
        let body = if kept.is_empty() { String::new() } else { format!("{kept}\n") };
        outcome.blessed.push_str(&format!("$ {}\n{body}{gap}", step.command));
        outcome.answers.push_str(&body);
        if actual.as_ref() != Ok(&expected) {
            let (line, command, has_run) = (step.line, step.command.to_owned(), actual.is_ok());
            let actual = actual.unwrap_or_else(|message| format!("(not run: {message})"));
            outcome.differences.push(Difference { line, command, expected, actual, has_run });
        }
    }
}

fn answer(command: &str, directory: &Path, program: &Program<'_>) -> Result<Answer, String> {
    let words = words(command)?;
    let Some((name, arguments)) = words.split_first() else {
        return Err("the line is empty".to_owned());
    };
    if name != "servanda" {
        return Err(format!("`{name}` is not `servanda`"));
    }
    if arguments.first().is_some_and(|word| word == "serve") {
        return Err("`serve` does not end by itself".to_owned());
    }
    Ok(program(&Call { arguments, directory }))
}

/// Returns an answer as it stands in a file: output, faults, exit code.
fn shown(answer: &Answer, directory: &Path, marks: usize) -> Result<String, String> {
    let mut text = String::new();
    for part in [&answer.out, &answer.err] {
        text.push_str(part);
        if !part.is_empty() && !part.ends_with('\n') {
            text.push('\n');
        }
    }
    if answer.exit != 0 {
        text.push_str(&format!("[exit {}]\n", answer.exit));
    }
    if directory.to_str().is_some_and(|path| text.contains(path)) {
        return Err("the output names the directory it ran in".to_owned());
    }
    let fence = "`".repeat(marks);
    if text.lines().any(|line| line.starts_with("$ ") || line.starts_with(&fence)) {
        return Err("a line of the output begins like a command or a fence".to_owned());
    }
    Ok(text.trim_end_matches('\n').to_owned())
}

impl fmt::Display for Difference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut expected = self.expected.lines();
        let mut actual = self.actual.lines();
        for number in 1_usize.. {
            let (left, right) = (expected.next(), actual.next());
            if left == right && left.is_some() {
                continue;
            }
            let end = "(the output ends here)";
            writeln!(f, "{}: $ {}", self.line, self.command)?;
            writeln!(f, "    line {number} of the output differs")?;
            writeln!(f, "    in the file: {}", left.unwrap_or(end))?;
            return write!(f, "    now:         {}", right.unwrap_or(end));
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "# A rule\n\n```journal\njournal x\n```\n\n```console\n\
        $ servanda list\nold\n\n$ servanda fail 'a b'\n```\nend\n";

    fn listing(call: &Call<'_>) -> Answer {
        if call.arguments.first().is_some_and(|word| word == "fail") {
            return Answer { out: String::new(), err: "no: a b".to_owned(), exit: 1 };
        }
        let entries = std::fs::read_dir(call.directory).unwrap();
        let names = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap());
        Answer { out: names.collect(), err: String::new(), exit: 0 }
    }

    #[test]
    fn outputs_are_compared_and_written_anew() {
        let outcome = play(TEXT, &listing).unwrap();
        let lines: Vec<_> = outcome.differences.iter().map(|found| found.line).collect();
        assert_eq!((outcome.commands, lines), (2, vec![8, 11]));
        assert!(outcome.differences[0].to_string().contains("now:         case.journal"));
        let again = play(&outcome.blessed, &listing).unwrap();
        assert_eq!(again.differences, []);
        assert_eq!(again.blessed, outcome.blessed);
        assert!(again.blessed.ends_with("$ servanda fail 'a b'\nno: a b\n[exit 1]\n```\nend\n"));
    }

    #[test]
    fn what_cannot_be_played_is_a_difference() {
        let cases = [
            "```console\n$ cargo test\n```\n",
            "```console\n$ servanda serve\n```\n",
            "```console\nservanda list\n```\n",
            "```csv name=../x.csv\n```\n",
        ];
        for text in cases {
            let outcome = play(text, &listing).unwrap();
            assert_eq!((outcome.differences.len(), outcome.blessed.as_str()), (1, text), "{text}");
        }
    }
}
