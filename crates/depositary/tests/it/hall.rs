//! A small league, its keys, and acts signed for it.

use servanda_depositary::{Answer, Depositary, Founding, KeyPair, seal};
use servanda_journal::RecordFile;
use servanda_model::Instant;
use servanda_note::{KeyName, SignerKey};
use servanda_seal::{Content, Digest, Role, Seen};

pub(crate) const ORIGIN: &str = "league.example/log";

const CHARTER: &str = "servanda 1

organisation league \"League\"

party ARM \"Armenia\"
party BLR \"Belarus\"
party KGZ \"Kyrgyzstan\"

instrument pact \"Pact\"
  kind treaty
  of league

article pact.1 \"Entry into force\"
  evidence official-text
  signature subject to ratification
  in-force each on deposit
article pact.2 \"Withdrawal\"
  evidence official-text
  withdrawal by notice of 6 months
article pact.3 \"Warden\"
  evidence official-text
  gist \"The Council appoints a citizen of a member.\"
  membership of league by pact
  organ council \"Council\"
    of league
  office warden \"Warden\"
    citizen of member
    appointed by council
    breach irregular
";

const JOURNAL: &str = "journal league
  recorded on the day done
  complete to 2020-12-31

; The beginning.
2020-01-01 sign pact by ARM, BLR, KGZ

2020-02-01 deposit ratification of pact by ARM
2020-03-01 deposit ratification of pact by BLR
";

pub(crate) fn pair(name: &str, seed: u8) -> KeyPair {
    let key = |seed| SignerKey::new(KeyName::parse(name).unwrap(), &[seed; 32]);
    KeyPair { key: key(seed), next: key(seed + 100) }
}

pub(crate) fn files() -> Vec<RecordFile> {
    let file = |path: &str, text: &str| RecordFile {
        path: path.to_owned(),
        bytes: text.as_bytes().to_vec(),
    };
    vec![file("league.charter", CHARTER), file("league.journal", JOURNAL)]
}

pub(crate) fn at(text: &str) -> Instant {
    text.parse().unwrap()
}

pub(crate) struct Hall {
    pub(crate) office: Depositary,
    pub(crate) chief: KeyPair,
}

impl Hall {
    pub(crate) fn open(address: &str) -> Self {
        let (chief, secretary) = (pair("league.example/authority", 1), pair(ORIGIN, 2));
        let founding = Founding {
            origin: ORIGIN,
            organisation: "league",
            authority: std::slice::from_ref(&chief),
            threshold: 1,
            depositary: &secretary,
            rehearses: None,
        };
        let mut office = Depositary::create(address, &founding, &files()).unwrap();
        office.sign_with(pair(ORIGIN, 2).key, None).unwrap();
        Self { office, chief }
    }

    /// Returns the log as it is seen now.
    pub(crate) fn seen(&self) -> Seen {
        let head = self.office.head();
        Seen { size: head.size, root: Digest(head.root.0) }
    }

    pub(crate) fn note(&self, text: &str, key: &SignerKey) -> Vec<u8> {
        let content = Content::Act { text: text.to_owned(), seen: self.seen() };
        seal(ORIGIN, &content, &[key]).unwrap().print().into_bytes()
    }

    pub(crate) fn one(&mut self, arrival: Vec<u8>, now: &str) -> Answer {
        self.office.receive(&[arrival], at(now)).unwrap().remove(0)
    }

    pub(crate) fn enrol(&mut self, pair: &KeyPair, party: &str, now: &str) -> Answer {
        let role = Role::Delegation { party: party.to_owned(), with_person: false };
        let content = Content::Enrol(pair.enrolment(role));
        let act = seal(ORIGIN, &content, &[&self.chief.key]).unwrap();
        self.one(act.print().into_bytes(), now)
    }
}
