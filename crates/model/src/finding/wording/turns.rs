//! What is said of chairs, offices and votes that are taken.

wordings! { ALL of "turns";
    DEPENDS_ON_DATE "depends-on-date" "depends on the date of {acts}";
    DEPENDS_ON_READING "depends-on-reading" "depends on the reading of {acts}";
    POSITIONS_DIFFER "positions-differ" "positions differ on {act}: {one} or {other}";
    STANDS_IN_FOR "stands-in-for" "{party} stands in for {absent}, whose turn `{reading}` gives; its own turn is not spent";
    ANOTHER_TOOK "another-took" "`{reading}` expected {due}; {party} took the chair";
    BEFORE_PRACTICE "before-practice" "before {day} practice did not follow `{reading}`; the chair followed `{followed}`";
    BEFORE_PRACTICE_TOOK "before-practice-took" "before {day} practice did not follow `{reading}`; `{followed}` expected {due}, and {party} took the chair";
    AS_DECIDED "as-decided" "{deviation}, as `{organ}` had decided on {when} ({label})";
    COMES_BACK "comes-back" "the turn comes back after {party} stood in, which did not spend its own";
    PASSED_OVER "passed-over" "{parties} is passed over, its membership being suspended";
    EXPECTED "expected" "expected by the rotation and not on record; the last turn on record is that of {party}";
    EXPECTED_SINCE "expected-since" "expected by the rotation and not on record; the last turn on record is that of {party} since {day}";
    CALLED_BACK "called-back" "{party} called its holder back, and its turn is spent";
    STANDS_IN_UNTIL "stands-in-until" "stands in until an appointment";
    CALLED_BACK_UNTIL "called-back-until" "{explained}; the holder stands in until an appointment";
    TERM_ENDED "term-ended" "the term ended on {day}; no later appointment is found in this record";
    ROTATION_EXPECTED "rotation-expected" "the rotation expected {party}";
    PERSON_EXPECTED "person-expected" "expected by the rotation: of {party}, the person not known; the last holder on record is {holder}";
    PERSON_EXPECTED_AFTER "person-expected-after" "expected by the rotation: of {party}, the person not known; the last holder on record is {holder} of {of}";
    VOTE_LOST "vote-lost" "{party} {stands} in `{body}`{article}";
    VOTE_LOST_SINCE "vote-lost-since" "{party} {stands} in `{body}` since {day}{article}";
    VOTE_LOST_AND "vote-lost-and" "{party} {stands} in `{body}`{article}, and loses {also}";
    VOTE_LOST_SINCE_AND "vote-lost-since-and" "{party} {stands} in `{body}` since {day}{article}, and loses {also}";
}
