//! Checkpoints as texts.

use crate::oracle;
use proptest::prelude::*;
use servanda_tlog::{Checkpoint, CheckpointFlaw, Hash, TreeHead};

#[test]
fn the_example_of_the_specification_is_read() {
    let text =
        "example.com/behind-the-sofa\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n";
    let checkpoint = Checkpoint::parse(text).unwrap();
    assert_eq!(checkpoint.print(), text);
    assert_eq!(checkpoint.origin(), "example.com/behind-the-sofa");
    assert_eq!(checkpoint.head().size, 20_852_163);
    assert!(checkpoint.extensions().is_empty());
    let further = Checkpoint::parse(&format!("{text}one\n two\n")).unwrap();
    assert_eq!(further.extensions(), ["one", " two"]);
    assert_eq!(further.print(), format!("{text}one\n two\n"));
}

#[test]
fn each_departure_from_the_form_is_named() {
    let root = "CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=";
    let cases = [
        (String::new(), CheckpointFlaw::End),
        (format!("o\n1\n{root}"), CheckpointFlaw::End),
        ("o\n1\n".to_owned(), CheckpointFlaw::Short),
        (format!("\n1\n{root}\n"), CheckpointFlaw::Origin),
        (format!("o\n01\n{root}\n"), CheckpointFlaw::Size),
        (format!("o\n\n{root}\n"), CheckpointFlaw::Size),
        (format!("o\n+1\n{root}\n"), CheckpointFlaw::Size),
        (format!("o\n1 \n{root}\n"), CheckpointFlaw::Size),
        (format!("o\n9223372036854775808\n{root}\n"), CheckpointFlaw::Size),
        (format!("o\n18446744073709551617\n{root}\n"), CheckpointFlaw::Size),
        (format!("o\n1\n{root}=\n"), CheckpointFlaw::Root),
        (format!("o\n1\n {root}\n"), CheckpointFlaw::Root),
        ("o\n1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2J=\n".to_owned(), CheckpointFlaw::Root),
        ("o\n1\nCsUY\n".to_owned(), CheckpointFlaw::Root),
        ("o\n1\n\n".to_owned(), CheckpointFlaw::Root),
        (format!("o\n1\n{root}\n\n"), CheckpointFlaw::Extension(4)),
        (format!("o\n1\n{root}\nx\n\ny\n"), CheckpointFlaw::Extension(5)),
        (format!("o\r\n1\n{root}\n"), CheckpointFlaw::Control),
    ];
    for (text, flaw) in cases {
        assert_eq!(Checkpoint::parse(&text), Err(flaw), "{text:?}");
    }
    let largest = format!("o\n9223372036854775807\n{root}\n");
    assert_eq!(Checkpoint::parse(&largest).unwrap().print(), largest);
}

#[test]
fn a_checkpoint_that_could_not_be_read_cannot_be_made() {
    let head = oracle::head(&[]);
    assert_eq!(Checkpoint::new("", head), Err(CheckpointFlaw::Origin));
    assert_eq!(Checkpoint::new("a\nb", head), Err(CheckpointFlaw::Control));
    let huge = TreeHead { size: 1 << 63, root: head.root };
    assert_eq!(Checkpoint::new("a", huge), Err(CheckpointFlaw::Size));
    let empty = Checkpoint::new("a", head).unwrap().print();
    assert_eq!(empty, "a\n0\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n");
}

proptest! {
    #[test]
    fn what_is_printed_is_read(origin in "[a-z +é/]{1,9}", size in 0_u64..=servanda_tlog::SIZE_MAX, root in any::<[u8; 32]>()) {
        let checkpoint = Checkpoint::new(&origin, TreeHead { size, root: Hash(root) }).unwrap();
        prop_assert_eq!(Checkpoint::parse(&checkpoint.print()), Ok(checkpoint));
    }

    #[test]
    fn a_turned_bit_is_refused_or_says_something_else(at in 0_usize..500, root in any::<[u8; 32]>()) {
        let checkpoint = Checkpoint::new("log.example/a", TreeHead { size: 70, root: Hash(root) }).unwrap();
        let mut bytes = checkpoint.print().into_bytes();
        let bit = at.checked_rem(bytes.len().saturating_mul(8)).unwrap_or(0);
        bytes[bit >> 3] ^= 1_u8.checked_shl((bit & 7) as u32).unwrap_or(0);
        if let Ok(text) = String::from_utf8(bytes) && let Ok(other) = Checkpoint::parse(&text) {
            prop_assert_ne!(&other, &checkpoint);
            prop_assert_eq!(other.print(), text);
        }
    }
}
