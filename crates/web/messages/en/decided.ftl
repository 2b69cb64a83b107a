### A decision as it is printed.

decided-title = Decision of the { $organ }, { $day }
decided-outcome = { $word ->
    [adopted] adopted
    [not-adopted] not adopted
    [conditional] adopted under a condition
    [vetoed] not adopted: vetoed
    [no-quorum] not adopted: no quorum
   *[undetermined] undetermined
}
decided-session = session
decided-matter = matter
decided-adopts = adopts
decided-condition = condition
decided-opinion = opinion
decided-interested = interested in the matter
decided-act = the act with everything told of it
decided-count = The count
decided-votes = How each voted, as far as it is told
decided-position = position
decided-vote = { $word ->
    [for] for
    [against] against
    [abstaining] abstaining
    [absent] absent
   *[untold] not told
}
decided-no-votes = How each voted is not found in this record.
decided-no-kind = The record does not tell which kind of matter it was, so no rule is applied here.
decided-rule = The rule of that day for the kind of matter: { $kind }
decided-not-all-told = Not every vote is told, so the rule is named and nothing is reckoned by it.
decided-whatever = Not every vote is told; whatever those did of whom nothing is told, the outcome is the same.
decided-looked-at = { $condition }: { $found }
decided-holds = it holds
decided-does-not-hold = it does not hold
decided-by-rule = By these votes: { $outcome }.
decided-binds = It binds { $parties }.
decided-does-not-bind = It does not bind { $parties }.
decided-log = In the log
decided-leaf = hash of the leaf
decided-no-log = The log does not tell where this act is, or the record is read from text.
decided-verify = The receipt proves, without this server, that the log keeps this entry.
