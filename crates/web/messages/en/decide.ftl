### What an organ decides when its members vote so.

decide-title = How the { $organ } decides
decide-lede = Choose a kind of matter and how each member votes on { $day }; the rule of that day says what follows.
decide-no-kind = The law as encoded here has no kind of matter that it decides.
decide-no-seats = This record does not carry who sits in it on that day. Choose another day above.
decide-on = On { $day }
decide-outcome = { $outcome ->
    [adopted] adopted
    [not-adopted] not adopted
    [conditional] conditional
    [vetoed] vetoed
    [no-quorum] no quorum
   *[undetermined] undetermined
}
decide-under = { $outcome } under { $article }.
decide-by-none = { $outcome }.
decide-binds = It binds { $whom }.
decide-looked-at = What was looked at
decide-reading = reading
decide-condition = condition
decide-counted = counted
decide-holds = holds
decide-yes = yes
decide-no = no
decide-set-aside = Votes that are not counted
decide-kind = kind of matter
decide-about = about
decide-about-none = no member
decide-votes = How each votes
decide-vote = { $vote ->
    [yes] yes
    [no] no
    [abstain] abstain
    [abstain-declared] declared abstention
    [absent] absent
    [object] object
    [object-to-format] object to format
   *[not-participating] not participating
}
decide-count = Count
decide-read-followed = Read as { $name } ({ $article }), as practice follows it: { $outcome }.
decide-read = Read as { $name } ({ $article }): { $outcome }.
decide-binds-nobody = It binds nobody.
decide-not-counted = { $why ->
    [no-seat] it has no seat in the organ on that day
    [no-vote] it has a seat and no vote on that day
    [target] the vote of the state concerned is not counted
    [interested] those interested in the matter do not vote on it
    [late] it came after the end
    [not-yet] it came after the moment asked about
    [replaced] a later one of the same state takes its place
   *[outside] the rule does not count it among those who vote
}
