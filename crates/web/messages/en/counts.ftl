### How a decision is counted: conditions, arithmetic, rules, seats.

counts-who = { $who ->
    [for] for
    [against] against
    [abstaining] abstaining
    [abstaining-declared] abstaining with a declaration
    [absent] absent
    [objecting] objecting
    [objecting-to-format] objecting to the format
    [agreeing-to-format] agreeing to the format
    [not-for] not for
    [taking-part] taking part
    [voting] voting
    [present] present
   *[depositing] depositing
}
counts-base = { $base ->
    [signatories] signatories
    [members] members
    [parties] parties
    [contracting] contracting
    [electorate] electorate
    [voting] voting
    [present] present
    [taking-part] taking part
   *[total] total
}
counts-outcome = { $outcome ->
    [adopted] adopted
    [not-adopted] not adopted
    [conditional] adopted on a condition
    [vetoed] vetoed
    [no-quorum] no quorum
    [not-counted] not counted
   *[undetermined] undetermined
}
counts-counts-as = { $way ->
    [for] for
    [against] against
    [objecting] objecting
   *[nothing] nothing
}
counts-all = all { $base } { $who }
counts-at-least = at least { $count } { $who }
counts-at-least-in = at least { $count } { $who } in { $parties }
counts-share = { $how ->
    [at-least] at least
   *[more-than] more than
} { $numerator }/{ $denominator } { $who } of { $base }
counts-share-less = { $how ->
    [at-least] at least
   *[more-than] more than
} { $numerator }/{ $denominator } { $who } of { $base } less { $parties }
counts-fewer = fewer than { $count } { $who }
counts-none = none { $who }
counts-none-in = none { $who } in { $parties }
counts-includes = includes { $parties }
counts-weight = weight { $weights } of { $who } { $how ->
    [at-least] at least
   *[more-than] more than
} { $numerator }/{ $denominator } of { $base }
counts-not = not { $condition }
counts-all-of = all of
counts-any-of = any of
counts-all-of-these = all of these
counts-one-of-these = one of these
counts-does-not-follow = what follows does not hold
counts-follows = what follows holds
counts-some-needed = { $part } ({ $parties }), { $needed } needed
counts-there-is-none = there is none
counts-these = { $parties }
counts-of-these = of these: { $parties }
counts-part = { $part }
counts-empty-base = { $part } of 0: the base is empty
counts-part-of-needed = { $part } of { $whole }, { $needed } needed
counts-part-of = { $part } of { $whole }
counts-part-needed = { $part }, { $needed } needed
counts-found = found { $count }: { $parties }
counts-asked = { $asked ->
    [usable] usable when
    [quorum] quorum:
    [adopted] adopted when
    [vetoed] vetoed when
   *[inner] of these:
} { $condition }
counts-looked-at = { $asked ->
    [usable] usable when
    [quorum] quorum:
    [adopted] adopted when
    [vetoed] vetoed when
   *[inner] of these:
} { $condition }: { $found }: { $holds ->
    [yes] it holds
   *[no] it does not hold
}
counts-looked-at-by = { $asked ->
    [usable] usable when
    [quorum] quorum:
    [adopted] adopted when
    [vetoed] vetoed when
   *[inner] of these:
} { $condition }: { $found }, { $margin }: { $holds ->
    [yes] it holds
   *[no] it does not hold
}
counts-fewer-than = fewer than { $count }
counts-one-too-many = one too many
counts-too-many = { $count } too many
counts-exactly = exactly as many as it takes
counts-one-more = one more than it takes
counts-more = { $count } more than it takes
counts-one-fewer = one fewer than it takes
counts-fewer-by = { $count } fewer than it takes
counts-voted = { $vote ->
    [for] for
    [against] against
    [abstaining] abstaining
   *[absent] absent
}: { $parties }
counts-opinion = opinion of { $party }: { $opinion }
counts-condition-met = under the condition that { $act } found to be met: { $condition }
counts-condition = under the condition: { $condition }
counts-counted = counted { $vote ->
    [for] for
    [against] against
    [abstain] abstaining
    [abstain-declared] abstaining, with a declaration
    [absent] absent
    [object] objecting
    [object-to-format] objecting to the manner of deciding
   *[not-participating] taking no part
}: { $parties }
counts-no-kind = of which kind its matter was is told neither by the act nor by a step that it is, and no kind is the organ's by default: no rule is counted
counts-no-rule = no rule for { $kind } counts on { $day }
counts-untold = what { $parties } did is not on record: { $counts ->
    [yes] whatever it was, the outcome is the same
   *[no] the rule is told and not counted
}
counts-record-agrees = the record says { $outcome }, and so does the count
counts-record-differs = the record says { $outcome }; the count gives another outcome
counts-record-contested = the record says { $outcome }; by another reading the outcome is contested
counts-seats = { $organ } has { $count } members on { $day }: { $parties }
counts-seats-then = { $organ } has { $count } members on { $day }, when { $matter } was opened: { $parties }
counts-no-seats = of whom { $organ } is made on { $day } is not on record: the votes told are its electorate
counts-no-seats-then = of whom { $organ } is made on { $day }, when { $matter } was opened is not on record: the votes told are its electorate
counts-seat-without-vote = { $party } has a seat and no vote{ $article }
counts-kind-gives = { $kind } of { $organ }: { $outcome }
counts-kind-read = read as { $reading }: { $kind } of { $organ }: { $outcome }
counts-kind-followed = read as { $reading }, as practice follows it: { $kind } of { $organ }: { $outcome }
counts-binds = binds { $parties ->
    [nobody] nobody
   *[other] { $parties }
}
counts-binds-not = does not bind { $parties }
counts-aside = { $parties }: { $aside }
counts-rule-counts = rule { $rule }: abstention counts as { $abstaining }, absence as { $absent }
counts-rule-worded = rule { $rule }, as { $article } words it: abstention counts as { $abstaining }, absence as { $absent }
counts-rule-worded-by = rule { $rule }, as worded by { $act }: abstention counts as { $abstaining }, absence as { $absent }
counts-may-vote = { $count } may vote: { $parties }
counts-left-out = left out: { $party }: { $why ->
    [no-seat] it has no seat in the organ on that day
    [no-vote] it has a seat and no vote on that day
    [target] the vote of the state concerned is not counted
    [interested] those interested in the matter do not vote on it
    [late] it came after the end
    [not-yet] it came after the moment asked about
    [replaced] a later one of the same state takes its place
   *[outside] the rule does not count it among those who vote
}
