//! What is said of why a claim stands as it does.

wordings! { ALL of "because";
    ACT "act" "{act}";
    FOLLOWED "followed" "{through} (from: {act})";
    NOTHING_FOUND "nothing-found" "no act found in this record";
    TO_INSTRUMENT "to-instrument" "{party} {stands} {instrument}: {act}";
    TO_INSTRUMENT_SINCE "to-instrument-since" "{party} {stands} {instrument} ({cause}): {act}";
    TO_BODY "to-body" "{party} {stands} {body}: {act}";
    TO_BODY_SINCE "to-body-since" "{party} {stands} {body} ({cause}): {act}";
    IN_FORCE "in-force" "{instrument} {force}: {act}";
    NO_FORCE "no-force" "{instrument} not in force: no day on record on which its condition took effect";
    PERIOD_RUNS_ON "period-runs-on" "period {number} of {instrument} runs from {from} to a day after the last of the calendar";
    PERIOD_RUNS "period-runs" "period {number} of {instrument} runs from {from} through {through}";
    TERM_RAN "term-ran" "term {number} of {instrument} ran through {through}";
    UNDER "under" "under `{article}`: {holder}";
    UNDER_READING "under-reading" "under the reading `{reading}`: {holder}";
    RATIFIED "ratified" "{act}: a note beside the status; no deposit is found in this record";
    VOTE_STANDS "vote-stands" "{party} {right} in {body}: {act}";
    DEPENDS "depends" "depends on the date of {name} ({when}): {act}";
    RIVAL "rival" "another reading of this act {what} ({follows}): {said}";
    RIVAL_ON "rival-on" "another reading of this act {what} ({follows}): {when}: {said}";
    REQUEST_OPEN "request-open" "{act} ({when}, {name}): received as number {number} of this record and circulated with it; a request has no effect of its own, and no act by {day} gives it one";
    REQUEST_ANSWERED "request-answered" "{act} ({when}, {name}): received as number {number} of this record and circulated with it; a request has no effect of its own, and {answer} gave it one: {deed} ({then})";
    POSITION "position" "position: {act}";
    WAITS "waits" "by {day} no act on record finds its condition met; until one does, it waits";

    NO_CONSENT "no-consent" "consents on record{article}: none";
    CONSENTS "consents" "consents on record{article}: {count} [{counted}]";
    CONSENTS_OF "consents-of" "consents on record{article}: {count} of {all}; without one here: {missing}";
    SIGNATURE_OF "signature-of" "signature of {party}{article}: {found}";
    CONSENT_OF "consent-of" "consent of {party}{article}: {found}";
    NOTICE_ENDS "notice-ends" "notice{article} ends on {day}: {found}";
    TURN_OF "turn-of" "turn of {party}{article}: {found}";
    NO_TURN "no-turn" "no turn foreseen{article}";
    ACT_OF "act-of" "act of {organ}{article}: {found}";
    PROVIDED "provided" "provided for{article}: {found}";
    REACHED "reached" "{counted}; {reached}";
}
