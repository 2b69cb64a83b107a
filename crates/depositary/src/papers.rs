//! The papers of a witness: what it found, kept in its mirror beside the entries and numbered.

use crate::fault::Fault;
use servanda_seal::Digest;
use servanda_store::{Body, Store};

/// The most papers that are kept: whoever signs more histories has shown enough.
pub(crate) const PAPERS_MAX: usize = 64;

/// Returns the papers that are kept, in the order in which they were.
pub(crate) fn papers(store: &mut dyn Store) -> Result<Vec<String>, Fault> {
    let mut found = Vec::new();
    while let Some(body) = store.body(&place(found.len()).0)? {
        found.push(String::from_utf8_lossy(&body.bytes).into_owned());
    }
    Ok(found)
}

/// Keeps a paper, once; says whether it is kept.
pub(crate) fn keep_paper(store: &mut dyn Store, paper: &str) -> Result<bool, Fault> {
    let papers = papers(store)?;
    if papers.iter().any(|known| known == paper) {
        return Ok(true);
    }
    if papers.len() >= PAPERS_MAX {
        return Ok(false);
    }
    let body = Body { salt: Vec::new(), bytes: paper.as_bytes().to_vec() };
    store.keep_body(&place(papers.len()).0, &body)?;
    Ok(true)
}

/// Tells whether a paper is kept under this.
pub(crate) fn is_paper(commitment: Digest) -> bool {
    (0..PAPERS_MAX).any(|number| place(number) == commitment)
}

/// Returns under what a paper is kept: no content has this commitment, since it is of no salt.
fn place(number: usize) -> Digest {
    Digest::of(format!("servanda.witness paper {number}").as_bytes())
}
