//! What differs between two moments or two laws, and how each thing stands.

wordings! { ALL of "differs";
    OF_PARTY "of-party" "{instrument} {party}";
    OF_MEMBER "of-member" "{body} {party}";
    OF_VOTE "of-vote" "{body} {party} vote";
    OF_FORCE "of-force" "{instrument}";
    OF_PERIOD "of-period" "{instrument} period";
    OF_CHAIR "of-chair" "chair of {organ}";
    CHAIR_DEPARTS "chair-departs" "chair of {organ}, departs";
    CHAIR_NEXT "chair-next" "chair of {organ}, expected next";
    OF_OFFICE "of-office" "{office}";
    OFFICE_DEPARTS "office-departs" "{office}, departs";
    OFFICE_NEXT "office-next" "{office}, expected next";
    OF_OUTCOME "of-outcome" "{act} as {kind}";
    OF_FINDING "of-finding" "{act} {grade}";
    OF_FINDING_UNDER "of-finding-under" "{act} {grade} {article}";

    NOT_TOLD "not-told" "-";
    STANDS "stands" "{status}";
    PERIOD_GOES_ON "period-goes-on" "{number}, from {from} to a day after the last of the calendar";
    PERIOD "period" "{number}, from {from} through {through}";
    HELD "held" "{holder}";
    HELD_OF "held-of" "{holder} of {party}";
    NEXT "next" "{next}";
    NEXT_FROM "next-from" "{next} from {day}";
    NOTICED "noticed" "{findings}";
    CAUSE "cause" "{cause}";
    SINCE "since" "since {day}";
    CAUSE_SINCE "cause-since" "{cause}, since {day}";
    WITH_DETAIL "with-detail" "{told} ({detail})";
    POSITIONS_DIFFER_ON "positions-differ-on" "positions differ on {act}";

    NOTICED_NOW "noticed-now" "{grade}: {told}";
    NO_LONGER_NOTICED "no-longer-noticed" "no longer noticed: {told}";
    RELIES_ON "relies-on" "relies on `{article}`, which is repealed";
    NO_EFFECT_BY "no-effect-by" "has no effect by `{article}`, which is repealed";
    NO_LONGER_KEEPS "no-longer-keeps" "no longer keeps {parties} bound by `{instrument}`";
    IS_REPEALED "is-repealed" "{article} is repealed";
    IS_INSERTED "is-inserted" "{article} is inserted";
    IS_REPLACED "is-replaced" "{article} is replaced";
    WORDED_LATER "worded-later" "on {day} `{article}` counts as `{by}` words it, not as supposed";
}
