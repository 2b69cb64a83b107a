### Sentences about an act: what is noticed, and why the door refuses.

remarks-or = or
remarks-chair = its chair
remarks-members = { $number ->
    [one] a member
   *[other] any { $number } members together
}
remarks-period = { $number } { $unit ->
    [day] { $number ->
        [one] day
       *[other] days
    }
    [month] { $number ->
        [one] month
       *[other] months
    }
   *[year] { $number ->
        [one] year
       *[other] years
    }
}

remarks-no-vote-told = { $party } has no vote in { $organ } on that day; the act tells one
remarks-no-seat-told = { $party } has no seat in { $organ } on { $day }; the act tells a vote of it, which is not counted
remarks-told-in-two-ways = the act tells more than once how { $party } voted: its vote is not counted
remarks-told-twice = the act tells more than once how { $party } voted: its vote is counted once
remarks-rule-gives = the rule gives { $gives ->
    [adopted] adopted
    [not-adopted] not adopted
    [conditional] adopted on a condition
    [vetoed] vetoed
    [no-quorum] no quorum
   *[undetermined] undetermined
} on the votes told; the record says { $says ->
    [adopted] adopted
    [not-adopted] not adopted
    [conditional] adopted on a condition
    [vetoed] vetoed
    [no-quorum] no quorum
   *[undetermined] undetermined
}
remarks-reading-gives = the rule, read as { $reading }, gives { $gives ->
    [adopted] adopted
    [not-adopted] not adopted
    [conditional] adopted on a condition
    [vetoed] vetoed
    [no-quorum] no quorum
   *[undetermined] undetermined
} on the votes told; the record says { $says ->
    [adopted] adopted
    [not-adopted] not adopted
    [conditional] adopted on a condition
    [vetoed] vetoed
    [no-quorum] no quorum
   *[undetermined] undetermined
}
remarks-not-bound = { $party } is not bound by { $instrument } on that day: the notice is received and changes nothing
remarks-no-withdrawal = no clause of { $instrument } encoded here lets a party withdraw by notice: the notice is received
remarks-notice-early = { $instrument } lets a party give notice from { $day } on: the notice of { $party } is received
remarks-notice-short = the notice names { $day }; { $period } of notice end on { $earliest }
remarks-notice-not-pending = the notice is no longer pending: it took effect, or nothing was noticed
remarks-notice-stands = the article does not let a notice be revoked
remarks-no-full-powers = no act found in this record: full powers of { $person }, who signs as { $capacity }, to represent { $party }
remarks-no-full-powers-received = no act found in this record: full powers of { $person }, who signs as { $capacity }, to represent { $party }: the communication is received, put to the state, and has no effect of its own
remarks-no-matter = { $label } opens no matter in this record
remarks-no-convener = { $who } has no standing to convene { $organ }: that is for { $conveners }
remarks-convened-already = { $organ } is convened for a { $form ->
    [regular] regular
    [extraordinary] extraordinary
   *[remote] remote
} session on { $day } already: the act changes nothing
remarks-no-call = no act found in this record: the call to this session
remarks-no-session = { $label } is no session or call in this record
remarks-minutes-already = revision { $number } of these minutes is filed already: the act changes nothing
remarks-no-minutes = no act found in this record: revision { $number } of these minutes
remarks-no-credentials = { $label } are no credentials in this record
remarks-no-examination = no act found in this record: the examination of these credentials
remarks-no-speaker = no act found in this record: accepted credentials of { $person } to speak for { $party }
remarks-entry-on-another-day = the article gives { $day } for the entry into force of { $instrument }; the act tells { $told }
remarks-no-consents = no act found in this record: the consents that bring { $instrument } into force
remarks-no-consent-of = no act found in this record: consent to be bound by { $instrument } of { $parties }
remarks-member-as-party = { $party } is a member of { $body } as a party to { $instrument }, which it leaves as the article says: the act has no effect of its own
remarks-no-notice = no act found in this record: a notice of withdrawal from { $instrument } by { $party } that has taken effect
remarks-never-member = { $party } was never a member: the act changes nothing
remarks-member-no-longer = { $party } is no longer a member: the act changes nothing
remarks-no-full-member = { $party } is no full member on that day: the act changes nothing
remarks-no-article-at-request = the act names no article for suspension at a member's own request, and none encoded here provides for it
remarks-no-article-to-suspend = the act names no article for this suspension, and none encoded here provides for it
remarks-signature-closed = { $instrument } was open for signature through { $last }; { $party } signs on { $day }
remarks-spent-signature = { $party } is a former party to { $instrument } since { $day }; no signature after that is found in this record
remarks-spent-signature-open = { $party } is a former party to { $instrument } since { $day }; no signature after that is found in this record, and the article has accession for those that did not sign
remarks-signature-of-others = { $instrument } is not open for the signature of { $party }
remarks-accession-closed = { $instrument } is closed to accession; { $party } accedes
remarks-no-leave-to-accede = no act found in this record: the consent to the accession of { $party } to { $instrument }, for which the article asks: the instrument is received and has no effect of its own
remarks-no-accession = no clause of { $instrument } encoded here lets a state accede; { $party } does
remarks-no-accession-received = no clause of { $instrument } encoded here lets a state accede; { $party } does: the instrument is received and has no effect of its own
remarks-no-provisional = no clause of { $instrument } encoded here provides for provisional application; { $party } declares it
remarks-provisional-unsigned = those who signed { $instrument } apply it provisionally; { $party } declares it and has not signed
remarks-no-reservations = { $instrument } takes no reservations: it is received and put to the state
remarks-reserved-late = { $party } consented to be bound by { $instrument } on { $day }, before it made the reservation: it is received and put to the state
remarks-no-acceptance = no act found in this record: the acceptance of the reservation of { $party }
remarks-no-acceptance-by = no act found in this record: the acceptance by { $organ } of the reservation of { $party }
remarks-held-up = no act found in this record before it: the acceptance of the reservation of { $party } to { $instrument }; the consent is received and has no effect until then
remarks-held-up-by = no act found in this record before it: the acceptance by { $organ } of the reservation of { $party } to { $instrument }; the consent is received and has no effect until then
remarks-not-accepted = the reservation of { $party } to { $instrument } was not accepted on { $day }: the consent is received and has no effect of its own
remarks-not-accepted-by = the reservation of { $party } to { $instrument } was not accepted by { $organ } on { $day }: the consent is received and has no effect of its own
remarks-reservation-of-another = the reservation is none of { $party }: the act changes nothing
remarks-no-loss-of-vote = no article encoded here takes the vote of a member in { $organ }
remarks-no-leave-to-vote = the article lets nobody permit a vote that is taken
remarks-another-organ = the article asks for a decision by { $organ }; the act names { $other }
remarks-another-recommends = the article asks for a recommendation by { $organ }; the act names { $other }
remarks-no-decision-by = no act found in this record: the decision by { $organ }
remarks-no-recommendation-by = no act found in this record: the recommendation by { $organ }
remarks-no-seat-then = { $party } has no seat in { $organ } on that day: the act changes nothing
remarks-no-vote-already = { $party } has no vote in { $organ } already: the act changes nothing
remarks-vote-not-taken = the vote of { $party } in { $organ } is not taken: the act changes nothing
remarks-received-before-entered = it is said to be received on { $said }; it was entered on { $entered }
remarks-counts-from-receipt = dated { $when }, received on { $day }: it counts from its receipt
remarks-no-yearly-duty = { $article } opens no duty each year on that day
remarks-duty-of-exercise = { $duty }: the duty of { $year } is discharged by an exercise, which this is not
remarks-duty-of-decision = { $duty }: the duty of { $year } is discharged by an adopted decision of { $organ }, which this is not
remarks-not-discharged = no act found in this record: { $duty } of { $year }
remarks-no-session-of-year = no session of { $organ } in { $year } is found in this record
remarks-few-sessions = fewer sessions of { $organ } in { $year } are found in this record than the article asks for: { $count }
remarks-no-later-appointment = the term ended on { $day }; no appointment for the time after it is found in this record
remarks-no-procedure = no article provides for the procedure { $procedure } on that day
remarks-no-standing = { $party } has no standing to open { $procedure }: { $actor } has
remarks-no-standing-of-any = who acts has no standing to open { $procedure }: { $actor } has
remarks-no-capacity = { $capacities } is no capacity in which a person speaks for the state here: { $may }
remarks-no-such-step = { $procedure } has no step { $step }
remarks-silence-consented = the time for it ended on { $day }, and silence was consent
remarks-step-of-another = { $party } took a step that is for { $actor }
remarks-step-of-person = { $person } took a step that is for { $actor }
remarks-step-of-another-body = { $body } took a step that is for { $actor }
remarks-not-adopted = the decision on { $party } for which the article asks was not adopted on { $day }
remarks-not-adopted-by = the decision of { $organ } on { $party } for which the article asks was not adopted on { $day }
remarks-nobody-admits = no article encoded here says who decides on an admission to { $body }
remarks-nobody-restores = no article encoded here says who decides on a restoration to { $body }
remarks-nobody-suspends = no article encoded here says who decides on a suspension in { $body }
remarks-nobody-expels = no article encoded here says who decides on an expulsion from { $body }
remarks-no-decision-of-organ = no act found in this record: the decision of an organ
remarks-recall-of-another = the article lets { $holder } recall the holder, its citizen; { $party } does
remarks-citizen-of-no-member = the article asks for a citizen of a member; { $party } is none on that day
remarks-stands-in = under the reading { $reading } the turn was { $due }'s; { $party } stands in for { $absent }
remarks-turn-denied = under the reading { $reading } the turn was { $due }'s and not { $party }'s
remarks-turn-of-another = under the reading { $reading } the turn was { $due }'s; { $party } has it
remarks-no-voting-step = { $procedure } has no such step on which an organ votes
remarks-voted-late = it was decided on { $day }: a vote after that is not counted
remarks-voted-after-silence = the silence ended at { $end }: a vote received after that is not counted
remarks-silence-runs = the silence runs until { $end }: nothing is adopted by it before
remarks-step-of-another-kind = the step is decided as “{ $step }”; the act says “{ $says }”
remarks-no-rule-for = no rule for “{ $kind }” of { $organ } counts on { $day }
remarks-no-area-told = the act does not say to which area of common effort the matter belongs: { $areas }
remarks-target-votes = the matter is about { $party }, whose vote the rule does not count
remarks-objected-late = a later step was taken on { $day }: an objection after that undoes nothing
remarks-signed-for-another = { $person } signs for { $other }, and not for { $party }
remarks-no-seat = { $party } has no seat in { $organ } on { $day }
remarks-no-vote = { $party } has no vote in { $organ } on { $day }
remarks-voted-before = { $party } voted on it on { $day }: a vote is taken back before another is cast
remarks-no-vote-to-take-back = no vote of { $party } stands there that could be taken back
remarks-no-objection-to-take-back = no objection of { $party } stands there that could be taken back
remarks-silence-stays-broken = the objection of { $day } broke the silence, which taking it back does not restore: a text goes round anew
remarks-vote-told-otherwise = the act tells the vote of { $party } as { $told ->
    [for] for
    [against] against
    [abstain] abstaining
    [abstain-declared] abstaining by declaration
    [absent] absent
    [object] objecting
    [object-to-format] objecting to the format
   *[not-participating] not participating
}; it was received on { $day } as { $counts ->
    [for] for
    [against] against
    [abstain] abstaining
    [abstain-declared] abstaining by declaration
    [absent] absent
    [object] objecting
    [object-to-format] objecting to the format
   *[not-participating] not participating
}, which counts
remarks-no-correction = no act found in this record before it: a matter of { $procedure } in which the text of { $instrument } is corrected
remarks-read-differently = sources read this act differently, and the record does not decide
remarks-chair-of-another = { $other } gives the chair of { $organ } on that day to another than { $party }
remarks-figure-otherwise = { $other } gives { $name } of the same day from the same source as { $number }
remarks-entry-otherwise = { $other } tells that { $instrument } entered into force on { $day }; this act tells { $told }
remarks-said-and-so = a source says { $claim } on { $when }; along this record that is so
remarks-said-and-not-so = a source says { $claim } on { $when }; along this record that is not so
remarks-said-and-disputed = a source says { $claim } on { $when }; along this record that is disputed
remarks-said-and-open = a source says { $claim } on { $when }; along this record that depends on a date that is not known
