//! Top-level entries of a journal: the header, dated acts, checks and tables.

use crate::record::Header;
use crate::{about, bodies, check, details, instruments, offices, others, papers, table};
use servanda_charter::{Faults, date, day};
use servanda_model::{
    Act, Deed, Details, FileId, History, Id as _, Instant, InstrumentId, LabelId, Law, Origin,
    PartyId, RecordedRule, SourceRef, When,
};
use servanda_text::{Cursor, Diagnostic, Kind, LineKind, Node, Span, Step, nearest};

/// The verbs of dated entries.
pub const VERBS: &[&str] = &[
    "sign",
    "deposit",
    "ratify",
    "refuse",
    "in-force",
    "provisional",
    "notice",
    "revoke",
    "end",
    "suspend",
    "resume",
    "register",
    "reserve",
    "object",
    "join",
    "leave",
    "admit",
    "restore",
    "expel",
    "session",
    "convene",
    "agenda",
    "minutes",
    "credentials",
    "decide",
    "vote",
    "chair",
    "appoint",
    "acting",
    "recall",
    "vacate",
    "request",
    "offer",
    "contribute",
    "release",
    "report",
    "statement",
    "event",
    "exercise",
    "figure",
    "position",
    "treaty-with",
    "assert",
    "attest",
    "correct",
    "amend",
    "recode",
];

/// What reading one journal needs: the law, the history that grows, and lists kept for reuse.
#[derive(Debug)]
pub(crate) struct Desk<'a> {
    pub(crate) file: FileId,
    pub(crate) law: &'a mut Law,
    pub(crate) history: &'a mut History,
    pub(crate) faults: &'a mut Faults,
    pub(crate) parties: Vec<PartyId>,
    pub(crate) instruments: Vec<InstrumentId>,
    pub(crate) sources: Vec<SourceRef>,
    pub(crate) uses: &'a mut Vec<LabelUse>,
    has_header: bool,
    header: Option<Span>,
}

/// A label where it is used and not given.
pub(crate) type LabelUse = (LabelId, FileId, Span);

impl<'a> Desk<'a> {
    pub(crate) fn new(
        file: FileId,
        law: &'a mut Law,
        history: &'a mut History,
        faults: &'a mut Faults,
        uses: &'a mut Vec<LabelUse>,
    ) -> Self {
        let (parties, instruments, sources) = (Vec::new(), Vec::new(), Vec::new());
        let (has_header, header) = (false, None);
        Self { file, law, history, faults, parties, instruments, sources, uses, has_header, header }
    }

    /// Begins the journal; what the file before said of recording ends here.
    pub(crate) fn begin(&mut self, header: Header) {
        self.has_header = header == Header::Optional;
    }

    /// Ends the journal.
    pub(crate) fn end(&mut self) {
        if !self.has_header {
            let span = Span::default();
            self.faults.push(no_header(span));
        }
    }

    /// Reads one top-level entry.
    pub(crate) fn entry(&mut self, node: Node<'_, '_>) {
        if node.line().kind != LineKind::Tokens {
            return;
        }
        let step = self.read(node);
        self.faults.keep(step);
    }

    fn read(&mut self, node: Node<'_, '_>) -> Step<()> {
        let mut cursor = Cursor::new(node);
        if cursor.peek_kind() == Some(Kind::Numeral) {
            if !self.has_header {
                self.has_header = true;
                self.faults.push(no_header(cursor.span()));
            }
            return self.dated(node, cursor);
        }
        match cursor.peek_text() {
            "journal" => self.header(node, cursor),
            "recorded" => {
                cursor.bump();
                self.recorded(&mut cursor)
            }
            "received" => {
                cursor.bump();
                self.received(&mut cursor)
            }
            "table" => table::table(self, node, cursor),
            other => {
                let fault =
                    Diagnostic::new("J-ENTRY", cursor.span(), format!("`{other}` begins no entry"));
                let hint = "an entry begins with a date; else `journal`, `recorded`, `received` or `table`";
                Err(Box::new(fault.hint(hint)))
            }
        }
    }

    fn header(&mut self, node: Node<'_, '_>, mut cursor: Cursor<'_, '_>) -> Step<()> {
        let is_file = !std::mem::replace(&mut self.has_header, true) || self.header.is_some();
        self.faults.once(node, &["recorded", "complete", "rehearses"]);
        if let Some(first) = self.header.replace(node.line().span) {
            self.faults.push(Diagnostic::twice(node.text(), first, node.line().span, "journal"));
        }
        cursor.bump();
        let span = cursor.span();
        let body = servanda_charter::body(&mut cursor, self.law)?;
        cursor.end()?;
        if self.law.own.is_some_and(|own| own != body) {
            let fault = Diagnostic::new("J-OWN", span, "this journal is of another organisation");
            return Err(Box::new(fault.hint("a record has one own organisation")));
        }
        for child in node.children() {
            let mut cursor = Cursor::new(child);
            if cursor.eat("recorded") {
                self.recorded(&mut cursor)?;
            } else if cursor.eat("complete") {
                cursor.word("to")?;
                let complete = day(&mut cursor)?;
                cursor.end()?;
                self.history.complete_to = self.history.complete_to.max(Some(complete));
            } else if cursor.eat("rehearses") {
                self.rehearses(&mut cursor, is_file)?;
            } else {
                return Err(cursor.expected("`recorded`, `complete to` or `rehearses`"));
            }
        }
        Ok(())
    }

    /// Reads `rehearses "ORIGIN"`, which a record says from its beginning or never.
    fn rehearses(&mut self, cursor: &mut Cursor<'_, '_>, is_file: bool) -> Step<()> {
        let span = cursor.span();
        let origin = cursor.quoted("the origin of the log that is rehearsed")?;
        cursor.end()?;
        if !is_file {
            let message = "an act makes no rehearsal of a record";
            let fault = Diagnostic::new("J-CHILD", span, message);
            return Err(Box::new(fault.hint("`servanda rehearse` forks a log into one")));
        }
        if self.history.rehearses.as_ref().is_some_and(|known| *known != origin) {
            let message = "this record rehearses another log";
            let fault = Diagnostic::new("J-CHILD", span, message);
            return Err(Box::new(fault.hint("all journals of a record name one log")));
        }
        self.history.rehearses = Some(origin);
        Ok(())
    }

    fn recorded(&mut self, cursor: &mut Cursor<'_, '_>) -> Step<()> {
        let rule = if cursor.eat("on") {
            cursor.word("the")?;
            cursor.word("day")?;
            cursor.word("done")?;
            RecordedRule::OnTheDayDone
        } else {
            RecordedRule::On(day(cursor)?)
        };
        cursor.end()?;
        let position = self.position();
        self.history.recorded.push((position, rule));
        Ok(())
    }

    /// Reads `received INSTANT`: an office received what follows then.
    fn received(&mut self, cursor: &mut Cursor<'_, '_>) -> Step<()> {
        let (text, span) = cursor.take(Kind::Numeral, "an instant")?;
        let at: Instant = text.parse().map_err(|()| {
            let fault = Diagnostic::new("C-DATE", span, format!("`{text}` is no instant"));
            Box::new(fault.hint("write day, time and zone: `2026-11-22T09:00:00Z`"))
        })?;
        cursor.end()?;
        let (position, day) = (self.position(), self.law.day_at(at));
        self.history.recorded.push((position, RecordedRule::Received(at, day)));
        Ok(())
    }

    /// Returns the position the next act gets.
    pub(crate) fn position(&self) -> u32 {
        u32::try_from(self.history.acts.len()).unwrap_or(u32::MAX)
    }

    /// Reads `DATE VERB …`.
    fn dated(&mut self, node: Node<'_, '_>, mut cursor: Cursor<'_, '_>) -> Step<()> {
        let when = date(&mut cursor)?;
        match cursor.peek_text() {
            "assert" | "attest" => check::check(self, node, cursor, when),
            "amend" | "recode" => about::amend(self, node, cursor, when),
            "correct" => about::correct(self, node, cursor, when),
            _ => {
                let deed = self.deed(&mut cursor)?;
                self.act(node, cursor, when, deed)
            }
        }
    }

    /// Reads a verb and what follows it, up to the label.
    pub(crate) fn deed(&mut self, cursor: &mut Cursor<'_, '_>) -> Step<Deed> {
        let (verb, span) = cursor.take(Kind::Word, "a verb such as `sign`")?;
        match verb {
            "sign" | "deposit" | "ratify" | "refuse" | "in-force" | "provisional" | "notice"
            | "revoke" | "end" | "resume" | "register" | "reserve" | "object" => {
                instruments::deed(self, verb, cursor)
            }
            "suspend" | "join" | "leave" | "admit" | "restore" | "expel" | "session" | "decide"
            | "vote" | "chair" | "take" | "permit" | "return" => bodies::deed(self, verb, cursor),
            "convene" | "agenda" | "minutes" | "credentials" => papers::deed(self, verb, cursor),
            "appoint" | "acting" | "recall" | "vacate" => offices::deed(self, verb, cursor),
            "offer" | "contribute" | "release" | "report" => others::aid(self, verb, cursor),
            "request" | "statement" | "event" | "exercise" | "figure" | "position"
            | "treaty-with" => others::deed(self, verb, cursor),
            _ => {
                let fault =
                    Diagnostic::new("J-VERB", span, format!("`{verb}` is no verb of the journal"));
                Err(Box::new(match nearest(verb, VERBS.iter().copied()) {
                    Some(near) => fault.hint(format!("did you mean `{near}`?")),
                    None => fault.hint(format!("known: {}", VERBS.join(", "))),
                }))
            }
        }
    }

    /// Ends the head line, reads the children and keeps the act.
    pub(crate) fn act(
        &mut self,
        node: Node<'_, '_>,
        mut cursor: Cursor<'_, '_>,
        when: When,
        mut deed: Deed,
    ) -> Step<()> {
        let position = self.position();
        let label = self.label(&mut cursor, position)?;
        cursor.end()?;
        self.sources.clear();
        let mut particulars: Option<Box<Details>> = None;
        for child in node.children() {
            details::child(self, child, &mut deed, &mut particulars);
        }
        if particulars.is_some() {
            self.faults.found_twice(node.said_twice(details::once));
        }
        if let Deed::Vote { .. } = deed
            && !particulars.as_ref().is_some_and(|it| it.on.is_some() || it.during.is_some())
        {
            let message = "this vote does not say on what it is cast";
            let fault = Diagnostic::new("J-CHILD", node.line().span, message);
            let hint = "add the line `on #matter` below it, or `during #session` with an `item`";
            self.faults.push(fault.hint(hint));
        }
        let sources = self.history.keep_sources(&self.sources);
        let origin = Origin { file: self.file, at: node.line().span.start };
        self.history.acts.push(Act { when, deed, sources, label, origin, details: particulars });
        Ok(())
    }

    /// Reads a label where one stands, and gives it to a position.
    pub(crate) fn label(
        &mut self,
        cursor: &mut Cursor<'_, '_>,
        position: u32,
    ) -> Step<Option<LabelId>> {
        let Some((raw, span)) = cursor.eat_kind(Kind::Label) else {
            return Ok(None);
        };
        let id = self.history.labels.intern(raw);
        self.history.labelled.resize(self.history.labels.len(), None);
        let slot = self.history.labelled.get_mut(id.ordinal() as usize);
        match slot {
            Some(taken @ None) => {
                *taken = Some(position);
                Ok(Some(id))
            }
            Some(Some(_)) | None => {
                let fault =
                    Diagnostic::new("J-LABEL", span, format!("the label `{raw}` is given twice"));
                let fault = fault.hint("each act has a label of its own");
                match self.history.position_of(id).and_then(|first| self.history.act(first)) {
                    Some(first) => self.faults.push_second(fault, "first given at", first.origin),
                    None => self.faults.push(fault),
                }
                Ok(None)
            }
        }
    }
}

fn no_header(span: Span) -> Diagnostic {
    Diagnostic::new("J-HEADER", span, "a journal begins with `journal ORGANISATION`")
        .hint("write whose record this is on the first line")
}

/// Reports labels that are used and that no act has.
pub(crate) fn check_labels(uses: &[LabelUse], history: &History, faults: &mut Faults) {
    for (id, file, span) in uses {
        if history.position_of(*id).is_none() {
            let word = history.labels.word(*id);
            let known =
                history.labels.iter().filter(|(other, _)| history.position_of(*other).is_some());
            let near = nearest(word, known.map(|(_, known)| known)).map(str::to_owned);
            let message = format!("no act has the label `{word}`");
            let fault = Diagnostic::new("J-LABEL", *span, message);
            faults.enter(*file);
            faults.push(match near {
                Some(near) => fault.hint(format!("did you mean `{near}`?")),
                None => fault.hint("give the act a label at the end of its first line"),
            });
        }
    }
}
