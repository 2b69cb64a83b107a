### Why a claim stands as it does: what is said of it.

because-act = { $act }
because-followed = { $through ->
    [act] by this act
    [entry] the condition of entry into force was reached
    [base-shrank] the condition was reached when those it is measured on became fewer
    [expiry] the term ended and was not extended for it; no withdrawal is found in this record
    [extension] an extension binds it beyond the end of the term
    [notice-period] the notice period ended
    [membership] participation in the instrument carries membership
   *[other-instrument] another instrument changed it
} (from: { $act })
because-nothing-found = no act found in this record
because-to-instrument = { $party } { $stands ->
    [signatory] is signatory of
    [contracting] has consented to be bound by
    [provisional] provisionally applies
    [party] is party to
    [suspended] is suspended in
   *[former] is no longer party to
} { $instrument }: { $act }
because-to-instrument-since = { $party } { $stands ->
    [signatory] is signatory of
    [contracting] has consented to be bound by
    [provisional] provisionally applies
    [party] is party to
    [suspended] is suspended in
   *[former] is no longer party to
} { $instrument } ({ $cause ->
    [expired-not-extended] it expired and was not extended
    [withdrawn] it withdrew
    [expelled] it was expelled
    [suspended-sanction] as a sanction
    [suspended-own-request] at its own request
   *[superseded] another instrument took its place
}): { $act }
because-to-body = { $party } { $stands ->
    [member] is member of
    [suspended] is suspended in
    [observer] is observer of
    [partner] is partner of
   *[former] is no longer member of
} { $body }: { $act }
because-to-body-since = { $party } { $stands ->
    [member] is member of
    [suspended] is suspended in
    [observer] is observer of
    [partner] is partner of
   *[former] is no longer member of
} { $body } ({ $cause ->
    [expired-not-extended] it expired and was not extended
    [withdrawn] it withdrew
    [expelled] it was expelled
    [suspended-sanction] as a sanction
    [suspended-own-request] at its own request
   *[superseded] another instrument took its place
}): { $act }
because-in-force = { $instrument } { $force ->
    [yes] in force
   *[no] no longer in force
}: { $act }
because-no-force = { $instrument } not in force: no day on record on which its condition took effect
because-period-runs-on = period { $number } of { $instrument } runs from { $from } to a day after the last of the calendar
because-period-runs = period { $number } of { $instrument } runs from { $from } through { $through }
because-term-ran = term { $number } of { $instrument } ran through { $through }
because-under = under { $article }: { $holder ->
    [nobody] nobody
   *[other] { $holder }
}
because-under-reading = under the reading { $reading }: { $holder ->
    [nobody] nobody it can name
   *[other] { $holder }
}
because-ratified = { $act }: a note beside the status; no deposit is found in this record
because-vote-stands = { $party } { $right ->
    [without-vote] without vote
    [vote-permitted] vote permitted
   *[vote-returned] vote returned
} in { $body }: { $act }
because-depends = depends on the date of { $name } ({ $when }): { $act }
because-rival = another reading of this act { $what ->
    [changes] changes the answer
   *[otherwise] tells it otherwise
} ({ $follows ->
    [another] the record follows another reading
   *[none] the record does not decide
}): { $said }
because-rival-on = another reading of this act { $what ->
    [changes] changes the answer
   *[otherwise] tells it otherwise
} ({ $follows ->
    [another] the record follows another reading
   *[none] the record does not decide
}): { $when }: { $said }
because-request-open = { $act } ({ $when }, { $name }): received as number { $number } of this record and circulated with it; a request has no effect of its own, and no act by { $day } gives it one
because-request-answered = { $act } ({ $when }, { $name }): received as number { $number } of this record and circulated with it; a request has no effect of its own, and { $answer } gave it one: { $deed } ({ $then })
because-position = position: { $act }
because-waits = by { $day } no act on record finds its condition met; until one does, it waits
because-no-consent = consents on record{ $article }: none
because-consents = consents on record{ $article }: { $count } [{ $counted }]
because-consents-of = consents on record{ $article }: { $count } of { $all }; without one here: { $missing }
because-signature-of = signature of { $party }{ $article }: { $found ->
    [yes] yes
   *[no] not found in this record
}
because-consent-of = consent of { $party }{ $article }: { $found ->
    [yes] yes
   *[no] not found in this record
}
because-notice-ends = notice{ $article } ends on { $day }: { $found ->
    [yes] yes
   *[no] not found in this record
}
because-turn-of = turn of { $party }{ $article }: { $found ->
    [yes] yes
   *[no] not found in this record
}
because-no-turn = no turn foreseen{ $article }
because-act-of = act of { $organ }{ $article }: { $found ->
    [yes] yes
   *[no] not found in this record
}
because-provided = provided for{ $article }: { $found ->
    [yes] yes
   *[no] not found in this record
}
because-reached = { $counted }; { $reached ->
    [yes] the condition is reached
   *[no] the condition is not reached
}
