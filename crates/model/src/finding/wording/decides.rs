//! What there is to say beside the outcome of a decision, and beside how an instrument stands.

wordings! { ALL of "decides";
    READINGS_DIFFER "readings-differ" "readings between which the record does not decide differ";
    NO_ORGAN "no-organ" "the record does not say of whom the organ is made on that day: the states of the votes are taken as its members";
    ORGAN_TO_COME "organ-to-come" "`{organ}` is not there until {day}{article}: of that day is the first act about `{instrument}`";
    SILENCE_STILL "silence-still" "the silence still runs";
    NONE_FOLLOWED "none-followed" "practice follows none of the readings on that day";
    LAW_NOT_IN_FORCE "law-not-in-force" "`{instrument}` is not in force on {day} by this record";
    CARRIES_ONE "carries-one" "{article} carries one; the first act about `{instrument}` is of {day}";
    GOES_BEFORE "goes-before" "in `{procedure}` ({article}) there goes before it: {steps}";
    STEP_BY "step-by" "`{step}` by {actor}";
    STEP_BY_EACH "step-by-each" "`{step}` by each {actor}";
    NOBODY_MAY_VOTE "nobody-may-vote" "nobody may vote under `{rule}` ({article})";
    DAYS_OF_SEAT "days-of-seat" "days are counted by the clocks of the seat, and the last one runs to its end";
    DAYS_UNIVERSAL "days-universal" "days are counted in universal time";
    MAY_NOT_BE_USED "may-not-be-used" "`{rule}` ({article}) may not be used, and no rule takes its place";
    NOBODY_CAME "nobody-came" "none of those who may vote is on record as present: `{rule}` ({article}) does not say what that counts as";
    SILENCE_SAID "silence-said" "the circulated text lets silence end at {said}; the article gives {end}";
    SILENCE_TAKEN "silence-taken" "the moment asked about is taken for the end of the silence";
    EXTENSION_AWAITED "extension-awaited" "`{by}` would extend `{instrument}` from {from}: signed by {parties}, not in force by what was known";
}
