//! Trees that the log programs of Certificate Transparency publish, with their roots and proofs.

use servanda_tlog::{
    Frontier, Hash, Plan, TreeHead, leaf_hash, verify_consistency, verify_inclusion,
};
use std::collections::BTreeMap;

const LEAVES: [&str; 8] = [
    "",
    "00",
    "10",
    "2021",
    "3031",
    "40414243",
    "5051525354555657",
    "606162636465666768696a6b6c6d6e6f",
];
const ROOTS: [&str; 9] = [
    "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
];

fn hex(text: &str) -> Vec<u8> {
    (0..text.len() / 2)
        .map(|at| u8::from_str_radix(&text[2 * at..2 * at + 2], 16).unwrap())
        .collect()
}

fn head(size: usize) -> TreeHead {
    TreeHead { size: size as u64, root: Hash(hex(ROOTS[size]).try_into().unwrap()) }
}

#[test]
fn roots_and_proofs_are_those_that_are_published() {
    let (mut frontier, mut nodes) = (Frontier::new(), BTreeMap::new());
    assert_eq!(frontier.head(), head(0));
    for (at, leaf) in LEAVES.iter().enumerate() {
        frontier.append(leaf_hash(&hex(leaf)), |node, hash| {
            nodes.insert(node, *hash);
        });
        assert_eq!(frontier.head(), head(at + 1));
    }
    let fold = |plan: Plan| plan.fold(|node| nodes.get(&node).copied().ok_or(())).unwrap();
    let print = |hashes: &[Hash]| hashes.iter().map(|hash| format!("{hash:?}")).collect::<Vec<_>>();
    let inclusion = fold(Plan::inclusion(5, 8).unwrap());
    assert_eq!(
        print(&inclusion),
        [
            "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
            "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
            "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
        ]
    );
    assert_eq!(verify_inclusion(leaf_hash(&hex(LEAVES[5])), 5, &inclusion, &head(8)), Ok(()));
    let consistency = fold(Plan::consistency(6, 8).unwrap());
    assert_eq!(
        print(&consistency),
        [
            "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
            "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
            "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
        ]
    );
    assert_eq!(verify_consistency(&head(6), &head(8), &consistency), Ok(()));
}
