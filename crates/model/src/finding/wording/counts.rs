//! What is said of how a decision is counted: conditions, their arithmetic, rules, seats.

wordings! { ALL of "counts";
    WHO "who" "{who}";
    BASE "base" "{base}";
    OUTCOME "outcome" "{outcome}";
    COUNTS_AS "counts-as" "{way}";

    C_ALL "all" "all {base} {who}";
    C_AT_LEAST "at-least" "at least {count} {who}";
    C_AT_LEAST_IN "at-least-in" "at least {count} {who} in {parties}";
    C_SHARE "share" "{how} {numerator}/{denominator} {who} of {base}";
    C_SHARE_LESS "share-less" "{how} {numerator}/{denominator} {who} of {base} less {parties}";
    C_FEWER "fewer" "fewer than {count} {who}";
    C_NONE "none" "none {who}";
    C_NONE_IN "none-in" "none {who} in {parties}";
    C_INCLUDES "includes" "includes {parties}";
    C_WEIGHT "weight" "weight {weights} of {who} {how} {numerator}/{denominator} of {base}";
    C_NOT "not" "not {condition}";
    C_ALL_OF "all-of" "all of";
    C_ANY_OF "any-of" "any of";

    ALL_OF_THESE "all-of-these" "all of these";
    ONE_OF_THESE "one-of-these" "one of these";
    DOES_NOT_FOLLOW "does-not-follow" "what follows does not hold";
    FOLLOWS "follows" "what follows holds";
    SOME_NEEDED "some-needed" "{part} ({parties}), {needed} needed";
    THERE_IS_NONE "there-is-none" "there is none";
    THESE "these" "{parties}";
    OF_THESE "of-these" "of these: {parties}";
    PART "part" "{part}";
    EMPTY_BASE "empty-base" "{part} of 0: the base is empty";
    PART_OF_NEEDED "part-of-needed" "{part} of {whole}, {needed} needed";
    PART_OF "part-of" "{part} of {whole}";
    PART_NEEDED "part-needed" "{part}, {needed} needed";
    FOUND "found" "found {count}: {parties}";

    ASKED "asked" "{asked} {condition}";
    LOOKED_AT "looked-at" "{asked} {condition}: {found}: {holds}";
    LOOKED_AT_BY "looked-at-by" "{asked} {condition}: {found}, {margin}: {holds}";
    FEWER_THAN "fewer-than" "fewer than {count}";
    ONE_TOO_MANY "one-too-many" "one too many";
    TOO_MANY "too-many" "{count} too many";
    EXACTLY "exactly" "exactly as many as it takes";
    ONE_MORE "one-more" "one more than it takes";
    MORE "more" "{count} more than it takes";
    ONE_FEWER "one-fewer" "one fewer than it takes";
    FEWER "fewer-by" "{count} fewer than it takes";

    VOTED "voted" "{vote}: {parties}";
    OPINION "opinion" "opinion of {party}: {opinion}";
    CONDITION_MET "condition-met" "under the condition that {act} found to be met: {condition}";
    CONDITION "condition" "under the condition: {condition}";
    COUNTED "counted" "counted {vote}: {parties}";
    NO_KIND "no-kind" "of which kind its matter was is told neither by the act nor by a step that it is, and no kind is the organ's by default: no rule is counted";
    NO_RULE "no-rule" "no rule for `{kind}` counts on {day}";
    UNTOLD "untold" "what {parties} did is not on record: {counts}";
    RECORD_AGREES "record-agrees" "the record says {outcome}, and so does the count";
    RECORD_DIFFERS "record-differs" "the record says {outcome}; the count gives another outcome";
    RECORD_CONTESTED "record-contested" "the record says {outcome}; by another reading the outcome is contested";
    SEATS "seats" "`{organ}` has {count} members on {day}: {parties}";
    SEATS_THEN "seats-then" "`{organ}` has {count} members on {day}, when {matter} was opened: {parties}";
    NO_SEATS "no-seats" "of whom `{organ}` is made on {day} is not on record: the votes told are its electorate";
    NO_SEATS_THEN "no-seats-then" "of whom `{organ}` is made on {day}, when {matter} was opened is not on record: the votes told are its electorate";
    SEAT_WITHOUT_VOTE "seat-without-vote" "{party} has a seat and no vote{article}";
    KIND_GIVES "kind-gives" "`{kind}` of `{organ}`: {outcome}";
    KIND_READ "kind-read" "read as `{reading}`: `{kind}` of `{organ}`: {outcome}";
    KIND_FOLLOWED "kind-followed" "read as `{reading}`, as practice follows it: `{kind}` of `{organ}`: {outcome}";
    BINDS "binds" "binds {parties}";
    BINDS_NOT "binds-not" "does not bind {parties}";
    ASIDE "aside" "{parties}: {aside}";
    RULE_COUNTS "rule-counts" "rule `{rule}`: abstention counts as {abstaining}, absence as {absent}";
    RULE_WORDED "rule-worded" "rule `{rule}`, as `{article}` words it: abstention counts as {abstaining}, absence as {absent}";
    RULE_WORDED_BY "rule-worded-by" "rule `{rule}`, as worded by {act}: abstention counts as {abstaining}, absence as {absent}";
    MAY_VOTE "may-vote" "{count} may vote: {parties}";
    LEFT_OUT "left-out" "left out: {party}: {why}";
}
