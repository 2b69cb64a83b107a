//! What there is to say beside a list of participants or members.

wordings! { ALL of "lists";
    TOO_MANY_OPEN "too-many-open" "too many dates are open: {acts}";
    TOO_MANY_DATES "too-many-dates" "too many dates are open; depends on the date of {acts}";
    SEATS_TOLD "seats-told" "seats: {text}";
    NOT_SET_UP "not-set-up" "no article that sets up `{body}` counts on {day}";
    NO_MEMBERS "no-members" "this record has no members of `{body}` on {day}";
    NO_MEMBERS_YET "no-members-yet" "`{body}` has no members on {day}: membership follows from `{instrument}`, which is not in force on that day; ask `status` for the parties to an earlier treaty";
}
