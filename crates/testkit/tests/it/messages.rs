//! The names of messages that the organisations carry are those of the exchange format.

use servanda_journal::{RecordFile, read};
use servanda_model::{Procedure, Rule};
use servanda_testkit::{root, under};
use std::path::Path;

/// The sixteen values of the element `MessageContentType` of EDXL-RM 1.0 (OASIS Standard).
const MESSAGES: [&str; 16] = [
    "RequestResource",
    "ResponseToRequestResource",
    "RequisitionResource",
    "CommitResource",
    "RequestInformation",
    "ResponseToRequestInformation",
    "OfferUnsolicitedResource",
    "ReleaseResource",
    "RequestReturn",
    "ResponseToRequestReturn",
    "RequestQuote",
    "ResponseToRequestQuote",
    "RequestResourceDeploymentStatus",
    "ReportResourceDeploymentStatus",
    "RequestExtendedDeploymentDuration",
    "ResponseToRequestExtendedDeploymentDuration",
];

fn files(directory: &Path) -> Vec<RecordFile> {
    let is_text = |path: &Path| {
        let name = path.file_name().and_then(|name| name.to_str()).unwrap_or("");
        name == "naming" || name.ends_with(".charter") || name.ends_with(".journal")
    };
    let paths = under(directory).unwrap().into_iter().filter(|path| is_text(path));
    let file = |path: std::path::PathBuf| RecordFile {
        bytes: std::fs::read(&path).unwrap(),
        path: path.to_str().unwrap().to_owned(),
    };
    paths.map(file).collect()
}

fn messages(procedure: &Procedure) -> impl Iterator<Item = &String> {
    let of_steps = procedure.steps.iter().filter_map(|step| step.message.as_ref());
    procedure.message.iter().chain(of_steps)
}

#[test]
fn every_message_has_a_name_of_the_exchange_format() {
    let mut seen = 0;
    for entry in std::fs::read_dir(root().join("organisations")).unwrap() {
        let path = entry.unwrap().path();
        if !path.is_dir() {
            continue;
        }
        let record = read(files(&path)).unwrap_or_else(|_| panic!("{}", path.display()));
        for (_, clause) in record.law.clauses() {
            let Rule::Procedure(procedure) = &clause.rule else { continue };
            for message in messages(procedure) {
                assert!(MESSAGES.contains(&message.as_str()), "{}: {message}", path.display());
                seen += 1;
            }
        }
    }
    assert!(seen > 0, "no organisation names a message");
}
