//! The founding of a log: a record's text, piece by piece, as entries that the depositary signs.

use crate::fault::Fault;
use servanda_journal::RecordFile;
use servanda_note::SignerKey;
use servanda_seal::{Content, Digest, Enrolment, Flaw, Genesis, Role, Sealed, sealed_text};

/// The version of the charter language, and of what its words mean, that this program speaks.
pub const LANGUAGE: u64 = 1;

/// A key, and the one that may take its place.
#[derive(Debug)]
pub struct KeyPair {
    /// The key that signs.
    pub key: SignerKey,
    /// The one fixed to come after it.
    pub next: SignerKey,
}

/// What a log begins with.
#[derive(Debug)]
pub struct Founding<'a> {
    /// The log's origin.
    pub origin: &'a str,
    /// The organisation's word.
    pub organisation: &'a str,
    /// The keys of the authority; all of them sign the genesis.
    pub authority: &'a [KeyPair],
    /// How many of them sign together from then on: at least one.
    pub threshold: u64,
    /// The key of the depositary.
    pub depositary: &'a KeyPair,
    /// The origin of the log that this one rehearses, where it is a rehearsal.
    pub rehearses: Option<&'a str>,
}

impl KeyPair {
    /// Returns what an enrolment says of the key.
    pub fn enrolment(&self, role: Role) -> Enrolment {
        let next = Digest::of(&self.next.verifier().public_key().to_bytes());
        Enrolment { key: self.key.verifier(), next, role }
    }
}

/// Signs a content with keys, in their order.
///
/// # Errors
/// What cannot be sealed.
pub fn seal(origin: &str, content: &Content, keys: &[&SignerKey]) -> Result<Sealed, Flaw> {
    let text = sealed_text(origin, content)?;
    let lines = keys.iter().map(|key| key.sign(&text)).collect();
    Sealed::new(text, lines)
}

/// Makes the entries of a founding, in their order: the genesis, the law, the history.
///
/// # Errors
/// A piece that is larger than an entry, or a file that is not UTF-8.
pub fn founding(founding: &Founding<'_>, files: &[RecordFile]) -> Result<Vec<Sealed>, Fault> {
    let mut entries = vec![genesis(founding)?];
    let is_journal = |file: &&RecordFile| file.path.ends_with(".journal");
    let mut files: Vec<&RecordFile> = files.iter().collect();
    files.sort_by(|a, b| a.path.as_bytes().cmp(b.path.as_bytes()));
    let (history, law): (Vec<&RecordFile>, Vec<&RecordFile>) =
        files.into_iter().partition(is_journal);
    for file in law.into_iter().chain(history) {
        pieces_of(founding, file, &mut entries)?;
    }
    Ok(entries)
}

fn genesis(founding: &Founding<'_>) -> Result<Sealed, Fault> {
    let mut keys: Vec<Enrolment> =
        founding.authority.iter().map(|pair| pair.enrolment(Role::Authority)).collect();
    keys.push(founding.depositary.enrolment(Role::Depositary));
    let mut signers: Vec<&SignerKey> = founding.authority.iter().map(|pair| &pair.key).collect();
    signers.push(&founding.depositary.key);
    let genesis = Content::Genesis(Genesis {
        organisation: founding.organisation.to_owned(),
        language: LANGUAGE,
        threshold: founding.threshold,
        keys,
        rehearses: founding.rehearses.map(str::to_owned),
    });
    seal(founding.origin, &genesis, &signers).map_err(|flaw| Fault::Record(flaw.to_string()))
}

fn pieces_of(
    founding: &Founding<'_>,
    file: &RecordFile,
    entries: &mut Vec<Sealed>,
) -> Result<(), Fault> {
    let unfit = |line: u64, cause: &str| Fault::Record(format!("{}:{line}: {cause}", file.path));
    let text = str::from_utf8(&file.bytes).map_err(|error| unfit(1, &error.to_string()))?;
    let is_journal = file.path.ends_with(".journal");
    let mut line: u64 = 1;
    for piece in servanda_text::pieces(text) {
        let (path, said) = (file.path.clone(), piece.to_owned());
        let content = if is_journal {
            Content::Recite { file: path, line, text: said }
        } else {
            Content::Enact { file: path, line, text: said }
        };
        let sealed = seal(founding.origin, &content, &[&founding.depositary.key]);
        entries.push(sealed.map_err(|flaw| unfit(line, &flaw.to_string()))?);
        let lines = piece.bytes().filter(|byte| *byte == b'\n').count();
        line = line.saturating_add(u64::try_from(lines).unwrap_or(u64::MAX));
    }
    Ok(())
}
