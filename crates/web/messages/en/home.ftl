### The organisation at a glance.

home-first = as a working system: its treaty, members, organs, decisions, forces and history, each answer with its article and source.
home-second = Other organisations run on the same rules-as-text.
home-glance = At a glance on { $day }
home-instruments = Instruments on that day
home-members = { $number ->
    [one] { $number } member
   *[other] { $number } members
}
home-others = { $status ->
    [suspended] suspended
    [observer] observers
   *[partner] partners
}
home-no-members = none on that day
home-positions-differ = positions differ
home-chair = chair, { $organ }
home-since = { $holder }, since { $since }
home-acting-since = { $holder }, acting, since { $since }
home-disputes = { $number ->
    [one] { $number } dispute
   *[other] { $number } disputes
}
home-changing = { $number ->
    [one] { $number } changes an answer of this record
   *[other] { $number } change an answer of this record
}
home-record = the record
home-sources = { $number ->
    [one] { $number } source
   *[other] { $number } sources
}
home-record-of = { $acts } on the word of { $sources }
home-record-complete = { $acts } on the word of { $sources }, complete to { $day }
home-nothing-signed = No instrument has been signed on that day, as far as this record goes.
home-how-each-stands = How each stands on { $day }
home-claim-on = { $claim } on { $day }
home-example = For example: { $link }.
