//! Reading the statement: a hand-written scanner that knows one form and runs nothing.

use super::{Fault, LeftOut, Literal, Parsed, Row};

/// The most rows of one text; beyond it a text is refused rather than half read.
const ROWS: usize = 100_000;

/// Reads every row of a text.
///
/// # Errors
/// Returns the first place at which a statement is not of the one form.
pub fn parse(text: &str) -> Result<Parsed, Fault> {
    let mut scan = Scan { rest: text, line: 1, column: 1 };
    let mut parsed = Parsed::default();
    loop {
        scan.outside(&mut parsed.left_out);
        if scan.rest.is_empty() {
            return Ok(parsed);
        }
        scan.statement(&mut parsed)?;
        if parsed.rows.len() > ROWS {
            return Err(scan.fault(format!("more than {ROWS} rows")));
        }
    }
}

struct Scan<'t> {
    rest: &'t str,
    line: u32,
    column: u32,
}

impl Scan<'_> {
    fn fault(&self, message: impl Into<String>) -> Fault {
        Fault { line: self.line, column: self.column, message: message.into() }
    }

    fn peek(&self) -> Option<char> {
        self.rest.chars().next()
    }

    fn bump(&mut self) -> Option<char> {
        let mut letters = self.rest.chars();
        let c = letters.next()?;
        self.rest = letters.as_str();
        if c == '\n' {
            (self.line, self.column) = (self.line.saturating_add(1), 1);
        } else {
            self.column = self.column.saturating_add(1);
        }
        Some(c)
    }

    fn blank(&mut self) {
        while self.peek().is_some_and(char::is_whitespace) {
            self.bump();
        }
    }

    /// Passes over text until a line that begins a statement.
    fn outside(&mut self, left_out: &mut Vec<LeftOut>) {
        let (first, mut lines, mut letters) = (self.line, 0u32, 0usize);
        let mut begins = true;
        while let Some(c) = self.peek() {
            if begins && starts_statement(self.rest) {
                break;
            }
            begins = c == '\n' || (begins && c.is_whitespace());
            lines = lines.saturating_add(u32::from(c == '\n'));
            letters = letters.saturating_add(usize::from(!c.is_whitespace()));
            self.bump();
        }
        if letters > 0 {
            let what = format!("{letters} letters of text on {} lines", lines.max(1));
            left_out.push(LeftOut {
                line: first,
                what,
                why: "it stands outside the statement; it is not read and nothing is run",
            });
        }
    }

    fn word(&mut self, word: &str) -> Result<(), Fault> {
        self.blank();
        let found =
            self.rest.get(..word.len()).is_some_and(|start| start.eq_ignore_ascii_case(word));
        if !found {
            return Err(self.fault(format!("`{word}` is expected here")));
        }
        word.chars().for_each(|_| {
            self.bump();
        });
        if self.peek().is_some_and(|c| c.is_alphanumeric() || c == '_') {
            return Err(self.fault(format!("`{word}` is expected here as a word of its own")));
        }
        Ok(())
    }

    fn mark(&mut self, mark: char) -> Result<(), Fault> {
        self.blank();
        if self.peek() != Some(mark) {
            return Err(self.fault(format!("`{mark}` is expected here")));
        }
        self.bump();
        Ok(())
    }

    /// Tells whether a mark comes next, and takes it.
    fn has(&mut self, mark: char) -> bool {
        self.blank();
        let has = self.peek() == Some(mark);
        if has {
            self.bump();
        }
        has
    }

    /// Reads `INSERT INTO table(columns) VALUES (…)[, (…)]…[;]`.
    fn statement(&mut self, parsed: &mut Parsed) -> Result<(), Fault> {
        self.word("INSERT")?;
        self.word("INTO")?;
        let table = self.name()?;
        self.mark('(')?;
        let mut columns = vec![self.name()?];
        while self.has(',') {
            columns.push(self.name()?);
        }
        self.mark(')')?;
        if (1..columns.len()).any(|index| {
            columns
                .get(index)
                .is_some_and(|name| columns.iter().take(index).any(|known| known == name))
        }) {
            return Err(self.fault("a column is named twice"));
        }
        self.word("VALUES")?;
        loop {
            let literals = self.tuple()?;
            if literals.len() != columns.len() {
                let message = format!("{} values for {} columns", literals.len(), columns.len());
                return Err(self.fault(message));
            }
            let cells = columns.iter().cloned().zip(literals).collect();
            parsed.rows.push(Row { table: table.clone(), cells });
            if !self.has(',') {
                break;
            }
        }
        if self.has(';') || self.rest.is_empty() {
            return Ok(());
        }
        Err(self.fault(
            "the statement ends after its values: `;`, `,` or the end of the text is expected here",
        ))
    }

    fn tuple(&mut self) -> Result<Vec<Literal>, Fault> {
        self.mark('(')?;
        let mut literals = vec![self.literal()?];
        while self.has(',') {
            literals.push(self.literal()?);
        }
        self.mark(')')?;
        Ok(literals)
    }

    /// Reads a name, plain or between backticks.
    fn name(&mut self) -> Result<String, Fault> {
        self.blank();
        let mut name = String::new();
        if self.has('`') {
            loop {
                match self.bump() {
                    None => {
                        return Err(self.fault("a name that begins with a backtick does not end"));
                    }
                    Some('`') if self.peek() == Some('`') => {
                        self.bump();
                        name.push('`');
                    }
                    Some('`') => break,
                    Some(c) => name.push(c),
                }
            }
        } else {
            while let Some(c) = self.peek().filter(|c| c.is_alphanumeric() || *c == '_') {
                name.push(c);
                self.bump();
            }
        }
        if name.is_empty() { Err(self.fault("a name is expected here")) } else { Ok(name) }
    }

    fn literal(&mut self) -> Result<Literal, Fault> {
        self.blank();
        match self.peek() {
            Some('\'') => self.text().map(Literal::Text),
            Some('N' | 'n') => self.word("NULL").map(|()| Literal::Null),
            Some(c) if c == '-' || c.is_ascii_digit() => self.number(),
            _ => Err(self.fault("a string, a whole number or NULL is expected here; calls and expressions are not read")),
        }
    }

    fn number(&mut self) -> Result<Literal, Fault> {
        let mut digits = String::new();
        if self.peek() == Some('-') {
            self.bump();
            digits.push('-');
        }
        while let Some(c) = self.peek().filter(char::is_ascii_digit) {
            digits.push(c);
            self.bump();
        }
        let plain = digits.ends_with(|c: char| c.is_ascii_digit());
        let over = self.peek().is_some_and(|c| c.is_alphanumeric() || matches!(c, '_' | '.'));
        if plain && !over {
            Ok(Literal::Number(digits))
        } else {
            Err(self.fault("a whole number is expected here"))
        }
    }

    /// Reads a string between quotes: `''` and `\'` are a quote.
    fn text(&mut self) -> Result<String, Fault> {
        let opened = self.fault("a string that begins here does not end");
        self.bump();
        let mut text = String::new();
        loop {
            match self.bump() {
                None => return Err(opened),
                Some('\'') if self.peek() == Some('\'') => {
                    self.bump();
                    text.push('\'');
                }
                Some('\'') => return Ok(text),
                Some('\\') => escape(self.bump().ok_or_else(|| opened.clone())?, &mut text),
                Some(c) => text.push(c),
            }
        }
    }
}

/// Resolves what follows a backslash, as MySQL does: an unknown letter stands for itself.
fn escape(c: char, text: &mut String) {
    match c {
        '0' => text.push('\0'),
        'b' => text.push('\u{8}'),
        'n' => text.push('\n'),
        'r' => text.push('\r'),
        't' => text.push('\t'),
        'Z' => text.push('\u{1a}'),
        // Outside patterns these two keep their backslash.
        '%' | '_' => text.extend(['\\', c]),
        c => text.push(c),
    }
}

fn starts_statement(rest: &str) -> bool {
    let word = rest.get(..6).is_some_and(|start| start.eq_ignore_ascii_case("insert"));
    let after = rest.get(6..).map(str::trim_start);
    word && rest.get(6..).is_some_and(|after| after.starts_with(char::is_whitespace))
        && after
            .and_then(|after| after.get(..4))
            .is_some_and(|start| start.eq_ignore_ascii_case("into"))
}
