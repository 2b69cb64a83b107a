//! What is said of assertions that do not hold, and of what is expected and not found.

wordings! { ALL of "checks";
    ASSERTED "asserted" "{when}: `{claim}` {stands}";
    NOT_MET "not-met" "a finding `{grade}` is expected here, and there is none";
}
