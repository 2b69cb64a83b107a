//! A file of steps towards an instrument: `state,action,date[,weight]`, one line for each.

use crate::lines::{Fault, Lines};
use servanda_model::{ConsentForm, Law, When};
use servanda_query::{Action, StepTowards};

/// The words for steps, as the journal language has them.
const ACTIONS: [(&str, Action); 13] = [
    ("sign", Action::Sign),
    ("ratify", Action::RatifyAtHome),
    ("deposit", Action::Deposit(ConsentForm::Consent)),
    ("ratification", Action::Deposit(ConsentForm::Ratification)),
    ("acceptance", Action::Deposit(ConsentForm::Acceptance)),
    ("approval", Action::Deposit(ConsentForm::Approval)),
    ("accession", Action::Deposit(ConsentForm::Accession)),
    ("accede", Action::Deposit(ConsentForm::Accession)),
    ("succession", Action::Deposit(ConsentForm::Succession)),
    ("notification", Action::Deposit(ConsentForm::Notification)),
    ("consent", Action::Deposit(ConsentForm::Consent)),
    ("provisional", Action::ApplyProvisionally),
    ("notice", Action::GiveNotice),
];

/// Reads a file of steps.
///
/// # Errors
/// Lists every line that cannot be read.
pub fn read(bytes: &[u8], law: &Law) -> Result<Vec<StepTowards>, Vec<Fault>> {
    let mut lines = Lines::new(bytes, &["state", "action", "date"], "weight")?;
    let (mut steps, mut faults) = (Vec::new(), Vec::new());
    while let Some(line) = lines.next() {
        let read = line.and_then(|line| {
            let word = line.cell("action");
            let known = ACTIONS.iter().find(|(known, _)| *known == word);
            let action = known.map(|(_, action)| *action).ok_or_else(|| {
                line.no_word("action", "step of consent", &ACTIONS.map(|(word, _)| word))
            })?;
            let when: When = line.cell("date").parse().map_err(|()| line.no_date("date"))?;
            let weight = match line.cell("weight") {
                "" => None,
                digits => Some(digits.parse().map_err(|_fault| line.no_number("weight"))?),
            };
            Ok(StepTowards { party: line.party(law)?, action, when, weight })
        });
        match read {
            Ok(step) => steps.push(step),
            Err(fault) => faults.push(fault),
        }
    }
    if faults.is_empty() { Ok(steps) } else { Err(faults) }
}
