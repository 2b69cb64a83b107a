//! One command line from its words to its exit code.

use crate::arguments::{Arguments, Command, Format};
use crate::failure::Failure;
use crate::leaving::Leaving;
use crate::{
    Exit, World, checking, documents, exporting, formatting, importing, keys, leaving, linting,
    logs, output, questions, records, rehearsing, serving, signing, trying, verifying, witnessing,
};
use clap::{CommandFactory as _, FromArgMatches as _};
use std::io::Write;

/// Runs one command line; returns the exit code.
pub fn run(arguments: &[String], world: &World, out: &mut dyn Write, err: &mut dyn Write) -> u8 {
    let whole = std::iter::once("servanda").chain(arguments.iter().map(String::as_str));
    let parsed = command().try_get_matches_from(whole);
    let parsed = match parsed.and_then(|matches| Arguments::from_arg_matches(&matches)) {
        Ok(parsed) => parsed,
        Err(usage) => return told(&usage, arguments, out, err),
    };
    let format = parsed.command.format();
    let answered = match Leaving::of(&parsed.command) {
        // What goes on until it is told to stop says so itself, when it begins.
        Leaving::Streamed => dispatch(parsed, world, out, err),
        form => {
            let mut answer = Vec::new();
            let answered = dispatch(parsed, world, &mut answer, err);
            let left = leaving::leave(form, &answer, world.met.get(), (out, err));
            left.and(answered)
        }
    };
    if let Some(amiss) = world.amiss.get()
        && writeln!(err, "warning: {amiss}").is_err()
    {
        return Exit::Fault.code();
    }
    if let Some(beside) = world.beside.get()
        && writeln!(err, "{beside}").is_err()
    {
        return Exit::Fault.code();
    }
    match answered {
        Ok(exit) => exit.code(),
        Err(failure) => failure.tell(format, world.met.get(), err).code(),
    }
}

/// Returns the command line with examples from beside the reference organisation.
fn command() -> clap::Command {
    let command = Arguments::command();
    let examples =
        records::built_in_file("examples").and_then(|bytes| std::str::from_utf8(bytes).ok());
    match examples {
        Some(examples) => {
            let indented: String = examples.lines().map(|line| format!("  {line}\n")).collect();
            command
                .after_long_help(format!("Examples:\n{indented}"))
                .after_help("`--help` shows examples")
        }
        None => command,
    }
}

/// Prints help to the output and bad usage to the error output, as JSON where that was asked for.
fn told(usage: &clap::Error, arguments: &[String], out: &mut dyn Write, err: &mut dyn Write) -> u8 {
    let text = usage.render().to_string();
    if !usage.use_stderr() {
        return write!(out, "{text}").map_or(Exit::Fault, |()| Exit::Yes).code();
    }
    if wants_json(arguments) {
        let mut parts = text.split("\n\n").map(str::trim);
        let message = parts.next().unwrap_or("").trim_start_matches("error: ").to_owned();
        let hint = parts.next().map(|hint| hint.trim_start_matches("tip: ").to_owned());
        return Failure::Usage { message, hint }.tell(Format::Json, None, err).code();
    }
    let told = match text.strip_prefix("error: ") {
        Some(rest) => format!("error[U-USAGE]: {rest}"),
        None => text,
    };
    write!(err, "{told}").map_or(Exit::Fault, |()| Exit::Unreadable).code()
}

/// Tells whether a command line that cannot be read asks for JSON.
fn wants_json(arguments: &[String]) -> bool {
    let pairs = arguments.iter().zip(arguments.iter().skip(1));
    let apart = pairs.map(|(name, value)| (name.as_str(), value.as_str()));
    let mut apart = apart.chain(arguments.iter().filter_map(|word| word.split_once('=')));
    apart.any(|pair| pair == ("--format", "json"))
}

fn dispatch(
    parsed: Arguments,
    world: &World,
    out: &mut dyn Write,
    err: &mut dyn Write,
) -> Result<Exit, Failure> {
    match parsed.command {
        Command::Check(check) => checking::check(&check, world, out),
        Command::Try(trial) => trying::try_file(&trial, world, out),
        Command::Format(format) => formatting::format(&format, world, out),
        Command::Export(form) => exporting::export(&form, world, out, err),
        Command::Import(form) => importing::import(&form, world, out),
        Command::Serve(serve) => serving::serve(&serve, world, out, err),
        Command::Rehearse(asked) => rehearsing::rehearse(&asked, world, out),
        Command::Witness(asked) => witnessing::witness(&asked, world, out, err),
        Command::Log(log) => logs::log(&log, world, out),
        Command::Verify { at } => verifying::verify(&at, world, out),
        Command::Key(key) => keys::key(&key, world, out, err),
        Command::Document(document) => documents::document(&document, world, out),
        Command::Act(act) => keys::act(&act, world, out),
        Command::Sign(sign) => signing::sign(&sign, world, out),
        Command::SignIn(sign_in) => signing::sign_in(&sign_in, world, out),
        Command::Completions { shell } => {
            let mut command = command();
            clap_complete::generate(shell, &mut command, "servanda", out);
            Ok(Exit::Yes)
        }
        Command::WhatIf(asked) => {
            let answer = questions::what_if(&asked, world)?;
            output::print(&answer, asked.question.format, world.width, out)?;
            Ok(answer.exit)
        }
        Command::Lint(asked) => linting::lint(&asked, world, out),
        question => {
            let answer = questions::ask(&question, world)?;
            output::print(&answer, question.format(), world.width, out)?;
            Ok(answer.exit)
        }
    }
}
