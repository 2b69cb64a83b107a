//! What is said of duties and of what was contributed, beside the words of the record.

wordings! { ALL of "duties";
    DUTY_DONE "done" "{text}: done {when} ({act})";
    DUTY_UNDATED "undated" "{text}: whether it is done depends on the date of {act} ({when})";
    DUTY_OF_WHOM "of-whom" "{text}: who is party is not in this record";
    CARRY_OUT "carry-out" "carry out {act} ({said}): positions differ: the rule gives {readings}";
    READING_COMES_TO "reading-comes-to" "{outcome} as `{reading}`";
    RULE_COMES_TO "rule-comes-to" "{outcome} as `the rule`";
    THEN "then" "{first}; {then}";

    MESSAGES "messages" "messages: {messages}";
    MESSAGE_OPENING "message-opening" "opening {message}";
    MESSAGE_OF "message-of" "{step} {message}";
    CONTRIBUTED "contributed" "{party} {aid}: {what} ({act})";
    NUMBERED "numbered" "{what}, {count}";
    NO_CONTRIBUTION "no-contribution" "no contribution found in this record: {parties}";
    NO_CONTRIBUTION_OWED "no-contribution-owed" "no contribution found in this record, which is voluntary: {parties}";
}
