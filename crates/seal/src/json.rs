//! Strict JSON: the canonical form of RFC 8785 (JCS), without fractions and negative numbers.
//!
//! What is printed is what is parsed: no other bytes say the same value.

use std::collections::BTreeMap;

/// The largest whole number that every reader of JSON keeps exact (RFC 7493, section 2.2).
const NUMBER_MAX: u64 = 9_007_199_254_740_991;
/// How deep lists and objects may stand in each other.
const DEPTH_MAX: u8 = 8;

/// A value of strict JSON.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Json {
    /// `true` or `false`.
    Truth(bool),
    /// A whole number from 0 to 9,007,199,254,740,991.
    Number(u64),
    /// A text.
    Text(String),
    /// A list.
    List(Vec<Json>),
    /// An object; its keys are of ASCII, so that the order of bytes is that of UTF-16.
    Object(BTreeMap<String, Json>),
}

/// Why bytes are not strict JSON, and at which byte.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("byte {at}: {what}")]
pub struct NotStrict {
    /// The byte, from 0.
    pub at: usize,
    /// What is amiss there.
    pub what: &'static str,
}

impl Json {
    /// Prints the value; none where it holds a number or a key that the form has not.
    pub fn print(&self) -> Option<String> {
        let mut out = String::new();
        self.print_to(&mut out, 0)?;
        Some(out)
    }

    fn print_to(&self, out: &mut String, depth: u8) -> Option<()> {
        if depth > DEPTH_MAX {
            return None;
        }
        let below = depth.saturating_add(1);
        match self {
            Self::Truth(truth) => out.push_str(if *truth { "true" } else { "false" }),
            Self::Number(number) if *number <= NUMBER_MAX => out.push_str(&number.to_string()),
            Self::Number(_) => return None,
            Self::Text(text) => quote(text, out),
            Self::List(items) => {
                out.push('[');
                for (index, item) in items.iter().enumerate() {
                    out.push_str(if index == 0 { "" } else { "," });
                    item.print_to(out, below)?;
                }
                out.push(']');
            }
            Self::Object(fields) => {
                out.push('{');
                for (index, (key, value)) in fields.iter().enumerate() {
                    is_key(key).then_some(())?;
                    out.push_str(if index == 0 { "" } else { "," });
                    quote(key, out);
                    out.push(':');
                    value.print_to(out, below)?;
                }
                out.push('}');
            }
        }
        Some(())
    }

    /// Parses one value and nothing after it.
    ///
    /// # Errors
    /// The first byte that the canonical form would not have there.
    pub fn parse(text: &str) -> Result<Self, NotStrict> {
        let mut reader = Reader { text, at: 0 };
        let value = reader.value(0)?;
        if reader.at == text.len() { Ok(value) } else { Err(reader.fault("the value has ended")) }
    }
}

fn is_key(key: &str) -> bool {
    !key.is_empty() && key.bytes().all(|b| matches!(b, b'a'..=b'z' | b'0'..=b'9' | b'_'))
}

/// Quotes a text with the shortest escapes (RFC 8785, section 3.2.2.2).
fn quote(text: &str, out: &mut String) {
    out.push('"');
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\u{8}' => out.push_str("\\b"),
            '\t' => out.push_str("\\t"),
            '\n' => out.push_str("\\n"),
            '\u{c}' => out.push_str("\\f"),
            '\r' => out.push_str("\\r"),
            c if c < ' ' => out.push_str(&format!("\\u{:04x}", u32::from(c))),
            c => out.push(c),
        }
    }
    out.push('"');
}

struct Reader<'t> {
    text: &'t str,
    at: usize,
}

impl Reader<'_> {
    fn fault(&self, what: &'static str) -> NotStrict {
        NotStrict { at: self.at, what }
    }

    fn rest(&self) -> &str {
        self.text.get(self.at..).unwrap_or("")
    }

    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn eat(&mut self, word: &str) -> bool {
        let found = self.rest().starts_with(word);
        if found {
            self.at = self.at.saturating_add(word.len());
        }
        found
    }

    fn expect(&mut self, word: &str, what: &'static str) -> Result<(), NotStrict> {
        if self.eat(word) { Ok(()) } else { Err(self.fault(what)) }
    }

    fn value(&mut self, depth: u8) -> Result<Json, NotStrict> {
        if depth > DEPTH_MAX {
            return Err(self.fault("values stand in each other too deeply"));
        }
        let below = depth.saturating_add(1);
        match self.peek() {
            Some(b'{') => self.object(below),
            Some(b'[') => self.list(below),
            Some(b'"') => self.string().map(Json::Text),
            Some(b'0'..=b'9') => self.number(),
            Some(b't') if self.eat("true") => Ok(Json::Truth(true)),
            Some(b'f') if self.eat("false") => Ok(Json::Truth(false)),
            Some(_) | None => Err(self.fault("no value of strict JSON begins here")),
        }
    }

    fn object(&mut self, depth: u8) -> Result<Json, NotStrict> {
        self.eat("{");
        let mut fields: BTreeMap<String, Json> = BTreeMap::new();
        if self.eat("}") {
            return Ok(Json::Object(fields));
        }
        loop {
            let start = self.at;
            if self.peek() != Some(b'"') {
                return Err(self.fault("a key was expected"));
            }
            let key = self.string()?;
            if !is_key(&key) {
                let what = "a key is of the letters a to z, digits and `_`";
                return Err(NotStrict { at: start, what });
            }
            if fields.last_key_value().is_some_and(|(last, _)| *last >= key) {
                return Err(NotStrict { at: start, what: "keys stand in order, each once" });
            }
            self.expect(":", "`:` was expected")?;
            let value = self.value(depth)?;
            fields.insert(key, value);
            if self.eat("}") {
                return Ok(Json::Object(fields));
            }
            self.expect(",", "`,` or `}` was expected")?;
        }
    }

    fn list(&mut self, depth: u8) -> Result<Json, NotStrict> {
        self.eat("[");
        let mut items = Vec::new();
        if self.eat("]") {
            return Ok(Json::List(items));
        }
        loop {
            items.push(self.value(depth)?);
            if self.eat("]") {
                return Ok(Json::List(items));
            }
            self.expect(",", "`,` or `]` was expected")?;
        }
    }

    fn number(&mut self) -> Result<Json, NotStrict> {
        let rest = self.rest();
        let length = rest.bytes().position(|b| !b.is_ascii_digit()).unwrap_or(rest.len());
        let digits = rest.get(..length).unwrap_or("");
        let number = digits.parse::<u64>().ok().filter(|number| *number <= NUMBER_MAX);
        let is_plain = length == 1 || !digits.starts_with('0');
        match number.filter(|_| is_plain) {
            Some(number) => {
                self.at = self.at.saturating_add(length);
                Ok(Json::Number(number))
            }
            None => Err(self.fault("a number is whole, without leading zero, below 2^53")),
        }
    }

    fn string(&mut self) -> Result<String, NotStrict> {
        self.eat("\"");
        let mut out = String::new();
        loop {
            let rest = self.rest();
            let plain = rest.bytes().position(|b| b == b'"' || b == b'\\' || b < b' ');
            let plain = plain.ok_or_else(|| self.fault("a text has no end"))?;
            out.push_str(rest.get(..plain).unwrap_or(""));
            self.at = self.at.saturating_add(plain);
            match self.peek() {
                Some(b'"') => {
                    self.eat("\"");
                    return Ok(out);
                }
                Some(b'\\') => out.push(self.escape()?),
                Some(_) | None => return Err(self.fault("a control character stands unescaped")),
            }
        }
    }

    /// Reads an escape, which is the only one there is for its character.
    fn escape(&mut self) -> Result<char, NotStrict> {
        const SHORT: [(&str, char); 7] = [
            ("\\\"", '"'),
            ("\\\\", '\\'),
            ("\\b", '\u{8}'),
            ("\\t", '\t'),
            ("\\n", '\n'),
            ("\\f", '\u{c}'),
            ("\\r", '\r'),
        ];
        if let Some((_, c)) = SHORT.iter().find(|(written, _)| self.rest().starts_with(written)) {
            self.at = self.at.saturating_add(2);
            return Ok(*c);
        }
        let digits = self.rest().strip_prefix("\\u").and_then(|rest| rest.get(..4));
        let code = digits.and_then(|digits| u32::from_str_radix(digits, 16).ok());
        let c = code.and_then(char::from_u32).filter(|c| *c < ' ');
        let c = c.filter(|c| SHORT.iter().all(|(_, short)| short != c));
        let is_lower =
            digits.is_some_and(|d| d.bytes().all(|b| !b.is_ascii_uppercase() && b != b'+'));
        match c.filter(|_| is_lower) {
            Some(c) => {
                self.at = self.at.saturating_add(6);
                Ok(c)
            }
            None => Err(self.fault("this escape is not the shortest there is")),
        }
    }
}
