//! Lines of a file with named columns (RFC 4180), each with its number.

use csv::{ReaderBuilder, StringRecord};
use servanda_model::{Law, PartyId};

/// A line that cannot be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// The code.
    pub code: &'static str,
    /// The number of the line, from 1.
    pub line: u64,
    /// What is wrong.
    pub message: String,
    /// What would be right.
    pub hint: String,
}

/// The lines of a file.
pub(crate) struct Lines<'b> {
    reader: csv::Reader<&'b [u8]>,
    columns: Vec<String>,
}

/// One line.
pub(crate) struct Line<'c> {
    pub(crate) number: u64,
    record: StringRecord,
    columns: &'c [String],
}

impl<'b> Lines<'b> {
    /// Reads the names of the columns, which stand on the first line.
    ///
    /// # Errors
    /// A column that is needed is missing, or one is there that is none of this file.
    pub(crate) fn new(
        bytes: &'b [u8],
        needed: &[&str],
        optional: &str,
    ) -> Result<Self, Vec<Fault>> {
        let mut reader = ReaderBuilder::new()
            .has_headers(false)
            .flexible(true)
            .trim(csv::Trim::All)
            .comment(Some(b'#'))
            .from_reader(bytes);
        let mut head = StringRecord::new();
        let read = reader.read_record(&mut head);
        let columns: Vec<String> = head.iter().map(str::to_lowercase).collect();
        let missing = needed.iter().find(|name| !columns.iter().any(|column| column == *name));
        let foreign = columns
            .iter()
            .find(|name| !needed.contains(&name.as_str()) && name.as_str() != optional);
        match (read, missing) {
            (Ok(true), None) => match foreign {
                Some(name) => Err(vec![Fault {
                    code: "V-COLUMNS",
                    line: 1,
                    message: format!("`{name}` is no column of this file"),
                    hint: format!("known: {}, {optional}", needed.join(", ")),
                }]),
                None => Ok(Self { reader, columns }),
            },
            (Err(cause), _) => Err(vec![unreadable(&cause)]),
            (Ok(_), missing) => {
                let name = missing.copied().unwrap_or_default();
                Err(vec![Fault {
                    code: "V-COLUMNS",
                    line: 1,
                    message: format!("the first line names no column `{name}`"),
                    hint: format!("begin the file with `{}`", needed.join(",")),
                }])
            }
        }
    }

    /// Returns the next line, none after the last.
    pub(crate) fn next(&mut self) -> Option<Result<Line<'_>, Fault>> {
        let mut record = StringRecord::new();
        match self.reader.read_record(&mut record) {
            Ok(false) => None,
            Ok(true) => {
                let number = record.position().map_or(0, csv::Position::line);
                if record.len() > self.columns.len() {
                    return Some(Err(Fault {
                        code: "V-COLUMNS",
                        line: number,
                        message: "the line has more cells than the first line has columns"
                            .to_owned(),
                        hint: format!("the columns are {}", self.columns.join(",")),
                    }));
                }
                Some(Ok(Line { number, record, columns: &self.columns }))
            }
            Err(cause) => Some(Err(unreadable(&cause))),
        }
    }
}

fn unreadable(cause: &csv::Error) -> Fault {
    Fault {
        code: "V-COLUMNS",
        line: cause.position().map_or(1, csv::Position::line),
        message: "the line is not UTF-8 text with commas between its cells".to_owned(),
        hint: "write it as RFC 4180 has it".to_owned(),
    }
}

impl Line<'_> {
    /// Returns the cell of a column, empty where the line has none.
    pub(crate) fn cell(&self, column: &str) -> &str {
        let at = self.columns.iter().position(|known| known == column);
        at.and_then(|at| self.record.get(at)).unwrap_or("")
    }

    /// Returns the party that the column `state` names.
    pub(crate) fn party(&self, law: &Law) -> Result<PartyId, Fault> {
        let state = self.cell("state");
        law.party_names.find(state).ok_or_else(|| Fault {
            code: "V-STATE",
            line: self.number,
            message: format!("`{state}` is no party this charter declares"),
            hint: "write its code, as in `KAZ`, or declare it in `naming`".to_owned(),
        })
    }

    /// Says that a cell holds none of the words it may.
    pub(crate) fn no_word(&self, column: &str, what: &str, known: &[&str]) -> Fault {
        Fault {
            code: "V-WORD",
            line: self.number,
            message: format!("`{}` is no {what}", self.cell(column)),
            hint: format!("known: {}", known.join(", ")),
        }
    }

    /// Says that a cell holds no date.
    pub(crate) fn no_date(&self, column: &str) -> Fault {
        Fault {
            code: "V-TIME",
            line: self.number,
            message: format!("`{}` is no date", self.cell(column)),
            hint: "write it as `1999-04-21`, or `1999-04`, `1999` where less is known".to_owned(),
        }
    }

    /// Says that a cell holds no whole number.
    pub(crate) fn no_number(&self, column: &str) -> Fault {
        Fault {
            code: "V-WORD",
            line: self.number,
            message: format!("`{}` is no whole number", self.cell(column)),
            hint: "weights are whole numbers: write shares in parts of ten thousand".to_owned(),
        }
    }

    /// Says that a cell holds no time.
    pub(crate) fn no_time(&self, column: &str) -> Fault {
        Fault {
            code: "V-TIME",
            line: self.number,
            message: format!("`{}` is no instant", self.cell(column)),
            hint: "write it as `2020-03-27T12:00:00Z`".to_owned(),
        }
    }
}
