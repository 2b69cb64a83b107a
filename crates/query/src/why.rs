//! Why a claim stands as it does: acts, articles, sources, and the weakest evidence among them.

mod adopted;
mod domestic;
mod looked;
mod rivals;
mod standing;
mod vote;

use crate::asking::Asking;
use crate::check::{Outcome, holds};
use crate::describe::{deed_of, through};
use crate::force;
use crate::members::requests;
use crate::moment::Moment;
pub(crate) use looked::looked_again;

use servanda_engine::{Derivation, Force, Guard, Said, Span, State, Term, Through, judge};
use servanda_model::{
    ArticleId, BodyId, Cause, Claim, Day, Evidence, Fact, InstrumentId, MemberStatus, Mention,
    PartyId, Remark, SourceRef, remark,
};

/// How a claim stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// It is so.
    Yes,
    /// It is not so.
    No,
    /// Undecided readings give different answers.
    Disputed,
    /// It depends on a date that is not known.
    Undetermined,
}

impl Verdict {
    /// Returns the word that texts and JSON use.
    pub fn word(self) -> &'static str {
        match self {
            Self::Yes => "yes",
            Self::No => "no",
            Self::Disputed => "disputed",
            Self::Undetermined => "undetermined",
        }
    }
}

/// The answer to why.
#[derive(Debug, Clone, PartialEq)]
pub struct Why {
    /// The claim as it is written.
    pub claim: String,
    /// How it stands.
    pub verdict: Verdict,
    /// The weakest evidence the answer rests on.
    pub evidence: Evidence,
    /// The reasons, the latest last.
    pub because: Vec<Reason>,
}

/// One reason.
#[derive(Debug, Clone, PartialEq)]
pub struct Reason {
    /// From when it counts.
    pub day: Option<Day>,
    /// What it says.
    pub text: Remark,
    /// The article it rests on.
    pub article: Option<ArticleId>,
    /// The position of the act.
    pub act: Option<u32>,
    /// Who says so.
    pub sources: Vec<SourceRef>,
    /// The surest of those who tell the act.
    pub told: Option<Evidence>,
    /// What was looked at.
    pub looked_at: Vec<Remark>,
    /// How sure the article is as it counted, where that is not its first wording.
    pub evidence: Option<Evidence>,
    /// What it follows from in turn.
    pub because: Vec<Reason>,
}

impl Reason {
    /// Lists it and everything below it, each with how deep it stands.
    pub fn walk(&self) -> Vec<(usize, &Self)> {
        let mut all = vec![(0, self)];
        for inner in &self.because {
            all.extend(inner.walk().into_iter().map(|(depth, one)| (depth.saturating_add(1), one)));
        }
        all
    }
}

/// Answers why a claim stands as it does.
pub fn why(asking: &Asking<'_>, claim: &Claim, moment: &Moment) -> Why {
    let verdict = match holds(asking, claim, moment) {
        Outcome::Yes => Verdict::Yes,
        Outcome::No => Verdict::No,
        Outcome::Disputed => Verdict::Disputed,
        Outcome::Undetermined => Verdict::Undetermined,
    };
    let mut because = reasons(asking, &claim.fact, moment);
    because.extend(rivals::readings(asking, &claim.fact, moment, verdict));
    if because.is_empty() {
        because.push(said(remark!(NOTHING_FOUND)));
    }
    let evidence = weakest(asking, &because);
    Why { claim: crate::describe::claim_text(asking, claim), verdict, evidence, because }
}

/// Begins a reason that rests on nothing yet.
fn said(text: Remark) -> Reason {
    Reason {
        day: None,
        text,
        article: None,
        act: None,
        sources: Vec::new(),
        told: None,
        looked_at: Vec::new(),
        evidence: None,
        because: Vec::new(),
    }
}

fn reasons(asking: &Asking<'_>, fact: &Fact, moment: &Moment) -> Vec<Reason> {
    match fact {
        Fact::Participation(party, _, instrument) => {
            let mut reasons = of_participation(asking, *instrument, *party, moment);
            reasons.extend(domestic::of_party(asking, (*instrument, *party), moment));
            reasons
        }
        Fact::Membership(party, _, body) => of_membership(asking, *body, *party, moment),
        Fact::InForce(instrument) | Fact::Term(instrument, _) | Fact::Parties(instrument, ..) => {
            of_force(asking, *instrument, moment)
        }
        Fact::Chair(_, organ) => of_chair(asking, *organ, moment),
        Fact::WithoutVote(party, body) => vote::of_vote(asking, *body, *party, moment),
        Fact::Holds(_, office) => {
            let answer = crate::office::office(asking, *office, moment);
            let mut reasons: Vec<Reason> =
                answer.why.iter().map(|why| reason(asking, answer.since, why)).collect();
            note(&mut reasons, answer.deviation);
            note(&mut reasons, answer.explained);
            reasons
        }
        Fact::Adopted(label) => adopted::of_adoption(asking, *label, moment),
        Fact::Members(body, _, _) => {
            let answer = crate::members::members(asking, *body, moment);
            answer.members.iter().map(|row| reason(asking, row.since, &row.why)).collect()
        }
    }
}

fn of_participation(
    asking: &Asking<'_>,
    instrument: InstrumentId,
    party: PartyId,
    moment: &Moment,
) -> Vec<Reason> {
    let slice = asking.about_instrument(instrument);
    let state = asking.fold(&slice, moment, &[]);
    let participation = state.treaty(instrument).and_then(|treaty| treaty.parties.get(&party));
    let spans = participation.into_iter().flat_map(|p| p.line.spans());
    let mut reasons: Vec<Reason> = spans
        .filter(|span| span.from <= moment.on)
        .map(|span| {
            let mut reason = reason(asking, Some(span.from), &span.why);
            reason.text = standing::to_instrument(span.value, (party, instrument), reason.text);
            reason
        })
        .collect();
    let last = reasons.last().and_then(|reason| reason.act);
    if let (Some(position), Some(reason)) = (last, reasons.last_mut()) {
        let before = slice_state_before(asking, position, moment);
        reason.looked_at = guards(asking, &before, position, moment, (instrument, party));
    }
    reasons
}

/// Folds what was known and came before an act, to look again at what it was judged against.
fn slice_state_before(asking: &Asking<'_>, position: u32, moment: &Moment) -> State {
    let Some(placed) = asking.place(position, moment, &[]) else {
        return State::default();
    };
    let mut slice = asking.everything();
    slice.positions.retain(|other| {
        let placed_other = asking.place(*other, moment, &[]);
        placed_other
            .is_some_and(|other| (other.day, other.position) < (placed.day, placed.position))
    });
    asking.fold(&slice, &moment.at(placed.day), &[])
}

/// Looks again at what concerns one party and one instrument.
fn guards(
    asking: &Asking<'_>,
    before: &State,
    position: u32,
    moment: &Moment,
    (instrument, party): (InstrumentId, PartyId),
) -> Vec<Remark> {
    let Some(placed) = asking.place(position, moment, &[]) else {
        return Vec::new();
    };
    let concerns = |guard: &&Guard| {
        let article = guard.article.and_then(|article| asking.law.article(article));
        let of_another = article.is_some_and(|article| article.instrument != instrument);
        let whose = if let Said::Signed(whose) | Said::Consented(whose) = &guard.said {
            Some(*whose)
        } else {
            None
        };
        !of_another && whose.is_none_or(|whose| whose == party)
    };
    let judgment = judge(&asking.code, before, &placed);
    let guards = judgment.guards.iter().filter(concerns);
    guards.map(looked_again).collect()
}

fn of_membership(
    asking: &Asking<'_>,
    body: BodyId,
    party: PartyId,
    moment: &Moment,
) -> Vec<Reason> {
    let state = asking.fold(&asking.about_body(body), moment, &[]);
    let line = state.bodies.get(&body).and_then(|body| body.members.get(&party));
    let spans = line.into_iter().flat_map(|line| line.spans());
    let stood = spans.filter(|span| span.from <= moment.on).map(|span| {
        let mut reason = reason(asking, Some(span.from), &span.why);
        reason.text = standing::to_body(span.value, (party, body), reason.text);
        reason.because = of_carrier(asking, span, party, moment);
        reason
    });
    let asked = requests::requests(asking, body, Some(party), moment).into_iter().map(|asked| {
        let text = requests::told(asking, asked, moment);
        Reason { text, ..plain(asking, asked.position) }
    });
    let mut reasons: Vec<Reason> = stood.chain(asked).collect();
    reasons.sort_by_key(|reason| reason.day);
    reasons
}

/// Says how the party came to take part in the instrument that carries its membership: the answer
/// is no surer than that.
fn of_carrier(
    asking: &Asking<'_>,
    span: &Span<(MemberStatus, Option<Cause>)>,
    party: PartyId,
    moment: &Moment,
) -> Vec<Reason> {
    let article = span.why.article.filter(|_| span.why.through == Through::Membership);
    let Some(instrument) = article.and_then(|it| Some(asking.law.article(it)?.instrument)) else {
        return Vec::new();
    };
    let mut reasons = of_participation(asking, instrument, party, &moment.at(span.from));
    reasons.drain(..reasons.len().saturating_sub(1));
    reasons
}

fn of_force(asking: &Asking<'_>, instrument: InstrumentId, moment: &Moment) -> Vec<Reason> {
    let state = asking.fold(&asking.about_instrument(instrument), moment, &[]);
    let mut reasons: Vec<Reason> = Vec::new();
    let spans = state.treaty(instrument).into_iter().flat_map(|treaty| treaty.force.spans());
    for span in spans.filter(|span| span.from <= moment.on) {
        let mut reason = reason(asking, Some(span.from), &span.why);
        let force = match span.value {
            Force::InForce => Mention::Form("yes", "in force"),
            Force::Ended => Mention::Form("no", "no longer in force"),
        };
        reason.text = remark!(IN_FORCE, instrument = instrument, force = force, act = reason.text);
        let guard = || force::right_after(asking, instrument, moment, span.why.position);
        let through = span.why.through;
        if matches!(through, Through::EntryIntoForce | Through::BaseShrank) {
            reason.looked_at.extend(guard().map(|guard| force::reached(&guard)));
        } else if through == Through::Act && span.value == Force::InForce {
            // An act that tells of an entry into force counted no consents: there may be some.
            reason.looked_at.extend(guard().map(|guard| looked_again(&guard)));
        }
        reasons.push(reason);
    }
    if reasons.is_empty() {
        reasons.extend(force::awaited(asking, instrument, moment).map(|(article, looked_at)| {
            let text = remark!(NO_FORCE, instrument = instrument);
            let (article, sources) = (Some(article), article_sources(asking, article));
            Reason { article, sources, looked_at: vec![looked_at], ..said(text) }
        }));
    }
    let terms = state.treaty(instrument).into_iter().flat_map(|treaty| &treaty.terms);
    for term in terms.filter(|term| term.from <= moment.on) {
        let mut reason = reason(asking, Some(term.from), &term.why);
        reason.text = of_term(term, instrument, moment.on);
        reasons.push(reason);
    }
    reasons
}

fn of_term(term: &Term, instrument: InstrumentId, on: Day) -> Remark {
    let Some(running) = term.period_on(on) else {
        let (number, through) = (Mention::Number(term.number), term.through());
        return remark!(TERM_RAN, number = number, instrument = instrument, through = through);
    };
    let (number, from) = (Mention::Number(running.number), running.from);
    match running.through {
        Some(through) => remark!(
            PERIOD_RUNS,
            number = number,
            instrument = instrument,
            from = from,
            through = through
        ),
        None => {
            remark!(PERIOD_RUNS_ON, number = number, instrument = instrument, from = from)
        }
    }
}

fn of_chair(asking: &Asking<'_>, organ: BodyId, moment: &Moment) -> Vec<Reason> {
    let answer = crate::chair::chair(asking, organ, moment);
    let mut reasons: Vec<Reason> =
        answer.why.iter().map(|why| reason(asking, answer.since, why)).collect();
    if let (None, Some(article)) = (answer.why, answer.article) {
        let holder = answer.holder.map_or(Mention::Word("nobody"), Mention::Party);
        let text = remark!(UNDER, article = article, holder = holder);
        let (day, sources) = (answer.since, article_sources(asking, article));
        reasons.push(Reason { day, article: Some(article), sources, ..said(text) });
    }
    for reading in &answer.readings {
        let nobody = Mention::Form("nobody", "nobody it can name");
        let expected = reading.holder.map_or(nobody, Mention::Party);
        let text = remark!(UNDER_READING, reading = reading.name.as_str(), holder = expected);
        let (day, article) = (answer.since, Some(reading.article));
        let sources = article_sources(asking, reading.article);
        reasons.push(Reason { day, article, sources, ..said(text) });
    }
    note(&mut reasons, answer.deviation);
    note(&mut reasons, answer.explained);
    note(&mut reasons, answer.note);
    reasons
}

fn note(reasons: &mut Vec<Reason>, text: Option<Remark>) {
    reasons.extend(text.map(said));
}

/// Says one change: how it followed, from which act, under which article.
fn reason(asking: &Asking<'_>, day: Option<Day>, why: &Derivation) -> Reason {
    let mut reason = plain(asking, why.position);
    if why.through != Through::Act {
        reason.text = remark!(FOLLOWED, through = through(why.through), act = reason.text);
    }
    reason.day = day.filter(|_| why.exact);
    reason.article = why.article;
    if let Some(article) = why.article {
        for source in article_sources(asking, article) {
            if !reason.sources.contains(&source) {
                reason.sources.push(source);
            }
        }
    }
    reason
}

fn plain(asking: &Asking<'_>, position: u32) -> Reason {
    let act = asking.history.act(position);
    let sources = act.map(|act| asking.history.sources(act.sources).to_vec()).unwrap_or_default();
    let text = remark!(ACT, act = deed_of(asking, position));
    let day = act.and_then(|act| act.when.exact());
    let told = surest(asking, &sources);
    Reason { day, act: Some(position), sources, told, ..said(text) }
}

/// Returns the evidence of the surest of several sources: what several tell is as sure as that.
fn surest(asking: &Asking<'_>, sources: &[SourceRef]) -> Option<Evidence> {
    let known = sources.iter().filter_map(|source| asking.law.source(source.source));
    known.map(|source| source.evidence).min()
}

fn article_sources(asking: &Asking<'_>, article: ArticleId) -> Vec<SourceRef> {
    let version = asking.law.article(article).and_then(|article| article.versions.first());
    version.map(|version| version.sources.clone()).unwrap_or_default()
}

/// Returns the weakest evidence among the articles and sources of the reasons.
fn weakest(asking: &Asking<'_>, reasons: &[Reason]) -> Evidence {
    let all: Vec<&Reason> =
        reasons.iter().flat_map(Reason::walk).map(|(_, reason)| reason).collect();
    let of_articles = all.iter().filter_map(|reason| {
        let article = asking.law.article(reason.article?)?;
        reason.evidence.or_else(|| article.versions.first().map(|version| version.evidence))
    });
    let of_acts = all.iter().filter_map(|reason| reason.told);
    of_articles.chain(of_acts).max().unwrap_or(Evidence::Unverified)
}
