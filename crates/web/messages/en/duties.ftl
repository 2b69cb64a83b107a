### Duties and contributions, beside the words of the record.

duties-done = { $text }: done { $when } ({ $act })
duties-undated = { $text }: whether it is done depends on the date of { $act } ({ $when })
duties-of-whom = { $text }: who is party is not in this record
duties-carry-out = carry out { $act } ({ $said }): positions differ: the rule gives { $readings }
duties-reading-comes-to = { $outcome } as { $reading }
duties-rule-comes-to = { $outcome } as the rule
duties-then = { $first }; { $then }
duties-messages = messages: { $messages }
duties-message-opening = opening { $message }
duties-message-of = { $step } { $message }
duties-contributed = { $party } { $aid ->
    [offer] offered
    [contribute] contributed
    [release] released
   *[report] reported
}: { $what } ({ $act })
duties-numbered = { $what }, { $count }
duties-no-contribution = no contribution found in this record: { $parties }
duties-no-contribution-owed = no contribution found in this record, which is voluntary: { $parties }
