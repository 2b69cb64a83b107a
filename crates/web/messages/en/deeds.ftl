### What an act did, as one sentence.

deeds-sign = { $parties } signed { $instruments }
deeds-deposit = { $parties } deposited { $form ->
    [ratification] ratification
    [acceptance] acceptance
    [approval] approval
    [accession] accession
    [succession] succession
    [notification] notification
   *[consent] consent
} of { $instruments }
deeds-ratify = { $parties } ratified { $instruments } under domestic law
deeds-refuse = { $parties } refused { $instruments }
deeds-force = { $instruments } entered into force
deeds-force-for = { $instruments } entered into force for { $parties }
deeds-provisional = { $parties } declared provisional application of { $instruments }
deeds-notice = { $parties } gave notice of withdrawal from { $instruments }
deeds-revoke = { $parties } took back { $act }
deeds-end = { $instruments } ended for { $parties }: { $cause }
deeds-suspend = { $parties } suspended in { $instruments }: { $cause }
deeds-resume = { $parties } resumed in { $instruments }
deeds-register = { $instruments } registered with { $register }
deeds-reserve = { $parties } made a reservation to { $instruments }: { $text }
deeds-object = { $parties } objected to { $act }: { $text }
deeds-join = { $parties } { $how ->
    [admitted] admitted to
    [restored] restored to
   *[told] joined
} { $body } as { $status }
deeds-leave = { $parties } left { $body }: { $cause }
deeds-suspend-member = { $parties } suspended in { $body }: { $cause }
deeds-cast = { $parties } { $vote ->
    [for] voted for
    [against] voted against
    [abstain] abstained
    [abstain-declared] abstained, and declared not to be bound
    [object] objected in the vote
    [object-to-format] objected to the manner of deciding
   *[not-participating] declared to take no part
}
deeds-vote = { $right ->
    [taken] the vote of { $parties } in { $body } was taken
    [permitted] { $parties } may vote in { $body } all the same
   *[returned] the vote of { $parties } in { $body } was given back
}
deeds-session = { $organ } met{ $form ->
    [regular] , regular session
    [extraordinary] , extraordinary session
    [remote] , remote session
   *[untold] {""}
}
deeds-session-in = { $organ } met in { $place }{ $form ->
    [regular] , regular session
    [extraordinary] , extraordinary session
    [remote] , remote session
   *[untold] {""}
}
deeds-call = { $who } convened { $organ } for { $day }, { $form ->
    [regular] regular
    [extraordinary] extraordinary
   *[remote] remote
} session
deeds-agenda = agenda of { $act } { $stage ->
    [invited] as the call invites to it
    [adopted] as adopted
   *[held] as held
}
deeds-minutes = minutes of { $act }, revision { $revision }
deeds-credentials = { $party } presented credentials of { $person } to { $body }
deeds-examine = { $body } { $stage ->
    [examined] examined
   *[accepted] accepted
} the credentials { $act }
deeds-decide = { $organ } decided ({ $outcome ->
    [adopted] adopted
    [not-adopted] not adopted
    [conditional] conditional
    [vetoed] vetoed
    [no-quorum] no quorum
   *[undetermined] undetermined
})
deeds-chair = { $party } took the chair of { $organ }
deeds-chair-instead = { $party } took the chair of { $organ } in place of { $absent }
deeds-appoint = { $person } ({ $party }) was appointed { $office }
deeds-stand-in = { $person } ({ $party }) stood in as { $office }
deeds-vacate = { $office } fell vacant
deeds-vacate-recalled = { $office } fell vacant, recalled by { $party }
deeds-request = { $parties } requested { $what }
deeds-request-of = { $parties } requested { $what } of { $asked }
deeds-aid = { $who } { $kind ->
    [offer] offered
    [contribute] contributed
    [release] released
   *[report] reported
}: { $what }
deeds-state = { $who } made a statement
deeds-capacity = { $capacity ->
    [head-of-state] head of state
    [head-of-government] head of government
    [foreign-minister] foreign minister
    [defence-minister] defence minister
    [permanent-representative] permanent representative
   *[delegate] delegate
}
deeds-state-as = { $who }, { $capacity } made a statement
deeds-exercise = exercise { $name }
deeds-figure = { $name }: { $number }
deeds-figure-of = { $name } of { $of }: { $number }
deeds-position = { $party } { $position } { $entity }
deeds-agree = { $body } concluded { $title }
deeds-correct = correction of { $act }
deeds-amend = { $instrument } amended
deeds-transcribe = { $instrument } transcription corrected
