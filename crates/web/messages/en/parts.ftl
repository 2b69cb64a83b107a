### Words used on many pages.

parts-this-record = This record
parts-not-known = not known
parts-a-day-not-known = a day not known
parts-nobody-found = nobody found in this record
parts-act = act { $number }
parts-acts = { $number ->
    [one] { $number } act
   *[other] { $number } acts
}
parts-why = why
parts-why-claim = why: { $claim }
parts-ask = Ask
parts-as-json = the same as JSON
parts-as-csv = the table as CSV
parts-for-programs = For programs: { $link }
parts-followed-because = Followed because { $reason }.
parts-followed-here = followed here
parts-undecided = The record does not decide between them.
parts-each-year = Each year
parts-noticed = What was noticed
parts-participation = Participation in the { $instrument }
parts-membership = Membership of the { $body }

parts-instrument = instrument
parts-state = state
parts-word = word
parts-of = of
parts-holder = holder
parts-stands = stands
parts-stands-as = stands as
parts-status-column = status
parts-since = since
parts-until = until
parts-through = through
parts-because = because
parts-article = article
parts-act-column = act
parts-our-reading = our reading
parts-parties = parties
parts-what = what
parts-by = by
parts-source = source
parts-date = date
parts-evidence-column = evidence

parts-status = { $word ->
    [signatory] signatory
    [contracting] contracting
    [provisional] provisional
    [party] party
    [suspended] suspended
    [former] former
    [disputed] disputed
    [member] member
    [observer] observer
    [partner] partner
    [in-force] in force
    [not-in-force] not in force
    [no-participant] no participant
    [nothing] nothing
   *[unknown] unknown
}
parts-cause = { $word ->
    [expired-not-extended] the term ended and was not extended
    [withdrawn] withdrawal
    [expelled] expulsion
    [suspended-sanction] as a sanction
    [suspended-own-request] at its own request
   *[superseded] a later instrument took its place
}
parts-evidence = { $word ->
    [official-text] official text
    [account] an account
    [secondary] a public source
   *[unverified] unverified
}
parts-grade = { $word ->
    [void] without effect under the article as encoded here
    [irregular] departs from the article as encoded here
    [unrecorded] no act found in this record
    [disputed] positions differ
   *[orphan] refers to something this record does not have
}
parts-kind = { $word ->
    [treaty] treaty
    [protocol] agreement or protocol
    [decision] decision or regulation of an organ
   *[practice] practice
}
parts-step = { $word ->
    [propose] propose
    [consult] consult
    [recommend] recommend
    [determine] determine
    [decide] decide
    [notify] notify
    [consent] consent
    [circulate] circulate
    [wait] wait
    [deposit] deposit
    [contribute] contribute
    [report] report
    [carry-out] carry out
   *[end] end
}
parts-actor-member = a member
parts-actor-state = a state
parts-actor-opener = the state that opened it
parts-actor-target = the state it is about
parts-actor-other-members = each other member
parts-actor-party-to = a party to { $instrument }
parts-actor-anyone = anyone

parts-when-by = by { $date }
parts-when-from-on = from { $date } on
parts-when-between = between { $first } and { $second }
parts-when-perhaps = perhaps { $date }
parts-when-about = about { $date }
parts-when-perhaps-about = perhaps about { $date }
parts-when-some-day = { $place ->
   *[other] some day of { $when }
}
parts-when-year-of = { $year }
parts-when-years = { $place ->
   *[other] the years { $years }s
}
parts-when-month-of = { $month ->
    [1] January
    [2] February
    [3] March
    [4] April
    [5] May
    [6] June
    [7] July
    [8] August
    [9] September
    [10] October
    [11] November
   *[12] December
} { $year }
parts-pages = Pages of the list
parts-contested = contested: entry { $revoked } revoked the key that signed this, from entry { $from } on
parts-left-open = left open: { $because }
