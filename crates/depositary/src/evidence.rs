//! The evidence of two histories: two signed checkpoints, and a proof of consistency (RFC 6962
//! §2.1.2) that the longer one began with another root than the shorter one signed.
//!
//! It is verified with the log's key alone: nobody is believed, and nobody is asked.

use crate::divergence::SPLIT_VIEW;
use crate::fault::Fault;
use crate::mirror::Mirror;
use crate::shown::Shown;
use crate::tree::Tree;
use servanda_note::{Note, Unverified, VerifierKey};
use servanda_seal::{Digest, Json};
use servanda_store::Store;
use servanda_tlog::{
    Checkpoint, Edge, Hash, Plan, ProofFlaw, TileSet, TreeHead, tile_bytes, verify_consistency,
};
use std::collections::BTreeMap;

/// What a longer history had at the size of a shorter one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Evidence {
    /// Its root at that size.
    pub(crate) then: Hash,
    /// The proof that it went on from that.
    pub(crate) proof: Vec<Hash>,
}

impl Evidence {
    /// Makes the evidence from all leaves of the longer history; none where a size is not theirs.
    pub(crate) fn of_leaves(leaves: &[Hash], old: u64) -> Result<Option<Self>, Fault> {
        let new = u64::try_from(leaves.len()).unwrap_or(u64::MAX);
        let Some(plan) = Plan::consistency(old, new) else { return Ok(None) };
        let (mut edge, mut filled, mut tiles) = (Edge::new(), Vec::new(), TileSet::new());
        let mut then = TreeHead::empty();
        for leaf in leaves {
            edge.append(*leaf, &mut filled);
            if edge.size() == old {
                then = edge.head();
            }
        }
        for full in &filled {
            tiles.put(full.tile, &tile_bytes(&full.hashes))?;
        }
        for (tile, hashes) in edge.partials() {
            tiles.put(tile, &tile_bytes(hashes))?;
        }
        let proof = plan.fold(|node| tiles.node(node))?;
        Ok(Some(Self { then: then.root, proof }))
    }

    /// Makes it from the tree of a mirror; none where the mirror is shorter.
    pub(crate) fn of_tree(
        tree: &mut Tree,
        store: &mut dyn Store,
        (old, new): (u64, u64),
    ) -> Result<Option<Self>, Fault> {
        let is_here = new <= tree.size();
        let Some(plan) = Plan::consistency(old, new).filter(|_| is_here) else { return Ok(None) };
        let then = tree.root_at(store, old)?;
        Ok(Some(Self { then, proof: tree.fold(store, &plan)? }))
    }

    /// Adds what a split view says of it.
    pub(crate) fn print_to(&self, fields: &mut BTreeMap<String, Json>) {
        let text = |hash: &Hash| Json::Text(Digest(hash.0).to_string());
        fields.insert("then".to_owned(), text(&self.then));
        fields.insert("proof".to_owned(), Json::List(self.proof.iter().map(text).collect()));
    }

    fn parse(fields: &BTreeMap<String, Json>) -> Option<Self> {
        let hash = |json: &Json| match json {
            Json::Text(text) => Digest::parse(text).map(|digest| Hash(digest.0)),
            Json::Truth(_) | Json::Number(_) | Json::List(_) | Json::Object(_) => None,
        };
        let Some(Json::List(proof)) = fields.get("proof") else { return None };
        let proof = proof.iter().map(hash).collect::<Option<_>>()?;
        Some(Self { then: hash(fields.get("then")?)?, proof })
    }
}

impl Mirror {
    /// Makes the evidence that of two signed heads the longer one does not go on from the shorter
    /// one: from the mirror where that is the longer, else from what is shown. Two of one size need
    /// none, and there is none where the longer one is not shown whole.
    pub(crate) fn evidence(
        &mut self,
        ours: &TreeHead,
        theirs: &TreeHead,
        shown: &mut Shown<'_, '_>,
    ) -> Result<Option<Evidence>, Fault> {
        if theirs.size == ours.size {
            return Ok(None);
        }
        if theirs.size < ours.size {
            let sizes = (theirs.size, ours.size);
            return Evidence::of_tree(&mut self.tree, self.store.as_mut(), sizes);
        }
        match shown.leaves(0, theirs.size) {
            Ok(leaves) if Tree::new().with(&leaves) == *theirs => {
                Evidence::of_leaves(&leaves, ours.size)
            }
            Ok(_) | Err(_) => Ok(None),
        }
    }
}

/// Two histories under one origin, both signed by its depositary.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TwoHistories {
    /// The origin.
    pub origin: String,
    /// The shorter one, or the first of two of one size.
    pub shorter: TreeHead,
    /// The longer one.
    pub longer: TreeHead,
    /// The root that the longer one had at the size of the shorter one.
    pub then: Hash,
}

/// Why a paper proves no two histories.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NoEvidence {
    /// It is no split view.
    #[error("it is not in the form of a split view: {0}")]
    Form(&'static str),
    /// What it shows is an act, which its signer vouches for alone.
    #[error("it shows an act whose signer saw another root, and no second signed checkpoint")]
    Seen,
    /// A checkpoint is not by the log's key.
    #[error("a checkpoint in it is not signed by the log's key: {0}")]
    Unsigned(Unverified),
    /// The proof leads elsewhere.
    #[error("its proof leads nowhere: {0}")]
    Proof(ProofFlaw),
    /// The longer one goes on from the shorter one.
    #[error("the two checkpoints are of one history")]
    One,
}

/// Verifies the paper of a witness by keys of the log's depositary, and asks nobody.
///
/// # Errors
/// Why it does not prove that two histories were signed.
pub fn two_histories(paper: &[u8], keys: &[VerifierKey]) -> Result<TwoHistories, NoEvidence> {
    let fields = fields(paper)?;
    let text = |name: &str| match fields.get(name) {
        Some(Json::Text(text)) => Some(text.as_str()),
        Some(Json::Truth(_) | Json::Number(_) | Json::List(_) | Json::Object(_)) | None => None,
    };
    if text("how") == Some("seen") {
        return Err(NoEvidence::Seen);
    }
    let (Some(mirrored), Some(shown)) = (text("mirrored"), text("shown")) else {
        return Err(NoEvidence::Form("it holds no two checkpoints"));
    };
    let (one, other) = (signed(mirrored, keys)?, signed(shown, keys)?);
    if one.origin() != other.origin() {
        return Err(NoEvidence::Form("its checkpoints are of two logs"));
    }
    let origin = one.origin().to_owned();
    let (mut shorter, mut longer) = (one.head(), other.head());
    if shorter.size > longer.size {
        (shorter, longer) = (longer, shorter);
    }
    let then = if shorter.size == longer.size {
        longer.root
    } else {
        let missing = NoEvidence::Form("it does not say what the longer history began with");
        let Evidence { then, proof } = Evidence::parse(&fields).ok_or(missing)?;
        let began = TreeHead { size: shorter.size, root: then };
        verify_consistency(&began, &longer, &proof).map_err(NoEvidence::Proof)?;
        then
    };
    if then == shorter.root {
        return Err(NoEvidence::One);
    }
    Ok(TwoHistories { origin, shorter, longer, then })
}

fn fields(paper: &[u8]) -> Result<BTreeMap<String, Json>, NoEvidence> {
    let form = NoEvidence::Form;
    let note = Note::parse(paper).map_err(|_flaw| form("it is no signed note"))?;
    let rest = note.text().strip_prefix(SPLIT_VIEW).and_then(|rest| rest.strip_prefix('\n'));
    let rest = rest.ok_or(form("its first line is another"))?;
    let lines = rest.split_once('\n').and_then(|(_, line)| line.strip_suffix('\n'));
    let line = lines.ok_or(form("it has not three lines"))?;
    match Json::parse(line) {
        Ok(Json::Object(fields)) => Ok(fields),
        Ok(Json::Truth(_) | Json::Number(_) | Json::Text(_) | Json::List(_)) | Err(_) => {
            Err(form("its third line is no object of strict JSON"))
        }
    }
}

fn signed(note: &str, keys: &[VerifierKey]) -> Result<Checkpoint, NoEvidence> {
    let form = |_flaw| NoEvidence::Form("what it holds is no checkpoint");
    let note = Note::parse(note.as_bytes()).map_err(form)?;
    note.verify(keys).map_err(NoEvidence::Unsigned)?;
    Checkpoint::parse(note.text())
        .map_err(|_flaw| NoEvidence::Form("what it holds is no checkpoint"))
}
