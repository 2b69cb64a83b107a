### What differs between two moments or two laws, and how each thing stands.

differs-of-party = { $instrument } { $party }
differs-of-member = { $body } { $party }
differs-of-vote = { $body } { $party } vote
differs-of-force = { $instrument }
differs-of-period = { $instrument } period
differs-of-chair = chair of { $organ }
differs-chair-departs = chair of { $organ }, departs
differs-chair-next = chair of { $organ }, expected next
differs-of-office = { $office }
differs-office-departs = { $office }, departs
differs-office-next = { $office }, expected next
differs-of-outcome = { $act } as { $kind }
differs-of-finding = { $act } { $grade ->
    [void] without effect under the article as encoded here
    [irregular] departs from the article as encoded here
    [unrecorded] no act found in this record
    [disputed] positions differ
   *[orphan] refers to something this record does not have
}
differs-of-finding-under = { $act } { $grade ->
    [void] without effect under the article as encoded here
    [irregular] departs from the article as encoded here
    [unrecorded] no act found in this record
    [disputed] positions differ
   *[orphan] refers to something this record does not have
} { $article }
differs-not-told = nothing
differs-stands = { $status ->
    [signatory] signatory
    [contracting] contracting
    [provisional] provisional
    [party] party
    [suspended] suspended
    [former] former
    [member] member
    [observer] observer
    [partner] partner
    [in-force] in force
    [not-in-force] not in force
    [without-vote] without vote
    [vote-permitted] vote permitted
   *[vote-returned] vote returned
}
differs-period-goes-on = { $number }, from { $from } to a day after the last of the calendar
differs-period = { $number }, from { $from } through { $through }
differs-held = { $holder }
differs-held-of = { $holder } of { $party }
differs-next = { $next }
differs-next-from = { $next } from { $day }
differs-noticed = { $findings }
differs-cause = { $cause ->
    [expired-not-extended] the term ended and was not extended
    [withdrawn] withdrawal
    [expelled] expulsion
    [suspended-sanction] as a sanction
    [suspended-own-request] at own request
   *[superseded] a later instrument took its place
}
differs-since = since { $day }
differs-cause-since = { $cause ->
    [expired-not-extended] the term ended and was not extended
    [withdrawn] withdrawal
    [expelled] expulsion
    [suspended-sanction] as a sanction
    [suspended-own-request] at own request
   *[superseded] a later instrument took its place
}, since { $day }
differs-with-detail = { $told } ({ $detail })
differs-positions-differ-on = positions differ on { $act }
differs-noticed-now = { $grade ->
    [void] without effect under the article as encoded here
    [irregular] departs from the article as encoded here
    [unrecorded] no act found in this record
    [disputed] positions differ
   *[orphan] refers to something this record does not have
}: { $told }
differs-no-longer-noticed = no longer noticed: { $told }
differs-relies-on = relies on { $article }, which is repealed
differs-no-effect-by = has no effect by { $article }, which is repealed
differs-no-longer-keeps = no longer keeps { $parties } bound by { $instrument }
differs-is-repealed = { $article } is repealed
differs-is-inserted = { $article } is inserted
differs-is-replaced = { $article } is replaced
differs-worded-later = on { $day } { $article } counts as { $by } words it, not as supposed
