//! The `servanda` program: reads the clock and the arguments once, and hands both on.

use servanda_cli::{World, run};
use std::io::Write as _;
use std::process::ExitCode;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let (out, err) = (std::io::stdout(), std::io::stderr());
    let (mut out, mut err) = (std::io::BufWriter::new(out.lock()), err.lock());
    let code = match World::here() {
        Ok(world) => run(&arguments, &world, &mut out, &mut err),
        Err(cause) => match writeln!(err, "error[U-FAULT]: {cause:#}") {
            Ok(()) | Err(_) => 3,
        },
    };
    match out.flush() {
        Ok(()) => ExitCode::from(code),
        // A reader that went away, as `head` does, is no fault of the question.
        Err(cause) if cause.kind() == std::io::ErrorKind::BrokenPipe => ExitCode::from(code),
        Err(_) => ExitCode::from(3),
    }
}
