//! A file of keys: a line for each, `ROLE PRIVATE+KEY+…`, readable by its owner alone.

use crate::failure::{Failure, Place};
use crate::world::World;
use servanda_depositary::KeyPair;
use servanda_note::{KeyName, SignerKey};
use std::io::Write as _;
use std::os::unix::fs::{OpenOptionsExt as _, PermissionsExt as _};
use std::path::{Path, PathBuf};

/// The keys of a file, by their roles.
pub(crate) struct KeyFile {
    path: PathBuf,
    pairs: Vec<(String, KeyPair)>,
}

impl KeyFile {
    /// Makes keys for roles; nothing is written yet.
    pub(crate) fn make(
        path: &Path,
        roles: &[(&str, &str)],
        world: &World,
    ) -> Result<Self, Failure> {
        let mut pairs = Vec::new();
        for (role, name) in roles {
            let pair = KeyPair { key: make(name, "", world)?, next: make(name, "next", world)? };
            pairs.push(((*role).to_owned(), pair));
        }
        Ok(Self { path: path.to_owned(), pairs })
    }

    /// Reads a file of keys.
    pub(crate) fn read(path: &Path, world: &World) -> Result<Self, Failure> {
        Self::of_lines(path, lines(path, world)?)
    }

    fn of_lines(path: &Path, lines: Vec<Line>) -> Result<Self, Failure> {
        let mut pairs = Vec::new();
        let mut open: Option<(String, SignerKey)> = None;
        for Line { number, role, key } in lines {
            let amiss = |message: String| Failure::Key {
                at: Place::line(path, number),
                message,
                hint: "a line is `ROLE KEY`, the next key of a role below its key".to_owned(),
            };
            let key = SignerKey::parse(&key).map_err(|flaw| amiss(flaw.to_string()))?;
            match (role.strip_suffix("-next"), open.take()) {
                (None, None) => open = Some((role, key)),
                (Some(role), Some((first, pair))) if role == first => {
                    pairs.push((first, KeyPair { key: pair, next: key }));
                }
                (_, _) => return Err(amiss("this key has no pair".to_owned())),
            }
        }
        Ok(Self { path: path.to_owned(), pairs })
    }

    /// Writes the file where none is; it is then readable by its owner alone.
    pub(crate) fn write_new(&self, world: &World) -> Result<(), Failure> {
        write_new(&self.path, &self.print(), world)
    }

    fn print(&self) -> String {
        let lines = self.pairs.iter().map(|(role, pair)| {
            format!("{role} {}\n{role}-next {}\n", *pair.key.print(), *pair.next.print())
        });
        lines.collect()
    }

    /// Returns the pairs of a role.
    pub(crate) fn of(self, wanted: &str) -> Result<Vec<KeyPair>, Failure> {
        let lacking = self.lacking(wanted);
        let pairs = self.pairs.into_iter().filter(|(role, _)| role == wanted);
        let found: Vec<KeyPair> = pairs.map(|(_, pair)| pair).collect();
        if found.is_empty() { Err(lacking) } else { Ok(found) }
    }

    fn lacking(&self, wanted: &str) -> Failure {
        Failure::Key {
            at: Place::file(&self.path),
            message: format!("there is no key of the role `{wanted}`"),
            hint: match wanted {
                "authority" => "`servanda key new --authority` makes one, `log create` the first",
                _ => "`servanda key new` makes keys of delegations; `log create` the others",
            }
            .to_owned(),
        }
    }

    /// Takes out the first pair of a role, and says at which place it stood.
    pub(crate) fn take_out(&mut self, wanted: &str) -> Result<(usize, KeyPair), Failure> {
        let place = self.pairs.iter().position(|(role, _)| role == wanted);
        let place = place.ok_or_else(|| self.lacking(wanted))?;
        Ok((place, self.pairs.remove(place).1))
    }

    /// Makes the file at a path that has another pair at a place, and all others as they are.
    pub(crate) fn put_in(self, path: PathBuf, place: usize, pair: (String, KeyPair)) -> Self {
        let mut pairs = self.pairs;
        pairs.insert(place.min(pairs.len()), pair);
        Self { path, pairs }
    }

    /// Returns the first pair, whatever its role, and that role.
    pub(crate) fn first(self) -> Result<(String, KeyPair), Failure> {
        let at = Place::file(&self.path);
        self.pairs.into_iter().next().ok_or_else(|| Failure::Key {
            at,
            message: "there is no key".to_owned(),
            hint: "`servanda key new` makes a file of keys".to_owned(),
        })
    }

    /// Returns the pairs with their roles.
    pub(crate) fn pairs(&self) -> &[(String, KeyPair)] {
        &self.pairs
    }
}

/// A line of a file of keys.
pub(crate) struct Line {
    pub(crate) number: usize,
    pub(crate) role: String,
    pub(crate) key: String,
}

/// Reads the lines of a file of keys, which nobody but its owner may read.
pub(crate) fn lines(path: &Path, world: &World) -> Result<Vec<Line>, Failure> {
    let fault = |cause| Failure::Disk { doing: "read", path: path.to_owned(), cause };
    let place = world.directory.join(path);
    let bytes = std::fs::read(&place).map_err(fault)?;
    let mode = std::fs::metadata(&place).map_err(fault)?.permissions().mode();
    if mode & 0o077 != 0 {
        return Err(Failure::Key {
            at: Place::file(path),
            message: "others than its owner may read it".to_owned(),
            hint: format!("chmod 600 {}", path.display()),
        });
    }
    let text = String::from_utf8(bytes).map_err(|_no_text| Failure::Key {
        at: Place::file(path),
        message: "it is no text".to_owned(),
        hint: "a line is `ROLE KEY`".to_owned(),
    })?;
    parse(path, &text)
}

/// Parses the text of a file of keys and prints its lines again; none where it is none.
pub fn keys_again(text: &str) -> Option<String> {
    let path = Path::new("keys");
    parse(path, text).and_then(|lines| KeyFile::of_lines(path, lines)).map(|keys| keys.print()).ok()
}

fn parse(path: &Path, text: &str) -> Result<Vec<Line>, Failure> {
    let mut found = Vec::new();
    for (number, line) in (1..).zip(text.lines()) {
        if line.is_empty() || line.starts_with(';') {
            continue;
        }
        let Some((role, key)) = line.split_once(' ') else {
            return Err(Failure::Key {
                at: Place::line(path, number),
                message: "no key".to_owned(),
                hint: "a line is `ROLE KEY`".to_owned(),
            });
        };
        found.push(Line { number, role: role.to_owned(), key: key.to_owned() });
    }
    Ok(found)
}

/// Writes a file of keys where none is; it is then readable by its owner alone.
pub(crate) fn write_new(path: &Path, lines: &str, world: &World) -> Result<(), Failure> {
    let fault = |cause| Failure::Disk { doing: "write", path: path.to_owned(), cause };
    let mut options = std::fs::OpenOptions::new();
    options.write(true).create_new(true).mode(0o600);
    let mut file = options.open(world.directory.join(path)).map_err(fault)?;
    file.write_all(b"; Keys. Whoever has this file signs as they do: keep it to yourself.\n")
        .map_err(fault)?;
    file.write_all(lines.as_bytes()).map_err(fault)?;
    file.sync_all().map_err(fault)
}

/// Makes a key; its secret comes from the world.
pub(crate) fn make(name: &str, which: &str, world: &World) -> Result<SignerKey, Failure> {
    let Some(parsed) = KeyName::parse(name) else {
        let message = format!("`{name}` cannot name a key");
        let hint = Some("an address without a scheme, as in `league.example/armenia`".to_owned());
        return Err(Failure::Usage { message, hint });
    };
    let seed = world.secret(&format!("{name} {which}"))?;
    Ok(SignerKey::new(parsed, &seed))
}
