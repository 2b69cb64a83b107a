### Chairs, offices and votes that are taken.

turns-depends-on-date = depends on the date of { $acts }
turns-depends-on-reading = depends on the reading of { $acts }
turns-positions-differ = positions differ on { $act }: { $one ->
    [nobody] nobody
   *[other] { $one }
} or { $other ->
    [nobody] nobody
   *[other] { $other }
}
turns-stands-in-for = { $party } stands in for { $absent }, whose turn { $reading } gives; its own turn is not spent
turns-another-took = { $reading } expected { $due }; { $party } took the chair
turns-before-practice = before { $day } practice did not follow { $reading }; the chair followed { $followed }
turns-before-practice-took = before { $day } practice did not follow { $reading }; { $followed } expected { $due }, and { $party } took the chair
turns-as-decided = { $deviation }, as { $organ } had decided on { $when } ({ $label })
turns-comes-back = the turn comes back after { $party } stood in, which did not spend its own
turns-passed-over = { $parties } is passed over, its membership being suspended
turns-expected = expected by the rotation and not on record; the last turn on record is that of { $party ->
    [nobody] nobody
   *[other] { $party }
}
turns-expected-since = expected by the rotation and not on record; the last turn on record is that of { $party ->
    [nobody] nobody
   *[other] { $party }
} since { $day }
turns-called-back = { $party } called its holder back, and its turn is spent
turns-stands-in-until = stands in until an appointment
turns-called-back-until = { $explained }; the holder stands in until an appointment
turns-term-ended = the term ended on { $day }; no later appointment is found in this record
turns-rotation-expected = the rotation expected { $party }
turns-person-expected = expected by the rotation: of { $party }, the person not known; the last holder on record is { $holder ->
    [nobody] nobody
   *[other] { $holder }
}
turns-person-expected-after = expected by the rotation: of { $party }, the person not known; the last holder on record is { $holder ->
    [nobody] nobody
   *[other] { $holder }
} of { $of }
turns-vote-lost = { $party } { $stands ->
    [taken] has no vote
    [permitted] may vote all the same
    [returned] has its vote again
    [disputed] may have no vote (disputed)
   *[undated] may have no vote (it depends on a date that is not known)
} in { $body }{ $article }
turns-vote-lost-since = { $party } { $stands ->
    [taken] has no vote
    [permitted] may vote all the same
    [returned] has its vote again
    [disputed] may have no vote (disputed)
   *[undated] may have no vote (it depends on a date that is not known)
} in { $body } since { $day }{ $article }
turns-vote-lost-and = { $party } { $stands ->
    [taken] has no vote
    [permitted] may vote all the same
    [returned] has its vote again
    [disputed] may have no vote (disputed)
   *[undated] may have no vote (it depends on a date that is not known)
} in { $body }{ $article }, and loses { $also }
turns-vote-lost-since-and = { $party } { $stands ->
    [taken] has no vote
    [permitted] may vote all the same
    [returned] has its vote again
    [disputed] may have no vote (disputed)
   *[undated] may have no vote (it depends on a date that is not known)
} in { $body } since { $day }{ $article }, and loses { $also }
