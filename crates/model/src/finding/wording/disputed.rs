//! What is said of accounts that differ: the readings, and what another reading would change.

wordings! { ALL of "disputed";
    ACT_READS "act-reads" "{when}: {deed}";
    DATE_READS "date-reads" "{when}";
    READING_COMES "reading-comes" "read as `{reading}` ({article}): {outcome}";
    RULE_COMES "rule-comes" "read as `the rule` ({article}): {outcome}";
    HOLDS "holds" "{party}: {said}";
    HOLDS_UNNAMED "holds-unnamed" "nobody named: {said}";

    PARTY_CHANGES "party-changes" "{party} {stands} {instrument} instead of {ours}";
    MEMBER_CHANGES "member-changes" "{party} {stands} {body} instead of {ours}";
    CHAIR_CHANGES "chair-changes" "{holder} chair {organ} instead of {ours}";
    OUTCOME_CHANGES "outcome-changes" "{act} {outcome} instead of {ours}";
    NO_PARTICIPANT "no-participant" "no participant";
    NO_MEMBER "no-member" "no member";
    NOBODY "nobody" "nobody";

    OWN_WORDS "own-words" "{text}";
    PRACTICE_FOLLOWS "practice-follows" "practice follows this reading of the rule";
}
