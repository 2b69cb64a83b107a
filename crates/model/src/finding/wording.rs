//! Every sentence that can be said of an act: what programs call it, and how it reads in English.
//! What a sentence is about stands in braces; [`Remark`](crate::Remark) fills it in. Other
//! languages have their own sentences under the same names, which a test of the pages holds.
//! The sentences of answers stand in tables of their own.

/// A sentence with gaps.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Wording {
    /// What the sentences are called among which it stands.
    pub table: &'static str,
    /// What the sentence is called.
    pub id: &'static str,
    /// How it reads in English.
    pub english: &'static str,
}

impl Wording {
    /// Returns every sentence.
    pub fn all() -> impl Iterator<Item = &'static Self> {
        let answers = [because::ALL, counts::ALL, decides::ALL, differs::ALL];
        let lists = [checks::ALL, disputed::ALL, duties::ALL, lists::ALL, turns::ALL];
        std::iter::once(REMARKS).chain(answers).chain(lists).flatten()
    }

    /// Returns what the sentence is called among the messages of a language.
    pub fn message(&self) -> String {
        format!("{}-{}", self.table, self.id)
    }
}

macro_rules! wordings {
    ($all:ident of $table:literal; $($name:ident $id:literal $english:literal;)*) => {
        impl crate::finding::Wording {
            $(#[doc = $english] pub const $name: Self =
                Self { table: $table, id: $id, english: $english };)*
        }
        /// Every sentence of the table.
        pub(super) const $all: &[crate::finding::Wording] = &[$(crate::finding::Wording::$name),*];
    };
}

mod because;
mod checks;
mod counts;
mod decides;
mod differs;
mod disputed;
mod duties;
mod lists;
mod turns;

wordings! { REMARKS of "remarks";
    NO_VOTE_TOLD "no-vote-told" "{party} has no vote in `{organ}` on that day; the act tells one";
    NO_SEAT_TOLD "no-seat-told" "{party} has no seat in `{organ}` on {day}; the act tells a vote of it, which is not counted";
    TOLD_IN_TWO_WAYS "told-in-two-ways" "the act tells more than once how {party} voted: its vote is not counted";
    TOLD_TWICE "told-twice" "the act tells more than once how {party} voted: its vote is counted once";
    RULE_GIVES "rule-gives" "the rule gives {gives} on the votes told; the record says {says}";
    READING_GIVES "reading-gives" "the rule, read as `{reading}`, gives {gives} on the votes told; the record says {says}";

    NOT_BOUND "not-bound" "{party} is not bound by `{instrument}` on that day: the notice is received and changes nothing";
    NO_WITHDRAWAL "no-withdrawal" "no clause of `{instrument}` encoded here lets a party withdraw by notice: the notice is received";
    NOTICE_EARLY "notice-early" "`{instrument}` lets a party give notice from {day} on: the notice of {party} is received";
    NOTICE_SHORT "notice-short" "the notice names {day}; {period} of notice end on {earliest}";
    NOTICE_NOT_PENDING "notice-not-pending" "the notice is no longer pending: it took effect, or nothing was noticed";
    NOTICE_STANDS "notice-stands" "the article does not let a notice be revoked";

    NO_FULL_POWERS "no-full-powers" "no act found in this record: full powers of {person}, who signs as `{capacity}`, to represent {party}";
    NO_FULL_POWERS_RECEIVED "no-full-powers-received" "no act found in this record: full powers of {person}, who signs as `{capacity}`, to represent {party}: the communication is received, put to the state, and has no effect of its own";

    NO_MATTER "no-matter" "`{label}` opens no matter in this record";
    NO_CONVENER "no-convener" "{who} has no standing to convene `{organ}`: that is for {conveners}";
    CONVENED_ALREADY "convened-already" "`{organ}` is convened for a {form} session on {day} already: the act changes nothing";
    NO_CALL "no-call" "no act found in this record: the call to this session";
    NO_SESSION "no-session" "`{label}` is no session or call in this record";
    MINUTES_ALREADY "minutes-already" "revision {number} of these minutes is filed already: the act changes nothing";
    NO_MINUTES "no-minutes" "no act found in this record: revision {number} of these minutes";
    NO_CREDENTIALS "no-credentials" "`{label}` are no credentials in this record";
    NO_EXAMINATION "no-examination" "no act found in this record: the examination of these credentials";
    NO_SPEAKER "no-speaker" "no act found in this record: accepted credentials of {person} to speak for {party}";

    ENTRY_ON_ANOTHER_DAY "entry-on-another-day" "the article gives {day} for the entry into force of `{instrument}`; the act tells {told}";
    NO_CONSENTS "no-consents" "no act found in this record: the consents that bring `{instrument}` into force";
    NO_CONSENT_OF "no-consent-of" "no act found in this record: consent to be bound by `{instrument}` of {parties}";

    MEMBER_AS_PARTY "member-as-party" "{party} is a member of `{body}` as a party to `{instrument}`, which it leaves as the article says: the act has no effect of its own";
    NO_NOTICE "no-notice" "no act found in this record: a notice of withdrawal from `{instrument}` by {party} that has taken effect";
    NEVER_MEMBER "never-member" "{party} was never a member: the act changes nothing";
    MEMBER_NO_LONGER "member-no-longer" "{party} is no longer a member: the act changes nothing";
    NO_FULL_MEMBER "no-full-member" "{party} is no full member on that day: the act changes nothing";
    NO_ARTICLE_AT_REQUEST "no-article-at-request" "the act names no article for suspension at a member's own request, and none encoded here provides for it";
    NO_ARTICLE_TO_SUSPEND "no-article-to-suspend" "the act names no article for this suspension, and none encoded here provides for it";

    SIGNATURE_CLOSED "signature-closed" "`{instrument}` was open for signature through {last}; {party} signs on {day}";
    SPENT_SIGNATURE "spent-signature" "{party} is a former party to `{instrument}` since {day}; no signature after that is found in this record";
    SPENT_SIGNATURE_OPEN "spent-signature-open" "{party} is a former party to `{instrument}` since {day}; no signature after that is found in this record, and the article has accession for those that did not sign";
    SIGNATURE_OF_OTHERS "signature-of-others" "`{instrument}` is not open for the signature of {party}";
    ACCESSION_CLOSED "accession-closed" "`{instrument}` is closed to accession; {party} accedes";
    NO_LEAVE_TO_ACCEDE "no-leave-to-accede" "no act found in this record: the consent to the accession of {party} to `{instrument}`, for which the article asks: the instrument is received and has no effect of its own";
    NO_ACCESSION "no-accession" "no clause of `{instrument}` encoded here lets a state accede; {party} does";
    NO_ACCESSION_RECEIVED "no-accession-received" "no clause of `{instrument}` encoded here lets a state accede; {party} does: the instrument is received and has no effect of its own";
    NO_PROVISIONAL "no-provisional" "no clause of `{instrument}` encoded here provides for provisional application; {party} declares it";
    PROVISIONAL_UNSIGNED "provisional-unsigned" "those who signed `{instrument}` apply it provisionally; {party} declares it and has not signed";

    NO_RESERVATIONS "no-reservations" "`{instrument}` takes no reservations: it is received and put to the state";
    RESERVED_LATE "reserved-late" "{party} consented to be bound by `{instrument}` on {day}, before it made the reservation: it is received and put to the state";
    NO_ACCEPTANCE "no-acceptance" "no act found in this record: the acceptance of the reservation of {party}";
    NO_ACCEPTANCE_BY "no-acceptance-by" "no act found in this record: the acceptance by `{organ}` of the reservation of {party}";
    HELD_UP "held-up" "no act found in this record before it: the acceptance of the reservation of {party} to `{instrument}`; the consent is received and has no effect until then";
    HELD_UP_BY "held-up-by" "no act found in this record before it: the acceptance by `{organ}` of the reservation of {party} to `{instrument}`; the consent is received and has no effect until then";
    NOT_ACCEPTED "not-accepted" "the reservation of {party} to `{instrument}` was not accepted on {day}: the consent is received and has no effect of its own";
    NOT_ACCEPTED_BY "not-accepted-by" "the reservation of {party} to `{instrument}` was not accepted by `{organ}` on {day}: the consent is received and has no effect of its own";
    RESERVATION_OF_ANOTHER "reservation-of-another" "the reservation is none of {party}: the act changes nothing";

    NO_LOSS_OF_VOTE "no-loss-of-vote" "no article encoded here takes the vote of a member in `{organ}`";
    NO_LEAVE_TO_VOTE "no-leave-to-vote" "the article lets nobody permit a vote that is taken";
    ANOTHER_ORGAN "another-organ" "the article asks for a decision by `{organ}`; the act names `{other}`";
    ANOTHER_RECOMMENDS "another-recommends" "the article asks for a recommendation by `{organ}`; the act names `{other}`";
    NO_DECISION_BY "no-decision-by" "no act found in this record: the decision by `{organ}`";
    NO_RECOMMENDATION_BY "no-recommendation-by" "no act found in this record: the recommendation by `{organ}`";
    NO_SEAT_THEN "no-seat-then" "{party} has no seat in `{organ}` on that day: the act changes nothing";
    NO_VOTE_ALREADY "no-vote-already" "{party} has no vote in `{organ}` already: the act changes nothing";
    VOTE_NOT_TAKEN "vote-not-taken" "the vote of {party} in `{organ}` is not taken: the act changes nothing";

    RECEIVED_BEFORE_ENTERED "received-before-entered" "it is said to be received on {said}; it was entered on {entered}";
    COUNTS_FROM_RECEIPT "counts-from-receipt" "dated {when}, received on {day}: it counts from its receipt";

    NO_YEARLY_DUTY "no-yearly-duty" "`{article}` opens no duty each year on that day";
    DUTY_OF_EXERCISE "duty-of-exercise" "{duty}: the duty of {year} is discharged by an exercise, which this is not";
    DUTY_OF_DECISION "duty-of-decision" "{duty}: the duty of {year} is discharged by an adopted decision of `{organ}`, which this is not";
    NOT_DISCHARGED "not-discharged" "no act found in this record: {duty} of {year}";
    NO_SESSION_OF_YEAR "no-session-of-year" "no session of `{organ}` in {year} is found in this record";
    FEW_SESSIONS "few-sessions" "fewer sessions of `{organ}` in {year} are found in this record than the article asks for: {count}";
    NO_LATER_APPOINTMENT "no-later-appointment" "the term ended on {day}; no appointment for the time after it is found in this record";

    NO_PROCEDURE "no-procedure" "no article provides for the procedure `{procedure}` on that day";
    NO_STANDING "no-standing" "{party} has no standing to open `{procedure}`: {actor} has";
    NO_STANDING_OF_ANY "no-standing-of-any" "who acts has no standing to open `{procedure}`: {actor} has";
    NO_CAPACITY "no-capacity" "`{capacities}` is no capacity in which a person speaks for the state here: {may}";
    NO_SUCH_STEP "no-such-step" "`{procedure}` has no step `{step}`";
    SILENCE_CONSENTED "silence-consented" "the time for it ended on {day}, and silence was consent";
    STEP_OF_ANOTHER "step-of-another" "{party} took a step that is for {actor}";
    STEP_OF_PERSON "step-of-person" "{person} took a step that is for {actor}";
    STEP_OF_ANOTHER_BODY "step-of-another-body" "{body} took a step that is for {actor}";

    NOT_ADOPTED "not-adopted" "the decision on {party} for which the article asks was not adopted on {day}";
    NOT_ADOPTED_BY "not-adopted-by" "the decision of `{organ}` on {party} for which the article asks was not adopted on {day}";
    NOBODY_ADMITS "nobody-admits" "no article encoded here says who decides on an admission to `{body}`";
    NOBODY_RESTORES "nobody-restores" "no article encoded here says who decides on a restoration to `{body}`";
    NOBODY_SUSPENDS "nobody-suspends" "no article encoded here says who decides on a suspension in `{body}`";
    NOBODY_EXPELS "nobody-expels" "no article encoded here says who decides on an expulsion from `{body}`";
    NO_DECISION "no-decision-of-organ" "no act found in this record: the decision of an organ";

    RECALL_OF_ANOTHER "recall-of-another" "the article lets {holder} recall the holder, its citizen; {party} does";
    CITIZEN_OF_NO_MEMBER "citizen-of-no-member" "the article asks for a citizen of a member; {party} is none on that day";
    STANDS_IN "stands-in" "under the reading `{reading}` the turn was {due}'s; {party} stands in for {absent}";
    TURN_DENIED "turn-denied" "under the reading `{reading}` the turn was {due}'s and not {party}'s";
    TURN_OF_ANOTHER "turn-of-another" "under the reading `{reading}` the turn was {due}'s; {party} has it";

    NO_VOTING_STEP "no-voting-step" "`{procedure}` has no such step on which an organ votes";
    VOTED_LATE "voted-late" "it was decided on {day}: a vote after that is not counted";
    VOTED_AFTER_SILENCE "voted-after-silence" "the silence ended at {end}: a vote received after that is not counted";
    SILENCE_RUNS "silence-runs" "the silence runs until {end}: nothing is adopted by it before";
    STEP_OF_ANOTHER_KIND "step-of-another-kind" "the step is decided as `{step}`; the act says `{says}`";
    NO_RULE_FOR "no-rule-for" "no rule for `{kind}` of `{organ}` counts on {day}";
    NO_AREA_TOLD "no-area-told" "the act does not say to which area of common effort the matter belongs: {areas}";
    TARGET_VOTES "target-votes" "the matter is about {party}, whose vote the rule does not count";
    OBJECTED_LATE "objected-late" "a later step was taken on {day}: an objection after that undoes nothing";
    SIGNED_FOR_ANOTHER "signed-for-another" "{person} signs for {other}, and not for {party}";
    NO_SEAT "no-seat" "{party} has no seat in `{organ}` on {day}";
    NO_VOTE "no-vote" "{party} has no vote in `{organ}` on {day}";
    VOTED_BEFORE "voted-before" "{party} voted on it on {day}: a vote is taken back before another is cast";
    NO_VOTE_TO_TAKE_BACK "no-vote-to-take-back" "no vote of {party} stands there that could be taken back";
    NO_OBJECTION_TO_TAKE_BACK "no-objection-to-take-back" "no objection of {party} stands there that could be taken back";
    SILENCE_STAYS_BROKEN "silence-stays-broken" "the objection of {day} broke the silence, which taking it back does not restore: a text goes round anew";
    VOTE_TOLD_OTHERWISE "vote-told-otherwise" "the act tells the vote of {party} as `{told}`; it was received on {day} as `{counts}`, which counts";

    NO_CORRECTION "no-correction" "no act found in this record before it: a matter of `{procedure}` in which the text of `{instrument}` is corrected";

    READ_DIFFERENTLY "read-differently" "sources read this act differently, and the record does not decide";
    CHAIR_OF_ANOTHER "chair-of-another" "{other} gives the chair of `{organ}` on that day to another than {party}";
    FIGURE_OTHERWISE "figure-otherwise" "{other} gives `{name}` of the same day from the same source as {number}";
    ENTRY_OTHERWISE "entry-otherwise" "{other} tells that `{instrument}` entered into force on {day}; this act tells {told}";
    SAID_AND_SO "said-and-so" "a source says `{claim}` on {when}; along this record that is so";
    SAID_AND_NOT_SO "said-and-not-so" "a source says `{claim}` on {when}; along this record that is not so";
    SAID_AND_DISPUTED "said-and-disputed" "a source says `{claim}` on {when}; along this record that is disputed";
    SAID_AND_OPEN "said-and-open" "a source says `{claim}` on {when}; along this record that depends on a date that is not known";
}
